"""Blame as people tell it: by whom, from where, whose it was, what went wrong; texts of our own."""

import pytest

from harmtrace.records.claim import Blame
from tests.reading import read_text

TOLD = "Nine people were killed in Ostrel on Friday.\n\n"

LAID: tuple[tuple[str, str], ...] = (
    # who says that who did what
    ("Traders said the Tarnish army had levelled the stalls from the air.", "army"),
    ("State radio reported in its evening news that rebels shelled the town.", "rebels"),
    ("The envoy wrote that it had no planes and that the rebels shelled the market.", "rebels"),
    ("Soldiers shot at us from the bridge, said a driver.", "Soldiers"),
    ("The report names the guard, which it says fired on the crowd.", "guard"),
    # by whom it was sent, fired, laid
    ("Some accounts insist that the drone was sent by the junta.", "junta"),
    ("A mortar bomb, fired in the mission's view by the army, fell on the yard.", "army"),
    ("Nine houses were hit, by the militia according to the council.", "militia"),
    # from where
    ("Shopkeepers say that it came from the guards' base.", "guards"),
    ("The jury is satisfied that the fire came from mortars of the 9th battalion.", "9th battalion"),
    # whose it was
    ("People in Ostrel say the drone was a government drone.", "government"),
    ("Neighbours say the army.", "army"),
    ("Some say it was the rebels, others that it was our own side.", "side"),
    ("Ask anyone in town, it was the Halvin Guard.", "Halvin Guard"),
    ("The army threw it.", "army"),
    # who answers for it
    ("We hold the commander of the brigade answerable as well.", "commander"),
    ("The mayor laid the fire at the door of the rebels.", "rebels"),
    ("Suspicion falls on the army.", "army"),
    ("The opposition accused the army of levelling the town.", "army"),
    ("A trader said government jets destroyed the bridge.", "government"),
    ("The families laid the blame for the killings at the door of the army.", "army"),
    ("Residents said the rebels had torched nine houses by the river.", "rebels"),
    ("The tribunal found the army liable for the deaths.", "army"),
    ("All the evidence points to a Russian missile.", "Russian"),
    ("The mayor sees the hand of the army in the fire.", "army"),
    ("Responsibility for the attack rests with the army, the commission wrote.", "army"),
    ("Only the army has such guns, said the headman.", "army"),
    ("The court convicted General Tarn of the massacre.", "General Tarn"),
    ("Blamed: Halvin militia", "Halvin militia"),
)
CAUSES: tuple[tuple[str, str], ...] = (
    ("The panel found that a bomb missed the launcher by 90 metres owing to a technical fault.", "technical fault"),
    ("A stray rebel missile was the likeliest cause, the spokesman said.", "missile"),
    ("All nine spoke of a missile from a drone.", "missile"),
    ("It was the stored shells, not the bombs, that flattened the quarter, an expert argued.", "stored shells"),
    ("The army blamed faulty intelligence.", "intelligence"),
)


@pytest.mark.parametrize(("text", "blamed"), LAID, ids=[text[:50] for text, _ in LAID])
def test_blame_is_laid_at_a_door(text: str, blamed: str) -> None:
    found = [one.blamed for one in read_text(TOLD + text, published="2021-05-04").claims if isinstance(one, Blame)]
    assert any(blamed in (one or "") for one in found), found


@pytest.mark.parametrize(("text", "cause"), CAUSES, ids=[text[:50] for text, _ in CAUSES])
def test_a_cause_is_told(text: str, cause: str) -> None:
    found = [one.cause for one in read_text(TOLD + text, published="2021-05-04").claims if isinstance(one, Blame)]
    assert any(cause in (one or "") for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The mayor pointed to the hills.",
        "He pointed at the army camp on the map.",
        "The army said it had shelled rebel positions near Halvin.",
        "The army said that the rebels had fired on its base.",
        "Nobody knows whether the army fired the shells.",
        "If the army did it, it must say so, said the priest.",
        "The police said it was a quiet day.",
        "The general said the soldiers had fired in the air to mark the day.",
        "The council named a new police chief.",
        "The minister said the government had launched a fund.",
        "Only the army has a bakery.",
        "The doctor mistook the boy for his brother.",
        "The delay was due to a technical fault.",
        "He saw the army's hand in the appointment.",
        "The rebels struck a deal with the army, the council said.",
        "Witnesses spoke of a drone show at the fair.",
        "The buses came from the army base.",
        "Was it the army that fired?",
        "Witnesses said a drone fired two missiles at the queue.",
        "The children laid the wreath at the feet of the general.",
        "The widow put it at the door of the army barracks.",
        "The envoy said the army had opened up the road.",
        "The priest said the rebels had hit the road at dawn.",
        "Guests said the soldiers threw the ball back.",
        "The paper said the army had a hand in the peace talks.",
        "The mayor said the police had planted the trees of the fair.",
        "A witness said the army had shelled the market of Ostrel in 1994.",
        "The court found the general guilty of treason.",
        "The union held the government to blame for the price of wheat.",
        "The party holds the police answerable for the safety of voters.",
        "The opposition accused the government of slaughtering its budget.",
        "He laid the blame for the price of wheat at the door of the government.",
        "The army blamed a mix-up over the wages.",
    ],
)
def test_no_blame_is_made_of_other_matters(text: str) -> None:
    assert not [one for one in read_text(TOLD + text, published="2021-05-04").claims if isinstance(one, Blame)]


def test_blame_beside_a_count_of_another_clause_is_a_claim() -> None:
    text = "The defence maintains that the bomb was fired by the rebels, and that it killed six soldiers."
    (claim,) = [one for one in read_text(text, published="2021-05-04").claims if isinstance(one, Blame)]
    assert claim.blamed == "rebels"
