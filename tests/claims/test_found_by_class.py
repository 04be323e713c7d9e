"""Claims found by the class of their words: who is named, what befell them, and what a sentence leaves out."""

import pytest

from tests.reading import flat, read_text

_HEAD = "ORIA, 3 May 2019 — "


def found(text: str) -> list[str]:
    """Return the casualty claims of a text, each as "outcome who low-high"."""
    reading = read_text(_HEAD + text, published="2019-05-04", source="Test Wire")
    rows = [flat(claim) for claim in reading.claims]
    return [f"{row['outcome']} {row['who']} {row['low']}-{row['high']}" for row in rows if row["kind"] == "casualty"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen killed a village head and his two wives on the mill road.",
            ["killed civilian 1-1", "killed civilian 2-2"],
        ),
        ("Two community leaders were shot dead at a toll gate.", ["killed civilian 2-2"]),
        (
            "A shell killed three dyers, a cartwright's apprentice and a hatter.",
            ["killed civilian 3-3", "killed civilian 1-1", "killed civilian 1-1"],
        ),
        ("Four Spaniards were wounded in the blast.", ["injured unspecified 4-4"]),
        ("A rocket killed two corporals at the gate.", ["killed combatant 2-2"]),
        (
            "Five coal-miners and a lamplighter were killed by the shell.",
            ["killed civilian 5-5", "killed civilian 1-1"],
        ),
        ("Three Russian missiles hit the market.", []),
        ("Two Syrian villages were wiped out of the budget.", []),
    ],
)
def test_a_trade_a_rank_or_a_people_says_who_is_counted(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers shot dead the imam on the steps.", ["killed civilian 1-1"]),
        (
            "A missile that struck a silo on Friday killed the night porter and two drivers.",
            ["killed civilian 1-1", "killed civilian 2-2"],
        ),
        ("The ferryman is still missing.", ["missing civilian 1-1"]),
        ("A boy who had brought bread to the camp is still missing.", ["missing civilian 1-1"]),
        ("The cook lost an arm in the blast.", ["injured civilian 1-1"]),
        ("A corporal stepped on a mine near the weir and lost a foot.", ["injured combatant 1-1"]),
        ("The raid killed the contest for the town.", []),
        ("The mayor lost his temper after the raid.", []),
        ("Everyone asked about the blast that killed the baker.", []),
    ],
)
def test_one_person_is_counted_where_a_noun_with_an_article_names_the_harmed(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six lives were lost when the roof came down.", ["killed unspecified 6-6"]),
        ("Two miners did not survive the blast.", ["killed civilian 2-2"]),
        ("Four traders sustained severe burns in the fire.", ["injured civilian 4-4"]),
        ("The clinic stitched up eleven people after the raid.", ["injured unspecified 11-11"]),
        ('The army said that nine rebels were "neutralised" in the raid.', ["killed combatant 9-9"]),
        ("Three bakers were blown to bits by the shell.", ["killed civilian 3-3"]),
        ("Three bridges were blown to bits by the shell.", []),
        ("Many lives were changed by the raid.", []),
    ],
)
def test_what_befell_people_is_read_from_phrases_put_together_of_their_parts(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "By author: rebels, 12 dead; the police, 5; unknown men, 3.",
            ["killed unspecified 12-12", "killed unspecified 5-5", "killed unspecified 3-3"],
        ),
        ("Shelling killed 40 people and air raids 12.", ["killed unspecified 40-40", "killed unspecified 12-12"]),
        ("A raid killed nine people. By noon 14.", ["killed unspecified 9-9", "killed unspecified 14-14"]),
        (
            "A raid killed nine people. The village committee has 14 now.",
            ["killed unspecified 9-9", "killed unspecified 14-14"],
        ),
        ("A raid killed nine people. The committee has 14 members now.", ["killed unspecified 9-9"]),
        ("A raid killed nine people and damaged 14 houses.", ["killed unspecified 9-9"]),
        ("A raid killed nine people in district 4; the school, 2 km away, stands.", ["killed unspecified 9-9"]),
    ],
)
def test_a_count_that_leaves_out_its_verb_takes_that_of_the_count_before(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The number of people killed climbed to five on Monday, from three.",
            ["killed unspecified 5-5", "killed unspecified 3-3"],
        ),
        (
            "Civilian deaths in the spring were corrected from 91 to 87.",
            ["killed civilian 91-91", "killed civilian 87-87"],
        ),
        (
            "The register now gives 640 dead instead of 655.",
            ["killed unspecified 640-640", "killed unspecified 655-655"],
        ),
        ("The district chief puts the deaths at three.", ["killed unspecified 3-3"]),
        ("The tax was corrected from 91 to 87 dinars after the raid.", []),
        ("The raid cost 91 dinars instead of 87.", []),
    ],
)
def test_a_changed_count_is_two_counts(text: str, expected: list[str]) -> None:
    assert sorted(found(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A raid wounded twenty people. Seven of them are children.",
            ["injured unspecified 20-20", "injured civilian 7-7"],
        ),
        (
            "A raid killed thirty people. Ten rebel fighters were among them.",
            ["killed unspecified 30-30", "killed combatant 10-10"],
        ),
        (
            "A raid killed twelve people. Two of the dead are children.",
            ["killed unspecified 12-12", "killed civilian 2-2"],
        ),
        ("A raid killed twelve people. Two of the houses were homes of children.", ["killed unspecified 12-12"]),
    ],
)
def test_a_part_is_of_what_was_counted_last(text: str, expected: list[str]) -> None:
    assert found(text) == expected
