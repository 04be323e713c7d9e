"""Rules of the Arabic date grammar for lengths of time: "two days ago", "this month", "the first half of 2020"."""

from datetime import timedelta
from re import Match
from typing import Final

from harmtrace.language.arabic.calendar import MONTH_OF
from harmtrace.language.arabic.dates.days import Rule, mention_of, number_of, year_of
from harmtrace.language.dates import almanac
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference


def span_days(words: str) -> tuple[int, str] | None:
    """Return how many of which unit ("three days": 3, "day"); None for none that counts."""
    parts = words.split()
    unit = parts[-1]
    dual = {"يومين": (2, "day"), "اسبوعين": (14, "day"), "شهرين": (2, "month"), "عامين": (2, "year"), "سنتين": (2, "year"), "ساعتين": (0, "hour"), "دقيقتين": (0, "hour")}
    if unit in dual:
        return dual[unit]
    if unit.startswith(("ساع", "دقي", "دقا", "لحظ", "قليل")):
        count = number_of(" ".join(parts[:-1])) if len(parts) > 1 else 1
        return (0 if (count or 1) < 24 else (count or 24) // 24), "hour"
    count = number_of(" ".join(parts[:-1])) if len(parts) > 1 else 1
    if count is None:
        return None
    if unit.startswith(("يوم", "ايام")):
        return count, "day"
    if unit.startswith(("اسبوع", "اسابيع")):
        return count * 7, "day"
    if unit.startswith(("شهر", "اشهر", "شهور")):
        return count, "month"
    return count, "year"


def moved(ref: Reference, amount: int, unit: str) -> str | None:
    """Return the day, month or year so long before the reference day."""
    if ref.day is None:
        return None
    if unit in ("day", "hour"):
        return almanac.shift(ref.day, -amount)
    if unit == "month":
        return almanac.shift_months(ref.day, -amount)
    return None if ref.on is None or amount >= ref.on.year else f"{ref.on.year - amount:04d}"


def _ago(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    span = span_days(m["ago"])
    if span is None or (span[1] == "hour" and len(m["ago"].split()) > 1 and number_of(" ".join(m["ago"].split()[:-1])) is None):
        return None
    amount, unit = span
    behind = text[m.end() : m.end() + 9].strip()
    if (m["ago"].split()[-1] in ("يوم", "يوما") and amount == 1 and behind.startswith("واحد")) or (behind.startswith("من ") and not behind.startswith(("من الان", "من اليوم"))):
        return None  # "a month before the raid"
    kind = DateKind.POINT if unit in ("day", "hour") and amount < 14 else DateKind.SPAN
    edtf = moved(ref, amount, unit)
    return mention_of(edtf, kind, "ago")


def _shifted(sign: int, group: str) -> Rule:
    def rule_of(m: Match[str], ref: Reference, text: str) -> DateMention | None:
        span = span_days(m[group]) if m[group] else (1, "day")
        days = sign * span[0] if span is not None and span[1] == "day" else None
        return mention_of(None, DateKind.RELATIVE, "related", shift=days)

    return rule_of


def until(start: str | None, ref: Reference) -> str | None:
    """Return the time from a day to the reference day; open where nobody knows that."""
    if start is None:
        return None
    return f"{start}/{ref.day}" if ref.day is not None else f"{start}/.."


def _hours(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    number = m["hn"] or m["hn2"] or m["hn3"]
    if number is None:
        return mention_of(None, DateKind.WINDOW, "last hours") if "الماضيه" in m[0] or "الاخيره" in m[0] else None
    hours = int(number) if number.isdigit() else 24
    days = max(1, hours // 24)
    return mention_of(almanac.interval(almanac.shift(ref.day, -days), ref.day) if ref.day is not None else None, DateKind.WINDOW, "last hours")


def _hours_over(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "the last 24 hours", "the toll of the past twenty-four hours"."""
    number = m["hl1"] or m["hl2"] or m["hl3"]
    days = max(1, (int(number) if number.isdecimal() else 24) // 24) if len(number) < 4 or not number.isdecimal() else 1
    return mention_of(almanac.interval(almanac.shift(ref.day, -days), ref.day) if ref.day is not None else None, DateKind.WINDOW, "last hours")


def _before_it(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "three days before the strike", "two days after the raid", the event named by its noun."""
    span = span_days(m["bispan"])
    days = None if span is None or span[1] != "day" else -span[0] if m["bi"] == "قبل" else span[0]
    return mention_of(None, DateKind.RELATIVE, "related", shift=days)


def _eve(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "on the eve of the funeral", "the morrow of the strike"."""
    return mention_of(None, DateKind.RELATIVE, "related", shift=-1 if m["eve"] == "عشيه" else 1)


def _week(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    if m["thisweek"]:
        monday = None if ref.on is None else (ref.on - timedelta(days=ref.on.weekday())).isoformat()
        return mention_of(almanac.interval(monday, ref.day), DateKind.WINDOW, "this:weeks")
    if m["weeks"] and m["wcount"] and (count := number_of(m["wcount"])) is not None and ref.day is not None:
        days = count * (7 if m["weeks"] == "الاسابيع" else 1) - m["wlast"].startswith("الاخير")  # "the last five days" end today
        return mention_of(almanac.interval(almanac.shift(ref.day, -days), ref.day), DateKind.WINDOW, "within days")
    if m["weeks"]:
        return mention_of(None, DateKind.WINDOW, "recent days")
    if m["wspan"]:
        days = {"اسبوع": 7, "اسبوعين": 14, "يومين": 2}[m["wspan"]]
        return mention_of(almanac.interval(almanac.shift(ref.day, -days), ref.day) if ref.day else None, DateKind.WINDOW, "within days")
    return mention_of(almanac.week(ref, -1), DateKind.WINDOW, "last:week")


def _month_window(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    if ref.day is None or not (m["thismonth"] or m["lastmonth"]):
        return mention_of(None, DateKind.WINDOW, "last months")
    if m["lastmonth"]:
        return mention_of(almanac.shift_months(ref.day, -1), DateKind.SPAN, "last:month")
    return mention_of(almanac.shift_months(ref.day, 0), DateKind.WINDOW, "this:month")


def _year_window(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    if m["yy"]:
        return mention_of(m["yy"], DateKind.SPAN, "year", Anchor.EXPLICIT)
    if ref.on is None:
        return mention_of(None, DateKind.WINDOW, "year")
    if m["lastyear"]:
        return mention_of(f"{ref.on.year - 1:04d}", DateKind.SPAN, "last:year")
    return mention_of(f"{ref.on.year:04d}", DateKind.WINDOW, "this:year")


def _part(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "the first half of 2020", "the last quarter of last year", "the first three months of 2022"."""
    if m["part"] is None:
        count, year = number_of(m["mcount"]), int(m["py"]) if m["py"] else None if ref.on is None else ref.on.year - (m["pw"] in ("الماضي", "الفايت", "المنصرم"))
        if count is None or year is None or not 1 <= count <= 12:
            return None
        first = 1 if m["mend"] == "الاولي" else 13 - count
        return mention_of(f"{year:04d}-{first:02d}/{year:04d}-{first + count - 1:02d}", DateKind.WINDOW, "part of a year")
    length = 6 if m["part"] == "النصف" else 3
    nth = {"الاول": 0, "الثاني": 1, "الثالث": 2, "الرابع": 3}.get(m["pn"], 12 // length - 1)
    if nth * length >= 12 or (ref.on is None and not m["py"]):
        return None
    year = int(m["py"]) if m["py"] else 0 if ref.on is None else ref.on.year - (m["pw"] in ("الماضي", "الفايت", "المنصرم"))
    return mention_of(f"{year:04d}-{nth * length + 1:02d}/{year:04d}-{nth * length + length:02d}", DateKind.WINDOW, "part of a year")


#: What is named for a month.
_NAMED_FOR: Final = frozenset("حي شارع جسر كوبري ساحه ميدان ملعب مشفي مستشفي مدرسه جامعه مخيم قريه بلده مدينه صاله سوق ثانويه لواء لوا كتيبه".split())


def _monthname(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    month, year = MONTH_OF[m["month"]], year_of(m, ref, text)
    if m["month"] == "اب" and year is None and "شهر" not in m[0] and m["edge"] is None and m["mlast"] is None and "/" not in m[0]:
        lead = text[max(0, m.start() - 8) : m.start() + 3].split()
        if not lead or lead[-1] not in {"في", "خلال", "منذ", "حتي"}:
            return None  # "a father"
    if m["month"] in ("ماي", "اوت", "مارت") and year is None:
        return None
    before = text[max(0, m.start("month") - 14) : m.start("month")].split()[-1:]
    if "شهر" not in m[0] and m["edge"] is None and before and before[0] in _NAMED_FOR:
        return None  # "the quarter of May", "October Street"
    if year is not None:
        return mention_of(f"{year:04d}-{month:02d}", DateKind.SPAN, "month", Anchor.EXPLICIT)
    if m["mlast"] in ("المقبل", "القادم"):
        return mention_of(None, DateKind.VAGUE, "month ahead")
    edtf, anchor = almanac.bare_month(month, ref, strictly=bool(m["mlast"]))
    return mention_of(edtf, DateKind.SPAN, "month", anchor)


def _overspan(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    span = span_days(m["ospan"])
    if span is None or span[1] == "hour":
        return None
    start = moved(ref, *span)
    return mention_of(until(start, ref), DateKind.WINDOW, "within")


def _vague(rule: str, kind: DateKind = DateKind.VAGUE) -> Rule:
    def rule_of(m: Match[str], ref: Reference, text: str) -> DateMention | None:
        return mention_of(None, kind, rule)

    return rule_of


SPELL_RULES: Final[dict[str, Rule]] = {
    "afterwhich": _shifted(-1, "aw"), "beforewhich": _shifted(-1, "bw"), "beforeit": _before_it, "eve": _eve, "hoursover": _hours_over,
    "beforethat": _shifted(-1, "bt"), "afterthat": _shifted(1, "at"), "ago": _ago, "hours": _hours, "week": _week, "month": _month_window, "year": _year_window, "monthname": _monthname, "part": _part,
    "rate": _vague("rate", DateKind.RATE), "vague": _vague("vague"), "overspan": _overspan,
}  # fmt: skip
