"""Grid: a frame's luma as means of square blocks, about 160 across, computed eight pixels at a time."""

import numpy as np
from numpy.typing import NDArray

Luma = NDArray[np.uint8]
_Words = NDArray[np.uint64]

# A grid is at least this many cells across, and less than twice as many.
CELLS_ACROSS = 120
_LOW_BITS = np.uint64(0x7F7F7F7F7F7F7F7F)
_EVEN = np.uint64(0x00FF00FF00FF00FF)
_PAIRS = np.uint64(0x0000FFFF0000FFFF)
_ONE, _BYTE, _WORD = np.uint64(1), np.uint64(8), np.uint64(16)


def block_of(width: int) -> int:
    """Return the side of a block for a frame so wide, in pixels: a power of two.

    >>> [block_of(width) for width in (160, 320, 640, 720, 1280, 1920, 3840)]
    [1, 2, 4, 4, 8, 16, 32]
    """
    block = 1
    while width // (block * 2) >= CELLS_ACROSS:
        block *= 2
    return block


class Reducer:
    """Makes grids of frames of one size, with memory that is used again for each.

    What is left over at the lower and right edges (less than a block, or eight pixels) is not looked at.

    >>> Reducer(360, 640).shape, Reducer(360, 640)(np.full((360, 640), 77, np.uint8)).max()
    ((90, 160), np.uint8(77))
    """

    def __init__(self, height: int, width: int) -> None:
        """Prepare for frames of a size."""
        self.height, self.width = height, width
        self.block = block = block_of(width)
        self._across = width if block == 1 else width // max(8, block) * max(8, block)
        self.shape = (height // block, self._across // block)
        # Of blocks of eight rows and more, every second row is enough for a mean; of fewer, edges would flicker.
        self._skip = 2 if block >= 8 else 1
        rows, words, self._levels = self.shape[0] * block // self._skip, self._across // 8, []
        while rows > self.shape[0]:
            rows //= 2
            self._levels.append((np.empty((rows, words), np.uint64), np.empty((rows, words), np.uint64)))
        self._wide = np.empty((rows, words), np.uint64)

    def __call__(self, luma: Luma) -> Luma:
        """Return the grid of a frame: the mean of each block, to about one grey level."""
        if self.block == 1:
            return np.ascontiguousarray(luma)
        words = _words(luma[: self.shape[0] * self.block, : self._across])[:: self._skip]
        for level, (mean, spare) in enumerate(self._levels):
            words = _halved(words[0::2], words[1::2], mean, spare, up=bool(level % 2))
        return self._narrowed(words)

    def sample(self, luma: Luma) -> Luma:
        """Return one row of pixels out of each row of cells: little to keep, enough to see when a light came."""
        rows, block = self.shape[0], self.block
        return luma[block // 2 : rows * block : block, : self._across].copy()

    def cells(self, sample: Luma, row: int, column: int) -> Luma:
        """Return what a sample says of a cell and of the cells beside it."""
        block = self.block
        part: Luma = sample[max(0, row - 1) : row + 2, max(0, column - 1) * block : (column + 2) * block]
        found: Luma = part.reshape(part.shape[0], -1, block).mean(axis=2).astype(np.uint8)
        return found

    def _narrowed(self, words: _Words) -> Luma:
        """Return the means of a block's pixels in a row."""
        wide = self._wide
        np.right_shift(words, _BYTE, out=wide)
        np.bitwise_and(wide, _EVEN, out=wide)
        pairs = words & _EVEN
        pairs += wide
        if self.block == 2:
            return ((pairs.view(np.uint16) + np.uint16(1)) >> np.uint16(1)).astype(np.uint8)
        np.right_shift(pairs, _WORD, out=wide)
        pairs += wide
        pairs &= _PAIRS
        fours = pairs.view(np.uint32)
        if self.block == 4:
            return ((fours + np.uint32(2)) >> np.uint32(2)).astype(np.uint8)
        many = self.block // 4
        total = fours[:, 0::many].copy()
        for k in range(1, many):
            total += fours[:, k::many]
        return ((total + np.uint32(self.block // 2)) // np.uint32(self.block)).astype(np.uint8)


def _words(luma: Luma) -> _Words:
    """Return rows of pixels as rows of eight-pixel words, without a copy where the rows allow it."""
    if luma.strides[1] != 1 or luma.strides[0] % 8 or luma.ctypes.data % 8:
        luma = np.ascontiguousarray(luma)
    return luma.view(np.uint64)


def _halved(upper: _Words, lower: _Words, mean: _Words, spare: _Words, *, up: bool) -> _Words:
    """Return the means of rows in pairs, byte by byte, rounded up or down."""
    np.bitwise_xor(upper, lower, out=spare)
    np.right_shift(spare, _ONE, out=spare)
    np.bitwise_and(spare, _LOW_BITS, out=spare)
    if up:
        np.bitwise_or(upper, lower, out=mean)
        np.subtract(mean, spare, out=mean)
    else:
        np.bitwise_and(upper, lower, out=mean)
        np.add(mean, spare, out=mean)
    return mean
