"""Issue, entry, draft, seal: one problem found in the data; one line of the ledger; a signed state of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A problem found in the data. Names the thing, the expectation and the finding.

    Attributes:
        code: short, stable, documented (``docs/issues.md``), e.g. ``row-coordinates``.
        document: id of the document, or the path of the file, or None.
        start, end: characters in the document (or the line number as ``start`` for tables), or None.
    """

    code: str
    message: str
    document: str | None = None
    start: int | None = None
    end: int | None = None


class Act(StrEnum):
    """What was done, of the seven acts that the ledger knows."""

    COLLECT = "collect"
    DERIVE = "derive"
    JUDGE = "judge"
    ASSESS = "assess"
    REDACT = "redact"
    EXPORT = "export"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a table that an entry speaks of: all with a primary key from ``first`` to ``last``.

    Attributes:
        root: Merkle root (hex) over the rows in order of their keys; empty in a draft, filled in when it is kept.
    """

    table: str
    first: int | str
    last: int | str
    root: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An act to be written into the ledger.

    Attributes:
        kind: what was acted on, in a word or two: ``document``, ``judgement``, ``strike log``.
        says: facts that anybody may read, for ever: numbers, versions, hashes of results. Never a name.
        private: what may have to be erased one day (who, why, file names). The entry holds
            a salted commitment to each; the words themselves lie beside the ledger.
        rows: the rows written in the same transaction.
    """

    act: Act
    kind: str
    says: Mapping[str, Json] = field(default_factory=dict)
    private: Mapping[str, Json] = field(default_factory=dict)
    rows: tuple[Rows, ...] = ()

    def __post_init__(self) -> None:
        if "rows" in self.private:
            raise RuntimeError("a draft's rows are given as rows, not as a private field")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger.

    Attributes:
        n: its place, from 1 without a gap.
        previous: hash of the entry before, zeros for the first.
        at: UTC, ISO 8601 to the second; ``clock``: where that time comes from.
        commits: for each private field the commitment to it (hex).
        hash: SHA-256 of a zero byte and the entry's canonical JSON (RFC 6962 leaf hash), hex.
    """

    n: int
    previous: str
    at: str
    clock: str
    act: Act
    kind: str
    says: Mapping[str, Json]
    commits: Mapping[str, str]
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The state of a ledger: how many entries it has, and the hash of the last.

    >>> Head().n
    0
    """

    n: int = 0
    hash: str = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A signed state of a ledger.

    Attributes:
        case: hash of the ledger's first entry, which tells one case from another.
        size: entries sealed; root: their Merkle root (RFC 6962); last: hash of the last of them.
        key: the Ed25519 public key; signature: over the seal's own text (``ledger.seals``). All hex.
        at: UTC, by the clock of the machine that sealed.
    """

    case: str
    size: int
    root: str
    last: str
    at: str
    key: str
    signature: str
