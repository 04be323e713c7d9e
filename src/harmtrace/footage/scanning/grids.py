"""Grid: a frame's luma as means of square blocks, about 160 across."""

import sys

import numpy as np
from numpy.typing import NDArray

Luma = NDArray[np.uint8]

# A grid is at least this many cells across, and less than twice as many.
CELLS_ACROSS = 120
_WIDEST = 128
# Of blocks of more rows, so many are enough for a mean; with fewer of four, edges flicker and more is missed.
_ROWS = 4
# Four 16-bit numbers times this: the highest becomes the sum of all.
_FOUR, _HALVES = 0x0001000100010001, 2
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
        # Of blocks of four the sums are moved up, so that the mean is the highest byte.
        self._factor = np.uint64(_FOUR << 4 if block == 4 else _FOUR)
        self._sums = np.empty((self.shape[0], self._across), np.uint16)
        self._more = np.empty_like(self._sums)
        self._wide = self._sums.view(np.uint64) if block > _HALVES else np.empty(0, np.uint64)
        last = 7 if sys.byteorder == "little" else 0  # the highest of the eight bytes of each number
        self._highest = self._wide.view(np.uint8)[..., last::8]

    def __call__(self, luma: Luma, out: Luma | None = None) -> Luma:
        """Return the grid of a frame, in ``out`` where it is given: the mean of each block, rounded down."""
        found = np.empty(self.shape, np.uint8) if out is None else out
        rows, block = self.shape[0], self.block
        if block == 1:
            found[:] = luma
            return found
        high, across, sums, step = rows * block, self._across, self._sums, max(1, block // _ROWS)
        first, second = luma[0:high:block, :across], luma[step:high:block, :across]
        np.add(first, second, out=sums, dtype=np.uint16)
        if block == _HALVES:
            np.right_shift(sums[:, 0::2] + sums[:, 1::2], 2, out=found, casting="unsafe")
            return found
        third, fourth = luma[2 * step : high : block, :across], luma[3 * step : high : block, :across]
        np.add(sums, np.add(third, fourth, out=self._more, dtype=np.uint16), out=sums)
        wide = self._wide
        np.multiply(wide, self._factor, out=wide)
        if block == 4:
            np.copyto(found, self._highest)
            return found
        wide >>= _TOP
        many = block // 4
        total = wide[:, 0::many].copy()
        for k in range(1, many):
            total += wide[:, k::many]
        np.right_shift(total, block.bit_length() + 1, out=found, casting="unsafe")
        return found

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
