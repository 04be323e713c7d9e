"""Items in a packet: tags in BER-OID, lengths in BER, one after the other."""

from dataclasses import dataclass

_MOST_TAG_BYTES = 3
MOST_ITEMS = 1000
"""A packet with more items is not read to its end: ST 0601 has 143, of which five may be repeated."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the items of a packet stand, counted from the first byte of its value.

    Attributes:
        items: tag, first byte of the tag, first byte of the value, one past it; without an item that is cut off.
        broken: where an item begins that runs past the end, or cannot be read; None where all end with the packet.
    """

    items: tuple[tuple[int, int, int, int], ...]
    broken: int | None = None


def layout(value: bytes) -> Layout:
    """Return where the items of a packet's value stand.

    >>> layout(bytes.fromhex("4101138108020012")).items
    ((65, 0, 2, 3), (136, 3, 6, 8))
    """
    items: list[tuple[int, int, int, int]] = []
    at, size = 0, len(value)
    while at < size:
        begin = at
        if len(items) == MOST_ITEMS:
            return Layout(tuple(items), begin)
        tag = value[at]
        at += 1
        if tag & 0x80:
            tag &= 0x7F
            for _ in range(_MOST_TAG_BYTES):
                if at >= size:
                    return Layout(tuple(items), begin)
                octet = value[at]
                at += 1
                tag = tag << 7 | octet & 0x7F
                if not octet & 0x80:
                    break
            else:
                return Layout(tuple(items), begin)
        if at >= size:
            return Layout(tuple(items), begin)
        length = value[at]
        at += 1
        if length & 0x80:
            more = length & 0x7F
            if more == 0 or more > 8 or at + more > size:
                return Layout(tuple(items), begin)
            length = int.from_bytes(value[at : at + more], "big")
            at += more
        if at + length > size:
            return Layout(tuple(items), begin)
        items.append((tag, begin, at, at + length))
        at += length
    return Layout(tuple(items))
