"""Unseen marks and odd spellings of numbers: a text is read without them, and what was read put back on the text."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from harmtrace.language.languages import SOFT_HYPHEN, UNSEEN
from harmtrace.records.claim import Casualty, Claim, Reading, SetAside
from harmtrace.records.entry import Issue
from harmtrace.records.text import Document

#: Stands for what is written like a number and is none: a mark that belongs to no word.
_NO_NUMBER: Final = "\ufffc"

_LATIN = "0-9A-Za-z\u00c0-\u024f"
_DASHES = "‐‑‒−⁃―~〜～∼ـ"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: Nouns that tell that the digits before them are one number of people.
_PEOPLE = (
    "(?:people|persons?|civilians?|residents|inhabitants|villagers|women|men|children|boys|girls|others|soldiers|fighters|militants|troops|refugees|families|bodies|lives|deaths|casualties|victims|"
    "شخص|مدني|قتيل|جريح|شهيد|مصاب|ضحي|جث|طفل|امرأة|نازح|لاجئ|عائل|فرد)"
)
_SCALED: Final = r"(?P<scale>\s(?:dozen|million|thousand|مليون|ألف|دزينة)\b)"
_NO_COUNT: Final = "written like a number, and no count of people"
_FRACTION: Final = "a part of a whole, not a count"
_FRACTIONS: Final = ("1/2", "1/4", "3/4")
_HALVES: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


def _sum(m: re.Match[str]) -> str | None:
    """Return "2½ dozen" as 30 and "1½ million" as 1.5 million; None for a part of a person."""
    value = int(m["whole"] or 0) + _HALVES[m["half"]]
    if m["scale"] is None:
        return None
    return f"{value:g}" + m["scale"] if m["scale"].strip() not in ("dozen", "دزينة") else f"{round(value * 12)}"


@dataclass(frozen=True, slots=True)
class _Odd:
    """A spelling that is read otherwise than it is written.

    Attributes:
        marks: of which one stands in a text that has the spelling; looked for before the pattern.
        becomes: what is read for what the pattern finds; None makes it no number.
        reason: why it makes no claim, where it is no number.
    """

    marks: tuple[str, ...]
    pattern: re.Pattern[str]
    becomes: str | Callable[[re.Match[str]], str | None]
    reason: str = _NO_COUNT


#: For texts that hold more than ASCII.
_WRITTEN: Final = (
    _Odd((SOFT_HYPHEN,), re.compile(SOFT_HYPHEN), ""),
    _Odd(
        tuple("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
        re.compile(rf"(?<=[{_LATIN}])[{UNSEEN}]{{1,9}}|[{UNSEEN}]{{1,9}}(?=[{_LATIN}])"),
        "",
    ),
    _Odd(("×",), re.compile(rf"\d{{1,9}}(?:\.\d{{1,9}})?\s?×\s?10[{_RAISED}]{{1,3}}"), lambda m: None),
    _Odd(tuple("³⁴⁵⁶⁷⁸⁹"), re.compile(r"(?<![\d.,])10[³⁴⁵⁶⁷⁸⁹]{1,2}(?!\d)"), lambda m: None),
    _Odd(tuple(_RAISED), re.compile(rf"(?<=\d)[{_RAISED}]{{1,6}}(?!\d)"), ""),
    _Odd(("½", "¼", "¾"), re.compile(rf"(?:(?P<whole>\d{{1,4}})\s?)?(?P<half>[½¼¾]){_SCALED}?"), _sum, _FRACTION),
    _Odd(
        tuple("\u2009\u202f\u00a0\u2007\u2008\u2005\u2006"),
        re.compile(r"(?<![\d.,:/])(?<![\d.,:/] )\d{1,3}(?:[\u2005-\u2009\u202f\u00a0]\d{3}){1,4}(?![.,:/]?\d)"),
        lambda m: re.sub(r"\D", "", m[0]),
    ),
    _Odd(("٬",), re.compile("(?<=\\d)٬(?=\\d{3})"), ","),
    _Odd(("，",), re.compile("(?<=\\d)，(?=\\d{3})"), ","),
    _Odd((*_DASHES.replace("~", ""), "…"), re.compile(rf"(?<=\d)\s?(?:[{_DASHES}]|…)\s?(?=\d)"), "-"),
    _Odd(tuple("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ①②③④⑤⑥⑦⑧⑨⑩⑪⑫"), re.compile(rf"[Ⅰ-Ⅻ①-⑳]{{1,4}}(?=\s{_PEOPLE})"), lambda m: None),
)
#: What behind a digit tells of an odd spelling; most digits fail at the first look.
_BEHIND: Final = r"(?:[eExXOolIkK/~\[]|['’_]\d{3}|--|\.[.\d]| \d{3}(?!\d)|,\d\d?(?!\d)|,\d{4})"
_HINT: Final = re.compile(f"[0-9]{_BEHIND}")
_HINT_ANY: Final = re.compile(f"[0-9٠-٩۰-۹０-９]{_BEHIND}")
_NUMBER: Final = re.compile(
    rf"(?<![\w.:/#-])(?:\d{{1,15}}(?:[eE][+-]?\d{{1,3}}|[xX][\dA-Fa-f]{{1,9}})(?=\s\w)"
    rf"|\d{{1,9}}[OolI]\d{{0,9}}(?=\s{_PEOPLE})"
    rf"|(?P<joined>\d{{1,2}}(?:,\d\d){{1,4}},\d{{3}}(?![\d,])|(?<![\d,])\d{{1,3}}(?:'\d{{3}}|’\d{{3}}|_\d{{3}}){{1,4}}(?![\w'’])|\d{{1,3}}(?:\.\d{{3}}){{1,4}}(?=\s{_PEOPLE})|\d{{1,3}}(?: \d{{3}}){{1,4}}(?=\s{_PEOPLE}))"
    rf"|(?P<ranged>\d{{1,15}}\s?(?:~|-{{2,3}}|\.{{2,3}})(?=\s?\d))"
    rf"|(?P<noted>\d{{1,15}}(?:\[\d{{1,3}}\]){{1,4}}(?=[\s.,;)]))"
    rf"|(?P<halves>(?:(?P<whole>\d{{1,3}})\s)?(?P<half>1/2|1/4|3/4)(?:{_SCALED}|(?=\sof\b)))"
    rf"|(?P<rough>\d{{1,15}}(?:\.\d)?[kK](?=\s{_PEOPLE}))"
    rf"|(?P<either>\d{{1,4}}/\d{{1,4}}(?=\s{_PEOPLE}))"
    rf"|\d{{1,15}}(?:,\d{{1,2}}|,\d{{4,9}}|\.\d{{1,2}})(?=\s{_PEOPLE}))"
)


def _respelt(m: re.Match[str]) -> str | None:
    """Return the plain number that digits with signs among them are, None where they are none."""
    match m.lastgroup:
        case "joined":
            return re.sub(r"\D", "", m[0])
        case "ranged":
            return m[0].rstrip("~-. ") + "-"
        case "noted":
            return m[0][: m[0].index("[")]
        case "halves":
            return _sum(m)
        case "rough":
            return f"{round(float(m[0][:-1]) * 1000)}"
        case "either":
            low, high = m[0].split("/")
            return f"{low}-{high}" if int(low) < int(high) else None
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of the written text, and what is read for them; ``reason`` where that is no number."""

    start: int
    end: int
    read: str
    reason: str = ""


def edits(text: str) -> list[Edit]:
    """Return where a text is read otherwise than it is written, in order; empty for nearly every text.

    >>> [(text[e.start : e.end], e.read) for text in ["killed 1'200 people"] for e in edits(text)]
    [("1'200", '1200')]
    """
    found: list[Edit] = []
    ascii_alone = text.isascii()
    if not ascii_alone:
        for odd in _WRITTEN:
            for mark in odd.marks:
                if mark in text:
                    found += [
                        _edit(m, odd.becomes if isinstance(odd.becomes, str) else odd.becomes(m), odd.reason)
                        for m in odd.pattern.finditer(text)
                    ]
                    break
    for hint in (_HINT if ascii_alone else _HINT_ANY).finditer(text):
        start = hint.start()
        while start and (text[start - 1].isdigit() or text[start - 1] == ","):
            start -= 1
        if start > 1 and text[start - 1] == " " and text[start - 2].isdigit() and text.startswith(_FRACTIONS, start):
            start -= 2
            while start and text[start - 1].isdigit():
                start -= 1
        if (m := _NUMBER.match(text, start)) is not None:
            found.append(_edit(m, _respelt(m), _FRACTION if m["half"] else _NO_COUNT))
    if len(found) < 2:
        return found
    found.sort(key=lambda e: (e.start, -e.end))
    return [e for k, e in enumerate(found) if not k or e.start >= max(before.end for before in found[:k])]


def _edit(m: re.Match[str], read: str | None, reason: str) -> Edit:
    if read is None:
        return Edit(m.start(), m.end(), _NO_NUMBER * (m.end() - m.start()), reason)
    return Edit(m.start(), m.end(), read)


class Respelt:
    """A document as it is read, and the way back to the document as it is written."""

    def __init__(self, document: Document, changes: list[Edit]) -> None:
        """Take a document and where it is read otherwise, in order and apart."""
        self._written = document
        self._edits = changes
        self._starts = [e.start for e in changes]
        self._read_at: list[int] = []
        pieces: list[str] = []
        at = size = 0
        for e in changes:
            pieces += (document.text[at : e.start], e.read)
            size += e.start - at
            self._read_at.append(size)
            size += len(e.read)
            at = e.end
        pieces.append(document.text[at:])
        zones = tuple(replace(z, start=self._clean(z.start), end=self._clean(z.end)) for z in document.zones)
        #: The document to read, its zones moved with the words.
        self.document = replace(document, text="".join(pieces), zones=tuple(z for z in zones if z.start < z.end))

    def _clean(self, at: int) -> int:
        """Return where a position of the written text stands in the read one."""
        k = bisect_right(self._starts, at) - 1
        if k < 0:
            return at
        e = self._edits[k]
        return self._read_at[k] + (len(e.read) + at - e.end if at >= e.end else 0)

    def _char(self, at: int) -> tuple[int, int]:
        """Return the written characters that a character of the read text stands for."""
        k = bisect_right(self._read_at, at) - 1
        if k < 0:
            return at, at + 1
        e = self._edits[k]
        behind = at - self._read_at[k] - len(e.read)
        return (e.end + behind, e.end + behind + 1) if behind >= 0 else (e.start, e.end)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self._char(start)[0], self._char(end - 1)[1]

    def _issue(self, one: Issue, start: int, end: int) -> Issue:
        first, last = self._span(start, end)
        return replace(one, start=first, end=last)

    def restored(self, reading: Reading) -> Reading:
        """Return a reading of ``document`` with every offset counted in the document as written.

        A quote is the document's own words, unseen marks and all; names of speakers and places stay without them.
        """
        text = self._written.text

        def claim(one: Claim) -> Claim:
            start, end = self._span(one.start, one.end)
            moved = replace(one, start=start, end=end, quote=text[start:end])
            if isinstance(moved, Casualty) and moved.number_start < moved.number_end:
                first, last = self._span(moved.number_start, moved.number_end)
                moved = replace(moved, number_start=first, number_end=last)
            return moved

        aside = [(one.reason, *self._span(one.start, one.end)) for one in reading.set_aside]
        aside += [(e.reason, e.start, e.end) for e in self._edits if e.reason]
        none = {
            end
            for e, at in zip(self._edits, self._read_at, strict=True)
            if e.reason
            for end in (at + len(e.read), at + len(e.read) + 1)
        }
        accounts = [(one, *self._span(one.quote_start, one.quote_end)) for one in reading.accounts]
        issues = [
            one if one.start is None or one.end is None else self._issue(one, one.start, one.end)
            for one in reading.issues
        ]
        return replace(
            reading,
            claims=tuple(
                claim(one) for one in reading.claims if not (isinstance(one, Casualty) and one.number_start in none)
            ),
            set_aside=tuple(
                SetAside(document=self._written.id, start=a, end=b, quote=text[a:b], reason=why) for why, a, b in aside
            ),
            accounts=tuple(replace(one, quote_start=a, quote_end=b) for one, a, b in accounts),
            issues=tuple(issues),
        )
