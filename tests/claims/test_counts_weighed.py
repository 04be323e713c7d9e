"""Counts of harm that no rule takes and the table of ``weighed`` does, and those that it leaves: invented texts."""

import pytest

from harmtrace.language.english.harms.weights import BIAS, WEIGHTS
from harmtrace.records.claim import Casualty, Outcome
from tests.reading import read_text

TAKEN = (
    ("Gunmen slit the throats of five herders near Ostrel on Sunday.", Outcome.KILLED, 5),
    ("A barrel bomb fell on Ostrel. The army conceded the loss of 14 soldiers.", Outcome.KILLED, 14),
    ("The raid on Ostrel killed nine people. The clinic is treating 31 people for burns.", Outcome.INJURED, 31),
    ("Shelling killed six people in Ostrel. Three of these were moved to Halvin with burns.", Outcome.INJURED, 3),
    ("The raid on Ostrel killed nine people. The elder washed five of them with his own hands.", Outcome.KILLED, 5),
)
LEFT = (
    "The raid killed nine people in Ostrel. The committee has 14 members now.",
    "A sniper killed nine people. A teacher, Omar Venn, spoke of the noise.",
    "Nine people were killed in the raid on Ostrel. Twelve others were rescued and four arrested.",
    "The raid killed nine people in district 4.",
    "The raid killed nine people in Ostrel. Two women whom the clerk had counted as dead are at home.",
)


@pytest.mark.parametrize(("text", "outcome", "number"), TAKEN)
def test_a_count_is_taken_where_its_signs_outweigh_the_rest(text: str, outcome: Outcome, number: int) -> None:
    claims = [claim for claim in read_text(text, published="2021-05-12").claims if isinstance(claim, Casualty)]
    assert (outcome, number) in [(claim.outcome, claim.count.low) for claim in claims]


@pytest.mark.parametrize("text", LEFT)
def test_a_number_of_something_else_is_left(text: str) -> None:
    claims = [claim for claim in read_text(text, published="2021-05-12").claims if isinstance(claim, Casualty)]
    assert [claim.count.low for claim in claims] == [9]


def test_the_table_holds_no_row_that_weighs_nothing() -> None:
    assert abs(BIAS) < 10
    assert all(abs(weight) >= 0.2 for weight in WEIGHTS.values())
