"""What else words of time may mean, by what was told before them: a day of the week told of, a date of the year told of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from harmtrace.language.dates import Anchor, DateKind, DateMention, Reference, shift
from harmtrace.language.grammar import Moments

_DAY, _MONTH, _YEAR = 10, 7, 4  # letters of a day, a month, a year in EDTF
_WEEKS = 16  # days of the longest time in which a day of the week is looked for
_HEAD, _JOINED = 40, 60  # letters of what may stand before the first word of a line; between the first and the last day of what lasted
_SEVERAL = 3  # days told last that others are counted from
_UNITS: Final = {"hours": 1 / 24, "days": 1, "nights": 1, "weeks": 7}
_COUNTED: Final = ("relative:after", "relative:before")
_STEP: Final = re.compile(r":(-?\d+)$")
_ISO_WEEK = 4  # the day of January that is always in the first week of a year
_OF_YEAR, _OF_DAYS, _AFTER = "of the year told", "of the days told", "after the day told"
_TOLD: Final = (DateKind.POINT, DateKind.SPAN, DateKind.RANGE, DateKind.WINDOW)
_FULL: Final = re.compile(r"\d{4}-\d\d-\d\d")


class Moment(NamedTuple):
    """Words of time, one of the times that they may give, and what it hangs on."""

    start: int
    end: int
    when: str
    how: str


@dataclass(slots=True)
class Told:
    """What the words of time before gave: the days told last, the latest first, the last month or spell, its year, and the last time of several days."""

    days: list[str] = field(default_factory=list)
    spell: str | None = None
    year: int | None = None
    several: str | None = None
    first: str | None = None  # the first time of several days
    last: tuple[int, str] | None = None  # where the day before ended, and that day
    unread: str | None = None

    def hear(self, text: str, mention: DateMention, turns: Sequence[Moment]) -> None:
        """Note words that the date grammar reads, and what else they may mean; at the head of a line rather that."""
        when = mention.edtf
        if when is not None and mention.kind in _TOLD:
            point = mention.kind is DateKind.POINT
            if mention.anchor is Anchor.EXPLICIT and when[:_YEAR].isdigit():
                self.year = int(when[:_YEAR])
            self._learn(when, point=point)
            self.last = (mention.end, when) if point else None
        near = text[max(0, mention.start - _HEAD) : mention.start]
        heads = (len(near) < _HEAD or "\n" in near) and not near.rpartition("\n")[2].strip(" \t*•–-")
        for turn in reversed(turns):
            if turn.how == _OF_YEAR or (heads and turn.how in (_OF_DAYS, _AFTER)):
                self._learn(turn.when, point=len(turn.when) == _DAY)

    def mark(self, found: re.Match[str]) -> None:
        """Note the first day that words gave which the date grammar does not read."""
        if self.unread is not None and found.lastgroup in ("nth", "label"):
            self._learn(self.unread, point=True)
            self.last = found.end(), self.unread
        self.unread = None

    def _learn(self, when: str, *, point: bool) -> None:
        """Note a time that was told."""
        if not when[:_YEAR].isdigit():
            return
        if point and len(when) == _DAY:
            if when in self.days:
                self.days.remove(when)
            self.days.insert(0, when)
            del self.days[_SEVERAL:]
        elif "/" in when or len(when) in (_MONTH, _YEAR):
            self.several = when if ".." not in when else self.several
            self.first = self.first or self.several
        self.spell = when.split("/")[0]


def otherwise(text: str, date_: DateMention, ref: Reference, told: Told, moments: Moments) -> Iterator[Moment]:
    """Yield what words that the date grammar reads may mean beside that."""
    words, start, end = text[date_.start : date_.end], date_.start, date_.end
    edtf = date_.edtf
    if edtf is not None and told.year is not None and date_.anchor in (Anchor.REFERENCE, Anchor.ELSEWHERE) and edtf[:_YEAR] != f"{told.year:04d}" and moments.month.search(words) is not None:
        ends = edtf.split("/")
        if all(_of_year(each, told.year) for each in ends) and len({each[:_YEAR] for each in ends}) == 1:
            yield Moment(start, end, "/".join(f"{told.year:04d}{each[_YEAR:]}" for each in ends), _OF_YEAR)
    if date_.kind in (DateKind.POINT, DateKind.RELATIVE) and not any(letter.isdigit() for letter in words) and (named := moments.weekday.search(words)) is not None:
        for when, how in _weekdays(moments.weekdays[named[1][:3].lower()], told, edtf, ref):
            yield Moment(start, end, when, how)
    if date_.kind is DateKind.RELATIVE:
        yield from _turned(date_, ref, told)
    if date_.kind is DateKind.SINCE and edtf is not None and date_.rule.startswith("since-edge") and ref.on is not None and edtf.startswith(f"{ref.on.year:04d}-01/"):
        yield Moment(start, end, f"{ref.on.year:04d}-01-01/{ref.day}", "since the year began")
    if edtf is not None and date_.kind is DateKind.POINT and len(edtf) == _DAY and told.last is not None:
        before, first = told.last
        if first < edtf and start - before < _JOINED and moments.joins.search(text, before, start) is not None and (gap := _apart(first, edtf)) is not None and gap <= _WEEKS:
            yield Moment(start, end, f"{first}/{edtf}", "from day to day")


def _of_year(when: str, year: int) -> bool:
    """Tell whether a time of another year is one of a year too."""
    try:
        return len(when) < _DAY or bool(date(year, int(when[5:7]), int(when[8:])))
    except ValueError:
        return False


def _apart(first: str, last: str) -> int | None:
    """Return how many days lie between two days."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days if _FULL.fullmatch(first) and _FULL.fullmatch(last) else None


def _weekdays(index: int, told: Told, taken: str | None, ref: Reference) -> Iterator[tuple[str, str]]:
    """Yield the days of a name of the week: within the days told of, and next to the day told last."""
    if told.several is not None and told.several.count("/") == 1:
        first, last = told.several.split("/")
        gap = _apart(first, last)
        if gap is not None and gap <= _WEEKS:
            for day in range(gap + 1):
                each = date.fromisoformat(first) + timedelta(day)
                if each.weekday() == index and each.isoformat() != taken:
                    yield each.isoformat(), _OF_DAYS
                    break
    if told.days and _FULL.fullmatch(told.days[0]):
        base = date.fromisoformat(told.days[0])
        ahead = (index - base.weekday()) % 7
        for step, how in ((ahead, _AFTER), ((ahead or 7) - 7, "before the day told")):
            found = shift(base.isoformat(), step)
            if found is not None and found != taken:
                yield found, how if step else "the day told, by its name"
    if taken is None and ref.on is not None:
        before = shift(ref.on.isoformat(), -((ref.on.weekday() - index) % 7))
        if before is not None:
            yield before, "by its name, before the text's day"


def _turned(date_: DateMention, ref: Reference, told: Told) -> Iterator[Moment]:
    """Yield the day from which another is counted: that of the raid in "on 3 May, two days after a raid"."""
    far = _STEP.search(date_.rule)
    step = date_.shift_days if date_.shift_days is not None else int(far[1]) if far is not None else None
    if not step or not date_.rule.startswith(_COUNTED):
        return
    if date_.edtf is not None:
        when = shift(date_.edtf, -2 * step)
        if when is not None:
            yield Moment(date_.start, date_.end, when, "counted back")
        return
    for anchor in dict.fromkeys((*told.days[:2], ref.day)):
        if anchor is not None and (when := shift(anchor, -step)) is not None:
            yield Moment(date_.start, date_.end, when, "counted back")


def read(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[Moment]:
    """Yield the times of words that the date grammar does not read."""
    for when, how in _READERS[found.lastgroup or ""](found, ref, told, moments):
        if told.unread is None and len(when) == _DAY:
            told.unread = when
        yield Moment(found.start(), found.end(), when, how)


def _quarter(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    if found["quarter_year"] is not None:
        year: int | None = int(found["quarter_year"])
    elif found[0].lower().endswith("the year"):
        year = told.year
    elif found[0].lower().endswith("year"):
        year = ref.on.year if ref.on is not None else None
    else:  # a quarter of a match, of a town: only in a text of months
        year = int(told.several[:_YEAR]) if told.several is not None and told.several[:_YEAR].isdigit() else None
    word = found["quarter_n"]
    months = 6 if found["quarter_unit"] is not None and found["quarter_unit"].lower() == "half" else 3
    which = int(found["quarter_q"]) if found["quarter_q"] is not None else 12 // months if word.lower() == "last" else moments.number(word) or 0
    if year is None or not 1 <= which <= 12 // months:
        return
    last = which * months
    yield f"{year:04d}-{last - months + 1:02d}/{year:04d}-{last:02d}", "a part of a year" if found["quarter_year"] is not None else "a part of the year told"


def _again(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    spell = told.several
    if spell is None or not all(end[:_YEAR].isdigit() for end in spell.split("/")):
        return
    last = spell.split("/")[-1]
    if found["again_year"] is not None:
        back = int(last[:_YEAR]) - int(found["again_year"])
    elif found["again_last"] is not None:
        back = 1
    else:
        yield spell, "the same time"
        return
    if (earlier := _earlier(spell, back)) is not None:
        yield earlier, "the same time of another year"


def _within(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    for spell in dict.fromkeys((told.several, told.first)):
        if spell is not None:
            yield spell, "the time told of"


def _before(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    if told.several is not None and all(end[:_YEAR].isdigit() for end in told.several.split("/")):
        earlier = _earlier(told.several, 1)
        if earlier is not None:
            yield earlier, "the same time of another year"


def _earlier(spell: str, years: int) -> str | None:
    """Return a time so many years earlier, None where there is none such.

    >>> _earlier("2021-02/2021-03", 1), _earlier("2024-02-01/2024-02-29", 1), _earlier("0001", 1)
    ('2020-02/2020-03', None, None)
    """
    ends = [(int(end[:_YEAR]) - years, end[_YEAR:]) for end in spell.split("/")]
    if not all(1 <= year <= 9999 and _of_year(f"{year:04d}{rest}", year) for year, rest in ends):
        return None
    return "/".join(f"{year:04d}{rest}" for year, rest in ends)


def _hours(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    number = moments.number(found["hours_n"])
    unit = found["hours_unit"].lower()
    if not number:
        return
    days = max(1, round(number * _UNITS[unit]))
    for anchor, how in ((ref.day, "the time up to the text's day"), *((day, "the time up to a day told") for day in told.days[:2])):
        if anchor is not None and (first := shift(anchor, -days)) is not None:
            yield f"{first}/{anchor}", f"{how}, {'hours' if unit == 'hours' else 'days'}"
    if told.several is not None and told.several.count("/") == 1 and unit != "hours":
        yield told.several, "the days told, by their number"


def _since(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    if ref.day is None:
        return
    for first in dict.fromkeys((told.days[0] if told.days else None, told.spell)):
        if first is not None and first[:_YEAR].isdigit() and first <= ref.day[: len(first)]:
            yield f"{first}/{ref.day[: len(first)]}", "since what was told"


def _this_year(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    if ref.on is not None:
        yield f"{ref.on.year:04d}-01-01/{ref.day}", "since the year began"


def _to_date(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    if ref.day is not None and told.last is not None and found.start() - told.last[0] < _WEEKS and told.last[1] < ref.day:
        yield f"{told.last[1]}/{ref.day}", "from a day up to the text's day"


def _this_month(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    if ref.on is not None:
        yield f"{ref.on.year:04d}-{ref.on.month:02d}-01/{ref.day}", "since the month began"


def _nth(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    number = moments.number(found["nth_n"] or found["nth_d"])
    if number is None or not 1 <= number <= 31:
        return
    months: dict[str, str] = {}
    for base, how in ((told.spell, "the day of a month told"), (told.days[0] if told.days else None, "the day of a month told"), (told.several, "the day of a month told")):
        if base is not None and len(base) >= _MONTH and base[:_YEAR].isdigit():
            months.setdefault(base[:_MONTH], how)
    for month, how in months.items():
        when = f"{month}-{number:02d}"
        if _of_year(when, int(month[:_YEAR])):
            yield when, how


def _on(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    number = moments.number(found["on_n"])
    if number and ref.day is not None and (when := shift(ref.day, -round(number * _UNITS[found["on_unit"].lower()]))) is not None:
        yield when, "so many days on"


def _eve(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    for anchor, how in ((ref.day, "the night before the text's day"), *((day, "the night before the day told") for day in told.days[:1])):
        if anchor is not None and (when := shift(anchor, -1)) is not None:
            yield when, how


def _night(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    for anchor, how in ((ref.day, "the night to the text's day"), *((day, "the night to the day told") for day in told.days[:1])):
        if anchor is not None and (first := shift(anchor, -1)) is not None:
            yield f"{first}/{anchor}", how
    for day in told.days[:1]:
        if (last := shift(day, 1)) is not None:
            yield f"{day}/{last}", "the night after the day told"


def _week(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    number = int(found["week_n"])
    if ref.on is None or not 1 <= number <= 53:
        return
    try:
        first, last = date.fromisocalendar(ref.on.year, number, 1), date.fromisocalendar(ref.on.year, number, 7)
    except ValueError:  # a year of 52 weeks, or one at the end of all days
        return
    if first <= ref.on:
        yield f"{first.isoformat()}/{last.isoformat()}", "a week by its number"


def _label(found: re.Match[str], ref: Reference, told: Told, moments: Moments) -> Iterator[tuple[str, str]]:
    index = moments.weekdays[(found["label_day"] or found["label_after"] or found["label_then"])[:3].lower()]
    yield from _weekdays(index, told, None, ref)


_READERS: Final = {
    "quarter": _quarter, "again": _again, "within": _within, "before": _before, "hours": _hours, "since": _since, "year": _this_year, "date": _to_date, "month": _this_month, "nth": _nth, "on": _on, "eve": _eve,
    "night": _night, "week": _week, "label": _label,
}  # fmt: skip
