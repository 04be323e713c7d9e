"""Readings and decisions -> incidents with their codes, tallies and briefs, recorded together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from harmtrace import incidents, tallies
from harmtrace.pipeline import codes
from harmtrace.pipeline.progress import Progress, counted
from harmtrace.pipeline.standing import Overlay
from harmtrace.records.claim import Claim, ClaimId, Reading
from harmtrace.records.entry import Issue
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Grouped, Incident, LeftOut
from harmtrace.records.judgement import Judgement
from harmtrace.records.measure import Place
from harmtrace.records.text import Family, Relation
from harmtrace.reports.brief import brief
from harmtrace.store import Case, rows
from harmtrace.store.rows import Outcomes, RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What a case knows before grouping; only of documents that make claims."""

    heads: Mapping[str, DocumentHead]
    order: Mapping[str, int]
    readings: Sequence[Reading]
    claims: Mapping[ClaimId, Claim]
    relations: Sequence[Relation]
    families: Sequence[Family]
    judgements: Sequence[Judgement]


def conclude(
    case: Case,
    run: RunId,
    *,
    issues: Iterable[Issue],
    lookup: Callable[[str], tuple[Place, ...]],
    progress: Progress,
) -> Outcomes:
    """Return the incidents of a case, grouped, coded and counted anew, and record them."""
    known = _known(case, lookup=lookup, progress=progress)
    progress("grouping claims into incidents", 0)
    grouping = incidents.group(
        known.heads.values(),
        known.readings,
        relations=known.relations,
        families=known.families,
        judgements=known.judgements,
    )
    first_recorded = sorted(grouping.incidents, key=lambda one: _first_record(one, known))
    with case.reading() as connection:
        given, standing = codes.assign(first_recorded, rows.codes(connection))
    code_of = dict(zip((one.accounts for one in first_recorded), given, strict=True))
    found = Outcomes(
        incidents=tuple(
            _counted(one, code_of[one.accounts], known) for one in counted(grouping.incidents, "counting", progress)
        ),
        periods=tuple(one.id for one in grouping.periods),
        unplaced=tuple(LeftOut(claim=one.claim, why=one.why) for one in grouping.unplaced),
        issues=_sorted((*issues, *grouping.issues)),
    )
    with case.writing() as connection:
        rows.keep_codes(connection, run, standing)
        rows.keep_outcomes(connection, found)
    return found


def _known(case: Case, *, lookup: Callable[[str], tuple[Place, ...]], progress: Progress) -> _Known:
    with case.reading() as connection:
        judgements = rows.judgements(connection)
        overlay = Overlay(judgements, lookup=lookup)
        readings = [
            overlay.reading(one)
            for one in counted(rows.readings(connection), "gathering claims", progress)
            if one.claims or one.accounts
        ]
        order = {one.document: place for place, one in enumerate(readings)}
        return _Known(
            heads={head.id: head for head in rows.heads(connection) if head.id in order},
            order=order,
            readings=readings,
            claims={claim.id: claim for reading in readings for claim in reading.claims},
            relations=rows.relations(connection),
            families=rows.families(connection),
            judgements=judgements,
        )


def _first_record(one: Grouped, known: _Known) -> tuple[int, int]:
    """Return where an incident was first recorded: its numbers follow that order."""
    return min((known.order[document], event) for document, event in one.accounts)


def _counted(one: Grouped, code: str, known: _Known) -> Incident:
    claims = [known.claims[id] for id in one.claims]
    tally = tallies.tally(
        one,
        claims,
        documents=[known.heads[id] for id in one.documents],
        families=known.families,
        judgements=known.judgements,
    )
    return Incident(
        code=code,
        grouped=one,
        tally=tally,
        brief=brief(
            one,
            tally,
            claim_of=known.claims.__getitem__,
            publisher_of=lambda id: known.heads[id].source or f"document {id}",
        ),
    )


def _sorted(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple(
        sorted(dict.fromkeys(issues), key=lambda one: (one.code, one.document or "", one.start or 0, one.message))
    )
