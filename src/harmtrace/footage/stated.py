"""Times and places that files state of themselves, in the forms that devices write them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

_ISO_6709 = re.compile(
    r"^([+-]\d{1,6}(?:\.\d{1,12})?)([+-]\d{1,7}(?:\.\d{1,12})?)([+-]\d{1,6}(?:\.\d{1,6})?)?(?:CRS[\w/]{0,40})?/?$"
)
_OFFSET = re.compile(r"(Z|[+-]\d\d:?\d\d)$")
_FIRST, _LAST = 1990, 2100


@dataclass(frozen=True, slots=True)
class Place:
    """A point that a file states, degrees; ``altitude`` in metres, None where it is not said."""

    latitude: float
    longitude: float
    altitude: float | None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as stated.

    Attributes:
        local: the wall time as written, without a zone; ``at``: UTC, where a zone is stated.
        day_only: only the day is stated.
        note: what is known of who writes such times.
    """

    local: datetime
    at: datetime | None
    day_only: bool = False
    note: str | None = None


def place(text: str) -> Place | None:
    """Return the point of an ISO 6709 text; None where it is none.

    It holds degrees, or minutes and seconds too; which, follows from the digits before the point. Some phones
    do not fill up with zeros, which leaves degrees the only reading.

    >>> place("+12.3450-030.1234+230.0/")
    Place(latitude=12.345, longitude=-30.1234, altitude=230.0)
    >>> place("+1220.70-03007.40/").latitude, place("+9.2504-83.7465/").longitude, place("here")
    (12.345, -83.7465, None)
    """
    found = _ISO_6709.match(text.strip())
    if found is None:
        return None
    latitude, longitude = _degrees(found[1], 2), _degrees(found[2], 3)
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return Place(latitude, longitude, None if found[3] is None else float(found[3]))


def _degrees(text: str, width: int) -> float | None:
    """Return the degrees of one coordinate, whose degrees take up to ``width`` digits."""
    sign, digits = -1 if text[0] == "-" else 1, text[1:]
    whole = digits.partition(".")[0]
    value = float(digits)
    if len(whole) <= width:
        return sign * value
    if len(whole) <= width + 2:
        degrees, minutes = divmod(value, 100)
        return sign * (degrees + minutes / 60) if minutes < 60 else None
    degrees, rest = divmod(value, 10_000)
    minutes, seconds = divmod(rest, 100)
    return sign * (degrees + minutes / 60 + seconds / 3600) if minutes < 60 and seconds < 60 else None


def moment(text: str) -> Moment | None:
    """Return the time of an ISO 8601 or EXIF text; None where it is none, or stands for no time.

    >>> moment("2021-05-11T16:25:00+0300").at.isoformat(), moment("2021:05:11 16:25:00").at
    ('2021-05-11T13:25:00+00:00', None)
    """
    words = text.strip().strip("\0")
    zone = _OFFSET.search(words)
    if zone is not None:
        words = words[: zone.start()].rstrip()
    words = re.sub(r"^(\d{4}):(\d\d):(\d\d)", r"\1-\2-\3", words)
    try:
        local = datetime.fromisoformat(words)
    except ValueError:
        return None
    if local.tzinfo is not None or not _FIRST <= local.year < _LAST:
        return None
    if zone is None:
        return Moment(local, None)
    at = local.replace(tzinfo=offset(zone[1])).astimezone(UTC)
    return Moment(local, at)


def offset(text: str) -> timezone:
    """Return the zone of ``Z``, ``+03:00`` or ``+0300``."""
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    ahead = timedelta(hours=min(hours, 23), minutes=min(minutes, 59))
    return timezone(-ahead if text[0] == "-" else ahead)


# ---- names of files

_DATE = r"(?P<year>(?:19|20)\d\d)(?P<s1>[-_.]?)(?P<month>0[1-9]|1[0-2])(?P=s1)(?P<day>0[1-9]|[12]\d|3[01])"
_CLOCK = r"(?P<hour>\d{1,2})(?P<s2>[-_.:h]?)(?P<minute>[0-5]\d)(?:(?P=s2)(?P<second>[0-5]\d))?"
_NAMED = re.compile(
    rf"(?<!\d){_DATE}(?:(?:[-_.T ]|\s+at\s+|_at_|,\s?){{1,2}}|(?<=\d))(?<!\d\d\d\d\d\d\d\d\d){_CLOCK}"
    r"(?:(?P<fraction>\d{3})(?!\d)|[.,](?P<fraction2>\d{3})(?!\d))?"
    r"(?:\s?(?P<half>[AaPp][Mm])\b)?(?P<zone>Z(?![A-Za-z])|[+-]\d\d:?\d\d(?!\d))?",
)
_DAY = re.compile(rf"(?<!\d){_DATE}(?!\d)")
_EPOCH = re.compile(r"(?<!\d)(1\d{9})(?:(\d{3})(?!\d)|(?<=^\d{10})$)")
_PIXEL = re.compile(r"^PXL_")


def named(name: str) -> Moment | None:
    """Return the time in a file's original name; without a zone unless it states one, None where it holds no time.

    >>> named("VID_20210511_162500.mp4").local.isoformat(), named("Video 2021-05-11 at 4.25.00 PM.mp4").local.hour
    ('2021-05-11T16:25:00', 16)
    >>> named("IMG-20210511-WA0003.jpg").day_only, named("20210511T162500Z.ts").at.hour, named("interview.mp4")
    (True, 16, None)
    """
    stem = name.rpartition(".")[0] or name
    found = _NAMED.search(stem)
    if found is not None:
        read = _of(found, pixel=_PIXEL.match(stem) is not None)
        if read is not None:
            return read
    day = _DAY.search(stem)
    if day is not None:
        try:
            return Moment(datetime(int(day["year"]), int(day["month"]), int(day["day"])), None, True)  # noqa: DTZ001
        except ValueError:
            return None
    epoch = _EPOCH.search(stem)
    if epoch is None:
        return None
    at = datetime.fromtimestamp(int(epoch[1]), UTC) + timedelta(milliseconds=int(epoch[2] or 0))
    return Moment(at.replace(tzinfo=None), at, note="seconds since 1970 in the name: when a program saved it, at times")


def _of(found: re.Match[str], *, pixel: bool) -> Moment | None:
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    fraction = int(found["fraction"] or found["fraction2"] or 0)
    minute, second = int(found["minute"]), int(found["second"] or 0)
    try:
        year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
        local = datetime(  # noqa: DTZ001 - a wall time, whose zone nobody states
            year, month, day, hour, minute, second, fraction * 1000
        )
    except ValueError:
        return None
    if found["zone"]:
        return Moment(local, local.replace(tzinfo=offset(found["zone"])).astimezone(UTC))
    if pixel:
        return Moment(local, local.replace(tzinfo=UTC), note="PXL names are written in UTC by the phone's camera")
    return Moment(local, None)
