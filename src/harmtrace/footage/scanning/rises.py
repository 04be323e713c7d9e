"""Rises: places that became brighter (or, hot shown dark, darker) at once, frame by frame of a batch."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.scanning.settings import Thresholds
from harmtrace.footage.scanning.stacks import Limit, Part, Room, Stack, above, parts

# Frames whose rises tell what a quiet picture does, and how many parts at once are no flash but a moving picture.
_QUIET, _MANY = 600, 8
# A part over more than this share of the picture is a change of the picture.
_WIDE = 0.2


@dataclass(frozen=True, slots=True)
class Rise:
    """One part of one frame that rose: the frame's number, whether it got darker, the part."""

    number: int
    dark: bool
    part: Part


Near = Callable[[int, bool, Part], bool]


class Quiet:
    """What the quiet picture does of itself: the highest rises of its last frames, both ways."""

    def __init__(self, thresholds: Thresholds) -> None:
        """Begin without knowing."""
        self._thresholds = thresholds
        self._highest = {dark: np.zeros(_QUIET, np.uint8) for dark in (False, True)}
        self._learned = {False: 0, True: 0}
        self._levels = {False: 10.0, True: 10.0}
        self._contrast = thresholds.rise_most

    def look(self, grid: Stack) -> None:
        """Take in how much contrast the picture has, grey levels: what moves past an edge rises by that."""
        self._contrast = float(grid.std())

    def learn(self, dark: bool, highest: NDArray[np.uint8]) -> None:
        """Take in the highest rises of some frames."""
        ring, many = self._highest[dark], self._learned[dark]
        ring[(many + np.arange(len(highest))) % _QUIET] = highest
        self._learned[dark] = many = many + len(highest)
        if many >= 20:
            held = ring[: min(many, _QUIET)]
            at = int(0.98 * (len(held) - 1))
            self._levels[dark] = float(np.partition(held, at)[at])

    def least(self, dark: bool) -> float:
        """Return what a first flash must rise by."""
        edges = min(self._contrast * self._thresholds.contrast_factor, self._thresholds.contrast_most)
        asked = max(self._levels[dark] * self._thresholds.quiet_factor, edges)
        return min(max(asked, self._thresholds.rise_least), self._thresholds.rise_most)

    def later(self, dark: bool) -> float:
        """Return what a later flash must rise by, where there was one before."""
        return max(self._thresholds.later_rise, min(self._levels[dark] * self._thresholds.later_quiet, 20.0))


def rises(
    stack: Stack,
    *,
    before: int,
    first: int,
    blind: NDArray[np.bool_],
    quiet: Quiet,
    near: Callable[[], Near | None],
    room: Room,
    reach: int,
) -> Iterator[Rise]:
    """Yield what rose in each frame of a stack but the first ``before``, in order of time.

    ``first``: number of the first frame looked at; ``blind``: of each frame looked at, whether to pass it over;
    ``near``: asked at each frame, after what rose before it was taken: whether the lower threshold holds for a part,
    None where it holds for none; ``room``: memory for grids of that size; ``reach``: "near by", cells.
    """
    least = {dark: quiet.least(dark) for dark in (False, True)}
    later = {dark: quiet.later(dark) for dark in (False, True)}
    found = {dark: _risen(stack, before, reach, room, dark=dark, least=later[dark]) for dark in (False, True)}
    weights = {dark: held for dark, (held, _) in found.items()}
    highest = {dark: one for dark, (_, one) in found.items()}
    for one in highest.values():
        one[blind] = 0
    for at in np.flatnonzero((highest[False] >= later[False]) | (highest[True] >= later[True])):
        holds = near()
        seen: list[Rise] = []
        for dark in (False, True):
            if highest[dark][at] >= (least[dark] if holds is None else later[dark]):
                seen += _of_frame(weights[dark][int(at)], first + int(at), dark, least[dark], later[dark], holds)
        yield from sorted(seen, key=lambda rise: -rise.part.peak)
    for dark in (False, True):
        quiet.learn(dark, highest[dark][~blind & (highest[dark] < least[dark])])
    quiet.look(stack[-1])


def _risen(
    stack: Stack, before: int, reach: int, room: Room, *, dark: bool, least: float
) -> tuple[dict[int, Stack], NDArray[np.uint8]]:
    """Return what stands above the past in frames where anything stands so high, and the highest of every frame."""
    held: dict[int, Stack] = {}
    highest = np.empty(len(stack) - before, np.uint8)
    start = 0
    for part in above(stack, before=before, reach=reach, room=room, dark=dark):
        most = part.reshape(len(part), -1).max(axis=1, out=highest[start : start + len(part)])
        for at in np.flatnonzero(most >= least).tolist():
            held[start + at] = part[at].copy()
        start += len(part)
    return held, highest


def _of_frame(weights: Stack, number: int, dark: bool, least: float, later: float, near: Near | None) -> list[Rise]:
    """Return what rose in one frame; nothing where so much rose that the picture itself changed."""
    seen = parts(weights, later * 0.7, least if near is None else later, limit=Limit(least, _MANY, _WIDE))
    return [Rise(number, dark, part) for part in seen if part.peak >= least or (near and near(number, dark, part))]
