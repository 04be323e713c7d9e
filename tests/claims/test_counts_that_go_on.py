"""Counts without a word of harm of their own or far from it, whose they are, places of lists: invented texts."""

import pytest

from tests.claims.phenomena_english import Row, bodies, injured, killed, people, row
from tests.claims.test_who_where import _answers
from tests.reading import flat, read_text

GO_ON = (
    row(
        "counted",
        "Medics said 13 people were killed in Ostrel. I counted nineteen; my friend Ranna says twenty-three.",
        killed(13, 13, speaker="Medics"),
        killed(19, 19, speaker=None, where="Ostrel"),
        killed(23, 23, speaker="my friend Ranna"),
    ),
    row(
        "refused",
        'The mayor said 12 people were killed. "Not 12," says the major. "Five, all of them militia."',
        killed(12, 12, modality="asserted"),
        killed(12, 12, modality="denied", speaker="the major"),
        killed(5, 5, who="combatant", speaker="the major"),
    ),
    row(
        "two, not three",
        "Three people were hurt in Ostrel. Two, not three, his office now says.",
        injured(3, 3),
        injured(2, 2, speaker="his office"),
        injured(3, 3, modality="denied"),
    ),
    row(
        "up from",
        "The database shows 614 civilians killed in Halvin in May, up from 452 in April.",
        killed(614, 614, when="2021-05"),
        killed(452, 452, scope="period", when="2021-04"),
    ),
    row(
        "months before",
        "We recorded 90 civilian deaths in May. April's total had been 70.",
        killed(90, 90),
        killed(70, 70, scope="period", when="2021-04", who="civilian"),
    ),
    row(
        "put at",
        "The hospital counted nine killed. The ministry puts it at seven.",
        killed(9, 9),
        killed(7, 7, speaker="The ministry"),
    ),
    row(
        "mine",
        '"Ten rebels were killed and two of mine," the coordinator said.',
        killed(10, 10, who="combatant"),
        killed(2, 2, who="combatant"),
    ),
    row("of those who died", "Nine of those who died were women, he added.", killed(9, 9, who="civilian")),
    row("no age", "Una Fell, 71, and Petro Varn, 66, were killed.", killed(1, 1), killed(1, 1)),
    row("no label", "Nine died in Ostrel. Photographs: 14. Videos: 6.", killed(9, 9)),
)

APART = (
    row("waiting", "Twenty-two people waiting for bread were killed in Ostrel.", killed(22, 22, where="Ostrel")),
    row("sheltering", "Eighteen people sheltering in a monastery died in an air strike.", killed(18, 18)),
    row("relative", "Three drivers who left Ostrel a week ago are missing.", people("missing", 3, 3)),
    row("members", "Three of its members, who were guarding the road, had died.", killed(3, 3)),
    row("twice", "A milk seller who was in the house, and who was flown to Halvin, died of her wounds.", killed(1, 1)),
    row("and were", "Seven fighters had been sleeping in the store and were killed.", killed(7, 7, who="combatant")),
    row("coma", "A girl taken to Halvin with burns is still in a coma.", injured(1, 1)),
    row("eye", "A pedlar on the path behind them lost an eye.", injured(1, 1)),
    row("seventh", "Six of them died and a seventh lost a hand.", killed(6, 6), injured(1, 1)),
    row("them", "They took four farmers to the river and shot them.", killed(4, 4, who="civilian")),
    row("beheaded", "Militiamen lined up 17 policemen there and beheaded them.", killed(17, 17)),
    row("under it", "The blast hit the house. Six people under it.", people("missing", 6, 6)),
    row("to lie under", "As many as six are thought to lie under the wall.", people("missing", None, 6)),
    row("looked for", "Rescuers are looking for five people.", people("missing", 5, 5)),
    row("suspects", "Police are looking for two gunmen who fled."),
    row("action", 'The army "put nine rebels out of action".', killed(9, 9, who="combatant")),
    row("ground", "We have put 140 into the ground.", killed(140, 140)),
    row("price", "Two soldiers paid the supreme price.", killed(2, 2, who="combatant")),
    row("arm", "A woman was killed and her grandson's arm was broken.", killed(1, 1), injured(1, 1)),
    row("girls", "A mother and her twin girls, aged five, died.", killed(1, 1), killed(2, 2, who="civilian")),
    row("civilian dead", "The ombudsman lists 54 civilian dead.", killed(54, 54, who="civilian")),
    row("went up", "The number of dead went up to 17 on Sunday.", killed(17, 17)),
    row("killed the two", "It was the gun that killed the two tea vendors.", killed(2, 2)),
    row(
        "together",
        "Nineteen is the number of dead and wounded together: six killed and 13 hurt.",
        people("killed_or_injured", 19, 19),
        killed(6, 6),
        injured(13, 13),
    ),
    row(
        "who died",
        "The driver died in his arms; he had dragged two men from the bus but said that the baker lived.",
        killed(1, 1),
    ),
    row("inset", "Three of the wounded, one of them a boy, died.", killed(3, 3)),
    row("bodies", "The imam spoke of eight bodies; I myself saw five.", bodies(8, 8), bodies(5, 5)),
)

WHOSE = (
    row("list", "The mayor's list, dated 1 March, has eight dead.", killed(8, 8, speaker="The mayor's list")),
    row(
        "asked not to", "A doctor who asked not to be named mentioned 40 injured.", injured(40, 40, speaker="A doctor")
    ),
    row("asserted", "Nine deaths, asserted by one page, were left out.", killed(9, 9, speaker="one page")),
    row("what", "Rebels killed: 77, by what the authorities say.", killed(77, 77, speaker="the authorities")),
    row("count", "Nine people have been killed, by the ministry's count.", killed(9, 9, speaker="the ministry's")),
    row("say", "Fourteen people died, say neighbours.", killed(14, 14, speaker="neighbours")),
    row("told", "At the hospital they told me forty-one dead.", killed(41, 41, speaker="hospital")),
    row("talk", "On the social networks there is talk of 25 dead.", killed(25, 25, speaker="social networks")),
    row("view", "The army's view is that nine people died.", killed(9, 9, speaker="The army's")),
    row(
        "close to", "A page close to the front put the dead at 20.", killed(20, 20, speaker="A page close to the front")
    ),
    row("trend", "If the present pace holds, the year will end with 5,000 dead.", killed(5000, 5000, speaker=None)),
    row(
        "condemned",
        "The coordinator condemned the burning of a clinic, in which a nurse died.",
        killed(1, 1, speaker="The coordinator"),
    ),
    row(
        "statement",
        "We have a statement from the press service. It says that nine fighters were killed.",
        killed(9, 9, speaker="the press service"),
    ),
    row(
        "tailor",
        "He is Zacharia, a tailor. By noon, he says, two brothers were dead.",
        killed(2, 2, speaker="Zacharia"),
    ),
    row(
        "niece",
        "Ramla, the baker's niece, lost three brothers, she says.",
        killed(3, 3, speaker="Ramla"),
    ),
    row(
        "paragraph",
        'The coordinator received me under a tree. His boys had fought. "Ten rebels were killed."',
        killed(10, 10, speaker="The coordinator"),
    ),
)

WHERE = (
    row("into", "Troops repelled an incursion into Marlby. Two villagers died.", killed(2, 2, where="Marlby")),
    row("stormed", "Gunmen stormed Marlby on Sunday. Two villagers died.", killed(2, 2, where="Marlby")),
    row("road to", "Two beekeepers were killed on the road to Marlby.", killed(2, 2, where="Marlby")),
    row("site", "Two bombs fell on the tents of the Marlby site. Nine died.", killed(9, 9, where="Marlby")),
    row("over", "Jets low over Marlby. A girl has been hurt.", injured(1, 1, where="Marlby")),
    row(
        "regions",
        "By region: Marlby, 9 killed and 44 injured; Orsk, 5 killed.",
        killed(9, 9, where="Marlby"),
        injured(44, 44, where="Marlby"),
        killed(5, 5, where="Orsk"),
    ),
)

MORE = (
    row(
        "mended",
        "CORRECTION: On Tuesday we wrote that five menders were killed in Ostrel. Two were killed.",
        killed(5, 5, modality="denied"),
        killed(2, 2, modality="asserted"),
    ),
    row(
        "not mended",
        "On Tuesday we wrote that five menders were killed in Ostrel. Two more have died.",
        killed(5, 5, modality="asserted"),
        killed(2, 2),
    ),
    row("road menders", "The rocket killed five road menders.", killed(5, 5, who="civilian")),
    row("think", "Seven are missing, the fishermen think.", people("missing", 7, 7, modality="unconfirmed")),
    row("may lie", "Up to 15 people may be under the slabs.", people("missing", None, 15, modality="unconfirmed")),
    row("in action", "The side suffered one wounded in action.", injured(1, 1, who="combatant")),
    row("neutralised", "Five were neutralised near Ostrel.", killed(5, 5, who="combatant")),
    row("of his men", "A colonel said that four of his men had been killed.", killed(4, 4, who="combatant")),
    row("sons", "A mother and her two small sons are dead.", killed(1, 1), killed(2, 2, who="civilian")),
    row("named", "A cook named Maryan was killed on the top floor.", killed(1, 1, speaker=None)),
    row("final", "Today's final count: seven dead.", killed(7, 7, speaker=None)),
    row(
        "day of the count",
        "A bomb killed nine people in Ostrel on Saturday. On Sunday night officials had counted 12.",
        killed(9, 9, when="2021-06-05"),
        killed(12, 12, when="2021-06-05"),
    ),
    row(
        "day of the old figure",
        "A raid hit Ostrel on Sunday. The prefect counts 42 villagers killed, up from 35 on Monday.",
        killed(42, 42, when="2021-06-06"),
        killed(35, 35, when="2021-06-06"),
    ),
    row(
        "same period",
        "Since 27 May, 763 people have been killed in Halvin. Thirteen soldiers died in the same period.",
        killed(763, 763, scope="period"),
        killed(13, 13, scope="period", when="2021-05-27/2021-06-09"),
    ),
    row(
        "area line",
        "Orsk territory, 1 to 8 June. Monitors recorded 23 civilians killed. "
        "On 4 June a bomb killed nine traders in Marlby.",
        killed(23, 23, scope="period", when="2021-06-01/2021-06-08", where="Orsk"),
        killed(9, 9, scope="event", when="2021-06-04", where="Marlby"),
    ),
    row(
        "broken down",
        "We recorded 79 civilian casualties in May. Nine people died in Marlby on 3 May.\n"
        "By region: Orsk, 9 killed; Dale, 5 killed.",
        people("killed_or_injured", 79, 79, scope="period"),
        killed(9, 9, scope="event"),
        killed(9, 9, scope="period", where="Orsk"),
        killed(5, 5, scope="period", where="Dale"),
    ),
    row("writing from", "I am writing from Marlby. A drone killed a miller.", killed(1, 1, where="Marlby")),
)

LATER = (
    row(
        "object and subject",
        "A grenade has injured twelve people, and the owner's daughter, aged nine, has died.",
        injured(12, 12),
        killed(1, 1, who="civilian"),
    ),
    row("eight of them", "A raid left 12 dead, eight of them al-Sarab fighters.", killed(12, 12), killed(8, 8)),
    row("hurt in", "At least eight hurt in the second bombardment of Ostrel.", injured(8, None, where="Ostrel")),
    row("were lost", "Some 150 people were lost off the point.", killed(150, 150)),
    row("huts", "Some 60 huts were burned."),
    row("remembers", "They stitched twenty people, the nurse remembers.", injured(20, 20, speaker="the nurse")),
    row("fingers", "The catechist counts on his fingers: forty dead.", killed(40, 40, speaker="The catechist")),
    row("aged eight", "Her grandson, 8, was killed.", killed(1, 1, who="civilian")),
    row("raids", "Raids between 4 and 6 June left 30 people dead.", killed(30, 30, scope="period")),
    row("one raid", "A raid on 4 June left 30 people dead.", killed(30, 30, scope="event")),
    row("page", "CLARIFICATION: Our page of Tuesday said nine were killed.", killed(9, 9, modality="denied")),
    row(
        "clause",
        "Through an editing error, our story had 31 people killed; the army's count was 13 soldiers killed.",
        killed(31, 31, modality="denied"),
        killed(13, 13),
    ),
    row("seat", "Three bakers were killed, the Marlby municipality said.", killed(3, 3, where="Marlby")),
    row("no seat", "The Marlby council said three bakers were killed in Ostrel.", killed(3, 3, where="Ostrel")),
    row("region", "Nine people were killed in the North-West region.", killed(9, 9, where="North-West")),
    row(
        "heaviest",
        "Orsk had the heaviest losses, with 122 dead, before Dale with 97.",
        killed(122, 122, where="Orsk"),
        killed(97, 97, where="Dale"),
    ),
)


@pytest.mark.parametrize("case", [*LATER, *GO_ON, *APART, *WHOSE, *WHERE, *MORE], ids=lambda case: case.id)
def test_a_text_is_read_whole(case: Row) -> None:
    claims = [flat(claim) for claim in read_text(case.text, published=case.published).claims]
    casualties = [fields for fields in claims if fields["kind"] == "casualty"]
    assert len(casualties) == len(case.expected), casualties
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (want, casualties)
