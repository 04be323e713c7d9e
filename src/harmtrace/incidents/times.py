"""When accounts say that something happened, made comparable: day numbers, also where the year is unknown."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from harmtrace.errors import PeriodError
from harmtrace.records.measure import Period

_LEAP_YEAR = 2000
_FAR = 10_000_000


@dataclass(frozen=True, slots=True)
class Extent:
    """Days from ``first`` to ``last`` (proleptic ordinals), inclusive; in the year 2000 where no year is known."""

    first: int
    last: int
    year_known: bool

    @property
    def days(self) -> int:
        """Return how many days it spans."""
        return self.last - self.first + 1


@lru_cache(maxsize=65_536)
def extent(edtf: str | None) -> Extent | None:
    """Return the days that an EDTF text may mean, None where there is no time or it cannot be read.

    An open end reaches very far. A text without a year is laid into the leap year 2000.

    >>> extent("XXXX-03-17").days
    1
    """
    if not edtf:
        return None
    try:
        period = Period.of(edtf)
        known = period.year_known
        if not known:
            period = period.in_year(_LEAP_YEAR)
    except PeriodError:
        return None
    first = period.first.toordinal() if period.first is not None else -_FAR
    last = period.last.toordinal() if period.last is not None else _FAR
    if first > last:
        if known:
            return None
        last += 366
    if first == -_FAR and last == _FAR:
        return None
    return Extent(first, last, known)


@lru_cache(maxsize=65_536)
def in_year(edtf: str, year: int) -> Extent | None:
    """Return the days of a text without a year when it is read in ``year``, None where that year lacks the day."""
    try:
        period = Period.of(edtf).in_year(year)
    except PeriodError:
        return None
    if period.first is None or period.last is None:
        return None
    first, last = period.first.toordinal(), period.last.toordinal()
    return Extent(first, last if last >= first else last + 365, True)


def gap_days(a: Extent, b: Extent) -> int:
    """Return the fewest days between two extents, 0 where they share a day.

    Where a year is unknown the nearest year is meant.

    >>> gap_days(extent("XXXX-12-31"), extent("2017-01-02"))
    2
    >>> gap_days(extent("XXXX-03/.."), extent("2017-01-02"))  # open: of no year that we know
    0
    """
    if a.year_known == b.year_known:
        gap = _apart(a.first, a.last, b.first, b.last)
        return (
            gap if a.year_known else min(gap, *(_apart(a.first, a.last, b.first + t, b.last + t) for t in (-366, 366)))
        )
    known, floating = (a, b) if a.year_known else (b, a)
    if any(abs(end) >= _FAR for end in (known.first, known.last, floating.first, floating.last)):
        return 0  # open at one end ("since March"): of no year that we know, it may share any day
    year = date.fromordinal(known.first).year
    return min(_apart(known.first, known.last, *laid) for laid in (_laid(floating, year + step) for step in (-1, 0, 1)))


@lru_cache(maxsize=65_536)
def _laid(floating: Extent, year: int) -> tuple[int, int]:
    year = min(max(year, 2), 9_998)  # a text may be dated to the ends of the calendar
    start = date.fromordinal(floating.first)
    length = floating.last - floating.first
    try:
        first = start.replace(year=year)
    except ValueError:
        first = date(year, 3, 1)
    end = date.fromordinal(floating.last)
    try:
        last = end.replace(year=year + (end.year - start.year)).toordinal()
    except ValueError:
        last = first.toordinal() + length
    return first.toordinal(), last


def _apart(a_first: int, a_last: int, b_first: int, b_last: int) -> int:
    return max(0, b_first - a_last, a_first - b_last)


def same_when_year_known(a: Extent, b: Extent) -> bool:
    """Tell whether both span the same days of the calendar, years aside where one is unknown."""
    return a.days == b.days and gap_days(a, b) == 0
