"""Who vouches and who carried it, by the frame that says so, each class put in several ways; texts of our own."""
# ruff: noqa: E501 - tables read better on long lines

import pytest

from harmtrace.records.claim import Casualty
from tests.reading import read_text

#: What a text says, and for each count, by its number: who vouches, and who carried it.
Case = tuple[str, dict[int, tuple[str | None, str | None]]]

QUOTED: tuple[Case, ...] = (
    (
        "The Ostrel council was quoted by Radio Halvin as saying that nine people had been killed.",
        {9: ("Ostrel council", "Radio Halvin")},
    ),
    (
        "Radio Halvin quoted the Ostrel council as saying that nine people had been killed.",
        {9: ("Ostrel council", "Radio Halvin")},
    ),
    (
        "Quoting the Ostrel council, Radio Halvin said nine people had been killed.",
        {9: ("Ostrel council", "Radio Halvin")},
    ),
    ("Citing medics, Radio Halvin put the number of dead at nine.", {9: ("medics", "Radio Halvin")}),
    (
        "Nine people were killed, according to Radio Halvin, which cited the rescue service.",
        {9: ("rescue service", "Radio Halvin")},
    ),
    (
        "Radio Halvin said that twelve people were hurt. It also quoted medics as saying that nine people were killed.",
        {9: ("medics", "Radio Halvin")},
    ),
)
CARRIED: tuple[Case, ...] = (
    ("Nine people were killed, medics told a local radio station.", {9: ("medics", "local radio station")}),
    ("Medics told the broadcaster Halvin TV that nine people were killed.", {9: ("Medics", "broadcaster Halvin TV")}),
    ("Speaking to Radio Halvin, a nurse put the number of dead at nine.", {9: ("a nurse", "Radio Halvin")}),
    ("The hospital confirmed to Radio Halvin the death of nine people.", {9: ("The hospital", "Radio Halvin")}),
    (
        "State television carried a statement in which the army said nine fighters had been killed.",
        {9: ("the army", "State television")},
    ),
    (
        "The army said in a statement carried by state television that nine fighters had been killed.",
        {9: ("The army", "state television")},
    ),
    ("Writing on Telegram, the governor said that nine people had been killed.", {9: ("the governor", "Telegram")}),
    ("Governor (on Telegram): nine dead, twelve injured.", {9: ("Governor", "Telegram"), 12: ("Governor", "Telegram")}),
    (
        "Relatives interviewed by Radio Halvin at the morgue said nine people were killed.",
        {9: ("Relatives interviewed by Radio Halvin at the morgue", "Radio Halvin")},
    ),
)
TOLD_US: tuple[Case, ...] = (
    ("Nine people were killed, we were told at the hospital.", {9: ("the hospital", None)}),
    ("At the hospital we were told that nine people had been killed.", {9: ("the hospital", None)}),
    ("Nine people were killed, we understand from medics.", {9: ("medics", None)}),
    ("i just spoke w/ the mayor: 9 dead, 12 injured", {9: ("the mayor", None), 12: ("the mayor", None)}),
    ("Maren Rowe had heard from a nurse that nine people were killed.", {9: ("a nurse", None)}),
    ('"My neighbour told me nine people were killed," said Maren Rowe.', {9: ("My neighbour", None)}),
)
WHOSE_FIGURE: tuple[Case, ...] = (
    ("The figure of nine dead comes from the mayor.", {9: ("the mayor", None)}),
    ("The figure of nine dead was given by the mayor.", {9: ("the mayor", None)}),
    ("Nine dead is the figure given by the mayor.", {9: ("the mayor", None)}),
    ("Figures compiled by the Lantern Network show nine people killed in Ostrel.", {9: ("the Lantern Network", None)}),
    ("A report by the Lantern Network documents nine deaths in Ostrel.", {9: ("the Lantern Network", None)}),
    ("From the hospital came word of nine dead.", {9: ("the hospital", None)}),
    ("Nine people were killed, a claim made by the mayor.", {9: ("the mayor", None)}),
)
HELD: tuple[Case, ...] = (
    ("The mayor stands by nine dead.", {9: ("The mayor", None)}),
    ("The mayor is convinced that nine people were killed in Ostrel.", {9: ("The mayor", None)}),
    ("The mayor has no doubt that nine people were killed.", {9: ("The mayor", None)}),
    ("The mayor counted with her own eyes nine dead.", {9: ("The mayor", None)}),
    ("Nine dead, if the mayor is to be believed.", {9: ("the mayor", None)}),
    ("Nine people died in the raid on Ostrel, as Maren Rowe tells it.", {9: ("Maren Rowe", None)}),
    ("Witnesses saw nine people shot dead at the gate.", {9: ("Witnesses", None)}),
    ("It is certain that nine people were killed in Ostrel.", {9: (None, None)}),
)
NOTED: tuple[Case, ...] = (
    ("A shell killed nine people at the gate (source: Civil Defence).", {9: ("Civil Defence", None)}),
    ("A shell killed nine people at the gate [Ostrel Media Centre].", {9: ("Ostrel Media Centre", None)}),
    ("Nine militants killed in Ostrel: army", {9: ("army", None)}),
    ("Army Says Nine Militants Killed in Ostrel", {9: ("Army", None)}),
    ("ARMY SAYS NINE MILITANTS KILLED IN OSTREL", {9: ("ARMY", None)}),
)
SET_IN: tuple[Case, ...] = (
    ("Nine people, says the mayor, were killed at the gate.", {9: ("the mayor", None)}),
    ("A shell, the mayor told us on the phone, killed nine people at the gate.", {9: ("the mayor", None)}),
    ("A raid which, the council says, killed nine people hit Ostrel.", {9: ("the council", None)}),
)
APART: tuple[Case, ...] = (
    ("The mayor put the dead at twelve, the hospital at nine.", {12: ("The mayor", None), 9: ("the hospital", None)}),
    ("The mayor speaks of twelve dead, the hospital of nine.", {12: ("The mayor", None), 9: ("the hospital", None)}),
    (
        "Twelve people were killed according to the mayor, nine according to the hospital.",
        {12: ("the mayor", None), 9: ("the hospital", None)},
    ),
)
SUBJECTS: tuple[Case, ...] = (
    (
        "An official appointed by the junta wrote that nine people were killed.",
        {9: ("An official appointed by the junta", None)},
    ),
    (
        "A farmer living near the bridge, who asked not to be named, said that nine people were killed.",
        {9: ("A farmer", None)},
    ),
    ("In the lower town, Una Fell, 44, a teacher, said that nine people were killed.", {9: ("Una Fell", None)}),
    ("Hospital No. 3 says it has received nine bodies.", {9: ("Hospital No. 3", None)}),
    ("my cousin who lives there says 9 dead n 12 injured", {9: ("my cousin", None), 12: ("my cousin", None)}),
    (
        "A spokesman said that its guns had answered fire with fire and that nine militants were killed.",
        {9: ("A spokesman", None)},
    ),
)
PRONOUNS: tuple[Case, ...] = (
    ("An army spokesman said that 18 militants had been killed. Halvin called this a lie. Not one militant was killed, it said.",
     {18: ("An army spokesman", None), 0: ("Halvin", None)}),
    ("The defence ministry called that absurd: nine militants had been killed, it said.", {9: ("The defence ministry", None)}),
    ("09:10 The mayor, Ada Moroz, says nine people were killed.\n10:30 Moroz: the number of dead is now 14, including a boy.",
     {9: ("Ada Moroz", None), 14: ("Ada Moroz", None)}),
    ("\"Nine people were killed.\" Maren Rowe puts down her cup. \"My sister was one.\"", {9: ("Maren Rowe", None)}),
    ("\"We buried nine people on Sunday.\n\"Then we buried three more.\n\"Nobody helped us,\" said Maren Rowe.", {9: ("Maren Rowe", None), 3: ("Maren Rowe", None)}),
    ("From 1 January to 31 October, monitors recorded 604 civilian deaths. Home-made bombs account for 263 of the 604 deaths.", {604: ("monitors", None), 263: ("monitors", None)}),
    ("The police said twelve people were injured in Ostrel. Maren Rowe, a baker, ran out into the street. \"Nine were dead,\" she recalls.",
     {12: ("The police", None), 9: ("Maren Rowe", None)}),
    ("A midwife said that twelve people had been injured. Two of her colleagues were killed in the yard, she added.",
     {12: ("A midwife", None), 2: ("A midwife", None)}),
    ("The health ministry spoke of twelve dead in Ostrel. Later it raised that to nineteen dead.",
     {12: ("The health ministry", None), 19: ("The health ministry", None)}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [*QUOTED, *CARRIED, *TOLD_US, *WHOSE_FIGURE, *HELD, *NOTED, *SET_IN, *APART, *SUBJECTS, *PRONOUNS],
)
def test_the_frame_says_who_vouches(text: str, expected: dict[int, tuple[str | None, str | None]]) -> None:
    found = {
        claim.count.low if claim.count.low is not None else claim.count.high: (claim.speaker, claim.via)
        for claim in read_text(text, published="2021-05-04").claims
        if isinstance(claim, Casualty)
    }
    for number, (speaker, via) in expected.items():
        assert number in found
        assert (_bare(found[number][0]), _bare(found[number][1])) == (_bare(speaker), _bare(via))


def _bare(name: str | None) -> str | None:
    """Return a name without its article."""
    return None if name is None else name.removeprefix("The ").removeprefix("the ")


def test_who_came_on_a_day_is_nobody_who_speaks_and_the_day_is_that_of_the_harm() -> None:
    told = (
        "They came on Thursday, a little after eight, when the bar by the bridge was full. Ten people were killed inside it, "
        "says the village chief, Pavel Arn, and five more were shot dead on the path behind. He knew them all, he says."
    )
    claims = [one for one in read_text(told, published="2021-07-12").claims if isinstance(one, Casualty)]
    assert [(one.when, one.speaker) for one in claims] == [("2021-07-08", "Pavel Arn")] * 2
