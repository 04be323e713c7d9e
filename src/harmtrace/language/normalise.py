"""Reversible normalisation: one spelling for quotes, dashes and spaces, offsets kept.

Every character of the normalised text knows which characters of the original it stands
for, so that words found in it can be quoted as they were written.
"""

import re
import unicodedata
from dataclasses import dataclass

_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\uff02"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a\uff07"
_HYPHEN = "\u2010\u2011\u2212\ufe63\uff0d"
_DASH = "\u2012\u2014\u2015\u2e3a\u2e3b\ufe58"
_SPACE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DROPPED = (
    "\u00ad\u0640\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

_CHANGES: dict[str, str] = {
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_HYPHEN, "-"),
    **dict.fromkeys(_DASH, "\u2013"),
    **dict.fromkeys(_SPACE, " "),
    **dict.fromkeys(_DROPPED, ""),
}
_CHANGED = re.compile(f"[{re.escape(''.join(_CHANGES))}]")
_SAME_LENGTH = {ord(char): one for char, one in _CHANGES.items() if one}


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in one spelling, and where each of its characters stood.

    Attributes:
        text: the normalised text.
        starts: for each of its characters, the first original character it stands for;
            None where every character keeps its place.
        ends: likewise, one past the last original character.
        size: length of the original in characters.
    """

    text: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None
    size: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original that a range of the normalised text stands for.

        An empty range gives an empty one, where its first character stood.
        """
        if self.starts is None or self.ends is None:
            return start, end
        first = self.starts[start] if start < len(self.starts) else self.size
        return (first, self.ends[end - 1]) if end > start else (first, first)

    def normalised(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the normalised text that stands for a range of the original.

        It holds every character that has a part in the range; empty where all of it was dropped.
        """
        if self.starts is None or self.ends is None:
            return start, end
        first = _first_above(self.ends, start)
        last = first
        while last < len(self.starts) and self.starts[last] < end:
            last += 1
        return first, last


def normalise(text: str) -> Normalised:
    r"""Return a text with plain quotes, hyphens, dashes and spaces, composed (NFC), unseen marks dropped.

    Quotation marks of all kinds become ``"`` or ``'``, hyphens and minus ``-``, long dashes
    an en dash, spaces of all widths a space. Soft hyphens, tatweel, zero-width characters and
    bidirectional controls are dropped. Newlines stay as they are.

    >>> found = normalise("\u201c\u0642\u062a\u0640\u0640\u0640\u0644\u201d")
    >>> found.text, found.original(1, 4)
    ('"\u0642\u062a\u0644"', (1, 7))
    """
    if text.isascii():
        return Normalised(text, None, None, len(text))
    if _CHANGED.search(text) is None and unicodedata.is_normalized("NFC", text):
        return Normalised(text, None, None, len(text))
    swapped = text.translate(_SAME_LENGTH)
    if not _has_dropped(swapped) and unicodedata.is_normalized("NFC", swapped):
        return Normalised(swapped, None, None, len(text))
    return _mapped(swapped)


_DROP = re.compile(f"[{_DROPPED}]")


def _has_dropped(text: str) -> bool:
    return _DROP.search(text) is not None


def _mapped(text: str) -> Normalised:
    """Compose cluster by cluster; the characters of a changed cluster share its whole range."""
    kept = [at for at, char in enumerate(text) if char not in _DROPPED]
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(kept):
        after = at + 1
        while after < len(kept) and _joins(text[kept[after]]):
            after += 1
        cluster = "".join(text[place] for place in kept[at:after])
        composed = cluster if len(cluster) == 1 and cluster.isascii() else unicodedata.normalize("NFC", cluster)
        if composed == cluster:
            starts.extend(kept[at:after])
            ends.extend(place + 1 for place in kept[at:after])
        else:
            starts.extend([kept[at]] * len(composed))
            ends.extend([kept[after - 1] + 1] * len(composed))
        out.append(composed)
        at = after
    return Normalised("".join(out), tuple(starts), tuple(ends), len(text))


def _joins(char: str) -> bool:
    """Tell whether a character may compose with the one before it (marks; vowels and finals of Hangul)."""
    return char > "\u02ff" and (
        unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff" or unicodedata.combining(char) != 0
    )


def _first_above(ends: tuple[int, ...], start: int) -> int:
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if ends[middle] > start:
            high = middle
        else:
            low = middle + 1
    return low
