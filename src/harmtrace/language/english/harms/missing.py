"""Counts of people missing or buried: "eight ferrymen are beneath the beams"."""

import re
from dataclasses import replace

from harmtrace.language.english.harms.finder import Finder
from harmtrace.records.claim import Outcome

_UNDER = re.compile(r"([nvm])[-a2,xV]{0,6}(?:B[-]{0,2}|[-]{0,2})(u)")
_BURIED = re.compile(r"([nvm])(?:,S[-xpfo]{1,5},)?[-a2,]{0,5}(B)")
_RUBBLE_WORDS = frozenset("rubble debris ruins concrete wreckage collapsed stairwell slab slabs masonry bricks earth mud".split())
_STILL = frozenset("feared believed still thought may might could remain remains trapped presumed probably possibly".split())
_FEARED = frozenset("feared believed still remain remains remained alive rubble debris ruins thought may trapped many".split())


def find_missing(finder: Finder) -> None:
    """Find "eight ferrymen are beneath the beams", "many are feared buried"."""
    for m in _UNDER.finditer(finder.tags):
        verbs = [finder.word(k) for k in range(m.start(1), m.start(2)) if finder.tags[k] == "V"]
        if any(verb not in ("remain", "remains", "remained", "remaining") for verb in verbs):
            continue
        if finder.word(m.start(2)) == "beneath" or _under(finder, m.start(2)):
            _maybe(finder, m.start(1), m.start(2))
            finder.add(m.start(1), Outcome.MISSING, m.start(2), "under-rubble/1")
    for m in _BURIED.finditer(finder.tags):
        words = finder.text(m.start(1), min(len(finder.tags) - 1, m.end(2) + 3))
        if _RUBBLE_WORDS & set(words) or ({"under", "beneath", "underneath"} & set(words) and _STILL & set(finder.tokens.words)) or (finder.word(m.start(2)) == "buried" and not {"under", "beneath"} & set(words) and _FEARED & set(finder.tokens.words)):
            _maybe(finder, m.start(1), m.start(2))
            finder.add(m.start(1), Outcome.MISSING, m.start(2), "under-rubble/1")
        elif finder.word(m.start(2)) == "buried" and not {"under", "beneath"} & set(words):
            finder.add(m.start(1), Outcome.KILLED, m.start(2), "buried/1")


def _maybe(finder: Finder, at: int, verb: int) -> None:
    """Mark a count of people who may lie there as unsure."""
    counted = finder.chunks.counts.get(at)
    if counted is not None and not {"may", "might", "could"}.isdisjoint(finder.text(at, verb)):
        finder.chunks.counts[at] = replace(counted, number=replace(counted.number, maybe=True))


def _under(finder: Finder, at: int) -> bool:
    start = finder.chunks.spans[at][0]
    return finder.tokens.words[start] in ("under", "underneath") or bool({"under", "beneath", "in", "underneath"} & set(finder.tokens.words[max(0, start - 3) : start]))
