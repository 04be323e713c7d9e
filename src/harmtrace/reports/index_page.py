"""The index of the report and its lists, page by page: the tables of ``overview`` in their frame."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from harmtrace.reports import links, overview
from harmtrace.reports.book import Book, ReportCase
from harmtrace.reports.frame import POLICY
from harmtrace.reports.svg import number_html, plain

INCIDENTS_A_PAGE = 500
ROWS_A_PAGE = 1_000
ROWS_ON_INDEX = 60

Row = TypeVar("Row")


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
    environment.filters.update(number=_number)
    return environment


def _visible(value: object) -> object:
    return plain(value) if type(value) is str else value


def _number(value: int | str) -> Markup:
    """Return a number or range that no neighbouring right-to-left word can turn round."""
    return Markup(number_html(f"{value:,}" if isinstance(value, int) else value))  # number_html() escapes it


_HEADINGS = {
    "periods": "Period totals",
    "uncounted": "Told of without a number",
    "unplaced": "Unplaced claims",
    "families": "Families: texts that are one voice",
    "relations": "Relations between documents",
    "suggestions": "Suggestions of other engines",
    "differences": "Where engines differ",
    "refusals": "Refused proposals of other engines",
    "issues": "Issues",
    "documents": "Documents",
}


def index_pages(book: Book, listed: Sequence[overview.IncidentEntry], *, allegations: int) -> Iterator[tuple[str, str]]:
    """Yield the pages of the index and of its lists as (path, content)."""
    case = book.case
    sections: dict[str, Callable[[Book], Iterator[str]]] = {
        "periods": overview.period_rows,
        "uncounted": overview.uncounted_rows,
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
        "uncounted": len(case.uncounted),
        "unplaced": len(case.unplaced),
        "families": sum(1 for family in case.families if len(family.members) > 1),
        "relations": len(case.relations),
        "suggestions": sum(len(one.suggestions) for one in case.proposed),
        "differences": len(case.differences),
        "refusals": sum(len(one.refusals) for one in case.proposed),
        "issues": len(case.issues),
    }
    index = _environment().get_template("index.html.j2")
    first = {name: Markup(overview.section(name, islice(rows(book), ROWS_ON_INDEX))) for name, rows in sections.items()}
    count = _pages_for(len(listed), INCIDENTS_A_PAGE)
    for number, shown in _paged(overview.incident_rows(listed), INCIDENTS_A_PAGE):
        yield (
            links.page_name("index", number),
            index.render(
                case=case,
                root="",
                policy=POLICY,
                rows=Markup(overview.section("incidents", shown)) if shown else "",
                sections=first,
                totals=totals,
                most=ROWS_ON_INDEX,
                documents=len(case.heads),
                incidents=len(listed),
                allegations=allegations,
                **_pager("index", number, count, what="incidents"),
            ),
        )
    if case.heads:
        yield from _listing(case, "documents", overview.document_rows(book), len(case.heads))
    for name, rows in sections.items():
        if totals[name] > ROWS_ON_INDEX:
            yield from _listing(case, name, rows(book), totals[name])


def _listing(case: ReportCase, name: str, rows: Iterator[str], total: int) -> Iterator[tuple[str, str]]:
    listing = _environment().get_template("list.html.j2")
    count = _pages_for(total, ROWS_A_PAGE)
    for number, part in _paged(rows, ROWS_A_PAGE):
        yield (
            links.page_name(name, number),
            listing.render(
                case=case,
                root="",
                policy=POLICY,
                heading=_HEADINGS[name],
                rows=Markup(overview.section(name, part)),
                **_pager(name, number, count, what=_HEADINGS[name]),
            ),
        )


def _pages_for(rows: int, a_page: int) -> int:
    return max(-(-rows // a_page), 1)


def _pager(stem: str, number: int, count: int, *, what: str) -> dict[str, int | Markup]:
    """Return what the templates need to know of a page among its likes."""
    return {
        "number": number,
        "count": count,
        "pages": Markup(overview.pager(stem, number, count, what=what)),
        "pages_again": Markup(overview.pager(stem, number, count, what=f"{what}, again")),
    }


def _paged(rows: Iterator[Row], a_page: int) -> Iterator[tuple[int, list[Row]]]:
    """Yield (page number, rows); one empty page where there are no rows at all."""
    number = 1
    part = list(islice(rows, a_page))
    while part or number == 1:
        yield number, part
        part = list(islice(rows, a_page))
        number += 1
