from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from harmtrace.footage.readings import of_container, of_name, of_photo, of_telemetry, of_wall_times
from harmtrace.footage.telemetry import Blocks, Telemetry, read
from harmtrace.records.footage import Basis
from tests.footage.packets import START_US, fields, flight
from tools.misb import packet

BAGHDAD = ZoneInfo("Asia/Baghdad")
START = datetime.fromtimestamp(START_US / 1e6, UTC)


def stamped(parts: list[bytes]) -> Telemetry:
    """Return the telemetry of packets that a container stamps thirty a second."""
    starts = np.cumsum([0, *(len(part) for part in parts[:-1])])
    media = np.arange(len(parts)) / 30
    return read(b"".join(parts), blocks=Blocks(start=starts, media_s=media, arrived_s=media))


def test_tag_2_alone_is_posix_or_misp_with_the_leap_seconds_of_its_day() -> None:
    (only,) = of_telemetry(read(flight(30))).readings
    assert (only.where, only.raw, only.at) == ("tag 2", str(START_US), START)
    assert (only.basis, only.sigma_s) == (Basis.MISP_OR_POSIX_UNKNOWN, 29.0)


def test_leap_seconds_and_correction_settle_it() -> None:
    (only,) = of_telemetry(read(packet(fields(t136=27, t137=-500_000)))).readings
    assert only.basis is Basis.UTC_DECLARED
    assert only.at is not None
    assert (only.at - START).total_seconds() == -27.5
    assert only.sigma_s < 1


def test_a_long_recording_has_a_reading_at_both_ends() -> None:
    data = b"".join(packet(fields(step)) for step in range(0, 3000, 30))
    first, last = of_telemetry(read(data)).readings
    assert first.media_s == 0.0
    assert last.media_s == pytest.approx(98.999, abs=0.01)


def test_a_clock_that_jumps_is_said_and_its_error_covers_the_jump() -> None:
    parts = [packet(fields(n, t2=START_US + n * 33_333 + (90_000_000 if n >= 40 else 0))) for n in range(60)]
    said = of_telemetry(stamped(parts))
    assert "jumps 1 times, by 1 min 30 s at most" in said.notes[0]
    assert said.readings[0].sigma_s > 90


def test_a_stray_time_is_left_out_and_said() -> None:
    parts = [packet(fields(n, t2=START_US + n * 33_333 + (10**12 if n == 30 else 0))) for n in range(60)]
    said = of_telemetry(stamped(parts))
    assert "1 packets state a time far from" in said.notes[0]
    assert said.readings[0].sigma_s == 29.0


def test_times_at_which_no_clock_was_set_give_no_reading() -> None:
    said = of_telemetry(read(packet({2: 5, 65: 13})))
    assert said.readings == ()
    assert "no clock was set" in said.notes[0]


def test_a_creation_time_that_was_never_set_is_kept_as_it_stands() -> None:
    said, place = of_container({"creation_time": "1904-01-01T00:00:00Z"}, brand="isom", duration_s=5.0, zone=None)
    (only,) = said.readings
    assert (only.raw, only.basis, only.at, place) == ("1904-01-01T00:00:00Z", Basis.NONE, None, None)


def test_a_creation_time_has_the_length_of_the_recording_as_error() -> None:
    said, _ = of_container({"creation_time": "2021-05-11T13:25:00Z"}, brand="isom", duration_s=400.0, zone=None)
    assert said.readings[0].sigma_s == pytest.approx(401.1, abs=0.1)


def test_a_name_without_a_zone_is_placed_by_that_of_the_case_alone() -> None:
    (unplaced,) = of_name("VID_20210511_162500.mp4", zone=None).readings
    (placed,) = of_name("VID_20210511_162500.mp4", zone=BAGHDAD).readings
    assert unplaced.at is None
    assert placed.at == datetime(2021, 5, 11, 13, 25, tzinfo=UTC)
    assert "Asia/Baghdad" in (placed.note or "")
    assert of_name("interview.mp4", zone=BAGHDAD).readings == ()


def test_wall_times_of_subtitles_keep_their_moment() -> None:
    said = of_wall_times(
        [(0.0, "2021-05-11T16:25:00.5"), (60.0, "2021-05-11T16:26:00.5"), (61.0, "noon")], zone=BAGHDAD
    )
    assert [one.media_s for one in said.readings] == [0.0, 60.0]
    assert {one.basis for one in said.readings} == {Basis.LOCAL_UNKNOWN}


@pytest.mark.parametrize(
    ("camera", "words"),
    [
        ("2021:05:11 16:25:12", "3 h 0 min 4 s ahead of its GPS time: UTC+03:00 and 4.5 s ahead, if that was its zone"),
        ("2021:05:11 09:55:07", "3 h 30 min 0 s behind its GPS time: UTC-03:30 and 0.5 s behind, if that was its zone"),
        ("2021:05:12 13:25:07", "24 h 0 min 0 s ahead of its GPS time; no time zone explains it"),
    ],
)
def test_a_camera_is_held_against_its_own_gps(camera: str, words: str) -> None:
    said = of_photo({"DateTimeOriginal": camera, "GPSDate": "2021:05:11", "GPSTimeStamp": "13:25:7.5"}, zone=None)
    assert words in said.notes[0]
    assert [one.basis for one in said.readings] == [Basis.GPS, Basis.LOCAL_UNKNOWN]


def test_gps_of_no_date_is_no_time() -> None:
    for day, clock in (
        ("", "13:25:7"),
        ("2021:05:11", ""),
        ("2021:13:11", "1:2:3"),
        ("2021:05:11", "25:0:0"),
        ("x", "y"),
    ):
        assert of_photo({"GPSDate": day, "GPSTimeStamp": clock}, zone=None).readings == ()
