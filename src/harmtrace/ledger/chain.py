"""Drafts -> entries that follow from each other; and the check that they still do."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from harmtrace.errors import LedgerError
from harmtrace.ledger.canonical import canonical, canonical_name, canonical_object, parsed
from harmtrace.ledger.commitments import SALT_BYTES, commit
from harmtrace.ledger.tree import leaf
from harmtrace.records.entry import Act, Draft, Entry, Head, Json, Rows

VERSION = 1
_EXACT = 2**53
# The fields of an entry in the order that canonical JSON gives them.
_BODY = b'{"act":"%b","at":%b,"clock":%b,"commits":%b,"kind":%b,"n":%d,"previous":"%b","says":%b,"v":%b}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An entry as it is stored: its canonical bytes, their hash, and the openings of what it commits to."""

    n: int
    body: bytes
    hash: bytes
    openings: bytes


def follow(
    head: Head, drafts: Iterable[Draft], *, at: str, clock: str, random: Callable[[int], bytes]
) -> Iterator[Kept]:
    """Yield the entries that drafts make after a head.

    ``at`` is UTC, ISO 8601 to the second, and ``clock`` says where it comes from;
    ``random`` gives so many bytes that nobody can guess, for the salts.
    """
    n, previous = head.n, head.hash
    # Put together from canonical parts: bulk is many thousand entries a second.
    when, ticks, version = canonical(at), canonical(clock), canonical(VERSION)
    for draft in drafts:
        n += 1
        private = {field: canonical(value) for field, value in draft.private.items()}
        if draft.rows:
            private["rows"] = b"[%b]" % b",".join(map(_row, draft.rows))
        commits, openings = {}, {}
        for field, written in private.items():
            salt = random(SALT_BYTES)
            commits[field] = b'"%b"' % commit(field, written, salt).encode()
            openings[field] = b'["%b",%b]' % (salt.hex().encode(), written)
        body = _BODY % (
            draft.act.value.encode(),
            when,
            ticks,
            canonical_object(commits),
            canonical_name(draft.kind),
            n,
            previous.encode(),
            canonical(dict(draft.says)),
            version,
        )
        hashed = leaf(body)
        yield Kept(n=n, body=body, hash=hashed, openings=canonical_object(openings))
        previous = hashed.hex()


def _row(rows: Rows) -> bytes:
    """Return rows as canonical JSON; ``rows_said`` reads them."""
    return b"[%b,%b,%b,%b]" % (
        canonical_name(rows.table),
        _key(rows.first),
        _key(rows.last),
        canonical(rows.root),
    )


def _key(key: int | str) -> bytes:
    return b"%d" % key if type(key) is int and 0 <= key < _EXACT else canonical(key)


def entry_in(body: bytes, *, name: str) -> Entry:
    """Return the entry that stored bytes hold, whatever comes before it.

    Raises:
        LedgerError: it is no entry.
    """
    try:
        value = parsed(body)
    except LedgerError as error:
        raise LedgerError(f"{name}: {error}") from error
    match value:
        case {
            "act": str() as act,
            "at": str() as at,
            "clock": str() as clock,
            "commits": dict() as commits,
            "kind": str() as kind,
            "n": int() as n,
            "previous": str() as previous,
            "says": dict() as says,
            "v": 1,
            **more,
        } if not more and act in set(Act):
            return Entry(
                n=n,
                previous=previous,
                at=at,
                clock=clock,
                act=Act(act),
                kind=kind,
                says=says,
                commits=commits,
                hash=leaf(body).hex(),
            )
    raise LedgerError(f"{name}: expected the fields of an entry, version {VERSION}; found others")


def read(body: bytes, *, after: Head) -> Entry:
    """Return the entry that stored bytes hold, if it follows from the one before.

    Raises:
        LedgerError: it is no entry, stands in another place, or does not follow.
    """
    n = after.n + 1
    entry = entry_in(body, name=f"entry {n}")
    if entry.n != n:
        raise LedgerError(f"entry {n}: expected number {n} in its place, found {entry.n}")
    if entry.previous != after.hash:
        raise LedgerError(f"entry {n} does not follow from entry {n - 1}" if n > 1 else "entry 1 is not the first")
    return entry


def rows_said(entry: Entry, words: Mapping[str, Json]) -> list[Rows]:
    """Return the rows that an entry speaks of, from its private words.

    Raises:
        LedgerError: they are no rows.
    """
    found = words.get("rows", [])
    held = []
    for one in found if isinstance(found, list) else [None]:
        match one:
            case [str() as table, int() | str() as first, int() | str() as last, str() as root]:
                held.append(Rows(table=table, first=first, last=last, root=root))
            case _:
                raise LedgerError(f"entry {entry.n}: expected rows as table, first, last and root")
    return held
