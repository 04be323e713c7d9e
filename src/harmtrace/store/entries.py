"""The one place that appends to the ledger: an entry and the rows it speaks of are one transaction."""

import getpass
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection

from harmtrace.ledger import Growing, follow, leaf
from harmtrace.ledger.canonical import flat
from harmtrace.records.entry import Draft, Head, Json, Rows
from harmtrace.store import schema
from harmtrace.store.clock import now

CLOCK = "system clock"
_BATCH = 10_000


def head(connection: Connection) -> Head:
    """Return how many entries there are, and the hash of the last."""
    found = connection.exec_driver_sql("SELECT n, hash FROM ledger_head").one_or_none()
    return Head() if found is None else Head(n=int(found.n), hash=bytes(found.hash).hex())


def append(connection: Connection, drafts: Iterable[Draft], *, at: str | None = None) -> Head:
    """Write acts into the ledger and return its new head.

    Call it in the transaction that writes the rows, after them: the root of rows whose
    draft gives none is computed here, from what the tables hold.
    """
    before = head(connection)
    last = before
    waiting: list[tuple[int, bytes, bytes]] = []
    opened: list[tuple[int, bytes]] = []
    rooted = (_rooted(connection, draft) for draft in drafts)
    for kept in follow(before, rooted, at=at or now(), clock=CLOCK, random=_Random().take):
        waiting.append((kept.n, kept.body, kept.hash))
        opened.append((kept.n, kept.openings))
        last = Head(n=kept.n, hash=kept.hash.hex())
        if len(waiting) >= _BATCH:
            _write(connection, waiting, opened)
    _write(connection, waiting, opened)
    if last != before:
        connection.exec_driver_sql(
            "INSERT INTO ledger_head (id, n, hash) VALUES (1, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET n = excluded.n, hash = excluded.hash",
            (last.n, bytes.fromhex(last.hash)),
        )
    return last


def _write(connection: Connection, waiting: list[tuple[int, bytes, bytes]], opened: list[tuple[int, bytes]]) -> None:
    if waiting:
        connection.exec_driver_sql("INSERT INTO entries (n, body, hash) VALUES (?, ?, ?)", waiting)
        connection.exec_driver_sql("INSERT INTO openings (entry, body) VALUES (?, ?)", opened)
        waiting.clear()
        opened.clear()


class _Random:
    """Random bytes, asked of the operating system many at a time."""

    def __init__(self) -> None:
        self._pool, self._at = b"", 0

    def take(self, many: int) -> bytes:
        if self._at + many > len(self._pool):
            self._pool, self._at = os.urandom(4_096), 0
        self._at += many
        return self._pool[self._at - many : self._at]


def _rooted(connection: Connection, draft: Draft) -> Draft:
    if all(one.root for one in draft.rows):
        return draft
    return replace(draft, rows=tuple(one if one.root else with_root(connection, one) for one in draft.rows))


# Rows as the ledger sees them.


def bodies(
    connection: Connection, table: str, *, first: int | str | None = None, last: int | str | None = None
) -> Iterator[tuple[int | str, bytes]]:
    """Yield (primary key, bytes that are hashed) for the rows of a table from key to key, in their order.

    These are canonical JSON of the columns that are not NULL, bytes as hex. A later migration may add
    columns that are NULL in the rows of before, and nothing else to evidence.
    """
    key = _key(table)
    name = f'"{table}"."{key}"'
    limits = [(f"{name} >= ?", first), (f"{name} <= ?", last)]
    given = [(words, value) for words, value in limits if value is not None]
    where = f" WHERE {' AND '.join(words for words, _ in given)}" if given else ""
    found = connection.exec_driver_sql(
        f'SELECT {name} AS ledger_key, * FROM "{table}"{where} ORDER BY {name}', tuple(value for _, value in given)
    )
    written = flat(list(found.keys())[1:])
    for key_of, *values in found:
        yield key_of, written(values)


def leaves(
    connection: Connection, table: str, *, first: int | str | None = None, last: int | str | None = None
) -> Iterator[tuple[int | str, bytes]]:
    """Yield (primary key, leaf hash) for the rows of a table from key to key, in their order."""
    for key, body in bodies(connection, table, first=first, last=last):
        yield key, leaf(body)


def _key(table: str) -> str:
    (column,) = schema.metadata.tables[table].primary_key.columns
    return str(column.name)


def with_root(connection: Connection, rows: Rows) -> Rows:
    """Return rows with the Merkle root over what the table holds of them."""
    tree = Growing(hashed for _, hashed in leaves(connection, rows.table, first=rows.first, last=rows.last))
    return replace(rows, root=tree.root.hex())


def rows_of(connection: Connection, table: str, *, after: int) -> list[Rows]:
    """Return each row with a key above ``after``, one by one, with its root: for an entry a row."""
    found = leaves(connection, table, first=after + 1)
    return [Rows(table=table, first=key, last=key, root=Growing([hashed]).root.hex()) for key, hashed in found]


def last_key(connection: Connection, table: str) -> int:
    """Return the highest key of a table whose key is a number, 0 where it is empty."""
    found = connection.exec_driver_sql(f'SELECT max("{_key(table)}") FROM "{table}"').scalar()
    return 0 if found is None else int(found)


def derived_roots(connection: Connection, tables: Iterable[str] = schema.DERIVED) -> dict[str, Json]:
    """Return the Merkle root over all rows of each table of results, by its name."""
    return {table: Growing(hashed for _, hashed in leaves(connection, table)).root.hex() for table in tables}


# Who acts.


def actor(by: str | None) -> Json:
    """Return who acts: the name given, else the account of the operating system, and which of the two it is."""
    if by is not None:
        return {"name": by, "basis": "as given"}
    try:
        return {"name": getpass.getuser(), "basis": "account of the operating system"}
    except (OSError, KeyError):
        return {"name": None, "basis": "unknown: no name given, and the operating system knows none"}
