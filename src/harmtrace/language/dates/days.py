"""Rules of the date grammar for one day, and what all rules share."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from harmtrace.language.dates import almanac, reading
from harmtrace.language.dates.reading import Part, Range, Scan
from harmtrace.language.dates.records import Anchor, DateKind, DateMention
from harmtrace.language.dates.tokens import LETTER, Tokens
from harmtrace.language.english import dates as english

Match = re.Match[str]


Found = DateMention | None


NOTHING: Final = Part(None, Anchor.NONE)


def side(match: Match, name: str) -> Range | None:
    """Return where a named part of a match lies, None where it is absent or empty."""
    if name not in match.re.groupindex:
        return None
    first, last = match.span(name)
    return None if first < 0 or first == last else (first, last)


def first_side(match: Match, *names: str) -> Range | None:
    """Return where the first present of some named parts of a match lies."""
    return next((span for name in names if (span := side(match, name)) is not None), None)


def holds(scan: Scan, span: Range, *parts: str) -> bool:
    """Tell whether a range of words holds any of these parts of the grammar."""
    shape = scan.tokens.letters[span[0] : span[1]]
    return any(LETTER[part] in shape for part in parts)


def moved(scan: Scan, days: int) -> Part:
    """Return the reference day moved by so many days."""
    if scan.reference.day is None:
        return NOTHING
    return Part(almanac.shift(scan.reference.day, days), Anchor.REFERENCE)


def dayx(scan: Scan, span: Range) -> Part | None:
    """Return the day of a full date, a weekday, "yesterday" or "the 22nd"; None where it is none."""
    letters = scan.tokens.letters[span[0] : span[1]]
    if _DATED.search(letters) is not None:
        return reading.day(scan, span)
    if letters.endswith(LETTER["last"]):
        return moved(scan, -2)
    if LETTER["today"] in letters:
        return reading.today(scan, span)
    if LETTER["wd"] in letters or LETTER["wa"] in letters:
        if LETTER["nth"] in letters:
            return _named_nth(scan, span)
        return reading.weekday(scan, span)
    return _nth(scan, span)


_DATED = re.compile(f"[{''.join(LETTER[part] for part in ('month', 'abbr', 'slash', 'iso'))}]")


def _nth(scan: Scan, span: Range) -> Part | None:
    """Return the day of "on the 22nd": the latest such day of a month up to the reference day."""
    number = scan.tokens.number("nth", *span)
    following = scan.tokens.letter(span[1])
    placed = {scan.tokens.letter(span[0]), scan.tokens.letter(span[0] - 1)}
    named = following in _NOUNS and not (following == LETTER["x"] and _tells(scan.tokens.word(span[1])))
    if number is None or named or placed.isdisjoint(_ON):
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


def _tells(word: str) -> bool:
    """Tell "on the 14th left three dead", "on the 14th near the mill" from "on the 14th floor"."""
    return word.islower() and (word in english.TELLS or (len(word) > _STEM and word.endswith("ed")))


#: Letters of the shortest word whose "ed" ends a verb, without them.
_STEM: Final = 4


def _named_nth(scan: Scan, span: Range) -> Part | None:
    """Return the day of "Sunday the 16th": the latest such day of a month that falls on that day of the week."""
    number = scan.tokens.number("nth", *span)
    index = next(
        (scan.tokens.value(k) for k in range(*span) if scan.tokens.letter(k) in (LETTER["wd"], LETTER["wa"])), None
    )
    day = scan.reference.day
    if number is None or day is None or not isinstance(index, int) or day.startswith("X"):
        return None
    for back in range(12):
        month = almanac.shift_months(day, -back)
        if not almanac.exists(int(month[:4]), int(month[5:7]), number):
            continue
        found = f"{month[:7]}-{number:02d}"
        if found <= day and date.fromisoformat(found).weekday() == index:
            return Part(found, Anchor.REFERENCE)
    return Part(None, Anchor.NONE, ":no such day")


_NOUNS: Final = frozenset(
    LETTER[part] for part in ("x", "people", "decades", "days", "months", "years", "half", "dash")
)


_ON: Final = frozenset(LETTER[part] for part in ("on", "of", "to", "by", "since", "from", "between"))


def _point(scan: Scan, match: Match) -> Found:
    first, last = core = match.span("point_core")
    shape, peopled = scan.tokens.letters[first:last], scan.tokens.letter(last) == _PEOPLE
    if peopled and shape in _MAY_COUNT and scan.tokens.letter(first - 1) == LETTER["in"]:
        return None
    part = reading.weekday(scan, core) if shape == _WEEKDAY else dayx(scan, core)
    if part is None:
        return None
    if peopled and LETTER["year"] in shape and counts_people(scan.tokens, first, last):
        return _without_year(scan, match)
    span = match.span()
    time = None if span == core else reading.time_of_day(scan.tokens, (span[0], first), (last, span[1]))
    if time is None and _TODAY in shape and "tonight" in scan.tokens.words[last - 1].lower():
        time = "night"
    if reading.after_midnight(scan, (span[0], first), (last, span[1]), time) and part.edtf is not None:
        part = part._replace(edtf=reading.next_day(part.edtf, scan.reference))
    relative = part.edtf is None and part.note == ":of the event"
    return scan.mention(span, part, DateKind.RELATIVE if relative else DateKind.POINT, "day", time=time)


_PEOPLE, _WEEKDAY, _TODAY = LETTER["people"], LETTER["wd"], LETTER["today"]
#: What counts people in "in May 12 people died".
_MAY_COUNT: Final = (LETTER["month"] + LETTER["day"], LETTER["abbr"] + LETTER["dot"] + LETTER["day"])


def counts_people(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether the year that ends a date counts what follows: "March 17, 2000 people", not "17 March 2018 killed".

    Only a number set off by a comma can count; before a verb ("killed nine") it is the year.
    """
    place = tokens.find("year", first, last)
    return (
        place is not None
        and tokens.letter(place - 1) == LETTER["comma"]
        and tokens.word(last).lower() not in english.HARMED
    )


def _without_year(scan: Scan, match: Match) -> Found:
    """Read "on March 17, 2000 people" as a day followed by a count."""
    first, last = match.span("point_core")
    place = scan.tokens.find("year", first, last)
    if place is None:
        return None
    part = reading.day(scan, (first, place))
    return None if part is None else scan.mention((match.start(), place), part, DateKind.POINT, "day")


def _weekdayof(scan: Scan, match: Match) -> Found:
    """Read "the second Friday of December", "the last Sunday in May 2019"."""
    tokens = scan.tokens
    index = tokens.value(match.start("weekdayof_day"))
    which = tokens.value(match.start("weekdayof_n"))
    last = tokens.letters[match.start("weekdayof_n")] == LETTER["last"]
    month = reading.month(scan, match.span("weekdayof_month"))
    if not isinstance(index, int) or not isinstance(which, int) or month is None:
        return None
    if month.edtf is None or month.edtf.startswith("X"):
        return scan.mention(match.span(), NOTHING, DateKind.POINT, "weekday-of-month")
    year, number = int(month.edtf[:4]), int(month.edtf[5:7])
    days = [n for n in range(1, 32) if almanac.exists(year, number, n) and date(year, number, n).weekday() == index]
    if not last and which > len(days):
        return None
    day = f"{month.edtf}-{days[-1 if last else which - 1]:02d}"
    return scan.mention(match.span(), Part(day, month.anchor), DateKind.POINT, "weekday-of-month")


DAYS: Final[dict[str, Callable[[Scan, Match], Found]]] = {"point": _point, "weekdayof": _weekdayof}
