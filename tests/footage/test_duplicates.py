"""PDQ hashes and the recordings that they find again."""

import numpy as np
import pytest
from numpy.typing import NDArray

from harmtrace.footage.duplicates import LEAST_QUALITY, MOST_DISTANCE, Prints, pairs, pdq, prints

Luma = NDArray[np.uint8]


def scene(seed: int, height: int = 288, width: int = 512) -> Luma:
    """Return a picture of soft shapes and grain."""
    random = np.random.default_rng(seed)
    coarse = random.normal(size=(14, 20)).cumsum(0).cumsum(1)
    rows = np.linspace(0, 12.999, height)
    columns = np.linspace(0, 18.999, width)
    y, x = rows.astype(int)[:, None], columns.astype(int)[None, :]
    v, u = (rows % 1)[:, None], (columns % 1)[None, :]
    soft = (
        coarse[y, x] * (1 - v) * (1 - u)
        + coarse[y + 1, x] * v * (1 - u)
        + coarse[y, x + 1] * (1 - v) * u
        + coarse[y + 1, x + 1] * v * u
    )
    grey = (soft - soft.min()) / np.ptp(soft) * 200 + random.normal(0, 4, soft.shape)
    return np.asarray(grey.clip(0, 255), dtype=np.uint8)


def apart(a: Luma, b: Luma) -> int:
    one, other = (np.unpackbits(np.frombuffer(pdq(luma)[0], np.uint8)) for luma in (a, b))
    return int((one != other).sum())


def flipped(luma: Luma) -> Luma:
    return np.ascontiguousarray(luma[:, ::-1])


@pytest.mark.parametrize("seed", range(5))
def test_half_of_the_bits_are_set(seed: int) -> None:
    assert np.unpackbits(np.frombuffer(pdq(scene(seed))[0], np.uint8)).sum() == 128


@pytest.mark.parametrize("seed", range(5))
def test_a_smaller_darker_noisier_copy_is_near_and_another_scene_is_far(seed: int) -> None:
    luma = scene(seed)
    smaller = luma[::2, ::2]
    darker = (luma * 0.7 + 10).astype(np.uint8)
    noisier = (luma + np.random.default_rng(1).normal(0, 6, luma.shape)).clip(0, 255).astype(np.uint8)
    assert max(apart(luma, other) for other in (smaller, darker, noisier)) <= MOST_DISTANCE
    assert apart(luma, scene(seed + 100)) > 2 * MOST_DISTANCE
    assert apart(luma, flipped(luma)) > 2 * MOST_DISTANCE


def test_a_mirrored_picture_turns_every_second_column_of_waves_round() -> None:
    luma = scene(7, 256, 256)
    bits, mirrored = (
        np.unpackbits(np.frombuffer(pdq(one)[0], np.uint8))[::-1].reshape(16, 16) for one in (luma, flipped(luma))
    )
    # Odd waves change their sign, even ones do not (cosine transform); decimation shifts by half a point.
    assert (bits[:, 1::2] == mirrored[:, 1::2]).mean() > 0.8
    assert (bits[:, ::2] != mirrored[:, ::2]).mean() > 0.8


def test_a_picture_without_detail_has_no_quality() -> None:
    assert pdq(np.full((288, 512), 90, dtype=np.uint8))[1] == 0
    assert pdq(scene(3))[1] >= LEAST_QUALITY
    assert len(prints([(0.0, np.full((288, 512), 90, dtype=np.uint8))]).media_s) == 0


# Hashes and qualities as the package pdqhash 0.2.8 gives them.
PUBLISHED = {
    (120, 160): ("fad6fd28fad5d528ead45524aad65528aad5aaaa555aaab4556c40985561aa87", 100),
    (288, 512): ("38e170f1e1e1c1c183c707c31f873f12fe07fc12e007800f017a00af1ffaffef", 100),
    (96, 333): ("a9ffd6b9a95556a9a95552aa554aaad655b4ab6c54ccab99d631a9e107035016", 100),
}


@pytest.mark.parametrize("size", PUBLISHED)
def test_the_hash_is_that_of_the_published_program(size: tuple[int, int]) -> None:
    i, j = np.mgrid[0 : size[0], 0 : size[1]]
    luma = (127 + 70 * np.sin(i / 17 + j / 41) + 50 * np.cos(i * j / 900)).astype(np.uint8)
    digest, quality = pdq(luma)
    assert (digest.hex(), quality) == PUBLISHED[size]


def test_the_hash_is_that_of_the_published_package() -> None:
    pdqhash = pytest.importorskip("pdqhash", reason="pdqhash needs a compiler to install: compared by hand otherwise")
    for seed, size in enumerate([(64, 64), (65, 130), (288, 512), (480, 640), (37, 64)]):
        luma = scene(seed, *size)
        theirs, quality = pdqhash.compute(np.stack([luma] * 3, -1))
        ours, our_quality = pdq(luma)
        assert np.array_equal(np.unpackbits(np.frombuffer(ours, np.uint8)), theirs)
        assert our_quality == quality


def recording(seeds: range, start: float = 0.0) -> Prints:
    return prints([(start + at, scene(seed)) for at, seed in enumerate(seeds)])


def test_a_cut_copy_is_found_with_its_offset_and_another_recording_is_not() -> None:
    found = pairs({"fa": recording(range(10, 22)), "fb": recording(range(14, 20)), "fc": recording(range(50, 60))})
    assert [(one.a, one.b, one.offset_s, one.pictures, one.share) for one in found] == [("fa", "fb", -4.0, 6, 1.0)]
    assert (found[0].start_s, found[0].end_s) == (4.0, 9.0)


def test_the_same_pictures_in_another_order_are_no_copy() -> None:
    turned = prints([(float(at), scene(seed)) for at, seed in enumerate((14, 12, 10, 13, 11))])
    assert pairs({"fa": recording(range(10, 15)), "fb": turned}) == ()


def test_nothing_is_said_of_recordings_without_pictures() -> None:
    assert pairs({"fa": prints([]), "fb": prints([])}) == ()
    assert pairs({}) == ()


def still(seeds: range, start: float = 0.0) -> Prints:
    """Return the prints of one view that never changes but for its grain, other at every second."""
    view = scene(3).astype(np.float64)
    pictures = [
        (start + at, (view + np.random.default_rng(seed).normal(0, 3, view.shape)).clip(0, 255).astype(np.uint8))
        for at, seed in enumerate(seeds)
    ]
    return prints(pictures)


def test_two_recordings_of_a_view_that_never_changes_are_given_no_offset() -> None:
    (found,) = pairs({"fa": still(range(30)), "fb": still(range(100, 118))})
    assert found.offset_s is None
    assert found.pictures >= 17


def test_a_cut_of_a_view_that_hardly_changes_is_found_where_its_grain_is_the_same() -> None:
    (found,) = pairs({"fa": still(range(30)), "fb": still(range(20, 30))})
    assert found.offset_s in (None, -20.0)


def test_the_offset_stands_where_only_a_part_of_the_recording_is_still() -> None:
    def mixed(first: int, last: int) -> Prints:
        return prints([(float(at), scene(min(seed, 16))) for at, seed in enumerate(range(first, last))])

    (found,) = pairs({"fa": mixed(10, 30), "fb": mixed(12, 26)})
    assert found.offset_s == -2.0
