"""English: who speaks over insets and labels, what a town has, and which day is whose clause's."""

import pytest

from harmtrace.records.claim import Casualty
from tests.reading import read_text


def counted(text: str) -> list[Casualty]:
    return [c for c in read_text(text, published="2031-05-06").claims if isinstance(c, Casualty)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A midwife, who asked not to be named, said that 14 people were killed in Ostrel.", "A midwife"),
        ("The clinic, in a statement on Tuesday, said 14 people were killed in Ostrel.", "The clinic"),
        ("The district judge, speaking by telephone, said 14 people were killed in Ostrel.", "The district judge"),
        ("Two ferrymen who swam ashore told the agency that 14 people died in Ostrel.", "Two ferrymen who swam ashore"),
        ("The court finds that five farmers were shot dead in Ostrel.", "The court"),
        ("The mission recalls that a bomb hit a bus in Ostrel, killing 11 passengers.", "The mission"),
        ("They blamed the guild, which said only that two of its guards had died in Ostrel.", "the guild"),
        ("There are two tellings. In one, given by a ferryman, six people were killed in Ostrel.", "a ferryman"),
        ("The judge spoke on Monday. By his account seven people were killed in Ostrel.", "The judge"),
        ("08:05 Civil defence, first count: four dead in Ostrel.", "Civil defence"),
        ("08:58 Health ministry raises the number of dead to nine in Ostrel.", "Health ministry"),
        ("13:10 Red Cross: two fishermen killed on the road to Ostrel.", "Red Cross"),
        ("CLARIFICATION: We said otherwise. Nobody was killed in Ostrel.", None),
    ],
)
def test_who_vouches_is_found(text: str, speaker: str | None) -> None:
    assert counted(text)[0].speaker == speaker


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A drone strike on the bus station of Vessary, in Kessary, killed 14 people.", "Vessary"),
        ("Four pupils were killed when jets bombed the primary school of Zerlin, a village in Kessary.", "Zerlin"),
        ("A dairy in Ostrel was hit. Two pages named five dead workers, three of them from Niger.", "Ostrel"),
        ("Nine miners from Mali were killed in Ostrel.", "Ostrel"),
        ("Nine bodies were recovered from Ostrel.", "Ostrel"),
        ("News of the day\n12:15 Marl Bay: four fishermen are dead.", "Marl Bay"),
        ("Gunmen shot four people in the chapel of Saint Anna in Ostrel.", "Ostrel"),
    ],
)
def test_the_place_of_the_harm_is_found(text: str, where: str) -> None:
    assert counted(text)[0].where == where


def test_a_day_that_opens_the_next_clause_is_that_of_the_next_count() -> None:
    text = "On 18 April bombs left six shoppers dead in Ostrel, and on Sunday a helicopter wounded two nuns in Kessary."
    assert [c.when for c in counted(text)] == ["2031-04-18", "2031-05-04"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ('The statement of 3 May, which announced "seven fighters killed", is hereby retracted.', "denied"),
        ("The mission does not accept the figure of 25 deaths in Ostrel.", "denied"),
        ("The army disputes the count of nine dead in Ostrel.", "denied"),
        ("The army accepts the count of nine dead in Ostrel.", "asserted"),
        ("The army rejects the charge; nine people were killed in Ostrel.", "asserted"),
    ],
)
def test_who_refuses_a_number_denies_it(text: str, modality: str) -> None:
    assert counted(text)[0].modality.value == modality


def test_a_line_of_places_at_the_head_of_a_file_says_where_from_the_finest_on() -> None:
    text = "File 31. Orla Sand, Butan, Lesser Varn. 26 April 2031.\nTwo jets dropped bombs. They killed a mother."
    assert counted(text)[0].where == "Orla Sand"


def test_who_asks_in_a_transcript_is_no_place() -> None:
    assert (
        counted("HOST: You have been there?\nSister Agathe: Nine people were killed, all of them men.")[0].where is None
    )
