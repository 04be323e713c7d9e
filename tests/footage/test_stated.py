from datetime import datetime

import pytest

from harmtrace.footage.stated import moment, named, place


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("+12.3450-030.1234+230.0/", (12.345, -30.1234, 230.0)),
        ("+1220.70-03007.40/", (12.345, -30.12333, None)),
        ("+122042.0-0300724.0-5/", (12.345, -30.12333, -5.0)),
        ("+9.2504-83.7465/", (9.2504, -83.7465, None)),
        ("-33.8+151.2CRSWGS_84/", (-33.8, 151.2, None)),
        ("+00.0000+000.0000/", (0.0, 0.0, None)),
    ],
)
def test_a_place_is_read_in_its_three_shapes(text: str, point: tuple[float, float, float | None]) -> None:
    found = place(text)
    assert found is not None
    assert (found.latitude, found.longitude) == pytest.approx(point[:2], abs=1e-5)
    assert found.altitude == point[2]


@pytest.mark.parametrize("text", ["", "12.3,45.6", "+95.0+010.0/", "+1299.0+01000.0/", "+12", "here"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert place(text) is None


@pytest.mark.parametrize(
    ("name", "local"),
    [
        ("VID_20210511_162500.mp4", "2021-05-11T16:25:00"),
        ("20210511162500.mp4", "2021-05-11T16:25:00"),
        ("DJI_20210511162500_0001_V.MP4", "2021-05-11T16:25:00"),
        ("2021-05-11 16.25.00.mov", "2021-05-11T16:25:00"),
        ("video_2021-05-11_16-25-00.mp4", "2021-05-11T16:25:00"),
        ("WhatsApp Video 2021-05-11 at 16.25.00.mp4", "2021-05-11T16:25:00"),
        ("Screen Recording 2021-05-11 at 4.25.00 PM.mov", "2021-05-11T16:25:00"),
        ("Clip 2021-05-11 at 12.05.00 AM.mov", "2021-05-11T00:05:00"),
        ("Rec_2021.05.11_16.25.mp4", "2021-05-11T16:25:00"),
        ("signal-2021-05-11-16-25-00-123.mp4", "2021-05-11T16:25:00"),
    ],
)
def test_a_time_in_a_name_has_no_zone_unless_it_states_one(name: str, local: str) -> None:
    found = named(name)
    assert found is not None
    assert (found.local.isoformat(), found.at, found.day_only) == (local, None, False)


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("feed_20210511T162500Z.ts", "2021-05-11T16:25:00+00:00"),
        ("feed 2021-05-11 16.25.00+0300.ts", "2021-05-11T13:25:00+00:00"),
        ("PXL_20210511_132500123.mp4", "2021-05-11T13:25:00.123000+00:00"),
        ("1620739500123.mp4", "2021-05-11T13:25:00.123000+00:00"),
    ],
)
def test_a_name_that_states_its_zone_is_placed(name: str, at: str) -> None:
    found = named(name)
    assert found is not None
    assert found.at is not None
    assert found.at.isoformat() == at


@pytest.mark.parametrize("name", ["IMG-20210511-WA0003.jpg", "clip 2021-05-11.mp4"])
def test_a_name_may_state_the_day_alone(name: str) -> None:
    found = named(name)
    assert found is not None
    assert found.day_only


@pytest.mark.parametrize(
    "name", ["DSCN0010.jpg", "interview.mp4", "20211305_101010.mp4", "photo_5373012345678901234_y.jpg"]
)
def test_a_name_without_a_time_gives_none(name: str) -> None:
    assert named(name) is None


def test_times_that_stand_for_no_time_are_none() -> None:
    for text in ("", "0000:00:00 00:00:00", "1904-01-01T00:00:00Z", "2021-13-01T00:00:00", "soon"):
        assert moment(text) is None
    found = moment("2021:05:11 16:25:00")
    assert found is not None
    assert found.local == datetime(2021, 5, 11, 16, 25)  # noqa: DTZ001
