"""Ordinary words with the capital of their line are no names."""

import pytest

from harmtrace.claims import read
from harmtrace.intake import gazetteers
from harmtrace.language.english import standing
from harmtrace.language.english.ordinary import ordinary
from harmtrace.records.text import Document, Sha256
from tools import ordinary_words

PLACES, _ = gazetteers.load([])


@pytest.mark.parametrize(
    "word", "Rescuers NARRATIVE Date Mistakes Crews Stopped Cities Wounding Neighbourhood Centre Defence".split()
)
def test_common_words_are_ordinary_whatever_their_ending(word: str) -> None:
    """Plurals, verbs and capitals lead back to the base word."""
    assert ordinary(word)


@pytest.mark.parametrize("name", ["Mosul", "Turkey", "Chad", "Bath", "Aden", "Sabra", "Hama", "Xyl"])
def test_names_are_not(name: str) -> None:
    """Names of towns and countries, also those that are words when written small."""
    assert not ordinary(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rescuers in Ostrel brought out two bodies.", ["Ostrel"]),
        ("12:02 Sorry: the figure was 11 hurt.", []),
        ("OSTREL (Wire) - Crews on Tuesday found nine dead.", ["OSTREL"]),
        ("Two were killed in Hit on Friday.", ["Hit"]),
    ],
)
def test_a_word_that_opens_its_sentence_is_no_name(text: str, names: list[str]) -> None:
    """Behind a preposition the same word may be one."""
    found = [one.name for one in standing.names(text, 0, len(text), top=True)]
    assert [name for name in found if name != "Wire"] == names


def test_a_label_is_no_place_though_a_town_is_called_so() -> None:
    """There is a Date in Japan."""
    text = (
        "Report 4. Location: Ostrel ferry.\nDate: 2 March 2031.\nNarrative. Nine people were killed when a shell fell."
    )
    document = Document(id="d", text=text, sha256=Sha256("0" * 64), language="en")
    assert {claim.where for claim in read(document, gazetteer=PLACES).claims} <= {"Ostrel", "Ostrel ferry"}


def test_the_list_is_made_of_small_words_that_are_common_and_no_towns() -> None:
    """The commonest stay though a name is written so; inflections are left to their base."""
    dictionary = ["rescue", "turkey", "Turkey", "date", "abbey", "zax", "Mark", "mark"]
    common = ["mark", *(f"filler{n}" for n in range(3)), "date", "rescues", "rescue", "rescuer", "turkey", "abbey"]
    towns = frozenset(("date", "abbey"))
    found = ordinary_words.ordinary(dictionary, common, towns)
    assert found == ["abbey", "date", "mark", "rescue", "rescuer", "turkey"]


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("Type: Air strike\nGovernorate: Idlib\nDistrict: Unknown\nVillage: Home\nKilled: 4 civilians", "Idlib"),
        ("Neighbourhood: Sheikh Maqsoud\nVictims: 4 killed", "Sheikh Maqsoud"),
    ],
)
def test_what_a_form_gives_as_its_place_is_one_and_its_labels_are_none(form: str, place: str) -> None:
    """A field that says nothing gives no place."""
    document = Document(id="d", text=form, sha256=Sha256("0" * 64), language="en")
    assert [claim.where for claim in read(document, gazetteer=PLACES).claims] == [place]
