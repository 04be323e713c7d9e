"""Fit a table of ``claims/vouching``: who vouches for a count. Judge it by leaving each set out in turn.

usage: python -m tools.fitting.voices LANGUAGE [--table] [--seen SET] SET...

LANGUAGE is english or arabic. SET is a folder with documents.jsonl and claims.jsonl; of a set that the rules were made
on (``--seen``) it is not learnt how far those may be trusted. Prints for each set, read anew with a table fitted on the
others, how many counts have the right speaker, how many gained and lost theirs; with --table, then that fitted on all.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from harmtrace import intake
from harmtrace.claims import asking, read, vouching
from harmtrace.intake import gazetteers
from harmtrace.intake.given import Given
from harmtrace.language.places import Gazetteer
from harmtrace.records.claim import Casualty
from harmtrace.records.text import Document
from tools.fitting import logit
from tools.fitting.right import right


class Recipe(NamedTuple):
    """How the table of a language is fitted.

    Attributes:
        fewest: counts in which a row must stand.
        seen_counts: how much a count of a set counts that the rules were made on.
        trusts: how far the rules may be trusted there is taken up by a weight of its own.
        framed: counts that a frame of speech gives to somebody, or that were carried over, are learnt from too.
    """

    ridge: float
    fewest: int
    seen_counts: float
    trusts: bool
    framed: bool


_RECIPES: Final = {"english": Recipe(1.0, 8, 2.0, True, True), "arabic": Recipe(1.5, 10, 1.0, False, True)}
_LEAST = 0.1
_MARGINS = (0.0, 0.3, 0.6)

Golds = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A set of texts with the gold claims of each."""

    name: str
    seen: bool
    documents: list[tuple[str, Document]]
    golds: Golds


def load(folder: Path, *, seen: bool) -> Set:
    """Return the texts and the gold counts of a folder."""
    golds: Golds = {}
    for line in (folder / "claims.jsonl").read_text().splitlines():
        claim = json.loads(line)
        if claim["kind"] == "casualty":
            golds.setdefault(claim["document"], []).append(claim)
    documents: list[tuple[str, Document]] = []
    for line in (folder / "documents.jsonl").read_text().splitlines():
        told = json.loads(line)
        given = Given(language=told.get("language"), published=told.get("published"), source=told.get("source"))
        (document,), _ = intake.extract(told["text"].encode(), "text.txt", given=given)
        documents.append((told["id"], document))
    return Set(name=folder.name, seen=seen, documents=documents, golds=golds)


def _speaker(golds: Sequence[dict[str, Any]], claim: Casualty) -> tuple[str | None] | None:
    """Return who speaks by the gold claim of a count's words and number, None where there is no such claim."""
    numbers = (claim.count.low, claim.count.high)
    here = [g for g in golds if g["start"] < claim.end and claim.start < g["end"] and (g["low"], g["high"]) == numbers]
    if not here:
        return None
    same = max(
        here,
        key=lambda g: (
            g["outcome"] == claim.outcome.value,
            min(g["end"], claim.end) - max(g["start"], claim.start),
        ),
    )
    return (same["speaker"],)


@contextmanager
def asked_by(language: str, table: type[asking.Asking]) -> Iterator[None]:
    """Let the reader ask in a language by another table."""
    kept = vouching.TABLES[language]
    vouching.TABLES[language] = table
    try:
        yield
    finally:
        vouching.TABLES[language] = kept


def choices(told: Set, language: str, places: Gazetteer) -> Iterator[logit.Choice]:
    """Yield the counts of a set that may be weighed, as the rules leave them, each with who may vouch for it."""
    table, recipe = vouching.TABLES[language], _RECIPES[language]
    asked: dict[tuple[int, int], tuple[asking.Asked, Sequence[asking.Option]]] = {}

    def chosen(one: asking.Asking, found: Sequence[asking.Option]) -> None:
        asked.setdefault((one.asked.start, one.asked.end), (one.asked, found))

    noted: dict[str, object] = {"stands": lambda _: False, "told": lambda *_: True, "chosen": chosen}
    if recipe.framed:
        noted |= {"standing": frozenset(), "whole_names": False}
    with asked_by(language, type("Noted", (table,), noted)):
        for name, document in told.documents:
            asked.clear()
            for claim in read(document, gazetteer=places, on=None).claims:
                gold = _speaker(told.golds.get(name, ()), claim) if isinstance(claim, Casualty) else None
                if gold is not None and (claim.start, claim.end) in asked:
                    yield _choice(*asked[claim.start, claim.end], gold[0], recipe, seen=told.seen)


def _choice(
    one: asking.Asked, found: Sequence[asking.Option], gold: str | None, recipe: Recipe, *, seen: bool
) -> logit.Choice:
    return logit.Choice(
        options=[[row for row in option.rows if not (seen and row.startswith("taken: "))] for option in found],
        right=[right(option.name, gold) for option in found],
        trusted=[seen and recipe.trusts and option.gives(one.speaker) for option in found],
        share=recipe.seen_counts if seen else 1.0,
    )


def fitted(asked: Sequence[logit.Choice], recipe: Recipe) -> dict[str, float]:
    """Return the weights under which the right speakers are the likeliest."""
    return logit.fitted(asked, ridge=recipe.ridge, fewest=recipe.fewest, least=_LEAST)


def judged(told: Set, language: str, places: Gazetteer, *, weights: Mapping[str, float], margin: float) -> list[bool]:
    """Return for each count of a set that the rules find whether its speaker is right with a table."""
    out: list[bool] = []
    with asked_by(language, type("Judged", (vouching.TABLES[language],), {"weights": weights, "margin": margin})):
        for name, document in told.documents:
            for claim in read(document, gazetteer=places, on=None).claims:
                gold = _speaker(told.golds.get(name, ()), claim) if isinstance(claim, Casualty) else None
                if gold is not None and isinstance(claim, Casualty):
                    out.append(right(claim.speaker, gold[0]))
    return out


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", choices=sorted(_RECIPES))
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--seen", action="append", type=Path, default=[])
    given = parser.parse_args()
    places = gazetteers.load([])[0]
    sets = [load(folder, seen=False) for folder in given.sets] + [load(folder, seen=True) for folder in given.seen]
    recipe = _RECIPES[given.language]
    asked = {told.name: list(choices(told, given.language, places)) for told in sets}
    for told in sets:
        weights = fitted([choice for name, them in asked.items() if name != told.name for choice in them], recipe)
        before = judged(told, given.language, places, weights={}, margin=99.0)
        line = f"{told.name}: of {len(before)}, by the rules {sum(before)}; by the table, by margin:"
        for margin in _MARGINS:
            after = judged(told, given.language, places, weights=weights, margin=margin)
            gained = sum(b > a for a, b in zip(before, after, strict=True))
            lost = sum(a > b for a, b in zip(before, after, strict=True))
            line += f" {margin}: {sum(after)} (+{gained} -{lost})"
        print(line, flush=True)
    if given.table:
        weights = fitted([choice for them in asked.values() for choice in them], recipe)
        for row, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])):
            print(f"    {json.dumps(row, ensure_ascii=False)}: {weight},")


if __name__ == "__main__":
    main()
