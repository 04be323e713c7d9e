"""Motion of the whole picture from frame to frame: shift and zoom, from the profiles of rows and columns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.scanning.stacks import Stack

Floats = NDArray[np.float64]
Profiles = NDArray[np.float32]
_EVEN, _BYTE = np.uint64(0x00FF00FF00FF00FF), np.uint64(8)

# Shifts that are looked for, in cells either way.
REACH = 6
# Steps count up to so many times the mean step: a flash is steep, and does not move the ground.
_STEEPEST = 2.5


@dataclass(frozen=True, slots=True)
class Motion:
    """How each frame of a stack but the first moved against the one before.

    Attributes:
        down, right: of the picture's content, cells; ``growth``: of its scale, as a share; ``changes``: mean change of
            the profiles, grey levels: a new picture changes them by much.
    """

    down: Floats
    right: Floats
    growth: Floats
    changes: Floats


def motion(stack: Stack) -> Motion:
    """Return the motion of a stack of two grids or more; none of pictures too small to tell."""
    if min(stack.shape[1:]) < 4 * REACH:
        still = np.zeros(len(stack) - 1)
        return Motion(still, still, still, np.abs(np.diff(stack.mean(axis=(1, 2)))))
    rows, columns = profiles(stack)
    down, stretched = _along(rows)
    right, widened = _along(columns)
    return Motion(down, right, (stretched + widened) / 2, _changes(rows, columns))


def _changes(rows: Profiles, columns: Profiles) -> Floats:
    along, across = (np.abs(np.diff(one, axis=0)).mean(axis=1) for one in (rows, columns))
    found: Floats = np.add(along, across, dtype=np.float64)
    return found


def profiles(stack: Stack) -> tuple[Profiles, Profiles]:
    """Return the means of the rows and of the columns of each grid, summed eight cells at a time where they allow it.

    >>> rows, columns = profiles(np.arange(96, dtype=np.uint8).reshape(1, 6, 16))
    >>> rows[0, :2].tolist(), columns[0, :2].tolist()
    ([7.5, 23.5], [40.0, 41.0])
    """
    count, high, wide = stack.shape
    if wide % 8 or high > 256 or wide > 1024 or not stack.flags.c_contiguous:
        return stack.mean(axis=2, dtype=np.float32), stack.mean(axis=1, dtype=np.float32)
    words = stack.view(np.uint64)
    even, odd = words & _EVEN, (words >> _BYTE) & _EVEN
    columns = np.empty((count, wide), np.float32)
    columns[:, 0::2] = np.add.reduce(even, axis=1).view(np.uint16)
    columns[:, 1::2] = np.add.reduce(odd, axis=1).view(np.uint16)
    even += odd
    rows = np.add.reduce(even, axis=2).view(np.uint16).reshape(count, high, 4).sum(axis=2, dtype=np.float32)
    return rows / np.float32(wide), columns / np.float32(high)


def _along(means: Profiles) -> tuple[Floats, Floats]:
    """Return shift and growth of each profile against the one before."""
    # Steps from cell to cell, smoothed so that places between cells count: a change of light over all leaves them.
    smooth = means[:, :-2] + 2 * means[:, 1:-1] + means[:, 2:]
    steps = np.diff(smooth, axis=1)
    steps /= np.maximum(np.abs(steps).mean(axis=1, keepdims=True), 0.05)
    np.clip(steps, -_STEEPEST, _STEEPEST, out=steps)
    errors = _errors(steps[:-1], steps[1:])
    shift = _lowest(errors.mean(axis=0))
    early, late = _lowest(errors[0]), _lowest(errors[1])
    return _anchored(steps, shift), (late - early) / max(1, (steps.shape[1] - 2 * REACH) / 2)


def _errors(before: NDArray[np.float32], after: NDArray[np.float32]) -> Floats:
    """Return the square difference of rows of steps at each shift, of their first and of their second half."""
    size = before.shape[1]
    middle = before[:, REACH : size - REACH]
    half = middle.shape[1] // 2
    errors = np.empty((2, len(middle), 2 * REACH + 1))
    for k in range(2 * REACH + 1):
        wrong = after[:, k : k + middle.shape[1]] - middle
        errors[0, :, k] = np.einsum("ij,ij->i", wrong[:, :half], wrong[:, :half])
        errors[1, :, k] = np.einsum("ij,ij->i", wrong[:, half:], wrong[:, half:])
    return errors


def _anchored(steps: NDArray[np.float32], shift: Floats) -> Floats:
    """Return shifts whose sums agree with frames further apart: small shifts come out too small from frame to frame."""
    path = np.concatenate(([0.0], np.cumsum(shift)))
    anchor, last = 0, len(path) - 1
    while anchor < last:
        within = np.flatnonzero(np.abs(path[anchor + 1 :] - path[anchor]) <= REACH - 2)
        if not len(within):
            anchor += 1
            continue
        at = anchor + 1 + int(within[-1])
        many = at - anchor
        whole = float(_lowest(_errors(steps[anchor : anchor + 1], steps[at : at + 1]).mean(axis=0))[0])
        wrong = whole - (path[at] - path[anchor])
        if many > 1 and abs(wrong) <= 0.3 + 0.1 * many:
            shift[anchor:at] += wrong / many
        anchor = at
    return shift


def _lowest(errors: Floats) -> Floats:
    """Return the shift at which each row is lowest, between whole cells by a parabola."""
    at = errors.argmin(axis=1)
    inside = np.clip(at, 1, errors.shape[1] - 2)
    rows = np.arange(len(errors))
    before, here, after = errors[rows, inside - 1], errors[rows, inside], errors[rows, inside + 1]
    bend = before - 2 * here + after
    part = np.where(bend > 1e-9, (before - after) / (2 * np.maximum(bend, 1e-9)), 0.0)
    found: Floats = np.where(at == inside, inside + np.clip(part, -0.5, 0.5), at) - errors.shape[1] // 2
    return found
