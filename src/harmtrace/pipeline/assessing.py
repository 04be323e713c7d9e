"""Acts on allegations: checked by the rules of the workflow, kept for ever, and what they change."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from harmtrace import assessments
from harmtrace.assessments import monthly
from harmtrace.errors import UsageError, WorkflowError
from harmtrace.pipeline.handled import coded, every, folded, one
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.pipeline.running import conclude_anew
from harmtrace.records.assessment import (
    Act,
    AllegationId,
    Amendment,
    Assessment,
    Detail,
    Identification,
    Question,
    Receipt,
    Step,
)
from harmtrace.records.claim import ClaimId
from harmtrace.records.month import Freezing, Opening
from harmtrace.store import Case, acts, now, open_case, rows

A = TypeVar("A", bound=Act)

# What an incident's page and figures show of an allegation.
_SHOWN = (Step, Amendment, Identification)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Acts as kept, the allegation after them, and a line for each thing that they changed elsewhere."""

    acts: tuple[Act, ...]
    assessment: Assessment
    changes: tuple[str, ...] = ()


def receive(root: Path, receipt: Receipt) -> Done:
    """Keep an allegation that a body received; its id is the next one.

    Raises:
        UsageError: the case does not hold the document or incident that it names.
        WorkflowError: the rules forbid it.
    """
    case = open_case(root)
    with case.alone(), case.writing() as connection:
        named = replace(receipt, allegation=acts.next_allegation(connection))
        kept, stood = keep(connection, [named])
        hold_openings(connection, (receipt.body,))
    return Done(acts=tuple(kept), assessment=stood[named.allegation])


def act(root: Path, given: Sequence[Act], *, progress: Progress = quiet) -> Done:
    """Keep more acts on an allegation of the case, all or none, and count anew where they change an incident.

    A request for information takes the next number where it has none (0).

    Raises:
        UsageError: no such allegation, or it names what the case does not hold.
        WorkflowError: the rules forbid it; nothing is kept.
    """
    case = open_case(root)
    id = given[0].allegation
    with case.alone():
        with case.writing() as connection:
            before = one(connection, id)
            kept, stood = keep(connection, given)
            hold_openings(connection, (before.body,))
        changes = after(case, kept, [before, stood[id]], progress=progress)
    said = _said(stood[id])
    if said and said != _said(before):
        changes = (*changes, said)
    return Done(acts=tuple(kept), assessment=stood[id], changes=changes)


def _said(assessment: Assessment) -> str:
    """Return a line on what a body says of an incident now, empty where it says nothing of one."""
    found = [f"{code}: {one.body} says {one.status} on {one.on}" for code, one in assessments.positions([assessment])]
    return found[-1] if found else ""


def after(
    case: Case, kept: Iterable[Act], around: Iterable[Assessment], *, progress: Progress = quiet
) -> tuple[str, ...]:
    """Count anew where acts changed what a body says of an incident; return a line for each change.

    ``around`` are the allegations before and after the acts.
    """
    moved = {act.allegation for act in kept if isinstance(act, _SHOWN)}
    if any(one.incident is not None and one.id in moved for one in around):
        return conclude_anew(case, progress=progress)
    return ()


def keep(connection: Connection, given: Sequence[Act]) -> tuple[list[Act], dict[AllegationId, Assessment]]:
    """Keep acts in their order, each checked by the rules; return them and the allegations after them.

    Raises:
        UsageError: an act names what the case does not hold, or the rules forbid it; none is kept then.
    """
    openings, freezings = acts.of_months(connection, Opening), acts.of_months(connection, Freezing)
    at, checked, stood = now(), list[Act](), dict[AllegationId, Assessment]()
    for named in given:
        if named.allegation not in stood:
            stood |= folded(acts.acts(connection, named.allegation))
        before = stood.get(named.allegation)
        asked = _resolved(connection, replace(named, at=at), before)
        body = asked.body if isinstance(asked, Receipt) else "" if before is None else before.body
        monthly.check_frozen(asked, body=body, openings=openings, freezings=freezings)
        stood[named.allegation] = assessments.apply(before, asked)
        checked.append(asked)
    kept = [acts.keep_act(connection, asked) for asked in checked]
    return kept, {id: folded(acts.acts(connection, id))[id] for id in stood}


def allegations(root: Path, *, body: str | None = None) -> tuple[Assessment, ...]:
    """Return the allegations of a case, or of one body."""
    with open_case(root).reading() as connection:
        return tuple(each for each in every(connection) if body is None or each.body == body)


def allegation(root: Path, id: str) -> Assessment:
    """Return one allegation of a case.

    Raises:
        UsageError: the case has none of that id.
    """
    with open_case(root).reading() as connection:
        return coded(connection, one(connection, id))


def hold_openings(connection: Connection, bodies: Iterable[str]) -> None:
    """Refuse more allegations open before a month than the opening balances of these bodies say.

    Raises:
        MonthError: there are more.
    """
    openings = acts.of_months(connection, Opening)
    for body in set(bodies) & {opening.body for opening in openings}:
        monthly.openings_hold(folded(acts.acts(connection)).values(), openings, body)


# What an act names must be there.

_ADDRESS = re.compile(r"https?://\S+")


def _resolved(connection: Connection, given: A, before: Assessment | None) -> A:
    """Return the act with its incident's code as it stands now.

    Raises:
        UsageError: it names what the case does not hold.
    """
    for id in given.evidence:
        if not _ADDRESS.fullmatch(id) and not _held(connection, id):
            raise UsageError(
                f"--evidence {id}: expected a document, file, claim, incident or allegation of this case, "
                "or a web address; found none"
            )
    if isinstance(given, Question) and given.rfi == 0 and before is not None:
        given = replace(given, rfi=len(before.rfis) + 1)
    if isinstance(given, Receipt) and given.document is not None:
        _expect_document(connection, given.document)
    if isinstance(given, Amendment):
        for detail, text in given.values:
            if detail is Detail.DOCUMENT and text.strip():
                _expect_document(connection, text.strip())
    if isinstance(given, Step) and given.duplicate_of is not None:
        earlier = one(connection, given.duplicate_of)
        if before is not None and earlier.body != before.body:
            raise WorkflowError(f"{given.duplicate_of} came to {earlier.body}, not to {before.body} (rule W8)")
    if isinstance(given, Receipt | Identification) and given.incident is not None:
        code = rows.current_code(connection, given.incident)
        if code is None:
            raise UsageError(f"no incident {given.incident} in this case; `harmtrace incidents` lists the codes")
        return replace(given, incident=code)
    return given


def _expect_document(connection: Connection, id: str) -> None:
    if not rows.has_document(connection, id):
        raise UsageError(f"no document {id!r} in this case")


def _held(connection: Connection, id: str) -> bool:
    return (
        rows.has_document(connection, id)
        or rows.has_original(connection, id)
        or rows.document_of(connection, ClaimId(id)) is not None
        or rows.current_code(connection, id) is not None
        or bool(acts.acts(connection, AllegationId(id)))
    )
