"""Records -> the pages of the static report: an index, a page an incident, a page a document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache, partial
from hashlib import blake2b
from importlib import resources
from itertools import chain
from typing import NamedTuple

from harmtrace.records.claim import Claim, ClaimId, Reading, SetAside
from harmtrace.records.incident import Incident
from harmtrace.records.text import Document
from harmtrace.reports import links, overview
from harmtrace.reports.assessment_pages import Handled, assessment_pages
from harmtrace.reports.book import Book, Head, ReportCase
from harmtrace.reports.document_page import document_page, notes_of
from harmtrace.reports.drawings import Near
from harmtrace.reports.incident_page import incident_page
from harmtrace.reports.index_page import INCIDENTS_A_PAGE, index_pages
from harmtrace.reports.marks import Note
from harmtrace.reports.rows import Cells, cells_of
from harmtrace.reports.sheet import style
from harmtrace.reports.struck_map import Marked

__all__ = ["INCIDENTS_A_PAGE", "Head", "Page", "ReportCase", "Seen", "pages", "style"]

# Documents whose claims' rows are kept at hand: those of the incidents of some days.
_AT_HAND = 2_048


class Page(NamedTuple):
    """A file of the report: where it lies, what makes it, and a mark that is the same while it would be the same.

    The mark is empty where the page is to be made in any case.
    """

    path: str
    mark: str
    make: Callable[[], str]


class Seen(NamedTuple):
    """Marks of what pages rest on: the same while it is the same.

    Attributes:
        case: of the case itself.
        reading: of what a document says, by its id. (Its own words never change.)
        incident: of an incident's record, by its code; asked for when the incident has come.
    """

    case: str
    reading: Callable[[str], bytes]
    incident: Callable[[str], bytes]


def pages(
    case: ReportCase,
    *,
    readings: Mapping[str, Reading],
    document_of: Callable[[str], Document],
    claim_of: Callable[[ClaimId], Claim],
    aside_of: Callable[[str], tuple[SetAside, ...]] | None = None,
    handled: Handled | None = None,
    seen: Seen | None = None,
) -> Iterator[Page]:
    """Yield every file of the report, not made yet; each is to be made, if at all, before the next is asked for.

    The same records give the same bytes. Documents without a claim get no page. Incidents are gone through once,
    each after the pages of its documents; then the documents of no incident, the index and the lists.

    Args:
        case: the case's records.
        readings: what every document says that makes a claim, by its id.
        document_of: gives a document by its id.
        claim_of: gives a claim by its id.
        aside_of: gives what the reading of a document set aside, by its id; None where the readings hold it.
        handled: what bodies did with their allegations; None for nothing.
        seen: marks of the records, None where no page is to be known again.
    """

    @lru_cache(maxsize=8)
    def ready(id: str) -> tuple[Document, list[Note]]:
        return document_of(id), notes_of(readings[id].claims)

    @lru_cache(maxsize=_AT_HAND)
    def cells(id: str) -> Mapping[ClaimId, Cells]:
        document, notes = ready(id)
        return cells_of(book, document, readings[id].claims, notes)

    def document(id: str) -> Page:
        def make() -> str:
            found, notes = ready(id)
            reading = readings[id] if aside_of is None else replace(readings[id], set_aside=aside_of(id))
            return document_page(book, found, reading, notes)

        mark = "" if marks is None else marks.document(readings[id])
        return Page(f"document/{links.document_name(id)}", mark, make)

    book = Book.of(case, claim_of=claim_of, cells=cells)
    near = Near(book.outlines)
    marks = None if seen is None else _Marks(book, near, seen)
    yield Page("report.css", "", style)
    waiting = dict.fromkeys(readings)
    listed, spots = [], list[Marked]()
    for incident in case.incidents:
        for id in incident.grouped.documents:
            if id in waiting:
                del waiting[id]
                yield document(id)
        listed.append(overview.incident_entry(book, incident))
        if (spot := Marked.of(incident)) is not None:
            spots.append(spot)
        mark = "" if marks is None else marks.incident(incident)
        path = f"incident/{links.incident_name(incident.code)}"
        yield Page(path, mark, partial(incident_page, book, incident, near))
    yield from map(document, waiting)
    found = handled or Handled(checklists={})
    codes = frozenset(one.code for one in book.outlines)
    lists = (
        assessment_pages(case, found, codes=codes, heads=lambda id: book.document_href(id, ""), spots=spots),
        index_pages(book, listed, allegations=len(found.known)),
    )
    for path, content in chain(*lists):
        yield Page(path, "", partial(str, content))


class _Marks:
    """Marks of pages, from marks of what they rest on."""

    def __init__(self, book: Book, near: Near, seen: Seen) -> None:
        self._book = book
        self._near = near
        self._seen = seen
        self._common = f"{_making()} {seen.case} {book.case.title!r} {book.case.rules!r}".encode()
        self._relations = {
            id(one): blake2b(repr(one).encode("utf-8", "replace"), digest_size=16).digest()
            for one in book.case.relations
        }

    def document(self, reading: Reading) -> str:
        """Return the mark of a document's page."""
        book, found = self._book, blake2b(self._common, digest_size=16)
        found.update(self._seen.reading(reading.document))
        shown = [book.incident_of.get(one.id) or book.fate_of.get(one.id, "") for one in reading.claims]
        shown += self._decisions(reading.claims)
        for relation in book.relations_of.get(reading.document, ()):
            found.update(self._relations[id(relation)])
            shown += [book.document_href(relation.a, ""), book.document_href(relation.b, "")]
        found.update("\n".join(shown).encode("utf-8", "replace"))
        return found.hexdigest()

    def incident(self, incident: Incident) -> str:
        """Return the mark of an incident's page."""
        book, found = self._book, blake2b(self._common, digest_size=16)
        found.update(self._seen.incident(incident.code))
        claims = [book.claim_of(claim) for claim in incident.grouped.claims]
        for document in sorted({claim.document for claim in claims}):
            found.update(self._seen.reading(document))
        shown = [*self._decisions(claims), *map(repr, book.judgements_on.get(incident.code, ()))]
        shown.append(self._near.mark(incident.grouped.hypotheses))
        if (footage := book.case.footage_of(incident.code)) is not None:
            shown.append(footage.mark)
        found.update("\n".join(shown).encode("utf-8", "replace"))
        return found.hexdigest()

    def _decisions(self, claims: Iterable[Claim]) -> list[str]:
        """Return what people and other engines made of claims; what only an engine read is no part of the reading."""
        judged, supported = self._book.judgements_on, self._book.supported_by
        found: list[str] = []
        if judged or supported:
            for claim in claims:
                found += map(repr, judged.get(claim.id, ()))
                found += supported.get(claim.id, ())
                if claim.engine != "rules":
                    found.append(repr(claim))
        return found


@cache
def _making() -> str:
    """Return a hash of the code that makes pages: another version may make them otherwise."""
    found = blake2b(digest_size=16)
    for folder in ("", "templates"):
        files = resources.files("harmtrace.reports").joinpath(folder).iterdir()
        for file in sorted((one for one in files if one.is_file()), key=lambda one: one.name):
            found.update(file.read_bytes())
    return found.hexdigest()
