"""Ukrainian casualty rules: which count belongs to which word of harm, clause by clause."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from harmtrace.language.ukrainian.counted import Counted
from harmtrace.language.ukrainian.words import HARM
from harmtrace.records.claim import Group, Outcome, Step, Unit, Who

_CLAUSE: Final = re.compile(r"[,;:—–()]\s+|\s{1,20}(?:а також|а|але)(?![\w'])")
_AMONG: Final = re.compile(r"\s{0,20}(?:серед них|з них|із них|з яких|у тому числі|в тому числі|зокрема|включно з)(?![\w'])")
_AMONG_DEAD: Final = re.compile(r"серед (?P<what>загиблих|вбитих|поранених|постраждалих)")
_GOES_ON: Final = re.compile(r"\s{0,20}(?:ще|також|і ще|та ще|й ще)(?![\w'])")
_CHANGE: Final = re.compile(
    r"(?:кількість|число) (?P<what>загиблих|жертв|вбитих|поранених|постраждалих|зниклих безвісти)[^,.;]{0,60}?(?:зросл\w+|збільшил\w+|сягнул\w+|становить|досягл\w+)(?: уже| вже)?(?: (?:з|із) (?P<old>[\w']+(?: [\w']+)??))?(?: до)? (?=(?P<new>[\w']+))"
)
_NONE: Final = re.compile(
    r"(?:обійшлося )?без (?P<a>постраждалих|жертв|загиблих|поранених)|(?P<b>постраждалих|жертв|загиблих|поранених)(?: (?:і|та) [\w']+)?(?: \w+)? (?:немає|нема|не було)|ніхто (?:\w+ )?не (?P<c>загинув|постраждав|поранений|травмован\w+)"
)
_FAR: Final = 45
_BARE: Final = 14


@dataclass(slots=True)
class Harm:
    """A count tied to harm; ``start`` and ``end`` are the words that make the claim."""

    counted: Counted
    outcome: Outcome
    start: int
    end: int
    rule: str
    step: Step = Step.TOTAL
    groups: tuple[Group, ...] = ()


def _outcome(word: str) -> Outcome:
    if word.startswith(("загин", "загиб", "жертв", "вбит", "убит")):
        return Outcome.KILLED
    return Outcome.MISSING if word.startswith("зник") else Outcome.INJURED


def words_of_harm(low: str, start: int, end: int) -> list[tuple[int, int, Outcome]]:
    """Return the words of harm in ``low[start:end]``, in order, none within another."""
    found: list[tuple[int, int, Outcome]] = []
    for outcome, pattern in HARM:
        for match in pattern.finditer(low, start, end):
            if not any(a < match.end() and match.start() < b for a, b, _ in found):
                found.append((match.start(), match.end(), outcome))
    return sorted(found)


def harms(low: str, start: int, end: int, counts: list[Counted]) -> list[Harm]:
    """Return the counts of harm of a sentence, in order."""
    words = words_of_harm(low, start, end)
    found = _none(low, start, end)
    changed = _changed(low, start, end, counts)
    found += changed
    if not words:
        return sorted(found, key=lambda h: h.start)
    taken = {id(h.counted) for h in changed}
    last: tuple[int, int, Outcome] | None = None
    whole: Harm | None = None
    for a, b in _clauses(low, start, end):
        here = [word for word in words if a <= word[0] < b]
        among = _AMONG.match(low, a, b) is not None
        dead = _AMONG_DEAD.search(low, max(start, a - 20), b)
        for count in counts:
            if not a <= count.number_start < b or count.thing or id(count) in taken:
                continue
            if (among or (dead is None and _AMONG.search(low, a, count.number_start) is not None)) and whole is not None:
                _break_down(whole, count)
                continue
            if dead is not None and count.number_start > dead.end():
                found.append(Harm(count, _outcome(dead["what"]), dead.start(), count.end, "among/1", Step.PART))
                continue
            word = _nearest(here, count)
            if word is None and last is not None and (count.more or _GOES_ON.match(low, a, b) is not None or not here) and count.noun and not here:
                word = last if _GOES_ON.match(low, a, b) or count.more or low[max(start, a - 3) : a].strip() in (",", "і", "та") else None
            if word is None:
                continue
            whole = _tied(count, word)
            found.append(whole)
        if here:
            last = here[-1]
    return sorted(found, key=lambda h: (h.start, h.counted.number_start))


def _clauses(low: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(match.end() for match in _CLAUSE.finditer(low, start, end)), end]
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def _nearest(words: list[tuple[int, int, Outcome]], count: Counted) -> tuple[int, int, Outcome] | None:
    """Return the word of harm that a count stands nearest to; a bare number must stand beside it."""
    best, least = None, _FAR if count.noun else _BARE
    for word in words:
        if word[0] < count.end and count.start < word[1]:
            continue
        gap = word[0] - count.end if word[0] >= count.end else count.start - word[1]
        if gap < least:
            best, least = word, gap
    return best


def _tied(count: Counted, word: tuple[int, int, Outcome]) -> Harm:
    outcome = word[2]
    if outcome is Outcome.BODIES_RECOVERED:
        count.unit = Unit.BODIES
    groups: tuple[Group, ...] = ()
    if count.group is not None:
        groups = (Group(name=count.group, low=count.low, high=count.high),)
    step = Step.INCREMENT if count.more and outcome is Outcome.BODIES_RECOVERED else Step.TOTAL
    return Harm(count, outcome, min(count.start, word[0]), max(count.end, word[1]), f"{outcome.value}/1", step, groups)


def _break_down(whole: Harm, count: Counted) -> None:
    if count.group is not None and not any(group.name == count.group for group in whole.groups):
        whole.groups = (*whole.groups, Group(name=count.group, low=count.low, high=count.high))


def _changed(low: str, start: int, end: int, counts: list[Counted]) -> list[Harm]:
    """Find "the number of dead rose from 11 to 14": the new figure runs on, the old one is replaced."""
    found = []
    for match in _CHANGE.finditer(low, start, end):
        outcome = _outcome(match["what"])
        new = next((c for c in counts if c.number_start >= match.start("new") - 1), None)
        if new is not None:
            if low[new.start : new.number_start].strip() == "до":
                new.start, new.low, new.high = new.number_start, new.high, new.high
            found.append(Harm(new, outcome, match.start(), new.end, "toll/1", Step.RUNNING))
        if match["old"] is not None:
            old = next((c for c in counts if match.start("old") <= c.number_start < match.end("old")), None)
            if old is not None:
                found.append(Harm(old, outcome, match.start(), old.end, "toll-change/1", Step.REPLACED))
    return found


def _none(low: str, start: int, end: int) -> list[Harm]:
    found = []
    for match in _NONE.finditer(low, start, end):
        word = match["a"] or match["b"] or match["c"]
        outcome = Outcome.KILLED if word.startswith(("загиб", "загин", "жертв")) else Outcome.INJURED if word.startswith("поран") else Outcome.KILLED_OR_INJURED
        zero = Counted(match.start(), match.end(), match.start(), match.end(), 0, 0, who=Who.UNSPECIFIED, noun=word)
        found.append(Harm(zero, outcome, match.start(), match.end(), "none/1"))
    return found
