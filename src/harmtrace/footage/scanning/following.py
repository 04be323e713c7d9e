"""Following: rises to events, events to flashes in chains; it remembers seconds, and when the place was lost."""

from collections.abc import Sequence

import numpy as np

from harmtrace.footage.scanning import verdicts
from harmtrace.footage.scanning.curves import curve
from harmtrace.footage.scanning.events import Chain, Doubt, Event, Parting
from harmtrace.footage.scanning.grids import Reducer
from harmtrace.footage.scanning.rises import Quiet, Rise
from harmtrace.footage.scanning.settings import Thresholds
from harmtrace.footage.scanning.stacks import Part
from harmtrace.footage.scanning.tape import Passed, Stamp, Tape
from harmtrace.records.footage import Kind

# A frame shows a rise from this share of it on.
_SHOWS = 0.4


class Following:
    """Takes rises and comes to a verdict on each when it was followed long enough.

    Attributes:
        chains, partings: what came of it.
        sites: events that are still of weight; ``between``: the frames passed over before each that was looked at.
        epoch: how many times the place of things was lost; ``polarity``: flips so far; ``sigma``: noise, grey levels.
        hard: frames before which light cannot be compared.
    """

    def __init__(self, thresholds: Thresholds, *, tape: Tape, quiet: Quiet, reducer: Reducer, before: int) -> None:
        """Begin with nothing seen; ``before``: frames that tell what there was before a rise."""
        self._thresholds, self._tape, self._quiet, self._reducer = thresholds, tape, quiet, reducer
        self._before = before
        self.chains: list[Chain] = []
        self.partings: list[Parting] = []
        self.sites: list[Event] = []
        self.between: dict[int, list[Passed]] = {}
        self.epoch, self.polarity, self.sigma = 0, 0, 2.0
        self.hard: list[int] = []
        self._waiting: list[Event] = []
        self._bursts: list[float] = []

    def near(self, number: int, dark: bool, part: Part) -> bool:
        """Return whether a part rose enough for a place where a flash was before: the less, the sooner."""
        host = self._host(number, dark, part)
        if host is None:
            return False
        age = float(self._tape.times[number - self._tape.first]) - host.media_s
        low, high = self._quiet.later(dark), self._quiet.least(dark)
        return part.peak >= low + (high - low) * age / self._thresholds.alert_s

    def _host(self, number: int, dark: bool, part: Part) -> Event | None:
        at = number - self._tape.first
        now, home = float(self._tape.times[at]), self._home(number, part)
        for site in reversed(self.sites):
            same = site.dark == (dark ^ bool((self.polarity - site.polarity) % 2))
            if (
                same
                and site.strong
                and site.epoch == self.epoch
                and site.verdict is not False
                and 0.2 < now - site.media_s <= self._thresholds.alert_s
                and site.away(home) <= self._thresholds.near + site.radius
            ):
                return site
        return None

    def _home(self, number: int, part: Part) -> tuple[float, float]:
        down, right = self._tape.path[number - self._tape.first]
        return part.row - float(down), part.column - float(right)

    def take(self, rise: Rise) -> None:
        """Take a rise for the beginning of an event, or for more of one."""
        at = rise.number - self._tape.first
        now, home = float(self._tape.times[at]), self._home(rise.number, rise.part)
        for event in reversed(self.sites):
            if (
                event.epoch == self.epoch
                and now - event.media_s <= self._thresholds.merge_s
                and event.away(home) <= self._thresholds.merge + event.radius
                and (event.dark == rise.dark or event.number == rise.number)
            ):
                event.absorb(rise)
                return
        host = self._host(rise.number, rise.dark, rise.part)
        shown, doubt = self._shown(rise)
        event = Event(
            number=rise.number,
            frame=shown.number,
            pts=shown.pts,
            media_s=shown.media_s,
            row=rise.part.row,
            column=rise.part.column,
            home=home,
            dark=rise.dark,
            polarity=self.polarity,
            epoch=self.epoch,
            peak=rise.part.peak,
            area=rise.part.area,
            sigma=self.sigma,
            strong=rise.part.peak >= self._quiet.least(rise.dark),
            host=host,
            doubt=doubt,
        )
        self.sites.append(event)
        self._waiting.append(event)

    def _shown(self, rise: Rise) -> tuple[Stamp, Doubt | None]:
        """Return the first frame that shows a rise: the one it was found in, or one passed over just before."""
        row, column = rise.part.top
        at = rise.number - self._tape.first
        found, light = self._tape.frames[at], int(self._tape.grids[at, row, column])
        least = ((255 - light if rise.dark else light) - rise.part.peak) + _SHOWS * rise.part.peak
        passed, doubt = self.between.get(rise.number, []), None
        since = self._tape.frames[at - 1] if at else found
        if since.number is not None and found.number is not None and found.number - since.number > len(passed) + 1:
            doubt = Doubt(since, found, (row, column), least)
        return self._first(found, passed, (row, column), dark=rise.dark, least=least), doubt

    def _first(
        self, found: Stamp, passed: Sequence[Passed], cell: tuple[int, int], *, dark: bool, least: float
    ) -> Stamp:
        for one in reversed(passed):
            near = self._reducer.cells(one.sample, *cell).astype(np.int64)
            if int((255 - near).max() if dark else near.max()) < least:
                break
            found = Stamp(one.number, one.pts, one.media_s)
        return found

    def date(self, event: Event, frames: Sequence[Passed]) -> None:
        """Settle in which frame an event began; ``frames``: all that lie between, in order."""
        doubt, event.doubt = event.doubt, None
        if doubt is not None:
            shown = self._first(doubt.found, frames, doubt.cell, dark=event.dark, least=doubt.least)
            event.frame, event.pts, event.media_s = shown.number, shown.pts, shown.media_s

    # ---- events to flashes

    def settle(self, *, whole: bool = False) -> None:
        """Come to a verdict on the events that were followed long enough, or on all."""
        if not len(self._tape.times):
            return
        now = float(self._tape.times[-1])
        while self._waiting and (whole or now - self._waiting[0].media_s >= self._thresholds.settle_s):
            event = self._waiting.pop(0)
            event.verdict = not self._all_over(event) and self._verdict(event)
            if event.verdict:
                self._chained(event)
        self.sites = [
            one
            for one in self.sites
            if one.verdict is None or now - one.media_s <= (self._thresholds.alert_s if one.verdict else 1.0)
        ]

    def _all_over(self, event: Event) -> bool:
        """Return whether light rose at many places when it rose here; such a moment is noted once."""
        near = self._thresholds.at_once_s
        if any(0 <= event.media_s - one <= 2 * near for one in self._bursts):
            return True
        many = sum(abs(one.media_s - event.media_s) <= near for one in self.sites)
        if many < self._thresholds.at_once:
            return False
        self._bursts.append(event.media_s)
        self.partings.append(Parting(Kind.MANY_AT_ONCE, event.frame, event.pts, event.media_s, 1.0, many))
        return True

    def _verdict(self, event: Event) -> bool:
        later = event.host is not None and bool(event.host.verdict)
        far = event.host is not None and event.host.away(event.home) > self._thresholds.far
        after = self._thresholds.far_cells if far else self._thresholds.later_cells
        wide = event.area >= (after if later else self._thresholds.first_cells)
        if not wide or not (event.strong or later):
            return False
        start = max([self._tape.first, event.number - self._before, *(h for h in self.hard if h <= event.number)])
        end = min([len(self._tape), *(h for h in self.hard if h > event.number)])
        where = slice(start - self._tape.first, end - self._tape.first)
        ages = self._tape.times[where]
        where = slice(where.start, where.start + int(np.searchsorted(ages, event.media_s + self._thresholds.settle_s)))
        grids, levels = self._tape.grids[where], self._tape.levels[where]
        if event.number <= start:
            return False
        return verdicts.is_flash(
            curve(
                np.subtract(255, grids) if event.dark else grids,
                self._tape.times[where],
                self._tape.path[where],
                255 - levels if event.dark else levels,
                place=(event.row, event.column),
                start=event.number - start,
                before=self._before,
            ),
            later=later,
            far=far,
            rise=event.peak,
            thresholds=self._thresholds,
        )

    def _chained(self, event: Event) -> None:
        for chain in reversed(self.chains):
            if any(
                other.epoch == event.epoch
                and event.media_s - other.media_s <= self._thresholds.chain_s
                and other.away(event.home) <= self._thresholds.chain + other.radius
                for other in chain.events
            ):
                chain.events.append(event)
                return
        self.chains.append(Chain(len(self.chains) + 1, [event]))

    def forget(self) -> None:
        """Forget frames that nothing waits for."""
        keep = min([len(self._tape), *(one.number for one in self._waiting)]) - self._before - 2
        self._tape.forget(keep)
        self.hard = [one for one in self.hard if one >= self._tape.first]
