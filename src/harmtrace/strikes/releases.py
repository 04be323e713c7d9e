"""Prose of strike releases: "Near Mosul, four strikes engaged ..."; and free-form reports of what was struck when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from harmtrace.language.english.numbers import exact
from harmtrace.language.english.words import NUMBER_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What one line of a release logs.

    Attributes:
        place: as written, None where the line names none.
        count: how many strikes.
        target: what they engaged; ``result``: what was destroyed, damaged, suppressed, as written.
        days: EDTF, ``XXXX-08-05/XXXX-08-06`` where the year is not written; None where no day is.
        start, end: the words.
    """

    place: str | None
    count: int | None
    target: str | None
    result: str | None
    days: str | None
    start: int
    end: int


_COUNT = (
    r"(?:an?|\d{1,3}|"
    + "|".join(sorted((word for word in NUMBER_WORDS if word.isalpha()), key=len, reverse=True))
    + r")(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_STRIKES = r"(?:air\s?)?(?:strikes?|stike|stikes)|airstikes?|attacks?|engagements?"
_LINE = re.compile(
    rf"(?:\bv?near\s+|\b(?:in|around)\s+(?:the\s+vicinity\s+of\s+)?)(?:near\s+)?(?P<place>(?-i:[A-Z‘’']|al\s)[^,;:“”\"\n]{{1,60}}?)"
    rf"(?:\s*,\s+(?P<country>[A-Z][a-z]+))?\s*\*?\s*,?\s+(?P<count>{_COUNT})\s+(?:[a-z-]+\s+){{0,2}}?(?:{_STRIKES})\b,?\s*",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?P<verb>engaged|struck|targeted|hit|attacked)\b", re.IGNORECASE)
_RESULT = re.compile(
    r"\b(?:destroyed|destroying|damaged|damaging|suppressed|suppressing|denied|denying|degraded|degrading|killed|killing|"
    r"wounded|wounding|neutralized|cratered|produced|disrupted)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def read_line(line: str) -> Logged | None:
    """Return what one line of a daily release logs, None where it logs nothing.

    >>> found = read_line("- Near Old Mill, four strikes engaged two tactical units and destroyed a vehicle.")
    >>> found.place, found.count, found.target, found.result
    ('Old Mill', 4, 'two tactical units', 'destroyed a vehicle')
    """
    return next(_lines(line), None)


def _lines(text: str) -> Iterator[Logged]:
    found = list(_LINE.finditer(text))
    for at, match in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else len(text)
        body = text[match.end() : stop]
        end = re.search(r"[.”\"](?=\s|$)|\n", body)
        words = body if end is None else body[: end.start()]
        target, result = engaged(words)
        place = " ".join(match["place"].split()).strip(" *,")
        yield Logged(
            place=re.sub(r"^[Nn]ear\s+", "", place),
            count=count(match["count"]),
            target=target,
            result=result,
            days=None,
            start=match.start(),
            end=match.end() + len(words),
        )


def count(words: str) -> int | None:
    """Return how many strikes a number word means.

    >>> count("an"), count("17"), count("twenty-one")
    (1, 17, 21)
    """
    plain = words.casefold()
    if plain in ("a", "an"):
        return 1
    found = exact([plain], 0)
    return None if found is None else found[0]


def engaged(words: str) -> tuple[str | None, str | None]:
    """Return what was engaged and what was destroyed, damaged or suppressed, as written.

    >>> engaged("strikes engaged a tactical unit; and destroyed two tunnels.")
    ('a tactical unit', 'destroyed two tunnels')
    """
    text = " ".join(words.split()).strip(' .;“”"')
    result = _RESULT.search(text)
    rest = text if result is None else text[: result.start()]
    verb = _VERB.search(rest)
    target = None if verb is None else re.sub(r"(?:[\s,;]+(?:and|by|,|;))*[\s,;]*$", "", rest[verb.end() :]).strip()
    return target or None, None if result is None else result[0].strip(" .;,")


# Free-form reports: days, places and strikes wherever they stand.

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_D = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|:)"
_TO = r"\s*(?:-|–|—|to|and|until|through)\s*"
_DAYS = re.compile(
    rf"(?:(?P<m1>{_MONTH})\s+(?P<d1>{_D})(?:{_TO}(?:(?P<m2>{_MONTH})\s*)?(?P<d2>{_D}))?"
    rf"|(?P<d3>{_D})(?:{_TO}(?P<d4>{_D}))?\s+(?:of\s+)?(?P<m3>{_MONTH})(?:{_TO}(?P<d5>{_D})\s+(?P<m5>{_MONTH}))?)"
    r"(?:,?\s+(?:of\s+)?(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(
    rf"\b(?:during|in|for|throughout|of)\s+(?P<m>{_MONTH})(?:,?\s+(?P<year>20\d\d))?(?!\s*\d)", re.IGNORECASE
)
_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LENGTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_report(text: str) -> tuple[Logged, ...]:
    """Return what a free-form report logs, in order: a line for each "near PLACE, N strikes", with the days before it.

    Where it logs no such line, one entry holds its days and nothing else, so that no report is lost.

    >>> [one] = read_report("For August 5th-6th the Alliance reported: “Near Dorra, 23 strikes engaged a bridge.”")
    >>> one.place, one.count, one.days
    ('Dorra', 23, 'XXXX-08-05/XXXX-08-06')
    """
    days = list(_days(text))
    found = []
    for one in _lines(text):
        before = [edtf for start, _, edtf in days if start < one.end]
        told = before[-1] if before else (days[0][2] if days else None)
        found.append(
            Logged(
                place=one.place,
                count=one.count,
                target=one.target,
                result=one.result,
                days=told,
                start=one.start,
                end=one.end,
            )
        )
    if found:
        return tuple(found)
    told = _told(text, days)
    count_ = 0 if _NONE.search(text) is not None else None
    return (Logged(place=None, count=count_, target=None, result=None, days=told, start=0, end=len(text)),)


_PUBLISHED = re.compile(
    r"\b(?:published|issued|released|dated|report\s+(?:of|for\s+military\s+actions\s+on))\s+(?:on\s+)?$", re.IGNORECASE
)
_PAST = re.compile(
    rf"\b(?:in\s+the\s+course\s+of|during|over|for)\s+(?:the\s+)?(?:(?:last|past)\s+)?(?:(?P<many>{_COUNT})\s+)?(?P<unit>days?|weeks?|hours)\b",
    re.IGNORECASE,
)


def _told(text: str, days: list[tuple[int, int, str]]) -> str | None:
    """Return the days that a report speaks of: those it names, rather than that of its publication.

    "In the last week", told on a day, is the week up to that day.
    """
    spoken = [edtf for start, _, edtf in days if _PUBLISHED.search(text, max(0, start - 40), start) is None]
    if spoken:
        return spoken[0]
    if not days:
        return None
    spell = _PAST.search(text)
    edtf = days[0][2]
    if spell is None or "/" in edtf or len(edtf) != 10:
        return edtf
    many = 1 if spell["many"] is None else count(spell["many"]) or 1
    back = {"d": max(1, many - 1), "w": 7 * many, "h": max(1, many // 24)}[spell["unit"][0].casefold()]
    last = date.fromisoformat(edtf.replace("XXXX", "2024"))
    first = last - timedelta(days=back)
    year = edtf[:4] if edtf.startswith("X") else f"{first.year:04d}"
    return f"{year}-{first.month:02d}-{first.day:02d}/{edtf}"


_NONE = re.compile(
    r"\b(?:no|not)\s+(?:\w+[\s-]+){0,6}?(?:(?:air)?strikes?|record|reports?|mention|accounts?|information|details)\b",
    re.IGNORECASE,
)
"""A report that says there was nothing to report."""


def _days(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _DAYS.finditer(text):
        got = match.groupdict()
        month = got["m1"] or got["m3"]
        first = _number(got["d1"] or got["d3"])
        last = _number(got["d2"] or got["d4"] or got["d5"]) if (got["d2"] or got["d4"] or got["d5"]) else first
        after = got["m2"] or got["m5"] or month
        year = got["year"] or "XXXX"
        a, b = _day(year, month, first), _day(year, after, last)
        if a is None or b is None:
            continue
        if b < a and year != "XXXX":
            a = _day(str(int(year) - 1), month, first) or a
        yield match.start(), match.end(), a if a == b else f"{a}/{b}"
    if _DAYS.search(text) is None:
        for match in _BARE_MONTH.finditer(text):
            yield match.start(), match.end(), f"{match['year'] or 'XXXX'}-{_month(match['m']):02d}"


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _month(word: str) -> int:
    return _NAMES.index(word[:3].casefold()) + 1


def _day(year: str, month: str, day: int) -> str | None:
    """Return an EDTF day; the last of the month for one that a report counts past its end ("June 31st")."""
    number = _month(month)
    if not 1 <= day <= 31:
        return None
    length = _LENGTH[number - 1]
    if number == 2 and year != "XXXX" and (int(year) % 4 or (int(year) % 100 == 0 and int(year) % 400)):
        length = 28
    return f"{year}-{number:02d}-{min(day, length):02d}"
