"""Personal data erased on a person's decision; what follows from the rest is computed again."""

import re
from dataclasses import dataclass
from pathlib import Path

from harmtrace.errors import UsageError
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.pipeline.running import conclude_anew
from harmtrace.records.text import Sha256
from harmtrace.store import checking, footage, open_case, redacting

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """What a redaction came to: the entry that says so, a line for each thing that changed, and what still has it."""

    entry: int
    changes: tuple[str, ...]
    stays: tuple[str, ...]


def redact(root: Path, item: str, *, by: str, why: str, progress: Progress = quiet) -> Redacted:
    """Erase a document or recording (its id), an original (its SHA-256), or a judgement's names (``judgement:N``).

    Backups, bundles and reports that were handed out before keep what they hold.

    Raises:
        UsageError: no such item, or no name or reason given.
        LedgerError: the ledger is not in order; nothing is erased then.
    """
    if not by.strip() or not why.strip():
        raise UsageError("expected who redacts (--by) and why (--why), found nothing")
    case = open_case(root)
    with case.alone():
        case.compact_later()
        with case.writing() as connection:
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
            holding = checking.held(connection)
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            if item.startswith("judgement:") and item.removeprefix("judgement:").isdecimal():
                number = int(item.removeprefix("judgement:"))
                erased = redacting.judgement(connection, holding, number, by=by, why=why)
            elif footage.known(connection, item):
                erased = redacting.feed(connection, holding, item, by=by, why=why)
            elif _SHA256.fullmatch(item):
                erased = redacting.original(connection, holding, Sha256(item), by=by, why=why)
            else:
                erased = redacting.document(connection, holding, item, by=by, why=why)
        case.finish_erasing()
        changed = conclude_anew(case, progress=progress)
        case.compact()
    return Redacted(entry=erased.entry, changes=changed, stays=erased.stays)
