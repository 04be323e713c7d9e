"""Allegations of a case as their recorded acts leave them."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from harmtrace import assessments
from harmtrace.errors import EvidenceError, UsageError, WorkflowError
from harmtrace.records.assessment import Act, AllegationId, Assessment
from harmtrace.store import acts, rows


def one(connection: Connection, allegation: str) -> Assessment:
    """Return one allegation of the case as it stands.

    Raises:
        UsageError: the case has none of that id.
    """
    found = folded(acts.acts(connection, AllegationId(allegation)))
    if not found:
        raise UsageError(f"no allegation {allegation} in this case; `harmtrace allegations DIR` lists their ids")
    return found[AllegationId(allegation)]


def every(connection: Connection) -> tuple[Assessment, ...]:
    """Return every allegation of the case as it stands, in order of recording; codes as they stand now."""
    return tuple(coded(connection, each) for each in folded(acts.acts(connection)).values())


def folded(found: Iterable[Act]) -> dict[AllegationId, Assessment]:
    """Return allegations as their recorded acts leave them.

    Raises:
        EvidenceError: recorded acts do not follow from one another.
    """
    try:
        return assessments.fold(found)
    except WorkflowError as error:
        raise EvidenceError(f"the acts of this case do not follow from one another: {error}") from error


def coded(connection: Connection, assessment: Assessment) -> Assessment:
    """Return the assessment with the code that its incident has now; its own where it makes none any more."""
    if assessment.incident is None:
        return assessment
    return replace(assessment, incident=rows.current_code(connection, assessment.incident) or assessment.incident)
