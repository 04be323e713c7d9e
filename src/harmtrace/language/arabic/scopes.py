"""Whether an Arabic count is of one event or a total over a time."""

import re
from dataclasses import dataclass
from typing import Final

from harmtrace.language.arabic.harms.records import Harm
from harmtrace.language.arabic.harms.words import PLAGUES
from harmtrace.language.arabic.numbers import digits
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import AMONG, DEATH, FALL, INJURY, LOSS, NUMBER, PERSON, RECOVERY, STATE, VAGUE
from harmtrace.language.dates import DateKind, DateMention
from harmtrace.records.claim import Outcome, Scope


@dataclass(slots=True)
class Round:
    """What stands round the counts of a sentence.

    Attributes:
        dates: those that may tell when it happened.
        line: the whole sentence, folded.
        parties: the belligerents named, token ranges.
        event: one event is named.
        periodic: a total over a time is named.
    """

    dates: tuple[DateMention, ...]
    line: str
    parties: list[tuple[int, int]]
    event: bool
    periodic: bool


_STRIKES: Final = frozenset("استهداف استهدافا استهدافات غاره غارات غاره هجوم هجوما هجمات ضربه ضربات خرقا خرق خروقات قصفا قصف اعتدا اعتداات حادثه حوادث لغما الغام".split())
_SEVERAL_EVENTS: Final = 7  # so many strikes are no one event


def _many_strikes(t: Tokens, harm: Harm) -> bool:
    """Tell a count behind many strikes ("85 attacks killed 40"): a total of them all."""
    first = harm.start - 14 if harm.start > 14 else 0
    if NUMBER not in t.kinds[first : harm.start]:
        return False
    for k in range(first, harm.start):
        if t.stems[k] in _STRIKES and t.kind(k - 1) == NUMBER and (value := digits(t.stems[k - 1])) is not None and value >= _SEVERAL_EVENTS:
            return "." not in t.kinds[k : harm.start] and any(kind == FALL or stem.startswith("تسبب") for kind, stem in zip(t.kinds[k : harm.start + 1], t.stems[k : harm.start + 1], strict=True))
    return False


def scope_of(t: Tokens, harm: Harm, around: Round) -> tuple[Scope | None, tuple[str, str] | None]:
    """Return whether a count is a total over a time, where the words round it tell."""
    c, dates, event = harm.counted, around.dates, around.event
    if _many_strikes(t, harm):
        return Scope.PERIOD, next((_window(date) for date in dates if date.edtf is not None), None)
    at = t.span(c.number, c.number + 1)[0]
    for date in dates if len(dates) < 2 else sorted(dates, key=lambda d: abs(d.start - at)):
        if date.kind in (DateKind.POINT, DateKind.RELATIVE):
            return Scope.EVENT, None
        if _goes_on(t, c.end, t.at(date.start)):
            continue
        words = t.letters.source[max(0, date.start - 8) : date.end]
        if date.kind is DateKind.SINCE:
            if c.low == c.high == 1 or (harm.outcome is Outcome.MISSING and "هجوم" in t.stems[t.at(date.start) : t.at(date.end - 1) + 1]):
                return None, None  # "her two children, missing since the attack"
            return Scope.PERIOD, _window(date)
        if date.kind is DateKind.WINDOW and date.rule not in ("last:week", "this:weeks"):
            if c.low == c.high == 1 or (date.edtf is None and event) or (harm.outcome is Outcome.BODIES_RECOVERED and date.rule.startswith("within")):
                return None, None
            if date.rule.startswith(("this:", "within")) and date.start > at and _ORDINAL_OF_TIME.search(around.line):
                continue
            return Scope.PERIOD, _window(date)
        if date.kind is DateKind.WINDOW:
            alone = t.stem(t.at(date.end)) == "وحده" or t.stem(t.at(date.end - 1) + 1) == "وحده"  # "last week alone"
            return (Scope.PERIOD, _window(date)) if "خلال" in words or alone else (None, None)
        if date.kind is DateKind.SPAN:
            if "دفعه" in t.stems and ("واحده" in t.stems):
                return Scope.EVENT, None  # "killed more than forty at one stroke last July"
            if "خلال" in words or around.periodic:
                return Scope.PERIOD, _window(date)
            if len(date.edtf or "") == 4 and not event and (c.low or c.high or 0) > 1:
                return Scope.PERIOD, _window(date)
            if len(date.edtf or "") == 7 and not event and (c.low or c.high or 0) > 9:
                return Scope.PERIOD, _window(date)
            return Scope.EVENT, None
        if date.kind is DateKind.RANGE and date.rule != "night between" and "يومي" in t.letters.source[date.start : date.end] and not around.periodic:
            return Scope.EVENT, None  # "on the 24th and 25th": one event of two days
        if date.kind is DateKind.RANGE and date.rule != "night between":
            return Scope.PERIOD, _window(date)
    if around.periodic and not event and not (c.low == c.high == 1):
        return Scope.PERIOD, None
    if harm.outcome is Outcome.KILLED and not (c.single and c.low == 1) and not PLAGUES.isdisjoint(t.stems[c.end : c.end + 3]):
        return Scope.PERIOD, None
    return None, None


_HARMED: Final = frozenset((STATE, DEATH, INJURY, LOSS, RECOVERY, NUMBER, VAGUE, AMONG, PERSON))


def _goes_on(t: Tokens, end: int, date: int) -> bool:
    """Tell a time behind a count that stands in a further clause, which counts nobody: ", and this comes in a war that has not stopped for years"."""
    if date <= end or t.kind(date - 1) == ",":
        return False
    return any(t.kinds[k] == "," and t.conjunctions[k + 1] and _HARMED.isdisjoint(t.kinds[k + 1 : date]) for k in range(end, date - 2))


#: "the third of its kind within a month": no total over the month.
_ORDINAL_OF_TIME: Final = re.compile(r"(?:الثاني|الثالث|الرابع|الخامس|الاول)\w* من نوع")


def _window(date: DateMention) -> tuple[str, str] | None:
    return (date.edtf, date.why) if date.edtf is not None else None
