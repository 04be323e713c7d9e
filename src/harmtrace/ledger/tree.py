"""The Merkle tree of RFC 6962: roots, proofs that an entry is in, proofs that a later state only added."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from harmtrace.errors import LedgerError


def leaf(body: bytes) -> bytes:
    """Return the hash of one leaf (RFC 6962, section 2.1)."""
    return sha256(b"\x00" + body).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


class Growing:
    """A tree that leaves are added to, of which only the heads of whole subtrees are held."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self.size = 0
        self._peaks: list[bytes] = []
        for one in leaves:
            self.add(one)

    def add(self, hashed: bytes) -> None:
        """Add the hash of a leaf."""
        rest = self.size
        while rest & 1:
            hashed = node(self._peaks.pop(), hashed)
            rest >>= 1
        self._peaks.append(hashed)
        self.size += 1

    @property
    def root(self) -> bytes:
        """Return the root over the leaves so far; of none, the hash of nothing.

        >>> Growing().root.hex()[:8], Growing([leaf(b"")]).root.hex()[:8]
        ('e3b0c442', '6e340b9c')
        """
        if not self._peaks:
            return sha256(b"").digest()
        found = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            found = node(peak, found)
        return found


class Proofs:
    """Proofs over the leaves of a ledger, hashed once."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        # levels[k][i] is the root of the whole subtree over leaves [i * 2**k, (i + 1) * 2**k).
        self._levels = [list(leaves)]
        while len(self._levels[-1]) > 1:
            below = self._levels[-1]
            self._levels.append([node(below[at], below[at + 1]) for at in range(0, len(below) - 1, 2)])
        self.size = len(leaves)

    def root(self, size: int | None = None) -> bytes:
        """Return the root over the first ``size`` leaves, over all of them where it is None."""
        size = self.size if size is None else size
        return sha256(b"").digest() if size == 0 else self._over(0, size)

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """Return the proof that the leaf in place ``index`` (from 0) is in the tree of that size, from the leaf up."""
        if not 0 <= index < size <= self.size:
            raise LedgerError(f"leaf {index} of {size}: expected a place in a tree of at most {self.size}")
        start, end, path = 0, size, []
        while end - start > 1:
            middle = start + _split(end - start)
            if index < middle:
                path.append(self._over(middle, end))
                end = middle
            else:
                path.append(self._over(start, middle))
                start = middle
        return path[::-1]

    def consistency(self, old: int, new: int) -> list[bytes]:
        """Return the proof that the tree of the new size begins with all of the old (RFC 6962, section 2.1.2)."""
        if not 0 < old <= new <= self.size:
            raise LedgerError(f"sizes {old} and {new}: expected rising sizes of at most {self.size}")
        return self._sub(old, 0, new, whole=True)

    def _sub(self, old: int, start: int, end: int, *, whole: bool) -> list[bytes]:
        if old == end - start:
            return [] if whole else [self._over(start, end)]
        middle = start + _split(end - start)
        if old <= middle - start:
            return [*self._sub(old, start, middle, whole=whole), self._over(middle, end)]
        return [*self._sub(old - (middle - start), middle, end, whole=False), self._over(start, middle)]

    def _over(self, start: int, end: int) -> bytes:
        many = end - start
        if many & (many - 1) == 0:
            level = many.bit_length() - 1
            return self._levels[level][start >> level]
        middle = start + _split(many)
        return node(self._over(start, middle), self._over(middle, end))


def _split(many: int) -> int:
    """Return the largest power of two below a number above 1."""
    return 1 << ((many - 1).bit_length() - 1)


def included(hashed: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """Return the root that an inclusion proof leads to, None where it has another form (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return None
    first, last = index, size - 1
    for one in path:
        if last == 0:
            return None
        if first & 1 or first == last:
            hashed = node(one, hashed)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            hashed = node(hashed, one)
        first, last = first >> 1, last >> 1
    return hashed if last == 0 else None


def consistent(old: int, old_root: bytes, new: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Tell whether a proof shows that the new tree begins with the old (RFC 9162, section 2.1.4.2)."""
    if not 0 < old <= new:
        return False
    if old == new:
        return not path and old_root == new_root
    steps = [old_root, *path] if old & (old - 1) == 0 else list(path)
    if not steps:
        return False
    first, last = old - 1, new - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    was = now = steps[0]
    for one in steps[1:]:
        if last == 0:
            return False
        if first & 1 or first == last:
            was, now = node(one, was), node(one, now)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            now = node(now, one)
        first, last = first >> 1, last >> 1
    return last == 0 and was == old_root and now == new_root
