"""Rules of the date grammar for what began on a day and lasts: "since late February"."""

import re
from collections.abc import Callable
from typing import Final

from harmtrace.language.dates import almanac, reading
from harmtrace.language.dates.days import NOTHING, Found, Match, dayx, holds, moved, side
from harmtrace.language.dates.reading import Part, Range, Scan
from harmtrace.language.dates.records import Anchor, DateKind, Reference
from harmtrace.language.dates.tokens import SUPERLATIVES
from harmtrace.language.english import dates as english

_SUPERLATIVE = re.compile(english.SUPERLATIVE, re.IGNORECASE)


_SUPERLATIVE_REACH = 90


_SINCE_PARTS: Final = (
    "since_day",
    "since_month",
    "since_year",
    "since_edge",
    "since_hour",
    "since_named",
    "since_last",
    "since_ago",
    "since_event",
)


def _since(scan: Scan, match: Match) -> Found:
    name, part = _since_start(scan, match)
    if part is None:
        return None
    rule = name.replace("_", "-")
    compared = _compared(scan, match.start())
    if name == "since_event" or side(match, "since_when") is not None:
        return scan.mention(match.span(), part, DateKind.SPAN, f"{rule}:compared")
    note = f"{part.note}:compared" if compared else part.note
    edtf = None if part.edtf is None else _open(part.edtf, scan.reference)
    return scan.mention(match.span(), Part(edtf, part.anchor, note), DateKind.SINCE, rule)


def _compared(scan: Scan, index: int) -> bool:
    """Tell whether the words before make it a comparison ("the worst since")."""
    if SUPERLATIVES.isdisjoint(scan.heard):
        return False
    before = scan.tokens.start(index)
    return _SUPERLATIVE.search(scan.tokens.text, max(scan.start, before - _SUPERLATIVE_REACH), before) is not None


def _since_start(scan: Scan, match: Match) -> tuple[str, Part | None]:
    name = next((name for name in _SINCE_PARTS if match.start(name) >= 0), "")
    span = side(match, name) if name else None
    if span is None:
        return "since", None
    if name == "since_day":
        if scan.tokens.find("last", *span) is not None and not holds(scan, span, "wd", "wa"):
            return name, moved(scan, -1)
        return name, dayx(scan, span)
    if name == "since_month":
        return name, reading.month(scan, span)
    if name == "since_year":
        return name, reading.year(scan, span)
    if name == "since_edge":
        return name, _edge(scan, span)
    if name == "since_ago":
        return name, _ago_start(scan, span)
    if name == "since_last":
        return name, _last_start(scan, span)
    if name in ("since_event", "since_named"):
        return name, reading.month(scan, span) or reading.year(scan, span)
    return name, moved(scan, 0)


def _ago_start(scan: Scan, span: Range) -> Part:
    """Return the day, month or year in "since it began four months ago"."""
    unit = next((part for part in ("days", "weeks", "months", "years") if holds(scan, span, part)), None)
    number, reference = reading.number_of(scan.tokens, *span), scan.reference
    if unit is None or number is None or number > _FAR or reference.day is None:
        return NOTHING
    if unit in ("days", "weeks"):
        return moved(scan, -number * (scan.tokens.number(unit, *span) or 1))
    if unit == "months":
        return Part(almanac.shift_months(reference.day, -number), Anchor.REFERENCE)
    on = reference.on
    return NOTHING if on is None or number >= on.year else Part(f"{on.year - number:04d}", Anchor.REFERENCE)


#: More of any unit than this is no date.
_FAR: Final = 1_000


def _last_start(scan: Scan, span: Range) -> Part | None:
    if holds(scan, span, "wd", "wa"):
        return reading.weekday(scan, span)
    if holds(scan, span, "month", "abbr", "months"):
        return reading.month(scan, span)
    if holds(scan, span, "weeks"):
        week = almanac.week(scan.reference, -1)
        return Part(None if week is None else week.partition("/")[0], Anchor.REFERENCE)
    return reading.year(scan, span)


def _edge(scan: Scan, span: Range) -> Part:
    """Return the month or year in "since the start of the year"."""
    on = scan.reference.on
    if scan.tokens.find("months", *span) is not None:
        month = reading.this_month(scan.reference, 0)
        return month if month.edtf is None or scan.reference.on is None else Part(f"{month.edtf}-01", month.anchor)
    if scan.tokens.find("weeks", *span) is not None:
        return Part(_week_start(scan.reference), Anchor.REFERENCE)
    return NOTHING if on is None else Part(f"{on.year:04d}-01", Anchor.REFERENCE)


def _week_start(reference: Reference) -> str | None:
    return almanac.weekday(0, reference)


def _open(start: str, reference: Reference) -> str:
    """Return the interval from a start to the reference day, in the start's precision."""
    length = len(start)
    end = ".."
    if reference.day is not None and (length > 4 or reference.on is not None):
        end = reference.day[:length]
    elif reference.month is not None and length > 4:
        year = str(reference.near.year) if reference.near is not None and not start.startswith("X") else start[:4]
        end = f"{year}-{reference.month:02d}"
    if end != ".." and end[:4] != almanac.UNKNOWN and start[:4] == almanac.UNKNOWN:
        end = f"{almanac.UNKNOWN}{end[4:]}"
    if end[:4] == almanac.UNKNOWN and start[:4] != almanac.UNKNOWN:
        end = ".."
    if end != ".." and almanac.UNKNOWN not in start and end < start[: len(end)]:
        return f"{start}/.."
    return start if start == end else f"{start}/{end}"


SINCE: Final[dict[str, Callable[[Scan, Match], Found]]] = {"since": _since}
