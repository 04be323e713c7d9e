"""Rules of the date grammar: from matched words to mentions."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from harmtrace.language.dates import almanac, reading
from harmtrace.language.dates.reading import Part, Range, Scan
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference
from harmtrace.language.dates.tokens import LETTER
from harmtrace.language.english import dates as english

Match = re.Match[str]
Found = DateMention | None

_NONE: Final = Part(None, Anchor.NONE)
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


def _span(match: Match, name: str) -> Range | None:
    if name not in match.re.groupindex:
        return None
    first, last = match.span(name)
    return None if first < 0 or first == last else (first, last)


def _group(match: Match, *names: str) -> Range | None:
    return next((span for name in names if (span := _span(match, name)) is not None), None)


def dayx(scan: Scan, span: Range) -> Part | None:
    """Return the day of a full date, a weekday, "yesterday" or "the 22nd"; None where it is none."""
    letters = scan.tokens.letters[span[0] : span[1]]
    if _DATED.search(letters) is not None:
        return reading.day(scan, span)
    if letters.endswith(LETTER["last"]):
        return _moved(scan, -2)
    if LETTER["today"] in letters:
        return reading.today(scan, span)
    if LETTER["wd"] in letters or LETTER["wa"] in letters:
        return reading.weekday(scan, span)
    return _nth(scan, span)


_DATED = re.compile(f"[{''.join(LETTER[part] for part in ('month', 'abbr', 'slash', 'iso'))}]")


def _has(scan: Scan, span: Range, *parts: str) -> bool:
    return any(scan.tokens.find(part, *span) is not None for part in parts)


def _nth(scan: Scan, span: Range) -> Part | None:
    """Return the day of "on the 22nd": the latest such day of a month up to the reference day."""
    number = scan.tokens.number("nth", *span)
    following = scan.tokens.letter(span[1])
    placed = {scan.tokens.letter(span[0]), scan.tokens.letter(span[0] - 1)}
    if number is None or following in _NOUNS or placed.isdisjoint(_ON):
        return None
    reference = scan.reference
    if reference.day is None:
        if reference.month is None:
            return Part(None, Anchor.NONE, ":no month")
        base = f"{almanac.UNKNOWN}-{reference.month:02d}"
        return Part(f"{base}-{number:02d}" if almanac.exists(None, reference.month, number) else None, Anchor.ELSEWHERE)
    back = 0
    if scan.tokens.find("months", *span) is not None:
        back = -1 if scan.tokens.find("last", *span) is not None else 0
    elif number > int(reference.day[8:]):
        back = -1
    month = almanac.shift_months(reference.day, back)
    known = None if month.startswith("X") else int(month[:4])
    if not almanac.exists(known, int(month[5:]), number):
        return None
    return Part(f"{month}-{number:02d}", Anchor.REFERENCE)


_NOUNS: Final = frozenset(
    LETTER[part] for part in ("x", "people", "decades", "days", "months", "years", "half", "dash")
)
_ON: Final = frozenset(LETTER[part] for part in ("on", "of", "to", "by", "since", "from", "between"))


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
    sides = _group(match, "nights1", "nightinto1"), _group(match, "nights2", "nightinto2")
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
    if _has(scan, span, "wd", "wa") and not _has(scan, span, "day", "nth"):
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
    span = _group(match, "nightbefore1")
    return None if span is None else _night(scan, match, dayx(scan, span), before=True, rule="overnight-into")


def _nightof(scan: Scan, match: Match) -> Found:
    span = _group(match, "nightof1", "nightof2")
    if span is None:
        return None
    part = dayx(scan, span)
    before = part is not None and part.edtf == scan.reference.day
    return _night(scan, match, part, before=before, rule="overnight-of")


def _overnight(scan: Scan, match: Match) -> Found:
    part = Part(scan.reference.day, Anchor.REFERENCE)
    return _night(scan, match, part, before=True, rule="overnight")


def _since(scan: Scan, match: Match) -> Found:
    name, part = _since_start(scan, match)
    if part is None:
        return None
    rule = name.replace("_", "-")
    before = scan.tokens.start(match.start())
    compared = _SUPERLATIVE.search(scan.tokens.text, max(scan.start, before - _SUPERLATIVE_REACH), before)
    if name == "since_event" or _span(match, "since_when") is not None:
        return scan.mention(match.span(), part, DateKind.SPAN, f"{rule}:compared")
    note = f"{part.note}:compared" if compared is not None else part.note
    edtf = None if part.edtf is None else _open(part.edtf, scan.reference)
    return scan.mention(match.span(), Part(edtf, part.anchor, note), DateKind.SINCE, rule)


def _since_start(scan: Scan, match: Match) -> tuple[str, Part | None]:
    name = next((name for name in _SINCE_PARTS if _span(match, name) is not None), "")
    span = _span(match, name) if name else None
    if span is None:
        return "since", None
    if name == "since_day":
        if scan.tokens.find("last", *span) is not None and not _has(scan, span, "wd", "wa"):
            return name, _moved(scan, -1)
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
    return name, _moved(scan, 0)


def _ago_start(scan: Scan, span: Range) -> Part:
    """Return the day, month or year in "since it began four months ago"."""
    unit = next((part for part in ("days", "weeks", "months", "years") if _has(scan, span, part)), None)
    number, reference = reading.number_of(scan.tokens, *span), scan.reference
    if unit is None or number is None or number > _FAR or reference.day is None:
        return _NONE
    if unit in ("days", "weeks"):
        return _moved(scan, -number * (scan.tokens.number(unit, *span) or 1))
    if unit == "months":
        return Part(almanac.shift_months(reference.day, -number), Anchor.REFERENCE)
    on = reference.on
    return _NONE if on is None or number >= on.year else Part(f"{on.year - number:04d}", Anchor.REFERENCE)


#: More of any unit than this is no date.
_FAR: Final = 1_000


def _last_start(scan: Scan, span: Range) -> Part | None:
    if _has(scan, span, "wd", "wa"):
        return reading.weekday(scan, span)
    if _has(scan, span, "month", "abbr", "months"):
        return reading.month(scan, span)
    if _has(scan, span, "weeks"):
        week = almanac.week(scan.reference, -1)
        return Part(None if week is None else week.partition("/")[0], Anchor.REFERENCE)
    return reading.year(scan, span)


def _edge(scan: Scan, span: Range) -> Part:
    """Return the month or year in "since the start of the year"."""
    on = scan.reference.on
    if scan.tokens.find("months", *span) is not None:
        return reading.this_month(scan.reference, 0)
    if scan.tokens.find("weeks", *span) is not None:
        return Part(_week_start(scan.reference), Anchor.REFERENCE)
    return _NONE if on is None else Part(f"{on.year:04d}-01", Anchor.REFERENCE)


def _week_start(reference: Reference) -> str | None:
    return almanac.weekday(0, reference)


def _moved(scan: Scan, days: int) -> Part:
    if scan.reference.day is None:
        return _NONE
    return Part(almanac.shift(scan.reference.day, days), Anchor.REFERENCE)


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


def _days(scan: Scan, match: Match) -> Found:
    """Read "16-23 March", "between 17 and 22 March 2017"."""
    first, last = _span(match, "days1"), _span(match, "days2")
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
    listed = _has(scan, match.span(), "and") and not _has(scan, match.span(), "between")
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
    bounded = _has(scan, match.span(), "between", "from")
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
    if _has(scan, match.span(), "and") and not _has(scan, match.span(), "between"):
        return None
    end = dayx(scan, last) if _has(scan, last, "today") else _side(scan, last, first)
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
    if head not in _OPENERS and not (_has(scan, match.span(), "dash") or _has(scan, match.span(), "year")):
        return None
    if _has(scan, first, "year") and not _has(scan, first, "month", "abbr"):
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
    if _has(scan, match.span(), "and") and head not in _OPENERS:
        return None
    end = Part(scan.reference.day and scan.reference.day[:4], Anchor.REFERENCE)
    if not _has(scan, last, "today"):
        found = reading.year(scan, last)
        end = _NONE if found is None else found
    return _joined(scan, match, (reading.year(scan, first), end), "years", DateKind.RANGE)


def _weekdays(scan: Scan, match: Match) -> Found:
    first, last = match.span("weekdays1"), match.span("weekdays2")
    end = reading.weekday(scan, last)
    start = _side(scan, first, last, before=end)
    if start is None or end is None:
        return None
    if _has(scan, match.span(), "and") and not _has(scan, match.span(), "between"):
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
        if (span := _span(match, name)) is not None and (part := reader(scan, span)) is not None:
            edtf = None if part.edtf is None else f"../{part.edtf}"
            return scan.mention(match.span(), Part(edtf, part.anchor, part.note), DateKind.RANGE, "until")
    return None


def _mixed(scan: Scan, match: Match) -> Found:
    """Read "from mid-February until 9 March": a month at one end and a day at the other."""
    month, day = _group(match, "mixed1", "mixed4"), _group(match, "mixed2", "mixed3")
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
    if _has(scan, span, "wd", "wa") or coming.startswith(almanac.UNKNOWN):
        return part
    nearer = (date.fromisoformat(coming) - on) < (on - found)
    return Part(coming, anchor, ":ahead") if nearer else part


RANGES: Final[dict[str, Callable[[Scan, Match], Found]]] = {
    "nights": _nights,
    "nightinto": _nights,
    "nightbefore": _nightbefore,
    "nightof": _nightof,
    "overnight": _overnight,
    "since": _since,
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
