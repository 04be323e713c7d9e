"""Arabic words of time and what they mean, read from the reference day: EDTF out, nothing invented."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from functools import reduce
from operator import or_
from re import Match
from typing import Final

from harmtrace.language.arabic import pieces
from harmtrace.language.arabic.calendar import DAY_OF, HIJRI_OF, MONTH_OF, ORDINALS, TIMES_OF_DAY
from harmtrace.language.arabic.letters import Letters
from harmtrace.language.arabic.numbers import NUMBER_WORDS, plain
from harmtrace.language.dates import almanac
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference


def _any(names: "dict[str, int]") -> str:
    return "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))


_M = f"(?:{_any(MONTH_OF)})"
_H = f"(?:{_any(HIJRI_OF)})"
_W = f"(?:{_any(DAY_OF)})"
_N = r"\d{1,2}"
_ORD = f"(?:{_any(ORDINALS)})"
_YEAR = r"(?:19|20)\d\d"
_B, _E = r"(?<![^\W_])(?:[وف]?[بلك]?)", r"(?![^\W_])"
_T = f"(?:{'|'.join(sorted(TIMES_OF_DAY, key=len, reverse=True))})"
_MONTHS2 = rf"(?P<month>{_M})(?:\s{{0,20}}[/(-]\s{{0,20}}{_M}\)?)?"
_OF_YEAR = rf"(?:[\s,]{{0,20}}(?:من\s{{1,20}})?(?:ال?عام\s{{1,20}}|سنه\s{{1,20}})?(?P<year>{_YEAR})|\s{{1,20}}من\s{{1,20}}العام\s{{1,20}}(?P<yearword>الجاري|الحالي|الماضي|الفايت|المنصرم))?"
_UNITS = r"(?:يوما|يوم|ايام|يومين|اسبوعا|اسبوع|اسابيع|اسبوعين|شهرا|شهر|اشهر|شهور|شهرين|عاما|عام|اعوام|عامين|سنه|سنوات|سنتين|سنين|ساعه|ساعات|ساعتين|دقيقه|دقايق|دقيقتين|لحظات|قليل)"
_COUNT = r"(?:\w{1,40}(?:\s{1,20}و\w{1,40})?\s{1,20}|\d+\s{1,20})"
_LAST = r"(?:الماضي|الماضيه|الفايت|الفايته|المنصرم|المنصرمه|السابق|السابقه|الاخير|الاخيره)"

_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    ("iso", rf"(?<!\d)(?P<y>{_YEAR})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?!\d)"),
    ("numeric", rf"(?<!\d)(?P<d2>\d\d?)[-/.](?P<m2>\d\d?)[-/.](?P<y2>{_YEAR})(?!\d)"),
    ("part", rf"{_B}(?P<part>النصف|الربع)\s{{1,20}}(?P<pn>الاول|الثاني|الثالث|الرابع|الاخير)\s{{1,20}}(?:من\s{{1,20}})(?:ال)?(?:عام|سنه)(?:\s{{1,20}}(?:(?P<py>{_YEAR})|(?P<pw>الجاري|الحالي|الماضي|الفايت|المنصرم)\w?))?{_E}"),
    ("since", rf"{_B}منذ\s{{1,20}}(?P<sof>بدايه|مطلع|اوايل|اول|بدء|بد|انطلاق|اندلاع|اواخر|نهايه|منتصف|اواسط|تاريخ)?\s{{0,20}}(?:من\s{{1,20}})?(?P<swhat>{_N}\s{{1,20}}(?:من\s{{1,20}})?{_M}(?:\s{{0,20}}/\s{{0,20}}{_M})?(?:[\s,]{{0,20}}(?:من\s{{1,20}})?(?:عام\s{{1,20}})?{_YEAR})?|{_ORD}\s{{1,20}}من\s{{1,20}}{_M}(?:\s{{0,20}}/\s{{0,20}}{_M})?(?:[\s,]{{0,20}}(?:من\s{{1,20}})?(?:عام\s{{1,20}})?{_YEAR})?|(?:شهر\s{{1,20}})?{_M}(?:\s{{0,20}}/\s{{0,20}}{_M})?(?:[\s,]{{0,20}}{_YEAR})?|(?:ال)?عام\s{{1,20}}{_YEAR}|سنه\s{{1,20}}{_YEAR}|{_YEAR}|(?:هذا\s{{1,20}})?(?:الشهر|العام|السنه|الاسبوع)(?:\s{{1,20}}(?:الجاري|الحالي|الماضي|الجاريه|الحاليه))?|الحرب|العدوان|العمليات|العمليه|المعركه|المعارك|الحمله|الثوره|الهجوم|الحصار|النزاع|الازمه|التصعيد|الاشتباكات|القتال|المواجهات|الصراع|الغزو|الاحتجاجات){_E}"),
    ("hijri", rf"{_B}(?:(?P<hwd>{_W})[\s,]{{1,20}})?(?P<hd>{_N}|{_ORD})\s{{1,20}}(?:من\s{{1,20}})?(?:ايام\s{{1,20}})?(?:شهر\s{{1,20}})?(?P<hm>{_H})(?:\s{{0,20}}(?:سنه|عام|لعام)?\s{{0,20}}(?P<hy>1[34]\d\d)\s{{0,20}}(?:ه(?:جريه?)?|للهجره)?\.?)?{_E}"),
    ("hijrifirst", rf"{_B}(?P<nth>اول|ثاني|ثالث|رابع|اخر|اواخر|اوايل)\s{{1,20}}(?:يوم\s{{1,20}}(?:من\s{{1,20}})?|ايام\s{{1,20}})?(?:شهر\s{{1,20}})?(?:(?P<hm>{_H})|عيد\s{{1,20}}(?P<feast>\w{{1,40}})){_E}"),
    ("ranges", rf"{_B}(?:ما\s{{1,20}})?بين\s{{1,20}}(?P<g1>{_N}|{_ORD})\s{{0,20}}(?:من\s{{1,20}})?(?P<gm1>{_M})(?:[\s,]{{1,20}}(?P<gy1>{_YEAR}))?\s{{0,20}}و\s{{0,20}}(?P<g2>{_N}|{_ORD})\s{{0,20}}(?:من\s{{1,20}})?(?P<gm2>{_M})(?:[\s,]{{0,20}}(?:من\s{{1,20}})?(?:عام\s{{1,20}})?(?P<gy2>{_YEAR}))?{_E}"),
    ("range", rf"{_B}(?:(?:ما\s{{1,20}})?بين\s{{1,20}})?(?:من\s{{1,20}})?(?:يومي\s{{1,20}})?(?P<r1>{_N}|{_ORD})\s{{0,20}}(?:-|و|الي|حتي|لغايه)\s{{0,20}}(?P<r2>{_N}|{_ORD})\s{{0,20}}(?:من\s{{1,20}})?(?:شهر\s{{1,20}})?(?P<rm>{_M})(?:\s{{0,20}}/\s{{0,20}}{_M})?(?:[\s,]{{0,20}}(?:من\s{{1,20}})?(?:عام\s{{1,20}})?(?P<ry>{_YEAR}))?{_E}"),
    ("nights", rf"{_B}(?P<nn>ليل|ليله|فجر|يومي)\s{{1,20}}(?P<n1>{_W})\s{{0,20}}(?:[-/ ]|و)\s{{0,20}}(?P<n2>{_W}){_E}"),
    ("day", rf"{_B}(?:(?P<wd>{_W})[\s,]{{1,20}}(?:الموافق\s{{1,20}}(?:ل)?|الواقع في\s{{1,20}})?)?(?:ال)?(?P<day>{_N}|{_ORD})\s{{0,20}}(?:من\s{{1,20}})?(?:شهر\s{{1,20}})?{_MONTHS2}{_OF_YEAR}{_E}"),
    ("ofmonth", rf"{_B}(?P<od>{_N}|{_ORD})\s{{1,20}}(?:من\s{{1,20}})?(?:هذا\s{{1,20}}الشهر|(?:من\s{{1,20}})?(?:الشهر\s{{1,20}})?(?P<which>الجاري|الحالي|الماضي|الفايت|المنصرم|منه|نفسه|ذاته)){_E}"),
    ("sincedawn", rf"{_B}منذ\s{{1,20}}(?:ساعات\s{{1,20}})?(?:ال)(?:فجر|صباح|مسا|ظهر|ليل|عصر)(?:\s{{1,20}}الاولي|\s{{1,20}}الباكر)?{_E}"),
    ("sincespan", rf"{_B}منذ\s{{1,20}}(?:اكثر\s{{1,20}}من\s{{1,20}}|نحو\s{{1,20}}|حوالي\s{{1,20}}|قرابه\s{{1,20}})?(?P<sspan>{_COUNT}?{_UNITS}){_E}"),
    ("sameday", rf"{_B}(?:اليوم\s{{1,20}}(?:نفسه|ذاته)|(?:نفس|ذات)\s{{1,20}}اليوم|(?:في\s{{1,20}})?ذلك\s{{1,20}}اليوم){_E}"),
    ("nextday", rf"{_B}(?:اليوم\s{{1,20}}التالي|الغد\s{{1,20}}التالي){_E}"),
    ("tod", rf"{_B}(?P<tod>{_T})\s{{1,20}}(?:ال)?(?P<todday>يوم\s{{1,20}}امس|امس\s{{1,20}}الاول|اول\s{{1,20}}(?:من\s{{1,20}})?امس|امس|اليوم|البارحه|هذا\s{{1,20}}اليوم|يوم\s{{1,20}}{_W}|{_W})(?:[\s,]{{1,20}}(?P<todwd>{_W}))?(?:\s{{1,20}}(?P<todlast>{_LAST}))?(?!\s{{1,20}}\d){_E}"),
    ("beforeyesterday", rf"{_B}(?:يوم\s{{1,20}})?(?:اول\s{{1,20}}(?:من\s{{1,20}})?امس|امس\s{{1,20}}الاول|قبل\s{{1,20}}امس|اول\s{{1,20}}البارحه)(?:[\s,]{{1,20}}{_W})?{_E}"),
    ("lastnight", rf"{_B}(?:الليله\s{{1,20}}(?:الماضيه|الفايته|المنصرمه)|ليله\s{{1,20}}امس|ليل\s{{1,20}}امس|امبارح|مبارح|البارحه|امس|يوم\s{{1,20}}امس|مسا\s{{1,20}}امس)(?:[\s,]{{1,20}}(?:يوم\s{{1,20}})?{_W})?{_E}"),
    ("today", rf"{_B}(?:اليوم|هذا\s{{1,20}}اليوم|الليله|هذا\s{{1,20}}المسا|هذا\s{{1,20}}الصباح|اليوم\s{{1,20}}الصبح)(?:[\s,]{{1,20}}{_W})?{_E}(?!\s{{1,20}}(?:نفسه|التالي|ذاته|السابق|الاول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر))"),
    ("beforethat", rf"{_B}قبل(?:ه|ها|\s{{1,20}}ذلك)\s{{1,20}}ب(?P<bt>{_COUNT}?{_UNITS}){_E}|{_B}(?:اليوم\s{{1,20}}السابق){_E}"),
    ("afterthat", rf"{_B}بعد(?:ه|ها|\s{{1,20}}ذلك)\s{{1,20}}ب(?P<at>{_COUNT}?{_UNITS}){_E}"),
    ("ago", rf"{_B}قبل\s{{1,20}}(?:نحو\s{{1,20}}|حوالي\s{{1,20}}|قرابه\s{{1,20}})?(?P<ago>{_COUNT}?{_UNITS}){_E}"),
    ("hours", rf"{_B}(?:خلال|في|طوال)\s{{1,20}}(?:ال\s{{0,20}})?(?:(?P<hn>\d+|اربع\s{{1,20}}وعشرين)\s{{1,20}}ساعه(?:\s{{1,20}}{_LAST})?|ساعات\s{{1,20}}(?:ال\s{{0,20}})?(?P<hn2>\d+|اربع\s{{1,20}}والعشرين)(?:\s{{1,20}}{_LAST})?|الساعات\s{{1,20}}(?:ال\s{{0,20}})?(?P<hn3>\d+|الاربع\s{{1,20}}والعشرين)?(?:\s{{0,20}}{_LAST})?){_E}"),
    ("weekday", rf"{_B}(?:يوم\s{{1,20}})?(?P<day2>{_W})(?:\s{{1,20}}(?P<dlast>{_LAST}))?{_E}(?!\s{{0,20}}(?:الاسود|الدامي|القادم|المقبل))"),
    ("week", rf"{_B}(?:(?P<thisweek>هذا\s{{1,20}}الاسبوع|الاسبوع\s{{1,20}}(?:الجاري|الحالي))|الاسبوع\s{{1,20}}{_LAST}|(?:خلال\s{{1,20}})?(?P<weeks>الاسابيع|الايام)\s{{1,20}}(?:القليله\s{{1,20}}|(?:ال)?(?P<wcount>\w{{1,12}})\s{{1,20}})?(?P<wlast>{_LAST})|خلال\s{{1,20}}(?P<wspan>اسبوع|اسبوعين|يومين)){_E}"),
    ("month", rf"{_B}(?:(?P<thismonth>هذا\s{{1,20}}الشهر|الشهر\s{{1,20}}(?:الجاري|الحالي))|(?P<lastmonth>الشهر\s{{1,20}}(?:الماضي|الفايت|المنصرم))|(?:خلال|في)\s{{1,20}}(?:الاشهر|الشهور)\s{{1,20}}(?:\w{{1,40}}\s{{1,20}})?{_LAST}){_E}"),
    ("year", rf"{_B}(?:(?P<thisyear>هذا\s{{1,20}}العام|هذه\s{{1,20}}السنه|العام\s{{1,20}}(?:الجاري|الحالي)|السنه\s{{1,20}}(?:الجاريه|الحاليه))|(?P<lastyear>العام\s{{1,20}}(?:الماضي|الفايت|المنصرم)|السنه\s{{1,20}}الماضيه)|(?:ال)?(?:عام|سنه|العام)\s{{1,20}}(?P<yy>{_YEAR})){_E}"),
    ("monthname", rf"{_B}(?P<edge>اوايل|مطلع|بدايه|اواخر|نهايه|منتصف|اواسط)?\s{{0,20}}(?:شهر\s{{1,20}})?{_MONTHS2}{_OF_YEAR}(?:\s{{1,20}}(?P<mlast>{_LAST}|المقبل|القادم))?{_E}"),
    ("rate", rf"{_B}(?:يوميا|كل\s{{1,20}}يوم|شهريا|اسبوعيا|كل\s{{1,20}}شهر|كل\s{{1,20}}اسبوع|سنويا){_E}"),
    ("vague", rf"{_B}(?:موخرا|حديثا|في\s{{1,20}}الاونه\s{{1,20}}الاخيره|الفتره\s{{1,20}}الاخيره){_E}"),
    ("overspan", rf"{_B}خلال\s{{1,20}}(?P<ospan>{_COUNT}?{_UNITS})(?:\s{{1,20}}(?P<olast>{_LAST}))?{_E}"),
)  # fmt: skip
#: How many letters before the end of its piece (pieces.DATES) a match of each pattern may begin; none: anywhere.
_REACH: Final[dict[str, int]] = {
    "since": 12, "sincedawn": 12, "sincespan": 12, "ago": 12, "overspan": 12, "rate": 16, "afterthat": 20, "nights": 20, "vague": 24, "tod": 24, "today": 24, "year": 24, "sameday": 24, "nextday": 24,
    "lastnight": 28, "weekday": 28, "beforethat": 28, "week": 32, "month": 32, "monthname": 40, "beforeyesterday": 40, "hours": 56, "hijrifirst": 56, "ofmonth": 72, "hijri": 96, "day": 96, "range": 112, "ranges": 160,
}  # fmt: skip
_COMPILED: Final = tuple((name, re.compile(pattern), *pieces.DATES[name], _REACH.get(name)) for name, pattern in _PATTERNS)
#: A word, as the patterns mean it: they begin where one does.
_WORD: Final = re.compile(r"[^\W_]+")


def find(letters: Letters, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
    """Return the words of time between two folded places, in order, none overlapping."""
    ends, bits = pieces.between(letters, start, end)
    held = reduce(or_, bits, 0)
    if not held & pieces.DATE:
        return ()
    text = letters.text
    words = [match.start() for match in _WORD.finditer(text, start, end)]
    found: list[tuple[int, int, DateMention]] = []
    for name, pattern, one, other, reach in _COMPILED:
        if not (held & one and held & other):
            continue
        if reach is None:
            matches = list(pattern.finditer(text, start, end))
        else:
            matches = _matches(pattern, text, end, words, [at for at, bit in zip(ends, bits, strict=True) if bit & one], reach)
        for match in matches:
            a, b = _trimmed(text, match)
            if any(x < b and a < y for x, y, _ in found):
                continue
            mention = _RULES[name](match, reference, text)
            if mention is not None:
                first, last = letters.original(a, b)
                found.append((a, b, mention._replace(start=first, end=last)))
    found.sort(key=lambda one: one[0])
    return tuple([mention for _, _, mention in found])


def _matches(pattern: re.Pattern[str], text: str, end: int, words: list[int], pieces: list[int], reach: int) -> list[Match[str]]:
    """Return what a pattern finds, asked only at words that stand shortly before a piece that it needs."""
    found: list[Match[str]] = []
    k = after = 0
    for at in pieces:
        first, k = max(k, bisect_left(words, at - reach)), bisect_right(words, at)
        for word in words[first:k]:
            if word >= after and (match := pattern.match(text, word, end)) is not None:
                found.append(match)
                after = match.end()
    return found


def _trimmed(text: str, match: Match[str]) -> tuple[int, int]:
    a, b = match.span()
    while b > a and text[b - 1] in " ,.(":
        b -= 1
    while a < b and text[a] in " ,":
        a += 1
    return a, b


def _mention(
    edtf: str | None, kind: DateKind, rule: str, anchor: Anchor = Anchor.REFERENCE, *, shift: int | None = None, tod: str | None = None
) -> DateMention:
    return DateMention(0, 0, edtf, kind, rule, anchor if edtf is not None else Anchor.NONE, shift, tod)


def _number(text: str) -> int | None:
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
    return _mention(f"{year:04d}-{month:02d}-{day:02d}", DateKind.POINT, rule, Anchor.EXPLICIT)


def _iso(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    return _full(int(m["y"]), int(m["m"]), int(m["d"]), "iso")


def _numeric(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    day, month = int(m["d2"]), int(m["m2"])
    if month > 12 >= day:
        day, month = month, day
    return _full(int(m["y2"]), month, day, "day/month/year")


def _year_of(m: Match[str], ref: Reference) -> int | None:
    if m["year"]:
        return int(m["year"])
    word = m["yearword"]
    if word and ref.on is not None:
        return ref.on.year - (word in ("الماضي", "الفايت", "المنصرم"))
    return None


def _day(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    day, month, year = _number(m["day"]), MONTH_OF[m["month"]], _year_of(m, ref)
    if day is None:
        return None
    if year is not None:
        return _full(year, month, day, "day-month-year")
    if not almanac.exists(None, month, day):
        return None
    edtf, anchor = almanac.month_day(month, day, ref)
    return _mention(edtf, DateKind.POINT, "day-month", anchor)


_BACK_TO_MONTH: Final = 600


def _month_before(text: str, at: int) -> tuple[int, int] | None:
    """Return the year and month named last before a place of the text, for "the 17th of it"."""
    named = list(_NAMED_MONTH.finditer(text, max(0, at - _BACK_TO_MONTH), at))
    return (int(named[-1]["year"]), MONTH_OF[named[-1]["month"]]) if named else None


def _ofmonth(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    day = _number(m["od"])
    if day is None:
        return None
    if m["which"] in ("منه", "نفسه", "ذاته"):
        known = _month_before(text, m.start())
        return None if known is None else _full(*known, day, "day of that month")
    if ref.on is None:
        return None
    month = ref.on.isoformat() if m["which"] not in ("الماضي", "الفايت", "المنصرم") else almanac.shift_months(ref.on.isoformat(), -1)
    return _full(int(month[:4]), int(month[5:7]), day, "day of the month") if 1 <= day <= 31 else None


def _range(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    first, last, month = _number(m["r1"]), _number(m["r2"]), MONTH_OF[m["rm"]]
    if first is None or last is None or last <= first or last > 31:
        return None
    year = int(m["ry"]) if m["ry"] else None
    if year is None:
        known, anchor = almanac.month_day(month, last, ref)
        prefix = known[:4]
    else:
        prefix, anchor = f"{year:04d}", Anchor.EXPLICIT
    if not first or not almanac.exists(None if prefix.startswith("X") else int(prefix), month, last):
        return None
    return _mention(f"{prefix}-{month:02d}-{first:02d}/{prefix}-{month:02d}-{last:02d}", DateKind.RANGE, "range", anchor)


def _months_apart(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "between 28 September and 3 October 2021"."""
    first, last = _number(m["g1"]), _number(m["g2"])
    one, two = MONTH_OF[m["gm1"]], MONTH_OF[m["gm2"]]
    if first is None or last is None or not (1 <= first <= 31 and 1 <= last <= 31) or (one, first) == (two, last):
        return None
    anchor = Anchor.EXPLICIT
    if m["gy2"]:
        year = int(m["gy2"])
    else:
        known, anchor = almanac.month_day(two, last, ref)
        if known.startswith("X"):
            return _mention(f"XXXX-{one:02d}-{first:02d}/XXXX-{two:02d}-{last:02d}", DateKind.RANGE, "range", anchor)
        year = int(known[:4])
    before = int(m["gy1"]) if m["gy1"] else year - (one > two)
    if not almanac.exists(before, one, first) or not almanac.exists(year, two, last):
        return None
    return _mention(f"{before:04d}-{one:02d}-{first:02d}/{year:04d}-{two:02d}-{last:02d}", DateKind.RANGE, "range", anchor)


def _nights(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    second = almanac.weekday(DAY_OF[m["n2"]], ref)
    first = None if second is None else almanac.shift(second, -((DAY_OF[m["n2"]] - DAY_OF[m["n1"]]) % 7))
    return _mention(almanac.interval(first, second), DateKind.RANGE, "night between", tod=None if m["nn"] == "يومي" else "overnight")


def _weekday_on(word: str, ref: Reference, *, strictly: bool = False) -> str | None:
    return almanac.weekday(DAY_OF[word], ref, strictly=strictly)


def _weekday(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    edtf = _weekday_on(m["day2"], ref, strictly=bool(m["dlast"]))
    return _mention(edtf, DateKind.POINT, "weekday")


def _tod(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    words = m["todday"]
    tod = TIMES_OF_DAY.get(m["tod"])
    weekday = next((name for name in DAY_OF if name in words), None) or m["todwd"]
    if weekday is not None:
        back = 0
        if "امس" in words:
            back = 1
        edtf = _weekday_on(weekday, ref, strictly=bool(m["todlast"])) if not back else almanac.shift(ref.day, -1) if ref.day else None
        if ref.day is None and "امس" not in words and "اليوم" not in words:
            edtf = None
        return _mention(edtf, DateKind.POINT, "part of a weekday", tod=tod)
    back = 2 if "الاول" in words or words.startswith("اول") else 1 if "امس" in words or "البارحه" in words else 0
    return _mention(almanac.shift(ref.day, -back) if ref.day else None, DateKind.POINT, "part of a day", tod=tod)


def _back(days: int, rule: str) -> Callable[[Match[str], Reference, str], DateMention | None]:
    def rule_of(m: Match[str], ref: Reference, text: str) -> DateMention | None:
        return _mention(almanac.shift(ref.day, -days) if ref.day is not None else None, DateKind.POINT, rule)

    return rule_of


def _related(days: int, rule: str) -> Callable[[Match[str], Reference, str], DateMention | None]:
    def rule_of(m: Match[str], ref: Reference, text: str) -> DateMention | None:
        return _mention(None, DateKind.RELATIVE, rule, shift=days)

    return rule_of


def _span_days(words: str) -> tuple[int, str] | None:
    """Return how many of which unit ("three days": 3, "day"); None for none that counts."""
    parts = words.split()
    unit = parts[-1]
    dual = {"يومين": (2, "day"), "اسبوعين": (14, "day"), "شهرين": (2, "month"), "عامين": (2, "year"), "سنتين": (2, "year"), "ساعتين": (0, "hour"), "دقيقتين": (0, "hour")}
    if unit in dual:
        return dual[unit]
    if unit.startswith(("ساع", "دقي", "لحظ", "قليل")):
        count = _number(" ".join(parts[:-1])) if len(parts) > 1 else 1
        return (0 if (count or 1) < 24 else (count or 24) // 24), "hour"
    count = _number(" ".join(parts[:-1])) if len(parts) > 1 else 1
    if count is None:
        return None
    if unit.startswith(("يوم", "ايام")):
        return count, "day"
    if unit.startswith(("اسبوع", "اسابيع")):
        return count * 7, "day"
    if unit.startswith(("شهر", "اشهر", "شهور")):
        return count, "month"
    return count, "year"


def _moved(ref: Reference, amount: int, unit: str) -> str | None:
    if ref.day is None:
        return None
    if unit in ("day", "hour"):
        return almanac.shift(ref.day, -amount)
    if unit == "month":
        return almanac.shift_months(ref.day, -amount)
    return None if ref.on is None else f"{ref.on.year - amount:04d}"


def _ago(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    span = _span_days(m["ago"])
    if span is None or (span[1] == "hour" and len(m["ago"].split()) > 1 and _number(" ".join(m["ago"].split()[:-1])) is None):
        return None
    amount, unit = span
    if m["ago"].split()[-1] in ("يوم", "يوما") and amount == 1 and text[m.end() : m.end() + 9].strip().startswith(("من", "واحد")):
        return None
    kind = DateKind.POINT if unit in ("day", "hour") and amount < 14 else DateKind.SPAN
    edtf = _moved(ref, amount, unit)
    return _mention(edtf, kind, "ago")


def _shifted(sign: int, group: str) -> Callable[[Match[str], Reference, str], DateMention | None]:
    def rule_of(m: Match[str], ref: Reference, text: str) -> DateMention | None:
        span = _span_days(m[group]) if m[group] else (1, "day")
        days = sign * span[0] if span is not None and span[1] == "day" else None
        return _mention(None, DateKind.RELATIVE, "related", shift=days)

    return rule_of


def _until(start: str | None, ref: Reference) -> str | None:
    if start is None:
        return None
    return f"{start}/{ref.day}" if ref.day is not None else f"{start}/.."


def _since(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    what, of = m["swhat"], m["sof"]
    start: str | None = None
    for name, pattern in _INNER:
        inner = pattern.fullmatch(what)
        if inner is not None:
            found = _RULES[name](inner, ref, what)
            start = found.edtf if found is not None else None
            break
    else:
        start = _since_unit(what, ref)
    if start is not None and of in {"بدايه", "مطلع", "بدء", "بد"} and len(start) in (4, 7):
        start = f"{start}-01" if len(start) == 7 else f"{start}-01-01"
    if start is None and what.isdigit():
        start = what
    return _mention(_until(start, ref), DateKind.SINCE, "since")


def _since_unit(what: str, ref: Reference) -> str | None:
    """Return where "the month", "this year", "the week" begin."""
    if ref.on is None:
        return None
    last = "الماضي" in what
    if "شهر" in what:
        return ref.on.strftime("%Y-%m") if not last else almanac.shift_months(ref.on.isoformat(), -1)
    if "عام" in what or "سنه" in what:
        match = re.search(_YEAR, what)
        return match[0] if match else f"{ref.on.year - last:04d}"
    if "اسبوع" in what:
        monday = ref.on - timedelta(days=ref.on.weekday() + 7 * last)
        return monday.isoformat()
    return None


def _sincespan(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    span = _span_days(m["sspan"])
    if span is None:
        return None
    if span[1] == "hour":
        return _mention(ref.day, DateKind.POINT, "since hours")
    return _mention(_until(_moved(ref, *span), ref), DateKind.SINCE, "since")


def _hours(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    number = m["hn"] or m["hn2"] or m["hn3"]
    if number is None:
        return _mention(None, DateKind.WINDOW, "last hours") if "الماضيه" in m[0] or "الاخيره" in m[0] else None
    hours = int(number) if number.isdigit() else 24
    days = max(1, hours // 24)
    return _mention(almanac.interval(almanac.shift(ref.day, -days), ref.day) if ref.day is not None else None, DateKind.WINDOW, "last hours")


def _week(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    if m["thisweek"]:
        monday = None if ref.on is None else (ref.on - timedelta(days=ref.on.weekday())).isoformat()
        return _mention(almanac.interval(monday, ref.day), DateKind.WINDOW, "this:weeks")
    if m["weeks"] and m["wcount"] and (count := _number(m["wcount"])) is not None and ref.day is not None:
        days = count * (7 if m["weeks"] == "الاسابيع" else 1) - m["wlast"].startswith("الاخير")  # "the last five days" end today
        return _mention(almanac.interval(almanac.shift(ref.day, -days), ref.day), DateKind.WINDOW, "within days")
    if m["weeks"]:
        return _mention(None, DateKind.WINDOW, "recent days")
    if m["wspan"]:
        days = {"اسبوع": 7, "اسبوعين": 14, "يومين": 2}[m["wspan"]]
        return _mention(almanac.interval(almanac.shift(ref.day, -days), ref.day) if ref.day else None, DateKind.WINDOW, "within days")
    return _mention(almanac.week(ref, -1), DateKind.WINDOW, "last:week")


def _month_window(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    if ref.day is None or not (m["thismonth"] or m["lastmonth"]):
        return _mention(None, DateKind.WINDOW, "last months")
    if m["lastmonth"]:
        return _mention(almanac.shift_months(ref.day, -1), DateKind.SPAN, "last:month")
    return _mention(almanac.shift_months(ref.day, 0), DateKind.WINDOW, "this:month")


def _year_window(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    if m["yy"]:
        return _mention(m["yy"], DateKind.SPAN, "year", Anchor.EXPLICIT)
    if ref.on is None:
        return _mention(None, DateKind.WINDOW, "year")
    if m["lastyear"]:
        return _mention(f"{ref.on.year - 1:04d}", DateKind.SPAN, "last:year")
    return _mention(f"{ref.on.year:04d}", DateKind.WINDOW, "this:year")


def _part(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "the first half of 2020", "the last quarter of last year"."""
    length = 6 if m["part"] == "النصف" else 3
    nth = {"الاول": 0, "الثاني": 1, "الثالث": 2, "الرابع": 3}.get(m["pn"], 12 // length - 1)
    if nth * length >= 12 or (ref.on is None and not m["py"]):
        return None
    year = int(m["py"]) if m["py"] else 0 if ref.on is None else ref.on.year - (m["pw"] in ("الماضي", "الفايت", "المنصرم"))
    return _mention(f"{year:04d}-{nth * length + 1:02d}/{year:04d}-{nth * length + length:02d}", DateKind.WINDOW, "part of a year")


def _monthname(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    month, year = MONTH_OF[m["month"]], _year_of(m, ref)
    if m["month"] == "اب" and year is None and "شهر" not in m[0] and m["edge"] is None and m["mlast"] is None and "/" not in m[0]:
        before = text[max(0, m.start() - 8) : m.start() + 3].split()
        if not before or before[-1] not in {"في", "خلال", "منذ", "حتي"}:
            return None  # "a father"
    if m["month"] in ("ماي", "اوت", "مارت") and year is None:
        return None
    if year is not None:
        return _mention(f"{year:04d}-{month:02d}", DateKind.SPAN, "month", Anchor.EXPLICIT)
    if m["mlast"] in ("المقبل", "القادم"):
        return _mention(None, DateKind.VAGUE, "month ahead")
    edtf, anchor = almanac.bare_month(month, ref, strictly=bool(m["mlast"]))
    return _mention(edtf, DateKind.SPAN, "month", anchor)


def _overspan(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    span = _span_days(m["ospan"])
    if span is None or span[1] == "hour":
        return None
    start = _moved(ref, *span)
    return _mention(_until(start, ref), DateKind.WINDOW, "within")


# ---- Hijri ----

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
    day, month = _number(m["hd"]), HIJRI_OF[m["hm"]]
    if day is None or not 1 <= day <= 30:
        return None
    weekday = m["hwd"]
    if weekday is None:
        before = re.search(rf"({_W})[\s,]*$", text[max(0, m.start() - 12) : m.start()])
        weekday = before[1] if before is not None else None
    years = [int(m["hy"])] if m["hy"] else []
    if not years and ref.on is not None:
        about = int((ref.on.year - 622) * 33 / 32)
        years = [about, about + 1, about - 1]
    candidates = [one for year in years if (one := of_hijri(year, month, day)) is not None]
    if not m["hy"] and ref.on is not None:
        candidates = [one for one in candidates if one - timedelta(days=2) <= ref.on][:1] or candidates[:1]
    if not candidates:
        return _mention(None, DateKind.VAGUE, "hijri:unconverted")
    found = candidates[0]
    if weekday is not None:
        want = DAY_OF[weekday]
        found = min((found + timedelta(days=k) for k in (-1, 0, 1)), key=lambda one: ((one.weekday() - want) % 7 != 0, abs((one - candidates[0]).days)))
    return _mention(found.isoformat(), DateKind.POINT, "hijri:converted", Anchor.EXPLICIT)


_FEASTS: Final = {"الفطر": (10, 1), "الاضحي": (12, 10)}


def _hijri_first(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "the first day of Eid al-Adha", of the year that the text is from."""
    nth = {"اول": 0, "ثاني": 1, "ثالث": 2, "رابع": 3}.get(m["nth"])
    month, first = _FEASTS.get(m["feast"], (0, 0)) if m["feast"] else (HIJRI_OF[m["hm"]], 1) if "يوم" in m[0] or "ايام" in m[0] else (0, 0)
    if nth is None or not month or ref.on is None:
        return _mention(None, DateKind.VAGUE, "hijri:unconverted")
    about = int((ref.on.year - 622) * 33 / 32)
    past = [day for year in (about + 1, about, about - 1) if (day := of_hijri(year, month, first + nth)) is not None and day - timedelta(days=2) <= ref.on]
    return _mention(past[0].isoformat(), DateKind.POINT, "hijri:converted", Anchor.EXPLICIT) if past else None


def _vague(rule: str, kind: DateKind = DateKind.VAGUE) -> Callable[[Match[str], Reference, str], DateMention | None]:
    def rule_of(m: Match[str], ref: Reference, text: str) -> DateMention | None:
        return _mention(None, kind, rule)

    return rule_of


_RULES: Final[dict[str, Callable[[Match[str], Reference, str], DateMention | None]]] = {
    "iso": _iso, "numeric": _numeric, "hijri": _hijri, "hijrifirst": _hijri_first, "ranges": _months_apart, "range": _range, "nights": _nights, "day": _day, "ofmonth": _ofmonth,
    "since": _since, "sincedawn": _back(0, "since dawn"), "sincespan": _sincespan, "tod": _tod, "beforeyesterday": _back(2, "before yesterday"), "lastnight": _back(1, "yesterday"), "today": _back(0, "today"),
    "sameday": _related(0, "same day"), "nextday": _related(1, "next day"), "beforethat": _shifted(-1, "bt"), "afterthat": _shifted(1, "at"), "ago": _ago, "hours": _hours, "weekday": _weekday,
    "week": _week, "month": _month_window, "year": _year_window, "monthname": _monthname, "part": _part, "rate": _vague("rate", DateKind.RATE), "vague": _vague("vague"), "overspan": _overspan,
}  # fmt: skip
_NAMED_MONTH: Final = re.compile(rf"{_B}(?P<month>{_M})(?:\s{{0,20}}[/(-]\s{{0,20}}{_M}\)?)?\s{{1,20}}(?:من\s{{1,20}})?(?:عام\s{{1,20}})?(?P<year>{_YEAR})(?!\d)")
_INNER: Final = tuple((name, pattern) for name, pattern, *_ in _COMPILED if name in ("day", "monthname", "year"))


# ---- the day that a text is read from ----

_HEAD_DATE = re.compile(rf"(?:{_W}[\s,]{{1,20}})?(?P<day>{_N})\s{{0,20}}(?:من\s{{1,20}})?(?:شهر\s{{1,20}})?{_MONTHS2}[\s,]{{0,20}}(?P<year>{_YEAR})")
_HEAD_NUMERIC = re.compile(rf"(?<!\d)(?:(?P<d>\d\d?)[-/.](?P<m>\d\d?)[-/.](?P<y>{_YEAR})|(?P<y2>{_YEAR})[-/.](?P<m2>\d\d?)[-/.](?P<d2>\d\d?))(?!\d)")


#: A line that is a day and little else: a clock, a town, how often the page was seen.
_LONE_LINE = re.compile(
    rf"(?:{_W}[\s,،-]+)?(?:(?P<day>{_N})\s*(?:من\s+)?{_MONTHS2}[\s,،]*(?P<year>{_YEAR})|(?P<d>\d\d?)[-/.](?P<m>\d\d?)[-/.](?P<y>{_YEAR})|(?P<y2>{_YEAR})[-/.](?P<m2>\d\d?)[-/.](?P<d2>\d\d?))"
    r"(?!\d)[\s,،|–-]{0,4}(?:\d{1,2}:\d\d(?::\d\d)?\s?(?:[صم]\b)?)?[^\n:.!؟]{0,16}"
)
_HEAD_LINES, _HEAD = 25, 1_500


def _lone_line(text: str) -> str | None:
    """Return the day that stands alone on a line of a page's head, None where none does or two differ."""
    days = []
    for line in text[:_HEAD].split("\n")[:_HEAD_LINES]:
        line = line.strip()
        found = _LONE_LINE.fullmatch(line) if 8 <= len(line) <= 48 else None
        if found is not None:
            year, month, day = found["year"] or found["y"] or found["y2"], found["m"] or found["m2"], found["day"] or found["d"] or found["d2"]
            number = int(month) if month else MONTH_OF[found["month"]]
            if almanac.exists(int(year), number, int(day)):
                days.append(f"{int(year):04d}-{number:02d}-{int(day):02d}")
    return days[0] if days and len(set(days)) == 1 else None


def reference(letters: Letters, known: Reference) -> Reference:
    """Return the reference day, from a full date in one of the first lines where nothing else gives one."""
    if known.day is not None:
        return known
    at = 0
    for line in letters.text[:600].split("\n")[:4]:
        found = _HEAD_DATE.search(line)
        edtf = None
        if found is not None and len(line) < 120:
            edtf = f"{int(found['year']):04d}-{MONTH_OF[found['month']]:02d}-{int(found['day']):02d}"
        elif (numeric := _HEAD_NUMERIC.search(line)) is not None and len(line) < 60:
            year, month, day = (numeric["y"], numeric["m"], numeric["d"]) if numeric["y"] else (numeric["y2"], numeric["m2"], numeric["d2"])
            edtf = f"{int(year):04d}-{int(month):02d}-{int(day):02d}"
        if edtf is not None and almanac.exists(int(edtf[:4]), int(edtf[5:7]), int(edtf[8:])):
            return Reference(day=edtf, why="dateline", dateline=edtf)
        at += len(line) + 1
    alone = _lone_line(letters.text)
    return known if alone is None else Reference(day=alone, why="dateline", dateline=alone)
