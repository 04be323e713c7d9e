"""Fit the table of ``claims/vouching``: who vouches for a count. Judge it by leaving each set out in turn.

usage: python -m tools.fitting.voices [--table] [--seen SET] SET...

SET is a folder with documents.jsonl and claims.jsonl; of a set that the rules were made on (``--seen``) it is not
learnt how far those may be trusted. Prints for each set how many counts have the right speaker before and with a table
fitted on the other sets; with --table, then the table fitted on all.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from harmtrace import intake
from harmtrace.claims import read, vouching
from harmtrace.intake import gazetteers
from harmtrace.intake.given import Given
from harmtrace.records.claim import Casualty
from tools.fitting.right import right

_ROUNDS, _STEP = 400, 0.15
_LEAST = 0.2
_FEWEST = 3  # counts in which a row must stand
MARGINS = (0.0, 0.3, 0.6, 0.9, 1.2, 1.5, 2.0, 2.5)


@dataclass
class Case:
    """A count: its options by rows, which of them are right, who was taken, who is right."""

    rows: list[list[str]]
    names: list[str | None]
    right: list[bool]
    taken: str | None
    gold: str | None


def cases(folder: Path) -> list[Case]:
    """Return the counts of a set that the rules find, each with who may vouch for it."""
    gold: dict[str, list[dict[str, Any]]] = {}
    for line in (folder / "claims.jsonl").read_text().splitlines():
        claim = json.loads(line)
        if claim["kind"] == "casualty":
            gold.setdefault(claim["document"], []).append(claim)
    out: list[Case] = []
    places = gazetteers.load([])[0]
    for line in (folder / "documents.jsonl").read_text().splitlines():
        told = json.loads(line)
        given = Given(language=told.get("language"), published=told.get("published"), source=told.get("source"))
        (document,), _ = intake.extract(told["text"].encode(), "text.txt", given=given)
        asked: list[tuple[vouching.Asked, list[vouching.Option]]] = []
        options = vouching.options

        def kept(
            text: str, one: vouching.Asked, *rest: Any, _to: list[Any] = asked, _options: Any = options, **more: Any
        ) -> list[vouching.Option]:
            found: list[vouching.Option] = _options(text, one, *rest, **more)
            _to.append((one, found))
            return found

        stands, tells = vouching.STANDS, vouching.tells
        vars(vouching).update(options=kept, STANDS=frozenset(), tells=lambda here: True)
        try:
            claims = [c for c in read(document, gazetteer=places, on=None).claims if isinstance(c, Casualty)]
        finally:
            vouching.options, vouching.STANDS, vouching.tells = options, stands, tells
        for one, found in asked:
            claim = next((c for c in claims if (c.start, c.end) == (one.start, one.end)), None)
            if claim is None:
                continue
            same = [
                g
                for g in gold.get(told["id"], ())
                if g["start"] < one.end
                and one.start < g["end"]
                and (g["low"], g["high"]) == (claim.count.low, claim.count.high)
            ]
            if same:
                out.append(_case(one, found, same[0]["speaker"]))
    return out


def _case(one: vouching.Asked, found: Sequence[vouching.Option], gold: str | None) -> Case:
    rows, names = [option.rows for option in found], [option.name for option in found]
    return Case(rows, names, [right(name, gold) for name in names], one.speaker, gold)


def _untaken(told: Sequence[Case]) -> list[Case]:
    """Return the counts without the rows that say who was taken before."""
    return [
        replace(case, rows=[[row for row in rows if not row.startswith("taken: ")] for rows in case.rows])
        for case in told
    ]


def fit(train: Sequence[Case], decay: float) -> dict[str, float]:
    """Return the weights under which the right options are the likeliest, by steps of Adam, kept small by ``decay``."""
    stand: dict[str, int] = {}
    for case in train:
        for row in {row for rows in case.rows for row in rows}:
            stand[row] = stand.get(row, 0) + 1
    index = {row: k for k, row in enumerate(sorted(row for row, times in stand.items() if times >= _FEWEST))}
    usable = [case for case in train if any(case.right) and not all(case.right)]
    at_row, at_option, group, good = [], [], [], []
    option = 0
    for number, case in enumerate(usable):
        for rows, is_right in zip(case.rows, case.right, strict=True):
            for row in rows:
                if row in index:
                    at_row.append(index[row])
                    at_option.append(option)
            group.append(number)
            good.append(is_right)
            option += 1
    row_of, option_of, group_of, is_good = (
        np.array(at_row),
        np.array(at_option),
        np.array(group),
        np.array(good, dtype=float),
    )
    weights, first, second = np.zeros(len(index)), np.zeros(len(index)), np.zeros(len(index))
    for step in range(1, _ROUNDS + 1):
        score = np.bincount(option_of, weights[row_of], minlength=option)
        most = np.full(len(usable), -np.inf)
        np.maximum.at(most, group_of, score)
        likely = np.exp(score - most[group_of])
        whole = np.bincount(group_of, likely)
        among = np.bincount(group_of, likely * is_good)
        pull = likely / whole[group_of] - likely * is_good / among[group_of]
        slope = np.bincount(row_of, pull[option_of], minlength=len(index)) + decay * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= _STEP * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {row: round(float(weights[k]), 1) for row, k in index.items() if abs(weights[k]) >= _LEAST}


def answer(case: Case, table: dict[str, float], margin: float) -> str | None:
    """Return the speaker that a table gives a count."""
    if any(
        row == "taken: pronoun of one far back" or row.removeprefix("taken: ") in vouching.STANDS
        for rows in case.rows
        for row in rows
    ):
        return case.taken
    kept = most = -99.0
    best: str | None = None
    for rows, name in zip(case.rows, case.names, strict=True):
        score = sum(table.get(row, 0.0) for row in rows)
        if (name is None and case.taken is None) or (
            name is not None and case.taken is not None and vouching.same(name, case.taken)
        ):
            kept = max(kept, score)
        elif score > most and name is not None:
            best, most = name, score
    return best if most > kept + margin else case.taken


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--seen", action="append", type=Path, default=[])
    parser.add_argument("--decay", type=float, default=1.5)
    given = parser.parse_args()
    sets = {folder.name: cases(folder) for folder in (*given.seen, *given.sets)}
    trained = {
        name: _untaken(told) if name in {folder.name for folder in given.seen} else told for name, told in sets.items()
    }
    for left_out, held in sets.items():
        table = fit([case for name, told in trained.items() if name != left_out for case in told], given.decay)
        before = sum(right(case.taken, case.gold) for case in held)
        reach = sum(any(case.right) for case in held)
        after = [sum(right(answer(case, table, margin), case.gold) for case in held) for margin in MARGINS]
        print(
            left_out,
            f"of {len(held)}, among the options {reach}, before {before}, after",
            dict(zip(MARGINS, after, strict=True)),
        )
    if given.table:
        table = fit([case for told in trained.values() for case in told], given.decay)
        for row, weight in sorted(table.items(), key=lambda pair: (-pair[1], pair[0])):
            print(f'    "{row}": {weight},')


if __name__ == "__main__":
    main()
