"""The main job: documents in, claims read, copies folded, incidents grouped and counted, report written."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Connection

import harmtrace
from harmtrace import claims, copies, incidents, settings, strikes, tallies
from harmtrace.errors import GazetteerError, StrikeLogError, UsageError
from harmtrace.intake.fetching import Connector
from harmtrace.intake.texts import printable
from harmtrace.pipeline.changes import changes
from harmtrace.pipeline.claiming import case_gazetteer, not_read, read_anew
from harmtrace.pipeline.concluding import count, gather, in_order
from harmtrace.pipeline.progress import Progress, counted, quiet
from harmtrace.pipeline.receiving import Added, receive
from harmtrace.pipeline.reporting import write_report
from harmtrace.pipeline.striking import case_log, keep_logs
from harmtrace.pipeline.suggesting import StoredAnswers, engine_issues, propose_anew, ready
from harmtrace.pipeline.taking import Taking, keep_gazetteers, take
from harmtrace.records.entry import Issue
from harmtrace.records.incident import Incident
from harmtrace.reports.summary import Summary
from harmtrace.settings import Settings
from harmtrace.store import Case, create_case, missing, now, open_case, rows, unmake
from harmtrace.store.rows import Run, RunId

RULES = (
    ("claims", claims.RULES_VERSION),
    ("grouping", incidents.RULE),
    ("strikes", strikes.RULES_VERSION),
    *sorted(tallies.VERSIONS.items()),
)

# Incidents are recorded this many at a time.
_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run came to.

    Attributes:
        taking: documents taken in, and what was rejected.
        read: documents read anew; all of them where rules or gazetteers changed.
        changes: lines on what differs from the state before, by code.
        rule: the named rule whose range tables show.
        report: the page to open.
    """

    taking: Taking
    read: int
    incidents: tuple[Summary, ...]
    issues: tuple[Issue, ...]
    changes: tuple[str, ...]
    new_rules: tuple[str, ...]
    rule: str
    report: Path


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles from walking through a case's records, which hold none, again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def _nothing_left(case: Case, added: tuple[Path, ...]) -> Iterator[None]:
    """Take a case away again that was made for a run which cannot be carried out; one that was there stays."""
    try:
        yield
    except (UsageError, GazetteerError, StrikeLogError):
        with case.reading() as connection:
            # Another command may have made it in the meantime.
            ours = len(rows.runs(connection)) == 1 and not rows.count_documents(connection)
        if ours and case.database in added and not case.vault.root.exists():
            unmake(case, added)
        raise


def init(root: Path) -> Case:
    """Return a new case (or the one that is there), empty."""
    case = create_case(root)
    settings.read(root)
    return case


def add(
    root: Path,
    paths: Sequence[Path],
    *,
    logs: Sequence[Path] = (),
    urls: Sequence[str] = (),
    connector: Connector | None = None,
    config: Path | None = None,
    by: str | None = None,
    progress: Progress = quiet,
) -> Taking:
    """Take documents and strike logs into a case without running the stages.

    ``urls`` are fetched, through ``connector`` (this machine's network, where none is given).
    """
    held = settings.read(root, config=config)
    case = open_case(root)
    with case.alone():
        run = begin(case, "add", (*paths, *logs, *urls), held, by=by)
        faulty = _keep_logs(case, run, logs, held)
        wanted = paths or urls
        taking = take(case, run, paths, urls=urls, connector=connector, progress=progress) if wanted else Taking()
        taking.issues[:0] = faulty
        _receive(case, run, held, taking, progress)
        with case.writing() as connection:
            counts = {"documents": taking.new, "recordings": taking.recordings}
            rows.finish_run(connection, run, finished=now(), counts=counts, result="")
    return taking


def run(
    paths: Sequence[Path],
    *,
    root: Path,
    gazetteers: Sequence[Path] = (),
    logs: Sequence[Path] = (),
    config: Path | None = None,
    engines: str | None = None,
    by: str | None = None,
    progress: Progress = quiet,
) -> Ran:
    """Do the main job; safe to repeat, and to repeat after it was cut short.

    ``engines`` is a comma list in place of that of the settings; ``by`` names who takes the documents in.

    Raises:
        UsageError: there is nothing to work on, or an engine cannot be used.
    """
    held = settings.read(root, config=config)
    if engines is not None:
        held = settings.with_engines(held, engines, origin="--engine")
    added = missing(root)
    case = create_case(root)
    with case.alone(), _uncollected(), _nothing_left(case, added):
        proposers = ready(held, answers=StoredAnswers(case))
        with case.reading() as connection:
            before = [Summary.of(one, rule=held.range_rule) for one in rows.incidents(connection)]
            last = next((one for one in reversed(rows.runs(connection)) if one.command == "run"), None)
        number = begin(case, "run", (*paths, *logs), held, by=by)
        faulty = (*keep_gazetteers(case, number, gazetteers), *_keep_logs(case, number, logs, held))
        taking = take(case, number, paths, progress=progress)
        taking.issues[:0] = faulty
        _receive(case, number, held, taking, progress)
        if not taking.new and not taking.known and not taking.recorded:
            _give_up(case, number, paths, taking)
        read = read_anew(case, held, progress=progress)
        with case.reading() as connection:
            taking.issues.extend(not_read(rows.reading_issues(connection)))
        propose_anew(case, held, proposers, progress=progress)
        after = _derive(case, number, held, anew=True, progress=progress)
        _finish(case, number, taking, after)
        with case.reading() as connection:
            codes = rows.codes(connection)
    return Ran(
        taking=taking,
        read=read,
        incidents=after.incidents,
        issues=after.issues,
        changes=changes(before, after.incidents, codes=codes, rule=held.range_rule) if last else (),
        new_rules=_new_rules(last),
        rule=held.range_rule,
        report=root / "report" / "index.html",
    )


def _receive(case: Case, run: RunId, held: Settings, taking: Taking, progress: Progress) -> None:
    """Take in the recordings that lay among the documents."""
    if taking.recorded:
        added = Added()
        receive(case, run, taking.recorded, held, added, progress=progress)
        taking.recordings, taking.opened = len(added.new), taking.opened or added.opened
        taking.issues.extend(added.issues)


def _keep_logs(case: Case, run: RunId, logs: Sequence[Path], held: Settings) -> tuple[Issue, ...]:
    if not logs:
        return ()
    with case_gazetteer(case) as (gazetteer, _):
        return keep_logs(case, run, logs, held, gazetteer)


def conclude_anew(case: Case, *, progress: Progress) -> tuple[str, ...]:
    """Group and count again after a person's decision; return a line for each thing that changed.

    The caller holds the case.
    """
    held = settings.read(case.root)
    with _uncollected():
        return _concluded(case, held, progress=progress)


def _concluded(case: Case, held: Settings, *, progress: Progress) -> tuple[str, ...]:
    with case.reading() as connection:
        before = [Summary.of(one, rule=held.range_rule) for one in rows.incidents(connection)]
    number = begin(case, "judge", (), held)
    read_anew(case, held, progress=progress)
    after = _derive(case, number, held, anew=False, progress=progress)
    _finish(case, number, Taking(), after)
    with case.reading() as connection:
        codes = rows.codes(connection)
    return changes(before, after.incidents, codes=codes, rule=held.range_rule)


def derive_again(case: Case, held: Settings, *, progress: Progress) -> None:
    """Compute all results of a copy of a case once more, under the number of its last run."""
    with case.reading() as connection:
        last = rows.runs(connection)[-1].id
    with _uncollected():
        _derive(case, last, held, anew=True, progress=progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Derived:
    """What follows from readings and decisions, in short; ``result`` is a hash of all incidents."""

    incidents: tuple[Summary, ...]
    issues: tuple[Issue, ...]
    result: str


def _derive(case: Case, run: RunId, held: Settings, *, anew: bool, progress: Progress) -> _Derived:
    """Fold copies, group and count, write the report: all that follows from readings and decisions.

    Incidents are counted, recorded and shown one by one, so that a large case need not be held.
    Copies are looked for ``anew``, or only where there are texts that were not looked at.
    """
    unlike = None
    if not anew:
        with case.reading() as connection:
            unlike = rows.copies_found(connection, _texts_mark(connection))
    if unlike is None:
        unlike = fold_copies(case, progress=progress)
    with case_gazetteer(case) as (gazetteer, _):
        log = case_log(case, held, gazetteer)
        groups = gather(case, gazetteer=gazetteer, log=log, progress=progress)
    with case.reading() as connection:
        issues = in_order((*unlike, *groups.issues, *engine_issues(connection)))
    with case.writing() as connection:
        rows.keep_codes(connection, run, groups.standing)
        rows.forget_outcomes(connection)
        kept = _Keeping(connection, rule=held.range_rule)
        counted = kept.through(count(groups, vague_table=held.vague_table))
        write_report(
            case,
            connection,
            groups,
            counted,
            issues=issues,
            rules=RULES,
            settings=held,
            mark_of=kept.mark_of,
            progress=progress,
        )
        rows.keep_leftovers(
            connection, periods=groups.periods, unplaced=groups.unplaced, uncounted=groups.uncounted, issues=issues
        )
    return _Derived(incidents=tuple(kept.summaries), issues=issues, result=kept.result)


class _Keeping:
    """Incidents on their way to the report: recorded in batches, remembered in short."""

    def __init__(self, connection: Connection, *, rule: str) -> None:
        self._connection = connection
        self._rule = rule
        self._hash = sha256()
        self._marks: dict[str, bytes] = {}
        self.summaries: list[Summary] = []

    @property
    def result(self) -> str:
        """Return a hash of all incidents that went through."""
        return self._hash.hexdigest()

    def mark_of(self, code: str) -> bytes:
        """Return a hash of an incident that has just come through."""
        return self._marks[code]

    def through(self, incidents: Iterator[Incident]) -> Iterator[Incident]:
        """Yield the incidents, each recorded before it is yielded."""
        while batch := tuple(islice(incidents, _BATCH)):
            marks = rows.keep_incidents(self._connection, batch, first=len(self.summaries))
            self._hash.update(b"".join(marks))
            self._marks = {one.code: mark for one, mark in zip(batch, marks, strict=True)}
            self.summaries.extend(Summary.of(one, rule=self._rule) for one in batch)
            yield from batch


def fold_copies(case: Case, *, progress: Progress) -> tuple[Issue, ...]:
    """Find which texts are copies, versions and excerpts of which, record it, and return the issues."""
    index = copies.Index()
    with case.reading() as connection:
        for document in counted(rows.documents(connection), "indexing passages", progress):
            index.add(document)
        progress("comparing texts", 0)
        relations, families, issues = index.relate(rows.text_of(connection))
    with case.writing() as connection:
        mark = _texts_mark(connection)
        rows.keep_copies(connection, relations, families, alike=index.alike(), issues=issues, mark=mark)
    return issues


def _texts_mark(connection: Connection) -> str:
    """Return what tells whether copies have to be looked for again: texts are never altered, only added."""
    return f"{harmtrace.__version__} {rows.RELATION_SHAPE}: {rows.count_documents(connection)} documents"


def begin(case: Case, command: str, paths: Sequence[Path | str], held: Settings, *, by: str | None = None) -> RunId:
    """Record that a command begins to change a case, and return the number of the run."""
    run = Run(
        id=RunId(0),
        command=command,
        inputs=tuple(printable(str(path)) for path in paths),
        rules=RULES,
        settings=held.hash,
        started=now(),
    )
    with case.writing() as connection:
        return rows.begin_run(connection, run, by=by)


def _finish(case: Case, run: RunId, taking: Taking, after: _Derived) -> None:
    counts = {"documents": taking.new, "incidents": len(after.incidents), "issues": len(after.issues)}
    with case.writing() as connection:
        rows.finish_run(connection, run, finished=now(), counts=counts, result=after.result)


def _give_up(case: Case, run: RunId, paths: Sequence[Path], taking: Taking) -> NoReturn:
    """End a run that found no document; what the case held before stands as it was."""
    with case.writing() as connection:
        rows.finish_run(connection, run, finished=now(), counts={"documents": 0}, result="")
    found = "; ".join(issue.message for issue in taking.issues) or "no document there"
    raise UsageError(f"nothing usable in {', '.join(map(str, paths))}: {found}")


def _new_rules(last: Run | None) -> tuple[str, ...]:
    """Return a line for each stage whose rules are others than in the last run."""
    if last is None:
        return ()
    old = dict(last.rules)
    return tuple(
        f"{stage}: rules {old.get(stage, 'unknown')} → {version}"
        for stage, version in RULES
        if old.get(stage) != version
    )
