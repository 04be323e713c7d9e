"""The chart of what was said when: open bounds are arrows, and no end is ever made up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from math import ceil, floor, log10
from typing import NamedTuple

from markupsafe import Markup

from harmtrace.records.measure import Period
from harmtrace.reports import phrase
from harmtrace.reports.svg import arrowhead, drawing, element, isolated, label, line, number, rect, safe

_HEIGHT = 340
_TOP, _BOTTOM, _LEFT, _RIGHT = 40.0, 288.0, 52.0, 16.0
_SLOT = 64.0
_ARROW = 26.0
_LOG_FROM = 60  # Largest over smallest number from which a linear scale would flatten the small ones.


class Point(NamedTuple):
    """One number as it was said.

    Attributes:
        claim: the claim's id; ``superseded_by`` names another point by it.
        href: where a click leads: the claim's row.
        said: EDTF day on which it was said, None where unknown.
        low, high: bounds; None where nobody gave one.
        kind: short word for other outcomes than the chart's ("bodies"), else empty.
        number: the claim's number on the page, written below its mark.
    """

    claim: str
    href: str
    said: str | None
    low: int | None
    high: int | None
    vague: bool = False
    approx: bool = False
    current: bool = True
    superseded_by: str | None = None
    voice: str = ""
    kind: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Scale:
    top: int
    logarithmic: bool

    def y(self, value: int) -> float:
        share = log10(1 + value) / log10(1 + self.top) if self.logarithmic else value / self.top
        return _BOTTOM - share * (_BOTTOM - _TOP)

    def ticks(self) -> list[int]:
        if self.logarithmic:
            return [0, *(10**power for power in range(ceil(log10(self.top)) + 1) if 10**power <= self.top)]
        step = _round_step(self.top / 4)
        return list(range(0, self.top + 1, step))


class _Column(NamedTuple):
    said: str | None
    x: float
    width: float
    points: tuple[Point, ...]


def chart(points: Sequence[Point], *, title: str, name: str) -> Markup:
    """Return the drawing of the numbers said, by the day on which they were said.

    Points without any bound are not drawn. Columns are the days on which something was said, in
    order; gaps between them are written, not drawn to scale. ``name`` is unique within the page.
    Empty where nothing can be drawn.
    """
    drawn = [point for point in points if point.low is not None or point.high is not None]
    if not drawn:
        return Markup("")
    scale = _scale(drawn)
    columns = _columns(drawn)
    width = max(columns[-1].x + columns[-1].width + _RIGHT, 420.0)
    at = {point.claim: place for column in columns for point, place in _places(column, scale)}
    parts = [_definitions(name), _grid(scale, width), *_axis(columns), *_steps(drawn, at)]
    parts += [_mark(point, *at[point.claim], scale=scale, name=name) for column in columns for point in column.points]
    return drawing(width, _HEIGHT, parts, title=title, name=name)


def is_logarithmic(points: Sequence[Point]) -> bool:
    """Tell whether the chart of these points needs a logarithmic scale."""
    return _scale([point for point in points if point.low is not None or point.high is not None]).logarithmic


def _scale(points: Sequence[Point]) -> _Scale:
    numbers = [end for point in points for end in (point.low, point.high) if end is not None]
    return _scaled(max(numbers, default=1), min([end for end in numbers if end > 0], default=1))


@lru_cache(maxsize=4_096)
def _scaled(largest: int, smallest: int) -> _Scale:
    if largest / smallest >= _LOG_FROM:
        return _Scale(top=10 ** ceil(log10(largest * 1.05)), logarithmic=True)
    step = _round_step(max(largest, 4) * 1.05 / 4)
    return _Scale(top=ceil(max(largest, 4) * 1.05 / step) * step, logarithmic=False)


def _round_step(rough: float) -> int:
    power = 10 ** max(floor(log10(max(rough, 1))), 0)
    return next(int(factor * power) for factor in (1, 2, 5, 10) if factor * power >= max(rough, 1))


@lru_cache(maxsize=4_096)
def _period(edtf: str) -> Period:
    return Period.of(edtf)


@lru_cache(maxsize=4_096)
def _order(said: str | None) -> tuple[bool, str, str]:
    period = None if said is None else _period(said)
    first = None if period is None else period.first
    return first is None, "" if first is None else first.isoformat(), said or ""


def _columns(points: Sequence[Point]) -> list[_Column]:
    columns = []
    x = _LEFT + 8
    ordered = sorted(points, key=lambda point: (_order(point.said), _first(point), point.claim))
    for said, group in groupby(ordered, key=lambda point: point.said):
        members = tuple(group)
        width = max(_SLOT * len(members), 84.0)
        columns.append(_Column(said, x, width, members))
        x += width + 14
    return columns


def _places(column: _Column, scale: _Scale) -> list[tuple[Point, tuple[float, float]]]:
    slot = column.width / len(column.points)
    return [
        (point, (column.x + slot * (order + 0.5), scale.y(_first(point)))) for order, point in enumerate(column.points)
    ]


def _first(point: Point) -> int:
    """Return the end of a drawn point that its mark stands at."""
    return (point.high or 0) if point.low is None else point.low


@cache
def _definitions(name: str) -> str:
    stripes = element("path", d="M0 6 L6 0", class_="stripe")
    hatch = element("pattern", stripes, id=f"{name}-hatch", width=6, height=6, pattern_units="userSpaceOnUse")
    return element("defs", "".join(arrowhead(f"{name}-{kind}", kind) for kind in ("open", "old", "step")) + hatch)


@lru_cache(maxsize=512)
def _grid(scale: _Scale, width: float) -> str:
    parts = []
    for tick in scale.ticks():
        y = scale.y(tick)
        parts.append(line(_LEFT, y, width - _RIGHT, y, "grid"))
        parts.append(label(f"{tick:,}", _LEFT - 8, y + 4, kind="tick", anchor="end"))
    if scale.logarithmic:
        parts.append(label("logarithmic scale", _LEFT, 14, kind="note"))
    return "".join(parts)


def _axis(columns: Sequence[_Column]) -> list[str]:
    parts = []
    for before, column in zip((None, *columns), columns, strict=False):
        parts.append(_day(column.said, column.x, column.width))
        gap = None if before is None else _gap(before.said, column.said)
        if gap is not None:
            parts.append(label(gap, column.x - 7, _BOTTOM + 47, kind="note", anchor="middle"))
        if before is not None:
            parts.append(line(column.x - 7, _TOP - 16, column.x - 7, _BOTTOM, "divide"))
    return parts


@lru_cache(maxsize=4_096)
def _day(said: str | None, x: float, width: float) -> str:
    day, year = _said_words(said)
    middle = x + width / 2
    return (
        line(x, _BOTTOM, x + width, _BOTTOM, "axis")
        + label(day, middle, _BOTTOM + 18, kind="tick", anchor="middle")
        + label(year, middle, _BOTTOM + 33, kind="tick faint", anchor="middle")
    )


def _said_words(said: str | None) -> tuple[str, str]:
    if said is None:
        return "day not", "known"
    text = phrase.day(said)
    if "/" in said:
        first, _, last = text.partition(" to ")
        return first, f"to {last}" if last else ""
    head, _, year = text.replace(", year unknown", " year?").rpartition(" ")
    return (head, year) if head else (year, "")


def _gap(before: str | None, after: str | None) -> str | None:
    if before is None or after is None:
        return None
    first, last = _period(before).last, _period(after).first
    if first is None or last is None or (last - first).days <= 1:
        return None
    return f"{(last - first).days} days"


def _steps(points: Sequence[Point], at: dict[str, tuple[float, float]]) -> list[str]:
    return [
        line(*at[point.claim], *at[point.superseded_by], "replaced")
        for point in points
        if point.superseded_by is not None and point.superseded_by in at
    ]


def _mark(point: Point, x: float, y: float, *, scale: _Scale, name: str) -> str:
    state, head = ("now", "open") if point.current else ("old", "old")
    low, high, at_x, at_y = point.low, point.high, number(x), number(y)
    one = low is None or high is None or low == high
    shape, text_y = "", y - 10
    if not one and high is not None:
        top = scale.y(high)
        shape, text_y = rect(x - 4, top, 8, y - top, "span"), top - 8
    elif high is None:
        shape = _arrow(at_x, at_y, number(y - _ARROW), "up", f"{name}-{head}")
        text_y = y - _ARROW - 6
    elif low is None:
        shape = _arrow(at_x, at_y, number(min(y + _ARROW, _BOTTOM - 1)), "down", f"{name}-{head}")
    if point.vague:
        shape += rect(x - 9, y - 9, 18, 18, "vague", f' fill="url(#{name}-hatch)"')
        text_y = min(text_y, y - 14)
    elif one:
        shape += f'<circle cx="{at_x}" cy="{at_y}" r="4.5" class="dot"></circle>'
    below = y + (_ARROW + 16 if low is None else 24 if point.vague else 20)
    below = below if below < _BOTTOM - 4 else text_y - 13
    # Nothing in a sign has to be escaped.
    return (
        f'<a href="{safe(point.href)}" class="said {state}"><title>{isolated(_spoken(point))}</title>{shape}'
        f'<text x="{at_x}" y="{number(text_y)}" class="number" text-anchor="middle">'
        f"{'≈ ' if point.approx else ''}{phrase.short(low, high)}</text>"
        f'<text x="{at_x}" y="{number(below)}" class="note" text-anchor="middle">'
        f"{safe(point.kind) + ' ' if point.kind else ''}[{point.number}]</text></a>"
    )


def _arrow(x: str, y: str, end: str, way: str, marker: str) -> str:
    return f'<line x1="{x}" x2="{x}" y1="{y}" y2="{end}" class="open {way}" marker-end="url(#{marker})"></line>'


def _spoken(point: Point) -> str:
    said = "day not known" if point.said is None else f"said {phrase.day(point.said)}"
    flags = [point.kind, "a vague word" if point.vague else "", "" if point.current else "no longer current"]
    number = ("about " if point.approx else "") + phrase.bounds(point.low, point.high)
    return ", ".join(part for part in (number, *flags, point.voice, said) if part)
