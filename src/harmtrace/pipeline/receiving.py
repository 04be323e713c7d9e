"""Recordings -> a case: originals into the vault, each recording once, what its file states beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import harmtrace
from harmtrace.intake import recordings
from harmtrace.intake.jsons import hash_of
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.texts import printable
from harmtrace.pipeline.progress import Progress, counted
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Feed
from harmtrace.records.text import Sha256
from harmtrace.settings import Settings
from harmtrace.store import Case, footage, redacting, rows
from harmtrace.store.rows import RunId

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


def receive(case: Case, run: RunId, paths: Iterable[Path], held: Settings, added: Added, *, progress: Progress) -> None:
    """Take files in, one by one; a bad one is named and the rest goes on. The caller holds the case."""
    zone = None if held.timezone is None else ZoneInfo(held.timezone)
    with case.reading() as connection:
        known = {one.sha256: one for one in footage.feeds(connection)}
        erased = redacting.erased_originals(connection)
    with Sandbox() as sandbox:
        for path in counted(iter(paths), "taking recordings in", progress):
            _take(case, run, path, sandbox, added, known=known, erased=erased, zone=zone)
        added.opened = sandbox.kind
    with case.writing() as connection:
        rows.keep_intake_issues(connection, run, added.issues)


def _take(
    case: Case,
    run: RunId,
    path: Path,
    sandbox: Sandbox,
    added: Added,
    *,
    known: dict[Sha256, Feed],
    erased: frozenset[Sha256],
    zone: ZoneInfo | None,
) -> None:
    """Take one file in, where it is new and holds anything; all that is recorded of it is one transaction."""
    name = printable(path.name)
    hashed = hash_of(path, name)
    if isinstance(hashed, Issue):
        added.issues.append(hashed)
        return
    digest = hashed[0]
    if (held := known.get(digest)) is not None:
        added.known += 1
        if held.name != name:
            # A name may be the only word on a recording's date: it stays among the issues of the case.
            message = f"{name}: its bytes are those of {held.name} ({held.id}); not taken twice, this name is kept here"
            added.issues.append(Issue(code="recording-known", message=message, document=name))
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
    known[digest] = probed.feed
    added.new.append(probed.feed)
