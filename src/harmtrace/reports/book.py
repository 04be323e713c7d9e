"""What the report is made of: a case, its documents' heads, and where its claims are shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from harmtrace.records.claim import Casualty, Claim, ClaimId
from harmtrace.records.entry import Issue
from harmtrace.records.incident import Hypothesis, Incident, Uncounted
from harmtrace.records.judgement import Judgement
from harmtrace.records.looking import Footage
from harmtrace.records.proposal import Difference, Proposed
from harmtrace.records.text import Document, Family, Relation
from harmtrace.reports import links


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What lists say of a document, without its text.

    Attributes:
        claims: how many claims it makes; a document with none gets no page.
    """

    id: str
    title: str | None = None
    source: str | None = None
    published: str | None = None
    claims: int = 0

    @classmethod
    def of(cls, document: Document, *, claims: int) -> "Head":
        """Return the head of a document that makes so many claims."""
        return cls(
            id=document.id, title=document.title, source=document.source, published=document.published, claims=claims
        )

    @property
    def publisher(self) -> str:
        """Return the publisher's name, empty where it is not known."""
        return self.source or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What other pages need to know of an incident: its code, its claims, where it may have happened."""

    code: str
    claims: Sequence[ClaimId]
    hypotheses: Sequence[Hypothesis]

    @classmethod
    def of(cls, incident: Incident) -> "Outline":
        """Return the outline of an incident."""
        return cls(code=incident.code, claims=shown_claims(incident), hypotheses=incident.grouped.hypotheses)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCase:
    """A case as the report shows it.

    Attributes:
        on: the day of the run, as text, given from outside; empty for none.
        incidents: in the order in which they are listed; gone through once where ``outlines`` are given.
        outlines: of the same incidents; may be left out where ``incidents`` are at hand.
        periods: totals over a time or an area, in no incident's range.
        unplaced: claims in no incident, with the reason.
        uncounted: events that several documents tell of and none counts.
        heads: every document of the case by its id, in order.
        rules: names and versions of the rules that made the figures.
        proposed: what engines other than the rules say, checked; of it only what a person accepted is in any incident.
        differences: where the engines read the same words unlike.
        footage: gives what recordings have to do with an incident, by its code; None where the case has none.
    """

    title: str
    on: str = ""
    incidents: Iterable[Incident] = ()
    outlines: Sequence[Outline] = ()
    periods: Sequence[Casualty] = ()
    unplaced: Sequence[tuple[ClaimId, str]] = ()
    uncounted: Sequence[Uncounted] = ()
    relations: Sequence[Relation] = ()
    families: Sequence[Family] = ()
    issues: Sequence[Issue] = ()
    heads: Mapping[str, Head] = field(default_factory=dict)
    rules: Sequence[tuple[str, str]] = ()
    judgements: Sequence[Judgement] = ()
    proposed: Sequence[Proposed] = ()
    differences: Sequence[Difference] = ()
    footage: Callable[[str], Footage | None] | None = None

    def footage_of(self, code: str) -> Footage | None:
        """Return what recordings have to do with an incident; None where nothing can be said."""
        return None if self.footage is None else self.footage(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A case with the means to look its documents and claims up, and where each claim is shown.

    Attributes:
        cells: gives for a document what of each claim's row is the same wherever it is shown (``rows.Cells``).
        outlines: code and grouping of every incident.
        incident_of: code of the incident that a claim is shown in.
        fate_of: for claims in no incident, why.
        relations_of: relations by document id.
        judgements_on: decisions by claim id or incident code.
        supported_by: engines other than the rules that read the same claim, by its id.
    """

    case: ReportCase
    claim_of: Callable[[ClaimId], Claim]
    cells: Callable[[str], Mapping[ClaimId, tuple[str, str, str]]]
    outlines: Sequence[Outline]
    incident_of: Mapping[ClaimId, str]
    fate_of: Mapping[ClaimId, str]
    relations_of: Mapping[str, Sequence[Relation]]
    judgements_on: Mapping[str, Sequence[Judgement]]
    supported_by: Mapping[ClaimId, Sequence[str]]

    @classmethod
    def of(
        cls,
        case: ReportCase,
        *,
        claim_of: Callable[[ClaimId], Claim],
        cells: Callable[[str], Mapping[ClaimId, tuple[str, str, str]]],
    ) -> "Book":
        """Return the book of a case."""
        fates = dict(case.unplaced) | {claim.id: "period total: in no incident's range" for claim in case.periods}
        relations: dict[str, list[Relation]] = {}
        for relation in case.relations:
            relations.setdefault(relation.a, []).append(relation)
            relations.setdefault(relation.b, []).append(relation)
        judgements: dict[str, list[Judgement]] = {}
        for judgement in case.judgements:
            for subject in dict.fromkeys((judgement.subject, judgement.other)):
                if subject is not None:
                    judgements.setdefault(subject, []).append(judgement)
        supported: dict[ClaimId, list[str]] = {}
        for proposed in case.proposed:
            for one in proposed.suggestions:
                if one.agrees is not None and one.claim.engine not in supported.setdefault(one.agrees, []):
                    supported[one.agrees].append(one.claim.engine)
        outlines = case.outlines or [Outline.of(incident) for incident in case.incidents]
        return cls(
            case=case,
            claim_of=claim_of,
            cells=cells,
            outlines=outlines,
            incident_of={claim: one.code for one in outlines for claim in one.claims},
            fate_of=fates,
            relations_of=relations,
            judgements_on=judgements,
            supported_by=supported,
        )

    def head(self, document: str) -> Head:
        """Return a document's head; one that only names it where the case has none."""
        return self.case.heads.get(document) or Head(id=document)

    def cells_of(self, claim: Claim) -> tuple[str, str, str]:
        """Return what of a claim's row is the same wherever it is shown.

        Raises:
            KeyError: its document has no page.
        """
        return self.cells(claim.document)[claim.id]

    def document_href(self, document: str, root: str, *, to: str = "") -> str:
        """Return the link to a document's page, empty where it has none; ``to`` is an anchor there."""
        if self.head(document).claims == 0:
            return ""
        return f"{root}document/{links.document_name(document)}" + (f"#{to}" if to else "")

    def claim_href(self, claim: Claim, root: str) -> str:
        """Return the link to a claim's words in its document."""
        return self.document_href(claim.document, root, to=links.anchor(claim.id))

    def incident_href(self, code: str, root: str, *, to: str = "") -> str:
        """Return the link to an incident's page."""
        return f"{root}incident/{links.incident_name(code)}" + (f"#{to}" if to else "")


def shown_claims(incident: Incident) -> tuple[ClaimId, ...]:
    """Return every claim that an incident's page shows: its own, then any that its figures cite."""
    tally = incident.tally
    cited: list[ClaimId] = [*incident.grouped.claims, *(line.claim for line in tally.lines)]
    for rule in tally.ranges:
        cited += [*rule.claims, *(out.claim for out in rule.left_out), *(body.claim for body in rule.bodies)]
    for claims in (
        *(voice.claims for voice in tally.voices),
        *(party.claims for party in tally.blamed),
        *(position.claims for position in tally.positions),
        *(sentence.claims for sentence in incident.brief),
        *(hypothesis.claims for hypothesis in incident.grouped.hypotheses),
    ):
        cited += claims
    cited += [risk.claim for risk in tally.at_risk]
    return tuple(dict.fromkeys(cited))
