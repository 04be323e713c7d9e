"""The static report of a case, put in place as a whole."""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection

from harmtrace.assessments import CHECKLISTS
from harmtrace.claims import differences
from harmtrace.pipeline.concluding import Groups, Known
from harmtrace.pipeline.handled import every
from harmtrace.pipeline.months import series
from harmtrace.pipeline.progress import Progress, counted
from harmtrace.records.claim import Casualty, Reading
from harmtrace.records.entry import Issue
from harmtrace.records.incident import Incident
from harmtrace.records.proposal import Difference
from harmtrace.reports.assessment_pages import Handled
from harmtrace.reports.book import Head, Outline, ReportCase
from harmtrace.reports.pages import Seen, pages
from harmtrace.settings import Settings
from harmtrace.store import Case, report_files, rows


def write_report(
    case: Case,
    connection: Connection,
    groups: Groups,
    incidents: Iterable[Incident],
    *,
    issues: Iterable[Issue],
    rules: tuple[tuple[str, str], ...],
    settings: Settings,
    mark_of: Callable[[str], bytes],
    progress: Progress,
) -> int:
    """Write the pages of a case into ``report`` and return how many were made anew.

    The report before stays until the new one is whole. ``incidents`` are gone through once, each
    written as it comes; ``mark_of`` then gives the mark of its record by its code.
    """
    known = groups.known
    many = {one.document: len(one.claims) for one in known.readings}
    claims = known.claims
    shown = ReportCase(
        title=case.root.resolve().name if settings.title is None else settings.title,
        on=rows.runs(connection)[-1].started[:10],
        incidents=incidents,
        outlines=[
            Outline(code=code, claims=one.claims, hypotheses=one.hypotheses)
            for one, code in zip(groups.incidents, groups.codes, strict=True)
        ],
        periods=[one for id in groups.periods if isinstance(one := claims[id], Casualty)],
        unplaced=[(one.claim, one.why) for one in groups.unplaced],
        uncounted=groups.uncounted,
        relations=known.relations,
        families=known.families,
        issues=(*rows.intake_issues(connection), *rows.reading_issues(connection), *issues),
        heads={
            head.id: Head(
                id=head.id, title=head.title, source=head.source, published=head.published, claims=many.get(head.id, 0)
            )
            for head in known.heads.values()
        },
        rules=rules,
        judgements=known.judgements,
        proposed=[one for each in known.proposed.values() for one in each],
        differences=tuple(_differences(known)),
        footage=None if groups.watching is None else groups.watching.of,
    )
    made = pages(
        shown,
        readings={one.document: one for one in known.readings if one.claims},
        document_of=rows.document_by_id(connection),
        claim_of=claims.__getitem__,
        aside_of=rows.set_aside_in(connection),
        handled=Handled(known=every(connection), months=series(connection), checklists=CHECKLISTS),
        seen=Seen(case=rows.runs(connection)[0].started, reading=known.marks.__getitem__, incident=mark_of),
    )
    return report_files.write(counted(made, "writing the report", progress), case.root / "report")


def _differences(known: Known) -> Iterator[Difference]:
    """Yield where engines read a document unlike, in the order of first record."""
    by_rules = {one.document: one for one in known.readings}
    for name, proposed in known.proposed.items():
        reading = by_rules.get(name) or _nothing_read(name)
        yield from differences(reading, [one for one in proposed if not one.failed])


def _nothing_read(document: str) -> Reading:
    return Reading(document=document, claims=(), accounts=(), set_aside=(), issues=(), reference=None, reference_why="")
