"""Words of time in a passage: found, read, and tied to the days beside them."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from re import Match
from typing import Final

from harmtrace.language.dates import almanac
from harmtrace.language.dates.days import DAYS
from harmtrace.language.dates.grammar import BEFORE, EACH, START, fitting, reach
from harmtrace.language.dates.named import NAMED
from harmtrace.language.dates.ranges import RANGES
from harmtrace.language.dates.reading import Scan
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference
from harmtrace.language.dates.since import SINCE
from harmtrace.language.dates.spells import SPELLS
from harmtrace.language.dates.tokens import tokens, window

_RULES: Final[dict[str, Callable[[Scan, Match[str]], DateMention | None]]] = {
    **DAYS,
    **RANGES,
    **SINCE,
    **SPELLS,
    **NAMED,
}


def find(text: str, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
    """Return the words of time in ``text[start:end]``, in order, none overlapping, the longest reading of each.

    A relative mention ("a day earlier") beside a day in the same passage is dated from it: from the nearest
    day before, else the nearest after. Without one its ``edtf`` is None and ``shift_days`` says how far it lies
    from the event talked of.

    >>> text = "The toll stood at nine on Thursday, after a strike two days earlier."
    >>> [mention.edtf for mention in find(text, 0, len(text), Reference(day="2017-03-25", why="given"))]
    ['2017-03-23', '2017-03-21']
    """
    part = window(text, start, end)
    if part is None:
        return ()
    read = tokens(text, part[0], part[1])
    letters, size = read.letters, len(read.letters)
    mentions: list[DateMention] = []
    related = False
    place = 0
    while (candidate := START.search(letters, place)) is not None and (at := candidate.start()) < size:
        place = at + 1
        first = max(0, at - BEFORE)
        last = reach(letters, at)
        match = fitting(letters[first:last], at - first)
        if match is None:
            continue
        mention, end = _read(Scan(read.part(first, last), start, reference, part[2]), match)
        place = first + end
        if mention is not None:
            related = related or mention.kind is DateKind.RELATIVE
            mentions.append(mention)
    out = _related(text, mentions) if related else tuple(mentions)
    return exactly(text, [(one.start, one.end, one) for one in out]) if len(out) > 1 else out


def exactly(text: str, mentions: Sequence[tuple[int, int, DateMention]]) -> tuple[DateMention, ...]:
    """Return mentions with where they stand in ``text``; a night told more exactly right behind it is of that day: "on Saturday night, more exactly at 0:40 on Sunday"."""
    out = [mention for _, _, mention in mentions]
    for k, ((_, end, one), (start, _, other)) in enumerate(pairwise(mentions)):
        told = (
            one.kind is DateKind.POINT is other.kind
            and one.time_of_day is not None
            and one.edtf is not None
            and start - end < _NEAR
        )
        if (
            told
            and one.edtf is not None
            and other.edtf == almanac.shift(one.edtf, 1)
            and _EXACTLY.match(text, end, start) is not None
        ):
            out[k] = one._replace(edtf=other.edtf, anchor=other.anchor)
    return tuple(out)


_NEAR = 60  # characters between two mentions of one time
_EXACTLY = re.compile(
    r"[\s,،(—–-]{0,4}(?:(?:(?:or|and) )?(?:more (?:exactly|precisely)|to be (?:more )?(?:exact|precise)|exactly|precisely|specifically|namely|that is\b|i\.e\.)|و?(?:بالتحديد|تحديدا|بالضبط|علي وجه (?:الدقه|التحديد)|بدقه)|اي\b)"
)


def _read(scan: Scan, match: Match[str]) -> tuple[DateMention | None, int]:
    """Return what the first rule that means something makes of a place, and where to go on."""
    start, failed = match.start(), match.lastgroup or ""
    mention = _RULES[failed](scan, match)
    if mention is not None:
        return mention, match.end()
    later = False
    for name, rule in EACH.items():
        if later and (other := rule.match(scan.tokens.letters, start)) is not None:
            mention = _RULES[name](scan, other)
            if mention is not None:
                return mention, other.end()
        later = later or name == failed
    return None, start + 1


def _related(text: str, mentions: list[DateMention]) -> tuple[DateMention, ...]:
    """Return the mentions with each relative one dated from the nearest day beside it."""
    dated: list[DateMention] = []
    for index, mention in enumerate(mentions):
        if mention.kind is DateKind.RELATIVE and mention.shift_days is not None and mention.edtf is None:
            before = next((one for one in reversed(dated) if _is_day(one)), None)
            day = before or _after(text, mention, mentions[index + 1 :])
            if day is not None and day.edtf is not None:
                edtf = almanac.shift(day.edtf, mention.shift_days)
                mention = mention._replace(edtf=edtf, anchor=Anchor.RELATIVE if edtf is not None else Anchor.NONE)
        dated.append(mention)
    return tuple(dated)


def _after(text: str, mention: DateMention, later: list[DateMention]) -> DateMention | None:
    """Return the next day in the same sentence."""
    day = next((one for one in later if _is_day(one)), None)
    if day is None or _SENTENCE.search(text, mention.end, day.start) is not None:
        return None
    return day


_SENTENCE = re.compile(r"[.!?]\s+[^\W\d_a-z]|\n")


def _is_day(mention: DateMention) -> bool:
    return mention.edtf is not None and mention.kind in (DateKind.POINT, DateKind.RELATIVE)
