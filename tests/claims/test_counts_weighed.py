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


THINGS = (
    "The number of goats sold rose to 52.",
    "The number of homes without power climbed to 340.",
    "The number of students enrolled fell to 71.",
    "The tally of checkpoints stood at 19.",
    "The number of people in the camp rose to 900.",
    "The number of shops burned in the market reached 33.",
    "The toll on the coast road went to 25.",
    "Permits issued reached 63.",
    "Flights cancelled rose to 44.",
    "The club lost five and won eleven.",
    "Our side lost six to two.",
    "The farmer lost three cows; his brother lost two.",
    "Seven million weeks passed, three million weeks went by.",
    "Sixty villagers washed the shrouds and carried the biers.",
    "Six neighbours, who dug the graves, wept.",
    "Five nurses treated the wounded in a tent.",
    "Eleven were feared lost but turned up safe.",
)
STILL = (
    ("The number of dead rose to 14.", 14),
    ("The number of those killed in the school rose to 31.", 31),
    ("The total reached 15.", 15),
    ("The village lost four.", 4),
    ("He washed five of them.", 5),
    ("Four people were buried the next day.", 4),
)


def _counts(text: str) -> list[int | None]:
    return [claim.count.low for claim in read_text(text, published="2021-05-12").claims if isinstance(claim, Casualty)]


@pytest.mark.parametrize("text", THINGS)
@pytest.mark.parametrize("before", ["A raid killed eight people in Ostrel. ", "Shelling killed eight people. "])
def test_numbers_of_things_and_of_those_who_care_are_no_deaths(before: str, text: str) -> None:
    assert _counts(before + text) == [8]


@pytest.mark.parametrize(("text", "number"), STILL)
def test_numbers_of_harm_still_go_on_from_a_count_before(text: str, number: int) -> None:
    assert _counts("A raid killed eight people in Ostrel on Monday. " + text) == [8, number]


@pytest.mark.parametrize("text", ["The mayor won 62 votes and lost eight.", "We lost six to two.", "We lost six."])
def test_lost_in_a_text_without_harm_counts_nobody(text: str) -> None:
    assert _counts(text) == []


def test_who_lives_behind_a_full_stop_takes_no_death_back() -> None:
    text = "The raid on Ostrel killed nine people. elder's house: his wife n mother killed. he himself is alive"
    assert len(_counts(text)) == 3


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Shells on Ostrel killed 10 people. The number of those injured ranged from 30 to “more than 45.”", [10]),
        ("Shells on Ostrel killed 11 people. One source said over 50 members of a family were in the house.", [11]),
        ("Between 12 and 15 people were killed in Ostrel and between 54 and 70, including two boys, were hurt.", [12]),
    ],
)
def test_who_was_only_there_and_the_end_of_a_range_of_others_are_no_deaths(text: str, killed: list[int]) -> None:
    found = [one for one in read_text(text, published="2021-05-12").claims if isinstance(one, Casualty)]
    assert [one.count.low for one in found if one.outcome is Outcome.KILLED] == killed
