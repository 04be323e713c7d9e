"""The words of time in an Arabic passage, found and read, in order."""

import re
from bisect import bisect_left, bisect_right
from functools import reduce
from operator import or_
from re import Match
from typing import Final

from harmtrace.language.arabic import pieces
from harmtrace.language.arabic.dates.days import DAY_RULES, Rule
from harmtrace.language.arabic.dates.hijri import HIJRI_RULES
from harmtrace.language.arabic.dates.patterns import COMPILED
from harmtrace.language.arabic.dates.ranges import RANGE_RULES
from harmtrace.language.arabic.dates.since import SINCE_RULES
from harmtrace.language.arabic.dates.spells import SPELL_RULES
from harmtrace.language.arabic.letters import Letters
from harmtrace.language.dates.finding import exactly
from harmtrace.language.dates.records import DateMention, Reference

#: A word, as the patterns mean it: they begin where one does.
_WORD: Final = re.compile(r"[^\W_]+")


def find(letters: Letters, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
    """Return the words of time between two folded places, in order, none overlapping."""
    ends, bits = pieces.between(letters, start, end)
    held = reduce(or_, bits, 0)
    if not held & pieces.DATE:
        return ()
    text = letters.text
    words = [match.start() for match in _WORD.finditer(text, start, end)]
    found: list[tuple[int, int, DateMention]] = []
    for name, pattern, one, other, reach in COMPILED:
        if not (held & one and held & other):
            continue
        if reach is None:
            matches = list(pattern.finditer(text, start, end))
        else:
            matches = _matches(pattern, text, end, words, [at for at, bit in zip(ends, bits, strict=True) if bit & one], reach)
        for match in matches:
            a, b = _trimmed(text, match)
            if any(x < b and a < y for x, y, _ in found):
                continue
            mention = _RULES[name](match, reference, text)
            if mention is not None:
                first, last = letters.original(a, b)
                found.append((a, b, mention._replace(start=first, end=last)))
    found.sort(key=lambda one: one[0])
    return exactly(text, found) if len(found) > 1 else tuple([mention for _, _, mention in found])


def _matches(pattern: re.Pattern[str], text: str, end: int, words: list[int], pieces: list[int], reach: int) -> list[Match[str]]:
    """Return what a pattern finds, asked only at words that stand shortly before a piece that it needs."""
    found: list[Match[str]] = []
    k = after = 0
    for at in pieces:
        first, k = max(k, bisect_left(words, at - reach)), bisect_right(words, at)
        for word in words[first:k]:
            if word >= after and (match := pattern.match(text, word, end)) is not None:
                found.append(match)
                after = match.end()
    return found


def _trimmed(text: str, match: Match[str]) -> tuple[int, int]:
    a, b = match.span()
    while b > a and text[b - 1] in " ,.(":
        b -= 1
    while a < b and text[a] in " ,":
        a += 1
    return a, b


_RULES: Final[dict[str, Rule]] = {**DAY_RULES, **RANGE_RULES, **SPELL_RULES, **SINCE_RULES, **HIJRI_RULES}
