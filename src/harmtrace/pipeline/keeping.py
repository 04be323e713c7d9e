"""The health of a case: backups and back again, and everything that can be checked, one by one."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from harmtrace.errors import EvidenceError, HarmtraceError, LedgerError, UsageError, VaultError
from harmtrace.pipeline.verifying import Verified, verify
from harmtrace.records.entry import Act, Draft
from harmtrace.store import (
    Case,
    backups,
    checking,
    create_case,
    entries,
    footage,
    keys,
    open_case,
    reserve,
    rows,
    seals,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: its name, whether it is in order, and what was found."""

    name: str
    fine: bool
    found: str


def backup(root: Path, out: Path, *, by: str | None = None) -> tuple[int, str | None]:
    """Copy a case to a new folder, also while another command is at work; return its files and a notice.

    The notice says why the copy is not on record, where it is not.

    Raises:
        UsageError: there is something at that path.
        VaultError: an original is missing or damaged.
    """
    case = open_case(root)
    many = backups.back_up(case, out)
    try:
        with case.alone(), case.writing() as connection:
            entries.append(connection, [Draft(act=Act.EXPORT, kind="backup", private={"by": entries.actor(by)})])
    except UsageError as error:
        return many, f"the backup is whole, but not on record: {error}"
    return many, None


def restore(backup: Path, root: Path) -> Verified:
    """Make a case from a backup, and verify it.

    Raises:
        UsageError: there is something at that path, or no backup.
        EvidenceError: the backup is not what was written, or the case in it is not in order.
    """
    backups.restore(backup, root)
    return verify(root)


def doctor(root: Path) -> tuple[Finding, ...]:
    """Look at everything a case is made of, one by one, and say of each whether it is in order."""
    case = open_case(root)
    return tuple(_all(case))


def _all(case: Case) -> Iterator[Finding]:
    checks: tuple[tuple[str, Callable[[Case, Connection], str]], ...] = (
        ("database", _database),
        ("tables", _tables),
        ("ledger", _ledger),
        ("results", _results),
        ("seals", _seals),
        ("originals", _originals),
        ("orphans", _orphans),
        ("runs", _runs),
        ("key", _key),
        ("room", _room),
    )
    for name, look in checks:
        try:
            with case.reading() as connection:
                yield Finding(name=name, fine=True, found=look(case, connection))
        except (HarmtraceError, OSError) as error:
            yield Finding(name=name, fine=False, found=str(error))


def _database(_: Case, connection: Connection) -> str:
    problems = connection.exec_driver_sql("PRAGMA integrity_check(5)").scalars().all()
    if problems != ["ok"]:
        raise EvidenceError("; ".join(map(str, problems)))
    if (loose := len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())) > 0:
        raise EvidenceError(f"{loose} rows refer to rows that are not there")
    return "whole; every reference leads somewhere"


def _tables(_: Case, connection: Connection) -> str:
    """Compare tables and guards with those of a case made now."""
    words = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    here = {(row.type, row.name): row.sql for row in connection.exec_driver_sql(words)}
    with tempfile.TemporaryDirectory(prefix="harmtrace-") as folder:
        fresh = create_case(Path(folder) / "case")
        with fresh.reading() as other:
            wanted = {(row.type, row.name): row.sql for row in other.exec_driver_sql(words)}
        fresh.engine.dispose()
    for kind, name in sorted({*here, *wanted}):
        if here.get((kind, name)) != wanted.get((kind, name)):
            state = "missing" if (kind, name) not in here else "unknown" if (kind, name) not in wanted else "altered"
            raise EvidenceError(f"{kind} {name}: {state}")
    return f"{len(here)} tables, indexes and guards as this version makes them"


def _ledger(_: Case, connection: Connection) -> str:
    holding = checking.held(connection)
    checking.check_rows(connection, holding)
    return f"{holding.head.n} entries, and every row of evidence as they say"


def _results(_: Case, connection: Connection) -> str:
    if (unsaid := checking.check_results(connection, checking.held(connection))) is not None:
        raise UsageError(unsaid)
    return "as the last run left them"


def _seals(_: Case, connection: Connection) -> str:
    every = list(seals.every(connection))
    size = checking.held(connection).head.n
    if not every:
        return "none: `harmtrace seal` makes one, to be kept elsewhere"
    return f"{len(every)}; {size - every[-1][1].size} entries since the last"


def _originals(case: Case, connection: Connection) -> str:
    known = [digest for digest, _, _ in rows.originals(connection)]
    made = footage.objects(connection)
    faults = []
    for digest in dict.fromkeys((*known, *made)):
        try:
            case.vault.check(digest)
        except VaultError as error:
            faults.append(str(error))
    if faults:
        raise VaultError(f"{len(faults)} of {len(known) + len(made)}: {'; '.join(faults[:3])}")
    beside = f", and {len(made)} objects made of recordings" if made else ""
    return f"{len(known)}, each with its SHA-256{beside}"


def _orphans(case: Case, connection: Connection) -> str:
    expected = {case.vault.path(digest) for digest, _, _ in rows.originals(connection)}
    expected |= {case.vault.path(digest) for digest in footage.objects(connection)}
    stray = [path for path in case.vault.files() if path not in expected]
    if stray:
        raise LedgerError(f"{len(stray)} files in the vault that no entry speaks of, first {stray[0]}")
    return "none"


def _runs(_: Case, connection: Connection) -> str:
    every = rows.runs(connection)
    if every and every[-1].finished is None:
        raise UsageError(f"run {every[-1].id} was cut short: run the case again")
    return f"{len(every)}, the last one finished"


def _key(case: Case, _: Connection) -> str:
    path = case.root / keys.FILE
    if not path.exists():
        return "none in the case"
    if path.stat().st_mode & 0o077:
        raise UsageError(f"{path}: others than its owner may read it")
    return "encrypted, and its owner's alone" if b"ENCRYPTED" in path.read_bytes() else "kept without encryption"


def _room(case: Case, _: Connection) -> str:
    free = shutil.disk_usage(case.root).free
    if free < (1 << 20) or not os.access(case.root, os.W_OK):
        raise UsageError(f"{free:,} bytes free; the case needs room to write")
    kept = "with" if (case.root / reserve.FILE).exists() else "without"
    return f"{free:,} bytes free, {kept} a reserve"
