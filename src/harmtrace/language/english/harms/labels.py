"""Counts with a label: "Civilians killed: 9", "Dead 12, injured 30"."""

import re
from dataclasses import replace

from harmtrace.language.english.harms.finder import OUTCOME, Finder
from harmtrace.language.english.words import CHILD_WORDS, WHO_CIVILIAN, WHO_COMBATANT, WOMAN_WORDS
from harmtrace.records.claim import Outcome, Who

_PAIR = re.compile(r"([nmvy])([kD])[,&\"]{0,2}([nmvy])(i)")
_LABEL = re.compile(r"(p?)([kiDgWjedtc])[-xT@,rF]{0,7}:\"?([mnv])")
_LABEL_LIST = re.compile(r"[kiDdg]:((?:[nv][,&]{1,2}){1,5}[nv])(?=[;)]|-?$)")


def find_labels(finder: Finder, has: set[str]) -> None:
    """Find counts whose own noun is the harm: "36 deaths", "14 casualties", labels, pairs."""
    if ":" in has:
        for m in _LABEL.finditer(finder.tags):
            word = m[2]
            at = m.start(3)
            if word in "ki" and not m[1] and m.start() and finder.tags[m.start() - 1] == "x":
                continue  # "Houses burnt: 23"
            if finder.tags[at + 1 : at + 2] in ("k", "i", "D", "d") and finder.tags[at + 2 : at + 3] != ":":
                continue  # "the dead and wounded: six killed and 13 hurt"
            if word == "t" or finder.word(m.start(2)) in ("shooting", "execution", "slaughter"):
                continue
            finder.add(m.start(3), OUTCOME[word], m.start(2), "label/1")
            if m[1] and m.start(3) in finder.found:
                _who_from_label(finder, m.start(3), finder.word(m.start(1)))
        for m in _LABEL_LIST.finditer(finder.tags):
            for at in range(m.start(1), m.end(1)):
                finder.add(at, OUTCOME[finder.tags[m.start()]], m.start(), "label/1")
    for m in _PAIR.finditer(finder.tags) if {"i"} <= has else ():
        finder.add(m.start(1), Outcome.KILLED, m.start(2), "pair/1")
        finder.add(m.start(3), Outcome.INJURED, m.start(4), "pair/1")


def _who_from_label(finder: Finder, at: int, head: str) -> None:
    """Take who is counted from the label: "Civilians killed: 9", "Children injured: 3"."""
    counted = finder.chunks.counts[at]
    if counted.head == "":
        who = Who.CIVILIAN if head in WHO_CIVILIAN else Who.COMBATANT if head in WHO_COMBATANT else Who.UNSPECIFIED
        finder.chunks.counts[at] = replace(counted, who=who, child=head in CHILD_WORDS, woman=head in WOMAN_WORDS)
        finder.found[at] = replace(finder.found[at], counted=finder.chunks.counts[at])
