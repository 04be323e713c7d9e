"""Lists of people by name under a heading that says what befell them: a hospital's register, the names of the dead."""

import re
from collections.abc import Sequence

from harmtrace.language.english.words import CHILD_WORDS, WHO_CIVILIAN, WHO_COMBATANT, WOMAN_WORDS
from harmtrace.language.grammar import HarmMention
from harmtrace.language.late import late
from harmtrace.records.claim import Group, Outcome, Step, Unit, Who
from harmtrace.records.measure import Count

_DEAD = r"dead|deceased|died|killed|martyrs?|fallen|victims?|deaths|lost their lives"
_HURT = r"wounded|injured|hurt|injuries"
_LOST = r"missing|unaccounted"
_LISTS = r"names?|list|register|roll|those|received|brought|admitted|admissions|identified|dead on arrival"
#: Words that make a heading one of something else.
_OTHERWISE = late(r"\b(?:arrest\w*|detain\w*|releas\w*|discharged|donors?|staff|volunteers|present|sources)\b", re.IGNORECASE)
_HEADING = late(
    rf"\s{{0,20}}(?:(?=[^\n]{{0,160}}\b(?:{_LISTS})\b)[^\n]{{0,160}}\b(?:{_DEAD}|{_HURT}|{_LOST}|casualties)\b[^\n.!?]{{0,90}}|(?:the )?(?:{_DEAD}|{_HURT}|{_LOST})(?: on arrival| so far| are| \([^)\n]{{1,30}}\))?)\s{{0,20}}:?\s{{0,20}}$",
    re.IGNORECASE,
)
_KINDS = tuple((outcome, late(rf"\b(?:{words})\b", re.IGNORECASE)) for outcome, words in ((Outcome.KILLED, _DEAD), (Outcome.INJURED, _HURT), (Outcome.MISSING, _LOST)))
_COUNTED = late(r"\b(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\s(?:[a-z]{1,20}\s){0,2}(?:dead|killed|people|persons|names|victims|martyrs|wounded|injured|civilians)\b", re.IGNORECASE)
_MARK = r"\s{0,20}(?:(?:[-•*·–—]|\(?\d{1,3}[.)]|\d{1,3}(?=\s))\s{0,5})?"
_WORD = r"(?:[A-ZÀ-ÞĀ-Ž][\w’'-]{1,30}|(?:al|el|abu|bin|ibn|de|la|van|von)[- ][A-ZÀ-Þ]?[\w’'-]{1,30})"
_WHOSE = r"(?:[Ss]on|[Dd]aughter|[Ww]ife|[Mm]other|[Ff]ather|[Bb]aby|[Cc]hild|[Ii]nfant|[Bb]rother|[Ss]ister)"
_ENTRY = late(
    rf"(?P<mark>{_MARK})(?P<name>(?:[Uu]nknown|[Uu]nidentified|[Uu]nnamed) (?:[a-z]{{1,20}} )?(?:woman|man|boy|girl|child|person|baby|body|infant|male|female)"
    rf"|{_WHOSE} of (?:the )?{_WORD}(?: {_WORD}){{0,3}}(?: family)?|(?:(?:Dr|Mrs?|Ms|Hajj?i?|Sheikh|Baby|Little|Sgt|Capt|Cpl|Pte|Lt)\.? )?{_WORD}(?: {_WORD}){{1,4}})"
    r"(?P<age>,? \(?(?:aged? )?(?P<years>\d{1,3})(?P<months> ?(?:months?|mo|days?|weeks?))?(?: ?(?:years?(?: old)?|yrs?|y/?o|y))?\)?(?![\w/:.-]\w))?(?P<rest>(?:\s{0,20}[,;(:–—-][^\n]{0,80})?)\.?\s{0,20}$"
)
_ROLE = late(r"[a-z]{3,20}")
_FEWEST = 2
_LONGEST, _LONGEST_HEADING = 130, 200
_YOUNG = 18


def registers(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, tuple[HarmMention, int]]:
    """Return for each line that names one person of a list what befell that person, and how many the list names.

    A heading opens a list; at least two lines with a mark or an age of their own make it one. A heading with a number
    in it is left alone: then the number is the claim.
    """
    out: dict[int, tuple[HarmMention, int]] = {}
    k, opened = 0, False
    while k < len(lines):
        start, end = lines[k]
        k += 1
        if k == len(lines) or lines[k][1] - lines[k][0] > _LONGEST or end - start > _LONGEST_HEADING or "\n" not in text[end : lines[k][0]]:
            continue  # a heading stands above a short line
        outcome = _opens(text, start, end)
        if outcome is None:
            continue
        entries: list[tuple[int, re.Match[str]]] = []
        while k < len(lines) and (m := _ENTRY.match(text, *lines[k])) is not None and _opens(text, *lines[k]) is None:
            entries.append((k, m))
            k += 1
        shown = sum(1 for _, m in entries if m["mark"].strip() or m["age"])
        if (len(entries) < _FEWEST and not (opened and entries)) or shown * 2 < len(entries):
            continue
        opened = True
        for index, m in entries:
            out[index] = _mention(m, outcome), len(entries)
    return out


def _opens(text: str, start: int, end: int) -> Outcome | None:
    """Return what befell those whom a heading's list names, None where the line is no such heading."""
    if _HEADING.match(text, start, end) is None or _OTHERWISE.search(text, start, end) is not None or _COUNTED.search(text, start, end) is not None:
        return None
    kinds = [outcome for outcome, pattern in _KINDS if pattern.search(text, start, end) is not None]
    return kinds[0] if len(kinds) == 1 else Outcome.KILLED_OR_INJURED


def _mention(m: re.Match[str], outcome: Outcome) -> HarmMention:
    start, end = m.start("name"), m.end("age") if m["age"] else m.end("name")
    words = set(_ROLE.findall(m["name"].lower())) | set(_ROLE.findall(m["rest"].lower()))
    child = bool(words & CHILD_WORDS) or (m["years"] is not None and (int(m["years"]) < _YOUNG or m["months"] is not None))
    who = Who.COMBATANT if words & WHO_COMBATANT else Who.CIVILIAN if child or words & WHO_CIVILIAN else Who.UNSPECIFIED
    group = "children" if child else "women" if words & WOMAN_WORDS else None
    return HarmMention(
        start=start, end=end, number_start=start, number_end=m.end("name"), at=start, count=Count(low=1, high=1), outcome=outcome, who=who, unit=Unit.PEOPLE,
        groups=(Group(name=group, low=1, high=1),) if group is not None else (), step=Step.TOTAL, rule="english/register/1",
    )  # fmt: skip
