"""An incident in short: what tables and comparisons of two states show of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from harmtrace.records.claim import ClaimId
from harmtrace.records.incident import Bounds, Grade, Incident, Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What tables show of an incident, light enough to hold for every incident of a case.

    Attributes:
        where: name of the likeliest place, None where none is known.
        killed, injured: under the rule that tables show; None where it gives nothing.
        documents, claims: as grouped.
    """

    code: str
    when: str | None
    where: str | None
    killed: Bounds | None
    injured: Bounds | None
    origins: int
    grade: Grade | None
    grade_suggested: Grade | None
    documents: tuple[str, ...]
    claims: tuple[ClaimId, ...]

    @classmethod
    def of(cls, incident: Incident, *, rule: str) -> "Summary":
        """Return an incident in short; ``rule`` names the range shown."""
        found = next((held for held in incident.tally.ranges if held.rule == rule), None)
        grouped = incident.grouped
        return cls(
            code=incident.code,
            when=grouped.when,
            where=grouped.hypotheses[0].place.name if grouped.hypotheses else None,
            killed=None if found is None else killed(found),
            injured=None if found is None else injured(found),
            origins=incident.tally.origins,
            grade=incident.grade,
            grade_suggested=incident.tally.grade_suggested,
            documents=grouped.documents,
            claims=grouped.claims,
        )


def killed(rule: Range) -> Bounds | None:
    """Return what a rule gives for the killed, None where it gives nothing."""
    if rule.rule == "ged_best":
        return Bounds(low=rule.low, high=rule.high)
    if rule.rule == "latest_official":
        return _around(body.killed for body in rule.bodies)
    return rule.killed


def injured(rule: Range) -> Bounds | None:
    """Return what a rule gives for the injured, None where it gives nothing."""
    if rule.rule == "latest_official":
        return _around(body.injured for body in rule.bodies)
    return rule.injured


def _around(several: Iterable[Bounds | None]) -> Bounds | None:
    """Return the range that holds what every body said; an end is open only where all leave it open."""
    said = [one for one in several if one is not None]
    lows = [one.low for one in said if one.low is not None]
    highs = [one.high for one in said if one.high is not None]
    return Bounds(low=min(lows, default=None), high=max(highs, default=None)) if said else None
