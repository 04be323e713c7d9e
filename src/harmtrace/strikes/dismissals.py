"""The dismissal check: a closing's reason held against the strike log and the claims (VOCABULARY, Reason codes).

It answers consistent, contradicted or untestable, with the rows it rests on, and never judges the harm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from harmtrace.language.places import distance_m
from harmtrace.records.footage import Coverage
from harmtrace.records.measure import Place, Tier
from harmtrace.records.reason import Reason
from harmtrace.records.strike import Answer, DismissalCheck, Strike
from harmtrace.strikes.filmed import footage_answer
from harmtrace.strikes.hours import Window, windows
from harmtrace.strikes.matching import Asked, Log, day_window, gap_h, side

_TOLERANCE_H = 6.0
_COVERS_DAYS = 7
_LEAST_M = 1_000
_OVERNIGHT = 2
_MOST_ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One closing with a reason code, and what the case knows of its incident.

    Attributes:
        incident: its code; ``earlier``: that of the incident which a duplicate points to, None where not in the case.
        asked: time and place as the claims give them.
        origins: how many independent voices vouch for harm.
        told: for each of them: (claim ids, gives the day, finest tier that it gives or None).
        corrected: whether the corrected line is in the ledger.
        footage: what the footage of the case could see of the place in its time; None where that cannot be asked, and
            ``unseen`` says why.
    """

    incident: str
    body: str
    reason: Reason
    on: str | None
    asked: Asked
    origins: int
    told: Sequence[tuple[tuple[str, ...], bool, Tier | None]] = ()
    earlier: str | None = None
    corrected: bool = False
    footage: Coverage | None = None
    unseen: str = "no footage in the case"


_Found = tuple[Answer, tuple[str, ...], str]


def check(incoming: Incoming, log: Log) -> DismissalCheck:
    """Return the check of one closing."""
    answer, rows, why = _answer(incoming, log)
    return DismissalCheck(
        body=incoming.body, reason=incoming.reason, on=incoming.on, answer=answer, rows=rows[:_MOST_ROWS], why=why
    )


def _answer(incoming: Incoming, log: Log) -> _Found:
    match incoming.reason:
        case Reason.NO_STRIKE_AREA_DAY | Reason.NO_STRIKE_CORRESPONDS:
            return _no_strike(incoming, log)
        case Reason.INSUFF_INFO_TIME_PLACE:
            return _too_little_told(incoming)
        case Reason.INSUFF_EVIDENCE_CREDIBILITY:
            also = "" if incoming.footage is None else f"; {footage_answer(incoming.footage, '')[2]}"
            if incoming.origins < 2:
                return Answer.CONSISTENT, (), f"{incoming.origins} independent voices vouch for harm{also}"
            told = f"{incoming.origins} independent voices vouch for harm: shown, not judged{also}"
            return Answer.UNTESTABLE, tuple(id for ids, _, _ in incoming.told for id in ids), told
        case Reason.INSUFF_EVIDENCE_HARM | Reason.NO_HARM_VIDEO:
            return footage_answer(incoming.footage, incoming.unseen)
        case Reason.DUPLICATE:
            return _duplicate(incoming)
        case Reason.CORRECTION:
            if incoming.corrected:
                return Answer.CONSISTENT, (), "the corrected line is in the ledger"
            return Answer.UNTESTABLE, (), "no corrected line is in the ledger"
    assert_never(incoming.reason)


def _duplicate(incoming: Incoming) -> _Found:
    if incoming.earlier is None:
        return Answer.UNTESTABLE, (), "the earlier report is not in the case"
    if incoming.earlier == incoming.incident:
        return Answer.CONSISTENT, (incoming.earlier,), "the earlier report is the same incident here"
    return Answer.CONTRADICTED, (incoming.earlier,), "the earlier report is another incident here"


def _too_little_told(incoming: Incoming) -> _Found:
    for ids, day, tier in incoming.told:
        if day and tier is not None and tier.rank <= Tier.NEIGHBOURHOOD.rank:
            return Answer.CONTRADICTED, ids, f"one voice gives the day and a place of tier {tier.value}"
    days = sum(day for _, day, _ in incoming.told)
    fine = sum(tier is not None and tier.rank <= Tier.NEIGHBOURHOOD.rank for _, _, tier in incoming.told)
    told = f"of {len(incoming.told)} voices, {days} give the day, {fine} a neighbourhood or finer, none both"
    return Answer.CONSISTENT, (), told


def _no_strike(incoming: Incoming, log: Log) -> _Found:
    asked = incoming.asked
    unknown = _unknown(asked)
    if unknown is not None:
        return Answer.UNTESTABLE, (), unknown
    first, last, place = asked.first, asked.last, asked.place
    if first is None or last is None or place is None:
        raise RuntimeError("_unknown lets nothing unknown through")
    theirs = _of_body(log, incoming.body)
    if not _covers(theirs, first, last, asked):
        why = f"the log holds nothing of {incoming.body} within {_COVERS_DAYS} days of {first.isoformat()}: it covers nothing"
        return Answer.UNTESTABLE, (), why
    span = day_window(first, last, asked.zone)
    that_day = [(one, window) for one, window in theirs if _touches(span, window)]
    hour = ""
    if incoming.reason is Reason.NO_STRIKE_CORRESPONDS and asked.spells:
        told = windows(first, last, asked.spells, asked.zone)
        that_day = [pair for pair in that_day if min(gap_h(one, pair[1]) for one in told) <= _TOLERANCE_H]
        hour = f" within {_TOLERANCE_H:.0f} h of the reported hours"
    return _weighed(incoming, place, span, that_day, f"on {_told(first, last)}{hour}")


def _weighed(
    incoming: Incoming, place: Place, span: Window, that_day: Sequence[tuple[Strike, Window]], on: str
) -> _Found:
    """Return what the body's strikes of the day come to: near, or possibly near, or none."""
    near, possible = [], []
    for one, window in that_day:
        apart = distance_m(place, Place(name="", latitude=one.latitude, longitude=one.longitude))
        if apart is None:
            possible.append((one, "its place could not be read"))
        elif apart <= max(_LEAST_M, (place.radius_m or 0) + (one.radius_m or 0)):
            if one.start is None and not (span[0] <= window[0] and window[1] <= span[1]):
                possible.append((one, "the log gives more days than the reported one"))
            else:
                near.append((apart, one))
    if near:
        near.sort(key=lambda pair: (pair[0], pair[1].id))
        metres, nearest = near[0]
        many = f"{len(near)} strike{'s' if len(near) > 1 else ''}"
        why = f"the log holds {many} of {incoming.body} {on} near {place.name}; {nearest.id} is {metres:,.0f} m away"
        return Answer.CONTRADICTED, tuple(one.id for _, one in near), why
    if possible:
        why = f"{possible[0][0].id} {on} may be near {place.name}: {possible[0][1]}"
        return Answer.UNTESTABLE, tuple(one.id for one, _ in possible), why
    why = f"the log covers the day and holds no strike of {incoming.body} {on} near {place.name}"
    return Answer.CONSISTENT, (), why


def _unknown(asked: Asked) -> str | None:
    """Return why day or place are not known closely enough, None where they are."""
    if asked.first is None or asked.last is None:
        return "the claims give no day"
    if (asked.last - asked.first).days + 1 > _OVERNIGHT:
        return "the claims give no day, only a longer time"
    place = asked.place
    if place is None or place.latitude is None or place.longitude is None or place.radius_m is None:
        return "the claims give no place that is known"
    if place.tier is not None and place.tier.rank > Tier.CITY.rank:
        return f"the claims give no place finer than a {place.tier.value}"
    return None


def _of_body(log: Log, body: str) -> list[tuple[Strike, Window]]:
    ours = side(body)
    return [
        (one.strike, one.window)
        for one in log.entries
        if one.side == ours and one.window is not None and one.strike.count != 0
    ]


def _covers(theirs: Sequence[tuple[Strike, Window]], first: date, last: date, asked: Asked) -> bool:
    begin, end = day_window(first - timedelta(days=_COVERS_DAYS), last + timedelta(days=_COVERS_DAYS), asked.zone)
    return any(_touches((begin, end), window) for _, window in theirs)


def _touches(a: Window, b: Window) -> bool:
    """Tell whether a strike's time lies in a stretch, whose end does not belong to it."""
    return b[0] < a[1] and (b[1] > a[0] or b[0] >= a[0])


def _told(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
