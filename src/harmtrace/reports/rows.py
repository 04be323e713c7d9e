"""A claim as a table row, and the claims of an incident's page with how to cite them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from harmtrace.records.claim import Blame, Casualty, Claim, ClaimId, Exposure, Position, Step
from harmtrace.records.incident import Incident, TallyLine
from harmtrace.records.text import Document
from harmtrace.reports import links, phrase
from harmtrace.reports.book import Book, shown_claims
from harmtrace.reports.marks import Note, Sentences
from harmtrace.reports.svg import isolated, number_html, prose_html, safe, safe_words


class Cite(NamedTuple):
    """A citation: the claim's number on this page, its row's anchor, and both as a link."""

    number: int
    href: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The claims of one incident's page in order, and how to cite them.

    Attributes:
        rows: rows as HTML, by kind of claim.
        places: where each claim stands in ``claims``, and its citation in ``links`` and in ``spoken``, which also
            says the claim where a reader points at it.
    """

    claims: tuple[Claim, ...]
    cites: Mapping[ClaimId, Cite]
    places: Mapping[ClaimId, int]
    links: Sequence[str]
    spoken: Sequence[str]
    rows: Mapping[str, Sequence[str]]

    def cited(self, claims: Sequence[ClaimId], *, spoken: bool = False) -> str:
        """Return the citations of claims in order of their numbers, empty where there are none."""
        found = sorted({place for claim in claims if (place := self.places.get(claim)) is not None})
        if not found:
            return ""
        shown = self.spoken if spoken else self.links
        return f'<span class="cites">{"".join([shown[place] for place in found])}</span>'

    def named(self, text: str) -> str:
        """Return a reason with the ids of this page's claims replaced by their numbers: "[7]"."""
        return _named(text, self.cites)


_ID = re.compile(r"[0-9a-f]{8,}")
_KINDS = {Casualty: 0, Position: 1, Blame: 2, Exposure: 3}
_NAMES = ("casualty", "position", "blame", "exposure")


def _named(text: str, cites: Mapping[ClaimId, Cite]) -> str:
    def number(found: re.Match[str]) -> str:
        cite = cites.get(ClaimId(found[0]))
        return found[0] if cite is None else f"[{cite.number}]"

    return _ID.sub(number, text)


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


class Cells(NamedTuple):
    """What of a claim's row is the same wherever it is shown, as HTML.

    Attributes:
        told: the cells who, what, the words; the last is left open, so that an incident's page can add its notes.
        document: the cell of its document.
        spoken: what it says, for an attribute.
    """

    told: str
    document: str
    spoken: str


def claims_of(book: Book, incident: Incident) -> Claims:
    """Return the claims of an incident numbered by kind, day of publication and place in the text."""
    claims = [book.claim_of(claim) for claim in shown_claims(incident)]
    claims.sort(key=lambda claim: _order(book, claim))
    cites, shown = {}, []
    every: list[str] = []
    spoken: list[str] = []
    for number, claim in enumerate(claims, start=1):
        href, cells = f"#{links.anchor(claim.id)}", Cells(*book.cells_of(claim))
        link = f'<a href="{href}">[{number}]</a>'
        cites[claim.id] = Cite(number, href, link)
        every.append(link)
        spoken.append(f'<a href="{href}" title="{cells.spoken}">[{number}]</a>')
        shown.append(cells)
    standing = _Standing.of(incident)
    rows: dict[str, list[str]] = {name: [] for name in _NAMES}
    for claim, cells in zip(claims, shown, strict=True):
        rows[_NAMES[_KINDS[type(claim)]]].append(_row(book, claim, cells, cites, standing))
    places = {claim.id: place for place, claim in enumerate(claims)}
    return Claims(claims=tuple(claims), cites=cites, rows=rows, places=places, links=every, spoken=spoken)


def _order(book: Book, claim: Claim) -> tuple[int, bool, str, str, int, str]:
    published = book.head(claim.document).published
    return _KINDS[type(claim)], published is None, published or "", claim.document, claim.start, claim.id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """What an incident's tally and grouping say of each claim."""

    lines: Mapping[ClaimId, TallyLine]
    left_out: Mapping[ClaimId, str]
    setting: frozenset[ClaimId]
    inferred: Mapping[ClaimId, Sequence[str]]

    @classmethod
    def of(cls, incident: Incident) -> "_Standing":
        shown = [rule for rule in incident.tally.ranges if rule.rule == "airwars_range"]
        inferred: dict[ClaimId, list[str]] = {}
        for claim, when, why in incident.grouped.inferred:
            inferred.setdefault(claim, []).append(f"time filled in: {phrase.day(when)} ({why})")
        return cls(
            lines={line.claim: line for line in incident.tally.lines},
            left_out={out.claim: out.why for rule in reversed(shown) for out in reversed(rule.left_out)},
            setting=frozenset(claim for rule in shown for claim in rule.claims),
            inferred=inferred,
        )


def _row(book: Book, claim: Claim, cells: Cells, cites: Mapping[ClaimId, Cite], standing: _Standing) -> str:
    """Return a claim's row on its incident's page."""
    state, why = _state(claim.id, standing)
    notes = [*standing.inferred.get(claim.id, ()), *_decisions(book, claim)]
    told = "".join([f'<span class="why note">{prose_html(note)}</span>' for note in notes]) if notes else ""
    cite = cites[claim.id]
    shown = _shown_state(claim.id, state, why, cites, standing) if isinstance(claim, Casualty) else ""
    return (
        f'<tr role="row" id="{cite.href[1:]}" class="{state}">'
        f'<th role="rowheader" scope="row" data-label="No.">{cite.number}</th>'
        f"{cells.told}{told}</td>{cells.document}{shown}</tr>\n"
    )


def cells_of(book: Book, document: Document, claims: Sequence[Claim], notes: Sequence[Note]) -> dict[ClaimId, Cells]:
    """Return the cells of a document's claims that are the same wherever they are shown.

    ``notes`` are of the same claims, in the same order.
    """
    if not claims:
        return {}
    head = book.head(document.id)
    publisher = head.publisher
    speaker = safe(publisher or "the text itself")
    href = book.document_href(document.id, "../")
    published = "day not known" if head.published is None else phrase.day(head.published)
    named = (
        f'"><bdi>{safe(document.id)}</bdi></a><span class="why">'
        f"<bdi>{safe(publisher or 'publisher not known')}</bdi></span>"
        f'<span class="why">{safe(published)}</span></td>'
    )
    sentences = Sentences(document.text)
    found = {}
    for claim, note in zip(claims, notes, strict=True):
        to = f"{href}#{note.anchor}"
        cell = f'<td role="cell" data-label="Document"><a href="{to}{named}'
        found[claim.id] = Cells(_told(claim, note, sentences, to, speaker), cell, isolated(note.says))
    return found


def _told(claim: Claim, note: Note, sentences: Sentences, href: str, publisher: str) -> str:
    via = "" if not claim.via else f'<span class="why">through <bdi>{safe(claim.via)}</bdi></span>'
    if isinstance(claim, Casualty | Exposure):
        figure = f'<a class="figure" href="{href}">{number_html(note.sign)}</a>'
    else:
        figure = f'<a href="{href}">{prose_html(note.sign)}</a>'
    around = sentences.excerpt(claim.start, claim.end)
    return (
        '<td role="cell" data-label="Who says"><bdi class="speaker">'
        f"{safe(claim.speaker) if claim.speaker else publisher}</bdi>{via}"
        f'<span class="why">{phrase.voice(claim.voice)}</span></td>'
        f'<td role="cell" data-label="What">{figure}<span class="why">{prose_html(note.says)}</span>'
        f"{_scope(claim) if isinstance(claim, Casualty) else ''}{_time_and_place(claim)}</td>"
        f'<td role="cell" data-label="The words"><blockquote dir="auto">{safe_words(around.before)}'
        f"<mark>{safe_words(around.words)}</mark>{safe_words(around.after)}</blockquote>"
        f"{_extras(claim) if isinstance(claim, Casualty) else ''}"
    )


def _scope(claim: Casualty) -> str:
    return f'<span class="why">{phrase.scope(claim.scope)} · {phrase.modality(claim.modality)}</span>'


def _time_and_place(claim: Claim) -> str:
    return _when_where(claim.when, claim.where, claim.when_why) if claim.when or claim.where else ""


@lru_cache(maxsize=4_096)
def _when_where(when: str | None, where: str | None, why: str) -> str:
    shown = "" if not when else safe(phrase.day(when))
    named = "" if not where else f"<bdi>{safe(where)}</bdi>"
    told = "" if not why else f" ({prose_html(why)})"
    return f'<span class="why">{shown}{", " if shown and named else ""}{named}{told}</span>'


def _state(claim: ClaimId, standing: _Standing) -> tuple[str, str]:
    """Return ``current``, ``superseded``, ``out`` or empty where the tally says nothing of it, and why."""
    line = standing.lines.get(claim)
    left_out = standing.left_out.get(claim)
    if line is not None and line.superseded_by is not None:
        return "superseded", line.why
    if left_out is not None:
        return "out", left_out
    if line is None:
        return "", ""
    return ("current" if line.current else "out"), line.why


def _shown_state(claim: ClaimId, state: str, why: str, cites: Mapping[ClaimId, Cite], standing: _Standing) -> str:
    shown = _STATES[state]
    if state == "superseded":
        by = standing.lines[claim].superseded_by
        cite = None if by is None else cites.get(by)
        shown += "" if cite is None else f" by {cite.link}"
    if claim in standing.setting:
        shown += '\n<span class="tag sets">sets the range</span>'
    if why and why != state:
        shown += f'\n<span class="why">{prose_html(_named(why, cites))}</span>'
    return f'<td role="cell" data-label="State">{shown}</td>'


_STATES = {
    "current": '<span class="tag">current</span>',
    "superseded": '<span class="tag old">superseded</span>',
    "out": '<span class="tag old">not counted</span>',
    "": "–",
}


def _extras(claim: Casualty) -> str:
    """Return what a reader should know besides: steps, groups, blame, the title."""
    if not claim.groups and claim.step is Step.TOTAL and claim.blamed is None and not claim.headline:
        return ""
    groups = [
        group.name
        if group.low is None and group.high is None
        else f"{phrase.bounds(group.low, group.high)} {group.name}"
        for group in claim.groups
    ]
    notes = (
        f"among them {phrase.listed(groups)}" if groups else "",
        phrase.step(claim.step),
        f"blames {claim.blamed}" if claim.blamed is not None else "",
        "in the title" if claim.headline else "",
    )
    return "".join(f'<span class="why note">{prose_html(note)}</span>' for note in notes if note)


def _decisions(book: Book, claim: Claim) -> Sequence[str]:
    engine = [] if claim.engine == "rules" else [f"suggested by the engine {claim.engine} ({claim.rules[0]})"]
    support = book.supported_by.get(claim.id, ())
    also = [f"read so by {phrase.listed(list(support))} too"] if support else []
    return (
        engine
        + also
        + [
            f"{judgement.decision.value} by {judgement.by}, {judgement.at[:10]}: {judgement.why}"
            for judgement in book.judgements_on.get(claim.id, ())
        ]
    )


def is_part(claim: Claim) -> bool:
    """Tell whether a claim's number is a part of another's."""
    return isinstance(claim, Casualty) and claim.step is Step.PART
