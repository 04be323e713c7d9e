"""A person's decision on a claim or a pair: kept for ever, and what it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from harmtrace.errors import UsageError
from harmtrace.incidents.decisions import decided
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.pipeline.running import conclude_anew
from harmtrace.pipeline.standing import claim_in
from harmtrace.pipeline.suggesting import suggestion_in
from harmtrace.records.claim import ClaimId
from harmtrace.records.judgement import STRIKE, Decision, Judgement
from harmtrace.store import now, open_case, rows

Claims = tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as kept, and a line for each thing that it changed."""

    judgement: Judgement
    changes: tuple[str, ...]


def decide(
    root: Path,
    claim: str,
    decision: Decision,
    *,
    values: Mapping[str, str],
    by: str,
    why: str,
    progress: Progress = quiet,
) -> Decided:
    """Keep a person's decision on one claim and count anew.

    Raises:
        UsageError: no such claim, a field that it does not have, or an impossible value.
    """
    judgement = Judgement(
        id=0,
        decision=decision,
        subject=claim,
        values=tuple(sorted(values.items())),
        by=_given(by, "--by"),
        why=_given(why, "--why"),
        at=now(),
    )
    return _kept(root, judgement, progress)


def judge(root: Path, a: str, b: str, decision: Decision, *, by: str, why: str, progress: Progress = quiet) -> Decided:
    """Keep a person's decision on two claims, two incidents, or an incident and a strike suggested for it; group anew.

    Raises:
        UsageError: a side is neither a claim, an incident nor such a strike of the case, or both are one.
    """
    judgement = Judgement(
        id=0, decision=decision, subject=a, other=b, by=_given(by, "--by"), why=_given(why, "--why"), at=now()
    )
    return _kept(root, judgement, progress)


def _kept(root: Path, judgement: Judgement, progress: Progress) -> Decided:
    case = open_case(root)
    with case.alone():
        with case.writing() as connection:
            checked = _checked(connection, judgement) if judgement.other is None else _pair(connection, judgement)
            kept = rows.keep_judgement(connection, checked)
        return Decided(judgement=kept, changes=conclude_anew(case, progress=progress))


def _given(text: str, option: str) -> str:
    if not text.strip():
        raise UsageError(f"{option}: expected a text, found nothing")
    return text.strip()


def _checked(connection: Connection, judgement: Judgement) -> Judgement:
    """Return the judgement if its claim is there and can take its values."""
    document = rows.document_of(connection, ClaimId(judgement.subject))
    reading = None if document is None else rows.reading(connection, document)
    claim = None if reading is None else claim_in(reading, ClaimId(judgement.subject))
    if claim is None and document is not None:
        suggested = suggestion_in(rows.proposed_of(connection, document), ClaimId(judgement.subject))
        claim = None if suggested is None else suggested.claim
    if claim is None:
        raise UsageError(f"no claim {judgement.subject} in this case; `harmtrace incidents --json` lists their ids")
    if issues := decided([claim], [judgement])[1]:
        raise UsageError("; ".join(issue.message for issue in issues).replace("judgement 0 cannot", "cannot"))
    return judgement


def _pair(connection: Connection, judgement: Judgement) -> Judgement:
    """Return the judgement with the claims that each side holds now; codes as they stand now.

    Of two codes that one merge made one, each side is the claims that it held before,
    so that the merge can be judged again.
    """
    a, b = judgement.subject, judgement.other or ""
    if a == b:
        raise UsageError(f"{a} is one: two different sides are needed")
    if (match := _match(connection, judgement)) is not None:
        return match
    ours, theirs = _side(connection, a), _side(connection, b)
    if ours and ours == theirs:
        ours, theirs = _parted(connection, a, b, ours)
    return replace(judgement, subject_claims=ours, other_claims=theirs)


def _match(connection: Connection, judgement: Judgement) -> Judgement | None:
    """Return the judgement as one on an incident and a strike that was suggested for it; None where it is another."""
    for code, strike in ((judgement.subject, judgement.other or ""), (judgement.other or "", judgement.subject)):
        found = rows.incident(connection, code)
        if found is not None and strike in {one.strike.id for one in (*found.matches, *found.set_aside)}:
            claims = found.grouped.claims
            return replace(judgement, subject=code, other=strike, values=((STRIKE, strike),), subject_claims=claims)
    return None


def _parted(connection: Connection, a: str, b: str, both: tuple[ClaimId, ...]) -> tuple[Claims, Claims]:
    """Return the claims that two merged codes held before the merge."""
    held = {one.code: frozenset(one.claims) for one in rows.codes(connection) if one.now != one.code}
    ours = tuple(one for one in both if one in held.get(a, frozenset(both) - held.get(b, frozenset())))
    theirs = tuple(one for one in both if one in held.get(b, frozenset(both) - held.get(a, frozenset())))
    if not ours or not theirs:
        raise UsageError(f"{a} and {b} are one incident; judge two of its claims to part it")
    return ours, theirs


def _side(connection: Connection, name: str) -> tuple[ClaimId, ...]:
    """Return the claims of an incident, none for a claim, which is its own side."""
    if rows.document_of(connection, ClaimId(name)) is not None:
        return ()
    if (found := rows.incident(connection, name)) is not None:
        return found.grouped.claims
    if any(one.code == name for one in rows.codes(connection)):
        raise UsageError(f"{name} makes no incident any more")
    raise UsageError(
        f"{name}: expected the id of a claim, the code of an incident of this case, "
        "or a strike that `harmtrace strikes` lists for the other, found none of them"
    )
