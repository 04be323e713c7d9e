"""The day that a platform stamped on a post: "9:49 AM · Aug 19, 2022", "November 30, 2024 · Shared with Public"."""

import re
from typing import Final

from harmtrace.language.dates import almanac
from harmtrace.language.english import dates as english
from harmtrace.language.late import late

_NUMBER: Final = {**{name: n for n, name in enumerate(english.MONTHS, 1)}, **english.MONTH_ABBREVIATIONS}
_ARABIC: Final = {
    "يناير": 1, "فبراير": 2, "مارس": 3, "أبريل": 4, "إبريل": 4, "ابريل": 4, "مايو": 5, "يونيو": 6, "يوليو": 7,
    "أغسطس": 8, "اغسطس": 8, "سبتمبر": 9, "أكتوبر": 10, "اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
    "كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9,
    "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
}  # fmt: skip
_DOT: Final = "·"
_CLOCK: Final = r"\d{1,2}:\d\d[ \u202f\u00a0]?(?:[AP]M|[صم])"
_ENGLISH: Final = (
    rf"(?P<month>{'|'.join(sorted(_NUMBER, key=len, reverse=True))})\.? (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?"
)
_OTHER: Final = rf"(?P<day2>\d{{1,2}}) (?P<month2>{'|'.join(sorted((*_ARABIC, *_NUMBER), key=len, reverse=True))})\.?(?:,? (?P<year2>\d{{4}}))?"
#: The clock and the day, as a post shows them; the day and who may see the post. A name may be glued to the day.
_AFTER_CLOCK: Final = late(rf"(?<=[MصمPA]) ?{_DOT} ?(?:{_ENGLISH}|{_OTHER})", re.IGNORECASE)
_BEFORE_WHO: Final = late(
    rf"(?:{_ENGLISH}|{_OTHER})(?: (?:at|في|الساعة)(?: الساعة)? {_CLOCK})? {{0,2}}{_DOT} {{0,2}}(?:shared with|public\b|edited\b|تمت المشاركة|تمت مشاركته|عام\b|🌐|🌎|🌍)",
    re.IGNORECASE,
)
_WORDED: Final = late(rf"(?:{_ENGLISH}|{_OTHER})", re.IGNORECASE)
#: How far before its dot a stamp may begin, and how many dots are looked at: a menu may have hundreds.
_REACH: Final = 48
_DOTS: Final = 40


def stamped(text: str) -> str | None:
    r"""Return the day (EDTF) of the first stamp that a platform put on a post, None where there is none.

    Without a year it is ``XXXX-03-01``. Digits of any kind are read.

    >>> stamped("Harbour Voice's Post\n\nHarbour VoiceMarch 1, 2024 · Shared with Public\nThree hurt in the market.")
    '2024-03-01'
    """
    at = -1
    for _ in range(_DOTS):
        at = text.find(_DOT, at + 1)
        if at < 0:
            break
        clock = _AFTER_CLOCK.match(text, at - 1) if at and text[at - 1] == " " else _AFTER_CLOCK.match(text, at)
        if clock is not None and (found := _edtf(clock)) is not None:
            return found
        start = max(0, at - _REACH)
        for who in _BEFORE_WHO.finditer(text, start, at + 16):
            if (found := _edtf(who)) is not None:
                return found
    return None


def worded(value: str) -> str | None:
    """Return the day (EDTF) that a text which is a date and nothing else names with its year, None for another text.

    >>> worded("8 يونيو 2025"), worded("March 6, 2025"), worded("March 6")
    ('2025-06-08', '2025-03-06', None)
    """
    match = _WORDED.fullmatch(value.strip())
    found = None if match is None else _edtf(match)
    return None if found is None or found.startswith("X") else found


def _edtf(match: re.Match[str]) -> str | None:
    name = (match["month"] or match["month2"]).lower()
    month = _NUMBER.get(name) or _ARABIC[name]
    day = int(match["day"] or match["day2"])
    written = match["year"] or match["year2"]
    year = None if written is None else int(written)
    if not almanac.exists(year, month, day) or (year is not None and not 2000 <= year < 2100):
        return None
    return f"XXXX-{month:02d}-{day:02d}" if year is None else f"{year:04d}-{month:02d}-{day:02d}"
