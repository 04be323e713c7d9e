"""Harm told by who lived: "of the nine, two survived", "civilians near by were unharmed"."""

import re
from dataclasses import replace

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.harms.finder import Finder
from harmtrace.language.english.numbers import Number
from harmtrace.language.english.words import WHO_CIVILIAN, WHO_COMBATANT
from harmtrace.records.claim import Outcome, Who

_SURVIVED = re.compile(r"([nm])[^nm;s]{0,10},?([m])(?=V)")


def find_from_survivors(finder: Finder) -> None:
    """Derive the dead from "of the nine people in the house, two survived"; flagged by its rule's name."""
    words = finder.tokens.words
    if "survived" not in words:
        return
    for m in _SURVIVED.finditer(finder.tags):
        whole, left = finder.chunks.counts.get(m.start(1)), finder.chunks.counts.get(m.start(2))
        if whole is None or left is None or finder.word(m.end(2)) != "survived" or m.start(1) in finder.found:
            continue
        a, b = whole.number.low, left.number.low
        if a is None or b is None or whole.number.high != a or left.number.high != b or a <= b:
            continue
        finder.chunks.counts[m.start(1)] = replace(whole, number=replace(whole.number, low=a - b, high=a - b))
        finder.add(m.start(1), Outcome.KILLED, m.end(2), "derived-from-survivors/1")


def find_unharmed(finder: Finder) -> None:
    """Take "civilians near by were unharmed", with a number or without, as nobody harmed."""
    words = finder.tokens.words
    for k, word in enumerate(words):
        if word not in ("unharmed", "unhurt"):
            continue
        at = next((at for at in range(len(finder.tags) - 1, -1, -1) if finder.chunks.spans[at][0] < k and finder.tags[at] in "npvmz"), None)
        if at is None or at in finder.found:
            continue
        span = finder.chunks.spans[at]
        head = words[span[1] - 1]
        who = Who.CIVILIAN if head in WHO_CIVILIAN else Who.COMBATANT if head in WHO_COMBATANT else Who.UNSPECIFIED
        last = next(one for one, s in enumerate(finder.chunks.spans) if s[0] <= k < s[1]) if any(s[0] <= k < s[1] for s in finder.chunks.spans) else at
        finder.chunks.counts[at] = Counted(span[0], span[1], Number(span[0], span[1], span[0], 0, 0), head, "z", who)
        finder.add(at, Outcome.KILLED_OR_INJURED, last, "unharmed/1")
