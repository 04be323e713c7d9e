"""One case on disk: its folder, database, vault and lock."""

import errno
import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from harmtrace.errors import EvidenceError, InputError, UsageError
from harmtrace.records.text import Sha256
from harmtrace.store import reserve, schema
from harmtrace.store.durable import make_folder, settle
from harmtrace.store.vault import Vault

DATABASE = "case.sqlite"
# Is there while erased words may linger in the database's file.
COMPACT = ".compact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An open case: a folder with its database and its vault."""

    root: Path
    engine: Engine
    vault: Vault

    @property
    def database(self) -> Path:
        """Return the path of its database."""
        return self.root / DATABASE

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the case throughout.

        Raises:
            InputError: the database cannot be read.
        """
        with _in_words(self.root), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept, durably, or none of them.

        Raises:
            InputError: the database cannot be read or written.
        """
        options = {"harmtrace_begin": "BEGIN IMMEDIATE"}
        with _in_words(self.root), self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the case against other processes that would change it.

        The operating system lets go of it when the process ends, however it ends.

        Raises:
            UsageError: another process holds it.
        """
        with (self.root / ".lock").open("a+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                file.seek(0)
                raise UsageError(
                    f"{self.root}: another harmtrace command (process {file.read().strip() or 'unknown'}) "
                    "is changing this case; wait until it ends"
                ) from error
            file.truncate(0)
            file.write(str(os.getpid()))
            file.flush()
            self.vault.tidy()
            self.finish_erasing()
            if self._to_compact.exists():
                self.compact()
            with self._room():
                yield

    @contextmanager
    def _room(self) -> Iterator[None]:
        """Let go of the reserve where the disk is full, so that the case can be read and closed; keep one otherwise."""
        try:
            yield
        except (InputError, OSError) as error:
            full = getattr(error, "errno", None) == errno.ENOSPC or "disk is full" in str(error)
            if full and reserve.let_go(self.root):
                raise InputError(
                    f"{self.root}: the disk is full; nothing that was acknowledged is lost. The case's reserve was "
                    "freed so that it can still be read: free space and repeat the command"
                ) from error
            raise
        reserve.keep(self.root)

    def finish_erasing(self) -> None:
        """Remove from the vault what redactions named, also one that was cut short before its files were gone."""
        erased = (
            f"SELECT key FROM redactions WHERE tbl = 'originals' AND NOT ({needed('key')}) UNION "
            f"SELECT sha256 FROM feed_derived WHERE CAST(id AS TEXT) IN ({_DERIVED_GONE}) AND sha256 NOT IN "
            f"(SELECT sha256 FROM feed_derived WHERE CAST(id AS TEXT) NOT IN ({_DERIVED_GONE}))"
        )
        with self.reading() as connection:
            gone = [Sha256(str(key)) for key in connection.exec_driver_sql(erased).scalars()]
        for digest in gone:
            self.vault.erase(digest)

    @property
    def _to_compact(self) -> Path:
        return self.root / COMPACT

    def compact_later(self) -> None:
        """Put on record that words are about to be erased, whatever becomes of this process or of the power."""
        self._to_compact.touch()
        settle([self.root])

    def compact(self) -> None:
        """Write the database anew without what was deleted, so that no erased word stays in its file.

        Raises:
            InputError: there is no room for that; the next command that changes the case does it.
        """
        self.engine.dispose()
        try:
            with closing(sqlite3.connect(self.database, isolation_level=None)) as raw:
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise InputError(
                f"{self.database}: erased, but the file could not be written anew ({error}): words may linger in it "
                "until there is room and another command changes the case"
            ) from error
        self._to_compact.unlink()


def needed(digest: str) -> str:
    """Return the SQL condition that a document or a recording which was not erased needs an original."""
    return " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} t WHERE t.sha256 = {digest} AND CAST(t.seq AS TEXT) NOT IN "
        f"(SELECT key FROM redactions WHERE tbl = '{table}'))"
        for table in ("documents", "feeds")
    )


_DERIVED_GONE = "SELECT key FROM redactions WHERE tbl = 'feed_derived'"


@contextmanager
def _in_words(root: Path) -> Iterator[None]:
    """Say in a sentence that a file is no database, or the disk full; errors of ours stay what they are."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise InputError(
            f"{root / DATABASE}: expected a case's database, found a text in it that is no UTF-8"
        ) from error
    except sa.exc.DatabaseError as error:
        # Its other kinds are constraints and wrong statements: those are ours.
        if type(error) not in (sa.exc.DatabaseError, sa.exc.OperationalError):
            raise
        raise InputError(
            f"{root / DATABASE}: expected a case's database that can be read and written, found: {error.orig}"
        ) from error


def create_case(root: Path) -> Case:
    """Return the case in a folder, made where it is not there yet.

    Raises:
        UsageError: the path is something else than a folder, or a folder of other things.
    """
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root}: expected a folder for the case, found a file")
    try:
        make_folder(root)
    except OSError as error:
        raise UsageError(f"{root}: expected a folder that can be made for the case, found: {error.strerror}") from error
    _not_emptied(root)
    others = sorted(path.name for path in root.iterdir() if path.name not in _OURS)
    if others and not (root / DATABASE).exists():
        raise UsageError(f"{root}: expected an empty folder or a case, found {others[0]}")
    return _opened(root)


def missing(root: Path) -> tuple[Path, ...]:
    """Return what making a case in a folder would add: files, then folders from the innermost out."""
    files = (f"{DATABASE}-wal", f"{DATABASE}-shm", DATABASE, ".lock", reserve.FILE)
    return tuple(path for path in (*(root / name for name in files), root, *root.parents) if not path.exists())


def unmake(case: Case, added: Iterable[Path]) -> None:
    """Take away a case that holds nothing: its files and folders that are among ``added``; a folder in use stays."""
    case.engine.dispose()
    for path in added:
        if path.is_dir():
            with suppress(OSError):  # other things came to lie in it
                path.rmdir()
        else:
            path.unlink(missing_ok=True)


def open_case(root: Path) -> Case:
    """Return the case in a folder.

    Raises:
        UsageError: there is none.
    """
    if not (root / DATABASE).is_file():
        raise UsageError(f"{root}: expected a case (a folder with {DATABASE}), found none; `harmtrace init` makes one")
    _not_emptied(root)
    return _opened(root)


def _not_emptied(root: Path) -> None:
    """Refuse a database of no bytes beside originals: it was emptied, and a new one would hide that.

    A process that is killed while it makes a case leaves such a file too, but no original yet.

    Raises:
        InputError: it was emptied.
    """
    files = (root / DATABASE, root / f"{DATABASE}-wal")
    emptied = files[0].exists() and not any(one.exists() and one.stat().st_size for one in files)
    if emptied and any(path.is_file() for path in (root / "vault").rglob("*")):
        raise InputError(
            f"{files[0]}: expected a case's database, found 0 bytes beside originals in {root / 'vault'}: "
            "it was emptied; bring it back from a backup (`harmtrace restore`)"
        )


# What may lie in a folder that is to become a case.
_OURS = frozenset(
    {
        "harmtrace.toml",
        ".lock",
        COMPACT,
        reserve.FILE,
        "seal.key",
        "vault",
        "report",
        "footage",
        f"{DATABASE}-wal",
        f"{DATABASE}-shm",
    }
)


def _opened(root: Path) -> Case:
    engine = sa.create_engine(sa.URL.create("sqlite+pysqlite", database=str(root / DATABASE)))
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    case = Case(root=root, engine=engine, vault=Vault(root / "vault"))
    try:
        try:
            _migrate(case)
        except InputError:
            # Even reading needs a little room; the reserve is there for that.
            if not (reserve.needed(root) and reserve.let_go(root)):
                raise
            _migrate(case)
    except BaseException:
        engine.dispose()
        raise
    reserve.keep(root)
    return case


def _prepare(raw: Any, _record: object) -> None:  # the driver's own connection, which SQLAlchemy leaves untyped
    # The driver must not begin transactions of its own; `_begin` does, once, with the right kind.
    raw.isolation_level = None
    cursor = raw.cursor()
    for pragma in (
        "busy_timeout=10000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "cache_size=-32000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("harmtrace_begin", "BEGIN"))


def _migrate(case: Case) -> None:
    """Bring the schema to the newest migration; cheap where it is there already."""
    with case.reading() as connection:
        found = _version(connection)
    if found == schema.HEAD:
        return
    if found is not None and found > schema.HEAD:
        raise EvidenceError(f"{case.root}: schema {found} is newer than this harmtrace knows ({schema.HEAD})")
    # Imported here: it takes a tenth of a second, and is needed once in a case's life.
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with case.writing() as connection:
        if _version(connection) != schema.HEAD:
            settings.attributes["connection"] = connection
            command.upgrade(settings, "head")


def _version(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)
