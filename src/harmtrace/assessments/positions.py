"""Assessments -> what a body's own handling says of an incident: one dated position for each step that changes it."""

from collections.abc import Iterable, Iterator

from harmtrace.records.assessment import Assessment, State, Step
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


def positions(assessments: Iterable[Assessment]) -> Iterator[tuple[str, BodyPosition]]:
    """Yield (incident code, position) for each change of what a body says of an incident, in order.

    Out of scope says nothing of the incident. A correction of conceded numbers shows in the closing's position.
    """
    for one in assessments:
        if one.incident is None:
            continue
        said = PositionStatus.NOT_YET_ASSESSED
        for step in one.steps:
            status = STATUS.get(step.to, said)
            if status is not said or (step.to.closed and step.to in STATUS):
                yield one.incident, _position(one, step, status)
            said = status


def _position(one: Assessment, step: Step, status: PositionStatus) -> BodyPosition:
    return BodyPosition(body=one.body, status=status, stated=None, on=step.on.isoformat(), claims=())
