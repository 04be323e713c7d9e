"""A belligerent's position as a person records it, and what the case then shows: matches and checks."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from harmtrace.errors import PeriodError, UsageError
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.pipeline.running import conclude_anew
from harmtrace.records.claim import Stated
from harmtrace.records.incident import Bounds, Incident, PositionStatus
from harmtrace.records.measure import Period
from harmtrace.records.position import RecordedPosition
from harmtrace.records.reason import Reason
from harmtrace.store import now, open_case, rows, striking


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A position as it is given: whose, what, when, by whom.

    Attributes:
        earlier: code of the incident that a duplicate points to, None where not given.
    """

    body: str
    status: PositionStatus
    on: str
    by: str
    stated: Stated | None = None
    reason: Reason | None = None
    earlier: str | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A position as kept, and a line for each thing that it changed."""

    position: RecordedPosition
    changes: tuple[str, ...]


def position(root: Path, code: str, given: Given, *, progress: Progress = quiet) -> Placed:
    """Keep a belligerent's position on an incident and count anew.

    Raises:
        UsageError: no such incident, no such day, an empty name, or numbers and a reason that the status rules out.
    """
    _check(given)
    case = open_case(root)
    with case.alone():
        with case.writing() as connection:
            incident = _incident(connection, root, code)
            if given.earlier is not None:
                _incident(connection, root, given.earlier)
            kept = striking.keep_position(connection, _record(given, incident))
        return Placed(position=kept, changes=conclude_anew(case, progress=progress))


def _record(given: Given, incident: Incident) -> RecordedPosition:
    return RecordedPosition(
        id=0,
        incident=incident.code,
        claims=incident.grouped.claims,
        body=given.body.strip(),
        status=given.status,
        stated=given.stated,
        reason=given.reason,
        earlier=given.earlier,
        killed=given.killed,
        injured=given.injured,
        on=given.on,
        by=given.by.strip(),
        at=now(),
        why=given.why.strip(),
    )


def _incident(connection: Connection, root: Path, code: str) -> Incident:
    found = rows.incident(connection, code)
    if found is None:
        raise UsageError(f"{root}: no incident {code!r} in this case; `harmtrace incidents` lists them")
    return found


_REASONED = (PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED, PositionStatus.DUPLICATE)


def _check(given: Given) -> None:
    for text, option in ((given.body, "--body"), (given.by, "--by")):
        if not text.strip():
            raise UsageError(f"{option}: expected a name, found nothing")
    try:
        day = Period.of(given.on)
    except PeriodError as error:
        raise UsageError(f"--on: expected a day (2017-10-05) or another EDTF date, found {given.on!r}") from error
    if day.first is None:
        raise UsageError(f"--on: expected a date with its year, found {given.on!r}")
    if given.reason not in (None, Reason.CORRECTION) and given.status not in _REASONED:
        allowed = " or ".join(one.value for one in _REASONED)
        raise UsageError(f"--reason: {given.reason} goes with --status {allowed}, found {given.status.value}")
    if (given.killed or given.injured) and given.status is not PositionStatus.CREDIBLE_SUBSTANTIATED:
        wanted = PositionStatus.CREDIBLE_SUBSTANTIATED.value
        raise UsageError(
            f"--killed, --injured: what a body concedes goes with --status {wanted}, found {given.status.value}"
        )
    if (
        given.earlier is not None
        and given.status is not PositionStatus.DUPLICATE
        and given.reason is not Reason.DUPLICATE
    ):
        raise UsageError("--earlier: names the incident of the earlier report of a duplicate; the status is another")
