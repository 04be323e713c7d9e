"""Sparse: keyframes alone, each against the one before, for where to look frame by frame."""

from dataclasses import dataclass

import numpy as np

from harmtrace.footage.scanning import breaks
from harmtrace.footage.scanning.grids import Reducer
from harmtrace.footage.scanning.stacks import Stack, parts, window_max
from harmtrace.footage.scanning.tape import Frame

# Grey levels that a part must have risen by since the last keyframe, what is near by allowed for, and its cells.
_LEAST, _REACH, _CELLS = 22.0, 3, 3
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Between two keyframes something bright or dark came: seconds of both, and how much it stands out."""

    start_s: float
    end_s: float
    height: float


class Sparse:
    """Compares keyframes as they come."""

    def __init__(self, height: int, width: int) -> None:
        """Prepare for frames of a size."""
        self._reducer = Reducer(height, width)
        self._last: tuple[float, breaks.Look] | None = None
        self.stretches: list[Stretch] = []
        self.until_s = 0.0

    def add(self, frame: Frame) -> None:
        """Look at the next keyframe."""
        look = breaks.Look(self._reducer(frame.luma))
        if self._last is not None:
            before_s, before = self._last
            height = _risen(before, look)
            if height >= _LEAST:
                self.stretches.append(Stretch(before_s, frame.media_s, height))
        self._last = (frame.media_s, look)
        self.until_s = frame.media_s

    def spans(self, *, before_s: float, after_s: float) -> tuple[tuple[float, float], ...]:
        """Return the seconds to look at frame by frame, widened and joined, in order."""
        found: list[tuple[float, float]] = []
        for one in self.stretches:
            start, end = max(0.0, one.start_s - before_s), one.end_s + after_s
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(found[-1][1], end))
            else:
                found.append((start, end))
        return tuple(found)


def _risen(before: breaks.Look, after: breaks.Look) -> float:
    """Return by how much a part of the later picture stands above the earlier one, moved to where it now lies."""
    one, other = breaks.overlap(before.light, after.light, *breaks.shift(before, after))
    if min(one.shape) < 4 * _REACH or breaks.likeness(one, other) < _ALIKE:
        return 0.0  # another picture: the full pass tells what parted them
    level = float(other.mean()) - float(one.mean())
    fitted = np.clip(one + np.float32(level), 0, 255).astype(np.uint8)
    later = other.astype(np.uint8)
    return max(_highest(fitted, later), _highest(np.subtract(255, fitted), np.subtract(255, later)))


def _highest(before: Stack, after: Stack) -> float:
    side = 2 * _REACH + 1
    near = window_max(window_max(before, side, 0), side, 1)
    inner = after[_REACH:-_REACH, _REACH:-_REACH]
    weights = inner - np.minimum(inner, near)
    if int(weights.max()) < _LEAST:
        return 0.0
    wide = [part.peak for part in parts(weights, _LEAST / 2) if part.area >= _CELLS]
    return max(wide, default=0.0)
