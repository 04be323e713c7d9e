"""Positions that only look like one, and what one sentence says twice."""

import pytest

from harmtrace.records.claim import Position, Stated
from tests.reading import read_text


def _positions(text: str, *, source: str | None = None) -> list[Stated]:
    claims = read_text(text, published="2019-05-20", source=source).claims
    return [claim.position for claim in claims if isinstance(claim, Position)]


HARM = "A shell killed four people in Marl Bay on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility.",
        "Nobody has claimed responsibility for the attack.",
        "Investigators concluded that a government helicopter was responsible for the attack.",
        "The army's spokesman denied any harm to civilians.",
    ],
)
def test_words_that_state_no_position_make_none(text: str) -> None:
    assert _positions(HARM + text) == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The Northern Army denied that any of its vehicles had been in the street.", [Stated.RESPONSIBILITY_DENIED]),
        ('"No sortie was flown in that sector," the Northern Army said.', [Stated.RESPONSIBILITY_DENIED]),
        (
            '"This was our error and we accept responsibility for it," the Northern Army said.',
            [Stated.RESPONSIBILITY_ACCEPTED],
        ),
        (
            "The Northern Army is aware of the reports and is looking into them. It takes such reports seriously.",
            [Stated.UNDER_REVIEW],
        ),
        ("The Northern Army said it assessed as credible that four civilians were killed.", [Stated.CREDIBLE]),
        ("The Northern Army said that the report on the shell was found credible.", [Stated.CREDIBLE]),
    ],
)
def test_a_sentence_states_one_position_once(text: str, stated: list[Stated]) -> None:
    assert _positions(HARM + text) == stated
