"""What a ledger holds the rest of a case to: gone through entry by entry, stopped at the first that is wrong."""

from dataclasses import dataclass, field

from harmtrace.errors import LedgerError
from harmtrace.ledger.canonical import parsed
from harmtrace.ledger.chain import read, rows_said
from harmtrace.ledger.commitments import values
from harmtrace.records.entry import Act, Entry, Head, Json, Rows


@dataclass(slots=True, kw_only=True)
class Holding:
    """What the entries say so far.

    Attributes:
        leaves: the hash of each entry, in order.
        rows: for each stretch of rows (table, first, last) the last entry that speaks of it, and what it says.
        roots: for each table of results the last entry that says its root, and the root.
        open_runs: runs that began and did not end, by the entry that began them.
        missing: (entry, field) whose words are gone, until a redaction names them.
    """

    head: Head = field(default_factory=Head)
    leaves: list[bytes] = field(default_factory=list)
    rows: dict[tuple[str, int | str, int | str], tuple[int, Rows]] = field(default_factory=dict)
    roots: dict[str, tuple[int, str]] = field(default_factory=dict)
    open_runs: dict[int, int] = field(default_factory=dict)
    missing: dict[tuple[int, str], None] = field(default_factory=dict)

    def add(self, body: bytes, *, hashed: bytes, openings: bytes | None) -> tuple[Entry, dict[str, Json]]:
        """Take the next entry in; return it with its private words, as far as they are there.

        Raises:
            LedgerError: it does not follow, has another hash, or its words are not those it was committed to.
        """
        entry = read(body, after=self.head)
        if entry.hash != hashed.hex():
            raise LedgerError(f"entry {entry.n}: expected the hash {entry.hash}, found {hashed.hex()} beside it")
        words = _words(entry, openings)
        self.missing.update(dict.fromkeys((entry.n, one) for one in entry.commits if one not in words))
        self._hold(entry, words)
        self.head = Head(n=entry.n, hash=entry.hash)
        self.leaves.append(hashed)
        return entry, words

    def _hold(self, entry: Entry, words: dict[str, Json]) -> None:
        for one in rows_said(entry, words):
            self.rows[one.table, one.first, one.last] = (entry.n, one)
        roots = entry.says.get("roots")
        if isinstance(roots, dict):
            self.roots.update({table: (entry.n, str(root)) for table, root in roots.items()})
        run = entry.says.get("run")
        if entry.kind == "run" and isinstance(run, int):
            if entry.says.get("state") == "begun":
                self.open_runs[run] = entry.n
            else:
                # What a cut-short run left is gone over by the next that ends.
                self.open_runs = {one: n for one, n in self.open_runs.items() if one > run}
        if entry.act is Act.REDACT:
            for named in _redacted(entry):
                self.missing.pop(named, None)

    def finish(self, head: Head) -> None:
        """Compare the end of the ledger with the head that is kept beside it.

        Raises:
            LedgerError: entries are missing at the end, or words that no redaction names.
        """
        if head != self.head:
            raise LedgerError(
                f"entry {self.head.n + 1}: expected a ledger of {head.n} entries that ends in {head.hash[:16]}…, "
                f"found {self.head.n} that end in {self.head.hash[:16]}…"
            )
        if self.missing:
            n, name = next(iter(self.missing))
            raise LedgerError(f"entry {n}: the words of {name!r} are gone, and no redaction names them")


def _words(entry: Entry, openings: bytes | None) -> dict[str, Json]:
    if openings is None:
        raise LedgerError(f"entry {entry.n}: expected its openings beside it, found none")
    try:
        found = parsed(openings)
        if not isinstance(found, dict):
            raise LedgerError("openings: expected one for each field")
        return values(found, entry.commits)
    except LedgerError as error:
        raise LedgerError(f"entry {entry.n}: {error}") from error


def _redacted(entry: Entry) -> list[tuple[int, str]]:
    named = entry.says.get("redacted", [])
    found = []
    for one in named if isinstance(named, list) else []:
        match one:
            case [int() as n, str() as name] if n < entry.n:
                found.append((n, name))
    return found
