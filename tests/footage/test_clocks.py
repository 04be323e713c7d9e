from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from harmtrace.footage.clocks import DRIFT_SIGMA, anchored, fit, leap_seconds, shared, widened
from harmtrace.records.footage import Anchor, Basis, Clock, Reading

T0 = datetime(2021, 5, 11, 13, 25, tzinfo=UTC)


def reading(
    seconds: float, *, media_s: float = 0.0, basis: Basis = Basis.UTC_DECLARED, sigma_s: float = 5.0
) -> Reading:
    """Return a reading so many seconds after the start of the test's day."""
    at = T0 + timedelta(seconds=seconds)
    return Reading(where=str(basis), raw=at.isoformat(), basis=basis, media_s=media_s, at=at, sigma_s=sigma_s)


def anchor(media_s: float, seconds: float, *, sigma_s: float = 0.5, method: str = "common_flash") -> Anchor:
    """Return an anchor that dates a moment of the recording."""
    at = T0 + timedelta(seconds=seconds)
    return Anchor(
        media_s=media_s, reference=at, sigma_s=sigma_s, method=method, by="A. Person", why="a test", on="2021-06-01"
    )


def test_nothing_stated_is_a_clock_that_is_not_known() -> None:
    clock, issues = fit(())
    assert (clock.basis, clock.start, issues) == (Basis.NONE, None, ())
    assert clock.at(5) is None


def test_a_time_without_a_zone_places_nothing_and_is_kept() -> None:
    local = replace(reading(0, basis=Basis.LOCAL_UNKNOWN), at=None)
    clock, issues = fit((local,))
    assert (clock.basis, clock.start, issues) == (Basis.LOCAL_UNKNOWN, None, ())
    assert clock.readings == (local,)


def test_the_better_basis_holds_and_the_other_is_told() -> None:
    clock, issues = fit((reading(3600), reading(0, basis=Basis.GPS)))
    assert (clock.basis, clock.start) == (Basis.GPS, T0)
    assert [issue.code for issue in issues] == ["clock-disagrees"]
    assert "1 h 0 min 0 s after" in issues[0].message
    assert len(clock.readings) == 2


def test_a_sure_reading_of_a_lesser_basis_goes_before_a_vague_one() -> None:
    vague = reading(1800, sigma_s=3600)  # a creation time of an hour's recording: its beginning, or its end
    clock, issues = fit((vague, reading(0, basis=Basis.MISP_OR_POSIX_UNKNOWN, sigma_s=29)))
    assert (clock.basis, clock.start, issues) == (Basis.MISP_OR_POSIX_UNKNOWN, T0, ())


def test_readings_at_two_moments_give_the_drift() -> None:
    first = reading(0, basis=Basis.MISP_OR_POSIX_UNKNOWN, sigma_s=29)
    clock, issues = fit((first, reading(1000.05, media_s=1000.0, basis=Basis.MISP_OR_POSIX_UNKNOWN, sigma_s=29)))
    assert clock.drift == pytest.approx(5e-5)
    assert clock.at(500) == T0 + timedelta(seconds=500.025)
    assert clock.sigma(500) == 29
    assert issues == ()


def test_one_anchor_gives_the_offset_and_an_error_that_grows() -> None:
    clock, issues = fit((), (anchor(100.0, 130.0),))
    assert clock.start == T0 + timedelta(seconds=30)
    assert (clock.drift, issues) == (0.0, ())
    assert clock.sigma(100) == 0.5
    assert clock.sigma(100 + 3600) == pytest.approx((0.5**2 + (3600 * DRIFT_SIGMA) ** 2) ** 0.5)


def test_an_anchor_goes_before_what_the_file_states_and_says_how_wrong_that_is() -> None:
    clock, issues = fit((reading(0),), (anchor(0.0, 7200.0),))
    assert clock.start == T0 + timedelta(hours=2)
    assert [issue.code for issue in issues] == ["clock-disagrees"]
    assert "2 h 0 min 0 s behind" in issues[0].message


def test_the_basis_is_that_of_the_best_anchor() -> None:
    assert fit((), (anchor(0, 0, method="burned_in"),))[0].basis is Basis.BURNED_IN
    assert fit((), (anchor(0, 0, method="gps"),))[0].basis is Basis.GPS
    assert fit((), (anchor(0, 0, method="document"),))[0].basis is Basis.UTC_DECLARED


def test_anchors_far_apart_give_offset_and_drift() -> None:
    drift = 8e-5
    given = tuple(anchor(at, 40 + at * (1 + drift), sigma_s=0.05) for at in (0.0, 3600.0, 7200.0))
    clock, issues = fit((), given)
    assert issues == ()
    assert clock.drift == pytest.approx(drift, abs=1e-9)
    assert clock.start == pytest.approx(T0 + timedelta(seconds=40), abs=timedelta(microseconds=10))
    assert clock.sigma_at == pytest.approx(3600)
    assert clock.sigma(3600) < clock.sigma(0) < 0.06


def test_anchors_that_cannot_tell_a_drift_are_averaged() -> None:
    clock, _ = fit((), (anchor(0.0, 10.0, sigma_s=1.0), anchor(20.0, 31.0, sigma_s=1.0)))
    assert clock.drift == 0
    assert clock.at(10) == T0 + timedelta(seconds=20.5)
    assert clock.sigma(10) == pytest.approx(0.5**0.5)


def test_anchors_that_conflict_are_said_and_widen_the_clock() -> None:
    clock, issues = fit((), (anchor(0.0, 0.0), anchor(10.0, 70.0)))
    assert issues
    assert all(issue.code == "clock-disagrees" for issue in issues)
    assert any("common_flash" in issue.message for issue in issues)
    assert clock.sigma(5) > 20


def test_an_impossible_drift_is_said_and_not_used() -> None:
    clock, issues = fit((), (anchor(0.0, 0.0, sigma_s=0.1), anchor(7200.0, 7400.0, sigma_s=0.1)))
    assert clock.drift == 0
    assert any("drift" in issue.message for issue in issues)
    assert clock.sigma(3600) > 50


def test_one_more_anchor_fits_anew() -> None:
    clock, _ = fit((reading(0),))
    once, _ = anchored(clock, anchor(0.0, 1.0))
    twice, _ = anchored(once, anchor(0.0, 2.0))
    assert len(twice.anchors) == 2
    assert twice.start == T0 + timedelta(seconds=1.5)


def test_a_flash_that_two_recordings_show_dates_the_one_by_the_other() -> None:
    known = Clock(basis=Basis.GPS, start=T0, drift=2e-5, sigma_s=0.3)
    frame = 1 / 25
    words = {"method": "common_flash", "by": "A. Person", "why": "the flash over the roof", "on": "2021-06-01"}
    found = shared(known, 620.0, 31.48, sigma_s=frame / 2, **words)
    assert found is not None
    clock, _ = fit((), (found,))
    assert abs((clock.at(31.48) or T0) - (known.at(620.0) or T0)) < timedelta(seconds=frame)
    assert clock.sigma(31.48) == pytest.approx(0.3, abs=0.01)
    assert shared(Clock(basis=Basis.NONE, start=None), 0, 0, sigma_s=1, **words) is None


def test_a_window_is_widened_by_as_many_deviations_as_asked() -> None:
    clock = Clock(basis=Basis.GPS, start=T0, sigma_s=10.0)
    start, end = widened(clock, T0, T0 + timedelta(seconds=60), k=3)
    assert (start, end) == (T0 - timedelta(seconds=30), T0 + timedelta(seconds=90))
    unknown = Clock(basis=Basis.NONE, start=None)
    assert widened(unknown, T0, T0) == (T0, T0)


def test_the_leap_seconds_follow_the_day() -> None:
    days = [datetime(1970, 6, 1), datetime(2016, 12, 31), datetime(2017, 1, 1)]  # noqa: DTZ001
    assert [leap_seconds(day.date()) for day in days] == [0, 28, 29]


def test_the_error_reaches_every_anchor_where_anchors_contradict_one_another() -> None:
    clock, issues = fit((), (anchor(0.0, 0.0, sigma_s=0.5), anchor(10.0, 3610.0, sigma_s=600.0)))
    assert issues
    assert clock.disputed
    for media_s, stated_s in ((0.0, 0.0), (10.0, 3610.0)):
        at = clock.at(media_s)
        assert at is not None
        assert abs((at - T0).total_seconds() - stated_s) <= clock.sigma(media_s) + 0.01


def test_anchors_that_agree_are_not_disputed() -> None:
    clock, issues = fit((), (anchor(0.0, 0.0, sigma_s=0.5), anchor(10.0, 10.4, sigma_s=0.5)))
    assert not issues
    assert not clock.disputed
