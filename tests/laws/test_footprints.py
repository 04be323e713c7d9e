"""What must hold of footprints whatever telemetry says: no warning, no method without ground, no row made up."""

from dataclasses import fields, replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.footage.coverage import Ground
from harmtrace.footage.footprints import METHODS, footprints, of_feed
from harmtrace.footage.runs import rows
from harmtrace.footage.track import Track
from harmtrace.records.footage import Method
from tests.footage.looking import after, feed, looking_down

_ODD = st.sampled_from(
    [np.nan, np.inf, -np.inf, 0.0, -0.0, 1e-9, 90.0, -90.0, 180.0, -180.0, 360.0, 1e4, -900.0, 5e6, 1e12, -1e12, 45.0]
)


@st.composite
def tracks(draw: st.DrawFn) -> Track:
    """Return tracks of sensible values, some of which are anything at all."""
    many = draw(st.integers(1, 12))
    found = looking_down(many, offset_corners=np.nan, centre_latitude=10.0, centre_longitude=20.0, width=500.0)
    for one in fields(Track):
        column = getattr(found, one.name)
        if column is None or not draw(st.booleans()):
            continue
        for at in draw(st.lists(st.integers(0, many - 1), max_size=4)):
            column[at] = draw(_ODD)
    return found


@settings(max_examples=200, deadline=None)
@given(tracks(), st.sampled_from([None, 5.0, 1e9]))
def test_any_telemetry_gives_footprints_and_nothing_is_raised(seen: Track, duration_s: float | None) -> None:
    found = footprints(seen, frame=(640, 480), duration_s=duration_s)
    assert len(found) <= len(seen)
    assert (np.diff(found.media_s) >= 0).all()
    assert (found.until_s >= found.media_s).all()
    assert (found.until_s - found.media_s <= 10).all()
    none = found.method == METHODS.index(Method.NONE)
    assert np.isnan(found.latitude[none]).all()
    assert (found.error_m[~none] > 0).all()
    framed = np.isfinite(found.corners).all(axis=(1, 2))
    assert not (framed & np.isfinite(found.reach_m)).any()


@settings(max_examples=100, deadline=None)
@given(tracks(), st.booleans())
def test_any_telemetry_can_be_asked_and_answers_are_whole(seen: Track, still: bool) -> None:
    one = replace(feed("a", duration_s=None if still else 12.0), kind="photo" if still else "video")
    found = Ground.of([(one, seen)]).coverage(
        latitude=10.0, longitude=20.0, radius_m=50.0, start=after(-5), end=after(20)
    )
    pieces = [(window.start, window.end) for window in found.windows]
    pieces += [(gap.start, gap.end) for gap in found.gaps if gap.start is not None and gap.end is not None]
    pieces.sort()
    assert (pieces[0][0], pieces[-1][1]) == (after(-5), after(20))
    held = rows(of_feed(one, seen))
    assert (np.abs(held.corners[..., 0]) <= 90 * 10_000_000).all()


@settings(max_examples=50, deadline=None)
@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(0, 360), st.floats(-80, -20))
def test_turning_the_earth_below_the_camera_changes_nothing(
    latitude: float, longitude: float, heading: float, elevation: float
) -> None:
    here = footprints(looking_down(latitude=latitude, longitude=longitude, heading=heading, elevation=elevation))
    there = footprints(looking_down(latitude=latitude, longitude=0.0, heading=heading, elevation=elevation))
    off = np.mod(here.corners[..., 1] - longitude - there.corners[..., 1] + 180, 360) - 180
    assert np.abs(here.corners[..., 0] - there.corners[..., 0]).max() < 1e-9
    assert np.abs(off).max() < 1e-7
