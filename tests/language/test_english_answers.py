"""English answers to an allegation: positions from classes of words, in wordings that share few words."""

import pytest

from harmtrace.language.english.answer_words import CLASSES
from harmtrace.language.english.answers import line
from harmtrace.language.english.stances import positions
from harmtrace.records.claim import Position
from tests.reading import read_text

_STRIKE = "An air strike hit Dorun on 4 May 2021, killing nine civilians.\n\n"


def stated(text: str) -> list[str]:
    return [p.stated.value for p in positions(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kessary Front denied any part in the shelling.", "responsibility_denied"),
        ("The army has denied that its guns were in use that night.", "responsibility_denied"),
        ("A denial came from the presidential guard within the hour.", "responsibility_denied"),
        ("The junta issued a flat denial.", "responsibility_denied"),
        ("The ministry put out a denial on Monday.", "responsibility_denied"),
        ("The air force rejected the claim.", "responsibility_denied"),
        (
            "The colonel rejected as a fabrication the reports that his men had burned the huts.",
            "responsibility_denied",
        ),
        ('The general staff dismissed as "enemy theatre" the footage from the market.', "responsibility_denied"),
        ("The interior minister waved away the accusation.", "responsibility_denied"),
        ("The coalition insisted its jets were elsewhere.", "responsibility_denied"),
        ('"We don\'t bomb markets," the spokesman said.', "responsibility_denied"),
        ('"Our pilots do not attack hospitals," General Orban said.', "responsibility_denied"),
        ("The army said it does not target civilians.", "responsibility_denied"),
        ("The spokesman said none of its drones had been over Dorun.", "responsibility_denied"),
        ("The brigade said its artillery had not fired since Sunday.", "responsibility_denied"),
        ("Not a single round was fired by our troops, Major Tarn said.", "responsibility_denied"),
        ("No unit of the army had entered the village, the ministry said.", "responsibility_denied"),
        ("The rebels said they had no men in the district.", "responsibility_denied"),
        ("The rebels said they had nobody within ten kilometres of the school.", "responsibility_denied"),
        ("The government in Kesh said it had nothing to do with the blast.", "responsibility_denied"),
        ("The army called the report a lie.", "responsibility_denied"),
        ('"Lies, all of it," the army\'s spokesman said.', "responsibility_denied"),
        ('"That is not true," said the army spokesman, Colonel Hadd.', "responsibility_denied"),
        ("The militia disclaimed all responsibility.", "responsibility_denied"),
        ("The militia disavowed the attack.", "responsibility_denied"),
        ("The Front distanced itself from the killings.", "responsibility_denied"),
        ("Army denies role in Dorun raid", "responsibility_denied"),
        ("Coalition: our jets did not strike Dorun", "responsibility_denied"),
        ('The allegations are "completely baseless", the embassy said.', "responsibility_denied"),
        ("Responsibility for the raid was denied by the air force.", "responsibility_denied"),
        ("The charge was denied by the command.", "responsibility_denied"),
        ("The army maintains that the shell was not one of its own.", "responsibility_denied"),
        ("The commander swore that his fighters had never set foot in the hamlet.", "responsibility_denied"),
        ("The ministry denies ordering the raid.", "responsibility_denied"),
        ("The air force contested the account, saying the target was empty.", "responsibility_denied"),
        ("The navy said the boat had not been hit by its guns.", "responsibility_denied"),
        ("The police said officers had fired only rubber bullets.", "responsibility_denied"),
        ("The army said its soldiers had fired only warning shots.", "responsibility_denied"),
        ("The group said it had no hand in the bombing.", "responsibility_denied"),
        ("The movement said it was not behind the explosion.", "responsibility_denied"),
        ("The army said it could not have been its plane.", "responsibility_denied"),
        ("The coalition said it had no record of a strike there.", "not_aware"),
        ("The ministry said it knew of no such incident.", "not_aware"),
        ("The army was not aware of any civilian deaths, a spokesman said.", "not_aware"),
        ("A spokesman for the air force said he had heard nothing about it.", "not_aware"),
        ("The command said it had received no reports of harm to civilians.", "not_aware"),
        ("The coalition has no reports that civilians were hurt.", "not_aware"),
        ('"We have nothing to indicate that civilians were hurt," the command said.', "not_aware"),
        ("The ministry said no complaint had reached it.", "not_aware"),
        ("The mission said it had not been informed of any casualties.", "not_aware"),
        ("The army said no such report had come to its attention.", "not_aware"),
        ("The navy said it had seen no indication of civilian harm.", "not_aware"),
        ('"I am not aware of that," the spokesman said when asked about the deaths.', "not_aware"),
        ("The general said he was unaware of the deaths.", "not_aware"),
        ("The command said it would look into the matter.", "under_review"),
        ("The military is checking the reports.", "under_review"),
        ('"We are looking at it," the spokesman said.', "under_review"),
        ("The coalition said it was reviewing its strike logs.", "under_review"),
        ("The army said the details of the incident were being examined.", "under_review"),
        ("The army said that it was checking the report.", "under_review"),
        ("The spokesman said the claims would be looked into.", "under_review"),
        ("The air force is reviewing footage from the aircraft.", "under_review"),
        ("The army said the incident was under examination.", "under_review"),
        ("The ministry said it would study the findings.", "under_review"),
        ("The IDF said the strike was under review.", "under_review"),
        ("Nato said it was assessing the claims.", "under_review"),
        ("The coalition has begun a credibility assessment.", "assessment_opened"),
        ("The command said an assessment was under way.", "assessment_opened"),
        ("The cell opened an initial assessment of the report.", "assessment_opened"),
        ("The coalition said it had started a civilian casualty assessment.", "assessment_opened"),
        ("The army has set up a board of inquiry.", "investigation_opened"),
        ("The army is conducting a first investigation into the incident.", "investigation_opened"),
        ("Kessary-led coalition probes civilian casualty allegations", "under_review"),
        ("The air force launched a fact-finding review into the raid.", "investigation_opened"),
        ("The military prosecutor opened a case against two pilots.", "investigation_opened"),
        ("The ministry ordered an investigation.", "investigation_opened"),
        ("An inquiry has been ordered by the chief of staff.", "investigation_opened"),
        ("The president promised a full inquiry.", "investigation_opened"),
        ("The military police are investigating the shooting.", "investigation_opened"),
        ("The army said a military investigation had been opened.", "investigation_opened"),
        ("The defence minister ordered that the strike be investigated.", "investigation_opened"),
        ("Army opens probe into Dorun strike", "investigation_opened"),
        ("The attorney general opened a criminal file.", "investigation_opened"),
        ("The matter has been referred to the military prosecutor, the army said.", "investigation_opened"),
        ("The army said that it would investigate the incident.", "under_review"),
        ("The army said it had appointed a colonel to investigate.", "investigation_opened"),
        ("The coalition confirmed that its aircraft had struck a target in Dorun.", "strike_acknowledged"),
        ("The army confirmed it had carried out a strike in the area.", "strike_acknowledged"),
        ("The air force acknowledged carrying out the raid.", "strike_acknowledged"),
        ("The army said it struck a command post in the building.", "strike_acknowledged"),
        ("The military said it had targeted a militant commander.", "strike_acknowledged"),
        ("The coalition confirmed the strike.", "strike_acknowledged"),
        ("The general conceded that shells had landed in the village.", "strike_acknowledged"),
        ("The army admitted that one of its drones had been in action over the town.", "strike_acknowledged"),
        ("The army acknowledged a raid on the depot that night.", "strike_acknowledged"),
        ("The army said its gunners had returned fire at a mortar.", "strike_acknowledged"),
        ('"Our aircraft struck a weapons store," the spokesman said.', "strike_acknowledged"),
        ("The rebels claimed responsibility for the bombing.", "responsibility_accepted"),
        ("The army took responsibility for the deaths.", "responsibility_accepted"),
        ("The coalition admitted killing the civilians.", "responsibility_accepted"),
        ("The army admitted that its shell had hit the school by mistake.", "responsibility_accepted"),
        ('"It was our mistake," the general said.', "responsibility_accepted"),
        ("The air force expressed regret and said the bomb had been its own.", "responsibility_accepted"),
        ("The group said it was behind the attack.", "responsibility_accepted"),
        ("The Kessary Front said its fighters had carried out the ambush.", "responsibility_accepted"),
        ('"We did this," a commander of the Front said.', "responsibility_accepted"),
        ("The army said the civilians had been killed by its fire.", "responsibility_accepted"),
        ("The defence ministry apologised for the deaths.", "responsibility_accepted"),
        ("The defence ministry offered an apology to the families.", "responsibility_accepted"),
        ("The minister said the state would answer for the deaths.", "responsibility_accepted"),
        ("The bombing was claimed by the Kessary Front.", "responsibility_accepted"),
        ("The army admitted responsibility.", "responsibility_accepted"),
        ("The coalition assessed the report as credible.", "credible"),
        ("The coalition concluded that its strike had killed two civilians.", "credible"),
        ("The review found that the civilians were killed by coalition fire.", "credible"),
        ("The panel found the complaint to be substantiated.", "credible"),
        ("Two of the reports were found credible.", "credible"),
        ("The allegation was deemed credible.", "credible"),
        ("The report was assessed as non-credible.", "non_credible"),
        ("The review found no evidence that civilians had been hit.", "non_credible"),
        ("The case was closed for lack of evidence.", "non_credible"),
        ("The panel found that no strike matched the report.", "non_credible"),
        ("The inquiry cleared the crew.", "non_credible"),
        ("The claim was judged to be unfounded.", "non_credible"),
        ("Moscow denied that its planes had been in the air.", "responsibility_denied"),
        ('"We were not there," the colonel said.', "responsibility_denied"),
        ("The embassy in Kesh described the story as malicious fiction.", "responsibility_denied"),
        ("Neither the army nor its allies had fired on the town, the spokeswoman said.", "responsibility_denied"),
        ("The general denied it.", "responsibility_denied"),
        ("The ministry of defence denied the accusations on Tuesday.", "responsibility_denied"),
        ("His deputy denied having given the order to shell the camp.", "responsibility_denied"),
        ("The commander denied that there had been any strike.", "responsibility_denied"),
        ("The army had not heard of any such incident, it said.", "not_aware"),
        ("Prosecutors have opened a case into the deaths, the army said.", "investigation_opened"),
        ("The army command has sent a commission to investigate the deaths.", "investigation_opened"),
        ("The air force said it had bombed a rebel column outside the town.", "strike_acknowledged"),
        ("The navy admitted sinking the boat by mistake.", "responsibility_accepted"),
        ("The Front owned up to the killings.", "responsibility_accepted"),
        ('"We are responsible," the commander said.', "responsibility_accepted"),
        ("The army recognised that its shells had killed the family.", "responsibility_accepted"),
    ],
)
def test_an_answer_is_read_from_the_classes_of_its_words(text: str, expected: str) -> None:
    assert stated(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor rejected calls for a curfew.",
        "The union denied that wages had been cut.",
        "The president opened a new bridge on Tuesday.",
        "The bank launched a review of its lending.",
        "The team said it was not aware of an offer for the striker.",
        "The minister denied reports of a rift in the cabinet.",
        "The court opened its doors at nine.",
        "The villagers said they did not know who had fired.",
        "The hospital said it had no information on the wounded.",
        "The mayor said he had no word from the families.",
        "The agency could not verify the claim.",
        "The doctor said none of the wounded would lose a limb.",
        "The army said it would not leave the town.",
        "The army said it had taken three villages.",
        "The government denied visas to two reporters.",
        "The minister promised new homes.",
        "The residents did not leave the town.",
        "The aid group said it had opened a clinic.",
        "The opposition rejected the budget.",
        "The army confirmed the appointment of a new commander.",
        "The police opened a road to the camp.",
        "The army denied the convoy passage.",
        "The rebels rejected the truce.",
        "The ministry acknowledged a shortage of beds.",
        "The president apologised for his late arrival.",
        "The army said its soldiers had taken part in a parade.",
        "Parliament set up a committee to look into food prices.",
        "The villagers could not say whose plane it was.",
        "The bank denied reports of a robbery.",
        "The mayor denied that the town had fallen.",
        "The army said its men had taken no prisoners.",
        "No aid has reached the camp.",
        "The army said no soldiers were hurt.",
        "The hospital said no bodies had come in.",
        "The president called the vote a farce.",
        "The minister said the report would be examined by parliament after the vote on the budget.",
    ],
)
def test_ordinary_news_states_no_position(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "Witnesses denied that fighters had been in the house.",
        "The villagers said they did not fire a shot.",
        "The hospital said it had no information on the strike.",
        "The regulator opened an investigation into the leak.",
    ],
)
def test_who_is_not_accused_states_no_position(words: str) -> None:
    reading = read_text(
        f"An air strike hit Dorun on 4 May 2021, killing nine civilians.\n\n{words}", published="2021-05-06"
    )
    assert [c for c in reading.claims if isinstance(c, Position)] == []


def test_a_passive_names_whose_position_it_is() -> None:
    reading = read_text(
        "An air strike hit Dorun on 4 May 2021, killing nine civilians.\n\nThe charge was denied by the Kessary Front.",
        published="2021-05-06",
    )
    assert [c.speaker for c in reading.claims if isinstance(c, Position)] == ["Kessary Front"]


def test_each_word_stands_in_one_class() -> None:
    words = [word for names in CLASSES.values() for word in names.split()]
    assert len(words) == len(set(words))


def test_words_become_letters_one_each() -> None:
    text = "The army's jets didn't fire."
    letters, starts, ends = line(text, 0, len(text))
    assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == ["The", "army's", "jets", "didn't", "fire", "."]
    assert len(letters) == len(starts)
