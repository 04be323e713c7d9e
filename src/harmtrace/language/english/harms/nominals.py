"""Counts behind a noun of harm: "the deaths of 38 guests", "36 deaths", "14 names of the dead"."""

import re

from harmtrace.language.english.harms.finder import Finder
from harmtrace.records.claim import Outcome, Step

_NOMINAL = re.compile(r"([eKjb1])(?:,?-?)o[-\"]{0,2}((?:[nvmyfz][,&\"]{0,2})+)")
_LIVES_OF = re.compile(r"(l)o[-\"]{0,2}((?:[nvmyf][,&\"]{0,2})+)")
_NAMES_OF = re.compile(r"([m])so-?(D|pk|pw?a{0,2}k)")
_NOMINAL_TAGS = frozenset("eKjb1")
_LIVES_ENDED = frozenset("lost claimed taken ended cut extinguished snuffed gone".split())
_BEEN = frozenset("were are have had was has".split())
_LIVES_VERBS = frozenset("claimed claims claiming took takes taking taken cost costs costing lost loss lose claim".split())


def find_nominals(finder: Finder, has: set[str]) -> None:
    """Find "the deaths of 38 guests", "36 deaths", "the lives of 16 people", "83 bodies"."""
    tags = finder.tags
    if has & _NOMINAL_TAGS:
        for m in _NOMINAL.finditer(tags):
            if m[1] == "1" and finder.word(m.start(1)) not in ("murder", "murders", "massacre"):
                continue
            outcome = {"e": Outcome.KILLED, "1": Outcome.KILLED, "K": Outcome.KILLED, "j": Outcome.INJURED, "b": Outcome.BODIES_RECOVERED}[m[1]]
            step = Step.PART if m[1] == "b" and m.start(1) in finder.chunks.counts else Step.TOTAL
            for at in range(m.start(2), m.end(2)):
                if tags[at] in "nvmyfz":
                    finder.add(at, outcome, m.start(1), "nominal/1", step=step)
    if "l" in has:
        for m in _LIVES_OF.finditer(tags):
            for at in range(m.start(2), m.end(2)):
                finder.add(at, Outcome.KILLED, m.start(1), "lives/1")
    for at, counted in finder.chunks.counts.items():
        match counted.kind:
            case "E":
                finder.add(at, Outcome.KILLED, at, "deaths/1")
            case "C":
                finder.add(at, Outcome.KILLED_OR_INJURED, at, "casualties/1")
            case "J":
                finder.add(at, Outcome.INJURED, at, "injuries/1")
            case "b":
                finder.add(at, Outcome.BODIES_RECOVERED, at, "bodies/1")
            case "n" if counted.head in ("martyr", "martyrs"):
                finder.add(at, Outcome.KILLED, at, "martyrs/1")
            case "l":
                before = finder.text(max(0, at - 4), at)
                behind = finder.tokens.words[counted.end : counted.end + 5]
                if behind[:1] and (_LIVES_ENDED & set(behind[:1]) or (_BEEN & set(behind[:1]) and _LIVES_ENDED & set(behind))):
                    finder.add(at, Outcome.KILLED, at, "lives/1")
                elif _LIVES_VERBS & set(before):
                    finder.add(at, Outcome.KILLED, max(0, at - 1), "lives/1")
            case _:
                pass


def find_names_of_dead(finder: Finder) -> None:
    """Find "14 names of the dead"."""
    for m in _NAMES_OF.finditer(finder.tags):
        if finder.word(m.start(1) + 1) == "names":
            finder.add(m.start(1), Outcome.KILLED, m.start(2), "names-of/1")
