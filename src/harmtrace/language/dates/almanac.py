"""Arithmetic on EDTF days and months that never invents a day, a month or a year."""

import calendar
from datetime import date, timedelta

from harmtrace.language.dates.records import Anchor, Reference

UNKNOWN = "XXXX"
#: A year that a place without year is counted in; it has no 29 February.
_COMMON_YEAR = 2001
#: Days of each month of such a year.
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: How far ahead of the reference day a month and day may lie (the place's clock may run ahead of the outlet's).
_AHEAD = timedelta(days=1)


def exists(year: int | None, month: int, day: int) -> bool:
    """Tell whether a month has that day, in that year or (None) in some year.

    >>> exists(None, 2, 29), exists(2017, 2, 29)
    (True, False)
    """
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return False
    return 1 <= day <= (29 if month == 2 and (year is None or calendar.isleap(year)) else _LENGTHS[month])


def shift(edtf: str, days: int) -> str | None:
    """Return a day or an interval of days moved by whole days, None where that cannot be known.

    A month or a year does not move by days. Without a year nothing moves across the end of February.

    >>> shift("2017-03-01", -1), shift("XXXX-07-12", 2), shift("XXXX-03-01", -1), shift("2017-03", 1)
    ('2017-02-28', 'XXXX-07-14', None, None)
    """
    if days == 0:
        return edtf
    if len(edtf) > 10:
        start, _, end = edtf.partition("/")
        first, last = _shift_end(start, days), _shift_end(end, days)
        return None if first is None or last is None else f"{first}/{last}"
    return _shift_day(edtf, days)


def _shift_end(edtf: str, days: int) -> str | None:
    return edtf if edtf in ("", "..") else _shift_day(edtf, days)


def _shift_day(edtf: str, days: int) -> str | None:
    if len(edtf) != 10:
        return None
    try:
        if not edtf.startswith("X"):
            return (date.fromisoformat(edtf) + timedelta(days)).isoformat()
        day = date(_COMMON_YEAR, int(edtf[5:7]), int(edtf[8:]))
        moved = day + timedelta(days)
    except (ValueError, OverflowError):
        return None
    low, high = min(day, moved), max(day, moved)
    for year in range(low.year, high.year + 1):
        if low <= date(year, 2, 28) and high >= date(year, 3, 1):
            return None
    return f"{UNKNOWN}{moved.isoformat()[4:]}"


def shift_months(edtf: str, months: int) -> str:
    """Return the month that lies so many months from a day or month.

    >>> shift_months("2017-03-25", -4), shift_months("XXXX-01", -1)
    ('2016-11', 'XXXX-12')
    """
    year, month = edtf[:4], int(edtf[5:7])
    years, index = divmod(month - 1 + months, 12)
    if year == UNKNOWN:
        return f"{UNKNOWN}-{index + 1:02d}"
    return f"{max(1, int(year) + years):04d}-{index + 1:02d}"


def month_day(month: int, day: int, reference: Reference, *, ahead: bool = False) -> tuple[str, Anchor]:
    """Return the latest such day on or before the reference day, and what that rests on.

    Without a reference day the year comes from a full date in the text, if that makes the two near neighbours;
    else it stays ``XXXX``. With ``ahead`` it is the next such day.
    """
    on = reference.on
    if on is not None:
        year = on.year
        if ahead:
            year += (month, day) < (on.month, on.day)
        elif (month, day) > (on.month, on.day) and not _just_ahead(month, day, on):
            year -= 1
        if exists(year, month, day):
            return f"{year:04d}-{month:02d}-{day:02d}", Anchor.REFERENCE
        return f"{UNKNOWN}-{month:02d}-{day:02d}", Anchor.EXPLICIT
    near = _year_near(month, day, reference)
    if near is not None and exists(near, month, day):
        return f"{near:04d}-{month:02d}-{day:02d}", Anchor.ELSEWHERE
    return f"{UNKNOWN}-{month:02d}-{day:02d}", Anchor.EXPLICIT


def _just_ahead(month: int, day: int, on: date) -> bool:
    return (on + _AHEAD).timetuple()[1:3] == (month, day) and (on + _AHEAD).year == on.year


def _year_near(month: int, day: int, reference: Reference) -> int | None:
    """Return the year that puts a month and day nearest to the full dates of the text."""
    if reference.near is None:
        return reference.year if reference.day is None else None
    near = reference.near
    gap = (month - near.month) * 30.4 + (day - near.day)
    year = near.year + (gap < -183) - (gap > 183)
    return year if year in reference.years else None


def bare_month(month: int, reference: Reference, *, ahead: bool = False, strictly: bool = False) -> tuple[str, Anchor]:
    """Return the latest such month up to the reference day's, and what that rests on.

    With ``strictly`` it lies before the reference month ("last March"), with ``ahead`` after it.
    """
    on = reference.on
    if on is not None:
        year = on.year
        if ahead:
            year += month < on.month
        elif month > on.month or (strictly and month == on.month):
            year -= 1
        return f"{year:04d}-{month:02d}", Anchor.REFERENCE
    year_near = _year_near(month, 15, reference)
    if year_near is not None and not strictly:
        return f"{year_near:04d}-{month:02d}", Anchor.ELSEWHERE
    return f"{UNKNOWN}-{month:02d}", Anchor.EXPLICIT


def weekday(index: int, reference: Reference, *, weeks: int = 0, strictly: bool = False) -> str | None:
    """Return the latest such weekday (Monday 0) on or before the reference day; None where unknown.

    With ``strictly`` it lies before the reference day; ``weeks`` 1 is the next one after it, -1 the one
    in the calendar week before.

    >>> weekday(5, Reference(day="2017-03-25", why="given"))
    '2017-03-25'
    >>> weekday(0, Reference(day="2017-03-25", why="given"), weeks=-1)
    '2017-03-13'
    """
    on = reference.until or reference.on
    if on is not None and weeks == 0 and not strictly:
        return date.fromordinal(max(1, on.toordinal() - (on.weekday() - index) % 7)).isoformat()
    today = weekday_of(reference)
    if today is None or reference.day is None:
        return None
    if weeks > 0:
        return shift(reference.day, (index - today - 1) % 7 + 1)
    if weeks < 0:
        return shift(reference.day, index - today + 7 * weeks)
    back = (today - index) % 7
    return shift(reference.day, -7 if strictly and back == 0 else -back)


def weekday_of(reference: Reference) -> int | None:
    """Return the weekday of the reference day, Monday 0, None where unknown."""
    on = reference.on
    return reference.weekday if on is None else on.weekday()


def week(reference: Reference, weeks: int) -> str | None:
    """Return the calendar week (Monday to Sunday) that lies so many weeks off, None where unknown."""
    today = weekday_of(reference)
    if today is None or reference.day is None:
        return None
    return interval(shift(reference.day, 7 * weeks - today), shift(reference.day, 7 * weeks - today + 6))


def interval(start: str | None, end: str | None) -> str | None:
    """Return the interval between two dates, None where one is unknown or they run backwards."""
    if start is None or end is None:
        return None
    if start == end:
        return start
    if len(start) == len(end) == 10 and start < end:
        return f"{start}/{end}"
    if UNKNOWN not in start + end and ".." not in start + end and start > end and not end.startswith(start):
        return None if not start.startswith(end) else f"{start}/{end}"
    return f"{start}/{end}"
