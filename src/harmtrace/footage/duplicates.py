"""Luma pictures -> PDQ hashes; hashes of recordings -> which recordings show the same pictures at which offset."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from harmtrace.records.looking import Pair

Floats = NDArray[np.float64]
Words = NDArray[np.uint64]

VERSION = "pdq/1"
LEAST_QUALITY = 50
"""Pictures with less detail than this are not compared (PDQ's own advice)."""
MOST_DISTANCE = 31
"""Bits of 256 that may differ in two pictures taken for the same (PDQ's own advice)."""
_LEAST_PICTURES = 3
_SIDE, _KEPT = 64, 16
# Offsets of one fit: key frames of a copy may stand elsewhere, but those a second apart are two.
_OFFSET_S = 0.999
# An offset fits where this share of the pictures that it lays over one another are near; one of several is sure where
# the others' pictures differ by so many bits more, and so many times as much.
_FITS, _SLACK, _APART_BITS, _APART = 0.6, 0.1, 2.0, 1.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prints:
    """The hashes of one recording's key frames, those of too little detail left out.

    Attributes:
        media_s: seconds from the first frame, in order; ``words``: four 64-bit words a picture.
    """

    media_s: Floats
    words: Words


def pdq(luma: NDArray[np.uint8]) -> tuple[bytes, int]:
    """Return the PDQ hash (32 bytes, most significant bit first) and quality (0 to 100) of a grey picture.

    The algorithm of "PDQ and TMK + PDQF", Facebook 2019, in numpy: two passes of a box filter, 64 x 64 points, the
    16 x 16 lowest frequencies of a cosine transform without the constant, each held against their median. Made anew
    here because the package ``pdqhash`` has no wheels: tests hold it to that package where it is installed.
    """
    points = luma.astype(np.float64)
    for _ in range(2):
        points = _box(_box(points, 1), 0)
    rows, columns = (((np.arange(_SIDE) + 0.5) * size / _SIDE).astype(int) for size in luma.shape)
    small = points[np.ix_(rows, columns)]
    waves = _cosines() @ small @ _cosines().T
    bits = waves.ravel() > np.partition(waves.ravel(), waves.size // 2 - 1)[waves.size // 2 - 1]
    return np.packbits(bits[::-1]).tobytes(), _quality(small)


def _box(points: Floats, axis: int) -> Floats:
    """Return running means along an axis; at the ends, of what there is."""
    size = points.shape[axis]
    full = (size + 2 * _SIDE - 1) // (2 * _SIDE)
    half = (full + 2) // 2
    at = np.arange(size)
    first, last = np.maximum(at - (full - half), 0), np.minimum(at + half, size)
    sums = np.concatenate([np.zeros_like(points.take([0], axis)), np.cumsum(points, axis)], axis)
    counts = (last - first).reshape((-1, 1) if axis == 0 else (1, -1))
    return np.asarray((sums.take(last, axis) - sums.take(first, axis)) / counts)


@cache
def _cosines() -> Floats:
    rows, columns = np.arange(1, _KEPT + 1)[:, None], np.arange(_SIDE)[None, :]
    return np.asarray(np.sqrt(2 / _SIDE) * np.cos(np.pi / (2 * _SIDE) * rows * (2 * columns + 1)))


def _quality(small: Floats) -> int:
    steps = sum(np.abs(np.trunc(np.diff(small, axis=axis) * 100 / 255)).sum() for axis in (0, 1))
    return min(100, int(steps) // 90)


def prints(pictures: Sequence[tuple[float, NDArray[np.uint8]]]) -> Prints:
    """Return the hashes of key frames (media seconds, luma), without those of too little detail."""
    hashed = [(media_s, *pdq(luma)) for media_s, luma in pictures]
    kept = [(media_s, digest) for media_s, digest, quality in hashed if quality >= LEAST_QUALITY]
    words = np.frombuffer(b"".join(digest for _, digest in kept), dtype=">u8").astype(np.uint64)
    return Prints(media_s=np.array([media_s for media_s, _ in kept]), words=words.reshape(-1, 4))


def pairs(recordings: Mapping[str, Prints]) -> tuple[Pair, ...]:
    """Return the recordings that show the same pictures, most pictures first.

    A pair needs three pictures in common at one offset (or all that the shorter has, if it is a single picture).
    """
    found = [
        pair
        for (a, of_a), (b, of_b) in combinations(sorted(recordings.items()), 2)
        if (pair := _pair(a, of_a, b, of_b)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.pictures, one.a, one.b)))


def _pair(a: str, of_a: Prints, b: str, of_b: Prints) -> Pair | None:
    shorter = min(len(of_a.media_s), len(of_b.media_s))
    near = np.array([*_near(of_a.words, of_b.words)], dtype=int).reshape(-1, 3)
    if not shorter or len(near) < (least := min(shorter, _LEAST_PICTURES)):
        return None
    offsets = of_b.media_s[near[:, 1]] - of_a.media_s[near[:, 0]]
    order = np.argsort(offsets, kind="stable")
    near, offsets = near[order], offsets[order]
    first, sure = _offset(offsets, near[:, 2], of_a.media_s, of_b.media_s)
    fits = (offsets >= first) & (offsets <= first + _OFFSET_S)
    shared = np.unique(near[fits, 0])
    if len(shared) < least:
        return None
    start, end = _longest(shared)
    return Pair(
        a=a,
        b=b,
        offset_s=round(float(np.median(offsets[fits])), 3) if sure else None,
        pictures=len(shared),
        share=round(len(shared) / shorter, 3),
        start_s=round(float(of_a.media_s[start]), 3),
        end_s=round(float(of_a.media_s[end]), 3),
    )


def _offset(offsets: Floats, bits: NDArray[np.int64], of_a: Floats, of_b: Floats) -> tuple[float, bool]:
    """Return where the second of offsets begins that fits best, and whether it is sure.

    ``offsets`` are in order, with the bits by which the pictures of each differ. A view that hardly changes is like
    itself at any offset. Where several fit equally well, by the share of the pictures laid over one another that are
    near, the one whose pictures differ by far the least is sure; if none does, the fullest is taken, unsure.
    """
    many = np.searchsorted(offsets, offsets + _OFFSET_S, side="right") - np.arange(len(offsets))
    sums = np.concatenate(([0], np.cumsum(bits)))
    means = (sums[np.arange(len(offsets)) + many] - sums[: len(offsets)]) / many
    middle = offsets + _OFFSET_S / 2
    begin, end = np.maximum(of_a[0], of_b[0] - middle), np.minimum(of_a[-1], of_b[-1] - middle)
    over = np.searchsorted(of_a, end + _OFFSET_S / 2, side="right") - np.searchsorted(of_a, begin - _OFFSET_S / 2)
    share = np.minimum(many / np.maximum(over, 1), 1.0)
    few = many < min(_LEAST_PICTURES, len(of_a), len(of_b))
    share[few] = 0
    # The fullest is where most pictures agree; what fits no worse is a rival.
    best = int(np.argmax(many))
    rivals = np.flatnonzero(share >= max(share[best], _FITS) - _SLACK)
    rivals = rivals[np.abs(offsets[rivals] - offsets[best]) > _OFFSET_S]
    if not len(rivals):
        return float(offsets[best]), True
    least = int(rivals[np.argmin(means[rivals])])
    for one, others in ((best, rivals), (least, np.append(rivals, best))):
        away = others[np.abs(offsets[others] - offsets[one]) > _OFFSET_S]
        if not len(away) or float(means[away].min()) >= max(means[one] + _APART_BITS, _APART * means[one]):
            return float(offsets[one]), True
    fuller = rivals[many[rivals] >= many[best] / 2]
    return float(offsets[best]), not len(fuller)


def _near(a: Words, b: Words) -> Iterator[tuple[int, int, int]]:
    """Yield which pictures of the one are near which of the other, and by how many bits they differ."""
    for at, one in enumerate(a):
        apart = np.bitwise_count(b ^ one).sum(axis=1)
        yield from ((at, int(other), int(apart[other])) for other in np.flatnonzero(apart <= MOST_DISTANCE))


def _longest(numbers: NDArray[np.int64]) -> tuple[int, int]:
    """Return the first and last of the longest run of numbers that follow one another."""
    breaks = np.flatnonzero(np.diff(numbers) > 1)
    starts, ends = np.r_[0, breaks + 1], np.r_[breaks, len(numbers) - 1]
    best = int(np.argmax(ends - starts))
    return int(numbers[starts[best]]), int(numbers[ends[best]])
