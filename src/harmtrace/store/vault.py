"""Originals by their SHA-256: written once, never opened for writing again, checked on every read."""

import os
from collections.abc import Iterator, Mapping
from hashlib import file_digest, sha256
from pathlib import Path

from harmtrace.errors import VaultError
from harmtrace.records.text import Sha256
from harmtrace.store.copying import copied
from harmtrace.store.durable import make_folder, settle


class Vault:
    """A folder of originals, each under the hash of its bytes: ``ab/cdef…``.

    A file is complete when it has its name: it is written under ``tmp``, made
    durable, then renamed. What a killed process left under ``tmp`` is nobody's.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, digest: Sha256) -> Path:
        """Return where the original of that hash lies, whether or not it is there."""
        return self.root / digest[:2] / digest[2:]

    def put(self, originals: Mapping[Sha256, bytes]) -> None:
        """Take originals in; when this returns, all of them would survive a loss of power.

        Raises:
            VaultError: bytes do not have the hash they are given under.
        """
        for digest, body in originals.items():
            if sha256(body).hexdigest() != digest:
                raise VaultError(f"original {digest}: its bytes have another hash")
        missing = {digest: body for digest, body in originals.items() if not self._holds(digest, body)}
        if not missing:
            return
        waiting = self.root / "tmp"
        make_folder(waiting)
        written = [(_write(waiting / digest, body), self.path(digest)) for digest, body in missing.items()]
        settle(one for one, _ in written)
        folders = {final.parent for _, final in written}
        for folder in folders:
            folder.mkdir(exist_ok=True)
        for one, final in written:
            one.rename(final)
        settle((*folders, self.root))

    def put_file(self, digest: Sha256, source: Path) -> None:
        """Take one file in without holding it in memory.

        Raises:
            VaultError: the file does not have that hash (it changed while it was read).
        """
        if self.path(digest).is_file() and file_hash(self.path(digest)) == digest:
            return
        waiting, final = self.root / "tmp" / digest, self.path(digest)
        make_folder(waiting.parent)
        waiting.unlink(missing_ok=True)
        found = copied(source, waiting, mode=0o444)
        if found != digest:
            waiting.unlink()
            raise VaultError(f"original {digest}: {source} has SHA-256 {found} now")
        final.parent.mkdir(exist_ok=True)
        waiting.rename(final)
        settle((final.parent, self.root))

    def get(self, digest: Sha256) -> bytes:
        """Return the bytes of an original, checked against its hash.

        Raises:
            VaultError: it is missing, or is not what was taken in.
        """
        path = self.path(digest)
        if not path.is_file():
            raise VaultError(f"original {digest}: expected at {path}, found nothing")
        body = path.read_bytes()
        if (found := sha256(body).hexdigest()) != digest:
            raise VaultError(f"original {digest}: the file at {path} has SHA-256 {found}")
        return body

    def check(self, digest: Sha256) -> None:
        """Compare an original with its hash, without holding it in memory.

        Raises:
            VaultError: it is missing, or is not what was taken in.
        """
        path = self.path(digest)
        if path.is_symlink() or not path.is_file():
            raise VaultError(f"original {digest}: expected a file at {path}, found none")
        if (found := file_hash(path)) != digest:
            raise VaultError(f"original {digest}: the file at {path} has SHA-256 {found}")

    def erase(self, digest: Sha256) -> None:
        """Remove an original that a redaction names."""
        path = self.path(digest)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            settle([path.parent])

    def files(self) -> Iterator[Path]:
        """Yield every file that lies in the vault, but for what a command is about to put there."""
        for path in sorted(self.root.rglob("*")) if self.root.is_dir() else ():
            if not path.is_dir() and path.parent != self.root / "tmp":
                yield path

    def tidy(self) -> None:
        """Remove what a killed process left half written."""
        waiting = self.root / "tmp"
        if waiting.is_dir():
            for path in waiting.iterdir():
                path.unlink()

    def _holds(self, digest: Sha256, body: bytes) -> bool:
        path = self.path(digest)
        return path.is_file() and path.stat().st_size == len(body) and path.read_bytes() == body


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _write(path: Path, body: bytes) -> Path:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444), "wb") as file:
        file.write(body)
    return path
