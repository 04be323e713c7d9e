"""Positions of belligerents as people record them, with the reason and the channel that a body names."""

from dataclasses import dataclass

from harmtrace.records.claim import ClaimId, Stated
from harmtrace.records.incident import Bounds, PositionStatus
from harmtrace.records.reason import Channel as Channel  # said of positions, named apart for the records below it
from harmtrace.records.reason import Reason as Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPosition:
    """A belligerent's position on an incident as a person recorded it. Never deleted; all stay in the history.

    Attributes:
        id: order of recording within the case, from 1.
        incident: the code that was given; ``claims``: those the incident held then, so that it is found again.
        body: the belligerent, as given.
        stated: the finer word, None where not known.
        reason: why it closed the report, None where none of the codes fits or none was given.
        earlier: for a duplicate, the code of the incident that the earlier report is about; None where not given.
        killed, injured: what the body concedes; None where it says nothing.
        on: EDTF day on which the body said it.
        by: who recorded it; ``at``: when, UTC, ISO 8601 to the second.
        why: words kept with it, empty for none.
    """

    id: int
    incident: str
    claims: tuple[ClaimId, ...]
    body: str
    status: PositionStatus
    stated: Stated | None = None
    reason: Reason | None = None
    earlier: str | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None
    on: str
    by: str
    at: str
    why: str = ""
