"""How firmly a count stands by the words beside it and the sentences behind; texts of our own."""

import pytest

from harmtrace.claims.doubting import RULE
from harmtrace.records.claim import Casualty
from tests.reading import read_text


def held(text: str) -> list[str]:
    """Return how firmly the counts of a text stand, in order."""
    return [c.modality for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]


@pytest.mark.parametrize(
    "text",
    [
        "Some pages wrote that nine people were killed in Orvel on Monday. This is a fabrication.",
        "The claim that nine people were killed in Orvel was assessed as not credible.",
        "Word that nine people had died in Orvel proved to be untrue.",
        "Talk in the market that nine people were killed in Orvel is pure invention.",
        "The indictment listed nine dead in Orvel. That count was withdrawn in May.",
        "The page had nine dead in Orvel. It has been taken off the website.",
        "Stop posting nine dead in Orvel!",
        "CORRECTION. In Tuesday's bulletin we gave nine as the number of people killed in Orvel.",
        "We wrote yesterday that a driver had been killed in Orvel; she is alive.",
        "Bulletin 12 put the dead of Orvel at nine. We apologise for the error.",
        "We reject as fiction the story that our shells killed nine people in Orvel.",
    ],
)
def test_a_count_that_is_taken_back_or_refuted_is_denied(text: str) -> None:
    assert held(text) == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "A porter told us of nine dead in Orvel; no doctor would confirm it.",
        "Nine people were killed in Orvel, a witness said. We have no way of checking.",
        "Nine people were killed in Orvel, a witness said. There is no second source for this.",
        "The governor's statement that nine people died in Orvel has not been verified.",
        "Nine dead in Orvel I heard",
        "A teacher believes that over nine people were killed in Orvel.",
    ],
)
def test_a_count_that_nobody_could_check_is_unconfirmed(text: str) -> None:
    assert held(text) == ["unconfirmed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five people were killed in Orvel, not eight people killed as first told.", ["asserted", "denied"]),
        (
            "Ten men were killed in Orvel. The paper also wrote of 35 wounded, a number that we could not check.",
            ["asserted", "unconfirmed"],
        ),
        (
            "The army said that nobody was killed in Orvel. It told us that the allegation was not credible.",
            ["asserted"],
        ),
        ("Nine people were killed in Orvel. This is the third raid in a week.", ["asserted"]),
        ("We counted nine dead in Orvel. The ministry did not confirm the raid.", ["asserted"]),
    ],
)
def test_what_is_said_of_something_else_leaves_a_count_as_it_is(text: str, expected: list[str]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The claim of ownership was dismissed by the court.",
        "The report of a tank factory in the hills was untrue.",
        "Its appeal to the council was rejected.",
        "The account by the police was false.",
        "The rumour about a harvest tax is fiction.",
        "That bridge was removed.",
        "This article was shortened; an older caption was withdrawn.",
        "The story was dismissed by the governor, but burial lists support it.",
        "The names of the victims could not be verified.",
        "The motive has not been confirmed.",
        "The governor's denial could not be checked.",
        "The number of guards among them has not been verified.",
        "No arrests have been confirmed.",
    ],
)
def test_what_is_refuted_or_unchecked_behind_a_count_must_be_the_count(text: str) -> None:
    assert held(f"A shell killed nine people in Orvel on Monday. {text}") == ["asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "A shell killed nine people in Orvel; their identities have not been verified.",
        "A shell killed nine people in Orvel, whose ages have not been confirmed.",
        "A shell killed nine people in Orvel, but who fired it could not be verified.",
        "A shell killed nine people in Orvel after a plea for quiet was rejected.",
    ],
)
def test_what_is_refuted_or_unchecked_in_its_sentence_must_be_the_count(text: str) -> None:
    assert held(text) == ["asserted"]


def test_a_count_that_was_verified_stays_beside_one_that_could_not_be() -> None:
    text = "The UN verified that 12 people were killed in Orvel on Monday and could not verify 20 more deaths."
    assert held(text) == ["asserted", "unconfirmed"]


def test_a_figure_that_another_was_corrected_from_is_the_old_one() -> None:
    assert held("A shell killed nine people in Orvel. The figure was corrected from 11.") == ["asserted", "denied"]


@pytest.mark.parametrize("text", ["The report of the killings was false.", "The whole figure was later withdrawn."])
def test_a_word_for_the_count_takes_it_back(text: str) -> None:
    assert held(f"A shell killed nine people in Orvel. {text}") == ["denied"]


def test_a_claim_so_doubted_carries_the_rule() -> None:
    text = "Word that nine people had died in Orvel proved to be untrue."
    (claim,) = (c for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty))
    assert RULE in claim.rules
