"""Totals followed by their own items, crews of a body that speaks, and words that only look like blame or admission."""

import pytest

from harmtrace.records.claim import Blame, Casualty, Position, Step
from tests.reading import read_text


def _steps(text: str) -> list[tuple[int | None, Step]]:
    claims = read_text(text, published=None).claims
    return [(c.count.low, c.step) for c in claims if isinstance(c, Casualty)]


@pytest.mark.parametrize(
    "text",
    [
        "We have named 19 people who died at the mill in Marl Bay on 3 May 2018: 17 civilians, and two of a militia.",
        "Ten people were killed in Marl Bay: four in the market and six on the road.",
        "قتل خمسة مدنيين قرب خليج مارل، سائق وأربعة عمال كانوا عائدين من عملهم.",
        "قتل ثلاثة من المتطوعين في خليج مارل، هم سائق ومسعفان.",
    ],
)
def test_items_that_follow_a_total_are_its_parts(text: str) -> None:
    (_, whole), *items = _steps(text)
    assert whole is Step.TOTAL
    assert items
    assert all(step is Step.PART for _, step in items)


def test_counts_that_do_not_add_up_to_the_one_before_stay_counts() -> None:
    text = "A raid killed nine people in Marl Bay, three men in Ostrel and four women in Ardenholm."
    assert all(step is not Step.PART for _, step in _steps(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ambulance guild said its crews had brought out seven bodies from a mill.", "The ambulance guild"),
        ("The river ministry said that its teams pulled four bodies out of a well.", "The river ministry"),
        ("Rescuers recovered 12 bodies from the rubble.", "Rescuers"),
    ],
)  # fmt: skip
def test_a_body_vouches_for_what_its_own_crews_found(text: str, speaker: str) -> None:
    assert [claim.speaker for claim in read_text(text, published=None).claims] == [speaker]


@pytest.mark.parametrize("inset", ["too", "in turn", "however", "meanwhile"])
def test_a_word_set_between_commas_is_no_speaker(inset: str) -> None:
    text = f"A shell killed four people in Marl Bay. The mayor came at once. She, {inset}, blamed the Ostrel Brigade."
    (blame,) = (claim for claim in read_text(text, published=None).claims if isinstance(claim, Blame))
    assert blame.speaker == "The mayor"


@pytest.mark.parametrize("time", ["the first week of October", "the second night of Ramadan", "the eve of the Feast"])
def test_a_time_is_blamed_for_nothing(time: str) -> None:
    text = f"It was {time}. A shell fell on a kitchen in Marl Bay and killed two cooks."
    assert not [claim for claim in read_text(text, published=None).claims if isinstance(claim, Blame)]


def test_who_bears_the_responsibility_by_somebody_s_words_has_accepted_nothing() -> None:
    text = (
        "A shell killed four people in Marl Bay, the Northern Army said. "
        "The so-called Council of Ostrel and its militias bear the responsibility."
    )
    assert not [claim for claim in read_text(text, published=None).claims if isinstance(claim, Position)]
