"""Edge: a file copied and hashed in one pass, past the page cache where the file system lets it; whole or an error."""

import errno
import fcntl
import mmap
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

# Written piece by piece: a multiple of every block size, small enough to stay in the processor's cache.
PIECE = 1 << 20
_BLOCK = 4_096
# Linux alone. Memory that the kernel takes for its cache of a new file costs more than the writing (ADR 0018).
_DIRECT = getattr(os, "O_DIRECT", 0)


def copied(source: Path, target: Path, *, mode: int) -> str:
    """Return the SHA-256 of a file whose bytes are now in a new file as well, durably.

    The folder of the new file is left to the caller. A piece is written while it is hashed.

    Raises:
        OSError: not all of it could be written (the disk is full, say); or ``target`` is there already.
    """
    hashed, pieces = sha256(), (mmap.mmap(-1, PIECE), mmap.mmap(-1, PIECE))
    under_way: Future[None] | None = None
    turn = done = 0
    with source.open("rb", buffering=0) as file, _opened(target, mode) as to, ThreadPoolExecutor(1) as writer:
        room = _set_aside(to, os.fstat(file.fileno()).st_size)
        while many := file.readinto(pieces[turn]):
            piece = memoryview(pieces[turn])[:many]
            if under_way is not None:
                under_way.result()
            under_way = writer.submit(_write_piece, to, piece)
            hashed.update(piece)
            turn, done = 1 - turn, done + many
        if under_way is not None:
            under_way.result()
        if room > done:  # it has shrunk meanwhile
            os.ftruncate(to, done)
        os.fsync(to)
    return hashed.hexdigest()


def write_all(to: int, body: bytes | memoryview) -> None:
    """Write all of the bytes to an open file: the system may take a part of them and say so.

    Raises:
        OSError: not all of it could be written.
    """
    left = memoryview(body)
    while left:
        left = left[os.write(to, left) :]


@contextmanager
def _opened(target: Path, mode: int) -> Iterator[int]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        to = os.open(target, flags | _DIRECT, mode)
    except OSError as error:  # this file system has no writing past the cache
        if error.errno != errno.EINVAL:
            raise
        target.unlink(missing_ok=True)
        to = os.open(target, flags, mode)
    try:
        yield to
    finally:
        os.close(to)


def _set_aside(to: int, size: int) -> int:
    """Return for how many bytes room is set aside now: a full disk is known before the first one."""
    if not (size and _DIRECT):
        return 0
    try:
        os.posix_fallocate(to, 0, size)
    except OSError as error:
        if error.errno not in (errno.EOPNOTSUPP, errno.EINVAL):
            raise
        return 0
    return size


def _write_piece(to: int, piece: memoryview) -> None:
    """Write a piece: whole blocks past the cache, what is left over through it."""
    whole = len(piece) // _BLOCK * _BLOCK
    done = 0
    while done < whole and fcntl.fcntl(to, fcntl.F_GETFL) & _DIRECT:
        try:
            done += os.write(to, piece[done:whole])
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
            _through_cache(to)
        if done % _BLOCK:  # cut short within a block: the rest is at no place that writing past the cache takes
            _through_cache(to)
    if done < len(piece):
        _through_cache(to)
        write_all(to, piece[done:])


def _through_cache(to: int) -> None:
    fcntl.fcntl(to, fcntl.F_SETFL, fcntl.fcntl(to, fcntl.F_GETFL) & ~_DIRECT)
