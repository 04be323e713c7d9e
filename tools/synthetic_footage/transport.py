"""An MPEG-2 transport stream of video and KLV telemetry (ISO/IEC 13818-1, MISB ST 1402), written packet by packet."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.synthetic_footage.encoding import CLOCK, Unit

PMT_PID, VIDEO_PID, KLV_PID = 0x1000, 0x100, 0x101
H264, MPEG4 = 0x1B, 0x10
PRIVATE, METADATA = 0x06, 0x15
_PACKET = 188
_TABLES_EVERY = CLOCK // 4
# The decoder's clock runs this far behind the time stamps.
_DELAY = CLOCK // 2


def write(
    path: Path,
    video: Sequence[Unit],
    telemetry: Sequence[Unit],
    *,
    stream_type: int = PRIVATE,
    video_type: int = H264,
    stamped: bool = True,
) -> None:
    """Write a file of one video and one telemetry stream.

    ``stream_type``: 0x06 (asynchronous, descriptor ``KLVA``) or 0x15 (synchronous, in metadata access units);
    ``stamped``: telemetry has time stamps.
    """
    counters: dict[int, int] = {}
    shift = max(0, -min((one.dts for one in video), default=0)) + _DELAY
    due = sorted([(one.dts, 0, one) for one in video] + [(one.dts, 1, one) for one in telemetry], key=lambda d: d[:2])
    last = None
    with path.open("wb") as file:
        for dts, which, unit in due:
            if last is None or dts - last >= _TABLES_EVERY:
                last = dts
                file.write(_section(0, _pat(), counters))
                file.write(_section(PMT_PID, _pmt(stream_type, video_type), counters))
            moved = Unit(unit.pts + shift, unit.dts + shift, unit.data, unit.key)
            if which == 0:
                pes = _pes(0xE0, moved, moved.data, stamped=True)
                pieces = _packets(VIDEO_PID, pes, counters, pcr=moved.dts - _DELAY // 2, key=moved.key)
            else:
                body = _access_unit(moved.data, counters) if stream_type == METADATA else moved.data
                pes = _pes(0xFC if stream_type == METADATA else 0xBD, moved, body, stamped=stamped)
                pieces = _packets(KLV_PID, pes, counters)
            for piece in pieces:
                file.write(piece)


# ---- tables


def _pat() -> bytes:
    return b"\x00\x01" + bytes((0xE0 | PMT_PID >> 8, PMT_PID & 0xFF))


def _pmt(stream_type: int, video_type: int) -> bytes:
    klva = b"\x05\x04KLVA"
    if stream_type == METADATA:  # metadata descriptor, ISO/IEC 13818-1 2.6.60, as ST 1402 fills it in
        klva = b"\x26\x09\x01\x00\xffKLVA\x00\x0f" + b"\x27\x09\xc0\x00\x00\xc0\x00\x00\xc0\x00\x00"
    streams = ((video_type, VIDEO_PID, b""), (stream_type, KLV_PID, klva))
    body = bytes((0xE0 | VIDEO_PID >> 8, VIDEO_PID & 0xFF, 0xF0, 0x00))
    for kind, pid, descriptor in streams:
        body += bytes((kind, 0xE0 | pid >> 8, pid & 0xFF, 0xF0, len(descriptor))) + descriptor
    return body


def _section(pid: int, body: bytes, counters: dict[int, int]) -> bytes:
    table = 0x00 if pid == 0 else 0x02
    length = len(body) + 9
    section = bytes((table, 0xB0 | length >> 8, length & 0xFF, 0x00, 0x01, 0xC1, 0x00, 0x00)) + body
    section += crc32(section).to_bytes(4, "big")
    head = bytes((0x47, 0x40 | pid >> 8, pid & 0xFF, 0x10 | _next(pid, counters), 0x00))
    return (head + section).ljust(_PACKET, b"\xff")


def crc32(data: bytes) -> int:
    """Return the checksum of a section (ISO/IEC 13818-1, annex A).

    >>> hex(crc32(b"123456789"))
    '0x376e6e7'
    """
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = ((value << 1) ^ 0x04C11DB7) & 0xFFFFFFFF if value & 0x80000000 else value << 1
    return value


# ---- elementary streams


def _pes(stream: int, unit: Unit, body: bytes, *, stamped: bool) -> bytes:
    fields = b""
    flags = 0x00
    if stamped:
        both = unit.pts != unit.dts
        flags = 0xC0 if both else 0x80
        fields = _stamp(0x3 if both else 0x2, unit.pts) + (_stamp(0x1, unit.dts) if both else b"")
    head = bytes((0x84, flags, len(fields))) + fields
    length = len(head) + len(body)
    size = 0 if length > 0xFFFF else length
    return b"\x00\x00\x01" + bytes((stream,)) + size.to_bytes(2, "big") + head + body


def _stamp(mark: int, ticks: int) -> bytes:
    ticks &= (1 << 33) - 1
    return bytes(
        (
            mark << 4 | (ticks >> 29) & 0x0E | 1,
            ticks >> 22 & 0xFF,
            (ticks >> 14) & 0xFE | 1,
            ticks >> 7 & 0xFF,
            (ticks << 1) & 0xFE | 1,
        )
    )


def _access_unit(data: bytes, counters: dict[int, int]) -> bytes:
    """Return bytes in a metadata access unit cell (ISO/IEC 13818-1 2.12.4)."""
    number = counters.get(-1, 0)
    counters[-1] = (number + 1) & 0xFF
    return bytes((0x00, number, 0xDF)) + len(data).to_bytes(2, "big") + data


def _packets(
    pid: int, pes: bytes, counters: dict[int, int], *, pcr: int | None = None, key: bool = False
) -> Iterator[bytes]:
    at, first = 0, True
    while at < len(pes):
        field = b""
        if first and pcr is not None:
            base = max(0, pcr)
            clock = (base << 15 | 0x7E00).to_bytes(6, "big")
            field = bytes((0x10 | (0x40 if key else 0),)) + clock
        room = _PACKET - 4 - (len(field) + 1 if field else 0)
        left = len(pes) - at
        if left < room:
            spare = room - left
            if not field:
                spare -= 1  # the byte that says how long the field is
                field = b"" if spare == 0 else b"\x00" + b"\xff" * (spare - 1)
                adaptation = bytes((len(field),)) + field
            else:
                field += b"\xff" * spare
                adaptation = bytes((len(field),)) + field
        else:
            adaptation = bytes((len(field),)) + field if field else b""
        size = _PACKET - 4 - len(adaptation)
        control = 0x30 if adaptation else 0x10
        head = bytes(((0x47), (0x40 if first else 0) | pid >> 8, pid & 0xFF, control | _next(pid, counters)))
        yield head + adaptation + pes[at : at + size]
        at += size
        first = False


def _next(pid: int, counters: dict[int, int]) -> int:
    counters[pid] = (counters.get(pid, -1) + 1) & 0x0F
    return counters[pid]
