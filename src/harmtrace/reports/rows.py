"""Rows that an incident's page shows: its claims side by side, with state, words and links."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harmtrace.records.claim import Blame, Casualty, Claim, ClaimId, Exposure, Position, Step
from harmtrace.records.incident import Incident, TallyLine
from harmtrace.reports import links, phrase
from harmtrace.reports.book import Book, shown_claims
from harmtrace.reports.marks import Excerpt, excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A citation: the claim's number on this page and where it leads."""

    number: int
    href: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim as a table row.

    Attributes:
        kind: ``casualty``, ``position``, ``blame`` or ``exposure``.
        figure: its number or statement as a sign; ``what`` the same in words.
        state: ``current``, ``superseded``, ``out`` or empty where the tally says nothing of it.
        replaced_by: the claim that took its place.
        notes: what a reader should know besides: inferred fields, steps, groups, people's decisions.
    """

    number: int
    anchor: str
    kind: str
    figure: str
    what: str
    who: str
    via: str
    voice: str
    scope: str
    modality: str
    words: Excerpt
    when: str
    when_why: str
    where: str
    document: str
    publisher: str
    published: str
    href: str
    state: str
    state_why: str
    replaced_by: Cite | None
    sets_range: bool
    notes: tuple[str, ...]
    vague: bool
    approx: bool
    part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The claims of one incident's page in order, and how to cite them."""

    rows: tuple[ClaimRow, ...]
    cites: Mapping[ClaimId, Cite]

    def cited(self, claims: Sequence[ClaimId]) -> tuple[Cite, ...]:
        """Return the citations of claims, in order of their numbers."""
        found = {self.cites[claim].number: self.cites[claim] for claim in claims if claim in self.cites}
        return tuple(found[number] for number in sorted(found))

    def named(self, text: str) -> str:
        """Return a reason with the ids of this page's claims replaced by their numbers: "[7]"."""
        return _named(text, self.cites)

    def of(self, kind: str) -> tuple[ClaimRow, ...]:
        """Return the rows of one kind."""
        return tuple(row for row in self.rows if row.kind == kind)


_ID = re.compile(r"[0-9a-f]{8,}")


def _named(text: str, cites: Mapping[ClaimId, Cite]) -> str:
    def number(found: re.Match[str]) -> str:
        cite = cites.get(ClaimId(found[0]))
        return found[0] if cite is None else f"[{cite.number}]"

    return _ID.sub(number, text)


_KINDS = ("casualty", "position", "blame", "exposure")


def kind_of(claim: Claim) -> str:
    """Return the kind of a claim as the tables name it."""
    return type(claim).__name__.lower()


def says(claim: Claim) -> tuple[str, str]:
    """Return what a claim says: as a sign, and in words.

    Raises:
        RuntimeError: a claim of no known kind.
    """
    match claim:
        case Casualty():
            sign = phrase.count_short(claim.count)
            return sign, f"{phrase.outcome(claim.outcome)}: {phrase.people(claim, phrase.count(claim.count))}"
        case Position():
            body = claim.body if claim.body is not None else "a body not named"
            return claim.position.value.replace("_", " "), f"{body} {phrase.stated(claim.position)}"
        case Blame():
            party = " · ".join(part for part in (claim.blamed, claim.cause) if part is not None)
            return party or "unclear", claim.stance if " " in claim.stance else f"{claim.stance}: {party or 'unclear'}"
        case Exposure():
            return phrase.count_short(claim.count), f"at risk, not harmed: {phrase.count(claim.count)} {claim.what}"
    raise RuntimeError(f"{type(claim).__name__} is no kind of claim")


def claims_of(book: Book, incident: Incident) -> Claims:
    """Return the claims of an incident numbered by kind, day of publication and place in the text."""
    claims = [book.claim_of(claim) for claim in shown_claims(incident)]
    claims.sort(key=lambda claim: _order(book, claim))
    cites = {
        claim.id: Cite(number=number, href=f"#{links.anchor(claim.id)}", says=says(claim)[1])
        for number, claim in enumerate(claims, start=1)
    }
    lines = {line.claim: line for line in incident.tally.lines}
    rows = tuple(_row(book, incident, claim, cites=cites, line=lines.get(claim.id)) for claim in claims)
    return Claims(rows=rows, cites=cites)


def _order(book: Book, claim: Claim) -> tuple[int, bool, str, str, int, str]:
    published = book.head(claim.document).published
    return _KINDS.index(kind_of(claim)), published is None, published or "", claim.document, claim.start, claim.id


def _row(
    book: Book, incident: Incident, claim: Claim, *, cites: Mapping[ClaimId, Cite], line: TallyLine | None
) -> ClaimRow:
    head = book.head(claim.document)
    sign, words = says(claim)
    state, why = _state(incident, claim, line)
    replaced_by = None if line is None or line.superseded_by is None else cites.get(line.superseded_by)
    setting = any(claim.id in rule.claims for rule in incident.tally.ranges if rule.rule == "airwars_range")
    casualty = claim if isinstance(claim, Casualty) else None
    return ClaimRow(
        number=cites[claim.id].number,
        anchor=links.anchor(claim.id),
        kind=kind_of(claim),
        figure=sign,
        what=words,
        who=claim.speaker or head.publisher or "the text itself",
        via=claim.via or "",
        voice=phrase.voice(claim.voice),
        scope="" if casualty is None else phrase.scope(casualty.scope),
        modality="" if casualty is None else phrase.modality(casualty.modality),
        words=excerpt(book.document_of(claim.document).text, claim.start, claim.end),
        when="" if claim.when is None else phrase.day(claim.when),
        when_why=claim.when_why,
        where=claim.where or "",
        document=claim.document,
        publisher=head.publisher or "publisher not known",
        published="day not known" if head.published is None else phrase.day(head.published),
        href=book.claim_href(claim, "../"),
        state=state,
        state_why="" if why == state else _named(why, cites),
        replaced_by=replaced_by,
        sets_range=setting,
        notes=(*_inferred(incident, claim), *_extras(claim), *_decisions(book, claim)),
        vague=casualty is not None and casualty.count.vague is not None,
        approx=casualty is not None and casualty.count.approx,
        part=casualty is not None and casualty.step is Step.PART,
    )


def _state(incident: Incident, claim: Claim, line: TallyLine | None) -> tuple[str, str]:
    left_out = next(
        (
            out.why
            for rule in incident.tally.ranges
            if rule.rule == "airwars_range"
            for out in rule.left_out
            if out.claim == claim.id
        ),
        None,
    )
    if line is not None and line.superseded_by is not None:
        return "superseded", line.why
    if left_out is not None:
        return "out", left_out
    if line is None:
        return "", ""
    return ("current" if line.current else "out"), line.why


def _inferred(incident: Incident, claim: Claim) -> tuple[str, ...]:
    return tuple(
        f"time filled in: {phrase.day(when)} ({why})"
        for known, when, why in incident.grouped.inferred
        if known == claim.id
    )


def _extras(claim: Claim) -> tuple[str, ...]:
    match claim:
        case Casualty():
            groups = [
                group.name
                if group.low is None and group.high is None
                else f"{phrase.bounds(group.low, group.high)} {group.name}"
                for group in claim.groups
            ]
            notes = [
                f"among them {phrase.listed(groups)}" if groups else "",
                phrase.step(claim.step),
                f"blames {claim.blamed}" if claim.blamed is not None else "",
                "in the title" if claim.headline else "",
            ]
            return tuple(note for note in notes if note)
        case Position() | Blame() | Exposure():
            return ()
    return ()


def _decisions(book: Book, claim: Claim) -> tuple[str, ...]:
    return tuple(
        f"{judgement.decision.value} by {judgement.by}, {judgement.at[:10]}: {judgement.why}"
        for judgement in book.judgements_on.get(claim.id, ())
    )
