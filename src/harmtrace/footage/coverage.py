"""A place and a time -> which feeds could see it and when, which could not and why, and when none could."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import cast

import numpy as np
from numpy.typing import NDArray

from harmtrace.errors import FootageError
from harmtrace.footage.columns import Array, Buffer, pack, unpack
from harmtrace.footage.footprints import ELEVATIONS, METHODS, Assumed, of_feed
from harmtrace.footage.index import Box, Index, Ints, Segments
from harmtrace.footage.inside import coarser, shown
from harmtrace.footage.runs import Held, Rows, micro, nothing, rows, segments, spans, utc_us
from harmtrace.footage.track import Floats, Track
from harmtrace.records.footage import Basis, Clock, Coverage, Feed, Gap, Why, Window

SIGMAS = 2.0
"""By how many standard deviations of its clock each feed's time is widened, where nothing else is asked for."""
VERSION = "2"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Span = tuple[int, int]


def coverage(
    feeds: Sequence[tuple[Feed, Track | None]],
    *,
    latitude: float,
    longitude: float,
    radius_m: float,
    start: datetime,
    end: datetime,
    sigmas: float = SIGMAS,
    withheld: Collection[str] = (),
) -> Coverage:
    """Return what feeds could see of a disc on the ground in a stretch of time; for many questions use ``Ground``."""
    ground = Ground.of(feeds, withheld=withheld)
    return ground.coverage(
        latitude=latitude, longitude=longitude, radius_m=radius_m, start=start, end=end, sigmas=sigmas
    )


def _rows_of(columns: Mapping[str, Array]) -> Rows:
    return Rows(**{one.name: columns[f"row_{one.name}"] for one in fields(Rows)})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked of a feed over and over: microseconds since 1970 of its recording, and the slack of its clock.

    Attributes:
        sigma_s: largest standard deviation of its clock; ``spans``: when its telemetry says anything.
    """

    feed: Feed
    begin: int
    end: int
    sigma_s: float
    spans: tuple[_Span, ...]
    withheld: bool


class Ground:
    """Which ground the feeds of a case showed, ready to be asked; kept as bytes that can be mapped from a file."""

    def __init__(
        self,
        feeds: Sequence[Feed],
        columns: dict[str, Array],
        withheld: Collection[str] = (),
        *,
        held: Held | None = None,
    ) -> None:
        try:
            self.rows: Held = held or _rows_of(columns)
            self._spans, self._span_first = cast(Ints, columns["spans"]), cast(Ints, columns["span_first"])
        except KeyError as error:
            raise FootageError(f"expected footprints of a case, found no column {error}") from error
        self.index = Index.from_columns(columns)
        self._columns = columns
        self._withheld = frozenset(withheld)
        self._known = [self._knowledge(at, feed) for at, feed in enumerate(feeds)]
        self._edges = self._plain_edges()

    @classmethod
    def of(
        cls,
        feeds: Iterable[tuple[Feed, Track | None]],
        *,
        withheld: Collection[str] = (),
        assumed: Assumed | None = None,
    ) -> "Ground":
        """Return the ground of some feeds; ``withheld``: ids of those whose file the case does not hold."""
        parts, runs, said, first = [nothing()], list[Segments](), list[Ints](), 0
        known = list[Feed]()
        for feed, track in feeds:
            held = rows(of_feed(feed, track, assumed=assumed))
            if feed.clock.start is not None:
                runs.append(segments(held, feed.clock, feed=len(known), first=first))
            known.append(feed)
            parts.append(held)
            said.append(spans(held))
            first += len(held)
        runs = runs or [segments(nothing(), Clock(basis=Basis.NONE, start=_EPOCH), feed=0, first=0)]
        whole = Rows.joined(parts)
        sigma = np.array([_sigma(one, own) for one, own in zip(known, said, strict=True)], dtype=np.float64)
        columns = Index.of(Segments.joined(runs), sigma).columns()
        columns |= {f"row_{one.name}": getattr(whole, one.name) for one in fields(Rows)}
        columns["spans"] = np.concatenate([np.empty((0, 2), dtype=np.int64), *said])
        columns["span_first"] = np.cumsum([0, *map(len, said)], dtype=np.int64)
        return cls(known, columns, withheld)

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """Return its feeds, in order."""
        return tuple(one.feed for one in self._known)

    def packed(self) -> Iterator[bytes]:
        """Yield all that it holds as bytes, to be written to one file."""
        return pack(self._columns, _stamp(self.feeds, self._withheld))

    @classmethod
    def unpacked(cls, body: Buffer, feeds: Sequence[Feed], *, withheld: Collection[str] = ()) -> "Ground":
        """Return what ``packed`` wrote, read where it lies (a memory map needs no memory for what is not asked for).

        Raises:
            FootageError: the bytes are no footprints, or of other feeds, or of other clocks of them: make them anew.
        """
        columns, note = unpack(body)
        if note != _stamp(feeds, frozenset(withheld)):
            raise FootageError("kept footprints are of other recordings, or of other clocks of them: make them anew")
        return cls(feeds, columns, withheld)

    def coverage(
        self,
        *,
        latitude: float,
        longitude: float,
        radius_m: float,
        start: datetime,
        end: datetime,
        sigmas: float = SIGMAS,
    ) -> Coverage:
        """Return which feeds could see a disc on the ground in a stretch of time, which could not, and why.

        Windows and gaps of a feed together fill the stretch, widened on both sides by ``sigmas`` standard deviations
        of its clock. ``no_feed`` is what is left of the stretch without all windows, these widened likewise.

        Raises:
            ValueError: the stretch runs backwards, or the place is none.
        """
        if end < start or not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and 0 <= radius_m <= 1_000_000):
            raise ValueError("expected a stretch of time, latitude, longitude and a radius up to 1,000 km")
        asked = (_us(start), _us(end))
        windows = self.windows(latitude, longitude, radius_m, asked=asked, sigmas=sigmas)
        moments = _Moments()
        gaps = list[Gap]()
        for at, plain in enumerate(self._plain(asked, sigmas)):
            if plain is None or at in windows:
                gaps += self._gaps(at, windows.get(at, ()), asked, sigmas, moments)
            else:
                slack = self._slack(at, sigmas)
                first, last = moments(asked[0] - slack), moments(asked[1] + slack)
                gaps.append(Gap(feed=self._known[at].feed.id, start=first, end=last, why=plain))
        covered = [
            (begin - self._slack(at, sigmas), until + self._slack(at, sigmas))
            for at, found in windows.items()
            for (begin, until), _ in found
        ]
        return Coverage(
            latitude=latitude,
            longitude=longitude,
            radius_m=radius_m,
            start=start,
            end=end,
            windows=tuple(
                make(moments(begin), moments(until)) for found in windows.values() for (begin, until), make in found
            ),
            gaps=tuple(gaps),
            no_feed=tuple((moments(begin), moments(until)) for begin, until in _rest(asked, covered)),
            sigmas=sigmas,
        )

    def windows(
        self, latitude: float, longitude: float, radius_m: float, *, asked: _Span, sigmas: float
    ) -> dict[int, list[tuple[_Span, Callable[[datetime, datetime], Window]]]]:
        """Return by number of the feed when it could see a disc, and what makes the window of its two moments."""
        box = Box.around(
            latitude, longitude, radius_m, start=asked[0] // 1_000 - 1, end=asked[1] // 1_000 + 1, sigmas=sigmas
        )
        near = self.index.find(box)
        found: dict[int, list[tuple[_Span, Callable[[datetime, datetime], Window]]]] = {}
        if not len(near):
            return found
        feed, numbers = self._numbers(near)
        held = self.rows.take(numbers)
        begin, until = self._times(feed, held)
        slack = self._slacks(sigmas)
        low, high = (asked[0] - slack)[feed], (asked[1] + slack)[feed]
        keep = np.flatnonzero((begin <= high) & (until >= low))
        if not len(keep):
            return found
        seen, share = shown(held.take(keep), latitude, longitude, radius_m)
        begin, until = np.maximum(begin, low), np.minimum(until, high)
        # What only touches the end of the stretch counts where one of both is a moment and no stretch.
        moment = (until[keep] == begin[keep]) & (held.until_us[keep] > held.media_us[keep]) & (high > low)[keep]
        hit = np.flatnonzero(seen & ~moment)
        if not len(hit):
            return found
        keep, share = keep[hit], share[hit]
        feed, begin, until, held = feed[keep], begin[keep], until[keep], held.take(keep)
        scale = held.metres_per_pixel * coarser(held, latitude, longitude)
        new = np.flatnonzero(np.append(True, (feed[1:] != feed[:-1]) | (begin[1:] > until[:-1])))
        for first, last in zip(new, np.append(new[1:], len(feed)), strict=True):
            own = slice(int(first), int(last))
            at, span = int(feed[first]), (int(begin[first]), int(until[own].max()))
            found.setdefault(at, []).append(
                (span, _maker(self._known[at].feed, held.take(own), share[own], scale[own], span))
            )
        return found

    def _numbers(self, near: Ints) -> tuple[Ints, Ints]:
        """Return the feed and number of every row of some segments, in order of feed and row, each once."""
        runs = self.index.segments
        many = runs.many[near].astype(np.int64)
        ends = np.cumsum(many)
        numbers = np.arange(ends[-1], dtype=np.int64) + np.repeat(runs.first[near] - ends + many, many)
        feed = np.repeat(runs.feed[near].astype(np.int64), many)
        order = np.argsort(numbers, kind="stable")
        return feed[order], numbers[order]

    def _times(self, feed: Ints, held: Rows) -> tuple[Ints, Ints]:
        begin, until = np.empty_like(held.media_us), np.empty_like(held.media_us)
        edges = np.flatnonzero(np.append(True, feed[1:] != feed[:-1]))
        for first, last in zip(edges, np.append(edges[1:], len(feed)), strict=True):
            clock = self._known[int(feed[first])].feed.clock
            begin[first:last] = utc_us(clock, held.media_us[first:last])
            until[first:last] = utc_us(clock, held.until_us[first:last])
        return begin, until

    def _slack(self, at: int, sigmas: float) -> int:
        return round(self._known[at].sigma_s * sigmas * 1e6)

    def _slacks(self, sigmas: float) -> Ints:
        return micro(self.index.sigma_s * sigmas)

    def _knowledge(self, at: int, feed: Feed) -> _Known:
        own = self._spans[self._span_first[at] : self._span_first[at + 1]]
        begin, end = 0, round((feed.duration_s or 0.0) * 1e6)
        if len(own):
            begin, end = min(begin, int(own[0, 0])), max(end, int(own[-1, 1]))
        said: tuple[_Span, ...] = ()
        if feed.clock.start is not None:
            begin, end = utc_us(feed.clock, np.array([begin, end], dtype=np.int64)).tolist()
            said = tuple((one, other) for one, other in utc_us(feed.clock, own).tolist())
        sigma = float(self.index.sigma_s[at])
        return _Known(feed, begin, end, sigma, said, feed.id in self._withheld)

    def _plain_edges(self) -> Ints:
        """Return begin and end of each recording, and of its telemetry where that has no hole; else 0."""
        found = np.zeros((len(self._known), 4), dtype=np.int64)
        for at, one in enumerate(self._known):
            if one.feed.clock.start is not None and not one.withheld:
                found[at] = (one.begin, one.end, *(one.spans[0] if len(one.spans) == 1 else (0, 0)))
        return found

    def _plain(self, asked: _Span, sigmas: float) -> list[Why | None]:
        """Return for each feed that saw nothing why, where one reason holds throughout and is found at once."""
        slack = self._slacks(sigmas)
        low, high = asked[0] - slack, asked[1] + slack
        begin, end, first, last = self._edges.T
        known = (begin != 0) & (low < high)
        away = known & ((high <= begin) | (low >= end))
        elsewhere = known & (first <= low) & (high <= last) & (first < last)
        return [
            Why.NO_FILE if gone else Why.ELSEWHERE if looked else None
            for gone, looked in zip(away.tolist(), elsewhere.tolist(), strict=True)
        ]

    def _gaps(
        self, at: int, windows: Sequence[tuple[_Span, object]], asked: _Span, sigmas: float, moments: "_Moments"
    ) -> list[Gap]:
        one = self._known[at]
        if one.feed.clock.start is None:
            why = Why.NO_FILE if one.withheld else Why.NO_CLOCK
            return [Gap(feed=one.feed.id, start=None, end=None, why=why)]
        slack = self._slack(at, sigmas)
        whole = (asked[0] - slack, asked[1] + slack)
        left = _rest(whole, [span for span, _ in windows]) if windows else (whole,) if whole[0] < whole[1] else ()
        return [
            Gap(feed=one.feed.id, start=moments(first), end=moments(last), why=why)
            for begin, until in left
            for first, last, why in _reasons(one, begin, until)
        ]


class _Moments:
    """Microseconds since 1970 as UTC; most feeds share their ends with others."""

    def __init__(self) -> None:
        self._known: dict[int, datetime] = {}

    def __call__(self, at: int) -> datetime:
        found = self._known.get(at)
        if found is None:
            found = self._known[at] = _EPOCH + timedelta(microseconds=at)
        return found


def _us(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(microseconds=1)


def _sigma(feed: Feed, said: Ints) -> float:
    """Return the largest standard deviation that the clock has over the recording; it is largest at one of its ends."""
    ends = [0.0, feed.duration_s or 0.0, *(said[[0, -1], [0, 1]] / 1e6 if len(said) else ())]
    return max(feed.clock.sigma(at) for at in ends)


def _maker(feed: Feed, own: Rows, share: Floats, scale: Floats, span: _Span) -> Callable[[datetime, datetime], Window]:
    """Return what makes the window of some rows."""

    def make(start: datetime, end: datetime) -> Window:
        clock, known = feed.clock, scale[np.isfinite(scale)]
        media = [_media_s(clock, at) for at in span]
        heights = own.ground_m[np.isfinite(own.ground_m)]
        return Window(
            feed=feed.id,
            start=start,
            end=end,
            sigma_s=max(clock.sigma(media[0]), clock.sigma(media[1])),
            media_start=media[0],
            media_end=media[1],
            basis=clock.basis,
            method=METHODS[int(own.method.max())],
            metres_per_pixel=_median(known) if len(known) else None,
            share=_median(share),
            error_m=_median(own.error_m),
            clipped=bool(own.clipped.any()),
            ground_m=round(_median(heights), 1) if len(heights) else None,
            ground_from=ELEVATIONS[int(own.elevation.max())],
        )

    return make


def _median(values: Floats | NDArray[np.float32]) -> float:
    """Return the middle of some numbers; of few, this takes a tenth of the time that ``np.median`` takes."""
    ordered, middle = np.sort(values), len(values) // 2
    return float(ordered[middle] if len(values) % 2 else (float(ordered[middle - 1]) + float(ordered[middle])) / 2)


def _media_s(clock: Clock, at: int) -> float:
    base = 0 if clock.start is None else _us(clock.start)
    return (at - base) / 1e6 / (1 + clock.drift)


def _reasons(one: _Known, begin: int, until: int) -> Iterator[tuple[int, int, Why]]:
    """Yield why a feed shows nothing of the place in a stretch: parts of it that fill it, in order."""
    if one.withheld or until <= one.begin or begin >= one.end:
        yield begin, until, Why.NO_FILE
        return
    if begin < one.begin:
        yield begin, one.begin, Why.NO_FILE
    at, last = max(begin, one.begin), min(until, one.end)
    for number in range(max(0, bisect_left(one.spans, (at,)) - 1), len(one.spans)):
        first, end = max(one.spans[number][0], at), min(one.spans[number][1], last)
        if one.spans[number][0] >= last:
            break
        if first >= end:
            continue
        if at < first:
            yield at, first, Why.NO_METADATA
        yield first, end, Why.ELSEWHERE
        at = end
    if at < last:
        yield at, last, Why.NO_METADATA
    if until > one.end:
        yield one.end, until, Why.NO_FILE


def _rest(whole: _Span, taken: Iterable[_Span]) -> Iterator[_Span]:
    """Yield what is left of a stretch without others, in order."""
    at = whole[0]
    for begin, until in sorted(taken):
        if begin > at:
            yield at, min(begin, whole[1])
        at = max(at, until)
        if at >= whole[1]:
            return
    if at < whole[1]:
        yield at, whole[1]


def _stamp(feeds: Sequence[Feed], withheld: frozenset[str]) -> str:
    """Return a text that is the same while feeds and their clocks are the same."""
    found = sha256(VERSION.encode())
    for one in feeds:
        clock = one.clock
        times = (clock.start, clock.drift, clock.sigma_s, clock.sigma_at, clock.drift_sigma)
        shape = (one.width, one.height, one.duration_s, one.latitude, one.longitude, one.id in withheld)
        found.update(repr((one.id, one.sha256, times, shape)).encode())
    return found.hexdigest()
