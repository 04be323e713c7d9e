"""Ukrainian words of time and what they mean, read from the reference day: EDTF out, nothing invented."""

import re
from datetime import date, timedelta
from typing import Final

from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference

_MONTHS: Final = "січн лют березн квітн травн червн липн серпн вересн жовтн листопад грудн".split()
_MONTH: Final = "|".join(_MONTHS)
_WEEKDAYS: Final = ("понеділ", "вівтор", "серед", "четвер", "п'ятниц", "субот", "неділ")
_PATTERN: Final = re.compile(
    rf"(?<![\w.])(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|(?P<d>\d\d?)\.(?P<m>\d\d)\.(?P<y>(?:19|20)\d\d)|(?P<since>(?:з|від|із|починаючи з) )?(?P<day>\d\d?) (?P<month>{_MONTH})(?:я|ого|ень|а)?(?:,? (?P<year>(?:19|20)\d\d)(?: року| р\.)?)?"
    rf"|(?P<of_since>з початку) (?P<what>року|війни|вторгнення|місяця|доби|\w+)|(?P<window>(?:за|протягом|упродовж|впродовж) (?:минул\w+|останн\w+|цілий)? ?(?:добу|доби|тиждень|тижня|місяць|місяця|рік|року))"
    rf"|(?P<whole>(?:у|в) (?P<wmonth>{_MONTH})(?:і|ому|ні|ю)?(?: (?P<wyear>(?:19|20)\d\d)(?: року)?)?)|(?P<word>сьогодні|вчора|учора|позавчора)|(?:у|в|у минул\w+) (?P<weekday>понеділок|вівторок|середу|четвер|п'ятницю|суботу|неділю)|(?P<daily>щодня|щодоби))(?![\w'])"
)


def find(low: str, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
    """Return the words of time in ``low[start:end]``, in order."""
    found = []
    for match in _PATTERN.finditer(low, start, end):
        mention = _mention(match, reference)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _mention(match: "re.Match[str]", reference: Reference) -> DateMention | None:
    a, b = match.span()
    on = reference.on
    if match["iso"] is not None:
        return _day(a, b, match["iso"], "iso")
    if match["d"] is not None:
        return _day(a, b, f"{match['y']}-{match['m']}-{int(match['d']):02}", "numeric")
    if match["day"] is not None:
        return _day_month(match, reference)
    if match["of_since"] is not None or match["window"] is not None:
        begin = f"{on.year}-01-01/{on.isoformat()}" if on is not None and match["what"] == "року" else None
        kind = DateKind.SINCE if match["of_since"] is not None else DateKind.WINDOW
        return DateMention(a, b, begin, kind, "since" if kind is DateKind.SINCE else "window", Anchor.REFERENCE if begin else Anchor.NONE)
    if match["whole"] is not None:
        month = _MONTHS.index(match["wmonth"]) + 1
        year = int(match["wyear"]) if match["wyear"] else _year_of(month, 1, on)
        edtf = f"{year}-{month:02}" if year is not None else f"XXXX-{month:02}"
        return DateMention(a, b, edtf, DateKind.SPAN, "month", Anchor.EXPLICIT if match["wyear"] else Anchor.REFERENCE)
    if match["daily"] is not None:
        return DateMention(a, b, None, DateKind.RATE, "rate", Anchor.NONE)
    if on is None:
        return DateMention(a, b, None, DateKind.VAGUE, "relative-day", Anchor.NONE)
    if match["word"] is not None:
        back = {"сьогодні": 0, "вчора": 1, "учора": 1, "позавчора": 2}[match["word"]]
        return _day(a, b, (on - timedelta(days=back)).isoformat(), "relative-day", Anchor.REFERENCE)
    number = next(k for k, stem in enumerate(_WEEKDAYS) if match["weekday"].startswith(stem))
    return _day(a, b, (on - timedelta(days=(on.weekday() - number) % 7)).isoformat(), "weekday", Anchor.REFERENCE)


def _day_month(match: "re.Match[str]", reference: Reference) -> DateMention | None:
    day, month = int(match["day"]), _MONTHS.index(match["month"]) + 1
    year = int(match["year"]) if match["year"] else _year_of(month, day, reference.on) or reference.year
    edtf = f"{year}-{month:02}-{day:02}" if year is not None else f"XXXX-{month:02}-{day:02}"
    if not _exists(year, month, day):
        return None
    if match["since"] is not None:
        until = reference.day or ".."
        return DateMention(*match.span(), f"{edtf}/{until}", DateKind.SINCE, "since", Anchor.EXPLICIT if match["year"] else Anchor.REFERENCE)
    return _day(*match.span(), edtf, "day", Anchor.EXPLICIT if match["year"] or year is None else Anchor.REFERENCE)


def _year_of(month: int, day: int, on: date | None) -> int | None:
    """Return the year of a day without one: the last that is not after the reference day."""
    if on is None:
        return None
    return on.year if (month, day) <= (on.month, on.day) else on.year - 1


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(year if year is not None else 2000, month, day)
    except ValueError:
        return False
    return True


def _day(start: int, end: int, edtf: str, rule: str, anchor: Anchor = Anchor.EXPLICIT) -> DateMention | None:
    if not edtf.startswith("X"):
        try:
            date.fromisoformat(edtf)
        except ValueError:
            return None
    return DateMention(start, end, edtf, DateKind.POINT, rule, anchor)
