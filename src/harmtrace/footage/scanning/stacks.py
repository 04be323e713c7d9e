"""Stacks of grids over time: the brightest of the last frames near by, what stands above it, and in which parts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Stack = NDArray[np.uint8]
# Cells worked on at a time, so that they stay in the processor's cache.
_CHUNK_BYTES = 115_200


def window_max(stack: Stack, size: int, axis: int) -> Stack:
    """Return the maxima of ``size`` neighbours along an axis, which gets shorter by ``size - 1``.

    Windows are doubled: log2(size) passes in place of size.

    >>> window_max(np.array([1, 5, 2, 0, 3], np.uint8), 3, 0).tolist()
    [5, 5, 3]
    """
    have = 1
    found = stack
    while have * 2 <= size:
        found = np.maximum(_part(found, axis, 0, -have), _part(found, axis, have, None))
        have *= 2
    if have < size:
        more = size - have
        found = np.maximum(_part(found, axis, 0, -more), _part(found, axis, more, None))
    return found


def _part(stack: Stack, axis: int, start: int, stop: int | None) -> Stack:
    where: list[slice] = [slice(None)] * stack.ndim
    where[axis] = slice(start, stop)
    return stack[tuple(where)]


class Room:
    """Memory for stacks of a size at most, used again for each: to ask the system for it costs more than the work."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        """Take memory for stacks of a shape (frames, rows, columns)."""
        self._negative = np.empty(shape, np.uint8)
        self._above = (np.empty(shape, np.uint8), np.empty(shape, np.uint8))
        self._lines = (np.empty(self._negative.size, np.uint8), np.empty(self._negative.size, np.uint8))

    def negative(self, stack: Stack) -> Stack:
        """Return a stack with light and dark changed, valid until the next is asked for."""
        return np.subtract(255, stack, out=self._negative[: len(stack)])

    def above(self, count: int, *, dark: bool) -> Stack:
        """Return room for what stands above (or, dark, below), valid until it is asked for again; not empty."""
        return self._above[dark][:count]

    def beside(self, line: Stack) -> Stack:
        """Return a line of cells in which another one does not lie."""
        return self._lines[line.base is self._lines[0]]


def above(stack: Stack, *, before: int, reach: int, room: Room | None = None, dark: bool = False) -> Stack:
    """Return by how much each frame but the first ``before`` stands above what the frames before it had near by.

    "Near by" is ``reach`` cells in every direction, so that what moves no faster stands above nothing. The edges, as
    wide as the reach, stand above nothing either. ``room``: memory for so many frames, in which the answer lies, apart
    for ``dark``.
    """
    count, (rows, columns) = len(stack) - before, stack.shape[1:]
    room = room or Room(stack.shape)
    found = room.above(count, dark=dark)
    if min(rows, columns) <= 2 * reach:
        found[:] = 0
        return found
    chunk = max(1, _CHUNK_BYTES // (rows * columns))
    for start in range(0, count, chunk):
        _above(stack[start : min(start + chunk, count) + before], found[start : start + chunk], before, reach, room)
    for edge in (np.s_[:, :reach], np.s_[:, -reach:], np.s_[:, :, :reach], np.s_[:, :, -reach:]):
        found[edge] = 0
    return found


def _above(stack: Stack, found: Stack, before: int, reach: int, room: Room) -> None:
    """Fill in what stands above; all cells in one line, so that rows and frames run into one another at the edges."""
    rows, columns = stack.shape[1:]
    line, size, side = stack.reshape(-1), rows * columns, 2 * reach + 1
    past = _line_max(line[:-size], before, size, room)
    near = _line_max(_line_max(past, side, 1, room), side, columns, room)
    start = reach + reach * columns
    now = line[before * size :][start : start + len(near)]
    lower = np.minimum(now, near, out=room.beside(near)[: len(near)])
    np.subtract(now, lower, out=found.reshape(-1)[start : start + len(near)])


def _line_max(line: Stack, size: int, step: int, room: Room) -> Stack:
    """Return the maxima of ``size`` cells, each ``step`` after the other, from each cell on."""
    have, found = 1, line
    while have < size:
        more = min(have, size - have) * step
        found = np.maximum(found[:-more], found[more:], out=room.beside(found)[: len(found) - more])
        have += more // step
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """Cells that hang together: how many, their weights' centre, the highest weight and the cell that has it."""

    area: int
    row: float
    column: float
    peak: float
    top: tuple[int, int]


def parts(weights: Stack, least: float, peak: float = 0.0) -> list[Part]:
    """Return the parts of one grid that stand at least so high, cells joined over sides and corners, highest first.

    ``peak``: what the highest cell of a part must have; other parts are not even put together.

    >>> [(part.area, part.peak) for part in parts(np.array([[9, 0, 0], [0, 8, 0], [0, 0, 0], [7, 0, 0]], np.uint8), 5)]
    [(2, 9.0), (1, 7.0)]
    """
    wide = weights.shape[1] + 1  # one more than there is: a row's end and the next one's beginning are no neighbours
    rows, columns = np.nonzero(weights >= least)
    places = (rows * wide + columns).tolist()
    begin = [place for place, high in zip(places, (weights[rows, columns] >= peak).tolist(), strict=True) if high]
    left = set(places)
    near = (-wide - 1, -wide, -wide + 1, -1, 1, wide - 1, wide, wide + 1)
    found = []
    for first in begin:
        if first not in left:
            continue
        left.remove(first)
        cells = [first]
        for place in cells:  # grows while it is gone through
            for step in near:
                if place + step in left:
                    left.remove(place + step)
                    cells.append(place + step)
        found.append(_part_of(weights, *np.divmod(np.sort(cells), wide)))
    return sorted(found, key=lambda part: (-part.peak, part.row, part.column))


def _part_of(weights: Stack, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Part:
    held = weights[rows, columns].astype(np.float64)
    total = float(held.sum())
    at = int(held.argmax())
    top = (int(rows[at]), int(columns[at]))
    return Part(len(rows), float(held @ rows) / total, float(held @ columns) / total, float(held[at]), top)
