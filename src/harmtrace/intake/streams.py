"""How the metadata streams of an MPEG transport stream are declared: read from its tables, without a library."""

_PACKET = 188
_METADATA = {0x06: "private data", 0x15: "metadata in access units"}
_REGISTRATION = 0x05
_MOST_PACKETS = 20_000


def streams(head: bytes) -> tuple[str, ...]:
    """Return a line for each stream of private data or metadata that the first bytes of a transport stream declare.

    ISO/IEC 13818-1, 2.4.4: the program association table names the map tables, these the streams and their types.
    """
    found: dict[int, str] = {}
    maps: set[int] = set()
    start = next(
        (at for at in (0, 4) if head[at : at + 1] == b"G" and head[at + _PACKET : at + _PACKET + 1] == b"G"), None
    )
    step = _PACKET
    if start is None:
        start, step = (4, 192) if head[4:5] == b"G" and head[196:197] == b"G" else (0, 0)
    if not step:
        return ()
    for number, at in enumerate(range(start, len(head) - _PACKET + 1, step)):
        if number > _MOST_PACKETS:
            break
        pid, section = _section(head[at : at + _PACKET])
        if not section:
            continue
        if pid == 0 and section[0] == 0x00:
            maps |= {
                int.from_bytes(section[i + 2 : i + 4], "big") & 0x1FFF
                for i in range(8, len(section) - 7, 4)
                if section[i : i + 2] != b"\0\0"
            }
        elif pid in maps and section[0] == 0x02:
            found |= _declared(section)
    return tuple(found[pid] for pid in sorted(found))


def _section(packet: bytes) -> tuple[int, bytes]:
    """Return the identifier of a packet and the section that begins in it, empty where none does."""
    pid = int.from_bytes(packet[1:3], "big") & 0x1FFF
    if packet[0] != 0x47 or not packet[1] & 0x40 or not packet[3] & 0x10:
        return pid, b""
    at = 5 + packet[4] if packet[3] & 0x20 else 4
    at += 1 + (packet[at] if at < len(packet) else 0)
    if at + 3 > len(packet):
        return pid, b""
    size = int.from_bytes(packet[at + 1 : at + 3], "big") & 0x0FFF
    return pid, packet[at : at + 3 + size]


def _declared(section: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    if len(section) < 12:
        return found
    at = 12 + (int.from_bytes(section[10:12], "big") & 0x0FFF)
    while at + 5 <= len(section) - 4:
        kind, pid = section[at], int.from_bytes(section[at + 1 : at + 3], "big") & 0x1FFF
        size = int.from_bytes(section[at + 3 : at + 5], "big") & 0x0FFF
        if kind in _METADATA:
            marks = [
                mark.decode("ascii", "replace")
                for mark in _registrations(section[at + 5 : min(at + 5 + size, len(section) - 4)])
                if mark.isalnum()
            ]
            found[pid] = f"0x{kind:02X}" + (f" with {' '.join(marks)}" if marks else "") + f", PID {pid}"
        at += 5 + size
    return found


def _registrations(descriptors: bytes) -> list[bytes]:
    found: list[bytes] = []
    at = 0
    while at + 2 <= len(descriptors):
        size = descriptors[at + 1]
        if descriptors[at] == _REGISTRATION and size >= 4:
            found.append(descriptors[at + 2 : at + 6])
        at += 2 + size
    return found


def synced(head: bytes, start: int, step: int) -> bool:
    """Tell whether packets of a transport stream begin at every step."""
    places = range(start, min(len(head), start + 5 * step), step)
    return len(places) > 1 and all(head[at] == 0x47 for at in places)
