"""Rules of the date grammar for days, spells of time, and words that only point: "two days earlier"."""

import re
from collections.abc import Callable
from typing import Final

from harmtrace.language.dates import almanac, reading
from harmtrace.language.dates.reading import Part, Range, Scan
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference
from harmtrace.language.dates.rules import dayx
from harmtrace.language.dates.tokens import LETTER
from harmtrace.language.english import dates as english

Match = re.Match[str]
Found = DateMention | None

_NONE: Final = Part(None, Anchor.NONE)
_UNITS: Final = ("days", "weeks", "months", "years", "decades", "hours", "minutes")
#: Letters that end what "a day before" speaks of: nothing follows that it could be before.
_PLACED: Final = frozenset(LETTER[part] for part in ("x", "a", "its", "people", "hijri", "year", "card", "day"))
_TOGETHER: Final = frozenset({"in", "at", "near", "on", "by", "as", "when", "while", "and", "but", "from"})


def _unit(scan: Scan, span: Range) -> tuple[str, int] | None:
    """Return the unit of time in a range and the days that one of it has."""
    for name in _UNITS:
        value = scan.tokens.number(name, *span)
        if value is not None:
            return name, value
    return None


def _ago(scan: Scan, match: Match) -> Found:
    """Read "ten days ago", "two weeks ago", "a year ago" in the precision of their unit."""
    unit = _unit(scan, match.span())
    if unit is None:
        return None
    name, days = unit
    number = reading.number_of(scan.tokens, *match.span())
    if number is None or name == "decades":
        return scan.mention(match.span(), _NONE, DateKind.VAGUE, "ago")
    part = _back(scan.reference, name, number, days)
    exact = name == "days" or (name in ("hours", "minutes") and (part.edtf is None or "/" not in part.edtf))
    return scan.mention(match.span(), part, DateKind.POINT if exact else DateKind.SPAN, f"ago:{name}")


def _back(reference: Reference, name: str, number: int, days: int) -> Part:
    day = reference.day
    if day is None or number > _FAR:
        return _NONE
    if name == "days":
        return Part(almanac.shift(day, -number), Anchor.REFERENCE)
    if name == "weeks":
        slack = 1 if number * days == 7 else 3
        middle = -number * days
        return Part(_between(day, middle - slack, middle + slack), Anchor.REFERENCE)
    if name == "months":
        return Part(almanac.shift_months(day, -number), Anchor.REFERENCE)
    if name == "years":
        on = reference.on
        return _NONE if on is None or number >= on.year else Part(f"{on.year - number:04d}", Anchor.REFERENCE)
    if name == "minutes" or number < 12:
        return Part(day, Anchor.REFERENCE)
    return Part(_between(day, -((number + 23) // 24), -(number // 24)), Anchor.REFERENCE)


#: More of any unit than this is no date.
_FAR: Final = 5_000


def _between(day: str, first: int, last: int) -> str | None:
    return almanac.interval(almanac.shift(day, min(first, last)), almanac.shift(day, max(first, last)))


_WAYS: Final = ("earlier", "later", "before", "after")


def _relative(scan: Scan, match: Match) -> Found:
    """Read "two days earlier", "a day before", "the night before", "three weeks later"."""
    tokens, (first, last) = scan.tokens, match.span()
    way = next(
        (part for part in ("earlier", "later", "before", "after") if tokens.find(part, first, last) is not None),
        "later",
    )
    sign = 1 if way in ("later", "after") else -1
    unit = _unit(scan, match.span())
    the = tokens.letters[first] == LETTER["the"]
    if the and (unit is None or unit[0] in ("days", "weeks", "months", "years")) and way in ("earlier", "later"):
        return None
    number = 1 if the else reading.number_of(tokens, first, last)
    shift: int | None = None
    if unit is None:
        shift = sign if the else None
    elif the and unit[0] != "days":
        shift = None
    elif number is not None and unit[0] in ("days", "weeks") and number <= _FAR:
        shift = sign * number * unit[1]
    elif unit[0] in ("hours", "minutes") and (number or 0) < 12:
        shift = 0
    if unit is None and not the:
        return None
    if way in ("before", "after") and not _hangs_free(scan, match):
        shift = None
    time = reading.time_of_day(tokens, (first, last), (last, last)) if unit is None else None
    return scan.mention((first, last), _NONE, DateKind.RELATIVE, f"relative:{way}", time=time, shift=shift)


def _hangs_free(scan: Scan, match: Match) -> bool:
    """Tell "a day before in the town" from "a day before the vote"; "the day before the raid" is the event's own."""
    tokens, last = scan.tokens, match.end()
    letter, word = tokens.letter(last), tokens.word(last).lower()
    if tokens.letters[last - 1] == LETTER["that"] or word in _TOGETHER:
        return True
    if letter in (LETTER["the"], *_PLACED):
        return any(tokens.word(index).lower() in english.EVENT_NOUNS for index in range(last, last + 3))
    return True


def _part_of(scan: Scan, match: Match) -> Found:
    """Read "in the first half of the year", "the last three months of 2016"."""
    tokens, (first, last) = scan.tokens, match.span()
    if tokens.find("half", first, last) is not None and match.start("part_year") >= 0:
        year = reading.year(scan, match.span("part_year"))
        months = tokens.number("half", first, last) or 0
        return _part_of_year(scan, match, year, months)
    counted = match.start("part_n") >= 0 and tokens.find("months", first, match.end("part_n") + 1) is not None
    if counted and match.start("part_year") >= 0:
        number = reading.number_of(tokens, *match.span("part_n")) or 0
        return _part_of_year(scan, match, reading.year(scan, match.span("part_year")), number)
    part: Part | None = None
    if match.start("part_month") >= 0:
        part = reading.month(scan, match.span("part_month"))
    elif match.start("part_year") >= 0:
        part = reading.year(scan, match.span("part_year"))
    if part is None:
        return None
    return scan.mention((first, last), part._replace(note=f"{part.note}:part"), DateKind.SPAN, "part-of")


def _part_of_year(scan: Scan, match: Match, year: Part | None, months: int) -> Found:
    tokens, (first, last) = scan.tokens, match.span()
    if year is None:
        return None
    end_of = tokens.find("last", first, match.start("part_year")) is not None
    which = 12 // months if end_of and months else tokens.number("ord", first, last) or 1
    if not months or which * months > 12:
        return None
    if end_of:
        start, end = 12 - months + 1, 12
    else:
        start, end = (which - 1) * months + 1, which * months
    edtf = None if year.edtf is None else f"{year.edtf}-{start:02d}/{year.edtf}-{end:02d}"
    if start == end and year.edtf is not None:
        edtf = f"{year.edtf}-{start:02d}"
    return scan.mention((first, last), Part(edtf, year.anchor), DateKind.SPAN, "part-of")


_BEFORE_VERB: Final = frozenset((LETTER["x"], LETTER["to"]))


def _window(scan: Scan, match: Match) -> Found:
    """Read "in the past week", "the last 24 hours", "this past month"."""
    unit = _unit(scan, match.span("window_unit"))
    first = match.start()
    verb = scan.tokens.letters[first] == LETTER["last"] and scan.tokens.letter(first - 1) in _BEFORE_VERB
    if unit is None or verb:
        return None
    number: int | None = 1
    if match.start("window_n") >= 0:
        number = reading.number_of(scan.tokens, *match.span("window_n"))
    if number is None or unit[0] == "decades":
        return scan.mention(match.span(), _NONE, DateKind.VAGUE, "window:vague")
    return scan.mention(match.span(), _up_to(scan.reference, unit, number), DateKind.WINDOW, f"window:{unit[0]}")


def _up_to(reference: Reference, unit: tuple[str, int], number: int) -> Part:
    """Return the interval of so many units that ends on the reference day."""
    name, days = unit
    day = reference.day
    if day is None or number > _FAR:
        return _NONE
    if name in ("days", "weeks"):
        start = almanac.shift(day, -number * days)
    elif name in ("hours", "minutes"):
        start = almanac.shift(day, -max(1, -(-number // 24)) if name == "hours" else 0)
    else:
        start = _months_back(reference, number * (12 if name == "years" else 1))
    return Part(almanac.interval(start, day), Anchor.REFERENCE)


def _months_back(reference: Reference, months: int) -> str | None:
    on = reference.on
    if on is None or reference.day is None or months >= 12 * (on.year - 1):
        return None
    month = almanac.shift_months(reference.day, -months)
    for number in range(on.day, 27, -1):
        if almanac.exists(int(month[:4]), int(month[5:]), number):
            return f"{month}-{number:02d}"
    return f"{month}-{min(on.day, 28):02d}"


def _space(scan: Scan, match: Match) -> Found:
    """Read "in the space of ten days" as a window up to the reference day."""
    unit, number = _unit(scan, match.span()), reading.number_of(scan.tokens, *match.span())
    if unit is None or number is None:
        return None
    return scan.mention(match.span(), _up_to(scan.reference, unit, number), DateKind.WINDOW, "window:space")


def _induration(scan: Scan, match: Match) -> Found:
    return scan.mention(match.span(), _NONE, DateKind.WINDOW, "window:length")


def _hijri(scan: Scan, match: Match) -> Found:
    return scan.mention(match.span(), _NONE, DateKind.VAGUE, "hijri")


def _recent(scan: Scan, match: Match) -> Found:
    return scan.mention(match.span(), _NONE, DateKind.VAGUE, "recent")


def _point(scan: Scan, match: Match) -> Found:
    first, last = core = match.span("point_core")
    if _counts(scan, core):
        return None
    part = dayx(scan, core)
    if part is None:
        return None
    if scan.tokens.find("year", *core) is not None and scan.tokens.letter(last) == LETTER["people"]:
        return _without_year(scan, match)
    time = reading.time_of_day(scan.tokens, (match.start(), first), (last, match.end()))
    if time is None and "tonight" in scan.tokens.word(last - 1).lower():
        time = "night"
    relative = part.edtf is None and part.note == ":of the event"
    kind = DateKind.RELATIVE if relative else DateKind.POINT
    return scan.mention(match.span(), part, kind, "day", time=time)


def _counts(scan: Scan, core: Range) -> bool:
    """Tell "in May 12 people died", which counts people, from "on May 12"."""
    first, last = core
    letters = scan.tokens.letters[first:last]
    return (
        letters in (LETTER["month"] + LETTER["day"], LETTER["abbr"] + LETTER["dot"] + LETTER["day"])
        and scan.tokens.letter(last) == LETTER["people"]
        and scan.tokens.letter(first - 1) == LETTER["in"]
    )


def _without_year(scan: Scan, match: Match) -> Found:
    """Read "on March 17, 2000 people" as a day followed by a count."""
    first, last = match.span("point_core")
    place = scan.tokens.find("year", first, last)
    if place is None:
        return None
    part = reading.day(scan, (first, place))
    return None if part is None else scan.mention((match.start(), place), part, DateKind.POINT, "day")


def _season(scan: Scan, match: Match) -> Found:
    if match.start("season_year") < 0:
        return scan.mention(match.span(), _NONE, DateKind.VAGUE, "season")
    part = reading.year(scan, match.span("season_year"))
    return None if part is None else scan.mention(match.span(), part, DateKind.SPAN, "season")


def _this(scan: Scan, match: Match) -> Found:
    """Read "this morning", "this month", "late this year"."""
    reference, unit = scan.reference, match.span("this_unit")
    note = reading.qualifier(scan.tokens, match.start(), unit[0])
    if scan.tokens.find("tod", *unit) is not None:
        return _same_day(scan, match, unit, 0)
    if scan.tokens.find("weekend", *unit) is not None:
        return scan.mention(match.span(), Part(_weekend(reference), Anchor.REFERENCE), DateKind.SPAN, "this:weekend")
    if scan.tokens.find("weeks", *unit) is not None:
        part = _NONE
        if reference.day is not None and almanac.weekday_of(reference) != 0:
            part = Part(almanac.interval(almanac.weekday(0, reference), reference.day), Anchor.REFERENCE)
        return scan.mention(match.span(), part, DateKind.WINDOW, f"this:week{note}")
    if scan.tokens.find("months", *unit) is not None:
        return scan.mention(match.span(), reading.this_month(reference, 0), DateKind.WINDOW, f"this:month{note}")
    on = reference.on
    part = _NONE if on is None else Part(f"{on.year:04d}", Anchor.REFERENCE)
    return scan.mention(match.span(), part, DateKind.WINDOW, f"this:year{note}")


def _same_day(scan: Scan, match: Match, unit: Range, days: int) -> DateMention:
    part = _NONE
    if scan.reference.day is not None:
        part = Part(almanac.shift(scan.reference.day, days), Anchor.REFERENCE)
    time = reading.time_of_day(scan.tokens, unit, unit)
    return scan.mention(match.span(), part, DateKind.POINT, "this:time" if days == 0 else "last:time", time=time)


def _weekend(reference: Reference) -> str | None:
    """Return the latest weekend that has begun by the reference day, as Saturday and Sunday."""
    saturday = almanac.weekday(5, reference)
    return None if saturday is None else almanac.interval(saturday, almanac.shift(saturday, 1))


def _last(scan: Scan, match: Match) -> Found:
    """Read "last night", "last week", "late last year"."""
    reference, unit = scan.reference, match.span("last_unit")
    note = reading.qualifier(scan.tokens, match.start(), unit[0])
    if scan.tokens.find("tod", *unit) is not None:
        return _same_day(scan, match, unit, -1)
    if scan.tokens.find("weekend", *unit) is not None:
        return scan.mention(
            match.span(), Part(_last_weekend(reference), Anchor.REFERENCE), DateKind.SPAN, "last:weekend"
        )
    if scan.tokens.find("weeks", *unit) is not None:
        part = Part(almanac.week(reference, -1), Anchor.REFERENCE)
        return scan.mention(match.span(), part, DateKind.SPAN, f"last:week{note}")
    if scan.tokens.find("months", *unit) is not None:
        return scan.mention(match.span(), reading.this_month(reference, -1), DateKind.SPAN, f"last:month{note}")
    on = reference.on
    part = _NONE if on is None else Part(f"{on.year - 1:04d}", Anchor.REFERENCE)
    return scan.mention(match.span(), part, DateKind.SPAN, f"last:year{note}")


def _last_weekend(reference: Reference) -> str | None:
    today = almanac.weekday_of(reference)
    if today is None or reference.day is None:
        return None
    return _between(reference.day, -today - 2, -today - 1)


def _other(scan: Scan, match: Match) -> Found:
    """Read "the previous day", "that night", "the next morning": relative to the event talked of."""
    tokens = scan.tokens
    word, unit = match.span("other_word"), match.span("other_unit")
    name = next(part for part in ("same", "that", "previous", "next") if tokens.find(part, *word) is not None)
    sign = {"same": 0, "that": 0, "previous": -1, "next": 1}[name]
    time: str | None = None
    shift: int | None = None
    if tokens.find("tod", *unit) is not None:
        time, shift = reading.time_of_day(tokens, (word[1], unit[1]), unit), sign
    elif tokens.word(unit[0]).lower() == "day":
        shift = sign
    elif tokens.find("days", *unit) is not None:
        return scan.mention(match.span(), _NONE, DateKind.VAGUE, f"relative:{name}")
    elif name == "next" and tokens.find("the", *match.span()) is None:
        return _coming(scan, match, unit)
    return scan.mention(match.span(), _NONE, DateKind.RELATIVE, f"relative:{name}", time=time, shift=shift)


def _inday(scan: Scan, match: Match) -> Found:
    """Read "later in the day", "earlier in the week"."""
    unit = match.span("inday_unit")
    if scan.tokens.word(unit[0]).lower() == "day":
        return scan.mention(match.span(), _NONE, DateKind.RELATIVE, "relative:day", shift=0)
    return scan.mention(match.span(), _NONE, DateKind.RELATIVE, "relative:spell")


def _coming(scan: Scan, match: Match, unit: Range) -> Found:
    """Read "next week", "next month", "next year"."""
    reference = scan.reference
    if scan.tokens.find("weeks", *unit) is not None:
        part = Part(almanac.week(reference, 1), Anchor.REFERENCE)
    elif scan.tokens.find("months", *unit) is not None:
        part = reading.this_month(reference, 1)
    elif scan.tokens.find("years", *unit) is not None:
        on = reference.on
        part = _NONE if on is None or on.year >= 9999 else Part(f"{on.year + 1:04d}", Anchor.REFERENCE)
    else:
        part = _NONE
    return scan.mention(match.span(), part, DateKind.SPAN, "next")


def _rate(scan: Scan, match: Match) -> Found:
    """Read "every day", "ten a day"; not "for a day", "a day when", "Daily Star"."""
    tokens, (first, last) = scan.tokens, match.span()
    letter = tokens.letters[first]
    if letter == LETTER["daily"]:
        if not tokens.word(first).islower() or tokens.letter(last) in (LETTER["x"], LETTER["open"]):
            return None
    elif letter == LETTER["a"] and (
        tokens.word(first).lower() == "an"
        or tokens.letter(last) in _NOT_RATE
        or tokens.letter(first - 1) in _LENGTHS
        or tokens.word(first)[0].isupper()
    ):
        return None
    return scan.mention(match.span(), _NONE, DateKind.RATE, "rate")


_NOT_RATE: Final = frozenset(LETTER[part] for part in ("of", "when", "after", "before", "earlier", "later", "dash"))
_LENGTHS: Final = frozenset(LETTER[part] for part in ("in", "for", "of", "on", "at", "by", "after", "before", "to"))


def _month(scan: Scan, match: Match) -> Found:
    """Read "in January", "late February", "July's total"; a month's name needs words that make it one."""
    if not _is_month(scan, match):
        return None
    if scan.tokens.find("year", *match.span()) is not None and scan.tokens.letter(match.end()) == LETTER["people"]:
        return None
    part = reading.month(scan, match.span())
    return None if part is None else scan.mention(match.span(), part, DateKind.SPAN, "month")


def _is_month(scan: Scan, match: Match) -> bool:
    tokens, (first, last) = scan.tokens, match.span()
    if match.start("month_qual") >= 0 or match.start("month_pre") >= 0:
        return True
    if tokens.find("year", first, last) is not None:
        return True
    before, after = tokens.letter(first - 1), tokens.letter(last)
    if tokens.word(first) != tokens.word(first).title() and tokens.word(first).lower() in english.CAPITAL_ONLY:
        return False
    if before in _BEFORE_MONTH:
        return True
    if before == LETTER["to"] and tokens.word(first - 1).lower() in ("until", "till", "through"):
        return True
    if before in (LETTER["the"], LETTER["a"]):
        return after in (LETTER["x"], LETTER["people"]) and tokens.word(last).islower()
    if after == LETTER["quote"] and tokens.word(last + 1) == "s":
        return before != LETTER["x"] and (before != LETTER["dot"] or tokens.word(first) not in english.GIVEN_NAMES)
    if before == LETTER["and"]:
        return tokens.letter(first - 2) == LETTER["month"]
    return False


_BEFORE_MONTH: Final = frozenset(LETTER[part] for part in ("in", "of", "by", "since", "from", "between", "this"))


def _year(scan: Scan, match: Match) -> Found:
    """Read "in 2014", "mid-2014", "the 2016 accord", "1996, when"; other numbers of four digits are no years."""
    tokens, (first, last) = scan.tokens, match.span()
    if tokens.letter(last) == LETTER["people"]:
        return None
    before, after = tokens.letter(first - 1), tokens.letter(last)
    licensed = (
        match.start("year_qual") >= 0
        or tokens.letters[first] in (LETTER["all"], LETTER["of"])
        or before in _BEFORE_YEAR
        or (before in (LETTER["the"], LETTER["a"]) and after == LETTER["x"])
        or (after == LETTER["comma"] and tokens.letter(last + 1) == LETTER["when"])
        or (before == LETTER["and"] and tokens.letter(first - 2) == LETTER["year"])
    )
    if not licensed or (before == LETTER["in"] and after == LETTER["x"] and tokens.word(last).lower() == "of"):
        return None
    part = reading.year(scan, match.span())
    return None if part is None else scan.mention(match.span(), part, DateKind.SPAN, "year")


_BEFORE_YEAR: Final = frozenset(LETTER[part] for part in ("in", "of", "by", "since", "from", "between", "to"))

SPELLS: Final[dict[str, Callable[[Scan, Match], Found]]] = {
    "ago": _ago,
    "relative": _relative,
    "part": _part_of,
    "window": _window,
    "space": _space,
    "hijri": _hijri,
    "point": _point,
    "season": _season,
    "this": _this,
    "last": _last,
    "other": _other,
    "inday": _inday,
    "recent": _recent,
    "induration": _induration,
    "rate": _rate,
    "month": _month,
    "year": _year,
}
