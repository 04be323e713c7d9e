"""A month and an assessment as the JSON that scripts may rely on (CONTRACT), and a frozen month's hash."""

import json
from hashlib import sha256

from harmtrace.records.assessment import (
    Act,
    Amendment,
    Answer,
    Assessment,
    Check,
    Dissent,
    Identification,
    Question,
    Receipt,
    Rfi,
    Step,
    Use,
)
from harmtrace.records.month import CLOSINGS, Cumulative, Freezing, Line, Month
from harmtrace.reports.shapes import Json, Shape, bounds

# Raised when the keys of a month change: a frozen month is hashed in the form that it was frozen in.
FORM = 1


def month(one: Month, *, frozen: Freezing | None = None) -> Shape:
    """Return a month as ``month --json`` prints it.

    ``frozen`` names the hash of all other keys (``month_hash``), None while the month is not frozen.
    """
    return {
        "form": FORM,
        "month": one.month,
        "body": one.body,
        "carried": one.carried,
        "unlisted": one.unlisted,
        "new": one.new,
        "reopened": one.reopened,
        "closed": {kind.value: one.count(kind) for kind in CLOSINGS},
        "amended": one.amended,
        "open": one.open,
        "killed": bounds(one.killed),
        "injured": bounds(one.injured),
        "opening": None
        if one.opening is None
        else {"number": one.opening.number, "source": one.opening.source, "left_by_month_before": one.left},
        "cumulative": _cumulative(one.cumulative),
        "lines": [_line(line) for line in one.lines],
        "frozen": None if frozen is None else {"sha256": frozen.sha256, "by": frozen.by, "at": frozen.at},
    }


def month_hash(one: Month) -> str:
    """Return the SHA-256 that freezes a month.

    It is taken over its JSON without the key ``frozen``: keys sorted, no spaces, UTF-8.
    """
    said = {key: value for key, value in month(one).items() if key != "frozen"}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _cumulative(one: Cumulative) -> Shape:
    return {
        "strikes": one.strikes,
        "engagements": one.engagements,
        "reports": one.reports,
        "credible": one.credible,
        "killed": bounds(one.killed),
        "injured": bounds(one.injured),
        "reports_per_engagement_percent": _percent(one.reports_share),
        "credible_per_engagement_percent": _percent(one.credible_share),
        "credible_of_reports_percent": _percent(one.credible_of_reports),
        "before": one.before,
        "sources": list(one.sources),
    }


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 3)


def _line(line: Line) -> Shape:
    return {
        "allegation": line.allegation,
        "line": line.line,
        "on": line.on.isoformat(),
        "state": line.state,
        "incident": line.incident,
        "reason": line.reason,
        "stated": line.stated,
        "number": line.number,
        "channel": line.channel,
        "when": line.when,
        "where": line.where,
        "killed": bounds(line.killed),
        "injured": bounds(line.injured),
        "evidence": list(line.evidence),
        "what": line.what or None,
        "by": line.by,
        "second": line.second,
        "act": line.act,
    }


def assessment(one: Assessment) -> Shape:
    """Return an allegation with its whole handling, as ``allegations --json`` prints it."""
    return {
        "allegation": one.id,
        "body": one.body,
        "received": one.received.isoformat(),
        "channel": one.channel,
        "number": one.number,
        "incident": one.incident,
        "document": one.document,
        "when": one.when,
        "where": one.where,
        "state": one.state,
        "since": one.since.isoformat(),
        "reason": one.reason,
        "stated": one.stated,
        "killed": bounds(one.killed),
        "injured": bounds(one.injured),
        "standard": one.standard,
        "evidence": list(one.evidence),
        "rfis": [_rfi(rfi, one) for rfi in one.rfis],
        "checks": {item: check.checked for item, check in one.checks.items()},
        "acts": [act(each) for each in one.acts],
    }


def _rfi(rfi: Rfi, one: Assessment) -> Shape:
    closing = one.closing
    late = rfi.answered_on is not None and closing is not None and rfi.answered_on > closing.on
    return {
        "rfi": rfi.number,
        "question": rfi.question,
        "asked_of": rfi.asked_of,
        "on": rfi.asked_on.isoformat(),
        "answer": rfi.answer,
        "answered": None if rfi.answered_on is None else rfi.answered_on.isoformat(),
        "used": rfi.used,
        "late": late,
    }


def act(one: Act) -> Shape:
    """Return an act with what it says; ``act`` is its kind."""
    return {
        "id": one.id,
        "act": type(one).__name__.lower(),
        "on": one.on.isoformat(),
        "by": one.by,
        "why": one.why,
        "at": one.at,
        "evidence": list(one.evidence),
        **_own(one),
    }


def _own(one: Act) -> dict[str, Json]:
    match one:
        case Receipt():
            return {"body": one.body, "channel": one.channel, "number": one.number}
        case Step():
            return {
                "to": one.to,
                "second": one.second,
                "reason": one.reason,
                "stated": one.stated,
                "killed": bounds(one.killed),
                "injured": bounds(one.injured),
                "standard": one.standard,
                "news": one.news,
                "duplicate_of": one.duplicate_of,
            }
        case Question():
            return {"rfi": one.rfi, "question": one.question, "asked_of": one.asked_of}
        case Answer():
            return {"rfi": one.rfi, "answer": one.answer}
        case Use():
            return {"rfi": one.rfi, "used": one.used}
        case Dissent():
            return {"against": one.against}
        case Check():
            return {"item": one.item, "checked": one.checked}
        case Amendment():
            return {"values": {detail.value: text for detail, text in one.values}, "second": one.second}
        case Identification():
            return {"incident": one.incident}
    raise AssertionError(f"an act of an unknown kind: {type(one).__name__}")
