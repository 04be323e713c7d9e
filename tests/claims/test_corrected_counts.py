"""Counts that the same text corrects or sums up: invented texts, read whole."""

import pytest

from harmtrace.records.claim import Casualty, Step
from tests.reading import flat, read_text


@pytest.mark.parametrize("said", ["the correct number was four", "the true toll is four", "the actual figure was four"])
def test_a_figure_that_the_text_corrects_is_denied(said: str) -> None:
    said = f"A surgeon said on Tuesday that {said}."
    text = f"The Post reported that eight people were killed in Ostrel on 3 May 2021. {said}"
    claims = [flat(claim) for claim in read_text(text, published="2021-05-12").claims]
    assert [(c["low"], c["modality"]) for c in claims] == [(8, "denied"), (4, "asserted")]


def test_what_is_more_than_the_count_before_it_sums_it_up() -> None:
    text = "A man gathering wood and his two daughters were killed in Ostrel on 3 May 2021. All three were civilians."
    claims = [claim for claim in read_text(text, published="2021-05-12").claims if isinstance(claim, Casualty)]
    total = next(claim for claim in claims if claim.count.low == 3)
    assert total.step is Step.TOTAL
    assert all(claim.part_of == total.id for claim in claims if claim is not total)


def test_one_of_those_counted_is_one_of_them_and_died_on_the_way_to_no_place_of_harm() -> None:
    text = "Seven fishermen were killed in Ostrel on 3 May 2021. One of the seven died on the way to Halvin."
    claims = [flat(claim) for claim in read_text(text, published="2021-05-12").claims]
    assert [(c["low"], c["where"], c["when"]) for c in claims] == [
        (7, "Ostrel", "2021-05-03"),
        (1, "Ostrel", "2021-05-03"),
    ]


def test_an_age_is_no_count_of_the_injured() -> None:
    text = (
        "Twenty people were killed in Ostrel on 3 May 2021, twelve of them under the age of ten, and 31 were injured."
    )
    claims = [flat(claim) for claim in read_text(text, published="2021-05-12").claims]
    assert [(c["outcome"], c["low"]) for c in claims] == [("killed", 20), ("injured", 31)]


def test_days_of_shelling_make_a_total_over_time() -> None:
    text = "Two days of shelling kill 13 in Ostrel\n\nShells fell. On Wednesday five people were killed there."
    claims = [flat(claim) for claim in read_text(text, published="2021-05-07").claims]
    assert [(c["low"], c["scope"]) for c in claims] == [(13, "period"), (5, "event")]


def test_the_day_of_a_mail_is_not_the_day_of_the_event() -> None:
    text = (
        "Two cars were hit at Ostrel on 3 May 2021. Eight people were killed, a brother told me.\n\n"
        '"Our aircraft killed 11 fighters," an officer wrote in an email on Tuesday.'
    )
    claims = [flat(claim) for claim in read_text(text, published="2021-05-12").claims]
    assert {c["when"] for c in claims} == {"2021-05-03"}
