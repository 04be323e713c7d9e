"""Rules of the Arabic date grammar for one day, and what all rules share."""

import re
from collections.abc import Callable
from re import Match
from typing import Final

from harmtrace.language.arabic.calendar import DAY_OF, MONTH_OF, ORDINALS, TIMES_OF_DAY
from harmtrace.language.arabic.dates.patterns import YEAR, B, M, W
from harmtrace.language.arabic.numbers import NUMBER_WORDS, plain
from harmtrace.language.dates import almanac
from harmtrace.language.dates.reading import next_day
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference

#: What reads a match: with the reference day and the text that it stands in.
Rule = Callable[[Match[str], Reference, str], DateMention | None]


def mention_of(
    edtf: str | None, kind: DateKind, rule: str, anchor: Anchor = Anchor.REFERENCE, *, shift: int | None = None, tod: str | None = None
) -> DateMention:
    """Return a mention of time that does not know yet where it stands; a year before the first is no time."""
    if edtf is not None and edtf.startswith(("0000", "-")):
        edtf = None
    return DateMention(0, 0, edtf, kind, rule, anchor if edtf is not None else Anchor.NONE, shift, tod)


def number_of(text: str) -> int | None:
    """Return what a day or count in digits or words is worth."""
    text = text.strip()
    if text.isdecimal():
        return int(text) if len(text) <= 6 else None
    if text in ORDINALS:
        return ORDINALS[text]
    words = text.split()
    stems = [word[1:] if word.startswith("و") and word[1:] in NUMBER_WORDS else word for word in words]
    if not stems or stems[0] not in NUMBER_WORDS:
        return None
    value = plain(stems, [stem != word for stem, word in zip(stems, words, strict=True)], 0, len(stems))
    return None if value is None else value.value


def _full(year: int, month: int, day: int, rule: str) -> DateMention | None:
    if not almanac.exists(year, month, day):
        return None
    return mention_of(f"{year:04d}-{month:02d}-{day:02d}", DateKind.POINT, rule, Anchor.EXPLICIT)


def _iso(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    return _full(int(m["y"]), int(m["m"]), int(m["d"]), "iso")


def _numeric(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    day, month = int(m["d2"]), int(m["m2"])
    if month > 12 >= day:
        day, month = month, day
    return _full(int(m["y2"]), month, day, "day/month/year")


def year_of(m: Match[str], ref: Reference, text: str) -> int | None:
    """Return the year that a match names, "last year" and "the same year" included."""
    if m["year"]:
        return int(m["year"])
    if m["yearsame"]:
        named = _ANY_YEAR.findall(text, max(0, m.start() - _BACK_TO_MONTH), m.start())
        return int(named[-1]) if named else None
    word = m["yearword"]
    if word and ref.on is not None:
        return ref.on.year - (word in ("الماضي", "الفايت", "المنصرم"))
    return None


def _day(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    day, month, year = number_of(m["day"]), MONTH_OF[m["month"]], year_of(m, ref, text)
    if day is None or text[max(0, m.start() - 9) : m.start("day")].split()[-1:] in (["الاسبوع"], ["الربع"], ["النصف"], ["العقد"]):
        return None
    if year is not None:
        return _full(year, month, day, "day-month-year")
    if not almanac.exists(None, month, day):
        return None
    edtf, anchor = almanac.month_day(month, day, ref)
    return mention_of(edtf, DateKind.POINT, "day-month", anchor)


_BACK_TO_MONTH: Final = 600


def month_before(text: str, at: int) -> tuple[int, int] | None:
    """Return the year and month named last before a place of the text, for "the 17th of it"."""
    named = list(_NAMED_MONTH.finditer(text, max(0, at - _BACK_TO_MONTH), at))
    return (int(named[-1]["year"]), MONTH_OF[named[-1]["month"]]) if named else None


def _ofmonth(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    day = number_of(m["od"])
    if day is None:
        return None
    if m["which"] in ("منه", "نفسه", "ذاته"):
        known = month_before(text, m.start())
        if known is None and (bare := _BARE_MONTH.findall(text, max(0, m.start() - _BACK_TO_MONTH), m.start())) and almanac.exists(None, MONTH_OF[bare[-1]], day):
            edtf, anchor = almanac.month_day(MONTH_OF[bare[-1]], day, ref)
            return mention_of(edtf, DateKind.POINT, "day of that month", anchor)
        return None if known is None else _full(*known, day, "day of that month")
    if ref.on is None:
        return None
    month = ref.on.isoformat() if m["which"] not in ("الماضي", "الفايت", "المنصرم") else almanac.shift_months(ref.on.isoformat(), -1)
    return _full(int(month[:4]), int(month[5:7]), day, "day of the month") if 1 <= day <= 31 else None


def _weekday_on(word: str, ref: Reference, *, strictly: bool = False) -> str | None:
    return almanac.weekday(DAY_OF[word], ref, strictly=strictly)


def _weekday(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    edtf = _weekday_on(m["day2"], ref, strictly=bool(m["dlast"]))
    return mention_of(edtf, DateKind.POINT, "weekday")


def _tod(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    words = m["todday"]
    tod = TIMES_OF_DAY.get(m["tod"])
    weekday = next((name for name in DAY_OF if name in words), None) or m["todwd"]
    if weekday is not None:
        back = 0
        if "امس" in words:
            back = 1
        edtf = _weekday_on(weekday, ref, strictly=bool(m["todlast"])) if not back else _named(weekday, 1, ref)
        if ref.day is None and "امس" not in words and "اليوم" not in words:
            edtf = None
        if edtf is not None and "اليوم" not in words and after_midnight(m, text):
            edtf = next_day(edtf, ref)
        return mention_of(edtf, DateKind.POINT, "part of a weekday", tod=tod)
    back = 2 if "الاول" in words or words.startswith("اول") else 1 if "امس" in words or "البارحه" in words else 0
    back -= back == 1 and after_midnight(m, text)
    return mention_of(almanac.shift(ref.day, -back) if ref.day else None, DateKind.POINT, "part of a day", tod=tod)


def after_midnight(m: Match[str], text: str) -> bool:
    """Tell "after the midnight of Saturday", which is Sunday, from "on Saturday night"."""
    return _AFTER_MIDNIGHT.search(text, max(0, m.start() - _BEFORE), m.end()) is not None


def _named(weekday: str, back: int, ref: Reference) -> str | None:
    """Return today or yesterday, or the day of the week that stands beside it where that was another: the words are older than the text."""
    if ref.day is None:
        return None
    named = None if ref.on is None or (DAY_OF[weekday] - ref.on.weekday() + back) % 7 == 0 else _weekday_on(weekday, ref)
    return almanac.shift(ref.day, -back) if named is None else named


def _back(days: int, rule: str) -> Rule:
    def rule_of(m: Match[str], ref: Reference, text: str) -> DateMention | None:
        named = _NAMED_DAY.search(m[0])
        if named is not None and ref.day is not None:
            return mention_of(_named(named[1], days, ref), DateKind.POINT, rule)
        past = days == 1 and after_midnight(m, text)
        return mention_of(almanac.shift(ref.day, past - days) if ref.day is not None else None, DateKind.POINT, rule)

    return rule_of


def _related(days: int, rule: str) -> Rule:
    def rule_of(m: Match[str], ref: Reference, text: str) -> DateMention | None:
        return mention_of(None, DateKind.RELATIVE, rule, shift=days)

    return rule_of


DAY_RULES: Final[dict[str, Rule]] = {
    "iso": _iso, "numeric": _numeric, "day": _day, "ofmonth": _ofmonth, "weekday": _weekday, "tod": _tod, "sincedawn": _back(0, "since dawn"), "beforeyesterday": _back(2, "before yesterday"),
    "lastnight": _back(1, "yesterday"), "today": _back(0, "today"), "sameday": _related(0, "same day"), "nextday": _related(1, "next day"),
}  # fmt: skip
_BEFORE = 14  # letters before words of time
_AFTER_MIDNIGHT: Final = re.compile(r"(?:بعد|بعيد|عقب|تجاوز\w?)\s{1,4}منتصف\s{1,4}(?:(?:ال)?ليل(?!ه)|ليله\s{1,4}امس|الليله\s{1,4}(?:الماضي|المنصرم|الفايت))")
_NAMED_DAY: Final = re.compile(rf"({W})$")
_ANY_YEAR: Final = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_BARE_MONTH: Final = re.compile(rf"(?:\d|من|شهر)\s{{1,20}}({M})(?![^\W_])")
_NAMED_MONTH: Final = re.compile(rf"{B}(?P<month>{M})(?:\s{{0,20}}[/(-]\s{{0,20}}{M}\)?)?\s{{1,20}}(?:من\s{{1,20}})?(?:عام\s{{1,20}})?(?P<year>{YEAR})(?!\d)")
