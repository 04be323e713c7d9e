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


@pytest.mark.parametrize(("text", "expected"), [*INSETS, *TRADES, *HEADLINES, *BESIDE, *NAMES_ARE_NO_PLACES])
def test_each_person_is_one(text: str, expected: list[Told]) -> None:
    claims = read_text(text, published="2021-05-04").claims
    assert [(c.outcome.value, c.count.low, c.where) for c in claims if isinstance(c, Casualty)] == expected
