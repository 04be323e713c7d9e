"""Which feeds could see a place at a time, which could not, and why."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest

from harmtrace.errors import FootageError
from harmtrace.footage.coverage import Ground, coverage
from harmtrace.footage.track import Track
from harmtrace.records.footage import Basis, Coverage, Elevation, Feed, Method, Why
from tests.footage.looking import NOON, after, feed, looking_down, square, track

HERE = (10.0, 20.0)
_MINUTE = after(60)


def asked(
    *feeds: tuple[Feed, Track | None],
    start: datetime = NOON,
    end: datetime = _MINUTE,
    radius_m: float = 50.0,
    **more: object,
) -> Coverage:
    return coverage(
        feeds, latitude=HERE[0], longitude=HERE[1], radius_m=radius_m, start=start, end=end, **more  # type: ignore[arg-type]
    )  # fmt: skip


def panning(many: int = 60, *, here: slice = slice(None)) -> Track:
    """Return a track that shows the place in some of its packets and ground 5 km off in the others."""
    found = track(many, corners=square(10.05, 20.0))
    found.corners[here] = square(*HERE)
    return found


def test_a_feed_that_looks_at_the_place_throughout_has_one_window_and_leaves_no_stretch_without_a_feed() -> None:
    found = asked((feed("a"), panning()))
    (window,) = found.windows
    assert (window.feed, window.start, window.end) == ("a", NOON, after(60))
    assert (window.media_start, window.media_end) == (0.0, 60.0)
    assert (window.method, window.basis, window.share) == (Method.CORNERS, Basis.GPS, 1.0)
    assert window.metres_per_pixel == pytest.approx(200 / (640 * 480) ** 0.5, rel=0.01)
    assert found.gaps == ()
    assert found.no_feed == ()


def test_a_window_names_the_elevation_that_it_rests_on_and_the_weakest_source_of_it() -> None:
    (told,) = asked((feed("a"), looking_down(60, ground=120.0))).windows
    assert (told.ground_m, told.ground_from) == (120.0, Elevation.TAG_25)
    (above_ellipsoid,) = asked((feed("a"), looking_down(60, ground=120.0, ground_hae=True))).windows
    assert above_ellipsoid.ground_from is Elevation.TAG_78
    some = np.where(np.arange(60) < 30, 120.0, np.nan)
    (mixed,) = asked((feed("a"), looking_down(60, ground=some))).windows
    assert mixed.ground_from is Elevation.ASSUMED
    (stated,) = asked((feed("a", at=HERE), None)).windows
    assert stated.ground_m is None


def test_a_feed_that_turns_away_looked_elsewhere_before_and_after() -> None:
    found = asked((feed("a"), panning(here=slice(10, 30))))
    assert [(one.start, one.end) for one in found.windows] == [(after(10), after(30))]
    assert [(one.start, one.end, one.why) for one in found.gaps] == [
        (NOON, after(10), Why.ELSEWHERE),
        (after(30), after(60), Why.ELSEWHERE),
    ]
    assert found.no_feed == ((NOON, after(10)), (after(30), after(60)))


def test_metadata_that_stops_is_a_gap_of_its_own_after_ten_seconds() -> None:
    seen = track(3, media_s=[5.0, 6.0, 50.0], corners=square(*HERE))
    found = asked((feed("a"), seen))
    assert [(one.start, one.end) for one in found.windows] == [(after(5), after(16)), (after(50), after(60))]
    assert [(one.start, one.end, one.why) for one in found.gaps] == [
        (NOON, after(5), Why.NO_METADATA),
        (after(16), after(50), Why.NO_METADATA),
    ]


def test_time_outside_the_recording_is_said_to_have_no_file() -> None:
    found = asked((feed("a"), panning()), start=after(-30), end=after(90))
    assert [(one.start, one.end, one.why) for one in found.gaps] == [
        (after(-30), NOON, Why.NO_FILE),
        (after(60), after(90), Why.NO_FILE),
    ]


def test_a_withheld_file_is_a_gap_throughout_whatever_its_clock_says() -> None:
    found = asked((feed("a"), None), (feed("b", start=None), None), withheld={"a", "b"})
    assert [(one.feed, one.start, one.why) for one in found.gaps] == [
        ("a", NOON, Why.NO_FILE),
        ("b", None, Why.NO_FILE),
    ]


def test_a_feed_of_unknown_clock_is_a_gap_without_times_and_never_dropped() -> None:
    found = asked((feed("a", start=None), panning()))
    assert [(one.feed, one.start, one.end, one.why) for one in found.gaps] == [("a", None, None, Why.NO_CLOCK)]
    assert found.no_feed == ((NOON, after(60)),)


def test_a_recording_without_telemetry_or_position_says_that_metadata_are_missing() -> None:
    found = asked((feed("a"), None))
    assert [one.why for one in found.gaps] == [Why.NO_METADATA]


def test_a_photo_near_the_place_is_a_window_of_one_moment_by_its_position() -> None:
    photo = feed("a", start=after(20), duration_s=None, at=(10.001, 20.0), kind="photo")
    found = asked((photo, None))
    (window,) = found.windows
    assert (window.start, window.end, window.method) == (after(20), after(20), Method.POSITION)
    assert [(one.start, one.end, one.why) for one in found.gaps] == [
        (NOON, after(20), Why.NO_FILE),
        (after(20), after(60), Why.NO_FILE),
    ]


def test_an_uncertain_clock_widens_what_is_asked_and_shortens_what_no_feed_saw() -> None:
    sure = asked((feed("a"), panning(here=slice(10, 30))), start=after(32))
    unsure = asked((feed("a", sigma_s=2.0), panning(here=slice(10, 30))), start=after(32))
    assert sure.windows == ()
    (window,) = unsure.windows
    assert (window.start, window.end, window.sigma_s) == (after(28), after(30), 2.0)
    assert unsure.no_feed == ((after(34), after(60)),)
    assert unsure.gaps[-1].end == after(64)


def test_a_clock_that_drifts_is_followed_and_its_error_grows() -> None:
    one = feed("a", drift=0.1)
    one = replace(one, clock=replace(one.clock, drift_sigma=0.01))
    found = asked((one, panning(here=slice(50, 60))), end=after(66))
    (window,) = found.windows
    assert (window.start, window.end) == (after(55), after(66))
    assert window.media_end == pytest.approx(60)
    assert window.sigma_s == pytest.approx(0.6)


def test_a_place_half_in_the_frame_says_so() -> None:
    found = asked((feed("a"), track(60, corners=square(10.0, 20.0 + 100 / 109_600))), radius_m=20.0)
    assert 0.3 < found.windows[0].share < 0.7


def test_metres_a_pixel_are_those_at_the_place_in_a_frame_that_looks_aslant() -> None:
    """The picture of a camera 1,000 m up, looking 45 degrees down, is coarser at its far edge than at its near one."""
    slope = np.tan(np.radians(15.0))
    for low in (-0.8 * slope, 0.0, 0.8 * slope):
        north = 1_000 / np.tan(np.radians(45) + np.arctan(low))
        seen = looking_down(60, latitude=10.0 - north / 110_611, elevation=-45.0, h_fov=30.0, v_fov=30.0)
        (window,) = asked((feed("a"), seen), radius_m=1.0).windows
        down = np.sin(np.radians(45)) + low * np.cos(np.radians(45))
        a_pixel = np.sqrt((2 * slope / 640) * (2 * slope / 480) * 1_000**2 / down**3)
        assert window.metres_per_pixel == pytest.approx(a_pixel, rel=0.02)


def test_the_weakest_footprint_of_a_window_names_its_method() -> None:
    mixed = looking_down(
        60, latitude=HERE[0], longitude=HERE[1], centre_latitude=10.0, centre_longitude=20.0, width=900.0
    )
    mixed.h_fov[30:] = np.nan
    (window,) = asked((feed("a"), mixed)).windows
    assert window.method is Method.CENTRE_WIDTH


@pytest.mark.parametrize("place", [(10.0, 180.0), (10.0, -180.0), (90.0, 0.0), (-90.0, 0.0), (89.9995, 120.0)])
def test_places_on_the_antimeridian_and_at_the_poles_are_found(place: tuple[float, float]) -> None:
    seen = looking_down(60, latitude=np.linspace(place[0], place[0], 60), longitude=-place[1])
    seen.latitude[:] = place[0]
    seen.longitude[:] = place[1] if abs(place[0]) < 89 else place[1] + 90
    found = coverage([(feed("a"), seen)], latitude=place[0], longitude=place[1], radius_m=50, start=NOON, end=after(60))
    assert [(one.start, one.end) for one in found.windows] == [(NOON, after(60))]


def test_ground_packed_and_read_again_answers_the_same() -> None:
    feeds = [
        (feed("a", sigma_s=3.0), panning(here=slice(10, 30))),
        (feed("b", start=None), None),
        (feed("c"), panning()),
    ]
    ground = Ground.of(feeds)
    body = b"".join(ground.packed())
    again = Ground.unpacked(body, [one for one, _ in feeds])
    question = {"latitude": 10.0, "longitude": 20.0, "radius_m": 50.0, "start": NOON, "end": after(60)}
    assert again.coverage(**question) == ground.coverage(**question)  # type: ignore[arg-type]


def test_ground_of_other_clocks_is_refused() -> None:
    body = b"".join(Ground.of([(feed("a"), panning())]).packed())
    with pytest.raises(FootageError, match="other clocks"):
        Ground.unpacked(body, [feed("a", sigma_s=1.0)])


def test_no_feeds_leave_the_whole_stretch_without_a_feed() -> None:
    found = asked()
    assert (found.windows, found.gaps, found.no_feed) == ((), (), ((NOON, after(60)),))


def test_a_stretch_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="stretch"):
        asked(start=after(60), end=NOON)
