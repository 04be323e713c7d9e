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


def test_a_claim_so_doubted_carries_the_rule() -> None:
    text = "Word that nine people had died in Orvel proved to be untrue."
    (claim,) = (c for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty))
    assert RULE in claim.rules
