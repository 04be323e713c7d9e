"""Light that rises all over the picture, or over a few cells of it, is no flash of a place."""

import numpy as np

from harmtrace.footage.scanning import Frame, Scanner, suggested
from harmtrace.records.footage import Kind

Spots = tuple[tuple[int, int], ...]


def _told(spots: Spots, *, side: int) -> list[Kind]:
    """Return what is suggested where light rises at 2.0 s and fades over seconds, at squares of a grey picture."""
    scanner = Scanner(360, 640, rate=30.0)
    noise = np.random.default_rng(7)
    ground = np.kron(noise.normal(90, 14, (18, 32)), np.ones((20, 20)))
    for number in range(180):
        luma = ground + noise.normal(0, 2, ground.shape)
        if number >= 60:
            for row, column in spots:
                luma[row : row + side, column : column + side] += 110 * np.exp(-(number - 60) / 60)
        scanner.add(Frame(number, number * 3000, number / 30, luma.clip(0, 255).astype(np.uint8)))
    scanner.finish()
    return [one.candidate.kind for one in suggested(scanner, "f")]


def test_light_at_one_place_is_a_flash() -> None:
    assert _told(((160, 300),), side=32) == [Kind.FLASH]


def test_light_at_many_places_at_once_is_told_as_that_and_once() -> None:
    spots = ((40, 60), (40, 500), (160, 300), (280, 80), (280, 520), (60, 300))
    assert _told(spots, side=32) == [Kind.MANY_AT_ONCE]


def test_light_over_a_few_cells_is_no_first_flash() -> None:
    assert _told(((160, 300),), side=6) == []
