"""Fit the table that weighs which name of a text a count speaks of (``harmtrace.claims.focus``).

usage: python -m tools.fitting.place [--seen FOLDER]... FOLDER...

Each folder is a set: ``documents.jsonl`` and ``claims.jsonl``. The rules of the place have been made with the sets
``--seen`` in view, so that what they take there says too little: a row of its own takes that up and is left out of the
table. Prints how many counts are placed right, by what was taken and by a table fitted without the set, for each set
that was not seen; then the table fitted on all.
"""

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from harmtrace import pipeline
from harmtrace.claims import focus
from harmtrace.claims.focus_weights import MARGIN
from harmtrace.intake.sandbox import Sandbox
from harmtrace.records.claim import Casualty, Reading
from tools.fitting.right import right

Floats = NDArray[np.float64]
_RIDGE, _RIDGE_SEEN = 1.5, 0.01  # how strongly a weight is drawn to nothing
_SEEN_COUNTS = 0.5  # how much a count of a seen set counts
_FEWEST = 4  # choices in which a row must stand
_STEPS, _MEMORY = 80, 10
_STILL = 1e-3
_SHOWN = 0.15  # least weight that is printed


@dataclass(slots=True, kw_only=True)
class Option:
    """A place that a count may have: its name, its rows, whether it is right."""

    name: str | None
    rows: list[str]
    right: bool


@dataclass(slots=True, kw_only=True)
class Choice:
    """A count with all places that it may have."""

    folder: str
    seen: bool
    taken: str | None
    options: list[Option]


def _choices(folder: Path, gazetteer: tuple[Path, ...], *, seen: bool) -> list[Choice]:
    """Return the counts of a set that are read with the right number, with the places that they may have."""
    golds: list[dict[str, Any]] = [
        json.loads(line) for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    asked: dict[tuple[int, int], list[tuple[focus.Field, focus.Count]]] = {}
    whole = focus.best

    def note(of: focus.Field, count: focus.Count) -> focus.Choice:
        asked.setdefault((count.start, count.end), []).append((of, count))
        return focus.Choice(stays=True, name=None)

    out: list[Choice] = []
    focus.best = note
    try:
        with Sandbox() as sandbox:
            for item in pipeline.claims(
                (folder / "documents.jsonl",), gazetteer=gazetteer, on=None, engines=None, config=None, sandbox=sandbox
            ):
                if isinstance(item, Reading):
                    mine = [gold for gold in golds if gold["document"] == item.document and gold["kind"] == "casualty"]
                    out += [
                        _choice(folder.name, seen, of, count, gold) for of, count, gold in _matched(item, asked, mine)
                    ]
                    asked.clear()
    finally:
        focus.best = whole
    return out


def _matched(
    reading: Reading, asked: dict[tuple[int, int], list[tuple[focus.Field, focus.Count]]], golds: list[dict[str, Any]]
) -> list[tuple[focus.Field, focus.Count, dict[str, Any]]]:
    """Return the counts of a document that were weighed, each with the gold claim of its words and number."""
    out: list[tuple[focus.Field, focus.Count, dict[str, Any]]] = []
    left = list(golds)
    for claim in reading.claims:
        if not isinstance(claim, Casualty) or not asked.get((claim.start, claim.end)):
            continue
        here = [
            gold
            for gold in left
            if gold["start"] < claim.end
            and claim.start < gold["end"]
            and (gold["low"], gold["high"]) == (claim.count.low, claim.count.high)
        ]
        if here:
            gold = max(
                here,
                key=lambda g: (
                    g["outcome"] == claim.outcome.value,
                    min(g["end"], claim.end) - max(g["start"], claim.start),
                ),
            )
            left.remove(gold)
            of, count = asked[claim.start, claim.end].pop(0)
            out.append((of, count, gold))
    return out


def _choice(folder: str, seen: bool, of: focus.Field, count: focus.Count, gold: dict[str, Any]) -> Choice:
    here = focus.sentence_at(of.sentences, count.start)
    where: str | None = gold["where"]
    options: list[Option] = []
    for each in of.among:
        same = count.where is not None and focus.same_place(each.mention.name, count.where)
        name = count.where if same else each.mention.name
        options.append(
            Option(
                name=name,
                rows=each.own + focus.bearing(of, count, here, each),
                right=bool(where) and right(name, where),
            )
        )
    if count.where is not None:
        options.append(
            Option(
                name=count.where,
                rows=focus.unnamed(of, count, here),
                right=bool(where) and right(count.where, where),
            )
        )
    options.append(Option(name=None, rows=focus.nowhere(of, count, here), right=right(None, where)))
    return Choice(folder=folder, seen=seen, taken=count.where, options=options)


def fitted(choices: list[Choice]) -> dict[str, float]:
    """Return the weights under which the right places are likeliest: a conditional logit with a ridge."""
    counted = Counter(row for choice in choices for row in {row for option in choice.options for row in option.rows})
    column = {row: k for k, row in enumerate(sorted(row for row, n in counted.items() if n >= _FEWEST))}
    asked = [choice for choice in choices if any(option.right for option in choice.options)]
    flat = [(choice, option) for choice in asked for option in choice.options]
    table = np.zeros((len(flat), len(column) + 1))
    for at, (choice, option) in enumerate(flat):
        for row in option.rows:
            if row in column:
                table[at, column[row]] += 1
        table[at, -1] = choice.seen and option.name == choice.taken
    sizes = np.array([len(choice.options) for choice in asked])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    of = np.repeat(np.arange(len(asked)), sizes)
    right = np.array([option.right for _, option in flat])
    counts = np.array([_SEEN_COUNTS if choice.seen else 1.0 for choice in asked])
    ridge = np.full(len(column) + 1, _RIDGE)
    ridge[-1] = _RIDGE_SEEN

    def lost(weights: Floats) -> tuple[float, Floats]:
        score = table @ weights
        odds = np.exp(score - np.maximum.reduceat(score, starts)[of])
        every, true = np.add.reduceat(odds, starts), np.add.reduceat(np.where(right, odds, 0.0), starts)
        slope = odds / every[of] - np.where(right, odds, 0.0) / true[of]
        return float(-(counts * np.log(true / every)).sum() + 0.5 * (ridge * weights**2).sum()), table.T @ (
            slope * counts[of]
        ) + ridge * weights

    weights = _least(lost, np.zeros(len(column) + 1))
    return {row: float(weights[k]) for row, k in column.items()}


def _least(lost: Any, weights: Floats) -> Floats:
    """Return where a function is least, by steps of L-BFGS."""
    value, slope = lost(weights)
    memory: list[tuple[Floats, Floats]] = []
    for _ in range(_STEPS):
        way = slope.copy()
        shares: list[float] = []
        for step, change in reversed(memory):
            shares.append(float(step @ way / (step @ change)))
            way -= shares[-1] * change
        way *= float(memory[-1][0] @ memory[-1][1] / (memory[-1][1] @ memory[-1][1])) if memory else 1e-3
        for (step, change), share in zip(memory, reversed(shares), strict=True):
            way += step * (share - float(change @ way / (step @ change)))
        size = 1.0
        while True:
            there = weights - size * way
            value_there, slope_there = lost(there)
            if value_there <= value - 1e-4 * size * float(slope @ way) or size < 1e-9:
                break
            size /= 2
        step, change = there - weights, slope_there - slope
        if float(step @ change) > 1e-10:
            memory = [*memory, (step, change)][-_MEMORY:]
        done = abs(value - value_there) < _STILL
        weights, value, slope = there, value_there, slope_there
        if done:
            break
    return weights


def chosen(choice: Choice, weights: dict[str, float]) -> Option:
    """Return the place of a count under weights, as ``focus.best`` finds it."""
    scored = [
        (
            sum(weights.get(row, 0.0) for row in option.rows) + (MARGIN if option.name == choice.taken else 0.0),
            option,
        )
        for option in choice.options
    ]
    return max(scored, key=lambda pair: pair[0])[1]


def main() -> None:
    """Print the cross-validated figures and the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", nargs="*", type=Path)
    asked.add_argument("--seen", action="append", default=[], type=Path)
    asked.add_argument("--gazetteer", action="append", default=[], type=Path)
    given = asked.parse_args()
    choices = [
        choice
        for seen, folders in ((False, given.folders), (True, given.seen))
        for folder in folders
        for choice in _choices(folder, tuple(given.gazetteer), seen=seen)
    ]
    for folder in given.folders:
        weights = fitted([choice for choice in choices if choice.folder != folder.name])
        own = [choice for choice in choices if choice.folder == folder.name]
        before = sum(any(option.right for option in choice.options if option.name == choice.taken) for choice in own)
        right = sum(chosen(choice, weights).right for choice in own) / len(own)
        print(
            f"{folder.name}: {len(own)} counts, taken right {before / len(own):.3f}, by the table {right:.3f}",
            file=sys.stderr,
        )
    weights = fitted(choices)
    for folder in (*given.folders, *given.seen):
        own = [choice for choice in choices if choice.folder == folder.name]
        print(
            f"{folder.name}: fitted on all {sum(chosen(choice, weights).right for choice in own) / len(own):.3f}",
            file=sys.stderr,
        )
    for row, weight in sorted(weights.items(), key=lambda pair: (-round(pair[1], 1), pair[0])):
        if abs(weight) >= _SHOWN:
            print(f"    {json.dumps(row, ensure_ascii=False)}: {round(weight, 1)},")


if __name__ == "__main__":
    main()
