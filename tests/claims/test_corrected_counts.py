"""Counts that the same text corrects or sums up: invented texts, read whole."""

import pytest

from harmtrace.records.claim import Casualty, Step, VoiceKind
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


@pytest.mark.parametrize(
    "said",
    [
        "Marl Radio, which at first had thirteen dead, has taken that number back.",
        "Marl Radio, which first gave 13 dead, has corrected its count.",
        "Marl Radio had first written of 13 dead; it has since withdrawn that.",
        "Marl Radio first reported thirteen killed and later took the figure back.",
        "The Post, which first counted 13 dead, no longer stands by the number.",
    ],
)
def test_a_figure_that_its_outlet_gave_first_and_took_back_is_replaced(said: str) -> None:
    text = f"Nine or ten people were killed in Ostrel on 3 May 2030. {said}"
    claims = [claim for claim in read_text(text, published="2030-05-12").claims if isinstance(claim, Casualty)]
    assert [(c.count.low, c.step) for c in claims] == [(9, Step.TOTAL), (13, Step.REPLACED)]


@pytest.mark.parametrize(
    "said",
    [
        "ten people were killed and four injured in two canoes",
        "ten died, with four wounded aboard two skiffs",
        "ten were killed and four hurt near three kilns",
    ],
)
def test_the_things_in_which_people_were_hurt_are_no_people(said: str) -> None:
    claims = [flat(claim) for claim in read_text(f"On 3 May 2030 {said} at Ostrel.", published="2030-05-12").claims]
    assert [(c["outcome"], c["low"]) for c in claims] == [("killed", 10), ("injured", 4)]


def test_an_officer_of_its_command_speaks_for_the_side_told_of_before() -> None:
    text = (
        "Two cars were hit at Ostrel on 3 May 2030. Eight people were killed, a brother told me.\n\n"
        "The Halvin Coalition tells it differently. "
        '"Our aircraft eliminated 11 fighters," an officer of its command wrote.'
    )
    claims = [claim for claim in read_text(text, published="2030-05-12").claims if isinstance(claim, Casualty)]
    assert [(c.count.low, c.voice) for c in claims] == [(8, VoiceKind.PEOPLE), (11, VoiceKind.MILITARY)]
