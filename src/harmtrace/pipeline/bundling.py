"""An incident with everything it rests on, handed out so that it can be checked without the case."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

import harmtrace
from harmtrace.errors import UsageError
from harmtrace.ledger import Proofs, read_seal, text_of
from harmtrace.ledger.bags import (
    DECLARATION,
    FORM,
    INFO,
    LEDGER,
    ORIGINALS,
    PAYLOAD,
    ROWS,
    TAGS,
    Checked,
    check,
    manifest,
)
from harmtrace.ledger.canonical import canonical, parsed
from harmtrace.ledger.holding import Holding
from harmtrace.pipeline.sealing import Passphrase, key_of, sealed
from harmtrace.pipeline.standing import Overlay
from harmtrace.pipeline.watching import bearing_on
from harmtrace.records.claim import Claim
from harmtrace.records.entry import Act, Draft, Json, Seal
from harmtrace.records.footage import Feed
from harmtrace.records.incident import Incident
from harmtrace.records.looking import held_back
from harmtrace.records.text import Document, Sha256
from harmtrace.reports import shapes
from harmtrace.reports.provenance import RunFacts, provenance
from harmtrace.reports.reading_copy import reading_copy
from harmtrace.store import Case, bundle_writing, checking, entries, footage, now, open_case, rows, seals
from harmtrace.store.bundle_files import Folder, Zip
from harmtrace.store.bundle_writing import Content
from harmtrace.store.standalone import verifier

# A recording above this size is named in a bundle by its hash, and handed over apart.
LARGEST_RECORDING = 512_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A row in a bundle: its file, its bytes, the entry that speaks of it, and its place under that entry's root."""

    file: str
    table: str
    key: int | str
    body: bytes
    entry: int
    index: int
    size: int
    path: tuple[bytes, ...]


def bundle(
    root: Path,
    code: str,
    out: Path,
    *,
    passphrase: Passphrase | None,
    key: Path | None = None,
    by: str | None = None,
    names: bool = False,
) -> Checked:
    """Write the bundle of an incident and return what its own checker finds in it.

    The hand-over is an entry itself, the last that the bundle shows. With a passphrase the
    ledger is sealed at that point; without, the root must be handed over apart. ``names``
    also discloses who took the documents in and who handed the bundle out.

    Raises:
        UsageError: no such incident, or results that a cut-short run left half written.
    """
    case = open_case(root)
    with case.alone():
        signing = None if passphrase is None else key_of(root, key=key, passphrase=passphrase)
        with case.reading() as connection:
            holding = checking.held(connection)
            checking.check_rows(connection, holding)
            if (unsaid := checking.check_results(connection, holding)) is not None:
                raise UsageError(unsaid)
            if (incident := rows.incident(connection, code)) is None:
                raise UsageError(f"{root}: no incident {code} in this case; `harmtrace incidents` lists them")
            seen = _bearing(case, connection, incident)
            spoken = list(_spoken(case, connection, holding, incident, seen))
            payload = _payload(case, connection, incident, spoken)
        listed = manifest(bundle_writing.digests(payload))
        info = _info(incident.code, payload).encode()
        size = _hand_over(case, incident.code, listed, info, by=by)
        if signing is not None:
            sealed(case, signing, by=by)
        with case.reading() as connection:
            ledger = _ledger(connection, incident.code, spoken, size=size, names=names)
    tags: dict[str, Content] = {
        "bagit.txt": DECLARATION.encode(),
        INFO: info,
        PAYLOAD: listed,
        LEDGER: ledger,
        "verify.py": verifier().encode(),
    }
    files = {**payload, **tags, TAGS: manifest(bundle_writing.digests(tags))}
    bundle_writing.write(files, out, name=incident.code)
    return checked(out)


def checked(path: Path, given: Sequence[Path] = ()) -> Checked:
    """Check a bundle alone; ``given`` are files with seals from elsewhere.

    Raises:
        LedgerError: names the first thing wrong.
    """
    held = [seal_in(one) for one in given]
    return check(Folder(path) if path.is_dir() else Zip(path), held)


def seal_in(path: Path) -> Seal:
    """Return the seal in a file.

    Raises:
        LedgerError: there is none, or its key did not sign it.
    """
    return read_seal(path.read_text(encoding="utf-8", errors="replace"), name=str(path))


# Rows, each with its proof.


def _bearing(case: Case, connection: Connection, incident: Incident) -> Sequence[Feed]:
    """Return the recordings that could see an incident, or that people reviewed for it."""
    found = bearing_on(case, connection, incident)
    if found is None:
        return ()
    wanted = {one.window.feed for one in found.queue} | {one.first.feed for one in found.reviews}
    return [one for id, one in found.feeds.items() if id in wanted]


def _handed(case: Case, feeds: Sequence[Feed]) -> list[str]:
    """Return the originals of recordings that go along: no marking holds them back, and they are not too large."""
    free = [one.sha256 for one in feeds if held_back(one) is None]
    return [one for one in free if case.vault.path(one).stat().st_size <= LARGEST_RECORDING]


def _spoken(
    case: Case, connection: Connection, holding: Holding, incident: Incident, feeds: Sequence[Feed]
) -> Iterator[Spoken]:
    documents = [_number(connection, id) for id in incident.grouped.documents]
    yield from _singles(connection, holding, "documents", [seq for seq, _, _ in documents])
    digests = {digest for _, digest, _ in documents} | set(_handed(case, feeds))
    yield from _singles(connection, holding, "originals", sorted(digests))
    for table in ("feeds", "feed_anchors", "feed_withdrawals", "feed_scans", "feed_reviews"):
        keys = [key for one in feeds for key in footage.keys(connection, table, one.id)]
        yield from _singles(connection, holding, table, keys)
    yield from _singles(connection, holding, "judgements", _judged(connection, incident))
    yield from _singles(connection, holding, "runs", sorted({run for _, _, run in documents}))
    yield from _results(connection, holding, "readings", set(incident.grouped.documents))
    yield from _results(connection, holding, "incidents", {incident.code})


def _number(connection: Connection, id: str) -> tuple[int, str, int]:
    found = connection.exec_driver_sql("SELECT seq, sha256, run FROM documents WHERE id = ?", (id,)).one()
    return int(found.seq), str(found.sha256), int(found.run)


def _judged(connection: Connection, incident: Incident) -> list[int]:
    mine = {*incident.grouped.claims, incident.code}
    return [one.id for one in rows.judgements(connection) if {one.subject, one.other} & mine]


def _singles(connection: Connection, holding: Holding, table: str, keys: Sequence[int | str]) -> Iterator[Spoken]:
    for number, key in enumerate(keys, 1):
        n, _ = holding.rows[table, key, key]
        for _, body in entries.bodies(connection, table, first=key, last=key):
            file = f"{ROWS}{table}/{number:04}.json"
            yield Spoken(file=file, table=table, key=key, body=body, entry=n, index=0, size=1, path=())


def _results(connection: Connection, holding: Holding, table: str, keys: set[str]) -> Iterator[Spoken]:
    n, _ = holding.roots[table]
    hashed, wanted = [], []
    for place, (key, leaf) in enumerate(entries.leaves(connection, table)):
        hashed.append(leaf)
        if key in keys:
            wanted.append((place, key))
    proofs = Proofs(hashed)
    for number, (place, key) in enumerate(wanted, 1):
        ((_, body),) = entries.bodies(connection, table, first=key, last=key)
        path = tuple(proofs.inclusion(place, len(hashed)))
        file = f"{ROWS}{table}/{number:04}.json"
        size = len(hashed)
        yield Spoken(file=file, table=table, key=key, body=body, entry=n, index=place, size=size, path=path)


# What people read.


def _payload(case: Case, connection: Connection, incident: Incident, spoken: Sequence[Spoken]) -> dict[str, Content]:
    documents = list(_documents(connection, incident))
    claims = list(_claims(connection, incident))
    wanted = {run for _, run in documents}
    every = rows.runs(connection)
    last = max((one.id for one in every if one.command in ("run", "judge") and one.finished), default=0)
    runs = [
        RunFacts(id=one.id, command=one.command, started=one.started, finished=one.finished, rules=one.rules)
        for one in every
        if one.id in wanted or one.id == last
    ]
    files: dict[str, Content] = {one.file: one.body for one in spoken}
    for digest in sorted({str(one.key) for one in spoken if one.table == "originals"}):
        case.vault.check(Sha256(digest))
        files[f"{ORIGINALS}{digest}"] = case.vault.path(Sha256(digest))
    texts = [one for one, _ in documents]
    made = f"Reading copy made by harmtrace {harmtrace.__version__} at {now()}"
    page = reading_copy(incident, claims=claims, documents=texts, made=made)
    prov = provenance(incident, claims=claims, documents=documents, runs=runs, version=harmtrace.__version__)
    files["data/reading.html"] = page.encode("utf-8", "replace")
    files["data/incident.json"] = _json(shapes.incident(incident))
    files["data/claims.jsonl"] = b"".join(_json(shapes.claim(one)) for one in claims)
    files["data/prov.json"] = canonical(dict(prov)) + b"\n"
    return files


def _json(shape: shapes.Json) -> bytes:
    return f"{json.dumps(shape, ensure_ascii=False, allow_nan=False)}\n".encode()


def _documents(connection: Connection, incident: Incident) -> Iterator[tuple[Document, int]]:
    for id in incident.grouped.documents:
        if (one := rows.document(connection, id)) is not None:
            yield one, _number(connection, id)[2]


def _claims(connection: Connection, incident: Incident) -> Iterator[Claim]:
    wanted = set(incident.grouped.claims)
    overlay = Overlay(rows.judgements(connection))
    for reading in rows.readings_of(connection, incident.grouped.documents):
        yield from (one for one in overlay.claims(reading.claims) if one.id in wanted)


def _info(code: str, payload: Mapping[str, Content]) -> str:
    sizes = [len(body) if isinstance(body, bytes) else body.stat().st_size for body in payload.values()]
    return (
        f"Bag-Software-Agent: harmtrace {harmtrace.__version__}\nBagging-Date: {now()[:10]}\n"
        f"External-Identifier: {code}\nPayload-Oxum: {sum(sizes)}.{len(sizes)}\n"
    )


# The ledger's side.


def _hand_over(case: Case, code: str, listed: bytes, info: bytes, *, by: str | None) -> int:
    """Record that a bundle is handed out; return the size of the ledger with that entry."""
    said: dict[str, Json] = {"code": code, "manifest": sha256(listed).hexdigest(), "info": sha256(info).hexdigest()}
    private: dict[str, Json] = {"by": entries.actor(by), "bundle": said}
    with case.writing() as connection:
        return entries.append(connection, [Draft(act=Act.EXPORT, kind="bundle", private=private)]).n


def _ledger(connection: Connection, code: str, spoken: Sequence[Spoken], *, size: int, names: bool) -> bytes:
    stored = dict(enumerate(checking.stored(connection), 1))
    proofs = Proofs([hashed for _, hashed, _ in stored.values()])
    wanted = {1, size, *(one.entry for one in spoken), *_begun(connection, spoken)}
    root = proofs.root(size)
    head = {"case": stored[1][1].hex(), "size": size, "root": root.hex(), "last": stored[size][1].hex()}
    shown = [
        {
            "n": n,
            "body": stored[n][0].decode(),
            "openings": _shown(stored[n][2], names=names),
            "path": _hex(proofs.inclusion(n - 1, size)),
        }
        for n in sorted(wanted)
    ]
    placed = [
        {
            "file": one.file,
            "table": one.table,
            "key": one.key,
            "entry": one.entry,
            "index": one.index,
            "size": one.size,
            "path": _hex(one.path),
        }
        for one in spoken
    ]
    sealed_here = [
        {"text": text_of(seal), "path": _hex(proofs.consistency(seal.size, size))}
        for _, seal in seals.every(connection)
        if seal.size <= size
    ]
    return canonical({"form": FORM, "code": code, "head": head, "entries": shown, "rows": placed, "seals": sealed_here})


def _begun(connection: Connection, spoken: Sequence[Spoken]) -> Iterator[int]:
    """Yield the entries that began the runs which took the documents in."""
    runs = {one.key for one in spoken if one.table == "runs"}
    for entry, _ in checking.acts(connection):
        if entry.kind == "run" and entry.says.get("state") == "begun" and entry.says.get("run") in runs:
            yield entry.n


def _shown(openings: bytes | None, *, names: bool) -> Json:
    """Return the openings that a bundle discloses: never the paths on the collector's machine."""
    held = parsed(openings or b"{}")
    hidden = {"inputs"} if names else {"inputs", "by"}
    return {name: one for name, one in held.items() if name not in hidden} if isinstance(held, dict) else {}


def _hex(path: Sequence[bytes]) -> list[Json]:
    return [one.hex() for one in path]
