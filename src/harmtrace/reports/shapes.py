"""Records -> the JSON that scripts may rely on (CONTRACT): claims, incidents, copies."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from harmtrace.records.claim import Blame, Casualty, Claim, Exposure, Position, Scope, SetAside
from harmtrace.records.entry import Issue
from harmtrace.records.incident import (
    Bounds,
    GroupBest,
    Hypothesis,
    Incident,
    LeftOut,
    OfficialFigure,
    Range,
    Tally,
    TallyLine,
    Uncounted,
)
from harmtrace.records.judgement import Judgement
from harmtrace.records.measure import Place
from harmtrace.records.proposal import Difference, Refusal, Suggestion
from harmtrace.records.statement import Statement
from harmtrace.records.text import Family, Relation
from harmtrace.reports.sides import Side, sides

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
Shape: TypeAlias = dict[str, "Json"]


def claim(one: Claim, *, incident: str | None = None) -> Shape:
    """Return a claim as a line of ``claims --jsonl``.

    ``incident`` is the code of its incident; without one, claims of one account share
    the label ``document#account``, and those of no one event have none.
    """
    return {
        "id": one.id,
        "document": one.document,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "kind": kind(one),
        **_own(one),
        "speaker": one.speaker,
        "via": one.via,
        "voice": one.voice,
        "when": one.when,
        "when_why": one.when_why,
        "where": one.where,
        "places": [place(where) for where in one.places],
        "incident": _label(one) if incident is None else incident,
        "zone": one.zone,
        "engine": one.engine,
        "rules": one.rules,
    }


def kind(one: Claim) -> str:
    """Return the word for a claim's kind: casualty, position, blame or exposure."""
    match one:
        case Casualty():
            return "casualty"
        case Position():
            return "position"
        case Blame():
            return "blame"
        case Exposure():
            return "exposure"
        case _:
            raise TypeError(f"{type(one).__name__} is no kind of claim")


def _label(one: Claim) -> str | None:
    if one.event is None or (isinstance(one, Casualty) and one.scope is Scope.PERIOD):
        return None
    return f"{one.document}#{one.event}"


def _own(one: Claim) -> Shape:
    """Return the fields that only claims of this kind have."""
    match one:
        case Casualty():
            return {
                "outcome": one.outcome,
                "who": one.who,
                "unit": one.unit,
                "low": one.count.low,
                "high": one.count.high,
                "vague": one.count.vague,
                "approx": one.count.approx,
                "groups": {group.name: [group.low, group.high] for group in one.groups},
                "scope": one.scope,
                "modality": one.modality,
                "step": one.step,
                "part_of": one.part_of,
                "blamed": one.blamed,
                "headline": one.headline,
                "number": [one.number_start, one.number_end],
            }
        case Position():
            return {"position": one.position, "body": one.body}
        case Blame():
            return {"blamed": one.blamed, "cause": one.cause, "stance": one.stance}
        case Exposure():
            return {
                "low": one.count.low,
                "high": one.count.high,
                "vague": one.count.vague,
                "approx": one.count.approx,
                "what": one.what,
            }
        case _:
            raise TypeError(f"{type(one).__name__} is no kind of claim")


def set_aside(one: SetAside) -> Shape:
    """Return a number that makes no claim as a line of ``claims --all --jsonl``."""
    return {
        "document": one.document,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "kind": "set_aside",
        "reason": one.reason,
    }


def suggestion(one: Suggestion) -> Shape:
    """Return what another engine suggests as a line of ``claims --jsonl``: a claim that nobody accepted yet."""
    return {**claim(one.claim), "suggested": True, "agrees_with": one.agrees}


def refusal(one: Refusal) -> Shape:
    """Return a refused proposal as a line of ``claims --all --jsonl``."""
    return {
        "document": one.document,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "kind": "refused",
        "engine": one.engine,
        "rules": [one.version],
        "outcome": one.outcome,
        "low": one.low,
        "high": one.high,
        "ground": one.ground,
        "reason": one.message,
    }


def difference(one: Difference) -> Shape:
    """Return a difference between engines as a line of ``claims --all --jsonl``."""
    return {
        "document": one.document,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "kind": "difference",
        "apart": one.apart,
        "engine": one.engine,
        "claim": one.claim,
        "says": one.says,
        "other": one.other,
        "other_claim": one.other_claim,
        "other_says": one.other_says,
    }


def incidents(
    every: Iterable[Incident],
    *,
    periods: Iterable[Claim],
    unplaced: Iterable[LeftOut],
    uncounted: Iterable[Uncounted],
    issues: Iterable[Issue],
) -> Shape:
    """Return the object of ``incidents --json``."""
    return {
        "incidents": [incident(one) for one in every],
        "periods": [period(one) for one in periods],
        "unplaced": [_left_out(one) for one in unplaced],
        "uncounted": [
            {"when": one.when, "places": one.places, "documents": one.documents, "why": one.why} for one in uncounted
        ],
        "issues": [issue(one) for one in issues],
    }


def incident(one: Incident) -> Shape:
    """Return one incident with its tally, its ranges and its brief."""
    grouped, tally = one.grouped, one.tally
    return {
        "code": one.code,
        "when": grouped.when,
        "when_why": grouped.when_why,
        "where": where(grouped.hypotheses),
        "documents": grouped.documents,
        "told": grouped.told,
        "sources": tally.sources,
        "origins": tally.origins,
        "voices": _voices(tally),
        "claims": grouped.claims,
        "inferred": [{"claim": id, "when": when, "why": why} for id, when, why in grouped.inferred],
        "blamed": [
            {"party": party.party, "stance": party.stance, "claims": party.claims, "written": party.written}
            for party in tally.blamed
        ],
        "positions": [
            {
                "body": said.body,
                "status": said.status,
                "stated": said.stated,
                "on": said.on,
                "claims": said.claims,
                "reason": said.reason,
                "killed": bounds(said.killed),
                "injured": bounds(said.injured),
                "basis": said.basis,
                "reference": said.reference,
                "by": said.by,
            }
            for said in tally.positions
        ],
        "assessments": [side(said) for said in sides(one)],
        "strike_status": tally.strike_status,
        "strike_why": tally.strike_why,
        "strikes": [
            {"strike": match.strike.id, "score": match.score, "hours": match.hours, "metres": match.metres}
            for match in one.matches
        ],
        "grade_suggested": tally.grade_suggested,
        "grade_why": tally.grade_why,
        "grade": one.grade,
        "at_risk": [
            {"claim": risk.claim, "low": risk.low, "high": risk.high, "what": risk.what} for risk in tally.at_risk
        ],
        "ranges": {rule.rule: range_(rule) for rule in tally.ranges},
        "tally": [_line(line) for line in tally.lines],
        "brief": [{"sentence": said.sentence, "claims": said.claims} for said in one.brief],
    }


def side(one: Side) -> Shape:
    """Return what one body says of an incident, what it concedes, and what differs from the recorder's assessment."""
    return {
        "body": one.body,
        "status": one.latest.status,
        "stated": one.latest.stated,
        "reason": one.latest.reason,
        "on": one.latest.on,
        "killed": bounds(one.killed),
        "injured": bounds(one.injured),
        "differs": one.differs,
        "checks": [{"reason": held.reason, "answer": held.answer, "rows": held.rows} for held in one.checks],
        "history": [{"status": held.status, "stated": held.stated, "on": held.on} for held in one.history],
    }


def where(hypotheses: Sequence[Hypothesis]) -> Shape:
    """Return the likeliest place with every hypothesis beside it; all null where there is none."""
    if not hypotheses:
        return {**dict.fromkeys(place(Place(name=""))), "hypotheses": []}
    return {
        **place(hypotheses[0].place),
        "hypotheses": [{**place(one.place), "claims": one.claims} for one in hypotheses],
    }


def place(one: Place) -> Shape:
    """Return a place with its coordinates, radius in metres, and tier."""
    return {
        "name": one.name,
        "latitude": one.latitude,
        "longitude": one.longitude,
        "radius_m": one.radius_m,
        "tier": one.tier,
        "country": one.country,
    }


def _voices(tally: Tally) -> list[Json]:
    return [
        {"voice": voice.name, "documents": voice.documents, "claims": voice.claims, "why": voice.why}
        for voice in tally.voices
    ]


def _line(line: TallyLine) -> Shape:
    return {
        "said": line.said,
        "claim": line.claim,
        "voice": line.voice,
        "outcome": line.outcome,
        "low": line.low,
        "high": line.high,
        "current": line.current,
        "superseded_by": line.superseded_by,
        "why": line.why,
    }


def range_(rule: Range) -> Shape:
    """Return what a named rule gives, with the keys that belong to that rule."""
    if rule.rule == "latest_official":
        own: Shape = {"bodies": [_official(body) for body in rule.bodies]}
    elif rule.rule == "ged_best":
        groups = dict(rule.groups)
        own = {
            "best": rule.best,
            "low": rule.low,
            "high": rule.high,
            **{name: _group(groups.get(name)) for name in ("civilian", "side_a", "side_b", "unknown")},
        }
    else:
        own = {"killed": bounds(rule.killed), "injured": bounds(rule.injured)}
    return {
        "version": rule.version,
        **own,
        "claims": rule.claims,
        "left_out": [_left_out(one) for one in rule.left_out],
        "notes": rule.notes,
    }


def bounds(one: Bounds | None) -> list[Json] | None:
    """Return both ends, an end that nobody gave as null; None where there is no range."""
    return None if one is None else [one.low, one.high]


def _group(one: GroupBest | None) -> Shape | None:
    return None if one is None else {"best": one.best, "low": one.low, "high": one.high}


def _official(one: OfficialFigure) -> Shape:
    return {
        "body": one.body,
        "said": one.said,
        "killed": bounds(one.killed),
        "injured": bounds(one.injured),
        "claim": one.claim,
    }


def _left_out(one: LeftOut) -> Shape:
    return {"claim": one.claim, "why": one.why}


def period(one: Claim) -> Shape:
    """Return a total over a time or an area."""
    own = one if isinstance(one, Casualty) else None
    return {
        "claim": one.id,
        "document": one.document,
        "quote": one.quote,
        "outcome": None if own is None else own.outcome,
        "who": None if own is None else own.who,
        "speaker": one.speaker,
        "low": None if own is None else own.count.low,
        "high": None if own is None else own.count.high,
        "when": one.when,
        "where": one.where,
    }


def issue(one: Issue) -> Shape:
    """Return a problem found in the data."""
    return {
        "code": one.code,
        "message": one.message,
        "document": one.document,
        "start": one.start,
        "end": one.end,
    }


def copies(relations: Iterable[Relation], families: Iterable[Family]) -> Shape:
    """Return the object of ``copies --json``."""
    return {
        "relations": [
            {
                "a": one.a,
                "b": one.b,
                "relation": one.kind,
                "passages": [
                    {"a": [run.a_start, run.a_end], "b": [run.b_start, run.b_end], "quoted": run.quoted}
                    for run in one.passages
                ],
                "why": one.why,
            }
            for one in relations
        ],
        "families": [{"first": one.first, "members": one.members} for one in families],
    }


def statement(one: Statement, at: int = 0) -> Shape:
    """Return a published statement as a line of ``statements --jsonl``.

    ``at`` is its place among those of its document: the first has the document's id, the next ``id#2``.
    """
    return {
        "id": one.document if at == 0 else f"{one.document}#{at + 1}",
        "fields": {
            "date": one.date,
            "place": one.place,
            "country": one.country,
            "channel": one.channel,
            "channel_name": one.channel_name,
            "verdict": one.verdict,
            "reason": one.reason,
            "killed": bounds(one.killed),
            "injured": bounds(one.injured),
            "mgrs": one.mgrs,
            "report_number": one.report_number,
            "code": one.code,
        },
        "spans": {name: [start, end] for name, start, end in one.spans},
        "at": [one.start, one.end],
    }


def judgement(one: Judgement) -> Shape:
    """Return a person's decision."""
    return {
        "id": one.id,
        "decision": one.decision,
        "subject": one.subject,
        "other": one.other,
        "values": dict(one.values),
        "by": one.by,
        "why": one.why,
        "at": one.at,
    }
