"""Fit the table that weighs which name of a text a count speaks of (``harmtrace.claims.focus``).

usage: python -m tools.fitting.place [--seen FOLDER]... [--margin M] FOLDER...

Each folder is a set: ``documents.jsonl`` and ``claims.jsonl``. The rules of the place have been made with the sets
``--seen`` in view, so that what they take there says too little: a row of its own takes that up and is left out of the
table. Prints how many counts are placed right, by what was taken and by a table fitted without the set, for each set
that was not seen; then the table fitted on all.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harmtrace import pipeline
from harmtrace.claims import focus
from harmtrace.claims.focus_weights import MARGIN
from harmtrace.intake.sandbox import Sandbox
from harmtrace.records.claim import Casualty, Reading
from tools.fitting import logit
from tools.fitting.right import right

_RIDGE = 2.0  # how strongly a weight is drawn to nothing
_SEEN_COUNTS = 2.0  # how much a count of a seen set counts
_FEWEST = 6  # choices in which a row must stand
_SHOWN = 0.1  # least weight that is kept


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
                rows=focus.rows(of, count, here, each),
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


def fitted(choices: list[Choice], ridge: float) -> dict[str, float]:
    """Return the weights under which the right places are likeliest."""
    asked = [
        logit.Choice(
            options=[option.rows for option in choice.options],
            right=[option.right for option in choice.options],
            trusted=[choice.seen and option.name == choice.taken for option in choice.options],
            share=_SEEN_COUNTS if choice.seen else 1.0,
        )
        for choice in choices
    ]
    return logit.fitted(asked, ridge=ridge, fewest=_FEWEST, least=_SHOWN)


def chosen(choice: Choice, weights: dict[str, float], margin: float) -> Option:
    """Return the place of a count under weights, as ``focus.best`` finds it."""
    scored = [
        (
            sum(weights.get(row, 0.0) for row in option.rows) + (margin if option.name == choice.taken else 0.0),
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
    asked.add_argument("--ridge", type=float, default=_RIDGE)
    asked.add_argument("--margin", type=float, default=MARGIN)
    given = asked.parse_args()
    choices = [
        choice
        for seen, folders in ((False, given.folders), (True, given.seen))
        for folder in folders
        for choice in _choices(folder, tuple(given.gazetteer), seen=seen)
    ]
    for folder in given.folders:
        weights = fitted([choice for choice in choices if choice.folder != folder.name], given.ridge)
        own = [choice for choice in choices if choice.folder == folder.name]
        before = sum(any(option.right for option in choice.options if option.name == choice.taken) for choice in own)
        right = sum(chosen(choice, weights, given.margin).right for choice in own) / len(own)
        print(
            f"{folder.name}: {len(own)} counts, taken right {before / len(own):.3f}, by the table {right:.3f}",
            file=sys.stderr,
        )
    weights = fitted(choices, given.ridge)
    for folder in (*given.folders, *given.seen):
        own = [choice for choice in choices if choice.folder == folder.name]
        right = sum(chosen(choice, weights, given.margin).right for choice in own) / len(own)
        print(f"{folder.name}: fitted on all {right:.3f}", file=sys.stderr)
    for row, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"    {json.dumps(row, ensure_ascii=False)}: {weight},")


if __name__ == "__main__":
    main()
