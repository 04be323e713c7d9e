"""Hostile recordings cost themselves alone: nothing raises, each is a feed or a named fault, and in time."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from harmtrace.intake.recordings import probe
from harmtrace.intake.sandbox import Sandbox
from harmtrace.records.entry import Issue
from tests.footage.packets import fields, flight
from tests.intake import recorded
from tools.misb import packet

pytest.importorskip("av", reason="PyAV (extra footage) is not installed")
_MUTATIONS = int(os.environ.get("HARMTRACE_MUTATIONS", "330")) // 3
_LATEST_S = 5.0


@pytest.fixture(scope="module")
def sound_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    made = [
        recorded.video(folder / "a.mp4", metadata={"creation_time": "2021-05-11T13:25:00Z"}, sound=True),
        recorded.video(folder / "b.mov", metadata={"location": "+12.5-030.25/"}),
        recorded.stream(folder / "c.ts", [packet(fields(n)) for n in range(60)]),
        recorded.stream(folder / "d.ts", [packet(fields(n)) for n in range(60)], stream_type=0x15),
        recorded.photo(folder / "e.jpg", taken="2021:05:11 16:25:00", zone="+03:00", gps=True),
    ]
    (folder / "f.srt").write_text(recorded.BRACKETS * 5)
    (folder / "g.klv").write_bytes(flight(60))
    return {path.name: path.read_bytes() for path in [*made, folder / "f.srt", folder / "g.klv"]}


def _changed(files: dict[str, bytes], count: int) -> Iterator[tuple[str, bytes]]:
    """Yield files with bytes changed, cut off, doubled, or taken from another file."""
    chance = random.Random(11)
    names = sorted(files)
    for number in range(count):
        name = names[number % len(names)]
        data = bytearray(files[name])
        for _ in range(chance.randint(1, 12)):
            at, kind = chance.randrange(max(len(data), 1)), chance.randrange(5)
            if kind <= 1 and data:
                data[at % len(data)] = chance.randrange(256)
            elif kind == 2:
                data[at : at + 8] = chance.choice((b"\xff" * 8, bytes(8), b"\x7f\xff\xff\xff" * 2))
            elif kind == 3:
                other = files[chance.choice(names)]
                start = chance.randrange(len(other))
                data[at:at] = other[start : start + chance.randint(1, 400)]
            elif chance.random() < 0.3:
                del data[at:]
        yield f"{number}_{name}", bytes(data)


def test_recordings_with_bytes_changed_are_read_or_named(tmp_path: Path, sound_files: dict[str, bytes]) -> None:
    late, silent, odd = [], [], []
    with Sandbox() as sandbox:
        for name, data in _changed(sound_files, _MUTATIONS):
            path = tmp_path / name
            path.write_bytes(data)
            sandbox.start()
            began = time.monotonic()
            made = probe(path, sandbox=sandbox)
            if time.monotonic() - began > _LATEST_S:
                late.append(name)
            if made.feed is None and not made.issues:
                silent.append(name)
            odd += [one.message for one in made.issues if "expected" not in one.message or "found" not in one.message]
            path.unlink()
        assert sandbox.starts <= 1 + _MUTATIONS / 20, f"{sandbox.starts - 1} files ended the process"
    assert (late, silent, odd) == ([], [], [])


def test_a_playlist_opens_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.ts").write_bytes(b"G" * 1880)
    lists = {
        "a.m3u8.mp4": f"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{tmp_path}/secret.ts\n#EXT-X-ENDLIST\n",
        "b.ts": f"ffconcat version 1.0\nfile '{tmp_path}/secret.ts'\n",
        "c.mp4": '<?xml version="1.0"?><MPD><Period><BaseURL>http://127.0.0.1/</BaseURL></Period></MPD>',
    }
    with Sandbox(bubblewrap=None) as sandbox:
        for name, text in lists.items():
            (tmp_path / name).write_text(text)
            made = probe(tmp_path / name, sandbox=sandbox)
            assert [one.code for one in made.issues] == ["feed-damaged"], name


def test_a_task_that_takes_too_long_is_named_and_the_next_one_runs(
    tmp_path: Path, sound_files: dict[str, bytes]
) -> None:
    (tmp_path / "a.mp4").write_bytes(sound_files["a.mp4"])
    with Sandbox() as sandbox:
        sandbox.start()
        late = list(sandbox.ask("probe", tmp_path / "a.mp4", seconds=0.0))
        assert [one.code for one in late if isinstance(one, Issue)] == ["reader-time"]
        again = list(sandbox.ask("probe", tmp_path / "a.mp4"))
        assert any(isinstance(one, dict) and one.get("what") == "facts" for one in again)


def test_a_task_of_no_name_ends_itself_alone(tmp_path: Path, sound_files: dict[str, bytes]) -> None:
    (tmp_path / "a.mp4").write_bytes(sound_files["a.mp4"])
    with Sandbox() as sandbox:
        answers = list(sandbox.ask("no such task", tmp_path / "a.mp4"))
        assert [one.code for one in answers if isinstance(one, Issue)] == ["reader-ended"]
        assert any(not isinstance(one, Issue) for one in sandbox.ask("probe", tmp_path / "a.mp4"))
