"""Stacks of grids over time: the brightest of the last frames near by, what stands above it, and in which parts."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Stack = NDArray[np.uint8]
# Cells worked on at a time, so that they stay in the processor's cache.
_CHUNK_BYTES = 230_400


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
    """Memory to work in, used again for each stack: to ask the system for it costs more than the work."""

    def __init__(self, shape: tuple[int, ...], *, before: int) -> None:
        """Take memory for grids of a shape (rows, columns), which are held against ``before`` others."""
        self.chunk = max(1, _CHUNK_BYTES // (shape[0] * shape[1]))
        self.above: Stack = np.empty((self.chunk, *shape), np.uint8)
        cells = (self.chunk + before) * shape[0] * shape[1]
        self._lines = (np.empty(cells, np.uint8), np.empty(cells, np.uint8))

    def beside(self, line: Stack) -> Stack:
        """Return a line of cells in which another one does not lie."""
        return self._lines[line.base is self._lines[0]]


def above(stack: Stack, *, before: int, reach: int, room: Room, dark: bool = False) -> Iterator[Stack]:
    """Yield by how much each frame but the first ``before`` stands above what the frames before it had near by.

    Some frames at a time, in memory that the next ones take. "Near by" is ``reach`` cells in every direction, so that
    what moves no faster stands above nothing. The edges, as wide as the reach, stand above nothing either. ``dark``: by
    how much they lie below.

    >>> stack = np.full((2, 5, 5), 7, np.uint8)
    >>> stack[1] = 9
    >>> [int(one[0, 2, 2]) for one in above(stack, before=1, reach=2, room=Room((5, 5), before=1))]
    [2]
    """
    count, (rows, columns) = len(stack) - before, stack.shape[1:]
    for start in range(0, count, room.chunk):
        part = stack[start : min(start + room.chunk, count) + before]
        found = room.above[: len(part) - before]
        if min(rows, columns) <= 2 * reach:
            found[:] = 0
        else:
            _above(part, found, before, reach, room, dark=dark)
            for edge in (np.s_[:, :reach], np.s_[:, -reach:], np.s_[:, :, :reach], np.s_[:, :, -reach:]):
                found[edge] = 0
        yield found


def _above(stack: Stack, found: Stack, before: int, reach: int, room: Room, *, dark: bool) -> None:
    """Fill in what stands above; all cells in one line, so that rows and frames run into one another at the edges."""
    rows, columns = stack.shape[1:]
    pick = np.minimum if dark else np.maximum
    line, size, side = stack.reshape(-1), rows * columns, 2 * reach + 1
    past = _line_most(pick, line[:-size], before, size, room)
    near = _line_most(pick, _line_most(pick, past, side, 1, room), side, columns, room)
    start = reach + reach * columns
    now = line[before * size :][start : start + len(near)]
    lower = np.minimum(now, near, out=room.beside(near)[: len(near)])
    np.subtract(near if dark else now, lower, out=found.reshape(-1)[start : start + len(near)])


def _line_most(pick: np.ufunc, line: Stack, size: int, step: int, room: Room) -> Stack:
    """Return the most, by ``pick``, of ``size`` cells, each ``step`` after the other, from each cell on."""
    have, found = 1, line
    while have < size:
        more = min(have, size - have) * step
        found = pick(found[:-more], found[more:], out=room.beside(found)[: len(found) - more])
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


@dataclass(frozen=True, slots=True)
class Limit:
    """Too much for one grid: more than ``many`` parts as high as ``peak``, or over more than the share ``wide``."""

    peak: float
    many: int
    wide: float


def parts(weights: Stack, least: float, peak: float = 0.0, *, limit: Limit | None = None) -> list[Part]:
    """Return the parts of one grid that stand at least so high, cells joined over sides and corners, highest first.

    ``peak``: what the highest cell of a part must have; other parts are not even put together. None at all where there
    is more than the limit.

    >>> some = np.array([[9, 0, 0], [0, 8, 0], [0, 0, 0], [7, 0, 0]], np.uint8)
    >>> [(part.area, part.peak) for part in parts(some, 5)], parts(some, 5, limit=Limit(6, 1, 0.1))
    ([(2, 9.0), (1, 7.0)], [])
    """
    across = weights.shape[1] + 1  # one more than there is: a row's end and the next one's beginning are no neighbours
    rows, columns = np.nonzero(weights >= least)
    places, heights = rows * across + columns, weights[rows, columns]
    left = set(places.tolist())
    groups: list[list[int]] = []
    if limit is not None:  # the high ones first: then it is soon known whether they are too many
        groups = _joined(places[heights >= limit.peak].tolist(), left, across, limit, weights.size)
        if len(groups) > limit.many or sum(map(len, groups)) > limit.wide * weights.size:
            return []
    groups += _joined(places[heights >= peak].tolist(), left, across)
    found = [_part_of(weights, *np.divmod(np.sort(cells), across)) for cells in groups]
    return sorted(found, key=lambda part: (-part.peak, part.row, part.column))


def _joined(
    begin: list[int], left: set[int], across: int, limit: Limit | None = None, size: int = 0
) -> list[list[int]]:
    """Return the cells that hang together with each place not yet taken; no more than what is too much."""
    near = (-across - 1, -across, -across + 1, -1, 1, across - 1, across, across + 1)
    groups: list[list[int]] = []
    area = 0
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
        groups.append(cells)
        area += len(cells)
        if limit is not None and (len(groups) > limit.many or area > limit.wide * size):
            break
    return groups


def _part_of(weights: Stack, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Part:
    held = weights[rows, columns].astype(np.float64)
    total = float(held.sum())
    at = int(held.argmax())
    top = (int(rows[at]), int(columns[at]))
    return Part(len(rows), float(held @ rows) / total, float(held @ columns) / total, float(held[at]), top)
