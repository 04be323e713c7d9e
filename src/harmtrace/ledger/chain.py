"""Drafts -> entries that follow from each other; and the check that they still do."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from harmtrace.errors import LedgerError
from harmtrace.ledger.canonical import canonical, canonical_object, parsed
from harmtrace.ledger.commitments import SALT_BYTES, commit
from harmtrace.ledger.tree import leaf
from harmtrace.records.entry import Act, Draft, Entry, Head, Json, Rows

VERSION = 1


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
        private: dict[str, Json] = dict(draft.private)
        if draft.rows:
            private["rows"] = [[one.table, one.first, one.last, one.root] for one in draft.rows]
        commits, openings = {}, {}
        for field, value in private.items():
            salt, written = random(SALT_BYTES), canonical(value)
            commits[field] = b'"%b"' % commit(field, written, salt).encode()
            openings[field] = b'["%b",%b]' % (salt.hex().encode(), written)
        body = canonical_object(
            {
                "act": b'"%b"' % draft.act.value.encode(),
                "at": when,
                "clock": ticks,
                "commits": canonical_object(commits),
                "kind": canonical(draft.kind),
                "n": b"%d" % n,
                "previous": b'"%b"' % previous.encode(),
                "says": canonical(dict(draft.says)),
                "v": version,
            }
        )
        hashed = leaf(body)
        yield Kept(n=n, body=body, hash=hashed, openings=canonical_object(openings))
        previous = hashed.hex()


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
