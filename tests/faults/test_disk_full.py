"""A full disk: a clear error, nothing acknowledged is lost, and the case works again when there is room.

On small file systems in memory, where this process may mount them; skipped by name elsewhere.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from harmtrace import pipeline
from harmtrace.errors import EvidenceError
from harmtrace.store import open_case, rows
from tests.faults.soak import FULL

SIZES = (1, 4, 16) if FULL else (1,)
CALL = (sys.executable, "-c", "from harmtrace.cli import main; main()")
ENV = {**os.environ, "HARMTRACE_PASSPHRASE": "four quiet words", "OPENBLAS_NUM_THREADS": "1"}
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


def _call(*words: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run((*CALL, *map(str, words)), capture_output=True, text=True, env=ENV, check=False)


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


def _clear(result: "subprocess.CompletedProcess[str]") -> None:
    assert result.returncode in (1, 2), (result.returncode, result.stdout, result.stderr)
    assert "Traceback" not in result.stderr
    words = result.stderr.lower()
    assert "full" in words or "no space" in words or "expected" in words, result.stderr


@pytest.mark.parametrize("size", SIZES)
def test_each_command_on_a_full_disk_says_so_and_loses_nothing(tmp_path: Path, size: int) -> None:
    disk = tmp_path / "disk"
    with _mounted(disk, size) as mounted:
        if not mounted:
            pytest.skip("this process may not mount a file system")
        case = disk / "case"
        assert _call("init", case).returncode == 0
        places = tmp_path / "places.csv"
        places.write_text("name,latitude,longitude,tier\nOstrel,-31.5,-110.2,town\n")
        first = _documents(tmp_path / "first", 4)
        ran = _call("run", first, "--case", case, "--gazetteer", places)
        assert ran.returncode == 0, ran.stderr
        assert _call("seal", case).returncode == 0
        code = json.loads(_call("incidents", case, "--json").stdout)["incidents"][0]["code"]
        claims = json.loads(_call("incidents", case, "--json").stdout)["incidents"][0]["claims"]
        more = _documents(tmp_path / "more", 40, start=100)
        commands: list[tuple[object, ...]] = [
            ("add", case, more),
            ("run", more, "--case", case),
            ("claim", case, claims[0], "--accept", "--by", "R. Vale", "--why", "seen"),
            ("seal", case),
            ("bundle", case, code, disk / "bundle"),
            ("backup", case, disk / "backup"),
            ("redact", case, "00001.txt", "--by", "R. Vale", "--why", "asked for"),
        ]
        failed = 0
        for words in commands:
            filler = _fill(disk)
            result = _call(*words)
            if result.returncode not in (0, 1) or "full" in result.stderr.lower():
                _clear(result)
                failed += 1
            shown = _call("incidents", case, "--json")
            assert shown.returncode == 0, shown.stderr
            filler.unlink()
            _held(case, first)
        # With room again everything goes through.
        for words in commands:
            shutil.rmtree(disk / "bundle", ignore_errors=True)
            shutil.rmtree(disk / "backup", ignore_errors=True)
            result = _call(*words)
            room = shutil.disk_usage(disk).free
            assert result.returncode == 0 or room < (1 << 18), (words[0], result.stderr)
            _held(case, first if words[0] != "redact" else None)
        print(f"{size} MiB: {failed} of {len(commands)} commands stopped by a full disk, nothing lost")  # noqa: T201
        assert failed >= len(commands) - 2


def _held(case: Path, documents: Path | None) -> None:
    pipeline.verify(case)
    if documents is None:
        return
    opened = open_case(case)
    with opened.reading() as connection:
        assert {path.name for path in documents.iterdir()} <= {one.id for one in rows.heads(connection)}
    opened.engine.dispose()


def test_a_write_ahead_log_cut_at_every_page_opens_or_says_why(tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert _call("init", case).returncode == 0
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
