"""Whom a bare count means by the words round it, and answers of bodies by whole classes of words; texts of our own."""

import pytest

from harmtrace.records.claim import Casualty, Position
from tests.reading import read_text


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A shell hit Orvel on Friday. None of our fighters was harmed.", "combatant"),
        ("There were no injuries among our forces in Friday's raid on Orvel.", "combatant"),
        ("Eleven members of the Orvel gangs were killed in a raid.", "combatant"),
        ("Rebels hid in the school and three of them died.", "combatant"),
        ("Soldiers opened fire on villagers and killed three of them.", "civilian"),
        ("A shell hit a house and four of them died.", "unspecified"),
        ("Two youths were shot dead by soldiers on the bridge.", "unspecified"),
    ],
)
def test_a_bare_count_is_of_those_it_is_told_of(text: str, who: str) -> None:
    found = [c.who for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]
    assert found == [who]


@pytest.mark.parametrize(
    ("answer", "stated"),
    [
        ("The army denied that any of its soldiers had fired at villagers.", "responsibility_denied"),
        ("The army denies that its men had anything to do with the graves.", "responsibility_denied"),
        ("The ministry called it a tribal quarrel in which it had no hand.", "responsibility_denied"),
        ("The army said no flights took place over the town that night.", "responsibility_denied"),
        ("State television acknowledged that the navy had fired on a landing.", "strike_acknowledged"),
        ("The army conceded that its shell had gone astray.", "responsibility_accepted"),
        ("The coalition regrets the deaths of civilians in its strike.", "responsibility_accepted"),
        ("The coalition said the allegation could not be substantiated.", "non_credible"),
        ("The review found that the report was not supported by the evidence.", "non_credible"),
        ("A spokeswoman said she was not familiar with the incident.", "not_aware"),
        ("The army said it had received no such report.", "not_aware"),
    ],
)
def test_a_body_answers(answer: str, stated: str) -> None:
    text = f"Two people were killed when a shell hit a house in Orvel on Friday, residents said. {answer}"
    found = [c.position for c in read_text(text, published="2021-06-09").claims if isinstance(c, Position)]
    assert found == [stated]
