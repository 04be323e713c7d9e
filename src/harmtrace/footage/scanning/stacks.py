"""Stacks of grids over time: the brightest of the last frames near by, what stands above it, and in which parts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Stack = NDArray[np.uint8]
# Frames worked on at a time, so that they stay in the processor's cache.
_CHUNK = 8


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


def above(stack: Stack, *, before: int, reach: int) -> Stack:
    """Return by how much each frame but the first ``before`` stands above what the frames before it had near by.

    "Near by" is ``reach`` cells in every direction, so that what moves no faster stands above nothing. The edges, as
    wide as the reach, stand above nothing either.
    """
    count, (rows, columns) = len(stack) - before, stack.shape[1:]
    found = np.zeros((count, rows, columns), np.uint8)
    if min(rows, columns) <= 2 * reach:
        return found
    for start in range(0, count, _CHUNK):
        some = np.ascontiguousarray(stack[start : min(start + _CHUNK, count) + before])
        _above(some, found[start : start + _CHUNK], before, reach)
    for edge in (np.s_[:, :reach], np.s_[:, -reach:], np.s_[:, :, :reach], np.s_[:, :, -reach:]):
        found[edge] = 0
    return found


def _above(stack: Stack, found: Stack, before: int, reach: int) -> None:
    """Fill in what stands above; all cells in one line, so that rows and frames run into one another at the edges."""
    rows, columns = stack.shape[1:]
    line, size, side = stack.reshape(-1), rows * columns, 2 * reach + 1
    past = _line_max(line[:-size], before, size)
    near = _line_max(_line_max(past, side, 1), side, columns)
    start = reach + reach * columns
    now = line[before * size :][start : start + len(near)]
    np.subtract(now, np.minimum(now, near), out=found.reshape(-1)[start : start + len(near)])


def _line_max(line: Stack, size: int, step: int) -> Stack:
    """Return the maxima of ``size`` cells, each ``step`` after the other, from each cell on."""
    have, found = 1, line
    while have < size:
        more = min(have, size - have) * step
        found = np.maximum(found[:-more], found[more:])
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


def parts(weights: Stack, least: float) -> list[Part]:
    """Return the parts of one grid that stand at least so high, cells joined over sides and corners, highest first.

    >>> [(part.area, part.peak) for part in parts(np.array([[9, 0, 0], [0, 8, 0], [0, 0, 0], [7, 0, 0]], np.uint8), 5)]
    [(2, 9.0), (1, 7.0)]
    """
    rows, columns = np.nonzero(weights >= least)
    left = {(int(row), int(column)) for row, column in zip(rows, columns, strict=True)}
    found = []
    while left:
        waiting = [left.pop()]
        cells = []
        while waiting:
            row, column = waiting.pop()
            cells.append((row, column))
            for near in (
                *((row - 1, column - 1), (row - 1, column), (row - 1, column + 1), (row, column - 1)),
                *((row, column + 1), (row + 1, column - 1), (row + 1, column), (row + 1, column + 1)),
            ):
                if near in left:
                    left.remove(near)
                    waiting.append(near)
        found.append(_part_of(weights, np.array(cells)))
    return sorted(found, key=lambda part: (-part.peak, part.row, part.column))


def _part_of(weights: Stack, cells: NDArray[np.int64]) -> Part:
    rows, columns = cells[:, 0], cells[:, 1]
    held = weights[rows, columns].astype(np.float64)
    total = float(held.sum())
    at = int(held.argmax())
    top = (int(rows[at]), int(columns[at]))
    return Part(len(rows), float(held @ rows) / total, float(held @ columns) / total, float(held[at]), top)
