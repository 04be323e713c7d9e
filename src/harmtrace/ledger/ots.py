"""OpenTimestamps proofs: the part of the format that leads from a SHA-256 to calendars and Bitcoin blocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1, sha256

from harmtrace.errors import LedgerError

MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94"
_PENDING, _BITCOIN = bytes.fromhex("83dfe30d2ef90c8e"), bytes.fromhex("0588960d73d71901")
_SHA256, _SHA1, _APPEND, _PREPEND = 0x08, 0x02, 0xF0, 0xF1
_LONGEST, _DEEPEST = 4_096, 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested:
    """Where a proof ends: what was reached, and who vouches for it.

    Attributes:
        by: the address of a calendar that promised to carry it on, or ``bitcoin block N``,
            or ``unknown attestation`` with its tag.
        digest: what that calendar was given, or what that block's Merkle root must be (in the
            order of bytes that it is hashed in, the reverse of the one that explorers show).
    """

    by: str
    digest: bytes

    @property
    def line(self) -> str:
        """Return it in words."""
        if self.by.startswith("bitcoin"):
            return f"{self.by}: compare the Merkle root of that block with {self.digest[::-1].hex()}"
        return f"{self.by}: promised only; to be carried on to a block by an OpenTimestamps client"


def detached(digest: bytes, timestamp: bytes) -> bytes:
    """Return the proof file for something of that SHA-256, from what a calendar answered.

    Raises:
        LedgerError: the answer is no timestamp.
    """
    made = MAGIC + b"\x01" + bytes([_SHA256]) + digest + timestamp
    attested(made, digest)
    return made


def attested(proof: bytes, digest: bytes) -> tuple[Attested, ...]:
    """Return all that a proof file leads to.

    Raises:
        LedgerError: it is none, is for another SHA-256, or uses an operation that is not known here.
    """
    start = MAGIC + b"\x01" + bytes([_SHA256])
    if not proof.startswith(start):
        raise LedgerError("OpenTimestamps: expected a proof of version 1 over a SHA-256")
    reader = _Reader(proof, len(start))
    if reader.take(32) != digest:
        raise LedgerError("OpenTimestamps: the proof is for another SHA-256")
    found = tuple(_timestamp(reader, digest, _DEEPEST))
    if reader.at != len(proof):
        raise LedgerError("OpenTimestamps: found more after the end of the proof")
    return found


class _Reader:
    def __init__(self, body: bytes, at: int) -> None:
        self.body, self.at = body, at

    def take(self, many: int) -> bytes:
        if many > _LONGEST or self.at + many > len(self.body):
            raise LedgerError("OpenTimestamps: the proof is cut off, or a part of it too long")
        self.at += many
        return self.body[self.at - many : self.at]

    def number(self) -> int:
        found = shift = 0
        while True:
            (byte,) = self.take(1)
            found |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return found
            shift += 7
            if shift > 56:
                raise LedgerError("OpenTimestamps: found a number that is too long")

    def several(self) -> bytes:
        return self.take(self.number())


def _timestamp(reader: _Reader, message: bytes, deepest: int) -> Iterator[Attested]:
    if deepest == 0:
        raise LedgerError("OpenTimestamps: the proof is nested too deeply")
    while True:
        (tag,) = reader.take(1)
        more = tag == 0xFF
        if more:
            (tag,) = reader.take(1)
        if tag == 0:
            yield _attestation(reader, message)
        else:
            yield from _timestamp(reader, _applied(reader, tag, message), deepest - 1)
        if not more:
            return


def _applied(reader: _Reader, tag: int, message: bytes) -> bytes:
    if tag == _SHA256:
        return sha256(message).digest()
    if tag == _SHA1:
        return sha1(message, usedforsecurity=False).digest()
    if tag == _APPEND:
        return message + reader.several()
    if tag == _PREPEND:
        return reader.several() + message
    raise LedgerError(f"OpenTimestamps: the operation 0x{tag:02x} is not known here")


def _attestation(reader: _Reader, message: bytes) -> Attested:
    tag, payload = reader.take(8), reader.several()
    inner = _Reader(payload, 0)
    if tag == _PENDING:
        address = inner.several().decode("ascii", "replace")
        return Attested(by=f"calendar {address}", digest=message)
    if tag == _BITCOIN:
        return Attested(by=f"bitcoin block {inner.number()}", digest=message)
    return Attested(by=f"unknown attestation {tag.hex()}", digest=message)
