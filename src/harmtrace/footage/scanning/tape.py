"""Tape: the last seconds of a recording as grids, with the camera's motion and the mean level of each frame."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.scanning.grids import Luma
from harmtrace.footage.scanning.stacks import Stack

Floats = NDArray[np.float64]
# Frames that there is room for to begin with.
_ROOM = 256


# Not frozen: one of them is made for every frame of a recording, and to freeze it costs three times as much.
@dataclass(slots=True)
class Frame:
    """One decoded frame: number from 0 (None where frames were skipped), time stamp, seconds from the first, luma.

    ``due``: whether it is to be looked at whole; None where the scanner counts for itself.
    """

    number: int | None
    pts: int
    media_s: float
    luma: Luma
    due: bool | None = None


@dataclass(slots=True)
class Stamp:
    """When a frame is shown: number from 0 (None where frames were skipped), time stamp, seconds from the first."""

    number: int | None
    pts: int
    media_s: float


@dataclass(slots=True)
class Passed:
    """A frame between two that are looked at whole: one row of pixels of each row of cells."""

    number: int | None
    pts: int
    media_s: float
    sample: Stack


class Tape:
    """Grids of the last frames, by a number that counts them all; forgets what it is told to."""

    def __init__(self, shape: tuple[int, int]) -> None:
        """Begin an empty tape of grids of a shape."""
        self.first = 0
        self._held: Stack = np.empty((_ROOM, *shape), np.uint8)
        self.grids: Stack = self._held[:0]
        self._begin = 0
        self.times: Floats = np.empty(0)
        self.levels: Floats = np.empty(0)
        self.path: Floats = np.empty((0, 2))
        self.frames: list[Stamp] = []

    def __len__(self) -> int:
        """Return how many frames there were, the forgotten ones included."""
        return self.first + len(self.grids)

    def add(self, grids: Stack, frames: Sequence[Stamp], moved: Floats, levels: Floats) -> None:
        """Add frames with their mean levels; ``moved``: cells that the content of each moved down and right since."""
        start = self.path[-1] if len(self.path) else np.zeros(2)
        begin, end = self._begin, self._begin + len(self.grids)
        if end + len(grids) > len(self._held):
            kept = self.grids
            if 2 * (len(kept) + len(grids)) > len(self._held):
                self._held = np.empty((4 * (len(kept) + len(grids)), *grids.shape[1:]), np.uint8)
            self._held[: len(kept)] = kept
            begin, end = 0, len(kept)
        self._held[end : end + len(grids)] = grids
        self._begin, self.grids = begin, self._held[begin : end + len(grids)]
        self.times = np.concatenate((self.times, [one.media_s for one in frames]))
        self.levels = np.concatenate((self.levels, levels))
        self.path = np.concatenate((self.path, start + np.cumsum(moved, axis=0)))
        self.frames += frames

    def forget(self, before: int) -> None:
        """Forget the frames before a number."""
        many = min(max(0, before - self.first), len(self.grids))
        self.first += many
        self._begin += many
        self.grids, self.times, self.levels = self.grids[many:], self.times[many:], self.levels[many:]
        self.path, self.frames = self.path[many:], self.frames[many:]

    def since(self, number: int) -> slice:
        """Return the slice of the arrays from a frame's number on."""
        return slice(max(0, number - self.first), None)
