"""Packets that are left out: the rest decodes to the same pictures, enough remain, and times come out to the frame."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.footage.scanning import Frame, Scanner, suggested
from harmtrace.intake.luma import Video
from harmtrace.intake.scanned import pictures
from harmtrace.intake.sparing import Sparing, first_slice
from tests.intake.test_scanning_keyframes import HEIGHT, RATE, WIDTH, _picture

av = pytest.importorskip("av")
encoded = pytest.mark.skipif("libx264" not in av.codecs_available, reason="this PyAV has no encoder of H.264")
EVERY = 2


def _written(path: Path, x264: str, *, flash: int | None = None, frames: int = 120) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options={"x264-params": x264})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number in range(frames):
            planes = np.full((HEIGHT * 3 // 2, WIDTH), 128, np.uint8)
            planes[:HEIGHT] = _picture(number, flash)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p")))
        container.mux(stream.encode(None))
    return path


def _frames(path: Path, every: int) -> list[Frame]:
    with path.open("rb") as file:
        video = Video(file)
        found = [Frame(one.number, one.pts, one.media_s, one.luma.copy(), one.due) for one in video.all(every=every)]
        video.close()
    return found


@encoded
@pytest.mark.parametrize(
    ("name", "x264", "spared"),
    [
        ("pyramid.mp4", "bframes=3:b-adapt=0:keyint=48:crf=26", 0.4),
        ("flat.mp4", "bframes=3:b-pyramid=none:b-adapt=0:keyint=48:crf=26", 0.4),
        ("stream.ts", "bframes=3:keyint=40:open-gop=1:crf=26", 0.3),
        ("short.ts", "bframes=0:keyint=10:min-keyint=10:scenecut=0", 0.09),
        ("long.mp4", "bframes=0:keyint=250", 0.0),
        ("intra.mp4", "keyint=1", 0.4),
    ],
)
def test_what_is_left_decodes_to_the_same_pictures_and_keeps_its_number(
    name: str, x264: str, spared: float, tmp_path: Path
) -> None:
    path = _written(tmp_path / name, x264)
    every, left = _frames(path, 1), _frames(path, EVERY)
    assert len(left) <= (1 - spared) * len(every)
    by_number = {one.number: one for one in every}
    for one in left:
        same = by_number[one.number]
        assert (one.pts, one.media_s) == (same.pts, same.media_s)
        assert np.array_equal(one.luma, same.luma)
    due = [one.number or 0 for one in left if one.due]
    assert due[0] == 0
    assert max(later - before for before, later in pairwise(due)) <= EVERY


@encoded
@pytest.mark.parametrize("flash", [60, 61, 62, 63])
def test_a_flash_is_dated_to_its_first_frame_also_where_that_was_left_out(flash: int, tmp_path: Path) -> None:
    path = _written(tmp_path / "flash.mp4", "bframes=3:b-adapt=0:keyint=50:crf=24", flash=flash)
    with path.open("rb") as file:
        video = Video(file)
        scanner = Scanner(video.height, video.width, rate=video.rate)
        for _ in pictures(video, scanner):
            pass
        video.close()
    (found,) = [one.candidate for one in suggested(scanner, "flash.mp4") if one.candidate.chain is not None]
    assert found.frame == flash
    assert found.media_s == pytest.approx(flash / RATE)


class _Packet(bytes):
    """Bytes with a time stamp, as a packet is."""

    pts: int | None
    size: int


def _stamped(pts: int | None, head: int, size: int = 5) -> _Packet:
    packet = _Packet(bytes((0, 0, 1, head, 0)))
    packet.pts, packet.size = pts, size
    return packet


def test_packets_without_a_time_stamp_are_all_passed_on_in_order() -> None:
    packets = [_stamped(None if k % 3 == 0 else k * 3000, 0x01) for k in range(20)]
    sparing = Sparing(every=4, longest=15_000, prefix=0)
    passed = list(sparing.packets(iter(packets)))
    assert [one for one in passed if one.pts is None] == [one for one in packets if one.pts is None]
    assert sparing.told(None) is None


def test_a_clock_that_jumps_back_holds_no_packets_back() -> None:
    packets = [_stamped(number * 3000, 0x41) for number in (*range(1000, 1100), *range(200))]
    taken = 0

    def given() -> Iterator[_Packet]:
        nonlocal taken
        for packet in packets:
            taken += 1
            yield packet

    sparing = Sparing(every=2, longest=7_500, prefix=0)
    behind = [taken - number for number, _ in enumerate(sparing.packets(given()), start=1)]
    assert len(behind) == len(packets)
    assert max(behind) <= 24


@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from([0x01, 0x41, 0x65, 0x06])), max_size=60), st.integers(2, 5)
)
def test_no_packet_that_others_need_is_left_out_and_order_is_kept(rows: list[tuple[int, int]], every: int) -> None:
    packets = [_stamped(pts * 3000, head) for pts, head in rows]
    passed = list(Sparing(every=every, longest=every * 3000 + 1500, prefix=0).packets(iter(packets)))
    places = [next(k for k, one in enumerate(packets) if one is packet) for packet in passed]
    assert places == sorted(set(places))
    left = [one for k, one in enumerate(packets) if k not in places]
    assert all(
        one[3] & 0x60 == 0 or packets[k + 1][3] & 31 == 5
        for one in left
        for k in [next(k for k, other in enumerate(packets) if other is one)]
        if one[3] & 31 in (1, 5)
    )


def test_a_slice_is_found_behind_other_units_and_not_guessed_where_there_is_none() -> None:
    assert first_slice(memoryview(bytes.fromhex("0000000109f0 0000000106052a 000001419a")), 0) == 0x41
    assert first_slice(memoryview(bytes.fromhex("00000002 09f0 00000003 019a00")), 4) == 0x01
    assert first_slice(memoryview(b"\0\0\1\x09\xf0" * 40), 0) is None
    assert first_slice(memoryview(bytes.fromhex("ffffffff 09f0")), 4) is None
    assert first_slice(memoryview(b""), 0) is None


@encoded
@pytest.mark.parametrize("name", ["way.mp4", "way.ts"])
def test_a_span_has_all_its_frames_though_some_on_the_way_to_it_are_left_out(name: str, tmp_path: Path) -> None:
    path = _written(tmp_path / name, "bframes=3:b-adapt=0:keyint=48:crf=26")
    every = {one.pts: one for one in _frames(path, 1)}
    with path.open("rb") as file:
        video = Video(file)
        start, end = 70.5 / RATE, 80.5 / RATE
        found = [(one.pts, one.luma.copy()) for one in video.within(start, end)]
        decoded = video.decoded.frames
        video.close()
    assert [pts for pts, _ in found] == [pts for pts, one in every.items() if start <= one.media_s <= end]
    assert all(np.array_equal(luma, every[pts].luma) for pts, luma in found)
    assert decoded < 36
