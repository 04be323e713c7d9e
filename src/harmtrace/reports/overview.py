"""The tables of the index and its lists: incidents, period totals, claims in no incident, families, relations, issues.

Rows are joined from strings, not by a template: a case may have some hundred thousand of each.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log10
from typing import NamedTuple

from harmtrace.records.entry import Issue
from harmtrace.records.incident import Bounds, Incident, Range
from harmtrace.records.judgement import Decision
from harmtrace.records.proposal import Apart, Suggestion
from harmtrace.reports import links, phrase
from harmtrace.reports.book import Book
from harmtrace.reports.lineage import lineage
from harmtrace.reports.rows import says
from harmtrace.reports.svg import element, isolated, number_html, prose_html, safe

_BAR = 110.0

_CAPTIONS = {
    "incidents": "Killed and injured are the ranges of the rule <code>airwars_range</code>; the bars share one "
    "logarithmic scale. Origins are independent voices, sources are publishers.",
    "periods": "Totals over a time or an area. Each speaks of many events, so none is in any incident’s range.",
    "uncounted": "Events that several documents tell of and none of them counts: no incidents, and in no figure.",
    "unplaced": "Claims that no incident holds, each with the reason.",
    "relations": "Which texts share words, and what that shows.",
    "suggestions": "Read by other engines than the rules, and borne out by the words. A suggestion counts for nothing "
    "until a person accepts it (<code>harmtrace claim DIR ID --accept</code>).",
    "differences": "The same words read unlike, or by one engine alone: kept, and settled by nobody but people.",
    "refusals": "Proposed by an engine and not borne out by the text: they count for nothing.",
    "issues": "Problems found in the data: kept, counted, shown.",
    "documents": "Every document taken in. One without a claim has no page of its own.",
}
_HEADS = {
    "incidents": ("Incident", "When", "Where", "Killed", "", "Injured", "Origins / sources", "Grade", "Position"),
    "periods": ("Figure", "Of", "Who says", "Over", "Where", "Words"),
    "uncounted": ("When", "Where", "Documents", "Why together"),
    "unplaced": ("Claim", "Words", "Why not placed", "Document"),
    "relations": ("Document", "Relation", "Other document", "Shared passages", "Why"),
    "suggestions": ("Suggestion", "Engine", "What", "The words", "State"),
    "differences": ("Apart in", "One engine", "The other", "The words"),
    "refusals": ("Reason", "Engine", "The engine's words", "Expected and found"),
    "issues": ("Issue", "What was found", "Where"),
    "documents": ("Document", "Title", "Publisher", "Published", "Claims"),
}


def section(name: str, rows: Iterable[str]) -> str:
    """Return a table of rows with its caption and heads; families are drawn one by one."""
    if name == "families":
        return "".join(rows)
    heads = "".join(f'<th role="columnheader" scope="col">{head}</th>' for head in _HEADS[name])
    return (
        f'<table class="stack" role="table">\n<caption>{_CAPTIONS[name]}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n\n'
        f'<tbody role="rowgroup">\n{"".join(rows)}</tbody></table>\n'
    )


def _row(name: str, cells: Sequence[str]) -> str:
    """Return a row of a table from the inner parts of its cells, the first of which heads it."""
    heads = _HEADS[name]
    rest = "</td>\n".join([f'<td role="cell" data-label="{head}">{cells[n]}' for n, head in enumerate(heads) if n])
    first = f'<tr role="row"><th role="rowheader" scope="row" data-label="{heads[0]}">{cells[0]}</th>\n'
    return f"{first}{rest}</td></tr>\n"


@lru_cache(maxsize=16_384)
def _document(id: str, href: str) -> str:
    return f'<a href="{href}"><bdi>{safe(id)}</bdi></a>' if href else f"<bdi>{safe(id)}</bdi>"


def document_rows(book: Book) -> Iterator[str]:
    """Yield every document taken in."""
    for head in book.case.heads.values():
        href = book.document_href(head.id, "")
        many = number_html(f"{head.claims:,}")
        yield _row(
            "documents",
            (
                _document(head.id, href),
                f"<bdi>{safe(head.title or '')}</bdi>",
                f"<bdi>{safe(head.publisher or 'not known')}</bdi>",
                "not known" if head.published is None else safe(phrase.day(head.published)),
                f'<a href="{href}#claims">{many}</a>' if href else many,
            ),
        )


def airwars(incident: Incident) -> Range | None:
    """Return the incident's ``airwars_range``, None where that rule gave nothing."""
    return next((rule for rule in incident.tally.ranges if rule.rule == "airwars_range"), None)


def sign(bounds: Bounds | None) -> str:
    """Return a printed range as a sign, empty where nobody gave a number."""
    if bounds is None or (bounds.low is None and bounds.high is None):
        return ""
    return phrase.short(bounds.low, bounds.high)


class IncidentEntry(NamedTuple):
    """An incident's row before the scale of its bar is known: what stands before the bar, and after it."""

    before: str
    killed: Bounds | None
    after: str


def incident_entry(book: Book, incident: Incident, root: str = "") -> IncidentEntry:
    """Return what the index says of an incident, its bar still missing."""
    rule = airwars(incident)
    grouped, tally = incident.grouped, incident.tally
    href = book.incident_href(incident.code, root)
    places = grouped.hypotheses
    where = f"<bdi>{safe(places[0].place.name if places else 'not known')}</bdi>"
    if len(places) > 1:
        where += f'<span class="why">and {len(places) - 1} other reading{"" if len(places) == 2 else "s"}</span>'
    when = "not known" if grouped.when is None else safe(phrase.day(grouped.when))
    before = (
        '<tr role="row">\n<th role="rowheader" scope="row" data-label="Incident">'
        f'<a class="code" href="{href}">{safe(incident.code)}</a></th>\n'
        f'<td role="cell" data-label="When">{when}</td>\n<td role="cell" data-label="Where">{where}</td>\n'
        f'<td role="cell" data-label="Killed">{_range(None if rule is None else rule.killed, href)}</td>\n'
        '<td role="cell" class="barcell">'
    )
    after = (
        f'</td>\n<td role="cell" data-label="Injured">{_range(None if rule is None else rule.injured, href)}</td>\n'
        f'<td role="cell" data-label="Origins / sources"><a href="{href}#voices">{number_html(f"{tally.origins:,}")}'
        f"</a> / {number_html(f'{tally.sources:,}')}</td>\n"
        f'<td role="cell" data-label="Grade">{_grade(incident)}</td>\n'
        f'<td role="cell" data-label="Position">{_position(incident, href)}</td>\n</tr>\n'
    )
    return IncidentEntry(before, None if rule is None else rule.killed, after)


def _range(bounds: Bounds | None, href: str) -> str:
    shown = sign(bounds)
    if not shown:
        return '<span class="why">no number</span>'
    return f'<a class="figure" href="{href}#ranges">{number_html(shown)}</a>'


def _grade(incident: Incident) -> str:
    if incident.grade is not None:
        return f'<strong>{incident.grade.value}</strong> <span class="tag">signed</span>'
    suggested = incident.tally.grade_suggested
    if suggested is not None:
        return f'<em>{suggested.value}</em> <span class="tag suggest">suggested</span>'
    return '<span class="why">none</span>'


def _position(incident: Incident, href: str) -> str:
    positions = incident.tally.positions
    if not positions:
        return '<span class="why">none known</span>'
    return f'<a href="{href}#positions">{safe(phrase.status(positions[-1].status, positions[-1].stated))}</a>'


def incident_rows(entries: Sequence[IncidentEntry]) -> Iterator[str]:
    """Yield the index's rows; the bars share one logarithmic scale over the whole case."""
    most = max((end for entry in entries for end in _ends(entry.killed)), default=1)
    for entry in entries:
        low, high = (None, None) if entry.killed is None else (entry.killed.low, entry.killed.high)
        yield f"{entry.before}{_bar(low, high, most)}{entry.after}"


def _ends(killed: Bounds | None) -> list[int]:
    return [] if killed is None else [end for end in (killed.low, killed.high) if end is not None]


@lru_cache(maxsize=16_384)
def _bar(lowest: int | None, highest: int | None, most: int) -> str:
    """Return a small range bar: a stroke from end to end, an open end as an arrow, never made up."""
    if lowest is None and highest is None:
        return ""

    def x(value: int) -> float:
        return 8 + (_BAR - 16) * log10(1 + value) / log10(1 + max(most, 1))

    parts = [element("line", x1=2, x2=_BAR - 2, y1=8, y2=8, class_="grid")]
    low = None if lowest is None else x(lowest)
    high = None if highest is None else x(highest)
    for end in (low, high):
        if end is not None:
            parts.append(element("line", x1=end, x2=end, y1=3, y2=13, class_="end"))
    if low is not None and high is not None:
        parts.append(element("line", x1=low, x2=high, y1=8, y2=8, class_="stroke"))
    elif low is not None:
        parts.append(element("path", d=f"M{low + 6:.1f} 4 L{low + 11:.1f} 8 L{low + 6:.1f} 12", class_="way"))
    elif high is not None:
        parts.append(element("path", d=f"M{high - 6:.1f} 4 L{high - 11:.1f} 8 L{high - 6:.1f} 12", class_="way"))
    return element(
        "svg",
        "".join(parts),
        view_box=f"0 0 {_BAR + 8:g} 16",
        width=f"{_BAR + 8:g}",
        height=16,
        class_="bar",
        aria_hidden="true",
    )


def period_rows(book: Book) -> Iterator[str]:
    """Yield the totals over a time or an area."""
    for claim in book.case.periods:
        who = claim.speaker or book.head(claim.document).publisher or "the text itself"
        yield _row(
            "periods",
            (
                f'<a href="{book.claim_href(claim, "")}">{number_html(says(claim)[0])}</a>',
                phrase.outcome(claim.outcome),
                f"<bdi>{safe(who)}</bdi>",
                "not said" if claim.when is None else safe(phrase.day(claim.when)),
                f"<bdi>{safe(claim.where or 'not said')}</bdi>",
                _quote(claim.quote) + f' <span class="why"><bdi>{safe(claim.document)}</bdi></span>',
            ),
        )


def _quote(words: str) -> str:
    return f'<q dir="auto">{safe(words)}</q>'


def uncounted_rows(book: Book) -> Iterator[str]:
    """Yield the events that several documents tell of and none counts."""
    for event in book.case.uncounted:
        yield _row(
            "uncounted",
            (
                "not said" if event.when is None else safe(phrase.day(event.when)),
                ", ".join([f"<bdi>{safe(name)}</bdi>" for name in event.places]) or "not said",
                ", ".join([_document(id, book.document_href(id, "")) for id in event.documents]),
                prose_html("; ".join(event.why)),
            ),
        )


def unplaced_rows(book: Book) -> Iterator[str]:
    """Yield the claims that no incident holds."""
    for known, why in book.case.unplaced:
        claim = book.claim_of(known)
        yield _row(
            "unplaced",
            (
                f'<a href="{book.claim_href(claim, "")}">{prose_html(says(claim)[1])}</a>',
                _quote(claim.quote),
                prose_html(why),
                f"<bdi>{safe(claim.document)}</bdi>",
            ),
        )


def relation_rows(book: Book) -> Iterator[str]:
    """Yield how documents stand to each other."""
    for relation in book.case.relations:
        href = book.document_href(relation.a, "")
        many = number_html(f"{len(relation.passages):,}")
        yield _row(
            "relations",
            (
                _document(relation.a, href),
                phrase.relation(relation.kind),
                _document(relation.b, book.document_href(relation.b, "")),
                f'<a href="{href}#relations">{many}</a>' if href else many,
                prose_html(relation.why),
            ),
        )


def family_rows(book: Book) -> Iterator[str]:
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
        drawing = lineage(family, inside, heads=book.case.heads, name=f"family-{order}", hrefs=hrefs)
        label = f"Drawing of the family of {isolated(family.first)}"
        drawn = f'<div class="wide" role="region" aria-label="{label}" tabindex="0">{drawing}</div>' if drawing else ""
        named = ", ".join([_document(member, href) for member, href in hrefs.items()])
        yield f'<figure class="family">\n{drawn}<figcaption>One voice: {named}</figcaption>\n</figure>\n'


def issue_rows(book: Book) -> Iterator[str]:
    """Yield the problems found in the data."""
    for issue in book.case.issues:
        href = "" if issue.document is None else book.document_href(issue.document, "")
        where = f"{_document(issue.document or '', href)} {_place(issue)}"
        yield _row("issues", (f"<code>{safe(issue.code)}</code>", prose_html(issue.message), where))


def suggestion_rows(book: Book) -> Iterator[str]:
    """Yield what other engines suggest, and what a person made of it."""
    for proposed in book.case.proposed:
        for one in proposed.suggestions:
            claim = one.claim
            yield _row(
                "suggestions",
                (
                    f"<code>{safe(claim.id)}</code>",
                    f'{safe(claim.engine)}<span class="why">{safe(proposed.version)}</span>',
                    prose_html(says(claim)[1]),
                    _quoted(book, claim.quote, claim.document),
                    safe(_standing(book, one)),
                ),
            )


def _standing(book: Book, one: Suggestion) -> str:
    """Return what became of a suggestion."""
    if one.agrees is not None:
        return f"the rules read it so too ({one.agrees})"
    decisions = [judgement.decision for judgement in book.judgements_on.get(one.claim.id, ())]
    last = next((each for each in reversed(decisions) if each in (Decision.ACCEPT, Decision.REJECT)), None)
    if last is None:
        return "waits for a person; counts for nothing"
    return "accepted by a person" if last is Decision.ACCEPT else "rejected by a person"


def _quoted(book: Book, words: str, document: str) -> str:
    return f"{_quote(words)} {_document(document, book.document_href(document, ''))}"


def refusal_rows(book: Book) -> Iterator[str]:
    """Yield what other engines proposed and their texts do not bear out."""
    for proposed in book.case.proposed:
        for one in proposed.refusals:
            yield _row(
                "refusals",
                (
                    f"<code>{safe(one.ground.value)}</code>",
                    safe(one.engine),
                    _quoted(book, one.quote, one.document),
                    prose_html(one.message),
                ),
            )


def difference_rows(book: Book) -> Iterator[str]:
    """Yield where engines read the same words unlike, or one reads alone."""
    for one in book.case.differences:
        other = "reads nothing there" if one.apart is Apart.ALONE else one.other_says
        yield _row(
            "differences",
            (
                safe(one.apart.value),
                f"{safe(one.engine)}: {prose_html(one.says)}",
                f"{safe(one.other)}: {prose_html(other)}",
                _quoted(book, one.quote, one.document),
            ),
        )


def _place(issue: Issue) -> str:
    if issue.start is None:
        return ""
    return f"at {issue.start}" if issue.end is None else f"{issue.start} to {issue.end}"


def pager(stem: str, number: int, count: int, *, what: str) -> str:
    """Return the links to the pages of a list, empty where there is one page only."""
    if count < 2:
        return ""
    named = [
        f'<strong aria-current="page">{other}</strong>'
        if other == number
        else f'<a href="{links.page_name(stem, other)}">{other}</a>'
        for other in range(1, count + 1)
    ]
    return f'<nav class="pager" aria-label="Pages of {what}">\n{"".join(named)}</nav>\n'
