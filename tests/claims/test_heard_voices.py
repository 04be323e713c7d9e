"""Who vouches for a count, found among all who could; texts of our own."""

import pytest

from harmtrace.claims import vouching
from harmtrace.language.english.grammar import English
from harmtrace.language.english.speech.candidates import candidates
from harmtrace.language.english.speech.likeness import like
from harmtrace.records.claim import Casualty
from tests.reading import read_text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kessary Ministry of Defence gave another account.", "The Kessary Ministry of Defence"),
        ("The ministry of health of Marl disagreed.", "The ministry of health of Marl"),
        ("The mayor of the port of Orla led us round.", "The mayor of the port of Orla"),
        ("The head of those who stayed came too.", "The head"),
    ],
)
def test_a_body_that_opens_a_sentence_keeps_the_whole_of_its_name(text: str, name: str) -> None:
    found = English().subject(text, 0, len(text))
    assert found is not None
    assert text[found[0] : found[1]] == name


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The panel is satisfied that nine villagers were killed at Orla on 3 May.", "The panel"),
        ("A patrol of the union found nine villagers dead at Orla, and nobody injured.", "patrol"),
        ("Porters at the gate saw two killed.", "Porters"),
        ("The reviewers hold that eight civilians were killed in the house at Orla.", "reviewers"),
        ("The mission has so far been able to confirm nine deaths at Orla.", "mission"),
    ],
)
def test_who_vouches_is_found_where_no_frame_of_speech_names_them(text: str, speaker: str) -> None:
    claims = [c for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]
    assert claims
    assert all(c.speaker is not None and speaker in c.speaker for c in claims)


def test_a_count_that_a_frame_gives_to_somebody_is_not_weighed() -> None:
    (found,) = [
        c
        for c in read_text("Nine people were killed in Orla, residents told the clinic.", published="2021-06-09").claims
        if isinstance(c, Casualty)
    ]
    assert found.speaker == "residents"
    assert vouching.RULE not in found.rules


def test_nobody_vouches_where_only_those_harmed_are_told_of() -> None:
    (found,) = [
        c
        for c in read_text("Two teachers were killed in Orla on 3 May.", published="2021-06-09").claims
        if isinstance(c, Casualty)
    ]
    assert found.speaker is None


def test_what_stands_round_one_who_may_vouch_is_told_by_class() -> None:
    text = "A clerk stationed by the river stated that the union's tally was nine."
    found = {each.name: each.signs for each in candidates(text, 0, len(text))}
    assert "_ SAY" in found["A clerk"]
    assert "_'s COUNT" in found["the union"]


def test_a_heading_that_ends_in_a_colon_speaks_for_nothing() -> None:
    text = "Clinic in Orla, 22 April 2021: shells hit the clinic, killing nine civilians. Witnesses blamed the army."
    assert all("_ , :" not in each.signs for each in candidates(text, 0, len(text)))


def test_a_name_that_tells_who_somebody_is_stands_for_them() -> None:
    text = "A trader in dried fish, Kalim Osh, saw four people killed beside his scales in Orla."
    (found,) = [c for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]
    assert found.speaker == "Kalim Osh"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The gendarmerie post at Thel reported that nine people were killed in Orla.", "The gendarmerie post at Thel"),
        ("The miller's father, whom we met in Orla, said that his daughter was killed.", "The miller's father"),
        ("A third outlet, close to the rebels, claimed 26 dead in Orla.", "A third outlet"),
    ],
)
def test_a_frame_of_speech_names_the_whole_of_its_subject(text: str, speaker: str) -> None:
    (found, *_) = [c for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]
    assert found.speaker == speaker


def test_what_a_sentence_with_a_count_is_like_is_told_by_class() -> None:
    text = "4/ Two of them had died by noon, she said."
    assert like(text, 0, len(text), 3, 22) == ["opens: count", "had", "they say behind"]


def _speakers(text: str) -> list[str | None]:
    return [c.speaker for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("At Orla on 3 May a shell wounded a tailor, police there said.", "police"),
        ("The town hall here reported nine residents dead at Orla on 3 May.", "The town hall"),
        ("Nine were killed at Orla on 3 May, according to the head of the port, Una Fell.", "Una Fell"),
        ("11:40 Una Fell, public health director: nine dead at Orla on 3 May.", "Una Fell"),
        ("MONDAY Shells hit the market at Orla on 3 May. The town hall there reported nine dead.", "The town hall"),
    ],
)
def test_a_speaker_is_found_beside_a_word_of_place_an_office_or_a_name(text: str, speaker: str) -> None:
    (found,) = _speakers(text)
    assert found is not None
    assert found.endswith(speaker)


@pytest.mark.parametrize(
    "text",
    [
        "A reporter for this newspaper saw nine dead residents at Orla on 3 May.",
        "Our list, which is short, has nine residents killed at Orla on 3 May.",
        "An earlier version of this article said that nine residents had been killed at Orla on 3 May.",
        "09:12 Our stringer has reached the Orla market. She saw nine bodies there.",
    ],
)
def test_for_what_the_outlet_gathered_or_published_the_outlet_vouches(text: str) -> None:
    assert _speakers(text) == [None]


def test_whom_a_reporter_tells_of_vouches_in_a_dialogue() -> None:
    text = (
        "HOST: And Orla?\nUNA FELL: The matron has a register. The matron has nine dead in it.\n"
        "HOST: And on the coast?\nUNA FELL: Nothing.\n"
    )
    assert _speakers(text) == ["The matron"]
