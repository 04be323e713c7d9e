"""Gazetteer files and the embedded GeoNames list, read into one Gazetteer."""

import codecs
import csv
import logging
import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from harmtrace.errors import GazetteerError
from harmtrace.intake.geonames import Geonames
from harmtrace.language.places import Atlas, Gazetteer, GazetteerRow, country_code, distance_m, known_code
from harmtrace.records.entry import Issue
from harmtrace.records.measure import Place, Tier

_LOG = logging.getLogger(__name__)
_REQUIRED: Final = ("name", "latitude", "longitude")
_COLUMNS: Final = frozenset({*_REQUIRED, "name_ar", "alternates", "tier", "country", "admin1", "admin2", "radius_m"})
_TIERS: Final = {
    **{tier.value: tier for tier in Tier},
    "neighborhood": Tier.NEIGHBOURHOOD,
    "governorate": Tier.PROVINCE,
}
_MAX_RADIUS_M: Final = 2_000_000
_SETTLED: Final = (Tier.TOWN, Tier.CITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row that was read, and where it stands."""

    row: GazetteerRow
    number: int


class _Faults:
    """The issues of one file, as they come up."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.issues: list[Issue] = []

    def add(self, code: str, line: int, expected: str, found: str, *, kept: bool = False) -> None:
        """Note one fault: what was expected, what was found, whether the row is kept."""
        fate = "" if kept else "; the row is left out"
        message = f"{self.path.name}, line {line}: expected {expected}, found {found}{fate}"
        self.issues.append(Issue(code=f"gazetteer-{code}", message=message, document=str(self.path), start=line))


def load(paths: Sequence[Path], *, atlas: Atlas | None = None) -> tuple[Gazetteer, tuple[Issue, ...]]:
    """Return the gazetteer of the given CSV files over GeoNames, and their issues.

    Columns as in ``docs/gazetteers.md``. Each fault is an issue that names file, line (``start``), what was
    expected and what was found; good rows are kept. ``atlas`` stands in for GeoNames, which is read only when
    a name is looked up.

    Raises:
        GazetteerError: a file cannot be read, or its first line does not name the columns.
    """
    rows: list[GazetteerRow] = []
    issues: list[Issue] = []
    for path in paths:
        lines, faults = _read(path)
        rows += [line.row for line in lines]
        issues += faults
    _LOG.debug("%d gazetteer rows from %d files, %d issues", len(rows), len(paths), len(issues))
    return Gazetteer.of(_nested(rows), atlas=Geonames() if atlas is None else atlas), tuple(issues)


def _read(path: Path) -> tuple[list[_Line], list[Issue]]:
    faults = _Faults(path)
    lines = _text(path).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise GazetteerError(f"{path.name}: expected a header with {', '.join(_REQUIRED)}, found an empty file")
    delimiter = max(",;\t", key=lines[first].count)
    header = _header(path, lines[first], delimiter)
    for column in header:
        if column and column not in _COLUMNS:
            faults.add("column", first + 1, f"one of {', '.join(sorted(_COLUMNS))}", repr(column), kept=True)
    found: list[_Line] = []
    for number, line in enumerate(lines[first + 1 :], first + 2):
        if line.strip(" \t,;"):
            cells = _cells(line, delimiter, header, number, faults)
            row = None if cells is None else _row(cells, delimiter, path, number, faults)
            if row is not None:
                found.append(_Line(row=row, number=number))
    return _without_swapped(found, faults), sorted(faults.issues, key=lambda issue: issue.start or 0)


def _text(path: Path) -> str:
    """Return the file's text; bytes that are no UTF-8 become lone surrogates, for the row to report."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise GazetteerError(f"{path}: expected a readable CSV file, found {error.strerror}") from error
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    return raw.decode("utf-8-sig", errors="surrogateescape")


def _header(path: Path, line: str, delimiter: str) -> list[str]:
    try:
        header = [cell.strip().casefold() for cell in next(csv.reader([line], delimiter=delimiter, strict=True))]
    except csv.Error as error:
        raise GazetteerError(f"{path.name}, header: expected column names, found a line that {error}") from error
    missing = [column for column in _REQUIRED if column not in header]
    if missing:
        named = ", ".join(map(repr, header))[:200]
        raise GazetteerError(f"{path.name}, header: expected {', '.join(_REQUIRED)}, found {named}")
    twice = sorted({column for column in header if column and header.count(column) > 1})
    if twice:
        raise GazetteerError(f"{path.name}, header: expected each column once, found {', '.join(twice)} twice")
    return header


def _cells(line: str, delimiter: str, header: Sequence[str], number: int, faults: _Faults) -> Mapping[str, str] | None:
    if any("\udc80" <= letter <= "\udcff" or letter == "\ufffd" for letter in line):
        faults.add("encoding", number, "UTF-8", "bytes that are not")
        return None
    if "\0" in line:
        faults.add("encoding", number, "text", "a NUL byte")
        return None
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        faults.add("row", number, "one row of CSV on one line", f"one that csv refuses ({error})")
        return None
    if len(cells) != len(header):
        faults.add("row", number, f"{len(header)} columns", str(len(cells)))
        return None
    return {column: " ".join(cell.split()) for column, cell in zip(header, cells, strict=True)}


def _row(cells: Mapping[str, str], delimiter: str, path: Path, number: int, faults: _Faults) -> GazetteerRow | None:
    name = cells["name"] or cells.get("name_ar", "")
    if not any(letter.isalpha() for letter in name):
        faults.add("name", number, "a name", repr(name) if name else "none")
        return None
    point = _point(cells, delimiter, number, faults)
    if point is None:
        return None
    tier = _tier(cells.get("tier", ""), number, faults)
    radius_m = _radius(cells.get("radius_m", ""), number, faults)
    place = Place(
        name=name,
        latitude=point[0],
        longitude=point[1],
        radius_m=tier.radius_m if radius_m is None and tier is not None else radius_m,
        tier=tier,
        country=_country(cells.get("country", ""), number, faults),
        admin1=cells.get("admin1") or None,
        within=tuple(filter(None, [cells.get("admin2", "")])),
        gazetteer=path.name,
    )
    names = (name, cells.get("name_ar", ""), *cells.get("alternates", "").split(";"))
    return GazetteerRow(place=place, names=tuple(dict.fromkeys(filter(None, map(str.strip, names)))))


def _point(cells: Mapping[str, str], delimiter: str, number: int, faults: _Faults) -> tuple[float, float] | None:
    written = (cells["latitude"], cells["longitude"])
    if delimiter != ",":
        written = (written[0].replace(",", "."), written[1].replace(",", "."))
    try:
        latitude, longitude = float(written[0]), float(written[1])
    except ValueError:
        faults.add("coordinates", number, "latitude and longitude in degrees", f"{written[0]!r}, {written[1]!r}")
        return None
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return latitude, longitude
    found = f"{written[0]}, {written[1]}"
    if abs(longitude) <= 90 and abs(latitude) <= 180:
        found += ", which look swapped"
    faults.add("coordinates", number, "latitude within ±90 and longitude within ±180", found)
    return None


def _tier(written: str, number: int, faults: _Faults) -> Tier | None:
    if not written:
        return None
    tier = _TIERS.get(written.casefold().replace(" ", "_"))
    if tier is None:
        faults.add("tier", number, f"one of {', '.join(tier.value for tier in Tier)}", repr(written), kept=True)
    return tier


def _radius(written: str, number: int, faults: _Faults) -> int | None:
    if not written:
        return None
    try:
        radius_m = float(written)
    except ValueError:
        radius_m = math.nan
    if not 0 < radius_m <= _MAX_RADIUS_M:
        faults.add("radius", number, f"metres above 0, {_MAX_RADIUS_M} at most", repr(written), kept=True)
        return None
    return max(1, round(radius_m))


def _country(written: str, number: int, faults: _Faults) -> str | None:
    if not written:
        return None
    code = written.upper() if known_code(written.upper()) else country_code(written)
    if code is None:
        faults.add("country", number, "a country's name or its ISO 3166-1 alpha-3 code", repr(written), kept=True)
    return code


def _without_swapped(lines: list[_Line], faults: _Faults) -> list[_Line]:
    """Return the lines whose point lies with the others of the file, not where the others would be if swapped.

    Only a file with three rows or more can tell: a point over a degree off the middle of all, and at least
    five times nearer to it with latitude and longitude exchanged.
    """
    if len(lines) < 3:
        return lines
    points = [(line.row.place.latitude or 0.0, line.row.place.longitude or 0.0) for line in lines]
    middle = statistics.median(lat for lat, _ in points), statistics.median(lon for _, lon in points)
    kept = []
    for line, (latitude, longitude) in zip(lines, points, strict=True):
        off = math.hypot(latitude - middle[0], longitude - middle[1])
        if off > 1 and math.hypot(longitude - middle[0], latitude - middle[1]) < off / 5:
            expected = f"a point about {middle[0]:.1f}, {middle[1]:.1f}, as in the other rows"
            found = f"{latitude}, {longitude}, which look swapped"
            faults.add("coordinates", line.number, expected, found)
        else:
            kept.append(line)
    return kept


def _nested(rows: Iterable[GazetteerRow]) -> list[GazetteerRow]:
    """Return the rows, each with the user's own towns that hold it, nearest first, before its ``admin2``."""
    every = list(rows)
    towns = [row.place for row in every if row.place.tier in _SETTLED]
    return [replace(row, place=_inside(row.place, towns)) for row in every]


def _inside(place: Place, towns: Sequence[Place]) -> Place:
    """Return the place with the towns that hold it; a place of no finer tier than a village is in no town."""
    if place.tier is None or place.tier.rank > Tier.NEIGHBOURHOOD.rank:
        return replace(place, within=())
    holding = []
    for town in towns:
        apart = distance_m(place, town)
        if apart is not None and apart <= (town.radius_m or 0) and place.country in (town.country, None):
            holding.append((apart, town.name))
    names = dict.fromkeys([name for _, name in sorted(holding)] + list(place.within))
    return replace(place, within=tuple(name for name in names if name != place.name))
