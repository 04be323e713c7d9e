"""The drawings on an incident's page: charts of what was said when, and the map with what lies near."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import cos, floor, radians

from harmtrace.records.claim import Casualty, Claim, ClaimId, Outcome
from harmtrace.records.incident import Hypothesis, Incident, TallyLine
from harmtrace.reports import links
from harmtrace.reports.book import Book, Outline
from harmtrace.reports.chart import Point, chart, is_logarithmic
from harmtrace.reports.map import Spot, drawn_map
from harmtrace.reports.rows import Claims, is_part

_CELLS_A_DEGREE = 20  # Cells of about 5 km; incidents up to two cells away may be on the map.
_MOST_NEAR = 12

_Where = tuple[float, float]


class Near:
    """Which other incidents lie near a place.

    Of incidents at one point the first twelve are known by name, so that a town with very many
    costs no more than another.
    """

    def __init__(self, incidents: Iterable[Outline]) -> None:
        self._cells: defaultdict[tuple[int, int], dict[_Where, list[Spot]]] = defaultdict(dict)
        self._found: dict[_Where, list[Spot]] = {}
        self._marks: dict[_Where, str] = {}
        for one in incidents:
            first = _first(one.hypotheses)
            if first is not None:
                here = self._cells[_cell(first[0])].setdefault(first[0], [])
                if len(here) <= _MOST_NEAR:
                    here.append(
                        _spot(first[0], first[1], one.code, href=f"../incident/{links.incident_name(one.code)}")
                    )

    def others(self, code: str, hypotheses: Sequence[Hypothesis]) -> list[Spot]:
        """Return the nearest other incidents, twelve at most, nearest first."""
        first = _first(hypotheses)
        if first is None:
            return []
        here = first[0]
        if here not in self._found:
            self._found[here] = self._around(here)
        return [spot for spot in self._found[here] if spot.name != code][:_MOST_NEAR]

    def mark(self, hypotheses: Sequence[Hypothesis]) -> str:
        """Return a text that is the same while what lies near is the same."""
        first = _first(hypotheses)
        if first is None:
            return ""
        if first[0] not in self._marks:
            self._marks[first[0]] = repr(self.others("", hypotheses))
        return self._marks[first[0]]

    def _around(self, here: _Where) -> list[Spot]:
        row, column = _cell(here)
        reach = range(-2, 3)
        points: dict[_Where, list[Spot]] = {}
        for cell in ((row + north, column + east) for north in reach for east in reach):
            points.update(self._cells.get(cell, {}))
        found: list[Spot] = []
        for point in sorted(points, key=lambda point: (_apart(here, point), point)):
            found += points[point]
            if len(found) > _MOST_NEAR:
                break
        return found[: _MOST_NEAR + 1]


def _cell(point: _Where) -> tuple[int, int]:
    return floor(point[0] * _CELLS_A_DEGREE), floor(point[1] * _CELLS_A_DEGREE)


def _first(hypotheses: Sequence[Hypothesis]) -> tuple[_Where, Hypothesis] | None:
    for one in hypotheses:
        if one.place.latitude is not None and one.place.longitude is not None:
            return (one.place.latitude, one.place.longitude), one
    return None


def _apart(here: _Where, there: _Where) -> float:
    """Return how far two points lie apart, in squared degrees of latitude."""
    return (there[0] - here[0]) ** 2 + ((there[1] - here[1]) * cos(radians(here[0]))) ** 2


def _spot(point: _Where, hypothesis: Hypothesis, name: str, *, href: str = "") -> Spot:
    radius = hypothesis.place.radius_m
    return Spot(name=name, latitude=point[0], longitude=point[1], radius_m=radius, href=href, other=bool(href))


def place_map(incident: Incident, near: Near) -> str:
    """Return the map of an incident's places and of other incidents near by, empty where no place is located."""
    hypotheses = incident.grouped.hypotheses
    located = [found for one in hypotheses if (found := _first((one,))) is not None]
    if not located:
        return ""
    spots = [_spot(point, hypothesis, hypothesis.place.name) for point, hypothesis in located]
    spots += [
        Spot(
            name=one.strike.id,
            latitude=one.strike.latitude,
            longitude=one.strike.longitude,
            radius_m=one.strike.radius_m,
            strike=True,
        )
        for one in incident.matches
        if one.strike.latitude is not None and one.strike.longitude is not None
    ]
    spots += near.others(incident.code, hypotheses)
    return drawn_map(spots, title=f"Where {incident.code} may have happened", name="map")


_CHARTS = (
    (
        "killed",
        "Killed, as it was said",
        frozenset({Outcome.KILLED, Outcome.BODIES_RECOVERED, Outcome.KILLED_OR_MISSING, Outcome.KILLED_OR_INJURED}),
    ),
    ("injured", "Injured, as it was said", frozenset({Outcome.INJURED})),
    ("missing", "Missing, as it was said", frozenset({Outcome.MISSING})),
)


def charts(book: Book, incident: Incident, claims: Claims) -> str:
    """Return the charts of an incident's numbers with their heading, empty where there is nothing to draw."""
    known = {claim.id: claim for claim in claims.claims}
    figures, logarithmic = [], False
    for name, heading, outcomes in _CHARTS:
        points = [
            _point(book, line, claims, known)
            for line in incident.tally.lines
            if line.outcome in outcomes and not is_part(known[line.claim])
        ]
        drawing = chart(points, title=f"{heading}: {incident.code}", name=f"chart-{name}")
        if drawing:
            logarithmic |= is_logarithmic(points)
            figures.append(
                f'<figure><figcaption id="chart-{name}-heading">{heading}</figcaption>\n<div class="wide" '
                f'role="region" aria-labelledby="chart-{name}-heading" tabindex="0">{drawing}</div></figure>\n'
            )
    if not figures:
        return ""
    scale = " Where it says so, the scale is logarithmic." if logarithmic else ""
    return (
        '<section aria-labelledby="charts">\n<h2 id="charts">What was said when</h2>\n'
        f'{_LEGEND}{scale}</p>\n<div class="charts">\n{"".join(figures)}</div>\n</section>'
    )


_LEGEND = (
    '<p class="hint">A dot is a number, a bar a range, an arrow an end that nobody gave; hatched is a vague word. '
    "Grey is no longer current, its dashes lead to what replaced it. "
    "Columns are the days on which something was said."
)


def _point(book: Book, line: TallyLine, claims: Claims, known: Mapping[ClaimId, Claim]) -> Point:
    cite, claim = claims.cites[line.claim], known[line.claim]
    casualty = claim if isinstance(claim, Casualty) else None
    return Point(
        claim=line.claim,
        href=cite.href,
        said=line.said,
        low=line.low,
        high=line.high,
        vague=casualty is not None and casualty.count.vague is not None,
        approx=casualty is not None and casualty.count.approx,
        current=line.current,
        superseded_by=line.superseded_by,
        voice=claim.speaker or book.head(claim.document).publisher or "the text itself",
        number=cite.number,
        kind=_KIND_WORDS.get(line.outcome, ""),
    )


_KIND_WORDS = {
    Outcome.BODIES_RECOVERED: "bodies",
    Outcome.KILLED_OR_MISSING: "or missing",
    Outcome.KILLED_OR_INJURED: "or injured",
}
