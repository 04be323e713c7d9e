"""A full disk: a clear error, nothing acknowledged is lost, and the case works again when there is room.

On small file systems in memory, where this process may mount them; skipped by name elsewhere.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from harmtrace import pipeline
from harmtrace.errors import EvidenceError
from harmtrace.store import open_case, rows
from tests.faults.forking import Forker, forked
from tests.faults.soak import FULL

SIZES = (1, 4, 16) if FULL else (1,)
TEXT = (
    "Wire {number}, 4 May 2031\n\nOn 3 May 2031 a shell hit house {number} in Ostrel and killed {killed} people, "
    "residents said.\n"
)


@contextmanager
def _mounted(root: Path, size: int) -> Iterator[bool]:
    root.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={size}m", "harmtrace-test", str(root)]
    there = shutil.which("mount") is not None
    mounted = there and subprocess.run(words, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(root)], check=True)


@pytest.fixture(scope="module")
def forker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forker]:
    """Return a process that runs commands."""
    with forked(tmp_path_factory.mktemp("out") / "out") as found:
        yield found


def _documents(folder: Path, many: int, *, start: int = 0) -> Path:
    folder.mkdir()
    for number in range(start, start + many):
        (folder / f"{number:05}.txt").write_text(TEXT.format(number=number, killed=2 + number % 9))
    return folder


def _fill(root: Path) -> Path:
    """Take up all the room that is left."""
    path = root / "filler"
    number = os.open(path, os.O_WRONLY | os.O_CREAT)
    with suppress(OSError):
        while os.write(number, b"\0" * 4096):
            pass
    os.close(number)
    return path


def _clear(printed: str) -> None:
    """Hold a refusal to being a sentence that says what was wrong."""
    assert "Traceback" not in printed
    words = printed.lower()
    assert any(one in words for one in ("full", "no space", "expected", "cut short")), printed


@pytest.mark.parametrize("size", SIZES)
def test_each_command_on_a_full_disk_says_so_and_loses_nothing(forker: Forker, tmp_path: Path, size: int) -> None:
    disk = tmp_path / "disk"
    with _mounted(disk, size) as mounted:
        if not mounted:
            pytest.skip("this process may not mount a file system")
        case = disk / "case"
        (tmp_path / "places.csv").write_text("name,latitude,longitude,tier\nOstrel,-31.5,-110.2,town\n")
        first = _documents(tmp_path / "first", 4)
        _done(forker, "init", case)
        _done(forker, "run", first, "--case", case, "--gazetteer", tmp_path / "places.csv")
        _done(forker, "seal", case)
        (first / "00001.txt").unlink()  # is redacted below, or half way to it
        # So many that the smallest disk has room to write the database once more, as an erasure asks in the end.
        commands = _commands(case, disk, _documents(tmp_path / "more", 40 if size > 1 else 24, start=100))
        stopped = 0
        for words in commands:
            filler = _fill(disk)
            _, status, _, printed = forker.run(*words)
            if status != 0:
                _clear(printed)
                stopped += 1
            _done(forker, "incidents", case, "--json")
            filler.unlink()
            _held(case, first)
        # With room again everything goes through; on the smallest disk what still fits there.
        for words in commands:
            shutil.rmtree(disk / "bundle", ignore_errors=True)
            shutil.rmtree(disk / "backup", ignore_errors=True)
            _, status, _, printed = forker.run(*words)
            if status != 0 and not (words[0] == "redact" and "no document" in printed):
                assert size == 1, printed
                _clear(printed)
            _held(case, first)
        for name in ("bundle", "backup", "case/report"):  # room for what an erasure left to do: the database once more
            shutil.rmtree(disk / name, ignore_errors=True)
        _done(forker, "seal", case)
        print(f"{size} MiB: {stopped} of {len(commands)} commands stopped by a full disk, nothing lost")  # noqa: T201
        assert stopped >= 2  # the reserve that is let go of is room enough for some


def _done(forker: Forker, *words: object) -> None:
    _, status, _, printed = forker.run(*words)
    assert status == 0, printed


def _commands(case: Path, disk: Path, more: Path) -> list[tuple[object, ...]]:
    opened = open_case(case)
    with opened.reading() as connection:
        incident = next(rows.incidents(connection))
    opened.engine.dispose()
    signed = ("--by", "R. Vale", "--why", "seen")
    return [
        ("add", case, more),
        ("run", more, "--case", case),
        ("claim", case, incident.grouped.claims[0], "--accept", *signed),
        ("seal", case),
        ("bundle", case, incident.code, disk / "bundle"),
        ("backup", case, disk / "backup"),
        ("redact", case, "00001.txt", *signed),
    ]


def _held(case: Path, documents: Path) -> None:
    pipeline.verify(case)
    opened = open_case(case)
    with opened.reading() as connection:
        assert {path.name for path in documents.iterdir()} <= {one.id for one in rows.heads(connection)}
    opened.engine.dispose()


def test_a_write_ahead_log_cut_at_every_page_opens_or_says_why(tmp_path: Path) -> None:
    case = tmp_path / "case"
    pipeline.init(case)
    opened = open_case(case)
    hold = opened.engine.connect()
    hold.exec_driver_sql("SELECT 1")
    for number in range(3):
        pipeline.add(case, [_documents(tmp_path / f"in{number}", 3, start=10 * number)])
    log = (case / "case.sqlite-wal").read_bytes()
    database = (case / "case.sqlite").read_bytes()
    hold.close()
    opened.engine.dispose()
    page = 4096 + 24
    seen, said = [], ""
    for cut in (*range(32, len(log) + 1, page), 0, 16, 32 + page // 2, len(log) - 7):
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(case, copy, ignore=shutil.ignore_patterns("case.sqlite*"))
        (copy / "case.sqlite").write_bytes(database)
        (copy / "case.sqlite-wal").write_bytes(log[:cut])
        try:
            found: pipeline.Verified | None = pipeline.verify(copy)
        except EvidenceError as error:
            # Originals that were taken in after the state that is left are named.
            said, found = str(error), None
        seen.append(-1 if found is None else found.entries)
        assert found is not None or "no entry speaks of" in said
    assert len(set(seen)) >= 3
    assert max(seen) == 3 * 8
