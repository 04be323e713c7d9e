"""Rules of the date grammar for months, years, and "this", "last", "that", "next" with a spell."""

from collections.abc import Callable
from typing import Final

from harmtrace.language.dates import almanac, reading
from harmtrace.language.dates.days import NOTHING, Found, Match, counts_people
from harmtrace.language.dates.reading import Part, Range, Scan
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference
from harmtrace.language.dates.tokens import LETTER
from harmtrace.language.english import dates as english


def _season(scan: Scan, match: Match) -> Found:
    if match.start("season_year") < 0:
        return scan.mention(match.span(), NOTHING, DateKind.VAGUE, "season")
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
        part = NOTHING
        if reference.day is not None and almanac.weekday_of(reference) != 0:
            part = Part(almanac.interval(almanac.weekday(0, reference), reference.day), Anchor.REFERENCE)
        return scan.mention(match.span(), part, DateKind.WINDOW, f"this:week{note}")
    if scan.tokens.find("months", *unit) is not None:
        return scan.mention(match.span(), reading.this_month(reference, 0), DateKind.WINDOW, f"this:month{note}")
    on = reference.on
    part = NOTHING if on is None else Part(f"{on.year:04d}", Anchor.REFERENCE)
    return scan.mention(match.span(), part, DateKind.WINDOW, f"this:year{note}")


def _same_day(scan: Scan, match: Match, unit: Range, days: int) -> DateMention:
    part = NOTHING
    if scan.reference.day is not None:
        past = days < 0 and "night" in scan.tokens.words[unit[0]].lower() and reading.by_midnight(scan, match.span())
        part = Part(almanac.shift(scan.reference.day, days + past), Anchor.REFERENCE)
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
    part = NOTHING if on is None or on.year < 2 else Part(f"{on.year - 1:04d}", Anchor.REFERENCE)
    return scan.mention(match.span(), part, DateKind.SPAN, f"last:year{note}")


def _last_weekend(reference: Reference) -> str | None:
    today = almanac.weekday_of(reference)
    if today is None or reference.day is None:
        return None
    return almanac.interval(almanac.shift(reference.day, -today - 2), almanac.shift(reference.day, -today - 1))


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
        return scan.mention(match.span(), NOTHING, DateKind.VAGUE, f"relative:{name}")
    elif name == "next" and tokens.find("the", *match.span()) is None:
        return _coming(scan, match, unit)
    return scan.mention(match.span(), NOTHING, DateKind.RELATIVE, f"relative:{name}", time=time, shift=shift)


def _coming(scan: Scan, match: Match, unit: Range) -> Found:
    """Read "next week", "next month", "next year"."""
    reference = scan.reference
    if scan.tokens.find("weeks", *unit) is not None:
        part = Part(almanac.week(reference, 1), Anchor.REFERENCE)
    elif scan.tokens.find("months", *unit) is not None:
        part = reading.this_month(reference, 1)
    elif scan.tokens.find("years", *unit) is not None:
        on = reference.on
        part = NOTHING if on is None or on.year >= 9999 else Part(f"{on.year + 1:04d}", Anchor.REFERENCE)
    else:
        part = NOTHING
    return scan.mention(match.span(), part, DateKind.SPAN, "next")


def _month(scan: Scan, match: Match) -> Found:
    """Read "in January", "late February", "July's total"; a month's name needs words that make it one."""
    if not _is_month(scan, match):
        return None
    if scan.tokens.letter(match.end()) == LETTER["people"] and counts_people(scan.tokens, *match.span()):
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
    if before in _BEFORE_MONTH or (before == LETTER["on"] and tokens.word(first - 2).lower() in english.REPORTS):
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


_BEFORE_MONTH: Final = frozenset(LETTER[part] for part in ("in", "of", "by", "since", "from", "between", "this", "for"))


def _year(scan: Scan, match: Match) -> Found:
    """Read "in 2014", "mid-2014", "the 2016 accord", "1996, when"; other numbers of four digits are no years."""
    tokens, (first, last) = scan.tokens, match.span()
    if tokens.letter(last) == LETTER["people"] and tokens.word(last).lower() not in english.HARMED:
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


NAMED: Final[dict[str, Callable[[Scan, Match], Found]]] = {
    "season": _season,
    "this": _this,
    "last": _last,
    "other": _other,
    "month": _month,
    "year": _year,
}
