"""Readings and decisions -> incidents with their codes, tallies and briefs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from harmtrace import incidents, tallies
from harmtrace.language.places import Gazetteer
from harmtrace.pipeline import codes
from harmtrace.pipeline.handled import every
from harmtrace.pipeline.progress import Progress, counted
from harmtrace.pipeline.standing import Overlay
from harmtrace.pipeline.stating import official, reasoned
from harmtrace.pipeline.striking import Struck, place_lookup, struck
from harmtrace.pipeline.suggesting import with_accepted
from harmtrace.pipeline.watching import Watching, unseen, watching
from harmtrace.records.claim import Claim, ClaimId, Reading
from harmtrace.records.entry import Issue
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Grouped, Incident, LeftOut, Uncounted
from harmtrace.records.judgement import Judgement, accepted
from harmtrace.records.measure import Place
from harmtrace.records.proposal import Proposed
from harmtrace.records.strike import Match
from harmtrace.records.text import Family, Likeness, Relation
from harmtrace.reports.brief import brief
from harmtrace.store import Case, rows, striking
from harmtrace.store.rows import Code
from harmtrace.strikes import Log

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a case knows before grouping.

    Attributes:
        heads: of every document, in the order of first record.
        order: place of each document that makes claims, in that order.
        readings: what each of these claims, without what it set aside.
        relations_of, families_of: by the id of a document.
        judgements_of: decisions by their subject.
        proposed: what engines other than the rules said, by document; what a person accepted of it is in ``readings``.
        marks: of what each document says, by its id: the same while that is the same.
    """

    heads: Mapping[str, DocumentHead]
    order: Mapping[str, int]
    readings: Sequence[Reading]
    claims: Mapping[ClaimId, Claim]
    relations: Sequence[Relation]
    families: Sequence[Family]
    alike: Sequence[Likeness]
    judgements: Sequence[Judgement]
    relations_of: Mapping[str, Sequence[Relation]]
    families_of: Mapping[str, Sequence[Family]]
    judgements_of: Mapping[str, Sequence[Judgement]]
    proposed: Mapping[str, Sequence[Proposed]]
    marks: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The incidents of a case before they are counted.

    Attributes:
        incidents: in the order in which they are listed; ``codes`` are theirs, in the same order.
        standing: where every code ever given stands now.
        periods, unplaced: claims in no incident.
        uncounted: events that several documents tell of and none counts.
        issues: what grouping found odd.
        struck: what strike logs and positions say of the incidents.
        watching: what asks the recordings of the case; None where it has none.
    """

    known: Known
    incidents: Sequence[Grouped]
    codes: Sequence[str]
    standing: Sequence[Code]
    periods: tuple[ClaimId, ...]
    unplaced: tuple[LeftOut, ...]
    uncounted: tuple[Uncounted, ...]
    issues: tuple[Issue, ...]
    struck: Struck
    watching: Watching | None = None


def gather(case: Case, *, gazetteer: Gazetteer, log: Log, progress: Progress) -> Groups:
    """Return the incidents of a case, grouped and coded anew; ``log`` holds its strikes."""
    known = _known(case, lookup=gazetteer.lookup, progress=progress)
    progress("grouping claims into incidents", 0)
    grouping = incidents.group(
        known.heads.values(),
        known.readings,
        relations=known.relations,
        families=known.families,
        alike=known.alike,
        judgements=known.judgements,
        lookup=gazetteer.lookup,
    )
    first_recorded = sorted(grouping.incidents, key=lambda one: _first_record(one, known))
    with case.reading() as connection:
        given, standing = codes.assign(first_recorded, rows.codes(connection))
        recorded, handled = striking.positions(connection), every(connection)
        said = official(connection, known.heads.values(), lookup=place_lookup(gazetteer))
        now = {one.code: one.now for one in standing}
        watch = watching(case, connection, code_of=now.get)
    code_of = dict(zip((one.accounts for one in first_recorded), given, strict=True))
    listed = tuple(code_of[one.accounts] for one in grouping.incidents)
    progress("looking for strikes", 0)
    found, lost = struck(
        log,
        grouping.incidents,
        listed,
        standing=standing,
        recorded=recorded,
        handled=handled,
        said=said,
        judgements=known.judgements,
    )
    return Groups(
        known=known,
        incidents=grouping.incidents,
        codes=listed,
        standing=standing,
        struck=found,
        watching=watch,
        periods=tuple(one.id for one in grouping.periods),
        unplaced=grouping.unplaced,
        uncounted=grouping.uncounted,
        issues=(*grouping.issues, *lost),
    )


def count(groups: Groups, *, vague_table: str) -> Iterator[Incident]:
    """Yield the incidents with their numbers and briefs, in order, none of them held."""
    for at in range(len(groups.incidents)):
        yield _counted(groups, at, vague_table=vague_table)


def _known(case: Case, *, lookup: Callable[[str], tuple[Place, ...]], progress: Progress) -> Known:
    with case.reading() as connection:
        judgements = rows.judgements(connection)
        overlay = Overlay(judgements, lookup=lookup)
        proposed = _by((one, (one.document,)) for one in rows.proposed(connection))
        taken = accepted(judgements)
        readings, marks = [], {}
        for read, mark in counted(rows.marked_readings(connection), "gathering claims", progress):
            one = with_accepted(read, proposed.get(read.document, ()), taken)
            if one.claims or one.accounts:
                readings.append(overlay.reading(one))
                marks[one.document] = mark
        relations, families = rows.relations(connection), rows.families(connection)
        return Known(
            heads={head.id: head for head in rows.heads(connection)},
            order={one.document: place for place, one in enumerate(readings)},
            readings=readings,
            claims={claim.id: claim for reading in readings for claim in reading.claims},
            relations=relations,
            families=families,
            alike=rows.alike(connection),
            judgements=judgements,
            relations_of=_by((one, (one.a, one.b)) for one in relations),
            families_of=_by((one, one.members) for one in families),
            judgements_of=_by((one, (one.subject,)) for one in judgements),
            proposed=proposed,
            marks=marks,
        )


def _by(named: Iterable[tuple[T, Iterable[str]]]) -> dict[str, list[T]]:
    """Return things by each of their names."""
    found: dict[str, list[T]] = {}
    for one, names in named:
        for name in names:
            found.setdefault(name, []).append(one)
    return found


def _of(index: Mapping[str, Sequence[T]], names: Iterable[str]) -> tuple[T, ...]:
    """Return the things of some names, each once."""
    return tuple({id(one): one for name in names for one in index.get(name, ())}.values())


def _first_record(one: Grouped, known: Known) -> tuple[int, int]:
    """Return where an incident was first recorded: its numbers follow that order."""
    return min((known.order[document], event) for document, event in one.accounts)


def _counted(groups: Groups, at: int, *, vague_table: str) -> Incident:
    one, code, known, struck = groups.incidents[at], groups.codes[at], groups.known, groups.struck
    relations = _of(known.relations_of, one.documents)
    families = _of(known.families_of, one.documents)
    texts = {*one.documents, *(name for found in relations for name in (found.a, found.b))}
    texts.update(member for found in families for member in found.members)
    judged = _of(known.judgements_of, one.claims)
    mine = [known.claims[id] for id in one.claims]
    matches, aside = struck.matches(at, code, mine, tallies.blamed(mine, judged))
    tally = tallies.tally(
        one,
        known.claims,
        {name: known.heads[name] for name in sorted(texts)},
        relations=relations,
        families=families,
        judgements=judged,
        vague_table=vague_table,
        strike=_words(matches),
        recorded=struck.positions.get(code, ()),
    )
    tally = reasoned(tally, known.claims)

    def publisher(document: str) -> str:
        return known.heads[document].source or f"document {document}"

    said = brief(one, tally, claim_of=known.claims.__getitem__, publisher_of=publisher)
    watch = groups.watching
    asked = struck.full(at, mine, ())
    seen = None if watch is None else watch.look(code, asked)
    checks = struck.checks(at, code, mine, tally, seen=seen, unseen=None if watch is None else unseen(asked))
    return Incident(code=code, grouped=one, tally=tally, brief=said, matches=matches, set_aside=aside, checks=checks)


def _firm(match: Match) -> bool:
    """Tell whether a grade may rest on a match: a strike on the reported day, within both radii."""
    near = match.metres is not None and match.metres <= match.reach_m
    return near and match.hours == 0 and match.strike.count != 0


def _words(matches: Sequence[Match]) -> str | None:
    """Return what to say of the best match that a grade may rest on: one on the reported day, within both radii."""
    best = next((one for one in matches if _firm(one)), None)
    if best is None:
        return None
    return f"strike {best.strike.id} of {best.strike.belligerent or 'an unnamed party'} was logged there"


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return issues once each, in an order of their own."""
    return tuple(
        sorted(dict.fromkeys(issues), key=lambda one: (one.code, one.document or "", one.start or 0, one.message))
    )
