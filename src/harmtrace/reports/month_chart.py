"""The drawing of a month: what was carried over, what came, what was closed and how, what is left."""

from dataclasses import dataclass

from markupsafe import Markup

from harmtrace.records.month import LineKind, Month
from harmtrace.reports import phrase
from harmtrace.reports.svg import drawing, element, line, rect, safe

_LEFT, _WIDTH, _ROW, _BAR = 172.0, 640.0, 26.0, 15.0
_ADDED = (LineKind.NEW, LineKind.REOPENED)
# A printer of PDF knows no style sheet inside a drawing: colours and type are attributes too; the sheet overrules them.
_FILLS = {
    LineKind.CARRIED: "#595d66",
    LineKind.NEW: "#14508c",
    LineKind.REOPENED: "#14508c",
    LineKind.NON_CREDIBLE: "#8a867c",
    LineKind.CREDIBLE: "#9a3412",
    LineKind.DUPLICATE: "#d9d5cc",
    LineKind.OUT_OF_SCOPE: "#d9d5cc",
    LineKind.OPEN: "#595d66",
}
_TAKEN = (LineKind.NON_CREDIBLE, LineKind.CREDIBLE, LineKind.DUPLICATE, LineKind.OUT_OF_SCOPE)
_WORDS = {
    LineKind.CARRIED: "carried over",
    LineKind.NEW: "new",
    LineKind.REOPENED: "reopened",
    LineKind.NON_CREDIBLE: "closed non-credible",
    LineKind.CREDIBLE: "closed credible",
    LineKind.DUPLICATE: "closed duplicate",
    LineKind.OUT_OF_SCOPE: "closed out of scope",
    LineKind.OPEN: "open at the end",
}


@dataclass(frozen=True, slots=True)
class _Bar:
    """One row: from where to where it reaches, and the sign before its number."""

    kind: LineKind
    start: int
    end: int
    sign: str

    @property
    def number(self) -> int:
        return self.end - self.start


def month_chart(one: Month) -> Markup:
    """Return the month as bars that begin where the one before ended; rows of nothing are left out.

    Empty where nothing was carried over and nothing came.
    """
    bars = _bars(one)
    top = max((bar.end for bar in bars), default=0)
    if top == 0:
        return Markup("")
    scale = (_WIDTH - _LEFT - 70) / top
    height = _ROW * len(bars) + 8
    parts = [line(_LEFT, 2, _LEFT, height - 4, "axis", ' stroke="#8a867c"')]
    for place, bar in enumerate(bars):
        y = 4 + place * _ROW
        parts.append(_drawn(bar, y, scale))
        if place + 1 < len(bars):
            # The next bar begins at this one's level: where it ended if it added, where it began if it took.
            x = _LEFT + scale * (bar.start if bar.kind in _TAKEN else bar.end)
            parts.append(line(x, y + _BAR, x, y + _ROW + _BAR, "divide", ' stroke="#d9d5cc" stroke-dasharray="2 4"'))
    title = f"{one.body}, {phrase.day(one.month)}: {one.carried} carried over, {one.new} new, {one.open} open"
    typed = element("g", "".join(parts), font_family="Noto Sans, sans-serif", font_size=12)
    return drawing(_WIDTH, height, [typed], title=title, name="balance")


def _bars(one: Month) -> list[_Bar]:
    bars, level = [_Bar(LineKind.CARRIED, 0, one.carried, "")], one.carried
    for kind in _ADDED:
        if many := one.count(kind):
            bars.append(_Bar(kind, level, level + many, "+ "))
            level += many
    for kind in _TAKEN:
        if many := one.count(kind):
            bars.append(_Bar(kind, level - many, level, "− "))
            level -= many
    return [*bars, _Bar(LineKind.OPEN, 0, level, "= ")]


def _drawn(bar: _Bar, y: float, scale: float) -> str:
    x, width = _LEFT + scale * bar.start, scale * bar.number
    words = element("text", safe(_WORDS[bar.kind]), x=_LEFT - 10, y=y + 12, text_anchor="end", class_="row")
    said = safe(f"{bar.sign}{bar.number:,}")
    number = element("text", said, x=x + width + 7, y=y + 12, font_weight=600, class_="number")
    drawn = rect(x, y, max(width, 1.0), _BAR, f"bar-{bar.kind.value}", f' fill="{_FILLS[bar.kind]}"')
    return words + drawn + number
