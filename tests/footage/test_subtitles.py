import math

import pytest

from harmtrace.footage.subtitles import Subtitles, read


def cues(*bodies: str) -> Subtitles:
    """Return what a subtitle file of some cues says, a thirtieth of a second each."""
    stamps = [f"00:00:{n / 30:06.3f}".replace(".", ",") for n in range(len(bodies) + 1)]
    return read("".join(f"{n + 1}\n{stamps[n]} --> {stamps[n + 1]}\n{body}\n\n" for n, body in enumerate(bodies)))


@pytest.mark.parametrize(
    ("body", "dialect", "point"),
    [
        (
            "[latitude: 12.5000] [longitude: -30.2500] [rel_alt: 1.0 abs_alt: 80.5] [iso : 100]",
            "brackets",
            (12.5, -30.25, 80.5),
        ),
        ("[latitude : 12.5] [longtitude : -30.25] [altitude: 80.5]", "brackets", (12.5, -30.25, 80.5)),
        (
            "<font size='36'>SrtCnt : 1, DiffTime : 33ms\n2021-05-11 16:25:00,123\n[iso : 100] [latitude: 12.5]"
            " [longitude: -30.25] [rel_alt: 5.0 abs_alt: 80.5]</font>",
            "brackets",
            (12.5, -30.25, 80.5),
        ),
        ("GPS(12.500000,-30.250000,69.800) BAROMETER(91.2) HOME(12.5,-30.2)", "gps", (12.5, -30.25, 69.8)),
        ("GPS(12.5000,-30.2500,0.0M) BAROMETER:0.3M", "gps_unit", (12.5, -30.25, math.nan)),
        (
            "F/5.6, SS 400, ISO 100, EV 0, GPS (-30.250000, 12.500000, 15), HOME (-30.2, 12.4, -57.98m), D 698.70m,"
            " H 85.80m, F.PRY (2.7°, -7.0°, 110.1°), G.PRY (-24.4°, 0.0°, 110.4°)",
            "longitude_first",
            (12.5, -30.25, math.nan),
        ),
        (
            "HOME(-30.2500,12.5000) 2021.05.11 16:25:00\nGPS(-30.2500,12.5000,16) BAROMETER:10.3",
            "longitude_first",
            (12.5, -30.25, math.nan),
        ),
        ("GPS(120.2500,12.5000,16) BAROMETER:10.3", "longitude_first", (12.5, 120.25, math.nan)),
    ],
)
def test_a_position_is_read_in_every_dialect(body: str, dialect: str, point: tuple[float, float, float]) -> None:
    found = cues(body, body)
    assert (found.dialect, found.cues, found.placed) == (dialect, 2, 2)
    assert found.swapped == (dialect != "brackets")
    assert found.track is not None
    row = (found.track.latitude[0], found.track.longitude[0], found.track.altitude[0])
    assert row == pytest.approx(point, nan_ok=True)
    assert found.track.media_s.tolist() == pytest.approx([0, 1 / 30], abs=1e-3)


def test_the_gimbal_gives_where_the_camera_looked() -> None:
    track = cues("[latitude: 12.5] [longitude: -30.2] [gb_yaw : -45.0] [gb_pitch : -30.0] [gb_roll : 0.1]").track
    assert track is not None
    assert (track.heading[0], track.elevation[0], track.azimuth[0]) == (315.0, -30.0, 0.0)


@pytest.mark.parametrize("written", ["24.00] [dzoom_ratio: 1.00", "240] [dzoom_ratio: 10000, delta:0", "24.0"])
def test_focal_length_and_height_give_a_field_of_view_and_a_ground(written: str) -> None:
    track = cues(f"[latitude: 12.5] [longitude: -30.2] [rel_alt: 40.0 abs_alt: 640.0] [focal_len : {written}]").track
    assert track is not None
    assert (track.h_fov[0], track.v_fov[0]) == pytest.approx((73.74, 45.75), abs=0.01)
    assert (track.altitude[0], track.ground[0]) == (640.0, 600.0)


def test_subtitles_without_a_fix_have_no_track() -> None:
    for body in ("[iso : 100] [shutter : 1/30]", "[latitude: 0.000000] [longitude: 0.000000]", "GPS (n/a)", "Hello"):
        found = cues(body)
        assert (found.track, found.dialect, found.cues) == (None, "none", 1)


def test_wall_times_are_kept_as_they_stand() -> None:
    found = cues("2021-05-11 16:25:00.123 [latitude: 12.5] [longitude: -30.2]", "2021-05-11 16:25:00,156,142")
    assert [text for _, text in found.times] == ["2021-05-11T16:25:00.123", "2021-05-11T16:25:00.156"]


def test_any_text_is_read_without_an_exception() -> None:
    for text in ("", "-->", "00:00:01,000 --> x", "9" * 10_000 + " --> ", "[latitude: 1" * 5_000, "GPS(" * 5_000):
        assert read(text).track is None
