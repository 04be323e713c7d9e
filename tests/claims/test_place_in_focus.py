"""Which place a reader has in mind at a count: of the scene, of the head of a text, never a later one; texts of our own."""

import pytest

from tests.claims.phenomena_english import Row, injured, killed, row
from tests.claims.test_who_where import _answers
from tests.reading import flat, read_text

SCENES = (
    row(
        "a paragraph sets its scene before it counts",
        "A shell fell on Ostrel on Monday and killed four potters.\n"
        "In Tollen, as many as 80 people slept in the cellar of a school. On Friday a rocket came through the roof. It wounded six, among them a girl.",
        killed(4, 4, where="Ostrel"),
        injured(6, 6, where="Tollen", when="2021-06-04"),
    ),
    row(
        "a later place is not that of an earlier count",
        "Two miners were killed in Tollen on Monday. The army says that it caught the gunmen on Tuesday and killed nine of them. A lorry fell into a gorge on the Wadrun road.",
        killed(2, 2, where="Tollen"),
        killed(9, 9, where="Tollen"),
    ),
    row(
        "a part of the town of a count dates it",
        "The army is looking into whether a raid killed as many as 40 civilians in Tollen, a spokesman said.\n"
        "The ministry has acknowledged that its jets conducted strikes on 3 June 2021 in western Tollen's Old City.\n"
        "The army is to retake the town from rebels who seized it in mid-2018.",
        killed(None, 40, where="Tollen", when="2021-06-03"),
    ),
    row(
        "a line of place and day heads what follows",
        "Incident K-31. Tollen, Velm Strip, 3 June 2021, about 01:10.\nTwo bombs hit a house on the Ruda road. The clinic counted eleven dead.",
        killed(11, 11, where="Tollen", when="2021-06-03"),
    ),
    row(
        "a part of a paper is no place",
        "Item 4. The fire chief reported 2 fatalities after the shell impact of 9 June 2021. Item 5. Parking.",
        killed(2, 2, where=None),
    ),
    row(
        "a line of a list gives place and day without a count",
        "A shell killed three weavers in Ostrel on 1 June.\n(b) 3 June, Tollen: a cart ran over a mine. The driver died.",
        killed(3, 3, where="Ostrel"),
        killed(1, 1, where="Tollen", when="2021-06-03"),
    ),
    row(
        "what a correction goes on to count",
        "A shell fell on Ostrel and killed four potters on Monday.\nCORRECTION: Last week we reported five deaths in Tollen. All five are wounded.",
        killed(4, 4, where="Ostrel"),
        killed(5, 5, where="Tollen"),
        injured(5, 5, where="Tollen"),
    ),
)

TAGS_AND_HEADS = (
    row(
        "a hashtag",
        "Helicopters over Tollen since dawn today. The priest counts nine dead in the yard #Velm",
        killed(9, 9, where="Tollen"),
    ),
    row(
        "who is called",
        "my brother just called from Tollen, a drone hit the van this morning, 3 people wounded #Velm",
        injured(3, 3, where="Tollen"),
    ),
    row(
        "a diary",
        "Day 61, Halvin. I slept for an hour.\nOn Monday a shell hit our street. Twelve people died.",
        killed(12, 12, where="Halvin"),
    ),
    row(
        "a person is no place",
        'Strike on the Tollen fair\n10:31 Regional head Vitan Morz: "There are injured."\n10:40 Four dead, says the ambulance service.\n11:10 Morz: the number of dead is now six.',
        killed(4, 4, where="Tollen"),
        killed(6, 6, where="Tollen"),
    ),
)

NAMES = (
    row(
        "what was struck bears its name",
        "Nine people died in the strike on the Tollen bread queue.",
        killed(9, 9, where="Tollen"),
    ),
    row("what is fought for", "The army lost two men in the fighting for Tollen.", killed(2, 2, where="Tollen")),
    row("camps of a town", "Measles has killed 19 children in the camps of Tollen.", killed(19, 19, where="Tollen")),
    row(
        "a track between",
        "A drone hit a bus on the track from Tollen to Wadrun. Five people were killed.",
        killed(5, 5, where="Tollen"),
    ),
    row(
        "a ministry speaks from its seat",
        "What happened at Tollen on Monday? The ministry in Halvin said nine rebels were killed there.",
        killed(9, 9, where="Tollen"),
    ),
    row(
        "fire from across",
        "Five people were killed by shelling from across the Line of Hosk in the Tollen valley on Sunday.",
        killed(5, 5, where="Tollen", when="2021-06-06"),
    ),
    row(
        "a camp is narrower than its town",
        "anyone in Tollen?? hearing nine killed at the Hendo camp",
        killed(9, 9, where="Hendo"),
    ),
    row(
        "a hospital is no place of harm",
        "A shell fell on Tollen on Monday. At Halvin General Hospital a doctor said that nine people had been killed.",
        killed(9, 9, where="Tollen"),
    ),
)

AREAS = (
    row(
        "an unnamed region is no place",
        "A shell killed two clerks in Tollen on Monday.\nSince January, 40 people have been killed in the region.",
        killed(2, 2, where="Tollen"),
        killed(40, 40, where=None),
    ),
    row(
        "the region named last",
        "Mines in Velm governorate: a cart ran over one in Tollen on Monday and two weavers were killed. That makes 23 people killed by mines in the governorate since January.",
        killed(2, 2, where="Tollen"),
        killed(23, 23, where="Velm"),
    ),
    row(
        "rows do not give the whole its place",
        "Monthly update, May 2021\nWe recorded 79 deaths in Velm province in May.\nBy town: Tollen, 9 killed; Wadrun, 5 killed.\nTotals. From 1 January to 31 May we have documented at least 300 deaths.",
        killed(79, 79, where="Velm"),
        killed(9, 9, where="Tollen"),
        killed(5, 5, where="Wadrun"),
        killed(300, None, where="Velm"),
    ),
)


@pytest.mark.parametrize("case", [*SCENES, *TAGS_AND_HEADS, *NAMES, *AREAS], ids=lambda case: case.id)
def test_a_count_has_the_place_in_focus(case: Row) -> None:
    casualties = [
        f for f in map(flat, read_text(case.text, published=case.published).claims) if f["kind"] == "casualty"
    ]
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (
            want,
            [(f["quote"], f["where"], f["when"]) for f in casualties],
        )
