"""Grey pictures of key frames and the frames on show: of whole recordings, and of damaged ones."""

import random
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from harmtrace.errors import InputError
from harmtrace.intake.keyframes import Keyframe, blurred, jpeg, keyframes, stamps
from harmtrace.intake.sandbox import Sandbox
from harmtrace.records.entry import Issue
from tests.footage.packets import fields
from tests.intake import recorded
from tools.misb import packet

pytest.importorskip("av", reason="PyAV is not installed: recordings are not opened")
pytest.importorskip("PIL", reason="Pillow is not installed: no pictures")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("whole")
    return [
        recorded.video(folder / "a.mp4", sound=True),
        recorded.stream(folder / "c.ts", [packet(fields(n)) for n in range(60)]),
        recorded.photo(folder / "e.jpg", taken="2021:05:11 16:25:00", zone="+03:00", gps=True),
    ]


def test_every_recording_gives_a_grey_picture_and_a_blurred_one_without_detail(whole: list[Path]) -> None:
    with Sandbox() as sandbox:
        for path in whole:
            first = next(iter(keyframes(path, name=path.name, sandbox=sandbox)))
            assert isinstance(first, Keyframe)
            assert first.media_s == 0
            assert first.luma.ndim == 2
            small = jpeg(first.luma, width=160)
            assert small != blurred(small)
            assert len(blurred(small)) < 4_000


def test_what_is_blurred_cannot_be_told_apart_below_the_points_that_are_left() -> None:
    fine = np.indices((120, 160)).sum(0) % 2 * 255
    flat = np.full((120, 160), 127)
    one, other = (blurred(jpeg(each.astype(np.uint8), width=160)) for each in (fine, flat))
    from io import BytesIO

    from PIL import Image

    a, b = (np.asarray(Image.open(BytesIO(each))).astype(int) for each in (one, other))
    assert np.abs(a - b).max() <= 6


def test_a_turned_recording_is_shown_upright() -> None:
    from io import BytesIO

    from PIL import Image

    luma = np.zeros((90, 160), dtype=np.uint8)
    luma[:, :80] = 255
    upright = np.asarray(Image.open(BytesIO(jpeg(luma, width=90, turned=90))))
    assert upright.shape == (160, 90)
    assert upright[:60].mean() > 200 > 50 > upright[-60:].mean()


def test_the_frame_on_show_is_the_last_that_is_not_after_the_moment(whole: list[Path]) -> None:
    with Sandbox() as sandbox:
        for path in whole[:2]:
            start, later, late = stamps(path, name=path.name, moments=[0, 0.5, 1e6], sandbox=sandbox)
            assert (start.frame, start.media_s) == (0, 0)
            assert start.pts < later.pts < late.pts
            assert later.media_s <= 0.5
        with pytest.raises(InputError, match="expected"):
            stamps(Path(__file__), name="words.ts", moments=[0], sandbox=sandbox)


def test_pictures_of_recordings_with_bytes_changed_are_kept_or_named(whole: list[Path], tmp_path: Path) -> None:
    chance = random.Random(5)
    with Sandbox() as sandbox:
        for number in range(45):
            path = whole[number % len(whole)]
            data = bytearray(path.read_bytes())
            for _ in range(chance.randint(1, 12)):
                at = chance.randrange(len(data))
                data[at : at + 8] = chance.choice((b"\xff" * 8, bytes(8), bytes([chance.randrange(256)])))
            if number % 5 == 0:
                del data[chance.randrange(len(data)) :]
            changed = tmp_path / f"{number}{path.suffix}"
            changed.write_bytes(data)
            for one in keyframes(changed, name=changed.name, sandbox=sandbox):
                assert not isinstance(one, Issue) or one.code == "recording-pictures", one
            with suppress(InputError):
                stamps(changed, name=changed.name, moments=[0.5], sandbox=sandbox)
        assert sandbox.starts == 1
