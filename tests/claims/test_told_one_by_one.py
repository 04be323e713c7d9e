"""People told of one by one, who the words say they were, and how firmly a count is vouched for."""

import pytest

from tests.claims.test_found_by_class import found
from tests.reading import flat, read_text

_BEFORE = "A shell fell on Marl Bay. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_BEFORE + "A girl of nine ran to the well. She was killed at the gate.", ["killed civilian 1-1"]),
        (_BEFORE + "A grocer had opened early. He died on the way to hospital.", ["killed civilian 1-1"]),
        (_BEFORE + "A sergeant drove to the weir. He has lost a leg.", ["injured combatant 1-1"]),
        (_BEFORE + "A grocer was killed. He died at once.", ["killed civilian 1-1"]),
        (_BEFORE + "The mayor came at noon. He said that the well was broken.", []),
        (_BEFORE + "He died as he had lived.", []),
    ],
)
def test_a_pronoun_is_the_person_told_of_before_it(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_BEFORE + "Neska, our cleaner, was killed at the gate.", ["killed civilian 1-1"]),
        (_BEFORE + "One, a barber, died while we stood there.", ["killed civilian 1-1"]),
        (_BEFORE + "Sela Vorn (31) has lost an eye.", ["injured unspecified 1-1"]),
        (_BEFORE + "Tarn Ostil (44) has not been heard of since that night.", ["missing unspecified 1-1"]),
        (
            "Nine people were killed. The rest were a baker, his two sisters and a clerk.",
            ["killed unspecified 9-9", "killed civilian 1-1", "killed civilian 2-2", "killed civilian 1-1"],
        ),
        ("A mine took both legs of a rice farmer.", ["injured civilian 1-1"]),
        ("Armed men shot a lawyer in the knee.", ["injured civilian 1-1"]),
        ('The army said that six soldiers "fell" in the battle.', ["killed combatant 6-6"]),
        ("The chief put the loss at seven farmers and a mullah.", ["killed civilian 7-7", "killed civilian 1-1"]),
        ("Those killed number 412.", ["killed unspecified 412-412"]),
        (_BEFORE + "Neska, our cleaner, was at the gate.", []),
        ("Two boys fell in the stream near the blast.", []),
        ("The chief put the price at seven goats after the raid.", []),
        ("A photographer shot a film of the raid.", []),
        ("The rest were goats that the shell had killed.", []),
    ],
)
def test_people_are_counted_where_no_number_stands(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army acknowledged one dead, a corporal.", ["killed combatant 1-1"]),
        ("A raid left six dead, market porters all of them.", ["killed civilian 6-6"]),
        ("The four men shot dead in the wood were militants.", ["killed combatant 4-4"]),
        (
            "Eleven dockers were injured. One of them died in the evening.",
            ["injured civilian 11-11", "killed civilian 1-1"],
        ),
        ("A battery commander and two of his aides were killed.", ["killed combatant 1-1", "killed combatant 2-2"]),
        ("A raid left six dead, villagers in Oria said.", ["killed unspecified 6-6"]),
        ("The four men shot dead in the wood were missed.", ["killed unspecified 4-4"]),
    ],
)
def test_who_was_harmed_may_stand_behind_the_count(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def modality(text: str) -> list[str]:
    """Return how firmly each count of a text is vouched for."""
    rows = [
        flat(claim)
        for claim in read_text("ORIA, 3 May 2019 — " + text, published="2019-05-04", source="Test Wire").claims
    ]
    return [str(row["modality"]) for row in rows if row["kind"] == "casualty"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid killed ten people, a channel wrote; this is false.", ["denied"]),
        ("Our release, which spoke of 31 rebels killed, was in error and is withdrawn.", ["denied"]),
        ("The ministry cut the toll of the raid to 105 from 122.", ["asserted", "denied"]),
        ("The toll of the raid rose to 122 from 105.", ["asserted", "asserted"]),
        ("A channel wrote that a driver had been killed; this could not be confirmed.", ["unconfirmed"]),
        (
            "A raid killed ten people. No hospital has any trace of this and we treat it as unconfirmed.",
            ["unconfirmed"],
        ),
        ("A raid killed ten people. The mission has verified it.", ["asserted"]),
        ("A raid killed ten people, and it is true that the mill is gone.", ["asserted"]),
    ],
)
def test_a_count_is_doubted_or_denied_by_what_follows_it(text: str, expected: list[str]) -> None:
    assert modality(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Killed by the shell on the ford were Gerd Hatt, pharmacist; his child Rita; and Elan Sfer, sexton.",
            ["killed civilian 1-1"] * 3,
        ),
        (
            "The council has named the dead of the raid: Aman Sal, a welder; Hud Karm; and Kal, the doorman.",
            ["killed civilian 1-1", "killed unspecified 1-1", "killed civilian 1-1"],
        ),
        (
            "A raid hit a mill. They named the driver, Shan Hesel, and a teacher, Leyl Osmen, as the dead.",
            ["killed civilian 1-1"] * 2,
        ),
        (
            "The council published five names of the dead: Aman Sal, Hud Karm, Kal Venn, Ros Venn and Ila Venn.",
            ["killed unspecified 5-5"],
        ),
        ("After the raid the council named the streets of the town: Mill Street; Well Street.", []),
        ("The dead were buried in the yard behind the mill.", []),
    ],
)
def test_a_list_of_the_dead_by_name_counts_each(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two goatherds and the imam of the lower mosque lost their lives.",
            ["killed civilian 2-2", "killed civilian 1-1"],
        ),
        ("Among the fallen on Friday were two cooks.", ["killed civilian 2-2"]),
        ("The raid cost 14 people their lives.", ["killed unspecified 14-14"]),
        ("The fatalities in the valley numbered 22.", ["killed unspecified 22-22"]),
        ("The dead in the raid include a midwife and three pupils.", ["killed civilian 1-1", "killed civilian 3-3"]),
        ("An elderly couple were burned alive in their home.", ["killed unspecified 2-2"]),
        ("Doctors pronounced the boy dead.", ["killed civilian 1-1"]),
        ("My uncle was shot at the gate.", ["injured unspecified 1-1"]),
        ("A sniper killed a farmer who was fetching water.", ["killed civilian 1-1"]),
        ("A bullet struck a girl in the neck.", ["injured civilian 1-1"]),
        ("My uncle was shot at, and ran.", []),
        ("The raid cost 14 farmers their harvest.", []),
        ("The raid cost the town 14 mills.", []),
        ("The rooms in the burned house numbered 22.", []),
        ("A ball struck a girl on the pitch before the raid.", []),
    ],
)
def test_harm_is_found_in_other_frames(text: str, expected: list[str]) -> None:
    assert found(text) == expected
