"""Text to sentences with offsets: lines end sentences, abbreviations do not."""

import re

_BOUNDARY = re.compile(r"[.!?…؟۔]+[\"”»'’)\]]*(?=\s|$)|[\n\r\u2028\u2029]+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Brig|Maj|Col|Lt|Sgt|Capt|Cpl|Cmdr|Adm|Gov|Sen|Rep|Rev|Pres|Hon|Supt|Insp"
    r"|No|Nos|vs|etc|approx|ca|al|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Sat|Sun|Mon|Tue|Wed|Thu|Fri"
    r"|[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|\d{1,3})$"
)
_NEXT_LOWER = re.compile(r"\s*[a-z]")
_NUMBERED = re.compile(r"(?:^|[\n\r])\s*\d{1,3}$")
_ACRONYM_END = re.compile(r"(?:^|[\s(“\"'])(?:[A-Za-z]\.)+[A-Za-z]$")
_DATE_NEXT = re.compile(r"\s+\d{1,2}\b")
_MONTH_END = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos)$")
_CAPITAL_NEXT = re.compile(r"\s+[“\"'(]?[A-Z]")


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of ``text[start:end]`` as ``(start, end)``, white space at the edges left out.

    >>> split("Gen. Ali spoke. Forty died.")
    [(0, 15), (16, 27)]
    """
    stop = len(text) if end is None else end
    out: list[tuple[int, int]] = []
    at = start
    for match in _BOUNDARY.finditer(text, start, stop):
        cut = match.end()
        first = match[0][0]
        if first not in "\n\r\u2028\u2029" and not _ends(text, at, match.start(), cut, match[0]):
            continue
        _keep(text, at, match.start() if first in "\n\r\u2028\u2029" else cut, out)
        at = cut
    _keep(text, at, stop, out)
    return out


def _ends(text: str, at: int, dot: int, cut: int, mark: str) -> bool:
    """Tell whether the mark at ``dot`` ends a sentence."""
    if mark[0] != ".":
        return not (mark[0] in "!?…" and _NEXT_LOWER.match(text, cut))
    if mark != ".":
        return not (mark.startswith("..") and _NEXT_LOWER.match(text, cut))
    before = text[max(at, dot - 12) : dot]
    if _ABBREVIATION.search(before) is None:
        return not _NEXT_LOWER.match(text, cut)
    if _NUMBERED.search(text[max(0, dot - 5) : dot]) is not None:
        return False
    if before[-1:].isdigit():
        return not _NEXT_LOWER.match(text, cut)
    if _ACRONYM_END.search(before) is not None:
        return _sentence_after_acronym(text, before, cut)
    return False


def _sentence_after_acronym(text: str, before: str, cut: int) -> bool:
    """Tell whether "U.S." or "a.m." ends a sentence: only times of day before a capital do."""
    tail = before.rsplit(None, 1)[-1].lower()
    return tail in ("a.m", "p.m") and _CAPITAL_NEXT.match(text, cut) is not None


def _keep(text: str, a: int, b: int, out: list[tuple[int, int]]) -> None:
    """Append ``(a, b)`` without white space at its edges, if anything is left."""
    piece = text[a:b]
    kept = piece.strip()
    if kept:
        lead = len(piece) - len(piece.lstrip())
        out.append((a + lead, a + lead + len(kept)))
