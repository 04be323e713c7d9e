"""Harm told as a state, in a list of names, of nobody, or by kin, and who vouches for it in other words than "said"."""

import pytest

from tests.reading import flat, read_text

_HEAD = "ORIA, 3 May 2019 — "


def rows(text: str, *, head: str = _HEAD) -> list[dict[str, str | int | bool | None]]:
    """Return the casualty claims of a text."""
    reading = read_text(head + text, published="2019-05-04", source="Test Wire")
    return [row for claim in reading.claims if (row := flat(claim))["kind"] == "casualty"]


def found(text: str) -> list[str]:
    """Return the casualty claims of a text, each as "outcome who low-high"."""
    return [f"{row['outcome']} {row['who']} {row['low']}-{row['high']}" for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A drone hit the mill. Our cousin Belan and her three girls are dead.",
            ["killed unspecified 1-1", "killed civilian 3-3"],
        ),
        ("A drone hit the mill. My neighbour + his 2 sons gone.", ["killed civilian 1-1", "killed unspecified 2-2"]),
        (
            "A drone hit the ferry. The pilot & two deckhands drowned.",
            ["killed unspecified 1-1", "killed civilian 2-2"],
        ),
        ("A shell fell here. Our postman and his dog gone for a walk.", []),
        ("My aunt was at the mill. She and her baby are gone.", ["killed civilian 1-1", "killed civilian 1-1"]),
    ],
)
def test_who_stands_before_and_shares_the_verb(text: str, expected: list[str]) -> None:
    assert [
        row
        for row in found(text)
        if not row.startswith("killed unspecified 1-1") or "unspecified 1-1" in " ".join(expected)
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After the raid thirty people lay in the corridor with shrapnel wounds.", ["injured unspecified 30-30"]),
        (
            "The bomb wounded thirteen people. Four are critical.",
            ["injured unspecified 13-13", "injured unspecified 4-4"],
        ),
        (
            "The bomb wounded nine. Two of them remain in a coma.",
            ["injured unspecified 9-9", "injured unspecified 2-2"],
        ),
        ("A wall fell in the raid. Four more are feared to be under the roof tiles.", ["missing unspecified 4-4"]),
        ("A wall fell in the raid. His mother is still beneath the beams.", ["missing civilian 1-1"]),
        ("After the raid, twelve herders fled to the hills and have never been found.", ["missing civilian 12-12"]),
        ("A man was standing beneath the carport after the raid.", []),
        ("The militia burned three old men alive.", ["killed unspecified 3-3"]),
        ("A mine killed three loggers and injured a fourth.", ["killed civilian 3-3", "injured civilian 1-1"]),
        (
            "Divers found three bodies. A fourth body was found at dusk.",
            ["bodies_recovered unspecified 3-3", "bodies_recovered unspecified 1-1"],
        ),
        ("A girl's body was pulled from the well.", ["bodies_recovered civilian 1-1"]),
    ],
)
def test_harm_is_told_as_a_state_or_as_one_more(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rocket wounds 7 in the market", ["injured unspecified 7-7"]),
        ("Mine blast kills 3, wounds 9 in the market", ["killed unspecified 3-3", "injured unspecified 9-9"]),
        ("The nurse dressed her wounds 12 hours later.", []),
        ("Market bombing: toll tops 30", ["killed unspecified 31-None"]),
        ("The shelling killed nine people, if not more.", ["killed unspecified 9-None"]),
        ("The shelling killed 40 villagers, and this is a minimum.", ["killed civilian 40-None"]),
    ],
)
def test_headlines_and_open_bounds(text: str, expected: list[str]) -> None:
    reading = read_text(text, published="2019-05-04", source="Test Wire")
    told = [flat(claim) for claim in reading.claims]
    assert [
        f"{row['outcome']} {row['who']} {row['low']}-{row['high']}" for row in told if row["kind"] == "casualty"
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council published 14 names of the dead.", ["killed unspecified 14-14"]),
        ("The mission gave 23 names of fallen rebels.", ["killed combatant 23-23"]),
        ("The list of candidates has 23 names.", []),
        (
            "The radio named the dead as Omar Venn, a taxi driver, and Lila, a pupil of nine.",
            ["killed civilian 1-1"] * 2,
        ),
        (
            "Lost in the raid of 4 May: Ari Venn (54), baker; her son Ivo; Mira Tolo (31); and Dr Sana Bel, vet.",
            ["killed civilian 1-1", "killed unspecified 1-1", "killed unspecified 1-1", "killed civilian 1-1"],
        ),
        (
            "The choir remembers alto Nena Bruss (40), tenor Ivan Kell (62) and little Ana, killed by a bomb.",
            ["killed civilian 1-1"] * 3,
        ),
        ("The raids hit three towns: Orla; Bell Vale; and Tarn.", []),
        (
            "Nine people died in the raid. The night porter was one of them.",
            ["killed unspecified 9-9", "killed civilian 1-1"],
        ),
        ("Nine people died in the raid. Soldiers? Not one.", ["killed unspecified 9-9", "killed combatant 0-0"]),
        (
            "Nine people died in the raid. Among the nine we find two women and a child.",
            ["killed unspecified 9-9", "killed civilian 2-2", "killed civilian 1-1"],
        ),
    ],
)
def test_names_and_parts_in_clauses_of_their_own(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army killed six raiders and lost nobody.", ["killed combatant 6-6", "killed combatant 0-0"]),
        ("A rebel spokesman said none of their men had been hurt in the raid.", ["killed_or_injured combatant 0-0"]),
        (
            "A colonel said that four of his men had been killed and ten more injured.",
            ["killed combatant 4-4", "injured combatant 10-10"],
        ),
        ("The governor said the self-defence groups had seven killed in the clash.", ["killed combatant 7-7"]),
        ("The mayor said the town had seven killed in the clash.", ["killed unspecified 7-7"]),
    ],
)
def test_a_force_counts_its_own(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ferry council on the mill fire: 12 dead.", "Ferry council"),
        ("On Monday a priest arrived by boat and spoke of nine dead.", "a priest"),
        ("In the ministry's first letter there were nine dead.", "the ministry's"),
        ("If the pastor's toll of 14 holds, Tuesday was the worst day.", "the pastor's"),
        ("In Orla, reports of the killing of four nuns could not be verified.", None),
        ("Accounts of the harm vary: a shell killed two.", None),
        ("The militia boasted of 30 soldiers killed.", "The militia"),
    ],
)
def test_who_vouches_is_found_beside_other_words_than_said(text: str, speaker: str | None) -> None:
    reading = read_text(text, published="2019-05-04", source="Test Wire")
    told = [flat(claim) for claim in reading.claims]
    assert [row["speaker"] for row in told if row["kind"] == "casualty"] == [speaker]


def test_the_same_agency_is_the_one_heard_before() -> None:
    told = rows("The Orla Wire reported three dead in the raid, citing a nurse. The same agency spoke of nine wounded.")
    assert told[-1]["speaker"] == "The Orla Wire"


def test_a_call_from_kin_vouches_for_a_post() -> None:
    told = rows("Off the phone with my aunt in Orla. Their street was shelled, 3 neighbours dead n 5 wounded", head="")
    assert {row["speaker"] for row in told} == {"my aunt"}
