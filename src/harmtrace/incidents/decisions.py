"""Judgements -> what people decided on claims and pairs; the latest on a subject holds, and it always wins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from harmtrace.errors import CountError
from harmtrace.incidents.times import extent
from harmtrace.records.claim import (
    Blame,
    Casualty,
    Claim,
    ClaimId,
    Exposure,
    Modality,
    Outcome,
    Position,
    Scope,
    Stated,
    Step,
    Unit,
    VoiceKind,
    Who,
)
from harmtrace.records.entry import Issue
from harmtrace.records.judgement import Decision, Judgement
from harmtrace.records.measure import Count

Pair = tuple[ClaimId, ClaimId]

_NOTHING = frozenset(("", "null", "none"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A person's word on two sides, each a set of claims: one event, or not."""

    id: int
    same: bool
    a: tuple[ClaimId, ...]
    b: tuple[ClaimId, ...]


def links(judgements: Iterable[Judgement]) -> tuple[Link, ...]:
    """Return the decisions on pairs that hold, latest first; ``unsure`` takes an earlier one back."""
    latest: dict[frozenset[str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: j.id):
        if judgement.other is not None and not judgement.values:  # with values it is one on a match
            latest[frozenset((judgement.subject, judgement.other))] = judgement
    held = []
    for judgement in sorted(latest.values(), key=lambda j: -j.id):
        if judgement.decision in (Decision.SAME, Decision.DIFFERENT):
            held.append(
                Link(
                    id=judgement.id,
                    same=judgement.decision is Decision.SAME,
                    a=_side(judgement.subject_claims, judgement.subject),
                    b=_side(judgement.other_claims, judgement.other or ""),
                )
            )
    return tuple(held)


def _side(claims: tuple[str, ...], subject: str) -> tuple[ClaimId, ...]:
    return tuple(ClaimId(c) for c in claims) if claims else (ClaimId(subject),)


def decided(claims: Sequence[Claim], judgements: Iterable[Judgement]) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the claims with every field that a person set, in order of the decisions; and what could not be set.

    A claim keeps its id and its words. A field that the claim has not, or a value outside its vocabulary, is
    an issue and changes nothing.
    """
    sets: dict[str, list[Judgement]] = {}
    for judgement in sorted(judgements, key=lambda j: j.id):
        if judgement.decision is Decision.SET:
            sets.setdefault(judgement.subject, []).append(judgement)
    if not sets:
        return tuple(claims), ()
    changed, issues = [], []
    for claim in claims:
        now = claim
        for judgement in sets.get(claim.id, ()):
            now, found = _with_values(now, judgement)
            issues += found
        changed.append(now)
    return tuple(changed), tuple(issues)


def _with_values(claim: Claim, judgement: Judgement) -> tuple[Claim, list[Issue]]:
    issues = []
    bounds = {field: value for field, value in judgement.values if field in ("low", "high")}
    for field, value in judgement.values:
        if field in bounds:
            continue
        now = _with_value(claim, field, None if value.casefold() in _NOTHING else value)
        if now is None:
            issues.append(_unusable(claim, judgement, {field: value}))
        else:
            claim = now
    if bounds:
        bounded = _with_bounds(claim, bounds)
        if bounded is None:
            odd = {k: v for k, v in bounds.items() if v.casefold() not in _NOTHING and not v.isdecimal()}
            issues.append(_unusable(claim, judgement, odd or bounds))
        else:
            claim = bounded
    return claim, issues


# What each field of a claim takes: a vocabulary, or in words.
_TEXT = "a text, or nothing"
_COUNT = {"low": "a whole number, or nothing", "high": "a whole number not below low, or nothing"}
_COMMON: Mapping[str, str | type[StrEnum]] = {
    "speaker": _TEXT,
    "via": _TEXT,
    "voice": VoiceKind,
    "when": "an EDTF day or interval (2017-03-17), or nothing",
    "where": _TEXT,
}
_OWN: Mapping[type[Claim], Mapping[str, str | type[StrEnum]]] = {
    Casualty: {
        **_COUNT,
        "approx": "true or false",
        "outcome": Outcome,
        "who": Who,
        "unit": Unit,
        "scope": Scope,
        "modality": Modality,
        "step": Step,
        "blamed": _TEXT,
    },
    Position: {"position": Stated, "body": _TEXT},
    Blame: {"blamed": _TEXT, "cause": _TEXT, "stance": "a text"},
    Exposure: {**_COUNT},
}


def _takes(claim: Claim) -> Mapping[str, str | type[StrEnum]]:
    """Return the fields of a claim that a person can set, and what each takes."""
    return {**_COMMON, **_OWN.get(type(claim), {})}


def _in_words(taken: str | type[StrEnum]) -> str:
    return taken if isinstance(taken, str) else "one of " + ", ".join(member.value for member in taken)


def _unusable(claim: Claim, judgement: Judgement, values: Mapping[str, str]) -> Issue:
    wanted = _takes(claim)
    expected = "; ".join(
        f"expected {field} to be {_in_words(wanted[field])}, found {value!r}"
        if field in wanted
        else f"expected one of the fields {', '.join(wanted)}, found {field!r}"
        for field, value in values.items()
    )
    what = ", ".join(f"{field}={value}" for field, value in values.items())
    message = f"judgement {judgement.id} cannot set {what} on claim {claim.id}: {expected}"
    return Issue(code="judgement-value", message=message, document=claim.document, start=claim.start, end=claim.end)


def _with_bounds(claim: Claim, bounds: Mapping[str, str]) -> Claim | None:
    if not isinstance(claim, Casualty | Exposure):
        return None
    ends: dict[str, int | None] = {"low": claim.count.low, "high": claim.count.high}
    for field, value in bounds.items():
        if value.casefold() in _NOTHING:
            ends[field] = None
        elif value.isdecimal():
            ends[field] = int(value)
        else:
            return None
    try:
        count = Count(low=ends["low"], high=ends["high"], vague=None, approx=claim.count.approx)
    except CountError:
        return None
    return replace(claim, count=count)


def _with_value(claim: Claim, field: str, value: str | None) -> Claim | None:
    """Return the claim with a field set, None where it has no such field or the field takes no such value."""
    taken = _takes(claim).get(field)
    if taken is not None and not isinstance(taken, str):
        member = next((one for one in taken if one.value == value), None)
        return None if member is None else _replaced(claim, field, member)
    match claim, field:
        case _, "when":
            usable = value is None or extent(value) is not None
            return replace(claim, when=value, when_why="set by a person") if usable else None
        case _, "where":
            return replace(claim, where=value, places=())
        case Casualty(), "approx" if value in ("true", "false"):
            return replace(claim, count=replace(claim.count, approx=value == "true"))
        case Blame(), "stance" if value is not None:
            return replace(claim, stance=value)
    return _replaced(claim, field, value) if taken == _TEXT else None


def _replaced(claim: Claim, field: str, value: object) -> Claim:
    changes: dict[str, Any] = {field: value}
    return replace(claim, **changes)
