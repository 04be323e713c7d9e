"""Words erased for good, from rows, openings and vault; the ledger keeps that they were, and why they went."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import scrypt

import sqlalchemy as sa
from sqlalchemy import Connection

from harmtrace.errors import UsageError
from harmtrace.ledger.canonical import canonical, parsed
from harmtrace.ledger.holding import Holding
from harmtrace.records.entry import Act, Draft, Json, Rows
from harmtrace.records.text import Sha256
from harmtrace.store import entries, schema

GONE = "(redacted)"

# How an erased text is known again: by a slow salted hash, so that to try out names in a guessed sentence costs
# (about 12 ms a guess).
_MARKS = "words"
_WORD = re.compile(r"\w+")
_COST = 2**12


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was erased: the entry that says so, the original whose file is to go (None where others need it).

    Attributes:
        stays: originals that may hold the words all the same, a line each.
    """

    entry: int
    original: Sha256 | None
    stays: tuple[str, ...] = ()


def document(connection: Connection, holding: Holding, id: str, *, by: str, why: str) -> Erased:
    """Erase a document's id, text and description, and what is derived from it; its original where it was the only one.

    The original's SHA-256 stays, so that a file can be told later to have been the one; so does a slow salted hash of
    the text, so that the same words are told in another file.

    Raises:
        UsageError: the case has no document of that id.
    """
    row = connection.execute(sa.select(schema.documents).where(schema.documents.c.id == id)).one_or_none()
    if row is None:
        raise UsageError(f"no document {id!r} in this case")
    seq, digest = int(row.seq), Sha256(str(row.sha256))
    if ("documents", str(seq)) in _tombs(connection):
        raise UsageError(f"{id} was erased already")
    needed = _needed(connection, digest)
    alone = needed == 1
    stays = tuple(_staying(connection, digest, needed, id=id, text=str(row.text)))
    named = [("documents", str(seq), None), *_openings(holding, "documents", seq, ("rows",))]
    if marked := _mark(str(row.text), _salt(connection)):
        named.append((_MARKS, marked, None))
    restated = [Rows(table="documents", first=seq, last=seq)]
    if alone:
        named += [("originals", digest, None), *_openings(holding, "originals", digest, ("rows",))]
        restated.append(Rows(table="originals", first=digest, last=digest))
    first = entries.last_key(connection, "redactions") + 1
    _name(connection, named)
    _forget_derived(connection, id)
    gone = f"redacted-{seq}"
    about = json.dumps({"id": "", "text": "", "sha256": ""})
    connection.execute(
        sa.update(schema.documents)
        .where(schema.documents.c.seq == seq)
        .values(id=gone, text="", about=about, fingerprint=b"")
    )
    if alone:
        connection.execute(sa.update(schema.originals).where(schema.originals.c.sha256 == digest).values(name=GONE))
    n = _say(connection, "document", named, first, restated, by=by, why=why)
    return Erased(entry=n, original=digest if alone else None, stays=stays)


def original(connection: Connection, holding: Holding, digest: Sha256, *, by: str, why: str) -> Erased:
    """Erase an original that no document or recording is read from: a second copy of a page, a file of known records.

    Raises:
        UsageError: the case has no such original, or needs it.
    """
    row = connection.execute(sa.select(schema.originals).where(schema.originals.c.sha256 == digest)).one_or_none()
    if row is None or ("originals", digest) in _tombs(connection):
        raise UsageError(f"no original {digest} in this case")
    if needed := _needed(connection, digest):
        raise UsageError(f"{needed} documents or recordings are read from the original {digest}: erase those")
    named = [("originals", digest, None), *_openings(holding, "originals", digest, ("rows",))]
    first = entries.last_key(connection, "redactions") + 1
    _name(connection, named)
    connection.execute(sa.update(schema.originals).where(schema.originals.c.sha256 == digest).values(name=GONE))
    restated = [Rows(table="originals", first=digest, last=digest)]
    return Erased(entry=_say(connection, "original", named, first, restated, by=by, why=why), original=digest)


def _tombs(connection: Connection) -> set[tuple[str, str]]:
    found = connection.execute(sa.select(schema.redactions.c.tbl, schema.redactions.c.key))
    return {(str(row.tbl), str(row.key)) for row in found}


def _staying(connection: Connection, digest: Sha256, needed: int, *, id: str, text: str) -> Iterator[str]:
    """Yield which documents and originals may hold a document's words after it was erased, and what can be done."""
    if needed > 1:
        yield f"its original {digest} stays, with these words: {needed - 1} other documents are read from it"
    name = connection.execute(
        sa.select(schema.originals.c.name).where(schema.originals.c.sha256 == digest)
    ).scalar_one()
    tombs = _tombs(connection)
    twins = sa.select(schema.documents.c.id).where(schema.documents.c.text == text, schema.documents.c.id != id)
    for twin in connection.execute(twins.order_by(schema.documents.c.seq)).scalars() if text else ():
        yield f"the document {twin} holds the same words and stays"
    same = (
        sa.select(schema.originals.c.sha256).where(schema.originals.c.name == name).order_by(schema.originals.c.sha256)
    )
    for other in connection.execute(same).scalars():
        if other != digest and ("originals", other) not in tombs and not _needed(connection, other):
            yield f"the original {other} of the same name stays: where it holds these words, redact it by its SHA-256"


def _needed(connection: Connection, digest: str) -> int:
    """Return how many documents and recordings need an original, erased ones left out."""
    found = 0
    for table in (schema.documents, schema.feeds):
        tombs = sa.select(schema.redactions.c.key).where(schema.redactions.c.tbl == table.name)
        held = sa.select(sa.func.count()).where(table.c.sha256 == digest, sa.cast(table.c.seq, sa.Text).not_in(tombs))
        found += connection.execute(held).scalar_one()
    return found


def feed(connection: Connection, holding: Holding, id: str, *, by: str, why: str) -> Erased:
    """Erase what a recording's file states, its original and all that was made of it, people's words on it included.

    The original's SHA-256 stays, labels and stretches of reviews too: they name nobody.

    Raises:
        UsageError: the case has no recording of that id.
    """
    row = connection.execute(sa.select(schema.feeds).where(schema.feeds.c.id == id)).one_or_none()
    if row is None or int(row.seq) in _gone(connection, "feeds"):
        raise UsageError(f"no recording {id!r} in this case")
    seq, digest = int(row.seq), Sha256(str(row.sha256))
    alone = _needed(connection, digest) == 1
    named: list[Named] = [("feeds", str(seq), None), *_openings(holding, "feeds", seq, ("rows",))]
    restated = [Rows(table="feeds", first=seq, last=seq)]
    if alone:
        named += [("originals", digest, None), *_openings(holding, "originals", digest, ("rows",))]
        restated.append(Rows(table="originals", first=digest, last=digest))
    said: list[tuple[sa.Table, int, dict[str, object]]] = []
    spoken = (
        (schema.feed_anchors, ("by", "why")),
        (schema.feed_withdrawals, ("by", "why")),
        (schema.feed_reviews, ("by", "text")),
    )
    for table, fields in spoken:
        for one in connection.execute(sa.select(table).where(table.c.feed == id)).all():
            said.append((table, int(one.id), json.loads(one.body)))
            named += [(table.name, str(one.id), None), *_openings(holding, table.name, int(one.id), ("rows", *fields))]
            restated.append(Rows(table=table.name, first=int(one.id), last=int(one.id)))
    made = connection.execute(sa.select(schema.feed_derived).where(schema.feed_derived.c.feed == id)).all()
    named += [("feed_derived", str(one.id), None) for one in made]
    first = entries.last_key(connection, "redactions") + 1
    _name(connection, named)
    body = {**json.loads(row.body), "name": GONE, "clock": {"basis": "none", "start": None}}
    for name in ("latitude", "longitude", "security", "notes"):
        body.pop(name, None)
    _put(connection, schema.feeds, schema.feeds.c.seq == seq, body)
    for table, number, words in said:
        _put(connection, table, table.c.id == number, _wordless(words))
    if alone:
        connection.execute(sa.update(schema.originals).where(schema.originals.c.sha256 == digest).values(name=GONE))
    n = _say(connection, "feed", named, first, restated, by=by, why=why)
    return Erased(entry=n, original=digest if alone else None)


def _gone(connection: Connection, table: str) -> set[int]:
    keys = connection.execute(sa.select(schema.redactions.c.key).where(schema.redactions.c.tbl == table))
    return {int(key) for key in keys.scalars()}


def _put(connection: Connection, table: sa.Table, row: sa.ColumnElement[bool], body: Mapping[str, object]) -> None:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    connection.execute(sa.update(table).where(row).values(body=text))


def _wordless(body: Mapping[str, object]) -> dict[str, object]:
    """Return an anchor or a review without the name and the words in it."""
    gone = {name: GONE for name in ("reviewer", "text", "by", "why") if name in body}
    inner = {"anchor": _wordless(one)} if isinstance(one := body.get("anchor"), dict) else {}
    return {**body, **gone, **inner}


def judgement(connection: Connection, holding: Holding, id: int, *, by: str, why: str) -> Erased:
    """Erase who made a decision and the reason given; the decision itself stands.

    Raises:
        UsageError: there is no such judgement.
    """
    body = connection.execute(sa.select(schema.judgements.c.body).where(schema.judgements.c.id == id)).scalar()
    if body is None:
        raise UsageError(f"no judgement {id} in this case")
    named = [("judgements", str(id), None), *_openings(holding, "judgements", id, ("by", "rows", "why"))]
    first = entries.last_key(connection, "redactions") + 1
    _name(connection, named)
    said = {**json.loads(body), "by": GONE, "why": GONE}
    connection.execute(
        sa.update(schema.judgements)
        .where(schema.judgements.c.id == id)
        .values(body=json.dumps(said, ensure_ascii=False, separators=(",", ":")))
    )
    restated = [Rows(table="judgements", first=id, last=id)]
    return Erased(entry=_say(connection, "judgement", named, first, restated, by=by, why=why), original=None)


def erased_originals(connection: Connection) -> frozenset[Sha256]:
    """Return the originals that were erased from the case: a run must not bring them back."""
    keys = connection.execute(sa.select(schema.redactions.c.key).where(schema.redactions.c.tbl == "originals"))
    return frozenset(Sha256(str(key)) for key in keys.scalars())


def partly_erased(connection: Connection) -> frozenset[Sha256]:
    """Return the originals that stay for other documents where one was erased: a run must not bring that one back."""
    erased = sa.select(schema.redactions.c.key).where(schema.redactions.c.tbl == "documents")
    found = sa.select(schema.documents.c.sha256).where(sa.cast(schema.documents.c.seq, sa.Text).in_(erased))
    return frozenset(Sha256(str(one)) for one in connection.execute(found).scalars()) - erased_originals(connection)


@dataclass(frozen=True, slots=True)
class ErasedWords:
    """The texts that were erased from a case, known by slow salted hashes of them."""

    salt: bytes
    marks: frozenset[str]

    def holds(self, text: str) -> bool:
        """Return whether a text was erased, whatever its blanks, punctuation, letter case and unseen signs."""
        return bool(self.marks) and _mark(text, self.salt) in self.marks


def erased_words(connection: Connection) -> ErasedWords:
    """Return what tells the texts erased from the case: a run must not bring them back in another file."""
    marks = connection.execute(sa.select(schema.redactions.c.key).where(schema.redactions.c.tbl == _MARKS))
    return ErasedWords(_salt(connection), frozenset(map(str, marks.scalars())))


def _salt(connection: Connection) -> bytes:
    """Return what no other case has: the hash of the first entry of its ledger."""
    return bytes(connection.execute(sa.select(schema.entries.c.hash).where(schema.entries.c.n == 1)).scalar_one())


def _mark(text: str, salt: bytes) -> str:
    seen = "".join(one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
    words = " ".join(_WORD.findall(seen.casefold()))
    return scrypt(words.encode("utf-8", "surrogatepass"), salt=salt, n=_COST, r=8, p=1).hex() if words else ""


def erased_documents(connection: Connection) -> frozenset[str]:
    """Return the ids that erased documents have now."""
    erased = sa.select(schema.redactions.c.key).where(schema.redactions.c.tbl == "documents")
    return frozenset(f"redacted-{key}" for key in connection.execute(erased).scalars())


Named = tuple[str, str, str | None]


def _openings(holding: Holding, table: str, key: int | str, fields: tuple[str, ...]) -> list[Named]:
    n, _ = holding.rows[table, key, key]
    return [("openings", str(n), field) for field in fields]


def _name(connection: Connection, named: list[Named]) -> None:
    """Put on record what may change now, then take the openings out."""
    connection.execute(
        sa.insert(schema.redactions), [{"tbl": table, "key": key, "field": field} for table, key, field in named]
    )
    for table, key, field in named:
        if table != "openings":
            continue
        entry = schema.openings.c.entry == int(key)
        found = parsed(bytes(connection.execute(sa.select(schema.openings.c.body).where(entry)).scalar_one()))
        left = {name: one for name, one in found.items() if name != field} if isinstance(found, dict) else {}
        connection.execute(sa.update(schema.openings).where(entry).values(body=canonical(left)))


def _forget_derived(connection: Connection, id: str) -> None:
    for table in (schema.claims, schema.readings):
        connection.execute(sa.delete(table).where(table.c.document == id))
    relations = schema.relations
    connection.execute(sa.delete(relations).where(sa.or_(relations.c.a == id, relations.c.b == id)))
    connection.execute(sa.delete(schema.families))
    # Who copied whom, and who shares words with whom, is to be looked for again, without it.
    connection.execute(sa.delete(schema.leftovers).where(schema.leftovers.c.kind.in_(("copies", "alike"))))


def _say(
    connection: Connection, kind: str, named: list[Named], first: int, restated: list[Rows], *, by: str, why: str
) -> int:
    gone: list[Json] = [[int(key), field] for table, key, field in named if table == "openings" and field is not None]
    last = entries.last_key(connection, "redactions")
    tables: list[str] = (
        []
        if kind in ("judgement", "feed", "original")
        else ["readings", "claims", "relations", "families", "leftovers"]
    )
    draft = Draft(
        act=Act.REDACT,
        kind=kind,
        says={"redacted": gone, "roots": entries.derived_roots(connection, tables)},
        private={"by": entries.actor(by), "why": why},
        rows=(Rows(table="redactions", first=first, last=last), *restated),
    )
    return entries.append(connection, [draft]).n
