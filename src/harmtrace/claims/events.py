"""Which event of a document a claim speaks of: dates and places kept from sentence to sentence."""

import re
from dataclasses import dataclass, field, replace

from harmtrace.errors import PeriodError
from harmtrace.language.dates import DateKind, DateMention, shift
from harmtrace.language.places import Gazetteer, PlaceMention, distance_m
from harmtrace.records.measure import Period, Place, Tier


@dataclass(slots=True)
class Spot:
    """A place named in the text, with what it may mean.

    Attributes:
        rank: how fine it is: the tier's rank, or between neighbourhood and village where nobody knows it.
    """

    name: str
    start: int
    places: tuple[Place, ...]
    rank: float
    clear: bool = True


#: Between a neighbourhood and a village: of a place that nobody knows.
UNKNOWN_RANK = 4.6
#: Of a subdistrict, from which on a place is a region, and of a country.
REGION_RANK, COUNTRY_RANK = float(Tier.SUBDISTRICT.rank), float(Tier.COUNTRY.rank)
_DIRECTED = re.compile(r"(?:(?:north|south|east|west|central)\w{0,20}|lower|upper|greater)\s", re.IGNORECASE)
_COARSE = {Tier.DISTRICT, Tier.PROVINCE, Tier.COUNTRY, Tier.SUBDISTRICT}


def rank_of(places: tuple[Place, ...]) -> float:
    """Return how fine a place is, the likeliest of several readings."""
    return float(places[0].tier.rank) if places and places[0].tier is not None else UNKNOWN_RANK


def spot(mention: PlaceMention, text: str, gazetteer: Gazetteer, near: tuple[Place, ...]) -> Spot:
    """Return a place mention, named as written, with its hypotheses."""
    places = gazetteer.lookup(mention.name, near=near)
    rank = UNKNOWN_RANK
    if not (places and places[0].tier is not None) and _DIRECTED.match(mention.name) is not None:
        rank = 8.5
    if mention.tier is not None:
        rank = float(mention.tier.rank)
    if places and places[0].tier is not None:
        known = float(places[0].tier.rank)
        rank = known if mention.tier is None else max(rank, known) if mention.wide else min(rank, known)
    written = text[mention.start : mention.end]
    named = tuple(replace(p, name=written) if p.gazetteer == "geonames" else p for p in places[:1]) + places[1:]
    return Spot(written, mention.start, named, rank)


@dataclass(slots=True)
class Event:
    """One event of a document while it is being read."""

    ordinal: int
    paragraph: int
    start: int
    end: int
    when: str | None = None
    when_why: str = ""
    spots: list[Spot] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)
    causes: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    separate: bool = False
    background: bool = False
    claims: int = 0
    in_body: bool = False
    heading: bool = False  # opened by a heading: what stands below it is of it
    last_paragraph: int = -1  # the last that spoke of it

    def narrowest(self, before: int | None = None) -> Spot | None:
        """Return the finest place named so far, the latest named of equals; the first later one where none is."""
        best: Spot | None = None
        for each in self.spots:
            if before is not None and each.start > before:
                continue
            if best is None or each.rank < best.rank:
                best = each
        if best is None and before is not None and self.spots:
            return min(self.spots, key=lambda s: (s.rank > UNKNOWN_RANK + 2, s.start))
        return best

    def takes(self, each: Spot) -> None:
        """Keep a place, once by name."""
        if not any(known.name.casefold() == each.name.casefold() for known in self.spots):
            self.spots.append(each)


def overlaps(a: str, b: str) -> bool:
    """Tell whether two EDTF times may be the same day, unknown years included."""
    if a == b:
        return True
    try:
        one, two = Period.of(a), Period.of(b)
    except PeriodError:
        return False
    if one.first is not None and one.last is not None and two.first is not None and two.last is not None:
        return one.first <= two.last and two.first <= one.last
    x, y = a.split("/")[0], b.split("/")[0]
    if len(x) >= 7 and len(y) >= 7:
        return x[5:10].startswith(y[5:10]) or y[5:10].startswith(x[5:10])
    return False


def finer(a: str, b: str) -> str:
    """Return the more precise of two times that overlap."""
    try:
        one, two = Period.of(a).days, Period.of(b).days
    except PeriodError:
        return a
    if one is None or two is None:
        if one is not None:
            return a
        if two is not None:
            return b
        return a if len(a.split("/")[0]) >= len(b.split("/")[0]) and "/" not in a else b
    return a if one <= two else b


def days_apart(a: str, b: str) -> int | None:
    """Return how many days ``a`` lies before ``b`` (negative: after), None where unknown."""
    try:
        one, two = Period.of(a), Period.of(b)
    except PeriodError:
        return None
    if one.last is None or two.first is None:
        return None
    return (two.first - one.last).days


def _namesake(each: Spot) -> bool:
    """Tell whether a quarter, a street or a building is known only by a town that bears its name: it may be anywhere."""
    tier = each.places[0].tier
    return each.rank <= Tier.NEIGHBOURHOOD.rank and tier is not None and tier.rank > Tier.NEIGHBOURHOOD.rank


def conflict(a: Spot, b: Spot) -> bool:
    """Tell whether two named places cannot be one event's: known points far apart, neither within the other."""
    if not a.places or not b.places or _namesake(a) or _namesake(b):
        return False
    one, two = a.places[0], b.places[0]
    if one.country is not None and two.country is not None and one.country != two.country:
        return True
    gap = distance_m(one, two)
    if one.tier in _COARSE or two.tier in _COARSE:
        if gap is None or Tier.PROVINCE in (one.tier, two.tier) or Tier.COUNTRY in (one.tier, two.tier):
            return False
        return gap > 25_000 + 2 * min(one.radius_m or 8_000, two.radius_m or 8_000)
    if gap is None:
        return False
    reach = (one.radius_m or 8_000) + (two.radius_m or 8_000)
    return gap > max(reach, 1_000) * 1.0


def event_time(mention: DateMention, anchor: str | None) -> str | None:
    """Return the time that a mention gives an event; relative ones count from ``anchor``."""
    if mention.kind is DateKind.RELATIVE:
        if mention.edtf is not None:
            return mention.edtf
        if mention.shift_days is not None and anchor is not None:
            return shift(anchor, mention.shift_days)
        return None
    if mention.kind in (DateKind.POINT, DateKind.SPAN):
        return mention.edtf
    if mention.kind is DateKind.WINDOW and mention.edtf is not None and mention.rule.startswith("last:week"):
        return mention.edtf
    if mention.kind is DateKind.RANGE and mention.edtf is not None:
        days = Period.of(mention.edtf).days
        return mention.edtf if days is not None and days <= 5 else None
    return None
