"""What a case holds, as last computed: incidents, copies, a document's text, settings."""

from dataclasses import dataclass
from pathlib import Path

from harmtrace import settings
from harmtrace.errors import UsageError
from harmtrace.pipeline.standing import Overlay
from harmtrace.pipeline.suggesting import with_accepted
from harmtrace.records.claim import Claim
from harmtrace.records.entry import Issue
from harmtrace.records.incident import Incident, LeftOut, Uncounted
from harmtrace.records.judgement import accepted
from harmtrace.records.text import Family, Relation
from harmtrace.settings import Settings
from harmtrace.store import open_case, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The incidents of a case, what is in none of them, and what was found odd.

    Attributes:
        periods: claims that total a time or an area, as they stand after people's corrections.
        uncounted: events that several documents tell of and none counts.
        finished: False where the last run was cut short: run it again.
        waiting: documents that were added and not run yet.
    """

    incidents: tuple[Incident, ...]
    periods: tuple[Claim, ...]
    unplaced: tuple[LeftOut, ...]
    uncounted: tuple[Uncounted, ...]
    issues: tuple[Issue, ...]
    rule: str
    finished: bool
    waiting: int


def incidents(root: Path) -> Shown:
    """Return the incidents of a case as last computed."""
    case = open_case(root)
    with case.reading() as connection:
        found = rows.outcomes(connection)
        judgements = rows.judgements(connection)
        overlay, taken = Overlay(judgements), accepted(judgements)
        runs = rows.runs(connection)
        waiting = rows.count_documents(connection) - rows.count_readings(connection)
        issues = (*rows.intake_issues(connection), *rows.reading_issues(connection), *found.issues)
        documents = {rows.document_of(connection, id) for id in found.periods} - {None}
        totals = frozenset(found.periods)
        periods = [
            claim
            for reading in rows.readings_of(connection, sorted(one for one in documents if one is not None))
            for claim in overlay.claims(
                with_accepted(reading, rows.proposed_of(connection, reading.document), taken).claims
            )
            if claim.id in totals
        ]
    return Shown(
        incidents=found.incidents,
        periods=tuple(periods),
        unplaced=found.unplaced,
        uncounted=found.uncounted,
        issues=tuple(dict.fromkeys(issues)),
        rule=settings.read(root).range_rule,
        waiting=waiting,
        finished=not runs or runs[-1].finished is not None,
    )


def copies(root: Path) -> tuple[tuple[Relation, ...], tuple[Family, ...]]:
    """Return how the texts of a case stand to each other, and their families."""
    with open_case(root).reading() as connection:
        return rows.relations(connection), rows.families(connection)


def text(root: Path, id: str) -> str:
    """Return the text of a document, whose characters all offsets count.

    Raises:
        UsageError: the case has no document of that id.
    """
    with open_case(root).reading() as connection:
        found = rows.document(connection, id)
    if found is None:
        raise UsageError(f"{root}: no document {id!r} in this case")
    return found.text


def config(root: Path, *, path: Path | None = None) -> Settings:
    """Return the settings that hold for a case, each with where it comes from."""
    open_case(root)
    return settings.read(root, config=path)
