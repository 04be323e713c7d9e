"""Motion of the whole picture from frame to frame: shift and zoom, from the profiles of rows and columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.scanning.stacks import Stack

Floats = NDArray[np.float64]
Profiles = NDArray[np.float32]
Steps = NDArray[np.float32]

# Shifts that are looked for, in cells either way.
REACH = 6
# Steps count up to so many times the mean step: a flash is steep, and does not move the ground.
_STEEPEST = np.float32(2.5)
# A mean step counts as this at least, so that noise on a picture without features is not made large.
_FLATTEST = np.float32(0.05)
# Steps of which more than this share is left at the best shift did not move with the picture: of noise, 0.4 to 0.7 is.
_UNFIT = 0.3


@dataclass(frozen=True, slots=True)
class Motion:
    """How each frame of a stack but the first moved against the one before.

    Attributes:
        down, right: of the picture's content, cells; ``growth``: of its scale, as a share; ``changes``: mean change of
            the profiles, grey levels: a new picture changes them by much.
        levels: mean grey level of each frame, the first included.
    """

    down: Floats
    right: Floats
    growth: Floats
    changes: Floats
    levels: Floats


def motion(stack: Stack) -> Motion:
    """Return the motion of a stack of grids; none of pictures too small to tell."""
    rows, columns, levels = profiles(stack)
    if len(stack) < 2 or min(stack.shape[1:]) < 4 * REACH:
        still = np.zeros(len(stack) - 1)
        return Motion(still, still, still, np.abs(np.diff(levels)), levels)
    steps = (_steps(rows), _steps(columns))
    errors = [error for one in steps for error in _errors(one[:-1], one[1:])]
    both = (errors[0] + errors[1], errors[2] + errors[3])
    found = _lowest(np.concatenate((*both, *errors))).reshape(6, -1)
    grown = [_growth(one, errors[k : k + 2], found[2 + k : 4 + k]) for k, one in zip((0, 2), steps, strict=True)]
    down, right = (_anchored(one, shift) for one, shift in zip(steps, found[:2], strict=True))
    return Motion(down, right, (grown[0] + grown[1]) / 2, _changes(rows, columns), levels)


def _changes(rows: Profiles, columns: Profiles) -> Floats:
    along, across = (np.abs(np.diff(one, axis=0)).mean(axis=1) for one in (rows, columns))
    found: Floats = np.add(along, across, dtype=np.float64)
    return found


def profiles(stack: Stack) -> tuple[Profiles, Profiles, Floats]:
    """Return the means of the rows, of the columns and of the whole of each grid.

    >>> rows, columns, whole = profiles(np.arange(96, dtype=np.uint8).reshape(1, 6, 16))
    >>> rows[0, :2].tolist(), columns[0, :2].tolist(), whole.tolist()
    ([7.5, 23.5], [40.0, 41.0], [47.5])
    """
    _, high, wide = stack.shape
    sums = np.uint16 if max(high, wide) <= 257 else np.uint32  # 257 times 255 still fits
    rows = np.einsum("grc->gr", stack, dtype=sums)  # quicker than ``add.reduce`` of small numbers
    columns = np.einsum("grc->gc", stack, dtype=sums)
    whole = np.add.reduce(rows, axis=1, dtype=np.float64) / (high * wide)
    return rows.astype(np.float32) / np.float32(wide), columns.astype(np.float32) / np.float32(high), whole


def _steps(means: Profiles) -> Steps:
    """Return the steps from cell to cell of each profile, smoothed so that places between cells count.

    A change of light over all leaves them as they are.
    """
    ahead = means[:, 1:] + means[:, :-1]
    steps = ahead[:, 2:] - ahead[:, :-2]
    mean = np.add.reduce(np.abs(steps), axis=1, keepdims=True)
    mean /= np.float32(steps.shape[1])
    steps /= np.maximum(mean, _FLATTEST, out=mean)
    np.minimum(np.maximum(steps, -_STEEPEST, out=steps), _STEEPEST, out=steps)
    return steps


def _growth(steps: Steps, errors: Sequence[Floats], halves: Floats) -> Floats:
    """Return by which share each profile grew, from the shifts of its halves."""
    growth: Floats = (halves[1] - halves[0]) / max(1, (steps.shape[1] - 2 * REACH) / 2)
    # Steps that fit nowhere are noise on a picture without features: it does not grow.
    power = np.add.reduce(np.square(steps), axis=1)
    least = np.minimum.reduce(errors[0], axis=1) + np.minimum.reduce(errors[1], axis=1)
    growth[least > _UNFIT * (power[:-1] + power[1:])] = 0
    return growth


def _errors(before: Steps, after: Steps) -> tuple[Floats, Floats]:
    """Return the square difference of rows of steps at each shift, of their first and of their second half."""
    size = before.shape[1]
    middle = before[:, REACH : size - REACH]
    many, held = middle.shape[1], np.ascontiguousarray(after)
    # Row, shift, step: each shift is the same memory, begun one step later.
    shifted: Steps = np.ndarray((len(held), 2 * REACH + 1, many), np.float32, held, 0, (held.strides[0], 4, 4))
    wrong = shifted - middle[:, None, :]
    early, late = wrong[:, :, : many // 2], wrong[:, :, many // 2 :]
    return (
        np.einsum("rsk,rsk->rs", early, early).astype(np.float64),
        np.einsum("rsk,rsk->rs", late, late).astype(np.float64),
    )


def _anchored(steps: Steps, shift: Floats) -> Floats:
    """Return shifts whose sums agree with frames further apart: small shifts come out too small from frame to frame."""
    path = np.concatenate(([0.0], np.cumsum(shift)))
    told = path.tolist()
    anchor, last = 0, len(told) - 1
    while anchor < last:
        here, at = told[anchor], last
        if abs(told[last] - here) > REACH - 2:
            within = np.flatnonzero(np.abs(path[anchor + 1 :] - here) <= REACH - 2)
            if not len(within):
                anchor += 1
                continue
            at = anchor + 1 + int(within[-1])
        many = at - anchor
        early, late = _errors(steps[anchor : anchor + 1], steps[at : at + 1])
        wrong = _lowest_of((early[0] + late[0]).tolist()) - (told[at] - here)
        if many > 1 and abs(wrong) <= 0.3 + 0.1 * many:
            shift[anchor:at] += wrong / many
        anchor = at
    return shift


def _lowest(errors: Floats) -> Floats:
    """Return the shift at which each row is lowest, between whole cells by a parabola."""
    at = errors.argmin(axis=1)
    inside = np.minimum(np.maximum(at, 1), errors.shape[1] - 2)
    places = np.arange(0, errors.size, errors.shape[1])
    places += inside
    line = errors.reshape(-1)
    before, here, after = line[places - 1], line[places], line[places + 1]
    bend = before - 2 * here + after
    part = np.where(bend > 1e-9, (before - after) / (2 * np.maximum(bend, 1e-9)), 0.0)
    part = np.minimum(np.maximum(part, -0.5), 0.5)
    found: Floats = np.where(at == inside, inside + part, at) - errors.shape[1] // 2
    return found


def _lowest_of(errors: list[float]) -> float:
    """Return the same of a single row."""
    at = errors.index(min(errors))
    if not 0 < at < len(errors) - 1:
        return at - len(errors) // 2
    before, here, after = errors[at - 1 : at + 2]
    bend = before - 2 * here + after
    part = (before - after) / (2 * bend) if bend > 1e-9 else 0.0
    return at + min(max(part, -0.5), 0.5) - len(errors) // 2
