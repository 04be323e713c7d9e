"""Edge: the files of a bundle into a folder or a ZIP file, put in place as a whole or not at all."""

import os
import shutil
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from harmtrace.errors import UsageError
from harmtrace.store.bundle_files import LARGEST, central_entry, end_record, local_head
from harmtrace.store.vault import file_hash

Content = bytes | Path
_CHUNK = 1 << 20
_MOST = 65_535


def digests(files: Mapping[str, Content]) -> dict[str, str]:
    """Return the SHA-256 of each file, by its path."""
    return {
        name: sha256(body).hexdigest() if isinstance(body, bytes) else file_hash(body) for name, body in files.items()
    }


def write(files: Mapping[str, Content], out: Path, *, name: str) -> None:
    """Write files into a new folder, or into a ZIP file (where ``out`` ends in .zip) below a folder of that name.

    Raises:
        UsageError: there is something of that name already, or too much for one ZIP file.
    """
    if out.exists():
        raise UsageError(f"{out}: expected a path where nothing is yet, found something")
    waiting = out.with_name(f".{out.name}.partial")
    with _in_place(waiting, out):
        if out.suffix.lower() == ".zip":
            with waiting.open("xb") as file:
                _zip(files, file, name)
                file.flush()
                os.fsync(file.fileno())
        else:
            _folder(files, waiting)


@contextmanager
def _in_place(waiting: Path, out: Path) -> Iterator[None]:
    _remove(waiting)
    try:
        yield
        waiting.rename(out)
    finally:
        _remove(waiting)
    settle(out.parent)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Make a file or a folder's list of names durable."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _folder(files: Mapping[str, Content], root: Path) -> None:
    root.mkdir()
    for name, body in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(body, bytes):
            path.write_bytes(body)
        else:
            shutil.copyfile(body, path)
    os.sync()


def _zip(files: Mapping[str, Content], file: BinaryIO, top: str) -> None:
    central: list[bytes] = []
    at = 0
    for name in sorted(files):
        whole = f"{top}/{name}".encode()
        body = files[name]
        crc, size = _measured(body)
        head = local_head(whole, crc, size)
        central.append(central_entry(whole, crc, size, at))
        at += len(head) + size
        if at > LARGEST or len(central) > _MOST:
            raise UsageError("the bundle is too large for one ZIP file; give a folder instead")
        file.write(head)
        if isinstance(body, bytes):
            file.write(body)
        else:
            with body.open("rb") as source:
                shutil.copyfileobj(source, file, _CHUNK)
    file.write(b"".join(central) + end_record(len(central), sum(map(len, central)), at))


def _measured(body: Content) -> tuple[int, int]:
    if isinstance(body, bytes):
        return zlib.crc32(body), len(body)
    found = size = 0
    with body.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found, size = zlib.crc32(chunk, found), size + len(chunk)
    return found, size
