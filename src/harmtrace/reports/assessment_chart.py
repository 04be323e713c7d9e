"""The pictures of a body's handling: days to close, share found credible, age of what is open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from statistics import median

from markupsafe import Markup

from harmtrace.records.assessment import Assessment, State, Step
from harmtrace.records.position import Channel
from harmtrace.reports.assessment_tables import words
from harmtrace.reports.svg import circle, drawing, label, line, rect

# Two of these stand side by side in the report's width.
_LEFT, _WIDTH, _ROW, _BAR = 196.0, 548.0, 26.0, 15.0
_TEXT = 178.0
_OUTCOMES = (
    (State.CLOSED_CREDIBLE, "credible"),
    (State.CLOSED_NON_CREDIBLE, "non-credible"),
    (State.CLOSED_DUPLICATE, "duplicate"),
    (State.CLOSED_OUT_OF_SCOPE, "out of scope"),
)
_AGES = ((30, "up to 30 days"), (90, "31 to 90 days"), (180, "91 to 180 days"), (365, "181 to 365 days"))
_OLDER = "more than a year"


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of bars: its name, its parts as (number, kind of bar), and what stands after them."""

    name: str
    parts: tuple[tuple[int, str], ...]
    says: str


def days_to_close(known: Iterable[Assessment]) -> dict[State, list[int]]:
    """Return for each kind of closing the days that it took from the receipt, or from the reopening before it."""
    found: dict[State, list[int]] = {state: [] for state, _ in _OUTCOMES}
    for one in known:
        since = one.received
        for step in one.steps:
            if step.to is State.REOPENED:
                since = step.on
            elif step.to.closed:
                found[step.to].append((step.on - since).days)
    return {state: sorted(days) for state, days in found.items()}


def closing_times(known: Sequence[Assessment], *, name: str) -> Markup:
    """Return the drawing of days from receipt to closing, a dot each; empty where nothing was closed."""
    found = {state: days for state, days in days_to_close(known).items() if days}
    longest = max((days[-1] for days in found.values()), default=0)
    if not found:
        return Markup("")
    step = _round_step(max(longest, 1) / 5)
    top = step * ceil(max(longest, 1) / step)
    scale = (_WIDTH - _LEFT - _TEXT) / top
    height = _ROW * len(found) + 30
    parts = [_tick(_LEFT + value * scale, value, height) for value in range(0, top + 1, step)]
    for place, (state, days) in enumerate(found.items()):
        y = 16 + place * _ROW
        parts.append(label(dict(_OUTCOMES)[state], _LEFT - 10, y + 4, kind="row", anchor="end"))
        parts += [circle(_LEFT + one * scale, y, 3.5, "day") for one in days]
        middle = median(days)
        x = _LEFT + middle * scale
        parts.append(line(x, y - 9, x, y + 9, "median"))
        says = f"median {middle:g} day{'' if middle == 1 else 's'}, {len(days)} closed"
        parts.append(label(says, _WIDTH - _TEXT + 12, y + 4, kind="number"))
    return drawing(_WIDTH, height, parts, title="Days from receipt to closing", name=name)


def _tick(x: float, value: int, height: float) -> str:
    grid = line(x, 4, x, height - 18, "grid")
    return grid + label(f"{value:,}", x, height - 4, kind="tick", anchor="middle")


def _round_step(least: float) -> int:
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power >= least:
                return factor * power
        power *= 10


def _decided(known: Iterable[Assessment]) -> list[tuple[Assessment, Step]]:
    """Return the allegations that stand closed as credible or non-credible, with that closing."""
    decided = (State.CLOSED_CREDIBLE, State.CLOSED_NON_CREDIBLE)
    return [(one, one.closing) for one in known if one.closing is not None and one.state in decided]


def credible_by_channel(known: Sequence[Assessment], *, name: str) -> Markup:
    """Return the drawing of how many were found credible by the channel they came by; empty where none was decided."""
    rows = []
    found = _decided(known)
    for channel in Channel:
        mine = [one for one, _ in found if one.channel is channel]
        credible = sum(1 for one in mine if one.state is State.CLOSED_CREDIBLE)
        if mine:
            parts = ((credible, "credible"), (len(mine) - credible, "non_credible"))
            rows.append(_Row(words(channel.value), parts, _share(credible, len(mine), "credible")))
    return _bars(rows, title="Found credible, by channel", name=name)


def closings_by_reason(known: Sequence[Assessment], *, name: str) -> Markup:
    """Return the drawing of credible closings beside non-credible ones by reason; empty where none was decided."""
    found = _decided(known)
    counts: dict[str, int] = {}
    for one, _ in found:
        if one.state is State.CLOSED_NON_CREDIBLE:
            reason = "none of the codes" if one.reason is None else one.reason.value
            counts[reason] = counts.get(reason, 0) + 1
    credible = len(found) - sum(counts.values())
    rows = [_Row("credible", ((credible, "credible"),), _share(credible, len(found), "of decided"))] if found else []
    for reason, many in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        rows.append(_Row(reason, ((many, "non_credible"),), _share(many, len(found), "of decided")))
    return _bars(rows, title="Closings by reason", name=name)


def open_by_age(known: Sequence[Assessment], *, on: date, name: str) -> Markup:
    """Return the drawing of open allegations by the days since their receipt; empty where none is open."""
    ages = [(on - one.received).days for one in known if not one.state.closed and one.received <= on]
    if not ages:
        return Markup("")
    rows, least = [], -1
    for most, words_ in (*_AGES, (None, _OLDER)):
        many = sum(1 for age in ages if age > least and (most is None or age <= most))
        rows.append(_Row(words_, ((many, "open"),), f"{many:,}"))
        least = least if most is None else most
    return _bars(rows, title=f"Open allegations by age on {on.isoformat()}", name=name)


def _share(part: int, whole: int, what: str) -> str:
    return (
        f"{part:,} of {whole:,} {what}, {100 * part / whole:.0f} %"
        if what == "credible"
        else (f"{part:,}, {100 * part / whole:.0f} % {what}")
    )


def _bars(rows: Sequence[_Row], *, title: str, name: str) -> Markup:
    top = max((sum(number for number, _ in row.parts) for row in rows), default=0)
    if top == 0:
        return Markup("")
    scale = (_WIDTH - _LEFT - _TEXT) / top
    height = _ROW * len(rows) + 8
    drawn = [line(_LEFT, 2, _LEFT, height - 4, "axis")]
    for place, row in enumerate(rows):
        y, x = 4 + place * _ROW, _LEFT
        drawn.append(label(row.name, _LEFT - 10, y + 12, kind="row", anchor="end"))
        for number, kind in row.parts:
            if number:
                drawn.append(rect(x, y, number * scale, _BAR, f"bar-{kind}"))
                x += number * scale
        drawn.append(label(row.says, x + 8, y + 12, kind="number"))
    return drawing(_WIDTH, height, drawn, title=title, name=name)
