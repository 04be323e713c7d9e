"""Scenes of a few seconds, drawn here and looked at without an encoder between."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from harmtrace.footage.scanning import Frame, Scanner, measured, suggested
from harmtrace.records.footage import Candidate, Kind

RATE, HEIGHT, WIDTH = 25.0, 180, 320
Picture = NDArray[np.float64]
Paint = Callable[[Picture, float], Picture | None]


def _ground(seed: int = 1) -> Picture:
    rng = np.random.default_rng(seed)
    coarse = rng.uniform(60, 130, (HEIGHT // 12 + 8, WIDTH // 12 + 24))
    return np.asarray(np.kron(coarse, np.ones((12, 12))), np.float64)


def _blob(picture: Picture, x: float, y: float, radius: float, height: float) -> None:
    rows, columns = np.arange(picture.shape[0])[:, None], np.arange(picture.shape[1])[None, :]
    picture += height * np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * radius**2))


def _scanned(
    *paints: Paint,
    seconds: float = 8.0,
    pan: float = 0.0,
    missing: tuple[float, float] = (0, 0),
    said: float | None = None,
    rate: float = RATE,
    parted: float | None = None,
) -> Scanner:
    rng = np.random.default_rng(2)
    ground = _ground()
    scanner = Scanner(HEIGHT, WIDTH, rate=said or rate)
    for number in range(int(seconds * rate)):
        t = number / rate
        if missing[0] <= t < missing[1]:
            continue
        left = round(pan * t)
        picture = ground[:HEIGHT, left : left + WIDTH].copy()
        for paint in paints:
            found = paint(picture, t)
            picture = picture if found is None else found
        luma = np.clip(picture + rng.normal(0, 1.5, picture.shape), 0, 255).astype(np.uint8)
        if t == parted:
            scanner.part()
        scanner.add(Frame(number, number * 3600, t, luma))
    scanner.finish()
    return scanner


def test_what_a_damaged_picture_becomes_at_once_is_no_flash() -> None:
    assert _candidates(_scanned(_flash(4.0, 160, 90), parted=4.0)) == ()
    (found,) = _candidates(_scanned(_flash(4.0, 160, 90), parted=2.0))
    assert found.media_s == pytest.approx(4.0)


def test_a_file_that_states_a_rate_far_too_high_is_looked_at_all_the_same() -> None:
    scanner = _scanned(_flash(4.0, 160, 90), said=240.0)
    (found,) = _candidates(scanner)
    assert found.kind is Kind.FLASH
    assert found.media_s == pytest.approx(4.0, abs=0.13)


@pytest.mark.parametrize(
    ("rate", "looked_at"),
    [(10.0, 10.0), (15.0, 15.0), (15.8, 7.9), (19.0, 9.5), (24.0, 12.0), (30.0, 15.0), (60.0, 12.0)],
)
def test_recordings_from_sixteen_frames_a_second_on_are_looked_at_in_part_and_flashes_dated_to_the_frame(
    rate: float, looked_at: float
) -> None:
    scanner = _scanned(_flash(4.0, 160, 90), rate=rate)
    assert len(scanner.tape) == pytest.approx(8.0 * looked_at, abs=1.5)
    (found,) = _candidates(scanner)
    assert found.media_s == pytest.approx(np.ceil(4.0 * rate - 1e-9) / rate, abs=1e-6)


def _candidates(scanner: Scanner) -> tuple[Candidate, ...]:
    return measured(suggested(scanner, "a.mp4"))


def _flash(at: float, x: float, y: float, *, radius: float = 5.0, height: float = 120.0, pan: float = 0.0) -> Paint:
    def paint(picture: Picture, t: float) -> None:
        if t >= at:
            age = t - at
            light = height * np.exp(-age / 0.25) + 0.35 * height * np.exp(-age / 4)
            _blob(picture, x - round(pan * t), y, radius * (1 + 0.5 * min(age, 2)), light)

    return paint


def test_a_flash_is_found_in_its_first_frame_and_at_its_place() -> None:
    (found,) = _candidates(_scanned(_flash(3.0, 200, 90)))
    assert found.kind is Kind.FLASH
    assert (found.media_s, found.frame, found.pts) == (3.0, 75, 75 * 3600)
    assert found.x == pytest.approx(200 / WIDTH, abs=0.02)
    assert found.y == pytest.approx(90 / HEIGHT, abs=0.02)
    assert found.words.startswith("luminous event; no second flash seen in the 4.9 s of the 4.9 s after it")


def test_a_smaller_later_flash_near_by_belongs_to_the_same_chain_with_delay_and_displacement() -> None:
    first, later = _candidates(_scanned(_flash(2.0, 150, 90), _flash(3.72, 170, 90, radius=3.5, height=60)))
    assert later.kind is Kind.LATER_FLASH
    assert later.chain == first.chain
    assert later.after_s == pytest.approx(1.72)
    assert later.moved_px == pytest.approx(20, abs=2)
    assert later.words.startswith("second luminous event 1.7 s after the first, ")


def test_displacement_leaves_the_cameras_own_motion_out() -> None:
    pan = 6.0
    first, later = _candidates(_scanned(_flash(2.0, 180, 90, pan=pan), _flash(4.0, 180, 70, pan=pan), pan=pan))
    assert later.moved_px == pytest.approx(20, abs=3)
    assert first.x is not None
    assert later.x is not None
    assert first.x - later.x == pytest.approx(12 / WIDTH, abs=0.02)


def test_a_flash_that_darkens_the_picture_is_found_too() -> None:
    def negative(picture: Picture, t: float) -> Picture:
        return 255 - picture

    (found,) = _candidates(_scanned(_flash(3.0, 200, 90), negative))
    assert found.media_s == 3.0
    assert found.words.startswith("event that darkened the picture at once")


def test_a_glint_and_a_light_that_stays_are_no_flashes() -> None:
    def glint(picture: Picture, t: float) -> None:
        if 2.0 <= t < 2.1:
            _blob(picture, 80, 60, 3, 120)

    def lamp(picture: Picture, t: float) -> None:
        if t >= 4.0:
            _blob(picture, 240 + 20 * (t - 4), 120, 2.0, 75)

    assert _candidates(_scanned(glint, lamp)) == ()


def test_a_camera_that_moves_over_edges_suggests_nothing() -> None:
    assert _candidates(_scanned(pan=9.0)) == ()


def test_breaks_of_the_picture_are_told_apart_and_are_no_flashes() -> None:
    other = _ground(9)[:HEIGHT, :WIDTH]

    def step(picture: Picture, t: float) -> Picture:
        return picture * 0.7 if t >= 2 else picture

    def flip(picture: Picture, t: float) -> Picture:
        return 255 - picture if t >= 4 else picture

    def cut(picture: Picture, t: float) -> Picture:
        return other if t >= 6 else picture

    found = _candidates(_scanned(step, flip, cut))
    assert [(one.kind, one.media_s) for one in found] == [
        (Kind.GAIN_STEP, 2.0),
        (Kind.POLARITY_FLIP, 4.0),
        (Kind.CUT, 6.0),
    ]
    assert all(one.x is None for one in found)


def test_a_sudden_enlargement_is_a_zoom() -> None:
    rows = np.clip(((np.arange(HEIGHT) - HEIGHT / 2) / 1.4 + HEIGHT / 2).astype(int), 0, HEIGHT - 1)
    columns = np.clip(((np.arange(WIDTH) - WIDTH / 2) / 1.4 + WIDTH / 2).astype(int), 0, WIDTH - 1)

    def zoom(picture: Picture, t: float) -> Picture:
        return picture[rows][:, columns] if t >= 3 else picture

    (found,) = _candidates(_scanned(zoom))
    assert found.kind is Kind.ZOOM
    assert found.media_s == pytest.approx(3.0, abs=0.05)  # every second frame is looked at for breaks


def test_a_flash_after_a_step_of_gain_is_still_seen() -> None:
    def step(picture: Picture, t: float) -> Picture:
        return picture * 1.25 if t >= 2.96 else picture

    kinds = [one.kind for one in _candidates(_scanned(_flash(3.2, 200, 90), step))]
    assert kinds == [Kind.GAIN_STEP, Kind.FLASH]


def test_a_flash_that_turns_the_gain_down_in_its_first_frame_is_seen() -> None:
    def gain(picture: Picture, t: float) -> Picture:
        return picture * (1 - 0.2 * np.exp(-(t - 3.0) / 0.9)) if t >= 3.0 else picture

    found = _candidates(_scanned(_flash(3.0, 80, 90, radius=12.0, height=150), gain))
    assert [(one.kind, one.frame) for one in found if one.chain is not None] == [(Kind.FLASH, 75)]


def test_a_second_flash_soon_after_the_first_is_looked_for_with_the_lower_threshold_at_once() -> None:
    first, later = _candidates(_scanned(_flash(2.0, 150, 90), _flash(2.8, 163, 90, radius=2.5, height=30)))
    assert (first.kind, later.kind) == (Kind.FLASH, Kind.LATER_FLASH)
    assert later.media_s == pytest.approx(2.8, abs=0.05)


def test_missing_frames_are_no_clear_stretch() -> None:
    scanner = _scanned(missing=(3.0, 5.0))
    assert [(one.clear, one.why) for one in scanner.seen.watched(0.001)] == [
        (True, None),
        (False, "frames missing"),
        (True, None),
    ]


def test_a_saturated_picture_is_no_clear_stretch() -> None:
    def bright(picture: Picture, t: float) -> Picture:
        return picture + 200 if t >= 4 else picture

    watched = _scanned(bright).seen.watched(0.001)
    assert watched[-1].why == "saturated"
    assert watched[-1].media_from == pytest.approx(4.0, abs=0.05)


def test_no_second_flash_is_only_said_of_the_time_in_which_the_place_was_in_the_picture() -> None:
    pan = 12.0
    (found,) = (
        one
        for one in _candidates(_scanned(_flash(2.0, 60, 90, pan=pan), pan=pan, seconds=7.0))
        if one.chain is not None
    )
    clear = float(found.words.split("seen in the ")[1].split(" s")[0])
    assert 2.0 < clear < 3.1  # it leaves the picture 2.7 s later


def test_the_camera_s_path_is_known_to_a_cell_after_seconds() -> None:
    for pan in (6.0, 30.0, 50.0):
        scanner = _scanned(pan=pan, seconds=4.0)
        moved = -pan * float(scanner.tape.times[-1]) / scanner.reducer.block
        assert scanner.tape.path[-1] == pytest.approx([0, moved], abs=1.0)


@pytest.mark.parametrize(("height", "width"), [(16, 16), (48, 64), (2, 2)])
def test_pictures_of_any_size_are_looked_at(height: int, width: int) -> None:
    scanner = Scanner(height, width, rate=25.0)
    for k in range(20):
        scanner.add(Frame(k, k, k / 25, np.full((height, width), 90 + 60 * (k > 8), np.uint8)))
    scanner.finish()
    assert suggested(scanner, "a") is not None


def test_a_picture_without_features_neither_moves_nor_grows() -> None:
    noise = np.random.default_rng(5)
    for level, sigma in ((90, 0.0), (90, 0.6), (30, 3.0)):
        scanner = Scanner(HEIGHT, WIDTH, rate=RATE)
        for number in range(150):
            luma = np.clip(level + noise.normal(0, sigma, (HEIGHT, WIDTH)), 0, 255).astype(np.uint8)
            scanner.add(Frame(number, number * 3600, number / RATE, luma))
        scanner.finish()
        assert suggested(scanner, "a") == ()


def test_a_camera_that_slews_faster_than_the_profiles_reach_is_moving_and_not_cut() -> None:
    rng = np.random.default_rng(11)
    ground = np.kron(rng.uniform(40, 160, (60, 400)), np.ones((6, 6)))
    scanner = Scanner(HEIGHT, WIDTH, rate=RATE)
    left = 0
    for number in range(100):
        left += 28 if 40 <= number < 70 else 0
        luma = ground[100 : 100 + HEIGHT, left : left + WIDTH] + rng.normal(0, 1.5, (HEIGHT, WIDTH))
        scanner.add(Frame(number, number * 3600, number / RATE, luma.clip(0, 255).astype(np.uint8)))
    scanner.finish()
    assert suggested(scanner, "a") == ()
    (fast,) = (one for one in scanner.seen.watched(0.001) if one.why == "moving too fast")
    assert (fast.media_from, fast.media_to) == pytest.approx((40 / RATE, 70 / RATE), abs=0.4)
