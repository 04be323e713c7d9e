"""Breaks: where the picture becomes another one at once, told apart: cut, step of gain, flip of polarity, zoom."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.scanning.motion import REACH
from harmtrace.footage.scanning.stacks import Stack
from harmtrace.records.footage import Kind

Picture = NDArray[np.float32]
Grid = NDArray[np.float32] | Stack

# Grey levels by which a cell must differ to have changed, and the share of changed cells that makes a break likely.
CHANGED_BY, CHANGED_SHARE = 12, 0.25
_ALIKE, _OPPOSITE = 0.85, -0.7
_ZOOMED, _BLURRED = 0.7, 0.5
# A picture may become larger by one of these, or the earlier one smaller.
_LARGER = (1.11, 1.18, 1.25, 1.33, 1.4, 1.5, 1.66, 1.8, 2.0, 2.2)
# A gain that changes less than this is none.
_GAIN = 0.06


@dataclass(frozen=True, slots=True)
class Break:
    """A break between two frames, and how it was told: correlation with the frame before, gain or factor.

    Attributes:
        shift: cells by which the content lies further down and right, where it is the same.
    """

    kind: Kind | None
    likeness: float
    factor: float | None = None
    shift: tuple[int, int] = (0, 0)


def told(before: Stack, after: Stack) -> Break:
    """Return what parted two frames; kind None where only the camera moved."""
    one, other = before.astype(np.float32), after.astype(np.float32)
    down, right = shift(one, other)
    a, b = overlap(one, other, down, right)
    alike = likeness(a, b)
    if alike >= _ALIKE:
        gain = float(b.std() / max(float(a.std()), 1e-3))
        level = float(b.mean() / max(float(a.mean()), 1e-3))
        changed = max(abs(gain - 1), abs(level - 1)) > _GAIN and abs(down) < 4 and abs(right) < 4
        return Break(Kind.GAIN_STEP if changed else None, alike, gain, (down, right))
    if (opposite := likeness(one, other)) <= _OPPOSITE:
        return Break(Kind.POLARITY_FLIP, opposite)
    factor = _factor(one, other)
    zoomed = likeness(*_scaled(one, other, factor))
    if zoomed > max(_ZOOMED, alike + 0.1):
        return Break(Kind.ZOOM, zoomed, factor)
    return Break(None if alike > _ZOOMED else Kind.CUT, alike, None, (down, right))


def still_moving(one: Break | None, other: Break) -> bool:
    """Return whether what looks like a cut goes on with a motion that was there before: fast, blurred, turning."""
    if one is None or one.kind is not None or other.likeness < _BLURRED:
        return False
    return min(np.hypot(*one.shift), np.hypot(*other.shift)) > REACH and bool(np.dot(one.shift, other.shift) > 0)


def changed(before: Stack, after: Stack) -> float:
    """Return the share of cells that changed by much."""
    return float(np.mean(np.maximum(before, after) - np.minimum(before, after) > CHANGED_BY))


def noise(before: Stack, after: Stack) -> float:
    """Return the median change of a cell, grey levels."""
    steps = (np.maximum(before, after) - np.minimum(before, after))[::2, ::2].ravel()
    return float(np.partition(steps, len(steps) // 2)[len(steps) // 2])


def fitted(history: Stack, before: Stack, after: Stack, kind: Kind) -> Stack:
    """Return earlier frames with the gain, level and polarity of the picture after a break."""
    one, other = before.astype(np.float32), after.astype(np.float32)
    slope = float(other.std()) / max(float(one.std()), 1e-3)
    if kind is Kind.POLARITY_FLIP:
        slope = -slope
    level = float(other.mean()) - slope * float(one.mean())
    found: Stack = np.clip(history.astype(np.float32) * np.float32(slope) + np.float32(level), 0, 255).astype(np.uint8)
    return found


def moved(before: Stack, after: Stack, down: float, right: float) -> bool:
    """Return whether a shift makes two frames more alike than none: a flash can look like motion to the profiles."""
    one, other = before.astype(np.float32), after.astype(np.float32)
    a, b = overlap(one, other, round(down), round(right))
    return _unlike(a, b) < _unlike(one, other)


def grew(before: Stack, after: Stack, factor: float) -> bool:
    """Return whether enlarging the first frame makes two frames more alike."""
    one, other = before.astype(np.float32), after.astype(np.float32)
    a, b = _scaled(one, other, factor)
    return _unlike(a, b) < _unlike(one, other)


def _unlike(one: Grid, other: Grid) -> float:
    """Return the mean difference of two pictures; what differs by much, as a flash does, counts as little more."""
    return float(np.minimum(np.abs(one - other), CHANGED_BY).mean())


def shift(one: Grid, other: Grid) -> tuple[int, int]:
    """Return by how many cells the second picture's content lies further down and right, by phase correlation."""
    rows, columns = one.shape
    window = _window(rows, columns)
    first = np.fft.rfft2((one - np.float32(one.mean())) * window)
    second = np.fft.rfft2((other - np.float32(other.mean())) * window)
    cross = second * np.conj(first)
    cross /= np.maximum(np.abs(cross), 1e-6)
    at = int(np.fft.irfft2(cross, one.shape).argmax())
    down, right = divmod(at, columns)
    return (down - rows if down > rows // 2 else down), (right - columns if right > columns // 2 else right)


@lru_cache(maxsize=2)
def _window(rows: int, columns: int) -> Picture:
    """Return the weights by which the edges of a picture fade out."""
    return (np.hanning(rows)[:, None] * np.hanning(columns)[None, :]).astype(np.float32)


def overlap(one: Grid, other: Grid, down: int, right: int) -> tuple[Grid, Grid]:
    """Return the parts that two pictures share if the second lies so many cells further down and right."""
    rows, columns = one.shape
    if abs(down) > rows // 2 or abs(right) > columns // 2:
        down = right = 0
    return (
        one[max(0, -down) : rows - max(0, down), max(0, -right) : columns - max(0, right)],
        other[max(0, down) : rows + min(0, down), max(0, right) : columns + min(0, right)],
    )


def _factor(one: Picture, other: Picture) -> float:
    """Return the factor by which the second picture most likely is the first, enlarged; every second cell is enough."""
    a, b = one[::2, ::2], other[::2, ::2]
    where = _enlarged(*a.shape)
    likely = np.concatenate((_likenesses(b, a.ravel()[where]), _likenesses(a, b.ravel()[where])))
    factors = (*_LARGER, *(1 / factor for factor in _LARGER))
    return factors[int(likely.argmax())]


def _likenesses(one: Picture, many: Picture) -> NDArray[np.float32]:
    """Return the correlation of a picture with each of many, 0 where one is flat."""
    level = one.mean()
    a, b = (one - level).ravel(), many - level
    sums, squares, both = b.sum(axis=1), np.einsum("ij,ij->i", b, b), np.einsum("ij,j->i", b, a)
    size = np.sqrt(np.maximum(squares - sums * sums / a.size, 0) * (a * a).sum())
    found: NDArray[np.float32] = np.where(size > 1e-3, both / np.maximum(size, 1e-3), 0)
    return found


@lru_cache(maxsize=2)
def _enlarged(rows: int, columns: int) -> NDArray[np.intp]:
    """Return which cells of a picture lie where when it is enlarged about its middle by each of the factors."""
    found = [_places(rows, factor)[:, None] * columns + _places(columns, factor)[None, :] for factor in _LARGER]
    return np.array(found).reshape(len(_LARGER), -1)


def _places(many: int, factor: float) -> NDArray[np.intp]:
    places = np.rint((np.arange(many) - many / 2) / factor + many / 2).astype(np.intp)
    found: NDArray[np.intp] = np.clip(places, 0, many - 1)
    return found


def _scaled(one: Picture, other: Picture, factor: float) -> tuple[Picture, Picture]:
    """Return the parts that two pictures share if the second is the first, enlarged by a factor about its middle."""
    if factor < 1:
        b, a = _scaled(other, one, 1 / factor)
        return a, b
    return one[_places(one.shape[0], factor)][:, _places(one.shape[1], factor)], other


def likeness(a: Grid, b: Grid) -> float:
    """Return the correlation of two pictures, 0 where one is flat."""
    a, b = a - a.mean(), b - b.mean()
    size = math.sqrt(float(np.einsum("ij,ij", a, a)) * float(np.einsum("ij,ij", b, b)))
    return float(np.einsum("ij,ij", a, b)) / size if size > 1e-6 else 0.0
