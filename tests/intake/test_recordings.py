import math
import struct
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from harmtrace.intake.keyframes import Keyframe, jpeg, keyframes
from harmtrace.intake.recordings import Recording, probe
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.scanning import scan
from harmtrace.records.footage import Basis
from tests.footage.packets import START_US, fields, flight
from tests.intake import recorded
from tools.misb import packet

pytest.importorskip("av", reason="PyAV (extra footage) is not installed")
Image = pytest.importorskip("PIL.Image", reason="Pillow (extra footage) is not installed")
AT = datetime(2021, 5, 11, 13, 25, tzinfo=UTC)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


def codes(recording: Recording) -> list[str]:
    """Return the codes of what is wrong, each of whose messages must say what was expected and found."""
    assert all("expected" in issue.message and "found" in issue.message for issue in recording.issues)
    return [issue.code for issue in recording.issues]


def test_a_video_is_told_by_its_streams(tmp_path: Path, sandbox: Sandbox) -> None:
    made = probe(recorded.video(tmp_path / "a.mp4", sound=True), sandbox=sandbox)
    feed = made.feed
    assert feed is not None
    assert codes(made) == []
    assert (feed.kind, feed.codec, feed.width, feed.height, feed.frames) == ("video", "h264", 64, 48, 30)
    assert (feed.pixels, feed.sound, feed.variable, feed.rotation) == ("yuv420p", True, False, 0)
    assert feed.duration_s == pytest.approx(1.2)
    assert feed.rate == pytest.approx(25)
    assert feed.id == f"f{feed.sha256[:12]}"
    assert (feed.clock.basis, feed.clock.start) == (Basis.NONE, None)
    assert any("Lavf" in note for note in feed.notes)


def test_a_creation_time_is_utc_and_may_be_the_end(tmp_path: Path, sandbox: Sandbox) -> None:
    said = {"creation_time": "2021-05-11T13:25:00Z", "location": "+12.5000-030.2500+230.0/"}
    feed = probe(recorded.video(tmp_path / "a.mp4", metadata=said), sandbox=sandbox).feed
    assert feed is not None
    assert (feed.clock.basis, feed.clock.start) == (Basis.UTC_DECLARED, AT)
    assert "may be the end" in (feed.clock.readings[0].note or "")
    assert (feed.latitude, feed.longitude) == (12.5, -30.25)


def test_a_quicktime_creation_time_may_be_local(tmp_path: Path, sandbox: Sandbox) -> None:
    path = recorded.video(tmp_path / "a.mov", metadata={"creation_time": "2021-05-11T16:25:00Z"})
    feed = probe(path, sandbox=sandbox).feed
    assert feed is not None
    assert (feed.clock.basis, feed.clock.start) == (Basis.LOCAL_UNKNOWN, None)
    again = probe(path, sandbox=sandbox, zone=ZoneInfo("Asia/Baghdad")).feed
    assert again is not None
    assert again.clock.start == AT
    assert again.clock.sigma(0) >= 3600


def test_the_time_that_apple_writes_has_its_zone(tmp_path: Path, sandbox: Sandbox) -> None:
    said = {"com.apple.quicktime.creationdate": "2021-05-11T16:25:00+0300"}
    path = recorded.video(tmp_path / "a.mov", metadata=said, options={"movflags": "use_metadata_tags"})
    feed = probe(path, sandbox=sandbox).feed
    assert feed is not None
    assert (feed.clock.basis, feed.clock.start) == (Basis.LOCAL_DECLARED_OFFSET, AT)


def test_turned_uneven_and_deep_pictures_are_named(tmp_path: Path, sandbox: Sandbox) -> None:
    turned = probe(recorded.video(tmp_path / "t.mp4", turn=-90), sandbox=sandbox).feed
    uneven = probe(recorded.video(tmp_path / "u.mp4", uneven=True), sandbox=sandbox).feed
    deep = probe(recorded.video(tmp_path / "d.mkv", codec="libx265", pixels="yuv420p10le"), sandbox=sandbox).feed
    assert turned is not None
    assert uneven is not None
    assert deep is not None
    assert turned.rotation == 90
    assert uneven.variable
    assert (deep.codec, deep.pixels) == ("hevc", "yuv420p10le")
    for feed, word in ((turned, "turn by 90"), (uneven, "evenly spaced"), (deep, "more than 8 bits"), (deep, "H.265")):
        assert any(word in note for note in feed.notes), word


_MATRICES = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


@pytest.mark.parametrize("turn", _MATRICES)
def test_a_recording_that_says_how_it_is_to_be_turned_is_read_and_scanned(
    turn: int, tmp_path: Path, sandbox: Sandbox
) -> None:
    # The matrix of a track header (ISO/IEC 14496-12, 8.3.2) as a camera held so writes it; not PyAV's own.
    path = recorded.video(tmp_path / "held.mp4", frames=50)
    data = bytearray(path.read_bytes())
    at = data.find(b"tkhd") + 44
    a, b, c, d = (one * 0x10000 for one in _MATRICES[turn])
    data[at : at + 36] = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 0x40000000)
    path.write_bytes(data)
    found = probe(path, sandbox=sandbox)
    assert found.feed is not None
    assert (found.feed.rotation, found.feed.width, found.feed.height, found.issues) == (turn, 64, 48, ())
    assert any(f"turn by {turn}" in note for note in found.feed.notes) == (turn != 0)
    looked = scan(path, feed=found.feed, sandbox=sandbox)
    assert looked.scan is not None
    assert looked.issues == ()
    picture = next(one for one in keyframes(path, name=path.name, sandbox=sandbox) if isinstance(one, Keyframe))
    upright = Image.open(BytesIO(jpeg(picture.luma, width=32, turned=found.feed.rotation)))
    assert (upright.width > upright.height) == (turn in (0, 180))


def test_bad_files_are_named_and_the_rest_goes_on(tmp_path: Path, sandbox: Sandbox) -> None:
    whole = recorded.video(tmp_path / "whole.mp4", frames=200).read_bytes()
    front = recorded.video(tmp_path / "front.mp4", frames=200, options={"movflags": "faststart"}).read_bytes()
    stream = recorded.video(tmp_path / "whole.ts", frames=200).read_bytes()
    made = {
        "empty.mp4": b"",
        "tail_lost.mp4": whole[: len(whole) // 2],
        "end_lost.mp4": front[: len(front) * 2 // 3],
        "cut.ts": stream[: len(stream) // 2 - 50],
        "picture.jpg": whole,
        "noise.mp4": bytes(range(256)) * 40,
        "notes.pdf": b"no recording at all",
    }
    found = {}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        found[name] = probe(tmp_path / name, sandbox=sandbox)
    assert codes(found["empty.mp4"]) == ["empty"]
    assert found["empty.mp4"].feed is None
    assert codes(found["notes.pdf"]) == ["unknown-format"]
    assert codes(found["tail_lost.mp4"]) == ["feed-damaged"]
    assert "feed-truncated" in codes(found["end_lost.mp4"])
    assert "feed-truncated" in codes(found["cut.ts"])
    assert codes(found["picture.jpg"]) == ["feed-ending"]
    assert codes(found["noise.mp4"]) == ["feed-damaged"]
    for name in ("tail_lost.mp4", "end_lost.mp4", "cut.ts", "picture.jpg", "noise.mp4"):
        assert found[name].feed is not None, name
    assert codes(probe(tmp_path / "missing.mp4", sandbox=sandbox)) == ["unreadable"]


def test_a_sound_file_has_no_picture_and_says_so(tmp_path: Path, sandbox: Sandbox) -> None:
    import av
    import numpy as np

    with av.open(str(tmp_path / "a.wav"), "w") as out:
        stream = out.add_stream("pcm_s16le", rate=16000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 16000), np.int16), format="s16", layout="mono")
        frame.sample_rate = 16000
        out.mux(stream.encode(frame))
    made = probe(tmp_path / "a.wav", sandbox=sandbox)
    assert made.feed is not None
    assert (made.feed.kind, made.feed.sound) == ("sound", True)
    assert codes(made) == ["feed-no-picture"]


def test_a_file_of_packets_needs_no_container(tmp_path: Path) -> None:
    (tmp_path / "flight.klv").write_bytes(flight(40))
    made = probe(tmp_path / "flight.klv")
    assert made.feed is not None
    assert (made.feed.kind, made.feed.packets, made.feed.diagnostics) == ("telemetry", 40, ())
    assert made.feed.clock.basis is Basis.MISP_OR_POSIX_UNKNOWN
    assert made.feed.clock.sigma(0) >= 27
    assert made.track is not None
    assert len(made.track) == 40
    assert ("classification", "UNCLASSIFIED") in made.feed.security


def test_a_photograph_of_a_wrong_clock_says_by_how_much(tmp_path: Path, sandbox: Sandbox) -> None:
    made = probe(recorded.photo(tmp_path / "p.jpg", taken="2021:05:10 15:00:00", gps=True), sandbox=sandbox)
    feed = made.feed
    assert feed is not None
    assert (feed.kind, feed.width, feed.height) == ("photo", 32, 24)
    assert feed.clock.basis is Basis.GPS
    assert feed.clock.start == datetime(2021, 5, 11, 13, 25, 7, 500_000, tzinfo=UTC)
    assert feed.notes == ("the camera's clock is 22 h 25 min 8 s behind its GPS time; no time zone explains it",)
    assert (feed.latitude, feed.longitude) == (12.5, -30.25)
    assert made.track is not None
    assert math.isnan(made.track.altitude[0])


def test_a_photograph_with_a_stated_zone_is_placed(tmp_path: Path, sandbox: Sandbox) -> None:
    path = recorded.photo(tmp_path / "p.jpg", taken="2021:05:11 16:25:00", zone="+03:00", turn=6)
    feed = probe(path, sandbox=sandbox).feed
    assert feed is not None
    assert (feed.clock.basis, feed.clock.start, feed.rotation) == (Basis.LOCAL_DECLARED_OFFSET, AT, 90)


def test_subtitles_of_a_drone_are_a_track(tmp_path: Path) -> None:
    (tmp_path / "DJI_0001.SRT").write_text(recorded.BRACKETS)
    made = probe(tmp_path / "DJI_0001.SRT", zone=ZoneInfo("Asia/Baghdad"))
    assert made.feed is not None
    assert made.track is not None
    assert (made.feed.kind, codes(made)) == ("track", [])
    assert made.track.latitude.tolist() == [12.5, 12.5001]
    assert made.track.altitude.tolist() == [640.0, 641.0]
    assert made.feed.clock.start == datetime(2021, 5, 11, 13, 25, 0, 123_000, tzinfo=UTC)


def test_the_original_name_may_be_the_only_word_on_the_day(tmp_path: Path, sandbox: Sandbox) -> None:
    path = recorded.video(tmp_path / "9f2c.mp4")
    feed = probe(path, sandbox=sandbox, name="VID_20210511_162500.mp4").feed
    assert feed is not None
    assert feed.name == "VID_20210511_162500.mp4"
    assert (feed.clock.basis, feed.clock.start) == (Basis.FILENAME, None)
    placed = probe(path, sandbox=sandbox, name="VID_20210511_162500.mp4", zone=ZoneInfo("Asia/Baghdad")).feed
    assert placed is not None
    assert placed.clock.start == AT


@pytest.mark.parametrize(("stream_type", "said"), [(0x06, "0x06 with KLVA, PID 257"), (0x15, "0x15")])
def test_telemetry_in_a_transport_stream_is_placed_by_its_time_stamps(
    tmp_path: Path, sandbox: Sandbox, stream_type: int, said: str
) -> None:
    packets = [packet(fields(number)) for number in range(60)]
    made = probe(recorded.stream(tmp_path / "a.ts", packets, stream_type=stream_type), sandbox=sandbox)
    assert made.feed is not None
    assert made.telemetry is not None
    assert made.track is not None
    assert codes(made) == []
    assert (made.feed.kind, made.feed.packets, made.feed.frames) == ("video", 60, 60)
    assert set(made.telemetry.sums.tolist()) == {0}
    assert made.track.media_s.tolist() == pytest.approx([number / 30 for number in range(60)])
    assert [one.kind for one in made.feed.diagnostics] == ["stream_type"]
    assert (made.feed.diagnostics[0].detail or "").startswith(said)
    assert made.feed.clock.start == datetime.fromtimestamp(START_US / 1e6, UTC)


def test_telemetry_without_time_stamps_is_placed_among_the_pictures(tmp_path: Path, sandbox: Sandbox) -> None:
    packets = [packet(fields(number)) for number in range(60)]
    made = probe(recorded.stream(tmp_path / "a.ts", packets, stamped=False), sandbox=sandbox)
    assert made.feed is not None
    assert made.track is not None
    assert {one.kind: one.count for one in made.feed.diagnostics}["missing_pts"] == 60
    assert max(abs(at - number / 30) for number, at in enumerate(made.track.media_s.tolist())) < 1.0


def test_lost_and_damaged_packets_of_a_stream_are_named_with_their_place(tmp_path: Path, sandbox: Sandbox) -> None:
    data = recorded.stream(tmp_path / "a.ts", [packet(fields(n)) for n in range(200)], frames=200).read_bytes()
    blocks = [data[at : at + 188] for at in range(0, len(data), 188)]
    (tmp_path / "b.ts").write_bytes(b"".join(blocks[:200] + blocks[330:]))
    made = probe(tmp_path / "b.ts", sandbox=sandbox)
    assert made.feed is not None
    assert made.feed.packets > 100
    assert {"feed-corrupt", "feed-gap"} & set(codes(made))


def test_the_exif_of_a_heic_is_read(tmp_path: Path, sandbox: Sandbox) -> None:
    from PIL import Image

    path = recorded.photo(tmp_path / "p.jpg", taken="2021:05:11 16:25:00", zone="+03:00", gps=True)
    with Image.open(path) as picture:
        exif = picture.getexif().tobytes()
    made = probe(recorded.heic(tmp_path / "p.heic", exif), sandbox=sandbox)
    assert made.feed is not None
    assert (made.feed.kind, codes(made), made.feed.clock.basis) == ("photo", [], Basis.GPS)
    assert (made.feed.latitude, made.feed.longitude) == (12.5, -30.25)
    assert made.feed.notes == ("the camera's clock is 7.5 s behind its GPS time",)


def test_recordings_joined_without_care_are_named(tmp_path: Path, sandbox: Sandbox) -> None:
    data = recorded.stream(tmp_path / "a.ts", [packet(fields(n)) for n in range(60)]).read_bytes()
    (tmp_path / "b.ts").write_bytes(data * 3)
    made = probe(tmp_path / "b.ts", sandbox=sandbox)
    assert made.feed is not None
    assert made.feed.packets == 180
    spliced = [one.message for one in made.issues if one.code == "feed-spliced"]
    assert len(spliced) == 1
    assert "2 jumps back" in spliced[0]


def test_a_container_without_time_stamps_of_showing_has_a_length(tmp_path: Path, sandbox: Sandbox) -> None:
    feed = probe(recorded.video(tmp_path / "a.avi", codec="mpeg4"), sandbox=sandbox).feed
    assert feed is not None
    assert (feed.kind, feed.frames, feed.codec) == ("video", 30, "mpeg4")
    assert feed.duration_s == pytest.approx(1.2, abs=0.1)


def test_what_is_said_of_targets_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.klv").write_bytes(b"".join(packet(fields(n, t74=b"\x01\x02\x03\x04")) for n in range(3)))
    feed = probe(tmp_path / "a.klv").feed
    assert feed is not None
    assert feed.notes == ("says something of targets (ST 0601 tag 74): kept as bytes, never read",)


def test_a_stream_that_begins_within_the_file_ends_nothing(tmp_path: Path, sandbox: Sandbox) -> None:
    path = recorded.stream(tmp_path / "a.ts", [packet(fields(n)) for n in range(600)], frames=600)
    late = bytes.fromhex("4741FA10" + "000001BD00B280800521000100 01".replace(" ", ""))
    data = path.read_bytes()
    path.write_bytes(data + (late + b"\xff" * 188)[:188] * 40)
    starts = sandbox.starts
    made = probe(path, sandbox=sandbox)
    assert made.feed is not None
    assert made.feed.packets == 600
    assert "reader-ended" not in codes(made)
    assert "feed-corrupt" in codes(made)
    assert sandbox.starts == max(starts, 1)


def test_a_codec_that_nobody_knows_is_named(tmp_path: Path, sandbox: Sandbox) -> None:
    path = recorded.video(tmp_path / "a.mp4")
    path.write_bytes(path.read_bytes().replace(b"avc1", b"zzz9").replace(b"avcC", b"zzzC"))
    made = probe(path, sandbox=sandbox)
    assert made.feed is not None
    assert codes(made) == ["feed-undecodable"]
    assert (made.feed.codec, made.feed.frames) == (None, 30)
