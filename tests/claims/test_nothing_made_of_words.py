"""Words that look like a day, like somebody's wish, like a victim's name or like a thing, and are none."""

import pytest

from harmtrace.records.claim import Casualty
from tests.reading import read_text


def _counts(text: str) -> list[Casualty]:
    return [c for c in read_text(text, published="2024-05-12").claims if isinstance(c, Casualty)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine weavers were killed where they sat.",
        "The children sat, frightened, when a shell killed two.",
        "Weavers lay in the sun. At least 12 were killed in Ostrel.",
        "They were newly wed, the priest said; a shell killed two guests.",
        "Nine weavers were killed, says The Ostrel Sun.",
        "After 40 days on hunger strike nine prisoners died.",
        "After 12 days on the road, nine weavers were killed.",
        "Nine weavers died after three weeks on a ventilator.",
        "Nine were killed on the first, two on the second.",
        "Nine weavers were killed by the third, the largest, of the bombs.",
        "Nine weavers were killed by the fourth. The rest fled.",
        "Nine fans were killed in the first half of the match.",
        "Nine fans were killed in week 12 of the season.",
        "Nine witnesses were killed in week 3 of the trial. Two were wounded.",
        "In the first 48 hours of the offensive nine weavers were killed.",
        "It was quiet for three weeks. Nine weavers were killed.",
        "She was in labour for 12 hours. Two weavers were killed by a shell.",
    ],
)
def test_no_day_is_made_of_a_verb_a_floor_a_match_or_a_length_of_time(text: str) -> None:
    found = _counts(text)
    assert {each.when for each in found} <= {None}


def test_the_floors_of_a_house_are_no_days_of_the_month_told() -> None:
    first, *_ = _counts("On 3 May a raid hit Ostrel. Nine were killed on the first, two on the second.")
    assert first.when == "2024-05-03"


def test_the_day_beside_half_a_match_stays() -> None:
    (found,) = _counts("Nine fans were killed in the first half of the match on Saturday.")
    assert found.when == "2024-05-11"


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Amnesty called the execution of eleven prisoners on Tuesday a crime.", 11),
        ("Relatives demanding justice for the execution of 12 farmers marched.", 12),
        ("Protesters demanding justice over the execution of 12 farmers marched.", 12),
        ("She wants those behind the execution of 14 villagers tried.", 14),
        ("Widows who face hunger since the execution of six men spoke.", 6),
        ("Activists threatened with arrest said the execution of six men took place.", 6),
        ("The couple were asked about the execution of their two sons.", 2),
        ("The army executed nine suspected spies.", 9),
        ("The militia executed five rivals.", 5),
    ],
)
def test_an_execution_that_others_speak_of_was_carried_out(text: str, low: int) -> None:
    assert [each.count.low for each in _counts(text)] == [low]


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors asked the court for the execution of nine men.",
        "Hardliners called for the public execution of nine men.",
        "The ministry demanded the immediate execution of nine men.",
        "Nine amendments were executed.",
    ],
)
def test_one_that_is_asked_for_was_not(text: str) -> None:
    assert not _counts(text)


def test_serfs_and_nobles_are_people() -> None:
    assert [each.count.low for each in _counts("Nine serfs and four nobles were executed.")] == [9, 4]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("A single strike on Ostrel killed nine weavers some time between March and May 2021.", ["event"]),
        ("A mine killed two boys in the first quarter of 2024.", ["event"]),
        ("Nine weavers were killed by a strike in Ostrel between March and May 2021.", ["event"]),
        ("From January to March 2021 our monitors recorded 48 deaths in Ostrel.", ["period"]),
        ("In the second quarter of 2020 shells killed 41 weavers.", ["period"]),
    ],
)
def test_what_struck_once_is_an_event_though_its_day_is_uncertain(text: str, scopes: list[str]) -> None:
    assert [str(each.scope) for each in _counts(text)] == scopes


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Dorna was shot at on Monday: 4 people were killed.", "Dorna"),
        ("Dorna was buried under snow on Monday and three people died.", "Dorna"),
        ("The death of Aleppo: 30 people were killed there.", "Aleppo"),
        ("The killing of Dorna: 14 dead.", "Dorna"),
    ],
)
def test_a_town_that_suffers_is_a_place(text: str, where: str) -> None:
    assert [each.where for each in _counts(text)] == [where]
