"""Which day a count is given, class by class: of the blow, of the telling, of the whole text; texts of our own."""

import pytest

from tests.claims.phenomena_english import Row, injured, killed, row
from tests.claims.test_who_where import _answers
from tests.reading import flat, read_text

BLOWS = (
    row("whose day", "The number killed by Sunday's lorry bomb in Ostrel climbed to nine on Tuesday, the mayor said.",
        killed(9, 9, when="2021-06-06")),
    row("days before the denial", "The navy on Tuesday denied that it had killed six anglers off Tollen two days "
        "earlier, saying a mine had sunk them.", killed(6, 6, when="2021-06-06")),
    row("inside a toll", "The toll from the mill in Ostrel, hit by a rocket on Saturday, could rise to 20, "
        "a medic warned.",
        killed(20, 20, when="2021-06-05")),
)  # fmt: skip

WHOLE_TEXTS = (
    row("today", "Drones over Ostrel since noon today. The baker on the phone says nine people were killed.",
        killed(9, 9, when="2021-06-09")),
    row("a day without a year", "Ostrel, 3 May: a shell hit a stable in Tollen, killing two grooms. "
        "Their son was hurt.",
        killed(2, 2, when="XXXX-05-03"), injured(1, 1, when="XXXX-05-03"), published=None),
    row("a heading takes the one day", "Three killed in Tollen ambush\n"
        "Three people were killed on Sunday outside Tollen.",
        killed(3, 3, when="2021-06-06"), killed(3, 3, when="2021-06-06")),
)  # fmt: skip

ELSEWHERE = (
    row("a blow of another time", "Rockets fell on Ostrel on Sunday, killing nine people. It was the bloodiest night "
        "since a raid in Halvin in May, which left 35 dead.",
        killed(9, 9, when="2021-06-06", where="Ostrel"), killed(35, 35, when="2021-05", where="Halvin")),
)  # fmt: skip

WEEKS = (
    row("the week that a head names",
        "THE WEEK IN VELM, 29 May to 4 June\nOstrel. On Thursday a shell killed two weavers.",
        killed(2, 2, when="2021-06-03", where="Ostrel")),
    row("a day of the week in its month", "On the second Friday of May a shell hit Ostrel and killed two weavers.",
        killed(2, 2, when="2021-05-14")),
    row("a day of the month before its verb",
        "In Ostrel a mine on the 4th left two weavers dead.", killed(2, 2, when="2021-06-04")),
    row("a posted line with a short day", "Home | Sport\nPosted Tue 8 June 2021, 21:14\n"
        "A shell killed two weavers in Ostrel on Monday.",
        killed(2, 2, when="2021-06-07"), published=None),
)  # fmt: skip

JOINED = (
    row("joined", "More than 40 people were killed in Sarn, Velm and Tollen provinces in May.",
        killed(41, None, where="Sarn, Velm and Tollen")),
    row("head of a post", "Wadrun Bask, east Velm, yesterday. they came at dawn\n1/ 9 people were killed",
        killed(9, 9, where="Wadrun Bask", when="2021-06-08")),
    row("a person behind a place", "In Ostrel, Una Fell, 44, said that nine people were killed.",
        killed(9, 9, where="Ostrel")),
)  # fmt: skip


@pytest.mark.parametrize("case", [*BLOWS, *WHOLE_TEXTS, *ELSEWHERE, *WEEKS, *JOINED], ids=lambda case: case.id)
def test_a_count_has_its_day(case: Row) -> None:
    casualties = [
        f for f in map(flat, read_text(case.text, published=case.published).claims) if f["kind"] == "casualty"
    ]
    assert len(casualties) == len(case.expected), casualties
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (want, casualties)
