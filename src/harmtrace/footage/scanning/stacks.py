"""Stacks of grids over time: the brightest of the last frames near by, what stands above it, and in which parts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Stack = NDArray[np.uint8]
Mask = NDArray[np.bool_]


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
    past = window_max(stack[:-1], before, 0)
    near = window_max(window_max(past, 2 * reach + 1, 1), 2 * reach + 1, 2)
    found = np.zeros_like(stack[before:])
    inner = stack[before:, reach : stack.shape[1] - reach, reach : stack.shape[2] - reach]
    np.subtract(inner, np.minimum(inner, near), out=found[:, reach : -reach or None, reach : -reach or None])
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """Cells that hang together: rows and columns, their weights' centre, the highest weight and their sum."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    row: float
    column: float
    peak: float
    total: float

    @property
    def area(self) -> int:
        """Return the number of cells."""
        return len(self.rows)


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
    return Part(rows, columns, float(held @ rows) / total, float(held @ columns) / total, float(held.max()), total)
