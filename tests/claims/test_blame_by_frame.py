"""Who lays blame at whose door, each class put in several ways; texts of our own."""

import pytest

from harmtrace.records.claim import Blame, Position
from tests.reading import read_text

TOLD = "Nine people were killed in Ostrel on Friday. "


@pytest.mark.parametrize(
    ("text", "blamed", "speaker"),
    [
        ("We accuse the army of the killing.", "army", None),
        ('"We accuse the army," said Maren Rowe.', "army", "Maren Rowe"),
        ("The families accuse the army.", "army", "families"),
        ("The family holds the Halvin army responsible and has asked for an apology.", "Halvin army", "family"),
        ("The council points to the army.", "army", "council"),
        ("The council lays the deaths at the army's door.", "army", "council"),
        ("The force recalls that al-Tarn bears the blame for most deaths.", "al-Tarn", "force"),
        ("Villagers say government troops set the houses on fire.", "government troops", "Villagers"),
        ("Halvin says that Tarnish sappers blew up the dam from the inside.", "sappers", "Halvin"),
        ("The army says the rebels did it.", "rebels", "army"),
        ("The mayor denied the charge and said the militia had shelled the town.", "militia", "mayor"),
        ("Traders said the rockets had come from the army's positions.", "army", "Traders"),
        ("The ministry spoke of a crime by the rebels.", "rebels", "ministry"),
        ("The attack bears the army's signature, the council said.", "army", "council"),
    ],
)
def test_blame_is_laid(text: str, blamed: str, speaker: str | None) -> None:
    (claim,) = [one for one in read_text(TOLD + text, published="2021-05-04").claims if isinstance(one, Blame)]
    assert claim.blamed is not None
    assert blamed in claim.blamed
    assert (claim.speaker is None) if speaker is None else (speaker in (claim.speaker or ""))


@pytest.mark.parametrize(
    "text",
    [
        "The council did not want to accuse the army.",
        "The mayor blamed poor brakes.",
        "The road points to the mill.",
        "We deny that our forces fired rockets at the market.",
        "The ministry rejects claims that army gunners shelled the market.",
        "Traders said the rockets had come from the direction of the capital.",
        "The council accused the army of lying.",
    ],
)
def test_no_blame_is_laid(text: str) -> None:
    assert not [
        one for one in read_text(TOLD + text, published="2021-05-04").claims if isinstance(one, Blame) and one.blamed
    ]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The regional prosecutor has opened a case.", ["investigation_opened"]),
        ('"The third shell was ours," said Raja Tarn, a farmer on the near side.', []),
        ('"The third shell was ours," said General Raja Tarn.', ["responsibility_accepted"]),
    ],
)
def test_who_answers_states_a_position(text: str, stated: list[str]) -> None:
    claims = read_text(TOLD + text, published="2021-05-04").claims
    assert [one.position.value for one in claims if isinstance(one, Position)] == stated
