"""The map of one incident: an equirectangular drawing of its places, without tiles."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import cos, floor, log10, radians
from typing import NamedTuple

from markupsafe import Markup

from harmtrace.reports.svg import circle, drawing, element, isolated, label, line, number, rect, safe

_WIDTH, _HEIGHT, _EDGE = 520.0, 360.0, 26.0
_METRES_A_DEGREE = 111_195.0  # Mean sphere of 6,371 km; ample for a drawing.
_LEAST_M = 1_500.0


class Spot(NamedTuple):
    """One place on the map: a reading of where this incident happened, or another incident.

    Attributes:
        latitude, longitude: WGS 84 degrees.
        radius_m: how far from the point it may lie; None where that is not known (no circle then).
        href: where a click leads, empty for nowhere.
        other: True for another incident near by; ``strike`` for a logged strike.
    """

    name: str
    latitude: float
    longitude: float
    radius_m: int | None
    href: str = ""
    other: bool = False
    strike: bool = False


@dataclass(frozen=True, slots=True)
class _View:
    west: float
    north: float
    pixels_a_metre: float
    cosine: float

    def at(self, spot: Spot) -> tuple[float, float]:
        return self.x(spot.longitude), self.y(spot.latitude)

    def x(self, longitude: float) -> float:
        return ((longitude - self.west + 540) % 360 - 180) * _METRES_A_DEGREE * self.cosine * self.pixels_a_metre

    def y(self, latitude: float) -> float:
        return (self.north - latitude) * _METRES_A_DEGREE * self.pixels_a_metre


def drawn_map(spots: Sequence[Spot], *, title: str, name: str) -> Markup:
    """Return the drawing of an incident's places and of those other incidents that fall inside.

    Circles have the true size of the places' radius. Empty where no place has coordinates.
    """
    own = [spot for spot in spots if not (spot.other or spot.strike)]
    if not own:
        return Markup("")
    view = _view(own)
    near = [spot for spot in spots if (spot.other or spot.strike) and _inside(view, spot)]
    parts = [_ground(view)]
    parts += [_circle(view, spot) for spot in own if spot.radius_m is not None]
    taken: list[tuple[float, float, float]] = []
    parts += [_point(view, spot, taken) for spot in (*own, *near)]
    parts.append(_scale_bar(view))
    framed = f'<g clip-path="url(#{name}-clip)">{"".join(parts)}</g>'
    return drawing(_WIDTH, _HEIGHT, [_clip(name), framed, _FRAME], title=title, name=name)


@cache
def _clip(name: str) -> str:
    return element("defs", element("clipPath", element("rect", width=_WIDTH, height=_HEIGHT), id=f"{name}-clip"))


_FRAME = rect(0.5, 0.5, _WIDTH - 1, _HEIGHT - 1, "frame")


def _view(own: Sequence[Spot]) -> _View:
    base = own[0].longitude
    cosine = max(cos(radians(own[0].latitude)), 0.05)
    smallest = min((spot.radius_m for spot in own if spot.radius_m is not None), default=_LEAST_M)
    east, west, north, south = base, base, own[0].latitude, own[0].latitude
    for spot in own:
        # A province's circle must not shrink a street to a dot: very large ones run off the map.
        reach = max(min(spot.radius_m or 0, 12 * smallest), _LEAST_M) * 1.15 / _METRES_A_DEGREE
        longitude = base + (spot.longitude - base + 540) % 360 - 180
        east, west = max(east, longitude + reach / cosine), min(west, longitude - reach / cosine)
        north, south = max(north, spot.latitude + reach), min(south, spot.latitude - reach)
    pixels = min(
        (_WIDTH - 2 * _EDGE) / ((east - west) * cosine * _METRES_A_DEGREE),
        (_HEIGHT - 2 * _EDGE) / ((north - south) * _METRES_A_DEGREE),
    )
    middle_x, middle_y = (east + west) / 2, (north + south) / 2
    half_x = _WIDTH / 2 / pixels / cosine / _METRES_A_DEGREE
    return _View(middle_x - half_x, middle_y + _HEIGHT / 2 / pixels / _METRES_A_DEGREE, pixels, cosine)


def _inside(view: _View, spot: Spot) -> bool:
    x, y = view.at(spot)
    return 8 <= x <= _WIDTH - 8 and 8 <= y <= _HEIGHT - 8


def _circle(view: _View, spot: Spot) -> str:
    radius = (spot.radius_m or 0) * view.pixels_a_metre
    return circle(*view.at(spot), max(radius, 3.0), "reach")


def _point(view: _View, spot: Spot, taken: list[tuple[float, float, float]]) -> str:
    x, y = view.at(spot)
    if spot.strike:
        corners = " ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in ((0, -6), (5, 0), (0, 6), (-5, 0)))
        shape = f'<polygon points="{corners}" class="strike"/>'
    else:
        shape = rect(x - 4, y - 4, 8, 8, "other") if spot.other else circle(x, y, 4.0, "centre")
    words = spot.name if len(spot.name) <= 40 else spot.name[:39] + "…"
    width = 7.0 * len(words)
    for dx, dy, anchor in ((8, 4, "start"), (-8, 4, "end"), (0, -10, "middle"), (0, 20, "middle"), (8, 34, "start")):
        left = x + dx - (0.0 if anchor == "start" else width if anchor == "end" else width / 2)
        if not (left >= 2 and left + width <= _WIDTH - 2 and 12 <= y + dy <= _HEIGHT - 4):
            continue
        if all(left > right or left + width < other or abs(y + dy - row) > 13 for other, right, row in taken):
            taken.append((left, left + width, y + dy))
            placed = f'x="{number(x + dx)}" y="{number(y + dy)}" text-anchor="{anchor}"'
            shape += f'<text {placed} class="place" direction="ltr">{isolated(words)}</text>'
            break
    shape = f"<title>{isolated(spot.name)}</title>{shape}"
    return f'<a href="{safe(spot.href)}">{shape}</a>' if spot.href else f"<g>{shape}</g>"


@lru_cache(maxsize=2_048)
def _ground(view: _View) -> str:
    """Return the land and its lines of latitude and longitude: the same for all incidents at one place."""
    step = _round_down(_WIDTH / view.pixels_a_metre / _METRES_A_DEGREE / 3)
    digits = max(-floor(log10(step)), 0)
    parts = [rect(0, 0, _WIDTH, _HEIGHT, "land")]
    south = view.north - _HEIGHT / view.pixels_a_metre / _METRES_A_DEGREE
    row = floor(south / step) + 1
    while row * step < view.north:
        y = view.y(row * step)
        parts.append(line(0, y, _WIDTH, y, "graticule"))
        if y > 30:
            parts.append(label(_degrees(row * step, digits, "NS"), 4, y - 3, kind="tick"))
        row += 1
    column = floor(view.west / step) + 1
    while (x := view.x(column * step)) < _WIDTH and x >= 0:
        parts.append(line(x, 0, x, _HEIGHT, "graticule"))
        if 4 <= x <= _WIDTH - 95:
            parts.append(label(_degrees(column * step, digits, "EW"), x + 3, 12, kind="tick"))
        column += 1
    return "".join(parts)


def _degrees(value: float, digits: int, signs: str) -> str:
    value = (value + 540) % 360 - 180 if signs == "EW" else value
    return f"{abs(value):.{digits}f}° {signs[0] if value >= 0 else signs[1]}"


def _round_down(value: float) -> float:
    power: float = 10.0 ** floor(log10(value))
    return next(factor * power for factor in (5, 2, 1) if factor * power <= value)


@lru_cache(maxsize=2_048)
def _scale_bar(view: _View) -> str:
    metres = _round_down(_WIDTH / 3 / view.pixels_a_metre)
    length = metres * view.pixels_a_metre
    words = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    x, y = _WIDTH - 16 - length, _HEIGHT - 16
    path = f"M{x:.1f} {y - 5:.1f} V{y:.1f} H{x + length:.1f} V{y - 5:.1f}"
    bar = element("path", d=path, class_="scale")
    return bar + label(words, x + length / 2, y - 6, kind="note", anchor="middle") + _north()


def _north() -> str:
    x, y = _WIDTH - 24.0, 22.0
    arrow = element(
        "path", d=f"M{x:g} {y - 10:g} L{x + 6:g} {y + 8:g} L{x:g} {y + 4:g} L{x - 6:g} {y + 8:g} z", class_="north"
    )
    return arrow + label("N", x, y + 21, kind="note", anchor="middle")
