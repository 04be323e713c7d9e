"""Packets of ST 0601 in a stream of bytes: where each begins and ends, and what lies between them."""

import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from harmtrace.records.footage import Diagnostic

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

KEY = bytes.fromhex("060E2B34020B01010E01030101000000")
# Demultiplexers take the first five bytes of a packet for the header of an access unit at times, and drop them: what is
# looked for is the rest of the key (PyAV #1467; seen in published files).
LOST = 5
_REST = re.compile(re.escape(KEY[LOST:]))
_UNIVERSAL = re.compile(rb"\x06\x0e\x2b\x34.{12}", re.DOTALL)
# A header of a metadata access unit (ISO/IEC 13818-1, 2.12.4): service, sequence, flags, length of two bytes.
_UNIT_HEADER = 5
_SHOWN = 10


class Tally:
    """Counts what is malformed, by class and detail; keeps the first places of each."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self._found: dict[tuple[str, str | None], tuple[int, list[int]]] = {}

    def add(self, kind: str, places: Ints | list[int], detail: str | None = None) -> None:
        """Count one for each place (a byte offset in the stream)."""
        if len(places) == 0:
            return
        count, first = self._found.get((kind, detail), (0, []))
        few = np.sort(np.asarray(places, dtype=np.int64))[:_SHOWN].tolist()
        self._found[kind, detail] = count + len(places), sorted(first + few)[:_SHOWN]

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return a line for each class and detail, in the order of their names."""
        lines = sorted(self._found.items(), key=lambda one: (one[0][0], one[0][1] or ""))
        return tuple(
            Diagnostic(kind=kind, count=count, offsets=tuple(first), detail=detail)
            for (kind, detail), (count, first) in lines
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Packets:
    """Packets in a stream, one row each, in its order.

    Attributes:
        start: first byte of the key, as far as it is there; ``body``: first byte of the value; ``end``: one past it.
        cut: the first five bytes of the key are missing; ``short``: the value ends before its stated length.
    """

    start: Ints
    body: Ints
    end: Ints
    cut: NDArray[np.bool_]
    short: NDArray[np.bool_]
    tally: Tally = field(repr=False)

    def __len__(self) -> int:
        """Return the number of packets."""
        return len(self.start)


def find(data: bytes) -> Packets:
    """Return the packets in a stream; what is malformed in their framing is counted."""
    tally = Tally()
    bytes_ = np.frombuffer(data, dtype=np.uint8)
    rest = np.fromiter((found.start() for found in _REST.finditer(data)), dtype=np.int64)
    cut = ~_whole_key(bytes_, rest)
    start = np.where(cut, rest, rest - LOST)
    body, size, readable = _lengths(bytes_, rest + len(KEY) - LOST)
    following = np.append(start[1:], len(data)) if len(start) else start
    body = np.minimum(body, following)
    short = ~readable | (size > following - body)
    end = np.where(short, following, body + np.minimum(size, following - body))
    tally.add("key_cut", start[cut])
    tally.add("length_unreadable", start[~readable])
    tally.add("truncated", start[short & readable])
    _between(data, start, end, tally)
    return Packets(start=start, body=body, end=end, cut=cut, short=short, tally=tally)


def _whole_key(data: Bytes, rest: Ints) -> NDArray[np.bool_]:
    """Tell which of the keys' ends have the key's first bytes before them."""
    whole = rest >= LOST
    for back in range(1, LOST + 1):
        whole &= data[np.maximum(rest - back, 0)] == KEY[LOST - back] if len(data) else False
    return whole


def _lengths(data: Bytes, at: Ints) -> tuple[Ints, Ints, NDArray[np.bool_]]:
    """Return where the values begin, how long they say to be (BER, short and long form), and which can be read."""
    if not len(at):
        return at, at, np.zeros(0, dtype=np.bool_)
    last = len(data) - 1
    first = data[np.minimum(at, last)].astype(np.int64)
    more = np.where(first < 0x80, 0, first & 0x7F)
    readable = (at <= last) & (first != 0x80) & (more <= 8) & (at + more <= last)
    size = np.where(first < 0x80, first, 0)
    for step in range(1, 9):
        reads = readable & (more >= step)
        if not reads.any():
            break
        # A length beyond any stream is cut to one: what counts is that it does not fit.
        wide = np.minimum(size, 1 << 48) * 256 + data[np.minimum(at + step, last)]
        size = np.where(reads, wide, size)
    return at + 1 + np.where(readable, more, 0), size, readable


def _between(data: bytes, start: Ints, end: Ints, tally: Tally) -> None:
    """Count what stands between packets, before the first and after the last."""
    if not len(start):
        _foreign(data, 0, len(data), tally)
        return
    befores = np.append(0, end)
    nexts = np.append(start, len(data))
    for place in np.flatnonzero(befores < nexts).tolist():
        begin, stop = int(befores[place]), int(nexts[place])
        following = int(end[place]) - stop if place < len(start) else -1
        if not _unit_header(data[begin:stop], following):
            _foreign(data, begin, stop, tally)


def _unit_header(gap: bytes, following: int) -> bool:
    """Tell whether the bytes before a packet are the header of the access unit that it lies in."""
    if len(gap) != _UNIT_HEADER:
        return False
    return int.from_bytes(gap[3:], "big") == following or gap[2] & 0x0F == 0x0F


def _foreign(data: bytes, begin: int, stop: int, tally: Tally) -> None:
    """Count a stretch that is no packet of ST 0601: other universal sets by their key, all else as a gap."""
    if begin == stop:
        return
    keys = [(begin + found.start(), found.group()) for found in _UNIVERSAL.finditer(data[begin:stop])]
    for at, key in keys[:_SHOWN]:
        tally.add("other_set", [at], key.hex())
    if len(keys) > _SHOWN:
        tally.add("other_set", [at for at, _ in keys[_SHOWN:]], "and others")
    if not keys:
        tally.add("resynchronised", [begin])
