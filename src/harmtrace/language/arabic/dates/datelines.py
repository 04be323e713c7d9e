"""The day that an Arabic text is read from, where its first lines give it."""

import re

from harmtrace.language.arabic.calendar import MONTH_OF
from harmtrace.language.arabic.dates.patterns import MONTHS2, YEAR, M, N, W
from harmtrace.language.arabic.letters import Letters
from harmtrace.language.dates import almanac
from harmtrace.language.dates.records import Reference
from harmtrace.language.late import late

_HEAD_DATE = late(rf"(?:{W}[\s,]{{1,20}})?(?P<day>{N})\s{{0,20}}(?:من\s{{1,20}})?(?:شهر\s{{1,20}})?{MONTHS2}[\s,]{{0,20}}(?P<year>{YEAR})")
#: "February 9, 2022", as pages of English make write it.
_MONTH_FIRST = late(rf"(?<![^\W_])(?P<month>{M})\s{{1,20}}(?P<day>{N})\s{{0,20}},\s{{0,20}}(?P<year>{YEAR})")
_HEAD_NUMERIC = late(rf"(?<!\d)(?:(?P<d>\d\d?)[-/.](?P<m>\d\d?)[-/.](?P<y>{YEAR})|(?P<y2>{YEAR})[-/.](?P<m2>\d\d?)[-/.](?P<d2>\d\d?))(?!\d)")
#: A line that is a day and little else: a clock, a town, how often the page was seen.
_LONE_LINE = late(
    rf"(?:{W}[\s,،-]+)?(?:(?P<day>{N})\s*(?:من\s+)?{MONTHS2}[\s,،]*(?P<year>{YEAR})|(?P<d>\d\d?)[-/.](?P<m>\d\d?)[-/.](?P<y>{YEAR})|(?P<y2>{YEAR})[-/.](?P<m2>\d\d?)[-/.](?P<d2>\d\d?))"
    r"(?!\d)[\s,،|–-]{0,4}(?:\d{1,2}:\d\d(?::\d\d)?\s?(?:[صم]\b)?)?[^\n:.!؟]{0,16}"
)
_HEAD_LINES, _HEAD = 25, 1_500
_NUMERIC = rf"(?:(?P<d>\d\d?)[-/.](?P<m>\d\d?)[-/.](?P<y>{YEAR})|(?P<y2>{YEAR})[-/.](?P<m2>\d\d?)[-/.](?P<d2>\d\d?))(?!\d)"
#: What a site writes of its own day: "published on 12/09/2018, 10:15 - read by 1,873", "last update: Wednesday 12 September 2018".
_POSTED = late(
    r"(?:^|\n|[|·•–—-]\s)[ \t]{0,8}(?:"
    r"(?:تم\s{1,4})?(?:نشره?|النشر|نشرت|اضيفت?|الاضافه|حدثت?|رفعت?|ادرجت?)|(?:اخر\s{1,4})?تحديث|تاريخ\s{1,4}(?:ال)?(?:نشر|اضافه|تحديث|اصدار|بيان|خبر|مقال|تقرير)|(?:صدر|حرر)(?:\s{1,4}(?:في|عن|ب)?\w{1,20}){0,3}?)"
    r"(?:\s{1,4}(?:في|بتاريخ|يوم|بيوم|علي|الموقع|بالموقع|المقال|الخبر)){0,3}\s{0,4}:?\s{0,4}"
    rf"(?:(?:{W}[\s,،]{{1,4}})?(?P<day>{N})\s{{1,4}}(?:من\s{{1,4}})?{MONTHS2}[\s,،]{{1,4}}(?P<year>{YEAR})|(?:{W}[\s,،]{{1,4}})?{_NUMERIC})"
    r"\s?م?(?=[ \t,،.]{0,4}(?:$|\n|[|·•–—(-]|\d{1,2}:\d\d|(?:عند\s|علي\s|في\s)?(?:تمام\s)?الساعه|بتوقيت|بواسطه|gmt))"
)
_FOOT = 600  # characters at the end of a text in which a site says when it put it out


def _day_of(found: re.Match[str]) -> str | None:
    """Return the full day that the groups of a pattern name."""
    year, month, day = found["year"] or found["y"] or found["y2"], found["m"] or found["m2"], found["day"] or found["d"] or found["d2"]
    number = int(month) if month else MONTH_OF[found["month"]]
    return f"{int(year):04d}-{number:02d}-{int(day):02d}" if almanac.exists(int(year), number, int(day)) else None


def _posted(text: str) -> str | None:
    """Return the day on which a text says that it was put out, in its first or its last lines."""
    spans = ((0, len(text)),) if len(text) <= _HEAD + _FOOT else ((0, _HEAD), (len(text) - _FOOT, len(text)))
    return next((day for a, b in spans for found in _POSTED.finditer(text, a, b) if (day := _day_of(found)) is not None), None)


def _lone_line(text: str) -> str | None:
    """Return the day that stands alone on a line of a page's head, None where none does or two differ."""
    days = []
    for line in text[:_HEAD].split("\n")[:_HEAD_LINES]:
        line = line.strip()
        found = _LONE_LINE.fullmatch(line) if 8 <= len(line) <= 48 else None
        if found is not None:
            day = _day_of(found)
            if day is not None:
                days.append(day)
    return days[0] if days and len(set(days)) == 1 else None


def reference(letters: Letters, known: Reference) -> Reference:
    """Return the reference day, from a full date in one of the first lines where nothing else gives one."""
    if known.day is not None:
        return known
    posted = _posted(letters.text)
    if posted is not None:
        return Reference(day=posted, why="posted line", dateline=posted)
    at = 0
    for line in letters.text[:600].split("\n")[:4]:
        found = _HEAD_DATE.search(line)
        edtf = None
        if found is not None and len(line) < 120:
            edtf = f"{int(found['year']):04d}-{MONTH_OF[found['month']]:02d}-{int(found['day']):02d}"
        elif len(line) < 60 and (other := _MONTH_FIRST.search(line)) is not None:
            edtf = f"{int(other['year']):04d}-{MONTH_OF[other['month']]:02d}-{int(other['day']):02d}"
        elif (numeric := _HEAD_NUMERIC.search(line)) is not None and len(line) < 60:
            year, month, day = (numeric["y"], numeric["m"], numeric["d"]) if numeric["y"] else (numeric["y2"], numeric["m2"], numeric["d2"])
            edtf = f"{int(year):04d}-{int(month):02d}-{int(day):02d}"
        if edtf is not None and almanac.exists(int(edtf[:4]), int(edtf[5:7]), int(edtf[8:])):
            return Reference(day=edtf, why="dateline", dateline=edtf)
        at += len(line) + 1
    alone = _lone_line(letters.text)
    return known if alone is None else Reference(day=alone, why="dateline", dateline=alone)
