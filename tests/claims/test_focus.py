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
