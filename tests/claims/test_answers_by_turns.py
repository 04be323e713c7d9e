"""Positions in turns of phrase and wider families of answers, whose they are, and what answers nobody."""

import pytest

from harmtrace.records.claim import Position
from tests.reading import read_text

BEFORE = "Shells killed nine people in Oria on 3 May 2019. "


def said(text: str) -> list[tuple[str, str | None]]:
    claims = read_text(BEFORE + text, published="2019-05-04", source="Test Wire").claims
    return [(c.position.value, c.speaker) for c in claims if isinstance(c, Position)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said that not one of its batteries shelled the quarter.", "responsibility_denied"),
        ("The Front said that no mine of theirs had been laid on the road.", "responsibility_denied"),
        ("The coalition denies having flown there that day.", "responsibility_denied"),
        ("The army denied that rangers had fired the shots.", "responsibility_denied"),
        ("The air force said that no flights were made over the town.", "responsibility_denied"),
        ("The army bears no responsibility, its spokesman said.", "responsibility_denied"),
        ('"It was not our missile," the navy\'s spokesman said.', "responsibility_denied"),
        ("The militia rejected any involvement.", "responsibility_denied"),
        ("The presidency has ruled out any role for its forces.", "responsibility_denied"),
        ("The army shrugged off the accusation.", "responsibility_denied"),
        ("The army blamed the rebels, insisting its own men had held their fire.", "responsibility_denied"),
        ("The group has washed its hands of the attack.", "responsibility_denied"),
        ("The militia says it has no artillery.", "responsibility_denied"),
        ("The general staff said there had been no sorties on 3 May.", "responsibility_denied"),
        ('"That\'s a lie," the major said.', "responsibility_denied"),
        ("Police say they only fired in the air.", "responsibility_denied"),
        ("Advisers were in the area but did not fire, a spokesman for the command said.", "responsibility_denied"),
        ("The commander of the brigade said that he knew of no harm to civilians.", "not_aware"),
        ("The army said it had no reason to believe that civilians were harmed.", "not_aware"),
        ('"I have not seen any such reports," the minister said.', "not_aware"),
        ("The general promised an internal check.", "under_review"),
        ("The army said it was trying to find out what had happened.", "under_review"),
        ("The ministry asked for time to examine the facts.", "under_review"),
        ("The panel has begun to assess the claim of harm.", "assessment_opened"),
        ("The army said a board of inquiry was already at work.", "investigation_opened"),
        ("Prosecutors said they had opened a criminal inquiry.", "investigation_opened"),
        ("The incident is being investigated, the army said.", "investigation_opened"),
        ("The prosecutor's office registered a criminal case.", "investigation_opened"),
        ("The Kessary Front said in a call that it had carried out the attack.", "responsibility_accepted"),
        ("The colonel admitted that his men were at fault.", "responsibility_accepted"),
        ("The general apologised to the families.", "responsibility_accepted"),
        ('"It was us," said a commander of the Front.', "responsibility_accepted"),
        ("The army acknowledged having shelled a post in the town.", "strike_acknowledged"),
        ("The army does not deny the strike.", "strike_acknowledged"),
        ("The army said the target of the strike was a commander.", "strike_acknowledged"),
        ("The prosecutor found a report of nine deaths in a raid on the town to be unfounded.", "non_credible"),
        ("The inquiry concluded that no law had been broken.", "non_credible"),
    ],
)  # fmt: skip
def test_an_answer_is_read_in_whichever_family_it_stands(text: str, expected: str) -> None:
    assert [position for position, _ in said(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "None of our soldiers was killed.",
        "Nobody disputes that.",
        "Will the army ever accept responsibility?",
        "The rights group called on the government to open an investigation.",
        "The court opened an inquiry into the sale of the port.",
        "Police are investigating the theft of a lorry.",
        "The army said that 40 of its soldiers were in barracks when the shells fell.",
        "The army refused to admit the strike.",
        "The army denied that hundreds of its soldiers had been captured.",
        "The villagers say they did not fire.",
        "The mayor denied taking bribes.",
        "The administrator has not been there.",
        "The captain would not speak of his own losses.",
        "The mothers demanded that the army apologise to the families.",
        "The army said it was responsible for security in the valley.",
        "The navy said its drone was lost as a result of a technical fault.",
        "The inquiry board did not conduct any hearing.",
        "The shelling was directed at one of its barracks, the army said.",
        "The case against the reporter was dropped, the ministry said.",
        "The clerk pleaded guilty to fraud.",
        "The front denied that any talks had been held.",
        "The ministry ruled out any role in the peace talks.",
        "The army does not deny that rebels attacked the post.",
        "The lorry driver and his men were at fault.",
        "The column was made up of lorries, the army said.",
        "The army apologised to the families for the delay.",
        "The ministry appointed a commission of inquiry on the elections.",
    ],
)
def test_what_answers_no_allegation_is_no_position(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Villagers suspect the hill front; the front, by fax, denies it.", "the front"),
        ("The border regiment, whose post is near, denies that any bomb came from its lines.", "The border regiment"),
        ("The river militia lost twelve men, wrote the Gazette. It denies shelling the town.", "The river militia"),
    ],
)  # fmt: skip
def test_whose_answer_it_is_stands_before_it(text: str, speaker: str) -> None:
    assert [who for _, who in said(text)] == [speaker]


def test_what_a_panel_rejects_it_has_found_unfounded() -> None:
    assert said("The review board rejects the allegation that a clinic was hit.") == [
        ("non_credible", "The review board")
    ]
