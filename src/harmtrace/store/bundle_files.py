"""Edge: the files of a bundle, in a folder or in a ZIP file of one form only: any byte of it turned is found."""

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from harmtrace.errors import LedgerError

_CHUNK = 1 << 20
# Names in UTF-8, nothing compressed, the first day that ZIP knows: the same files make the same bytes.
_FLAGS, _DAY, _VERSION = 0x0800, 0x0021, 20
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
LARGEST = 0xFFFF_FFFF
Read = Callable[[int], bytes]


class Folder:
    """The files of a bundle in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._names: list[str] | None = None

    def names(self) -> list[str]:
        """Return the path of every file below the folder, in order; links and odd files are refused."""
        if self._names is None:
            found = []
            for folder, folders, files in os.walk(self.root):
                for name in (*folders, *files):
                    path = Path(folder, name)
                    if path.is_symlink() or not (path.is_dir() or path.is_file()):
                        raise LedgerError(f"{path.relative_to(self.root)}: found a link, or no plain file")
                if not folders and not files and Path(folder) != self.root:
                    raise LedgerError(f"{Path(folder).relative_to(self.root)}: found an empty folder")
                found += [Path(folder, name).relative_to(self.root).as_posix() for name in files]
            self._names = sorted(found)
        return self._names

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a file."""
        hashed = sha256()
        with (self.root / name).open("rb") as file:
            while chunk := file.read(_CHUNK):
                hashed.update(chunk)
        return hashed.hexdigest()

    def body(self, name: str) -> bytes:
        """Return the bytes of a file."""
        return (self.root / name).read_bytes()


class Zip:
    """The files of a bundle in a ZIP file as ``write_zip`` makes it; any other is refused."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._places: dict[str, tuple[int, int]] = {}
        with path.open("rb") as file:
            self._read(file.read)

    def _read(self, read: Read) -> None:
        central, at, prefix = [], 0, None
        while (head := read(4)) == b"PK\x03\x04":
            fields = _LOCAL.unpack(head + _whole(read, _LOCAL.size - 4))
            crc, size, length = fields[6], fields[7], fields[9]
            name = _whole(read, length)
            start = at + _LOCAL.size + length
            if local_head(name, crc, size) != _LOCAL.pack(*fields) + name:
                raise LedgerError(f"{self.path}, byte {at}: expected the head of a file as bundles have it")
            found = 0
            for chunk in _chunks(read, size):
                found = zlib.crc32(chunk, found)
            if found != crc:
                raise LedgerError(f"{self.path}, byte {start}: the file there was changed")
            top, _, inner = name.decode("utf-8", "replace").partition("/")
            if prefix not in (None, top) or not inner or inner in self._places or ".." in inner.split("/"):
                raise LedgerError(f"{self.path}, byte {at}: expected one folder, and each file once")
            prefix = top
            self._places[inner] = (start, size)
            central.append(central_entry(name, crc, size, at))
            at = start + size
        wanted = b"".join(central) + end_record(len(central), sum(map(len, central)), at)
        if head + read(len(wanted) + 1) != wanted:
            raise LedgerError(f"{self.path}, byte {at}: expected the list of its files, and nothing after it")

    def names(self) -> list[str]:
        """Return the path of every file, in order."""
        return sorted(self._places)

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a file."""
        hashed = sha256()
        for chunk in self._stretch(name):
            hashed.update(chunk)
        return hashed.hexdigest()

    def body(self, name: str) -> bytes:
        """Return the bytes of a file."""
        return b"".join(self._stretch(name))

    def _stretch(self, name: str) -> Iterator[bytes]:
        start, size = self._places[name]
        with self.path.open("rb") as file:
            file.seek(start)
            yield from _chunks(file.read, size)


def _whole(read: Read, many: int) -> bytes:
    found = read(many)
    if len(found) != many:
        raise LedgerError("the ZIP file is cut off")
    return found


def _chunks(read: Read, size: int) -> Iterator[bytes]:
    while size:
        chunk = _whole(read, min(size, _CHUNK))
        size -= len(chunk)
        yield chunk


def local_head(name: bytes, crc: int, size: int) -> bytes:
    """Return what stands before a file's bytes."""
    return _LOCAL.pack(b"PK\x03\x04", _VERSION, _FLAGS, 0, 0, _DAY, crc, size, size, len(name), 0) + name


def central_entry(name: bytes, crc: int, size: int, at: int) -> bytes:
    """Return a file's line in the list at the end."""
    made = (b"PK\x01\x02", _VERSION, _VERSION, _FLAGS, 0, 0, _DAY, crc, size, size, len(name), 0, 0, 0, 0, 0, at)
    return _CENTRAL.pack(*made) + name


def end_record(many: int, size: int, at: int) -> bytes:
    """Return what ends the list."""
    return _END.pack(b"PK\x05\x06", 0, 0, many, many, size, at, 0)
