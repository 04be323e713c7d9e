"""Quality floors on the project's own corpus, which refuse to lower themselves.

``make gate`` prints the figures; see ``tests/gate/README.md`` for the rules.
"""

import argparse
import json
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from tests import corpus
from tests.fields import Fields
from tests.reading import flat, read_text
from tests.scoring import Answers, answers, figures

FLOORS = {"en": Path(__file__).parent / "gate" / "floors.json", "ar": Path(__file__).parent / "gate" / "floors_ar.json"}
LEAST = {"en": 60, "ar": 40}
each_language = pytest.mark.parametrize("language", sorted(FLOORS))
ROOT = Path(__file__).parent.parent
HELD = ("casualty_precision", "casualty_recall", "casualty_f1", "whole_f1", "linked_f1", "position_f1", "blame_f1")
SLACK = 0.02


@each_language
def test_the_floors_were_measured_on_this_corpus(language: str) -> None:
    assert _stated(language)["corpus_sha256"] == corpus.fingerprint(language), (
        "the corpus changed: python -m tests.gate --restate WHY"
    )


@each_language
def test_no_figure_lies_below_its_floor(language: str) -> None:
    found = measured(language)
    below = {name: (found[name], floor) for name, floor in _floors(_stated(language)).items() if found[name] < floor}
    assert not below


@each_language
def test_no_floor_was_lowered_on_this_corpus(language: str) -> None:
    now = _floors(_stated(language))
    for then in _history(language):
        if then["corpus_sha256"] == corpus.fingerprint(language):
            lowered = {name: floor for name, floor in _floors(then).items() if now.get(name, 0.0) < floor}
            assert not lowered


@each_language
def test_every_gold_claim_quotes_its_text(language: str) -> None:
    texts = corpus.load(language)
    assert len(texts) >= LEAST[language]
    for text in texts:
        for claim in text.claims:
            start, end = claim["start"], claim["end"]
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert text.text[start:end] == claim["quote"]


@each_language
def test_a_perfect_reader_scores_one(language: str) -> None:
    gold = [[claim for claim in text.claims if claim["kind"] == "casualty"] for text in corpus.load(language)]
    perfect = [answers(claims, claims) for claims in gold]
    assert set(figures("casualty", perfect).values()) == {1.0}


@cache
def compared(language: str) -> Mapping[str, tuple[Answers, ...]]:
    """Return kind -> how the reader's claims answer the gold ones, a member for each text."""
    by_kind: dict[str, list[Answers]] = {kind: [] for kind in ("casualty", "position", "blame", "exposure")}
    for text in corpus.load(language):
        reading = read_text(text.text, published=text.published, source=text.source, language=language)
        found: list[Fields] = [flat(claim) | {"document": text.id} for claim in reading.claims]
        for kind, kept in by_kind.items():
            kept.append(answers([f for f in found if f["kind"] == kind], [g for g in text.claims if g["kind"] == kind]))
    return {kind: tuple(kept) for kind, kept in by_kind.items()}


def measured(language: str) -> dict[str, float]:
    """Return every figure by name."""
    return {name: value for kind, parts in compared(language).items() for name, value in figures(kind, parts).items()}


def _stated(language: str) -> dict[str, object]:
    stated: dict[str, object] = json.loads(FLOORS[language].read_text(encoding="utf-8"))
    return stated


def _floors(stated: Mapping[str, object]) -> dict[str, float]:
    floors = stated["floors"]
    if not isinstance(floors, dict):
        raise TypeError("floors.json holds no floors")
    return {str(name): float(value) for name, value in floors.items()}


def _history(language: str) -> list[dict[str, object]]:
    """Return floors.json of every commit that git can show, none where there is no git history."""
    name = FLOORS[language].relative_to(ROOT).as_posix()
    if not (ROOT / ".git").exists():
        return []
    commits = _git("log", "--format=%H", "--diff-filter=AM", "--", name).split()
    return [json.loads(_git("show", f"{commit}:{name}")) for commit in commits]


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def _restate(language: str, why: str) -> None:
    found = measured(language)
    floors = {name: round(max(0.0, found[name] - SLACK), 3) for name in HELD}
    if FLOORS[language].exists() and (stated := _stated(language))["corpus_sha256"] == corpus.fingerprint(language):
        floors = {name: max(floor, _floors(stated).get(name, 0.0)) for name, floor in floors.items()}
    state = {"corpus_sha256": corpus.fingerprint(language), "why": why, "floors": floors}
    FLOORS[language].write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")


def _write(language: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    texts = corpus.load(language)
    documents = [
        {"id": t.id, "text": t.text, "language": language, "published": t.published, "source": t.source} for t in texts
    ]
    for name, lines in (("documents", documents), ("claims", [claim for t in texts for claim in t.claims])):
        body = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(body, encoding="utf-8")


def _print(language: str, *, show: bool) -> None:
    floors = _floors(_stated(language)) if FLOORS[language].exists() else {}
    for name, value in measured(language).items():
        floor = f"floor {floors[name]:.3f}" if name in floors else ""
        print(f"{name:22} {value:.4f}  {floor}")
    for kind, parts in compared(language).items() if show else ():
        for part in parts:
            for word, claims in (("missed", part.missed), ("invented", part.invented)):
                for claim in claims:
                    bounds = f"{claim.get('outcome', '')} {claim.get('low')} to {claim.get('high')}"
                    print(f"{word:8} {kind} {claim['document']} [{bounds}] {claim['quote']!r}")


def main() -> None:
    """Print, show, restate or write out, as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list what was missed and what was invented")
    parser.add_argument("--language", choices=sorted(FLOORS), help="one language alone")
    parser.add_argument("--restate", metavar="WHY", help="state the floors anew (of the language named)")
    parser.add_argument("--write", metavar="FOLDER", type=Path, help="write the corpus out (of the language named)")
    arguments = parser.parse_args()
    for language in [arguments.language] if arguments.language else sorted(FLOORS, reverse=True):
        if arguments.write is not None:
            _write(language, arguments.write / language)
            continue
        if arguments.restate is not None:
            _restate(language, arguments.restate)
        print(f"-- {language}")
        _print(language, show=arguments.show)


if __name__ == "__main__":
    main()
