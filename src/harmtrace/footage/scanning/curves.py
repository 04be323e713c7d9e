"""Curve: how the light of one place went on after it rose, seen through the camera's motion and changes of gain."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.scanning.stacks import Stack, window_max

Floats = NDArray[np.float64]
REACH = 7
# The middle of a place, cells either way; so many frames before a rise show it; fewer frames than this tell no course.
_MIDDLE, _JUST, _FEW = 3, 3, 4


@dataclass(frozen=True, slots=True)
class Curve:
    """The place's light after it rose, in grey levels above what was there before.

    Attributes:
        ages: seconds since the rise, of each frame from the rise on; ``peaks``: the highest cell;
            ``areas``: cells above a third of the rise.
        contrast: grey levels between the lightest and the darkest cell of the place just before the rise.
    """

    ages: Floats
    peaks: Floats
    areas: Floats
    contrast: float = 0.0

    def highest(self, low: float, high: float) -> float | None:
        """Return the highest light between two ages, None where no frame lies there."""
        chosen = (self.ages >= low) & (self.ages <= high)
        return float(self.peaks[chosen].max()) if chosen.any() else None

    def middle(self, low: float, high: float) -> float | None:
        """Return the median light between two ages, None where no frame lies there."""
        chosen = (self.ages >= low) & (self.ages <= high)
        return float(np.median(self.peaks[chosen])) if chosen.any() else None

    def spread(self, low: float, high: float) -> float | None:
        """Return by which share of itself the light changed between two ages, its outer tenths left out; None likewise.

        >>> Curve(np.arange(5) / 10, np.array([90.0, 80, 80, 80, 80]), np.ones(5)).spread(0.1, 0.4)
        0.0
        """
        chosen = (self.ages >= low) & (self.ages <= high)
        if np.count_nonzero(chosen) < _FEW:
            return None
        least, most = np.percentile(self.peaks[chosen], (10, 90))
        return float(most - least) / max(float(most), 1.0)

    def widest(self, low: float, high: float) -> float | None:
        """Return the greatest area between two ages, None where no frame lies there."""
        chosen = (self.ages >= low) & (self.ages <= high)
        return float(self.areas[chosen].max()) if chosen.any() else None


def curve(
    grids: Stack, ages: Floats, path: Floats, levels: Floats, *, place: tuple[float, float], start: int, before: int
) -> Curve | None:
    """Return the curve of a place, None where it leaves the picture at once.

    ``grids``: frames from before the rise on; ``start``: which of them shows the rise; ``path``: how far the content
    has moved down and right at each; ``levels``: mean level of each; ``place``: row and column at the rise.
    """
    patches, kept = _patches(grids, path, place, start)
    if not kept[start] or not kept[max(0, start - before) : start].any():
        return None
    first = max(0, start - before)
    earlier = patches[first:start][kept[first:start]]
    base = window_max(window_max(np.pad(earlier.max(axis=0), 1, mode="edge"), 3, 0), 3, 1).astype(np.float64)
    reference = float(levels[first:start].mean())
    chosen = np.arange(start, len(grids))[kept[start:]]
    gains = np.clip(levels[chosen] / max(reference, 1.0), 0.5, 1.5)
    light = patches[chosen].astype(np.float64) / gains[:, None, None] - base
    flat = light.reshape(len(chosen), -1)
    peaks = flat.max(axis=1)
    rise = max(float(peaks[:3].max()), 1.0)
    areas = (flat > max(rise / 3, 4.0)).sum(axis=1).astype(np.float64)
    just = earlier[-_JUST:, REACH - _MIDDLE : REACH + _MIDDLE + 1, REACH - _MIDDLE : REACH + _MIDDLE + 1]
    contrast = float(np.ptp(just.reshape(len(just), -1), axis=1).mean())
    return Curve(ages[chosen] - ages[start], peaks, areas, contrast)


def _patches(grids: Stack, path: Floats, place: tuple[float, float], start: int) -> tuple[Stack, NDArray[np.bool_]]:
    """Return the surroundings of a place in every frame, and in which frames they lie in the picture."""
    rows, columns = grids.shape[1:]
    where = np.rint(np.asarray(place) + path - path[start]).astype(int)
    kept = ((where >= 1) & (where < (rows - 1, columns - 1))).all(axis=1)
    side = 2 * REACH + 1
    found = np.zeros((len(grids), side, side), np.uint8)
    for k in np.flatnonzero(kept):
        row, column = where[k]
        top, left = max(0, row - REACH), max(0, column - REACH)
        part = grids[k, top : row + REACH + 1, left : column + REACH + 1]
        down, right = top - (row - REACH), left - (column - REACH)
        found[k, down : down + part.shape[0], right : right + part.shape[1]] = part
    return found, kept
