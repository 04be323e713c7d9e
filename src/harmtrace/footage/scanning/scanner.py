"""Scanner: luma frames and times in, candidates and what could be seen out; it opens nothing and remembers seconds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.scanning import breaks, verdicts
from harmtrace.footage.scanning.curves import curve
from harmtrace.footage.scanning.events import Chain, Event, Parting
from harmtrace.footage.scanning.grids import Reducer
from harmtrace.footage.scanning.motion import motion
from harmtrace.footage.scanning.rises import Quiet, Rise, rises
from harmtrace.footage.scanning.seen import Seen
from harmtrace.footage.scanning.settings import Thresholds
from harmtrace.footage.scanning.stacks import Part, Stack
from harmtrace.footage.scanning.tape import Floats, Frame, Stamp, Tape
from harmtrace.records.footage import Kind

_SATURATED, _BLACK = 245, 8
# Frames looked at together.
_BATCH = 32
# A new picture changes the profiles by so many grey levels at least.
_NEW = 1.5
# A frame shows a rise from this share of it on.
_SHOWS = 0.4
_LOSING = (Kind.CUT, Kind.ZOOM)
NOT_LOOKED_AT = "not looked at frame by frame"
"""Why a stretch is not clear that lay outside the spans asked for."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """How each frame of a stretch moved against the one before, and which of them part the picture."""

    moved: Floats
    growth: Floats
    partings: dict[int, breaks.Break]


@dataclass(frozen=True, slots=True)
class _Passed:
    """A frame between two that are looked at whole: one row of pixels of each row of cells."""

    number: int | None
    pts: int
    media_s: float
    sample: Stack


class Scanner:
    """Looks through one recording, batch by batch, in order of time."""

    def __init__(self, height: int, width: int, *, rate: float, thresholds: Thresholds | None = None) -> None:
        """Prepare for frames of a size, about ``rate`` a second."""
        self.thresholds = thresholds or Thresholds()
        self.reducer = Reducer(height, width)
        self._stride = max(1, int(rate / self.thresholds.least_rate + 0.01))
        self.before = int(np.clip(round(self.thresholds.past_s * rate / self._stride), 3, 8))
        self._gap_s = max(self.thresholds.gap_s, 4.0 / rate)
        self.tape = Tape(self.reducer.shape)
        self.quiet = Quiet(self.thresholds)
        self.seen = Seen()
        self.chains: list[Chain] = []
        self.partings: list[Parting] = []
        self._waiting: list[Event] = []
        self._sites: list[Event] = []
        self._history: Stack | None = None
        self._epoch, self._polarity, self._sigma = 0, 0, 2.0
        self._hard: list[int] = []
        self._zooming = -1e9
        self._bursts: list[float] = []
        self._skipped = False
        self._last_s: float | None = None
        self._turn = 0
        self._held: list[tuple[Stamp, Stack]] = []
        self._passed: list[_Passed] = []
        self._between: dict[int, list[_Passed]] = {}

    def add(self, frame: Frame) -> None:
        """Look at the next frame; its luma need not be valid afterwards."""
        last = self._last_s
        if last is not None and not 0 <= frame.media_s - last <= self._gap_s:
            self._look()
            self._lose()
            self.seen.missing(last, frame.media_s, NOT_LOOKED_AT if self._skipped else "frames missing")
        self._skipped = False
        self._last_s = frame.media_s
        if self._turn % self._stride:
            self._passed.append(_Passed(frame.number, frame.pts, frame.media_s, self.reducer.sample(frame.luma)))
        else:
            self._between[len(self.tape) + len(self._held)] = self._passed
            self._passed = []
            self._held.append((Stamp(frame.number, frame.pts, frame.media_s), self.reducer(frame.luma)))
            if len(self._held) >= _BATCH:
                self._look()
        self._turn += 1

    def _look(self) -> None:
        """Look at the frames held."""
        if self._held:
            grids = np.stack([grid for _, grid in self._held])
            stamps = [stamp for stamp, _ in self._held]
            self._held = []
            self._stretch(grids, stamps)
            self._between = {}

    def skip(self) -> None:
        """Say that frames before the next ones are left out on purpose."""
        self._skipped = True

    def finish(self) -> None:
        """Come to a verdict on what still waits."""
        self._look()
        self._settle(whole=True)
        self.seen.close()

    # ---- one stretch without gaps

    def _stretch(self, grids: Stack, frames: Sequence[Stamp]) -> None:
        moves = self._moves(grids)
        first = len(self.tape)
        levels = grids.reshape(len(grids), -1).mean(axis=1)
        self.tape.add(grids, frames, moves.moved, levels)
        unsteady = self._unsteady(first, moves)
        edges = [*sorted(k for k, one in moves.partings.items() if one.kind is not None), len(grids)]
        start = 0
        for edge in edges:
            if edge > start:
                self._run(grids[start:edge], first + start, unsteady[start:edge])
            if edge < len(grids):
                self._part(moves.partings[edge], grids, edge, frames[edge])
            start = edge
        self._zoomed(moves, frames)
        self._watch(first, grids, unsteady)
        self._settle()
        self._forget()

    def _moves(self, grids: Stack) -> _Moves:
        """Return how the frames moved; where the picture parted, it did not move."""
        count = len(grids)
        moved, growth = np.zeros((count, 2)), np.zeros(count)
        fresh = self._history is None
        stack = grids if fresh else np.concatenate((self.tape.grids[-1:], grids))
        if len(stack) < 2:
            return _Moves(moved, growth, {})
        found = motion(stack)
        start = 1 if fresh else 0
        moved[start:, 0], moved[start:, 1], growth[start:] = found.down, found.right, found.growth
        for at in np.flatnonzero(np.abs(moved[start:]).max(axis=1) > 0.8):
            if not breaks.moved(stack[at], stack[at + 1], *moved[at + start]):
                moved[at + start] = 0
        for at in np.flatnonzero(np.abs(growth[start:]) > 0.008):
            if not breaks.grew(stack[at], stack[at + 1], 1 + float(growth[at + start])):
                growth[at + start] = 0
        self._sigma = 0.8 * self._sigma + 0.2 * max(0.5, 1.05 * breaks.noise(stack[-2], stack[-1]))
        partings = {}
        for at in np.flatnonzero(found.changes > _NEW):
            if breaks.changed(stack[at], stack[at + 1]) <= breaks.CHANGED_SHARE:
                continue
            partings[int(at) + start] = told = breaks.told(stack[at], stack[at + 1])
            if told.kind in (*_LOSING, Kind.POLARITY_FLIP):
                moved[at + start] = growth[at + start] = 0
        return _Moves(moved, growth, partings)

    def _unsteady(self, first: int, moves: _Moves) -> NDArray[np.bool_]:
        """Return at which frames the picture moved or grew more, within the past looked at, than the reach allows."""
        path = self.tape.path[self.tape.since(first - self.before)]
        count = len(moves.growth)
        extra = len(path) - count
        furthest = np.zeros(count)
        for back in range(1, self.before + 1):
            earlier = np.maximum(np.arange(count) + extra - back, 0)
            furthest = np.maximum(furthest, np.abs(path[extra:] - path[earlier]).max(axis=1))
        widest = np.abs(moves.growth) * self.before * self.reducer.shape[1] / 2
        limit = self.thresholds.reach + self.thresholds.steady
        found: NDArray[np.bool_] = (furthest > limit) | (widest > limit)
        return found

    def _run(self, grids: Stack, first: int, unsteady: NDArray[np.bool_]) -> None:
        """Look for rises in frames between two partings."""
        history = self._history
        if history is None:
            history = np.repeat(grids[:1], self.before, axis=0)
        stack = np.concatenate((history, grids))
        for rise in rises(
            stack,
            before=self.before,
            first=first,
            blind=unsteady,
            quiet=self.quiet,
            near=self._near,
            thresholds=self.thresholds,
        ):
            self._take(rise)
        self._history = stack[-self.before :]

    def _part(self, told: breaks.Break, grids: Stack, at: int, frame: Stamp) -> None:
        """Note where the picture parted, and fit what is known of the past to the new picture."""
        kind = told.kind
        assert kind is not None
        if kind is Kind.CUT and frame.media_s - self._zooming < 0.8:
            kind = Kind.ZOOM
        if not (kind is Kind.ZOOM and frame.media_s - self._zooming < 1.0):
            self.partings.append(Parting(kind, frame.number, frame.pts, frame.media_s, told.likeness, told.factor))
        if kind is Kind.ZOOM:
            self._zooming = frame.media_s
        self._hard += [len(self.tape) - len(grids) + at] if kind is not Kind.GAIN_STEP else []
        if kind in _LOSING:
            self._epoch += 1
            self._history = None
        elif self._history is not None:
            self._history = breaks.fitted(self._history, self._history[-1], grids[at], kind)
            self._polarity += kind is Kind.POLARITY_FLIP

    def _zoomed(self, moves: _Moves, frames: Sequence[Stamp]) -> None:
        """Note a zoom over several frames, from how the picture grew within half a second."""
        total = 0.0
        for k, grown in enumerate(moves.growth):
            total = 0.85 * total + float(grown) if abs(grown) > 0.004 else 0.0
            if abs(total) > self.thresholds.grown:
                frame = frames[k]
                if frame.media_s - self._zooming > 1.0:
                    factor = float(np.exp(total))
                    self.partings.append(Parting(Kind.ZOOM, frame.number, frame.pts, frame.media_s, 1.0, factor))
                    self._epoch += 1
                self._zooming = frame.media_s

    def _lose(self) -> None:
        """Forget where things were: frames are missing."""
        self._turn, self._passed = 0, []
        self._settle(whole=True)
        self._epoch += 1
        self._history = None
        self._hard.append(len(self.tape))

    # ---- rises to events

    def _near(self, number: int, dark: bool, part: Part) -> bool:
        """Return whether a part rose enough for a place where a flash was before: the less, the sooner."""
        host = self._host(number, dark, part)
        if host is None:
            return False
        age = float(self.tape.times[number - self.tape.first]) - host.media_s
        low, high = self.quiet.later(dark), self.quiet.least(dark)
        return part.peak >= low + (high - low) * age / self.thresholds.alert_s

    def _host(self, number: int, dark: bool, part: Part) -> Event | None:
        at = number - self.tape.first
        now, home = float(self.tape.times[at]), self._home(number, part)
        for site in reversed(self._sites):
            same = site.dark == (dark ^ bool((self._polarity - site.polarity) % 2))
            if (
                same
                and site.strong
                and site.epoch == self._epoch
                and site.verdict is not False
                and 0.2 < now - site.media_s <= self.thresholds.alert_s
                and site.away(home) <= self.thresholds.near + site.radius
            ):
                return site
        return None

    def _home(self, number: int, part: Part) -> tuple[float, float]:
        down, right = self.tape.path[number - self.tape.first]
        return part.row - float(down), part.column - float(right)

    def _take(self, rise: Rise) -> None:
        """Take a rise for the beginning of an event, or for more of one."""
        at = rise.number - self.tape.first
        now, home = float(self.tape.times[at]), self._home(rise.number, rise.part)
        for event in reversed(self._sites):
            if (
                event.epoch == self._epoch
                and now - event.media_s <= self.thresholds.merge_s
                and event.away(home) <= self.thresholds.merge + event.radius
                and (event.dark == rise.dark or event.number == rise.number)
            ):
                event.absorb(rise)
                return
        host = self._host(rise.number, rise.dark, rise.part)
        shown = self._shown(rise)
        event = Event(
            number=rise.number,
            frame=shown.number,
            pts=shown.pts,
            media_s=shown.media_s,
            row=rise.part.row,
            column=rise.part.column,
            home=home,
            dark=rise.dark,
            polarity=self._polarity,
            epoch=self._epoch,
            peak=rise.part.peak,
            area=rise.part.area,
            sigma=self._sigma,
            strong=rise.part.peak >= self.quiet.least(rise.dark),
            host=host,
        )
        self._sites.append(event)
        self._waiting.append(event)

    def _shown(self, rise: Rise) -> Stamp:
        """Return the first frame that shows a rise: the one it was found in, or one passed over just before."""
        row, column = rise.part.top
        found = self.tape.frames[rise.number - self.tape.first]
        light = int(self.tape.grids[rise.number - self.tape.first, row, column])
        least = ((255 - light if rise.dark else light) - rise.part.peak) + _SHOWS * rise.part.peak
        for passed in reversed(self._between.get(rise.number, [])):
            near = self.reducer.cells(passed.sample, row, column).astype(np.int64)
            if int((255 - near).max() if rise.dark else near.max()) < least:
                break
            found = Stamp(passed.number, passed.pts, passed.media_s)
        return found

    # ---- events to flashes

    def _settle(self, *, whole: bool = False) -> None:
        """Come to a verdict on the events that were followed long enough, or on all."""
        if not len(self.tape.times):
            return
        now = float(self.tape.times[-1])
        while self._waiting and (whole or now - self._waiting[0].media_s >= self.thresholds.settle_s):
            event = self._waiting.pop(0)
            event.verdict = not self._all_over(event) and self._verdict(event)
            if event.verdict:
                self._chained(event)
        self._sites = [
            one
            for one in self._sites
            if one.verdict is None or now - one.media_s <= (self.thresholds.alert_s if one.verdict else 1.0)
        ]

    def _all_over(self, event: Event) -> bool:
        """Return whether light rose at many places when it rose here; such a moment is noted once."""
        near = self.thresholds.at_once_s
        if any(0 <= event.media_s - one <= 2 * near for one in self._bursts):
            return True
        many = sum(abs(one.media_s - event.media_s) <= near for one in self._sites)
        if many < self.thresholds.at_once:
            return False
        self._bursts.append(event.media_s)
        self.partings.append(Parting(Kind.MANY_AT_ONCE, event.frame, event.pts, event.media_s, 1.0, many))
        return True

    def _verdict(self, event: Event) -> bool:
        later = event.host is not None and bool(event.host.verdict)
        wide = event.area >= (self.thresholds.later_cells if later else self.thresholds.first_cells)
        if not wide or not (event.strong or later):
            return False
        start = max([self.tape.first, event.number - self.before, *(h for h in self._hard if h <= event.number)])
        end = min([len(self.tape), *(h for h in self._hard if h > event.number)])
        where = slice(start - self.tape.first, end - self.tape.first)
        ages = self.tape.times[where]
        where = slice(where.start, where.start + int(np.searchsorted(ages, event.media_s + self.thresholds.settle_s)))
        grids, levels = self.tape.grids[where], self.tape.levels[where]
        if event.number <= start:
            return False
        return verdicts.is_flash(
            curve(
                np.subtract(255, grids) if event.dark else grids,
                self.tape.times[where],
                self.tape.path[where],
                255 - levels if event.dark else levels,
                place=(event.row, event.column),
                start=event.number - start,
                before=self.before,
            ),
            later=later,
            thresholds=self.thresholds,
        )

    def _chained(self, event: Event) -> None:
        for chain in reversed(self.chains):
            if any(
                other.epoch == event.epoch
                and event.media_s - other.media_s <= self.thresholds.chain_s
                and other.away(event.home) <= self.thresholds.chain + other.radius
                for other in chain.events
            ):
                chain.events.append(event)
                return
        self.chains.append(Chain(len(self.chains) + 1, [event]))

    # ---- what could be seen

    def _watch(self, first: int, grids: Stack, unsteady: NDArray[np.bool_]) -> None:
        """Note of each frame whether a flash would have been seen, in the whole picture and where there was one."""
        where = self.tape.since(first)
        times, path = self.tape.times[where], self.tape.path[where]
        bright = np.zeros(len(grids), np.bool_)
        if grids.max() >= _SATURATED:
            bright = (grids >= _SATURATED).mean(axis=(1, 2)) > 0.25
        black = self.tape.levels[where] < _BLACK / 2
        self.seen.add(times, {"moving too fast": unsteady, "saturated": bright, "black picture": black})
        for one in self._sites:
            if one.epoch == self._epoch and one.host is None and one.verdict is not False:
                self._follow(one, times, path, grids, unsteady)

    def _follow(self, one: Event, times: Floats, path: Floats, grids: Stack, unsteady: NDArray[np.bool_]) -> None:
        """Add to an event the seconds in which its place could be watched afterwards."""
        spots = np.rint(path + one.home).astype(int)
        inside = np.minimum(spots, np.array(grids.shape[1:]) - 1 - spots).min(axis=1) >= 2
        held = np.where(inside[:, None], spots, 0)
        light = grids[np.arange(len(grids)), held[:, 0], held[:, 1]]
        dark = one.dark ^ bool((self._polarity - one.polarity) % 2)
        full = light <= 255 - _SATURATED if dark else light >= _SATURATED
        clear = inside & ~full & ~unsteady & (times > one.media_s) & (times <= one.media_s + self.thresholds.alert_s)
        steps = np.diff(times, prepend=max(one.until_s, one.media_s))
        one.clear_s += float(np.maximum(steps, 0)[clear].sum())
        one.until_s = float(times[-1])

    def _forget(self) -> None:
        """Forget frames that nothing waits for."""
        keep = min([len(self.tape), *(one.number for one in self._waiting)]) - self.before - 2
        self.tape.forget(keep)
        self._hard = [one for one in self._hard if one >= self.tape.first]
