"""The state of a case's ledger, signed, to be published or anchored elsewhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from harmtrace.errors import EvidenceError, UsageError
from harmtrace.ledger import Growing, text_of
from harmtrace.ledger.seals import unsigned
from harmtrace.records.entry import Seal
from harmtrace.store import Case, anchoring, checking, keys, now, open_case, seals
from harmtrace.store.keys import SigningKey
from harmtrace.store.seals import Anchor

Passphrase = Callable[[bool], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A seal as it is published, and what became of its anchors.

    Attributes:
        text: the eight lines.
        anchored: a line for each anchor; ``failed`` for each that could not be had.
    """

    text: str
    anchored: tuple[str, ...]
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """Whom to ask for an anchor: addresses of RFC 3161 authorities and of OpenTimestamps calendars."""

    tsa: tuple[str, ...] = ()
    calendars: tuple[str, ...] = ()


def key_of(root: Path, *, key: Path | None, passphrase: Passphrase) -> SigningKey:
    """Return the key that seals a case, made where there is none yet.

    ``passphrase`` gives it when asked; its argument tells whether it is for a new key.
    """
    path = root / keys.FILE if key is None else key
    return keys.load(path, passphrase(False)) if path.exists() else keys.make(path, passphrase(True))


def make_key(root: Path, *, key: Path | None, passphrase: Passphrase) -> str:
    """Return the public key (hex) that seals a case, made where there is none; one that is there stays."""
    path = root / keys.FILE if key is None else key
    return f"{path} (there already)" if path.exists() else keys.make(path, passphrase(True)).public


def seal(
    root: Path,
    *,
    passphrase: Passphrase,
    key: Path | None = None,
    by: str | None = None,
    anchors: Anchors | None = None,
) -> Sealed:
    """Sign the state of a case's ledger, record that, and anchor it where that is asked for.

    Raises:
        UsageError: there is nothing to seal, or the key cannot be used.
        LedgerError: the ledger is not in order; a seal would only cover that up.
    """
    wanted = anchors or Anchors()
    if wanted.tsa:
        anchoring.need(anchoring.RFC3161)
    case = open_case(root)
    with case.alone():
        signing = key_of(root, key=key, passphrase=passphrase)
        made, number = sealed(case, signing, by=by)
        done, failed = _anchor(case, number, text_of(made).encode(), wanted)
    return Sealed(text=text_of(made), anchored=tuple(done), failed=tuple(failed))


def sealed(case: Case, key: SigningKey, *, by: str | None) -> tuple[Seal, int]:
    """Seal a case that the caller holds; return the seal and its number."""
    with case.writing() as connection:
        holding = checking.held(connection)
        if not holding.leaves:
            raise UsageError(f"{case.root}: the ledger has no entry yet; there is nothing to seal")
        plain = Seal(
            case=holding.leaves[0].hex(),
            size=holding.head.n,
            root=Growing(holding.leaves).root.hex(),
            last=holding.head.hash,
            at=now(),
            key=key.public,
            signature="",
        )
        made = replace(plain, signature=key.sign(unsigned(plain)))
        return made, seals.keep(connection, made, by=by)


def _anchor(case: Case, number: int, text: bytes, wanted: Anchors) -> tuple[list[str], list[str]]:
    asked: Sequence[tuple[str, str, Callable[[str, bytes], bytes]]] = [
        *((anchoring.RFC3161, address, anchoring.time_stamp) for address in wanted.tsa),
        *((anchoring.OTS, address, anchoring.promised) for address in wanted.calendars),
    ]
    done, failed = [], []
    for kind, address, ask in asked:
        try:
            anchor = Anchor(kind=kind, origin=address, body=ask(address, text))
        except (UsageError, EvidenceError) as error:
            failed.append(f"{kind}: {error}")
            continue
        with case.writing() as connection:
            seals.keep_anchor(connection, number, anchor)
        done.append(f"{kind}: anchored at {address}")
    return done, failed
