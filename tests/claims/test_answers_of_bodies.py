"""Answers to allegations in the words of a body's own lists, and whose answer it is that a person gives."""

import pytest

from harmtrace.records.claim import Blame, Casualty, Position, Stated
from tests.reading import read_text

NONE_THERE = "After a review it was assessed that no {} strikes were conducted that fit the report of four deaths."


@pytest.mark.parametrize("whose", ["coalition", "Alliance", "government", "Lowland army"])
def test_no_strike_assessed_is_a_finding_and_not_a_review(whose: str) -> None:
    (found,) = [
        c for c in read_text(NONE_THERE.format(whose), published="2021-06-05").claims if isinstance(c, Position)
    ]
    assert found.position is Stated.NON_CREDIBLE
    assert found.speaker is None


def test_a_heading_of_a_list_is_no_finding_and_its_target_is_not_blamed() -> None:
    text = (
        "Credible report\n\n1. 3 June 2021, near Ostrel. During a strike on a suspected enemy vehicle it was "
        "assessed that two civilians were unintentionally killed.\n\n"
        "Non-credible reports\n\n2. 4 June 2021, Ostrel. It was assessed that "
        "there is insufficient evidence that civilians were harmed."
    )
    claims = read_text(text, published="2021-07-02").claims
    assert [c.position for c in claims if isinstance(c, Position)] == [Stated.NON_CREDIBLE]
    assert not [c for c in claims if isinstance(c, Blame)]
    assert [c.count.low for c in claims if isinstance(c, Casualty)] == [2]


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("“We deny any strike,” Colonel Bastian Rool, a spokesman for the Silver Alliance, said.", "Silver Alliance"),
        ("The Lowland army bombed it, they say. An army spokesman in Ostrel denied responsibility.", "Lowland army"),
        ("“We deny any strike,” said Major Ilse Verran, spokeswoman of the Lowland Command.", "Lowland Command"),
    ],
)
def test_who_speaks_for_a_body_gives_the_position_of_the_body(said: str, body: str) -> None:
    claims = read_text(f"Nine people were killed in Tollen on Friday. {said}", published="2021-06-05").claims
    assert [c.body for c in claims if isinstance(c, Position)] == [body]
