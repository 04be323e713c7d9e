"""The measure of reading: gold sets are found, baselines answer, tables and pictures hold the figures."""

import json
from pathlib import Path

import pytest

from benchmarks.quality import gold, plain
from benchmarks.quality.measuring import measure
from benchmarks.quality.page import between, picture, tables
from benchmarks.real.stages import document
from tests.reading import gazetteer
from tests.scoring import shares

TEXT = "At least nine people were killed in Ostrel on 3 May 2021, residents said. Two more were wounded."
CLAIM = {
    "document": "a", "start": 0, "end": 32, "quote": TEXT[:32], "kind": "casualty", "outcome": "killed",
    "who": "unspecified", "low": 9, "high": None, "vague": None, "approx": False, "scope": "event",
    "modality": "asserted", "speaker": "residents", "when": "2021-05-03", "where": "Ostrel", "groups": {},
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a set with its texts beside the claims, and one whose texts lie as files elsewhere."""
    for name in ("one", "two", "no-claims"):
        (tmp_path / "gold" / name).mkdir(parents=True)
    row = {"id": "a", "text": TEXT, "language": "en", "published": "2021-05-04", "source": "Harrow Wire"}
    (tmp_path / "gold" / "one" / "documents.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "gold" / "one" / "claims.jsonl").write_text(json.dumps(CLAIM) + "\n", encoding="utf-8")
    (tmp_path / "gold" / "two" / "claims.jsonl").write_text(
        json.dumps({**CLAIM, "document": "a.txt"}) + "\n", encoding="utf-8"
    )
    (tmp_path / "documents" / "two").mkdir(parents=True)
    (tmp_path / "documents" / "two" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "gold"


def test_sets_are_found_with_their_texts_beside_them_or_elsewhere(folder: Path) -> None:
    one, two = gold.sets(folder)
    assert (one.name, two.name) == ("one", "two")
    assert [len(text.claims) for each in (one, two) for text in each.texts] == [1, 1]


def test_the_rules_and_a_regular_expression_are_scored_alike(folder: Path) -> None:
    found = measure(list(gold.sets(folder))[:1], gazetteer(), (), peers=False)
    rules, regex = found.rows
    assert (rules.reader, rules.figures["casualty_recall"], rules.figures["linked_f1"]) == ("rules", 1.0, 0.6667)
    assert (regex.reader, regex.figures["casualty_recall"]) == ("plain regex", 0.0)
    assert [(one.question, one.right, one.asked) for one in found.singles] == [
        ("time of the harm", 1, 1),
        ("the number in the claim's words", 1, 1),
    ]
    assert "| one | en | rules | 1 | 0.500 | 1.000 | 0.667 |" in tables(found)
    assert picture(found).count("<rect") == 1 + 3 + 6


def test_the_own_corpus_is_a_set_too() -> None:
    assert len(gold.own().texts) >= 60


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine people were killed.", [("killed", 9)]),
        ("The raid killed 12 civilians and wounded 1,200.", [("killed", 12), ("injured", 1200)]),
        ("مقتل 5 مدنيين", [("killed", 5)]),
        ("It rained for 3 days.", []),
    ],
)
def test_a_plain_regular_expression_finds_numbers_near_words_of_harm(text: str, found: list[tuple[str, int]]) -> None:
    claims = plain.regex(document("a", text, language="en"))
    assert [(one["outcome"], one["low"]) for one in claims] == found


def test_the_day_nearest_to_the_words_is_taken() -> None:
    days = [(0, "2021-05-03"), (90, "2021-06-01")]
    assert plain.day_near(days, 10, 20) == "2021-05-03"
    assert plain.day_near([], 10, 20) is None


def test_what_stands_between_the_marks_is_replaced_and_nothing_else() -> None:
    page = "a\n<!-- own -->\nold\n<!-- /own -->\nb"
    assert between(page, "own", "new") == "a\n<!-- own -->\n\nnew\n<!-- /own -->\nb"
    with pytest.raises(ValueError, match="expected the marks"):
        between(page, "gold", "new")


def test_each_field_is_counted_where_it_is_known() -> None:
    mine = {"outcome": "killed", "who": "civilian", "when": None}
    undated = {"outcome": "killed", "who": "unspecified", "when": None}
    found = shares([(mine, undated)])  # type: ignore[list-item]
    assert (found["outcome"], found["who"], found["when"]) == ((1, 1), (0, 1), (0, 0))
