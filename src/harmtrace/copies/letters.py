"""Text -> words with their places and hashes, a whole text at a time by tables of characters."""

import unicodedata
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Indices = NDArray[np.int64]
Scanned = tuple[Indices, Indices, Hashes]
"""First character of each word, one past its last, and its hash."""

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
"""Combining marks that stand within words, as a character class: they are no \\w."""

_LETTERS = str.maketrans("أإآٱىةؤئگک", "اااايهوىكك", "ـ")
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_ALL = (1 << 64) - 1
_BLOCK = 256
_SLICE = 1 << 16
_MARK = 2


def fold_letters(text: str) -> str:
    """Return a text without case, accents, vowel signs and letter variants.

    Every character is folded for itself, so that the folds of two texts, joined, are the fold of
    the joined texts.
    """
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    plain = "".join(c for c in parts if not unicodedata.combining(c)).translate(_LETTERS).casefold()
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain)


class Letters:
    """What each character is to a word, looked up once and kept in tables.

    The hash of a word is a polynomial in its folded characters over 64 bits, the same on every
    machine; two words of one hash are not to be met with in practice.
    """

    def __init__(self) -> None:
        self._kinds = np.zeros(0x110000, dtype=np.uint8)
        self._values = np.zeros(0x110000, dtype=np.uint64)
        self._spans = np.ones(0x110000, dtype=np.uint8)
        self._known = np.zeros(0x110000 // _BLOCK, dtype=bool)
        self._powers = _powers(_BASE, _SLICE)
        self._inverses = _powers(_INVERSE, _SLICE)
        self._learn(0)

    def scan(self, text: str) -> Scanned:
        """Return the words of a text: word characters and the marks after them, as ``found``."""
        parts = [self._scan(text[start:end], start) for start, end in _slices(text)]
        if len(parts) == 1:
            return parts[0]
        starts, ends, hashes = (np.concatenate(column) for column in zip(*parts, strict=True))
        return starts, ends, hashes

    def _scan(self, text: str, offset: int) -> Scanned:
        """Return the words of a part of a text that is cut where no word is."""
        # A space on either side, so that every word begins and ends.
        letters = np.frombuffer(f" {text} ".encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.intp)
        if not text.isascii():
            self._meet(letters)
        kinds = self._kinds[letters]
        inside = kinds != 0
        edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
        starts, ends = edges[::2], edges[1::2]
        values = self._values[letters]
        places = None
        if not text.isascii():
            starts, ends = _trimmed(kinds, values, starts, ends)
            places = self._places(letters)
        if not len(starts):
            return starts, ends, np.empty(0, dtype=np.uint64)
        if places is None:
            self._reach(len(letters))
            values *= self._powers[: len(letters)]
            first = starts
        else:
            self._reach(int(places[-1]) + 1)
            values *= self._powers[places]
            first = places[starts]
        hashes = np.add.reduceat(values, starts) * self._inverses[first]
        return starts + (offset - 1), ends + (offset - 1), hashes

    def _places(self, letters: NDArray[np.intp]) -> Indices | None:
        """Return how many folded characters stand before each; None where each is one."""
        spans = self._spans[letters]
        if bool((spans == 1).all()):
            return None
        return np.cumsum(spans, dtype=np.int64) - spans

    def _meet(self, letters: NDArray[np.intp]) -> None:
        """Look up the blocks of characters that were not met before."""
        known = self._known[letters // _BLOCK]
        if not known.all():
            for block in np.unique(letters[~known] // _BLOCK).tolist():
                self._learn(block)

    def _learn(self, block: int) -> None:
        """Look up one block of characters."""
        for code in range(block * _BLOCK, (block + 1) * _BLOCK):
            letter = chr(code)
            mark = _is_mark(code)
            if mark or letter.isalnum() or letter == "_":
                folded = fold_letters(letter)
                self._kinds[code] = _MARK if mark and not letter.isalnum() else 1
                self._spans[code] = len(folded)
                self._values[code] = _value(folded)
        self._known[block] = True

    def _reach(self, count: int) -> None:
        """Make the tables of powers at least so long."""
        if count > len(self._powers):
            self._powers = _powers(_BASE, count * 2)
            self._inverses = _powers(_INVERSE, count * 2)


def _slices(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text, cut at spaces; at least one."""
    start = 0
    while len(text) - start > _SLICE:
        end = text.rfind(" ", start, start + _SLICE)
        if end <= start:
            end = text.find(" ", start + _SLICE)
        if end < 0:
            break
        yield start, end
        start = end
    yield start, len(text)


def _trimmed(kinds: NDArray[np.uint8], values: Hashes, starts: Indices, ends: Indices) -> tuple[Indices, Indices]:
    """Return words without the marks before their first letter, whose values are wiped out."""
    starts = starts.copy()
    while bool((led := kinds[starts] == _MARK).any()):
        values[starts[led]] = 0
        starts[led] += 1
        left = starts < ends
        starts, ends = starts[left], ends[left]
    return starts, ends


def _is_mark(code: int) -> bool:
    """Return whether a character is one of MARKS."""
    return (
        0x300 <= code <= 0x36F
        or 0x610 <= code <= 0x61A
        or 0x64B <= code <= 0x65F
        or code == 0x670
        or 0x6D6 <= code <= 0x6ED
    )


def _powers(base: int, count: int) -> Hashes:
    """Return the powers of a number, from 0, modulo two to the 64th."""
    factors = np.full(count, base, dtype=np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)


def _value(folded: str) -> int:
    """Return the part that a folded character has in the hash of its word."""
    value = 0
    for letter in reversed(folded):
        value = (value * _BASE + _mixed(ord(letter) + 1)) & _ALL
    return value


def _mixed(code: int) -> int:
    """Return a number whose bits depend on all bits of another (SplitMix64, Steele et al. 2014)."""
    code = code * _BASE & _ALL
    code = (code ^ code >> 30) * 0xBF58476D1CE4E5B9 & _ALL
    code = (code ^ code >> 27) * 0x94D049BB133111EB & _ALL
    return code ^ code >> 31
