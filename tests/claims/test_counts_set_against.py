"""Numbers set against each other, nobody harmed, harm within the noun, and counts of things: invented texts."""

import pytest

from harmtrace.records.claim import Casualty, Modality, Outcome
from tests.reading import read_text


def _claims(text: str) -> list[tuple[Outcome, int | None, Modality]]:
    found = read_text(text, published="2021-05-12").claims
    return [(claim.outcome, claim.count.low, claim.modality) for claim in found if isinstance(claim, Casualty)]


KILLED, INJURED, EITHER = Outcome.KILLED, Outcome.INJURED, Outcome.KILLED_OR_INJURED
ASSERTED, DENIED = Modality.ASSERTED, Modality.DENIED


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Nine people died in Ostrel. It was 13, not 9, my cousin says.", (KILLED, 13), (KILLED, 9)),
        ("Nine people died in Ostrel. Thirteen, not twelve.", (KILLED, 13), (KILLED, 12)),
        ("Nine people died in Ostrel. The toll is 13, not 12.", (KILLED, 13), (KILLED, 12)),
        ("Nine people died in Ostrel. The pupils were 7, not 8.", (KILLED, 7), (KILLED, 8)),
        ('Six porters were hurt in Ostrel. "Not six but eight," the ward sister said.', (INJURED, 8), (INJURED, 6)),
    ],
)
def test_of_two_numbers_one_is_denied(text: str, right: tuple[Outcome, int], wrong: tuple[Outcome, int]) -> None:
    claims = _claims(text)
    assert (*right, ASSERTED) in claims
    assert (*wrong, DENIED) in claims


def test_a_number_that_was_not_is_denied() -> None:
    assert (KILLED, 80, DENIED) in _claims("Nine people died in Ostrel. Not 80, as the page wrote.")


@pytest.mark.parametrize(
    ("text", "outcome", "number"),
    [
        ("The brief put at 14 the number of people killed in Ostrel.", KILLED, 14),
        ("A boy died in Ostrel, which takes to 31, nine of them children, the number of wounded and dead.", KILLED, 31),
        ("Nine people died. A carter took five wounded people to Ostrel.", INJURED, 5),
        ("The team saw eleven burn patients in Ostrel.", INJURED, 11),
        ("Gunmen shot six of the herders dead in Ostrel.", KILLED, 6),
        ("A fire in Ostrel has burned three porters to death.", KILLED, 3),
        ("Eleven people in Ostrel were cut by flying glass.", INJURED, 11),
        ("The clinic in Ostrel had 23 wounded, four of whom did not recover.", KILLED, 4),
        ("They ran 40 operations, in the course of which 12 gunmen were killed.", KILLED, 12),
        ("Nine boys aged between 8 and 12 were killed in Ostrel.", KILLED, 9),
    ],
)
def test_a_count_is_found(text: str, outcome: Outcome, number: int) -> None:
    assert (outcome, number) in [claim[:2] for claim in _claims(text)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Two people died. No aid worker was hit in Ostrel.", EITHER),
        ("Two people died, but no civilian came to harm in Ostrel.", EITHER),
        ("Nine gunmen were killed and no civilians were.", KILLED),
        ("The march in Ostrel ended without injuries. Two people died later.", INJURED),
        ("A mine killed two people. Bombs fell on Ostrel without hurting anybody.", EITHER),
        ("Ostrel was taken without a single civilian death. Two people died later.", KILLED),
    ],
)
def test_nobody_is_harmed(text: str, outcome: Outcome) -> None:
    assert (outcome, 0, ASSERTED) in _claims(text)


def test_one_whose_harm_is_denied_is_nobody() -> None:
    assert _claims("The army denied that a single civilian was hurt in Ostrel.") == [(EITHER, 0, DENIED)]


@pytest.mark.parametrize(
    "text",
    [
        "Eight were feared drowned off Ostrel but came home safe.",
        "Houses burnt: 23.",
        "60 houses and 14 were burnt down in Ostrel.",
        "Of 1,200 trees planted in March, 300 died in the dry months.",
        "The raid could not be made without casualties.",
        "The order cuts to 6 the number of dead goats.",
        "The square of Ostrel has nine fallen soldiers of bronze.",
        "The fire drill in Ostrel ended without injuries.",
        "A war film without a single death opened in Ostrel.",
    ],
)
def test_nobody_is_counted(text: str) -> None:
    assert _claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed nine people in Ostrel. The mayor says 46 people were inside when the bomb fell.",
        "The raid killed nine people in Ostrel. Nearly half of the patients were under eighteen.",
        "The raid killed nine people in Ostrel. Photographs: 14.",
        "The raid killed nine people in Ostrel. The tram line is 15, not 14.",
        "The raid killed nine people in Ostrel. The hearing starts at 11, not 10, on Friday.",
        "The raid killed nine people in Ostrel. They were hit 15, not 14, times.",
        "The raid killed nine people in Ostrel. They were aged 31, not 41.",
        "Nine people were killed in Ostrel at 6, not 5, on Friday.",
        "The raid killed nine people in Ostrel. The letter is dead in Statement No. 2 of the army.",
    ],
)
def test_a_number_of_something_else_is_left(text: str) -> None:
    assert [claim[1] for claim in _claims(text)] == [9]


def test_whom_three_of_forty_died_of_are_not_dead() -> None:
    assert _claims("Of 40 people in the hall, three died.") == [(KILLED, 3, ASSERTED)]
