"""Results of the bundled case as text: what `make golden` stores and the golden test compares.

Run as ``python -m tests.golden.build`` it rewrites the stored files; nothing else ever does.
"""

import json
import tempfile
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from harmtrace.cli import main

STORED = Path(__file__).parent
CASE = STORED.parent.parent / "examples" / "halvin"
DOCUMENTS = CASE / "documents"
GAZETTEER = CASE / "gazetteer.csv"
STRIKES = CASE / "strikes.csv"
# What is recorded by hand before the dismissal checks are stored.
POSITIONS = (
    (
        "XXX-20210512-001",
        "--body|Kessary army|--status|non_credible_unsubstantiated|--reason|NO_STRIKE_AREA_DAY|--on|2021-06-02",
    ),
    (
        "XXX-20210511-001",
        "--body|Tri-State Coalition|--status|credible_substantiated|--killed|11-18|--on|2021-07-30",
    ),
)


@cache
def results() -> dict[str, str]:
    """Return file name -> text for the claims, incidents, copies, strikes and dismissals of the bundled case."""
    gazetteer = ["--gazetteer", str(GAZETTEER)]
    with tempfile.TemporaryDirectory() as folder:
        case = str(Path(folder) / "case")
        _printed(["run", str(DOCUMENTS), "--case", case, *gazetteer, "--strikes", str(STRIKES)])
        shown = {
            "claims.jsonl": _printed(["claims", str(DOCUMENTS), *gazetteer, "--jsonl"]),
            "incidents.json": _indented(_printed(["incidents", case, "--json"])),
            "copies.json": _indented(_printed(["copies", case, "--json"])),
            "strikes.json": _indented(_printed(["strikes", case, "--json"])),
        }
        for code, words in POSITIONS:
            _printed(["position", case, code, *words.split("|"), "--by", "R. Vale"])
        return {**shown, "dismissals.json": _indented(_printed(["dismissals", case, "--json"]))}


def _printed(arguments: list[str]) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    if result.exit_code not in (0, 1):
        raise RuntimeError(f"harmtrace {arguments[0]} ended with {result.exit_code}: {result.stderr}")
    return result.stdout


def _indented(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for name, text in results().items():
        (STORED / name).write_text(text, encoding="utf-8")
        print(f"wrote tests/golden/{name}")
