"""Recordings: whatever a file, a name or the confined process says, nothing raises and nothing impossible comes out."""

import math
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.footage import readings, stated, subtitles
from harmtrace.footage.security import markings
from harmtrace.intake.contained import telemetry_of
from harmtrace.intake.streams import streams

_DIGITS = st.text("0123456789-_.: +TZpmaPXLat/()[]latitudelongitudeGPS,\n", max_size=80)
_ZONES = st.sampled_from([None, ZoneInfo("Asia/Baghdad"), ZoneInfo("America/St_Johns")])


@given(st.one_of(st.text(max_size=60), _DIGITS))
@settings(max_examples=400)
def test_any_words_give_a_place_and_a_time_or_none(text: str) -> None:
    found = stated.place(text)
    assert found is None or (abs(found.latitude) <= 90 and abs(found.longitude) <= 180)
    for moment in (stated.moment(text), stated.named(text)):
        assert moment is None or moment.at is None or moment.at.tzinfo is not None


@given(
    st.datetimes(min_value=datetime(1995, 1, 1), max_value=datetime(2090, 1, 1)),  # noqa: DTZ001
    st.sampled_from(
        [
            "VID_{:%Y%m%d_%H%M%S}.mp4",
            "{:%Y-%m-%d %H.%M.%S}.mov",
            "clip{:%Y%m%d%H%M%S}.ts",
            "a_{:%Y-%m-%d_%H-%M-%S}_b.avi",
        ]
    ),
)
def test_a_time_written_into_a_name_is_read_back(at: datetime, form: str) -> None:
    found = stated.named(form.format(at))
    assert found is not None
    assert found.local == at.replace(microsecond=0)
    zoned = stated.named(f"{at:%Y%m%dT%H%M%S}Z.ts")
    assert zoned is not None
    assert zoned.at == at.replace(microsecond=0, tzinfo=UTC)


@given(st.one_of(st.text(max_size=400), st.lists(st.tuples(st.integers(0, 99), _DIGITS), max_size=6)), _ZONES)
@settings(max_examples=300)
def test_any_subtitles_are_read(given_: str | list[tuple[int, str]], zone: ZoneInfo | None) -> None:
    text = given_ if isinstance(given_, str) else "\n".join(f"00:00:{n:02d},000 --> x\n{words}" for n, words in given_)
    found = subtitles.read(text)
    assert found.placed <= found.cues
    if found.track is not None:
        assert bool((np.abs(found.track.latitude) <= 90).all())
    readings.of_wall_times(found.times, zone=zone)


@given(
    st.dictionaries(
        st.sampled_from(
            ["creation_time", "date", "encoder", "location", "major_brand", "com.apple.quicktime.creationdate"]
        ),
        _DIGITS,
    ),
    _ZONES,
)
def test_any_fields_of_a_container_are_read(fields: dict[str, str], zone: ZoneInfo | None) -> None:
    read, _ = readings.of_container(fields, brand=fields.get("major_brand", ""), duration_s=3.0, zone=zone)
    assert all(math.isfinite(one.sigma_s) for one in read.readings)


@given(
    st.dictionaries(st.sampled_from(["DateTimeOriginal", "OffsetTimeOriginal", "GPSDate", "GPSTimeStamp"]), _DIGITS),
    _ZONES,
)
def test_any_exif_is_read(fields: dict[str, str], zone: ZoneInfo | None) -> None:
    readings.of_photo(fields, zone=zone)


@given(st.binary(max_size=300))
def test_any_marking_is_shown(data: bytes) -> None:
    assert all(isinstance(words, str) for _, words in markings(data))


@given(
    st.lists(st.one_of(st.binary(min_size=184, max_size=184), st.just(bytes(184))), min_size=2, max_size=8),
    st.booleans(),
)
def test_any_tables_of_a_stream_are_read(bodies: list[bytes], tables: bool) -> None:
    head = b"G\x40\x00\x10" if tables else b"G\x1f\xff\x10"
    streams(b"".join(head + body for body in bodies))


@given(st.lists(st.tuples(st.integers(0, 9), st.binary(max_size=300)), max_size=4))
def test_any_answer_of_the_process_is_telemetry_or_nothing(parts: list[tuple[int, bytes]]) -> None:
    telemetry = telemetry_of(parts, 0.0)
    assert len(telemetry.track()) == len(telemetry)
