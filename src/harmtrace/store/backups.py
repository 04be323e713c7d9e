"""Edge: a copy of a case in another folder, of one moment even while the case is at work; and back again."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from harmtrace.errors import InputError, LedgerError, UsageError
from harmtrace.ledger.bags import manifest, read_manifest
from harmtrace.records.text import Sha256
from harmtrace.store.case import DATABASE, Case, needed
from harmtrace.store.vault import file_hash

LIST = "backup-sha256.txt"
_BESIDE = ("harmtrace.toml", "seal.key")


def back_up(case: Case, out: Path) -> int:
    """Write a backup of a case to a new folder and return how many files it has.

    The database is copied in one step, as it stands between two commits; originals never
    change, so that they may be copied after.

    Raises:
        UsageError: there is something at that path.
        VaultError: an original is missing or damaged: a backup would hide that.
    """
    if out.exists():
        raise UsageError(f"{out}: expected a path where nothing is yet, found something")
    with _in_place(out) as waiting:
        copy_database(case, waiting / DATABASE)
        for digest in originals_in(waiting / DATABASE):
            target = waiting / "vault" / digest[:2] / digest[2:]
            target.parent.mkdir(parents=True, exist_ok=True)
            case.vault.check(digest)
            shutil.copyfile(case.vault.path(digest), target)
        for name in _BESIDE:
            if (case.root / name).is_file():
                shutil.copyfile(case.root / name, waiting / name)
        digests = {name: file_hash(waiting / name) for name in _names(waiting)}
        (waiting / LIST).write_bytes(manifest(digests))
    return len(digests)


def restore(backup: Path, root: Path) -> int:
    """Write a case from a backup to a new folder and return how many files it has.

    Raises:
        UsageError: there is something at that path, or no backup to restore.
        LedgerError: a file of the backup is missing, changed or was added.
    """
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise UsageError(f"{root}: expected a new or empty folder for the case, found something")
    if not (backup / LIST).is_file():
        raise UsageError(f"{backup}: expected a backup (a folder with {LIST}), found none")
    listed = read_manifest((backup / LIST).read_bytes(), name=str(backup / LIST))
    if stray := sorted(set(_names(backup)) - set(listed) - {LIST}):
        raise LedgerError(f"{backup / stray[0]}: found a file that the backup does not list")
    if root.exists():
        root.rmdir()
    with _in_place(root) as waiting:
        for name, digest in listed.items():
            if not (backup / name).is_file():
                raise LedgerError(f"{backup / name}: listed, and not there")
            (waiting / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(backup / name, waiting / name)
            if file_hash(waiting / name) != digest:
                raise LedgerError(f"{backup / name}: was changed since the backup was made")
            private = name == "seal.key"
            (waiting / name).chmod(0o600 if private else 0o444 if name.startswith("vault/") else 0o644)
    return len(listed)


@contextmanager
def _in_place(out: Path) -> Iterator[Path]:
    """Give a folder to write to that gets its name when it is whole and durable."""
    waiting = out.with_name(f".{out.name}.partial")
    shutil.rmtree(waiting, ignore_errors=True)
    try:
        waiting.mkdir(parents=True)
        yield waiting
        os.sync()
        waiting.rename(out)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    os.sync()


def copy_database(case: Case, target: Path) -> None:
    """Copy the database of a case as it stands between two commits.

    Raises:
        InputError: it cannot be read, or the copy not be written (a full disk).
    """
    try:
        source = sqlite3.connect(f"file:{case.database}?mode=ro", uri=True)
        with closing(source), closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise InputError(f"{target}: expected to write a copy of {case.database}, found: {error}") from error


def originals_in(database: Path) -> list[Sha256]:
    """Return the originals, and what was made of recordings, that a database speaks of, but for what was erased."""
    with closing(sqlite3.connect(database)) as raw:
        found = raw.execute(
            "SELECT sha256 FROM originals o WHERE sha256 NOT IN (SELECT key FROM redactions WHERE tbl = 'originals') "
            f"OR {needed('o.sha256')} UNION SELECT sha256 FROM feed_derived WHERE CAST(id AS TEXT) NOT IN "
            "(SELECT key FROM redactions WHERE tbl = 'feed_derived')"
        ).fetchall()
    return sorted(Sha256(str(digest)) for (digest,) in found)


def _names(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() or path.is_symlink())
