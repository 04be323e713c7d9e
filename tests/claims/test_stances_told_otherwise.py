"""Answers, blame and people at risk in further words, and counts that are taken back or left unchecked."""

import pytest

from tests.reading import flat, read_text

_HEAD = "ORIA, 3 May 2019 — Two shells fell on the mill on Monday, killing three. "


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The ministry said it would send a delegation to look into the matter.", "under_review"),
        ("The mission said it had taken note of the allegation and would review it.", "under_review"),
        ("The government rejects this and blames the rebels.", "responsibility_denied"),
        ("The army rejected it.", "responsibility_denied"),
        ("The movement said its side keeps the truce and fired nothing that day.", "responsibility_denied"),
        ("The report has been assessed as credible.", "credible"),
        ("The airline said it would review the report.", None),
        ("The company said it had opened an investigation.", None),
    ],
)
def test_an_answer_in_further_words(text: str, position: str | None) -> None:
    reading = read_text(_HEAD + text, published="2019-05-04", source="Test Wire")
    told = [row["position"] for claim in reading.claims if (row := flat(claim))["kind"] == "position"]
    assert told == ([] if position is None else [position])


@pytest.mark.parametrize(
    "text",
    [
        "About 3,200 villagers are still cut off in Vell.",
        "Some 450 families are caught between two front lines.",
        "Nearly 600 people are stuck in the lower town.",
        "Some 900 people are still in the camp, in the open.",
    ],
)
def test_people_at_risk_in_further_words(text: str) -> None:
    reading = read_text(_HEAD + text, published="2019-05-04", source="Test Wire")
    assert [flat(claim)["kind"] for claim in reading.claims].count("exposure") == 1


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("We have removed an entry that spoke of six dead at the ford.", "denied"),
        ("The agency also wrote of 25 wounded, but we were unable to confirm that.", "unconfirmed"),
        ("He said two clerks were missing; I have no way of checking.", "unconfirmed"),
        ("The nurse spoke of 25 wounded, and we confirmed that.", "asserted"),
    ],
)
def test_a_count_taken_back_or_left_unchecked(text: str, modality: str) -> None:
    reading = read_text("ORIA, 3 May 2019 — " + text, published="2019-05-04", source="Test Wire")
    told = [row["modality"] for claim in reading.claims if (row := flat(claim))["kind"] == "casualty"]
    assert told == [modality]


def test_our_own_release_that_is_retracted_is_denied() -> None:
    text = "Our first release, of July 4, said that nine fighters had been killed. It was incorrect and is retracted."
    reading = read_text(text, published="2019-07-06", source="Test Command")
    assert [row["modality"] for claim in reading.claims if (row := flat(claim))["kind"] == "casualty"] == ["denied"]
