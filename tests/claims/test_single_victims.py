"""One person harmed, told of by trade, kin, ordinal or name and without a number; texts of our own."""

import pytest

from harmtrace.records.claim import Casualty
from tests.reading import read_text

Told = tuple[str, int | None, str | None]

INSETS: tuple[tuple[str, list[Told]], ...] = (
    ("The trader's mother, who was asleep, lost an eye.", [("injured", 1, None)]),
    ("A relative adds that her nephew, 8, survived with burns.", [("injured", 1, None)]),
    ("A missile left an orchard worker, 43, in serious condition.", [("injured", 1, None)]),
    ("A driver brought in after nightfall did not survive.", [("killed", 1, None)]),
    ("Two lost their lives, and a third, 28, lost his sight.", [("killed", 2, None), ("injured", 1, None)]),
    ("A fifth, Marwa, lost her right hand.", [("injured", 1, None)]),
    ("My sister has a bullet in the leg.", [("injured", 1, None)]),
    ("The mother, who was asleep, heard a shell that wounded nine people.", [("injured", 9, None)]),
)
TRADES: tuple[tuple[str, list[Told]], ...] = (
    ("A tax collector was shot dead in Halvin.", [("killed", 1, "Halvin")]),
    ("A clarinettist was killed in Halvin.", [("killed", 1, "Halvin")]),
    ("A chandler, 44, was wounded.", [("injured", 1, None)]),
    ("A sorter and a woman who had come for her pension were killed.", [("killed", 1, None), ("killed", 1, None)]),
    ("The driver and his helper burned to death.", [("killed", 1, None), ("killed", 1, None)]),
    ("A member of the town council was shot dead in Halvin.", [("killed", 1, "Halvin")]),
    ("A member of the council said nine people were killed.", [("killed", 9, None)]),
    ("The second shell killed Ruqayya, who was nine.", [("killed", 1, None)]),
    ("A tower was hit and a shelter was damaged.", []),
    ("A terrier was killed in Halvin.", []),
)
HEADLINES: tuple[tuple[str, list[Told]], ...] = (
    ("Farmer killed, 3 hurt in Halvin blast", [("killed", 1, "Halvin"), ("injured", 3, "Halvin")]),
    ("Baker and his apprentice dead, neighbours say.", [("killed", 1, None), ("killed", 1, None)]),
    ("Watchman killed, his two children burnt.", [("killed", 1, None), ("injured", 2, None)]),
    ("Soldiers killed in Halvin.", []),
    ("Gunman dead, siege over.", []),
    ("Man killed in Halvin.", []),
    ("Policeman killed two.", [("killed", 2, None)]),
)
BESIDE: tuple[tuple[str, list[Told]], ...] = (
    ("Militiamen shoot dead her husband and two of his brothers.", [("killed", 1, None), ("killed", 2, None)]),
    ("We recorded the death of an aid worker, who was shot at his gate.", [("killed", 1, None)]),
    (
        "Our doctor was killed on Monday outside his home, together with his son.",
        [("killed", 1, None), ("killed", 1, None)],
    ),
    ("His wife drowned, and so did a baby of a family he did not know.", [("killed", 1, None), ("killed", 1, None)]),
)
NAMES_ARE_NO_PLACES: tuple[tuple[str, list[Told]], ...] = (
    ("Samir Haddad, 41, was killed at his stall.", [("killed", 1, None)]),
    ("Samir Haddad, a baker, was killed at his stall.", [("killed", 1, None)]),
    ("Samir Haddad, who owned the mill, was killed in Halvin.", [("killed", 1, "Halvin")]),
    ("A strike on Ostrel killed nine people. Ostrel, 40 km from here, has no clinic.", [("killed", 9, "Ostrel")]),
)

#: Nobody but those counted is told to be dead or hurt here.
ANOTHER_VERB: tuple[tuple[str, list[Told]], ...] = (
    (
        "A woman was killed and her husband was pulled alive from the rubble together with their son.",
        [("killed", 1, None)],
    ),
    ("A woman was killed; her baby was rescued along with his father.", [("killed", 1, None)]),
    ("A teacher was killed on Monday working together with her husband, who survived.", [("killed", 1, None)]),
    ("Nine people were killed and a man was charged along with his wife.", [("killed", 9, None)]),
    ("Nine people were killed and their killer fled together with his wife.", [("killed", 9, None)]),
    (
        "Nine people were killed in the strike that the president ordered together with the minister.",
        [("killed", 9, None)],
    ),
    ("Nine people were killed, and the mayor visited the site together with the governor.", [("killed", 9, None)]),
    ("Nine people were killed, along with the sergeant the colonel had watched.", [("killed", 9, None)]),
    ("A man was killed, along with his wife the baker had warned him.", [("killed", 1, None)]),
    ("The ministry said nine people were killed, and so did the mayor.", [("killed", 9, None)]),
    ("The ministry said nine people died, and so did the mayor.", [("killed", 9, None)]),
    ("Nine people were killed, the army said, and so did a neighbour.", [("killed", 9, None)]),
    ("Nine people were killed, and so was a teacher told on the phone.", [("killed", 9, None)]),
    ("Nine people were killed. So did the mayor.", [("killed", 9, None)]),
    ("Nine people were killed, and so was her husband.", [("killed", 9, None), ("killed", 1, None)]),
    ("Nine people were killed on Monday, and so was a teacher.", [("killed", 9, None), ("killed", 1, None)]),
    ("A man was killed in Halvin along with his son, 12.", [("killed", 1, "Halvin"), ("killed", 1, "Halvin")]),
)
NO_PERSONS: tuple[str, ...] = (
    "A beaver was killed on the road.",
    "An otter was killed by a car.",
    "A condor was shot in the Andes.",
    "A heifer was killed by lightning.",
    "A Rottweiler was shot dead by police.",
    "A badger was killed on the road.",
    "An adder was killed in the garden.",
    "An alligator was shot in the park.",
    "A rooster was killed by a dog.",
    "A herd was killed by lightning.",
    "A thriller was shot in Malta.",
    "A teaser was shot in one day.",
    "A horror was shot in Malta.",
    "A banner was shot to pieces.",
    "A cover was shot for the magazine.",
    "A router died in the night.",
    "A compressor died on Monday.",
    "A transistor died.",
    "A tumor was killed by the rays.",
    "A character was killed off in the third part.",
    "A hostage-taker was shot dead by police.",
    "A stabber was shot dead by police.",
    "A rioter was shot dead by police.",
    "An arsonist was killed.",
    "A supremacist was killed.",
    "An enforcer was shot dead.",
    "An inventor died in 1847.",
    "An emperor was murdered in 1204.",
    "The mayor, who was elected in 2019, did not survive the scandal.",
    "A second, Karim, died of a heart attack at home aged 90.",
    "Composer dead, aged 91",
    "Actor dead, 79, of cancer",
    "Policeman killed, skinned and ate the deer",
    "Two drones were lost; a third, armed, died in the air.",
    "The boy has a bullet in his pocket.",
    "The mayor, who was re-elected in March, lost his foot soldiers.",
    "A member of the orchestra had hurt feelings.",
    "A member of the council was shot in a photo session.",
)
NO_FORCES: tuple[str, ...] = (
    "A member of staff at the army hospital was killed.",
    "A member of the crew of an army ambulance died.",
    "A member of a police family was killed.",
)


@pytest.mark.parametrize("text", NO_PERSONS)
def test_nobody_is_made_a_victim(text: str) -> None:
    assert not [c for c in read_text(text, published="2021-05-04").claims if isinstance(c, Casualty)]


@pytest.mark.parametrize("text", NO_FORCES)
def test_staff_and_kin_are_no_combatants(text: str) -> None:
    claims = read_text(text, published="2021-05-04").claims
    assert not [c for c in claims if isinstance(c, Casualty) and c.who.value == "combatant"]


CASES = (*INSETS, *ANOTHER_VERB, *TRADES, *HEADLINES, *BESIDE, *NAMES_ARE_NO_PLACES)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_person_is_one(text: str, expected: list[Told]) -> None:
    claims = read_text(text, published="2021-05-04").claims
    assert [(c.outcome.value, c.count.low, c.where) for c in claims if isinstance(c, Casualty)] == expected
