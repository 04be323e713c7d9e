"""Who says it and where it was, where a sentence alone does not tell: invented texts, read whole."""

import pytest

from tests.claims.phenomena_english import Row, injured, killed, people, row
from tests.fields import Fields
from tests.reading import flat, read_text

SPEAKERS = (
    row(
        "same",
        "A raid on Ostrel killed 19 people, the Lantern Press Agency reported. The same agency counted 38 injured.",
        killed(19, 19, speaker="Lantern Press Agency"),
        injured(38, 38, speaker="Lantern Press Agency"),
    ),
    row(
        "director",
        "Shells fell on Halvin on 3 May 2021. The director, Doctor Una Fell, led us from bed to bed. "
        'She told us "sixty-four wounded came in".',
        injured(64, 64, speaker="Doctor Una Fell"),
    ),
    row(
        "pronoun of a body",
        "A doctor spoke at the gate. The health committee met on Friday. The doctor said 12 people were killed. "
        "The committee said 15 were killed. It said that 40 were injured.",
        killed(12, 12, speaker="The doctor"),
        killed(15, 15, speaker="committee"),
        injured(40, 40, speaker="committee"),
    ),
    row(
        "quotation goes on",
        '"Seven," says the mayor. "Seven people died in the bus, and nobody came."',
        killed(7, 7, speaker="mayor"),
    ),
    row(
        "before the full stop",
        'The strike killed 27 people, the Lantern Network said. "Nine of them were children." The coalition said '
        "it was reviewing the incident.",
        killed(27, 27, speaker="Lantern Network"),
        killed(9, 9, speaker="Lantern Network"),
    ),
    row(
        "called",
        '"They had us bury nineteen people," said a carter of 52 who asked to be called Mersad.',
        killed(19, 19, speaker="Mersad"),
    ),
    row(
        "account",
        "The earliest word, from a harbour radio operator, spoke of 12 dead in Ostrel.",
        killed(12, 12, speaker="harbour radio operator"),
    ),
    row(
        "midst",
        "Twenty-one people were killed, the director said on Sunday without looking up, and 68 were injured.",
        killed(21, 21, speaker="director"),
        injured(68, 68, speaker="director"),
    ),
    row(
        "announced",
        "Neighbours described a second loss. In a house near the mill, a woman was killed by a beam.",
        killed(1, 1, speaker="Neighbours"),
    ),
    row(
        "holder",
        'A midwife two valleys away has another list, with "forty people killed, not thirty".',
        killed(40, 40, speaker="A midwife"),
        killed(30, 30, speaker="A midwife", modality="denied"),
    ),
    row(
        "dialogue",
        "HOST: What did you see?\nBRANDIS: They brought us twenty-three wounded in an hour.",
        injured(23, 23, speaker="BRANDIS"),
    ),
    row(
        "about",
        '"Nobody was hurt," the colonel said of the raid on Marl Bay.',
        people("killed_or_injured", 0, 0, speaker="colonel"),
    ),
    row(
        "nobody in particular",
        "They say a hundred people died at the mill.",
        killed(100, 100, speaker=None, modality="unconfirmed"),
    ),
    row(
        "own losses",
        "The army put its losses at three dead and eight wounded.",
        killed(3, 3, who="combatant", speaker="army"),
        injured(8, 8, who="combatant", speaker="army"),
    ),
)

PLACES = (
    row(
        "other news",
        "Shelling hit Saltmarket on 3 May and killed two people. In other news: in Ostrel, a boat sank; sixteen people "
        "drowned, and thirty-one more are missing.",
        killed(2, 2, where="Saltmarket"),
        killed(16, 16, where="Ostrel"),
        people("missing", 31, 31, where="Ostrel"),
    ),
    row(
        "where they were taken",
        "A shell hit a queue in Marl Bay. Ambulances took at least 12 wounded to Halvin.",
        injured(12, None, where="Marl Bay"),
    ),
    row(
        "area of totals",
        "Since January, 641 people were killed in western Halvin. Since January, 20 medics were killed.",
        killed(641, 641, where="western Halvin", scope="period"),
        killed(20, 20, where="western Halvin", scope="period"),
    ),
    row(
        "town before the event",
        "Today the town of Ostrel buries its dead. On Friday a shell hit the bus: seven people were killed.\n"
        "In the village of Marl Bay a farmer died that same day when he drove over a mine.",
        killed(7, 7, where="Ostrel"),
        killed(1, 1, where="Marl Bay"),
    ),
    row(
        "day line over a list",
        "Daily figures - Monday 3 May 2021\n\n- Ostrel: four people killed.\n- Marl Bay: two people injured.",
        killed(4, 4, when="2021-05-03"),
        injured(2, 2, when="2021-05-03"),
    ),
    row(
        "event before a list",
        "STATEMENT No. 3, Halvin, Wednesday 9 June\nThe clinic can say this much about the rockets that landed "
        "on Saltmarket yesterday.\n1. By noon 31 people had been brought in dead.",
        killed(31, 31, when="2021-06-08"),
    ),
    row(
        "day of the clause before",
        "A landmine blew up a bus on the Westering road on Tuesday; the driver and eight children were killed.",
        killed(1, 1, when="2021-06-08"),
        killed(8, 8, when="2021-06-08"),
    ),
)

COUNTS = (
    row("ages", "Three siblings, aged 4, 7 and 12, were killed in Ostrel.", killed(3, 3)),
    row("label", "Casualties received from Saltmarket today: 37.", people("killed_or_injured", 37, 37)),
    row(
        "label says who",
        "Civilians killed: 9\nChildren injured: 3",
        killed(9, 9, who="civilian"),
        injured(3, 3, who="civilian"),
    ),
    row(
        "bomber",
        "A bomber killed himself and at least 19 others.",
        killed(1, 1, who="combatant"),
        killed(19, None, who="unspecified"),
    ),
    row("since dawn", "Shelling hit Ostrel today. Since dawn 64 people were wounded.", injured(64, 64, scope="event")),
)

SHOT = (
    row("shot", "A 24-year-old man was shot in the shoulder near the ferry.", injured(1, 1)),
    row("shot wounds", "Officers found two teenagers suffering from gunshot wounds.", injured(2, 2)),
    row("wounds are no people", "She walked into the clinic with two apparent gunshot wounds."),
    row("shot dead", "Two men were shot dead. A third was shot and killed near the ferry.", killed(2, 2), killed(1, 1)),
    row(
        "shot, some critical",
        "Five people were shot. Three of the victims were flown to hospital in critical condition.",
        injured(5, 5),
        injured(3, 3),
    ),
    row("shot down", "Out of 58 missiles launched, 41 were shot down."),
    row("another", "One person is dead and another is injured.", killed(1, 1), injured(1, 1)),
    row("a dog", "An officer shot and killed a dog in Ostrel."),
)

EARLY = (
    row(
        "later updated",
        "Initial reporting from Lantern Agency said one civilian had been killed. The toll was later updated to three.",
        killed(1, 1, step="replaced"),
        killed(3, 3, step="running"),
    ),
    row(
        "at first",
        "The Observer at first counted five dead; later the number of those killed had risen to 13.",
        killed(5, 5, step="replaced"),
        killed(13, 13, step="running"),
    ),
    row("alone", "Early reports said four people were killed in Ostrel.", killed(4, 4, step="total")),
    row(
        "nth in",
        "Up to six died in the third air strike in three days. Three were killed in the first raid on Ostrel in a "
        "month.",
        killed(None, 6, scope="event"),
        killed(3, 3, scope="event"),
    ),
)

WORDING = (
    row(
        "relatives of a victim",
        "Eleven members of the Vell family were killed. Khalil Vell lost his four children.",
        killed(11, 11, step="total"),
        killed(4, 4, step="part"),
    ),
    row(
        "long breakdown",
        "At least seven members of the Vell family, including two women, one of whom was pregnant, and three children, "
        "were killed.",
        killed(7, None, children="3-3", women="2-2"),
    ),
    row(
        "between",
        "6-8 alleged militants believed to be senior commanders of a faction were killed and 2-4 injured.",
        killed(6, 8, who="combatant"),
        injured(2, 4),
    ),
    row("quoted noun", "As many as 34 'Ansar fighters' died in Ostrel.", killed(None, 34, who="combatant")),
    row("reported to have", "Four farmers were reported to have been killed.", killed(4, 4, who="civilian")),
    row(
        "by name",
        "An air strike destroyed a car in Ostrel, killing Moav Dessim and Ali Tarn.",
        killed(1, 1),
        killed(1, 1),
    ),
    row("kin last", "Two brothers and their mother were killed in Ostrel.", killed(2, 2), killed(1, 1)),
    row(
        "more of another kind",
        "Eight were killed and three more were wounded.",
        killed(8, 8),
        injured(3, 3, step="total"),
    ),
    row("either", "One of them was either injured or killed.", people("killed_or_injured", 1, 1)),
    row("warrants", "Several court-authorised warrants were executed."),
)


@pytest.mark.parametrize("case", [*SHOT, *EARLY, *WORDING, *SPEAKERS, *PLACES, *COUNTS], ids=lambda case: case.id)
def test_a_text_is_read_whole(case: Row) -> None:
    claims = read_text(case.text, published=case.published).claims
    found = [flat(claim) | {"step": getattr(claim, "step", None)} for claim in claims]
    casualties = [fields for fields in found if fields["kind"] == "casualty"]
    assert len(casualties) == len(case.expected), casualties
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (want, casualties)


def _answers(found: Fields, want: Fields) -> bool:
    for name, value in want.items():
        held = found.get(name)
        if name in ("speaker", "where") and value is not None:
            if held is None or str(value).casefold() not in str(held).casefold():
                return False
        elif held != value:
            return False
    return True
