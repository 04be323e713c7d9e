"""Every language phenomenon of casualty reports that English has, an example of our own for each: the table.

A row names the fields that the phenomenon is about; what it does not name is not asserted. Casualty claims must be
exactly those listed, in any order; of positions, blame and exposure the listed ones must be among those found.
"""

from dataclasses import dataclass
from typing import Final

from tests.fields import Field, Fields

SOMEBODY: Final = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One phenomenon: a text, and what must be found in it."""

    id: str
    text: str
    published: str | None
    expected: tuple[Fields, ...]
    never_asserted: bool = False


def row(number: str, text: str, *expected: Fields, published: str | None = "2021-06-09") -> Row:
    return Row(id=f"row-{number}", text=text, published=published, expected=expected)


def people(outcome: str, low: int | None, high: int | None, **more: Field) -> Fields:
    return {"kind": "casualty", "outcome": outcome, "low": low, "high": high, **more}


def killed(low: int | None, high: int | None, **more: Field) -> Fields:
    return people("killed", low, high, **more)


def injured(low: int | None, high: int | None, **more: Field) -> Fields:
    return people("injured", low, high, **more)


def bodies(low: int | None, high: int | None, **more: Field) -> Fields:
    return people("bodies_recovered", low, high, **more)


NUMBERS = (
    row("001", "The raid killed 46 civilians.", killed(46, 46, who="civilian", approx=False)),
    row("002", "Around 2,350 people perished in the blockade.", killed(2350, 2350, approx=True, who="unspecified")),
    row("004", "Twenty-seven villagers were killed.", killed(27, 27, who="civilian")),
    row("005", "Three hundred and eleven people died in the bombardment.", killed(311, 311)),
    row("006", "Two people were killed by a shell.", killed(2, 2)),
    row("007", "A child was killed when a shell hit the yard.", killed(1, 1, who="civilian")),
    row("008", "Half a million people had to leave their homes."),
    row("009", "Some 2.4 million were displaced by the fighting."),
    row("010", "About 300 thousand people still live in the eastern districts."),
    row("011", "Dozens of passengers were killed.", killed(24, None, vague="dozens")),
    row("012", "Scores died when the queue was hit.", killed(40, None, vague="scores")),
    row("013", "Half a dozen fishermen were killed off the coast.", killed(6, 6, who="civilian")),
    row("013b", "A dozen people were killed in the tunnel.", killed(12, 12)),
    row("014", "Hundreds of people are feared dead.", killed(200, None, vague="hundreds", modality="unconfirmed")),
    row("015", "Several commuters were killed.", killed(3, None, vague="several")),
    row("016", "At least 23 bodies were recovered.", bodies(23, None)),
    row("017", "No fewer than 14 people died.", killed(14, None)),
    row("018", "More than 60 people were killed.", killed(61, None)),
    row("018b", "Over two hundred people were killed.", killed(201, None)),
    row("019", "As many as 35 civilians died.", killed(None, 35, who="civilian")),
    row("019b", "Up to nine people were killed.", killed(None, 9)),
    row("020", "Nearly 80 people were hurt.", injured(None, 80, approx=True)),
    row("020b", "About 80 people were hurt.", injured(80, 80, approx=True)),
    row("021", "Medics counted 10-12 people injured.", injured(10, 12)),
    row("022", "Between 41 and 53 people died.", killed(41, 53)),
    row("023", "Fewer than eight civilians were killed.", killed(None, 7, who="civilian")),
    row("024", "The death toll climbed to 58 on Tuesday.", killed(58, 58)),
    row("025", "The death toll rose from 19 to 34.", killed(34, 34), killed(19, 19)),
    row("026", "Officials lowered the death toll to 47 from 52.", killed(47, 47), killed(52, 52)),
    row("027", "Two patients died on Monday, bringing the total killed to 29.", killed(2, 2), killed(29, 29)),
    row("028", "Rescuers found four more bodies on Monday.", bodies(4, 4, unit="bodies")),
    row(
        "029",
        "Rescuers pulled 37 bodies from the ruins; neighbours say 52 people died.",
        bodies(37, 37),
        killed(52, 52, speaker="neighbours"),
    ),
    row("030", "More than 70 people were killed or buried under the hotel.", people("killed_or_missing", 71, None)),
    row("031", "Eleven people are still under the rubble.", people("missing", 11, 11)),
    row("032", "Some 45,000 residents remain trapped in the port.", {"kind": "exposure", "low": 45000}),
    row("033", "Six people are missing.", people("missing", 6, 6)),
    row("034", "Thirty people were wounded.", injured(30, 30)),
    row("035", "The shelling left 8 killed and 19 injured.", killed(8, 8), injured(19, 19)),
    row("036", "Three people died, eleven others were hurt.", killed(3, 3), injured(11, 11)),
    row("037", "There were 40 casualties, dead and wounded.", people("killed_or_injured", 40, 40)),
    row("038", "Two of the patients later died of their wounds.", killed(2, 2)),
)

PEOPLE = (
    row("039", "The blast left 31 dead, including 9 children.", killed(31, 31, children="9-9")),
    row("040", "At the well, 26 people were killed, most of them women.", killed(26, 26)),
    row(
        "041",
        "Five men, two women and a child were killed.",
        killed(5, 5, who="unspecified"),
        killed(2, 2, who="civilian"),
        killed(1, 1, who="civilian"),
    ),
    row("042", "A family of five was killed in its sleep.", killed(5, 5, unit="people", who="civilian")),
    row("043", "About sixty families were killed in the siege.", killed(60, 60, unit="families", approx=True)),
    row("044", "A father and his three sons were killed.", killed(1, 1), killed(3, 3)),
    row("045", "Killed were Nadir Osh and Lena Brask.", killed(1, 1), killed(1, 1)),
    row("046", "An 11-year-old boy was killed.", killed(1, 1, who="civilian")),
    row("047", "Twenty-two militants were killed.", killed(22, 22, who="combatant")),
    row(
        "048",
        "Fifteen people were killed, six of them fighters.",
        killed(15, 15),
        killed(6, 6, who="combatant"),
    ),
    row(
        "049",
        "The army said that 9 militants were killed; relatives said that 9 civilians were killed.",
        killed(9, 9, who="combatant", speaker="army"),
        killed(9, 9, who="civilian", speaker="relatives"),
    ),
)

MODALITY = (
    row("050", "No civilians were killed, the army said.", killed(0, 0, who="civilian", modality="asserted")),
    row("051", "There were no immediate reports of casualties."),
    row("052", "We aim for zero civilian casualties in every mission."),
    row(
        "053",
        "The ministry denied killing 28 people.",
        killed(28, 28, modality="denied", speaker="ministry"),
        {"kind": "position", "position": "responsibility_denied"},
    ),
    row(
        "054",
        "The air force acknowledged that it had struck the town but said nothing about deaths.",
        {"kind": "position", "position": "strike_acknowledged", "speaker": "air force"},
    ),
    row("055", "Unconfirmed reports put the number of dead at 33.", killed(33, 33, modality="unconfirmed")),
    row("056", "A drone allegedly killed 5 people.", killed(5, 5, modality="alleged")),
    row("057", "If confirmed, it would be the deadliest raid of the year."),
    row("058", "The death toll could reach 90.", {"kind": "casualty", "high": 90, "modality": "conditional"}),
    row("059", "The shell killed 14 people, villagers said. The paper could not verify the number.", killed(14, 14)),
    Row(id="row-060", text="Did the raid kill 50 people?", published=None, expected=(), never_asserted=True),
)

SPEAKERS = (
    row("061", "Residents said 64 people were killed.", killed(64, 64, speaker="residents")),
    row("062", "The bombing killed 17 people, according to a surgeon.", killed(17, 17, speaker="surgeon")),
    row(
        "063",
        "Rescuers found 21 bodies, Meridian Wire reported, citing the head of the civil defence.",
        bodies(21, 21, speaker="head of the civil defence", via="Meridian Wire"),
    ),
    row(
        "064",
        "Mayor Olan Pree said 12 people were killed. Another five were wounded, he added.",
        killed(12, 12, speaker="Olan Pree"),
        injured(5, 5, speaker="Olan Pree"),
    ),
    row("065", '"We buried 16 people," Karim Dost said.', killed(16, 16, speaker="Karim Dost")),
    row("066", '"Nine dead," read the statement.', killed(9, 9, speaker="statement")),
    row(
        "067",
        "Medics said 13 people were killed; police said ten.",
        killed(13, 13, speaker="medics"),
        killed(10, 10, speaker="police"),
    ),
    row("068", "Eight people were killed in an airstrike.", killed(8, 8, blamed=None, speaker=None)),
    row("069", "Eight people were killed by coalition jets.", killed(8, 8, blamed="coalition")),
    row("070", "Villagers blamed the army for the deaths of 8 people.", killed(8, 8, blamed="army")),
    row(
        "071",
        "The army said a truck bomb had caused the collapse of the house.",
        {"kind": "blame", "cause": "truck bomb", "speaker": "army"},
    ),
)

WORDING = (
    row("072", "The killing of 6 shepherds angered the valley.", killed(6, 6, who="civilian")),
    row("073", "More than 60 were allegedly killed.", killed(61, None, who="unspecified", modality="alleged")),
    row("074", "The mortar fire left 13 dead.", killed(13, 13)),
    row("075", "Airstrike kills 24 in Tarrin school", killed(24, 24)),
    row("076", "17 were martyred in the attack, a local page wrote.", killed(17, 17)),
    row("077", "Twelve people lost their lives in the attack.", killed(12, 12)),
    row("078", "Five men were executed in the square.", killed(5, 5)),
    row("079", "Of the nine people in the house, two survived.", killed(7, 7)),
)

SCOPE = (
    row("080", "More than 410 civilians have been killed since early April.", killed(411, None, scope="period")),
    row("081", "So far this month 300 people have been killed.", killed(300, 300, scope="period", when="2021-06")),
    row("082", "In the past week 75 people were killed in the province.", killed(75, 75, scope="period")),
    row(
        "083", "Airstrikes across the two provinces have killed 520 people this year.", killed(520, 520, scope="period")
    ),
    row("084", "Seven civilians die every day in the district."),
    row(
        "085",
        "A strike killed 12 people in Tarrin on June 7. In January, a separate raid in Ostrel killed 9.",
        killed(12, 12, when="2021-06-07", where="Tarrin", scope="event"),
        killed(9, 9, when="2021-01", where="Ostrel", scope="event"),
    ),
    row(
        "086",
        "The blast on Monday killed 18 people. It was the deadliest since a 2015 strike killed 36.",
        killed(18, 18, when="2021-06-07"),
        killed(36, 36, when="2015"),
    ),
    row("087", "The committee will look into the June 5 casualties."),
)

TIMES = (
    row("088", "A shell killed 4 people on 3 May 2021.", killed(4, 4, when="2021-05-03")),
    row("088b", "A shell killed 4 people on May 3.", killed(4, 4, when="XXXX-05-03"), published=None),
    row("089", "A shell killed 4 people on Saturday.", killed(4, 4, when="2021-06-05")),
    row("090", "Shells killed 4 people overnight from Friday to Saturday.", killed(4, 4, when="2021-06-04/2021-06-05")),
    row("091", "A raid killed 4 people in February.", killed(4, 4, when="2021-02")),
    row("091b", "A raid killed 4 people last week.", killed(4, 4, when="2021-05-31/2021-06-06")),
    row("092", "Raids between May 16 and 23 killed 44 people.", killed(44, 44, when="2021-05-16/2021-05-23")),
    row(
        "093",
        "A raid killed 4 people on June 5. Two days earlier a shell had killed 3.",
        killed(4, 4, when="2021-06-05"),
        killed(3, 3, when="2021-06-03"),
    ),
    row("094", "A raid recently killed 4 people.", killed(4, 4, when=None)),
    row("095", "On the first day of Ramadan a shell killed 4 people.", killed(4, 4)),
    row("096", "The battle for the city entered its eighth month."),
    row("097", "The rebels captured the town in 2014."),
)

NO_CLAIMS = (
    row("098", "The crater, tens of metres from the school, covers eight square metres."),
    row("099", "The army recorded 700 videos, flew 12 strikes and destroyed 40 houses."),
    row("100", "Before the war 600,000 people lived there."),
    row("101", "Two F-16s dropped a 500-pound bomb and a GBU-38."),
    row("102", "The 9th Division is led by a one-star general."),
    row("103", "Women were 30% of the victims; each household was paid $2,500."),
)

PLACES = (
    row(
        "104",
        "A strike killed 6 people in Tannery Gate, a neighbourhood of west Halvin.",
        killed(6, 6, where="Tannery Gate"),
    ),
    row("105", "A strike killed 6 people in al-Sarrayah.", killed(6, 6, place="Sarraya")),
    row("105b", "A strike killed 6 people in Es Sarraya.", killed(6, 6, place="Sarraya")),
    row("106", "A strike killed 6 people 12 km east of Halvin.", killed(6, 6, where="Halvin")),
    row("107", "A strike killed 6 people at 22.41 S 104.62 W.", killed(6, 6, latitude="-22.41")),
    row(
        "108",
        "A strike hit Halvin. It killed 6 people in the Old City.",
        killed(6, 6, where="Old City", place="Old City of Halvin"),
    ),
    row("109", "TARRIN (Meridian) - A strike killed 6 people in Ostrel.", killed(6, 6, where="Ostrel")),
    row("109b", "TARRIN (Meridian) - Six people were killed in a strike, officials said.", killed(6, 6, where=None)),
    row("110", "A Kenyan officer said that a strike killed 6 people.", killed(6, 6, where=None)),
)

PAGES = (
    row("115", "0:00 / 2:17\n25 Comments\nShare 137\nThe market reopened on Monday."),
    row(
        "116",
        "The ruins of the school, where 21 people were killed.\n"
        "The ruins of the school, where 21 people were killed.\n\nThe council met on Monday.",
        killed(21, 21),
    ),
    row(
        "117",
        "Correction: an earlier version of this story said that 60 people were killed. The correct number is 38.",
        killed(60, 60, modality="denied"),
        killed(38, 38, modality="asserted"),
    ),
    row("118", "Rescuers carried from the burntschool 26 bodies.", bodies(26, 26)),
    row("119", "30+ dead!! #Ostrel", killed(30, None, where="Ostrel")),
    row("023b", "A strike on 3 May 2018 killed 12 people.", killed(12, 12, modality="asserted", when="2018-05-03")),
    row("031b", "A strike killed two people, a farmer and his son.", killed(2, 2)),
    row("031c", "Two people, one of them a child, were killed.", killed(2, 2)),
    row("031d", "Three people wounded in the strike have died in hospital.", killed(3, 3)),
    row("037b", "Neither the driver nor the four passengers died.", killed(4, 4, modality="denied")),
    row(
        "084b",
        "Two air raids hit Halvin on 3 May 2018. The first killed 5 people in Ostrel. The second, in Tarrin, killed 8.",
        killed(5, 5, where="Ostrel", when="2018-05-03"),
        killed(8, 8, where="Tarrin", when="2018-05-03"),
    ),
    row(
        "078b",
        "A strike on Halvin on 3 May 2018 killed 12, bringing the total killed in the city this year to 412.",
        killed(12, 12, scope="event"),
        killed(412, 412, scope="period"),
    ),
    row(
        "049b",
        "A strike hit Halvin on 3 May. The army spoke of rebels. The road was closed. The shops stayed shut.\n\n"
        "Traders told reporters that they knew nothing of that.\nThey blamed the Kessary army.",
        {"kind": "blame", "blamed": "Kessary army", "speaker": "Traders"},
    ),
    row(
        "097b",
        "A ministry spoke of a lorry packed with explosives, parked at the house by the Kessary Front.",
        {"kind": "blame", "blamed": "Kessary Front", "cause": "car bomb"},
    ),
    row("120", "Killed: 7 - Injured: 21", killed(7, 7), injured(21, 21)),
    row("120b", "- Killed: 12\n- Wounded: 40\n- Missing: 3", killed(12, 12), injured(40, 40), people("missing", 3, 3)),
)

ROWS = (*NUMBERS, *PEOPLE, *MODALITY, *SPEAKERS, *WORDING, *SCOPE, *TIMES, *NO_CLAIMS, *PLACES, *PAGES)
