"""Judgement: what a named person decided, when and why. Never deleted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from harmtrace.records.claim import ClaimId

#: The field of ``values`` that names the strike, for a decision on a match.
STRIKE = "strike"


class Decision(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    SET = "set"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision on a claim, or on two claims or two incidents.

    Attributes:
        id: order of recording within the case, from 1; a later one supersedes an earlier on the same subject.
        subject: the claim's id; for a pair, the first of the two claim ids (or incident codes).
        other: the second of the pair, None for a decision on one claim.
        values: for ``set``: field and value as given, sorted by field; for a match, ``strike`` and its id.
        by, why: who decided, and the reason given.
        at: UTC, ISO 8601 to the second.
        subject_claims, other_claims: for incident pairs, the claim ids that each held when judged.
    """

    id: int
    decision: Decision
    subject: str
    other: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    by: str
    why: str
    at: str
    subject_claims: tuple[str, ...] = ()
    other_claims: tuple[str, ...] = ()


def rejected(judgements: Iterable[Judgement]) -> Mapping[ClaimId, Judgement]:
    """Return the claims that a person rejected, with the judgement; a later ``accept`` takes it back."""
    return _last(judgements, Decision.REJECT)


def accepted(judgements: Iterable[Judgement]) -> Mapping[ClaimId, Judgement]:
    """Return the claims that a person accepted, with the judgement; a later ``reject`` takes it back."""
    return _last(judgements, Decision.ACCEPT)


def _last(judgements: Iterable[Judgement], decision: Decision) -> Mapping[ClaimId, Judgement]:
    """Return the claims whose last acceptance or rejection is the one asked for, with the judgement."""
    held: dict[ClaimId, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: j.id):
        if judgement.decision in (Decision.ACCEPT, Decision.REJECT):
            held[ClaimId(judgement.subject)] = judgement
    return {claim: judgement for claim, judgement in held.items() if judgement.decision is decision}
