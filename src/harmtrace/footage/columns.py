"""Named columns of numbers in one aligned block of bytes: written once, then read from a memory map without a copy."""

import json
import mmap
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from harmtrace.errors import FootageError

Array = NDArray[np.generic]

#: What holds bytes: in memory, or a file mapped into it.
Buffer = bytes | bytearray | memoryview | mmap.mmap

_MAGIC = b"HTCOLS1\n"
_ALIGN = 64
_KINDS = frozenset({"|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8", "<f4", "<f8"})
_HEAD = len(_MAGIC) + 8


def pack(columns: Mapping[str, Array], note: str = "") -> Iterator[bytes]:
    """Yield the bytes of some columns, in order, with a note of what they are."""
    plain = {name: _little(one) for name, one in columns.items()}
    at, places = 0, []
    for name, one in plain.items():
        places.append({"name": name, "kind": one.dtype.str, "shape": one.shape, "at": at})
        at += _padded(one.nbytes)
    head = json.dumps({"note": note, "columns": places, "size": at}).encode()
    head += b" " * (_padded(_HEAD + len(head)) - _HEAD - len(head))
    yield _MAGIC + len(head).to_bytes(8, "little") + head
    for one in plain.values():
        yield one.tobytes()
        yield bytes(_padded(one.nbytes) - one.nbytes)


def unpack(buffer: Buffer) -> tuple[dict[str, Array], str]:
    """Return the columns of a block of bytes, which they share and cannot change, and its note.

    Raises:
        FootageError: the bytes are no such block, or end early.
    """
    view = memoryview(buffer).cast("B").toreadonly()
    try:
        if view[: len(_MAGIC)] != _MAGIC:
            raise FootageError("expected a block of columns, found other bytes")
        size = int.from_bytes(view[len(_MAGIC) : _HEAD], "little")
        head = json.loads(bytes(view[_HEAD : _HEAD + size]))
        columns = {one["name"]: _column(view, one, _HEAD + size) for one in head["columns"]}
        return columns, str(head["note"])
    except (ValueError, KeyError, TypeError) as error:
        raise FootageError(f"a block of columns cannot be read: {error}") from error


def _column(view: memoryview, one: Mapping[str, object], base: int) -> Array:
    kind, at, shape = one["kind"], one["at"], one["shape"]
    if kind not in _KINDS or not isinstance(at, int) or at < 0 or not isinstance(shape, list):
        raise FootageError(f"column {one.get('name')!r}: expected numbers, found kind {kind!r}")
    sizes = [int(size) for size in shape]
    if any(size < 0 for size in sizes):
        raise FootageError(f"column {one.get('name')!r}: expected a size, found {sizes}")
    many = int(np.prod(sizes, dtype=object)) if sizes else 1
    return np.frombuffer(view, dtype=np.dtype(str(kind)), count=many, offset=base + at).reshape(sizes)


def _little(one: Array) -> Array:
    found = np.ascontiguousarray(one)
    return found.astype(found.dtype.newbyteorder("<"), copy=False)


def _padded(size: int) -> int:
    return -(-size // _ALIGN) * _ALIGN
