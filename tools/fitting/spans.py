"""Fit the table ``claims/span_weights.py``: whether a count is of one event or of a time.

``python -m tools.fitting.spans SET ... [--known SET ...]``; a SET is a folder with ``documents.jsonl`` and
``claims.jsonl``, as the gold sets have them. ``--known`` are sets that the rules were made on: they weigh half. Prints
for each set how many spans are wrong by the rules and by a table fitted on all the others, then the table of all.
"""

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from harmtrace import pipeline
from harmtrace.claims import span_weights, spans
from harmtrace.intake.sandbox import Sandbox
from harmtrace.language.grammar import SentenceMentions
from harmtrace.records.claim import Reading, Scope
from harmtrace.reports import shapes
from tests.fields import Fields
from tests.scoring import answers
from tools.fitting.logistic import Asked, fitted

_LEAST_SEEN = 4
_LEAST = 0.1  # weights under this are left out
_KNOWN = 0.5


@dataclass(slots=True)
class Row:
    """One count that answers a gold claim: its rows, what the reader made of it, and what is right."""

    of: str
    rows: list[str]
    ruled: Scope
    right: Scope
    share: float


def collect(folder: Path, share: float) -> list[Row]:
    """Return the counts of a set that answer a gold claim, as the reader reads it now."""
    gold: dict[str, list[Fields]] = {}
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        if line.strip() and (claim := json.loads(line))["kind"] == "casualty":
            gold.setdefault(claim["document"], []).append(claim)
    out: list[Row] = []
    noted: dict[tuple[int, int], tuple[list[str], Scope]] = {}
    whole = spans.rows

    def note(count: spans.Counted, m: SentenceMentions, told: spans.Told) -> list[str]:
        found = whole(count, m, told)
        noted[count.mention.start, count.mention.end] = found, count.ruled
        return found

    spans.rows = note
    try:
        with Sandbox() as sandbox:
            for item in pipeline.claims(
                (folder / "documents.jsonl",), gazetteer=(), on=None, engines=None, config=None, sandbox=sandbox
            ):
                if isinstance(item, Reading):
                    claims: list[Fields] = [json.loads(json.dumps(shapes.claim(one))) for one in item.claims]
                    for found, right in answers(
                        [claim for claim in claims if claim["kind"] == "casualty"], gold.get(item.document, [])
                    ).pairs:
                        known = noted.get((int(str(found["start"])), int(str(found["end"]))))
                        if known is not None:
                            out.append(
                                Row(
                                    folder.name, known[0], Scope(str(found["scope"])), Scope(str(right["scope"])), share
                                )
                            )
                noted.clear()
    finally:
        spans.rows = whole
    return out


def fit(found: list[Row], strength: float) -> tuple[float, dict[str, float]]:
    """Return the bias and the weights that logistic regression gives."""
    seen = Counter(name for row in found for name in row.rows)
    names = [name for name, times in seen.items() if times >= _LEAST_SEEN]
    asked = [Asked(rows=row.rows, right=row.right is Scope.PERIOD, share=row.share) for row in found]
    return fitted(asked, names, ridge=strength, least=_LEAST)


def use(bias: float, weights: dict[str, float]) -> None:
    """Let the reader weigh by another table."""
    spans.BIAS = bias  # type: ignore[attr-defined]
    spans.WEIGHTS = weights  # type: ignore[attr-defined]


def main() -> None:
    """Fit, cross-validate by set, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--known", nargs="*", type=Path, default=[])
    parser.add_argument("--strength", type=float, default=2.5, help="how strongly weights are drawn to nought")
    given = parser.parse_args()
    use(0.0, {"ruled a time": 1.0, "ruled an event": -1.0})
    found = {folder: collect(folder, 1.0) for folder in given.sets} | {
        folder: collect(folder, _KNOWN) for folder in given.known
    }
    whole = fit([row for rows in found.values() for row in rows], given.strength)
    for folder, rows in found.items():
        bias, weights = fit(
            [row for other, others in found.items() if other != folder for row in others], given.strength
        )
        use(bias, weights)
        left_out = collect(folder, 1.0)
        ruled, others = (sum(row.ruled is not row.right for row in each) for each in (rows, left_out))
        print(f"{folder.name:10} {len(rows)} counts: {ruled} wrong by the rules, {others} by the others' table")
    use(span_weights.BIAS, span_weights.WEIGHTS)
    print(f"BIAS: Final = {whole[0]}")
    for name, weight in sorted(whole[1].items(), key=lambda item: (-item[1], item[0])):
        print(f'    "{name}": {weight},')


if __name__ == "__main__":
    main()
