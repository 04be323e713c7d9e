import numpy as np
import pytest

from harmtrace.footage.scanning.grids import Reducer


@pytest.mark.parametrize(
    ("height", "width"), [(360, 640), (270, 480), (721, 1283), (90, 160), (200, 322), (1080, 1920)]
)
def test_a_grid_holds_the_means_of_its_blocks_to_about_a_grey_level(height: int, width: int) -> None:
    rng = np.random.default_rng(3)
    wide = np.kron(rng.integers(0, 255, (height // 8 + 1, width // 8 + 1)), np.ones((8, 8)))[:height, :width]
    luma = np.ascontiguousarray(wide.astype(np.uint8))
    reducer = Reducer(height, width)
    rows, columns = reducer.shape
    block = reducer.block
    means = luma[: rows * block, : columns * block].reshape(rows, block, columns, block).mean(axis=(1, 3))
    # Blocks of sixteen pixels are sampled by every second row, so a step between rows may fall on either side.
    assert np.abs(reducer(luma) - means).max() <= (1.5 if block <= 8 else 3)


def test_a_grid_does_not_depend_on_how_rows_lie_in_memory() -> None:
    wide = np.random.default_rng(4).integers(0, 255, (360, 704)).astype(np.uint8)
    reducer = Reducer(360, 640)
    assert np.array_equal(reducer(wide[:, :640]), reducer(np.ascontiguousarray(wide[:, :640])))
    assert np.array_equal(reducer(wide[:, 3:643]), reducer(np.ascontiguousarray(wide[:, 3:643])))
