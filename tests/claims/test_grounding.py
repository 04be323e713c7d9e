"""The grounder: what a text bears out, and why the rest is refused."""

from dataclasses import replace

import pytest

from harmtrace.claims import differences, ground, read
from harmtrace.records.claim import Modality, Outcome, Reading, VoiceKind
from harmtrace.records.proposal import Apart, Ground, Proposal, Proposed
from harmtrace.records.text import Document, Sha256, Zone, ZoneKind
from tests.reading import gazetteer

TEXT = (
    "A rocket hit the ferry office in Ostrel on 3 May 2021. Rescuers said that 137 people were killed. "
    "The army denied on Monday that nine civilians had been killed. Residents counted at least 40 wounded. "
    "A child was wounded. The mill is 12 kilometres away."
)


def document(text: str = TEXT, *zones: Zone) -> Document:
    return Document(id="a.txt", text=text, sha256=Sha256("0"), zones=zones)


def reading(of: Document) -> Reading:
    return read(of, gazetteer=gazetteer())


def grounded(*proposals: Proposal, text: str = TEXT, zones: tuple[Zone, ...] = ()) -> Proposed:
    one = document(text, *zones)
    return ground(one, proposals, engine="llm", version="llm:m/1", reading=reading(one), gazetteer=gazetteer())


def refused(proposal: Proposal, text: str = TEXT) -> Ground:
    found = grounded(proposal, text=text)
    assert found.suggestions == ()
    return found.refusals[0].ground


KILLED = Proposal(quote="137 people were killed", outcome="killed", low=137, high=137)


def test_a_proposal_in_the_words_of_the_text_is_a_suggestion_with_the_id_of_the_rules_claim() -> None:
    (one,) = grounded(replace(KILLED, speaker="Rescuers")).suggestions
    of_rules = next(claim for claim in reading(document()).claims if claim.quote == KILLED.quote)
    assert (one.claim.id, one.agrees) == (of_rules.id, of_rules.id)
    assert (one.claim.engine, one.claim.rules) == ("llm", ("llm:m/1", "grounder/1"))
    assert (one.claim.when, one.claim.where, one.claim.voice) == ("2021-05-03", "Ostrel", VoiceKind.PEOPLE)


@pytest.mark.parametrize(
    ("proposal", "why"),
    [
        (replace(KILLED, low=138, high=138), Ground.OTHER_NUMBER),
        (replace(KILLED, quote="138 people were killed", low=138, high=138), Ground.QUOTE_ELSEWHERE),
        (replace(KILLED, quote="137 people were not killed"), Ground.QUOTE_ELSEWHERE),
        (replace(KILLED, quote="37 people were killed", low=37, high=37), Ground.QUOTE_ELSEWHERE),
        (replace(KILLED, quote=""), Ground.QUOTE_SIZE),
        (replace(KILLED, quote="x" * 401), Ground.QUOTE_SIZE),
        (replace(KILLED, outcome="hurt"), Ground.UNKNOWN_WORD),
        (replace(KILLED, who="children"), Ground.UNKNOWN_WORD),
        (replace(KILLED, modality="sure"), Ground.UNKNOWN_WORD),
        (replace(KILLED, speaker="The Lantern Network"), Ground.SPEAKER_ELSEWHERE),
        (replace(KILLED, speaker="Resc"), Ground.SPEAKER_ELSEWHERE),
        (replace(KILLED, where="Port Vell"), Ground.PLACE_ELSEWHERE),
        (replace(KILLED, modality="denied"), Ground.NO_DENIAL),
        (replace(KILLED, quote="people were killed"), Ground.NO_NUMBER),
        (Proposal(quote="12 kilometres", outcome="killed", low=12, high=12), Ground.NO_WORD_OF_HARM),
        (Proposal(quote="3 May 2021", outcome="killed", low=3, high=3), Ground.NO_WORD_OF_HARM),
        (Proposal(quote="40 wounded", outcome="injured", low=40, high=40), Ground.OTHER_NUMBER),
        (Proposal(quote="nine civilians had been killed", outcome="killed", low=9, high=9), Ground.NEGATION),
    ],
)
def test_what_the_words_do_not_bear_out_is_refused(proposal: Proposal, why: Ground) -> None:
    assert refused(proposal) is why


def test_a_speaker_two_sentences_away_is_not_beside() -> None:
    assert refused(Proposal(quote="A child was wounded", outcome="injured", low=1, high=1, speaker="The army")) is (
        Ground.SPEAKER_ELSEWHERE
    )


def test_a_denied_number_is_borne_out_as_denied_only() -> None:
    quote = "nine civilians had been killed"
    (one,) = grounded(Proposal(quote=quote, outcome="killed", low=9, high=9, modality="denied")).suggestions
    assert one.claim.modality is Modality.DENIED


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Nine people were not killed.", True),
        ("It is not true that nine people were killed.", True),
        ("Nobody saw it, but nine people were killed.", False),
        ("The army did not comment; nine people were killed.", False),
        ("Officials rejected reports that on 3 May nine people were killed.", True),
        ("Nine people were killed, which the army denied.", True),
    ],
)
def test_a_dropped_negation_is_found_inside_or_beside_the_words(text: str, *, negated: bool) -> None:
    quote = next(one for one in ("Nine people were", "nine people were killed") if one in text)
    found = grounded(Proposal(quote=quote, outcome="killed", low=9, high=9), text=text)
    assert [one.ground for one in found.refusals] == ([Ground.NEGATION] if negated else [])


def test_not_fewer_than_is_a_number_and_no_negation() -> None:
    text = "No fewer than 9 people were killed."
    (one,) = grounded(
        Proposal(quote="No fewer than 9 people were killed", outcome="killed", low=9), text=text
    ).suggestions
    assert (one.claim.count.low, one.claim.count.high) == (9, None)


def test_nobody_harmed_is_a_claim_of_none() -> None:
    text = "No civilians were killed in Ostrel."
    (one,) = grounded(
        Proposal(quote="No civilians were killed", outcome="killed", low=0, high=0), text=text
    ).suggestions
    assert one.claim.count.high == 0


def test_quotes_meet_through_a_normalisation_that_can_be_undone() -> None:
    text = "“At least\u00a0nine\u00ad\u200b people” were killed in Ostrel, they said."
    (one,) = grounded(
        Proposal(quote='"At least nine people" were killed', outcome="killed", low=9, high=None), text=text
    ).suggestions
    assert (
        text[one.claim.start : one.claim.end]
        == one.claim.quote
        == "“At least\u00a0nine\u00ad\u200b people” were killed"
    )


def test_an_offset_that_is_off_finds_the_nearest_of_two_equal_quotes() -> None:
    text = "Nine people were killed in Ostrel. In Narvia, far away, Nine people were killed later."
    second = text.rindex("Nine")
    (one,) = grounded(
        Proposal(quote="Nine people were killed", start=second + 5, outcome="killed", low=9, high=9), text=text
    ).suggestions
    assert one.claim.start == second


def test_words_in_a_comment_are_no_claim() -> None:
    zone = Zone(start=0, end=len(TEXT), kind=ZoneKind.COMMENT, why="")
    (one,) = grounded(KILLED, zones=(zone,)).refusals
    assert one.ground is Ground.NOT_BODY


def test_an_engine_that_gives_words_only_has_its_number_parsed_from_them() -> None:
    (one,) = grounded(Proposal(quote="at least 40 wounded", outcome="injured")).suggestions
    assert (one.claim.count.low, one.claim.count.high, one.claim.outcome) == (40, None, Outcome.INJURED)
    text = "Nine people and two firemen were killed."
    assert refused(Proposal(quote=text[:-1], outcome="killed"), text=text) is Ground.SEVERAL_NUMBERS


def test_a_script_without_a_number_grammar_is_refused_and_not_guessed() -> None:
    text = "137 мирных жителей погибли в Остреле."
    assert refused(Proposal(quote="137 мирных жителей", outcome="killed", low=137, high=137), text=text) is (
        Ground.NO_GRAMMAR
    )


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "why"),
    [
        ("قال السكان إن 137 مدنيا قتلوا في القصف.", "137 مدنيا قتلوا", 137, 137, None),
        ("قال السكان إن 137 مدنيا قتلوا في القصف.", "137 مدنيا قتلوا", 138, 138, Ground.OTHER_NUMBER),
        ("مقتل ما لا يقل عن ٤٠ شخصا في القصف.", "٤٠ شخصا", 40, None, None),
        ("مقتل ما لا يقل عن ٤٠ شخصا في القصف.", "٤٠ شخصا", 40, 40, Ground.OTHER_NUMBER),
        ("استشهاد مئة وسبعة وثلاثين مدنيا.", "استشهاد مئة وسبعة وثلاثين مدنيا", 137, 137, None),
        ("استشهاد طفل في القصف.", "استشهاد طفل", 1, 1, None),
        ("نفى الجيش مقتل تسعة مدنيين.", "مقتل تسعة مدنيين", 9, 9, Ground.NEGATION),
        ("لم يقتل تسعة مدنيين في القصف.", "يقتل تسعة مدنيين", 9, 9, Ground.NEGATION),
        ("قتل في 17 آذار مدنيون.", "قتل في 17 آذار", 17, 17, Ground.NO_NUMBER),
    ],
)
def test_arabic_is_grounded_by_its_own_number_grammar(
    text: str, quote: str, low: int, high: int | None, why: Ground | None
) -> None:
    found = grounded(Proposal(quote=quote, outcome="killed", low=low, high=high), text=text)
    assert [one.ground for one in found.refusals] == ([] if why is None else [why])
    assert len(found.suggestions) == (1 if why is None else 0)


def test_the_same_words_proposed_twice_are_one_suggestion() -> None:
    assert len(grounded(KILLED, KILLED).suggestions) == 1


def test_a_refusal_keeps_what_was_said_and_where() -> None:
    (one,) = grounded(replace(KILLED, low=138, high=138)).refusals
    assert (one.engine, one.version, one.low, TEXT[one.start : one.end]) == ("llm", "llm:m/1", 138, KILLED.quote)
    assert one.message == "expected 138 to 138 as the engine said; the words say 137 to 137"


def test_engines_that_differ_over_the_same_words_are_shown_by_number_outcome_and_modality() -> None:
    said = grounded(
        replace(KILLED, outcome="injured", modality="alleged"),
        Proposal(quote="A child was wounded", outcome="injured", low=1, high=1),
    )
    found = differences(reading(document()), [said])
    assert {(one.apart, one.engine, one.says, one.other, one.other_says) for one in found} >= {
        (Apart.OUTCOME, "rules", "killed", "llm", "injured"),
        (Apart.MODALITY, "rules", "asserted", "llm", "alleged"),
    }
    alone = {one.quote for one in found if one.apart is Apart.ALONE and one.engine == "rules"}
    assert "nine civilians had been killed" in alone
    assert "A child was wounded" not in alone


def test_without_another_engine_there_is_no_difference() -> None:
    assert differences(reading(document()), []) == ()
