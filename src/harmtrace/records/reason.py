"""Why a body closed an allegation, and by which way it heard of it."""

from enum import StrEnum


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
