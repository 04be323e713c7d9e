"""Recordings -> a case: originals into the vault, each recording once, what its file states beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import harmtrace
from harmtrace import settings
from harmtrace.errors import UsageError
from harmtrace.intake import recordings
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.texts import printable
from harmtrace.pipeline.progress import Progress, counted, quiet
from harmtrace.pipeline.running import begin, conclude_anew
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Feed
from harmtrace.records.text import Sha256
from harmtrace.store import Case, footage, now, open_case, redacting, rows
from harmtrace.store.rows import RunId
from harmtrace.store.vault import file_hash

TOOL = "harmtrace telemetry"


@dataclass(slots=True, kw_only=True)
class Added:
    """What taking recordings in came to.

    Attributes:
        new: taken in now; ``known``: in the case already, byte for byte; ``passed``: files of other kinds in folders.
        opened: how the process was confined that opened them; ``changes``: a line for each figure that changed.
    """

    new: list[Feed] = field(default_factory=list)
    known: int = 0
    passed: int = 0
    opened: str | None = None
    issues: list[Issue] = field(default_factory=list)
    changes: tuple[str, ...] = ()


def add(root: Path, paths: Sequence[Path], *, by: str | None = None, progress: Progress = quiet) -> Added:
    """Take recordings into a case: files, and those in folders by their endings. A bad one is named, the rest goes on.

    Raises:
        UsageError: a path is not there, or the folders hold no recording.
    """
    held = settings.read(root)
    case = open_case(root)
    added = Added()
    found = list(_files(paths, added))
    if not found:
        raise UsageError(f"{', '.join(map(str, paths))}: expected recordings, found none")
    with case.alone():
        run = begin(case, "footage", paths, held, by=by)
        with case.reading() as connection:
            known = {one.sha256 for one in footage.feeds(connection)}
            erased = redacting.erased_originals(connection)
        with Sandbox() as sandbox:
            for path in counted(iter(found), "taking recordings in", progress):
                _take(
                    case,
                    run,
                    path,
                    sandbox,
                    added,
                    known=known,
                    erased=erased,
                    zone=None if held.timezone is None else ZoneInfo(held.timezone),
                )
            added.opened = sandbox.kind
        with case.writing() as connection:
            rows.keep_intake_issues(connection, run, added.issues)
            rows.finish_run(connection, run, finished=now(), counts={"recordings": len(added.new)}, result="")
        if added.new:
            added.changes = conclude_anew(case, progress=progress)
    return added


def _files(paths: Sequence[Path], added: Added) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            for one in sorted(path.rglob("*")):
                if one.is_file() and one.suffix.lower() in recordings.ENDINGS:
                    yield one
                elif one.is_file():
                    added.passed += 1
        elif path.exists():
            yield path
        else:
            raise UsageError(f"{path}: expected a recording, found nothing")


def _take(
    case: Case,
    run: RunId,
    path: Path,
    sandbox: Sandbox,
    added: Added,
    *,
    known: set[Sha256],
    erased: frozenset[Sha256],
    zone: ZoneInfo | None,
) -> None:
    """Take one file in, where it is new and holds anything; all that is recorded of it is one transaction."""
    name = printable(path.name)
    digest = Sha256(file_hash(path))
    if digest in known:
        added.known += 1
        return
    if digest in erased:
        message = f"{name}: its original (SHA-256 {digest}) was erased from this case; it is not taken in again"
        added.issues.append(Issue(code="redacted-original", message=message, document=name))
        return
    probed = recordings.probe(path, sandbox=sandbox, zone=zone)
    added.issues.extend(probed.issues)
    if probed.feed is None:
        return
    if probed.feed.sha256 != digest:
        message = f"{name}: expected a file that stays as it is, found it changed while it was read; not taken"
        added.issues.append(Issue(code="recording-changed", message=message, document=name))
        return
    case.vault.put_file(digest, path)
    made = None if probed.track is None else footage.object_of(footage.track_bytes(probed.track))
    if made is not None:
        case.vault.put(dict([made]))
    with case.writing() as connection:
        rows.keep_originals(connection, run, [(digest, path.stat().st_size, name)])
        footage.keep_feed(connection, run, probed.feed)
        if made is not None:
            one = footage.Derived(
                id=0,
                feed=probed.feed.id,
                kind=footage.TRACK,
                sha256=made[0],
                tool=TOOL,
                version=harmtrace.__version__,
            )
            footage.keep_derived(connection, [one])
    known.add(digest)
    added.new.append(probed.feed)
