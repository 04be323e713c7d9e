"""Values of packets as columns: packets of one layout at once, odd ones one by one, with the same result."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage import items
from harmtrace.footage.items import ITEMS, Floats
from harmtrace.footage.layouts import MOST_ITEMS, Layout, layout
from harmtrace.footage.packets import KEY, LOST, Bytes, Ints, Packets

RIGHT, WRONG, PAYLOAD_ONLY, MISSING = 0, 1, 2, 3
_SUMS = {WRONG: "checksum_wrong", PAYLOAD_ONLY: "checksum_payload_only", MISSING: "checksum_missing"}
# Fewer packets of one layout than this are quicker read one by one.
_FEW = 8
# A stream that changes its layout all the time is read one by one from here on: the work stays in step with its size.
_MOST_LAYOUTS = 64
_CHUNK_BYTES = 1 << 25
_HIGHEST_NAMED = 255


class Columns:
    """The values of a stream's packets, filled in layout by layout.

    Attributes:
        numbers: by tag, one number a packet, NaN where there is none; ``spans``: by tag of what is no number, first
            byte and one past it in the stream, -1 where there is none; ``sums``: what the checksum says of each packet.
    """

    def __init__(self, data: bytes, packets: Packets) -> None:
        """Decode all packets."""
        self._data, self._packets, self._tally = data, packets, packets.tally
        self._bytes = np.frombuffer(data, dtype=np.uint8)
        self.numbers: dict[int, Floats] = {}
        self.spans: dict[int, Ints] = {}
        self.sums: NDArray[np.uint8] = np.full(len(packets), MISSING, dtype=np.uint8)
        self._odd(np.flatnonzero(packets.short))
        for alike in _alike(packets):
            self._group(alike)
        for code, kind in _SUMS.items():
            self._tally.add(kind, packets.start[(self.sums == code) & ~packets.short])  # a short one is told already

    # ---- packets of one length

    def _group(self, rows: Ints) -> None:
        """Decode packets whose keys, lengths of length and values are equally long."""
        first = int(rows[0])
        width = int(self._packets.end[first] - self._packets.start[first])
        step = max(_FEW, _CHUNK_BYTES // max(width, 1))
        for begin in range(0, len(rows), step):
            self._chunk(rows[begin : begin + step], width)

    def _chunk(self, rows: Ints, width: int) -> None:
        if len(rows) < _FEW:
            self._odd(rows)
            return
        start = self._packets.start
        windows = np.lib.stride_tricks.sliding_window_view(self._bytes, width)
        head = int(self._packets.body[rows[0]] - start[rows[0]])
        left, bytes_ = rows, windows[start[rows]]
        for _ in range(_MOST_LAYOUTS):
            if len(left) < _FEW:
                break
            known = layout(bytes_[0, head:].tobytes())
            fixed = _fixed(known, head)
            same = (bytes_[:, fixed] == bytes_[0, fixed]).all(axis=1)
            if known.broken is not None or int(same.sum()) < _FEW:
                same = np.zeros(len(left), dtype=np.bool_)
                same[0] = True
                self._odd(left[same])
            else:
                whole = bool(same.all())
                self._layout(left if whole else left[same], bytes_ if whole else bytes_[same], known, head)
                if whole:
                    return
            left, bytes_ = left[~same], bytes_[~same]
        self._odd(left)

    def _layout(self, rows: Ints, bytes_: Bytes, known: Layout, head: int) -> None:
        """Decode packets of one layout; each row of ``bytes_`` is a whole packet, the key included."""
        body = self._packets.body[rows]
        seen: set[int] = set()
        for tag, begin, value, end in known.items:
            item = ITEMS.get(tag)
            if item is None:
                self._tally.add("unknown_tag", body + begin, _named(tag))
                continue
            if tag in seen and not item.many:
                self._tally.add("repeated_tag", body + begin, f"tag {tag}")
            seen.add(tag)
            if tag == items.CHECKSUM:
                self._sums(rows, bytes_, head, head + value, head + end)
            if not items.fits(tag, end - value):
                self._tally.add("wrong_length", body + begin, f"tag {tag}")
            if item.numeric:
                self._column(tag)[rows] = items.numbers(tag, bytes_[:, head + value : head + end])
            else:
                span = self._span(tag)
                span[rows, 0], span[rows, 1] = body + value, body + end

    def _sums(self, rows: Ints, bytes_: Bytes, head: int, value: int, end: int) -> None:
        """Check the checksums of packets of one layout (ST 0601, 6.4.1: sum of words, modulo 2**16)."""
        if end - value != 2:
            self.sums[rows] = WRONG
            return
        stated = bytes_[:, value].astype(np.uint32) << 8 | bytes_[:, value + 1]
        cut = bool(self._packets.cut[rows[0]])
        whole = _sum(bytes_[:, :value], odd=cut)
        if cut:
            whole = (whole + np.uint32(_LOST_SUM)) & np.uint32(0xFFFF)
        codes = np.where(whole == stated, RIGHT, WRONG).astype(np.uint8)
        if (codes == WRONG).any():
            payload, values = _sum(bytes_[:, head:value], odd=False), _sum(bytes_[:, head : value - 2], odd=False)
            alone = (payload == stated) | (values == stated)
            codes[(codes == WRONG) & alone] = PAYLOAD_ONLY
        self.sums[rows] = codes

    # ---- one by one

    def _odd(self, rows: Ints | Sequence[int]) -> None:
        for row in rows:
            self._plain(int(row))

    def _plain(self, row: int) -> None:
        """Decode one packet."""
        packets = self._packets
        body, end = int(packets.body[row]), int(packets.end[row])
        known = layout(self._data[body:end])
        odd: dict[tuple[str, str | None], list[int]] = {}
        if known.broken is not None and not packets.short[row]:
            kind = "too_many_items" if len(known.items) == MOST_ITEMS else "item_cut"
            odd[kind, None] = [body + known.broken]
        last: dict[int, tuple[int, int]] = {}
        for tag, begin, start, stop in known.items:
            item = ITEMS.get(tag)
            if item is None:
                odd.setdefault(("unknown_tag", _named(tag)), []).append(body + begin)
                continue
            if tag in last and not item.many:
                odd.setdefault(("repeated_tag", f"tag {tag}"), []).append(body + begin)
            last[tag] = start, stop
            if not items.fits(tag, stop - start):
                odd.setdefault(("wrong_length", f"tag {tag}"), []).append(body + begin)
        for tag, (start, stop) in last.items():
            if tag == items.CHECKSUM:
                self.sums[row] = self._sum(row, body + start, body + stop)
            if ITEMS[tag].numeric:
                self._column(tag)[row] = items.number(tag, self._data[body + start : body + stop])
            else:
                self._span(tag)[row] = body + start, body + stop
        for (kind, detail), places in odd.items():
            self._tally.add(kind, places, detail)

    def _sum(self, row: int, value: int, end: int) -> int:
        if end - value != 2:
            return WRONG
        data, packets = self._data, self._packets
        stated = int.from_bytes(data[value:end], "big")
        lost = KEY[:LOST] if packets.cut[row] else b""
        if checksum(lost + data[int(packets.start[row]) : value]) == stated:
            return RIGHT
        body = int(packets.body[row])
        return PAYLOAD_ONLY if stated in (checksum(data[body:value]), checksum(data[body : value - 2])) else WRONG

    # ---- where the values go

    def _column(self, tag: int) -> Floats:
        if tag not in self.numbers:
            self.numbers[tag] = np.full(len(self._packets), np.nan)
        return self.numbers[tag]

    def _span(self, tag: int) -> Ints:
        if tag not in self.spans:
            self.spans[tag] = np.full((len(self._packets), 2), -1, dtype=np.int64)
        return self.spans[tag]


def checksum(data: bytes) -> int:
    """Return the sum of ST 0601: words of two bytes, big end first, modulo 2**16.

    >>> hex(checksum(bytes.fromhex("060E2B3402")))
    '0x3342'
    """
    return (sum(data[::2]) * 256 + sum(data[1::2])) & 0xFFFF


_LOST_SUM = checksum(KEY[:LOST])


def _sum(bytes_: Bytes, *, odd: bool) -> NDArray[np.uint32]:
    """Return the checksum of each row; ``odd``: its first byte is the second of a word."""
    width = bytes_.shape[1]
    first, last = (1 if odd else 0), width - (width - (1 if odd else 0)) % 2
    words = np.ascontiguousarray(bytes_[:, first:last]).view(">u2")
    total: NDArray[np.uint32] = words.sum(axis=1, dtype=np.uint32)
    if odd and width:
        total += bytes_[:, 0]
    if last < width:
        total += bytes_[:, last].astype(np.uint32) << 8
    return total & np.uint32(0xFFFF)


def _alike(packets: Packets) -> list[Ints]:
    """Return the rows of whole packets in groups of equal key, length of length, and length of value."""
    rows = np.flatnonzero(~packets.short)
    if not len(rows):
        return []
    head, size = packets.body[rows] - packets.start[rows], packets.end[rows] - packets.body[rows]
    order = np.lexsort((rows, packets.cut[rows], head, size))
    edges = np.flatnonzero(
        (np.diff(size[order]) != 0) | (np.diff(head[order]) != 0) | (np.diff(packets.cut[rows][order].astype(int)) != 0)
    )
    return [rows[one] for one in np.split(order, edges + 1)]


def _fixed(known: Layout, head: int) -> NDArray[np.intp]:
    """Return where the tags and lengths of a layout stand in a row."""
    parts = [np.arange(head + begin, head + value) for _, begin, value, _ in known.items]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.intp)


def _named(tag: int) -> str:
    return f"tag {tag}" if tag <= _HIGHEST_NAMED else f"tags above {_HIGHEST_NAMED}"
