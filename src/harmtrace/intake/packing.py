"""ZIP and gzip from strangers: names that lead outside, links and bombs are refused before they unfold."""

import re
import stat
import struct
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Protocol

from harmtrace.errors import InputError
from harmtrace.intake.parts import FREE_BYTES, RATIO, Part

_BLOCK = 1 << 18
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)), "conin$", "conout$")
)

# What the standard library raises over a broken pack.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    OSError,
    NotImplementedError,
    ValueError,
    RuntimeError,
)


class Unfolding(Protocol):
    """A packed file that unfolds as it is read."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, at most so many; none at the end."""
        ...


class PackError(InputError):
    """Says why a part of an archive is not unpacked."""


class ProportionError(PackError):
    """Says that a part unfolds to more than anything of its size should."""


class LockedError(PackError):
    """Says that a part asks for a password."""


def wrong_name(name: str, mode: int = 0) -> str | None:
    """Return what is wrong with a name in an archive, None for a plain path below it.

    Nothing is ever written under such a name; it would only deceive the reader, or whoever unpacks the original.

    >>> wrong_name("../../etc/passwd"), wrong_name("pages/one.html")
    ('a name that leads outside', None)
    """
    if stat.S_ISLNK(mode):
        return "a link"
    if mode and stat.S_IFMT(mode) and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "a device or pipe"
    if not name.strip() or any(ord(char) < 32 or 127 <= ord(char) < 160 for char in name):
        return "a name that is empty or holds control characters"
    if any(char in name for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff"):
        return "a name that is shown otherwise than it is written"
    if "\\" in name or name.startswith(("/", "~")) or _DRIVE.match(name):
        return "a name that starts outside"
    parts = name.removesuffix("/").split("/")
    if any(part in ("..", "") for part in parts) or any(_dots(part) for part in parts):
        return "a name that leads outside"
    if any(part.split(".")[0].rstrip().lower() in _DEVICES or ":" in part for part in parts):
        return "the name of a device or a stream"
    if any(part != part.strip() or (part.endswith(".") and part != ".") for part in parts):
        return "a name that ends in a dot or a space"
    if len(name) > 1_000 or any(len(part.encode("utf-8", "replace")) > 255 for part in parts):
        return "a name longer than a file's can be"
    return None


def _dots(part: str) -> bool:
    """Tell whether a part of a path looks like ``..`` in disguise."""
    plain = part.replace("%2e", ".").replace("%2E", ".").replace("．", ".").replace("․", ".").replace("‥", "..")
    return (
        plain.strip() in ("..", "...") or "%2f" in part.lower() or "%5c" in part.lower() or "／" in part or "∕" in part
    )


def plain_name(name: str) -> str:
    """Return a good name without ``.`` in it."""
    return str(PurePosixPath(name))


def unpacked(pack: zipfile.ZipFile, info: zipfile.ZipInfo, part: Part, *, limit: int | None = None) -> bytes:
    """Return the bytes of one entry of a ZIP, counted as they unfold.

    Raises:
        ProportionError: it is larger than the limit, or than its packed size allows for, or uses the archive up.
        LockedError: it asks for a password.
    """
    if info.flag_bits & _ENCRYPTED:
        raise LockedError("an entry that asks for a password")
    limit = part.file_bytes if limit is None else limit
    with pack.open(info) as file:
        return counted(file, info.compress_size, part, limit=limit)


def counted(file: Unfolding, packed: int, part: Part, *, limit: int) -> bytes:
    """Return what a packed file unfolds to.

    Raises:
        ProportionError: it is too much.
    """
    most = min(limit, max(FREE_BYTES, packed * RATIO))
    blocks: list[bytes] = []
    size = 0
    while block := file.read(_BLOCK):
        size += len(block)
        part.budget.bytes -= len(block)
        if size > most:
            raise ProportionError(f"more than {most:,} bytes out of {packed:,}")
        if part.budget.bytes < 0:
            raise ProportionError("more than all that one file may unfold to")
        blocks.append(block)
    return b"".join(blocks)
