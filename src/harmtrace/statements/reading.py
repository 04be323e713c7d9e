"""One document -> the published statements in it, field by field, each with its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harmtrace.records.incident import Bounds, PositionStatus
from harmtrace.records.position import Reason
from harmtrace.records.statement import FIELDS, Statement
from harmtrace.statements.channels import source
from harmtrace.statements.harm import Harm, harms
from harmtrace.statements.heading import Heading, free_date, free_place, headings
from harmtrace.statements.tail import tail
from harmtrace.statements.verdicts import Verdict, correction, credible, dismissed, duplicate, unfinished
from harmtrace.statements.words import Found, spaced

RULES_VERSION = "1"


def read(text: str, document: str) -> tuple[Statement, ...]:
    """Return the statements of a text: one for each heading, one in all where there is none; never none.

    What stands before the first heading belongs to it ("Duplicate reports: ...").

    >>> line = "June 5, 2016, near Old Mill, Syria, via self-report: it was assessed that two civilians were killed."
    >>> [one] = read(line, "a")
    >>> one.date, one.place, one.channel.value, one.verdict.value, one.killed.low
    ('2016-06-05', 'Old Mill', 'self_report', 'credible_substantiated', 2)
    """
    return tuple(_read(text, document, part) for part in _parts(text))


def reason(words: str) -> Reason | None:
    """Return the reason code that the words of a closing fit, None where they fit none.

    >>> reason("no strikes were conducted in the area on that day").value
    'NO_STRIKE_AREA_DAY'
    """
    found = dismissed(words, 0, len(words))
    return None if found is None else found.reason


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One statement's stretch of a text, and its heading where it has one."""

    start: int
    end: int
    heading: Heading | None


def _parts(text: str) -> Iterator[_Part]:
    found = list(headings(text))
    if not found:
        yield _Part(start=0, end=len(text), heading=None)
        return
    for at, heading in enumerate(found):
        start = 0 if at == 0 else heading.start
        end = found[at + 1].start if at + 1 < len(found) else len(text)
        yield _Part(start=start, end=end, heading=heading)


def _read(text: str, document: str, part: _Part) -> Statement:
    heading, (start, end) = part.heading, (part.start, part.end)
    stated: dict[str, Found] = tail(text, start, end)
    if heading is None:
        place, country = free_place(text, start, end)
        date = free_date(text, start, end)
    else:
        date, place, country = heading.date, heading.place, heading.country
    for name, one in (("date", date), ("place", place), ("country", country)):
        if one is not None:
            stated[name] = one
    body = start if heading is None else heading.end
    came = source(text, body, end, listed=heading is not None)
    if came is not None and came.name is not None:
        stated["channel_name"] = came.name
    finding = _finding(text, start, body, end)
    spans = {name: (one.start, one.end) for name, one in stated.items()}
    if came is not None and came.channel is not None:
        spans["channel"] = (came.start, came.end)
    if finding.verdict is not None:
        spans["verdict"] = (finding.verdict.start, finding.verdict.end)
    if finding.reason is not None:
        spans["reason"] = finding.reason_at
    for harm in finding.harms:
        spans[harm.outcome] = (harm.start, harm.end)
    values = {name: one.value for name, one in stated.items()}
    return Statement(
        document=document,
        start=start,
        end=end,
        date=values.get("date"),
        place=values.get("place"),
        country=values.get("country"),
        channel=None if came is None else came.channel,
        channel_name=values.get("channel_name"),
        verdict=None if finding.verdict is None else finding.verdict.status,
        reason=finding.reason,
        killed=_bounds(finding.harms, "killed"),
        injured=_bounds(finding.harms, "injured"),
        mgrs=values.get("mgrs"),
        report_number=values.get("report_number"),
        code=values.get("code"),
        spans=tuple((name, *spans[name]) for name in FIELDS if name in spans),
    )


def _bounds(found: tuple[Harm, ...], outcome: str) -> Bounds | None:
    return next((one.bounds for one in found if one.outcome == outcome), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    verdict: Verdict | None
    reason: Reason | None
    reason_at: tuple[int, int]
    harms: tuple[Harm, ...]


_FOUND = spaced(
    r"\b(?:assessed|assesses|actual\s+(?:assessment|finding)|determined|determines|concluded|concludes|found\s+that|finding|regrettably|more\s+likely\s+than\s+not|"
    r"likely\s+led|unintentionally|inadvertently|preponderance|unfortunately|confirmed|acknowledge[sd]?|indicates\s+(?:that\s+)?the)\b",
    re.IGNORECASE,
)


def _finding(text: str, start: int, body: int, end: int) -> _Finding:
    """Return what the body finds. A duplicate goes first, then whichever finding comes first in the words."""
    fixed = correction(text, start, end)
    told = duplicate(text, start, end)
    if told is not None:
        return _Finding(verdict=told, reason=Reason.DUPLICATE, reason_at=(told.start, told.end), harms=())
    refused = dismissed(text, body, end)
    found = _found_harm(text, body, end)
    if found and (refused is None or found[0].start < refused.start) and not _alleged(text, body, found[0]):
        words = Verdict(
            status=PositionStatus.CREDIBLE_SUBSTANTIATED, reason=None, start=found[0].start, end=found[-1].end
        )
        reason = None if fixed is None else Reason.CORRECTION
        return _Finding(verdict=words, reason=reason, reason_at=fixed or (0, 0), harms=found)
    accepted = None if refused is not None else credible(text, body, end)
    if accepted is not None:
        held = harms(text, accepted.start, end)
        return _Finding(verdict=accepted, reason=None, reason_at=(0, 0), harms=held)
    verdict = refused or unfinished(text, body, end)
    if fixed is not None:
        return _Finding(verdict=verdict, reason=Reason.CORRECTION, reason_at=fixed, harms=())
    reason = None if verdict is None else verdict.reason
    at = (0, 0) if verdict is None else (verdict.start, verdict.end)
    return _Finding(verdict=verdict, reason=reason, reason_at=at, harms=())


def _found_harm(text: str, start: int, end: int) -> tuple[Harm, ...]:
    """Return the numbers that stand in or after the words of a finding."""
    cue = _FOUND.search(text, start, end)
    if cue is None:
        return ()
    stop = text.rfind(". ", start, cue.start())
    return harms(text, cue.start(), end) or harms(text, start if stop < 0 else stop + 2, end)


_CLAIMED = spaced(r"\b(?:alleg\w*|report(?:ed|s|edly)|claim\w*|accus\w*)\b[^.;]{0,80}$", re.IGNORECASE)


def _alleged(text: str, start: int, one: Harm) -> bool:
    """Tell whether the words before a number say that others allege it."""
    begin = max(start, text.rfind(". ", start, one.start) + 1)
    before = text[begin : one.start]
    return _CLAIMED.search(before) is not None and _FOUND.search(before) is None
