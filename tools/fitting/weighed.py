"""Fit the table of ``weighed``: which English counts that no rule took are of harm.

``python -m tools.fitting.weighed SET ...``; a SET is a folder with ``documents.jsonl`` and ``claims.jsonl``, as the
gold sets have them. Prints how each set is read without the table and with one fitted on all the others; ``--out``
takes the table fitted on all of them.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from benchmarks.real import sets
from benchmarks.real.__main__ import open_half
from harmtrace import intake
from harmtrace.claims import reader
from harmtrace.intake import gazetteers
from harmtrace.language.english.harms import reading, weighed
from harmtrace.language.english.harms.finder import Finder
from harmtrace.language.places import Gazetteer
from harmtrace.records.text import Document
from harmtrace.reports import shapes
from tests.fields import Fields
from tests.scoring import Answers, answers, figures
from tools.fitting.logistic import Asked, fitted

_SHARE = 0.6  # what a count weighs that a rule took
_LEAST_SEEN = 3
_LEAST_SETS = 4  # in so many sets a row must stand
#: What a count of a real text weighs: one that a rule took; one that none took in news of shootings, in narratives.
_RULED, _REAL, _NARRATED = 0.1, 0.3, 0.9


@dataclass(slots=True)
class Row:
    """One count of a sentence with its signs, and whether it is one of harm."""

    start: int
    end: int
    low: int | None
    high: int | None
    signs: list[str]
    taken: bool
    right: bool = False
    share: float = 1.0
    of: str = ""


@dataclass(slots=True)
class Set:
    """A gold set: its claims by document, and the counts of its sentences."""

    name: str
    path: Path
    gold: dict[str, list[Fields]]
    rows: list[Row]


def documents(path: Path) -> list[str]:
    """Return the ids of a set's documents."""
    return [
        json.loads(line)["id"]
        for line in (path / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def gold(path: Path) -> dict[str, list[Fields]]:
    """Return a set's casualty claims by document."""
    out: dict[str, list[Fields]] = {one: [] for one in documents(path)}
    for line in (path / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        if line.strip() and (claim := json.loads(line))["kind"] == "casualty":
            out[claim["document"]].append(claim)
    return out


@cache
def taken(path: Path) -> tuple[Document, ...]:
    """Return a set's documents as the program takes them in."""
    return tuple(item.document for item in intake.read((path / "documents.jsonl",)) if isinstance(item, intake.Taken))


@cache
def places() -> Gazetteer:
    """Return the places that the program knows."""
    return gazetteers.load(())[0]


def read(path: Path) -> Iterator[tuple[str, list[Fields]]]:
    """Yield each document of a set with the casualty claims that the program finds in it."""
    for document in taken(path):
        claims: list[Fields] = [
            json.loads(json.dumps(shapes.claim(one))) for one in reader.read(document, gazetteer=places()).claims
        ]
        yield document.id, [claim for claim in claims if claim["kind"] == "casualty"]


@contextmanager
def table(bias: float, weights: dict[str, float]) -> Iterator[None]:
    """Let the reader weigh by another table."""
    held = vars(weighed)
    kept = {name: held[name] for name in ("BIAS", "WEIGHTS")}
    held.update(BIAS=bias, WEIGHTS=weights)
    try:
        yield
    finally:
        held.update(kept)


@contextmanager
def noting(noted: list[Row]) -> Iterator[None]:
    """Let the reader note the counts of each sentence instead of weighing them."""
    held = vars(reading)
    whole = held["find_weighed"]

    def note(finder: Finder, told: weighed.Told) -> None:
        for at in chain(weighed.candidates(finder), weighed.persons(finder), list(finder.found)):
            counted = finder.chunks.counts.get(at)
            if counted is None:
                continue
            kept = finder.found.pop(at, None)
            starts, ends = finder.tokens.starts, finder.tokens.ends
            low, high = counted.number.low, counted.number.high
            said = weighed.signs(finder, at, told)
            noted.append(Row(starts[counted.start], ends[counted.end - 1], low, high, said, kept is not None))
            if kept is not None:
                finder.found[at] = kept
            elif finder.tags[at] == "p":
                del finder.chunks.counts[at]

    held["find_weighed"] = note
    try:
        yield
    finally:
        held["find_weighed"] = whole


def collect(path: Path) -> Set:
    """Return a set with the signs of every count in it."""
    noted: list[Row] = []
    rows: list[Row] = []
    claims = gold(path)
    with noting(noted):
        for name, found in read(path):
            missed = answers(found, claims[name]).missed
            for row in noted:
                row.right = any(_is(row, claim) for claim in (claims[name] if row.taken else missed))
            rows += [row for row in noted if not row.taken or row.right]
            noted.clear()
    for row in rows:
        row.of = path.name
    return Set(path.name, path, claims, rows)


def real(folder: Path) -> list[Row]:
    """Return the counts of real texts that the rules alone read right: what they leave is none of harm, or told before.

    Of shootings those texts that the benchmark does not mark, of the others the half that may be looked at.
    """
    noted: list[Row] = []
    rows: list[Row] = []
    with noting(noted):
        for texts in (
            sets.shootings(folder, places(), part="train"), sets.gaza(folder, places()), sets.drone(folder, places())
        ):  # fmt: skip
            for text in texts:
                fields = [
                    text.right[name] for name in ("killed", "injured", "range", "injured range") if name in text.right
                ]
                if all(fields) and (text.id.startswith("train") or open_half(text.id)):
                    for row in noted:
                        row.right, row.of = row.taken, text.id.split("-")[0]
                        row.share = _RULED if row.taken else _REAL if row.of == "train" else _NARRATED
                    rows += noted
                noted.clear()
    return rows


def _is(row: Row, claim: Fields) -> bool:
    """Tell whether a count is that of a gold claim."""
    low, high = claim["low"], claim["high"]
    vague = bool(claim.get("vague")) and row.low is not None
    about = bool(claim.get("approx")) and (row.low == low or row.high == high)
    return (
        ((row.low == low and row.high == high) or vague or about)
        and row.start < int(str(claim["end"]))
        and int(str(claim["start"])) < row.end
    )


def fit(rows: list[Row], strength: float) -> tuple[float, dict[str, float]]:
    """Return the bias and the weights that logistic regression gives, rows under 0.2 left out."""
    seen = Counter(sign for row in rows for sign in row.signs)
    where: dict[str, set[str]] = {}
    for row in rows:
        for sign in row.signs:
            where.setdefault(sign, set()).add(row.of)
    names = [name for name, times in seen.items() if times >= _LEAST_SEEN and len(where[name]) >= _LEAST_SETS]
    asked = [Asked(rows=row.signs, right=row.right, share=row.share * (_SHARE if row.taken else 1.0)) for row in rows]
    return fitted(asked, names, ridge=strength, least=0.2)


def score(one: Set) -> dict[str, float]:
    """Return the figures of a set as the program reads it now."""
    parts: list[Answers] = [answers(found, one.gold[name]) for name, found in read(one.path)]
    return figures("casualty", parts)


def _line(name: str, found: dict[str, float]) -> str:
    return f"{name:12} " + " ".join(f"{key.removeprefix('casualty_')}={value:.3f}" for key, value in found.items())


def _mean(found: dict[str, dict[str, float]]) -> dict[str, float]:
    return {name: sum(one[name] for one in found.values()) / len(found) for name in next(iter(found.values()))}


def main() -> None:
    """Fit, cross-validate by set, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--strength", type=float, default=2.0, help="how strongly weights are drawn to nought")
    parser.add_argument("--margin", type=float, default=1.0, help="the odds that a count must have, on top")
    parser.add_argument("--real", type=Path, help="the folder of real data; what rules leave there is no harm")
    parser.add_argument("--out", type=Path, help="where the table is written as JSON")
    given = parser.parse_args()
    with table(-99.0, {}):
        folders = [collect(path) for path in given.sets]
        before = {one.name: score(one) for one in folders}
        others = real(given.real) if given.real is not None else []
    print(f"{len(others)} counts of real texts, {sum(not row.taken for row in others)} that no rule took")
    after = {}
    for one in folders:
        rows = others + [row for other in folders if other is not one for row in other.rows]
        bias, weights = fit(rows, given.strength)
        wanted = sum(row.right and not row.taken for row in one.rows)
        print(_line(one.name, before[one.name]), f"counts {len(one.rows)}, to find {wanted}")
        with table(bias - given.margin, weights):
            after[one.name] = score(one)
            print(_line(" left out", after[one.name]))
    print(_line("mean before", _mean(before)))
    print(_line("mean left out", _mean(after)))
    bias, weights = fit(others + [row for one in folders for row in one.rows], given.strength)
    if given.out is not None:
        ordered = dict(sorted(weights.items(), key=lambda item: (-item[1], item[0])))
        found = {"bias": round(bias - given.margin, 1), "weights": ordered}
        given.out.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
