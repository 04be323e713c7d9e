"""Write packets of MISB ST 0601, right and wrong ones, for tests and for footage that the project makes itself."""

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from harmtrace.footage.decoding import checksum
from harmtrace.footage.items import CHECKSUM, ITEMS, Form, scale
from harmtrace.footage.packets import KEY

Value = float | int | str | bytes | None
Sum = Literal["right", "wrong", "payload", "missing"]


def packet(fields: Mapping[int, Value], *, sum_: Sum = "right", key: bytes = KEY) -> bytes:
    """Return one packet of values by tag, in the order given, in the units of ``footage.items`` (degrees, metres, us).

    None is the value that says "out of range"; bytes stand as they are, for sets, wrong lengths and unknown tags.
    The checksum is added last: right, wrong, taken over the payload alone, or left out.

    >>> packet({2: 1_500_000_000_000_000, 65: 13}).hex()[32:]
    '1102080005543df729c00041010d0102cead'
    """
    body = b"".join(item(tag, value) for tag, value in fields.items())
    if sum_ == "missing":
        return key + length(len(body)) + body
    head = key + length(len(body) + 4)
    body += bytes((CHECKSUM, 2))
    right = checksum(body if sum_ == "payload" else head + body)
    return head + body + ((right + (sum_ == "wrong")) & 0xFFFF).to_bytes(2, "big")


def item(tag: int, value: Value) -> bytes:
    """Return one item: tag, length, value."""
    data = encoded(tag, value)
    return tag_bytes(tag) + length(len(data)) + data


def encoded(tag: int, value: Value) -> bytes:
    """Return the bytes of a value.

    >>> encoded(5, 159.97436484321355).hex(), encoded(6, None).hex(), encoded(3, "A-1")
    ('71c2', '8000', b'A-1')
    """
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode()
    known = ITEMS[tag]
    size = known.size or (4 if known.form is Form.MAPPED else 8)
    if value is None:
        return (1 << (8 * size - 1)).to_bytes(size, "big")
    if known.form in (Form.WHOLE, Form.SIGNED):
        return int(value).to_bytes(size, "big", signed=known.signed)
    how = scale(tag, size)
    assert how is not None
    raw = round((value * how.by - how.plus) / how.times)
    return min(max(raw, int(how.least)), int(how.most)).to_bytes(size, "big", signed=known.signed)


def length(size: int) -> bytes:
    """Return a length in BER: one byte to 127, else the shortest long form.

    >>> length(5).hex(), length(200).hex(), length(300).hex()
    ('05', '81c8', '82012c')
    """
    if size < 0x80:
        return bytes((size,))
    data = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((0x80 | len(data),)) + data


def tag_bytes(tag: int) -> bytes:
    """Return a tag in BER-OID.

    >>> tag_bytes(65).hex(), tag_bytes(136).hex()
    ('41', '8108')
    """
    octets = [tag & 0x7F]
    while tag := tag >> 7:
        octets.append(0x80 | tag & 0x7F)
    return bytes(reversed(octets))


def mutated(packets: Sequence[bytes], count: int, *, seed: int = 1) -> list[bytes]:
    """Return as many packets as asked, each with bytes changed, lost, doubled, cut off or put between."""
    rng = np.random.default_rng(seed)
    made = []
    for number in range(count):
        data = bytearray(packets[number % len(packets)])
        for _ in range(int(rng.integers(1, 4))):
            at, kind = int(rng.integers(len(data) or 1)), int(rng.integers(6))
            if kind == 0 and data:
                data[at] = int(rng.integers(256))
            elif kind == 1 and data:
                data[at] ^= 1 << int(rng.integers(8))
            elif kind == 2:
                del data[at : at + int(rng.integers(1, 9))]
            elif kind == 3:
                data[at:at] = data[at : at + int(rng.integers(1, 40))]
            elif kind == 4:
                del data[at:]
            else:
                data[at:at] = rng.bytes(int(rng.integers(1, 9)))
        made.append(bytes(data))
    return made
