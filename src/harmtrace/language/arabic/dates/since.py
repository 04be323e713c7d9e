"""Rules of the Arabic date grammar for what began on a day and lasts: "since the beginning of March"."""

import re
from datetime import timedelta
from re import Match
from typing import Final

from harmtrace.language.arabic.calendar import DAY_OF
from harmtrace.language.arabic.dates.days import DAY_RULES, Rule, mention_of
from harmtrace.language.arabic.dates.patterns import COMPILED, YEAR
from harmtrace.language.arabic.dates.spells import SPELL_RULES, moved, span_days, until
from harmtrace.language.dates import almanac
from harmtrace.language.dates.records import DateKind, DateMention, Reference


def _since(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    what, of = m["swhat"], m["sof"]
    start: str | None = None
    for name, pattern in _INNER:
        inner = pattern.fullmatch(what)
        if inner is not None:
            found = _STARTS[name](inner, ref, what)
            start = found.edtf if found is not None else None
            break
    else:
        start = _since_unit(what, ref)
    if start is None and m["swd"]:
        start = almanac.weekday(DAY_OF[m["swd"]], ref)  # "since the operation began on Wednesday"
    if start is not None and of in {"بدايه", "مطلع", "بدء", "بد"} and len(start) in (4, 7):
        start = f"{start}-01" if len(start) == 7 else f"{start}-01-01"
    if start is None and what.isdigit():
        start = what
    return mention_of(until(start, ref), DateKind.SINCE, "since")


def _since_unit(what: str, ref: Reference) -> str | None:
    """Return where "the month", "this year", "the week" begin."""
    if ref.on is None:
        return None
    last = "الماضي" in what
    if "شهر" in what:
        return ref.on.strftime("%Y-%m") if not last else almanac.shift_months(ref.on.isoformat(), -1)
    if "عام" in what or "سنه" in what:
        match = re.search(YEAR, what)
        return match[0] if match else f"{ref.on.year - last:04d}"
    if "اسبوع" in what:
        monday = ref.on - timedelta(days=ref.on.weekday() + 7 * last)
        return monday.isoformat()
    return None


def _sinceday(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    return mention_of(until(almanac.weekday(DAY_OF[m["sday"]], ref), ref), DateKind.SINCE, "since")


def _sincespan(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    span = span_days(m["sspan"])
    if span is None:
        return None
    if span[1] == "hour":
        return mention_of(ref.day, DateKind.POINT, "since hours")
    return mention_of(until(moved(ref, *span), ref), DateKind.SINCE, "since")


def _sincethat(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "since the fighting grew on 26 March"."""
    for name, pattern in _INNER:
        inner = pattern.fullmatch(m["sthat"])
        if inner is not None:
            found = _STARTS[name](inner, ref, m["sthat"])
            return None if found is None or found.edtf is None else mention_of(until(found.edtf, ref), DateKind.SINCE, "since")
    return None


SINCE_RULES: Final[dict[str, Rule]] = {"sincethat": _sincethat, "since": _since, "sinceday": _sinceday, "sincespan": _sincespan}
#: What may stand behind "since" and has a rule of its own.
_STARTS: Final[dict[str, Rule]] = {"day": DAY_RULES["day"], "year": SPELL_RULES["year"], "monthname": SPELL_RULES["monthname"]}
_INNER: Final = tuple((name, pattern) for name, pattern, *_ in COMPILED if name in _STARTS)
