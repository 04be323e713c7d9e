"""The same words in two texts: maximal shared runs, aligned exactly."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from harmtrace.copies.letters import Hashes, Indices
from harmtrace.copies.words import GRAM, Words, grams

FRAGMENT = 3
"""Words in a run that counts as kept between two passages in the same order."""

_REPEATS = 8
_FARTHEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """``length`` words from word ``a`` of one text that stand from word ``b`` in the other."""

    a: int
    b: int
    length: int


def align(a: Words, b: Words) -> tuple[Run, ...]:
    """Return the shared runs of at least GRAM words, longest first taken, in order of ``a``.

    No word of either text is in two runs. Moved paragraphs are found as well.
    """
    taken_a = np.zeros(len(a), dtype=bool)
    taken_b = np.zeros(len(b), dtype=bool)
    runs: list[Run] = []
    for run in sorted(_maximal(a, b), key=lambda r: (-r.length, r.a, r.b)):
        taken = taken_a[run.a : run.a + run.length] | taken_b[run.b : run.b + run.length]
        for start, length in _stretches(~taken) if taken.any() else [(0, run.length)]:
            if length < GRAM:
                continue
            part = Run(a=run.a + start, b=run.b + start, length=length)
            runs.append(part)
            taken_a[part.a : part.a + length] = True
            taken_b[part.b : part.b + length] = True
    return tuple(sorted(runs, key=lambda r: (r.a, r.b)))


def _maximal(a: Words, b: Words) -> list[Run]:
    """Return all runs of equal words that cannot be made longer."""
    left, right = _meetings(grams(a.hashes), grams(b.hashes))
    if not len(left):
        return []
    diagonal = right - left
    order = np.lexsort((left, diagonal))
    left, diagonal = left[order], diagonal[order]
    breaks = np.flatnonzero((np.diff(diagonal) != 0) | (np.diff(left) != 1)) + 1
    opens = np.concatenate([[0], breaks])
    closes = np.concatenate([breaks, [len(left)]])
    runs = []
    for start, end in zip(opens.tolist(), closes.tolist(), strict=True):
        at, length = int(left[start]), end - start + GRAM - 1
        runs.append(Run(a=at, b=at + int(diagonal[start]), length=length))
    return runs


def _meetings(a: Hashes, b: Hashes) -> tuple[Indices, Indices]:
    """Return places in ``a`` and ``b`` of equal values; values that ``b`` repeats often are left out."""
    order = np.argsort(b, kind="stable")
    values = b[order]
    low = np.searchsorted(values, a, side="left")
    many = np.searchsorted(values, a, side="right") - low
    many[many > _REPEATS] = 0
    left = np.repeat(np.arange(len(a)), many)
    step = np.arange(len(left)) - np.repeat(np.cumsum(many) - many, many)
    return left, order[np.repeat(low, many) + step]


def _stretches(free: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[tuple[int, int]]:
    """Return start and length of each stretch of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]).astype(np.int8)))
    return [(int(s), int(e - s)) for s, e in zip(edges[::2], edges[1::2], strict=True)]


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
