"""Fit the table of days: folders of sets in, weights and figures held out by set out.

usage: python -m tools.fitting.days [--seen SET]... SET... [--write FILE]

A set is a folder with ``documents.jsonl`` and ``claims.jsonl``. Every count whose words answer a gold claim gives one
choice among the times of its text. Those of a set that the rules were made on (``--seen``) count less. Prints
for each set how many days are right before and by a table fitted on the others.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from harmtrace import claims, intake
from harmtrace.claims import dating
from harmtrace.claims.drafts import Sentence
from harmtrace.intake import gazetteers
from harmtrace.language.places import Gazetteer
from harmtrace.language.weighing import Table
from tools.fitting import logit

_LEAST = 0.15  # weights under this are left out
_RARE = 4  # counts that must know a row
_RIDGE = 4.0
_SEEN_COUNTS = 0.6  # how much a count of a seen set counts


class Gold(NamedTuple):
    """Where a gold claim stands and its day."""

    start: int
    end: int
    when: str | None


@dataclass(slots=True)
class Choice:
    """A count: the rows of each time that may be its day, what each gives, what is right, and of which set it is."""

    rows: list[list[str]]
    whens: list[str | None]
    right: str | None
    taken: str | None
    of: str


def choices(folder: Path, places: Gazetteer) -> list[Choice]:
    """Return the choices of a set."""
    gold: dict[str, list[Gold]] = {}
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        if claim["kind"] == "casualty":
            gold.setdefault(claim["document"], []).append(
                Gold(int(claim["start"]), int(claim["end"]), claim.get("when") or None)
            )
    out: list[Choice] = []
    document = ""
    best = dating.best

    def noted(
        text: str, count: dating.Count, sentence: Sentence, among: Sequence[dating.Candidate], table: Table
    ) -> dating.Candidate | None:
        answers = [g for g in gold.get(document, ()) if min(g.end, count.end) > max(g.start, count.start)]
        if answers:
            right = max(answers, key=lambda g: min(g.end, count.end) - max(g.start, count.start)).when
            rows = [
                dating.only_taken(count),
                *([*each.own, *dating.bearing(text, count, sentence, each, among)] for each in among),
            ]
            out.append(Choice(rows, [count.when, *(each.when for each in among)], right, count.when, folder.name))
        return None

    dating.best = noted
    try:
        for item in intake.read([folder / "documents.jsonl"], sandbox=None):
            if isinstance(item, intake.Taken):
                document = item.document.id
                claims.read(item.document, gazetteer=places)
    finally:
        dating.best = best
    return out


def fit(found: Sequence[Choice], seen: frozenset[str], ridge: float) -> dict[str, float]:
    """Return the weights that make the right times likeliest."""
    asked = [
        logit.Choice(
            options=c.rows,
            right=[when == c.right for when in c.whens],
            trusted=[c.of in seen and when == c.taken for when in c.whens],
            share=_SEEN_COUNTS if c.of in seen else 1.0,
        )
        for c in found
    ]
    return logit.fitted(asked, ridge=ridge, fewest=_RARE, least=_LEAST)


def chosen(choice: Choice, weights: dict[str, float], margin: float) -> str | None:
    """Return the time that the weights give a count, what was taken where none outweighs it by the margin."""
    best: dict[str | None, float] = {}
    for rows, when in zip(choice.rows, choice.whens, strict=True):
        score = sum(weights.get(row, 0.0) for row in rows)
        best[when] = max(best.get(when, -1e9), score)
    top = max(best, key=lambda when: best[when])
    return top if best[top] > best[choice.taken] + margin else choice.taken


def figures(found: Sequence[Choice], weights: dict[str, float], margin: float) -> tuple[int, int, int]:
    """Return how many dated counts there are, how many were right, and how many are by the table."""
    dated = [c for c in found if c.right is not None]
    return len(dated), sum(c.taken == c.right for c in dated), sum(chosen(c, weights, margin) == c.right for c in dated)


def main() -> None:
    """Fit, hold out each set in turn, print."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("sets", nargs="+", type=Path)
    args.add_argument("--seen", action="append", type=Path, default=[])
    args.add_argument("--margin", type=float, default=0.5)
    args.add_argument("--ridge", type=float, default=_RIDGE)
    args.add_argument("--write", type=Path, help="the module of weights to write the table into")
    given = args.parse_args()
    places = gazetteers.load([])[0]
    seen = frozenset(folder.name for folder in given.seen)
    by_set = {folder.name: choices(folder, places) for folder in (*given.sets, *given.seen)}
    every = [c for found in by_set.values() for c in found]
    known = sum(c.right in c.whens for c in every if c.right is not None)
    print(
        f"{len(every)} counts, {sum(c.right is not None for c in every)} with a day, "
        f"of which {known} among the times of their text"
    )
    for name, found in by_set.items():
        weights = fit([c for c in every if c.of != name], seen, given.ridge)
        print(name, "held out: of {} right before {} after {}".format(*figures(found, weights, given.margin)))
    weights = fit(every, seen, given.ridge)
    for name, found in by_set.items():
        print(name, "fitted: of {} right before {} after {}".format(*figures(found, weights, given.margin)))
    if given.write is not None:
        head, _, _ = given.write.read_text(encoding="utf-8").partition("\n#: By how much")
        lines = [f'    "{row}": {w},' for row, w in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))]
        table = "\n".join(lines)
        given.write.write_text(
            f"{head}\n#: By how much a time must outweigh what was taken for the day before.\n"
            f"MARGIN: Final = {given.margin}\n\nWEIGHTS: Final[dict[str, float]] = {{\n{table}\n}}\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
