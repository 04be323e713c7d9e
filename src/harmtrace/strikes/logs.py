"""One row of a strike log -> a strike, with everything about it that could not be read."""

import math
import re
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from harmtrace.errors import PeriodError
from harmtrace.language.places import coordinates
from harmtrace.records.measure import Period, Place
from harmtrace.records.strike import Strike
from harmtrace.strikes import years
from harmtrace.strikes.releases import engaged
from harmtrace.strikes.times import Moment, moment

COLUMNS = (
    "strike_id", "belligerent", "start", "end", "latitude", "longitude", "mgrs", "radius_m", "place", "weapon",
    "target", "result", "requested_by", "approved_by", "note", "date", "country", "location", "number", "description",
    "line",
)  # fmt: skip
"""What a log may hold: the columns of CONTRACT, then those of daily releases."""

_MAX_RADIUS_M = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a row: the issue's kind (``strike-KIND``), the row, and what was expected and found."""

    kind: str
    row: int
    expected: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a log's rows are read with.

    Attributes:
        log: its name.
        zone: the case's time zone, None to take that of the place.
        zone_of: the IANA zone of a point, None where nobody knows.
        lookup: the likeliest place of a name in a country (its name, or None), None where none is known.
        belligerent: whose log it is, for rows that do not say.
        day_first: whether 3/4/2031 is 3 April.
    """

    log: str
    zone: str | None = None
    zone_of: Callable[[float, float], str | None] = lambda _latitude, _longitude: None
    lookup: Callable[[str, str | None], Place | None] = lambda _name, _country: None
    belligerent: str | None = None
    day_first: bool = False


def read_row(cells: Mapping[str, str], row: int, context: Context) -> tuple[Strike, tuple[Fault, ...]]:
    """Return the strike of a row and its faults. The row is kept whatever is wrong; what cannot be read is empty.

    ``cells``: by our names of columns; missing and empty are the same.
    """
    faults: list[Fault] = []

    def fault(kind: str, expected: str, found: str) -> None:
        faults.append(Fault(kind=kind, row=row, expected=expected, found=found))

    get = {name: words for name, words in cells.items() if words}.get
    if get("belligerent") is None and context.belligerent is None:
        fault("belligerent", "who made the strike", "nothing")
    point, located = _point(get, fault)
    name = get("place") or get("location")
    radius_m = _radius(get, fault)
    known = None if point is not None or name is None else context.lookup(name, get("country"))
    if point is None and known is not None and known.latitude is not None and known.longitude is not None:
        point, located = (known.latitude, known.longitude), "gazetteer"
        radius_m = radius_m or known.radius_m
    elif point is None and not faults_on(faults, "coordinates", "mgrs", "swapped"):
        fault("place", "coordinates, MGRS, or a place that a gazetteer knows", repr(name) if name else "none")
    strike = Strike(
        id=get("strike_id") or f"{context.log}:{row}",
        log=context.log,
        row=row,
        belligerent=get("belligerent") or context.belligerent,
        place=", ".join(filter(None, (name, get("country")))) or None,
        latitude=None if point is None else round(point[0], 6),
        longitude=None if point is None else round(point[1], 6),
        radius_m=radius_m if point is None or radius_m is not None else _DEFAULT_M,
        located=located,
        count=_count(get, fault),
        weapon=get("weapon"),
        target=get("target") or engaged(get("description") or "")[0],
        result=get("result") or engaged(get("description") or "")[1],
        requested_by=get("requested_by"),
        approved_by=get("approved_by"),
        note=get("note"),
        words=get("line") or get("description"),
    )
    timed = _timed(strike, get, context, fault)
    return replace(timed, unread=tuple(dict.fromkeys(one.kind for one in faults))), tuple(faults)


_DEFAULT_M = 100
"""A point without a radius: a log's coordinates are those of an aim point (VOCABULARY tier within_100m)."""

_Get = Callable[[str], str | None]
_Report = Callable[[str, str, str], None]


def faults_on(faults: Iterable[Fault], *kinds: str) -> bool:
    """Tell whether some faults are of these kinds."""
    return any(one.kind in kinds for one in faults)


def _point(get: _Get, fault: _Report) -> tuple[tuple[float, float] | None, str]:
    latitude, longitude, grid = get("latitude"), get("longitude"), get("mgrs")
    if latitude is not None or longitude is not None:
        found = _degrees(latitude or "", longitude or "", fault)
        if found is not None or grid is None:
            return found, "none" if found is None else "coordinates"
    if grid is None:
        return None, "none"
    places = coordinates(f" {grid} ", 0, len(grid) + 2)
    if len(places) != 1 or places[0][2].latitude is None or places[0][2].longitude is None:
        fault("mgrs", "a grid reference of an existing 100 km square, such as 38SLF3312", repr(grid))
        return None, "none"
    return (places[0][2].latitude, places[0][2].longitude), "mgrs"


def _degrees(latitude: str, longitude: str, fault: _Report) -> tuple[float, float] | None:
    """Return a point from decimal degrees, or from degrees, minutes and seconds with their sides."""
    try:
        north, east = float(latitude.replace(",", ".")), float(longitude.replace(",", "."))
    except ValueError:
        places = coordinates(f" {latitude} {longitude} ", 0, len(latitude) + len(longitude) + 3)
        if len(places) == 1 and places[0][2].latitude is not None and places[0][2].longitude is not None:
            return places[0][2].latitude, places[0][2].longitude
        fault("coordinates", "latitude and longitude in degrees", f"{latitude!r}, {longitude!r}")
        return None
    if not (math.isfinite(north) and math.isfinite(east)):
        fault("coordinates", "latitude and longitude in degrees", f"{latitude!r}, {longitude!r}")
        return None
    if abs(north) <= 90 and abs(east) <= 180 and (north, east) != (0, 0):
        return north, east
    if 90 < abs(north) <= 180 and abs(east) <= 90:
        fault(
            "swapped", "latitude within ±90 and longitude within ±180", f"{latitude}, {longitude}, which look swapped"
        )
    else:
        fault("coordinates", "latitude within ±90 and longitude within ±180", f"{latitude}, {longitude}")
    return None


def _radius(get: _Get, fault: _Report) -> int | None:
    written = get("radius_m")
    if written is None:
        return None
    try:
        radius_m = float(written)
    except ValueError:
        radius_m = math.nan
    if not 0 <= radius_m <= _MAX_RADIUS_M:
        fault("radius", f"metres, {_MAX_RADIUS_M:,} at most", repr(written))
        return None
    return max(1, round(radius_m))


def _count(get: _Get, fault: _Report) -> int | None:
    written = get("number")
    if written is None:
        return 1
    if not written.isdigit() or len(written) > 6:
        fault("count", "how many strikes, as a whole number", repr(written))
        return None
    return int(written)


def _timed(strike: Strike, get: _Get, context: Context, fault: _Report) -> Strike:
    """Return the strike with its times: UTC where a clock and a zone are known, else the days alone."""
    stretch = _stretch(get("start") or get("date") or "")
    if stretch is not None:
        if "XXXX" in stretch:
            fault("year", "a day with its year", repr(stretch))
        return replace(strike, days=stretch)
    first = _moment(get("start") or get("date"), context, fault)
    if first is None:
        return strike
    last = first if get("end") is None else _moment(get("end"), context, fault)
    last = last or first
    if first.clock is None:
        if last.day < first.day:
            fault("order", "an end at or after the start", f"{get('start')} to {get('end')}")
            last = first
        return replace(strike, days=_days(first, last))
    zone, clock = _zone(strike, context)
    if first.offset is not None:
        zone, clock = zone, "stated"
    else:
        based = f"; read in the zone of the {clock}, {zone}" if zone is not None else "; only the day is used"
        fault("zone", "a time with its zone (Z, +03:00)", f"{get('start') or get('date')!r}{based}")
        if zone is None:
            return replace(strike, days=first.day.isoformat())
    begin = first.at(zone)
    end = (last if last.clock is not None else first).at(zone)
    if begin is None or end is None:
        return replace(strike, days=first.day.isoformat())
    if end < begin:
        fault("order", "an end at or after the start", f"{get('start')} to {get('end')}")
        end = begin
    return replace(strike, start=begin, end=end, clock=clock)


_STRETCH = re.compile(r"(?:\d{4}|XXXX)-\d\d(?:-\d\d)?(?:/(?:\d{4}|XXXX)-\d\d(?:-\d\d)?)?")


def _stretch(words: str) -> str | None:
    """Return EDTF days that a cell holds beside single days: a range, a month, a day without its year."""
    if _STRETCH.fullmatch(words) is None or (len(words) == 10 and "X" not in words):
        return None
    try:
        return Period.of(words).edtf
    except PeriodError:
        return None


def _moment(words: str | None, context: Context, fault: _Report) -> Moment | None:
    found = None if words is None else moment(words, day_first=context.day_first)
    if found is None:
        fault("time", "a day or a time (2031-07-11T18:37:00Z)", "none" if words is None else repr(words))
    return found


def _days(first: Moment, last: Moment) -> str:
    a, b = first.day.isoformat(), last.day.isoformat()
    return a if a == b else f"{a}/{b}"


def _zone(strike: Strike, context: Context) -> tuple[ZoneInfo | None, str]:
    if context.zone is not None:
        return ZoneInfo(context.zone), "case"
    if strike.latitude is not None and strike.longitude is not None:
        name = context.zone_of(strike.latitude, strike.longitude)
        if name is not None:
            return ZoneInfo(name), "place"
    return None, "none"


def settle(strikes: Sequence[Strike]) -> tuple[tuple[Strike, ...], tuple[Fault, ...]]:
    """Return the strikes of a log as a whole, and the faults that only the whole shows.

    A second row of one id gets an id of its own; a point that lies with the others only when latitude and
    longitude are exchanged is taken out; a day without its year gets that of the rows around it, where the log is
    in order of time.
    """
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    found = []
    wrong = _swapped(strikes)
    for strike in years.filled(strikes):
        now = strike
        many = seen[strike.id] = seen.get(strike.id, 0) + 1
        if many > 1:
            now = replace(now, id=f"{strike.id}#{many}", unread=(*now.unread, "duplicate"))
            faults.append(
                Fault(
                    kind="duplicate",
                    row=strike.row,
                    expected=f"ids once each; kept as {now.id}",
                    found=f"{strike.id} again",
                )
            )
        if (strike.row, strike.id) in wrong:
            middle = wrong[strike.row, strike.id]
            faults.append(
                Fault(
                    kind="swapped",
                    row=strike.row,
                    expected=f"a point about {middle[0]:.1f}, {middle[1]:.1f}, as in the other rows",
                    found=f"{strike.latitude}, {strike.longitude}, which look swapped",
                )
            )
            now = replace(now, latitude=None, longitude=None, located="none", unread=(*now.unread, "swapped"))
        found.append(now)
    return tuple(found), tuple(faults)


def _swapped(strikes: Sequence[Strike]) -> dict[tuple[int, str], tuple[float, float]]:
    """Return the strikes, by row and id, whose point would lie five times nearer to the middle if it were exchanged."""
    points = [
        (one, one.latitude, one.longitude)
        for one in strikes
        if one.located == "coordinates" and one.latitude is not None and one.longitude is not None
    ]
    if len(points) < 3:
        return {}
    middle = statistics.median(lat for _, lat, _ in points), statistics.median(lon for _, _, lon in points)
    wrong = {}
    for one, latitude, longitude in points:
        off = math.hypot(latitude - middle[0], longitude - middle[1])
        if off > 1 and math.hypot(longitude - middle[0], latitude - middle[1]) < off / 5:
            wrong[one.row, one.id] = middle
    return wrong


def utc(stamp: datetime) -> str:
    """Return a time as logs and pages show it."""
    return stamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
