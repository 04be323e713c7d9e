"""A loss of power at any moment of any command loses nothing that was acknowledged, and leaves a case that opens.

The commands' file operations are recorded (SQLite's too) and cut off after each; what a disk may then hold is written
out, opened and verified. Without ``strace``, or where nothing may be traced, skipped by name.
"""

import json
import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from harmtrace import pipeline
from harmtrace.errors import UsageError
from harmtrace.pipeline import keeping
from harmtrace.store import open_case, rows, seals
from tests.faults.powercut import Disk, Op, recorded, works
from tests.faults.soak import FULL

pytestmark = pytest.mark.skipif(not works(), reason="strace is not installed, or may not trace here")
TEXT = (
    "Wire {n}, 4 May 2031\n\nOn {d} May 2031 a shell hit house {n} in Ostrel and killed {k} people, residents said.\n"
)
STATES = 200 if FULL else 2
"""States looked at for each command, beside those at its end."""


class Acknowledged:
    """What commands promised up to now."""

    def __init__(self) -> None:
        self.documents: set[str] = set()
        self.seals: list[str] = []
        self.report = False


def _commands(base: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield commands, and make what each takes in."""
    case = str(base / "disk" / "cases" / "case")
    for number, name in enumerate(("run", "add", "seal", "run", "backup")):
        folder = base / f"in{number}"
        folder.mkdir()
        for n in range(33 if number == 1 else 2):
            (folder / f"{number}-{n}.txt").write_text(TEXT.format(n=100 * number + n, d=1 + n % 28, k=2 + n % 9))
        if number == 1:
            records = [json.dumps({"id": f"r{n}", "text": TEXT.format(n=n, d=3, k=4)}) for n in range(3)]
            (folder / "records.jsonl").write_text("\n".join(records))  # goes into the vault as a file, not from memory
        match name:
            case "run":
                yield name, ["run", str(folder), "--case", case]
            case "add":
                yield name, ["add", case, str(folder)]
            case "seal":
                yield name, ["seal", case]
            case "backup":
                yield name, ["backup", case, str(base / "disk" / "backup")]


def _look(disk: Disk, base: Path, number: str, *, kept: Acknowledged, chance: random.Random | None, names: str) -> None:
    """Write out one state, and hold it to what was acknowledged."""
    left = base / f"left{number}"
    disk.left(left, names=names, chance=chance)
    root = left / "cases" / "case"
    try:
        case = open_case(root)
    except UsageError:
        assert not kept.documents, f"{number}: the case is gone"
        shutil.rmtree(left)
        return
    with case.alone(), case.reading() as connection:
        assert kept.documents <= {one.id for one in rows.heads(connection)}, f"{number}: documents are gone"
        assert len(list(seals.every(connection))) >= len(kept.seals), f"{number}: a seal is gone"
    case.engine.dispose()
    if kept.documents:
        found = []
        for place, text in enumerate(kept.seals):
            found.append(left / f"{place}.seal")
            found[-1].write_text(text)
        pipeline.verify(root, seals=found)
    if kept.report:
        assert (root / "report" / "index.html").read_text().endswith("</html>\n"), f"{number}: the report is gone"
        for page in root.glob("report/**/*.html"):
            assert page.read_bytes().endswith(b"</html>\n"), f"{number}: {page.name} is cut short"
    backup = left / "backup"
    if backup.is_dir():
        keeping.restore(backup, left / "again")
    shutil.rmtree(left)


def _states(disk: Disk, base: Path, at: str, kept: Acknowledged, *, seed: int) -> None:
    _look(disk, base, f"{at}-nothing", kept=kept, chance=None, names="safe")
    _look(disk, base, f"{at}-names", kept=kept, chance=None, names="now")
    _look(disk, base, f"{at}-some", kept=kept, chance=random.Random(seed), names="now")
    _look(disk, base, f"{at}-few", kept=kept, chance=random.Random(seed + 1), names="safe")


def _replay(disk: Disk, ops: list[Op], base: Path, name: str, kept: Acknowledged) -> None:
    """Apply a command's operations; look at what may be left before and after each that makes sure of something."""
    firm = [
        at for at, (call, _) in enumerate(ops) if call in ("fsync", "fdatasync", "sync", "syncfs", "rename", "unlink")
    ]
    chosen = set(random.Random(name).sample(firm, min(len(firm), STATES)))
    for at, op in enumerate(ops):
        if at in chosen:
            _states(disk, base, f"{name}{at}", kept, seed=at)
        disk.do(op)


def test_what_was_acknowledged_is_there_after_a_loss_of_power(tmp_path: Path) -> None:
    base = tmp_path.resolve()
    (base / "disk").mkdir()
    disk, kept = Disk(base / "disk"), Acknowledged()
    environment = {**os.environ, "HARMTRACE_PASSPHRASE": "four quiet words", "OPENBLAS_NUM_THREADS": "1"}
    for number, (name, words) in enumerate(_commands(base)):
        program = [sys.executable, "-c", "from harmtrace.cli import main; main()", *words]
        out = base / "out"
        ops, status = recorded(program, base / "log", out, environment)
        assert status == 0, out.read_text()
        _replay(disk, ops, base, f"{number}{name}", kept)
        if name in ("run", "add"):
            kept.documents |= {path.name for path in Path(words[2 if name == "add" else 1]).glob("*.txt")}
        if name == "seal":
            kept.seals.append(out.read_text())
        kept.report = kept.report or name == "run"
        _states(disk, base, f"{number}{name}-end", kept, seed=number)
    kept.documents.add("never-there.txt")
    with pytest.raises(AssertionError, match="gone"):  # the look sees what is missing
        _look(disk, base, "none", kept=kept, chance=None, names="safe")
