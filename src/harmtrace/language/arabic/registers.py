"""Lists of people by name in Arabic, under a line that says what befell them: "we mourn the martyrs of the raid"."""

import re
from collections.abc import Sequence
from typing import Final

from harmtrace.language.arabic.letters import Letters
from harmtrace.language.arabic.tokens import tokenise
from harmtrace.language.arabic.words import DEATH, EVENT, INJURY, MOVES, NUMBER, PERSON, SAY, STATE, VAGUE
from harmtrace.language.grammar import HarmMention
from harmtrace.records.claim import Group, Outcome, Step, Unit, Who
from harmtrace.records.measure import Count

_MARK: Final = re.compile(r"\s{0,20}(?:[-•*·–—▪◾●]|[0-9٠-٩]{1,2}\s{0,2}[-.)])\s{0,5}")
_DEAD: Final = re.compile(r"(?<![^\W_])(?:ال)?(?:شهدا|قتلي|ضحايا|وفيات)(?:ءه|نا|هم|ها)?(?![^\W_])")
_HURT: Final = re.compile(r"(?<![^\W_])(?:ال)?(?:جرحي|مصابين|مصابون|مصابي)(?![^\W_])")
_LOST: Final = re.compile(r"(?<![^\W_])(?:ال)?(?:مفقودين|مفقودون|مفقودي)(?![^\W_])")
#: What makes a line the head of a list: it mourns, speaks of names, or ends with a colon.
_HEADS: Final = re.compile(r"ننعي|نعي|تنعي|ينعي|نحتسب|نزف|تزف|اسما|قايمه|كشف|وهم|هم$|التاليه|:\s{0,5}$")
_OTHERWISE: Final = re.compile(r"معتقل|مفرج|محرر|متبرع|معتمد|الحصيله|حصيله|عدد")
_FEWEST: Final = 2
_LONGEST, _LONGEST_HEAD = 110, 200
_NO_NAME: Final = frozenset((DEATH, INJURY, STATE, SAY, MOVES, NUMBER, VAGUE))
_MOST_WORDS: Final = 9


def registers(found: Letters, lines: Sequence[tuple[int, int]]) -> dict[int, tuple[HarmMention, int]]:
    """Return for each line that names one person of a list what befell that person, and how many the list names.

    A head opens the list; at least two lines behind a mark make it one. A head with a number is left alone: then the
    number is the claim.
    """
    out: dict[int, tuple[HarmMention, int]] = {}
    k = 0
    while k + _FEWEST < len(lines):
        head, k = lines[k], k + 1
        if head[1] - head[0] > _LONGEST_HEAD or _MARK.match(found.source, *lines[k]) is None:
            continue
        outcome = _opens(found, *head)
        mourned = outcome is None and _mourns(found, *head)
        if mourned:
            outcome = Outcome.KILLED
        if outcome is None:
            continue
        entries: list[tuple[int, HarmMention]] = []
        while k < len(lines) and (mention := _entry(found, lines[k], outcome)) is not None:
            entries.append((k, mention))
            k += 1
        if mourned and not (k < len(lines) and _tells_how(found, *lines[k])):
            continue  # nobody says that they were killed
        if len(entries) >= _FEWEST:
            out.update({index: (mention, len(entries)) for index, mention in entries})
    return out


def _opens(found: Letters, start: int, end: int) -> Outcome | None:
    """Return what befell those whom a head's list names, None where the line is no such head."""
    line = found.text[found.folded(start) : found.folded(end)]
    if _HEADS.search(line) is None or _OTHERWISE.search(line) is not None:
        return None
    t = tokenise(found, found.folded(start), found.folded(end))
    if NUMBER in t.kinds:
        return None
    kinds = [outcome for outcome, words in ((Outcome.KILLED, _DEAD), (Outcome.INJURED, _HURT), (Outcome.MISSING, _LOST)) if words.search(line) is not None]
    return kinds[0] if len(kinds) == 1 else None


def _mourns(found: Letters, start: int, end: int) -> bool:
    """Tell a head that mourns those named below it, and does not say yet how they died: "With sorrow we mourn:"."""
    line = found.text[found.folded(start) : found.folded(end)]
    return line.rstrip().endswith(":") and _MOURNING.search(line) is not None and _OTHERWISE.search(line) is None and not any(c.isdigit() for c in line)


def _tells_how(found: Letters, start: int, end: int) -> bool:
    """Tell whether the line behind a list says what befell those it names: "They were martyred by a shell that fell on X"."""
    t = tokenise(found, found.folded(start), found.folded(end))
    return any(kind in (DEATH, EVENT) for kind in t.kinds[:8])


_MOURNING: Final = re.compile(r"(?<![^\W_])(?:[نت]?نعي|ينعي|نحتسب|[نت]زف|نودع)(?![^\W_])")


def _entry(found: Letters, line: tuple[int, int], outcome: Outcome) -> HarmMention | None:
    """Return the one person that a line of a list names, None where it is no such line."""
    start, end = line
    mark = _MARK.match(found.source, start, end)
    if mark is None or end - start > _LONGEST:
        return None
    name_end = min((at for at in (found.source.find(sign, mark.end(), end) for sign in "(،,:–.") if at > 0), default=end)
    t = tokenise(found, found.folded(mark.end()), found.folded(name_end))
    if not 1 < t.size <= _MOST_WORDS or not _NO_NAME.isdisjoint(t.kinds) or t.kind(t.size - 1) == ":":
        return None
    people = [word for word, kind in zip(t.words, t.kinds, strict=True) if word is not None and kind == PERSON]
    who = next((word.who for word in people if word.who is not Who.UNSPECIFIED), Who.UNSPECIFIED)
    group = next((word.group for word in people if word.group), "")
    name = mark.end(), t.span(0, t.size)[1]
    return HarmMention(
        start=name[0], end=name[1], number_start=name[0], number_end=name[1], at=name[0], count=Count(low=1, high=1), outcome=outcome, who=who,
        unit=Unit.PEOPLE, groups=(Group(name=group, low=1, high=1),) if group else (), step=Step.TOTAL, rule="arabic/register/1",
    )  # fmt: skip
