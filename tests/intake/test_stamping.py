"""Containers that state when a frame is decoded, or nothing: its time of showing comes out all the same."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.intake.keyframes import stamps
from harmtrace.intake.luma import Video
from harmtrace.intake.recordings import probe
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.scanning import scan
from harmtrace.intake.stamping import Showing, opened
from harmtrace.records.footage import Kind
from tests.intake.test_scanning_keyframes import RATE
from tests.intake.test_sparing import _written, encoded

av = pytest.importorskip("av")
PICTURES = 360
B_FRAMES = "bframes=3:b-adapt=0:keyint=48:crf=26"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


@encoded
@pytest.mark.parametrize("name", ["a.avi", "a.asf"])
def test_frames_come_in_order_of_showing_where_packets_are_stamped_in_order_of_decoding(
    name: str, tmp_path: Path, sandbox: Sandbox
) -> None:
    path = _written(tmp_path / name, B_FRAMES, flash=60)
    with path.open("rb") as file:
        video = Video(file)
        times = [one.media_s for one in video.all(every=2)]
        within = [one.media_s for one in video.within(2.0, 3.0)]
        video.close()
    assert len(times) == 120
    assert times[0] == 0.0
    assert max(abs(b - a - 1 / RATE) for a, b in pairwise(times)) < 0.002
    assert within == sorted(within)
    assert within[0] == pytest.approx(2.0, abs=0.5 / RATE)
    found = scan(path, sandbox=sandbox).scan
    assert found is not None
    flashes = [one.media_s for one in found.candidates if one.kind is Kind.FLASH]
    assert flashes == [pytest.approx(60 / RATE, abs=1.5 / RATE)]


@encoded
def test_a_stream_without_a_container_is_timed_by_the_rate_that_its_pictures_state_and_says_so(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    path = _written(tmp_path / "a.h264", B_FRAMES, flash=60)
    made = probe(path, sandbox=sandbox)
    assert made.feed is not None
    assert made.feed.duration_s == pytest.approx(120 / RATE)
    assert made.feed.notes == (f"no time stamps: times are counted at {RATE:g} frames a second, as its pictures state",)
    assert [issue.code for issue in made.issues] == ["feed-untimed"]
    found = scan(path, feed=made.feed, sandbox=sandbox).scan
    assert found is not None
    flashes = [one.media_s for one in found.candidates if one.kind is Kind.FLASH]
    assert flashes == [pytest.approx(60 / RATE, abs=1.5 / RATE)]
    (stamp,) = stamps(path, name=path.name, moments=[2.0], sandbox=sandbox)
    assert stamp.frame == 2 * RATE
    assert stamp.media_s == pytest.approx(2.0)


@encoded
def test_a_stream_whose_rate_nobody_states_says_that_its_delays_may_be_wrong(tmp_path: Path, sandbox: Sandbox) -> None:
    whole = _written(tmp_path / "a.h264", B_FRAMES)
    source, path = whole.read_bytes(), tmp_path / "b.h264"
    with av.open(str(path), "w", format="h264") as out, av.open(str(whole)) as given:
        stream = out.add_stream_from_template(given.streams.video[0])
        strip = av.BitStreamFilterContext("h264_metadata=tick_rate=90000", given.streams.video[0], stream)
        for packet in given.demux(video=0):
            for one in strip.filter(packet):
                if one.size:
                    one.pts = one.dts = None
                    one.stream = stream
                    out.mux(one)
    assert path.stat().st_size > len(source) / 2
    made = probe(path, sandbox=sandbox)
    assert made.feed is not None
    assert "25 frames a second, which nothing states" in made.feed.notes[0]
    (issue,) = made.issues
    assert "wrong by the same factor" in issue.message


@encoded
def test_frames_that_an_avi_shows_twice_are_not_missing_from_it(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "sparse.avi"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("mpeg4", rate=50)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(0, 100, 5):
            frame = av.VideoFrame(64, 48, "yuv420p")
            frame.pts = number
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    assert [issue.code for issue in probe(path, sandbox=sandbox).issues] == []


@given(st.permutations(range(40)), st.integers(1, 8))
def test_the_least_stamp_that_is_left_is_that_of_the_next_frame(order: list[int], late: int) -> None:
    """Whatever the order of decoding, as long as no frame waits for more than the decoder's delay allows."""
    stamps_ = sorted(range(40), key=lambda one: one + order[one] % late)
    showing, shown = Showing(), []
    for number, pts in enumerate(stamps_):
        showing.sent(pts)
        if number >= late:
            shown.append(showing.shown(-1))
    shown += [showing.shown(-1) for _ in range(late)]
    assert shown == list(range(40))


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="the system does not count what is read")
def test_sound_far_from_the_pictures_does_not_make_a_file_be_read_many_times(tmp_path: Path) -> None:
    path = _sound_behind_pictures(tmp_path / "far.mp4")
    before = _read()
    with path.open("rb") as file, opened(file) as container:
        assert sum(1 for packet in container.demux(container.streams.video[0]) if packet.size) == PICTURES
    assert _read() - before < 2 * path.stat().st_size


def _read() -> int:
    """Return how many bytes this process has read."""
    return int(Path("/proc/self/io").read_text().split()[1])


def _sound_behind_pictures(path: Path) -> Path:
    """Write thirty seconds of noise, most of its sound behind all pictures but the last ten seconds'."""
    rng = np.random.default_rng(3)
    noise = [rng.integers(0, 256, (360, 320), np.uint8) for _ in range(3)]
    with av.open(str(path), "w") as container:
        video: Any = container.add_stream("mpeg4", rate=12, options={"b": "20M"})
        video.width, video.height, video.pix_fmt = 320, 240, "yuv420p"
        audio: Any = container.add_stream("aac", rate=16_000, layout="mono")
        for number in range(PICTURES):
            frame = av.VideoFrame.from_ndarray(noise[number % 3], format="yuv420p")
            frame.pts = number
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        for number in range(30 * 16_000 // 1024):
            sound = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
            sound.sample_rate, sound.pts = 16_000, number * 1024
            container.mux(audio.encode(sound))
        container.mux(audio.encode(None))
    return path
