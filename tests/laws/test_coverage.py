"""What must hold of coverage whatever the feeds: equal to looking at every row, never narrower, nothing left over."""

from datetime import datetime, timedelta
from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.footage.coverage import Ground
from harmtrace.footage.footprints import of_feed
from harmtrace.footage.inside import shown
from harmtrace.footage.runs import UNIT, Rows, rows
from harmtrace.footage.track import Track
from harmtrace.records.footage import Coverage, Feed
from tests.footage.looking import after, feed, square, track

_PLACES = st.sampled_from([(10.0, 20.0), (-33.3, 179.9995), (61.0, -180.0), (0.0, 0.0), (89.999, 50.0), (-89.2, 10.0)])
_Fed = tuple[Feed, Track | None]


@st.composite
def feeds(draw: st.DrawFn, place: tuple[float, float]) -> list[_Fed]:
    """Return a few feeds that look at ground near a place, some with holes, unknown clocks or a position alone."""
    found: list[_Fed] = []
    for number in range(draw(st.integers(1, 4))):
        clock = draw(st.sampled_from([None, 0.0, 2.0, 30.0, 2_000.0]))
        start = None if clock is None else after(draw(st.integers(-2_000, 2_000)))
        many = draw(st.integers(0, 30))
        seconds = np.cumsum(draw(st.lists(st.sampled_from([0.0, 1.0, 4.0, 25.0, 400.0]), min_size=many, max_size=many)))
        length = float(seconds[-1]) + 3 if many else 40.0
        one = feed(
            f"f{number}", start=start, duration_s=length, sigma_s=clock or 0.0, drift=draw(st.sampled_from([0, 0.01]))
        )
        if not many:
            near = feed(f"f{number}", start=start, duration_s=40.0, sigma_s=clock or 0.0, at=place)
            found.append((draw(st.sampled_from([one, near])), None))
            continue
        corners = np.stack([_frame(draw, place) for _ in range(many)])
        found.append((one, track(many, media_s=seconds, corners=corners)))
    return found


def _frame(draw: st.DrawFn, place: tuple[float, float]) -> np.ndarray:
    if draw(st.booleans()) and draw(st.booleans()):
        return np.full((4, 2), np.nan)
    off, half = draw(st.sampled_from([0, 90, 180, 2_000])), draw(st.sampled_from([20.0, 100.0, 700.0, 4_000.0]))
    latitude = place[0] - off / 111_195 * (1 if place[0] > 0 else -1)
    frame = square(latitude, place[1], half)
    frame[:, 1] = (frame[:, 1] + 180) % 360 - 180
    return frame


_QUESTIONS = st.tuples(
    st.integers(-2_500, 2_500),
    st.integers(1, 3_000),
    st.sampled_from([0.0, 30.0, 500.0]),
    st.sampled_from([0.0, 1.0, 2.0]),
)


def ask(ground: Ground, place: tuple[float, float], question: tuple[int, int, float, float]) -> Coverage:
    begin, lasts, radius_m, sigmas = question
    return ground.coverage(
        latitude=place[0],
        longitude=place[1],
        radius_m=radius_m,
        start=after(begin),
        end=after(begin + lasts),
        sigmas=sigmas,
    )


def touches(corners: np.ndarray, place: tuple[float, float], radius_m: float) -> bool | None:
    """Tell by plain arithmetic whether a frame shows a disc; None where it is a matter of centimetres."""
    points = [_off(place, one) for one in corners]
    inside, nearest = False, float("inf")
    for (ax, ay), (bx, by) in zip(points, [points[-1], *points[:-1]], strict=True):
        if (ay > 0) != (by > 0) and ax + (0 - ay) * (bx - ax) / (by - ay) > 0:
            inside = not inside
        long = (bx - ax) ** 2 + (by - ay) ** 2
        part = 0.0 if long < 1e-6 else max(0.0, min(1.0, -(ax * (bx - ax) + ay * (by - ay)) / long))
        nearest = min(nearest, hypot(ax + part * (bx - ax), ay + part * (by - ay)))
    if abs(nearest - radius_m) < 0.02 * max(1.0, radius_m) or nearest < 0.5:
        return None
    return inside or nearest <= radius_m


def _off(place: tuple[float, float], point: np.ndarray) -> tuple[float, float]:
    """Return metres east and north of a place, by distance and bearing on a sphere."""
    a, b = radians(place[0]), radians(float(point[0]))
    turn = radians(float(point[1]) - place[1])
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(turn / 2) ** 2
    apart = 2 * 6_371_008.8 * asin(min(1.0, sqrt(half)))
    east, north = sin(turn) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(turn)
    size = hypot(east, north) or 1.0
    return apart * east / size, apart * north / size


@settings(max_examples=60, deadline=None)
@given(st.data(), _PLACES, _QUESTIONS)
def test_windows_are_those_of_looking_at_every_row(
    data: st.DataObject, place: tuple[float, float], question: tuple[int, int, float, float]
) -> None:
    fed = data.draw(feeds(place))
    found = ask(Ground.of(fed), place, question)
    begin, end = after(question[0]), after(question[0] + question[1])
    for one, seen in fed:
        if seen is None or one.clock.start is None:
            continue
        held = rows(of_feed(one, seen))
        slack = timedelta(seconds=one.clock.sigma_s * question[3])
        windows = [(window.start, window.end) for window in found.windows if window.feed == one.id]
        for row in range(len(held)):
            span = one.clock.at(held.media_us[row] / 1e6), one.clock.at(held.until_us[row] / 1e6)
            low, high = max(begin - slack, span[0] or begin), min(end + slack, span[1] or end)
            if not held.ground[row] or high - low < timedelta(milliseconds=1):
                continue
            shows = touches(held.corners[row] / UNIT, place, question[2])
            middle = low + (high - low) / 2
            if shows is not None:
                assert any(first <= middle <= last for first, last in windows) == shows


@settings(max_examples=60, deadline=None)
@given(st.data(), _PLACES, _QUESTIONS)
def test_windows_and_gaps_of_a_feed_fill_what_was_asked_exactly(
    data: st.DataObject, place: tuple[float, float], question: tuple[int, int, float, float]
) -> None:
    fed = data.draw(feeds(place))
    found = ask(Ground.of(fed), place, question)
    for one, _ in fed:
        gaps = [gap for gap in found.gaps if gap.feed == one.id]
        if one.clock.start is None:
            assert [(gap.start, gap.end) for gap in gaps] == [(None, None)]
            continue
        slack = timedelta(seconds=one.clock.sigma_s * question[3])
        pieces = [(window.start, window.end) for window in found.windows if window.feed == one.id]
        pieces += [(gap.start, gap.end) for gap in gaps if gap.start is not None and gap.end is not None]
        pieces.sort()
        assert pieces[0][0] == found.start - slack
        assert pieces[-1][1] == found.end + slack
        assert all(before[1] == following[0] for before, following in pairwise(pieces))


@settings(max_examples=60, deadline=None)
@given(st.data(), _PLACES, _QUESTIONS)
def test_asking_with_more_slack_or_of_a_wider_place_never_loses_a_window(
    data: st.DataObject, place: tuple[float, float], question: tuple[int, int, float, float]
) -> None:
    ground = Ground.of(data.draw(feeds(place)))
    begin, lasts, radius_m, sigmas = question
    plain = ask(ground, place, question)
    for wider in (
        (begin, lasts, radius_m, sigmas + 1),
        (begin, lasts, radius_m + 200, sigmas),
        (begin - 9, lasts + 30, radius_m, sigmas),
    ):
        more = ask(ground, place, wider)
        for window in plain.windows:
            assert any(
                other.feed == window.feed and other.start <= window.start and window.end <= other.end
                for other in more.windows
            )
        if wider[:2] == question[:2]:
            assert total(more) <= total(plain)


def total(found: Coverage) -> timedelta:
    return sum((last - first for first, last in found.no_feed), timedelta())


@settings(max_examples=60, deadline=None)
@given(st.data(), _PLACES, _QUESTIONS)
def test_no_window_reaches_into_a_stretch_that_no_feed_saw(
    data: st.DataObject, place: tuple[float, float], question: tuple[int, int, float, float]
) -> None:
    fed = data.draw(feeds(place))
    found = ask(Ground.of(fed), place, question)
    sigma = {one.id: one.clock.sigma_s for one, _ in fed}
    edges: list[datetime] = [found.start]
    for first, last in found.no_feed:
        assert edges[-1] <= first < last <= found.end
        edges.append(last)
        for window in found.windows:
            slack = timedelta(seconds=question[3] * sigma[window.feed])
            assert window.end + slack <= first or window.start - slack >= last or window.start == window.end


def test_every_place_on_earth_is_found_in_the_cells_of_the_index() -> None:
    places = [
        (lat, lon) for lat in (-90.0, -89.95, -45.0, 0.0, 30.3, 89.9, 90.0) for lon in (-180.0, -0.001, 77.7, 179.999)
    ]
    for half in (15.0, 900.0, 40_000.0):
        fed: list[_Fed] = []
        for number, (latitude, longitude) in enumerate(places):
            frame = square(max(-89.99, min(89.99, latitude)), longitude, half)
            frame[:, 0] = np.clip(frame[:, 0], -90, 90)
            frame[:, 1] = (frame[:, 1] + 180) % 360 - 180
            fed.append((feed(f"f{number}"), track(60, corners=frame)))
        ground = Ground.of(fed)
        for number, place in enumerate(places):
            found = ask(ground, (max(-89.99, min(89.99, place[0])), place[1]), (0, 60, 10.0, 0.0))
            if abs(place[0]) < 89:
                assert f"f{number}" in {window.feed for window in found.windows}, (half, place)
            every = _every(ground, (max(-89.99, min(89.99, place[0])), place[1]))
            assert {window.feed for window in found.windows} == every


def _every(ground: Ground, place: tuple[float, float]) -> set[str]:
    assert isinstance(ground.rows, Rows)
    seen, _ = shown(ground.rows, place[0], place[1], 10.0)
    return {ground.feeds[row // 60].id for row in np.flatnonzero(seen)}
