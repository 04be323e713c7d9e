"""Count, Period, Place: quantities with their stated uncertainty."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from harmtrace.errors import CountError, PeriodError


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many, as bounds: "at least 83" is ``low=83, high=None``, never 83.

    Attributes:
        low: smallest number the words allow; None where they give none.
        high: largest number the words allow; None where they give none.
        vague: the word that stands for a number ("dozens"), else None.
        approx: True for about, some, around, nearly.

    Raises:
        CountError: a negative bound, or bounds that cross.

    >>> Count(low=83, high=None)
    Count(low=83, high=None, vague=None, approx=False)
    """

    low: int | None
    high: int | None
    vague: str | None = None
    approx: bool = False

    def __post_init__(self) -> None:
        if (self.low is not None and self.low < 0) or (self.high is not None and self.high < 0):
            raise CountError(f"a count cannot be negative: {self.low} to {self.high}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise CountError(f"the low end {self.low} lies above the high end {self.high}")


_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[~?%]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time by its EDTF text (ISO 8601-2 level 1), days inclusive.

    Attributes:
        edtf: ``2017-03-17``, ``2017-03``, ``2017-03-10/2017-03-17``, ``XXXX-03-17``.
        first: first day it may mean; None where the year is unknown or the start is open.
        last: last day it may mean; None likewise.

    >>> Period.of("2017-03").last
    datetime.date(2017, 3, 31)
    >>> Period.of("XXXX-03-17").first is None
    True
    """

    edtf: str
    first: date | None
    last: date | None

    @classmethod
    def of(cls, edtf: str) -> "Period":
        """Return the period that an EDTF text names.

        Raises:
            PeriodError: the text is no date or interval of level 1 as used here.
        """
        return _period(edtf)

    @property
    def year_known(self) -> bool:
        """Tell whether no part of the text has an unknown year."""
        return "XXXX" not in self.edtf

    @property
    def days(self) -> int | None:
        """Return how many days it spans, None where an end is unknown."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    def in_year(self, year: int) -> "Period":
        """Return the same period with every unknown year read as ``year``.

        >>> Period.of("XXXX-03-17").in_year(2017).edtf
        '2017-03-17'
        """
        return Period.of(self.edtf.replace("XXXX", f"{year:04d}"))


@lru_cache(maxsize=4_096)
def _period(edtf: str) -> Period:
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        return Period(edtf=edtf, first=_bounds(start, edtf)[0], last=_bounds(end, edtf)[1])
    first, last = _bounds(edtf, edtf)
    return Period(edtf=edtf, first=first, last=last)


def _bounds(text: str, whole: str) -> tuple[date | None, date | None]:
    if text in ("", ".."):
        return None, None
    match = _DAY.fullmatch(text)
    if match is None:
        raise PeriodError(f"{whole!r} is no EDTF date or interval")
    year, month, day = match.groups()
    if year == "XXXX":
        return None, None
    try:
        return _edges(int(year), month, day)
    except ValueError as error:
        raise PeriodError(f"{whole!r} names no day of the calendar") from error


def _edges(year: int, month: str | None, day: str | None) -> tuple[date, date]:
    if month is None or month == "XX":
        return date(year, 1, 1), date(year, 12, 31)
    if day is None or day == "XX":
        return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
    one = date(year, int(month), int(day))
    return one, one


def days_between(a: Period, b: Period) -> int | None:
    """Return the fewest days between two periods, 0 where they touch, None where unknown."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    if a.last < b.first:
        return (b.first - a.last).days
    if b.last < a.first:
        return (a.first - b.last).days
    return 0


def day_after(day: date) -> date:
    """Return the next day.

    >>> day_after(date(2017, 3, 31))
    datetime.date(2017, 4, 1)
    """
    return day + timedelta(days=1)


class Tier(StrEnum):
    """How fine a place is (VOCABULARY, Precision), finest first."""

    EXACT = "exact"
    WITHIN_100M = "within_100m"
    STREET = "street"
    LANDMARK = "landmark"
    NEIGHBOURHOOD = "neighbourhood"
    VILLAGE = "village"
    TOWN = "town"
    CITY = "city"
    SUBDISTRICT = "subdistrict"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"

    @property
    def rank(self) -> int:
        """Return 0 for the finest tier, more for coarser ones."""
        return _TIERS.index(self)

    @property
    def radius_m(self) -> int | None:
        """Return the default radius in metres, None where only a polygon would do."""
        return _RADIUS_M.get(self)


_TIERS = tuple(Tier)
_RADIUS_M = {
    Tier.EXACT: 10,
    Tier.WITHIN_100M: 100,
    Tier.STREET: 400,
    Tier.LANDMARK: 400,
    Tier.NEIGHBOURHOOD: 1_000,
    Tier.VILLAGE: 1_500,
    Tier.TOWN: 3_000,
    Tier.CITY: 8_000,
    Tier.SUBDISTRICT: 25_000,
    Tier.DISTRICT: 25_000,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place as a gazetteer knows it (a hypothesis for a place named in words).

    Attributes:
        name: canonical name.
        latitude, longitude: WGS 84 degrees; None where only the name is known.
        radius_m: how far from the point it reaches, None where only a polygon would do.
        tier: how fine it is; None where unknown.
        country: ISO 3166-1 alpha-3, None where unknown.
        admin1: name of the first-level division, None where unknown.
        within: names of the places that hold it, nearest first ("Mosul" for its Old City).
        gazetteer: which list it comes from (a file's name, ``geonames``, ``text``).
    """

    name: str
    latitude: float | None = None
    longitude: float | None = None
    radius_m: int | None = None
    tier: Tier | None = None
    country: str | None = None
    admin1: str | None = None
    within: tuple[str, ...] = ()
    gazetteer: str = "text"
