"""Records to rows and back: the only place that speaks SQL.

Longer than most modules so that it stays the only one.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b, sha256
from typing import NewType

import sqlalchemy as sa
from sqlalchemy import Connection, Row, Table
from sqlalchemy.dialects.sqlite import insert

from harmtrace.records.claim import Account, Claim, ClaimId, Reading, SetAside
from harmtrace.records.entry import Act, Draft, Issue, Json, Rows
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Incident, LeftOut, Uncounted
from harmtrace.records.judgement import Judgement
from harmtrace.records.proposal import Proposed
from harmtrace.records.text import Document, Family, Likeness, Relation, Sha256
from harmtrace.store import entries, schema
from harmtrace.store.codec import dump, dump_whole, load, load_with, shape
from harmtrace.store.columns import dump_claims, dump_records, load_claims, load_records

PAGE = 1_000

# Changes when the form of a stored reading does: then it is read anew.
READING_SHAPE = f"columns {shape(Claim, Account, SetAside, Issue)}"

RunId = NewType("RunId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One command that changed a case: what it was given, under which rules, with what result.

    Attributes:
        inputs: paths as given; rules: stage and version; settings: hash of the settings.
        started, finished: UTC, ISO 8601 to the second; ``finished`` None where it was cut short.
        counts: what it found (documents, claims, incidents, issues), by name.
        result: hash of its incidents, None where it was cut short.
    """

    id: RunId
    command: str
    inputs: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    settings: str
    started: str
    finished: str | None = None
    counts: tuple[tuple[str, int], ...] = ()
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A public code that was given once and stays.

    Attributes:
        claims: the claims that it held when it last stood for an incident of its own.
        now: the code that it redirects to after a merge; itself while it stands;
            None where none of its claims make an incident any more.
    """

    code: str
    claims: tuple[ClaimId, ...]
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """All that grouping and counting leave, as stored together.

    Attributes:
        periods: claims that total a time or an area, in no incident's range.
        unplaced: claims in no incident, with the reason.
        uncounted: events that several documents tell of and none counts.
        issues: what copies, grouping and counting found odd.
    """

    incidents: tuple[Incident, ...]
    periods: tuple[ClaimId, ...]
    unplaced: tuple[LeftOut, ...]
    issues: tuple[Issue, ...]
    uncounted: tuple[Uncounted, ...] = ()


# Runs.


def begin_run(connection: Connection, run: Run, *, by: str | None = None) -> RunId:
    """Record that a run began (its ``id`` is ignored), by whom, and return its number."""
    number = connection.execute(
        sa.insert(schema.runs).values(
            command=run.command,
            inputs=dump(tuple[str, ...], run.inputs),
            rules=dump(tuple[tuple[str, str], ...], run.rules),
            settings=run.settings,
            started=run.started,
        )
    ).inserted_primary_key
    assert number is not None
    id = RunId(int(number[0]))
    says: dict[str, Json] = {"run": id, "command": run.command, "state": "begun", "settings": run.settings}
    private: dict[str, Json] = {"by": entries.actor(by), "inputs": list(run.inputs)}
    act = Act.COLLECT if run.command == "add" else Act.DERIVE
    rules: dict[str, Json] = dict(run.rules)
    entries.append(
        connection,
        [Draft(act=act, kind="run", says={**says, "rules": rules}, private=private, rows=(_one("runs", id),))],
    )
    return id


def finish_run(connection: Connection, run: RunId, *, finished: str, counts: Mapping[str, int], result: str) -> None:
    """Record that a run came to its end; its entry holds a root over every table of results as they stand now."""
    connection.execute(
        sa.update(schema.runs)
        .where(schema.runs.c.id == run)
        .values(finished=finished, counts=json.dumps(dict(counts)), result=result)
    )
    says: dict[str, Json] = {"run": run, "state": "finished", "counts": dict(counts), "result": result}
    says["roots"] = entries.derived_roots(connection)
    entries.append(connection, [Draft(act=Act.DERIVE, kind="run", says=says, rows=(_one("runs", run),))])


def _one(table: str, key: int | str) -> Rows:
    return Rows(table=table, first=key, last=key)


def runs(connection: Connection) -> tuple[Run, ...]:
    """Return every run, in order."""
    return tuple(
        Run(
            id=RunId(row.id),
            command=row.command,
            inputs=load(tuple[str, ...], row.inputs),
            rules=load(tuple[tuple[str, str], ...], row.rules),
            settings=row.settings,
            started=row.started,
            finished=row.finished,
            counts=tuple(json.loads(row.counts).items()) if row.counts is not None else (),
            result=row.result,
        )
        for row in connection.execute(sa.select(schema.runs).order_by(schema.runs.c.id))
    )


# Evidence.


def fingerprint(document: Document) -> bytes:
    """Return a hash of what was given as a document: its text and what is said of it.

    What intake works out (zones, candidates for the day) does not count: a later
    version may work it out otherwise.
    """
    parts = (
        document.text,
        document.language,
        document.published,
        document.source,
        document.source_kind,
        document.url,
        document.title,
        document.captured,
    )
    return sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).digest()[:16]


def fingerprints(connection: Connection) -> dict[str, bytes]:
    """Return the fingerprint of every document in the case, by id."""
    found = connection.execute(sa.select(schema.documents.c.id, schema.documents.c.fingerprint))
    return {str(row.id): bytes(row.fingerprint) for row in found}


def keep_originals(connection: Connection, run: RunId, originals: Iterable[tuple[Sha256, int, str]]) -> None:
    """Record originals (hash, bytes, name) that the vault holds, an entry each; known ones stay as they are."""
    given = [{"sha256": digest, "bytes": size, "name": name, "run": run} for digest, size, name in originals]
    new = [one for one in given if not was_recorded(connection, str(one["sha256"]))]
    _many(connection, schema.originals, new)
    drafts = (
        Draft(act=Act.COLLECT, kind="original", says={"run": run}, rows=(_one("originals", str(one["sha256"])),))
        for one in new
    )
    entries.append(connection, drafts)


def originals(connection: Connection) -> Iterator[tuple[Sha256, int, str]]:
    """Yield the originals of the case (hash, bytes, name), by hash, but for those that were erased."""
    gone, shown = schema.redactions, schema.originals.c.sha256
    erased = sa.select(gone.c.key).where(gone.c.tbl == "originals")
    held = sa.select(schema.originals).where(sa.or_(shown.not_in(erased), *(shown.in_(one) for one in _still())))
    for row in connection.execute(held.order_by(schema.originals.c.sha256)):
        yield Sha256(row.sha256), int(row.bytes), str(row.name)


def _still() -> Iterator[sa.Select[tuple[str]]]:
    """Yield what selects the originals that documents, and recordings, still need."""
    for table in (schema.documents, schema.feeds):
        tombs = sa.select(schema.redactions.c.key).where(schema.redactions.c.tbl == table.name)
        yield sa.select(table.c.sha256).where(sa.cast(table.c.seq, sa.Text).not_in(tombs))


def was_recorded(connection: Connection, digest: str) -> bool:
    """Return whether an original was recorded ever, an erased one too."""
    found = connection.exec_driver_sql("SELECT 1 FROM originals WHERE sha256 = ?", (digest,))
    return found.one_or_none() is not None


def keep_documents(connection: Connection, run: RunId, documents: Iterable[Document]) -> None:
    """Record new documents, an entry each; their originals are recorded before."""
    last = entries.last_key(connection, "documents")
    _many(
        connection,
        schema.documents,
        [
            {
                "id": one.id,
                "sha256": one.sha256,
                "fingerprint": fingerprint(one),
                "text": one.text,
                "about": dump(Document, replace(one, id="", text="", sha256=Sha256(""))),
                "run": run,
            }
            for one in documents
        ],
    )
    _collected(connection, "documents", "document", run, after=last)


def _collected(connection: Connection, table: str, kind: str, run: RunId, *, after: int) -> None:
    """Write an entry for each row of a table with a higher key."""
    new = entries.rows_of(connection, table, after=after)
    entries.append(connection, (Draft(act=Act.COLLECT, kind=kind, says={"run": run}, rows=(one,)) for one in new))


def document(connection: Connection, id: str) -> Document | None:
    """Return one document, None where the case has none of that id."""
    row = connection.execute(sa.select(schema.documents).where(schema.documents.c.id == id)).one_or_none()
    return None if row is None else _document(row)


def has_document(connection: Connection, id: str) -> bool:
    """Return whether the case holds a document of that id."""
    wanted = sa.select(schema.documents.c.seq).where(schema.documents.c.id == id)
    return connection.execute(wanted).first() is not None


def has_original(connection: Connection, name: str) -> bool:
    """Return whether a file of that name was taken in: a strike log, a footage file, a document's own."""
    wanted = sa.select(schema.originals.c.sha256).where(schema.originals.c.name == name)
    return connection.execute(wanted).first() is not None


def text(connection: Connection, id: str) -> str:
    """Return the text of one document that the case holds."""
    found = connection.execute(sa.select(schema.documents.c.text).where(schema.documents.c.id == id))
    return str(found.scalar_one())


def document_by_id(connection: Connection) -> Callable[[str], Document]:
    """Return what gives a document that the case holds, by its id; as ``text_of``."""
    cursor = connection.connection.cursor()

    def document(id: str) -> Document:
        cursor.execute("SELECT text, sha256, about FROM documents WHERE id = ?", (id,))
        found = cursor.fetchone()
        if found is None:
            raise KeyError(id)
        return load_with(Document, str(found[2]), {"id": id, "text": str(found[0]), "sha256": str(found[1])})

    return document


def text_of(connection: Connection) -> Callable[[str], str]:
    """Return what gives the text of a document that the case holds, by its id.

    It speaks to the driver itself: a comparison of many texts asks for each of them.
    """
    cursor = connection.connection.cursor()

    def text(id: str) -> str:
        cursor.execute("SELECT text FROM documents WHERE id = ?", (id,))
        found = cursor.fetchone()
        if found is None:
            raise KeyError(id)
        return str(found[0])

    return text


def documents(connection: Connection) -> Iterator[Document]:
    """Yield every document in the order of first record, a page in memory at a time."""
    for page in _pages(connection, sa.select(schema.documents), schema.documents.c.seq):
        yield from map(_document, page)


def heads(connection: Connection) -> Iterator[DocumentHead]:
    """Yield every document without its text, in the order of first record."""
    columns = (schema.documents.c.seq, schema.documents.c.id, schema.documents.c.about)
    for page in _pages(connection, sa.select(*columns), schema.documents.c.seq):
        for row in page:
            yield load_with(DocumentHead, row.about, {"id": row.id})


def count_documents(connection: Connection) -> int:
    """Return how many documents the case holds."""
    return connection.execute(sa.select(sa.func.count()).select_from(schema.documents)).scalar_one()


def count_readings(connection: Connection) -> int:
    """Return how many documents have been read."""
    return connection.execute(sa.select(sa.func.count()).select_from(schema.readings)).scalar_one()


def _document(row: Row[*tuple[object, ...]]) -> Document:
    return load_with(Document, str(row.about), {"id": row.id, "text": row.text, "sha256": row.sha256})


def keep_gazetteer(connection: Connection, run: RunId, name: str, digest: Sha256) -> None:
    """Record a gazetteer; one of the same name counts in place of the earlier."""
    if dict(gazetteers(connection)).get(name) != digest:
        last = entries.last_key(connection, "gazetteers")
        connection.execute(sa.insert(schema.gazetteers).values(name=name, sha256=digest, run=run))
        _collected(connection, "gazetteers", "gazetteer", run, after=last)


def gazetteers(connection: Connection) -> tuple[tuple[str, Sha256], ...]:
    """Return the gazetteers that count (name, hash), by name."""
    rows = connection.execute(sa.select(schema.gazetteers).order_by(schema.gazetteers.c.seq))
    return tuple(sorted({str(row.name): Sha256(row.sha256) for row in rows}.items()))


def keep_intake_issues(connection: Connection, run: RunId, issues: Iterable[Issue]) -> None:
    """Record what intake found wrong; the same thing found again is not listed twice."""
    rows = [{"body": dump(Issue, one), "run": run} for one in issues]
    last = entries.last_key(connection, "intake_issues")
    _many(connection, schema.intake_issues, rows, known_stay=True)
    if (now := entries.last_key(connection, "intake_issues")) > last:
        new = Rows(table="intake_issues", first=last + 1, last=now)
        entries.append(connection, [Draft(act=Act.COLLECT, kind="issues", says={"run": run}, rows=(new,))])


def intake_issues(connection: Connection) -> tuple[Issue, ...]:
    """Return what intake found wrong, in the order of its words."""
    rows = connection.execute(sa.select(schema.intake_issues.c.body).order_by(schema.intake_issues.c.body))
    return tuple(load(Issue, row.body) for row in rows)


def keep_judgement(connection: Connection, judgement: Judgement) -> Judgement:
    """Record a person's decision (its ``id`` is given here) and return it as kept."""
    last = connection.execute(sa.select(sa.func.max(schema.judgements.c.id))).scalar()
    kept = replace(judgement, id=1 + (last or 0))
    connection.execute(sa.insert(schema.judgements).values(id=kept.id, body=dump(Judgement, kept)))
    draft = Draft(
        act=Act.JUDGE,
        kind="judgement",
        says={"decision": kept.decision.value},
        private={"by": entries.actor(kept.by), "why": kept.why},
        rows=(_one("judgements", kept.id),),
    )
    entries.append(connection, [draft], at=kept.at)
    return kept


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Return every decision ever made, in order."""
    rows = connection.execute(sa.select(schema.judgements.c.body).order_by(schema.judgements.c.id))
    return tuple(load(Judgement, row.body) for row in rows)


# Readings.


def unread(connection: Connection, *, rules: str, inputs: str) -> tuple[Document, ...]:
    """Return the next documents without a reading by these rules and inputs, at most a page of them."""
    current = sa.and_(
        schema.readings.c.document == schema.documents.c.id,
        schema.readings.c.rules == rules,
        schema.readings.c.inputs == inputs,
    )
    query = (
        sa.select(schema.documents)
        .outerjoin(schema.readings, current)
        .where(schema.readings.c.document.is_(None))
        .order_by(schema.documents.c.seq)
        .limit(PAGE)
    )
    return tuple(map(_document, connection.execute(query)))


def keep_readings(connection: Connection, readings: Sequence[Reading], *, rules: str, inputs: str) -> None:
    """Record what documents say, in place of what earlier rules read in them."""
    ids = [{"key": one.document} for one in readings]
    if ids:
        for table in (schema.claims, schema.readings):
            connection.execute(sa.delete(table).where(table.c.document == sa.bindparam("key")), ids)
    _many(
        connection,
        schema.readings,
        [
            {
                "document": one.document,
                "rules": rules,
                "inputs": inputs,
                "claims": dump_claims(one.claims),
                "accounts": dump_records(Account, one.accounts),
                "set_aside": dump_records(SetAside, one.set_aside),
                "issues": dump(tuple[Issue, ...], one.issues),
                "reference": one.reference,
                "reference_why": one.reference_why,
            }
            for one in readings
        ],
    )
    rows = [{"id": claim.id, "document": one.document} for one in readings for claim in one.claims]
    _many(connection, schema.claims, rows)


def readings(connection: Connection) -> Iterator[Reading]:
    """Yield what every document says, in the order of first record."""
    yield from map(_reading, _read_rows(connection))


def marked_readings(connection: Connection) -> Iterator[tuple[Reading, bytes]]:
    """Yield what every document claims, in the order of first record, with a mark that is the same while that is.

    The mark is of the whole reading; the reading comes without what it set aside (``set_aside_in``), which only the
    document's own page shows and which would take a sixth of the room of all readings of a case.
    """
    for row in _read_rows(connection):
        told = f"{row.rules} {row.inputs} {row.reference} {row.reference_why} {row.claims} {row.set_aside}"
        yield _reading(row, aside=False), blake2b(told.encode("utf-8"), digest_size=16).digest()


def _read_rows(connection: Connection) -> Iterator[Row[*tuple[object, ...]]]:
    query = sa.select(schema.documents.c.seq, schema.readings).join(schema.readings)
    for page in _pages(connection, query, schema.documents.c.seq):
        yield from page


def set_aside_in(connection: Connection) -> Callable[[str], tuple[SetAside, ...]]:
    """Return what gives the numbers that the reading of a document set aside, by its id; as ``text_of``."""
    cursor = connection.connection.cursor()

    def find(document: str) -> tuple[SetAside, ...]:
        cursor.execute("SELECT set_aside FROM readings WHERE document = ?", (document,))
        found = cursor.fetchone()
        return () if found is None else load_records(SetAside, str(found[0]), document=document)

    return find


def reading(connection: Connection, document: str) -> Reading | None:
    """Return what one document says, None where it has not been read."""
    query = sa.select(schema.readings).where(schema.readings.c.document == document)
    row = connection.execute(query).one_or_none()
    return None if row is None else _reading(row)


def readings_of(connection: Connection, ids: Iterable[str]) -> Iterator[Reading]:
    """Yield the readings of these documents, in the order of first record."""
    wanted = tuple(ids)
    for start in range(0, len(wanted), PAGE):
        query = (
            sa.select(schema.readings)
            .join(schema.documents)
            .where(schema.readings.c.document.in_(wanted[start : start + PAGE]))
            .order_by(schema.documents.c.seq)
        )
        yield from map(_reading, connection.execute(query))


def document_of(connection: Connection, claim: ClaimId) -> str | None:
    """Return the id of the document that makes a claim, a suggested one too; None where the case has no such claim."""
    query = sa.select(schema.claims.c.document).where(schema.claims.c.id == claim)
    found = connection.execute(query).scalar_one_or_none()
    if found is None and re.fullmatch(r"[\w-]+", claim):
        suggested = sa.select(schema.proposals.c.document).where(schema.proposals.c.claims.contains(f" {claim} "))
        found = connection.execute(suggested.limit(1)).scalar_one_or_none()
    return None if found is None else str(found)


def claim_counts(connection: Connection) -> dict[str, int]:
    """Return how many claims each document makes, by its id; without those that make none."""
    query = sa.select(schema.claims.c.document, sa.func.count().label("many")).group_by(schema.claims.c.document)
    return {str(row.document): int(row.many) for row in connection.execute(query)}


def reading_issues(connection: Connection) -> Iterator[Issue]:
    """Yield what reading the documents found odd."""
    query = sa.select(schema.readings.c.issues).join(schema.documents).where(schema.readings.c.issues != "[]")
    for row in connection.execute(query.order_by(schema.documents.c.seq)):
        yield from load(tuple[Issue, ...], row.issues)


def _reading(row: Row[*tuple[object, ...]], *, aside: bool = True) -> Reading:
    return Reading(
        document=row.document,
        claims=load_claims(row.claims, document=row.document),
        accounts=load_records(Account, row.accounts, document=row.document),
        set_aside=load_records(SetAside, row.set_aside, document=row.document) if aside else (),
        issues=() if row.issues == "[]" else load(tuple[Issue, ...], row.issues),
        reference=row.reference,
        reference_why=row.reference_why,
    )


# What other engines propose.

PROPOSAL_SHAPE = shape(Proposed)


def unproposed(connection: Connection, engine: str, *, inputs: str, after: int) -> tuple[tuple[int, Document], ...]:
    """Return the next documents that an engine has not answered on from these inputs: place and document.

    At most a page of them, those recorded after a place.
    """
    current = sa.and_(
        schema.proposals.c.document == schema.documents.c.id,
        schema.proposals.c.engine == engine,
        schema.proposals.c.inputs == inputs,
    )
    query = (
        sa.select(schema.documents)
        .outerjoin(schema.proposals, current)
        .where(schema.proposals.c.id.is_(None), schema.documents.c.seq > after)
        .order_by(schema.documents.c.seq)
        .limit(PAGE)
    )
    return tuple((int(row.seq), _document(row)) for row in connection.execute(query))


def keep_proposed(connection: Connection, one: Proposed, *, inputs: str) -> None:
    """Record what an engine said of a document, in place of what it said before; a failure is to be asked again."""
    here = sa.and_(schema.proposals.c.document == one.document, schema.proposals.c.engine == one.engine)
    connection.execute(sa.delete(schema.proposals).where(here))
    ids = " ".join(str(suggestion.claim.id) for suggestion in one.suggestions)
    connection.execute(
        sa.insert(schema.proposals).values(
            document=one.document,
            engine=one.engine,
            inputs="" if one.failed else inputs,
            claims=f" {ids} ",
            body=dump(Proposed, one),
        )
    )


def proposed(connection: Connection) -> Iterator[Proposed]:
    """Yield what engines other than the rules said, by document in the order of first record, then by engine."""
    query = sa.select(schema.proposals.c.body).join(schema.documents)
    for row in connection.execute(query.order_by(schema.documents.c.seq, schema.proposals.c.engine)):
        yield load(Proposed, row.body)


def proposed_of(connection: Connection, document: str) -> tuple[Proposed, ...]:
    """Return what engines other than the rules said of a document, by engine."""
    query = sa.select(schema.proposals.c.body).where(schema.proposals.c.document == document)
    return tuple(load(Proposed, row.body) for row in connection.execute(query.order_by(schema.proposals.c.engine)))


def answer(connection: Connection, key: str) -> str | None:
    """Return the answer of a model kept under a key, None where there is none."""
    found = connection.execute(sa.select(schema.answers.c.body).where(schema.answers.c.key == key)).scalar_one_or_none()
    return None if found is None else str(found)


def keep_answer(connection: Connection, key: str, body: str) -> None:
    """Keep the answer of a model; one that is there already stays."""
    connection.execute(insert(schema.answers).on_conflict_do_nothing(), [{"key": key, "body": body}])


# Copies.


def keep_copies(
    connection: Connection,
    relations: Iterable[Relation],
    families: Iterable[Family],
    *,
    alike: Iterable[Likeness] = (),
    issues: Iterable[Issue] = (),
    mark: str = "",
) -> None:
    """Record how texts stand to each other, in place of what was found before.

    ``alike`` are those that share rare words, ``mark`` says what it was found from, ``issues`` what was odd in it
    (see ``copies_found``).
    """
    connection.execute(sa.delete(schema.relations))
    connection.execute(sa.delete(schema.families))
    connection.execute(sa.delete(schema.leftovers).where(schema.leftovers.c.kind.in_(ABOUT_TEXTS)))
    rows = [{"a": one.a, "b": one.b, "body": dump(Relation, one)} for one in relations]
    _many(connection, schema.relations, rows)
    _many(connection, schema.families, [{"first": one.first, "body": dump(Family, one)} for one in families])
    found = json.dumps([mark, *(dump(Issue, one) for one in issues)])
    _many(connection, schema.leftovers, [{"kind": _COPIES, "body": found}])
    near = (json.dumps([one.a, one.b, one.words, one.rarest, one.of, one.cosine, one.place]) for one in alike)
    _many(connection, schema.leftovers, [{"kind": _ALIKE, "body": body} for body in near])


_COPIES, _ALIKE = ABOUT_TEXTS = ("copies", "alike")

# Changes when the form of a stored relation does: then copies are looked for anew.
RELATION_SHAPE = shape(Relation, Likeness)


def copies_found(connection: Connection, mark: str) -> tuple[Issue, ...] | None:
    """Return what was odd when copies were last looked for; None where that was from something else than ``mark``."""
    query = sa.select(schema.leftovers.c.body).where(schema.leftovers.c.kind == _COPIES)
    found = connection.execute(query).scalar_one_or_none()
    if found is None or (kept := json.loads(found))[0] != mark:
        return None
    return tuple(load(Issue, one) for one in kept[1:])


def relations(connection: Connection) -> tuple[Relation, ...]:
    """Return how texts stand to each other, in order of discovery."""
    rows = connection.execute(sa.select(schema.relations.c.body).order_by(schema.relations.c.seq))
    return tuple(load(Relation, row.body) for row in rows)


def alike(connection: Connection) -> tuple[Likeness, ...]:
    """Return which texts share words that few others have, by their ids."""
    query = sa.select(schema.leftovers.c.body).where(schema.leftovers.c.kind == _ALIKE)
    names = ("a", "b", "words", "rarest", "of", "cosine", "place")
    bodies = (json.loads(row.body) for row in connection.execute(query.order_by(schema.leftovers.c.seq)))
    return tuple(Likeness(**dict(zip(names, body, strict=True))) for body in bodies)


def families(connection: Connection) -> tuple[Family, ...]:
    """Return the families of texts, by their first."""
    rows = connection.execute(sa.select(schema.families.c.body).order_by(schema.families.c.first))
    return tuple(load(Family, row.body) for row in rows)


# Incidents and their codes.


def codes(connection: Connection) -> tuple[Code, ...]:
    """Return every code ever given, in alphabetical order."""
    rows = connection.execute(sa.select(schema.codes).order_by(schema.codes.c.code))
    return tuple(Code(code=row.code, claims=load(tuple[ClaimId, ...], row.claims), now=row.now) for row in rows)


def keep_codes(connection: Connection, run: RunId, every: Iterable[Code]) -> None:
    """Record where each code stands now; a new one with the run that gave it."""
    rows = [
        {"code": one.code, "first_run": run, "claims": dump(tuple[ClaimId, ...], one.claims), "now": one.now}
        for one in every
    ]
    if rows:
        given = insert(schema.codes)
        standing = {"claims": given.excluded.claims, "now": given.excluded.now}
        connection.execute(given.on_conflict_do_update(index_elements=["code"], set_=standing), rows)


def forget_outcomes(connection: Connection) -> None:
    """Drop the incidents and leftovers of the last computation, to make room for those of the next."""
    for table in (schema.incident_claims, schema.incidents):
        connection.execute(sa.delete(table))
    connection.execute(sa.delete(schema.leftovers).where(schema.leftovers.c.kind.not_in(ABOUT_TEXTS)))


def keep_incidents(connection: Connection, incidents: Sequence[Incident], *, first: int) -> tuple[bytes, ...]:
    """Record some incidents, the first of them in place ``first``; return a hash of what was written of each."""
    bodies = [dump_whole(Incident, one) for one in incidents]
    found = [
        {"code": one.code, "place": place, "body": body}
        for place, (one, body) in enumerate(zip(incidents, bodies, strict=True), first)
    ]
    _many(connection, schema.incidents, found)
    held = [(claim, one.code) for one in incidents for claim in one.grouped.claims]
    if held:
        connection.exec_driver_sql("INSERT OR IGNORE INTO incident_claims (claim, code) VALUES (?, ?)", held)
    return tuple(blake2b(body.encode("utf-8", "surrogatepass"), digest_size=16).digest() for body in bodies)


def keep_leftovers(
    connection: Connection,
    *,
    periods: Iterable[ClaimId],
    unplaced: Iterable[LeftOut],
    uncounted: Iterable[Uncounted],
    issues: Iterable[Issue],
) -> None:
    """Record what is in no incident, and what was found odd."""
    rest = [
        *(("period", one) for one in periods),
        *(("unplaced", dump(LeftOut, one)) for one in unplaced),
        *(("uncounted", dump(Uncounted, one)) for one in uncounted),
        *(("issue", dump(Issue, one)) for one in issues),
    ]
    _many(connection, schema.leftovers, [{"kind": kind, "body": body} for kind, body in rest])


def incidents(connection: Connection) -> Iterator[Incident]:
    """Yield the incidents as last computed, a page in memory at a time."""
    last = -1
    query = sa.select(schema.incidents).order_by(schema.incidents.c.place).limit(PAGE)
    while page := connection.execute(query.where(schema.incidents.c.place > last)).all():
        for row in page:
            yield load(Incident, row.body)
        last = page[-1].place


def outcomes(connection: Connection) -> Outcomes:
    """Return the incidents as last computed, and what is in none."""
    rest: dict[str, list[str]] = {"period": [], "unplaced": [], "uncounted": [], "issue": []}
    of_outcomes = sa.select(schema.leftovers).where(schema.leftovers.c.kind.not_in(ABOUT_TEXTS))
    for row in connection.execute(of_outcomes.order_by(schema.leftovers.c.seq)):
        rest[row.kind].append(row.body)
    return Outcomes(
        incidents=tuple(incidents(connection)),
        periods=tuple(map(ClaimId, rest["period"])),
        unplaced=tuple(load(LeftOut, one) for one in rest["unplaced"]),
        issues=tuple(load(Issue, one) for one in rest["issue"]),
        uncounted=tuple(load(Uncounted, one) for one in rest["uncounted"]),
    )


def incident(connection: Connection, code: str) -> Incident | None:
    """Return the incident that a code stands for now (redirects followed), None where there is none."""
    now = current_code(connection, code)
    body = sa.select(schema.incidents.c.body).where(schema.incidents.c.code == now)
    found = connection.execute(body).scalar_one_or_none()
    return None if found is None else load(Incident, found)


def current_code(connection: Connection, code: str) -> str | None:
    """Return the code that a code stands for now; None where it is unknown or makes no incident any more."""
    standing = dict[str, str | None]()
    while code not in standing:
        query = sa.select(schema.codes.c.now).where(schema.codes.c.code == code)
        standing[code] = now = connection.execute(query).scalar_one_or_none()
        if now is None:
            return None
        code = now
    return code


def code_of(connection: Connection, claim: ClaimId) -> str | None:
    """Return the code of the incident that holds a claim, None where none does."""
    query = sa.select(schema.incident_claims.c.code).where(schema.incident_claims.c.claim == claim)
    found = connection.execute(query).scalar_one_or_none()
    return None if found is None else str(found)


# Rows in bulk.


def _many(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, object]], *, known_stay: bool = False
) -> None:
    if rows:
        statement = insert(table)
        connection.execute(statement.on_conflict_do_nothing() if known_stay else statement, list(rows))


def _pages(
    connection: Connection, query: sa.Select[*tuple[object, ...]], order: sa.Column[int]
) -> Iterator[Sequence[Row[*tuple[object, ...]]]]:
    """Yield the rows of a query page by page along a key, so that memory stays flat."""
    last = 0
    while page := connection.execute(query.where(order > last).order_by(order).limit(PAGE)).all():
        yield page
        last = page[-1].seq
