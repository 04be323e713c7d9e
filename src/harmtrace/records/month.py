"""Opening, Figure, Line, Month, Freezing: a body's month of allegations, whose lines balance."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from harmtrace.errors import MonthError
from harmtrace.records.assessment import AllegationId, State
from harmtrace.records.incident import Bounds
from harmtrace.records.position import Channel, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How many allegations a body carried over into a month, as published.

    Attributes:
        month: ``2017-03``.
        source: where the number stands.
        by: who recorded it, None where not said.
        at: when it was recorded: UTC, ISO 8601 to the second.
    """

    body: str
    month: str
    number: int
    source: str
    by: str | None = None
    at: str


class FigureName(StrEnum):
    """A number that a body publishes beside its months and that no allegation here gives.

    ``strikes`` and ``engagements`` stand at the end of the month; the others before its first day.
    """

    STRIKES = "strikes"
    ENGAGEMENTS = "engagements"
    REPORTS_BEFORE = "reports_before"
    CREDIBLE_BEFORE = "credible_before"
    KILLED_BEFORE = "killed_before"
    INJURED_BEFORE = "injured_before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A published number that cumulative lines start from, with its source."""

    body: str
    month: str
    name: FigureName
    number: int
    source: str
    by: str | None = None
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Freezing:
    """A month was frozen: its content as it stood, and the SHA-256 of that.

    Attributes:
        content: the month as canonical JSON (``reports/month_shape.py``).
        sha256: of ``content`` in UTF-8.
    """

    body: str
    month: str
    content: str
    sha256: str
    by: str
    at: str


class LineKind(StrEnum):
    """What a line of the month says of its allegation."""

    CARRIED = "carried"
    NEW = "new"
    REOPENED = "reopened"
    NON_CREDIBLE = "non_credible"
    CREDIBLE = "credible"
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"
    AMENDED = "amended"
    OPEN = "open"


CLOSINGS: tuple[LineKind, ...] = (
    LineKind.NON_CREDIBLE,
    LineKind.CREDIBLE,
    LineKind.DUPLICATE,
    LineKind.OUT_OF_SCOPE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a month: one allegation, and what happened to it.

    Attributes:
        on: the day it happened; for ``carried`` the day of receipt, for ``open`` the day of the latest step.
        state: how far the allegation is after it.
        killed, injured: what a credible closing concedes, as it stood at the end of the month.
        what: of an amendment, what was corrected; of a reopening, the new information; else empty.
        act: id of the act that the line shows, None for ``carried`` and ``open``.
    """

    allegation: AllegationId
    line: LineKind
    on: date
    state: State
    number: str | None = None
    channel: Channel | None = None
    when: str | None = None
    where: str | None = None
    incident: str | None = None
    reason: Reason | None = None
    stated: str | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None
    evidence: tuple[str, ...] = ()
    by: str | None = None
    second: str | None = None
    what: str = ""
    act: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cumulative:
    """A body's lines since it began to count, at the end of a month.

    Attributes:
        reports: allegations received.
        credible: allegations that stand closed as credible.
        killed, injured: what these concede.
        strikes, engagements: as published, None where nobody recorded them.
        before: the month before which published figures stand in for lines, None where there are none.
        sources: where the published figures stand.
    """

    reports: int
    credible: int
    killed: Bounds
    injured: Bounds
    strikes: int | None = None
    engagements: int | None = None
    before: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def reports_share(self) -> float | None:
        """Return reports per engagement, None where engagements are not known."""
        return _share(self.reports, self.engagements)

    @property
    def credible_share(self) -> float | None:
        """Return credible reports per engagement, None where engagements are not known."""
        return _share(self.credible, self.engagements)

    @property
    def credible_of_reports(self) -> float | None:
        """Return credible reports per report, None where there is none."""
        return _share(self.credible, self.reports)


def _share(part: int, whole: int | None) -> float | None:
    return None if not whole else part / whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A body's month: what came, what was closed, what is left. It balances, or it cannot be made.

    Attributes:
        month: ``2017-03``.
        carried: open before the first day; of them ``unlisted`` are known as a number only.
        opening: the published balance that ``carried`` was taken from, if it was recorded for this month.
        left: how many the month before left open by its own lines; None where nothing came before.
        lines: in order of kind, then day, then allegation.
        killed, injured: what the month's credible closings concede; None where there were none.

    Raises:
        MonthError: the lines say otherwise than the numbers.
    """

    month: str
    body: str
    carried: int
    unlisted: int
    lines: tuple[Line, ...]
    cumulative: Cumulative
    opening: Opening | None = None
    left: int | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None

    def __post_init__(self) -> None:
        listed = self.count(LineKind.CARRIED)
        if self.unlisted < 0:
            raise MonthError(
                f"{self.body}, {self.month}: expected at most {self.carried} allegations carried over, "
                f"as the opening balance says; found {listed} open before the first day"
            )
        if self.carried != listed + self.unlisted or self.open != self.count(LineKind.OPEN) + self.unlisted:
            raise MonthError(
                f"{self.body}, {self.month} does not balance: {self.carried} carried over + {self.new} new + "
                f"{self.reopened} reopened − {self.closed} closed, but {self.count(LineKind.OPEN)} lines "
                f"and {self.unlisted} unlisted are open"
            )

    def count(self, kind: LineKind) -> int:
        """Return how many lines are of a kind."""
        return sum(1 for line in self.lines if line.line is kind)

    @property
    def new(self) -> int:
        """Return how many allegations were received."""
        return self.count(LineKind.NEW)

    @property
    def reopened(self) -> int:
        """Return how many closed allegations were opened again."""
        return self.count(LineKind.REOPENED)

    @property
    def closed(self) -> int:
        """Return how many were closed, however."""
        return sum(self.count(kind) for kind in CLOSINGS)

    @property
    def amended(self) -> int:
        """Return how many lines were corrected; no correction moves the balance."""
        return self.count(LineKind.AMENDED)

    @property
    def open(self) -> int:
        """Return how many are open at the end: carried over + new + reopened − closed."""
        return self.carried + self.new + self.reopened - self.closed
