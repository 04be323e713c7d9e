"""Words of a text with their places, and stable hashes of them and of their runs."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from harmtrace.records.text import Zone, ZoneKind

Hashes = NDArray[np.uint64]
Indices = NDArray[np.int64]

GRAM = 5
"""Words in a run that counts as a trace of copying."""

SKIPPED = frozenset({ZoneKind.MENU, ZoneKind.BOILERPLATE, ZoneKind.COMMENT, ZoneKind.REPEAT})
"""Stretches of a page that say nothing about where its text comes from."""

# A combining mark is no \w: without them here a vocalised Arabic word would fall in two.
_WORD = re.compile("\\w[\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]*")
_LETTERS = str.maketrans("أإآٱىةؤئگک", "اااايهوىكك", "ـ")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xBF58476D1CE4E5B9)
_LARGEST_VOCABULARY = 1 << 19


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word without case, accents, vowel signs and letter variants.

    >>> fold("Émeute") == fold("emeute"), fold("مدنيّاً") == fold("مدنيا"), fold("٢٧") == fold("27")
    (True, True, True)
    """
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    plain = "".join(c for c in parts if not unicodedata.combining(c)).translate(_LETTERS).casefold()
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain)


class Vocabulary(dict[str, int]):
    """A memory of word hashes: CRC-32 of the folded word, the same on every machine."""

    def __missing__(self, word: str) -> int:
        """Return the hash of a word not met before, and keep it while there is room."""
        value = crc32(fold(word).encode("utf-8", "surrogatepass"))
        if len(self) < _LARGEST_VOCABULARY:
            self[word] = value
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one text that may be compared.

    Attributes:
        folded: the words, folded; the empty string marks a seam where a zone was left out.
        starts, ends: characters of the text, one entry a word.
        hashes: one a word; a seam has a value that no word and no other text shares.
    """

    folded: tuple[str, ...]
    starts: Indices
    ends: Indices
    hashes: Hashes

    def __len__(self) -> int:
        """Return how many words there are, seams included."""
        return len(self.folded)


def pieces(length: int, zones: Sequence[Zone]) -> tuple[tuple[int, int], ...]:
    """Return the ranges of a text that are not menu, boilerplate, comment or repeat."""
    kept, at = [], 0
    for zone in sorted((z for z in zones if z.kind in SKIPPED), key=lambda z: (z.start, z.end)):
        if zone.start > at:
            kept.append((at, zone.start))
        at = max(at, zone.end)
    if at < length:
        kept.append((at, length))
    return tuple(kept)


def found(text: str) -> list[str]:
    """Return the words as written, in order.

    >>> found("U.S.-led strikes killed 83, «قُتلوا» read.")
    ['U', 'S', 'led', 'strikes', 'killed', '83', 'قُتلوا', 'read']
    """
    return _WORD.findall(text)


def read(text: str, kept: Iterable[tuple[int, int]], *, seam: str, vocabulary: Vocabulary) -> Words:
    """Return the words of the kept ranges of a text; ``seam`` makes seams unlike all others."""
    raw: list[str] = []
    starts: list[int] = []
    hashes: list[int] = []
    for number, (start, end) in enumerate(kept):
        if number:
            raw.append("")
            starts.append(start)
            # Above 32 bits, where no word's hash lies.
            hashes.append((crc32(f"{number} {seam}".encode("utf-8", "surrogatepass")) << 31) | 1 << 63)
        matches = list(_WORD.finditer(text, start, end))
        words = [m[0] for m in matches]
        raw += words
        starts += [m.start() for m in matches]
        hashes += map(vocabulary.__getitem__, words)
    first = np.array(starts, dtype=np.int64)
    return Words(
        folded=tuple(map(fold, raw)),
        starts=first,
        ends=first + np.fromiter(map(len, raw), dtype=np.int64, count=len(raw)),
        hashes=np.array(hashes, dtype=np.uint64),
    )


def grams(hashes: Hashes, size: int = GRAM) -> Hashes:
    """Return one hash for each run of ``size`` words; empty where there are fewer words."""
    count = len(hashes) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    run = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        run = run * _MULTIPLIER + hashes[place : place + count]
    run ^= run >> np.uint64(29)
    run *= _MIXER
    run ^= run >> np.uint64(32)
    return run


def winnowed(run_hashes: Hashes, window: int) -> NDArray[np.bool_]:
    """Return which hashes are the least of some ``window`` neighbours.

    Two texts that share ``window`` runs in a row select at least one of them in both, whatever
    stands around (Schleimer, Wilkerson and Aiken 2003, "Winnowing", SIGMOD).
    """
    count = len(run_hashes)
    largest = np.iinfo(np.uint64).max
    padded = np.concatenate([run_hashes, np.full(window - 1, largest, dtype=np.uint64)])
    least = padded[:count].copy()
    for shift in range(1, window):
        np.minimum(least, padded[shift : shift + count], out=least)
    chosen: NDArray[np.bool_] = run_hashes == least
    for shift in range(1, window):
        chosen[shift:] |= run_hashes[shift:] == least[: count - shift]
    return chosen
