"""Figures that a text itself calls early, takes back, or sees in a picture; and parties named in full."""

import pytest

from harmtrace.records.claim import Blame, Casualty, Step
from tests.reading import read_text


def steps(text: str) -> list[tuple[int | None, str]]:
    found = read_text(text, published="2031-05-06").claims
    return [(c.count.low, c.step.value) for c in found if isinstance(c, Casualty)]


@pytest.mark.parametrize(
    "text",
    [
        "At least 18 people were killed in Ostrel on 3 May. The wire initially said that seven people were killed.",
        "Eighteen people were killed in Ostrel on 3 May. Earlier reports said that seven people were killed.",
        "Eighteen people were killed in Ostrel on 3 May. At the time, a nurse said that seven people were killed.",
        "Initial reports spoke of seven people killed in Ostrel. The clinic later said that 18 people were killed.",
    ],
)
def test_a_figure_called_early_is_replaced_by_a_larger_one_wherever_it_stands(text: str) -> None:
    assert sorted(steps(text)) == [(7, "replaced"), (18, "total")]


@pytest.mark.parametrize(
    "text",
    [
        "At least 18 people were killed in Ostrel on 3 May. The Tern Wire reported that seven people were killed.",
        "Seven people were killed in Ostrel on 3 May, according to initial reports.",
        "The wire initially had none, but a nurse said that seven people were killed; 18 were killed, a man said.",
    ],
)
def test_a_figure_that_nothing_calls_early_or_nothing_outgrows_stands(text: str) -> None:
    assert (7, "total") in steps(text)


def test_an_early_figure_of_one_speaker_is_not_replaced_by_another_speaker() -> None:
    text = "The police initially said that 12 people were killed in Ostrel. The clinic said that 15 people were killed."
    assert steps(text) == [(12, "total"), (15, "total")]


def test_a_figure_that_its_giver_has_corrected_is_replaced_without_a_larger_one() -> None:
    text = (
        "Five people were killed in Ostrel. The Tern Wire, which at first wrote of eleven dead, has corrected itself."
    )
    assert (11, "replaced") in steps(text)


def test_a_figure_that_an_arabic_text_corrects_is_denied() -> None:
    text = "تصويب\nكتبنا أن الغارة على أوستريل يوم الخميس 1 أيار 2031 أوقعت 11 شهيداً. تأكد لنا أن العدد الصحيح 6 شهداء."
    found = read_text(text, published="2031-05-06", language="ar").claims
    assert [(c.count.low, c.modality.value) for c in found if isinstance(c, Casualty)] == [
        (11, "denied"),
        (6, "asserted"),
    ]


def test_bodies_in_a_picture_are_part_of_a_larger_count() -> None:
    text = "At least 18 people were killed in Ostrel on 3 May. A neighbour shared a photograph of five bodies."
    whole, seen = (c for c in read_text(text, published="2031-05-06").claims if isinstance(c, Casualty))
    assert (seen.step, seen.part_of) == (Step.PART, whole.id)


def test_bodies_in_a_picture_are_a_count_where_there_is_no_other() -> None:
    assert steps("A neighbour shared a photograph of five bodies after the strike in Ostrel.") == [(5, "total")]


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Traders blamed the Government of National Rest (GNR) for the blast.", "Government of National Rest"),
        ("The drone belonged to the Council of the Marsh.", "Council of the Marsh"),
        ("Traders blamed the army of the hills for the blast.", "army"),
    ],
)
def test_the_name_of_an_institution_goes_on_behind_of(text: str, blamed: str) -> None:
    (one,) = (c for c in read_text(text, published="2031-05-06").claims if isinstance(c, Blame))
    assert (one.blamed or "").startswith(blamed)
