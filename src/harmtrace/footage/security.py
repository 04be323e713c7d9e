"""Security markings of a feed (ST 0102): shown as they are written, never weighed."""

from harmtrace.footage.layouts import layout

_CLASSES = {1: "UNCLASSIFIED", 2: "RESTRICTED", 3: "CONFIDENTIAL", 4: "SECRET", 5: "TOP SECRET"}
_NAMES = {
    1: "classification",
    2: "country coding method",
    3: "classifying country",
    4: "SCI/SHI information",
    5: "caveats",
    6: "releasing instructions",
    7: "classified by",
    8: "derived from",
    9: "classification reason",
    10: "declassification date",
    11: "marking system",
    12: "object country coding method",
    13: "object countries",
    14: "classification comments",
    22: "version of ST 0102",
    23: "country coding version",
    24: "object country coding version",
}
_NUMBERS = frozenset((2, 12, 22))
_LONGEST = 400


def markings(value: bytes) -> tuple[tuple[str, str], ...]:
    """Return the fields of one security set as names and words, in its order; in hexadecimal what cannot be read.

    >>> markings(bytes.fromhex("010101030255530502464f"))
    (('classification', 'UNCLASSIFIED'), ('classifying country', 'US'), ('caveats', 'FO'))
    """
    known = layout(value)
    found = [(_NAMES.get(tag, f"tag {tag}"), _words(tag, value[start:end])) for tag, _, start, end in known.items]
    if known.broken is not None:
        found.append(("unreadable", value[known.broken :].hex()[:_LONGEST]))
    return tuple(found)


def _words(tag: int, value: bytes) -> str:
    if tag == 1 and len(value) == 1:
        return _CLASSES.get(value[0], f"class {value[0]}")
    if tag in _NUMBERS and 0 < len(value) <= 2:
        return str(int.from_bytes(value, "big"))
    if tag not in _NAMES:
        return value.hex()[:_LONGEST]
    # Country codes are UTF-16 by the standard; producers write ASCII too.
    wide = (tag == 13 and not value.isascii()) or b"\0" in value.rstrip(b"\0")
    return text(value, "utf-16-be" if wide else "utf-8")[:_LONGEST]


def text(value: bytes, encoding: str = "utf-8") -> str:
    """Return the words of an item; hexadecimal digits where they are none, or hold control characters."""
    try:
        words = value.decode(encoding).rstrip("\0")
    except UnicodeDecodeError:
        return value.hex()
    return words if words.isprintable() else value.hex()
