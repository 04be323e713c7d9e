"""A poor picture that every keyframe refreshes: what an encoder sharpens is no flash, what flashes then is one."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from harmtrace.footage.scanning import Scanner, suggested
from harmtrace.intake.luma import Video
from harmtrace.records.footage import Kind

av = pytest.importorskip("av")
WIDTH, HEIGHT, RATE, GROUP = 640, 360, 25, 50
pytestmark = pytest.mark.skipif("libx264" not in av.codecs_available, reason="this PyAV has no encoder of H.264")


def _picture(number: int, flash: int | None) -> NDArray[np.uint8]:
    noise = np.random.default_rng(3)
    coarse = np.kron(noise.uniform(60, 140, (18, 40)), np.ones((24, 24)))
    fine = np.kron(noise.uniform(-25, 25, (108, 240)), np.ones((4, 4)))
    left = number // 3
    picture = (coarse + fine)[:HEIGHT, left : left + WIDTH].copy()
    if flash is not None and number >= flash:
        age = (number - flash) / RATE
        rows, columns = np.ogrid[:HEIGHT, :WIDTH]
        light = 130 * np.exp(-age / 0.25) + 45 * np.exp(-age / 4)
        picture += light * np.exp(-((columns - 400) ** 2 + (rows - 180) ** 2) / (2 * 14.0**2))
    return picture.clip(0, 255).astype(np.uint8)


def _written(path: Path, *, flash: int | None = None, frames: int = 250, group: int = GROUP) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        context = stream.codec_context
        context.gop_size, context.thread_count, context.time_base = group, 1, Fraction(1, RATE)
        # Keyframes far better than what lies between, which only drifts away from them.
        context.options = {"preset": "veryfast", "x264-params": "qp=44:ipratio=6:pbratio=1.4:scenecut=0:mbtree=0"}
        for number in range(frames):
            planes = np.full((HEIGHT * 3 // 2, WIDTH), 128, np.uint8)
            planes[:HEIGHT] = _picture(number, flash)
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return path


def _told(path: Path) -> tuple[list[tuple[Kind, int | None]], list[float]]:
    """Return what is suggested, and how many times its usual change each keyframe but the first changes the picture."""
    luma = []
    with path.open("rb") as file:
        video = Video(file)
        scanner = Scanner(video.height, video.width, rate=video.rate)
        for frame in video.all():
            scanner.add(frame)
            luma.append(frame.luma.astype(np.int16))
        scanner.finish()
        video.close()
    steps = [float(np.abs(after - before).mean()) for before, after in pairwise(luma)]
    jumps = [steps[at - 1] / float(np.median(steps)) for at in range(GROUP, len(luma), GROUP)]
    return [(one.candidate.kind, one.candidate.frame) for one in suggested(scanner, "a")], jumps


def test_a_picture_that_every_keyframe_sharpens_suggests_nothing(tmp_path: Path) -> None:
    found, jumps = _told(_written(tmp_path / "poor.mp4"))
    assert min(jumps) > 2.5  # it does become another at each
    assert found == []


def test_a_flash_in_the_very_frame_of_a_keyframe_is_found(tmp_path: Path) -> None:
    found, _ = _told(_written(tmp_path / "flash.mp4", flash=2 * GROUP))
    assert found == [(Kind.FLASH, 2 * GROUP)]


def _keys(path: Path) -> list[float]:
    with path.open("rb") as file:
        video = Video(file)
        found = [frame.media_s for frame in video.keyframes()]
        video.close()
    return found


def test_keyframes_are_looked_at_half_a_second_apart_at_least(tmp_path: Path) -> None:
    assert _keys(_written(tmp_path / "a.mp4", frames=100)) == pytest.approx([0, 2])
    assert _keys(_written(tmp_path / "b.mp4", frames=40, group=1)) == pytest.approx([0, 0.52, 1.04, 1.56])


def test_frames_after_a_pass_over_keyframes_are_whole(tmp_path: Path) -> None:
    path = _written(tmp_path / "a.mp4", frames=60, group=5)
    with path.open("rb") as file:
        video = Video(file)
        sizes = [frame.luma.shape for frame in video.keyframes()]
        again = [frame.media_s for frame in video.within(0.4, 1.2)]
        video.close()
    assert set(sizes) == {(HEIGHT, WIDTH)}
    assert again == pytest.approx([k / RATE for k in range(10, 31)])
