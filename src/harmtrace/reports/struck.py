"""Matches, checks and recorded positions -> the JSON that scripts may rely on, and lines for a terminal."""

from collections.abc import Iterable

from harmtrace.records.incident import Incident
from harmtrace.records.position import RecordedPosition
from harmtrace.records.score import Feature
from harmtrace.records.strike import DismissalCheck, Match, Strike
from harmtrace.reports.shapes import Json, Shape, bounds


def matches(every: Iterable[Incident]) -> Shape:
    """Return the object of ``strikes --json``: matches by incident, best first."""
    return {"matches": [_match(one.code, match) for one in every for match in one.matches]}


def _match(code: str, one: Match) -> Shape:
    return {
        "incident": code,
        "strike": one.strike.id,
        "hours": one.hours,
        "metres": one.metres,
        "reach_m": one.reach_m,
        "score": one.score,
        "why": why(one),
        "decided": one.decided,
        "features": [{"name": part.name, "finding": part.finding, "weight": part.weight} for part in one.features],
        "row": strike(one.strike),
    }


def why(one: Match) -> str:
    """Return the reasons of a match in one line, heaviest first.

    >>> why.__name__
    'why'
    """
    return "; ".join(_told(part) for part in sorted(one.features, key=lambda part: -abs(part.weight)))


def _told(part: Feature) -> str:
    return f"{part.finding} ({part.weight:+.1f})"


def strike(one: Strike) -> Shape:
    """Return a logged strike, with the row it stands in and what could not be read."""
    return {
        "id": one.id,
        "log": one.log,
        "row": one.row,
        "belligerent": one.belligerent,
        "start": None if one.start is None else one.start.isoformat(),
        "end": None if one.end is None else one.end.isoformat(),
        "days": one.days,
        "clock": one.clock,
        "place": one.place,
        "latitude": one.latitude,
        "longitude": one.longitude,
        "radius_m": one.radius_m,
        "located": one.located,
        "count": one.count,
        "weapon": one.weapon,
        "target": one.target,
        "result": one.result,
        "requested_by": one.requested_by,
        "approved_by": one.approved_by,
        "note": one.note,
        "unread": one.unread,
    }


def checks(every: Iterable[Incident]) -> Shape:
    """Return the object of ``dismissals --json``."""
    return {"checks": [check(one.code, held) for one in every for held in one.checks]}


def check(code: str, one: DismissalCheck) -> Shape:
    """Return one dismissal check with the rows it rests on."""
    return {
        "incident": code,
        "body": one.body,
        "reason": one.reason,
        "on": one.on,
        "answer": one.answer,
        "rows": one.rows,
        "why": one.why,
    }


def recorded(one: RecordedPosition) -> Shape:
    """Return a position as a person recorded it."""
    shape: dict[str, Json] = {
        "id": one.id,
        "incident": one.incident,
        "body": one.body,
        "status": one.status,
        "stated": one.stated,
        "reason": one.reason,
        "earlier": one.earlier,
        "killed": bounds(one.killed),
        "injured": bounds(one.injured),
        "on": one.on,
        "by": one.by,
        "at": one.at,
        "why": one.why,
    }
    return shape


def match_lines(every: Iterable[Incident]) -> tuple[str, ...]:
    """Return the matches of incidents for a terminal; "none fits" is an answer."""
    lines = []
    for one in every:
        lines.append(f"{one.code}: " + ("no logged strike fits" if not one.matches else "may be"))
        for match in one.matches:
            apart = "distance unknown" if match.metres is None else f"{match.metres:,} m"
            lines.append(f"  {match.strike.id}  score {match.score:.2f}  {match.hours:g} h  {apart}  {why(match)}")
    return tuple(lines) or ("no incidents",)


def check_lines(every: Iterable[Incident]) -> tuple[str, ...]:
    """Return the dismissal checks of incidents for a terminal."""
    lines = [
        f"{one.code}: {held.body}, {held.reason}: {held.answer}. {held.why}" for one in every for held in one.checks
    ]
    return tuple(lines) or ("no body has closed a report with a reason that can be checked",)
