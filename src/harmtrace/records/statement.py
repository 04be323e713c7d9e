"""Statement: what one published casualty statement says, each field tied to its words."""

from dataclasses import dataclass

from harmtrace.records.incident import Bounds, PositionStatus
from harmtrace.records.position import Channel, Reason

FIELDS = (
    "date", "place", "country", "channel", "channel_name", "verdict", "reason", "killed", "injured",
    "mgrs", "report_number", "code",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One line of a body's published statement on harm to civilians; a field it does not state is None.

    Attributes:
        document: id of the document; ``start``, ``end``: the line in it.
        date: EDTF day or range of the incident, never that of a review or a publication.
        place: as written, up to the country; ``country``: as written, only where it follows the place.
        channel: how the allegation came; ``channel_name``: the body named with it.
        verdict: the body's own finding; ``reason``: the code that its words fit.
        killed, injured: what the body finds, not what it rejects.
        mgrs: the grid reference at its end, without spaces.
        report_number, code: the body's own number, and the monitor's code beside it.
        spans: (field, start, end) of the words of every field that is stated, in the document.
    """

    document: str
    start: int
    end: int
    date: str | None = None
    place: str | None = None
    country: str | None = None
    channel: Channel | None = None
    channel_name: str | None = None
    verdict: PositionStatus | None = None
    reason: Reason | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None
    mgrs: str | None = None
    report_number: str | None = None
    code: str | None = None
    spans: tuple[tuple[str, int, int], ...] = ()
