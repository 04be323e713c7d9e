"""Evidence bundles: BagIt folders whose every file is held by a manifest, and whose rows are held by the ledger."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

from harmtrace.errors import LedgerError
from harmtrace.ledger.canonical import parsed
from harmtrace.ledger.chain import entry_in, rows_said
from harmtrace.ledger.commitments import values
from harmtrace.ledger.seals import read_seal
from harmtrace.ledger.tree import consistent, included, leaf
from harmtrace.records.entry import Entry, Json, Seal

FORM = "harmtrace bundle 1"
LEDGER = "ledger.json"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PAYLOAD, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
INFO = "bag-info.txt"
ORIGINALS, ROWS = "data/originals/", "data/rows/"
_LINE = re.compile(r"([0-9a-f]{64})  ([^\x00-\x1f\\]+)\n")


class Files(Protocol):
    """The files of a bundle, in whatever they are kept."""

    def names(self) -> Sequence[str]:
        """Return the path of every file, with ``/`` between its parts, in order."""

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a file, in hex."""

    def body(self, name: str) -> bytes:
        """Return the bytes of a file."""


@dataclass(slots=True, kw_only=True)
class Checked:
    """What was found in order in a bundle.

    Attributes:
        root: the Merkle root that every proof leads to; ``size`` entries are under it.
        seals: those that the bundle holds and that its ledger stands up to.
        sealed: whether one of them is over that very root; where not, the root must be had from elsewhere.
    """

    code: str
    files: int
    entries: int
    rows: int
    size: int
    root: str
    case: str
    sealed: bool
    seals: list[Seal] = field(default_factory=list)


def manifest(digests: Mapping[str, str]) -> bytes:
    """Return the lines of a manifest, by path."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def check(files: Files, given: Sequence[Seal] = ()) -> Checked:
    """Check a bundle by itself: nothing changed, removed, added; every row and original held by the ledger.

    ``given`` are seals from elsewhere that it must stand up to.

    Raises:
        LedgerError: names the first thing wrong.
    """
    listed = _manifests(files)
    ledger = _ledger(files)
    entries = _entries(ledger)
    rows = _rows(files, ledger, entries)
    _originals(files, rows)
    _quotes(rows)
    _export(files, ledger, entries)
    seals = _seals(ledger)
    _given(given, seals, ledger)
    return Checked(
        code=ledger.code,
        files=len(listed),
        entries=len(entries),
        rows=len(rows),
        size=ledger.size,
        root=ledger.root.hex(),
        case=ledger.case,
        sealed=any(one.size == ledger.size for one in seals),
        seals=seals,
    )


# Files and manifests.


def _manifests(files: Files) -> Mapping[str, str]:
    """Compare every file with the manifests, and every line of them with the files."""
    names = files.names()
    for name in ("bagit.txt", PAYLOAD, TAGS, LEDGER):
        if name not in names:
            raise LedgerError(f"{name}: expected it in the bundle, found none")
    tags = _lines(files, TAGS)
    for name in (PAYLOAD, "bagit.txt"):
        if name in tags and files.digest(name) != tags[name]:
            raise LedgerError(f"{name}: was changed since the bundle was made")
    if files.body("bagit.txt") != DECLARATION.encode():
        raise LedgerError("bagit.txt: expected a BagIt 1.0 declaration, found something else")
    listed = {**tags, **_lines(files, PAYLOAD)}
    for name in names:
        if name != TAGS and name not in listed:
            raise LedgerError(f"{name}: found a file that no manifest lists")
    for name in sorted(listed):
        if name not in names:
            raise LedgerError(f"{name}: listed, and not there")
        if files.digest(name) != listed[name]:
            raise LedgerError(f"{name}: was changed since the bundle was made")
    return listed


def read_manifest(body: bytes, *, name: str) -> dict[str, str]:
    """Return the SHA-256 of each path that a manifest lists.

    Raises:
        LedgerError: it is none, or another form of it.
    """
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise LedgerError(f"{name}: expected lines of UTF-8") from error
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        form = _LINE.fullmatch(line)
        if form is None or form[2] in found or form[2].startswith("/") or ".." in form[2].split("/"):
            raise LedgerError(f"{name}, line {number}: expected a SHA-256 and a path")
        found[form[2]] = form[1]
    if manifest(found) != body:
        raise LedgerError(f"{name}: expected its lines in order of their paths")
    return found


def _lines(files: Files, name: str) -> dict[str, str]:
    found = read_manifest(files.body(name), name=name)
    for path in found:
        if path.startswith("data/") != (name == PAYLOAD) or path == TAGS:
            raise LedgerError(f"{name}: {path} does not belong there")
    return found


# The ledger's side.


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a bundle's ``ledger.json`` says."""

    code: str
    case: str
    size: int
    root: bytes
    last: str
    entries: list[Json]
    rows: list[Json]
    seals: list[Json]


def _ledger(files: Files) -> Told:
    value = parsed(files.body(LEDGER))
    match value:
        case {
            "form": form,
            "code": str() as code,
            "head": {"case": str() as case, "size": int() as size, "root": str() as root, "last": str() as last},
            "entries": list() as entries,
            "rows": list() as rows,
            "seals": list() as seals,
        } if form == FORM and entries:
            head = _hashes([root])[0]
            return Told(code=code, case=case, size=size, root=head, last=last, entries=entries, rows=rows, seals=seals)
    raise LedgerError(f"{LEDGER}: expected the form {FORM!r}, found another")


def _hashes(path: Json) -> list[bytes]:
    found = []
    for one in path if isinstance(path, list) else [None]:
        if not isinstance(one, str) or re.fullmatch("[0-9a-f]{64}", one) is None:
            raise LedgerError(f"{LEDGER}: expected a list of hashes")
        found.append(bytes.fromhex(one))
    return found


def _entries(ledger: Told) -> dict[int, tuple[Entry, Mapping[str, Json]]]:
    """Prove each entry under the head, and open what it discloses."""
    found: dict[int, tuple[Entry, Mapping[str, Json]]] = {}
    for one in ledger.entries:
        match one:
            case {"n": int() as n, "body": str() as text, "openings": dict() as openings, "path": path}:
                body = text.encode()
            case _:
                raise LedgerError(f"{LEDGER}: expected an entry with its openings and its path")
        entry = entry_in(body, name=f"entry {n}")
        if entry.n != n or n in found:
            raise LedgerError(f"entry {n}: expected each entry once, in its place")
        if included(leaf(body), n - 1, ledger.size, _hashes(path)) != ledger.root:
            raise LedgerError(f"entry {n}: its proof does not lead to the root of the ledger")
        try:
            found[n] = (entry, values(openings, entry.commits))
        except LedgerError as error:
            raise LedgerError(f"entry {n}: {error}") from error
    first, last = found.get(1), found.get(ledger.size)
    if first is None or first[0].hash != ledger.case or last is None or last[0].hash != ledger.last:
        raise LedgerError(f"{LEDGER}: expected the first and the last entry of the ledger among its entries")
    return found


def _rows(
    files: Files, ledger: Told, entries: Mapping[int, tuple[Entry, Mapping[str, Json]]]
) -> dict[str, Mapping[str, Json]]:
    """Prove each row under the root that an entry gives to its table or stretch; return rows by file."""
    found: dict[str, Mapping[str, Json]] = {}
    for one in ledger.rows:
        match one:
            case {
                "file": str() as name,
                "table": str() as table,
                "key": int() | str() as key,
                "entry": int() as n,
                "index": int() as index,
                "size": int() as size,
                "path": path,
            }:
                reached = _reached(files, name, index, size, _hashes(path))
            case _:
                raise LedgerError(f"{LEDGER}: expected rows with file, table, key, entry and proof")
        if n not in entries:
            raise LedgerError(f"{name}: the entry {n} that speaks of it is not in the bundle")
        if not name.startswith(ROWS) or name in found:
            raise LedgerError(f"{name}: expected each row once, under {ROWS}")
        if reached != _root_of(*entries[n], table=table, key=key):
            raise LedgerError(f"{name}: is not the row that the ledger speaks of")
        row = parsed(files.body(name))
        if not isinstance(row, dict):
            raise LedgerError(f"{name}: expected a row")
        found[name] = row
    for name in files.names():
        if name.startswith(ROWS) and name not in found:
            raise LedgerError(f"{name}: found a row that the ledger does not prove")
    return found


def _root_of(entry: Entry, words: Mapping[str, Json], *, table: str, key: int | str) -> str:
    roots = entry.says.get("roots")
    if isinstance(roots, dict) and isinstance(root := roots.get(table), str):
        return root
    for one in rows_said(entry, words):
        if one.table == table and one.first == one.last == key:
            return one.root
    raise LedgerError(f"entry {entry.n}: does not speak of row {key} of {table}")


def _reached(files: Files, name: str, index: int, size: int, path: list[bytes]) -> str:
    """Return the root that the proof of a row leads to, nothing where it has another form."""
    if name not in files.names():
        raise LedgerError(f"{name}: expected the row, found none")
    reached = included(leaf(files.body(name)), index, size, path)
    return "" if reached is None else reached.hex()


# What the files say of each other.


def _originals(files: Files, rows: Mapping[str, Mapping[str, Json]]) -> None:
    """Hold every original to the row that speaks of it."""
    known = {str(row.get("sha256")) for name, row in rows.items() if name.startswith(f"{ROWS}originals/")}
    there = {name.removeprefix(ORIGINALS): name for name in files.names() if name.startswith(ORIGINALS)}
    for digest, name in sorted(there.items()):
        if files.digest(name) != digest:
            raise LedgerError(f"{name}: the original has another SHA-256")
        if digest not in known:
            raise LedgerError(f"{name}: found an original that no row speaks of")
    if missing := sorted(known - set(there)):
        raise LedgerError(f"{ORIGINALS}{missing[0]}: expected the original, found none")
    for name, row in rows.items():
        if name.startswith(f"{ROWS}documents/") and row.get("sha256") not in known:
            raise LedgerError(f"{name}: its original is not in the bundle")


def _quotes(rows: Mapping[str, Mapping[str, Json]]) -> None:
    """Hold every claim to the words that it quotes."""
    texts = {
        str(row["id"]): str(row.get("text", "")) for name, row in rows.items() if name.startswith(f"{ROWS}documents/")
    }
    for name, row in rows.items():
        if not name.startswith(f"{ROWS}readings/"):
            continue
        text = texts.get(str(row.get("document")))
        if text is None:
            raise LedgerError(f"{name}: its document is not in the bundle")
        for id, start, end, quote in _claims(str(row.get("claims", "[]"))):
            if text[start:end] != quote:
                raise LedgerError(f"{name}: claim {id} quotes other words than its document has there")


def _claims(written: str) -> Iterator[tuple[str, int, int, str]]:
    """Yield id, first character, end and words of each claim of a reading: columns, or in earlier cases one by one."""
    held = json.loads(written)
    if isinstance(held, list):
        yield from ((one["id"], one["start"], one["end"], one["quote"]) for one in held)
        return
    for columns in held["kinds"].values():
        yield from zip(columns["id"], columns["start"], columns["end"], columns["quote"], strict=True)


def _export(files: Files, ledger: Told, entries: Mapping[int, tuple[Entry, Mapping[str, Json]]]) -> None:
    """Hold the payload to the entry that handed it out: the last of the ledger as it then was."""
    entry, words = entries[ledger.size]
    said = words.get("bundle")
    wanted = {"code": ledger.code, "manifest": sha256(files.body(PAYLOAD)).hexdigest()}
    if isinstance(said, dict) and "info" in said:  # bundles of before did not say
        found = sha256(files.body(INFO)).hexdigest() if INFO in files.names() else ""
        if said["info"] != found:
            raise LedgerError(f"{INFO}: is not what was handed out (entry {ledger.size})")
        wanted["info"] = found
    if entry.kind != "bundle" or said != wanted:
        raise LedgerError(f"{PAYLOAD}: is not the manifest of what was handed out (entry {ledger.size})")


def _seals(ledger: Told) -> list[Seal]:
    found = []
    for number, one in enumerate(ledger.seals, 1):
        match one:
            case {"text": str() as text, "path": path}:
                seal = read_seal(text, name=f"seal {number}")
            case _:
                raise LedgerError(f"{LEDGER}: expected seals with their text and path")
        if seal.case != ledger.case:
            raise LedgerError(f"seal {number}: is of another case")
        proof = _hashes(path)
        if not consistent(seal.size, bytes.fromhex(seal.root), ledger.size, ledger.root, proof):
            raise LedgerError(f"seal {number}: the ledger does not begin with what was sealed at {seal.at}")
        found.append(seal)
    return found


def _given(given: Sequence[Seal], held: Sequence[Seal], ledger: Told) -> None:
    for seal in given:
        if seal.case != ledger.case:
            raise LedgerError(f"the seal of {seal.at} is of another case")
        same = any((one.size, one.root) == (seal.size, seal.root) for one in held)
        if not same and (seal.size, seal.root) != (ledger.size, ledger.root.hex()):
            raise LedgerError(
                f"the seal of {seal.at} over {seal.size} entries: the bundle does not prove that it follows"
            )
