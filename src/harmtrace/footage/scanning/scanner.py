"""Scanner: luma frames and times in, candidates and what could be seen out; it opens nothing and remembers seconds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.scanning import breaks
from harmtrace.footage.scanning.events import Chain, Event, Parting
from harmtrace.footage.scanning.following import Following
from harmtrace.footage.scanning.grids import Reducer
from harmtrace.footage.scanning.motion import motion
from harmtrace.footage.scanning.rises import Quiet, rises
from harmtrace.footage.scanning.seen import Seen
from harmtrace.footage.scanning.settings import Thresholds
from harmtrace.footage.scanning.stacks import Room, Stack
from harmtrace.footage.scanning.tape import Floats, Frame, Passed, Stamp, Tape
from harmtrace.records.footage import Kind

_SATURATED, _BLACK = 245, 8
# Frames looked at together, and how many times as many are held first, while their grids take no more bytes than this:
# the decoder and the looking push each other out of the processor's caches, so that they take turns seldom.
_BATCH, _BATCHES, _HELD_BYTES = 128, 4, 16 << 20
# A new picture changes the profiles by so many grey levels at least.
_NEW = 1.5
# Where the whole picture lies this many cells elsewhere than its profiles say, the picture is right.
_WRONG = 1.5
_LOSING = (Kind.CUT, Kind.ZOOM)
NOT_LOOKED_AT = "not looked at frame by frame"
"""Why a stretch is not clear that lay outside the spans asked for."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """How each frame of a stretch moved against the one before, and which of them part the picture."""

    moved: Floats
    growth: Floats
    levels: Floats
    partings: dict[int, breaks.Break]


class Scanner:
    """Looks through one recording, batch by batch, in order of time."""

    def __init__(self, height: int, width: int, *, rate: float, thresholds: Thresholds | None = None) -> None:
        """Prepare for frames of a size, about ``rate`` a second."""
        self.thresholds = thresholds or Thresholds()
        self.reducer = Reducer(height, width)
        self.every = max(1 + (rate >= self.thresholds.halved_from), int(rate / self.thresholds.least_rate + 0.01))
        # What comes so late after the last frame looked at is looked at, whatever rate the file states.
        self._late_s, self._looked_s = 3 * self.every / rate, -1e9
        self.before = int(np.clip(round(self.thresholds.past_s * rate / self.every), 3, 8))
        self._gap_s = max(self.thresholds.gap_s, 4.0 / rate)
        self.tape = Tape(self.reducer.shape)
        self.quiet = Quiet(self.thresholds)
        self.seen = Seen()
        self._following = Following(
            self.thresholds, tape=self.tape, quiet=self.quiet, reducer=self.reducer, before=self.before
        )
        self._zooming = -1e9
        self._skipped = False
        self._last_s: float | None = None
        self._turn = 0
        self._held: list[Stamp] = []
        self._passed: list[Passed] = []
        # The last frames of the past, then those held: what is known of the past may be fitted to a new picture here.
        cells = max(1, self.reducer.shape[0] * self.reducer.shape[1])
        self._most = _BATCH * max(1, min(_BATCHES, _HELD_BYTES // (_BATCH * cells)))
        self._all = np.empty((self.before + self._most, *self.reducer.shape), np.uint8)
        self._grids = self._all  # the part that is looked at
        self._room = Room(self.reducer.shape, before=self.before)
        self._fresh = True

    @property
    def chains(self) -> list[Chain]:
        """Return the flashes found so far."""
        return self._following.chains

    @property
    def partings(self) -> list[Parting]:
        """Return the breaks of the picture found so far."""
        return self._following.partings

    @property
    def doubts(self) -> list[Event]:
        """Return the flashes before which frames were not decoded, in order of time."""
        found = [event for chain in self.chains for event in chain.events if event.doubt is not None]
        return sorted(found, key=lambda event: event.media_s)

    def date(self, event: Event, frames: Iterable[Frame]) -> None:
        """Settle when a flash began; ``frames``: all from the last one looked at before, to the one it was found in."""
        doubt = event.doubt
        if doubt is None:
            return
        passed = [
            Passed(None, one.pts, one.media_s, self.reducer.sample(one.luma))
            for one in frames
            if doubt.since.pts < one.pts < doubt.found.pts
        ]
        for back, one in enumerate(reversed(passed), start=1):
            one.number = None if doubt.found.number is None else doubt.found.number - back
        self._following.date(event, passed)

    def add(self, frame: Frame) -> None:
        """Look at the next frame; its luma need not be valid afterwards."""
        last = self._last_s
        if last is not None and not 0 <= frame.media_s - last <= self._gap_s:
            self._look()
            self._lose()
            self.seen.missing(last, frame.media_s, NOT_LOOKED_AT if self._skipped else "frames missing")
        self._skipped = False
        self._last_s = frame.media_s
        if not frame.due if frame.due is not None else self._passes(frame.media_s):
            self._passed.append(Passed(frame.number, frame.pts, frame.media_s, self.reducer.sample(frame.luma)))
        else:
            held, self._turn, self._looked_s = self._held, 0, frame.media_s
            if self._passed:
                self._following.between[len(self.tape) + len(held)] = self._passed
                self._passed = []
            self.reducer(frame.luma, self._all[self.before + len(held)])
            held.append(Stamp(frame.number, frame.pts, frame.media_s))
            if len(held) >= self._most:
                self._look()
        self._turn += 1

    def _passes(self, media_s: float) -> bool:
        """Return whether a frame may be passed over."""
        return self._turn % self.every > 0 and media_s - self._looked_s < self._late_s

    def _look(self) -> None:
        """Look at the frames held."""
        if self._held:
            held, self._held = self._held, []
            for start in range(0, len(held), _BATCH):
                part = held[start : start + _BATCH]
                self._grids = self._all[start : start + len(part) + self.before]
                self._stretch(part)
            self._following.between = {}
            self._all[: self.before] = self._all[len(held) : len(held) + self.before].copy()

    def skip(self) -> None:
        """Say that frames before the next ones are left out on purpose."""
        self._skipped = True

    def part(self) -> None:
        """Say that the next frame follows nothing that was seen: the pictures before it were damaged."""
        self._look()
        self._lose()

    def finish(self) -> None:
        """Come to a verdict on what still waits."""
        self._look()
        self._following.settle(whole=True)
        self.seen.close()

    # ---- one stretch without gaps

    def _stretch(self, frames: Sequence[Stamp]) -> None:
        count = len(frames)
        moves = self._moves(count)
        first = len(self.tape)
        self.tape.add(self._grids[self.before : self.before + count], frames, moves.moved, moves.levels)
        unsteady = self._unsteady(first, moves)
        start = 0
        for edge in [*sorted(k for k, one in moves.partings.items() if one.kind is not None), count]:
            if edge > start:
                self._run(start, edge, first, unsteady[start:edge])
            if edge < count:
                self._part(moves.partings[edge], edge, first, frames[edge])
            start = edge
        self._zoomed(moves, frames)
        self._watch(first, unsteady)
        self._following.settle()
        self._following.forget()

    def _moves(self, count: int) -> _Moves:
        """Return how the frames moved; where the picture parted, it did not move."""
        moved, growth = np.zeros((count, 2)), np.zeros(count)
        start = 1 if self._fresh else 0
        stack = self._grids[self.before - 1 + start : self.before + count]
        found = motion(stack)
        levels = found.levels[1 - start :]
        if len(stack) < 2:
            return _Moves(moved, growth, levels, {})
        moved[start:, 0], moved[start:, 1], growth[start:] = found.down, found.right, found.growth
        for at in np.flatnonzero(np.abs(moved[start:]).max(axis=1) > 0.8):
            if not breaks.moved(stack[at], stack[at + 1], *moved[at + start]):
                moved[at + start] = 0
        for at in np.flatnonzero(np.abs(growth[start:]) > 0.008):
            if not breaks.grew(stack[at], stack[at + 1], 1 + float(growth[at + start])):
                growth[at + start] = 0
        noise = max(0.5, 1.05 * breaks.noise(stack[-2], stack[-1]))
        self._following.sigma = 0.8 * self._following.sigma + 0.2 * noise
        partings: dict[int, breaks.Break] = {}
        last, look = -1, breaks.Look(stack[0])
        for number in map(int, np.flatnonzero(found.changes > _NEW)):
            if breaks.changed(stack[number], stack[number + 1]) <= breaks.CHANGED_SHARE:
                continue
            before = look if last == number else breaks.Look(stack[number])
            last, look = number + 1, breaks.Look(stack[number + 1])
            here = number + start
            told = breaks.told(before, look, guess=(round(moved[here, 0]), round(moved[here, 1])))
            if told.kind is Kind.CUT and breaks.still_moving(partings.get(here - 1), told):
                told = replace(told, kind=None)
            partings[here] = told
            if told.kind in (*_LOSING, Kind.POLARITY_FLIP):
                moved[here] = growth[here] = 0
            elif told.kind is Kind.GAIN_STEP:
                growth[here] = 0  # alike as they lie: light that comes with it looks like growth to the profiles
            elif told.kind is None and np.abs(moved[here] - told.shift).max() > _WRONG:
                moved[here], growth[here] = told.shift, 0  # further than the profiles reach, or turning
        return _Moves(moved, growth, levels, partings)

    def _unsteady(self, first: int, moves: _Moves) -> NDArray[np.bool_]:
        """Return at which frames the picture moved or grew more, within the past looked at, than the reach allows."""
        path = self.tape.path[self.tape.since(first - self.before)]
        count = len(moves.growth)
        short = self.before + count - len(path)  # the first frames of a tape have less of a past
        path = np.concatenate((np.repeat(path[:1], short, axis=0), path)) if short else path
        here = path[self.before :]
        most, least = here, here
        for k in range(self.before):
            past = path[k : k + count]
            most, least = np.maximum(most, past), np.minimum(least, past)
        furthest = np.maximum.reduce(np.maximum(most - here, here - least), axis=1)
        widest = np.abs(moves.growth) * self.before * self.reducer.shape[1] / 2
        limit = self.thresholds.reach + self.thresholds.steady
        found: NDArray[np.bool_] = (furthest > limit) | (widest > limit)
        return found

    def _run(self, start: int, edge: int, first: int, unsteady: NDArray[np.bool_]) -> None:
        """Look for rises in frames between two partings."""
        if self._fresh:
            self._grids[start : start + self.before] = self._grids[start + self.before].copy()
            self._fresh = False
        for rise in rises(
            self._grids[start : edge + self.before],
            before=self.before,
            first=first + start,
            blind=unsteady,
            quiet=self.quiet,
            near=lambda: self._following.near if self._following.sites else None,
            room=self._room,
            reach=self.thresholds.reach,
        ):
            self._following.take(rise)

    def _part(self, told: breaks.Break, at: int, first: int, frame: Stamp) -> None:
        """Note where the picture parted, and fit what is known of the past to the new picture."""
        kind, following = told.kind, self._following
        assert kind is not None
        if kind is Kind.CUT and frame.media_s - self._zooming < 0.8:
            kind = Kind.ZOOM
        if not (kind is Kind.ZOOM and frame.media_s - self._zooming < 1.0):
            following.partings.append(Parting(kind, frame.number, frame.pts, frame.media_s, told.likeness, told.factor))
        if kind is Kind.ZOOM:
            self._zooming = frame.media_s
        following.hard += [first + at] if kind is not Kind.GAIN_STEP else []
        if kind in _LOSING:
            following.epoch += 1
            self._fresh = True
        elif not self._fresh:
            past = self._grids[at : at + self.before]
            past[:] = breaks.fitted(past, past[-1], self._grids[at + self.before], kind)
            following.polarity += kind is Kind.POLARITY_FLIP

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
                    self._following.epoch += 1
                self._zooming = frame.media_s

    def _lose(self) -> None:
        """Forget where things were: frames are missing."""
        self._turn, self._passed = 0, []
        self._following.settle(whole=True)
        self._following.epoch += 1
        self._fresh = True
        self._following.hard.append(len(self.tape))

    # ---- what could be seen

    def _watch(self, first: int, unsteady: NDArray[np.bool_]) -> None:
        """Note of each frame whether a flash would have been seen, in the whole picture and where there was one."""
        where = self.tape.since(first)
        times, path, grids = self.tape.times[where], self.tape.path[where], self.tape.grids[where]
        bright = np.zeros(len(grids), np.bool_)
        for at in np.flatnonzero(np.maximum.reduce(grids.reshape(len(grids), -1), axis=1) >= _SATURATED).tolist():
            bright[at] = np.count_nonzero(grids[at] >= _SATURATED) > grids[at].size / 4
        black = self.tape.levels[where] < _BLACK / 2
        self.seen.add(times, {"moving too fast": unsteady, "saturated": bright, "black picture": black})
        for one in self._following.sites:
            if one.epoch == self._following.epoch and one.host is None and one.verdict is not False:
                self._followed(one, times, path, grids, unsteady)

    def _followed(self, one: Event, times: Floats, path: Floats, grids: Stack, unsteady: NDArray[np.bool_]) -> None:
        """Add to an event the seconds in which its place could be watched afterwards."""
        spots = np.rint(path + one.home).astype(int)
        inside = np.minimum(spots, np.array(grids.shape[1:]) - 1 - spots).min(axis=1) >= 2
        held = np.where(inside[:, None], spots, 0)
        light = grids[np.arange(len(grids)), held[:, 0], held[:, 1]]
        dark = one.dark ^ bool((self._following.polarity - one.polarity) % 2)
        full = light <= 255 - _SATURATED if dark else light >= _SATURATED
        clear = inside & ~full & ~unsteady & (times > one.media_s) & (times <= one.media_s + self.thresholds.alert_s)
        steps = np.diff(times, prepend=max(one.until_s, one.media_s))
        one.clear_s += float(np.maximum(steps, 0)[clear].sum())
        one.until_s = float(times[-1])
