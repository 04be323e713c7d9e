"""Who vouches for a count, found among all who could; texts of our own."""

import pytest

from harmtrace.language.english.grammar import English


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kessary Ministry of Defence gave another account.", "The Kessary Ministry of Defence"),
        ("The ministry of health of Marl disagreed.", "The ministry of health of Marl"),
        ("The mayor of the port of Orla led us round.", "The mayor of the port of Orla"),
        ("The head of those who stayed came too.", "The head"),
    ],
)
def test_a_body_that_opens_a_sentence_keeps_the_whole_of_its_name(text: str, name: str) -> None:
    found = English().subject(text, 0, len(text))
    assert found is not None
    assert text[found[0] : found[1]] == name
