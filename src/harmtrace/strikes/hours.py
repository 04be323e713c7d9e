"""At which hours claims say that something happened: clocks and times of day in their words."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

from harmtrace.language.dates import Reference, find

Window = tuple[datetime, datetime]

_SPELL_H = {
    "dawn": (3.0, 6.5),
    "morning": (5.0, 12.0),
    "noon": (11.0, 13.0),
    "afternoon": (12.0, 18.0),
    "evening": (17.0, 23.0),
    "night": (19.0, 30.0),
    "overnight": (20.0, 30.0),
    "midnight": (23.0, 25.0),
}
"""Local hours that words of time stand for; above 24 they run into the next day."""
_CLOCK_H = 0.5


def hours(quotes: Iterable[str]) -> tuple[tuple[float, float], ...]:
    """Return the local hours that some words name, each once, in order: (20.5, 21.5) for "at about 9 p.m.".

    >>> hours(["a strike hit the house at 9 p.m. on 3 May 2031"])
    ((20.5, 21.5),)
    >>> hours(["a strike on 3 May 2031"])
    ()
    """
    found: dict[tuple[float, float], None] = {}
    for quote in dict.fromkeys(quotes):
        for mention in find(quote, 0, len(quote), _NO_DAY):
            spell = None if mention.time_of_day is None else _hours(mention.time_of_day)
            if spell is not None:
                found[spell] = None
    return tuple(sorted(found))


_NO_DAY = Reference(day=None, why="not needed")


def _hours(word: str) -> tuple[float, float] | None:
    if word in _SPELL_H:
        return _SPELL_H[word]
    hour, sign, minute = word.partition(":")
    if not sign or not (hour.isdigit() and minute.isdigit()):
        return None
    middle = int(hour) + int(minute) / 60
    return middle - _CLOCK_H, middle + _CLOCK_H


def windows(first: date, last: date, spells: Iterable[tuple[float, float]], zone: tzinfo) -> tuple[Window, ...]:
    """Return when the hours fall on the days, in time: a night belongs to the day that it begins and to the one it ends."""
    found = []
    days = [first + timedelta(days=many) for many in range((last - first).days + 1)]
    for begin, end in spells:
        for day in days:
            midnight = datetime.combine(day, time(), tzinfo=zone)
            starts = (begin, begin - 24) if end > 24 else (begin,)
            found += [
                (midnight + timedelta(hours=one), midnight + timedelta(hours=one + end - begin)) for one in starts
            ]
    return tuple(found)
