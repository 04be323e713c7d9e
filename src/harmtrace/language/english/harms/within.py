"""Harm told by an adjective within the counted noun: "61 injured people", "a dead conscript", "eleven burn patients"."""

import re
from dataclasses import replace

from harmtrace.language.english.harms.finder import Finder
from harmtrace.language.english.words import SAY_WORDS
from harmtrace.records.claim import Outcome

_HARMED = {
    **dict.fromkeys("wounded injured maimed burned burnt hurt hospitalised hospitalized concussed bleeding bloodied limbless scalded".split(), Outcome.INJURED),
    **dict.fromkeys("dead killed slain murdered fallen drowned executed beheaded lifeless deceased".split(), Outcome.KILLED),
    **dict.fromkeys("missing disappeared vanished untraced".split(), Outcome.MISSING),
}
_PATIENTS = frozenset("patient patients victim victims survivor survivors case cases".split())
_OF_WOUNDS = frozenset("burn burns gunshot trauma blast amputee".split())
_PREDICATE = re.compile(r"[-o]{0,2}N?a{0,3}-?[kdDgi]")
_STUFF = frozenset("bronze stone marble clay wood plaster wax tin lead iron glass paper concrete plastic granite".split())
_HELPERS = frozenset("treat treats treated treating tend tended nurse nursed".split())


def find_within(finder: Finder) -> None:
    """Find people whose harm their own noun phrase tells, unless a verb right behind it tells of another."""
    words = finder.tokens.words
    for at, counted in list(finder.chunks.counts.items()):
        if counted.kind not in "nv" or at in finder.breakdown or counted.number.high == 0:
            continue
        inner = words[counted.number.end : counted.end - 1]
        outcome = next((_HARMED[word] for word in inner if word in _HARMED), None)
        if outcome is None and counted.head in _PATIENTS and not _OF_WOUNDS.isdisjoint(inner):
            outcome = Outcome.INJURED
        if outcome is None or _PREDICATE.match(finder.tags, at + 1) is not None:
            continue
        if counted.end < len(words) and (words[counted.end] in SAY_WORDS or words[counted.end] == "'s"):
            continue
        if words[counted.end : counted.end + 1] == ["of"] and not _STUFF.isdisjoint(words[counted.end + 1 : counted.end + 2]):
            finder.chunks.counts[at] = replace(counted, kind="x")  # "twelve fallen soldiers of bronze"
            continue
        finder.add(at, outcome, at, "within/1")
