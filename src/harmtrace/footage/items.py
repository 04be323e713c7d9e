"""Items of MISB ST 0601: which tag means what, and how its bytes become a number."""

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]

CHECKSUM, TIME, MISSION, SECURITY, EVENT_START, VMTI, CORE_ID = 1, 2, 3, 48, 72, 74, 94
LEAP_SECONDS, CORRECTION = 136, 137


class Form(StrEnum):
    """How the bytes of an item are meant."""

    SCALED = "scaled"  # an integer, spread over a range (ST 0601, "mapped")
    MAPPED = "mapped"  # IMAPB of ST 1201, of any length
    WHOLE = "whole"
    SIGNED = "signed"
    WORDS = "words"
    RAW = "raw"  # a set or pack of its own: kept as it stands


@dataclass(frozen=True, slots=True)
class Item:
    """One item of ST 0601.

    Attributes:
        size: bytes that the standard gives it; None where it may vary.
        low, high: range of a scaled or mapped number, in ``unit``.
        signed: the integer is in two's complement; its lowest value then says "no value" (out of range, off earth).
        many: it may stand in a packet more than once.
    """

    tag: int
    name: str
    form: Form
    size: int | None = None
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    unit: str = ""
    signed: bool = False
    many: bool = False

    @property
    def numeric(self) -> bool:
        """Tell whether its value is a number."""
        return self.form not in (Form.WORDS, Form.RAW)


# Scaled integers: tag, bytes, lowest, highest, unit, name. A negative lowest value over the whole
# negative of the highest means two's complement (ST 0601.19, section 8).
_SCALED = """
5 2 0 360 degrees platform heading
6 2 -20 20 degrees platform pitch
7 2 -50 50 degrees platform roll
13 4 -90 90 degrees sensor latitude
14 4 -180 180 degrees sensor longitude
15 2 -900 19000 metres sensor altitude
16 2 0 180 degrees horizontal field of view
17 2 0 180 degrees vertical field of view
18 4 0 360 degrees sensor relative azimuth
19 4 -180 180 degrees sensor relative elevation
20 4 0 360 degrees sensor relative roll
21 4 0 5000000 metres slant range
22 2 0 10000 metres target width
23 4 -90 90 degrees frame centre latitude
24 4 -180 180 degrees frame centre longitude
25 2 -900 19000 metres frame centre elevation
26 2 -3/40 3/40 degrees offset corner latitude 1
27 2 -3/40 3/40 degrees offset corner longitude 1
28 2 -3/40 3/40 degrees offset corner latitude 2
29 2 -3/40 3/40 degrees offset corner longitude 2
30 2 -3/40 3/40 degrees offset corner latitude 3
31 2 -3/40 3/40 degrees offset corner longitude 3
32 2 -3/40 3/40 degrees offset corner latitude 4
33 2 -3/40 3/40 degrees offset corner longitude 4
35 2 0 360 degrees wind direction
36 1 0 100 m/s wind speed
37 2 0 5000 mbar static pressure
38 2 -900 19000 metres density altitude
40 4 -90 90 degrees target latitude
41 4 -180 180 degrees target longitude
42 2 -900 19000 metres target elevation
45 2 0 4095 metres target error CE90
46 2 0 4095 metres target error LE90
49 2 0 5000 mbar differential pressure
50 2 -20 20 degrees platform angle of attack
51 2 -180 180 m/s platform vertical speed
52 2 -20 20 degrees platform sideslip
53 2 0 5000 mbar airfield pressure
54 2 -900 19000 metres airfield elevation
55 1 0 100 percent relative humidity
57 4 0 5000000 metres ground range
58 2 0 10000 kilograms fuel remaining
64 2 0 360 degrees platform magnetic heading
67 4 -90 90 degrees alternate platform latitude
68 4 -180 180 degrees alternate platform longitude
69 2 -900 19000 metres alternate platform altitude
71 2 0 360 degrees alternate platform heading
75 2 -900 19000 metres sensor ellipsoid height
76 2 -900 19000 metres alternate platform ellipsoid height
78 2 -900 19000 metres frame centre ellipsoid height
79 2 -327 327 m/s sensor north velocity
80 2 -327 327 m/s sensor east velocity
82 4 -90 90 degrees corner latitude 1
83 4 -180 180 degrees corner longitude 1
84 4 -90 90 degrees corner latitude 2
85 4 -180 180 degrees corner longitude 2
86 4 -90 90 degrees corner latitude 3
87 4 -180 180 degrees corner longitude 3
88 4 -90 90 degrees corner latitude 4
89 4 -180 180 degrees corner longitude 4
90 4 -90 90 degrees platform pitch, full
91 4 -90 90 degrees platform roll, full
92 4 -90 90 degrees platform angle of attack, full
93 4 -180 180 degrees platform sideslip, full
"""

# ST 1201 IMAPB: tag, most bytes, lowest, highest, unit, name.
_MAPPED = """
96 8 0 1500000 metres target width, extended
103 8 -900 40000 metres density altitude, extended
104 8 -900 40000 metres sensor ellipsoid height, extended
105 8 -900 40000 metres alternate platform ellipsoid height, extended
109 4 0 21000 km range to recovery
112 8 0 360 degrees platform course
113 4 -900 40000 metres altitude above ground
114 4 -900 40000 metres radar altimeter
117 4 -1000 1000 degrees/s sensor azimuth rate
118 4 -1000 1000 degrees/s sensor elevation rate
119 4 -1000 1000 degrees/s sensor roll rate
120 3 0 100 percent storage full
132 4 1 99999 MHz transmission frequency
134 4 0 100 percent zoom
"""

# Whole numbers: tag, bytes (0: any up to 8), w or s (two's complement), unit, name.
_WHOLE = """
1 2 w - checksum
2 8 w us time
8 1 w m/s true airspeed
9 1 w m/s indicated airspeed
34 1 w - icing detected
39 1 s Celsius outside air temperature
47 1 w - generic flags
56 1 w m/s ground speed
60 2 w - weapon load
61 1 w - weapon fired
62 2 w - laser PRF code
63 1 w - field of view name
65 1 w - version of ST 0601
72 8 w us event start
77 1 w - operational mode
110 0 w s time airborne
111 0 w rpm propulsion unit speed
123 1 w - satellites in view
124 1 w - positioning method
125 1 w - platform status
126 1 w - sensor control mode
131 0 w us take-off time
133 0 w GB storage capacity
136 0 s s leap seconds
137 0 s us correction offset
"""

_WORDS = {
    3: "mission",
    4: "tail number",
    10: "platform",
    11: "image source sensor",
    12: "image coordinate system",
    59: "call sign",
    70: "alternate platform name",
    106: "stream designator",
    107: "operational base",
    108: "broadcast source",
    129: "target id",
    135: "communications method",
}

# Sets and packs of their own. What follows targets (43, 44, 74) is kept as it stands and never decoded.
_RAW = {
    43: "target track gate width",
    44: "target track gate height",
    48: "security (ST 0102)",
    66: "deprecated",
    73: "RVT (ST 0806)",
    74: "VMTI (ST 0903)",
    81: "image horizon",
    94: "core identifier (ST 1204)",
    95: "SAR motion imagery (ST 1206)",
    97: "range image (ST 1002)",
    98: "geo-registration (ST 1601)",
    99: "composite imaging (ST 1602)",
    100: "segment (ST 1607)",
    101: "amend (ST 1607)",
    102: "SDCC-FLP (ST 1010)",
    115: "control command",
    116: "control command verification",
    121: "active wavelengths",
    122: "country codes",
    127: "sensor frame rate",
    128: "wavelengths",
    130: "airbase locations",
    138: "payloads",
    139: "active payloads",
    140: "weapons stores",
    141: "waypoints",
    142: "view domain",
    143: "metadata substream id",
}
_MANY = frozenset((66, 100, 101, 102, 115))


def _table() -> dict[int, Item]:
    items = [
        *(Item(tag, name, Form.WORDS) for tag, name in _WORDS.items()),
        *(Item(tag, name, Form.RAW, many=tag in _MANY) for tag, name in _RAW.items()),
    ]
    for line in _SCALED.split("\n")[1:-1]:
        tag, size, low, high, unit, name = line.split(" ", 5)
        bounds = Fraction(low), Fraction(high)
        items.append(Item(int(tag), name, Form.SCALED, int(size), *bounds, unit=unit, signed=bounds[0] == -bounds[1]))
    for line in _MAPPED.split("\n")[1:-1]:
        tag, _, low, high, unit, name = line.split(" ", 5)
        items.append(Item(int(tag), name, Form.MAPPED, None, Fraction(low), Fraction(high), unit=unit))
    for line in _WHOLE.split("\n")[1:-1]:
        tag, size, kind, unit, name = line.split(" ", 4)
        form = Form.SIGNED if kind == "s" else Form.WHOLE
        items.append(Item(int(tag), name, form, int(size) or None, unit=unit, signed=kind == "s"))
    return {item.tag: item for item in sorted(items, key=lambda item: item.tag)}


ITEMS = _table()
_MOST_BYTES = 8


@dataclass(frozen=True, slots=True)
class Scale:
    """How an integer becomes a number: ``(raw * times + plus) / by``; what lies outside the bounds is no number.

    The three constants are whole, and the products stay below 2**53 or end in zeros, so that the
    one division rounds once: the result is that of exact fractions.
    """

    times: float
    plus: float
    by: float
    least: float
    most: float


@cache
def scale(tag: int, size: int) -> Scale | None:
    """Return the scale of an item's integer, read from so many bytes; None where it has none or too many bytes."""
    item = ITEMS[tag]
    if not 1 <= size <= _MOST_BYTES:
        return None
    bits = 8 * size
    if item.form is Form.WHOLE:
        return Scale(1, 0, 1, 0, math.inf)
    if item.form is Form.SIGNED:
        return Scale(1, 0, 1, -math.inf, math.inf)
    if item.form is Form.MAPPED:
        return _imap(item, bits)
    bits = 8 * (item.size or size)  # of another length it is read as the standard's, where it fits (`fits`)
    if item.signed:
        most = 2 ** (bits - 1) - 1
        return Scale(item.high.numerator, 0, item.high.denominator * most, -most, most)
    most = 2**bits - 1
    return Scale(float(item.high - item.low), float(item.low * most), most, 0, most)


def _imap(item: Item, bits: int) -> Scale:
    """Return the reverse mapping of ST 1201 (IMAPB): ``(raw - zero offset) / forward scale + lowest``."""
    span = item.high - item.low
    power = math.ceil(math.log2(span))
    forward = Fraction(2) ** (bits - 1 - power)
    offset = forward * item.low - math.floor(forward * item.low) if item.low < 0 < item.high else Fraction(0)
    # (raw - offset) / forward + low = (raw + (forward * low - offset)) / forward, and the sum in brackets is whole
    # for every range of the table but that of tag 132, whose lowest value is 1.
    plus = forward * item.low - offset
    most = 2 ** (bits - 1) - (span != 2**power)
    return Scale(1, float(plus), float(forward), 0, float(most))


def fits(tag: int, size: int) -> bool:
    """Tell whether an item may have so many bytes, by the standard."""
    item = ITEMS[tag]
    if size == 0:
        return tag not in (CHECKSUM, TIME, 65)
    if not item.numeric:
        return True
    return 1 <= size <= _MOST_BYTES if item.size is None else size == item.size


def number(tag: int, value: bytes) -> float:
    """Return the number in an item's bytes; NaN where it says that there is none, or cannot be read safely.

    An integer with more bytes than the standard gives it is read where the bytes before are but
    filling (a known fault: a target width of two bytes written in four).

    >>> number(5, bytes.fromhex("71C2")), number(22, bytes.fromhex("000001C9")), number(13, bytes.fromhex("80000000"))
    (159.97436484321355, 69.73373006790264, nan)
    """
    known = scale(tag, len(value))
    if known is None:
        return math.nan
    raw = int.from_bytes(value, "big", signed=ITEMS[tag].signed)
    if not known.least <= raw <= known.most:
        return math.nan
    if _too_short(tag, len(value)):
        return math.nan
    return (float(raw) * known.times + known.plus) / known.by


def numbers(tag: int, rows: Bytes) -> Floats:
    """Return what :func:`number` gives for the bytes of each row, as one column."""
    size = rows.shape[1]
    known = scale(tag, size)
    if known is None or _too_short(tag, size):
        return np.full(len(rows), np.nan)
    raw = integers(rows, signed=ITEMS[tag].signed)
    values = raw.astype(np.float64)
    outside = (values < known.least) | (values > known.most)
    if known.times != 1:
        values *= known.times
    if known.plus:
        values += known.plus
    if known.by != 1:
        values /= known.by
    if outside.any():
        values[outside] = np.nan
    return values


def integers(rows: Bytes, *, signed: bool) -> NDArray[np.int64] | NDArray[np.uint64]:
    """Return the big-endian integer of each row of at most 8 bytes."""
    count, size = rows.shape
    width = 1 if size == 1 else 2 if size == 2 else 4 if size <= 4 else 8
    if size == width:
        whole = np.ascontiguousarray(rows)
    else:
        whole = np.zeros((count, width), dtype=np.uint8)
        whole[:, width - size :] = rows
        if signed:
            whole[rows[:, 0] >= 0x80, : width - size] = 0xFF
    kind = "i" if signed else "u"
    found = whole.view(np.dtype(f">{kind}{width}"))[:, 0]
    return found.astype(np.int64) if signed else found.astype(np.uint64)


def _too_short(tag: int, size: int) -> bool:
    """Tell whether a scaled number has fewer bytes than the standard gives it: nobody knows its scale then."""
    item = ITEMS[tag]
    return item.form is Form.SCALED and item.size is not None and size < item.size
