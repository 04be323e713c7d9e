"""Positions of belligerents: why a body closed an allegation, by which way it heard of it, and what people record."""

from dataclasses import dataclass
from enum import StrEnum

from harmtrace.records.claim import ClaimId, Stated
from harmtrace.records.incident import Bounds, PositionStatus


class Reason(StrEnum):
    """Why a body closed an allegation as non-credible or duplicate, or corrected a line (VOCABULARY, Reason codes)."""

    NO_STRIKE_AREA_DAY = "NO_STRIKE_AREA_DAY"
    NO_STRIKE_CORRESPONDS = "NO_STRIKE_CORRESPONDS"
    INSUFF_INFO_TIME_PLACE = "INSUFF_INFO_TIME_PLACE"
    INSUFF_EVIDENCE_CREDIBILITY = "INSUFF_EVIDENCE_CREDIBILITY"
    INSUFF_EVIDENCE_HARM = "INSUFF_EVIDENCE_HARM"
    NO_HARM_VIDEO = "NO_HARM_VIDEO"
    DUPLICATE = "DUPLICATE"
    CORRECTION = "CORRECTION"


class Channel(StrEnum):
    """How an allegation reached the body."""

    SOCIAL_MEDIA = "social_media"
    NGO = "ngo"
    MEDIA = "media"
    SELF_REPORT = "self_report"
    PARTNER = "partner"


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
