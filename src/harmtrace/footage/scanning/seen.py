"""Seen: the stretches of a recording in which a flash would have become a candidate, and what hid the others."""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from harmtrace.records.footage import Watched

Floats = NDArray[np.float64]


class Seen:
    """Grows by frames; neighbours of one kind are one stretch."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._stretches: list[tuple[float, float, str | None]] = []
        self._first: float | None = None

    def add(self, times: Floats, hidden: Mapping[str, NDArray[np.bool_]]) -> None:
        """Add frames; ``hidden``: by reason, at which of them nothing could be seen."""
        reasons = np.full(len(times), -1)
        for number, flags in enumerate(hidden.values()):
            reasons[flags & (reasons < 0)] = number
        names = list(hidden)
        edges = [0, *(np.flatnonzero(np.diff(reasons)) + 1).tolist(), len(times)]
        for start, end in pairwise(edges):
            why = names[reasons[start]] if reasons[start] >= 0 else None
            self._put(float(times[start]), float(times[end - 1]), why)

    def missing(self, start: float, end: float, why: str = "frames missing") -> None:
        """Note that frames are missing between two times; an end before the start is a clock that jumped back."""
        if end > start:
            self._put(start, end, why)

    def _put(self, start: float, end: float, why: str | None) -> None:
        if self._stretches:
            before, until, reason = self._stretches[-1]
            if reason == why:
                self._stretches[-1] = (before, max(until, end), why)
                return
            if start > until:  # up to the next frame, the last one stands
                self._stretches[-1] = (before, start, reason)
        self._stretches.append((start, end, why))

    def close(self) -> None:
        """Leave out stretches without length."""
        self._stretches = [one for one in self._stretches if one[1] > one[0]]

    def watched(self, least_area: float) -> tuple[Watched, ...]:
        """Return the stretches, in order."""
        return tuple(
            Watched(
                media_from=start,
                media_to=end,
                clear=why is None,
                why=why,
                least_area=least_area if why is None else None,
            )
            for start, end, why in self._stretches
        )
