"""Numbers, days and closed vocabularies in plain English words."""

import re
from functools import lru_cache
from typing import assert_never

from harmtrace.records.claim import Casualty, Modality, Outcome, Scope, Stated, Step, Unit, VoiceKind, Who
from harmtrace.records.incident import PositionStatus
from harmtrace.records.measure import Count
from harmtrace.records.text import RelationKind

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)")
_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DOUBT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


def in_words(number: int) -> str:
    """Return a count of voices or documents in words, so that digits stay with claims.

    >>> in_words(3), in_words(21), in_words(140)
    ('three', 'twenty-one', 'more than a hundred')
    """
    if number < len(_SMALL):
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
    return "a hundred" if number == 100 else "more than a hundred"


def listed(parts: list[str]) -> str:
    """Return parts joined as prose.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def capital(text: str) -> str:
    """Return the text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=16_384)
def day(edtf: str) -> str:
    """Return an EDTF day, month, year or interval in words; other text unchanged.

    >>> day("2031-05-04"), day("XXXX-05-04"), day("2031-05")
    ('4 May 2031', '4 May, year unknown', 'May 2031')
    >>> day("2031-05-02/2031-05-04")
    'from 2 May 2031 to 4 May 2031'
    """
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        start = "" if first in ("", "..") else f"from {_one_day(first)}"
        end = "" if last in ("", "..") else f"{'to' if start else 'until'} {_one_day(last)}"
        return " ".join(part for part in (start, end) if part) or "time unknown"
    return _one_day(edtf)


def _one_day(edtf: str) -> str:
    match = _DAY.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, number, doubt = match.groups()
    known_year = "year unknown" if year == "XXXX" else year
    if month is None or month == "XX":
        return _DOUBT[doubt] + known_year
    name = _MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
    first = name if number is None or number == "XX" else f"{int(number)} {name}"
    return f"{_DOUBT[doubt]}{first}{', ' if year == 'XXXX' else ' '}{known_year}"


def day_clause(edtf: str) -> str:
    """Return a day as it stands after a verb: "on 4 May 2031", "in May 2031"."""
    text = day(edtf)
    if "/" in edtf:
        return text
    return ("on " if re.fullmatch(r"(?:\d{4}|XXXX)-\d\d-\d\d[~?%]?", edtf) else "in ") + text


def bounds(low: int | None, high: int | None, *, about: str = "") -> str:
    """Return what two bounds allow, in words; an end that nobody gave is never made up.

    >>> bounds(60, None), bounds(None, 100), bounds(137, 137), bounds(20, 30)
    ('at least 60', 'up to 100', '137', 'between 20 and 30')
    """
    if low is None and high is None:
        return "a number not stated"
    if low is None:
        return f"up to {about}{high:,}"
    if high is None:
        return f"at least {about}{low:,}"
    return f"{about}{low:,}" if low == high else f"between {about}{low:,} and {high:,}"


def short(low: int | None, high: int | None) -> str:
    """Return two bounds as a sign for tables and charts.

    >>> short(60, None), short(None, 100), short(137, 137), short(20, 30), short(None, None)
    ('≥ 60', '≤ 100', '137', '20–30', '–')
    """
    if low is None and high is None:
        return "–"
    if low is None:
        return f"≤ {high:,}"
    if high is None:
        return f"≥ {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def count(number: Count) -> str:
    """Return a count in words, a vague word kept and marked as one.

    >>> count(Count(low=24, high=None, vague="dozens"))
    'dozens (a vague word, taken as at least 24)'
    >>> count(Count(low=700, high=700, approx=True))
    'about 700'
    >>> count(Count(low=None, high=200, approx=True))
    'up to about 200'
    """
    if number.vague is not None:
        if number.low is None and number.high is None:
            return f"{number.vague} (a vague word, no number taken from it)"
        return f"{number.vague} (a vague word, taken as {bounds(number.low, number.high)})"
    return bounds(number.low, number.high, about="about " if number.approx else "")


def count_short(number: Count) -> str:
    """Return a count as a sign for tables: "≥ 24 (“dozens”)", "≈ 700"."""
    sign = ("≈ " if number.approx else "") + short(number.low, number.high)
    return sign if number.vague is None else f"{sign} (“{number.vague}”)"


def outcome(kind: Outcome) -> str:
    """Return an outcome in words."""
    return kind.value.replace("_", " ")


def scope(kind: Scope) -> str:
    """Return whether a number speaks of one event or of many."""
    match kind:
        case Scope.EVENT:
            return "this event"
        case Scope.PERIOD:
            return "a time or an area"
    assert_never(kind)


def modality(kind: Modality) -> str:
    """Return how firmly a speaker vouches for a number."""
    return kind.value


def step(kind: Step) -> str:
    """Return how a number stands to its voice's others; empty for a figure of its own."""
    match kind:
        case Step.TOTAL:
            return ""
        case Step.RUNNING:
            return "step of a running count"
        case Step.REPLACED:
            return "named as an old number"
        case Step.INCREMENT:
            return "added to what came before"
        case Step.PART:
            return "part of another count"
    assert_never(kind)


def voice(kind: VoiceKind) -> str:
    """Return what sort of voice vouches for a claim."""
    match kind:
        case VoiceKind.OUTLET:
            return "the publisher itself"
        case VoiceKind.HEARSAY:
            return "nobody named"
        case VoiceKind.HEALTH | VoiceKind.MONITOR | VoiceKind.GOVERNMENT | VoiceKind.MILITARY:
            return kind.value
        case VoiceKind.PEOPLE | VoiceKind.CIVIL_DEFENCE | VoiceKind.MEDIA:
            return kind.value.replace("_", " ")
    assert_never(kind)


def stated(kind: Stated) -> str:
    """Return what a body said, in words that never turn a refusal into "no harm"."""
    match kind:
        case Stated.NOT_AWARE:
            return "said that it was not aware of the allegation"
        case Stated.UNDER_REVIEW:
            return "said that it was reviewing the allegation"
        case Stated.ASSESSMENT_OPENED:
            return "said that it had opened an assessment"
        case Stated.INVESTIGATION_OPENED:
            return "said that it had opened an investigation"
        case Stated.STRIKE_ACKNOWLEDGED:
            return "acknowledged a strike there"
        case Stated.CREDIBLE:
            return "said that it found the allegation credible"
        case Stated.NON_CREDIBLE:
            return "said that it found too little, at that time, to call the allegation credible"
        case Stated.RESPONSIBILITY_DENIED:
            return "denied responsibility"
        case Stated.RESPONSIBILITY_ACCEPTED:
            return "accepted responsibility"
    assert_never(kind)


def status(kind: PositionStatus, said: Stated | None = None) -> str:
    """Return a position's status in words; "non-credible" is dated, never "no harm"."""
    match kind:
        case PositionStatus.NOT_YET_ASSESSED:
            return "not yet assessed"
        case PositionStatus.OPEN_INCIDENT:
            return "open"
        case PositionStatus.CREDIBLE_SUBSTANTIATED:
            return "credible, substantiated"
        case PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED:
            if said is Stated.RESPONSIBILITY_DENIED:
                return "responsibility denied"
            return "non-credible: it found too little at that time"
        case PositionStatus.DUPLICATE:
            return "said to repeat another report"
    assert_never(kind)


def relation(kind: RelationKind) -> str:
    """Return how the first document stands to the second."""
    match kind:
        case RelationKind.IDENTICAL:
            return "is identical to"
        case RelationKind.REVISION_OF:
            return "is a later version of"
        case RelationKind.COPY_OF:
            return "is a copy of"
        case RelationKind.EXCERPT_OF:
            return "is an excerpt of"
        case RelationKind.SAME_STATEMENT:
            return "quotes the same statement as"
        case RelationKind.DERIVED_FROM:
            return "is derived from"
    assert_never(kind)


def people(claim: Casualty, figure: str) -> str:
    """Return a casualty claim's figure with what is counted: "137 civilians", "1 person"."""
    if claim.count.vague is not None:
        return figure
    one = claim.count.high == 1
    match claim.unit:
        case Unit.FAMILIES:
            return f"{figure} {'family' if one else 'families'}"
        case Unit.BODIES:
            return f"{figure} {'body' if one else 'bodies'}"
        case Unit.PEOPLE:
            return f"{figure} {_person(claim.who, one=one)}"
    assert_never(claim.unit)


def _person(kind: Who, *, one: bool) -> str:
    match kind:
        case Who.CIVILIAN:
            return "civilian" if one else "civilians"
        case Who.COMBATANT:
            return "combatant" if one else "combatants"
        case Who.UNSPECIFIED:
            return "person" if one else "people"
    assert_never(kind)
