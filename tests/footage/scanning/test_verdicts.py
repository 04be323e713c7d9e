"""Verdicts on light curves: what goes on as a flash does, and what a lamp, an edge or a moving thing does instead."""

import numpy as np
import pytest

from harmtrace.footage.scanning.curves import Curve
from harmtrace.footage.scanning.settings import Thresholds
from harmtrace.footage.scanning.verdicts import is_flash

AGES = np.arange(16) / 15
FLASH = 90 * np.exp(-AGES / 0.25) + 35
NONE_LEFT = np.where(AGES < 0.5, 92.0, 2.0)


def _curve(peaks: object, cells: float = 9.0, contrast: float = 20.0) -> Curve:
    light = np.broadcast_to(np.asarray(peaks, np.float64), AGES.shape)
    return Curve(AGES, light, np.full(AGES.shape, cells), contrast)


@pytest.mark.parametrize(
    ("peaks", "cells", "first", "far", "near"),
    [
        (FLASH, 9, True, True, True),
        (FLASH, 60, True, True, True),
        (np.full(16, 85.0), 9, False, False, True),  # a lamp: however bright, it stays as it is
        (np.full(16, 60.0), 25, False, False, True),  # something that a zoom brought into the picture
        (np.full(16, 60.0), 60, True, True, True),  # as wide as a plume that glows on
        (NONE_LEFT, 8, False, False, True),  # a lamp that moves on
        (np.where(AGES < 0.15, 90.0, 0.0), 8, False, False, False),  # a glint
    ],
)
def test_what_goes_on_as_no_flash_does_is_none_unless_it_may_lie_in_a_plume(
    peaks: object, cells: float, first: bool, far: bool, near: bool
) -> None:
    curve, limits = _curve(peaks, cells), Thresholds()
    assert is_flash(curve, later=False, rise=90.0, thresholds=limits) is first
    assert is_flash(curve, later=True, far=True, rise=90.0, thresholds=limits) is far
    assert is_flash(curve, later=True, rise=90.0, thresholds=limits) is near


def test_a_weak_rise_beside_a_strong_edge_is_no_later_flash_away_from_the_first() -> None:
    limits = Thresholds()
    weak = _curve(0.25 * FLASH, contrast=110.0)
    assert not is_flash(weak, later=True, far=True, rise=25.0, thresholds=limits)
    assert is_flash(weak, later=True, far=True, rise=45.0, thresholds=limits)
    assert is_flash(weak, later=True, rise=25.0, thresholds=limits)
