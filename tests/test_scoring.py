"""The measures of the gate, on cases small enough to count by hand."""

import pytest

from tests.fields import Fields
from tests.scoring import answers, figures, is_linked, is_whole


def claim(**more: int | str | bool | None) -> Fields:
    fields: Fields = {"kind": "casualty", "start": 0, "end": 10, "outcome": "killed", "low": 9, "high": 9}
    fields |= {"who": "unspecified", "scope": "event", "modality": "asserted", "speaker": None, "where": None}
    fields.update(more)
    return fields


@pytest.mark.parametrize(
    ("found", "gold", "right"),
    [
        (claim(), claim(), True),
        (claim(low=8, high=8), claim(), False),
        (claim(start=10, end=20), claim(), False),
        (claim(outcome="bodies_recovered"), claim(), True),
        (claim(outcome="injured"), claim(), False),
        (claim(low=100, high=None), claim(low=101, high=None), True),
        (claim(low=100, high=100), claim(low=101, high=None), False),
        (claim(low=None, high=200), claim(low=None, high=200, approx=True), True),
        (claim(low=24, high=None, vague="dozens"), claim(low=24, high=None, vague="dozens"), True),
        (claim(low=12, high=None), claim(low=24, high=None, vague="dozens"), True),
        (claim(low=0, high=0), claim(low=0, high=0), True),
        (claim(low=None, high=None), claim(low=0, high=0), False),
    ],
)
def test_a_claim_answers_only_the_same_words_harm_and_number(found: Fields, gold: Fields, *, right: bool) -> None:
    assert bool(answers([found], [gold]).pairs) is right


def test_each_claim_is_used_once_and_the_closest_words_win() -> None:
    near, far = claim(start=0, end=10), claim(start=0, end=40)
    result = answers([far, near], [claim()])
    assert result.pairs == ((near, claim()),)


def test_a_second_reading_of_answered_words_is_not_held_against_the_reader() -> None:
    assert answers([claim(), claim(end=8)], [claim()]).invented == ()


def test_an_invention_costs_precision_and_a_miss_costs_recall() -> None:
    result = answers([claim(), claim(start=50, end=60)], [claim(), claim(start=80, end=90), claim(start=100, end=110)])
    assert figures("casualty", [result])["casualty_precision"] == pytest.approx(1 / 2)
    assert figures("casualty", [result])["casualty_recall"] == pytest.approx(1 / 3, abs=1e-4)
    assert figures("casualty", [result])["casualty_f1"] == pytest.approx(2 / 5)


def test_a_whole_claim_needs_status_and_a_linked_one_its_speaker_place_and_time() -> None:
    gold = claim(speaker="the mayor", where="Ostrel", when="2021-05-03")
    assert is_linked(claim(speaker="mayor", where="Ostrel", when="2021-05-03"), gold)
    assert not is_linked(claim(speaker="mayor", where="Ostrel", when="2021-05-04"), gold)
    assert not is_linked(claim(where="Ostrel", when="2021-05-03"), gold)
    assert not is_whole(claim(who="civilian"), gold)
