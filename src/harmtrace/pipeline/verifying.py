"""Is a case still what was recorded of it: entries, rows, results, originals; the first thing wrong is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harmtrace.errors import EvidenceError, InputError, VaultError
from harmtrace.ledger import Growing
from harmtrace.ledger.holding import Holding
from harmtrace.pipeline.progress import Progress, counted, quiet
from harmtrace.records.text import Sha256
from harmtrace.store import Case, checking, open_case, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found in order.

    Attributes:
        entries, originals: how many were checked; root: the Merkle root over all entries, hex.
        notices: what could not be said, or what an interrupted command left.
    """

    entries: int
    originals: int
    root: str
    notices: tuple[str, ...]


def verify(root: Path, *, progress: Progress = quiet) -> Verified:
    """Check a case as a whole: nothing changed, removed, added, put in another order or cut off.

    Raises:
        EvidenceError: names the first thing wrong.
    """
    try:
        case = open_case(root)
        with case.reading() as connection:
            problem = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            if problem != "ok":
                raise EvidenceError(f"{case.database}: expected a whole database, found: {problem}")
            progress("checking entries", 0)
            holding = checking.held(connection)
            progress("checking rows", 0)
            checking.check_rows(connection, holding)
            unsaid = checking.check_results(connection, holding)
            known = [digest for digest, _, _ in rows.originals(connection)]
            interrupted = any(one.finished is None for one in rows.runs(connection))
    except InputError as error:
        raise EvidenceError(str(error)) from error
    for digest in counted(iter(known), "checking originals", progress):
        case.vault.check(digest)
    notices = [*([] if unsaid is None else [unsaid]), *_strays(case, known, interrupted=interrupted)]
    return _verified(holding, len(known), notices)


def _verified(holding: Holding, originals: int, notices: Sequence[str]) -> Verified:
    return Verified(
        entries=holding.head.n,
        originals=originals,
        root=Growing(holding.leaves).root.hex(),
        notices=tuple(notices),
    )


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
