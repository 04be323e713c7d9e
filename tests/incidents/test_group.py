"""Which accounts become one incident, and what is filled from one to the other."""

from dataclasses import replace

import pytest

from harmtrace.incidents import Grouping, group
from harmtrace.records.claim import Outcome, Reading, Scope, Stated, Who
from harmtrace.records.judgement import Decision
from harmtrace.records.text import RelationKind
from tests.incidents.making import (
    CITY,
    DISTRICT,
    FAR_CITY,
    HARBOUR,
    MILLS,
    account,
    casualty,
    copy,
    exposure,
    family,
    heads,
    judged,
    one,
    position,
    reading,
)


def documents_of(grouping: Grouping) -> list[tuple[str, ...]]:
    return [incident.documents for incident in grouping.incidents]


def solve(*readings: Reading) -> Grouping:
    return group(heads(*(r.document for r in readings)), readings)


def test_two_accounts_of_one_day_and_quarter_are_one_incident() -> None:
    result = solve(one("a", 20, "2030-05-04", [HARBOUR, CITY]), one("b", 22, "2030-05-04", [HARBOUR, CITY]))
    assert documents_of(result) == [("a", "b")]
    assert result.incidents[0].when == "2030-05-04"
    assert result.incidents[0].pairings[0].score > 0
    (pairing,) = result.incidents[0].pairings
    assert sum(f.weight for f in pairing.features) == pytest.approx(pairing.score)


def test_accounts_on_different_days_stay_apart() -> None:
    result = solve(one("a", 20, "2030-05-04", [CITY]), one("b", 20, "2030-05-09", [CITY]))
    assert documents_of(result) == [("a",), ("b",)]


def test_the_next_day_in_another_quarter_is_another_incident() -> None:
    result = solve(one("a", 20, "2030-05-04", [HARBOUR, CITY]), one("b", 6, "2030-05-05", [MILLS, CITY]))
    assert len(result.incidents) == 2


def test_one_day_in_two_cities_is_two_incidents() -> None:
    result = solve(one("a", 20, "2030-05-04", [CITY]), one("b", 20, "2030-05-04", [FAR_CITY]))
    assert len(result.incidents) == 2


def test_small_figures_in_two_quarters_of_one_city_on_one_day_are_two_incidents() -> None:
    result = solve(one("a", 6, "2030-05-04", [HARBOUR, CITY]), one("b", 7, "2030-05-04", [MILLS, CITY]))
    assert len(result.incidents) == 2


def test_a_separate_attack_of_the_same_day_and_city_stays_apart() -> None:
    both = reading(
        "a",
        [
            account("a", 0, when="2030-05-04", places=[CITY]),
            account("a", 1, when="2030-05-04", places=[CITY], separate=True),
        ],
        [casualty("a", 10, 20, 20), casualty("a", 90, 20, 20, event=1)],
    )
    result = solve(both, one("b", 20, "2030-05-04", [CITY]))
    assert len(result.incidents) == 2


def test_an_account_without_a_year_meets_one_with_it_and_takes_it() -> None:
    result = solve(one("a", 60, "XXXX-05-04", [CITY]), one("b", 60, "2030-05-04", [CITY]))
    (incident,) = result.incidents
    assert incident.when == "2030-05-04"
    assert incident.when_why == "day in a, b; year in b"


def test_a_year_that_becomes_known_is_lent_to_the_other_accounts_of_its_document() -> None:
    several = reading(
        "a",
        [
            account("a", 0, when="XXXX-05-04", places=[CITY], causes=["airstrike"]),
            account("a", 1, when="XXXX-02", places=[FAR_CITY], separate=True),
            account("a", 2, when="XXXX-11", places=[FAR_CITY], separate=True),
        ],
        [
            casualty("a", 10, 60, 60),
            casualty("a", 90, 3, 3, event=1, when="XXXX-02"),
            casualty("a", 150, 4, 4, event=2),
        ],
    )
    result = solve(several, one("b", 60, "2030-05-04", [CITY]))
    times = {incident.accounts: incident for incident in result.incidents}
    assert times[(("a", 1),)].when == "2030-02"
    assert "inferred" in times[(("a", 1),)].when_why
    assert times[(("a", 1),)].inferred[0][1] == "2030-02"
    assert times[(("a", 2),)].when == "2029-11"


def test_no_year_is_invented_where_none_is_known() -> None:
    result = solve(one("a", 60, "XXXX-05-04", [CITY]))
    assert result.incidents[0].when == "XXXX-05-04"
    assert "year in no document" in result.incidents[0].when_why


def test_an_account_without_a_day_does_not_join_dated_ones_of_the_province() -> None:
    loose = reading("a", [account("a", when="2030-05", places=[DISTRICT])], [casualty("a", 10, 5, 5)])
    result = solve(loose, one("b", 14, "2030-05-20", [CITY]))
    assert len(result.incidents) == 2


def test_places_known_only_by_name_are_kept_as_hypotheses() -> None:
    a = reading(
        "a",
        [account("a", when="2030-05-04", places=[CITY], names=["Lamp Street", "Saltport"], causes=["airstrike"])],
        [casualty("a", 10, 60, 60, where="Lamp Street")],
    )
    b = reading(
        "b",
        [
            account(
                "b", when="2030-05-04", places=[CITY], names=["Tanner Hill", "western Saltport"], causes=["airstrike"]
            )
        ],
        [casualty("b", 10, 60, 60, where="Tanner Hill")],
    )
    (incident,) = solve(a, b).incidents
    assert [h.place.name for h in incident.hypotheses] == ["Saltport", "Lamp Street", "Tanner Hill"]
    assert incident.hypotheses[1].claims == ("a:10",)


def test_two_fine_places_are_both_kept_and_the_wider_one_is_not() -> None:
    near = one("a", 60, "2030-05-04", [HARBOUR, CITY])
    result = solve(near, one("b", 60, "2030-05-04", [CITY]))
    assert [h.place.name for h in result.incidents[0].hypotheses] == ["Old Harbour"]


def test_copied_words_are_one_event_whatever_day_was_read() -> None:
    result = group(
        heads("a", "b"),
        [one("a", 20, "2030-05-04", [CITY]), one("b", 20, "2030-05-11", [CITY])],
        relations=[copy("b", "a")],
        families=[family("a", "b")],
    )
    assert documents_of(result) == [("a", "b")]


def test_a_copy_is_of_the_day_of_the_text_that_it_was_taken_from_and_says_so() -> None:
    """Else the others of the incident, who share no words with it, would keep it out."""
    readings = [one("a", 20, "2030-05-04", [HARBOUR]), one("b", 20, "2030-06-18", [HARBOUR])]
    result = group(heads("a", "b", "c"), [*readings, one("c", 25, "2030-05-04", [HARBOUR])], relations=[copy("b", "a")])
    assert documents_of(result) == [("a", "b", "c")]
    assert result.incidents[0].when == "2030-05-04"
    assert ("b:10", "2030-05-04", "the same words are in a, whose day it is") in result.incidents[0].inferred


@pytest.mark.parametrize(("day", "together"), [("2030-05-05", True), ("XXXX-06-13", True), ("2030-05-02", False)])
def test_a_revision_keeps_a_day_of_its_own_unless_it_is_the_day_of_its_publication(day: str, together: bool) -> None:
    revised = replace(one("b", 26, day, [HARBOUR]), reference="2030-05-05")
    result = group(
        heads("a", "b", "c"),
        [one("a", 20, "2030-05-04", [CITY]), revised, one("c", 25, "2030-05-04", [CITY])],
        relations=[copy("b", "a", RelationKind.REVISION_OF)],
    )
    assert (("a", "b", "c") in documents_of(result)) is together


def test_a_copy_of_a_copy_is_of_the_day_of_the_first() -> None:
    days = {"a": "2030-05-04", "b": "2030-05-11", "c": "2030-05-18"}
    readings = [one(name, 20, day, [HARBOUR]) for name, day in days.items()]
    result = group(heads(*days), readings, relations=[copy("c", "b"), copy("b", "a")])
    assert [why.partition(", ")[0] for _, _, why in result.incidents[0].inferred[1:]] == ["the same words are in a"] * 2


@pytest.mark.parametrize(("day", "together"), [("2030-05-04", True), (None, False)])
def test_a_statement_quoted_later_is_of_the_day_on_which_it_was_quoted_first(day: str | None, together: bool) -> None:
    said = replace(one("a", 12, "2030-05-04", [HARBOUR]), reference=day)
    again = replace(one("b", 12, "2030-05-20", [HARBOUR]), reference="2030-05-20")
    statement = copy("a", "b", RelationKind.SAME_STATEMENT, quoted=True)
    result = group(heads("a", "b"), [said, again], relations=[statement])
    assert (len(result.incidents) == 1) is together


def test_a_text_that_only_its_name_makes_the_later_gives_and_takes_no_day() -> None:
    readings = [one("a", 20, "2030-05-04", [HARBOUR]), one("b", 20, "2030-05-11", [HARBOUR])]
    result = group(heads("a", "b"), readings, relations=[replace(copy("b", "a"), by_id_alone=True)])
    assert not any("same words" in why for incident in result.incidents for *_, why in incident.inferred)


def test_a_shared_statement_draws_accounts_together() -> None:
    readings = [one("a", 20, None, [CITY]), one("b", 90, "2030-05-04", [CITY])]
    apart = group(heads("a", "b"), readings)
    together = group(heads("a", "b"), readings, relations=[copy("a", "b", RelationKind.SAME_STATEMENT, quoted=True)])
    assert (len(apart.incidents), len(together.incidents)) == (2, 1)


def test_period_totals_are_in_no_incident() -> None:
    total = reading(
        "a", [account("a", when="2030-05", places=[CITY])], [casualty("a", 10, 700, 700, scope=Scope.PERIOD)]
    )
    result = solve(total)
    assert not result.incidents
    assert [claim.id for claim in result.periods] == ["a:10"]


def test_a_position_founds_no_incident_but_joins_one() -> None:
    stated = reading(
        "b",
        [account("b", when="2030-05-04", places=[HARBOUR])],
        [position("b", 5, Stated.STRIKE_ACKNOWLEDGED, body="Northern Alliance")],
    )
    alone = solve(stated)
    assert not alone.incidents
    assert alone.unplaced[0].why == "a position that matches no incident"
    assert documents_of(solve(one("a", 20, "2030-05-04", [HARBOUR]), stated)) == [("a", "b")]


def test_a_position_without_a_day_joins_nothing_in_its_city() -> None:
    stated = reading(
        "b", [account("b", places=[CITY])], [position("b", 5, Stated.UNDER_REVIEW, body="Northern Alliance")]
    )
    assert documents_of(solve(one("a", 20, "2030-05-04", [CITY]), stated)) == [("a",)]


def test_dead_fighters_or_nobody_hurt_found_no_incident() -> None:
    fighters = reading(
        "a", [account("a", when="2030-05-04", places=[CITY])], [casualty("a", 10, 9, 9, who=Who.COMBATANT)]
    )
    nobody = reading("b", [account("b", when="2030-05-04", places=[CITY])], [casualty("b", 10, 0, 0)])
    result = solve(fighters, nobody)
    assert not result.incidents
    assert len(result.unplaced) == 2


def test_a_claim_of_no_event_is_unplaced_with_the_reason() -> None:
    result = solve(reading("a", [], [casualty("a", 10, 9, 9, event=None)]))
    assert result.unplaced[0].why == "its words tie it to no one event"


def test_people_at_risk_are_told_where_the_incident_happened() -> None:
    base = one("a", 20, "2030-05-04", [HARBOUR, CITY])
    here = reading("a", base.accounts, [*base.claims, exposure("a", 400, 5000, where="Saltport")])
    elsewhere = reading("a", base.accounts, [*base.claims, exposure("a", 400, 5000, where="Drywell")])
    assert "a:400" in solve(here).incidents[0].claims
    assert "a:400" not in solve(elsewhere).incidents[0].claims


def test_a_person_joins_what_the_program_keeps_apart_and_parts_what_it_joins() -> None:
    readings = [one("a", 20, "2030-05-04", [CITY]), one("b", 20, "2030-06-20", [FAR_CITY])]
    joined = group(heads("a", "b"), readings, judgements=[judged(1, Decision.SAME, "a:10", "b:10")])
    assert documents_of(joined) == [("a", "b")]
    alike = [one("a", 20, "2030-05-04", [CITY]), one("b", 20, "2030-05-04", [CITY])]
    parted = group(heads("a", "b"), alike, judgements=[judged(1, Decision.DIFFERENT, "a:10", "b:10")])
    assert len(parted.incidents) == 2


def test_unsure_takes_a_decision_back_and_the_later_of_two_holds() -> None:
    alike = [one("a", 20, "2030-05-04", [CITY]), one("b", 20, "2030-05-04", [CITY])]
    first = judged(1, Decision.DIFFERENT, "a:10", "b:10")
    assert (
        len(group(heads("a", "b"), alike, judgements=[first, judged(2, Decision.UNSURE, "b:10", "a:10")]).incidents)
        == 1
    )
    assert (
        len(group(heads("a", "b"), alike, judgements=[first, judged(2, Decision.SAME, "a:10", "b:10")]).incidents) == 1
    )


def test_decisions_that_contradict_over_three_accounts_are_an_issue() -> None:
    alike = [one(name, 20, "2030-05-04", [CITY]) for name in "abc"]
    result = group(
        heads(*"abc"),
        alike,
        judgements=[
            judged(1, Decision.SAME, "a:10", "b:10"),
            judged(2, Decision.SAME, "b:10", "c:10"),
            judged(3, Decision.DIFFERENT, "a:10", "c:10"),
        ],
    )
    assert [issue.code for issue in result.issues] == ["judgement-conflict"]
    homes = {document: n for n, incident in enumerate(result.incidents) for document in incident.documents}
    assert homes["b"] == homes["c"] != homes["a"]


def test_a_person_can_part_two_claims_of_one_account() -> None:
    both = reading(
        "a",
        [account("a", when="2030-05-04", places=[CITY])],
        [casualty("a", 10, 20, 20), casualty("a", 300, 7, 7, outcome=Outcome.INJURED)],
    )
    result = group(heads("a"), [both], judgements=[judged(1, Decision.DIFFERENT, "a:10", "a:300")])
    assert sorted(incident.claims for incident in result.incidents) == [("a:10",), ("a:300",)]


def test_a_rejected_claim_founds_no_incident() -> None:
    result = group(heads("a"), [one("a", 20, "2030-05-04", [CITY])], judgements=[judged(1, Decision.REJECT, "a:10")])
    assert not result.incidents
    assert result.unplaced[0].why == "rejected by a person"


def test_a_chain_of_doubtful_pairs_does_not_pull_distant_days_together() -> None:
    vague = reading(
        "m", [account("m", when="2030-05", places=[CITY], causes=["airstrike"])], [casualty("m", 10, 20, 20)]
    )
    result = solve(one("a", 20, "2030-05-04", [CITY]), vague, one("b", 20, "2030-05-20", [CITY]))
    homes = {document: n for n, incident in enumerate(result.incidents) for document in incident.documents}
    assert homes["a"] != homes["b"]


def test_an_account_without_a_time_joins_the_dated_one_of_its_document() -> None:
    told = reading(
        "a",
        [
            account("a", 0, places=[CITY], targets=["house"], causes=["airstrike"]),
            account("a", 1, when="2030-05-04", places=[HARBOUR, CITY], targets=["house"], causes=["airstrike"]),
        ],
        [casualty("a", 10, 18, None), casualty("a", 90, 18, None, event=1)],
    )
    assert [incident.claims for incident in solve(told).incidents] == [("a:10", "a:90")]


def test_an_account_without_a_place_joins_the_only_incident_of_its_day() -> None:
    nowhere = reading("a", [account("a", when="2030-05-04", causes=["airstrike"])], [casualty("a", 10, 11, 11)])
    alone = solve(nowhere, one("b", 14, "2030-05-04", [CITY]))
    assert documents_of(alone) == [("a", "b")]
    doubtful = solve(nowhere, one("b", 14, "2030-05-04", [CITY]), one("c", 14, "2030-05-04", [FAR_CITY]))
    assert len(doubtful.incidents) == 3


def test_a_place_bears_the_name_that_the_claims_give_it() -> None:
    told = account("a", when="2030-05-04", places=[HARBOUR])
    named = replace(casualty("a", 10, 9, 9, where="the Old Port"), places=(HARBOUR,))
    (incident,) = solve(reading("a", [told], [named])).incidents
    assert incident.hypotheses[0].place == replace(HARBOUR, name="the Old Port")
