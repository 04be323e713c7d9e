"""How an allegation came to the body: the channel of a statement, and who is named with it."""

import re
from dataclasses import dataclass

from harmtrace.records.position import Channel
from harmtrace.statements.words import Found, spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The channel and the name of a statement's source; either may be missing."""

    channel: Channel | None
    start: int
    end: int
    name: Found | None


_VIA = spaced(
    r"\b[Vv]ia\s+(?:an?\s+|the\s+|multiple\s+|several\s+|various\s+)?"
    r"(?P<name>[^.,:;()\n“”\"]{2,80}?)"
    r"(?:[’']s)?(?P<report>\s+(?:reports?|reporting|allegations?))?(?=\s*(?:[.,:;()“”\"\n]|\s[-–—]\s|$))"
)
# A short sentence of its own right behind the heading: "Iraq: social media report."
_FIRST = spaced(r"[\s.,:;–-]{0,20}(?P<words>(?:[\w’'-]{1,40}\s+){0,4}?(?:reports?|post|media|video)\s*[.:;])")
_PARTS = spaced(r"\s+(?:reports?\s+)?(?:and|&)\s+(?:an?\s+|the\s+)?|\s*/\s*")
_SOCIAL = spaced(r"\bsocial[\s-]media\b|\b(?:FB|Facebook|Twitter|You\s?Tube|Telegram|Instagram|tweets?)\b", re.IGNORECASE)
_SELF = spaced(r"\bself[\s-]?report(?:ed|ing)?\b|\binternal\s+report", re.IGNORECASE)
_MEDIA = spaced(
    r"\b(?:media|news|newspaper|press|TV|television|radio|journalists?|reporters?|times|post|tribune|guardian|reuters|AP|AFP|BBC|CNN|NBC|ABC|CBS|RT|"
    r"jazeera|arabiya|rudaw|sky|buzzfeed|intercept|magazine|agency|broadcaster|journal|gazette|herald)\b",
    re.IGNORECASE,
)
_NGO = spaced(
    r"\b(?:NGOs?|non-?governmental|airwars|amnesty|human\s+rights|observatory|SOHR|SNHR|HRW|VDC|IBC|MSF|UNAMI|OHCHR|"
    r"violations|body\s+count|documentation|monitor(?:s|ing)?|watch|reprieve|mwatana|bellingcat|center\s+for|centre\s+for|"
    r"médecins|medecins|doctors\s+without|red\s+cross|red\s+crescent|white\s+helmets|relief|charity|rights\s+group|slaughtered\s+silently|network\s+for)\b",
    re.IGNORECASE,
)
_PARTNER = spaced(
    r"\b(?:partner(?:s|ed)?(?:\s+(?:force|nation|report)s?)?|partner\s+forces?|host\s+nation|government\s+of|SDF|syrian\s+democratic\s+forces|ISF|CTS|"
    r"iraqi\s+(?:security\s+)?(?:forces|army|government|military)|peshmerga|coalition\s+(?:member|nation|partner)s?|YPG|KRG)\b",
    re.IGNORECASE,
)
_PLAIN = spaced(
    r"(?:social[\s-]media|media|news|press|NGO|non-?governmental organi[sz]ation|self|partner(?: nation| force)?|local|open[- ]source|online|"
    r"coalition(?: member| partner)?|internal|traditional media|facebook|twitter|youtube|telegram|FB|tweet|post)s?(?:\s+(?:post|page|video|report|outlet|organi[sz]ation)s?)?",
    re.IGNORECASE,
)


def source(text: str, start: int, end: int, *, listed: bool) -> Source | None:
    """Return the first channel that a statement names, None where it names none.

    ``listed``: the line has a heading, where only "via ..." names the channel.

    >>> found = source("via Old River Monitor report. No", 0, 31, listed=True)
    >>> found.channel.value, found.name.value
    ('ngo', 'Old River Monitor')
    """
    via = _VIA.search(text, start, end)
    if via is not None:
        return _via(text, via)
    if not listed:
        return _free(text, start, end)
    first = _FIRST.match(text, start, end)
    return None if first is None else _free(text, first.start("words"), first.end())


def _via(text: str, via: re.Match[str]) -> Source:
    name = via["name"]
    cut = _PARTS.search(name)
    first = name if cut is None else name[: cut.start()]
    own = Found(value=first, start=via.start("name"), end=via.start("name") + len(first))
    end = via.end() if cut is None else own.end
    named = None if _PLAIN.fullmatch(first) or _SELF.fullmatch(first) or _SELF.search(first) else own
    return Source(channel=_kind(first), start=via.start(), end=end, name=named)


def _kind(words: str) -> Channel | None:
    for channel, pattern in (
        (Channel.SELF_REPORT, _SELF),
        (Channel.SOCIAL_MEDIA, _SOCIAL),
        (Channel.NGO, _NGO),
        (Channel.PARTNER, _PARTNER),
        (Channel.MEDIA, _MEDIA),
    ):
        if pattern.search(words):
            return channel
    return Channel.SELF_REPORT if words.casefold() == "self" else None


_CAP = r"[A-Z][\w’'-]*"
_BODY = rf"{_CAP}(?:\s+(?:(?:for|of|the|and|in)\s+)*{_CAP})*"
_PAGE = spaced(rf"\b(?i:facebook|fb|twitter|telegram|youtube)\s+(?i:page|account|channel|post|feed)\s+(?:of\s+|from\s+|by\s+)?(?P<name>{_BODY})")
_FROM = spaced(rf"\b(?i:social media|facebook|fb|twitter|telegram|youtube)\s+(?i:reports?|posts?|video)\s+(?:from|by|of)\s+(?P<name>{_BODY})")
_SOCIAL_REPORT = spaced(
    r"^\W*social[\s-]media\b|\bsocial[\s-]media\s+(?:reports?|posts?|video|sources?|allegations?|accounts?)\b"
    r"|\b(?:facebook|fb|twitter|telegram|youtube)\s+(?:page|account|channel|posts?|reports?|video|feed)\b",
    re.IGNORECASE,
)
_MEDIA_REPORT = spaced(
    r"^\W*(?:media|news|press)(?:\s+reports?)?\s*[.:;]|\b(?<!social )(?:media|news|press)\s+(?:reports?|outlets?|articles?)\s+"
    r"(?:alleg|claim|stat|indicat|said|saying|accus)",
    re.IGNORECASE,
)
_NGO_REPORT = spaced(
    rf"^\W*(?P<short>SNHR|SOHR|VDC|HRW|MSF|IBC|Airwars|Amnesty|{_CAP}(?:\s+(?:(?:for|of|the)\s+)*{_CAP})*)\s*(?P<stop>[.:;/]|reports?\b|alleg\w*|claim\w*|stat\w*)"
    rf"|\b(?P<name>(?:SNHR|SOHR|VDC|HRW|MSF|IBC|Airwars|Amnesty International|Human Rights Watch))\s+(?:reports?|reported|alleg\w+|claim\w*)\b"
)
_SELF_REPORT = spaced(r"^\W*self[\s-]report(?:ed)?\b|\bself[\s-]reported\b", re.IGNORECASE)


def _free(text: str, start: int, end: int) -> Source | None:
    """Return the channel that the words of a line without a heading name first."""
    body = text[start:end]
    hits: list[Source] = []
    for channel, pattern in (
        (Channel.SOCIAL_MEDIA, _SOCIAL_REPORT),
        (Channel.MEDIA, _MEDIA_REPORT),
        (Channel.SELF_REPORT, _SELF_REPORT),
    ):
        match = pattern.search(body)
        if match is not None:
            hits.append(Source(channel=channel, start=start + match.start(), end=start + match.end(), name=None))
    for match in _NGO_REPORT.finditer(body):
        group = "short" if match["short"] else "name"
        if _NGO.search(match[group]):
            name = Found(value=match[group], start=start + match.start(group), end=start + match.end(group))
            hits.append(Source(channel=Channel.NGO, start=name.start, end=name.end, name=name))
            break
    if not hits:
        return None
    first = min(hits, key=lambda one: one.start)
    if first.channel is Channel.SOCIAL_MEDIA:
        named = _PAGE.search(body) or _FROM.search(body)
        if named is not None:
            where = Found(value=named["name"], start=start + named.start("name"), end=start + named.end("name"))
            return Source(channel=first.channel, start=first.start, end=max(first.end, where.end), name=where)
    return _trimmed(text, first)


def _trimmed(text: str, one: Source) -> Source:
    start, end = one.start, one.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Source(channel=one.channel, start=start, end=end, name=one.name)
