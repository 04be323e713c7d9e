"""Events: what a scan has found so far: rises that wait for a verdict, flashes in chains, breaks of the picture."""

from dataclasses import dataclass, field

import numpy as np

from harmtrace.footage.scanning.rises import Rise
from harmtrace.footage.scanning.tape import Stamp
from harmtrace.records.footage import Kind


@dataclass(frozen=True, slots=True)
class Doubt:
    """Frames just before the one that an event was found in were not decoded: it may have begun in one of them.

    Attributes:
        since: the last frame looked at before; ``found``: the one that it was found in.
        cell: row and column of the grid where it rose most; ``least``: what a frame must have there to show it.
    """

    since: Stamp
    found: Stamp
    cell: tuple[int, int]
    least: float


@dataclass(slots=True, eq=False)
class Event:
    """One flash, or what may be one.

    Attributes:
        number: of its first frame, all frames of the scan counted; ``frame``, ``pts``, ``media_s``: of that frame.
        row, column: in the grid at that frame; ``home``: the same with the camera's motion since the start taken out.
        dark: it darkened the picture; ``polarity``: how many flips of polarity lay before it.
        epoch: how many times the place of things was lost before it (cuts, zooms, gaps).
        peak: highest rise in grey levels; ``area``: cells; ``sigma``: noise of the quiet picture then.
        strong: it rose by what a first flash must; ``host``: the earlier event near which it was looked for.
        verdict: None while it waits.
        clear_s: seconds since in which its place was in the picture, steady and not saturated; ``until_s``: until when
            (media seconds) the place was looked for.
        doubt: where frames just before were not decoded.
    """

    number: int
    frame: int | None
    pts: int
    media_s: float
    row: float
    column: float
    home: tuple[float, float]
    dark: bool
    polarity: int
    epoch: int
    peak: float
    area: int
    sigma: float
    strong: bool
    host: "Event | None" = None
    verdict: bool | None = None
    clear_s: float = 0.0
    until_s: float = 0.0
    doubt: Doubt | None = None

    @property
    def radius(self) -> float:
        """Return the radius of a disc of its area, cells."""
        return float(np.sqrt(self.area / np.pi))

    def away(self, home: tuple[float, float]) -> float:
        """Return how far a place is, cells."""
        return float(np.hypot(self.home[0] - home[0], self.home[1] - home[1]))

    def absorb(self, rise: Rise) -> None:
        """Take a later rise of the same flash in."""
        self.peak = max(self.peak, rise.part.peak)
        self.area = max(self.area, rise.part.area)


@dataclass(slots=True, eq=False)
class Chain:
    """Flashes near one another in place and time.

    Attributes:
        events: in order of time.
    """

    number: int
    events: list[Event] = field(default_factory=list)

    @property
    def first(self) -> Event:
        """Return the first event."""
        return self.events[0]


@dataclass(frozen=True, slots=True)
class Parting:
    """A break of the picture: kind, frame after it, likeness of the frames; gain, factor of zoom or how many places."""

    kind: Kind
    frame: int | None
    pts: int
    media_s: float
    likeness: float
    factor: float | None
