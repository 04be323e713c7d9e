"""The static report of a case, put in place as a whole."""

from collections import OrderedDict
from functools import lru_cache

from sqlalchemy import Connection

from harmtrace.pipeline.progress import Progress, counted
from harmtrace.pipeline.standing import Overlay, claim_in
from harmtrace.records.claim import Casualty, Claim, ClaimId, Reading
from harmtrace.records.text import Document
from harmtrace.reports.book import Head, ReportCase
from harmtrace.reports.pages import pages
from harmtrace.settings import Settings
from harmtrace.store import Case, report_files, rows
from harmtrace.store.rows import Outcomes

# Texts and readings kept at hand while pages are made: several claims of a page share a document.
_AT_HAND = 512


class _Shelf:
    """Documents and readings of a case, asked for one by one."""

    def __init__(self, connection: Connection, overlay: Overlay) -> None:
        self._connection = connection
        self._overlay = overlay
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._claims: dict[ClaimId, Claim] = {}
        self.document = lru_cache(_AT_HAND)(self._document)

    def reading(self, id: str) -> Reading:
        """Return what a document says, as it stands."""
        if id in self._readings:
            self._readings.move_to_end(id)
            return self._readings[id]
        found = self._readings[id] = self._reading(id)
        self._claims.update((claim.id, claim) for claim in found.claims)
        if len(self._readings) > _AT_HAND:
            _, oldest = self._readings.popitem(last=False)
            for claim in oldest.claims:
                del self._claims[claim.id]
        return found

    def claim(self, id: ClaimId) -> Claim:
        """Return a claim as it stands."""
        if id not in self._claims:
            document = rows.document_of(self._connection, id)
            if document is None or claim_in(self.reading(document), id) is None:
                raise RuntimeError(f"claim {id} is cited and not in the case")
        return self._claims[id]

    def _document(self, id: str) -> Document:
        found = rows.document(self._connection, id)
        if found is None:
            raise RuntimeError(f"document {id} is cited and not in the case")
        return found

    def _reading(self, id: str) -> Reading:
        found = rows.reading(self._connection, id)
        if found is None:
            raise RuntimeError(f"document {id} is cited and has not been read")
        return self._overlay.reading(found)


def write_report(
    case: Case, found: Outcomes, *, rules: tuple[tuple[str, str], ...], settings: Settings, progress: Progress
) -> None:
    """Write the pages of a case into ``report``; the report before stays until the new one is whole."""
    with case.reading() as connection:
        judgements = rows.judgements(connection)
        shelf = _Shelf(connection, Overlay(judgements))
        many = rows.claim_counts(connection)
        last = rows.runs(connection)[-1]
        report = ReportCase(
            title=case.root.resolve().name,
            on=last.started[:10],
            incidents=found.incidents,
            periods=[one for id in found.periods if isinstance(one := shelf.claim(id), Casualty)],
            unplaced=[(one.claim, one.why) for one in found.unplaced],
            relations=rows.relations(connection),
            families=rows.families(connection),
            issues=(*rows.intake_issues(connection), *rows.reading_issues(connection), *found.issues),
            heads={
                head.id: Head(
                    id=head.id,
                    title=head.title,
                    source=head.source,
                    published=head.published,
                    claims=many.get(head.id, 0),
                )
                for head in rows.heads(connection)
            },
            rules=rules,
            judgements=judgements,
        )
        made = pages(report, document_of=shelf.document, reading_of=shelf.reading, claim_of=shelf.claim)
        report_files.write(counted(made, "writing the report", progress), case.root / "report")
