"""Seals: a ledger's state in eight lines that can be signed, printed in a newspaper, and held against it later."""

import re
from collections.abc import Sequence

from harmtrace.errors import LedgerError
from harmtrace.ledger.ed25519 import signed
from harmtrace.ledger.tree import Growing
from harmtrace.records.entry import Seal

_HASH, _TIME = r"[0-9a-f]{64}", r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"
_FORM = re.compile(
    rf"harmtrace seal 1\ncase ({_HASH})\nentries ([1-9]\d{{0,15}})\nroot ({_HASH})\nlast ({_HASH})\nat ({_TIME})\n"
    rf"key ({_HASH})\nsignature ([0-9a-f]{{128}})\n"
)


def unsigned(seal: Seal) -> bytes:
    """Return what the signature of a seal is over: all of its lines but the last."""
    return (
        f"harmtrace seal 1\ncase {seal.case}\nentries {seal.size}\nroot {seal.root}\nlast {seal.last}\nat {seal.at}\n"
        f"key {seal.key}\n"
    ).encode()


def text_of(seal: Seal) -> str:
    """Return a seal as it is printed and kept in files."""
    return f"{unsigned(seal).decode()}signature {seal.signature}\n"


def read_seal(text: str, *, name: str) -> Seal:
    """Return the seal that a text holds, if its signature is that of its key.

    Blanks around the lines and between them do not matter: it may come from a printed page.

    Raises:
        LedgerError: the text is no seal, or its signature does not fit.
    """
    lines = (" ".join(line.split()) for line in text.splitlines())
    found = _FORM.fullmatch("".join(f"{line}\n" for line in lines if line))
    if found is None:
        raise LedgerError(f"{name}: expected the eight lines of a seal, found something else")
    case, size, root, last, at, key, signature = found.groups()
    seal = Seal(case=case, size=int(size), root=root, last=last, at=at, key=key, signature=signature)
    if not signed(bytes.fromhex(key), unsigned(seal), bytes.fromhex(signature)):
        raise LedgerError(f"{name}: the signature of the seal over {seal.size} entries is not that of its key")
    return seal


def hold(seal: Seal, leaves: Sequence[bytes], *, name: str) -> None:
    """Hold a ledger to a seal that was made of it.

    Raises:
        LedgerError: the ledger is another case's, was cut back since, or was written anew.
    """
    if not leaves or leaves[0].hex() != seal.case:
        raise LedgerError(f"{name}: the seal is of another case, or the ledger was begun anew")
    if seal.size > len(leaves):
        raise LedgerError(
            f"{name}: sealed {seal.size} entries at {seal.at}, found {len(leaves)}: this is an older state of the case"
        )
    if leaves[seal.size - 1].hex() != seal.last or Growing(leaves[: seal.size]).root.hex() != seal.root:
        raise LedgerError(f"{name}: the first {seal.size} entries are not those that were sealed at {seal.at}")
