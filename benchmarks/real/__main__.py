"""Measure reading on the real sets: ``python -m benchmarks.real FOLDER [--show SET FIELD] [--json FILE]``.

FOLDER is the folder of data that others made (``airwars_gaza``, ``bij_drone``, ``gunviolence_articles``,
``airwars_syria`` below it); a set that is not there is said to be missing. Nothing of the sets is printed but
their ids and numbers. Each set is divided into two halves by a hash of the ids: one may be looked at (``--show``), the
other is only scored; both figures are printed.
"""

import argparse
import hashlib
import json
import random
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.real import sets, stages
from benchmarks.real.sets import Marked
from harmtrace.intake import gazetteers
from harmtrace.language.english.numbers import exact
from harmtrace.language.places import Gazetteer

#: Aims of the project for each set and field: what a careful reader should reach.
AIMS = {
    ("gaza", "range"): 0.60, ("gaza", "maximum"): 0.75, ("drone", "range"): 0.85, ("shootings", "killed"): 0.85,
    ("shootings", "injured"): 0.78, ("shootings", "date"): 0.78, ("posts", "precision"): 0.85, ("posts", "f1"): 0.60,
}  # fmt: skip
_FILES = {
    "gaza": "airwars_gaza/incidents.jsonl.gz",
    "drone": "bij_drone/strikes.jsonl.gz",
    "shootings": "gunviolence_articles/X_val.json.gz",
    "posts": "airwars_syria/source_texts.jsonl.gz",
}
SEED, SAMPLE = 11, 50


def marked(name: str, folder: Path, gazetteer: Gazetteer) -> Iterator[Marked]:
    """Yield the marked texts of a set."""
    return {"gaza": sets.gaza, "drone": sets.drone, "shootings": sets.shootings}[name](folder, gazetteer)


def shares(texts: Sequence[Marked]) -> dict[str, tuple[int, int]]:
    """Return for each field how many texts are right, of how many."""
    found: dict[str, tuple[int, int]] = {}
    for text in texts:
        for field, right in text.right.items():
            hits, all_ = found.get(field, (0, 0))
            found[field] = hits + right, all_ + 1
    return found


def open_half(id: str) -> bool:
    """Tell whether a text is of the half that may be looked at; the other half is scored and never read.

    >>> [open_half(name) for name in ("a", "b", "c", "d")]
    [False, False, True, True]
    """
    return int.from_bytes(hashlib.sha256(id.encode()).digest()) % 2 == 0


def told(texts: Sequence[Marked]) -> int:
    """Return of how many texts both ends of the wanted range stand in the text as a number at all."""
    return sum(_told(text) for text in texts)


def _told(text: Marked) -> bool:
    wanted = text.wanted.get("killed")
    if not isinstance(wanted, tuple):
        return False
    words = re.findall(r"[a-z]+(?:-[a-z]+)*|\d[\d,]*", text.text.lower().replace("-", " - "))
    numbers = {found[0] for at in range(len(words)) if (found := exact(words, at)) is not None}
    numbers |= {1} if {"a", "an", "was", "his", "her"} & set(words) else set()
    return set(wanted) <= numbers


def grouping(folder: Path, gazetteer: Gazetteer) -> dict[str, float]:
    """Return B-cubed figures of the posts, grouped by the product's own stages."""
    documents, filed = sets.posts(folder)
    placed = stages.grouped(documents, gazetteer)
    found = {name: frozenset(placed[name] or [f"alone:{name}"]) for name in filed}
    precision, recall = sets.b_cubed(found, filed), sets.b_cubed(filed, found)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def measure(folder: Path, gazetteer: Gazetteer) -> dict[str, dict[str, float]]:
    """Print a line for each set and field; return the figures."""
    figures: dict[str, dict[str, float]] = {}
    for name, file in _FILES.items():
        if not (folder / file).is_file():
            print(f"{name:10} {folder / file}: not there, not measured")
            continue
        start = time.process_time()
        if name == "posts":
            figures[name] = grouping(folder, gazetteer)
            for field, value in figures[name].items():
                _line(name, field, f"{value:.4f}")
        else:
            texts = list(marked(name, folder, gazetteer))
            figures[name] = {}
            for field, (hits, all_) in shares(texts).items():
                figures[name][field] = hits / all_
                _line(name, field, f"{hits / all_:.4f}  ({hits} of {all_}; {_halves(texts, field)})")
            if name != "shootings":
                figures[name]["told"] = told(texts) / len(texts)
                _line(name, "(ends told)", f"{told(texts) / len(texts):.4f}  both ends of the range stand in the text")
        print(f"{name:10} {time.process_time() - start:.1f} s of one core")
    return figures


def _halves(texts: Sequence[Marked], field: str) -> str:
    """Return how many texts of each half are right in a field."""
    found = []
    for name, wanted in (("open", True), ("closed", False)):
        mine = [text.right[field] for text in texts if field in text.right and open_half(text.id) is wanted]
        found.append(f"{name} half {sum(mine)} of {len(mine)}")
    return ", ".join(found)


def _line(name: str, field: str, words: str) -> None:
    aim = AIMS.get((name, field))
    print(f"{name:10} {field:21} {words}{'' if aim is None else f'  aim {aim:.2f}'}")


def show(name: str, field: str, folder: Path, gazetteer: Gazetteer) -> None:
    """Print a random sample of what was missed in the open half, by id and numbers, with what decided it."""
    texts = (text for text in marked(name, folder, gazetteer) if open_half(text.id))
    missed = [text for text in texts if not text.right.get(field, True)]
    random.Random(SEED).shuffle(missed)
    print(f"{name} {field}: {len(missed)} missed; a sample of {min(SAMPLE, len(missed))}, seed {SEED}")
    for text in missed[:SAMPLE]:
        print(json.dumps({"id": text.id, "wanted": text.wanted, "found": text.found}, default=str))
        for line in text.outcome.tally.lines if text.outcome.tally is not None else ():
            print(f"    {line.outcome} {line.low} to {line.high}: {line.why}")


def main() -> int:
    """Measure, or show a sample of misses."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.real", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of real data")
    parser.add_argument("--show", nargs=2, metavar=("SET", "FIELD"), help="list a sample of the misses of a set")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        print(f"{arguments.folder}: expected the folder of real data, found none", file=sys.stderr)
        return 2
    gazetteer, _ = gazetteers.load([])
    if arguments.show:
        name, field = arguments.show
        show(name, field, arguments.folder, gazetteer)
        return 0
    figures: Mapping[str, Mapping[str, float]] = measure(arguments.folder, gazetteer)
    if arguments.json is not None:
        rounded = {name: {field: round(value, 4) for field, value in row.items()} for name, row in figures.items()}
        arguments.json.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
