"""Which place a count is given where its sentence names none, and names without a preposition; texts of our own."""

import pytest

from tests.claims.phenomena_english import Row, injured, killed, people, row
from tests.claims.test_who_where import _answers
from tests.reading import flat, read_text

_FIRST = "A shell fell on a yard in Ostrel on Monday, killing four potters. "

CARRIED = (
    row(
        "the sentence before says where",
        _FIRST + "The kilns were closed at noon.\nUpstream, a raft has overturned at Tollen. Eleven people drowned.",
        killed(4, 4, where="Ostrel", when="2021-06-07"),
        killed(11, 11, where="Tollen"),
    ),
    row(
        "and its day",
        _FIRST + "A grain lorry was ambushed near Tollen yesterday. Two guards were killed.",
        killed(4, 4, where="Ostrel", when="2021-06-07"),
        killed(2, 2, where="Tollen", when="2021-06-08"),
    ),
    row(
        "and the next sentence of the paragraph",
        _FIRST + "\nIn Tollen, gunmen shot dead three weavers. A child was wounded.",
        killed(4, 4, where="Ostrel"),
        killed(3, 3, where="Tollen"),
        injured(1, 1, where="Tollen"),
    ),
    row(
        "a new paragraph returns to the main event",
        _FIRST + "\nIn Tollen, gunmen shot dead three weavers on Sunday.\nSeven people were wounded by splinters.",
        killed(4, 4, where="Ostrel"),
        killed(3, 3, where="Tollen", when="2021-06-06"),
        injured(7, 7, where="Ostrel", when="2021-06-07"),
    ),
    row(
        "an answer takes the place of its question",
        "HOST: What happened on Monday?\nGUEST: A shell fell on Ostrel. Four potters were killed.\n"
        "HOST: And the raft at Tollen?\nGUEST: Eleven people drowned.",
        killed(4, 4, where="Ostrel"),
        killed(11, 11, where="Tollen"),
    ),
    row(
        "not where somebody heard of it",
        _FIRST + "I had heard of it in Tollen, from a pedlar. Nine people were wounded.",
        killed(4, 4, where="Ostrel"),
        injured(9, 9, where="Ostrel"),
    ),
    row(
        "not where the wounded were taken",
        _FIRST + "Two of the wounded have since died in Halvin. Six people were hurt.",
        killed(4, 4, where="Ostrel"),
        killed(2, 2),
        injured(6, 6, where="Ostrel"),
    ),
    row(
        "not where those who speak were found",
        _FIRST + "\nThree survivors reached in Tollen tell it otherwise. They say that nine potters were killed.",
        killed(4, 4, where="Ostrel"),
        killed(9, 9, where="Ostrel"),
    ),
)

NAMES = (
    row("chapel", "Twelve people died in the Tollen chapel bombing.", killed(12, 12, where="Tollen")),
    row("mosque", "Nine people died when shells hit the Wadrun mosque.", killed(9, 9, where="Wadrun")),
    row("road", "Gunmen killed two drivers on the Sarn Velu road.", killed(2, 2, where="Sarn Velu")),
    row("above", "Three herders were shot dead in the woods above Tollen.", killed(3, 3, where="Tollen")),
    row("over", "A drone came down over Tollen. Nobody was hurt.", people("killed_or_injured", 0, 0, where="Tollen")),
    row("vicinity", "A raid in the vicinity of Tollen killed six gunmen.", killed(6, 6, where="Tollen")),
    row("massacre", "Survivors of the Tollen massacre say that 40 people were killed.", killed(40, 40, where="Tollen")),
    row(
        "head of an entry",
        "Case 14.\nTollen Bask, Velm province, 3 June 2021, about noon.\n"
        "Two rockets fell on a mill. The mayor reported five dead.",
        killed(5, 5, where="Tollen Bask", when="2021-06-03"),
    ),
    row(
        "numbered entry",
        "7. 3 June 2021, vicinity of Tollen, Velm, by letter: A farmer alleges that a strike killed a woman.",
        killed(1, 1, where="Tollen"),
    ),
)

NO_NAMES = (
    row("a party", "The Wadrun army killed nine people in Ostrel.", killed(9, 9, where="Ostrel")),
    row("a weekday", "Nine people died in Saturday market fire in Ostrel.", killed(9, 9, where="Ostrel")),
    row("an adjective", "Nine people died in Ostrel, the Turkish school said.", killed(9, 9, where="Ostrel")),
    row(
        "a heading without place",
        "Briefing transcript, Monday 7 June 2021\nNine people died in Ostrel.",
        killed(9, 9, where="Ostrel"),
    ),
    row("no fire", "Heavy shelling in Ostrel left 30 people missing.", people("missing", 30, 30, where="Ostrel")),
)


@pytest.mark.parametrize("case", [*CARRIED, *NAMES, *NO_NAMES], ids=lambda case: case.id)
def test_a_count_has_its_place(case: Row) -> None:
    casualties = [
        f for f in map(flat, read_text(case.text, published=case.published).claims) if f["kind"] == "casualty"
    ]
    assert len(casualties) == len(case.expected), casualties
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (want, casualties)
