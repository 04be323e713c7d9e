"""Assessments -> what a body's own handling says of an incident: one dated position for each step that changes it."""

from collections.abc import Iterable, Iterator, Mapping

from harmtrace.records.assessment import AllegationId, Amendment, Assessment, State, Step
from harmtrace.records.claim import Stated
from harmtrace.records.incident import BodyPosition, PositionStatus

# A reopening is an event: the incident is open again.
STATUS = {
    State.RECEIVED: PositionStatus.NOT_YET_ASSESSED,
    State.SCREENED: PositionStatus.NOT_YET_ASSESSED,
    State.INITIAL_ASSESSMENT: PositionStatus.OPEN_INCIDENT,
    State.CREDIBILITY_ASSESSMENT: PositionStatus.OPEN_INCIDENT,
    State.FORMAL_INVESTIGATION: PositionStatus.OPEN_INCIDENT,
    State.REOPENED: PositionStatus.OPEN_INCIDENT,
    State.CLOSED_CREDIBLE: PositionStatus.CREDIBLE_SUBSTANTIATED,
    State.CLOSED_NON_CREDIBLE: PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED,
    State.CLOSED_DUPLICATE: PositionStatus.DUPLICATE,
}

STATED = {
    State.INITIAL_ASSESSMENT: Stated.UNDER_REVIEW,
    State.CREDIBILITY_ASSESSMENT: Stated.ASSESSMENT_OPENED,
    State.FORMAL_INVESTIGATION: Stated.INVESTIGATION_OPENED,
    State.CLOSED_CREDIBLE: Stated.CREDIBLE,
    State.CLOSED_NON_CREDIBLE: Stated.NON_CREDIBLE,
}


def positions(assessments: Iterable[Assessment]) -> Iterator[tuple[str, BodyPosition]]:
    """Yield (incident code, position) for each change of what a body says of an incident, in order.

    Receipt and screening say nothing yet, out of scope says nothing of the incident. The latest closing
    has the reason and numbers that it was corrected to.
    """
    known = tuple(assessments)
    incident_of = {one.id: one.incident for one in known}
    for one in known:
        if one.incident is None:
            continue
        for step in one.steps:
            status = STATUS.get(step.to, PositionStatus.NOT_YET_ASSESSED)
            if status is not PositionStatus.NOT_YET_ASSESSED:
                yield one.incident, _position(one, step, status, incident_of)


def corrected(assessments: Iterable[Assessment]) -> frozenset[str]:
    """Return the codes of incidents of which a line was amended."""
    return frozenset(
        one.incident
        for one in assessments
        if one.incident is not None and any(isinstance(act, Amendment) for act in one.acts)
    )


def _position(
    one: Assessment, step: Step, status: PositionStatus, incident_of: Mapping[AllegationId, str | None]
) -> BodyPosition:
    said = one if one.closing == step else step
    return BodyPosition(
        body=one.body,
        status=status,
        stated=STATED.get(step.to),
        on=step.on.isoformat(),
        claims=(),
        reason=said.reason,
        killed=said.killed,
        injured=said.injured,
        earlier=None if step.duplicate_of is None else incident_of.get(step.duplicate_of),
        basis="assessment",
        reference=one.id,
        by=step.by,
    )
