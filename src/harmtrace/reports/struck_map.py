"""The map of all incidents of a case: those that a logged strike fits, and those that none fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, floor, log10, radians

from markupsafe import Markup

from harmtrace.records.incident import Incident
from harmtrace.reports import links
from harmtrace.reports.svg import circle, drawing, isolated, label, line, rect, safe

_WIDTH, _HEIGHT, _EDGE = 660.0, 420.0, 24.0
_LEAST_DEGREES = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One incident with a point; ``matched`` where a logged strike may be its own."""

    code: str
    latitude: float
    longitude: float
    matched: bool

    @classmethod
    def of(cls, incident: Incident) -> "Marked | None":
        """Return an incident as the map shows it, None where it has no point."""
        for one in incident.grouped.hypotheses:
            place = one.place
            if place.latitude is not None and place.longitude is not None:
                return cls(
                    code=incident.code,
                    latitude=place.latitude,
                    longitude=place.longitude,
                    matched=bool(incident.matches),
                )
        return None


def struck_map(spots: Sequence[Marked], *, name: str) -> Markup:
    """Return the map, equirectangular and without tiles; empty where no incident has a point.

    Longitudes are taken around that of the first incident, so that a case over the date line stays whole.
    """
    if not spots:
        return Markup("")
    base = spots[0].longitude
    points = [(one, base + (one.longitude - base + 540) % 360 - 180, one.latitude) for one in spots]
    middle_x = (min(x for _, x, _ in points) + max(x for _, x, _ in points)) / 2
    middle_y = (min(y for _, _, y in points) + max(y for _, _, y in points)) / 2
    cosine = max(cos(radians(middle_y)), 0.05)
    wide = max(max(abs(x - middle_x) for _, x, _ in points) * 2 * cosine, _LEAST_DEGREES)
    high = max(max(abs(y - middle_y) for _, _, y in points) * 2, _LEAST_DEGREES)
    scale = min((_WIDTH - 2 * _EDGE) / wide, (_HEIGHT - 2 * _EDGE) / high)

    def at(x: float, y: float) -> tuple[float, float]:
        return _WIDTH / 2 + (x - middle_x) * cosine * scale, _HEIGHT / 2 - (y - middle_y) * scale

    parts = [rect(0, 0, _WIDTH, _HEIGHT, "land"), _graticule(middle_x, middle_y, cosine, scale)]
    # Those that fit last: they are fewer, and are not to lie below rings.
    for one, x, y in sorted(points, key=lambda point: (point[0].matched, point[0].code)):
        drawn = circle(*at(x, y), 5.0, "matched" if one.matched else "unmatched")
        what = "a logged strike may be its own" if one.matched else "no logged strike fits"
        parts.append(
            f'<a href="{safe(f"incident/{links.incident_name(one.code)}")}">'
            f"<title>{isolated(f'{one.code}: {what}')}</title>{drawn}</a>"
        )
    parts.append(rect(0.5, 0.5, _WIDTH - 1, _HEIGHT - 1, "frame"))
    return drawing(_WIDTH, _HEIGHT, parts, title="Incidents with and without a logged strike", name=name)


def _graticule(middle_x: float, middle_y: float, cosine: float, scale: float) -> str:
    half_x, half_y = _WIDTH / 2 / scale / cosine, _HEIGHT / 2 / scale
    step = _round_down(2 * half_x / 4)
    digits = max(-floor(log10(step)), 0)
    parts = []
    value = (floor((middle_x - half_x) / step) + 1) * step
    while value < middle_x + half_x:
        x = _WIDTH / 2 + (value - middle_x) * cosine * scale
        parts.append(line(x, 0, x, _HEIGHT, "graticule") + label(_degrees(value, digits, "EW"), x + 3, 12, kind="tick"))
        value += step
    value = (floor((middle_y - half_y) / step) + 1) * step
    while value < middle_y + half_y:
        y = _HEIGHT / 2 - (value - middle_y) * scale
        parts.append(line(0, y, _WIDTH, y, "graticule"))
        if y > 30:
            parts.append(label(_degrees(value, digits, "NS"), 4, y - 3, kind="tick"))
        value += step
    return "".join(parts)


def _round_down(value: float) -> float:
    power: float = 10.0 ** floor(log10(value))
    return next(factor * power for factor in (5, 2, 1) if factor * power <= value)


def _degrees(value: float, digits: int, signs: str) -> str:
    turned = (value + 540) % 360 - 180 if signs == "EW" else value
    return f"{abs(turned):.{digits}f}° {signs[0] if turned >= 0 else signs[1]}"
