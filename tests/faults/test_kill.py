"""A process killed at any moment leaves a case that the next run completes to the same result."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

TOWNS = ("Tarmouk", "Ostreld", "Quill Ferry", "Nargesh")
CALL = (sys.executable, "-c", "from harmtrace.cli import main; main()")
MOMENTS = 30
CASES = 6


def _documents(folder: Path) -> Path:
    folder.mkdir()
    for number in range(40):
        town, day = TOWNS[number % 4], 1 + number // 4
        (folder / f"{number:02}.txt").write_text(
            f"Harrow Wire, {day + 1} May 2031\n\nOn {day} May 2031 an airstrike hit a house in {town} and "
            f"killed {3 + number} people and wounded {number + 9} others, residents said. Residents of the district "
            f"{number} blamed the northern alliance.\n",
            encoding="utf-8",
        )
    return folder


def _gazetteer(path: Path) -> Path:
    lines = [f"{name},{-31.5 + 2 * place},-110.2,town" for place, name in enumerate(TOWNS)]
    path.write_text("name,latitude,longitude,tier\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def _command(documents: Path, gazetteer: Path, case: Path) -> tuple[str, ...]:
    return (*CALL, "run", str(documents), "--case", str(case), "--gazetteer", str(gazetteer))


def _result(case: Path) -> object:
    shown = subprocess.run((*CALL, "incidents", str(case), "--json"), capture_output=True, check=True)
    return json.loads(shown.stdout)


def _killed_after(command: tuple[str, ...], seconds: float) -> bool:
    """Run a command and kill it; return whether it was still at work then."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            return True
        return False


def test_a_case_whose_run_was_killed_comes_out_the_same(tmp_path: Path) -> None:
    documents, gazetteer = _documents(tmp_path / "documents"), _gazetteer(tmp_path / "places.csv")
    start = monotonic()
    subprocess.run(_command(documents, gazetteer, tmp_path / "whole"), capture_output=True, check=True)
    whole = monotonic() - start
    wanted = _result(tmp_path / "whole")
    hit = 0
    for moment in range(MOMENTS):
        # Each case is killed several times, at moments spread over the whole of a run, and then completed.
        case = tmp_path / f"case{moment % CASES}"
        hit += _killed_after(_command(documents, gazetteer, case), whole * (moment + 1) / (MOMENTS + 1))
    for number in range(CASES):
        case = tmp_path / f"case{number}"
        subprocess.run(_command(documents, gazetteer, case), capture_output=True, check=True)
        assert _result(case) == wanted
        assert (case / "report" / "index.html").is_file()
    assert hit >= MOMENTS // 2
