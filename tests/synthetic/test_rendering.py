import numpy as np

from tools.synthetic_footage import HELD_OUT, TUNING
from tools.synthetic_footage.rendering import Renderer
from tools.synthetic_footage.scripts import draw


def test_no_seed_is_both_for_tuning_and_held_out() -> None:
    assert not set(TUNING) & set(HELD_OUT)


def test_a_seed_gives_the_same_clip_again() -> None:
    assert draw(3, seconds=20.0).bursts == draw(3, seconds=20.0).bursts
    one, other = (Renderer(draw(3, seconds=20.0)).frame(40) for _ in range(2))
    assert np.array_equal(one, other)


def test_a_flash_is_seen_in_its_first_frame_and_not_in_the_one_before() -> None:
    script = next(found for seed in TUNING if not (found := draw(seed, seconds=30.0)).dark_hot)
    renderer = Renderer(script)
    burst = script.bursts[0]
    frame = int(np.searchsorted(script.times, burst.t))
    x, y = (int(v) for v in renderer.to_picture(renderer.frame_camera(frame), *renderer.place(burst)))
    before, after = (renderer.frame(i)[y - 2 : y + 3, x - 2 : x + 3].mean() for i in (frame - 1, frame))
    assert after - before > 25


def test_infrared_with_hot_shown_dark_makes_a_flash_dark() -> None:
    script = next(found for seed in TUNING if (found := draw(seed, seconds=30.0)).dark_hot)
    renderer = Renderer(script)
    burst = script.bursts[0]
    frame = int(np.searchsorted(script.times, burst.t))
    x, y = (int(v) for v in renderer.to_picture(renderer.frame_camera(frame), *renderer.place(burst)))
    before, after = (renderer.frame(i)[y - 2 : y + 3, x - 2 : x + 3].mean() for i in (frame - 1, frame))
    assert after - before < -25
