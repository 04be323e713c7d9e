"""Rules of the Arabic date grammar for days of the Islamic calendar and feasts, as days of the Gregorian one."""

import re
from datetime import date, timedelta
from re import Match
from typing import Final

from harmtrace.language.arabic.calendar import DAY_OF, HIJRI_OF
from harmtrace.language.arabic.dates.days import Rule, mention_of, number_of
from harmtrace.language.arabic.dates.patterns import W
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference

_EPOCH: Final = 1_948_440  # day number of 1 Muharram 1 (civil, Friday epoch)
_ORDINAL_OFFSET: Final = 1_721_425
_LAST_ORDINAL: Final = date(9998, 12, 31).toordinal()  # days are reckoned on from it


def of_hijri(year: int, month: int, day: int) -> date | None:
    """Return the day of the tabular Islamic calendar in the Gregorian one; the sighted day may lie one off.

    None outside the years 1 to 9998 of the Gregorian calendar: nobody reports from there.

    >>> of_hijri(1445, 9, 1)
    datetime.date(2024, 3, 11)
    """
    number = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH - 1
    ordinal = number - _ORDINAL_OFFSET
    return date.fromordinal(ordinal) if 366 < ordinal <= _LAST_ORDINAL else None


def _hijri(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    day, month = number_of(m["hd"]), HIJRI_OF[m["hm"]]
    if day is None or not 1 <= day <= 30:
        return None
    weekday = m["hwd"]
    if weekday is None:
        before = re.search(rf"({W})[\s,]*$", text[max(0, m.start() - 12) : m.start()])
        weekday = before[1] if before is not None else None
    years = [int(m["hy"])] if m["hy"] else []
    if not years and ref.on is not None:
        about = int((ref.on.year - 622) * 33 / 32)
        years = [about, about + 1, about - 1]
    candidates = [one for year in years if (one := of_hijri(year, month, day)) is not None]
    if not m["hy"] and ref.on is not None:
        candidates = [one for one in candidates if one - timedelta(days=2) <= ref.on][:1] or candidates[:1]
    if not candidates:
        return mention_of(None, DateKind.VAGUE, "hijri:unconverted")
    found = candidates[0]
    if weekday is not None:
        want = DAY_OF[weekday]
        found = min((found + timedelta(days=k) for k in (-1, 0, 1)), key=lambda one: ((one.weekday() - want) % 7 != 0, abs((one - candidates[0]).days)))
    return mention_of(found.isoformat(), DateKind.POINT, "hijri:converted", Anchor.EXPLICIT)


_FEASTS: Final = {"الفطر": (10, 1), "الاضحي": (12, 10)}


def _hijri_first(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "the first day of Eid al-Adha", of the year that the text is from."""
    nth = {"اول": 0, "ثاني": 1, "ثالث": 2, "رابع": 3}.get(m["nth"])
    month, first = _FEASTS.get(m["feast"], (0, 0)) if m["feast"] else (HIJRI_OF[m["hm"]], 1) if "يوم" in m[0] or "ايام" in m[0] else (0, 0)
    if nth is None or not month or ref.on is None:
        return mention_of(None, DateKind.VAGUE, "hijri:unconverted")
    about = int((ref.on.year - 622) * 33 / 32)
    past = [day for year in (about + 1, about, about - 1) if (day := of_hijri(year, month, first + nth)) is not None and day - timedelta(days=2) <= ref.on]
    return mention_of(past[0].isoformat(), DateKind.POINT, "hijri:converted", Anchor.EXPLICIT) if past else None


HIJRI_RULES: Final[dict[str, Rule]] = {"hijri": _hijri, "hijrifirst": _hijri_first}
