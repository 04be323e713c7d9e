"""Who vouches, where and when it was, in turns of phrase of texts written by others; the texts here are our own."""

import pytest

from tests.claims.phenomena_english import Row, bodies, injured, killed, people, row
from tests.claims.test_who_where import _answers
from tests.reading import flat, read_text

SPEAKERS = (
    row(
        "said on a channel",
        "Three bakers died when a rocket fell on Ostrel on Sunday evening, the harbour authority said on WhatsApp; "
        "eleven others were hit by shrapnel.",
        killed(3, 3, speaker="harbour authority", via="WhatsApp", when="2021-06-06", where="Ostrel"),
        injured(11, 11, speaker="harbour authority", when="2021-06-06"),
    ),
    row(
        "behind a long sentence",
        "Two more corpses were hauled from a cellar in Ostrel on Tuesday, taking the number killed to 23, said the "
        "head of the rescue corps, Mila Tern.",
        bodies(2, 2, speaker="Mila Tern", where="Ostrel"),
        killed(23, 23, speaker="Mila Tern", where="Ostrel"),
    ),
    row(
        "raised by",
        "The clinic's managers on Tuesday raised the number of dead to 19 from 12.",
        killed(19, 19, speaker="The clinic's managers"),
        killed(12, 12, speaker="The clinic's managers"),
    ),
    row(
        "by an account",
        "Two sailors were slightly hurt, by the admiralty's count.",
        injured(2, 2, speaker="the admiralty"),
    ),
    row(
        "its own record",
        "A farmers' league spoke on Monday. Its own register shows 41 people killed in Ostrel in May.",
        killed(41, 41, speaker="league"),
    ),
    row(
        "lines of a live page",
        "09:05 A mill burns in Ostrel.\n09.10 Ambulance directorate: 12 wounded.\n10.05 The ambulance directorate "
        "raises its figures: four dead, 31 wounded.\n11.20 Radio Lantern, quoting the mayor, reports that two "
        "assailants have been killed.\n12.40 New tally from the ambulance directorate: nine dead.",
        injured(12, 12, speaker="Ambulance directorate"),
        killed(4, 4, speaker="ambulance directorate"),
        injured(31, 31, speaker="ambulance directorate"),
        killed(2, 2, speaker="the mayor", via="Radio Lantern", modality="asserted"),
        killed(9, 9, speaker="the ambulance directorate"),
    ),
    row(
        "who had it from",
        "Nineteen bodies lay in the quarry, Radio Lantern reported, citing the deputy mayor, who heard it from the "
        "quarry's watchman.",
        bodies(19, 19, speaker="watchman"),
    ),
    row(
        "reported a body",
        "In Tarrin, beyond the ridge, a mine killed a shepherd that Tuesday, reported the relief group Green Lamp, "
        "which works there.",
        killed(1, 1, speaker="Green Lamp", where="Tarrin"),
    ),
    row(
        "put it",
        "A raid on Ostrel killed 27 people. The harbour master, Olo Brandis, put it higher, at 31 killed.",
        killed(27, 27),
        killed(31, 31, speaker="Olo Brandis"),
    ),
    row("they allege", "Lawyers allege that nine men and boys were shot dead.", killed(9, 9, modality="alleged")),
    row(
        "our own earlier words",
        "Saturday's edition gave 14 as the number of people killed in Ostrel. The correct number, supplied by the "
        "coast guard, is 9.",
        killed(14, 14, speaker=None),
        killed(9, 9, speaker="the coast guard"),
    ),
    row("a caption", "PHOTO: Shelling left five dead in Ostrel.", killed(5, 5, speaker=None)),
    row(
        "the person named before",
        "Relief workers spoke of hunger. A nurse, Lena Orr, had dressed 17 wounded in Ostrel by candlelight, she said.",
        injured(17, 17, speaker="Lena Orr"),
    ),
)

PLACES = (
    row(
        "where the speaker is",
        "A boat was shelled at Saltmarket. The governor, who was in Tarrin, says on television that four boatmen died.",
        killed(4, 4, speaker="The governor", where="Saltmarket"),
    ),
    row(
        "where the speaker went",
        "Monitors who visited Tarrin on Monday said that three of the wounded there had died.",
        killed(3, 3, where="Tarrin"),
    ),
    row(
        "there",
        "Nobody counts the dead of Tarrin. The league lists 31 people killed there since January, two of them on "
        "Monday in a mill at Marl Bay.",
        killed(31, 31, scope="period", where="Tarrin"),
        killed(2, 2, scope="event", when="2021-06-07", where="Marl Bay"),
    ),
    row(
        "the first words", "Westering again. Gunmen shot my cousin dead this morning.", killed(1, 1, where="Westering")
    ),
    row(
        "captions",
        "01 — Ostrel, Monday. A fisherman killed by a shell.\n02 — Marl Bay, Tuesday. A school where a bomb killed two "
        "plumbers.",
        killed(1, 1, where="Ostrel", when="2021-06-07"),
        killed(2, 2, where="Marl Bay", when="2021-06-08"),
    ),
    row(
        "a field",
        "Case 12\nPlace: Marl Bay (also Marlbay), six kilometres east of Ostrel.\nReported: 7 civilians killed.",
        killed(7, 7, where="Marl Bay"),
    ),
    row(
        "where they lie",
        "A shell hit a queue in Ostrel. A tailor is fighting for his life in Tarrin.",
        injured(1, 1, where="Ostrel"),
    ),
    row(
        "in neighbouring",
        "A raid on Ostrel killed five people. In neighbouring Tarrin, in May, a grenade killed a watchmaker.",
        killed(5, 5, where="Ostrel"),
        killed(1, 1, where="Tarrin"),
    ),
)

TIMES = (
    row(
        "the missile of",
        "On the day after the rocket of 20 May the clinic spoke of 11 dead in Ostrel.",
        killed(11, 11, when="2021-05-20"),
    ),
    row(
        "one of them died later",
        "1. On 3 May 2021 a patrol opened fire on a bus near Ostrel.\n2. Four passengers were wounded. One of them, a "
        "girl of nine, died in the ward on 9 May.",
        injured(4, 4, when="2021-05-03"),
        killed(1, 1, when="2021-05-03"),
    ),
    row(
        "on two days",
        "Rockets hit Ostrel on Monday and Tuesday, killing 12 people.",
        killed(12, 12, when="2021-06-07/2021-06-08", scope="period"),
    ),
    row(
        "of that year",
        "The trial is about the summer of 1994. Nine men were shot dead in Ostrel on 14 July of that year.",
        killed(9, 9, when="1994-07-14"),
    ),
    row(
        "told on another day",
        "In the night of 4 to 5 May aircraft struck a farm near Ostrel. The army told us on 19 May that it had carried "
        "out a raid that night, killing three fighters.",
        killed(3, 3, when="2021-05-04/2021-05-05"),
    ),
)

COUNTS = (
    row("unharmed", "Civilians near by were unharmed.", people("killed_or_injured", 0, 0, who="civilian")),
    row("all were", "A patrol killed six rebels near Ostrel; kin say that all six were fruit pickers.",
        killed(6, 6, who="combatant"), killed(6, 6, who="civilian")),
    row("shot dead", "Raiders shot her brother dead.", killed(1, 1)),
    row("of the", "A blast in Ostrel killed 29 people. Of the 29, the mayor said, 11 were minors.",
        killed(29, 29), killed(11, 11, who="civilian")),
    row("in hospital", "A blast in Ostrel killed two; 14 are still in its wards.", killed(2, 2), injured(14, 14)),
    row("more bodies", "We counted 14 bodies on the quay and three more in the nets.", bodies(14, 14), bodies(3, 3)),
    row("names", "It published nine names of dead.", killed(9, 9)),
    row("not come back", "Six divers who went out on Monday have not come back.", people("missing", 6, 6)),
    row("buried", "Here 12 fighters were buried, a villager said.", killed(12, 12, who="combatant")),
    row("buried alive", "Nine people are buried under the slabs.", people("missing", 9, 9)),
    row("a limb", "A mine cost a bus driver his foot.", injured(1, 1)),
    row("burns", "Some 20 people had burns.", injured(20, 20)),
    row("nobody denied", "The council denied that anyone had been hurt.",
        people("killed_or_injured", 0, 0, modality="denied")),
    row("taken back", "A release reported nine gunmen killed. That was untrue.", killed(9, 9, modality="denied")),
    row("unchecked", "A nurse said 17 died. Her count could not be verified.", killed(17, 17, modality="unconfirmed")),
    row("no people", "Some 9,000 containers are stranded, 200 posts died, and hundreds followed the coffins."),
    row("glued", "From Ostrel: 31 bodies pulled out and12 people are still under the rubble.",
        bodies(31, 31), people("missing", 12, 12)),
    row("crushed", "Five people were crushed when a wall fell in Ostrel. Volunteers counted 7.",
        killed(5, 5), killed(7, 7, speaker="Volunteers")),
    row("our own sum", "Local sources gave differing numbers: the page wrote of four dead in Ostrel; the clinic spoke "
        "of six. We hold five killed as the likely figure.",
        killed(4, 4, speaker="the page"), killed(6, 6, speaker="the clinic"), killed(5, 5, speaker=None)),
    row("list", "The dead were three cooks and a ship's mate.", killed(3, 3)),
)  # fmt: skip


@pytest.mark.parametrize("case", [*SPEAKERS, *PLACES, *TIMES, *COUNTS], ids=lambda case: case.id)
def test_a_claim_is_linked(case: Row) -> None:
    casualties = [
        f for f in map(flat, read_text(case.text, published=case.published).claims) if f["kind"] == "casualty"
    ]
    assert len(casualties) == len(case.expected), casualties
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (want, casualties)
