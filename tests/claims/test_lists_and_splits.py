"""Lists of people by name, breakdowns without a verb, and words behind a count that say who was counted."""

import pytest

from harmtrace.records.claim import Position
from tests.claims.phenomena_english import Row, injured, killed, row
from tests.claims.test_who_where import _answers
from tests.reading import flat, read_text

ROWS = (
    row(
        "both are civilians",
        "A shell hit Saltmarket. Three killed, seven injured, all civilians.",
        killed(3, 3, who="civilian"),
        injured(7, 7, who="civilian"),
    ),
    row(
        "all of them",
        "Nine people were killed and 14 wounded, all of them farmers, near Ostrel.",
        killed(9, 9, who="civilian"),
        injured(14, 14, who="civilian"),
    ),
    row(
        "the next count is another matter",
        "Nine people were killed and 14 soldiers wounded.",
        killed(9, 9, who="unspecified"),
        injured(14, 14, who="combatant"),
    ),
    row(
        "split up behind a colon",
        "Twelve people died in Marl Bay: five children, four women, three men.",
        killed(12, 12, children="5-5", women="4-4", men="3-3"),
    ),
    row(
        "split up in a sentence without a verb",
        "Twelve people died in Marl Bay. Five children, four women, three men.",
        killed(12, 12),
        killed(5, 5, who="civilian", children="5-5"),
        killed(4, 4, women="4-4"),
        killed(3, 3, men="3-3"),
    ),
    row(
        "the dead, listed",
        "A drone hit a house in Marl Bay. The dead: three children, two women and a man.",
        killed(3, 3),
        killed(2, 2),
        killed(1, 1),
    ),
    row(
        "update from somebody",
        "Update from the fire brigade: 14 dead in Ostrel.",
        killed(14, 14, speaker="the fire brigade", where="Ostrel"),
    ),
    row(
        "update from an outlet",
        "Latest from Lantern Radio: 14 dead in Ostrel.",
        killed(14, 14, speaker="Lantern Radio", where="Ostrel"),
    ),
    row("update from a place", "Update from Ostrel: 14 dead.", killed(14, 14, speaker=None, where="Ostrel")),
    row(
        "a hospital's list",
        "Ostrel Clinic, names of the dead received on 3 May 2021:\n1. Samir Vell, 34\n2. Dana Vell (31)\n"
        "3. Karim Osso, 9\n4. Unknown woman\nWounded:\n5. Huda Marsh, shepherd",
        killed(1, 1, when="2021-05-03"),
        killed(1, 1),
        killed(1, 1, who="civilian", children="1-1"),
        killed(1, 1, women="1-1"),
        injured(1, 1, who="civilian"),
    ),
    row(
        "with a number, the number is the claim",
        "Three people were killed in Ostrel. Names of the dead:\n- Samir Vell, 34\n- Dana Vell, 31\n- Karim Osso, 9",
        killed(3, 3),
    ),
    row("a list of others", "Volunteers killed time with a list:\n- Samir Vell, 34\n- Dana Vell, 31"),
    row(
        "where a strike was acknowledged by nobody who could",
        "The Tri-State Coalition struck a bus in Ostrel. Residents buried 40 children.",
        killed(40, 40, where="Ostrel"),
    ),
    row("more than people can be", "The war killed 900,000,000,000 people."),
)


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.id)
def test_a_list_or_split_is_read(case: Row) -> None:
    casualties = [
        f for f in map(flat, read_text(case.text, published=case.published).claims) if f["kind"] == "casualty"
    ]
    assert len(casualties) == len(case.expected), casualties
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (want, casualties)


def test_a_number_larger_than_any_people_is_set_aside_with_the_reason() -> None:
    for number in ("900,000,000,000", "9000000000000000", "ninety million million"):
        (aside,) = read_text(f"The war killed {number} people.", published=None).set_aside
        assert aside.reason == "more than people can be"


def test_people_at_risk_are_looked_for_in_their_own_sentence_alone() -> None:
    text = "Some 400 villagers came; the killed were carried out. Many are trapped; nobody knows."
    assert not [f for f in map(flat, read_text(text, published=None).claims) if f["kind"] == "exposure"]


def test_a_coalition_of_another_war_is_not_the_one_that_is_known() -> None:
    text = "The Tri-State Coalition flew over Ostrel. The coalition said it was looking into reports of nine deaths."
    positions = [c for c in read_text(text, published=None).claims if isinstance(c, Position)]
    assert [one.body for one in positions] == ["Tri-State Coalition"]
