import numpy as np
import pytest

from harmtrace.footage.scanning.sounds import RATE, Air, Listener, Onset, belonging, distance
from harmtrace.footage.scanning.suggesting import heard
from harmtrace.records.footage import Candidate, Kind


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
    assert belonging(4.0, (1.0, 3.0, 5.0)) == (3.0, 1.0)
    assert belonging(4.0, (5.0,)) == ()


def test_a_sound_is_held_against_each_flash_that_may_have_made_it() -> None:
    flashes = [
        Candidate(feed="a", media_s=at, pts=0, kind=kind, x=0.5, y=0.5, score=50.0, words="")
        for at, kind in ((1.0, Kind.FLASH), (20.0, Kind.FLASH), (26.8, Kind.LATER_FLASH), (26.9, Kind.GAIN_STEP))
    ]
    (found,) = heard([Onset(27.0, 24.0)], flashes, "a", half_frame_s=0.02, pts=round)
    assert "the flash at 26.80 s, 0.2 s before" in found.candidate.words
    assert "if to the flash at 20.00 s, 7.0 s before" in found.candidate.words
    assert "1.00 s" not in found.candidate.words
    (alone,) = heard([Onset(15.0, 24.0)], flashes, "a", half_frame_s=0.02, pts=round)
    assert "flash" not in alone.candidate.words
