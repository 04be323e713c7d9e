import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.records.claim import Casualty, Claim, ClaimId, Modality, Outcome, Stated, Who
from harmtrace.records.incident import (
    BlamedParty,
    BodyPosition,
    Bounds,
    BriefSentence,
    Grouped,
    Hypothesis,
    PositionStatus,
    Range,
    Tally,
    TallyLine,
    Voice,
)
from harmtrace.records.measure import Count, Place
from harmtrace.reports import phrase
from harmtrace.reports.brief import brief
from tests.reports.report_case import CLAIMS, GROUPED, TALLY, casualty, incidents, publisher


def text_of(sentences: tuple[BriefSentence, ...]) -> str:
    return " ".join(sentence.sentence for sentence in sentences)


@pytest.fixture(scope="module")
def opening() -> str:
    return text_of(incidents()[0].brief)


def test_no_sentence_stands_without_a_claim() -> None:
    for incident in incidents():
        assert incident.brief
        assert all(sentence.claims and set(sentence.claims) <= CLAIMS.keys() for sentence in incident.brief)


def test_numbers_are_phrased_by_their_bounds(opening: str) -> None:
    assert "up to 100, according to a district official" in opening
    assert "137, according to residents" in opening
    assert "between 20 and 30" in opening
    assert "dozens (a vague word, taken as at least 24)" in opening
    assert "about 20,000 (trapped in the old quarters)" in opening


def test_a_running_count_is_told_in_order(opening: str) -> None:
    assert "first at least 40, then 60, last 83" in opening


def test_both_parties_and_both_places_are_kept(opening: str) -> None:
    assert "the Northern Alliance is blamed by residents" in opening
    assert "the Harad Brigade is blamed by a militia spokesman" in opening
    assert "Old Quarters (Qalat Rima) is also named, and both readings are kept" in opening


def test_non_credible_is_told_as_found_too_little(opening: str) -> None:
    assert "found too little, at that time" in opening
    assert "that is not a finding that nobody was harmed" in opening
    assert "non-credible" not in opening


def test_a_superseded_number_is_not_told_as_disputed(opening: str) -> None:
    differ = opening[opening.index("Figures for the killed") :].partition(".")[0]
    assert "40" not in differ
    assert "60" not in differ
    assert "31" not in differ, "a part never stands beside its whole"


def test_an_unknown_year_is_said_to_be_unknown() -> None:
    assert "What is not known is the year." in text_of(incidents()[1].brief)


def lone(when: str | None = None) -> tuple[BriefSentence, ...]:
    claim = CLAIMS[ClaimId("w4")]
    assert isinstance(claim, Casualty)
    grouped = Grouped(
        when=when,
        when_why="",
        hypotheses=(),
        documents=(claim.document,),
        accounts=(),
        claims=(claim.id,),
        inferred=(),
        pairings=(),
    )
    return brief(grouped, _tally((claim,)), claim_of={claim.id: claim}.__getitem__)


def _tally(
    claims: tuple[Casualty, ...],
    *,
    ranges: tuple[Range, ...] = (),
    positions: tuple[BodyPosition, ...] = (),
    blamed: tuple[BlamedParty, ...] = (),
    replaced: bool = False,
) -> Tally:
    last = claims[-1].id
    lines = tuple(
        TallyLine(
            claim=claim.id,
            said=None,
            voice=claim.document,
            outcome=claim.outcome,
            low=claim.count.low,
            high=claim.count.high,
            current=not replaced or claim.id == last,
            superseded_by=last if replaced and claim.id != last else None,
            why="",
        )
        for claim in claims
    )
    voice = Voice(name="one", documents=(), claims=tuple(claim.id for claim in claims), why="")
    return Tally(
        lines=lines,
        ranges=ranges,
        voices=(voice,),
        sources=1,
        blamed=blamed,
        positions=positions,
        at_risk=(),
        grade_suggested=None,
        grade_why="",
    )


def test_what_nobody_says_is_told_as_not_known_with_the_claims_that_leave_it_open() -> None:
    told = text_of(lone())
    assert "No document says when it happened." in told
    assert "No place is known that a map could show." in told
    assert "The only current figure for the killed is 6, from document wire-0506.txt." in told


def test_a_text_without_any_figure_gives_no_sentence_on_figures() -> None:
    claim = casualty("z", "wire-0506.txt", "killed 6 people", Outcome.KILLED, None, None)
    grouped = Grouped(
        when=None, when_why="", hypotheses=(), documents=(), accounts=(), claims=(claim.id,), inferred=(), pairings=()
    )
    assert "killed" not in text_of(brief(grouped, _tally((claim,)), claim_of={claim.id: claim}.__getitem__))


@pytest.mark.parametrize("stated", list(Stated))
def test_no_position_is_told_as_a_verdict_on_the_harm(stated: Stated) -> None:
    position = BodyPosition(
        body="Northern Alliance", status=PositionStatus.OPEN_INCIDENT, stated=stated, on=None, claims=(ClaimId("w4"),)
    )
    claim = CLAIMS[ClaimId("w4")]
    assert isinstance(claim, Casualty)
    told = text_of(brief(GROUPED, _tally((claim,), positions=(position,)), claim_of=CLAIMS.__getitem__))
    assert "he Northern Alliance " in told
    assert "no harm" not in told
    assert "false" not in told


_BOUNDS = st.one_of(
    st.integers(0, 5000).map(lambda number: (number, number)),
    st.integers(0, 5000).map(lambda number: (number, None)),
    st.integers(0, 5000).map(lambda number: (None, number)),
    st.tuples(st.integers(0, 900), st.integers(901, 5000)),
)
_NUMBER = st.tuples(_BOUNDS, st.sampled_from(list(Outcome)), st.sampled_from([None, "dozens"]), st.booleans())


@given(st.lists(_NUMBER, min_size=1, max_size=9), st.booleans())
def test_every_number_of_a_brief_stands_in_a_cited_claim_or_a_range(
    numbers: list[tuple[tuple[int | None, int | None], Outcome, str | None, bool]], replaced: bool
) -> None:
    claims = tuple(
        casualty(
            f"z{order}",
            "wire-0506.txt",
            "killed 6 people",
            outcome,
            low,
            high,
            vague=vague,
            approx=approx,
            speaker="a medic",
        )
        for order, ((low, high), outcome, vague, approx) in enumerate(numbers)
    )
    by_id: dict[ClaimId, Claim] = {claim.id: claim for claim in claims}
    lows = [claim.count.low for claim in claims if claim.count.low is not None]
    killed = Bounds(low=min(lows, default=None), high=None)
    rule = Range(rule="airwars_range", version="v1", killed=killed, claims=tuple(by_id))
    grouped = Grouped(
        when="2031-05-04",
        when_why="",
        hypotheses=(),
        documents=(),
        accounts=(),
        claims=tuple(by_id),
        inferred=(),
        pairings=(),
    )
    for sentence in brief(grouped, _tally(claims, ranges=(rule,), replaced=replaced), claim_of=by_id.__getitem__):
        assert sentence.claims
        allowed = {killed.low, 4, 2031}
        for known in sentence.claims:
            claim = by_id[known]
            assert isinstance(claim, Casualty)
            allowed |= {claim.count.low, claim.count.high}
        printed = {int(found.replace(",", "")) for found in re.findall(r"\d[\d,]*\d|\d", sentence.sentence)}
        assert printed <= allowed, sentence.sentence


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-04", "4 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("XXXX-05-04", "4 May, year unknown"),
        ("2031-05-02/2031-05-04", "from 2 May 2031 to 4 May 2031"),
        ("2031-05/..", "from May 2031"),
        ("../2031-05", "until May 2031"),
        ("2031-05-04~", "about 4 May 2031"),
        ("2031-05-XX", "May 2031"),
        ("no date", "no date"),
    ],
)
def test_days_are_told_as_precisely_as_they_were_said(edtf: str, words: str) -> None:
    assert phrase.day(edtf) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(low=1, high=1), "1"),
        (Count(low=61, high=None), "at least 61"),
        (Count(low=None, high=9), "up to 9"),
        (Count(low=20, high=30), "between 20 and 30"),
        (Count(low=0, high=0), "0"),
        (Count(low=None, high=None), "a number not stated"),
        (Count(low=None, high=None, vague="many"), "many (a vague word, no number taken from it)"),
        (Count(low=None, high=200, approx=True), "up to about 200"),
    ],
)
def test_counts_are_told_by_their_bounds(count: Count, words: str) -> None:
    assert phrase.count(count) == words


def test_the_tally_of_the_case_is_the_one_that_the_brief_tells() -> None:
    assert text_of(brief(GROUPED, TALLY, claim_of=CLAIMS.__getitem__, publisher_of=publisher)) == text_of(
        incidents()[0].brief
    )


def test_people_at_risk_are_told_once_however_many_texts_say_so() -> None:
    tally = replace(TALLY, at_risk=TALLY.at_risk * 2)
    told = [one for one in brief(GROUPED, tally, claim_of=CLAIMS.__getitem__) if one.sentence.startswith("At risk")]
    assert len(told) == 1


def test_nobody_harmed_is_told_as_what_a_speaker_says() -> None:
    claim = casualty("z", "wire-0506.txt", "killed 6 people", Outcome.KILLED, 0, 0, speaker="a spokesman")
    claim = replace(claim, who=Who.CIVILIAN)
    grouped = replace(GROUPED, hypotheses=(), claims=(claim.id,), inferred=())
    told = text_of(brief(grouped, _tally((claim,)), claim_of={claim.id: claim}.__getitem__))
    assert "According to a spokesman, no civilians were killed; no other figure is current." in told


def test_who_corrects_a_figure_is_not_said_to_reject_it() -> None:
    old = casualty("y", "wire-0506.txt", "killed 6 people", Outcome.KILLED, 6, 6, speaker="a clinic")
    new = replace(old, id=ClaimId("z"), start=old.start + 1, count=Count(low=4, high=4))
    known = {claim.id: claim for claim in (replace(old, modality=Modality.DENIED), new)}
    grouped = replace(GROUPED, hypotheses=(), claims=tuple(known), inferred=())
    told = brief(grouped, _tally((new,)), claim_of=known.__getitem__)
    (line,) = [one for one in told if "corrected" in one.sentence]
    assert line.sentence == "A clinic corrected a figure for the killed from 6 to 4."
    assert line.claims == ("y", "z")
    assert "rejected" not in text_of(told)


def test_a_town_does_not_compete_with_its_own_quarter() -> None:
    town = Hypothesis(place=Place(name="Qalat Rima"), claims=(ClaimId("w4"),))
    grouped = replace(GROUPED, hypotheses=(town, GROUPED.hypotheses[0]))
    told = text_of(brief(grouped, TALLY, claim_of=CLAIMS.__getitem__))
    assert "It is placed in Bab Sirwal (Qalat Rima)." in told
