"""Files -> documents of a case: originals into the vault, each document once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path

from harmtrace import intake
from harmtrace.errors import UsageError
from harmtrace.intake import gazetteers
from harmtrace.intake.fetching import Connector
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.texts import printable
from harmtrace.pipeline.progress import Progress, counted
from harmtrace.records.entry import Issue
from harmtrace.records.text import Document, Sha256
from harmtrace.store import Case, redacting, rows
from harmtrace.store.rows import RunId

# A batch is made durable and recorded at once: at most this many documents, this many bytes.
BATCH = 1_000
BATCH_BYTES = 32_000_000


@dataclass(slots=True, kw_only=True)
class Taking:
    """What taking files in came to.

    Attributes:
        new: documents taken in now; ``known``: documents that were in already, word for word.
        recorded: paths of recordings among them, not opened yet; ``recordings``: how many were taken in now.
        issues: what was rejected or odd, in the order of the files.
        opened: how the process was confined that opened files; None where none was needed.
    """

    new: int = 0
    known: int = 0
    opened: str | None = None
    recorded: list[Path] = field(default_factory=list)
    recordings: int = 0
    issues: list[Issue] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Batch:
    """What is to be kept next.

    Attributes:
        refused: where documents stand whose words were erased from the case, by the original they were read from now.
        served: originals that other documents are read from.
    """

    originals: dict[Sha256, bytes] = field(default_factory=dict)
    names: dict[Sha256, tuple[int, str]] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    bytes: int = 0
    refused: dict[Sha256, list[str]] = field(default_factory=dict)
    served: set[Sha256] = field(default_factory=set)

    @property
    def full(self) -> bool:
        return len(self.documents) >= BATCH or self.bytes >= BATCH_BYTES


def take(
    case: Case,
    run: RunId,
    paths: Sequence[Path],
    *,
    urls: Sequence[str] = (),
    connector: Connector | None = None,
    progress: Progress,
) -> Taking:
    """Take documents into a case, batch by batch; what a batch holds is kept for good or not at all.

    A document that is in already is not taken twice. Another text under a known id is
    refused with an issue that names both. ``urls`` are fetched, once each, through ``connector``.
    """
    with case.reading() as connection:
        held = rows.fingerprints(connection)
        erased, partly = redacting.erased_originals(connection), redacting.partly_erased(connection)
        words = redacting.erased_words(connection)
    taking, batch = Taking(), _Batch()
    original: intake.Original | None = None
    with Sandbox() as sandbox:
        read = intake.read(paths, sandbox=sandbox, recorded=taking.recorded.append)
        items = chain(read, intake.fetched(urls, sandbox=sandbox, connector=connector))
        for item in counted(items, "taking documents in", progress):
            match item:
                case Issue():
                    batch.issues.append(item)
                case intake.Original() if item.sha256 in erased:
                    batch.issues.append(_erased(item))
                case intake.Taken() if item.document.sha256 in erased:
                    continue
                case intake.Taken() if item.document.sha256 in partly and item.document.id not in held:
                    batch.issues.append(_erased_within(item))
                case intake.Taken() if held.get(item.document.id) != rows.fingerprint(item.document) and words.holds(
                    item.document.text
                ):
                    batch.refused.setdefault(item.document.sha256, []).append(_place(item, original))
                case intake.Original():
                    if batch.full:  # all that is read from those before is known by now
                        _keep(case, run, batch, taking)
                        batch = _Batch()
                    original = item
                    _set_by(case, item, batch)
                case intake.Taken():
                    _sort_in(case, item.document, held, taking, batch)
            if batch.full and isinstance(item, intake.Taken) and item.document.sha256 in batch.served:
                _keep(case, run, batch, taking)
                batch = _Batch()
        taking.opened = sandbox.kind
    _keep(case, run, batch, taking)
    return taking


def _erased(original: intake.Original) -> Issue:
    name = printable(original.path.name)
    message = f"{name}: its original (SHA-256 {original.sha256}) was erased from this case; it is not taken in again"
    return Issue(code="redacted-original", message=message, document=name)


def _erased_within(item: intake.Taken) -> Issue:
    message = (
        f"{item.original}: a document of this original was erased from this case; "
        "what the case does not hold of it already is not taken in"
    )
    return Issue(code="redacted-document", message=message)


def _place(item: intake.Taken, original: intake.Original | None) -> str:
    """Return the file, and the line of it, that a document was read from."""
    name = item.original if original is None or original.sha256 != item.original else printable(original.path.name)
    return name if item.line is None else f"{name}, line {item.line}"


def _erased_words(place: str, *, stays: bool) -> Issue:
    kept = "other documents are read from the file: it is kept, with these words" if stays else "nor is the file kept"
    return Issue(
        code="redacted-words",
        message=f"{place}: this document's words were erased from this case before; it is not taken in, {kept}",
    )


def _set_by(case: Case, original: intake.Original, batch: _Batch) -> None:
    """Put an original by for the vault; a file too large to hold goes there at once."""
    batch.names[original.sha256] = (original.size, printable(original.path.name))
    if original.data is None:
        case.vault.put_file(original.sha256, original.path)
    else:
        batch.originals[original.sha256] = original.data
        batch.bytes += original.size


def _sort_in(case: Case, document: Document, held: dict[str, bytes], taking: Taking, batch: _Batch) -> None:
    """Put a document into the batch where it is new; say why where it cannot be."""
    mark = rows.fingerprint(document)
    if document.id not in held:
        batch.served.add(document.sha256)
        held[document.id] = mark
        batch.documents.append(document)
        batch.bytes += len(document.text)
    elif held[document.id] == mark:
        batch.served.add(document.sha256)
        taking.known += 1
    else:
        first = _first(case, document.id, batch)
        if first.sha256 == document.sha256 and first.text != document.text:
            taking.known += 1  # the same original, read otherwise by a later version: as it was read first, it stays
        else:
            batch.issues.append(_clash(first, document))


def _first(case: Case, id: str, batch: _Batch) -> Document:
    for one in batch.documents:
        if one.id == id:
            return one
    with case.reading() as connection:
        found = rows.document(connection, id)
    if found is None:
        raise RuntimeError(f"document {id} was known and is gone")
    return found


def _clash(first: Document, second: Document) -> Issue:
    """Return what to say of two documents of one id: the first stays."""
    if first.text == second.text:
        names = ("language", "published", "source", "source_kind", "url", "title", "captured")
        differ = [name for name in names if getattr(first, name) != getattr(second, name)]
        message = f"{first.id}: taken in before with another {', '.join(differ)}; the first record stays"
        return Issue(code="document-described-anew", message=message, document=first.id)
    message = (
        f"{first.id}: two documents of one id: the one taken in first (original SHA-256 {first.sha256}) stays, "
        f"the other (original SHA-256 {second.sha256}) is refused; give it an id of its own"
    )
    return Issue(code="document-duplicate", message=message, document=first.id)


def _keep(case: Case, run: RunId, batch: _Batch, taking: Taking) -> None:
    """Make a batch durable: originals first, so that no row ever speaks of a missing one."""
    _leave_out(case, batch)
    case.vault.put(batch.originals)
    with case.writing() as connection:
        rows.keep_originals(connection, run, ((digest, size, name) for digest, (size, name) in batch.names.items()))
        rows.keep_documents(connection, run, batch.documents)
        rows.keep_intake_issues(connection, run, batch.issues)
    taking.new += len(batch.documents)
    taking.issues.extend(batch.issues)


def _leave_out(case: Case, batch: _Batch) -> None:
    """Say which documents were refused for words erased before; let go of an original that holds nothing else."""
    for digest, places in batch.refused.items():
        with case.reading() as connection:
            stays = digest in batch.served or rows.was_recorded(connection, digest)
        batch.issues.extend(_erased_words(place, stays=stays) for place in places)
        if not stays:
            del batch.names[digest]
            if batch.originals.pop(digest, None) is None:
                case.vault.erase(digest)


def keep_gazetteers(case: Case, run: RunId, paths: Sequence[Path]) -> tuple[Issue, ...]:
    """Take gazetteers into a case, where they hold for every later run too; return what is wrong with their rows.

    Raises:
        UsageError: two of them have one name.
        GazetteerError: a file cannot be read, or its first line does not name the columns.
    """
    if not paths:
        return ()
    names = [path.name for path in paths]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError(f"{twice}: two gazetteers have this name; places carry it, so each needs its own")
    _, issues = gazetteers.load(paths)
    for path in paths:
        body = path.read_bytes()
        digest = Sha256(sha256(body).hexdigest())
        case.vault.put({digest: body})
        with case.writing() as connection:
            rows.keep_originals(connection, run, [(digest, len(body), path.name)])
            rows.keep_gazetteer(connection, run, path.name, digest)
    with case.writing() as connection:
        rows.keep_intake_issues(connection, run, issues)
    return issues
