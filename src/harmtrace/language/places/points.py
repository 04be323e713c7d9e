"""Coordinates written in words: degrees, degrees and minutes, MGRS; to WGS 84 points."""

import math
import re
from typing import Final

from harmtrace.language.late import late
from harmtrace.language.places.ground import tier_of_radius
from harmtrace.records.measure import Place, Tier

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
_D = "[0-9٠-٩۰-۹]"
_LAT = r"(?P<ns>N(?:orth)?\b|S(?:outh)?\b|شمالا?ً?|جنوبا?ً?)"
_LON = r"(?P<ew>E(?:ast)?\b|W(?:est)?\b|شرقا?ً?|غربا?ً?)"
_NUMBER = rf"{_D}{{1,3}}(?:[.٫]{_D}{{1,20}})?"
_GAP = r"(?:\s{0,20}[,،;/]\s{0,20}|\s{1,20}|\s{1,20}and\s{1,20}|\s{0,20}و\s{0,20})"


def _degrees(side: str) -> str:
    minutes = rf"(?P<{side}m>{_D}{{1,2}}(?:[.٫]{_D}{{1,20}})?)\s{{0,20}}['’′]"
    seconds = rf"(?P<{side}s>{_D}{{1,2}}(?:[.٫]{_D}{{1,20}})?)\s{{0,20}}(?:[\"”″]|''|’’)"
    return rf"(?P<{side}d>{_NUMBER})\s{{0,20}}(?:°|º|degrees|deg\.?|درجة)?(?:\s{{0,20}}{minutes}(?:\s{{0,20}}{seconds})?)?\s{{0,20}}"


_MARKED = late(rf"(?<![\w.]){_degrees('a')}{_LAT}{_GAP}{_degrees('o')}{_LON}")
_LEADING = late(rf"(?<!\w)(?P<ns>[NS])\s{{0,20}}{_degrees('a')}{_GAP}?(?P<ew>[EW])\s{{0,20}}{_degrees('o')}(?!\w)")
_BARE = late(
    rf"(?<![\w.,-])(?P<ad>-?{_D}{{1,2}}[.٫]{_D}{{3,}})(?:\s*[,،;/]\s*|\s+)(?P<od>-?{_D}{{1,3}}[.٫]{_D}{{3,}})(?!\w|[.,]\d)"
)
_MGRS = late(
    r"(?<![A-Za-z0-9])(?P<zone>\d{1,2})(?P<band>[C-HJ-NP-X])\s?(?P<square>[A-HJ-NP-Z][A-HJ-NP-V])\s?"
    r"(?:(?P<east>\d{1,5})\s(?P<north>\d{1,5})|(?P<both>\d{2,10}))(?![A-Za-z0-9])"
)
# Nearly every sentence with a number fails this one scan, which costs a fifth of the four that follow.
_HINT = late(
    rf"{_D}\s?[.٫°º]\s?{_D}|{_D}\s*(?:[°º]|deg|درجة|[NSns]\b|[NnSs]o[ru]th|شمال|جنوب)|\b[NS]\s*{_D}"
    r"|[0-9][C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?[0-9]"
)


def coordinates(text: str, start: int, end: int) -> tuple[tuple[int, int, Place], ...]:
    """Return the points written in ``text[start:end]``, each with its span, in order.

    The radius follows from how many digits were written; pairs that name no point on Earth are left out.

    >>> [(a, b, place)] = coordinates("hit 36.33 N, 43.11 E at dawn", 0, 28)
    >>> (a, b, place.latitude, place.longitude, place.radius_m)
    (4, 20, 36.33, 43.11, 714)
    """
    if _HINT.search(text, start, end) is None:
        return ()
    found: list[tuple[int, int, Place]] = []
    for pattern in (_MARKED, _LEADING, _BARE, _MGRS):
        for match in pattern.finditer(text, start, end):
            place = _from_grid(match) if pattern is _MGRS else _from_degrees(match)
            if place is not None and not any(a < match.end() and match.start() < b for a, b, _ in found):
                words = match[0].rstrip()
                found.append((match.start(), match.start() + len(words), place))
    return tuple(sorted(found, key=lambda hit: hit[0]))


def _from_degrees(match: re.Match[str]) -> Place | None:
    groups = match.groupdict()
    latitude, a_step = _angle(groups, "a")
    longitude, o_step = _angle(groups, "o")
    if (groups.get("ns") or "N")[0] in "Sج":
        latitude = -latitude
    if (groups.get("ew") or "E")[0] in "Wغ":
        longitude = -longitude
    if abs(latitude) > 90 or abs(longitude) > 180 or (latitude == 0 and longitude == 0):
        return None
    north = a_step / 2 * 111_195
    east = o_step / 2 * 111_195 * math.cos(math.radians(latitude))
    return _point(match[0].strip(), latitude, longitude, math.hypot(north, east))


def _angle(groups: dict[str, str | None], side: str) -> tuple[float, float]:
    """Return degrees and the size of the last digit written, in degrees; 999 for impossible minutes."""
    value, step, scale = 0.0, 1.0, 1.0
    for part in ("d", "m", "s"):
        written = groups.get(side + part)
        if written is None:
            break
        written = written.translate(_DIGITS)
        number = float(written)
        if part != "d" and number >= 60:
            return 999.0, 1.0
        value = value + math.copysign(number / scale, value) if part != "d" else number
        step = 10.0 ** -len(written.partition(".")[2]) / scale
        scale *= 60
    return value, step


def _from_grid(match: re.Match[str]) -> Place | None:
    both = match["both"]
    if both is not None:
        if len(both) % 2:
            return None
        east, north = both[: len(both) // 2], both[len(both) // 2 :]
    else:
        east, north = match["east"], match["north"]
    if len(east) != len(north):
        return None
    cell = 10 ** (5 - len(east))
    point = mgrs(
        int(match["zone"]), match["band"], match["square"], int(east) * cell + cell / 2, int(north) * cell + cell / 2
    )
    return None if point is None else _point(match[0].strip(), *point, cell / math.sqrt(2))


def _point(name: str, latitude: float, longitude: float, reach: float) -> Place:
    radius_m = max(Tier.EXACT.radius_m or 10, math.ceil(reach))
    return Place(
        name=name,
        latitude=round(latitude, 6),
        longitude=round(longitude, 6),
        radius_m=radius_m,
        tier=tier_of_radius(radius_m),
        gazetteer="text",
    )


_BANDS: Final = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS: Final = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")
_ROWS: Final = "ABCDEFGHJKLMNPQRSTUV"


def mgrs(zone: int, band: str, square: str, easting: float, northing: float) -> tuple[float, float] | None:
    """Return latitude and longitude of a point in an MGRS square; None where there is no such square.

    Metres within the 100 km square. Letters as in NGA.STND.0037 (2014), lettering scheme AA of WGS 84.
    """
    column = _COLUMNS[zone % 3].find(square[0])
    row = _ROWS.find(square[1])
    if not 1 <= zone <= 60 or column < 0 or row < 0:
        return None
    # Even zones start the rows five letters further on.
    in_cycle = (row - (5 if zone % 2 == 0 else 0)) % 20 * 100_000 + northing
    south = -80 + 8 * _BANDS.index(band)
    north = 84 if band == "X" else south + 8
    for cycle in range(6):
        full = in_cycle + cycle * 2_000_000
        latitude, longitude = utm(zone, (column + 1) * 100_000 + easting, full, south < 0)
        if south - 0.05 <= latitude <= north + 0.05:
            # A square may reach half a zone past its zone's edge in the standard's tables, never further.
            return (latitude, longitude) if abs(longitude - (zone * 6 - 183)) <= 4.5 else None
    return None


_A: Final = 6_378_137.0
_F: Final = 1 / 298.257223563
_N: Final = _F / (2 - _F)
_RECTIFYING: Final = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA: Final = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96,
    _N**2 / 48 + _N**3 / 15,
    17 * _N**3 / 480,
)
_DELTA: Final = (
    2 * _N - 2 * _N**2 / 3 - 2 * _N**3,
    7 * _N**2 / 3 - 8 * _N**3 / 5,
    56 * _N**3 / 15,
)


def utm(zone: int, easting: float, northing: float, southern: bool) -> tuple[float, float]:
    """Return WGS 84 latitude and longitude of a UTM point, by Krüger's series to the third order.

    Good to a millimetre within a zone (Karney 2011, "Transverse Mercator with an accuracy of a few nanometers").
    """
    xi = (northing - (10_000_000 if southern else 0)) / (0.9996 * _RECTIFYING)
    eta = (easting - 500_000) / (0.9996 * _RECTIFYING)
    xi_0 = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in enumerate(_BETA, 1))
    eta_0 = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in enumerate(_BETA, 1))
    conformal = math.asin(math.sin(xi_0) / math.cosh(eta_0))
    latitude = conformal + sum(d * math.sin(2 * j * conformal) for j, d in enumerate(_DELTA, 1))
    longitude = math.atan2(math.sinh(eta_0), math.cos(xi_0))
    return math.degrees(latitude), math.degrees(longitude) + zone * 6 - 183
