"""Fit the table of ``claims/vouching_arabic``: who vouches for an Arabic count. Judge it with each set left out.

usage: python -m tools.fitting.arabic_voices [--table] [--seen SET] SET...

SET is a folder with documents.jsonl and claims.jsonl; of a set that the rules were made on (``--seen``) it is not
learnt how far those may be trusted. Prints for each set how many counts have the right speaker before and with a table
fitted on the other sets, and how many it put right and wrong; with --table, then the table fitted on all.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harmtrace import intake
from harmtrace.claims import read, vouching_arabic
from harmtrace.claims.vouching_weights_arabic import MARGIN
from harmtrace.claims.weighing import weighed
from harmtrace.intake import gazetteers
from harmtrace.intake.given import Given
from harmtrace.records.claim import Casualty
from tools.fitting import logit
from tools.fitting.right import right

_RIDGE, _FEWEST, _LEAST = 1.5, 10, 0.1
_Found = list[vouching_arabic.Option]


@dataclass
class Case:
    """A count: who may vouch for it, who was taken, who is right."""

    found: _Found
    taken: str | None
    gold: str | None


def cases(folder: Path) -> list[Case]:
    """Return the counts of a set that the rules find, each with who may vouch for it."""
    gold: dict[str, list[dict[str, Any]]] = {}
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        if claim["kind"] == "casualty":
            gold.setdefault(claim["document"], []).append(claim)
    out: list[Case] = []
    places = gazetteers.load([])[0]
    options, chosen, stands = vouching_arabic.options, vouching_arabic.chosen, vouching_arabic.stands
    for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        given = Given(language=told.get("language"), published=told.get("published"), source=told.get("source"))
        (document,), _ = intake.extract(told["text"].encode(), "text.txt", given=given)
        asked: list[tuple[vouching_arabic.Asked, _Found]] = []

        def kept(text: str, one: vouching_arabic.Asked, *rest: Any, _to: Any = asked, **more: Any) -> _Found:
            found = options(text, one, *rest, **more)
            _to.append((one, found))
            return found

        vars(vouching_arabic).update(options=kept, chosen=lambda *_: None, stands=lambda *_: False)
        try:
            claims = [c for c in read(document, gazetteer=places, on=None).claims if isinstance(c, Casualty)]
        finally:
            vars(vouching_arabic).update(options=options, chosen=chosen, stands=stands)
        for one, found in asked:
            claim = next((c for c in claims if (c.start, c.end) == (one.start, one.end)), None)
            same = [
                g
                for g in gold.get(told["id"], ())
                if claim is not None
                and g["start"] < one.end
                and one.start < g["end"]
                and (g["low"], g["high"]) == (claim.count.low, claim.count.high)
            ]
            if same:
                out.append(Case(found, one.speaker, same[0]["speaker"]))
    return out


def choice(case: Case, *, seen: bool) -> logit.Choice:
    """Return a count as one question; of a seen set without the rows that say who was taken."""
    return logit.Choice(
        options=[[row for row in one.rows if not (seen and row.startswith("taken: "))] for one in case.found],
        right=[right(one.name, case.gold) for one in case.found],
        trusted=[False] * len(case.found),
    )


def answer(case: Case, table: dict[str, float]) -> str | None:
    """Return the speaker that a table gives a count; whom a frame names stays."""
    if case.taken is not None and any("taken: framed" in one.rows for one in case.found):
        return case.taken
    kept = most = -99.0
    best: str | None = None
    for one in case.found:
        score, name = weighed(one.rows, table), one.name
        if name == case.taken or (
            name is not None and case.taken is not None and vouching_arabic.same(name, case.taken)
        ):
            kept = max(kept, score)
        elif score > most and name is not None:
            best, most = name, score
    return best if most > kept + MARGIN else case.taken


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--seen", action="append", type=Path, default=[])
    given = parser.parse_args()
    sets = {folder.name: cases(folder) for folder in given.sets}
    always = [choice(case, seen=True) for folder in given.seen for case in cases(folder)]

    def fit(names: Sequence[str]) -> dict[str, float]:
        asked = [choice(case, seen=False) for name in names for case in sets[name]]
        return logit.fitted([*asked, *always], ridge=_RIDGE, fewest=_FEWEST, least=_LEAST)

    for left_out, held in sets.items():
        table = fit([name for name in sets if name != left_out])
        before = [right(case.taken, case.gold) for case in held]
        after = [right(answer(case, table), case.gold) for case in held]
        moved = list(zip(before, after, strict=True))
        print(
            left_out,
            f"of {len(held)}, before {sum(before)}, after {sum(after)}:",
            f"{moved.count((False, True))} put right, {moved.count((True, False))} wrong",
        )
    if given.table:
        for row, weight in sorted(fit(list(sets)).items(), key=lambda pair: (-pair[1], pair[0])):
            print(f'    "{row}": {weight},')


if __name__ == "__main__":
    main()
