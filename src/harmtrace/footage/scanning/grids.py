"""Grid: a frame's luma as means of square blocks, about 160 across."""

import numpy as np
from numpy.typing import NDArray

Luma = NDArray[np.uint8]

# A grid is at least this many cells across, and less than twice as many.
CELLS_ACROSS = 120
# No block is wider: sums of so many rows of four pixels still fit into 16 bits.
_WIDEST = 128
_FOUR = np.uint64(0x0001000100010001)
_TOP = np.uint64(48)


def block_of(width: int) -> int:
    """Return the side of a block for a frame so wide, in pixels: a power of two.

    >>> [block_of(width) for width in (160, 320, 640, 720, 1280, 1920, 3840)]
    [1, 2, 4, 4, 8, 16, 32]
    """
    block = 1
    while width // (block * 2) >= CELLS_ACROSS and block < _WIDEST:
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
        self._sums = np.empty((self.shape[0], self._across), np.uint16)
        self._wide = np.empty((self.shape[0], self._across // min(4, block)), np.uint64)
        self._lowest = 48 if block == 4 else 0

    def __call__(self, luma: Luma, out: Luma | None = None) -> Luma:
        """Return the grid of a frame, in ``out`` where it is given: the mean of each block, rounded."""
        found = np.empty(self.shape, np.uint8) if out is None else out
        rows, block = self.shape[0], self.block
        if block == 1:
            found[:] = luma
            return found
        high = luma[: rows * block, : self._across].reshape(rows, block, self._across)[:, :: self._skip]
        np.add.reduce(high, axis=1, dtype=np.uint16, out=self._sums)
        many = block * block // self._skip
        total = self._totals()
        total += many // 2 << self._lowest
        np.right_shift(total, self._lowest + many.bit_length() - 1, out=found, casting="unsafe")
        return found

    def _totals(self) -> NDArray[np.uint64]:
        """Return the sums of all pixels of each block from those of its columns, in the bits from the lowest on."""
        if self.block == 2:
            np.add(self._sums[:, 0::2], self._sums[:, 1::2], out=self._wide)
            return self._wide
        # Four 16-bit numbers times 0x0001000100010001: the highest becomes the sum of all.
        np.multiply(self._sums.view(np.uint64), _FOUR, out=self._wide)
        if self.block == 4:
            return self._wide
        self._wide >>= _TOP
        many = self.block // 4
        total = self._wide[:, 0::many].copy()
        for k in range(1, many):
            total += self._wide[:, k::many]
        return total

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
