"""Breaks: where the picture becomes another one at once, told apart: cut, step of gain, flip of polarity, zoom."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.scanning.motion import REACH
from harmtrace.footage.scanning.stacks import Stack
from harmtrace.records.footage import Kind

Picture = NDArray[np.float32]
Grid = NDArray[np.float32] | Stack
Spectrum = NDArray[np.complexfloating]
_Any = TypeVar("_Any", NDArray[np.float32], Stack)

# Grey levels by which a cell must differ to have changed, and the share of changed cells that makes a break likely.
CHANGED_BY, CHANGED_SHARE = 12, 0.25
_ALIKE, _OPPOSITE = 0.85, -0.7
_ZOOMED, _BLURRED = 0.7, 0.5
# A shift that makes two pictures so alike is not looked for anew: blur and noise make the rest.
_GUESSED = 0.75
# A picture may become larger by one of these, or the earlier one smaller.
_LARGER = (1.11, 1.18, 1.25, 1.33, 1.4, 1.5, 1.66, 1.8, 2.0, 2.2)
_FACTORS = (*_LARGER, *(1 / factor for factor in _LARGER))
# So much less alike by every fourth cell, no factor makes a zoom.
_NEVER = 0.2
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


class Look:
    """A grid as it is held against others: its light, and its spectrum, worked out once."""

    def __init__(self, grid: Grid) -> None:
        """Take a grid, which is copied."""
        self.light: Picture = grid.astype(np.float32)
        self._spectrum: Spectrum | None = None

    @property
    def spectrum(self) -> Spectrum:
        """The spectrum of the picture with its edges faded out."""
        if self._spectrum is None:
            window = _window(*self.light.shape)
            faded = self.light - np.float32(_mean(self.light))
            faded *= window
            self._spectrum = np.fft.rfft2(faded)
        return self._spectrum


def told(before: Look, after: Look, *, guess: tuple[int, int] = (0, 0)) -> Break:
    """Return what parted two frames; kind None where only the camera moved.

    ``guess``: a shift of the content, down and right, that is believed where it makes them alike.
    """
    one, other = before.light, after.light
    down, right = guess
    alike, gain, level = _compared(*overlap(one, other, down, right))
    if alike < (_ALIKE if guess == (0, 0) else _GUESSED) and (found := shift(before, after)) != guess:
        down, right = found
        alike, gain, level = _compared(*overlap(one, other, down, right))
    if alike >= _ALIKE:
        changed = max(abs(gain - 1), abs(level - 1)) > _GAIN and abs(down) < 4 and abs(right) < 4
        return Break(Kind.GAIN_STEP if changed else None, alike, gain, (down, right))
    if alike < _ZOOMED and (opposite := likeness(one, other)) <= _OPPOSITE:
        return Break(Kind.POLARITY_FLIP, opposite)
    # What every fourth cell shows to be far less alike by any factor is not looked at closer.
    if max(_likely(one, other, 4)) > min(alike, _ZOOMED) - _NEVER:
        factor = _FACTORS[int(np.argmax(_likely(one, other, 2)))]
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
    return np.count_nonzero(np.maximum(before, after) - np.minimum(before, after) > CHANGED_BY) / before.size


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
    a, b = overlap(before, after, round(down), round(right))
    return _unlike(a, b) < _unlike(before, after)


def grew(before: Stack, after: Stack, factor: float) -> bool:
    """Return whether enlarging the first frame makes two frames more alike."""
    a, b = _scaled(before, after, factor)
    return _unlike(a, b) < _unlike(before, after)


def _unlike(one: Stack, other: Stack) -> float:
    """Return the mean difference of two pictures; what differs by much, as a flash does, counts as little more."""
    steps = np.minimum(np.maximum(one, other) - np.minimum(one, other), CHANGED_BY)
    found: float = np.add.reduce(steps, axis=None, dtype=np.uint32) / steps.size
    return found


def shift(one: Look, other: Look) -> tuple[int, int]:
    """Return by how many cells the second picture's content lies further down and right, by phase correlation."""
    rows, columns = one.light.shape
    cross = other.spectrum * np.conj(one.spectrum)
    cross *= 1 / np.maximum(np.abs(cross), np.float32(1e-6))
    at = int(np.fft.irfft2(cross, (rows, columns)).argmax())
    down, right = divmod(at, columns)
    return (down - rows if down > rows // 2 else down), (right - columns if right > columns // 2 else right)


@lru_cache(maxsize=2)
def _window(rows: int, columns: int) -> Picture:
    """Return the weights by which the edges of a picture fade out."""
    return (np.hanning(rows)[:, None] * np.hanning(columns)[None, :]).astype(np.float32)


def overlap(one: _Any, other: _Any, down: int, right: int) -> tuple[_Any, _Any]:
    """Return the parts that two pictures share if the second lies so many cells further down and right."""
    rows, columns = one.shape
    if abs(down) > rows // 2 or abs(right) > columns // 2:
        down = right = 0
    return (
        one[max(0, -down) : rows - max(0, down), max(0, -right) : columns - max(0, right)],
        other[max(0, down) : rows + min(0, down), max(0, right) : columns + min(0, right)],
    )


def _likely(one: Picture, other: Picture, step: int) -> list[float]:
    """Return how alike two pictures are if the second is the first, enlarged by each factor; by one cell in so many."""
    where = _enlarged(*one[::step, ::step].shape)
    a, b = (np.ravel(each[::step, ::step] - each[::step, ::step].mean()) for each in (one, other))
    found = (_likenesses(b, a.take(where, mode="clip")), _likenesses(a, b.take(where, mode="clip")))
    return [float(likely) for part in found for likely in part]


def _likenesses(one: Picture, many: Picture) -> NDArray[np.float32]:
    """Return the correlation of a picture without its mean with each of many of a mean near 0; 0 where one is flat."""
    sums, squares = many.sum(axis=1), np.einsum("ij,ij->i", many, many)
    both = np.einsum("ij,j->i", many, one)
    size = np.sqrt(np.maximum(squares - sums * sums / one.size, 0) * np.einsum("i,i", one, one))
    found: NDArray[np.float32] = np.where(size > 1e-3, both / np.maximum(size, 1e-3), 0)
    return found


@lru_cache(maxsize=4)
def _enlarged(rows: int, columns: int) -> NDArray[np.intp]:
    """Return which cells of a picture lie where when it is enlarged about its middle by each of the factors."""
    found = [_places(rows, factor)[:, None] * columns + _places(columns, factor)[None, :] for factor in _LARGER]
    return np.array(found).reshape(len(_LARGER), -1)


def _places(many: int, factor: float) -> NDArray[np.intp]:
    places = np.rint((np.arange(many) - many / 2) / factor + many / 2).astype(np.intp)
    found: NDArray[np.intp] = np.clip(places, 0, many - 1)
    return found


def _scaled(one: _Any, other: _Any, factor: float) -> tuple[_Any, _Any]:
    """Return the parts that two pictures share if the second is the first, enlarged by a factor about its middle."""
    if factor < 1:
        b, a = _scaled(other, one, 1 / factor)
        return a, b
    return one[_places(one.shape[0], factor)][:, _places(one.shape[1], factor)], other


def _mean(a: Grid) -> float:
    """Return the mean of all cells; numpy's own takes longer to begin than to add."""
    return float(np.add.reduce(a, axis=None, dtype=np.float32)) / a.size


def likeness(a: Grid, b: Grid) -> float:
    """Return the correlation of two pictures, 0 where one is flat."""
    return _compared(a, b)[0]


def _compared(a: Grid, b: Grid) -> tuple[float, float, float]:
    """Return the correlation of two pictures, and the contrast and the level of the second by those of the first."""
    first, second = _mean(a), _mean(b)
    one, other = np.ravel(a - np.float32(first)), np.ravel(b - np.float32(second))
    power, powers = float(np.einsum("i,i", one, one)), float(np.einsum("i,i", other, other))
    size = math.sqrt(power * powers)
    alike = float(np.einsum("i,i", one, other)) / size if size > 1e-6 else 0.0
    return alike, math.sqrt(powers / max(power, 1e-6 * one.size)), second / max(first, 1e-3)
