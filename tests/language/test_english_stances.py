"""English positions and blame: what words state."""

import pytest

from harmtrace.language.english.stances import blames, positions
from harmtrace.records.claim import Exposure
from tests.reading import read_text


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The coalition said it was looking into the reports.", ["under_review"]),
        ("It was aware of the allegations.", ["under_review"]),
        ("The army has opened an inquiry into the raid.", ["investigation_opened"]),
        ("A formal assessment has been opened.", ["assessment_opened"]),
        ("That account was assessed to be credible.", ["credible"]),
        ("The allegation was found to be not credible.", ["non_credible"]),
        ("The army denied shelling the market.", ["responsibility_denied"]),
        ("We did not fly there, the air force said.", ["responsibility_denied"]),
        ("The coalition had no information on any strike near the ford.", ["not_aware"]),
        ("The military confirmed that it had bombed a depot.", ["strike_acknowledged"]),
        ("We take full responsibility for those deaths.", ["responsibility_accepted"]),
        ("An investigation should show whether the reports are credible.", []),
        ("The market opened at nine.", []),
    ],
)
def test_words_state_a_position(text: str, stated: list[str]) -> None:
    assert [p.stated.value for p in positions(text, 0, len(text))] == stated


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Neighbours blamed the U.S.-led coalition for the deaths.", ["U.S.-led coalition"]),
        ("The Front accused the army of shelling the market.", ["army"]),
        ("They hold the Kessary Front responsible.", ["Kessary Front"]),
        ("The mayor said the army had fired the shells.", ["army"]),
        ("He said the mines were left by the militia.", ["militia"]),
        ("The league attributes it to the Kessary Front, a rebel group.", ["Kessary Front"]),
        ("He put the fire down to a gas bottle.", [None]),
        ("The coach blamed the weather.", []),
    ],
)
def test_words_blame_a_party(text: str, blamed: list[str | None]) -> None:
    assert [b.blamed for b in blames(text, 0, len(text))] == blamed


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Residents said the shells had been fired by the Kessary army.", "Kessary army"),
        ("A teacher said the mine was laid by the Tarn militia.", "Tarn militia"),
        ("The mill was hit by missiles, allegedly fired by a GNX drone.", "GNX drone"),
        (
            'The council accused "foreign jets in the pay of the north" of bombing the dam.',
            "foreign jets in the pay of the north",
        ),
        ("Villagers blamed the Army of the North.", "Army of the North"),
        ("The elders held the Army of the North responsible.", "Army of the North"),
        ("The elders pointed the finger at the Kessary Front.", "Kessary Front"),
        ('That was "the work of the KDF\'s own mines", the spokesman said.', "KDF's own mines"),
        ("The governor said the Kessary Front was behind the blast.", "Kessary Front"),
        ('The prefect spoke of "stray bullets from the separatists".', "separatists"),
        ("09:50 Dorun: Ostrian rockets hit the village.", "Ostrian"),
        ("The imam said the Red Column had done it.", "Red Column"),
        ('"The Red Column did this," the imam said.', "Red Column"),
        ("The villagers answered that the army had done it.", "army"),
        ("The neighbours described it as two tank shells.", "two tank shells"),
        ("All the sources say that the missiles came from a US drone.", "US drone"),
        ("Survivors blame an air strike.", "air strike"),
        ("The police blamed a gas leak.", "gas leak"),
        ("The administration said that an Ostrian gun had fired short.", "Ostrian gun"),
        ("The president replied that the rebels had murdered unarmed pupils.", "rebels"),
        ("The attack bore the hallmarks of the Kessary Front.", "Kessary Front"),
        ("The league says the army is to blame.", "army"),
        ("Responsibility lies with the army, the league said.", "army"),
        ("The Tarn command said the Kessary army had shelled its own town.", "Kessary army"),
        ("The Tarn command said the strike was carried out by the Army of the South.", "Army of the South"),
        ("The rounds were fired from Kessary territory, the ministry said.", "Kessary"),
        ("Locals suspect the government.", "government"),
        ("Witnesses identified the gunmen as paramilitaries.", "paramilitaries"),
        ("A Coalition raid reportedly hit a row of houses.", "Coalition"),
        ("A Kessary drone allegedly struck the bakery.", "Kessary"),
    ],
)
def test_blame_is_laid_in_whichever_words(text: str, blamed: str) -> None:
    assert [b.blamed or b.cause for b in blames(text, 0, len(text))] == [blamed]


@pytest.mark.parametrize(
    "text",
    [
        "The minister blamed the drought for the poor harvest.",
        "It was the fourth raid on the town since May.",
        "The opposition accused the government of wasting money.",
        "The trains came from the north.",
        "The coach blamed his keeper.",
        "It was the second week of the siege.",
        "The farmers blamed the bank.",
        "The union said the ministry was responsible for the roads.",
        "The court held the company responsible for the debt.",
        "The party accused its rivals of fraud.",
    ],
)
def test_ordinary_news_lays_no_blame(text: str) -> None:
    assert list(blames(text, 0, len(text))) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Some 4,000 families are caught between the two lines.", 4000),
        ("There are three hundred people on the island who cannot get off it.", 300),
        ("The rector says 46 people were inside when it was hit.", 46),
        ("Nine hundred people are holed up in the mill.", 900),
        ("Some 200 people have taken refuge in the church.", 200),
        ("Four hundred people still sleep in the yard and dare not go out.", 400),
        ("About 500 people live in the village.", None),
        ("Forty guests slept in the new hotel at the opening.", None),
        ("The fair drew 3,000 visitors.", None),
    ],
)
def test_people_at_risk_are_counted(text: str, people: int | None) -> None:
    reading = read_text(
        f"An air strike hit Dorun on 4 May 2021, killing nine civilians.\n\n{text}", published="2021-05-06"
    )
    assert [c.count.low for c in reading.claims if isinstance(c, Exposure)] == ([] if people is None else [people])
