"""Edge: files, folders and what was just made, on the disk for good, or an error that says they may not be."""

import ctypes
import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

# Above this many files one sync of the file system costs less than one fsync a file.
_SYNC_FROM = 32


def settle(paths: Iterable[Path]) -> None:
    """Make files or folders durable: by one sync of their file system where they are many.

    Raises:
        OSError: the disk could not take them.
    """
    every = tuple(paths)
    if len(every) >= _SYNC_FROM:
        settle_all(every[0].parent)
        return
    for path in every:
        with _opened(path) as number:
            os.fsync(number)


def settle_all(folder: Path) -> None:
    """Make all that was written to the file system of a folder durable.

    Raises:
        OSError: the disk could not take it. (Where the system tells that of single files alone, it is not known here.)
    """
    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if call is None:
        os.sync()
        return
    with _opened(folder) as number:
        if call(number) != 0 and (failed := ctypes.get_errno()) != errno.ENOSYS:
            raise OSError(failed, os.strerror(failed), str(folder))


def make_folder(folder: Path) -> None:
    """Make a folder, and those around it that are not there, durably; one that is there stays.

    Raises:
        OSError: it cannot be made.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    settle(one.parent for one in missing)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    number = os.open(path, os.O_RDONLY)
    try:
        yield number
    finally:
        os.close(number)
