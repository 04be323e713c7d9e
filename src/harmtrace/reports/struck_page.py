"""Sections of an incident's page on what was logged and what bodies say: matches, sides, dismissal checks."""

from collections.abc import Sequence

from harmtrace.records.incident import Bounds, Incident
from harmtrace.records.score import Feature
from harmtrace.records.strike import DismissalCheck, Match, Strike
from harmtrace.reports import phrase
from harmtrace.reports.overview import airwars
from harmtrace.reports.sides import Side, sides
from harmtrace.reports.svg import number_html, prose_html, safe


def matches_section(incident: Incident) -> str:
    """Return the section on logged strikes that may be this incident's; empty where no log could be asked."""
    if not incident.matches and not incident.set_aside:
        return ""
    decided = any(one.decided is not None for one in (*incident.matches, *incident.set_aside))
    shown = "".join(_match(one) for one in (*incident.matches, *incident.set_aside))
    return _section("strikes", "Logged strikes that may be this one", _DECIDED if decided else _SUGGESTED, shown)


_SUGGESTED = (
    '<p class="hint">Suggestions, best first, each with its score (log-odds; above zero speaks for a match). '
    "Nobody has decided on them.</p>"
)

_DECIDED = (
    '<p class="hint">Each with its score (log-odds; above zero speaks for a match). What a person decided says so; '
    "the rest are suggestions, best first.</p>"
)


def _match(one: Match) -> str:
    apart = "distance unknown" if one.metres is None else f"{number_html(f'{one.metres:,}')} m"
    hours = "same time" if one.hours == 0 else f"{number_html(f'{one.hours:g}')} h off"
    rows = "".join(_feature(part) for part in one.features)
    return (
        f"<details><summary><bdi>{safe(one.strike.id)}</bdi>: score {number_html(f'{one.score:+.2f}')}, {apart}, "
        f"{hours}{'' if one.decided is None else ', decided'}</summary>\n"
        f"{'' if one.decided is None else f'<p>{prose_html(one.decided)}</p>'}<p>{prose_html(told(one.strike))}</p>\n"
        '<table><thead><tr><th scope="col">Compared</th><th scope="col">Found</th><th scope="col">Weight</th></tr>'
        f"</thead>\n<tbody>{rows}</tbody></table>\n</details>"
    )


def _feature(part: Feature) -> str:
    return (
        f'<tr><th scope="row">{safe(part.name)}</th><td>{prose_html(part.finding)}</td>'
        f'<td class="right">{number_html(f"{part.weight:+.2f}")}</td></tr>'
    )


def told(one: Strike) -> str:
    """Return what a logged row says, in one sentence."""
    when = "time not read"
    if one.start is not None:
        when = one.start.strftime("%Y-%m-%d %H:%M UTC") + (
            "" if one.end in (None, one.start) or one.end is None else one.end.strftime(" to %H:%M UTC")
        )
    elif one.days is not None:
        when = f"{one.days}, no clock"
    facts = [
        one.belligerent or "belligerent not named",
        when,
        one.place or "",
        "" if one.weapon is None else f"weapon: {one.weapon}",
        "" if one.target is None else f"target: {one.target}",
        "" if one.result is None else f"stated result: {one.result}",
        "" if one.requested_by is None else f"requested by {one.requested_by}",
        "" if one.approved_by is None else f"approved by {one.approved_by}",
        f"log {one.log}, row {one.row}",
        "" if not one.unread else f"not read: {', '.join(one.unread)}",
    ]
    return "; ".join(fact for fact in facts if fact)


def sides_section(incident: Incident) -> str:
    """Return the section that sets the recorder's assessment beside each body's; empty where no body says anything."""
    found = sides(incident)
    if not found:
        return ""
    heads = "".join(
        f'<th scope="col">{name}</th>' for name in ("", "Here", *(f"<bdi>{safe(one.body)}</bdi>" for one in found))
    )
    rule = airwars(incident)
    grade = incident.grade or incident.tally.grade_suggested
    signed = "" if incident.grade is not None else " (suggested)"
    killed = None if rule is None or rule.killed is None else phrase.short(rule.killed.low, rule.killed.high)
    injured = None if rule is None or rule.injured is None else phrase.short(rule.injured.low, rule.injured.high)
    rows = [
        _row("Standing", "none" if grade is None else f"{grade.value}{signed}", [_standing(one) for one in found]),
        _row("Killed", killed, [_conceded(one.killed) for one in found]),
        _row("Injured", injured, [_conceded(one.injured) for one in found]),
        _row("Reason", None, [None if one.latest.reason is None else one.latest.reason.value for one in found]),
        _row("On", None, [None if one.latest.on is None else phrase.day(one.latest.on) for one in found]),
    ]
    table = (
        '<div class="wide" role="region" aria-label="Both assessments" tabindex="0"><table>'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>{''.join(rows)}</tbody></table></div>"
    )
    checks = [check for one in found for check in one.checks]
    return _section("sides", "Both assessments, side by side", table, _differences(found), _checks(checks))


def _standing(one: Side) -> str:
    return phrase.status(one.latest.status, one.latest.stated)


def _conceded(bounds: Bounds | None) -> str | None:
    return None if bounds is None else f"concedes {phrase.short(bounds.low, bounds.high)}"


def _row(name: str, ours: str | None, theirs: Sequence[str | None]) -> str:
    cells = "".join(f"<td>{'–' if cell is None else prose_html(cell)}</td>" for cell in (ours, *theirs))
    return f'<tr><th scope="row">{name}</th>{cells}</tr>\n'


def _differences(found: Sequence[Side]) -> str:
    lines = [line for one in found for line in one.differs]
    if not lines:
        return "<p>Nothing that can be compared differs.</p>"
    return f'<ul class="plain">{"".join(f"<li>{prose_html(line)}</li>" for line in lines)}</ul>'


def _checks(checks: Sequence[DismissalCheck]) -> str:
    if not checks:
        return ""
    items = "".join(
        f"<li><strong>{one.answer.value}</strong>: {prose_html(f'{one.body}, {one.reason.value}. {one.why}')}"
        f"{_rests_on(one)}</li>"
        for one in checks
    )
    return f'<h3>Reasons held against the record</h3>\n{_NO_VERDICT}\n<ul class="plain">{items}</ul>'


_NO_VERDICT = (
    '<p class="hint">A check says what the strike logs and the claims hold, and on which rows that rests. '
    "It is no verdict on the harm.</p>"
)


def _rests_on(one: DismissalCheck) -> str:
    if not one.rows:
        return ""
    return f' <span class="why">rests on {safe(", ".join(one.rows))}</span>'


def _section(name: str, heading: str, *parts: str) -> str:
    inner = "\n".join(part for part in parts if part)
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{heading}</h2>\n{inner}\n</section>'
