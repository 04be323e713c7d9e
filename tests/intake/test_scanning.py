from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from harmtrace.footage.scanning.scanner import NOT_LOOKED_AT
from harmtrace.intake import recordings
from harmtrace.intake.luma import Video
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.scanning import scan
from harmtrace.intake.stamping import rate_of
from harmtrace.pipeline.scanning import scan_files
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Kind, Scan
from tools.synthetic_footage import making, truth
from tools.synthetic_footage.scripts import draw

av = pytest.importorskip("av")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


@pytest.fixture(scope="module")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return making.demo(tmp_path_factory.mktemp("feeds"))


def test_a_feed_with_telemetry_gives_the_later_flash_its_distance_in_metres(
    feeds: tuple[Path, ...], sandbox: Sandbox
) -> None:
    found = list(scan_files(feeds, sandbox=sandbox))
    assert not [one for one in found if isinstance(one, Issue)]
    first, second, third = (one for one in found if isinstance(one, Scan))
    told = truth.read(feeds[0].with_suffix(".json"))["events"]
    flash, later = first.candidates
    assert (flash.kind, later.kind) == (Kind.FLASH, Kind.LATER_FLASH)
    assert [flash.media_s, later.media_s] == pytest.approx([one["seen_t"] for one in told], abs=0.001)
    assert later.moved_m == pytest.approx(told[1]["moved_m"], abs=1.0)
    assert later.words == "second luminous event 1.7 s after the first, 12 m away"
    assert first.feed == feeds[0].name
    assert second.candidates == third.candidates == ()
    assert all(one.clear for one in second.watched)


def test_spans_and_keyframes_leave_the_rest_out_and_say_so(feeds: tuple[Path, ...], sandbox: Sandbox) -> None:
    part = scan(feeds[0], sandbox=sandbox, spans=((5.0, 8.0),)).scan
    assert part is not None
    assert [round(one.media_s, 2) for one in part.candidates if one.chain is not None] == [5.73]
    assert part.watched[0].media_from >= 4.9
    quick = scan(feeds[0], sandbox=sandbox, quick=True).scan
    assert quick is not None
    assert [round(one.media_s, 2) for one in quick.candidates] == [4.0, 5.73]
    idle = scan(feeds[1], sandbox=sandbox, spans=((1.0, 2.0), (9.0, 10.0))).scan
    assert idle is not None
    assert NOT_LOOKED_AT in [one.why for one in idle.watched]


def test_bangs_are_heard_and_put_at_a_distance_that_holds_the_true_one(tmp_path: Path, sandbox: Sandbox) -> None:
    script = replace(draw(1, seconds=12.0, chains=1), sound=True, range_m=800.0, celsius=20.0, nuisances=(), dropped=())
    path = making.clip(tmp_path, replace(script, bursts=script.bursts[:1]))
    found = scan(path, sandbox=sandbox).scan
    assert found is not None
    (bang,) = (one for one in found.candidates if one.kind is Kind.SOUND)
    told = truth.read(path.with_suffix(".json"))
    assert bang.media_s == pytest.approx(told["bangs"][0], abs=0.05)
    least, most = (
        float(one.replace(",", "")) for one in bang.words.split("source was ")[1].split(" m from")[0].split(" to ")
    )
    assert least < 800 < most


def _write(path: Path, *, codec: str, pixels: str = "yuv420p", seconds: float = 1.0) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=25)
        stream.width, stream.height, stream.pix_fmt = 320, 180, pixels
        for number in range(int(seconds * 25)):
            frame = av.VideoFrame(320, 180, "gray")
            frame.planes[0].update(bytes([100 + number % 3]) * (frame.planes[0].line_size * 180))
            for packet in stream.encode(frame.reformat(format=pixels)):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return path


@pytest.mark.parametrize(("codec", "pixels"), [("libx265", "yuv420p"), ("libx264", "yuv420p10le"), ("libx264", "gray")])
def test_other_encodings_and_deeper_pixels_are_scanned(
    tmp_path: Path, sandbox: Sandbox, codec: str, pixels: str
) -> None:
    if codec not in av.codecs_available:
        pytest.skip(f"{codec} is not in this PyAV")
    path = _write(tmp_path / "a.mp4", codec=codec, pixels=pixels)
    found = scan(path, sandbox=sandbox)
    assert found.scan is not None
    assert found.issues == ()
    assert found.scan.candidates == ()
    assert found.scan.watched[0].clear


def test_bad_files_are_named_with_what_was_expected_and_found_and_the_rest_goes_on(
    tmp_path: Path, feeds: tuple[Path, ...], sandbox: Sandbox
) -> None:
    data = feeds[0].read_bytes()
    whole = making.clip(tmp_path, draw(3, seconds=4.0, chains=0)).read_bytes()
    bad = {
        "empty.mp4": b"",
        "words.mp4": b"no recording at all, but words\n" * 40,
        "cut.mp4": whole[: len(whole) // 2],
        "corrupt.ts": data[:40_000] + bytes(6_000) + data[46_000:],
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    sound = tmp_path / "sound.wav"
    sound.write_bytes(
        b"RIFF\x24\x08\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data\0\x08\0\0" + bytes(2048)
    )
    paths = [*(tmp_path / name for name in bad), sound, feeds[1]]
    found = list(scan_files(paths, sandbox=sandbox))
    named = {one.document for one in found if isinstance(one, Issue)}
    assert named >= {"empty.mp4", "words.mp4", "cut.mp4", "corrupt.ts", "sound.wav"}
    assert all("expected" in one.message and "found" in one.message for one in found if isinstance(one, Issue))
    assert found[-1] == next(one for one in found if isinstance(one, Scan) and one.feed == feeds[1].name)


def test_a_probe_and_a_scan_count_seconds_from_the_same_frame(feeds: tuple[Path, ...], sandbox: Sandbox) -> None:
    track = recordings.probe(feeds[0], sandbox=sandbox).track
    assert track is not None
    assert track.media_s[0] == pytest.approx(0.0, abs=0.01)


@pytest.mark.skipif("libx264" not in av.codecs_available, reason="this PyAV has no encoder of H.264")
@pytest.mark.parametrize("form", ["mp4", "h264"])
def test_a_quick_scan_of_a_still_view_finds_nothing_wrong_also_without_time_stamps(
    form: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    path = tmp_path / f"still.{form}"
    grey = np.kron(np.random.default_rng(1).integers(60, 160, (15, 20)), np.ones((16, 16))).astype(np.uint8)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"g": "25"})
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for number in range(100):
            planes = np.full((360, 320), 128, np.uint8)
            planes[:240] = grey
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    found = scan(path, sandbox=sandbox, quick=True)
    assert found.issues == ()
    assert found.scan is not None
    assert found.scan.candidates == ()
    clear = [one for one in found.scan.watched if one.clear]
    assert bool(clear) == (form == "h264"), "what has no time stamps is looked at whole"


def test_what_has_no_moving_pictures_is_named_also_under_a_wrong_ending(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    found = list(scan_files([tmp_path / "a.mp4"], sandbox=sandbox))
    assert all(isinstance(one, Issue) for one in found)
    assert found


@pytest.mark.skipif("libx264" not in av.codecs_available, reason="this PyAV has no encoder of H.264")
def test_frames_after_damage_part_the_picture_until_a_key_frame_has_come(tmp_path: Path) -> None:
    path, rng, keys = tmp_path / "torn.ts", np.random.default_rng(1), 25
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"g": str(keys), "bf": "0", "sc_threshold": "0"})
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        packets = []
        for number in range(100):
            planes = np.full((360, 320), 128, np.uint8)
            planes[:240] = np.kron(rng.integers(60, 160, (15, 20)), np.ones((16, 16)))
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts = number
            packets += stream.encode(frame)
        for number, packet in enumerate([*packets, *stream.encode(None)]):
            if number == 30:
                packet.update(bytes(packet)[: packet.size // 2] + bytes(packet.size - packet.size // 2))
            container.mux(packet)
    with path.open("rb") as file:
        video = Video(file)
        parted = [round(frame.media_s * 25) for frame in video.all() if video.parted]
        video.close()
    assert parted
    assert set(parted) <= {30, 31, 50}
    assert 50 in parted


@pytest.mark.parametrize(
    ("said", "found"),
    [((30_000, 30, 30), 30.0), ((0, None, 25), 25.0), ((12.5, 25, 25), 12.5), ((90_000, 90_000, None), None)],
)
def test_a_rate_that_no_recording_has_is_not_believed(said: tuple[object, ...], found: float | None) -> None:
    stream = SimpleNamespace(average_rate=said[0], guessed_rate=said[1], base_rate=said[2])
    assert rate_of(stream) == found
