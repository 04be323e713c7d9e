"""The recorder's assessment and a body's, side by side: what each says, and what differs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harmtrace.language.parties import canonical, group
from harmtrace.records.incident import BodyPosition, Bounds, Grade, Incident, PositionStatus
from harmtrace.records.strike import Answer, DismissalCheck
from harmtrace.reports import phrase
from harmtrace.reports.overview import airwars

_HARM_STANDS = (Grade.CONFIRMED, Grade.FAIR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one body says of an incident over time, beside what the recorder says.

    Attributes:
        history: every position, in order of the day.
        latest: the one that holds.
        killed, injured: the conceded range, that of its latest position with numbers; None where it concedes none.
        checks: of its closings, in order.
        differs: what the two say differently, a sentence each; none where nothing does.
    """

    body: str
    history: tuple[BodyPosition, ...]
    latest: BodyPosition
    killed: Bounds | None
    injured: Bounds | None
    checks: tuple[DismissalCheck, ...]
    differs: tuple[str, ...]


def sides(incident: Incident) -> tuple[Side, ...]:
    """Return the sides of an incident, one for each body that says something of it, by name."""
    by_side: dict[str, list[BodyPosition]] = {}
    for one in incident.tally.positions:
        by_side.setdefault(group(canonical(one.body)), []).append(one)
    return tuple(_side(incident, history) for _, history in sorted(by_side.items()))


def _side(incident: Incident, history: Sequence[BodyPosition]) -> Side:
    latest = history[-1]
    bodies = {one.body for one in history}
    checks = tuple(one for one in incident.checks if one.body in bodies)
    killed = next((one.killed for one in reversed(history) if one.killed is not None), None)
    injured = next((one.injured for one in reversed(history) if one.injured is not None), None)
    return Side(
        body=latest.body,
        history=tuple(history),
        latest=latest,
        killed=killed,
        injured=injured,
        checks=checks,
        differs=tuple(_differing(incident, latest, killed, injured, checks)),
    )


def _differing(
    incident: Incident,
    latest: BodyPosition,
    killed: Bounds | None,
    injured: Bounds | None,
    checks: Sequence[DismissalCheck],
) -> Iterator[str]:
    grade = incident.grade or incident.tally.grade_suggested
    accepts = latest.status is PositionStatus.CREDIBLE_SUBSTANTIATED
    if grade in _HARM_STANDS and not accepts:
        yield f"graded {grade.value} here; {latest.body}: {phrase.status(latest.status, latest.stated)}"
    if grade is Grade.DISCOUNTED and accepts:
        yield f"graded {grade.value} here; {latest.body} has accepted the harm"
    rule = airwars(incident)
    for name, ours, theirs in (
        ("killed", None if rule is None else rule.killed, killed),
        ("injured", None if rule is None else rule.injured, injured),
    ):
        if ours is not None and (accepts or theirs is not None) and not _overlap(ours, theirs):
            told = "no number" if theirs is None else phrase.short(theirs.low, theirs.high)
            yield f"{name}: claims {phrase.short(ours.low, ours.high)}; conceded {told}"
    for one in checks:
        if one.answer is Answer.CONTRADICTED:
            yield f"its reason {one.reason.value} is contradicted: {one.why}"


def _overlap(a: Bounds, b: Bounds | None) -> bool:
    if b is None:
        return False
    low = max(a.low or 0, b.low or 0)
    high = min(one for one in (a.high, b.high, 10**9) if one is not None)
    return low <= high
