"""Whether a case is what its ledger says: entries, rows, results; the first thing wrong is named."""

from collections.abc import Iterator

from sqlalchemy import Connection

from harmtrace.errors import LedgerError
from harmtrace.ledger import Growing
from harmtrace.ledger.holding import Holding
from harmtrace.records.entry import Entry, Json, Rows
from harmtrace.store import entries, schema


def stored(connection: Connection) -> Iterator[tuple[bytes, bytes, bytes | None]]:
    """Yield each entry's bytes, the hash beside it and its openings, in order."""
    found = connection.exec_driver_sql(
        "SELECT e.body AS body, e.hash AS hash, o.body AS openings "
        "FROM entries e LEFT JOIN openings o ON o.entry = e.n ORDER BY e.n"
    )
    for body, hashed, openings in found:
        yield _bytes(body), _bytes(hashed), None if openings is None else _bytes(openings)


def _bytes(value: object) -> bytes:
    # A column may hold text where somebody wrote it by hand.
    return value if isinstance(value, bytes) else str(value).encode()


def held(connection: Connection) -> Holding:
    """Return what the ledger holds the case to.

    Raises:
        LedgerError: names the first entry that is wrong.
    """
    holding = Holding()
    for body, hashed, openings in stored(connection):
        holding.add(body, hashed=hashed, openings=openings)
    holding.finish(entries.head(connection))
    if (stray := connection.exec_driver_sql("SELECT entry FROM openings ORDER BY entry DESC LIMIT 1").scalar()) and (
        int(stray) > holding.head.n
    ):
        raise LedgerError(f"entry {stray}: found openings of an entry that is not there")
    return holding


def acts(connection: Connection) -> Iterator[tuple[Entry, dict[str, Json]]]:
    """Yield every entry with its private words, as far as they are there.

    Raises:
        LedgerError: names the first entry that is wrong.
    """
    holding = Holding()
    for body, hashed, openings in stored(connection):
        yield holding.add(body, hashed=hashed, openings=openings)


def check_rows(connection: Connection, holding: Holding) -> None:
    """Compare every row of evidence with the entry that speaks of it.

    Raises:
        LedgerError: names the first row that is changed, gone, or in no entry.
    """
    by_table: dict[str, list[tuple[int, Rows]]] = {table: [] for table in schema.LEDGERED}
    for n, rows in holding.rows.values():
        if rows.table not in by_table:
            raise LedgerError(f"entry {n}: speaks of rows of {rows.table}, which are not kept under the ledger")
        by_table[rows.table].append((n, rows))
    for table, spoken in by_table.items():
        _check_table(connection, table, sorted(spoken, key=lambda one: _order(one[1].first)))


def _order(key: int | str) -> tuple[int, int | str]:
    return (0, key) if isinstance(key, int) else (1, key)


def _check_table(connection: Connection, table: str, spoken: list[tuple[int, Rows]]) -> None:
    waiting = iter(spoken)
    now, tree = next(waiting, None), Growing()
    for key, hashed in entries.leaves(connection, table):
        while now is not None and _order(key) > _order(now[1].last):
            _compare(now, tree)
            now, tree = next(waiting, None), Growing()
        if now is None or _order(key) < _order(now[1].first):
            raise LedgerError(f"{table}, row {key}: found a row that no entry speaks of")
        tree.add(hashed)
    while now is not None:
        _compare(now, tree)
        now, tree = next(waiting, None), Growing()


def _compare(spoken: tuple[int, Rows], tree: Growing) -> None:
    n, rows = spoken
    if tree.root.hex() == rows.root:
        return
    place = f"row {rows.first}" if rows.first == rows.last else f"rows {rows.first} to {rows.last}"
    what = "is gone" if tree.size == 0 else "was changed"
    raise LedgerError(f"{rows.table}, {place}: {what} since entry {n} was written")


def check_results(connection: Connection, holding: Holding) -> str | None:
    """Compare every table of results with the root that the last finished run gave it.

    Return why that cannot be said, where a run was cut short and its results are half written.

    Raises:
        LedgerError: names the first table that was changed.
    """
    if holding.open_runs:
        run, n = next(iter(holding.open_runs.items()))
        return f"run {run} (entry {n}) was cut short: results are not compared until the case is run again"
    for table in schema.DERIVED:
        found = Growing(hashed for _, hashed in entries.leaves(connection, table))
        n, root = holding.roots.get(table, (0, Growing().root.hex()))
        if found.root.hex() != root:
            raise LedgerError(f"{table}: the results are not those that entry {n} speaks of")
    return None
