"""What the readers of a statement share: found words, and patterns for days, numbers and countries."""

import re
from dataclasses import dataclass
from datetime import date

from harmtrace.language.english.numbers import exact
from harmtrace.language.late import late
from harmtrace.language.places import country_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value, and the characters of the text that state it."""

    value: str
    start: int
    end: int


def spaced(words: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    r"""Return a pattern in which ``\s*`` and ``\s+`` take 20 characters of white space at most.

    Two of them beside each other, or one that a search may begin with, would else take a time that grows with the
    square of a run of blanks; no statement has that many between two words.
    """
    return late(words.replace(r"\s*", r"\s{0,20}").replace(r"\s+", r"\s{1,20}"), flags)


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_D = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|—|to|and|through|/)\s*"
DAY = spaced(
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?:{_TO}(?P<iso2>\d{{4}}-\d{{2}}-\d{{2}}))?"
    rf"|(?P<m>{MONTH})\s*(?P<d>{_D})(?:{_TO}(?:(?P<m2>{MONTH})\s*)?(?P<d2>{_D}))?(?:\s*,)?\s+(?P<y>\d{{4}})"
    rf"|(?P<m4>{MONTH})\s*(?P<d4>{_D}),?\s+(?P<y4>\d{{4}}){_TO}(?P<m5>{MONTH})\s*(?P<d5>{_D}),?\s+(?P<y5>\d{{4}})"
    rf"|(?P<d3>{_D})(?:{_TO}(?P<d33>{_D}))?\s+(?P<m3>{MONTH})(?:\s*,)?\s+(?P<y3>\d{{4}}|\d{{2}})"
    rf"|(?P<m6>{MONTH})(?:\s*,)?\s+(?P<y6>\d{{4}})"
    r"|(?P<slash>\d{1,2}/\d{1,2}/\d{4}))(?!\w)",
    re.IGNORECASE,
)
"""A day, a range of days, or a month with its year."""


def edtf(match: re.Match[str]) -> str | None:
    """Return the EDTF text of a day as written, None where the calendar has no such day.

    >>> edtf(DAY.search("on January 20-26, 2023, near"))
    '2023-01-20/2023-01-26'
    >>> edtf(DAY.search("on 16 Oct 14 on"))
    '2014-10-16'
    >>> edtf(DAY.search("Feb. 31, 2016")) is None
    True
    """
    got = match.groupdict()
    try:
        first, last = _ends(got)
    except ValueError:
        return None
    if got["m6"] is not None:
        return f"{int(got['y6']):04d}-{_month(got['m6']):02d}"
    if last is None or last == first:
        return first.isoformat()
    return f"{first.isoformat()}/{last.isoformat()}" if first < last else None


def _ends(got: dict[str, str]) -> tuple[date, date | None]:
    if got["iso"]:
        return date.fromisoformat(got["iso"]), date.fromisoformat(got["iso2"]) if got["iso2"] else None
    if got["m"]:
        year = int(got["y"])
        first = date(year, _month(got["m"]), _number(got["d"]))
        if not got["d2"]:
            return first, None
        last = date(year, _month(got["m2"] or got["m"]), _number(got["d2"]))
        return (first.replace(year=year - 1), last) if last < first and got["m2"] else (first, last)
    if got["m4"]:
        return (
            date(int(got["y4"]), _month(got["m4"]), _number(got["d4"])),
            date(int(got["y5"]), _month(got["m5"]), _number(got["d5"])),
        )
    if got["m3"]:
        year = int(got["y3"]) + (2000 if len(got["y3"]) == 2 else 0)
        month = _month(got["m3"])
        first = date(year, month, _number(got["d3"]))
        return first, date(year, month, _number(got["d33"])) if got["d33"] else None
    if got["m6"]:
        return date(int(got["y6"]), _month(got["m6"]), 1), None
    month, day, year = map(int, got["slash"].split("/"))
    return date(year, month, day), None


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].casefold()) + 1


def _number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


_SPELLED = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|"
    "seven|eight|nine))?|a hundred|one hundred|a dozen"
)
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,4}}|{_SPELLED}|an?|no|zero)"
"""A number of people, as a pattern without a group."""


def number(words: str) -> int:
    """Return what a number as ``NUMBER`` finds it stands for.

    >>> number("twenty-two"), number("a"), number("1,024"), number("no")
    (22, 1, 1024, 0)
    """
    plain = words.casefold()
    if plain in ("a", "an"):
        return 1
    if plain in ("no", "zero"):
        return 0
    found = exact(plain.split(), 0)
    return 0 if found is None else found[0]


def country_at(text: str, start: int) -> tuple[int, int] | None:
    """Return the characters of a country's name that starts there, a hashtag's sign left out."""
    match = _NAME.match(text, start)
    if match is None:
        return None
    words = match["name"].split()
    for many in range(min(3, len(words)), 0, -1):
        # Names with more than one space between their words are not joined.
        name = " ".join(words[:many])
        if text.startswith(name, match.start("name")) and country_code(name) is not None:
            return match.start("name"), match.start("name") + len(name)
    return None


_NAME = re.compile(r"#?(?P<name>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})")
