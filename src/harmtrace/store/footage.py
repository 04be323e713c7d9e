"""Rows of recordings: feeds, what is derived of them, anchors, scans, reviews, with the ledger's entries for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from io import BytesIO

import numpy as np
import sqlalchemy as sa
from sqlalchemy import Connection

from harmtrace.footage.track import Track
from harmtrace.records.entry import Act, Draft, Json, Rows
from harmtrace.records.footage import Anchor, Feed, Review, Scan
from harmtrace.records.text import Sha256
from harmtrace.store import entries, schema
from harmtrace.store.codec import dump, load
from harmtrace.store.rows import RunId

TRACK, KEYFRAME = "track", "keyframe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What a tool made of a recording, kept in the vault as an object of its own.

    Attributes:
        id: number in the case; feed: None for what is made of several.
        kind: ``track``, ``keyframe``, ``index``; ``sha256``: of the object, under which the vault holds it.
        tool, version: what made it; ``parameters``: name and value of each, as text.
    """

    id: int
    feed: str | None
    kind: str
    sha256: Sha256
    tool: str
    version: str
    parameters: tuple[tuple[str, str], ...] = ()

    def parameter(self, name: str) -> str | None:
        """Return the value of one parameter, None where it was not given."""
        return dict(self.parameters).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """That an anchor holds no longer: its number, the feed it dated, who withdrew it, when and why."""

    id: int
    feed: str
    anchor: int
    by: str
    why: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An anchor as it was recorded: its number, the feed it dates, and what it says."""

    id: int
    feed: str
    anchor: Anchor
    at: str


# Feeds.


def keep_feed(connection: Connection, run: RunId, feed: Feed) -> bool:
    """Record a feed whose original is recorded already; return False where the case has it."""
    known = sa.select(schema.feeds.c.seq).where(schema.feeds.c.id == feed.id)
    if connection.execute(known).first() is not None:
        return False
    last = entries.last_key(connection, "feeds")
    values = {"id": feed.id, "sha256": feed.sha256, "body": dump(Feed, feed), "run": run}
    connection.execute(sa.insert(schema.feeds).values(values))
    says: dict[str, Json] = {"run": run, "feed": feed.id}
    drafts = (Draft(act=Act.COLLECT, kind="feed", says=says, rows=(one,)) for one in _new(connection, "feeds", last))
    entries.append(connection, drafts)
    return True


def _new(connection: Connection, table: str, last: int) -> list[Rows]:
    return entries.rows_of(connection, table, after=last)


def feeds(connection: Connection) -> tuple[Feed, ...]:
    """Return every recording as its file states it, in the order of taking in, but for those that were erased."""
    gone = sa.select(schema.redactions.c.key).where(schema.redactions.c.tbl == "feeds")
    held = sa.select(schema.feeds.c.body).where(sa.cast(schema.feeds.c.seq, sa.Text).not_in(gone))
    return tuple(load(Feed, row.body) for row in connection.execute(held.order_by(schema.feeds.c.seq)))


def known(connection: Connection, id: str) -> bool:
    """Return whether the case holds, or held, a recording of that id."""
    return connection.execute(sa.select(schema.feeds.c.seq).where(schema.feeds.c.id == id)).first() is not None


def keys(connection: Connection, table: str, feed: str) -> list[int]:
    """Return the keys of the rows of a table of footage that are of one recording, in order."""
    held = schema.metadata.tables[table]
    column, key = (held.c.id, held.c.seq) if table == "feeds" else (held.c.feed, held.c.id)
    return [int(one) for one in connection.execute(sa.select(key).where(column == feed).order_by(key)).scalars()]


def any_feed(connection: Connection) -> bool:
    """Return whether the case holds a recording."""
    return connection.execute(sa.select(schema.feeds.c.seq).limit(1)).first() is not None


# What is derived.


def keep_derived(connection: Connection, given: Iterable[Derived]) -> None:
    """Record derived objects that the vault holds, an entry for all; those known stay as they are.

    Their ``id`` is given here.
    """
    known = {(one.feed, one.kind, one.sha256) for one in derived(connection)}
    last = entries.last_key(connection, "feed_derived")
    new = {(one.feed, one.kind, one.sha256): one for one in given}
    unknown = [one for key, one in new.items() if key not in known]
    if not unknown:
        return
    numbered = [replace(one, id=last + at) for at, one in enumerate(unknown, 1)]
    connection.execute(
        sa.insert(schema.feed_derived),
        [
            {"id": one.id, "feed": one.feed, "kind": one.kind, "sha256": one.sha256, "body": dump(Derived, one)}
            for one in numbered
        ],
    )
    kinds = sorted({one.kind for one in numbered})
    says: dict[str, Json] = {"kinds": [*kinds], "objects": len(numbered)}
    says["tools"] = [*sorted({f"{one.tool} {one.version}" for one in numbered})]
    drafts = (
        Draft(act=Act.DERIVE, kind="footage", says=says, rows=(one,)) for one in _new(connection, "feed_derived", last)
    )
    entries.append(connection, drafts)


def derived(connection: Connection, kind: str | None = None, feed: str | None = None) -> Iterator[Derived]:
    """Yield derived objects that are there, in the order of their making."""
    gone = sa.select(schema.redactions.c.key).where(schema.redactions.c.tbl == "feed_derived")
    held = sa.select(schema.feed_derived.c.body).where(sa.cast(schema.feed_derived.c.id, sa.Text).not_in(gone))
    if kind is not None:
        held = held.where(schema.feed_derived.c.kind == kind)
    if feed is not None:
        held = held.where(schema.feed_derived.c.feed == feed)
    for row in connection.execute(held.order_by(schema.feed_derived.c.id)).all():
        yield load(Derived, row.body)


def objects(connection: Connection) -> list[Sha256]:
    """Return the hashes of all derived objects that the vault is to hold, each once, in order."""
    return sorted({one.sha256 for one in derived(connection)})


# What people say, and what machines suggest.


def keep_anchor(connection: Connection, feed: str, anchor: Anchor, *, at: str) -> Dated:
    """Record when a moment of a recording was, as a person found it; return it as kept."""
    kept = Dated(id=entries.last_key(connection, "feed_anchors") + 1, feed=feed, anchor=anchor, at=at)
    connection.execute(sa.insert(schema.feed_anchors).values(id=kept.id, feed=feed, body=dump(Dated, kept)))
    draft = Draft(
        act=Act.JUDGE,
        kind="anchor",
        says={"feed": feed, "anchor": kept.id, "method": anchor.method},
        private={"by": entries.actor(anchor.by), "why": anchor.why},
        rows=(Rows(table="feed_anchors", first=kept.id, last=kept.id),),
    )
    entries.append(connection, [draft], at=at)
    return kept


def anchors(connection: Connection) -> tuple[Dated, ...]:
    """Return every anchor that people set, in order."""
    found = connection.execute(sa.select(schema.feed_anchors.c.body).order_by(schema.feed_anchors.c.id))
    return tuple(load(Dated, row.body) for row in found)


def keep_withdrawal(connection: Connection, given: Withdrawn) -> Withdrawn:
    """Record that an anchor holds no longer (``id`` is given here); the anchor itself stays, and is passed over."""
    id = entries.last_key(connection, "feed_withdrawals") + 1
    kept = replace(given, id=id)
    body = dump(Withdrawn, kept)
    connection.execute(sa.insert(schema.feed_withdrawals).values(id=id, feed=kept.feed, body=body))
    draft = Draft(
        act=Act.JUDGE,
        kind="anchor withdrawn",
        says={"feed": kept.feed, "anchor": kept.anchor, "withdrawal": id},
        private={"by": entries.actor(kept.by), "why": kept.why},
        rows=(Rows(table="feed_withdrawals", first=id, last=id),),
    )
    entries.append(connection, [draft], at=kept.at)
    return kept


def withdrawals(connection: Connection) -> dict[int, Withdrawn]:
    """Return what people withdrew, by the anchor's number."""
    found = connection.execute(sa.select(schema.feed_withdrawals.c.body).order_by(schema.feed_withdrawals.c.id))
    return {one.anchor: one for row in found if (one := load(Withdrawn, row.body))}


def keep_scan(connection: Connection, scan: Scan) -> None:
    """Record what a machine suggests of a recording; the latest scan of a recording is the one that is shown."""
    id = entries.last_key(connection, "feed_scans") + 1
    connection.execute(sa.insert(schema.feed_scans).values(id=id, feed=scan.feed, body=dump(Scan, scan)))
    draft = Draft(
        act=Act.DERIVE,
        kind="scan",
        says={"feed": scan.feed, "tool": f"{scan.tool} {scan.version}", "candidates": len(scan.candidates)},
        rows=(Rows(table="feed_scans", first=id, last=id),),
    )
    entries.append(connection, [draft])


def scans(connection: Connection) -> dict[str, Scan]:
    """Return the latest scan of each recording that was scanned, by the feed's id."""
    found = connection.execute(sa.select(schema.feed_scans).order_by(schema.feed_scans.c.id))
    return {str(row.feed): load(Scan, row.body) for row in found}


def keep_review(connection: Connection, review: Review, *, at: str) -> Review:
    """Record what a person saw (its ``id`` is given here, ``r1`` and on) and return it as kept."""
    id = entries.last_key(connection, "feed_reviews") + 1
    kept = replace(review, id=f"r{id}")
    connection.execute(sa.insert(schema.feed_reviews).values(id=id, feed=kept.feed, body=dump(Review, kept)))
    draft = Draft(
        act=Act.JUDGE,
        kind="review",
        says={"feed": kept.feed, "review": kept.id, "second_of": kept.second},
        private={"by": entries.actor(kept.reviewer), "label": kept.label.value, "text": kept.text},
        rows=(Rows(table="feed_reviews", first=id, last=id),),
    )
    entries.append(connection, [draft], at=at)
    return kept


def reviews(connection: Connection) -> tuple[Review, ...]:
    """Return every review, in order of recording."""
    found = connection.execute(sa.select(schema.feed_reviews.c.body).order_by(schema.feed_reviews.c.id))
    return tuple(load(Review, row.body) for row in found)


# Tracks as objects of the vault.


def track_bytes(track: Track) -> bytes:
    """Return a track's columns as an uncompressed NPZ file: the same track gives the same bytes."""
    out = BytesIO()
    columns = {field.name: getattr(track, field.name) for field in fields(track)}
    np.savez(out, **{name: column for name, column in columns.items() if column is not None})
    return out.getvalue()


def track_of(body: bytes) -> Track:
    """Return the track that ``track_bytes`` wrote; nothing in the file is run."""
    with np.load(BytesIO(body), allow_pickle=False) as held:
        names = {field.name for field in fields(Track)} & set(held.files)
        return Track(**{name: held[name] for name in names})


def object_of(body: bytes) -> tuple[Sha256, bytes]:
    """Return bytes under their hash, as the vault takes them."""
    return Sha256(sha256(body).hexdigest()), body
