"""Days without a year in a log that is in order of time: the year of the rows around them."""

import statistics
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from harmtrace.errors import PeriodError
from harmtrace.records.measure import Period
from harmtrace.records.strike import Strike

_AROUND = 5
_IN_ORDER = 0.8
_FEWEST = 5


def filled(strikes: Sequence[Strike]) -> Iterator[Strike]:
    """Yield the strikes, those without a year with the year that their neighbours give; ``unread`` keeps saying so.

    Only a log whose days with a year run one way, four steps of five, can tell. The year is the one that brings the
    day nearest to the middle of the five days before and the five after.
    """
    known = [(at, day) for at, one in enumerate(strikes) if (day := _day(one)) is not None]
    if not _ordered([day for _, day in known]):
        yield from strikes
        return
    places = [at for at, _ in known]
    days = [day.toordinal() for _, day in known]
    for at, one in enumerate(strikes):
        if one.days is None or "XXXX" not in one.days:
            yield one
            continue
        middle = bisect(places, at)
        around = days[max(0, middle - _AROUND) : middle + _AROUND]
        best = _nearest(one.days, date.fromordinal(round(statistics.median(around))))
        yield one if best is None else replace(one, days=best)


def _day(one: Strike) -> date | None:
    if one.start is not None:
        return one.start.date()
    if one.days is None or "XXXX" in one.days:
        return None
    try:
        return Period.of(one.days).first
    except PeriodError:
        return None


def _ordered(days: Sequence[date]) -> bool:
    """Tell whether most steps from year to year and month to month go one way."""
    steps = [(b - a).days for a, b in pairwise(days)]
    if len(days) < _FEWEST:
        return False
    up = sum(step >= 0 for step in steps)
    down = sum(step <= 0 for step in steps)
    return max(up, down) >= _IN_ORDER * len(steps)


def _nearest(edtf: str, expected: date) -> str | None:
    """Return the days in the year that brings them nearest to a day, None where the calendar refuses them all."""
    found = []
    for year in (expected.year - 1, expected.year, expected.year + 1):
        written = in_year(edtf, year)
        try:
            first = Period.of(written).first
        except PeriodError:
            continue
        if first is not None:
            found.append((abs((first - expected).days), written))
    return min(found)[1] if found else None


def in_year(edtf: str, year: int) -> str:
    """Return days without a year in a year; a range over New Year begins in the year before.

    >>> in_year("XXXX-12-30/XXXX-01-02", 2031)
    '2030-12-30/2031-01-02'
    """
    first, sign, last = edtf.partition("/")
    if sign and first[5:] > last[5:]:
        return f"{first.replace('XXXX', f'{year - 1:04d}')}/{last.replace('XXXX', f'{year:04d}')}"
    return edtf.replace("XXXX", f"{year:04d}")
