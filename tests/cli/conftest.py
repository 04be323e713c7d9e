"""A small invented case, and a way to call the command line on it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from harmtrace.cli import main

GAZETTEER = """name,latitude,longitude,tier
Tarmouk,-31.5,-110.2,town
Ostreld,-29.1,-108.4,town
"""

TEXTS = {
    "a-wire.txt": (
        "TARMOUK, 5 May 2031 (Harrow Wire) - On 4 May 2031 an airstrike hit a house in Tarmouk and killed at least "
        "12 civilians, residents said.\n\nResidents blamed the northern alliance for the strike.\n"
    ),
    "b-paper.txt": (
        "Tarmouk Courier, 6 May 2031\n\nThe civil defence said on Thursday that rescuers had recovered 15 bodies from "
        "the house in Tarmouk that was hit by an airstrike on 4 May 2031.\n"
    ),
    "c-market.txt": (
        "Ostreld Observer, 9 May 2031\n\nOn 8 May 2031 shelling of the market in Ostreld killed 7 people and wounded "
        "23 others, the health office said.\n"
    ),
}


@dataclass(frozen=True)
class Answer:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    def json(self) -> dict[str, list[dict[str, object]]]:
        found: dict[str, list[dict[str, object]]] = json.loads(self.out)
        return found


Call = Callable[..., Answer]


@pytest.fixture
def call() -> Call:
    def ask(*words: object) -> Answer:
        result = CliRunner().invoke(main, [str(word) for word in words])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Answer(code=result.exit_code, out=result.stdout, err=result.stderr)

    return ask


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def gazetteer(tmp_path: Path) -> Path:
    path = tmp_path / "places.csv"
    path.write_text(GAZETTEER, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path, documents: Path, gazetteer: Path, call: Call) -> Path:
    root = tmp_path / "case"
    answer = call("run", documents, "--case", root, "--gazetteer", gazetteer)
    assert answer.code == 0, answer.err
    return root
