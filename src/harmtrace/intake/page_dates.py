"""Days of publication that a page offers, best first, each with where it was found."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from resiliparse.parse.html import ElementNode

from harmtrace.intake.given import day_of
from harmtrace.records.text import DateCandidate

_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datePublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cXenseParse:recs:publishtime",
    "citation_publication_date",
    "DC.date.issued",
    "DC.date",
    "dc.date",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.date",
)
_OTHER_META = tuple((name, name.lower()) for name in _PUBLISHED_META[1:])
_UPDATED_META = ("article:modified_time", "og:updated_time", "dateModified", "last-modified", "dcterms.modified")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan يناير كانون-الثاني",
            "february feb فبراير شباط",
            "march mar مارس آذار",
            "april apr أبريل إبريل نيسان",
            "may مايو أيار",
            "june jun يونيو حزيران",
            "july jul يوليو تموز",
            "august aug أغسطس آب",
            "september sept sep سبتمبر أيلول",
            "october oct أكتوبر تشرين-الأول",
            "november nov نوفمبر تشرين-الثاني",
            "december dec ديسمبر كانون-الأول",
        ),
        start=1,
    )
    for name in names.replace("-", " ").split(" ")
    if name not in ("كانون", "تشرين", "الثاني", "الأول")
} | {"كانون الثاني": 1, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12}
_NAME = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_NAME})\b\.?(?:/\w+)?,?\s+(\d{{4}})\b", re.I)
_MONTH_FIRST = re.compile(rf"\b({_NAME})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_PATH_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=\D|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=\D|$)")
_PATH_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d\d)/")
_BESIDE = "aside, footer, nav, [class*=comment], [id*=comment], [class*=related]"
_UPDATED = re.compile(r"updated|modified|revised|آخر تحديث", re.I)


def candidates(
    tags: Mapping[str, str],
    linked: Mapping[str, object],
    url: str | None,
    elements: Iterable[tuple[str | None, str]],
    bylines: Iterable[str],
) -> tuple[DateCandidate, ...]:
    """Return every candidate, most reliable first; days of a change (not of publication) come last.

    A day is the one written there, in the page's own zone. Candidates of a change are
    known by their ``found``, which starts with ``updated``. ``tags`` are the meta tags by
    name in lower case; ``elements`` what ``marked_up`` found.
    """
    seen: set[tuple[str, str]] = set()
    found: list[DateCandidate] = []
    for day, where in _all(tags, linked, url, elements, bylines):
        if day is not None and (day, where) not in seen and 1990 <= int(day[:4]) <= 2100:
            seen.add((day, where))
            found.append(DateCandidate(day=day, found=where))
    return tuple(sorted(found, key=lambda candidate: candidate.found.startswith("updated")))


def _all(
    tags: Mapping[str, str],
    linked: Mapping[str, object],
    url: str | None,
    elements: Iterable[tuple[str | None, str]],
    bylines: Iterable[str],
) -> Iterator[tuple[str | None, str]]:
    for name in _PUBLISHED_META[:1]:
        yield _day(tags.get(name.lower())), f"meta {name}"
    yield _day(linked.get("datePublished")), "json-ld datePublished"
    for name, key in _OTHER_META:
        if key in tags:
            yield _day(tags[key]), f"meta {name}"
    yield from elements
    for line in bylines:
        for day, end in days_in(line):
            change = _UPDATED.search(line[max(0, end - 40) : end]) is not None
            yield day, "updated: byline" if change else "byline"
    if url is not None:
        yield _in_path(url), "url"
    yield _day(linked.get("dateCreated")), "json-ld dateCreated"
    for name in _UPDATED_META:
        yield _day(tags.get(name.lower())), f"updated: meta {name}"
    yield _day(linked.get("dateModified")), "updated: json-ld dateModified"


def days_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield the full days written in a line, as EDTF, with where each ends.

    >>> list(days_in("Northern Desk · 3 August 2017 · 6 min read"))
    [('2017-08-03', 29)]
    """
    hits = []
    for match in _DAY_FIRST.finditer(text):
        hits.append((match.end(), f"{match[3]}-{_MONTHS[match[2].lower()]:02d}-{int(match[1]):02d}"))
    for match in _MONTH_FIRST.finditer(text):
        hits.append((match.end(), f"{match[3]}-{_MONTHS[match[1].lower()]:02d}-{int(match[2]):02d}"))
    for match in _ISO.finditer(text):
        hits.append((match.end(), match.group()))
    for end, written in sorted(hits):
        day = day_of(written)
        if day is not None:
            yield day, end


def marked_up(dated: Iterable[ElementNode], times: Iterable[ElementNode]) -> Iterator[tuple[str | None, str]]:
    """Yield the days that elements of the page are marked up with, each with where it was found.

    ``dated`` are those marked as the day of publication.
    """
    for element in dated:
        yield _day(element.getattr("datetime") or element.getattr("content") or element.text), "itemprop datePublished"
    for element in times:
        day = _day(element.getattr("datetime") or element.text)
        if day is None or element.closest(_BESIDE) is not None:
            continue
        parent = element.parent_element
        before = "" if parent is None else parent.text or ""
        names = f"{element.class_name or ''} {before[:60]}"
        yield day, "updated: time element" if _UPDATED.search(names) else "time element"


def _day(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    written = value.strip()
    return _day_in(written) if len(written) <= _SHORT else _read_day(written)


def _read_day(written: str) -> str | None:
    return day_of(written) or next((day for day, _ in days_in(written)), None)


_SHORT = 60
# A page says its day in several places, and a live one the hour of every post.
_day_in = lru_cache(maxsize=4096)(_read_day)


def _in_path(url: str) -> str | None:
    match = _PATH_DAY.search(url)
    if match is not None:
        year, month, day = match.groups()[:3] if match[1] else match.groups()[3:]
        return day_of(f"{year}-{int(month):02d}-{int(day):02d}")
    match = _PATH_MONTH.search(url)
    return None if match is None else day_of(f"{match[1]}-{match[2]}")
