"""Where and when a statement's incident was: the heading of a listed line, or the words of a free one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harmtrace.statements.words import DAY, Found, country_at, edtf, spaced

_PREPOSITION = (
    r"(?:in the (?:immediate |general )?(?:vicinity|area|town|city|village|region|neighbou?rhood) of|"
    r"in the (?:vicinity|area) of|(?:in )?vic(?:inity)?\.?(?: of)?|nearby|near|in|at|on|around|outside(?: of)?|IVO)"
)
_LEAD = spaced(rf"{_PREPOSITION}\s+(?:the\s+)?(?:(?:about|approximately|approx\.?|around)\s+)?#?", re.IGNORECASE)
_ARTICLE = spaced(r"(?:the\s+)?(?:(?:about|approximately|approx\.?)\s+)?#?", re.IGNORECASE)
# What may stand before the day of a heading: nothing, a list's number, a quotation mark, "On".
_BEFORE = spaced(
    r"(?:^|[.:;!?)\n]\s*|[“\"]\s*|^\s*[-–•*]\s*)(?:\(?\d{1,3}[.)]\s+)?[“\"'‘]?\s*"
    r"(?:On(?:\s+or\s+about)?|Between|During|In|The night of|Overnight,?)?\s*$",
    re.IGNORECASE,
)
_AFTER = spaced(rf"\s*+(?:,|;|:|–|-)?\s*+(?:{_PREPOSITION}\s|via\s|during\s|against\s|(?:[A-Z#’‘'][\w’‘'-]{{1,40}}[ ,]))")
_STOP = spaced(
    r"\s*(?:,\s*(?:via|during|it\s+(?:is|was)|and\s+(?:that|it|the)|against|after|while|when|where|which|who|likely|as|the\s+[Cc]oalition|"
    r"[Cc]oalition|[Aa]ccording|[Rr]eport|[Aa]llegation|resulting|killing|[Rr]egrettably|based|this|that|following|but)\b"
    r"|\bvia\b|\bduring\b|:|;|\.(?=\s|$|[”\"])|\(|\)|”|\"|\n|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the heading of a line states, and where its words end."""

    start: int
    end: int
    date: Found
    place: Found | None
    country: Found | None


def headings(text: str) -> Iterator[Heading]:
    """Yield the headings of a text: a day with a place or a channel right behind it, where a sentence begins.

    >>> [one] = headings("1. June 5, 2016, near Old Mill, Syria, via self-report. No harm was found.")
    >>> one.date.value, one.place.value, one.country.value
    ('2016-06-05', 'Old Mill', 'Syria')
    """
    for match in DAY.finditer(text):
        value = edtf(match)
        if value is None or _BEFORE.search(text, max(0, match.start() - 40), match.start()) is None:
            continue
        if _AFTER.match(text, match.end()) is None or _handling(text, match.end()):
            continue
        place, country, end = _where(text, match.end())
        yield Heading(
            start=match.start(),
            end=end,
            date=Found(value=value, start=match.start(), end=match.end()),
            place=place,
            country=country,
        )


_GAP = spaced(r"\s*(?:,|;|:|–|-)?\s*")
_NO_WHERE = spaced(r"via\b|during\b|against\b", re.IGNORECASE)
_CLOSED = spaced(r"\s*(?:[,.:;]|via\b|$)")
_TO_COUNTRY = spaced(r"\s*[,.]\s*#?(?=[A-Z])|\s+#(?=[A-Z])|\s+(?=[A-Z])")
_WORD_END = spaced(r"(?![\w’'-])")
_TO_FREE_COUNTRY = spaced(r"\s*,\s*#?|\s+#")
_HANDLING = spaced(
    r"\s*+[,:;–-]?\s*+(?:the\s+)?(?:review|JTF|CJTF|CENTCOM|CFACC|CAOC|assess|investigat|statement|press|release|"
    r"U\.?S\.?\s+Central|[Cc]entcom|published|updated?)\b",
    re.IGNORECASE,
)


def _handling(text: str, at: int) -> bool:
    """Tell whether a day is that of a review or a release, not of the incident."""
    return _HANDLING.match(text, at) is not None


def _where(text: str, at: int) -> tuple[Found | None, Found | None, int]:
    """Return place and country that stand behind a heading's day, and where they end."""
    gap = _GAP.match(text, at)
    start = at if gap is None else gap.end()
    lead = _LEAD.match(text, start) or _ARTICLE.match(text, start)
    first = start if lead is None else lead.end()
    if _NO_WHERE.match(text, first):
        return None, None, first
    whole = country_at(text, first)
    if whole is not None and _CLOSED.match(text, whole[1]):
        return None, _found(text, *whole), whole[1]
    return placed(text, first)


def placed(text: str, first: int) -> tuple[Found | None, Found | None, int]:
    """Return the place whose words start there, the country behind it, and where they end.

    The place runs up to the country, else up to what ends a heading; it keeps the larger place in it.
    """
    stop = _STOP.search(text, first)
    end = len(text) if stop is None else stop.start()
    for comma in _TO_COUNTRY.finditer(text, first, min(len(text), end + 20)):
        if comma.start() > end:
            break
        country = country_at(text, comma.end())
        if country is not None and _WORD_END.match(text, country[1]) and comma.start() > first:
            if comma[0].strip() == "" and not _closes(text, country[1]):
                continue
            return _found(text, first, comma.start()), _found(text, *country), country[1]
    return _found(text, first, end), None, end


def _closes(text: str, at: int) -> bool:
    """Tell whether a country's name without a comma before it ends the place: "Mosul Iraq, via"."""
    return _CLOSED.match(text, at) is not None


def _found(text: str, start: int, end: int) -> Found | None:
    while end > start and text[end - 1] in " ,.;:–-":
        end -= 1
    return Found(value=text[start:end], start=start, end=end) if end > start else None


# Free statements: no heading.

_STRIKE = r"(?:air\s?strikes?|st[ri]{2}kes?|strikes?|raids?|attacks?|bombings?|engagements?|incident|operations?)"
_FREE_DAY = spaced(rf"\b{_STRIKE}\b(?:(?!\b(?:said|stated|reported|published)\b)[^.:;]){{0,60}}?\b(?:on|of)\s+$", re.IGNORECASE)
_SAID = spaced(r"\b(?:stated|said|published|released|updated|answered|responded|reported|received|since|prior\s+to|before|dated)\b", re.IGNORECASE)


def free_date(text: str, start: int, end: int) -> Found | None:
    """Return the day on which a statement without a heading says that the strike was, None where it says none."""
    for match in DAY.finditer(text, start, end):
        before = text[max(start, match.start() - 90) : match.start()]
        said = _SAID.search(before.rsplit(".", 1)[-1])
        if _FREE_DAY.search(before) is not None and said is None and not _handling(text, match.end()):
            value = edtf(match)
            if value is not None:
                return Found(value=value, start=match.start(), end=match.end())
    return None


_CAP = r"[A-Z‘'’][\w’‘'-]*"
_LINK = r"(?:al|as|ash|az|ad|ar|at|an|el|the|of|de|bin|ibn|abu|wa)"
_NAMES = rf"{_CAP}(?:\s+(?:{_LINK}\s+)?{_CAP})*"
_KIND = r"(?:city|town|village|district|province|governorate|camp|dam|bridge|airport|neighbou?rhood|area|region|mountains?)"
_SIDE = r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?|south-?west(?:ern)?)(?:\s+and\s+|\s+))"
_FEATURE = r"(?:(?:[A-Z][\w’'-]+\s+){1,4}(?:oil\s?fields?|refiner(?:y|ies)|silos?|prison|bridge|dam|fields?|hospital|camp|university)\s+in\s+)"
_FREE_PLACE = spaced(
    rf"\b(?:in\s+the\s+(?:vicinity|area)\s+of|IVO|vic(?:inity)?\.?(?:\s+of)?|near|in|at|around|outside|on)\s+(?:the\s+)?#?"
    rf"(?P<place>{_FEATURE}?{_SIDE}*{_NAMES}(?:\s+{_KIND}\b)?)"
)
_FAR = spaced(
    rf"(?P<place>(?<!\d)\d+(?:\.\d+)?\s*(?:km|kilomet(?:er|re)s?|mi(?:les?)?)\.?\s+(?:[NSEW]{{1,3}}|{_SIDE.removesuffix('))')}))\s*)?\s*(?:of|from)\s+{_NAMES})"
)
_NO_PLACE = spaced(
    r"(?:Coalition|ISIL|ISIS|Daesh|The|This|U\.?S\.?|CIVCAS|JTF|CJTF|CFACC|CAOC|CENTCOM|Open Report|Report|Allegation|"
    r"Open|Number|INTEL|NV|WSV|FMV|BDA|TF|JTCB|Airwars|FB|Facebook|Twitter|Telegram|Operation|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|OIR|IRT|Ramadan|No|After|Not)\b"
)


def free_place(text: str, start: int, end: int) -> tuple[Found | None, Found | None]:
    """Return the first place that a statement without a heading names, and the country behind it."""
    hits = [*_FREE_PLACE.finditer(text, start, end), *_FAR.finditer(text, start, end)]
    for match in sorted(hits, key=lambda hit: hit.start("place")):
        first, last = match.span("place")
        if _NO_PLACE.match(text, first) or country_at(text, first) == (first, last):
            continue
        if _aside(text, match.start(), start):
            continue
        behind = _TO_FREE_COUNTRY.match(text, last)
        country = None if behind is None else country_at(text, behind.end())
        return _found(text, first, last), None if country is None else _found(text, *country)
    return None, None


_ASIDE = spaced(r"\b(?:query|responding|posted|published|based|spokes\w+|reported|office|meeting)\s+$", re.IGNORECASE)


def _aside(text: str, at: int, start: int) -> bool:
    """Tell whether words name where somebody speaks, not where the strike was."""
    return _ASIDE.search(text, max(start, at - 20), at) is not None
