"""Is a case still what was recorded of it: entries, rows, results, originals; the first thing wrong is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from harmtrace.errors import EvidenceError, InputError, UsageError, VaultError
from harmtrace.ledger import Growing, ots, text_of
from harmtrace.ledger.holding import Holding
from harmtrace.ledger.seals import hold
from harmtrace.pipeline.bundling import seal_in
from harmtrace.pipeline.progress import Progress, counted, quiet
from harmtrace.pipeline.recomputing import recompute
from harmtrace.records.text import Sha256
from harmtrace.store import Case, anchoring, checking, footage, open_case, rows
from harmtrace.store import seals as kept_seals


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found in order.

    Attributes:
        entries, originals: how many were checked; root: the Merkle root over all entries, hex.
        seals: a line for each seal that the ledger stands up to, and for each of its anchors.
        notices: what could not be said, or what an interrupted command left.
    """

    entries: int
    originals: int
    root: str
    seals: tuple[str, ...]
    notices: tuple[str, ...]


def verify(
    root: Path,
    *,
    seals: Sequence[Path] = (),
    tsa_roots: Sequence[Path] = (),
    recomputed: bool = False,
    progress: Progress = quiet,
) -> Verified:
    """Check a case as a whole: nothing changed, removed, added, put in another order or cut off.

    ``seals`` are files with seals that were kept elsewhere: a case that was put back to an older
    state, or written anew, does not stand up to a later one. ``recomputed`` also makes every
    result again from the originals and compares.

    Raises:
        EvidenceError: names the first thing wrong.
    """
    try:
        case = open_case(root)
    except InputError as error:
        raise EvidenceError(str(error)) from error
    try:
        return _verified(case, seals=seals, tsa_roots=tsa_roots, recomputed=recomputed, progress=progress)
    except InputError as error:
        raise EvidenceError(str(error)) from error
    finally:
        case.engine.dispose()


def _verified(
    case: Case, *, seals: Sequence[Path], tsa_roots: Sequence[Path], recomputed: bool, progress: Progress
) -> Verified:
    with case.reading() as connection:
        problem = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if problem != "ok":
            raise EvidenceError(f"{case.database}: expected a whole database, found: {problem}")
        progress("checking entries", 0)
        holding = checking.held(connection)
        progress("checking rows", 0)
        checking.check_rows(connection, holding)
        stood = [*_kept_seals(connection, holding, tsa_roots), *_given_seals(seals, holding)]
        unsaid = checking.check_results(connection, holding)
        known = [digest for digest, _, _ in rows.originals(connection)]
        made = [digest for digest in footage.objects(connection) if digest not in set(known)]
        interrupted = any(one.finished is None for one in rows.runs(connection))
    for digest in counted(iter([*known, *made]), "checking originals", progress):
        case.vault.check(digest)
    notices = [*([] if unsaid is None else [unsaid]), *_strays(case, [*known, *made], interrupted=interrupted)]
    if recomputed:
        notices += recompute(case, progress=progress)
    return Verified(
        entries=holding.head.n,
        originals=len(known),
        root=Growing(holding.leaves).root.hex(),
        seals=tuple(stood),
        notices=tuple(notices),
    )


def _kept_seals(connection: Connection, holding: Holding, tsa_roots: Sequence[Path]) -> Iterator[str]:
    """Yield a line for each seal that the case holds, and for each anchor of it."""
    for number, seal in kept_seals.every(connection):
        hold(seal, holding.leaves, name=f"seal {number}")
        yield f"seal {number}: {seal.size} entries, {seal.at}, key {seal.key}"
        text = text_of(seal).encode()
        for anchor in kept_seals.anchors(connection, number):
            name = f"seal {number}, {anchor.kind} {anchor.origin}"
            if anchor.kind == anchoring.OTS:
                yield from (f"{name}: {one.line}" for one in ots.attested(anchor.body, sha256(text).digest()))
            else:
                yield _stamp(anchor, text, tsa_roots, name)


def _stamp(anchor: kept_seals.Anchor, text: bytes, tsa_roots: Sequence[Path], name: str) -> str:
    try:
        anchoring.need(anchoring.RFC3161)
    except UsageError as error:
        return f"{name}: not checked: {error}"
    return anchoring.stamped(anchor.body, text, roots=tsa_roots, name=name)


def _given_seals(paths: Sequence[Path], holding: Holding) -> Iterator[str]:
    for path in paths:
        seal = seal_in(path)
        hold(seal, holding.leaves, name=str(path))
        yield f"{path}: {seal.size} entries, {seal.at}, key {seal.key}"


def _strays(case: Case, known: Sequence[Sha256], *, interrupted: bool) -> list[str]:
    """Return notices of files in the vault that a command left which was cut short.

    Raises:
        VaultError: there is a file that no such command explains.
    """
    expected = {case.vault.path(digest) for digest in known}
    found = [path for path in case.vault.files() if path not in expected]
    for path in found:
        digest = Sha256(path.parent.name + path.name)
        if not interrupted or path.parent.parent != case.vault.root:
            raise VaultError(f"{path}: found a file that no entry speaks of")
        case.vault.check(digest)
    return [f"{path}: in no entry; a command that was cut short may have left it" for path in found]
