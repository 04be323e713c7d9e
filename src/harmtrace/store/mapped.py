"""Edge: files that only save time, written beside and renamed into place, read as memory maps."""

import mmap
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file as a whole, so that no reader meets half of it; the folder above it is made.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=f"{path.name}.new-", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.writelines(parts)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read(path: Path) -> mmap.mmap:
    """Return a file as bytes that are read from the disk as far as they are asked for; it lives while they are used.

    Raises:
        OSError: there is none, it is empty, or it cannot be read.
    """
    with path.open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            raise OSError(f"{path} is empty")
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
