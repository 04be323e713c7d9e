"""Whether a count is of one event or of a time, weighed by the table of ``spans``; texts of our own."""

import pytest

from harmtrace.claims.spans import weigh
from harmtrace.language.english.spans import signs
from harmtrace.records.claim import Casualty, Scope
from tests.reading import read_text


def scopes(text: str) -> list[Scope]:
    """Return what the counts of a text are of, in order."""
    return [c.scope for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("Since May 17 people have been killed.", {"since before", "have been, within"}),
        ("A strike on the market killed 9.", {"a BLOW before", "the SITE before"}),
        ("This week the toll across the province rose to 30.", {"this SPAN before", "FIGURE before", "across before"}),
    ],
)
def test_the_words_of_a_clause_are_its_rows(words: str, rows: set[str]) -> None:
    at = next(k for k, letter in enumerate(words) if letter.isdigit())
    start, end = (at, len(words)) if "people" in words else (at, at + 2)
    assert rows <= set(signs(words, at, start, end, 0, len(words)))


def test_what_the_rules_take_for_a_time_is_not_lightly_an_event() -> None:
    assert weigh(["no date at all"], Scope.EVENT) is Scope.EVENT
    assert weigh(["ruled a time", "SPAN before", "hundreds"], Scope.PERIOD) is Scope.PERIOD


def test_losses_of_a_side_behind_a_total_are_of_its_time() -> None:
    text = (
        "Some 230 people have been killed since the offensive began on Saturday, the Kessary Monitor said. "
        "The army gave its own losses in the campaign as 31 killed and 90 wounded."
    )
    assert scopes(text) == [Scope.PERIOD, Scope.PERIOD, Scope.PERIOD]


def test_a_blow_of_a_day_stays_one_event() -> None:
    assert scopes("A rocket struck a bus station in Ostrel on Monday, killing seven people and wounding 16.") == [
        Scope.EVENT,
        Scope.EVENT,
    ]
