"""Which name of a text is the place of a count, weighed by the table of ``focus``; texts of our own."""

import pytest

from harmtrace.claims.focus import RULE, same_place
from harmtrace.language.english.standing import names
from harmtrace.records.claim import Casualty
from tests.reading import read_text


def test_a_place_that_no_frame_knows_is_found_by_the_words_round_its_name() -> None:
    (found,) = [
        c
        for c in read_text(
            "I left Velmar Oaks on foot on Friday. At the bridge soldiers were shooting. Nine people were killed.",
            published="2021-06-09",
        ).claims
        if isinstance(c, Casualty)
    ]
    assert found.where == "Velmar Oaks"


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        ("The shells came down near Orvel on Sunday.", True),
        ("A doctor, Orvel Tamm, said so.", False),
        ("Mr Orvel denied it.", False),
    ],
)
def test_the_words_beside_a_name_tell_a_place_from_a_person(words: str, likely: bool) -> None:
    (found,) = [name for name in names(words, 0, len(words)) if name.name.startswith("Orvel")]
    assert (found.odds > 0) is likely


def _where(text: str) -> list[str | None]:
    return [c.where for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]


def test_what_stands_under_a_label_of_its_own_is_at_that_place() -> None:
    assert _where("The week in the hills\nOrvel: a mine on the road. Two carters were killed.\n") == ["Orvel"]


def test_a_wider_place_does_not_replace_the_narrow_one_before_it() -> None:
    assert _where("A shell fell on Orvel, Brennow district, on Monday. Nine people were killed.") == ["Orvel"]


def test_people_killed_there_are_not_at_a_place_named_behind() -> None:
    assert _where("Riders came to Orvel on Monday. Nine people were killed there, a nurse in Tollen said.") == ["Orvel"]


def test_a_count_that_stands_with_its_place_stays_there() -> None:
    (found,) = [
        c
        for c in read_text(
            "We drove back from Velmar. Nine people were killed in Tollen.", published="2021-06-09"
        ).claims
        if isinstance(c, Casualty)
    ]
    assert found.where == "Tollen"
    assert RULE not in found.rules


def test_two_names_are_one_place_where_one_holds_the_others_words() -> None:
    assert same_place("Marl Bay", "the Marl Bay city")
    assert not same_place("Marl Bay", "Marl Point")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("They lay in the ward of the hospital in Orvel.", "a ward of it"),
        ("Eleven were taken by boat to Orvel.", "taken to it"),
        ("A monitor speaking from Orvel said so.", "told from it"),
        ("The tailor was born near Orvel.", "lived at it"),
        ("Nine died in the village of Orvel.", "died at it"),
        ("The wells of Orvel were bombed.", "a fine place of it"),
        ("It was put out by the Orvel office.", "by someone of it"),
        ("Shells fell on Orvel (Velmar).", "in brackets"),
        ("Orvel: shells fell.", "a label"),
        ("They walked to Orvel.", "a stop"),
        ("Outside the Orvel market it was quiet.", "its site"),
        ("In Orvel district it was quiet.", "its region"),
        ("The Orvel council met.", "its people"),
        ("Orvel, 41, was asleep.", "a name of one"),
        ("Orvel said so.", "who speaks"),
        ("Orvel was shelled.", "struck behind"),
    ],
)
def test_the_words_some_way_before_a_name_and_behind_it_tell_what_it_was_to_the_count(words: str, role: str) -> None:
    (found,) = [name for name in names(words, 0, len(words)) if name.name == "Orvel"]
    assert role in found.signs


def test_a_word_across_a_stop_says_nothing_of_a_name() -> None:
    words = "He died; in Orvel it was quiet."
    (found,) = [name for name in names(words, 0, len(words)) if name.name == "Orvel"]
    assert "died at it" not in found.signs


def test_the_tags_that_end_a_post_are_told_from_those_in_its_words() -> None:
    words = "In #Orvel nine died #Velmar #Tollen"
    tagged = {name.name for name in names(words, 0, len(words)) if "a tag at the end" in name.signs}
    assert tagged == {"Velmar", "Tollen"}


@pytest.mark.parametrize("words", ["Date: 3 May.", "Context. It was quiet.", "The Public Works Department met."])
def test_the_heads_of_a_form_and_offices_are_no_places(words: str) -> None:
    assert names(words, 0, len(words)) == []


def test_what_is_told_to_be_in_another_place_is_the_narrower() -> None:
    assert _where("3 May, Orvel (Tollen). Nine people were burned to death on a bus.") == ["Orvel"]


def test_the_labels_of_a_form_are_not_where_its_people_died() -> None:
    text = (
        "Place: Orvel, Brennow district. Date: 2 June 2021.\n"
        "Killed. The clerk listed 36 dead by name.\n"
        "Context. Orvel was raided once before."
    )
    assert _where(text) == ["Orvel"]
