"""The same words in two texts: maximal shared runs, aligned exactly."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from harmtrace.copies.letters import Hashes, Indices
from harmtrace.copies.words import GRAM, Words, grams

FRAGMENT = 3
"""Words in a run that counts as kept between two passages in the same order."""

_REPEATS = 8
_FARTHEST = 80
_FREE = re.compile(rb"\0{%d,}" % GRAM)


class Run(NamedTuple):
    """``length`` words from word ``a`` of one text that stand from word ``b`` in the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """The runs of GRAM words of one text, sorted.

    Attributes:
        values: their hashes, each once, in order.
        which: for each run of the text, the place of its hash in ``values``.
        order: the runs of the text by their hashes.
        first, many: where the runs of each of ``values`` begin in ``order``, and how many they are.
    """

    values: Hashes
    which: Indices
    order: Indices
    first: Indices
    many: Indices


def sorted_runs(words: Words) -> Runs:
    """Return the runs of a text."""
    hashes = grams(words.hashes)
    order = np.argsort(hashes)
    ranked = hashes[order]
    fresh = np.ones(len(ranked), dtype=bool)
    fresh[1:] = ranked[1:] != ranked[:-1]
    first = fresh.nonzero()[0]
    which = np.empty(len(order), dtype=np.int64)
    which[order] = fresh.cumsum() - 1
    return Runs(values=ranked[first], which=which, order=order, first=first, many=gaps(first, len(ranked)))


def gaps(places: Indices, end: int) -> Indices:
    """Return how far each place is from the next, the last from the end."""
    many = np.empty(len(places), dtype=np.int64)
    if len(places):
        np.subtract(places[1:], places[:-1], out=many[:-1])
        many[-1] = end - places[-1]
    return many


def align(a: Runs, b: Runs) -> tuple[Run, ...]:
    """Return the shared runs of at least GRAM words, longest first taken, in order of ``a``.

    No word of either text is in two runs. Moved paragraphs are found as well.
    """
    taken_a = bytearray(len(a.which) + GRAM)
    taken_b = bytearray(len(b.which) + GRAM)
    runs: list[Run] = []
    for size, at, other in _maximal(a, b):
        length = -size
        if taken_a.find(1, at, at + length) < 0 and taken_b.find(1, other, other + length) < 0:
            parts = [Run(at, other, length)]
        elif taken_a.find(0, at, at + length) < 0 or taken_b.find(0, other, other + length) < 0:
            continue
        else:
            parts = _untaken(Run(at, other, length), taken_a, taken_b)
        for part in parts:
            taken_a[part.a : part.a + part.length] = b"\1" * part.length
            taken_b[part.b : part.b + part.length] = b"\1" * part.length
        runs += parts
    return tuple(sorted(runs))


def _untaken(run: Run, taken_a: bytearray, taken_b: bytearray) -> list[Run]:
    """Return the parts of a run, of GRAM words and more, of which no word is taken."""
    in_a = int.from_bytes(taken_a[run.a : run.a + run.length], "big")
    in_b = int.from_bytes(taken_b[run.b : run.b + run.length], "big")
    return [
        Run(run.a + free.start(), run.b + free.start(), free.end() - free.start())
        for free in _FREE.finditer((in_a | in_b).to_bytes(run.length, "big"))
    ]


def _maximal(a: Runs, b: Runs) -> list[tuple[int, int, int]]:
    """Return less the length and both places of all runs that cannot be made longer, the longest first."""
    left, right = _meetings(a, b)
    if not len(left):
        return []
    key = (right - left) * (len(a.which) + 1) + left
    # Along a diagonal they are in order already, which this kind of sorting makes use of.
    order = key.argsort(kind="stable")
    key = key[order]
    opens = np.concatenate([[0], (key[1:] != key[:-1] + 1).nonzero()[0] + 1])
    lengths = gaps(opens, len(key)) + (GRAM - 1)
    first = order[opens]
    return sorted(zip((-lengths).tolist(), left[first].tolist(), right[first].tolist(), strict=True))


def _meetings(a: Runs, b: Runs) -> tuple[Indices, Indices]:
    """Return places in ``a`` and ``b`` of equal runs; runs that ``b`` repeats often are left out."""
    if not len(a.values) or not len(b.values):
        return a.order[:0], b.order[:0]
    place = np.minimum(np.searchsorted(b.values, a.values), len(b.values) - 1)
    many = b.many[place]
    many[(many > _REPEATS) | (b.values[place] != a.values)] = 0
    left = many[a.which].nonzero()[0]
    which = a.which[left]
    repeats = many[which]
    low = b.first[place[which]]
    if bool((repeats > 1).any()):
        step = np.arange(int(repeats.sum())) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        left, low = np.repeat(left, repeats), np.repeat(low, repeats) + step
    return left, b.order[low]


def kept_between(a: Words, b: Words, runs: tuple[Run, ...]) -> int:
    """Return how many words stand unchanged between neighbouring passages, in runs of FRAGMENT.

    They show that a sentence was edited where it stood; they are no passages of their own.
    """
    kept = 0
    for one, two in pairwise(runs):
        from_a, from_b = one.a + one.length, one.b + one.length
        if not (0 < two.a - from_a <= _FARTHEST and 0 < two.b - from_b <= _FARTHEST):
            continue
        kept += _fragments(a.hashes[from_a : two.a].tolist(), b.hashes[from_b : two.b].tolist())
    return kept


def _fragments(a: list[int], b: list[int]) -> int:
    """Return how many words of ``a`` lie in runs of FRAGMENT words that ``b`` has as well."""
    known = set(zip(b, b[1:], b[2:], strict=False))
    kept, until = 0, 0
    for place, three in enumerate(zip(a, a[1:], a[2:], strict=False)):
        if three in known:
            kept += place + FRAGMENT - max(place, until)
            until = place + FRAGMENT
    return kept
