"""Stacks: what stands above the past near by, both ways, and which parts hang together."""

from collections.abc import Iterator

import numpy as np
import pytest

from harmtrace.footage.scanning.motion import motion
from harmtrace.footage.scanning.stacks import Limit, Room, Stack, above, parts

_SHAPE, _BEFORE, _REACH = (31, 37), 4, 2


def _grids(seed: int, frames: int = 160) -> Stack:
    return np.random.default_rng(seed).integers(0, 256, (frames, *_SHAPE)).astype(np.uint8)


def _whole(found: Iterator[Stack]) -> Stack:
    return np.concatenate([one.copy() for one in found])


def test_what_stands_above_is_what_no_frame_before_had_near_by() -> None:
    """All cells of all chunks, against a look at every cell around each of them."""
    stack, room = _grids(1), Room(_SHAPE, before=_BEFORE)
    found = _whole(above(stack, before=_BEFORE, reach=_REACH, room=room))
    rng = np.random.default_rng(2)
    for frame, row, column in zip(
        rng.integers(_BEFORE, len(stack), 300), rng.integers(0, 31, 300), rng.integers(0, 37, 300), strict=True
    ):
        inside = _REACH <= row < 31 - _REACH and _REACH <= column < 37 - _REACH
        around = stack[frame - _BEFORE : frame, row - _REACH : row + _REACH + 1, column - _REACH : column + _REACH + 1]
        expected = max(0, int(stack[frame, row, column]) - int(around.max())) if inside else 0
        assert found[frame - _BEFORE, row, column] == expected


@pytest.mark.parametrize("seed", [3, 4])
def test_what_lies_below_is_what_stands_above_in_the_negative(seed: int) -> None:
    """Dark rises are those of the picture with light and dark changed."""
    stack, room = _grids(seed), Room(_SHAPE, before=_BEFORE)
    dark = _whole(above(stack, before=_BEFORE, reach=_REACH, room=room, dark=True))
    negative = np.subtract(255, stack)
    assert (dark == _whole(above(negative, before=_BEFORE, reach=_REACH, room=room))).all()
    assert dark.any()


@pytest.mark.parametrize("seed", range(6))
def test_a_limit_leaves_all_parts_or_none(seed: int) -> None:
    """What is told with a limit is what is told without, unless the high parts alone are too much."""
    weights = np.random.default_rng(seed).integers(0, 40, _SHAPE).astype(np.uint8)
    for least, limit in ((30, Limit(38, 8, 0.2)), (36, Limit(39, 30, 0.2)), (37, Limit(38, 400, 0.01))):
        whole = parts(weights, least, limit.peak)
        strong = [one for one in whole if one.peak >= limit.peak]
        much = len(strong) > limit.many or sum(one.area for one in strong) > limit.wide * weights.size
        assert parts(weights, least, limit.peak, limit=limit) == ([] if much else whole)


def test_the_motion_of_a_picture_does_not_rest_on_how_many_others_are_looked_at_with_it() -> None:
    """Shifts from frame to frame are those of the frames alone where the picture does not drift."""
    still = np.random.default_rng(5).integers(60, 120, (1, 60, 80)).astype(np.uint8)
    stack = np.concatenate([np.roll(still, k % 2, axis=2) for k in range(12)])
    assert np.allclose(np.round(motion(stack).right), [1, -1] * 5 + [1])
    assert np.allclose(np.round(motion(stack[:2]).right), [1])
