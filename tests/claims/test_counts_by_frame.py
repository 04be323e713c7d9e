"""Counts that a clause, a place or a list stands round, each class put in several ways; texts of our own."""

import pytest

from harmtrace.records.claim import Casualty
from tests.reading import read_text

#: A text, and its counts: outcome, lower and upper bound.
Case = tuple[str, set[tuple[str, int | None, int | None]]]

BEHIND_A_CLAUSE: tuple[Case, ...] = (
    ("A woman of 44, who had been counted among the injured, died of her burns in Ostrel.", {("killed", 1, 1)}),
    ("A teacher, whose house stood by the bridge, was killed on Friday.", {("killed", 1, 1)}),
    ("A girl, named by her aunt as Una, was killed.", {("killed", 1, 1)}),
    ("Nine people, the mayor said on the radio, were killed.", {("killed", 9, 9)}),
)
UNDER: tuple[Case, ...] = (
    ("Five people are still under the stage.", {("missing", 5, 5)}),
    ("Two children remain under what is left of the school.", {("missing", 2, 2)}),
    ("Rescuers think six people may be beneath the floor.", {("missing", 6, 6)}),
    ("Nine families remain under siege in the mill.", set()),
    ("Two were carried out dead.", {("killed", 2, 2)}),
    ("Nine people were pulled out dead from the mill.", {("killed", 9, 9)}),
)
OTHER_TIMES: tuple[Case, ...] = (
    (
        "Monitors recorded 604 civilian deaths this year; the corresponding figure for 2021 was 451.",
        {("killed", 604, 604), ("killed", 451, 451)},
    ),
    ("Our June count for Ostrel is cut from 11 dead to nine.", {("killed", 11, 11), ("killed", 9, 9)}),
    ("Two more died in hospital; that makes 18.", {("killed", 2, 2), ("killed", 18, 18)}),
    ("The army puts its losses in two days of fighting at sixty-two killed.", {("killed", 62, 62)}),
)
OTHER_VOICES: tuple[Case, ...] = (
    (
        "Forty-one people were killed, the mayor said. A driver I met says three hundred.",
        {("killed", 41, 41), ("killed", 300, 300)},
    ),
    ("Nine people were killed, the mayor says. Eleven, says the priest.", {("killed", 9, 9), ("killed", 11, 11)}),
    ('The mayor says nine people were killed. My cousin talks of "20+".', {("killed", 9, 9), ("killed", 20, None)}),
)
ONE_BY_ONE: tuple[Case, ...] = (
    ("Five people were killed at the mill. My friend Adel is one of the five.", {("killed", 5, 5), ("killed", 1, 1)}),
    ("The blast claimed the life of a nurse and injured two porters.", {("killed", 1, 1), ("injured", 2, 2)}),
    ("A boy of fifteen survived with a bullet wound to the neck.", {("injured", 1, 1)}),
    (
        "Eleven people were killed. The deaths of the other four could not be confirmed.",
        {("killed", 11, 11), ("killed", 4, 4)},
    ),
    ('The ministry said that "up to 60 militants" were destroyed.', {("killed", None, 60)}),
)


def _counts(text: str) -> list[tuple[str, int | None, int | None]]:
    claims = read_text(text, published="2021-05-04").claims
    return [(claim.outcome.value, claim.count.low, claim.count.high) for claim in claims if isinstance(claim, Casualty)]


@pytest.mark.parametrize(("text", "expected"), [*BEHIND_A_CLAUSE, *UNDER, *OTHER_TIMES, *OTHER_VOICES, *ONE_BY_ONE])
def test_the_counts_are_found(text: str, expected: set[tuple[str, int | None, int | None]]) -> None:
    assert set(_counts(text)) == expected


def test_each_of_a_list_of_names_is_counted() -> None:
    text = "The shell killed Olda Reva, 63, a retired postwoman, and Mikel Dub, 70."
    assert _counts(text) == [("killed", 1, 1), ("killed", 1, 1)]
