"""Signatures: the first vectors of RFC 8032, section 7.1, and what is none of them."""

import pytest

from harmtrace.ledger.ed25519 import signed

VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS)
def test_a_signature_of_the_key_is_taken(key: str, message: str, signature: str) -> None:
    assert signed(bytes.fromhex(key), bytes.fromhex(message), bytes.fromhex(signature))


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS)
def test_any_bit_of_it_turned_is_refused(key: str, message: str, signature: str) -> None:
    for bit in range(0, 512, 37):
        turned = (int(signature, 16) ^ (1 << bit)).to_bytes(64, "big")
        assert not signed(bytes.fromhex(key), bytes.fromhex(message), turned)
    assert not signed(bytes.fromhex(key), bytes.fromhex(message) + b"\0", bytes.fromhex(signature))


def test_a_signature_with_the_order_added_is_refused() -> None:
    key, message, signature = (bytes.fromhex(one) for one in VECTORS[1])
    order = 2**252 + 27742317777372353535851937790883648493
    whole = int.from_bytes(signature[32:], "little") + order
    assert not signed(key, message, signature[:32] + whole.to_bytes(32, "little"))


@pytest.mark.parametrize(("key", "signature"), [(b"", b""), (b"\xff" * 32, bytes(64)), (bytes(31), bytes(64))])
def test_what_is_no_key_is_refused(key: bytes, signature: bytes) -> None:
    assert not signed(key, b"", signature)
