"""Rules of the date grammar for lengths of time: "two days earlier", "in the past week"."""

from collections.abc import Callable
from typing import Final

from harmtrace.language.dates import almanac, reading
from harmtrace.language.dates.days import NOTHING, Found, Match
from harmtrace.language.dates.reading import Part, Range, Scan
from harmtrace.language.dates.records import Anchor, DateKind, Reference
from harmtrace.language.dates.tokens import LETTER
from harmtrace.language.english import dates as english

_UNITS: Final = ("days", "weeks", "months", "years", "decades", "hours", "minutes")
_UNIT_OF: Final = {LETTER[name]: name for name in _UNITS}


#: Letters that end what "a day before" speaks of: nothing follows that it could be before.
_PLACED: Final = frozenset(LETTER[part] for part in ("x", "a", "its", "people", "hijri", "year", "card", "day"))


_TOGETHER: Final = frozenset({"in", "at", "near", "on", "by", "as", "when", "while", "and", "but", "from"})


def _unit(scan: Scan, span: Range) -> tuple[str, int] | None:
    """Return the unit of time in a range and the days that one of it has."""
    held = [letter for letter in scan.tokens.letters[span[0] : span[1]] if letter in _UNIT_OF]
    if not held:
        return None
    name = _UNIT_OF[held[0]] if len(held) == 1 else next(name for name in _UNITS if LETTER[name] in held)
    value = scan.tokens.number(name, *span)
    return None if value is None else (name, value)


def _ago(scan: Scan, match: Match) -> Found:
    """Read "ten days ago", "two weeks ago", "a year ago" in the precision of their unit."""
    unit = _unit(scan, match.span())
    if unit is None:
        return None
    name, days = unit
    number = reading.number_of(scan.tokens, *match.span())
    if (half := _half(scan, match)) is not None and name not in ("hours", "minutes"):
        part = _back(scan.reference, "months", 6, days) if name == "years" else NOTHING
        return scan.mention(half, part, DateKind.SPAN if name == "years" else DateKind.VAGUE, "ago:half")
    if number is None or name == "decades":
        return scan.mention(match.span(), NOTHING, DateKind.VAGUE, "ago")
    part = _back(scan.reference, name, number, days)
    exact = name == "days" or (name in ("hours", "minutes") and (part.edtf is None or "/" not in part.edtf))
    return scan.mention(match.span(), part, DateKind.POINT if exact else DateKind.SPAN, f"ago:{name}")


def _half(scan: Scan, match: Match) -> Range | None:
    """Return the words of "half a day earlier", "half a year ago", None where nothing is halved: it is not a day, not a year."""
    first, last = match.span()
    return (
        (first - 1, last) if scan.tokens.letter(first) == _A and scan.tokens.word(first - 1).lower() == "half" else None
    )


def _back(reference: Reference, name: str, number: int, days: int) -> Part:
    day = reference.day
    if day is None or number > _FAR:
        return NOTHING
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
        return NOTHING if on is None or number >= on.year else Part(f"{on.year - number:04d}", Anchor.REFERENCE)
    if name == "minutes" or number < 12:
        return Part(day, Anchor.REFERENCE)
    return Part(_between(day, -((number + 23) // 24), -(number // 24)), Anchor.REFERENCE)


#: More of any unit than this is no date.
_FAR: Final = 5_000
_THE, _A = LETTER["the"], LETTER["a"]


def _between(day: str, first: int, last: int) -> str | None:
    return almanac.interval(almanac.shift(day, min(first, last)), almanac.shift(day, max(first, last)))


_WAYS: Final = {LETTER[way]: way for way in ("earlier", "later", "before", "after")}


def _relative(scan: Scan, match: Match) -> Found:
    """Read "two days earlier", "a day before", "the night before", "three weeks later"."""
    tokens, (first, last) = scan.tokens, match.span()
    letters = tokens.letters[first:last]
    way = _WAYS[letters[-1]] if letters[-1] in _WAYS else _WAYS[letters[-2]]
    sign = 1 if way in ("later", "after") else -1
    unit = _unit(scan, match.span())
    the = letters[0] == _THE
    if (half := _half(scan, match)) is not None and unit is not None and unit[0] not in ("hours", "minutes"):
        return scan.mention(half, NOTHING, DateKind.VAGUE, "relative:half")
    if the and (unit is None or unit[0] in ("days", "weeks", "months", "years")) and way in ("earlier", "later"):
        return None
    number = 1 if the else reading.number_of(tokens, first, last)
    shift: int | None = None
    far: int | None = None  # days from something else than the event: "two nights before the feast"
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
    if way == "after" and shift is not None and _of_a_day(scan, match):
        shift = -shift  # "said on Tuesday, six days after the blast": the blast was six days before
    elif way in ("before", "after") and not _hangs_free(scan, match):
        far, shift = shift, None
    time = reading.time_of_day(tokens, (first, last), (last, last)) if unit is None else None
    rule = f"relative:{way}" if far is None else f"relative:{way}:{far}"
    return scan.mention((first, last), NOTHING, DateKind.RELATIVE, rule, time=time, shift=shift)


def _of_a_day(scan: Scan, match: Match) -> bool:
    """Tell ", six days after the blast" behind a day: it says of that day how long after the event it was."""
    tokens, (first, last) = scan.tokens, match.span()
    before = tokens.text[: tokens.start(first)].rstrip()
    behind = before.endswith(",") and before[:-1].rpartition(" ")[2].lower() in _WEEKDAYS
    return behind and any(tokens.word(index).lower() in english.EVENT_NOUNS for index in range(last, last + 4))


_WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())


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
    if unit is None or verb or (scan.tokens.letter(match.end()) == LETTER["of"] and _dated(scan, match.end())):
        return None
    number: int | None = 1
    if match.start("window_n") >= 0:
        number = reading.number_of(scan.tokens, *match.span("window_n"))
    several = match.start("window_n") < 0 and scan.tokens.word(match.end() - 1).endswith("s")
    if number is None or several or unit[0] == "decades":
        return scan.mention(match.span(), NOTHING, DateKind.VAGUE, "window:vague")
    return scan.mention(match.span(), _up_to(scan.reference, unit, number), DateKind.WINDOW, f"window:{unit[0]}")


def _dated(scan: Scan, last: int) -> bool:
    """Tell "the last days of January" from "the past week of fighting"."""
    return scan.tokens.letter(last + 1) in (LETTER["month"], LETTER["abbr"], LETTER["year"], LETTER["the"])


def _up_to(reference: Reference, unit: tuple[str, int], number: int) -> Part:
    """Return the interval of so many units that ends on the reference day."""
    name, days = unit
    day = reference.day
    if day is None or number > _FAR:
        return NOTHING
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
    return scan.mention(match.span(), NOTHING, DateKind.WINDOW, "window:length")


def _hijri(scan: Scan, match: Match) -> Found:
    return scan.mention(match.span(), NOTHING, DateKind.VAGUE, "hijri")


def _recent(scan: Scan, match: Match) -> Found:
    return scan.mention(match.span(), NOTHING, DateKind.VAGUE, "recent")


def _inday(scan: Scan, match: Match) -> Found:
    """Read "later in the day", "earlier in the week"."""
    unit = match.span("inday_unit")
    if scan.tokens.word(unit[0]).lower() == "day":
        return scan.mention(match.span(), NOTHING, DateKind.RELATIVE, "relative:day", shift=0)
    return scan.mention(match.span(), NOTHING, DateKind.RELATIVE, "relative:spell")


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
        or tokens.word(first - 1).lower() == "half"
        or (tokens.word(last).lower() == "and" and tokens.word(last + 2).lower() == "half")
        or tokens.word(first)[0].isupper()
    ):
        return None
    return scan.mention(match.span(), NOTHING, DateKind.RATE, "rate")


_NOT_RATE: Final = frozenset(LETTER[part] for part in ("of", "when", "after", "before", "earlier", "later", "dash"))


_LENGTHS: Final = frozenset(LETTER[part] for part in ("in", "for", "of", "on", "at", "by", "after", "before", "to"))


SPELLS: Final[dict[str, Callable[[Scan, Match], Found]]] = {
    "ago": _ago,
    "relative": _relative,
    "part": _part_of,
    "window": _window,
    "space": _space,
    "induration": _induration,
    "hijri": _hijri,
    "recent": _recent,
    "inday": _inday,
    "rate": _rate,
}
