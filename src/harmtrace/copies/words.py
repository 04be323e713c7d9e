"""Words of a text with their places, and stable hashes of their runs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from harmtrace.copies.letters import MARKS, Hashes, Indices, Letters, Scanned, fold_letters
from harmtrace.records.text import Zone, ZoneKind

GRAM = 5
"""Words in a run that counts as a trace of copying."""

SKIPPED = frozenset({ZoneKind.MENU, ZoneKind.BOILERPLATE, ZoneKind.COMMENT, ZoneKind.REPEAT})
"""Stretches of a page that say nothing about where its text comes from."""

# A combining mark is no \w: without them here a vocalised Arabic word would fall in two.
_WORD = re.compile(f"\\w[\\w{MARKS}]*")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xBF58476D1CE4E5B9)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word without case, accents, vowel signs and letter variants.

    >>> fold("Émeute") == fold("emeute"), fold("مدنيّاً") == fold("مدنيا"), fold("٢٧") == fold("27")
    (True, True, True)
    """
    if word.isascii():
        return word.lower()
    return fold_letters(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one text that may be compared.

    Attributes:
        starts, ends: characters of the text, one entry a word; a seam, where a zone was left out, is empty.
        hashes: one a word; a seam has a value that no word and no other text shares.
    """

    starts: Indices
    ends: Indices
    hashes: Hashes

    def __len__(self) -> int:
        """Return how many words there are, seams included."""
        return len(self.hashes)


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


def read(text: str, kept: Sequence[tuple[int, int]], *, seam: str, letters: Letters) -> Words:
    """Return the words of the kept ranges of a text; ``seam`` makes seams unlike all others."""
    if tuple(kept) == ((0, len(text)),):
        starts, ends, hashes = letters.scan(text)
        return Words(starts=starts, ends=ends, hashes=hashes)
    parts: list[Scanned] = []
    for number, (start, end) in enumerate(kept):
        if number:
            here = np.array([start], dtype=np.int64)
            parts.append((here, here, np.array([_seam(number, seam)], dtype=np.uint64)))
        starts, ends, hashes = letters.scan(text[start:end])
        parts.append((starts + start, ends + start, hashes))
    if not parts:
        none = np.empty(0, dtype=np.int64)
        return Words(starts=none, ends=none, hashes=np.empty(0, dtype=np.uint64))
    starts, ends, hashes = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Words(starts=starts, ends=ends, hashes=hashes)


def _seam(number: int, seam: str) -> int:
    """Return a hash that no word has."""
    digest = blake2b(f"{number} {seam}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


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
