"""Which ground a frame showed, by each method, and what is said of its error."""

import numpy as np
import pytest
from numpy.typing import NDArray

from harmtrace.footage.footprints import ELEVATIONS, METHODS, Footprints, footprints, of_feed
from harmtrace.footage.geodesy import axes, ecef, plane
from harmtrace.records.footage import Elevation, Method
from tests.footage.looking import feed, looking_down, square, track


def methods(found: Footprints) -> list[Method]:
    return [METHODS[one] for one in found.method]


def metres(found: Footprints, latitude: float, longitude: float, row: int = 0) -> NDArray[np.float64]:
    """Return the corners of a row as metres east and north of a point."""
    return plane(latitude, longitude, ecef(found.corners[row, :, 0], found.corners[row, :, 1]))[0]


def test_a_camera_that_looks_straight_down_sees_a_square_round_the_point_below_it() -> None:
    found = footprints(looking_down(), frame=(1_000, 1_000))
    assert methods(found) == [Method.ANGLES]
    assert metres(found, 10.0, 20.0) == pytest.approx(
        np.array([[-1_000, 1_000], [1_000, 1_000], [1_000, -1_000], [-1_000, -1_000]]), abs=1
    )
    assert (found.latitude[0], found.longitude[0]) == pytest.approx((10.0, 20.0), abs=1e-9)
    assert found.metres_per_pixel[0] == pytest.approx(2, rel=0.01)
    assert not found.clipped[0]


def test_the_platforms_heading_turns_the_frame_and_its_sensor_turns_with_it() -> None:
    east = footprints(looking_down(heading=90.0, elevation=-45.0, h_fov=20.0, v_fov=20.0))
    same = footprints(looking_down(heading=30.0, azimuth=60.0, elevation=-45.0, h_fov=20.0, v_fov=20.0))
    assert plane(10.0, 20.0, ecef(east.latitude, east.longitude))[0][0] == pytest.approx([1_000, 0], abs=1)
    assert same.corners == pytest.approx(east.corners, abs=1e-9)
    upper_left, upper_right, lower_right, _ = metres(east, 10.0, 20.0)
    assert upper_left[1] > upper_right[1]
    assert upper_right[0] > lower_right[0]


def test_roll_of_the_platform_swings_the_frame_to_the_other_side() -> None:
    found = footprints(looking_down(roll=20.0, h_fov=10.0, v_fov=10.0))
    east, _ = plane(10.0, 20.0, ecef(found.latitude, found.longitude))[0][0]
    assert east == pytest.approx(-1_000 * np.tan(np.radians(20)), abs=1)


def test_corners_come_before_offset_corners_before_angles_before_a_centre_before_a_position() -> None:
    here, there = square(10.0, 20.0), square(10.0, 20.01)
    every = looking_down(
        6, corners=there, offset_corners=here, centre_latitude=10.0, centre_longitude=20.0, width=300.0
    )
    every.corners[1:] = np.nan
    every.offset_corners[2:] = np.nan
    every.h_fov[3:] = np.nan
    every.width[4:] = np.nan
    every.latitude[5:] = np.nan
    found = footprints(every)
    assert methods(found) == [
        Method.CORNERS, Method.OFFSET_CORNERS, Method.ANGLES, Method.CENTRE_WIDTH, Method.POSITION, Method.NONE,
    ]  # fmt: skip
    assert found.corners[0] == pytest.approx(there)
    assert found.corners[1] == pytest.approx(here)
    assert np.isnan(found.corners[3:]).all()
    assert found.reach_m[3] == 150
    assert found.reach_m[4] == 2_000
    assert np.isnan(found.error_m[5])


def test_a_frame_that_holds_the_horizon_is_cut_and_says_so() -> None:
    found = footprints(looking_down(elevation=-5.0, h_fov=20.0, v_fov=20.0), frame=(640, 480))
    corners = metres(found, 10.0, 20.0)
    assert found.clipped[0]
    assert np.isnan(found.metres_per_pixel[0])
    assert np.isfinite(corners).all()
    assert 25_000 < corners[0][1] < 60_000
    assert corners[3][1] == pytest.approx(3_700, rel=0.02)


def test_a_camera_that_looks_at_the_sky_has_angles_and_no_ground() -> None:
    found = footprints(looking_down(elevation=30.0, h_fov=20.0, v_fov=20.0))
    assert methods(found) == [Method.ANGLES]
    assert found.clipped[0]
    assert np.isnan(found.corners).all()


def test_the_elevation_of_the_ground_says_where_it_comes_from() -> None:
    told = footprints(looking_down(ground=100.0))
    ellipsoid = footprints(looking_down(ground=100.0, ground_hae=True))
    slant = footprints(looking_down(ground=np.nan, elevation=-30.0, slant=1_600.0, h_fov=5.0, v_fov=5.0))
    assumed = footprints(looking_down(ground=np.nan))
    sources = [ELEVATIONS[one.elevation[0]] for one in (told, ellipsoid, slant, assumed)]
    assert sources == [Elevation.TAG_25, Elevation.TAG_78, Elevation.SLANT, Elevation.ASSUMED]
    assert slant.ground_m[0] == pytest.approx(200)
    oblique = footprints(looking_down(ground=np.nan, elevation=-30.0, h_fov=5.0, v_fov=5.0))
    assert oblique.error_m[0] > 10 * slant.error_m[0]
    assert ellipsoid.error_m[0] >= told.error_m[0]


def test_the_error_grows_with_the_distance_and_with_a_flatter_look() -> None:
    steep = footprints(looking_down(elevation=-60.0, h_fov=5.0, v_fov=5.0)).error_m[0]
    flat = footprints(looking_down(elevation=-20.0, h_fov=5.0, v_fov=5.0)).error_m[0]
    high = footprints(looking_down(elevation=-60.0, altitude=5_000.0, h_fov=5.0, v_fov=5.0)).error_m[0]
    assert steep < high
    assert steep < flat
    # 1,000 m up, 60 degrees down: R = 1,155 m, a = 0.2 degrees, s = 20 m, p = 10 m.
    slant, angle = 1_000 / np.sin(np.radians(60)), np.radians(0.2)
    parts = [slant * angle, slant * angle / np.sin(np.radians(60)), 20 / np.tan(np.radians(60)), 10]
    assert steep == pytest.approx(float(np.linalg.norm(parts)), rel=0.01)


def flat(ground: float, **more: float) -> Footprints:
    return footprints(looking_down(1, elevation=-5.0, h_fov=1.0, v_fov=1.0, ground=ground, **more))


def test_angles_that_the_stated_centre_contradicts_give_way_to_it() -> None:
    """A flat look over ground that is stated 500 m too low ends kilometres behind what the frame shows."""
    true = flat(500.0)
    centre = {"centre_latitude": float(true.latitude[0]), "centre_longitude": float(true.longitude[0])}
    found = flat(0.0, **centre, width=100.0)
    assert methods(found) == [Method.CENTRE_WIDTH]
    assert (found.latitude[0], found.reach_m[0]) == (pytest.approx(true.latitude[0]), 50.0)
    alone = flat(0.0, **centre)
    assert methods(alone) == [Method.ANGLES]
    assert alone.error_m[0] == pytest.approx(500 / np.tan(np.radians(5)), rel=0.03)
    assert methods(flat(500.0, **centre, width=100.0)) == [Method.ANGLES]


def test_a_packet_holds_until_the_next_and_no_longer_than_ten_seconds_nor_past_the_end() -> None:
    found = footprints(track(4, media_s=[0.0, 4.0, 30.0, 58.0], latitude=1.0, longitude=1.0), duration_s=60.0)
    assert found.until_s.tolist() == [4.0, 14.0, 40.0, 60.0]


def test_packets_come_in_order_of_time_and_those_without_one_are_left_out() -> None:
    found = footprints(track(3, media_s=[5.0, np.nan, 1.0], latitude=[1.0, 2.0, 3.0], longitude=1.0))
    assert found.media_s.tolist() == [1.0, 5.0]
    assert found.latitude.tolist() == [3.0, 1.0]


@pytest.mark.parametrize(("latitude", "longitude"), [(0.0, 180.0), (60.0, -180.0), (90.0, 0.0), (-90.0, 77.0)])
def test_neither_the_antimeridian_nor_a_pole_changes_what_is_seen(latitude: float, longitude: float) -> None:
    plain = metres(footprints(looking_down()), 10.0, 20.0)
    found = metres(footprints(looking_down(latitude=latitude, longitude=longitude)), latitude, longitude)
    assert np.abs(found - plain).max() < 1


def test_a_file_with_a_position_alone_sees_what_lies_near_it_for_as_long_as_it_lasts() -> None:
    found = of_feed(feed("a", at=(10.0, 20.0), duration_s=33.0), None)
    assert methods(found) == [Method.POSITION]
    assert (found.media_s[0], found.until_s[0], found.reach_m[0]) == (0.0, 33.0, 300.0)
    assert len(of_feed(feed("b"), None)) == 0


def test_a_photo_shows_one_moment_and_a_recording_of_sound_nothing() -> None:
    photo = of_feed(feed("a", kind="photo", duration_s=None), track(1, latitude=10.0, longitude=20.0, altitude=900.0))
    assert (photo.media_s[0], photo.until_s[0], photo.reach_m[0]) == (0.0, 0.0, 300.0)
    assert len(of_feed(feed("b", kind="sound", at=(10.0, 20.0)), None)) == 0


def test_axes_at_a_point_stand_on_each_other() -> None:
    north, east, down = axes(np.array([12.0]), np.array([34.0]))
    assert np.cross(north, east) == pytest.approx(down)
