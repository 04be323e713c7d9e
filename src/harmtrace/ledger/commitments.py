"""Salted commitments: what may have to be erased stands beside the ledger, and the ledger holds it to its words."""

from collections.abc import Mapping
from hashlib import sha256

from harmtrace.errors import LedgerError
from harmtrace.ledger.canonical import canonical, canonical_name
from harmtrace.records.entry import Json

SALT_BYTES = 16


def commit(field: str, value: bytes, salt: bytes) -> str:
    """Return the commitment to a field's value (as canonical JSON): SHA-256 over the salt, the name and the value.

    Without the salt nothing can be guessed from it; with salt and value anybody can check it.
    """
    return sha256(b"%b[%b,%b]" % (salt, canonical_name(field), value)).hexdigest()


def held(field: str, opening: Json, commitment: str) -> Json:
    """Return the value that an opening (salt in hex, value) gives, checked against its commitment.

    Raises:
        LedgerError: it opens something else.
    """
    match opening:
        case [str() as salt, value] if len(salt) == 2 * SALT_BYTES and salt == salt.lower():
            try:
                found = commit(field, canonical(value), bytes.fromhex(salt))
            except ValueError:
                found = ""
            if found == commitment:
                return value
    raise LedgerError(f"{field}: found another value than the ledger was committed to")


def values(openings: Mapping[str, Json], commits: Mapping[str, str]) -> dict[str, Json]:
    """Return every value that was not erased, checked.

    Raises:
        LedgerError: an opening belongs to no commitment, or opens something else.
    """
    if unknown := sorted(set(openings) - set(commits)):
        raise LedgerError(f"{unknown[0]}: expected a field that the entry commits to")
    return {field: held(field, opening, commits[field]) for field, opening in openings.items()}
