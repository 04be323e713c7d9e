"""Rows of the index: incidents, period totals, claims in no incident, families, relations, issues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log10

from markupsafe import Markup

from harmtrace.records.entry import Issue
from harmtrace.records.incident import Bounds, Incident, Range
from harmtrace.records.judgement import Decision
from harmtrace.records.proposal import Apart
from harmtrace.reports import phrase
from harmtrace.reports.book import Book
from harmtrace.reports.lineage import lineage
from harmtrace.reports.rows import says
from harmtrace.reports.svg import element

_BAR = 110.0


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One incident in the index; ``killed`` and ``injured`` are signs, empty where nobody gave a number."""

    code: str
    href: str
    when: str
    where: str
    more_places: int
    killed: str
    injured: str
    bar: Markup
    documents: int
    sources: int
    origins: int
    grade_suggested: str
    grade: str
    positions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """One total over a time or an area."""

    figure: str
    href: str
    outcome: str
    who: str
    when: str
    where: str
    quote: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplacedRow:
    """One claim in no incident, and why."""

    what: str
    href: str
    quote: str
    why: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """How one document stands to another."""

    a: str
    a_href: str
    relation: str
    b: str
    b_href: str
    passages: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRow:
    """Documents that are one text: one voice."""

    first: str
    members: tuple[tuple[str, str], ...]
    drawing: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """One problem found in the data."""

    code: str
    message: str
    document: str
    href: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionRow:
    """What another engine suggests, and how it stands."""

    id: str
    engine: str
    version: str
    what: str
    quote: str
    state: str
    document: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalRow:
    """A proposal that its text does not bear out, and why."""

    engine: str
    ground: str
    quote: str
    why: str
    document: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceRow:
    """Where two engines differ over the same words."""

    apart: str
    a: str
    a_says: str
    b: str
    b_says: str
    quote: str
    document: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document of the case; ``href`` is empty where it has no page."""

    id: str
    href: str
    title: str
    publisher: str
    published: str
    claims: int


def document_rows(book: Book) -> Iterator[DocumentRow]:
    """Yield every document taken in."""
    for head in book.case.heads.values():
        yield DocumentRow(
            id=head.id,
            href=book.document_href(head.id, ""),
            title=head.title or "",
            publisher=head.publisher or "not known",
            published="not known" if head.published is None else phrase.day(head.published),
            claims=head.claims,
        )


def airwars(incident: Incident) -> Range | None:
    """Return the incident's ``airwars_range``, None where that rule gave nothing."""
    return next((rule for rule in incident.tally.ranges if rule.rule == "airwars_range"), None)


def sign(bounds: Bounds | None) -> str:
    """Return a printed range as a sign, empty where nobody gave a number."""
    if bounds is None or (bounds.low is None and bounds.high is None):
        return ""
    return phrase.short(bounds.low, bounds.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentEntry:
    """What the index needs of an incident before the scale of its bars is known."""

    row: IncidentRow
    killed: Bounds | None


def incident_entry(book: Book, incident: Incident, root: str = "") -> IncidentEntry:
    """Return what the index says of an incident, its bar still missing."""
    rule = airwars(incident)
    places = incident.grouped.hypotheses
    positions = sorted(incident.tally.positions, key=lambda position: position.on or "")
    row = IncidentRow(
        code=incident.code,
        href=book.incident_href(incident.code, root),
        when="not known" if incident.grouped.when is None else phrase.day(incident.grouped.when),
        where=places[0].place.name if places else "not known",
        more_places=max(len(places) - 1, 0),
        killed=sign(None if rule is None else rule.killed),
        injured=sign(None if rule is None else rule.injured),
        bar=Markup(""),
        documents=len(incident.grouped.documents),
        sources=incident.tally.sources,
        origins=incident.tally.origins,
        grade_suggested="" if incident.tally.grade_suggested is None else incident.tally.grade_suggested.value,
        grade="" if incident.grade is None else incident.grade.value,
        positions="" if not positions else phrase.status(positions[-1].status, positions[-1].stated),
    )
    return IncidentEntry(row=row, killed=None if rule is None else rule.killed)


def incident_rows(entries: Sequence[IncidentEntry]) -> Iterator[IncidentRow]:
    """Yield the index's rows; the bars share one logarithmic scale over the whole case."""
    most = max((end for entry in entries for end in _ends(entry.killed)), default=1)
    for entry in entries:
        yield replace(entry.row, bar=_bar(entry.killed, most))


def _ends(killed: Bounds | None) -> list[int]:
    return [] if killed is None else [end for end in (killed.low, killed.high) if end is not None]


def _bar(bounds: Bounds | None, most: int) -> Markup:
    """Return a small range bar: a stroke from end to end, an open end as an arrow, never made up."""
    if bounds is None or (bounds.low is None and bounds.high is None):
        return Markup("")

    def x(value: int) -> float:
        return 8 + (_BAR - 16) * log10(1 + value) / log10(1 + max(most, 1))

    parts = [element("line", x1=2, x2=_BAR - 2, y1=8, y2=8, class_="grid")]
    low = None if bounds.low is None else x(bounds.low)
    high = None if bounds.high is None else x(bounds.high)
    for end in (low, high):
        if end is not None:
            parts.append(element("line", x1=end, x2=end, y1=3, y2=13, class_="end"))
    if low is not None and high is not None:
        parts.append(element("line", x1=low, x2=high, y1=8, y2=8, class_="stroke"))
    elif low is not None:
        parts.append(element("path", d=f"M{low + 6:.1f} 4 L{low + 11:.1f} 8 L{low + 6:.1f} 12", class_="way"))
    elif high is not None:
        parts.append(element("path", d=f"M{high - 6:.1f} 4 L{high - 11:.1f} 8 L{high - 6:.1f} 12", class_="way"))
    return Markup(
        element(
            "svg",
            "".join(parts),
            view_box=f"0 0 {_BAR + 8:g} 16",
            width=f"{_BAR + 8:g}",
            height=16,
            class_="bar",
            aria_hidden="true",
        )
    )


def period_rows(book: Book) -> Iterator[PeriodRow]:
    """Yield the totals over a time or an area."""
    for claim in book.case.periods:
        yield PeriodRow(
            figure=says(claim)[0],
            href=book.claim_href(claim, ""),
            outcome=phrase.outcome(claim.outcome),
            who=claim.speaker or book.head(claim.document).publisher or "the text itself",
            when="not said" if claim.when is None else phrase.day(claim.when),
            where=claim.where or "not said",
            quote=claim.quote,
            document=claim.document,
        )


def unplaced_rows(book: Book) -> Iterator[UnplacedRow]:
    """Yield the claims that no incident holds."""
    for known, why in book.case.unplaced:
        claim = book.claim_of(known)
        yield UnplacedRow(
            what=says(claim)[1], href=book.claim_href(claim, ""), quote=claim.quote, why=why, document=claim.document
        )


def relation_rows(book: Book) -> Iterator[RelationRow]:
    """Yield how documents stand to each other."""
    for relation in book.case.relations:
        yield RelationRow(
            a=relation.a,
            a_href=book.document_href(relation.a, ""),
            relation=phrase.relation(relation.kind),
            b=relation.b,
            b_href=book.document_href(relation.b, ""),
            passages=len(relation.passages),
            why=relation.why,
        )


def family_rows(book: Book) -> Iterator[FamilyRow]:
    """Yield the families of more than one document, with their drawing."""
    for order, family in enumerate(book.case.families):
        if len(family.members) < 2:
            continue
        hrefs = {member: book.document_href(member, "") for member in family.members}
        inside = [
            relation
            for member in family.members
            for relation in book.relations_of.get(member, ())
            if relation.a == member
        ]
        drawn = lineage(family, inside, heads=book.case.heads, name=f"family-{order}", hrefs=hrefs)
        yield FamilyRow(first=family.first, members=tuple(hrefs.items()), drawing=drawn)


def issue_rows(book: Book) -> Iterator[IssueRow]:
    """Yield the problems found in the data."""
    for issue in book.case.issues:
        href = "" if issue.document is None else book.document_href(issue.document, "")
        yield IssueRow(
            code=issue.code, message=issue.message, document=issue.document or "", href=href, place=_place(issue)
        )


def suggestion_rows(book: Book) -> Iterator[SuggestionRow]:
    """Yield what other engines suggest, and what a person made of it."""
    for proposed in book.case.proposed:
        for one in proposed.suggestions:
            claim = one.claim
            decisions = [judgement.decision for judgement in book.judgements_on.get(claim.id, ())]
            if one.agrees is not None:
                state = f"the rules read it so too ({one.agrees})"
            elif Decision.ACCEPT in decisions or Decision.REJECT in decisions:
                last = next(each for each in reversed(decisions) if each in (Decision.ACCEPT, Decision.REJECT))
                state = "accepted by a person" if last is Decision.ACCEPT else "rejected by a person"
            else:
                state = "waits for a person; counts for nothing"
            yield SuggestionRow(
                id=claim.id, engine=claim.engine, version=proposed.version, what=says(claim)[1], quote=claim.quote,
                state=state, document=claim.document, href=book.document_href(claim.document, ""),
            )  # fmt: skip


def refusal_rows(book: Book) -> Iterator[RefusalRow]:
    """Yield what other engines proposed and their texts do not bear out."""
    for proposed in book.case.proposed:
        for one in proposed.refusals:
            yield RefusalRow(
                engine=one.engine, ground=one.ground.value, quote=one.quote, why=one.message, document=one.document,
                href=book.document_href(one.document, ""),
            )  # fmt: skip


def difference_rows(book: Book) -> Iterator[DifferenceRow]:
    """Yield where engines read the same words unlike, or one reads alone."""
    for one in book.case.differences:
        other = "reads nothing there" if one.apart is Apart.ALONE else one.other_says
        yield DifferenceRow(
            apart=one.apart.value, a=one.engine, a_says=one.says, b=one.other, b_says=other, quote=one.quote,
            document=one.document, href=book.document_href(one.document, ""),
        )  # fmt: skip


def _place(issue: Issue) -> str:
    if issue.start is None:
        return ""
    return f"at {issue.start}" if issue.end is None else f"{issue.start} to {issue.end}"
