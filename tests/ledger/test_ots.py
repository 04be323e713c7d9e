"""OpenTimestamps proofs: what they lead to, and what is none."""

from hashlib import sha1, sha256

import pytest

from harmtrace.errors import LedgerError
from harmtrace.ledger import ots

DIGEST = sha256(b"a seal").digest()
PENDING = b"\x00" + bytes.fromhex("83dfe30d2ef90c8e") + b"\x0d\x0chttp://a.tst"
BLOCK = b"\x00" + bytes.fromhex("0588960d73d71901") + b"\x03\xe3\xd4\x15"


def test_a_proof_may_lead_to_several_who_vouch() -> None:
    proof = ots.detached(DIGEST, b"\xff\xf0\x01x\x08" + PENDING + b"\xff" + PENDING + b"\xf1\x01y\x02\x08" + BLOCK)
    first, second, third = ots.attested(proof, DIGEST)
    assert first == ots.Attested(by="calendar http://a.tst", digest=sha256(DIGEST + b"x").digest())
    assert second.digest == DIGEST
    block = sha256(sha1(b"y" + DIGEST, usedforsecurity=False).digest()).digest()
    assert third == ots.Attested(by="bitcoin block 354915", digest=block)
    assert block[::-1].hex() in third.line


def test_what_is_not_known_is_said() -> None:
    proof = ots.detached(DIGEST, b"\x00" + bytes(8) + b"\x01z")
    assert ots.attested(proof, DIGEST)[0].by == "unknown attestation 0000000000000000"


@pytest.mark.parametrize(
    "timestamp", [b"", b"\x08", b"\x67" + PENDING, PENDING + b"x", b"\x08" * 300 + PENDING, PENDING[:-1]]
)
def test_what_is_no_proof_is_refused(timestamp: bytes) -> None:
    with pytest.raises(LedgerError, match="OpenTimestamps"):
        ots.detached(DIGEST, timestamp)


def test_a_proof_for_something_else_is_refused() -> None:
    with pytest.raises(LedgerError, match="another SHA-256"):
        ots.attested(ots.detached(DIGEST, PENDING), sha256(b"other").digest())
    with pytest.raises(LedgerError, match="expected a proof"):
        ots.attested(b"x", DIGEST)
