"""What recordings showed, in sentences that name no cause and say how far nothing can be said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from harmtrace.records.footage import Candidate, Clock, Coverage, Feed, Kind, Scan, Window, give_or_take
from harmtrace.records.looking import Footage

# A rest shorter than this is the last frame of a stretch, not a stretch.
_FRAME_S = 0.2
EVENTS = frozenset((Kind.FLASH, Kind.LATER_FLASH, Kind.SOUND))


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One sentence on what a scan suggests of a recording, with the moment that it speaks of.

    Attributes:
        seen: True for a suggested event, False for "none seen" and for "nothing can be said".
    """

    feed: Feed
    media_s: float
    words: str
    seen: bool
    score: float | None = None


def observations(footage: Footage) -> tuple[Observation, ...]:
    """Return what the scans suggest of the windows on an incident, best window first, each moment in order of time."""
    found = [one for queued in footage.queue for one in _of(footage, queued.window)]
    return tuple(dict.fromkeys(found))


def _of(footage: Footage, window: Window) -> Iterator[Observation]:
    feed, scan = footage.feeds.get(window.feed), footage.scans.get(window.feed)
    if feed is None or scan is None:
        return
    inside = [one for one in scan.candidates if window.media_start <= one.media_s <= window.media_end]
    events = [one for one in inside if one.kind in EVENTS]
    for one in events:
        yield Observation(feed=feed, media_s=one.media_s, words=one.words, seen=True, score=one.score)
    yield from quiet(feed, scan, window, events)


def quiet(feed: Feed, scan: Scan, window: Window, events: Iterable[Candidate]) -> Iterator[Observation]:
    """Yield that nothing more was seen, with the span and the visibility that it rests on; nothing where neither is.

    A stretch in which the picture was hidden is told apart: of it nothing can be said.
    """
    flashes = [one for one in events if one.kind is not Kind.SOUND]
    if any(one.kind is Kind.LATER_FLASH for one in flashes):
        return
    since = min((one.media_s for one in flashes), default=window.media_start)
    held = [
        (max(since, one.media_from), min(window.media_end, one.media_to), one)
        for one in scan.watched
        if one.media_to > since and one.media_from < window.media_end
    ]
    clear = sum(end - start for start, end, one in held if one.clear)
    hidden = sum(end - start for start, end, one in held if not one.clear)
    whole = window.media_end - since
    if clear > 0:
        what = "No second flash was seen" if flashes else "No flash was seen"
        areas = [one.least_area for _, _, one in held if one.clear and one.least_area is not None]
        least = f", where one of {max(areas):.2%} of the frame or more would have been suggested" if areas else ""
        words = f"{what} in {clear:.1f} s of clear picture{' after it' if flashes else ''}, of {whole:.1f} s{least}."
        yield Observation(feed=feed, media_s=since, words=words, seen=False)
    rest = whole - clear
    if rest > _FRAME_S:
        whys = sorted({one.why or "hidden" for _, _, one in held if not one.clear})
        if whole - clear - hidden > _FRAME_S:
            whys.append("not scanned")
        words = f"Of the other {rest:.1f} s nothing can be said: {', '.join(whys)}."
        yield Observation(feed=feed, media_s=since, words=words, seen=False)


def moment(clock: Clock, media_s: float) -> str:
    """Return a moment of a recording as it is shown: UTC with its error, or that its clock is not known."""
    at = clock.at(media_s)
    if at is None:
        return f"{media_s:.2f} s into the recording, clock not known"
    return f"{utc(at)} ± {give_or_take(clock.sigma(media_s))}"


def utc(at: datetime) -> str:
    """Return a UTC time to a tenth of a second.

    >>> from datetime import UTC
    >>> utc(datetime(2031, 5, 4, 18, 0, 5, 260_000, tzinfo=UTC))
    '2031-05-04 18:00:05.3 UTC'
    """
    tenths = round(at.timestamp() * 10)
    whole = datetime.fromtimestamp(tenths // 10, tz=at.tzinfo)
    return f"{whole:%Y-%m-%d %H:%M:%S}.{tenths % 10} UTC"


def basis(clock: Clock) -> str:
    """Return what a clock rests on, in words."""
    many = len(clock.anchors)
    anchored = f", {many} {'anchor' if many == 1 else 'anchors'} by people" if many else ""
    disputed = ", which contradict one another" if clock.disputed else ""
    return f"{clock.basis.value.replace('_', ' ')}{anchored}{disputed}"


def asked(coverage: Coverage) -> str:
    """Return what was asked of the recordings, in words."""
    return (
        f"{coverage.start:%Y-%m-%d %H:%M} to {coverage.end:%Y-%m-%d %H:%M} UTC, within {coverage.radius_m:,.0f} m of "
        f"{coverage.latitude:.5f}, {coverage.longitude:.5f}"
    )


def names(feeds: Mapping[str, Feed]) -> dict[str, str]:
    """Return what each recording is called on pages: its original file name."""
    return {id: one.name for id, one in feeds.items()}
