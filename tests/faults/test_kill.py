"""A process killed at any moment leaves a case that the next run completes to the same result."""

import json
from pathlib import Path

from tests.faults.forking import Forker, forked

TOWNS = ("Tarmouk", "Ostreld", "Quill Ferry", "Nargesh")
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


def _command(documents: Path, gazetteer: Path, case: Path) -> tuple[object, ...]:
    return ("run", documents, "--case", case, "--gazetteer", gazetteer)


def _result(forker: Forker, case: Path) -> object:
    _, status, _, printed = forker.run("incidents", case, "--json")
    assert status == 0, printed
    return json.loads(printed)


def test_a_case_whose_run_was_killed_comes_out_the_same(tmp_path: Path) -> None:
    documents, gazetteer = _documents(tmp_path / "documents"), _gazetteer(tmp_path / "places.csv")
    with forked(tmp_path / "out") as forker:
        _, status, whole, printed = forker.run(*_command(documents, gazetteer, tmp_path / "whole"))
        assert status == 0, printed
        wanted = _result(forker, tmp_path / "whole")
        hit = 0
        for moment in range(MOMENTS):
            # Each case is killed several times, at moments spread over the whole of a run, and then completed.
            words = _command(documents, gazetteer, tmp_path / f"case{moment % CASES}")
            hit += forker.run(*words, after=whole * (moment + 1) / (MOMENTS + 1))[0]
        for number in range(CASES):
            case = tmp_path / f"case{number}"
            _, status, _, printed = forker.run(*_command(documents, gazetteer, case))
            assert status == 0, printed
            assert _result(forker, case) == wanted
            assert (case / "report" / "index.html").is_file()
        print(f"{hit} of {MOMENTS} killed at work")  # noqa: T201
        assert hit >= MOMENTS // 5
