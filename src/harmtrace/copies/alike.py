"""Words that few texts of a collection have -> which texts share them: weak evidence that they tell of one thing."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from harmtrace.copies.letters import Letters
from harmtrace.language.arabic.letters import BROKEN
from harmtrace.language.bones import bones
from harmtrace.language.places.introduced import introduced
from harmtrace.records.text import Likeness

FEW = 40
"""In how many texts at most a word stands that counts as rare."""

READ = 2_400
"""Characters at the head of a text that are compared: a post is shorter, and the tail of a page is others' news."""

# "and", "in the", "to the", "of" written as one word with what follows, where at least three letters are left of it.
_PROCLITICS = re.compile(r"(?<!\w)[وف]?(?:[بكف]?ال|لل|[بل])?(?=[ء-ي]{3})")

_INTRODUCED = 0.25
"""Share of the texts that have a word which introduce it as a place, from which on it counts as the name of one."""

_TELLING = 4
"""Consonants that a name must have to be known again in another script by them."""

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
        self._introduced: Counter[int] = Counter()
        self._bones: dict[int, str] = {}

    def add(self, texts: Sequence[str]) -> None:
        """Take the words of some more texts in, without the particles that Arabic writes before them."""
        heads = [_bare(text) for text in texts]
        starts, _, hashes = self._letters.scan("\n".join(heads))
        short = (hashes >> np.uint64(32)).astype(np.uint32)
        ends = np.searchsorted(starts, np.cumsum([len(head) + 1 for head in heads])).tolist()
        for start, end in pairwise([0, *ends]):
            self._words.append(np.unique(short[start:end]))
        for text in texts:
            self._introduce(text[:READ])

    def _introduce(self, head: str) -> None:
        """Count the words that a head introduces as a place, once each."""
        words = [_bare(word) for word in dict.fromkeys(introduced(BROKEN.sub("", head) if "ـ" in head else head))]
        if not words:
            return
        joined = "\n".join(words)
        starts, ends, hashes = self._letters.scan(joined)
        keys = (hashes >> np.uint64(32)).tolist()
        self._introduced.update(set(keys))
        for key, start, end in zip(keys, starts.tolist(), ends.tolist(), strict=True):
            if key not in self._bones:
                self._bones[key] = bones(joined[start:end])

    def alike(self, names: list[str]) -> tuple[Likeness, ...]:
        """Return the pairs of texts that share rare words, in order of ids; ``names`` are the texts' ids.

        A word weighs the more the fewer texts have it (inverse document frequency); two texts are as alike as the
        cosine of their words, of which only rare ones are counted as shared (Spärck Jones 1972, "A statistical
        interpretation of term specificity", Journal of Documentation 28).
        """
        count = len(self._words)
        if count < 3:
            return ()
        spellings = self._spellings()
        postings = _postings(self._words, spellings)
        if not len(postings):
            return ()
        kinds, having = _kinds(postings)
        names_of_places = self._places(kinds, having, spellings)
        weight = np.log(count / having)
        length = np.sqrt(_squares(postings, having, weight, count)) + 1e-9
        rare = (having >= 2) & (having <= _few(having, count))
        owners = (postings[np.repeat(rare, having)] & _LOW).astype(np.int32)
        del postings  # by far the largest of all
        left, right, which = _pairs(owners, np.repeat(np.flatnonzero(rare).astype(np.int32), having[rare]))
        if not len(left):
            return ()
        return _named(left * count + right, which, weight, having, length, names, names_of_places)

    def _spellings(self) -> dict[int, int]:
        """Return the names of places that stand in several spellings, each with the one that it is counted as."""
        first: dict[str, int] = {}
        told = ((key, self._bones[key]) for key in sorted(self._bones) if self._introduced[key])
        return {key: into for key, own in told if len(own) >= _TELLING and (into := first.setdefault(own, key)) != key}

    def _places(
        self, kinds: NDArray[np.uint32], having: NDArray[np.int64], turned: dict[int, int]
    ) -> NDArray[np.bool_]:
        """Return which words are names of places: a good share of the texts that have them introduce them as one."""
        introduced = self._introduced.copy()
        for key, into in turned.items():
            introduced[into] += self._introduced[key]
        keys = np.array(sorted(introduced), dtype=np.uint32)
        counts = np.array([introduced[key] for key in keys.tolist()], dtype=np.int64)
        named = np.zeros(len(kinds), dtype=np.bool_)
        if len(keys):
            at = np.searchsorted(kinds, keys)
            there = (at < len(kinds)) & (kinds[np.minimum(at, len(kinds) - 1)] == keys)
            named[at[there]] = counts[there] >= np.maximum(1, _INTRODUCED * having[at[there]])
        return named


_LOW = np.uint64(0xFFFFFFFF)
_HIGH = np.uint64(32)
_PART = 1 << 20
"""Postings that are looked at together: arrays as long as all of them would take several times their room."""


def _postings(words: Sequence[NDArray[np.uint32]], turned: dict[int, int]) -> NDArray[np.uint64]:
    """Return the words of texts, some counted as others, above the numbers of their texts: sorted, each pair once."""
    keys = np.array(sorted(turned), dtype=np.uint32)
    into = np.array([turned[key] for key in keys.tolist()], dtype=np.uint32)
    found = np.empty(sum(map(len, words)), dtype=np.uint64)
    at = 0
    for owner, own in enumerate(words):
        if len(keys):
            near = np.minimum(np.searchsorted(keys, own), len(keys) - 1)
            own = np.unique(np.where(keys[near] == own, into[near], own))
        found[at : at + len(own)] = own.astype(np.uint64) << _HIGH | np.uint64(owner)
        at += len(own)
    found = found[:at]
    found.sort()
    return found


def _kinds(postings: NDArray[np.uint64]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return every word once, and how many texts have it."""
    kinds, having = list[NDArray[np.uint32]](), list[NDArray[np.int64]]()
    for start in range(0, len(postings), _PART):
        part, many = np.unique((postings[start : start + _PART] >> _HIGH).astype(np.uint32), return_counts=True)
        if kinds and kinds[-1][-1] == part[0]:
            having[-1][-1] += many[0]
            part, many = part[1:], many[1:]
        if len(part):
            kinds.append(part)
            having.append(many)
    return np.concatenate(kinds), np.concatenate(having)


def _squares(
    postings: NDArray[np.uint64], having: NDArray[np.int64], weight: NDArray[np.float64], count: int
) -> NDArray[np.float64]:
    """Return for each text the sum of the squares of its words' weights, in order of the words."""
    ends = np.cumsum(having)
    found = np.zeros(count)
    for start in range(0, len(postings), _PART):
        part = postings[start : start + _PART]
        place = np.searchsorted(ends, np.arange(start, start + len(part)), side="right")
        np.add.at(found, (part & _LOW).astype(np.int64), weight[place] ** 2)
    return found


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
    owners: NDArray[np.int32], words: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]:
    """Return the pairs of texts that share a word, smaller first, and which word; both in order of words."""
    found: list[tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]] = []
    for step in range(1, FEW):
        same = np.flatnonzero(words[step:] == words[:-step]) if len(words) > step else np.empty(0, dtype=np.int64)
        if not len(same):
            break
        found.append((owners[same], owners[same + step], words[same]))
    if not found:
        none = np.empty(0, dtype=np.int32)
        return none.astype(np.int64), none, none
    left, right, which = (np.concatenate(column) for column in zip(*found, strict=True))
    return left.astype(np.int64), right, which


def _named(
    keys: NDArray[np.int64],
    which: NDArray[np.int32],
    weight: NDArray[np.float64],
    having: NDArray[np.int64],
    length: NDArray[np.float64],
    names: list[str],
    places: NDArray[np.bool_],
) -> tuple[Likeness, ...]:
    count = len(names)
    pairs, place = np.unique(keys, return_inverse=True)
    left, right = pairs // count, pairs % count
    own = np.where(places[which], 0.0, weight[which] ** 2)
    cosine = np.bincount(place, weights=own) / (length[left] * length[right])
    shared = np.bincount(place, weights=~places[which]).astype(np.int64)
    rarest = np.full(len(pairs), count, dtype=np.int64)
    np.minimum.at(rarest, place[~places[which]], having[which][~places[which]])
    named = np.full(len(pairs), count, dtype=np.int64)
    np.minimum.at(named, place[places[which]], having[which][places[which]])
    named[named == count] = 0
    kept = np.flatnonzero((cosine >= LEAST) | (named > 0))
    near: dict[int, int] = {}
    out: list[Likeness] = []
    for at in kept[np.lexsort((pairs[kept], -cosine[kept]))].tolist():
        x, y = int(left[at]), int(right[at])
        if near.get(x, 0) >= NEAREST and near.get(y, 0) >= NEAREST:
            continue
        near[x], near[y] = near.get(x, 0) + 1, near.get(y, 0) + 1
        a, b = sorted((names[x], names[y]))
        near_by = round(float(cosine[at]), 3)
        out.append(
            Likeness(
                a=a, b=b, words=int(shared[at]), rarest=int(rarest[at]), of=count, cosine=near_by, place=int(named[at])
            )
        )
    return tuple(sorted(out, key=lambda one: (one.a, one.b)))
