"""What an incident's page shows: brief, head facts, claims, ranges, chart, map, why it holds together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import cos, floor, inf, radians

from markupsafe import Markup

from harmtrace.records.claim import Outcome
from harmtrace.records.incident import Bounds, Hypothesis, Incident, Pairing, Range, TallyLine
from harmtrace.records.judgement import Judgement
from harmtrace.reports import phrase
from harmtrace.reports.book import Book
from harmtrace.reports.chart import Point, chart, is_logarithmic
from harmtrace.reports.map import Spot, drawn_map
from harmtrace.reports.overview import airwars, sign
from harmtrace.reports.rows import Cite, ClaimRow, Claims, claims_of

_MOST_PAIRINGS = 40
_CELLS_A_DEGREE = 20  # Cells of about 5 km; incidents up to two cells away may be on the map.
_MOST_NEAR = 12
_MOST_A_CELL = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A piece of text with the claims that it rests on."""

    text: str
    cites: tuple[Cite, ...]
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeView:
    """What a named rule gives, with what set it and what was left out."""

    rule: str
    version: str
    figures: tuple[tuple[str, str], ...]
    cites: tuple[Cite, ...]
    left_out: tuple[Cited, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """One independent voice with its documents."""

    name: str
    why: str
    documents: tuple[tuple[str, str], ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingView:
    """Why two accounts were, or were not, put together."""

    a: str
    a_href: str
    b: str
    b_href: str
    score: str
    verdict: str
    features: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A chart with its heading and whether its scale is logarithmic."""

    name: str
    heading: str
    drawing: Markup
    logarithmic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage:
    """Everything that the incident template shows."""

    code: str
    where: str
    when: str
    when_why: str
    killed: str
    injured: str
    range_rule: str
    origins: int
    sources: int
    documents: tuple[tuple[str, str], ...]
    grade: str
    grade_suggested: str
    grade_why: str
    brief: tuple[Cited, ...]
    places: tuple[Cited, ...]
    claims: Claims
    ranges: tuple[RangeView, ...]
    charts: tuple[ChartView, ...]
    map: Markup
    positions: tuple[Cited, ...]
    blamed: tuple[Cited, ...]
    voices: tuple[VoiceView, ...]
    at_risk: tuple[Cited, ...]
    pairings: tuple[PairingView, ...]
    more_pairings: int
    judgements: tuple[Judgement, ...]


def neighbours(incidents: Iterable[Incident]) -> Mapping[tuple[int, int], Sequence[Incident]]:
    """Return incidents by the cell of their first place (a twentieth of a degree), for the maps."""
    cells: defaultdict[tuple[int, int], list[Incident]] = defaultdict(list)
    for incident in incidents:
        cell = _cell(incident.grouped.hypotheses)
        if cell is not None:
            cells[cell].append(incident)
    return cells


def _cell(hypotheses: Sequence[Hypothesis]) -> tuple[int, int] | None:
    point = _first_point(hypotheses)
    return None if point is None else (floor(point[0] * _CELLS_A_DEGREE), floor(point[1] * _CELLS_A_DEGREE))


def _first_point(hypotheses: Sequence[Hypothesis]) -> tuple[float, float] | None:
    for hypothesis in hypotheses:
        place = hypothesis.place
        if place.latitude is not None and place.longitude is not None:
            return place.latitude, place.longitude
    return None


def incident_page(book: Book, incident: Incident, near: Mapping[tuple[int, int], Sequence[Incident]]) -> IncidentPage:
    """Return what the page of one incident shows."""
    claims = claims_of(book, incident)
    grouped, tally, rule = incident.grouped, incident.tally, airwars(incident)
    places = grouped.hypotheses
    return IncidentPage(
        code=incident.code,
        where=places[0].place.name if places else "place not known",
        when="time not known" if grouped.when is None else phrase.day(grouped.when),
        when_why=grouped.when_why,
        killed=sign(None if rule is None else rule.killed),
        injured=sign(None if rule is None else rule.injured),
        range_rule="" if rule is None else f"{rule.rule} {rule.version}",
        origins=tally.origins,
        sources=tally.sources,
        documents=tuple((document, book.document_href(document, "../")) for document in grouped.documents),
        grade="" if incident.grade is None else incident.grade.value,
        grade_suggested="" if tally.grade_suggested is None else tally.grade_suggested.value,
        grade_why=tally.grade_why,
        brief=tuple(Cited(text=line.sentence, cites=claims.cited(line.claims)) for line in incident.brief),
        places=tuple(_place(hypothesis, claims) for hypothesis in places),
        claims=claims,
        ranges=tuple(_range(found, claims) for found in tally.ranges),
        charts=_charts(incident, claims),
        map=_map(book, incident, near),
        positions=_positions(incident, claims),
        blamed=_blamed(incident, claims),
        voices=tuple(
            VoiceView(
                name=voice.name,
                why=claims.named(voice.why),
                cites=claims.cited(voice.claims),
                documents=tuple((document, book.document_href(document, "../")) for document in voice.documents),
            )
            for voice in tally.voices
        ),
        at_risk=tuple(
            Cited(text=f"{phrase.bounds(risk.low, risk.high)}: {risk.what}", cites=claims.cited((risk.claim,)))
            for risk in tally.at_risk
        ),
        pairings=tuple(_pairing(book, pairing) for pairing in grouped.pairings[:_MOST_PAIRINGS]),
        more_pairings=max(len(grouped.pairings) - _MOST_PAIRINGS, 0),
        judgements=tuple(book.judgements_on.get(incident.code, ())),
    )


def _place(hypothesis: Hypothesis, claims: Claims) -> Cited:
    place = hypothesis.place
    facts = [
        f"in {', '.join(place.within)}" if place.within else "",
        "" if place.tier is None else f"precision: {place.tier.value.replace('_', ' ')}",
        "" if place.latitude is None or place.longitude is None else f"{place.latitude:.4f}, {place.longitude:.4f}",
        "" if place.radius_m is None else f"within {place.radius_m:,} m",
        f"gazetteer: {place.gazetteer}",
    ]
    return Cited(
        text=place.name, aside=" · ".join(fact for fact in facts if fact), cites=claims.cited(hypothesis.claims)
    )


def _range(rule: Range, claims: Claims) -> RangeView:
    figures = [
        (name, _bounds(found))
        for name, found in (("killed", rule.killed), ("injured", rule.injured))
        if found is not None
    ]
    figures += [
        (name, f"{number:,}")
        for name, number in (("best", rule.best), ("low", rule.low), ("high", rule.high))
        if number is not None
    ]
    for name, group in rule.groups:
        numbers = ", ".join(
            f"{word} {number:,}"
            for word, number in (("best", group.best), ("low", group.low), ("high", group.high))
            if number is not None
        )
        if numbers:
            figures.append((name.replace("_", " "), numbers))
    for body in rule.bodies:
        said = "day not known" if body.said is None else phrase.day(body.said)
        parts = [
            f"{word} {_bounds(found)}"
            for word, found in (("killed", body.killed), ("injured", body.injured))
            if found is not None
        ]
        figures.append((body.body, f"{', '.join(parts) or 'no number'} ({said})"))
    setting = (*rule.claims, *(body.claim for body in rule.bodies))
    return RangeView(
        rule=rule.rule,
        version=rule.version,
        figures=tuple(figures),
        cites=claims.cited(setting),
        notes=rule.notes,
        left_out=tuple(Cited(text=claims.named(out.why), cites=claims.cited((out.claim,))) for out in rule.left_out),
    )


def _bounds(found: Bounds) -> str:
    return phrase.short(found.low, found.high)


_CHARTS = (
    (
        "killed",
        "Killed, as it was said",
        frozenset({Outcome.KILLED, Outcome.BODIES_RECOVERED, Outcome.KILLED_OR_MISSING, Outcome.KILLED_OR_INJURED}),
    ),
    ("injured", "Injured, as it was said", frozenset({Outcome.INJURED})),
    ("missing", "Missing, as it was said", frozenset({Outcome.MISSING})),
)


def _charts(incident: Incident, claims: Claims) -> tuple[ChartView, ...]:
    rows = {row.number: row for row in claims.rows}
    views = []
    for name, heading, outcomes in _CHARTS:
        points = [
            _point(line, claims, rows)
            for line in incident.tally.lines
            if line.outcome in outcomes and not rows[claims.cites[line.claim].number].part
        ]
        drawing = chart(points, title=f"{heading}: {incident.code}", name=f"chart-{name}")
        if drawing:
            views.append(ChartView(name=name, heading=heading, drawing=drawing, logarithmic=is_logarithmic(points)))
    return tuple(views)


def _point(line: TallyLine, claims: Claims, rows: Mapping[int, ClaimRow]) -> Point:
    cite = claims.cites[line.claim]
    row = rows[cite.number]
    return Point(
        claim=line.claim,
        href=cite.href,
        said=line.said,
        low=line.low,
        high=line.high,
        vague=row.vague,
        approx=row.approx,
        current=line.current,
        superseded_by=line.superseded_by,
        voice=row.who,
        number=cite.number,
        kind=_KIND_WORDS.get(line.outcome, ""),
    )


_KIND_WORDS = {
    Outcome.BODIES_RECOVERED: "bodies",
    Outcome.KILLED_OR_MISSING: "or missing",
    Outcome.KILLED_OR_INJURED: "or injured",
}


def _map(book: Book, incident: Incident, near: Mapping[tuple[int, int], Sequence[Incident]]) -> Markup:
    spots = [spot for hypothesis in incident.grouped.hypotheses for spot in _spot(hypothesis, hypothesis.place.name)]
    cell = _cell(incident.grouped.hypotheses)
    if cell is None:
        return Markup("")
    reach = range(-2, 3)
    for other in _beside(
        incident, [near.get((cell[0] + row, cell[1] + column), ()) for row in reach for column in reach]
    ):
        for hypothesis in other.grouped.hypotheses[:1]:
            spots += _spot(hypothesis, other.code, href=book.incident_href(other.code, "../"))
    return drawn_map(spots, title=f"Where {incident.code} may have happened", name="map")


def _beside(incident: Incident, cells: Iterable[Sequence[Incident]]) -> list[Incident]:
    """Return the nearest other incidents; a cell with very many gives its first fifty only."""
    others = [other for cell in cells for other in islice(cell, _MOST_A_CELL) if other.code != incident.code]
    return sorted(others, key=lambda other: (_apart(incident, other), other.code))[:_MOST_NEAR]


def _apart(a: Incident, b: Incident) -> float:
    """Return how far the first places of two incidents lie apart, in squared degrees of latitude."""
    here, there = _first_point(a.grouped.hypotheses), _first_point(b.grouped.hypotheses)
    if here is None or there is None:
        return inf
    return (there[0] - here[0]) ** 2 + ((there[1] - here[1]) * cos(radians(here[0]))) ** 2


def _spot(hypothesis: Hypothesis, name: str, *, href: str = "") -> list[Spot]:
    place = hypothesis.place
    if place.latitude is None or place.longitude is None:
        return []
    return [
        Spot(
            name=name,
            latitude=place.latitude,
            longitude=place.longitude,
            radius_m=place.radius_m,
            href=href,
            other=bool(href),
        )
    ]


def _positions(incident: Incident, claims: Claims) -> tuple[Cited, ...]:
    rows = []
    for position in sorted(incident.tally.positions, key=lambda position: position.on or ""):
        on = "day not known" if position.on is None else phrase.day(position.on)
        said = f" {phrase.stated(position.stated)}" if position.stated is not None else ""
        rows.append(
            Cited(
                text=f"{on}: {position.body}{said}",
                aside=phrase.status(position.status, position.stated),
                cites=claims.cited(position.claims),
            )
        )
    return tuple(rows)


def _blamed(incident: Incident, claims: Claims) -> tuple[Cited, ...]:
    return tuple(
        Cited(
            text=party.party,
            aside=f"{party.stance}; as written: {'; '.join(party.written)}",
            cites=claims.cited(party.claims),
        )
        for party in incident.tally.blamed
    )


def _pairing(book: Book, pairing: Pairing) -> PairingView:
    return PairingView(
        a=f"{pairing.a[0]}, account {pairing.a[1] + 1}",
        a_href=book.document_href(pairing.a[0], "../"),
        b=f"{pairing.b[0]}, account {pairing.b[1] + 1}",
        b_href=book.document_href(pairing.b[0], "../"),
        score=f"{pairing.score:+.2f}",
        verdict=pairing.verdict,
        features=tuple((feature.name, feature.finding, f"{feature.weight:+.2f}") for feature in pairing.features),
    )
