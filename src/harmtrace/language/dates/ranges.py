"""Rules of the date grammar for nights and ranges: "between 17 and 22 March"."""

from collections.abc import Callable
from datetime import date
from typing import Final

from harmtrace.language.dates import almanac, reading
from harmtrace.language.dates.days import NOTHING, Found, Match, dayx, first_side, holds, side
from harmtrace.language.dates.reading import Part, Range, Scan
from harmtrace.language.dates.records import Anchor, DateKind
from harmtrace.language.dates.tokens import LETTER
from harmtrace.language.english import dates as english


def _joined(
    scan: Scan,
    match: Match,
    parts: tuple[Part | None, Part | None],
    rule: str,
    kind: DateKind,
    *,
    time: str | None = None,
) -> Found:
    first, last = parts
    if first is None or last is None:
        return None
    edtf = almanac.interval(first.edtf, last.edtf)
    if edtf is None and first.edtf is not None and last.edtf is not None:
        return None
    notes = first.note if first.note == last.note else first.note + last.note
    return scan.mention(match.span(), Part(edtf, _weaker(first.anchor, last.anchor), notes), kind, rule, time=time)


def _weaker(first: Anchor, second: Anchor) -> Anchor:
    return first if second is Anchor.EXPLICIT else second


def _night(scan: Scan, match: Match, part: Part | None, *, before: bool, rule: str) -> Found:
    """Return the night that ends on a day (``before``) or begins on it."""
    if part is None:
        return None
    start = part.edtf if not before or part.edtf is None else almanac.shift(part.edtf, -1)
    end = part.edtf if before or part.edtf is None else almanac.shift(part.edtf, 1)
    edtf = almanac.interval(start, end)
    whole = Part(edtf, part.anchor, part.note)
    return scan.mention(match.span(), whole, DateKind.SPAN, rule, time="overnight")


def _nights(scan: Scan, match: Match) -> Found:
    sides = first_side(match, "nights1", "nightinto1"), first_side(match, "nights2", "nightinto2")
    if sides[0] is None or sides[1] is None:
        return None
    counted = sides[1][1] - sides[1][0] == 1 and scan.tokens.letter(match.end()) == LETTER["people"]
    if counted and scan.tokens.letter(sides[1][0] - 1) == LETTER["and"]:
        return None
    second = _side(scan, sides[1], sides[0])
    first = _side(scan, sides[0], sides[1], before=second)
    return _joined(scan, match, (first, second), "nights", DateKind.SPAN, time="overnight")


def _side(scan: Scan, span: Range, other: Range, before: Part | None = None) -> Part | None:
    """Return one end of a range; month and year may stand at the other end only."""
    tokens = scan.tokens
    if holds(scan, span, "wd", "wa") and not holds(scan, span, "day", "nth"):
        found = reading.weekday(scan, span)
        if found is not None and found.edtf is not None and before is not None and before.edtf is not None:
            return _before(scan, span, found, before)
        return found
    month = tokens.number("month", *other) or tokens.number("abbr", *other)
    year = tokens.number("year", *other)
    own = tokens.number("month", *span) or tokens.number("abbr", *span)
    if year is not None and own is not None and month is not None and own != month:
        year = _year_of(own, month, year, earlier=span < other)
    return reading.day(scan, span, month=month, year=year)


def _year_of(own: int, other: int, year: int, *, earlier: bool) -> int:
    """Return the year of the end of a range that names none: "28 December to 3 January 2017"."""
    if earlier:
        return year - 1 if own > other else year
    return year + 1 if own < other else year


def _before(scan: Scan, span: Range, found: Part, later: Part) -> Part:
    """Return the weekday before another: "Friday into Saturday" read on a Friday is one night, not six days."""
    if found.edtf is None or later.edtf is None or found.edtf <= later.edtf:
        return found
    return Part(almanac.shift(found.edtf, -7), found.anchor, found.note)


def _nightbefore(scan: Scan, match: Match) -> Found:
    span, tokens = first_side(match, "nightbefore1"), scan.tokens
    day = tokens.find("tod", match.start(), match.start("nightbefore1"))
    if day is not None and tokens.value(day) != "night":
        return None  # "from dawn to Monday"
    return None if span is None else _night(scan, match, dayx(scan, span), before=True, rule="overnight-into")


def _nightof(scan: Scan, match: Match) -> Found:
    span = first_side(match, "nightof1", "nightof2")
    if span is None:
        return None
    part = dayx(scan, span)
    before = part is not None and part.edtf == scan.reference.day
    return _night(scan, match, part, before=before, rule="overnight-of")


def _overnight(scan: Scan, match: Match) -> Found:
    part = Part(scan.reference.day, Anchor.REFERENCE)
    return _night(scan, match, part, before=True, rule="overnight")


def _days(scan: Scan, match: Match) -> Found:
    """Read "16-23 March", "between 17 and 22 March 2017"."""
    first, last = side(match, "days1"), side(match, "days2")
    if first is None or last is None:
        return None
    number = scan.tokens.value(_number_at(scan, first))
    end = reading.day(scan, (last[0], match.end()))
    if end is None or end.edtf is None or not isinstance(number, int):
        return None
    return _within_month(scan, match, number, end)


def _number_at(scan: Scan, span: Range) -> int:
    return next(index for index in range(*span) if scan.tokens.letters[index] in _DAY_LETTERS)


_DAY_LETTERS: Final = LETTER["day"] + LETTER["nth"]


def _within_month(scan: Scan, match: Match, number: int, end: Part) -> Found:
    if end.edtf is None:
        return None
    last = int(end.edtf[8:])
    listed = holds(scan, match.span(), "and") and not holds(scan, match.span(), "between")
    if number >= last or (listed and last - number > 1):
        return None
    edtf = f"{end.edtf[:8]}{number:02d}/{end.edtf}"
    return scan.mention(match.span(), Part(edtf, end.anchor), DateKind.RANGE, "days")


def _daysafter(scan: Scan, match: Match) -> Found:
    """Read "March 16-23", "between March 17 and 22"; not "on March 17 and 22 people"."""
    tokens = scan.tokens
    second = _number_at(scan, match.span("daysafter2"))
    first = _number_at(scan, match.span("daysafter1"))
    glued = tokens.start(second) - tokens.end(first) <= 1
    bounded = holds(scan, match.span(), "between", "from")
    if not glued and not bounded and tokens.letter(match.end()) in _COUNTED:
        return None
    number, last = tokens.value(first), tokens.value(second)
    month = tokens.number("month", *match.span()) or tokens.number("abbr", *match.span())
    if not isinstance(number, int) or not isinstance(last, int) or month is None:
        return None
    year = tokens.number("year", *match.span())
    if not almanac.exists(year, month, last):
        return None
    if year is not None:
        end = Part(f"{year:04d}-{month:02d}-{last:02d}", Anchor.EXPLICIT)
    else:
        end = Part(*almanac.month_day(month, last, scan.reference))
    return _within_month(scan, match, number, end)


_COUNTED: Final = frozenset(LETTER[part] for part in ("x", "people"))


def _dates(scan: Scan, match: Match) -> Found:
    first, last = match.span("dates1"), match.span("dates2")
    if holds(scan, match.span(), "and") and not holds(scan, match.span(), "between"):
        return None
    end = dayx(scan, last) if holds(scan, last, "today") else _side(scan, last, first)
    start = _side(scan, first, last)
    if start is not None and end is not None and start.edtf is not None and end.edtf is not None:
        start, end = _in_order(start, end)
    return _joined(scan, match, (start, end), "dates", DateKind.RANGE)


def _in_order(start: Part, end: Part) -> tuple[Part, Part]:
    """Return the ends of a range with the unstated year of the start before the end."""
    first, last = start.edtf or "", end.edtf or ""
    if almanac.UNKNOWN in first + last or first <= last or start.anchor is Anchor.EXPLICIT:
        return start, end
    return Part(f"{int(first[:4]) - 1:04d}{first[4:]}", start.anchor, start.note), end


def _months(scan: Scan, match: Match) -> Found:
    first, last = match.span("months1"), match.span("months2")
    tokens = scan.tokens
    head = tokens.letter(match.start())
    if head not in _OPENERS and not (holds(scan, match.span(), "dash") or holds(scan, match.span(), "year")):
        return None
    if holds(scan, first, "year") and not holds(scan, first, "month", "abbr"):
        return _joined(scan, match, (reading.year(scan, first), reading.month(scan, last)), "months", DateKind.RANGE)
    own, other = _month_number(scan, first), _month_number(scan, last)
    year = tokens.number("year", *last)
    if year is not None and own is not None and other is not None:
        year = _year_of(own, other, year, earlier=True)
    later = tokens.number("year", *first)
    if later is not None and own is not None and other is not None:
        later = _year_of(other, own, later, earlier=False)
    start, end = reading.month(scan, first, year=year), reading.month(scan, last, year=later)
    if start is not None and end is not None:
        start, end = _in_order(start, end)
    return _joined(scan, match, (start, end), "months", DateKind.RANGE)


_OPENERS: Final = frozenset(LETTER[part] for part in ("from", "between", "in", "of", "on"))


def _month_number(scan: Scan, span: Range) -> int | None:
    return scan.tokens.number("month", *span) or scan.tokens.number("abbr", *span)


def _years(scan: Scan, match: Match) -> Found:
    first, last = match.span("years1"), match.span("years2")
    head = scan.tokens.letter(match.start())
    glued = scan.tokens.start(last[0]) - scan.tokens.end(first[1] - 1) <= 1
    if head not in _OPENERS and not glued:
        return None
    if holds(scan, match.span(), "and") and head not in _OPENERS:
        return None
    end = Part(scan.reference.day and scan.reference.day[:4], Anchor.REFERENCE)
    if not holds(scan, last, "today"):
        found = reading.year(scan, last)
        end = NOTHING if found is None else found
    return _joined(scan, match, (reading.year(scan, first), end), "years", DateKind.RANGE)


def _weekdays(scan: Scan, match: Match) -> Found:
    first, last = match.span("weekdays1"), match.span("weekdays2")
    end = reading.weekday(scan, last)
    start = _side(scan, first, last, before=end)
    if start is None or end is None:
        return None
    if holds(scan, match.span(), "and") and not holds(scan, match.span(), "between"):
        follows = start.edtf is not None and end.edtf == almanac.shift(start.edtf, 1)
        if not follows:
            return None
    return _joined(scan, match, (start, end), "weekdays", DateKind.RANGE)


def _until(scan: Scan, match: Match) -> Found:
    if scan.tokens.word(match.start()).lower() not in ("until", "till"):
        return None
    readers: tuple[tuple[str, Callable[[Scan, Range], Part | None]], ...] = (
        ("until1", _nearest),
        ("until2", reading.month),
        ("until3", reading.year),
    )
    for name, reader in readers:
        if (span := side(match, name)) is not None and (part := reader(scan, span)) is not None:
            edtf = None if part.edtf is None else f"../{part.edtf}"
            return scan.mention(match.span(), Part(edtf, part.anchor, part.note), DateKind.RANGE, "until")
    return None


def _mixed(scan: Scan, match: Match) -> Found:
    """Read "from mid-February until 9 March": a month at one end and a day at the other."""
    month, day = first_side(match, "mixed1", "mixed4"), first_side(match, "mixed2", "mixed3")
    if month is None or day is None:
        return None
    of_month, of_day = reading.month(scan, month), reading.day(scan, day)
    if of_month is None or of_day is None:
        return None
    ends = (of_month, of_day) if month < day else (of_day, of_month)
    return _joined(scan, match, _in_order(*ends), "mixed", DateKind.RANGE)


def _weekof(scan: Scan, match: Match) -> Found:
    """Read "the week ending 12 March", "the week of March 6"."""
    way = scan.tokens.word(match.start("weekof_way")).lower()
    part = reading.day(scan, match.span("weekof_day"))
    if part is None or part.edtf is None or way not in english.WEEK_ENDS | english.WEEK_STARTS:
        return None
    other = almanac.shift(part.edtf, -6 if way in english.WEEK_ENDS else 6)
    ends = (other, part.edtf) if way in english.WEEK_ENDS else (part.edtf, other)
    return scan.mention(match.span(), Part(almanac.interval(*ends), part.anchor), DateKind.SPAN, "week-of")


def _nearest(scan: Scan, span: Range) -> Part | None:
    """Return the day that is nearest to the reference day; "until" looks both ways."""
    part, on = dayx(scan, span), scan.reference.on
    if part is None or part.edtf is None or part.anchor is not Anchor.REFERENCE or on is None:
        return part
    found = date.fromisoformat(part.edtf)
    coming, anchor = almanac.month_day(found.month, found.day, scan.reference, ahead=True)
    if holds(scan, span, "wd", "wa") or coming.startswith(almanac.UNKNOWN):
        return part
    nearer = (date.fromisoformat(coming) - on) < (on - found)
    return Part(coming, anchor, ":ahead") if nearer else part


RANGES: Final[dict[str, Callable[[Scan, Match], Found]]] = {
    "nights": _nights,
    "nightinto": _nights,
    "nightbefore": _nightbefore,
    "nightof": _nightof,
    "overnight": _overnight,
    "days": _days,
    "daysafter": _daysafter,
    "dates": _dates,
    "months": _months,
    "years": _years,
    "weekdays": _weekdays,
    "mixed": _mixed,
    "weekof": _weekof,
    "until": _until,
}
