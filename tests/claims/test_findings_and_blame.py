"""What a body finds about itself, and whom people blame for what: invented texts, read whole."""

import pytest

from harmtrace.records.claim import Position
from tests.fields import Fields
from tests.reading import flat, read_text

_ARMY = "Ostrel Armed Forces"

FINDINGS = (
    ("The committee finds the report credible.", "credible"),
    ("The panel found this allegation to be credible.", "credible"),
    ("The review board has upheld both complaints as credible.", "credible"),
    ("The committee has closed the report as not credible.", "non_credible"),
    ("The allegation has been closed as not credible.", "non_credible"),
    ("We rate the claim unsubstantiated.", "non_credible"),
    ("Our batteries did not fire a single shell at the school.", "responsibility_denied"),
    ("No aircraft and no drone of the Armed Forces struck anything in that area on that day.", "responsibility_denied"),
)


@pytest.mark.parametrize(("words", "position"), FINDINGS, ids=[words[:40] for words, _ in FINDINGS])
def test_a_body_states_its_own_findings(words: str, position: str) -> None:
    reading = read_text(
        f"Reports of civilians killed by shells were examined.\n\nOstrel, 3 May 2021. {words}",
        published="2021-05-09",
        source=_ARMY,
    )
    found = [claim for claim in reading.claims if isinstance(claim, Position)]
    assert [claim.position.value for claim in found] == [position]
    assert [claim.body for claim in found] == [_ARMY]


def test_what_is_found_of_a_heading_is_of_its_place_and_day() -> None:
    text = (
        "Two reports were examined.\n\nHalvin, 3 May 2021. Eight civilians were killed by our shells.\n\n"
        "Ostrel, 1 May 2021. No aircraft of ours attacked anything in that area on that day."
    )
    reading = read_text(text, published="2021-05-09", source=_ARMY)
    denial = next(claim for claim in reading.claims if isinstance(claim, Position))
    assert denial.where == "Ostrel"


def test_who_accepts_stands_before_the_relative_clause() -> None:
    text = (
        "Six people were killed in Ostrel on 3 May 2021. Sources: the Lantern, the Aid Circle and the army itself, "
        "which has accepted responsibility for the attack."
    )
    (position,) = [c for c in read_text(text, published="2021-06-01").claims if isinstance(c, Position)]
    assert (position.speaker, position.position.value) == ("the army", "responsibility_accepted")


BLAMES: tuple[tuple[str, str, str], ...] = (
    (
        "Neighbours said the fire came from the direction of positions of the Ostrel Guard west of the town.",
        "Neighbours",
        "Ostrel Guard",
    ),
    ("Residents said the shells came from the lines of the Ostrel Guard.", "Residents", "Ostrel Guard"),
    (
        "The traders said the planes were those of the Tarn-led coalition, which flies there daily.",
        "The traders",
        "Tarn-led coalition",
    ),
    (
        "A missile had fallen short, an officer said, and the Ostrel Guard were to blame.",
        "an officer",
        "Ostrel Guard",
    ),
)


@pytest.mark.parametrize(("words", "speaker", "blamed"), BLAMES, ids=[words[:30] for words, _, _ in BLAMES])
def test_blame_names_the_party_and_not_the_way_to_it(words: str, speaker: str, blamed: str) -> None:
    text = f"Shells struck a market in Halvin on 3 May 2021. Nine people were killed. {words}"
    found: list[Fields] = [flat(c) for c in read_text(text, published="2021-05-04").claims]
    (blame,) = [fields for fields in found if fields["kind"] == "blame"]
    assert (blame["speaker"], blame["blamed"]) == (speaker, blamed)


def test_a_day_told_of_the_blamed_party_alone_makes_no_event_of_its_own() -> None:
    text = (
        "A bus was blown up on 3 May 2021 at the entrance to Ostrel. Ten people were killed. Both drivers blamed the "
        "Ostrel Guard, which they said had dug up the road on 2 May."
    )
    claims = {c.quote: flat(c) for c in read_text(text, published="2021-05-04").claims}
    blame = next(fields for fields in claims.values() if fields["kind"] == "blame")
    assert blame["where"] == "Ostrel"
    assert len({fields["when"] for fields in claims.values() if fields["kind"] == "casualty"}) == 1


def test_one_who_treated_the_injured_speaks() -> None:
    text = "A blast in Ostrel killed nine people and wounded 17 on Saturday, a doctor who received the injured said."
    found = [flat(c) for c in read_text(text, published="2021-05-04").claims]
    assert {fields["speaker"] for fields in found} == {"a doctor who received the injured"}


def test_a_town_and_the_province_round_it_are_one_place_and_the_town_the_narrower() -> None:
    text = (
        "Bus blown up at entrance to town\n\nA bus was blown up on Wednesday at the entrance to Ostrel, a town in "
        "Syria held by rebels. Ten people were killed."
    )
    (claim,) = [flat(c) for c in read_text(text, published="2021-05-04").claims]
    assert claim["where"] == "Ostrel"


def test_those_whom_a_belligerent_says_it_killed_are_not_to_blame() -> None:
    text = (
        "Two cars were hit at Ostrel on 3 May 2021. Eight people were killed, a brother said. The Tarn-led coalition "
        'tells it differently. "Our aircraft eliminated 11 Houthi fighters," an officer of its command wrote.'
    )
    claims = [flat(c) for c in read_text(text, published="2021-05-04").claims]
    assert [(fields["low"], fields["who"], fields["blamed"]) for fields in claims if fields["kind"] == "casualty"] == [
        (8, "unspecified", None),
        (11, "combatant", None),
    ]


def test_people_named_again_between_commas_are_those_counted() -> None:
    text = "Two of his pupils, a brother and a sister, were killed in Ostrel on 3 May 2021."
    assert [flat(c)["low"] for c in read_text(text, published="2021-05-04").claims] == [2]


def test_a_name_that_the_gazetteer_knows_with_the_word_behind_it_is_placed() -> None:
    text = "On 3 May 2021 shells fell on Dravik hill in Halvin, killing seven people."
    (claim,) = [flat(c) for c in read_text(text, published="2021-05-04").claims]
    assert claim["place"] == "Dravik hill"
    text = "On 3 May 2021 shells fell on Tollhouse market in the centre of Halvin, killing seven people."
    (claim,) = [flat(c) for c in read_text(text, published="2021-05-04").claims]
    assert (claim["where"], claim["place"]) == ("Tollhouse", "Tollhouse market")


def test_one_from_a_village_speaks_and_not_the_village() -> None:
    text = (
        "A cobbler from Ostrel, south of Halvin, told me of an evening in May 2021 when two of his pupils were killed."
    )
    assert [flat(c)["speaker"] for c in read_text(text, published="2021-06-04").claims] == ["A cobbler from Ostrel"]


def test_the_same_three_who_say_it_are_no_dead() -> None:
    text = "Between six and eight people were killed at Ostrel on 3 May 2021, say the same three."
    assert [(flat(c)["low"], flat(c)["high"]) for c in read_text(text, published="2021-06-04").claims] == [(6, 8)]


STATED = (
    ("Moscow said that its ships had hit a fuel depot in Ostrel on Monday.", "strike_acknowledged"),
    ("An American diplomat said that he was not aware of any harm to civilians.", "not_aware"),
    ("The army said that the incident was under review.", "under_review"),
    ("The army said that the raid was being looked into.", "under_review"),
)


@pytest.mark.parametrize(("words", "position"), STATED, ids=[position for _, position in STATED])
def test_what_a_body_says_of_its_own_act_is_a_position(words: str, position: str) -> None:
    reading = read_text(f"Two people died in Ostrel on 3 May 2021. {words}", published="2021-05-05")
    assert [c.position.value for c in reading.claims if isinstance(c, Position)] == [position]


def test_the_watchman_in_a_list_of_those_killed_is_one() -> None:
    text = "A missile that struck a terminal in Ostrel on 3 May 2021 killed the watchman and two drivers."
    assert [flat(c)["low"] for c in read_text(text, published="2021-05-05").claims] == [1, 2]


def test_a_state_is_no_speaker_and_a_town_in_capitals_is_where_it_was() -> None:
    text = "DOR QASA, Kessary — The mayor, Una Fell, said that 26 people were killed in the building."
    (claim,) = [flat(c) for c in read_text(text, published="2021-05-05").claims]
    assert claim["where"] == "DOR QASA"
    text = (
        "More than 400 people died in Ostrel and Velm states in the first months of 2021, the Aid Register announced."
    )
    (claim,) = [flat(c) for c in read_text(text, published="2021-05-05").claims]
    assert claim["speaker"] == "the Aid Register"
