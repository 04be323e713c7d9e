"""Arabic text in one spelling: marks dropped, letters and digits folded, with where each character stood."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

#: Vowel signs, tatweel, zero-width characters and direction controls: they stand for no letter.
MARKS: Final = (
    *range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5), 0x06E7, 0x06E8,
    *range(0x06EA, 0x06EE), *range(0x08D3, 0x0900), 0x0640, 0x061C, 0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
    *range(0x2060, 0x206A), 0xFEFF, 0xFE0F, 0x0621,
)  # fmt: skip
_LETTERS: Final = {
    **dict.fromkeys("أإآٱٲٳ", "ا"), **dict.fromkeys("ىئیېۍےي", "ي"), **dict.fromkeys("ؤۆۇۊ", "و"),
    **dict.fromkeys("ةۀہەھۂ", "ه"), **dict.fromkeys("کڪگ", "ك"), "پ": "ب", "چ": "ج", "ڤ": "ف", "ژ": "ز",
    "٫": ".", "٬": ",", "٪": "%", "؛": ";", "،": ",", "؟": "?", "۔": ".", "…": ".",
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("“„‟〝＂", "«"), "”": "»", "″": '"', **dict.fromkeys("‘’‚‛′ʼ‹›＇`", "'"), **dict.fromkeys("‐‑‒–—―−﹣－⁃ـ", "-"),
    **{chr(base + n): str(n) for base in (0x0660, 0x06F0, 0xFF10) for n in range(10)},
}  # fmt: skip
_UNKNOWN: Final = ord("□")
_TATWEEL: Final = 0x0640
#: Dots and blanks set into a word between lengthened letters, which hide it from a platform's filter ("قصـ.ـف").
BROKEN: Final = re.compile(r"(?<=[\u0620-\u064a])\u0640{1,20}(?:[.·•*،,]{1,3} ?| )\u0640{1,20}(?=[\u0620-\u064a])")


def _table() -> tuple[npt.NDArray[np.uint16], dict[int, str]]:
    """Return what each character of the basic plane becomes (0: nothing), and those that become several."""
    table = np.arange(0x10000, dtype=np.uint16)
    several: dict[int, str] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code))
        letters = "".join(_LETTERS.get(letter, letter) for letter in plain if ord(letter) not in MARKS and letter != " ")
        if len(letters) > 1:
            several[code] = letters
        table[code] = ord(letters[0]) if letters else 0
    for letter, into in _LETTERS.items():
        table[ord(letter)] = ord(into)
    for code in range(ord("A"), ord("Z") + 1):
        table[code] = code + 32
    for code in MARKS:
        table[code] = 0
    table[0xFFFF] = _UNKNOWN
    return table, several


_TABLE, _SEVERAL = _table()


@dataclass(slots=True)
class Letters:
    """A text in one spelling.

    Attributes:
        text: the folded text.
        starts: where each of its characters stood in the original, and the original's length at the end.
        source: the original.
        same: every character stands where it stood, for nothing was dropped.
        pieces: what was found in the text by one pass over all of it (pieces.py), once somebody asked.
    """

    text: str
    starts: Sequence[int]
    source: str
    same: bool = False
    pieces: tuple[list[int], list[int]] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original that a range of the folded text stands for; marks after it belong to it."""
        if self.same:
            return (start, end) if end > start else (start, start)
        if end <= start:
            return self.starts[start], self.starts[start]
        return self.starts[start], self.starts[end]

    def folded(self, at: int) -> int:
        """Return the first folded character that stood at or after a place of the original."""
        if self.same:
            return at if at < len(self.text) else len(self.text)
        return bisect_left(self.starts, at)

    def behind(self, at: int) -> int:
        """Return the first place of the folded text that stood behind a place of the original."""
        return at + 1 if self.same else bisect_right(self.starts, at)


@lru_cache(maxsize=8)
def letters(text: str) -> Letters:
    """Return a text in one spelling.

    >>> found = letters("قُتـــل ١٢ مدنيّاً")
    >>> found.text, found.original(0, 3)
    ('قتل 12 مدنيا', (0, 7))
    """
    written = text.encode("utf-16-le", "surrogatepass")
    broken = [(m.start(), m.end()) for m in BROKEN.finditer(text)] if "ـ" in text else []
    if len(written) > 2 * len(text):  # characters beyond the basic plane
        codes = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32), 0xFFFF).astype(np.uint16)
    else:
        codes = np.frombuffer(bytearray(written) if broken else written, dtype=np.uint16)
    for start, end in broken:
        codes[start:end] = _TATWEEL
    found = _TABLE.take(codes)
    if int(np.maximum.reduce(codes, initial=0)) >= 0xFB50 and ((codes >= 0xFB50) & (codes < 0xFEFD)).any():
        return _spread(codes, found, text)
    kept = np.flatnonzero(found)
    if len(kept) == len(text):
        return Letters(found.tobytes().decode("utf-16-le", "surrogatepass"), range(len(text) + 1), text, same=True)
    starts = array("q", kept.astype(np.int64, copy=False).tobytes())
    starts.append(len(text))
    return Letters(found.take(kept).tobytes().decode("utf-16-le", "surrogatepass"), starts, text)


def _spread(codes: npt.NDArray[np.uint16], found: npt.NDArray[np.uint16], text: str) -> Letters:
    """Return the same where some characters (ligatures) stand for several letters."""
    out: list[str] = []
    starts: list[int] = []
    for at, (code, into) in enumerate(zip(codes.tolist(), found.tolist(), strict=True)):
        written = _SEVERAL.get(code) or (chr(into) if into else "")
        out.append(written)
        starts.extend([at] * len(written))
    return Letters("".join(out), [*starts, len(text)], text)


def fold(word: str) -> str:
    """Return one word or phrase in the folded spelling.

    >>> fold("مائة"), fold("الأنقاض"), fold("ﻻ")
    ('مايه', 'الانقاض', 'لا')
    """
    return letters(word).text
