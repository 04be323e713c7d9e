"""Acts on allegations and what is recorded of months, to rows and back; append-only."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection

from harmtrace.records.assessment import (
    Act,
    AllegationId,
    Amendment,
    Answer,
    Check,
    Dissent,
    Identification,
    Question,
    Receipt,
    Step,
    Use,
)
from harmtrace.records.entry import Act as Entered
from harmtrace.records.entry import Draft, Json, Rows
from harmtrace.records.month import Figure, Freezing, Opening
from harmtrace.store import entries, schema
from harmtrace.store.codec import dump, load

ACTS: Mapping[str, type[Act]] = {
    "receipt": Receipt,
    "step": Step,
    "question": Question,
    "answer": Answer,
    "use": Use,
    "dissent": Dissent,
    "check": Check,
    "amendment": Amendment,
    "identification": Identification,
}
_KIND = {kind: name for name, kind in ACTS.items()}
A = TypeVar("A", bound=Act)
MonthRecord = TypeVar("MonthRecord", Opening, Figure, Freezing)
_OF_MONTHS: Mapping[type[Opening | Figure | Freezing], str] = {
    Opening: "opening",
    Figure: "figure",
    Freezing: "freezing",
}


def keep_act(connection: Connection, act: A) -> A:
    """Record an act, in the ledger too, and return it with its number; the caller has checked it by the rules."""
    last = connection.execute(sa.select(sa.func.max(schema.acts.c.id))).scalar()
    kept = replace(act, id=1 + (last or 0))
    kind = type(kept)
    connection.execute(
        sa.insert(schema.acts).values(id=kept.id, allegation=kept.allegation, kind=_KIND[kind], body=dump(kind, kept))
    )
    private: dict[str, Json] = {"by": entries.actor(kept.by), "why": kept.why}
    if (second := _second(kept)) is not None:
        private["second"] = entries.actor(second)
    draft = Draft(
        act=Entered.CORRECT if isinstance(kept, Amendment) else Entered.ASSESS,
        kind=_KIND[kind],
        says={"allegation": kept.allegation, "on": kept.on.isoformat(), **_says(kept)},
        private=private,
        rows=(Rows(table="acts", first=kept.id, last=kept.id),),
    )
    entries.append(connection, [draft], at=kept.at or None)
    return kept


def _second(act: Act) -> str | None:
    return act.second if isinstance(act, Step | Amendment) else None


def _says(act: Act) -> dict[str, Json]:
    """Return what anybody may read of an act for ever: states and codes, no words and no names."""
    match act:
        case Receipt():
            return {"channel": act.channel.value, "incident": act.incident}
        case Step():
            return {"to": act.to.value, "reason": None if act.reason is None else act.reason.value}
        case Question() | Answer():
            return {"rfi": act.rfi}
        case Use():
            return {"rfi": act.rfi, "used": act.used}
        case Dissent():
            return {"against": act.against}
        case Check():
            return {"item": act.item, "checked": act.checked.value}
        case Amendment():
            return {"details": [detail.value for detail, _ in act.values]}
        case Identification():
            return {"incident": act.incident}
    raise AssertionError(f"an act of an unknown kind: {type(act).__name__}")


def acts(connection: Connection, allegation: AllegationId | None = None) -> tuple[Act, ...]:
    """Return every act, or those on one allegation, in order of recording."""
    wanted = sa.select(schema.acts.c.kind, schema.acts.c.body).order_by(schema.acts.c.id)
    if allegation is not None:
        wanted = wanted.where(schema.acts.c.allegation == allegation)
    return tuple(load(ACTS[row.kind], row.body) for row in connection.execute(wanted))


def next_allegation(connection: Connection) -> AllegationId:
    """Return the id for the next allegation: ``A-0001`` and on."""
    receipts = sa.select(sa.func.count()).select_from(schema.acts).where(schema.acts.c.kind == "receipt")
    return AllegationId(f"A-{1 + (connection.execute(receipts).scalar() or 0):04d}")


def keep_of_month(connection: Connection, record: MonthRecord) -> None:
    """Record an opening balance, a published figure or a freezing, in the ledger too."""
    kind = type(record)
    connection.execute(sa.insert(schema.month_records).values(kind=_OF_MONTHS[kind], body=dump(kind, record)))
    row = entries.last_key(connection, "month_records")
    says: dict[str, Json] = {"month": record.month, "body": record.body}
    private: dict[str, Json] = {"by": entries.actor(record.by)}
    if isinstance(record, Freezing):
        says["sha256"] = record.sha256
    else:
        says["number"] = record.number
        private["source"] = record.source
    draft = Draft(
        act=Entered.ASSESS,
        kind=_OF_MONTHS[kind],
        says=says,
        private=private,
        rows=(Rows(table="month_records", first=row, last=row),),
    )
    entries.append(connection, [draft], at=record.at)


def of_months(connection: Connection, kind: type[MonthRecord]) -> tuple[MonthRecord, ...]:
    """Return every opening balance, figure or freezing, in order of recording."""
    held = schema.month_records
    wanted = sa.select(held.c.body).where(held.c.kind == _OF_MONTHS[kind]).order_by(held.c.id)
    return tuple(load(kind, row.body) for row in connection.execute(wanted))
