"""Places on the ground: distances, what lies within what, offsets from a place."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from harmtrace.language.english import places as english
from harmtrace.language.places import arabic
from harmtrace.language.places.folding import fold
from harmtrace.records.measure import Place, Tier

_EARTH_M: Final = 6_371_008.8  # mean radius, IUGG
_M_PER_DEGREE: Final = _EARTH_M * math.pi / 180
_COARSE_M: Final = 50_000


def distance_m(a: Place, b: Place) -> float | None:
    """Return the metres between two points, None where a point is unknown.

    Great circle on a sphere: within 0.6 % of the ellipsoid, far below any radius here.
    """
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    south, north = math.radians(a.latitude), math.radians(b.latitude)
    half = math.radians(b.longitude - a.longitude) / 2
    h = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(half) ** 2
    return 2 * _EARTH_M * math.asin(min(1.0, math.sqrt(h)))


def within(inner: Place, outer: Place) -> bool:
    """Tell whether one place lies in another, coarser one; False where that cannot be told.

    Names first (``within``, ``admin1``, ``country``), then the point of the inner in the radius of the outer.
    """
    if inner == outer or (inner.country and outer.country and inner.country != outer.country):
        return False
    if outer.name in inner.within or fold(outer.name) in map(fold, inner.within):
        return True
    if outer.tier is None or (inner.tier is not None and not _finer(inner, outer)):
        return False
    if outer.tier is Tier.COUNTRY:
        return inner.country is not None and inner.country == outer.country
    if outer.tier is Tier.PROVINCE and inner.admin1 is not None and inner.country == outer.country:
        return fold(inner.admin1) in {fold(outer.name), fold(outer.admin1 or "")}
    apart = distance_m(inner, outer)
    return apart is not None and outer.radius_m is not None and apart <= outer.radius_m


def narrowest(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places finest first; of two equally fine ones, the one that more others hold comes first.

    All are kept: the first is the best answer, the others are what else the words may mean.
    """
    every = list(dict.fromkeys(places))
    held = {id(place): sum(within(place, other) for other in every) for place in every}
    order = {id(place): at for at, place in enumerate(every)}
    return tuple(sorted(every, key=lambda place: (*_fineness(place), -held[id(place)], order[id(place)])))


def shifted(place: Place, metres: float, bearing: float) -> tuple[float, float] | None:
    """Return latitude and longitude some metres from a place, None where its point is unknown.

    ``bearing`` in degrees clockwise from north.
    """
    if place.latitude is None or place.longitude is None:
        return None
    north = metres * math.cos(math.radians(bearing)) / _M_PER_DEGREE
    east = metres * math.sin(math.radians(bearing)) / _M_PER_DEGREE
    latitude = max(-89.9, min(89.9, place.latitude + north))
    longitude = place.longitude + east / math.cos(math.radians(latitude))
    return round(latitude, 5), round((longitude + 180) % 360 - 180, 5)


def bearing(words: str) -> int | None:
    """Return the degrees clockwise from north that direction words name, None for others.

    >>> bearing("south-eastern"), bearing("north"), bearing("شمالي")
    (135, 0, 0)
    """
    plain = re.sub(r"[\s-]+", "", words.casefold().removeprefix("the "))
    found = english.DIRECTIONS.get(plain)
    return arabic.DIRECTIONS.get(fold(words)) if found is None else found


def offset(place: Place, km: float, direction: str) -> Place | None:
    """Return the place some kilometres off another, None for an unknown direction or point.

    Distances in news are rough, and may start at the edge of a town as well as at its middle: the radius
    is a fifth of the distance, and a kilometre more. The tier says how fine that is.

    >>> mosul = Place(name="Mosul", latitude=36.335, longitude=43.119, tier=Tier.CITY, country="IRQ")
    >>> found = offset(mosul, 12, "east")
    >>> (found.name, found.radius_m, found.tier.value)
    ('12 km east of Mosul', 3400, 'town')
    """
    degrees = bearing(direction)
    point = None if degrees is None else shifted(place, km * 1_000, degrees)
    if degrees is None or point is None:
        return None
    radius_m = round(km * 200 + 1_000)
    return Place(
        name=f"{km:g} km {_COMPASS[degrees]} of {place.name}",
        latitude=point[0],
        longitude=point[1],
        radius_m=radius_m,
        tier=tier_of_radius(radius_m),
        country=place.country,
        gazetteer=place.gazetteer,
    )


def beside(place: Place, degrees: int) -> Place:
    """Return the ground on one side of a place ("east of Mosul", no distance said)."""
    reach = place.radius_m or 0
    point = shifted(place, reach, degrees) if 0 < reach < _COARSE_M else None
    radius_m = max(2 * reach, 5_000) if point else None
    return replace(
        place,
        name=f"{_COMPASS[degrees]} of {place.name}",
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        radius_m=radius_m,
        tier=Tier.DISTRICT if radius_m else place.tier,
        within=(),
    )


_COMPASS: Final = {
    0: "north", 45: "northeast", 90: "east", 135: "southeast",
    180: "south", 225: "southwest", 270: "west", 315: "northwest",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """Words like "12 km east of": a distance and a direction from the place named next.

    Attributes:
        start, end: the words, up to and with "of"; the name of the place begins after ``end``.
        km: the distance in kilometres.
        direction: the direction words, as ``offset`` takes them.
    """

    start: int
    end: int
    km: float
    direction: str


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_OFFSET = re.compile(
    rf"(?<!\w)(?P<number>\d{{1,4}}(?:\.\d+)?|{_alternatives(english.DISTANCE_WORDS)})[ -]?"
    rf"(?:(?P<unit>{_alternatives(english.UNITS_KM)})\b)(?:\s*\([^)]{{1,30}}\))?,?\s+"
    r"(?:away\s+)?(?:to\s+the\s+|in\s+the\s+)?"
    r"(?P<way>(?:north|south)?[ -]?(?:east|west|north|south)(?:ern)?)\s+(?:of|from)\s+",
    re.IGNORECASE,
)
_ARABIC_OFFSET = re.compile(
    r"(?<!\w)(?P<number>[\d٠-٩]{1,4}(?:[.,٫][\d٠-٩]+)?)\s*"
    r"(?P<unit>كيلومترات|كيلومترا|كيلومتر|كيلو متر|كلم|كم|مترا|متر)ً?ا?\s+"
    r"(?:إلى\s+ال|الى\s+ال)?(?P<way>(?:شمال|جنوب)ي?(?:\s+(?:شرق|غرب)ي?)?|(?:شرق|غرب)ي?)\s+(?:من\s+|عن\s+)?"
)


def offsets(text: str, start: int, end: int) -> tuple[Offset, ...]:
    """Return each distance and direction in ``text[start:end]``, in order.

    >>> [found] = offsets("about 12 km east of Mosul", 0, 25)
    >>> found.km, found.direction, found.end
    (12.0, 'east', 20)
    """
    english_hits = (_offset(match) for match in _OFFSET.finditer(text, start, end))
    arabic_hits = (_offset(match) for match in _ARABIC_OFFSET.finditer(text, start, end))
    return tuple(sorted([*english_hits, *arabic_hits], key=lambda hit: hit.start))


def _offset(match: re.Match[str]) -> Offset:
    number, unit = match["number"].casefold(), match["unit"].casefold()
    value = english.DISTANCE_WORDS.get(number)
    if value is None:
        value = float(number.replace("٫", ".").replace(",", "."))
    scale = english.UNITS_KM.get(unit) or arabic.UNITS_KM.get(fold(unit), 1.0)
    return Offset(start=match.start(), end=match.end(), km=value * scale, direction=match["way"])


def tier_of_radius(radius_m: int) -> Tier:
    """Return the tier whose default radius is the nearest that is not smaller, ``district`` at most."""
    for tier in (Tier.EXACT, Tier.WITHIN_100M, Tier.LANDMARK, Tier.NEIGHBOURHOOD, Tier.VILLAGE):
        if radius_m <= (tier.radius_m or 0):
            return tier
    return Tier.TOWN if radius_m <= 4_000 else Tier.CITY if radius_m <= 8_000 else Tier.DISTRICT


def _finer(inner: Place, outer: Place) -> bool:
    return _fineness(inner) < _fineness(outer)


def _fineness(place: Place) -> tuple[int, float]:
    rank = len(Tier) if place.tier is None else place.tier.rank
    return rank, math.inf if place.radius_m is None else place.radius_m
