"""What a text tells beside its counts: nobody else, an allegation of others, the event of the sentence before."""

import pytest

from harmtrace.records.claim import Casualty, Modality, Step
from tests.reading import read_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two brothers were killed in Ostrel. Nobody else was hurt.", "en"),
        ("Two brothers were killed in Ostrel. No one else died.", "en"),
        ("Two brothers were killed in Ostrel. There were no further injuries.", "en"),
        ("قتل شقيقان في أوسترل. ولم يصب أحد آخر.", "ar"),
    ],
)
def test_nobody_else_denies_nobody(text: str, language: str) -> None:
    reading = read_text(text, published="2021-05-04", language=language)
    assert [c.count.low for c in reading.claims if isinstance(c, Casualty)] == [2]


def test_nobody_at_all_is_still_a_count_of_nobody() -> None:
    (claim,) = read_text("No civilians were hurt in Ostrel.", published="2021-05-04").claims
    assert isinstance(claim, Casualty)
    assert claim.count.high == 0


@pytest.mark.parametrize(
    "text",
    [
        "The Coalition is aware of the allegation that nine civilians were killed in Ostrel.",
        "The Coalition took note of an allegation of nine civilian deaths in Ostrel.",
    ],
)
def test_an_allegation_that_a_body_has_heard_of_is_not_its_own_figure(text: str) -> None:
    claims = read_text(text, published="2021-05-04", source="The Coalition").claims
    assert [c.modality for c in claims if isinstance(c, Casualty)] == [Modality.ALLEGED]


def test_bodies_found_later_replace_an_early_figure_of_the_dead() -> None:
    text = "انتشلت فرق الدفاع المدني تسع جثث من منزل في أوسترل. وكانت حصيلة أولية أشارت إلى مقتل سبعة أشخاص."
    claims = read_text(text, published="2021-05-04", language="ar").claims
    steps = [(c.count.low, c.step) for c in claims if isinstance(c, Casualty)]
    assert steps == [(9, Step.TOTAL), (7, Step.REPLACED)]


def test_a_paragraph_goes_on_with_the_event_that_it_has_just_told_of() -> None:
    text = (
        "A strike hit a house in Ostrel on Friday, killing nine people.\n\n"
        "A second strike hit Saltmarket. Two died there.\n\nIn Ostrel the bridge is closed.\n\n"
        "Villagers say three people were killed in Saltmarket. The mayor says two."
    )
    claims = [c for c in read_text(text, published="2021-05-04").claims if isinstance(c, Casualty)]
    assert [(c.count.low, c.where) for c in claims][-2:] == [(3, "Saltmarket"), (2, "Saltmarket")]
