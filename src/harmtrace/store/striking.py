"""Rows of strike logs and of positions that people record, with the ledger's entries for them."""

from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import Connection

from harmtrace.records.entry import Act, Draft, Rows
from harmtrace.records.position import RecordedPosition
from harmtrace.records.text import Sha256
from harmtrace.store import entries, schema
from harmtrace.store.codec import dump, load
from harmtrace.store.rows import RunId


def keep_log(connection: Connection, run: RunId, name: str, digest: Sha256) -> None:
    """Record a strike log; one of the same name counts in place of the earlier."""
    if dict(logs(connection)).get(name) == digest:
        return
    last = entries.last_key(connection, "strike_logs")
    connection.execute(sa.insert(schema.strike_logs).values(name=name, sha256=digest, run=run))
    new = entries.rows_of(connection, "strike_logs", after=last)
    entries.append(
        connection, [Draft(act=Act.COLLECT, kind="strike log", says={"run": run}, rows=(one,)) for one in new]
    )


def logs(connection: Connection) -> tuple[tuple[str, Sha256], ...]:
    """Return the strike logs that count (name, hash), by name."""
    found = connection.execute(sa.select(schema.strike_logs).order_by(schema.strike_logs.c.seq))
    return tuple(sorted({str(row.name): Sha256(row.sha256) for row in found}.items()))


def keep_position(connection: Connection, position: RecordedPosition) -> RecordedPosition:
    """Record a belligerent's position (its ``id`` is given here) and return it as kept."""
    last = connection.execute(sa.select(sa.func.max(schema.positions.c.id))).scalar()
    kept = replace(position, id=1 + (last or 0))
    connection.execute(sa.insert(schema.positions).values(id=kept.id, body=dump(RecordedPosition, kept)))
    draft = Draft(
        act=Act.ASSESS,
        kind="position",
        says={"position": kept.id, "incident": kept.incident, "status": kept.status.value},
        private={"by": entries.actor(kept.by), "why": kept.why},
        rows=(Rows(table="positions", first=kept.id, last=kept.id),),
    )
    entries.append(connection, [draft], at=kept.at)
    return kept


def positions(connection: Connection) -> tuple[RecordedPosition, ...]:
    """Return every position that people recorded, in order."""
    found = connection.execute(sa.select(schema.positions.c.body).order_by(schema.positions.c.id))
    return tuple(load(RecordedPosition, row.body) for row in found)
