"""The custody sheet of one document: who took it in, when, from where, every later act, and what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection

from harmtrace.errors import UsageError, VaultError
from harmtrace.ledger.holding import Holding
from harmtrace.records.claim import ClaimId
from harmtrace.records.entry import Entry, Json
from harmtrace.records.judgement import Judgement
from harmtrace.records.text import Document
from harmtrace.store import Case, checking, open_case, rows, seals

MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterAct:
    """An act on the document after it was taken in: its entry, time (UTC), and what was done, by whom where known."""

    entry: int
    at: str
    act: str
    what: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is on record of one document.

    Attributes:
        facts: (name, value) in order; a value is ``missing`` where nothing is on record.
        later: later acts, oldest first.
        points: the six points of the Berkeley Protocol (authenticity, availability, identity,
            persistence, renderability, understandability), each with what is there and what is missing.
    """

    item: str
    facts: tuple[tuple[str, str], ...]
    later: tuple[LaterAct, ...]
    points: tuple[tuple[str, str], ...]

    @property
    def intact(self) -> bool:
        """Tell whether its original is what was taken in."""
        return not dict(self.points)["authenticity"].startswith("broken")


def custody(root: Path, item: str) -> Sheet:
    """Return the custody sheet of a document: by its id, the SHA-256 of its original, or the id of one of its claims.

    Raises:
        UsageError: nothing, or more than one document, goes by that name.
        LedgerError: the ledger is not in order.
    """
    case = open_case(root)
    with case.reading() as connection:
        holding = checking.held(connection)
        checking.check_rows(connection, holding)
        document, seq, run = _found(connection, item)
        acts = list(checking.acts(connection))
        taken, _ = holding.rows["documents", seq, seq]
        facts = tuple(_facts(connection, acts, document, taken, run))
        later = tuple(_later(connection, acts, document, taken))
        points = tuple(_points(case, connection, document, holding, taken))
    return Sheet(item=document.id, facts=facts, later=later, points=points)


def _found(connection: Connection, item: str) -> tuple[Document, int, int]:
    name = item if rows.document(connection, item) is not None else rows.document_of(connection, ClaimId(item))
    if name is None:
        words = "SELECT id FROM documents WHERE sha256 LIKE ? || '%'"
        like = connection.exec_driver_sql(words, (item,)).scalars().all() if len(item) >= 8 and item.isalnum() else []
        if len(like) > 1:
            raise UsageError(f"{item}: {len(like)} documents come from that original; name one by its id")
        name = str(like[0]) if like else None
    document = None if name is None else rows.document(connection, name)
    if document is None:
        raise UsageError(f"{item}: expected the id of a document or claim, or an original's SHA-256; found none")
    row = connection.exec_driver_sql("SELECT seq, run FROM documents WHERE id = ?", (document.id,)).one()
    return document, int(row.seq), int(row.run)


Acts = Sequence[tuple[Entry, dict[str, Json]]]


def _facts(connection: Connection, acts: Acts, document: Document, taken: int, run: int) -> Iterator[tuple[str, str]]:
    entry = acts[taken - 1][0]
    begun = next((one for one in acts if one[0].kind == "run" and one[0].says.get("run") == run), None)
    size, name = next((size, name) for digest, size, name in _original(connection, document.sha256))
    yield "document", document.id
    yield "original", f"{_file_name(connection, document, name)}, {size:,} bytes, {document.media}"
    yield "SHA-256", document.sha256
    yield "taken in by", MISSING if begun is None else _who(begun[1].get("by"))
    yield "taken in at", f"{entry.at} (UTC, {entry.clock}; entry {taken})"
    if "basis" in entry.says:
        yield "basis", str(entry.says["basis"])
    inputs = None if begun is None else begun[1].get("inputs")
    yield "taken from", ", ".join(map(str, inputs)) if isinstance(inputs, list) else MISSING
    yield "address", document.url or MISSING
    yield "captured", document.captured or MISSING
    yield "source", document.source or MISSING
    published = "" if document.published is None else f"{document.published} ({document.published_why})"
    yield "published", published or MISSING
    rules = None if begun is None else begun[0].says.get("rules")
    yield (
        "read by rules",
        ", ".join(f"{one} {version}" for one, version in rules.items()) if isinstance(rules, dict) else MISSING,
    )


def _file_name(connection: Connection, document: Document, kept_as: str) -> str:
    """Return the name of a document's own file, and under which name its bytes are kept where those were in already."""
    alike = connection.exec_driver_sql("SELECT id FROM documents WHERE sha256 = ?", (document.sha256,)).scalars().all()
    # Of a file of records, or an archive, no document bears the name.
    if len(alike) == 1 or kept_as not in {PurePosixPath(str(one)).name for one in alike}:
        return kept_as
    own = PurePosixPath(document.id).name
    return own if own == kept_as else f"{own} (the same bytes as {kept_as}, under whose name they are kept)"


def _original(connection: Connection, digest: str) -> Iterator[tuple[str, int, str]]:
    for row in connection.exec_driver_sql("SELECT sha256, bytes, name FROM originals WHERE sha256 = ?", (digest,)):
        yield str(row.sha256), int(row.bytes), str(row.name)


def _who(by: Json) -> str:
    match by:
        case {"name": str() as name, "basis": str() as basis}:
            return f"{name} ({basis})"
        case {"basis": str() as basis}:
            return f"{MISSING} ({basis})"
    return MISSING


def _later(connection: Connection, acts: Acts, document: Document, taken: int) -> Iterator[LaterAct]:
    reading = rows.reading(connection, document.id)
    claims = set() if reading is None else {str(one.id) for one in reading.claims}
    decisions = {one.id: one for one in rows.judgements(connection)}
    codes = {one for claim in claims if (one := rows.code_of(connection, ClaimId(claim)))}
    for entry, words in acts[taken:]:
        what = _what(entry, words, decisions, claims | codes)
        if what:
            by = _who(words.get("by")) if "by" in entry.commits else ""
            yield LaterAct(entry=entry.n, at=entry.at, act=entry.act.value, what=what, by=by)


def _what(entry: Entry, words: dict[str, Json], decisions: dict[int, Judgement], mine: set[str]) -> str:
    """Return what an entry has to do with the document, nothing where it has nothing."""
    match entry.kind:
        case "run" if entry.says.get("state") == "finished":
            return (
                f"run {entry.says.get('run')}: read and counted, result {str(entry.says.get('result'))[:16] or 'none'}"
            )
        case "judgement":
            spoken = words.get("rows")
            key = spoken[0][1] if isinstance(spoken, list) and isinstance(spoken[0], list) else None
            decision = decisions.get(key) if isinstance(key, int) else None
            if decision is not None and {decision.subject, decision.other} & mine:
                return f"judgement {decision.id}: {decision.decision.value} {decision.subject}"
        case "bundle":
            said = words.get("bundle")
            if isinstance(said, dict) and said.get("code") in mine:
                return f"handed out in the bundle of {said['code']}"
        case "seal":
            return f"sealed with {entry.says.get('entries')} entries"
        case "backup":
            return "copied into a backup"
    return ""


def _points(
    case: Case, connection: Connection, document: Document, holding: Holding, taken: int
) -> Iterator[tuple[str, str]]:
    covering = [number for number, seal in seals.every(connection) if seal.size >= taken]
    anchored = [number for number in covering if any(seals.anchors(connection, number))]
    backups = sum(1 for entry, _ in checking.acts(connection) if entry.kind == "backup" and entry.n > taken)
    try:
        case.vault.check(document.sha256)
        state = f"the original has the SHA-256 of entry {taken}"
    except VaultError as error:
        state = f"broken: {error}"
    sealed = (
        f"; sealed ({len(covering)} seals, {len(anchored)} anchored elsewhere)" if covering else f"; {MISSING}: a seal"
    )
    yield "authenticity", state + sealed
    yield "availability", f"original and text in this case of {holding.head.n} entries"
    identity = [("source", document.source), ("address", document.url), ("time of capture", document.captured)]
    yield "identity", _there([*identity, ("day of publication", document.published)])
    yield (
        "persistence",
        f"{backups} {'backup' if backups == 1 else 'backups'} on record"
        if backups
        else f"{MISSING}: no backup on record",
    )
    yield "renderability", f"{document.media}; its text is kept beside it, {len(document.text):,} characters"
    yield "understandability", _there([("language", document.language), ("title", document.title)])


def _there(parts: Sequence[tuple[str, str | None]]) -> str:
    there = [f"{name} {value}" for name, value in parts if value]
    missing = [name for name, value in parts if not value]
    return "; ".join([", ".join(there)] * bool(there) + [f"{MISSING}: {', '.join(missing)}"] * bool(missing))
