"""Records -> the pages of the static report: an index, a page an incident, a page a document."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from harmtrace.records.claim import Claim, ClaimId, Reading
from harmtrace.records.text import Document
from harmtrace.reports import links, overview
from harmtrace.reports.assessment_pages import Handled, assessment_pages
from harmtrace.reports.book import Book, Head, ReportCase
from harmtrace.reports.document_page import document_page
from harmtrace.reports.drawings import Near
from harmtrace.reports.frame import POLICY
from harmtrace.reports.incident_page import incident_page
from harmtrace.reports.rows import cells
from harmtrace.reports.sheet import style
from harmtrace.reports.struck_map import Marked
from harmtrace.reports.svg import isolated, number_html, plain, prose

__all__ = ["Head", "ReportCase", "pages", "style"]

INCIDENTS_A_PAGE = 500
ROWS_A_PAGE = 1_000
ROWS_ON_INDEX = 60

Row = TypeVar("Row")


def pages(
    case: ReportCase,
    *,
    texts: Iterable[tuple[Document, Reading]],
    claim_of: Callable[[ClaimId], Claim],
    rows: MutableMapping[str, Mapping[ClaimId, str]] | None = None,
    handled: Handled | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield every file of the report as (path below the report's folder, content).

    The same records give the same bytes. Documents without a claim get no page. Document pages come
    first, so that a store can be read once through; then incidents, gone through once; the index and
    the lists last.

    Args:
        case: the case's records.
        texts: every document that makes a claim with what it says, gone through once.
        claim_of: gives a claim by its id.
        rows: where the rows of claims wait for the incidents' pages, by document; in memory where None.
        handled: what bodies did with their allegations; None for nothing.
    """
    waiting: MutableMapping[str, Mapping[ClaimId, str]] = {} if rows is None else rows
    book = Book.of(case, claim_of=claim_of, rows=waiting)
    yield "report.css", style()
    for document, reading in texts:
        waiting[document.id] = {claim.id: cells(book, claim, document.text) for claim in reading.claims}
        yield f"document/{links.document_name(document.id)}", document_page(book, document, reading)
    near = Near(book.outlines)
    listed, spots = [], list[Marked]()
    for incident in case.incidents:
        listed.append(overview.incident_entry(book, incident))
        if (spot := Marked.of(incident)) is not None:
            spots.append(spot)
        yield f"incident/{links.incident_name(incident.code)}", incident_page(book, incident, near)
    found = handled or Handled(checklists={})
    codes = frozenset(one.code for one in book.outlines)
    yield from assessment_pages(case, found, codes=codes, heads=lambda id: book.document_href(id, ""), spots=spots)
    yield from _index(book, listed, allegations=len(found.known))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("harmtrace.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(number=_number, prose=prose, spoken=_spoken)
    return environment


def _visible(value: object) -> object:
    return plain(value) if type(value) is str else value


def _spoken(text: str) -> Markup:
    """Return text for an attribute; ``isolated`` escapes it."""
    return Markup(isolated(text))


def _number(value: int | str) -> Markup:
    """Return a number or range that no neighbouring right-to-left word can turn round."""
    return Markup(number_html(f"{value:,}" if isinstance(value, int) else value))  # number_html() escapes it


def _index(book: Book, listed: Sequence[overview.IncidentEntry], *, allegations: int) -> Iterator[tuple[str, str]]:
    case = book.case
    sections: dict[str, Callable[[Book], Iterator[object]]] = {
        "periods": overview.period_rows,
        "unplaced": overview.unplaced_rows,
        "families": overview.family_rows,
        "relations": overview.relation_rows,
        "suggestions": overview.suggestion_rows,
        "differences": overview.difference_rows,
        "refusals": overview.refusal_rows,
        "issues": overview.issue_rows,
    }
    totals = {
        "periods": len(case.periods),
        "unplaced": len(case.unplaced),
        "families": sum(1 for family in case.families if len(family.members) > 1),
        "relations": len(case.relations),
        "suggestions": sum(len(one.suggestions) for one in case.proposed),
        "differences": len(case.differences),
        "refusals": sum(len(one.refusals) for one in case.proposed),
        "issues": len(case.issues),
    }
    index = _environment().get_template("index.html.j2")
    first = {name: list(islice(rows(book), ROWS_ON_INDEX)) for name, rows in sections.items()}
    count = _pages_for(len(listed), INCIDENTS_A_PAGE)
    for number, shown in _paged(overview.incident_rows(listed), INCIDENTS_A_PAGE):
        yield (
            links.page_name("index", number),
            index.render(
                case=case,
                root="",
                policy=POLICY,
                rows=shown,
                number=number,
                pager=_pager("index", count),
                sections=first,
                totals=totals,
                documents=len(case.heads),
                incidents=len(listed),
                allegations=allegations,
            ),
        )
    if case.heads:
        yield from _listing(case, "documents", overview.document_rows(book), len(case.heads))
    for name, rows in sections.items():
        if totals[name] > ROWS_ON_INDEX:
            yield from _listing(case, name, rows(book), totals[name])


def _listing(case: ReportCase, name: str, rows: Iterator[object], total: int) -> Iterator[tuple[str, str]]:
    listing = _environment().get_template("list.html.j2")
    count = _pages_for(total, ROWS_A_PAGE)
    for number, part in _paged(rows, ROWS_A_PAGE):
        yield (
            links.page_name(name, number),
            listing.render(
                case=case,
                root="",
                policy=POLICY,
                name=name,
                rows=part,
                number=number,
                pager=_pager(name, count),
            ),
        )


def _pages_for(rows: int, a_page: int) -> int:
    return max(-(-rows // a_page), 1)


def _pager(stem: str, count: int) -> Sequence[tuple[int, str]]:
    return [(number, links.page_name(stem, number)) for number in range(1, count + 1)] if count > 1 else []


def _paged(rows: Iterator[Row], a_page: int) -> Iterator[tuple[int, list[Row]]]:
    """Yield (page number, rows); one empty page where there are no rows at all."""
    number = 1
    part = list(islice(rows, a_page))
    while part or number == 1:
        yield number, part
        part = list(islice(rows, a_page))
        number += 1
