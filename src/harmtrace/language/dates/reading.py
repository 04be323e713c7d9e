"""What each rule of the grammar means, read against the reference day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from harmtrace.language.dates import almanac
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference
from harmtrace.language.dates.tokens import AHEAD_WORDS, LETTER, Tokens, slashed
from harmtrace.language.english import dates as english

_AHEAD = re.compile(english.AHEAD)
#: Longest stretch of text before a day that is looked at for "will ... on".
_AHEAD_REACH = 70

Range = tuple[int, int]


class Part(NamedTuple):
    """One day, month or year as read: its EDTF, what it rests on, and notes for the rule's name."""

    edtf: str | None
    anchor: Anchor
    note: str = ""


_NO_ANCHOR: Final = Anchor.NONE
_NOTHING: Final = Part(None, Anchor.NONE)
#: What "12 March last year" is read from where no reference day says which year that was.
_UNKNOWN: Final = Reference(day=None, why="no reference day")


@dataclass(slots=True, eq=False)
class Scan:
    """A passage being read: its words, where it starts in the text, the reference day, the cues heard in it."""

    tokens: Tokens
    start: int
    reference: Reference
    heard: frozenset[bytes]

    def mention(
        self,
        span: Range,
        part: Part,
        kind: DateKind,
        rule: str,
        *,
        time: str | None = None,
        shift: int | None = None,
    ) -> DateMention:
        """Return the mention that a range of words makes, without prepositions before it."""
        first, last = span
        letters = self.tokens.letters
        while first < last - 1 and letters[first] in _LEADING:
            first += 1
        while last - 1 > first and letters[last - 1] in _TRAILING:
            last -= 1
        edtf, anchor, note = part
        begin, end = self.tokens.span(first, last)
        return DateMention(begin, end, edtf, kind, rule + note, anchor if edtf is not None else _NO_ANCHOR, shift, time)

    def ahead(self, index: int) -> bool:
        """Tell whether the words before say that a day lies ahead ("will resume on")."""
        if AHEAD_WORDS.isdisjoint(self.heard):
            return False
        end = self.tokens.start(index)
        before = self.tokens.text[max(self.start, end - _AHEAD_REACH) : end]
        match = _AHEAD.search(before)
        return match is not None and english.EVENT_NOUNS.isdisjoint(match[1].split())


_ISO, _SLASH, _WD, _WA, _A = (LETTER[part] for part in ("iso", "slash", "wd", "wa", "a"))
_MONTHS = LETTER["month"] + LETTER["abbr"]
_DAYS = LETTER["day"] + LETTER["nth"] + LETTER["ord"]
_YEAR, _YEARS, _ALL_MONTHS, _LAST, _NEXT = (LETTER[part] for part in ("year", "years", "months", "last", "next"))
_QUALIFIERS = LETTER["qual"] + LETTER["edge"]
_LEADING = frozenset(LETTER[part] for part in ("in", "on", "at", "of", "for", "the", "by"))
_TRAILING = frozenset(LETTER[part] for part in ("comma", "dot", "of", "the", "on", "that"))


def day(scan: Scan, span: Range, *, month: int | None = None, year: int | None = None) -> Part | None:
    """Return the day that words such as "Sunday, March 5, 2017" name; None where there is no such day."""
    tokens, (first, last) = scan.tokens, span
    shape = tokens.letters[first:last]
    if _ISO in shape:
        return _full(*(int(piece) for piece in str(tokens.value(first + shape.index(_ISO))).split("-")))
    if _SLASH in shape:
        found = slashed(str(tokens.value(first + shape.index(_SLASH))))
        return Part(None, Anchor.NONE, ":ambiguous") if found is None else _full(*found)
    month = _first(tokens, first, shape, _MONTHS) or month
    number = _first(tokens, first, shape, _DAYS)
    if number is None or month is None:
        return None
    year = _stated_year(scan, span) or year
    if year is not None:
        return _full(year, month, number)
    if not almanac.exists(None, month, number):
        return None
    known = scan.reference if _YEARS not in shape else _UNKNOWN
    return Part(*almanac.month_day(month, number, known, ahead=scan.ahead(first)))


def _first(tokens: Tokens, first: int, shape: str, parts: str) -> int | None:
    """Return the number that the first word of the first present of some parts is worth."""
    for part in parts:
        if part in shape:
            value = tokens.value(first + shape.index(part))
            return value if isinstance(value, int) else None
    return None


def _stated_year(scan: Scan, span: Range) -> int | None:
    """Return the year that stands beside a day or month: "2017", "last year", "of this year"."""
    shape = scan.tokens.letters[span[0] : span[1]]
    number = _first(scan.tokens, span[0], shape, _YEAR)
    if number is not None or _YEARS not in shape or (on := scan.reference.on) is None:
        return number
    return on.year - (_LAST in shape)


def _full(year: int, month: int, number: int) -> Part | None:
    if not almanac.exists(year, month, number):
        return None
    return Part(f"{year:04d}-{month:02d}-{number:02d}", Anchor.EXPLICIT)


def weekday(scan: Scan, span: Range) -> Part | None:
    """Return the day that "Saturday", "last Wednesday" or "Monday of last week" names."""
    tokens, (first, last) = scan.tokens, span
    shape = tokens.letters[first:last]
    place = first + (shape.find(_WD) if _WD in shape else shape.find(_WA))
    if place < first or not _is_weekday(tokens, place):
        return None
    index = tokens.value(place)
    if not isinstance(index, int):
        return None
    reference, anchor = scan.reference, Anchor.REFERENCE
    if last - first == 1:
        return _plain_weekday(scan, first, index)
    if tokens.find("weeks", first, last) is not None:
        weeks = -1 if tokens.find("last", first, last) is not None else 0
        return Part(_in_week(index, reference, weeks), anchor, ":of a week")
    if (
        tokens.find("that", first, last) is not None
        and tokens.word(last) in ("'", "’")
        and tokens.word(last + 1) == "s"
    ):
        return _plain_weekday(scan, place, index)  # "we wrote that Sunday's rocket had ..."
    if tokens.find("previous", first, last) is not None or tokens.find("that", first, last) is not None:
        return Part(None, Anchor.NONE, ":of the event")
    if tokens.find("next", first, last) is not None:
        if tokens.find("the", first, last) is not None:
            return Part(None, Anchor.NONE, ":of the event")
        return Part(almanac.weekday(index, reference, weeks=1), anchor, ":next")
    if tokens.find("last", first, last) is not None:
        return Part(almanac.weekday(index, reference, strictly=True), anchor, ":last")
    return _plain_weekday(scan, first, index)


def _plain_weekday(scan: Scan, first: int, index: int) -> Part:
    tokens = scan.tokens
    if tokens.word(first + 1) in english.COMING or scan.ahead(first):
        return Part(almanac.weekday(index, scan.reference, weeks=1), Anchor.REFERENCE, ":ahead")
    if first > 0 and tokens.letters[first - 1] == _A and tokens.letter(first + 1) not in _DESCRIBED:
        return Part(None, Anchor.NONE, ":any")
    return Part(almanac.weekday(index, scan.reference), Anchor.REFERENCE)


_DESCRIBED = LETTER["x"] + LETTER["tod"]


def _in_week(index: int, reference: Reference, weeks: int) -> str | None:
    today = almanac.weekday_of(reference)
    if today is None or reference.day is None:
        return None
    return almanac.shift(reference.day, index - today + 7 * weeks)


def _is_weekday(tokens: Tokens, place: int) -> bool:
    """Tell a weekday from a name ("Bloody Sunday") and an abbreviation from a word ("Sun Street")."""
    if place > 0 and tokens.words[place - 1] in english.NAMED_WEEKDAYS:
        return False
    following = tokens.word(place + 1)
    if tokens.letters[place] == _WD:
        return following not in english.HABITS
    if tokens.letter(place + 1) in _NUMBERS or tokens.letter(place + 1) == LETTER["tod"]:
        return True
    if tokens.letter(place - 1) in _LINE_STARTS:
        return tokens.letter(place + 1) in _LABEL_ENDS  # "Thu. Shells on the mill", an entry of a list
    return tokens.letter(place - 1) == LETTER["on"] and not following[:1].isupper()


_LINE_STARTS = ("", LETTER["break"])
_LABEL_ENDS = (LETTER["dot"], LETTER["colon"], LETTER["dash"])
_NUMBERS = LETTER["day"] + LETTER["nth"] + LETTER["comma"] + LETTER["month"] + LETTER["abbr"]


def today(scan: Scan, span: Range) -> Part:
    """Return the day that "yesterday", "tonight" or "the day before yesterday" names."""
    tokens, (first, last) = scan.tokens, span
    days = tokens.number("today", first, last) or 0
    if tokens.find("before", first, last) is not None:
        days *= 2
    if scan.reference.day is None:
        return _NOTHING
    return Part(almanac.shift(scan.reference.day, days), Anchor.REFERENCE)


def month(scan: Scan, span: Range, *, year: int | None = None) -> Part | None:
    """Return the month that "August 2016", "late February" or "last month" names."""
    tokens, (first, last) = scan.tokens, span
    shape = tokens.letters[first:last]
    note = qualifier(tokens, first, last)
    number = _first(tokens, first, shape, _MONTHS)
    if number is None:
        if _ALL_MONTHS not in shape:
            return None
        back = -1 if _LAST in shape else 0
        return this_month(scan.reference, back)._replace(note=note)
    year = _stated_year(scan, span) or year
    if year is not None:
        return Part(f"{year:04d}-{number:02d}", Anchor.EXPLICIT, note)
    strictly = _LAST in shape and _YEARS not in shape
    ahead = _NEXT in shape or scan.ahead(first)
    known = scan.reference if _YEARS not in shape else _UNKNOWN
    return Part(*almanac.bare_month(number, known, ahead=ahead, strictly=strictly), note)


def this_month(reference: Reference, months: int) -> Part:
    """Return the reference month moved by so many months."""
    if reference.day is not None:
        return Part(almanac.shift_months(reference.day, months), Anchor.REFERENCE)
    if reference.month is None:
        return _NOTHING
    near = reference.near
    year = f"{near.year:04d}" if near is not None and near.month == reference.month else almanac.UNKNOWN
    return Part(almanac.shift_months(f"{year}-{reference.month:02d}", months), Anchor.ELSEWHERE)


def year(scan: Scan, span: Range) -> Part | None:
    """Return the year that "2014", "mid-2014" or "last year" names."""
    tokens, (first, last) = scan.tokens, span
    note = qualifier(tokens, first, last)
    number = tokens.number("year", first, last)
    if number is not None:
        return Part(f"{number:04d}", Anchor.EXPLICIT, note)
    on = scan.reference.on
    if on is None and scan.reference.day is None and scan.reference.near is None and scan.reference.year is not None:
        base = scan.reference.year
    elif on is not None:
        base = on.year
    else:
        return Part(None, Anchor.NONE, note)
    back = 1 if tokens.find("last", first, last) is not None else 0
    return Part(f"{base - back:04d}", Anchor.REFERENCE, note)


def qualifier(tokens: Tokens, first: int, last: int) -> str:
    """Return ":late", ":early", ":mid", ":end" or ":start" where the words say so, else nothing."""
    shape = tokens.letters[first:last]
    for part in _QUALIFIERS:
        if part in shape:
            return f":{tokens.value(first + shape.index(part))}"
    return ""


def number_of(tokens: Tokens, first: int, last: int) -> int | None:
    """Return the whole number that words such as "twenty-four", "72" or "a" stand for, None where vague."""
    total: int | None = None
    for index in range(first, last):
        letter, value = tokens.letters[index], tokens.value(index)
        if letter == LETTER["few"]:
            return 2 if tokens.word(index).lower() == "couple" else None
        if letter == LETTER["num"] and tokens.word(index).isascii() and tokens.word(index).isdigit():
            value = int(tokens.word(index)[:6])
        elif letter not in _COUNTING:
            continue
        if isinstance(value, int):
            total = value if total is None else total + value
    return total


_COUNTING = LETTER["day"] + LETTER["card"] + LETTER["a"]


def time_of_day(tokens: Tokens, before: Range, after: Range) -> str | None:
    """Return the time of day that the words round a day give: ``HH:MM``, ``dawn``, ``night``, ... or None."""
    if before[0] == before[1] and after[0] == after[1]:
        return None
    word, clock, early, late, noon = None, None, False, False, None
    for first, last in (before, after):
        for index in range(first, last):
            letter, value = tokens.letters[index], tokens.value(index)
            if letter == LETTER["tod"]:
                word = str(value)
            elif letter == LETTER["qual"]:
                early, late = early or value == "early", late or value == "late"
            elif letter == LETTER["ampm"]:
                noon = value
            elif letter == LETTER["clock"]:
                clock = str(value)
            elif letter in _HOURS and isinstance(value, int) and value <= 24:
                clock = f"{value:02d}:00"
    if clock is not None:
        return _clock(clock, noon, word)
    if word is not None:
        return word
    return "morning" if early else "night" if late else None


_HOURS = LETTER["day"] + LETTER["card"]
_PAST = frozenset(("after", "past"))
_DAWN = "05:00"  # an hour of "Saturday night" before it is of Sunday


def after_midnight(scan: Scan, before: Range, after: Range, time: str | None) -> bool:
    """Tell "after midnight on Saturday night", "at 12:40 a.m. on Saturday night", which are of Sunday, from "after midnight on Saturday"."""
    words = scan.tokens.words
    if not any(word.lower() == "night" for word in words[after[0] : after[1]]):
        return False
    if time is not None and time[0].isdigit():
        return time < _DAWN
    return _past_midnight(words[max(0, before[0] - 1) : before[1]])


def by_midnight(scan: Scan, span: Range) -> bool:
    """Tell "after midnight last night" and "last night, shortly after midnight" from "last night"."""
    words = scan.tokens.words
    return _past_midnight(words[max(0, span[0] - 2) : span[0]]) or _past_midnight(words[span[1] : span[1] + 4])


def _past_midnight(words: Sequence[str]) -> bool:
    """Tell whether words say "after midnight", "past midnight"."""
    low = [word.lower() for word in words]
    return any(one in _PAST and other == "midnight" for one, other in pairwise(low))


def next_day(edtf: str, reference: Reference) -> str:
    """Return the day after one, where that does not lie ahead of the day that a text is read from."""
    later = almanac.shift(edtf, 1)
    return (
        edtf
        if later is None or (reference.day is not None and not reference.day.startswith("X") and later > reference.day)
        else later
    )


def _clock(clock: str, noon: int | str | None, word: str | None) -> str | None:
    hour, minute = int(clock[:2]), clock[3:]
    if noon == 12 or (noon is None and word in ("afternoon", "evening")):
        hour += 12 if hour < 12 else 0
    elif noon == 0 and hour == 12:
        hour = 0
    elif noon is None and word == "night" and 6 <= hour < 12:
        hour += 12
    elif noon is None and word == "night" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute}" if hour < 24 else None
