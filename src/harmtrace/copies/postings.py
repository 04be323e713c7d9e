"""Which texts share runs of words: postings of hashed runs, joined by sorting."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harmtrace.copies.letters import Hashes, Indices
from harmtrace.copies.words import GRAM, grams, winnowed

Ranks = NDArray[np.int32]
Group = tuple[Indices, Ranks, Hashes]
"""Sizes of groups of documents that share a run, their ranks one after another, the runs' keys."""

WINDOW = 4
"""Runs in a window of the sample: every shared passage of GRAM + WINDOW - 1 = 8 words is seen."""

SHORT = 200
"""Words up to which a text keeps all its runs, so that a post and an article can meet."""

COMMON = 24
"""Texts above which a run is a stock phrase, a menu or a story that everybody prints."""

NEAREST = 2
"""Pairs kept for each text where there are too many to compare them all."""

CROWD = 4
"""Unrelated texts from which a run is stock: chrome of a platform, a standing paragraph."""

_KIN = 5
_ALL_PARTS = 10_000
_TURNS = 8
_PARTS = 8
_OWNER = np.uint64(24)
"""Bits of a posting that number its document, below those that are the key of its run."""
_OWNERS = np.uint64((1 << 24) - 1)
_SEPARATOR = np.iinfo(np.uint64).max


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of documents by number that share runs of words.

    Attributes:
        left, right: document numbers; which of the two is left has no meaning.
        shared: sampled runs in common.
        least: the fewest runs in common that a pair needed to be kept: 1 in a small collection,
            where a short quotation can be looked for, else up to 5.
        dropped: pairs that had as many and were left out.
        stock: keys, sorted, of runs that stand in many texts which have nothing else in common.
    """

    left: Indices
    right: Indices
    shared: Indices
    least: int
    dropped: int
    stock: Hashes


class Postings:
    """Sampled word runs of up to 16 million texts; 8 bytes a run, about 0.4 runs a word."""

    def __init__(self) -> None:
        self._chunks: list[Hashes] = []
        self._runs: list[Indices] = []
        self._total = 0

    def add(self, words: Hashes, counts: Sequence[Sequence[int]]) -> int:
        """Take in the words of texts one after another and return the number of the first of them.

        Args:
            words: hashes of all the words.
            counts: for each text, the words in each of its pieces.
        """
        first, self._total = self._total, self._total + len(counts)
        in_piece = np.array([n for pieces in counts for n in pieces], dtype=np.int64)
        in_text = np.array([sum(pieces) for pieces in counts], dtype=np.int64)
        runs = grams(words)
        if not len(runs):
            self._runs.append(np.zeros(len(counts), dtype=np.int64))
            return first
        within = np.ones(len(words), dtype=bool)
        ends = np.cumsum(in_piece)
        for back in range(1, GRAM):
            # Of a piece shorter than that, the word before is another's last but one, or has no run itself.
            within[np.maximum(ends - back, ends - in_piece)[in_piece > 0]] = False
        within = within[: len(runs)]
        runs[~within] = _SEPARATOR
        short = np.repeat(in_text <= SHORT, in_text)[: len(runs)]
        chosen = (winnowed(runs, WINDOW) | short) & within
        owners = np.repeat(np.arange(len(counts)), in_text)[: len(runs)][chosen]
        self._chunks.append(key(runs[chosen]) << _OWNER | (owners + first).astype(np.uint64))
        self._runs.append(np.bincount(owners, minlength=len(counts)))
        return first

    def pairs(self, rank: Indices, *, budget: int) -> Pairs:
        """Return the pairs worth comparing word by word, at most about ``budget``; it can be asked once.

        Args:
            rank: place of each document in an order that does not depend on how they came in.
            budget: pairs; where there are more, those that share least are left out.
        """
        total = self._total
        groups = [self._groups(part, rank) for part in range(_PARTS)]
        # What is shared is in the groups; nothing else is asked of the postings again.
        self._chunks.clear()
        by_rank = np.argsort(rank)
        runs = np.concatenate(self._runs)[by_rank]
        stock = _stock(groups, runs)
        keys, shared = _candidates(groups, runs)
        if len(shared) > budget:
            # In a large collection the pairs that share stock alone would crowd out all others.
            keys, shared = _candidates([_without(g, s) for g, s in zip(groups, stock, strict=True)], runs)
        # A shared run of 16 words gives 3 sampled runs: what is given up below is short quotations.
        allowed = ((1, budget // 4), (2, budget // 4), (3, budget // 2), (4, budget // 2))
        least = next((n for n, most in allowed if int((shared >= n).sum()) <= most), 5)
        kept = shared >= least
        if int(kept.sum()) > budget:
            kept = _nearest(keys, shared, total)
        return Pairs(
            left=by_rank[keys[kept] // max(total, 1)],
            right=by_rank[keys[kept] % max(total, 1)],
            shared=shared[kept],
            least=least,
            dropped=int((shared >= least).sum() - kept.sum()),
            stock=np.sort(np.concatenate([g[2][s] for g, s in zip(groups, stock, strict=True)])),
        )

    def _groups(self, part: int, rank: Indices) -> Group:
        """Return, for one part of the keys, the documents by rank that share each."""
        bits = np.uint64(64 - (_PARTS - 1).bit_length())
        here = np.concatenate([np.empty(0, dtype=np.uint64), *(c[(c >> bits) == part] for c in self._chunks)])
        here.sort()
        runs = here >> _OWNER
        alike = runs[1:] == runs[:-1]
        several = np.concatenate([alike, [False]]) | np.concatenate([[False], alike]) if len(here) else alike
        here = here[several]
        ranks = rank.astype(np.uint64)[here & _OWNERS]
        here = here >> _OWNER << _OWNER | ranks
        here.sort()
        # A run that a text repeats is in it once.
        here = here[_fresh(here)]
        runs = here >> _OWNER
        opens = np.flatnonzero(_fresh(runs))
        sizes = np.diff(np.concatenate([opens, [len(runs)]]))
        owners = (here & _OWNERS).astype(np.int32)
        return sizes[sizes > 1], owners[np.repeat(sizes > 1, sizes)], runs[opens][sizes > 1]


def key(runs: Hashes) -> Hashes:
    """Return the upper 40 bits of the hashes of runs."""
    return runs >> _OWNER


def _cap(groups: Sequence[Group], total: int) -> int:
    """Return the largest group whose pairs are all formed, so that pairs grow with documents."""
    sizes = np.bincount(np.concatenate([s[s <= COMMON] for s, _, _ in groups]), minlength=COMMON + 1)
    each = np.arange(COMMON + 1)
    pairs = np.cumsum(sizes * (each * (each - 1) // 2))
    allowed = np.flatnonzero(pairs <= 40 * total + 1_000_000)
    return max(int(allowed[-1]), 4)


def _close_pairs(sizes: Indices, docs: Ranks, cap: int, total: int) -> tuple[Indices, Indices]:
    """Return keys and counts of all pairs within groups of up to ``cap`` documents."""
    within = docs[np.repeat(sizes <= cap, sizes)].astype(np.int64)
    small = sizes[sizes <= cap]
    group = np.repeat(np.arange(len(small), dtype=np.int32), small)
    keys = []
    for shift in range(1, cap):
        same = group[shift:] == group[:-shift]
        keys.append(within[:-shift][same] * total + within[shift:][same])
    return _counted(np.concatenate(keys))


def _crowd_pairs(groups: Sequence[Group], cap: int, runs: Indices) -> tuple[Indices, Indices]:
    """Return pairs among texts that consist mostly of crowded runs: much reprinted stories.

    Each is paired with the first and with the one before it, in order of rank, so that the
    pairs grow with the documents. A paragraph of boilerplate does not bring its texts here.
    """
    total = len(runs)
    # Parts of the keys are samples of the runs: a quarter will do where there are many.
    share = 1 if total <= _ALL_PARTS else 4
    groups, runs = groups[: len(groups) // share], -(-runs // share)
    crowded = np.zeros(total, dtype=np.int64)
    for sizes, docs, _ in groups:
        crowded += np.bincount(docs[np.repeat(sizes > cap, sizes)], minlength=total)
    mostly = (crowded * 2 >= runs) & (runs > 0)
    crowds = [crowd for sizes, docs, _ in groups if len((crowd := _crowd(sizes, docs, cap, mostly))[0])]
    found_pairs = [_summed([])]
    # Some of the texts at a time: the pairs of all of them would take ten times the room of what is kept.
    step = total if total <= _ALL_PARTS else -(-total // _TURNS)
    for low in range(0, total, max(step, 1)):
        keys, shared = _summed([one for crowd in crowds for one in _neighbours(crowd, range(low, low + step), total)])
        most = np.minimum(runs[keys // total], runs[keys % total])
        enough = shared * 2 >= most
        found_pairs.append((keys[enough], shared[enough] * share))
    return _summed(found_pairs)


def _crowd(sizes: Indices, docs: Ranks, cap: int, mostly: NDArray[np.bool_]) -> tuple[Ranks, Ranks]:
    """Return the texts of groups above ``cap``, one group after another, and for each where its group begins."""
    keep = np.repeat(sizes > cap, sizes)
    keep[keep] = mostly[docs[keep]]
    members = docs[keep]
    group = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[keep]
    opens = np.ones(len(members), dtype=bool)
    opens[1:] = group[1:] != group[:-1]
    return members, np.maximum.accumulate(np.where(opens, np.arange(len(members), dtype=np.int32), np.int32(0)))


def _neighbours(crowd: tuple[Ranks, Ranks], wanted: range, total: int) -> list[tuple[Indices, Indices]]:
    """Return the pairs of some texts with the first of their group, and with the one before them there."""
    members, first = crowd
    places = np.arange(len(members), dtype=np.int32)
    here = places[(first != places) & (members >= wanted.start) & (members < wanted.stop)]
    right = members[here].astype(np.int64)
    return [_counted(members[other].astype(np.int64) * total + right) for other in (first[here], here - 1)]


def _candidates(groups: Sequence[Group], runs: Indices) -> tuple[Indices, Indices]:
    """Return the keys of the pairs that share runs, and how many they share."""
    total = len(runs)
    cap = _cap(groups, total)
    close = _summed([_close_pairs(sizes, docs, cap, total) for sizes, docs, _ in groups])
    return _summed([close, _crowd_pairs(groups, cap, runs)])


def _without(group: Group, left_out: NDArray[np.bool_]) -> Group:
    """Return groups of documents without some of them."""
    sizes, docs, hashes = group
    return sizes[~left_out], docs[np.repeat(~left_out, sizes)], hashes[~left_out]


def _stock(groups: Sequence[Group], runs: Indices) -> list[NDArray[np.bool_]]:
    """Return which runs stand in CROWD and more texts, or in one of 500, that are not one story.

    A story that many outlets print is no stock: its texts share most of their runs. Nor is what the
    versions of one text keep: neighbouring versions share rarer runs as well. In a large
    collection a run of everyday words may stand in a few texts by chance.
    """
    total = len(runs)
    crowd = max(CROWD, total // 500)
    close = _summed([_close_pairs(sizes, docs, CROWD - 1, total) for sizes, docs, _ in groups])
    keys, shared = _summed([close, _crowd_pairs(groups, CROWD - 1, runs)])
    kin = _kin(keys[shared >= _KIN], total)
    stock = []
    for sizes, docs, _ in groups:
        large = sizes >= crowd
        members = docs[np.repeat(large, sizes)]
        group = np.repeat(np.arange(int(large.sum())), sizes[large])
        unlike = _counted(group * total + kin[members])[0] // max(total, 1)
        del members, group
        voices = np.bincount(unlike, minlength=int(large.sum()))
        marked = large.copy()
        marked[large] = voices >= crowd
        stock.append(marked)
    return stock


def _kin(keys: Indices, total: int) -> Indices:
    """Return for each document the least number among those it is joined to by pairs."""
    least = list(range(total))
    for key in keys.tolist():
        one, two = divmod(key, total)
        while least[one] != one:
            least[one] = one = least[least[one]]
        while least[two] != two:
            least[two] = two = least[least[two]]
        least[max(one, two)] = min(one, two)
    for place in range(total):
        least[place] = least[least[place]]
    return np.array(least, dtype=np.int64)


def _summed(counted: Sequence[tuple[Indices, Indices]]) -> tuple[Indices, Indices]:
    """Return each key once, with the sum of its counts."""
    if not counted:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    keys = np.concatenate([k for k, _ in counted])
    counts = np.concatenate([c for _, c in counted])
    order = np.argsort(keys)
    keys = keys[order]
    opens = np.flatnonzero(_fresh(keys))
    return keys[opens], np.add.reduceat(counts[order], opens) if len(opens) else counts


def _counted(keys: Indices) -> tuple[Indices, Indices]:
    """Return each key once, and how often it is given."""
    keys = np.sort(keys)
    opens = np.flatnonzero(_fresh(keys))
    return keys[opens], np.diff(opens, append=len(keys))


def _fresh(ordered: NDArray[np.int64] | Hashes) -> NDArray[np.bool_]:
    """Return which values are not the one before."""
    fresh = np.ones(len(ordered), dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return fresh


def _nearest(keys: Indices, shared: Indices, total: int) -> NDArray[np.bool_]:
    """Return which pairs share 3 runs and are among the NEAREST of one of their texts.

    So a short post keeps its nearest copies however much longer articles share.
    """
    pairs = np.flatnonzero(shared >= 3)
    left, right = keys[pairs] // total, keys[pairs] % total
    ends, others = np.concatenate([left, right]), np.concatenate([right, left])
    order = np.lexsort((others, -np.concatenate([shared[pairs]] * 2), ends))
    ordered = ends[order]
    opens = np.searchsorted(ordered, ordered, side="left")
    near = order[np.arange(len(order)) - opens < NEAREST]
    kept = np.zeros(len(keys), dtype=bool)
    kept[pairs[near % max(len(pairs), 1)]] = True
    return kept
