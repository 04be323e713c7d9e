"""Words that few texts of a collection have -> which texts share them: weak evidence that they tell of one thing."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from harmtrace.copies.letters import Letters
from harmtrace.language.arabic.letters import BROKEN
from harmtrace.records.text import Likeness

FEW = 40
"""In how many texts at most a word stands that counts as rare."""

READ = 2_400
"""Characters at the head of a text that are compared: a post is shorter, and the tail of a page is others' news."""

# "and", "in the", "to the", "of" written as one word with what follows, where at least three letters are left of it.
_PROCLITICS = re.compile(r"(?<!\w)[وف]?(?:[بكف]?ال|لل|[بل])?(?=[ء-ي]{3})")

LEAST = 0.03
NEAREST = 24
"""Likeness below which two texts are not named, and how many others at most are named for one text."""

_PAIRS_A_TEXT = 40
_PAIRS_ALWAYS = 300_000


class Heads:
    """The words at the heads of many texts, as short hashes: 8 bytes for each word that a text has."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._words: list[NDArray[np.uint32]] = []

    def add(self, texts: Sequence[str]) -> None:
        """Take the words of some more texts in, without the particles that Arabic writes before them."""
        heads = [_bare(text) for text in texts]
        starts, _, hashes = self._letters.scan("\n".join(heads))
        short = (hashes >> np.uint64(32)).astype(np.uint32)
        ends = np.searchsorted(starts, np.cumsum([len(head) + 1 for head in heads])).tolist()
        for start, end in pairwise([0, *ends]):
            self._words.append(np.unique(short[start:end]))

    def alike(self, names: list[str]) -> tuple[Likeness, ...]:
        """Return the pairs of texts that share rare words, in order of ids; ``names`` are the texts' ids.

        A word weighs the more the fewer texts have it (inverse document frequency); two texts are as alike as the
        cosine of their words, of which only rare ones are counted as shared (Spärck Jones 1972, "A statistical
        interpretation of term specificity", Journal of Documentation 28).
        """
        count = len(self._words)
        if count < 3:
            return ()
        words = np.concatenate(self._words)
        owners = np.repeat(np.arange(count, dtype=np.int64), [len(one) for one in self._words])
        _, place, having = np.unique(words, return_inverse=True, return_counts=True)
        weight = np.log(count / having)
        length = np.sqrt(np.bincount(owners, weights=weight[place] ** 2, minlength=count)) + 1e-9
        few = _few(having, count)
        rare = (having[place] >= 2) & (having[place] <= few)
        order = np.lexsort((owners[rare], place[rare]))
        left, right, which = _pairs(owners[rare][order], place[rare][order])
        if not len(left):
            return ()
        return _named(left * count + right, which, weight, having, length, names)


def _bare(text: str) -> str:
    """Return the head of a text, a hashtag's words apart and no particle before a word.

    >>> _bare("قصف بالمدفعية على #دير_الزور")
    'قصف مدفعية على #دير زور'
    """
    head = text[:READ].replace("_", " ")
    if head.isascii():
        return head
    return _PROCLITICS.sub("", BROKEN.sub("", head) if "ـ" in head else head)


def _few(having: NDArray[np.int64], count: int) -> int:
    """Return in how many texts a rare word may stand, so that the pairs to look at stay bounded."""
    most = min(FEW, max(2, count // 2))
    pairs = np.bincount(np.minimum(having, most + 1), minlength=most + 2)[: most + 1] * np.arange(most + 1) ** 2 // 2
    within = np.cumsum(pairs) <= _PAIRS_A_TEXT * count + _PAIRS_ALWAYS
    return int(np.flatnonzero(within)[-1])


def _pairs(
    owners: NDArray[np.int64], words: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of texts that share a word, smaller first, and which word; both in order of words."""
    found: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]] = []
    for step in range(1, FEW):
        same = np.flatnonzero(words[step:] == words[:-step]) if len(words) > step else np.empty(0, dtype=np.int64)
        if not len(same):
            break
        found.append((owners[same], owners[same + step], words[same]))
    if not found:
        none = np.empty(0, dtype=np.int64)
        return none, none, none
    left, right, which = (np.concatenate(column) for column in zip(*found, strict=True))
    return left, right, which


def _named(
    keys: NDArray[np.int64],
    which: NDArray[np.int64],
    weight: NDArray[np.float64],
    having: NDArray[np.int64],
    length: NDArray[np.float64],
    names: list[str],
) -> tuple[Likeness, ...]:
    count = len(names)
    pairs, place, shared = np.unique(keys, return_inverse=True, return_counts=True)
    left, right = pairs // count, pairs % count
    cosine = np.bincount(place, weights=weight[which] ** 2) / (length[left] * length[right])
    rarest = np.full(len(pairs), count, dtype=np.int64)
    np.minimum.at(rarest, place, having[which])
    kept = np.flatnonzero(cosine >= LEAST)
    near: dict[int, int] = {}
    out: list[Likeness] = []
    for at in kept[np.lexsort((pairs[kept], -cosine[kept]))].tolist():
        x, y = int(left[at]), int(right[at])
        if near.get(x, 0) >= NEAREST and near.get(y, 0) >= NEAREST:
            continue
        near[x], near[y] = near.get(x, 0) + 1, near.get(y, 0) + 1
        a, b = sorted((names[x], names[y]))
        near_by = round(float(cosine[at]), 3)
        out.append(Likeness(a=a, b=b, words=int(shared[at]), rarest=int(rarest[at]), of=count, cosine=near_by))
    return tuple(sorted(out, key=lambda one: (one.a, one.b)))
