import numpy as np
import pytest

from harmtrace.footage.scanning.sounds import RATE, Air, Listener, belonging, distance


def _bang(at: float, *, seconds: float = 8.0, loud: float = 0.3) -> Listener:
    rng = np.random.default_rng(5)
    samples = rng.normal(0, 0.01, int(seconds * RATE))
    t = np.arange(len(samples)) / RATE - at
    samples += np.where(t >= 0, loud * np.exp(-np.maximum(t, 0) / 0.2) * np.sin(2 * np.pi * 60 * t + 1), 0)
    listener = Listener()
    for start in range(0, len(samples), 777):
        listener.add(samples[start : start + 777])
    return listener


def test_a_bang_is_heard_within_ten_milliseconds() -> None:
    (onset,) = _bang(3.5).onsets()
    assert onset.at_s == pytest.approx(3.5, abs=0.01)
    assert onset.above_db > 9


def test_wind_alone_is_no_bang() -> None:
    assert _bang(3.5, loud=0).onsets() == ()


def test_a_distance_is_wider_where_less_is_known_of_the_air() -> None:
    known = distance(3.0, half_frame_s=0.02, air=Air(celsius_low=18, celsius_high=22, wind_ms=2))
    unknown = distance(3.0, half_frame_s=0.02, air=Air())
    assert unknown[0] < known[0] < 3.0 * 343 < known[1] < unknown[1]


def test_a_sound_belongs_to_no_flash_after_it() -> None:
    assert belonging(4.0, (1.0, 3.0, 5.0)) == 3.0
    assert belonging(4.0, (5.0,)) is None
