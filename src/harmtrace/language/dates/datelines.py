"""The day that a text is read from: its publication, a dateline, a posted line, or a caption."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from harmtrace.language.dates import almanac
from harmtrace.language.dates.records import Reference
from harmtrace.language.dates.stamps import stamped
from harmtrace.language.english import dates as english

#: How far from the start a dateline is looked for, in characters.
TOP: Final = 600

_PREFIXES: Final = tuple(name[:3].title() for name in english.MONTHS)
#: Where a month or a year may stand near the top; below it only months with one capital count.
_TOP_PLACE = re.compile("|".join((*_PREFIXES, *(prefix.upper() for prefix in _PREFIXES), "19", "20")))
_NUMBER: Final = {**{name: n for n, name in enumerate(english.MONTHS, 1)}, **english.MONTH_ABBREVIATIONS}
_NAMES = "|".join(sorted((name for name in _NUMBER), key=len, reverse=True))
_MONTH = re.compile(
    rf"(?P<name>{_NAMES})(?![a-z])(?:\.(?=\s\d))?(?:\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[.,]\d))?"
    r"(?:(?:[,،]\s?|\s|\sof\s)(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d))?(?P<range>\s?[-–]\s?\d{1,2}(?!\d|:))?",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(r"(?<![\d.,:/–-])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \u00a0]$")
_RANGE_BEFORE = re.compile(r"\d(?:\s?[-–]\s?|\s(?:and|to)\s)\d{1,2}(?:st|nd|rd|th)?[ \u00a0]$")
_WEEKDAY = re.compile(
    rf"\b({'|'.join(english.WEEKDAYS)}|(?:{'|'.join(english.WEEKDAY_ABBREVIATIONS)})\.?),?\s*(?:the\s)?$", re.IGNORECASE
)
_WEEKDAY_STARTS = tuple(name[:3] for name in english.WEEKDAYS)
_ISO = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])")

_POSTED = re.compile(
    rf"(?:^|[|·•—–.()-]\s*)(?:{english.POSTED})(?:\s+(?:on|at|online(?: on)?)|\s*:)?\s*$", re.IGNORECASE
)
_TIME_TAIL = re.compile(
    r"[\s,)\]]{0,20}(?:[|·•—–(,-]?\s{0,20}(?:at\s)?(?:(?:last\s)?updated\b|\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]\.?m|\d{1,20}\smin|reading)\b.{0,160})?\.?\s{0,20}$",
    re.IGNORECASE,
)
_OPEN_BEFORE = re.compile(r"(?:^|[,|·•—–(:-])\s*$")
_LIVE_BEFORE = re.compile(r"(?:[A-Z][A-Z ]{0,18}[|·•—–:-]?\s*)?$")
_AFTER_START = re.compile(r"\s{0,20}(?:[|·•—–:]|-\s|,\s\d{1,2}[:.]\d\d|$)")
_DATELINE_BEFORE = re.compile(r"(?:[^!?;:\n\"“”]{0,60}[,(]|[A-Z][A-Z' -]{2,30})\s*$")
_DATELINE_AFTER = re.compile(r",?\s{0,20}(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/)?\s{0,20}(?:[:—–]|-{1,2}\s)")
_LABEL_BEFORE = re.compile(r"[^.!?\d\n]{1,40},\s*$")
_CAPTION_AFTER = re.compile(r"\.?\s{0,20}(?:\([^)\n]{0,80}\)|\[[^\]\n]{0,80}\])?\s{0,20}(?:[A-Z][\w/&' .]{0,50})?$")
_ARCHIVE = re.compile(english.ARCHIVE, re.IGNORECASE)
_HISTORICAL = re.compile(rf"{english.HISTORICAL}", re.IGNORECASE)
_PERIOD_BEFORE = re.compile(r"\b(?:since|until|in|by|from|to|late|early)\s$", re.IGNORECASE)

#: Longest line that can be a line of its own about the day, and longest caption.
_LINE: Final = 80
_CAPTION: Final = 400


@dataclass(frozen=True, slots=True)
class _Date:
    """A month with what stands beside it: day, year, weekday; ``span`` is where."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None

    @property
    def full(self) -> date | None:
        """Return the date where day and year stand there."""
        if self.year is None or self.day is None or not almanac.exists(self.year, self.month, self.day):
            return None
        return date(self.year, self.month, self.day)


def reference(text: str, *, published: str | None, on: str | None) -> Reference:
    """Return the day that the words of time in a text are read from, and why.

    In this order: ``published``, or the earlier day that a post itself is stamped with; a posted line, a dateline or a line of its own near the top; the stamp of a post; a caption;
    ``on``. A dateline without a year takes it from a full date in the text, else from ``on``, else from nowhere.

    >>> reference("ERBIL, Iraq, July 12 (Agency) - A strike ...", published=None, on=None).day
    'XXXX-07-12'
    """
    given = _day_of(published)
    if given is not None:
        stamp = stamped(text)
        if stamp is not None and stamp < given:  # what was given is the day of a copy
            return replace(_stamped(stamp), why=f"post stamp; published is given as {given}")
        return _published(text, given)
    dates = list(_dates(text, len(text)))
    found = _own_day(text, dates)
    stamp = stamped(text) if found is None or found[1] == "caption" else None
    if stamp is not None:
        return _stamped(stamp)
    base = replace(_body(text, dates), year=None)
    partial = _partial(published)
    if partial is not None:
        base = replace(base, near=partial, years=(partial.year,))
    if found is None:
        when = _day_of(on)
        if when is not None:
            return Reference(day=when, why="given", year=int(when[:4]), weekday=date.fromisoformat(when).weekday())
        return replace(base, year=None if base.near is None else base.near.year)
    return _dated(found[0], found[1], base, _day_of(on))


def _stamped(stamp: str) -> Reference:
    day = None if stamp.startswith("X") else date.fromisoformat(stamp)
    return Reference(
        day=stamp,
        why="post stamp",
        year=None if day is None else day.year,
        month=int(stamp[5:7]),
        weekday=None if day is None else day.weekday(),
        dateline=stamp,
    )


def _day_of(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10]).isoformat() if len(value) >= 10 else None
    except ValueError:
        return None


def _partial(value: str | None) -> date | None:
    """Return the middle of a publication month or year that has no day."""
    match = re.fullmatch(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?", value or "")
    return None if match is None else date(int(match[1]), int(match[2] or 7), 15)


def _published(text: str, given: str) -> Reference:
    day = date.fromisoformat(given)
    own = _own_day(text, list(_dates(text, TOP)), captions=False)
    why, dateline = "published", None
    if own is not None:
        found = own[0]
        year = found.year or day.year
        if found.day is not None and almanac.exists(year, found.month, found.day):
            dateline = f"{year:04d}-{found.month:02d}-{found.day:02d}"
        if dateline is not None and dateline != given:
            why = f"published; the {own[1]} says {dateline}"
    return Reference(day=given, why=why, year=day.year, month=day.month, weekday=day.weekday(), dateline=dateline)


def _dated(found: _Date, why: str, base: Reference, on: str | None) -> Reference:
    """Return the reference that a dateline gives, its year taken from elsewhere where it has none."""
    full = found.full
    if full is None and found.day is not None:
        if base.near is not None:
            edtf, _ = almanac.month_day(found.month, found.day, base)
            why = f"{why}; year from a full date in the text"
        elif on is not None:
            edtf, _ = almanac.month_day(found.month, found.day, Reference(day=on, why="given"))
            why = f"{why}; year from the day given"
        else:
            edtf = f"XXXX-{found.month:02d}-{found.day:02d}"
        full = None if edtf.startswith("X") else date.fromisoformat(edtf)
        if full is None:
            return Reference(
                day=edtf,
                why=why.partition(";")[0],
                month=found.month,
                weekday=found.weekday,
                dateline=edtf,
            )
    if full is None:
        return base
    day = full.isoformat()
    return Reference(day=day, why=why, year=full.year, month=full.month, weekday=full.weekday(), dateline=day)


def _body(text: str, dates: Iterable[_Date]) -> Reference:
    """Return what a text without a day of its own says of year and month."""
    months: set[int] = set()
    full: list[date] = []
    top: list[date] = []
    for found in dates:
        before = text[max(0, found.start - 24) : found.start]
        past = _HISTORICAL.search(before) is not None
        if found.day is not None and not past:
            months.add(found.month)
        if found.full is not None and not past and not _archived(text, found):
            full.append(found.full)
        elif found.day is None and found.year is not None and found.start < TOP and not _PERIOD_BEFORE.search(before):
            top.append(date(found.year, found.month, 15))
    month = months.pop() if len(months) == 1 else None
    years = sorted({day.year for day in full or top})
    if not years or years[-1] - years[0] > 1:
        return Reference(day=None, why="no date found", month=month)
    why = "year from a full date in the text" if full else "year from a month near the top"
    return Reference(day=None, why=why, month=month, near=max(full or top), years=tuple(years))


def _archived(text: str, found: _Date) -> bool:
    first, last = _line(text, found)
    return last - first <= _CAPTION and _ARCHIVE.search(text, first, last) is not None


def _line(text: str, found: _Date) -> tuple[int, int]:
    first = text.rfind("\n", 0, found.start) + 1
    last = text.find("\n", found.end)
    return first, len(text) if last < 0 else last


def _own_day(text: str, dates: Iterable[_Date], *, captions: bool = True) -> tuple[_Date, str] | None:
    """Return the date that says when the text was written, and what sort of line says so."""
    best: tuple[int, _Date, str] | None = None
    for found in dates:
        if found.day is None:
            continue
        sort = _sort(text, found)
        if sort is None or (sort == "caption" and not captions):
            continue
        rank = _SORTS.index(sort)
        newer = best is not None and sort == best[2] == "caption" and _newer(found, best[1])
        if best is None or rank < best[0] or newer:
            best = rank, found, sort
    return None if best is None else (best[1], best[2])


def _newer(one: _Date, other: _Date) -> bool:
    first, second = one.full, other.full
    return first is not None and second is not None and first > second


_SORTS: Final = ("posted line", "dateline", "caption")


def _sort(text: str, found: _Date) -> str | None:
    first, last = _line(text, found)
    start = found.start
    before, after = text[max(first, start - _CAPTION) : start], text[found.end : min(last, found.end + 160)]
    if len(before) <= _LINE and _POSTED.search(before) is not None:
        return "posted line"
    caption = found.full is not None and last - first <= _CAPTION and before.rstrip().endswith(",")
    if caption and _CAPTION_AFTER.fullmatch(after) is not None and len(before) > _LINE // 2:
        return None if _ARCHIVE.search(text, first, last) is not None else "caption"
    if start >= TOP or len(before) > _LINE:
        return None
    return "dateline" if _is_dateline(before, after, early=start < 2 * _LINE) else None


def _is_dateline(before: str, after: str, *, early: bool) -> bool:
    if _TIME_TAIL.match(after) is not None and _OPEN_BEFORE.search(before) is not None:
        return True
    if _LIVE_BEFORE.fullmatch(before) is not None and _AFTER_START.match(after) is not None:
        return True
    if _DATELINE_BEFORE.fullmatch(before) is not None and _DATELINE_AFTER.match(after) is not None:
        return True
    return early and after.startswith(". ") and _LABEL_BEFORE.fullmatch(before) is not None


def _dates(text: str, end: int) -> Iterator[_Date]:
    """Yield the months of a text up to ``end`` with day and year where they have them, in order."""
    found: list[_Date] = []
    for hit in _TOP_PLACE.finditer(text, 0, min(end, TOP)):
        one = _iso_at(text, hit.start()) if hit[0].isdigit() else _date_at(text, hit.start())
        if one is not None:
            found.append(one)
    if end > TOP:
        found.extend(one for place in _places(text, TOP - 2, end) if (one := _date_at(text, place)) is not None)
    yield from sorted(found, key=lambda one: one.start)


def _places(text: str, start: int, end: int) -> list[int]:
    """Return where a month may stand in a range, in order."""
    places: list[int] = []
    for prefix in _PREFIXES:
        place = text.find(prefix, start, end)
        while place >= 0:
            places.append(place)
            place = text.find(prefix, place + 2, end)
    return sorted(places)


def _iso_at(text: str, place: int) -> _Date | None:
    match = _ISO.match(text, place)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    return _Date(place, match.end(), year, month, day) if almanac.exists(year, month, day) else None


def _date_at(text: str, place: int) -> _Date | None:
    if place > 0 and text[place - 1].isalpha():
        return None
    match = _MONTH.match(text, place)
    if match is None or (match["name"].islower() and match["name"].lower() in english.CAPITAL_ONLY):
        return None
    month = _NUMBER[match["name"].lower()]
    year = None if match["year"] is None else int(match["year"])
    start, day = place, None if match["day"] is None else int(match["day"])
    head = text[max(0, place - 24) : place]
    if match["range"] is not None or _RANGE_BEFORE.search(head) is not None:
        return _Date(place, match.end(), year, month, None)
    if day is None and (before := _DAY_BEFORE.search(head)) is not None:
        day = int(before["day"])
        start = place - len(head) + before.start()
    if day is not None and not almanac.exists(year, month, day):
        return None
    weekday = None
    if day is not None and (named := _WEEKDAY.search(text, max(0, start - 16), start)) is not None:
        weekday = _WEEKDAY_STARTS.index(named[1][:3].lower())
        start = named.start()
    return _Date(start, match.end(), year, month, day, weekday)
