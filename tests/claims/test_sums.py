"""Sums within a text: parts of a named whole, lists against their total, figures told anew. Invented texts."""

import pytest

from harmtrace.records.claim import Casualty, Outcome, Reading, Step
from tests.reading import read_text


def _read(text: str) -> Reading:
    language = "ar" if any("\u0620" <= letter <= "\u064a" for letter in text) else "en"
    return read_text(text, published="2021-05-12", language=language)


def _killed(text: str) -> list[tuple[int | None, Step, str]]:
    claims = [c for c in _read(text).claims if isinstance(c, Casualty) and c.outcome is Outcome.KILLED]
    return [(c.count.low, c.step, c.modality.value) for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in the raid on Ostrel. Of the nine, two died in hospital.",
        "Nine people were killed in the raid on Ostrel. Of those nine villagers, two died in hospital.",
        "Nine people were killed and six wounded in the raid on Ostrel. Of the six wounded, two have since died.",
        "قتل تسعة أشخاص في غارة على أوسترل. ومن بين التسعة توفي اثنان في المستشفى.",
        "قتل تسعة أشخاص في غارة على أوسترل وأصيب ستة. وتوفي اثنان من الجرحى لاحقاً.",
    ],
)
def test_some_of_a_whole_that_was_counted_are_a_part_of_it(text: str) -> None:
    assert [(low, step) for low, step, _ in _killed(text)] == [(9, Step.TOTAL), (2, Step.PART)]


@pytest.mark.parametrize(
    "told",
    [
        "bringing the dead to 18",
        "raising the dead from 16 to 18",
        "bringing to 18 the number of those killed",
        "pushing the toll to 18",
        "which takes the number of dead to 18",
    ],
)
def test_a_count_that_others_bring_to_a_number_is_the_whole(told: str) -> None:
    counts = _killed(f"Two more people died on Monday in Ostrel, {told}.")
    assert (18, "asserted") in [(low, modality) for low, _, modality in counts]


@pytest.mark.parametrize(
    "told",
    [
        "It later corrected itself to 8.",
        "It has since revised that down to 8.",
        "On Tuesday it lowered that to 8.",
        "It later corrected the figure to 8.",
    ],
)
def test_who_goes_down_to_a_lower_figure_takes_the_first_one_back(told: str) -> None:
    text = f"The ministry said 12 people were killed in Ostrel. {told}"
    assert [(low, modality) for low, _, modality in _killed(text)] == [(12, "denied"), (8, "asserted")]
    assert {c.speaker for c in _read(text).claims} == {"The ministry"}


def test_a_figure_lowered_in_one_breath_is_taken_back_too() -> None:
    counts = _killed("The ministry first spoke of 12 dead in Ostrel and then revised the figure down to 8.")
    assert [(low, modality) for low, _, modality in counts] == [(12, "denied"), (8, "asserted")]


def test_another_voice_that_names_a_lower_figure_takes_nothing_back() -> None:
    text = "Villagers said 12 people were killed in Ostrel. The ministry, which had said 15, corrected itself to 8."
    assert (12, "asserted") in [(low, modality) for low, _, modality in _killed(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The strike on Ostrel killed 10 people, including 14 children.",
        "Twelve people died in Ostrel, among them 9 women and 7 children.",
        "قتل 10 أشخاص في أوسترل بينهم 14 طفلاً.",
    ],
)
def test_a_breakdown_that_exceeds_its_total_is_dropped_and_said(text: str) -> None:
    reading = _read(text)
    assert [c.groups for c in reading.claims if isinstance(c, Casualty)] == [()]
    assert [one.code for one in reading.issues] == ["parts-exceed-total"]


def test_a_part_larger_than_its_whole_is_a_count_of_its_own() -> None:
    reading = _read("Five people were killed in Ostrel. Six of them were women.")
    assert [(c.count.low, c.part_of) for c in reading.claims if isinstance(c, Casualty)] == [(5, None), (6, None)]
    assert [one.code for one in reading.issues] == ["parts-exceed-total"]


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("The strike on Ostrel killed 5 people: four men, three women and two children.", ["parts-exceed-total"]),
        ("Three people were killed in Ostrel: Ali Osh, Irsa Dolm, Omar Pree and Nadir Dost.", ["parts-exceed-total"]),
        ("Four people were killed in Ostrel: Ali Osh, Irsa Dolm, Omar Pree and Nadir Dost.", []),
        ("The strike on Ostrel killed 9 people: four men, three women and two children.", []),
    ],
)
def test_a_list_longer_than_its_total_leaves_the_total_and_is_said(text: str, issues: list[str]) -> None:
    reading = _read(text)
    assert [one.code for one in reading.issues] == issues


@pytest.mark.parametrize(
    "text",
    [
        "The toll of the strike on Ostrel rose to 18 after two more people died. Of the 18, five were children.",
        "Two more people died, bringing the toll of the strike on Ostrel to 18. Five of the 18 were children.",
    ],
)
def test_those_whose_death_made_the_new_total_are_in_it(text: str) -> None:
    killed = {c.count.low: c for c in _read(text).claims if isinstance(c, Casualty)}
    assert killed[2].part_of == killed[18].id
    assert killed[5].part_of == killed[18].id
    assert killed[18].part_of is None


def test_more_dead_than_the_new_total_add_to_it() -> None:
    text = "The toll of the strike on Ostrel rose to 18 on Sunday, and two more people died on Monday."
    killed = {c.count.low: c for c in _read(text).claims if isinstance(c, Casualty)}
    assert (killed[2].step, killed[2].part_of) == (Step.INCREMENT, None)
