"""Sparing: H.264 packets that no other picture needs and that fall between the frames looked at are left out."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

# PyAV's packets are looser typed than what is known here of them.
_Av: TypeAlias = Any

# The first slice is looked for in so many bytes, and among so many units.
_NEAR, _UNITS = 512, 8
# No picture is decoded before more than so many that are shown before it (ITU-T H.264 A.3.1).
_MOST = 16
_SLICE, _IDR, _REFERENCE = 1, 5, 0x60


@dataclass(slots=True)
class Told:
    """What is known of a packet's frame: its number in order of showing, whether it is to be looked at whole."""

    number: int
    due: bool


@dataclass(slots=True)
class _Shown:
    """A frame that is not decided on yet: time stamp, number, whether another is made from it."""

    pts: int
    number: int
    needed: bool


class Sparing:
    """Passes packets on, in order, but those that can be spared; frames without a packet passed on are never decoded.

    H.264 says of each picture whether others are made from it (``nal_ref_idc``, ITU-T H.264 7.4.1); from a picture just
    before an IDR picture none is made either. Where the scan would pass such a one over, it need not be decoded: the
    other pictures come out the same. What was left out is decoded afterwards where it matters in which frame a
    light came (``Scanner.doubts``).
    """

    def __init__(self, *, every: int, longest: int, prefix: int) -> None:
        """Prepare for one stream.

        ``every``: at least one frame in so many is looked at; ``longest``: ticks between two that are; ``prefix``:
        bytes of a unit's length, 0 where start codes part them.
        """
        self._every, self._longest, self._prefix = every, longest, prefix
        self._waiting: deque[_Av] = deque()
        self._group: list[_Shown] = []
        self._undecided: deque[_Shown] = deque()
        self._highest, self._last, self._numbered = -(1 << 62), -(1 << 62), 0
        self._spared: set[int] = set()
        self._told: dict[int, Told] = {}

    def told(self, pts: int | None) -> Told | None:
        """Return what is known of a frame, once."""
        return None if pts is None else self._told.pop(pts, None)

    def packets(self, packets: Iterator[_Av]) -> Iterator[_Av]:
        """Yield the packets that are to be decoded."""
        for packet in packets:
            pts = packet.pts
            if pts is None or not packet.size:
                yield from self._all_out()
                yield packet
                continue
            if len(self._group) > _MOST:  # the clock jumped back: it begins anew
                yield from self._all_out()
                self._highest = self._last = -(1 << 62)
            head = first_slice(packet, self._prefix)
            if pts > self._highest:  # what was shown before it is complete
                self._highest = pts
                if self._group:
                    if len(self._group) == 1 and head is not None and head & 31 == _IDR:
                        self._group[0].needed = False  # nothing is made from what lies before such a picture
                    self._numbers()
                    self._decide()
                    yield from self._out()
            self._group.append(_Shown(pts, 0, head is None or head & _REFERENCE > 0))
            self._waiting.append(packet)
        yield from self._all_out()

    def _numbers(self) -> None:
        if len(self._group) > 1:
            self._group.sort(key=lambda one: one.pts)
        for one in self._group:
            one.number = self._numbered
            self._numbered += 1
        self._undecided += self._group
        self._group = []

    def _decide(self, *, whole: bool = False) -> None:
        """Choose the next frames to look at: the last in reach that is decoded anyway, else the last in reach."""
        left = self._undecided
        while len(left) >= self._every or (left and (whole or left[-1].pts > self._last + self._longest)):
            chosen = 0
            found = False
            for k in range(min(self._every, len(left))):
                one = left[k]
                if k and one.pts > self._last + self._longest:
                    break
                if one.needed or not found:
                    chosen, found = k, found or one.needed
            for k in range(chosen + 1):
                one = left.popleft()
                if k < chosen and not one.needed:
                    self._spared.add(one.pts)
                else:
                    self._told[one.pts] = Told(one.number, k == chosen)
                    if k == chosen:
                        self._last = one.pts

    def _out(self) -> Iterator[_Av]:
        while self._waiting:
            pts = self._waiting[0].pts
            if pts in self._spared:
                self._spared.remove(pts)
                self._waiting.popleft()
            elif any(one.pts == pts for one in self._undecided):
                return
            else:
                yield self._waiting.popleft()

    def _all_out(self) -> Iterator[_Av]:
        if self._group:
            self._numbers()
        self._decide(whole=True)
        yield from self._out()
        while self._waiting:
            yield self._waiting.popleft()


def on_the_way(packets: Iterator[_Av], *, to: int, prefix: int) -> Iterator[_Av]:
    """Yield packets, but of those shown before a moment (ticks) only the ones that others may be made from."""
    for packet in packets:
        if packet.size and packet.pts is not None and packet.pts < to:
            head = first_slice(packet, prefix)
            if head is not None and head & _REFERENCE == 0:
                continue
        yield packet


def prefix_of(context: _Av) -> int:
    """Return how many bytes tell a unit's length in packets of a stream, 0 where start codes part its units.

    A record of ISO/IEC 14496-15 begins with 1; what is given with start codes begins with 0.
    """
    extra = context.extradata
    return (extra[4] & 3) + 1 if extra and len(extra) > 4 and extra[0] == 1 else 0


def first_slice(packet: _Av, prefix: int) -> int | None:
    """Return the first byte of a packet's first slice, None where it cannot be told."""
    return _slice(bytes(memoryview(packet)[:_NEAR]), prefix)


def _slice(data: bytes, prefix: int) -> int | None:
    """Return the first byte of the first slice, None where none is near.

    >>> _slice(bytes.fromhex("0000000109f0 000001019a"), 0), _slice(bytes.fromhex("00000002 09f0 00000002 4101"), 4)
    (1, 65)
    """
    at = 0
    for _ in range(_UNITS):
        if prefix:
            size = int.from_bytes(data[at : at + prefix], "big")
            begin, at = at + prefix, at + prefix + size
        else:
            begin = data.find(b"\0\0\1", at) + 3
            at = begin
            if begin < 3:
                return None
        if begin >= len(data):
            return None
        if data[begin] & 31 in (_SLICE, _IDR):
            return data[begin]
    return None
