"""Who vouches for a count, class by class: who holds it, lines of a dialogue, posts, offices; texts of our own."""

import pytest

from tests.claims.phenomena_english import Row, bodies, injured, killed, people, row
from tests.claims.test_who_where import _answers
from tests.reading import flat, read_text

HOLDERS = (
    row("admitted", "The clinic at Wadrun admitted 37 wounded.", injured(37, 37, speaker="The clinic at Wadrun")),
    row("found", "Divers opened a cabin on Monday and found three bodies.", bodies(3, 3, speaker="Divers")),
    row("an inset", "The border mission, whose boat came on Sunday, counted 19 bodies.",
        bodies(19, 19, speaker="The border mission")),
    row("in a notebook", "The priest, who sleeps there, has written 14 dead into his diary.",
        killed(14, 14, speaker="The priest")),
    row("a list", "The prefect's corrected list has 24 dead.", killed(24, 24, speaker="The prefect")),
    row("sent", "The first figure, from the harbour master, was six dead.", killed(6, 6, speaker="the harbour master")),
    row("by the count of", "Since May, by the reckoning of a teachers' union, 210 people have been killed in Ostrel.",
        killed(210, 210, speaker="union")),
    row("beside speech", "Six people were killed, the mayor said; the morgue had nine bodies by dusk.",
        killed(6, 6, speaker="the mayor"), bodies(9, 9, speaker="the morgue")),
    row("supposed", "If the weavers' count holds, the killing of 30 people would be the worst loss of the year.",
        killed(30, 30, speaker="the weavers")),
    row("bereaved", "Rusla has lost two sisters.", killed(2, 2, speaker="Rusla")),
    row("an office before its name", "The prefect of Velm, Oda Tern, said that nine people were hurt.",
        injured(9, 9, speaker="Oda Tern")),
    row("behind the verb", "\"It burned,\" said Ostrel's prefect, Oda Tern. Nine people were hurt, he said.",
        injured(9, 9, speaker="Oda Tern")),
    row("an adviser to", "An envoy to the Front called it a lie. He said that 20 officers had died.",
        killed(20, 20, speaker="An envoy to the Front")),
    row("a time before the pronoun", "The ministry reported eight dead. "
        "By the next evening it had raised the number of dead to nine.",
        killed(8, 8, speaker="The ministry"), killed(9, 9, speaker="The ministry")),
    row("in the present", "\"Six dead, two of them women,\" writes the prefect on Telegram.",
        killed(6, 6, speaker="the prefect")),
    row("told us", "A patrol killed four anglers, neighbours told us; a fifth angler is missing.",
        killed(4, 4, speaker="neighbours"), people("missing", 1, 1, speaker="neighbours")),
)  # fmt: skip

DIALOGUES = (
    row(
        "lines of one who answers",
        "COL. TARN: Good evening. It was a long night. None of our soldiers was wounded.\n"
        "Q: And the mill at Wadrun?\nCOL. TARN: We announced nine dead there. I regret it.",
        people("injured", 0, 0, speaker="TARN"),
        killed(9, 9, speaker="TARN", where="Wadrun"),
    ),
    row(
        "a reporter's lines are the outlet's",
        "HOST: What do you see?\nIDA ROWE: I am at Ostrel now. Nine people were killed. "
        "A nurse told me that 20 were hurt.",
        killed(9, 9, speaker=None),
        injured(20, 20, speaker="A nurse"),
    ),
    row(
        "who is asked about",
        "HOST: And the police?\nIDA ROWE: They say they killed two robbers. A nurse told me so.",
        killed(2, 2, speaker="the police"),
    ),
    row("before a quotation", "radio this morning: \"seven dead\" in Ostrel.", killed(7, 7, speaker="radio")),
    row("behind the count", "HOST: The hospital?\nORLA: Twenty people were hurt, the matron, Sister Una, told me.",
        injured(20, 20, speaker="Sister Una")),
)  # fmt: skip

POSTS = (
    row(
        "told by a relative",
        "thread on Wadrun, yesterday. all of it from my sister who sells bread there\n"
        "1/ she saw 6 bodies by the well\n2/ 13 wounded, no bandages left\n"
        "3/ last year they killed 2 students in Ostrel",
        bodies(6, 6, speaker="my sister"),
        injured(13, 13, speaker="my sister"),
        killed(2, 2, speaker=None),
    ),
)

NOBODY = (
    row("a killer holds no count", "The army killed nine people in Ostrel.", killed(9, 9, speaker=None)),
    row("a street", "Nine people died. The street had 14 shops and a chapel.", killed(9, 9, speaker=None)),
    row("an item", "Correction: An item on Tuesday said that 23 people had been killed in Ostrel.",
        killed(23, 23, speaker=None)),
    row("this newspaper", "By our paper's own count, 12 people have been killed in Ostrel.",
        killed(12, 12, speaker=None)),
    row("a side loses", "The battalion lost six men in Ostrel.", killed(6, 6, speaker=None)),
)  # fmt: skip


@pytest.mark.parametrize("case", [*HOLDERS, *DIALOGUES, *POSTS, *NOBODY], ids=lambda case: case.id)
def test_a_count_has_its_speaker(case: Row) -> None:
    casualties = [
        f for f in map(flat, read_text(case.text, published=case.published).claims) if f["kind"] == "casualty"
    ]
    assert len(casualties) == len(case.expected), casualties
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (want, casualties)
