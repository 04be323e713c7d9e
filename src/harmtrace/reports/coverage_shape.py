"""Coverage -> the JSON of ``footage coverage --json``, and lines for a terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime

from harmtrace.records.footage import Coverage, Gap, Why, Window
from harmtrace.reports.shapes import Shape


def coverage(found: Coverage) -> Shape:
    """Return the object of ``footage coverage --json``: windows, gaps with their reason, and when no feed saw it.

    Windows and gaps are times of the feed's own clock, within what was asked for widened by ``sigmas`` times
    its standard deviation; both times of a gap are null where the clock is not known.
    """
    return {
        "windows": [_window(one) for one in found.windows],
        "gaps": [_gap(one) for one in found.gaps],
        "no_feed": [{"start": _iso(first), "end": _iso(last)} for first, last in found.no_feed],
        "asked": {
            "latitude": found.latitude,
            "longitude": found.longitude,
            "radius_m": found.radius_m,
            "start": _iso(found.start),
            "end": _iso(found.end),
            "sigmas": found.sigmas,
        },
        "note": "absence of footage is no sign that nothing happened",
    }


def _window(one: Window) -> Shape:
    return {
        "feed": one.feed,
        "start": _iso(one.start),
        "end": _iso(one.end),
        "sigma_s": one.sigma_s,
        "basis": one.basis.value,
        "method": one.method.value,
        "metres_per_pixel": one.metres_per_pixel,
        "media_start": one.media_start,
        "media_end": one.media_end,
        "share": one.share,
        "error_m": one.error_m,
        "clipped": one.clipped,
        "ground_m": one.ground_m,
        "ground_from": one.ground_from.value,
    }


def _gap(one: Gap) -> Shape:
    return {
        "feed": one.feed,
        "start": None if one.start is None else _iso(one.start),
        "end": None if one.end is None else _iso(one.end),
        "why": one.why.value,
    }


def _iso(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def lines(found: Coverage, names: Mapping[str, str]) -> Iterator[str]:
    """Yield what a person reads: windows, gaps by feed, and when no feed saw the place."""
    yield f"{found.radius_m:,.0f} m round {found.latitude:.5f}, {found.longitude:.5f}"
    yield (
        f"{_iso(found.start)} to {_iso(found.end)}, each feed's time widened by {found.sigmas:g} standard deviations "
        "of its clock"
    )
    yield ""
    many = len({one.feed for one in found.windows})
    yield f"could see it: {many} feed{'' if many == 1 else 's'}"
    for window in found.windows:
        pixel = "m/pixel not known" if window.metres_per_pixel is None else f"{window.metres_per_pixel:.2f} m/pixel"
        cut = ", cut by the horizon" if window.clipped else ""
        yield (
            f"  {window.feed}  {_iso(window.start)}  {_iso(window.end)}  ± {window.sigma_s:g} s "
            f"({window.basis.value})  "
            f"{window.method.value}{cut}  {pixel}  {100 * window.share:.0f} % of the place  "
            f"error {window.error_m:,.0f} m  {_ground(window)}  {names.get(window.feed, '')}"
        )
    yield from _gap_lines(found, names)
    yield ""
    if not found.no_feed:
        yield "with the errors of the clocks, some feed may have seen the place at every moment"
        return
    yield "no feed of known clock could see the place (no sign that nothing happened):"
    for first, last in found.no_feed:
        yield f"  {_iso(first)}  {_iso(last)}"


def _ground(window: Window) -> str:
    """Return the elevation of the ground that a window rests on, and where it comes from."""
    if window.ground_m is None:
        return "ground not needed"
    return f"ground {window.ground_m:,.0f} m ({window.ground_from.value})"


def _gap_lines(found: Coverage, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the gaps of feeds that recorded something then; the others are counted."""
    inside = {one.feed for one in found.windows} | {one.feed for one in found.gaps if one.why is not Why.NO_FILE}
    outside = {one.feed for one in found.gaps} - inside
    kinds = Counter(one.why.value for one in found.gaps if one.feed in inside)
    yield ""
    yield "gaps: " + (", ".join(f"{why} {many}" for why, many in sorted(kinds.items())) or "none")
    for one in found.gaps:
        if one.feed in inside:
            span = "at any time" if one.start is None or one.end is None else f"{_iso(one.start)}  {_iso(one.end)}"
            yield f"  {one.feed}  {span}  {one.why.value}  {names.get(one.feed, '')}"
    if outside:
        yield f"  {len(outside)} feeds hold no recording of this time"
