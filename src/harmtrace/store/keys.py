"""Edge: the key that seals a case: Ed25519, kept encrypted (PKCS #8) in a file."""

import os
from dataclasses import dataclass
from pathlib import Path

from harmtrace.errors import UsageError

FILE = "seal.key"
_EXTRA = "signing needs the extra `seal`: pip install 'harmtrace[seal]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A private key in memory; ``public`` is its public half in hex."""

    secret: bytes
    public: str

    def sign(self, message: bytes) -> str:
        """Return the signature of a message, in hex."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret).sign(message).hex()


def make(path: Path, passphrase: str) -> SigningKey:
    """Return a new key, written to a file that only its owner can read, encrypted with a passphrase.

    Raises:
        UsageError: there is a file already, or signing is not installed.
    """
    try:
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    except ImportError as error:
        raise UsageError(_EXTRA) from error
    if not passphrase:
        raise UsageError(f"{path}: expected a passphrase for the key, found none")
    key = Ed25519PrivateKey.generate()
    body = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise UsageError(f"{path}: there is a key already; it is not replaced") from error
    with os.fdopen(number, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    return _held(key)


def load(path: Path, passphrase: str) -> SigningKey:
    """Return the key in a file.

    Raises:
        UsageError: there is none, the passphrase is wrong, or signing is not installed.
    """
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key
    except ImportError as error:
        raise UsageError(_EXTRA) from error
    if not path.is_file():
        raise UsageError(f"{path}: expected the key that seals, found none")
    try:
        key = load_pem_private_key(path.read_bytes(), passphrase.encode())
    except (ValueError, TypeError) as error:
        raise UsageError(f"{path}: this is no encrypted key, or the passphrase is another") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError(f"{path}: expected an Ed25519 key")
    return _held(key)


def _held(key: object) -> SigningKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError("expected an Ed25519 key")
    return SigningKey(secret=key.private_bytes_raw(), public=key.public_key().public_bytes_raw().hex())
