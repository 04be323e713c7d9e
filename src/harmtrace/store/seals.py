"""Seals and anchors to rows and back."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from harmtrace.ledger import read_seal, text_of
from harmtrace.records.entry import Act, Draft, Json, Rows, Seal
from harmtrace.store import entries, schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Somebody else's word on a seal: ``kind`` is rfc3161 or opentimestamps, ``origin`` the address it came from."""

    kind: str
    origin: str
    body: bytes


def keep(connection: Connection, seal: Seal, *, by: str | None) -> int:
    """Record a seal with its entry and return its number."""
    number = connection.execute(sa.insert(schema.seals).values(text=text_of(seal))).inserted_primary_key
    assert number is not None
    id = int(number[0])
    draft = Draft(
        act=Act.EXPORT,
        kind="seal",
        says={"entries": seal.size, "root": seal.root, "key": seal.key},
        private={"by": entries.actor(by)},
        rows=(Rows(table="seals", first=id, last=id),),
    )
    entries.append(connection, [draft])
    return id


def keep_anchor(connection: Connection, seal: int, anchor: Anchor) -> None:
    """Record an anchor of a seal with its entry."""
    number = connection.execute(
        sa.insert(schema.anchors).values(seal=seal, kind=anchor.kind, origin=anchor.origin, body=anchor.body)
    ).inserted_primary_key
    assert number is not None
    rows = Rows(table="anchors", first=int(number[0]), last=int(number[0]))
    says: dict[str, Json] = {"kind": anchor.kind, "seal": seal}
    entries.append(connection, [Draft(act=Act.EXPORT, kind="anchor", says=says, rows=(rows,))])


def every(connection: Connection) -> Iterator[tuple[int, Seal]]:
    """Yield every seal of the case with its number, in order.

    Raises:
        LedgerError: a row holds no seal, or one that its key did not sign.
    """
    for row in connection.execute(sa.select(schema.seals).order_by(schema.seals.c.id)):
        yield int(row.id), read_seal(str(row.text), name=f"seal {row.id}")


def anchors(connection: Connection, seal: int) -> Iterator[Anchor]:
    """Yield the anchors of a seal, in order."""
    found = sa.select(schema.anchors).where(schema.anchors.c.seal == seal).order_by(schema.anchors.c.id)
    for row in connection.execute(found):
        yield Anchor(kind=str(row.kind), origin=str(row.origin), body=bytes(row.body))
