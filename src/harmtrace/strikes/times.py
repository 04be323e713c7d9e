"""Times as strike logs write them: ISO 8601, day first or month first, date-time groups; with or without a zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.I,
)
_CLOCK = r"(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -]([A-Za-z]{{3,9}})\.?,?[ -](\d{{4}}|\d{{2}}){_CLOCK}", re.I)
_MONTH_FIRST = re.compile(rf"([A-Za-z]{{3,9}})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_CLOCK}", re.I)
_SLASHED = re.compile(rf"(\d{{1,2}})[/.](\d{{1,2}})[/.](\d{{4}}){_CLOCK}", re.I)
_GROUP = re.compile(r"(\d{2})(\d{2})(\d{2})([A-IK-Z])\s?([A-Za-z]{3})\s?(\d{4}|\d{2})", re.I)
_LETTERS = {letter: hours for hours, letter in enumerate("ABCDEFGHIKLM", 1)} | {
    letter: -hours for hours, letter in enumerate("NOPQRSTUVWXY", 1)
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day as written, with its clock and offset where it has them."""

    day: date
    clock: time | None = None
    offset: timezone | None = None

    def at(self, zone: ZoneInfo | None) -> datetime | None:
        """Return the moment in UTC, by its own offset or else in a zone; None without a clock or any zone."""
        if self.clock is None or (self.offset is None and zone is None):
            return None
        return datetime.combine(self.day, self.clock, tzinfo=self.offset or zone).astimezone(UTC)


def moment(words: str, *, day_first: bool = False) -> Moment | None:
    """Return what a cell says of time, None where it names no day of the calendar.

    A numeric day with slashes is month first, as US releases write it, unless ``day_first`` or only the other
    order is possible.

    >>> moment("2031-07-11T18:37:00Z").at(None).isoformat()
    '2031-07-11T18:37:00+00:00'
    >>> moment("10/17/2031").day.isoformat(), moment("17/10/2031").day.isoformat()
    ('2031-10-17', '2031-10-17')
    >>> moment("111837ZJUL31").at(None).isoformat()
    '2031-07-11T18:37:00+00:00'
    """
    text = words.strip()
    for pattern in (_ISO, _NAMED, _MONTH_FIRST, _SLASHED, _GROUP):
        match = pattern.fullmatch(text)
        if match is not None:
            try:
                return _read(pattern, match, day_first)
            except ValueError:
                return None
    return None


def _read(pattern: re.Pattern[str], match: re.Match[str], day_first: bool) -> Moment:
    got = match.groups()
    if pattern is _ISO:
        day = date(int(got[0]), int(got[1]), int(got[2]))
        return Moment(day=day, clock=_clock(got[3], got[4], got[5], None), offset=_offset(got[6]))
    if pattern is _GROUP:
        day = date(_year(got[5]), _month(got[4]), int(got[0]))
        letter = got[3].upper()
        shift = 0 if letter == "Z" else _LETTERS[letter]
        return Moment(day=day, clock=time(int(got[1]), int(got[2])), offset=timezone(timedelta(hours=shift)))
    if pattern is _NAMED:
        day = date(_year(got[2]), _month(got[1]), int(got[0]))
    elif pattern is _MONTH_FIRST:
        day = date(int(got[2]), _month(got[0]), int(got[1]))
    else:
        a, b = int(got[0]), int(got[1])
        month, number = (b, a) if (day_first and b <= 12) or a > 12 else (a, b)
        day = date(int(got[2]), month, number)
    return Moment(day=day, clock=_clock(got[3], got[4], got[5], got[6]), offset=_offset(got[7]))


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].casefold()) + 1


def _clock(hour: str | None, minute: str | None, second: str | None, half: str | None) -> time | None:
    if hour is None or minute is None:
        return None
    number = int(hour)
    if half is not None:
        if not 1 <= number <= 12:
            raise ValueError(f"{number} is no hour of half a day")
        number = number % 12 + (12 if half.casefold() == "pm" else 0)
    return time(number, int(minute), int(second or 0))


UTC_OFFSET = timezone(timedelta())


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = re.sub(r"\D", "", text).ljust(4, "0")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if shift > timedelta(hours=14):
        raise ValueError(f"{text} is no offset")
    return timezone(-shift if text[0] == "-" else shift)
