"""Each row of the tables of VOCABULARY: which claims take part, which are current, what each rule gives."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from harmtrace.records.claim import Claim, Modality, Outcome, Scope, Stated, Step, Unit, VoiceKind, Who
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Bounds, Grade, PositionStatus, Range, Tally
from harmtrace.records.judgement import Decision, Judgement
from harmtrace.records.text import Family, Passage, Relation, RelationKind, SourceKind
from harmtrace.tallies import tally
from tests.incidents.making import blame, casualty, copy, exposure, family, grouped, head, judged, position

OLD, NEW = "2030-05-05", "2030-05-07"


def tally_of(
    *claims: Claim,
    documents: Sequence[DocumentHead] = (),
    relations: Sequence[Relation] = (),
    families: Sequence[Family] = (),
    judgements: Sequence[Judgement] = (),
    table: str = "literal",
    strike: str | None = None,
) -> Tally:
    heads = {d: DocumentHead(id=d) for d in {c.document for c in claims}} | {d.id: d for d in documents}
    return tally(
        grouped(claims), {c.id: c for c in claims}, heads, relations=relations, families=families,
        judgements=judgements, vague_table=table, strike=strike,
    )  # fmt: skip


def rule(result: Tally, name: str) -> Range:
    return next(r for r in result.ranges if r.rule == name)


def killed(result: Tally) -> tuple[int | None, int | None] | None:
    bounds = rule(result, "airwars_range").killed
    return None if bounds is None else (bounds.low, bounds.high)


def why_out(result: Tally, claim: str) -> str:
    return next(out.why for out in rule(result, "airwars_range").left_out if out.claim == claim)


@pytest.mark.parametrize(
    ("low", "high", "approx", "expected"),
    [
        (12, 12, False, (12, 12)),
        (12, 12, True, (12, 12)),
        (12, None, False, (12, 12)),
        (None, 12, False, (None, 12)),
        (10, 14, False, (10, 14)),
    ],
)
def test_each_kind_of_number_gives_its_ends(
    low: int | None, high: int | None, approx: bool, expected: tuple[int | None, int | None]
) -> None:
    assert killed(tally_of(casualty("a", 10, low, high, approx=approx))) == expected


def test_the_range_spans_the_current_claims_of_all_voices() -> None:
    result = tally_of(casualty("a", 10, 27, 27), casualty("b", 10, 29, 29), casualty("c", 10, None, 40))
    assert killed(result) == (27, 40)
    assert rule(result, "airwars_range").claims == ("a:10", "c:10")


def test_a_vague_word_counts_only_where_no_claim_has_a_number() -> None:
    vague = casualty("a", 10, 24, None, vague="dozens")
    assert killed(tally_of(vague)) == (24, None)
    result = tally_of(vague, casualty("b", 10, 31, 31))
    assert killed(result) == (31, 31)
    assert why_out(result, "a:10") == "a vague word (dozens), and other claims have numbers"


def test_the_other_table_of_vague_words_gives_its_own_bound() -> None:
    vague = casualty("a", 10, 24, None, vague="dozens")
    assert killed(tally_of(vague, table="acled")) == (12, None)
    assert rule(tally_of(vague), "acled_min").killed == Bounds(low=12, high=12)


def test_bodies_recovered_count_as_dead() -> None:
    assert killed(tally_of(casualty("a", 10, 83, 83, outcome=Outcome.BODIES_RECOVERED, unit=Unit.BODIES))) == (83, 83)


def test_killed_or_missing_sets_the_high_end_only_where_nobody_counts_the_killed() -> None:
    either = casualty("a", 10, 101, None, outcome=Outcome.KILLED_OR_MISSING)
    assert killed(tally_of(either)) == (None, 101)
    result = tally_of(either, casualty("b", 10, 60, 60))
    assert killed(result) == (60, 60)
    assert "shown beside" in why_out(result, "a:10")


def test_the_missing_are_added_to_nothing() -> None:
    result = tally_of(casualty("a", 10, 20, 20), casualty("a", 90, 15, 15, outcome=Outcome.MISSING))
    assert killed(result) == (20, 20)
    assert why_out(result, "a:90") == "counts the missing; added to nothing"


def test_nobody_harmed_is_a_rival_claim_and_no_low_end() -> None:
    army = casualty("b", 10, 0, 0, who=Who.CIVILIAN, speaker="the army", voice=VoiceKind.MILITARY)
    result = tally_of(casualty("a", 10, 9, 9), army)
    assert killed(result) == (9, 9)
    assert "rival" in why_out(result, "b:10")


def test_dead_fighters_are_left_out() -> None:
    result = tally_of(casualty("a", 10, 9, 9), casualty("a", 90, 30, 30, who=Who.COMBATANT))
    assert killed(result) == (9, 9)
    assert why_out(result, "a:90") == "counts combatants"


def test_armed_people_named_apart_are_taken_off_their_whole() -> None:
    whole = casualty("a", 10, 12, 12)
    armed = casualty("a", 90, 8, 8, who=Who.COMBATANT, step=Step.PART, part_of="a:10")
    result = tally_of(whole, armed)
    assert killed(result) == (4, 4)
    assert "12 less 8 armed = 4" in rule(result, "airwars_range").notes
    everybody = tally_of(whole, armed, casualty("b", 10, 6, 6))
    assert killed(everybody) == (4, 6)
    assert rule(everybody, "acled_min").killed == Bounds(low=6, high=6)
    assert "figures of the dead from 6 to 12" in rule(everybody, "acled_min").notes


def test_where_a_belligerent_calls_all_the_dead_fighters_the_low_end_is_0() -> None:
    army = casualty("b", 10, 9, 9, who=Who.COMBATANT, speaker="the Northern Army", voice=VoiceKind.MILITARY)
    result = tally_of(casualty("a", 10, 9, 9, speaker="residents"), casualty("c", 10, 8, 8), army)
    assert killed(result) == (0, 9)
    assert rule(result, "acled_min").killed == Bounds(low=8, high=8)
    assert result.origins == 2
    assert rule(result, "ged_best").best == 8


def test_what_an_army_prints_in_its_own_name_is_its_word() -> None:
    release = DocumentHead(id="b", source="Lowland Army", source_kind=SourceKind.OFFICIAL_MILITARY)
    fighters = casualty("b", 10, 9, 9, who=Who.COMBATANT)
    assert killed(tally_of(casualty("a", 10, 9, 9), fighters, documents=[release])) == (0, 9)
    citizens = casualty("b", 200, 9, 9, speaker="the district office", voice=VoiceKind.GOVERNMENT)
    assert killed(tally_of(fighters, citizens, documents=[release])) == (9, 9)


def test_a_few_fighters_among_many_dead_leave_the_low_end() -> None:
    army = casualty("b", 10, 3, 3, who=Who.COMBATANT, speaker="the Northern Army", voice=VoiceKind.MILITARY)
    assert killed(tally_of(casualty("a", 10, 40, 40), army)) == (40, 40)


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (casualty("b", 10, 40, 40, modality=Modality.DENIED), "the speaker denies it"),
        (casualty("b", 10, 40, 40, modality=Modality.CONDITIONAL), "said only under a condition"),
        (casualty("b", 10, 40, 40, scope=Scope.PERIOD), "a total over a time or an area"),
        (casualty("b", 10, 40, 40, unit=Unit.FAMILIES), "counts families; shown beside, never multiplied"),
    ],
)
def test_what_does_not_count_is_listed_with_the_reason(claim: Claim, why: str) -> None:
    result = tally_of(casualty("a", 10, 9, 9), claim)
    assert killed(result) == (9, 9)
    assert why_out(result, "b:10") == why


def test_a_part_never_adds_and_never_lowers() -> None:
    part = casualty("a", 90, 7, 7, step=Step.PART, part_of="a:10")
    result = tally_of(casualty("a", 10, 20, 20), part)
    assert killed(result) == (20, 20)
    assert why_out(result, "a:90") == "part of a:10"


def test_a_victim_told_of_in_a_text_that_counts_more_is_one_of_them() -> None:
    result = tally_of(
        casualty("a", 10, 18, None, speaker="residents"), casualty("a", 300, 1, 1, speaker="a shopkeeper")
    )
    assert killed(result) == (18, 18)
    assert "among those" in why_out(result, "a:300")


def test_a_victim_whom_no_number_counts_is_one_of_any_larger_count_of_the_event() -> None:
    wife = replace(casualty("a", 300, 1, 1, speaker="a neighbour"), quote="wife was killed", number_end=304)
    two = casualty("a", 10, 2, 2)
    assert killed(tally_of(two, wife)) == (2, 2)
    assert "among those" in why_out(tally_of(two, wife), "a:300")
    assert killed(tally_of(two, replace(wife, quote="one person was killed", number_end=303))) == (1, 2)
    assert killed(tally_of(two, replace(wife, event=1))) == (1, 2)


def test_one_victim_told_of_in_a_text_of_its_own_is_no_count_of_all() -> None:
    teacher = replace(casualty("b", 10, 1, 1), quote="A teacher was killed", number_end=19)
    twelve = casualty("a", 10, 12, 12)
    assert killed(tally_of(twelve, teacher)) == (12, 12)
    assert why_out(tally_of(twelve, teacher), "b:10") == "one victim told of, where a:10 counts all"
    assert killed(tally_of(teacher)) == (1, 1)
    assert killed(tally_of(casualty("a", 10, 2, 2), teacher)) == (1, 2)  # two counts, as far as anybody knows
    assert killed(tally_of(twelve, replace(teacher, quote="1 person was killed", number_end=11))) == (1, 12)


def test_a_count_of_some_sort_of_people_is_a_part_of_a_larger_count_of_the_event() -> None:
    four = replace(casualty("a", 300, 4, 4, speaker="an uncle"), quote="4 of his children died", number_end=301)
    eleven = replace(casualty("a", 10, 11, 11), quote="11 people died, six children among them", number_end=12)
    assert killed(tally_of(eleven, four)) == (11, 11)
    assert killed(tally_of(eleven, replace(four, quote="4 people died, three children among them"))) == (4, 11)
    assert killed(tally_of(replace(eleven, quote="11 children died"), four)) == (4, 11)


def test_a_list_without_a_total_is_added_up_and_flagged() -> None:
    people = [casualty("a", at, n, n, speaker="a relative", length=12) for at, n in ((10, 1), (26, 1), (42, 3))]
    result = tally_of(*people)
    assert killed(result) == (5, 5)
    assert rule(result, "airwars_range").notes == ("1 + 1 + 3 = 5, a list without a total",)
    assert set(rule(result, "airwars_range").claims) == {"a:10", "a:26", "a:42"}


def test_a_list_of_fighters_is_added_up_and_kept_apart_from_civilians() -> None:
    leader, others = casualty("a", 10, 1, 1, who=Who.COMBATANT), casualty("a", 45, 4, 4, who=Who.COMBATANT)
    result = tally_of(leader, others, casualty("a", 80, 2, 2, who=Who.CIVILIAN))
    assert killed(result) == (2, 2)
    assert (rule(result, "ged_best").low, rule(result, "ged_best").high) == (7, 7)


def test_others_beside_a_named_victim_add_their_lowest_and_highest() -> None:
    others = replace(casualty("a", 45, 4, 6), quote="along with 4-6 others, who were")
    assert killed(tally_of(casualty("a", 10, 1, 1), others)) == (5, 7)


def test_a_list_whose_text_gives_the_total_is_not_added() -> None:
    people = [casualty("a", at, n, n, length=12) for at, n in ((10, 1), (26, 1), (42, 3))]
    assert killed(tally_of(*people, casualty("a", 300, 5, 5))) == (5, 5)


def test_two_speakers_in_one_sentence_are_not_added() -> None:
    result = tally_of(
        casualty("a", 10, 12, 12, speaker="medics", length=12), casualty("a", 26, 9, 9, speaker="police", length=12)
    )
    assert killed(result) == (9, 12)


def test_a_later_figure_of_one_source_replaces_its_earlier_one() -> None:
    documents = [head("a", OLD, "River Post"), head("b", NEW, "River Post")]
    result = tally_of(casualty("a", 10, 12, 12), casualty("b", 10, 7, 7), documents=documents)
    assert killed(result) == (7, 7)
    assert result.origins == 1
    line = next(x for x in result.lines if x.claim == "a:10")
    assert (line.current, line.superseded_by) == (False, "b:10")


def test_a_revision_replaces_also_where_no_day_is_known() -> None:
    result = tally_of(
        casualty("a", 10, 18, None), casualty("b", 10, 27, 27),
        relations=[copy("b", "a", RelationKind.REVISION_OF)], families=[family("a", "b")],
    )  # fmt: skip
    assert killed(result) == (27, 27)
    assert result.origins == 1


def test_a_revision_known_by_its_id_alone_replaces_nothing() -> None:
    documents = [head("a", NEW, "River Wire"), head("b", NEW, "River Wire")]
    later = replace(copy("b", "a", RelationKind.REVISION_OF), by_id_alone=True)
    claims = (casualty("a", 10, 18, 18), casualty("b", 10, 12, 12))
    result = tally_of(*claims, documents=documents, relations=[later], families=[family("a", "b")])
    assert killed(result) == (12, 18)
    assert result.origins == 1


def test_a_late_copy_of_an_old_version_does_not_bring_its_number_back() -> None:
    documents = [
        head("v1", OLD, "River Wire"), head("v2", NEW, "River Wire"), head("late", "2030-05-20", "Evening Leaf"),
    ]  # fmt: skip
    result = tally_of(
        casualty("v1", 10, 18, None), casualty("v2", 10, 27, 27), casualty("late", 10, 18, None),
        documents=documents,
        relations=[copy("v2", "v1", RelationKind.REVISION_OF), copy("late", "v1")],
        families=[family("v1", "v2", "late")],
    )  # fmt: skip
    assert killed(result) == (27, 27)
    line = next(x for x in result.lines if x.claim == "late:10")
    assert not line.current
    assert "repeats v1" in line.why
    assert line.said == OLD


def test_a_relay_of_an_old_figure_does_not_bring_it_back() -> None:
    documents = [head("a", OLD, "River Post"), head("b", NEW, "River Post"), head("c", "2030-05-20", "Evening Leaf")]
    relay = casualty("c", 10, 12, 12, speaker="River Post", voice=VoiceKind.MEDIA)
    result = tally_of(casualty("a", 10, 12, 12), casualty("b", 10, 7, 7), relay, documents=documents)
    assert killed(result) == (7, 7)
    assert result.origins == 1


def test_a_figure_named_as_the_old_one_is_superseded() -> None:
    old = casualty("a", 90, 18, 18, step=Step.REPLACED)
    result = tally_of(casualty("a", 10, 27, 27, step=Step.RUNNING), old)
    assert killed(result) == (27, 27)
    assert next(x for x in result.lines if x.claim == "a:90").superseded_by == "a:10"


def test_bodies_at_one_site_are_one_running_count_whoever_reports_the_step() -> None:
    bodies = Outcome.BODIES_RECOVERED
    chief = casualty("a", 10, 40, None, outcome=bodies, speaker="the Civil Defence", voice=VoiceKind.CIVIL_DEFENCE)
    result = tally_of(chief, casualty("b", 10, 60, None, outcome=bodies), casualty("c", 10, 83, 83, outcome=bodies))
    assert killed(result) == (83, 83)
    assert {x.superseded_by for x in result.lines if not x.current} == {"c:10"}
    assert rule(result, "latest_official").bodies[0].killed == Bounds(low=83, high=83)


def test_an_official_toll_that_rises_replaces_the_earlier_step_of_another_office() -> None:
    first = casualty("a", 10, 20, 20, speaker="the ministry of health", voice=VoiceKind.HEALTH)
    step = casualty("b", 10, 31, 31, speaker="the governor's office", voice=VoiceKind.GOVERNMENT, step=Step.RUNNING)
    documents = [head("a", OLD, "River Post"), head("b", NEW, "Evening Leaf")]
    assert killed(tally_of(first, step, documents=documents)) == (31, 31)


def test_more_dead_are_added_to_the_figure_of_their_voice() -> None:
    more = casualty("a", 90, 3, 3, step=Step.INCREMENT)
    result = tally_of(casualty("a", 10, 27, 27), more)
    assert killed(result) == (30, 30)
    assert "27 + 3 more = 30" in rule(result, "airwars_range").notes


def test_more_dead_without_a_figure_to_add_to_count_for_nothing() -> None:
    result = tally_of(casualty("a", 10, 3, 3, step=Step.INCREMENT), casualty("b", 10, 20, 20))
    assert killed(result) == (20, 20)
    assert "adds to a figure" in why_out(result, "a:10")


def test_several_more_dead_add_to_no_number() -> None:
    more = casualty("a", 90, 3, None, step=Step.INCREMENT, vague="several")
    assert killed(tally_of(casualty("a", 10, 27, 27), more)) == (27, 27)


def test_more_hurt_beside_the_dead_are_a_figure_of_their_own() -> None:
    dead = casualty("a", 10, 9, 9)
    hurt = casualty("a", 90, 12, 12, outcome=Outcome.INJURED, step=Step.INCREMENT)
    assert rule(tally_of(dead, hurt), "airwars_range").injured == Bounds(low=12, high=12)
    further = casualty("a", 190, 4, 4, outcome=Outcome.INJURED, step=Step.INCREMENT)
    assert rule(tally_of(dead, hurt, further), "airwars_range").injured == Bounds(low=12, high=12)


def test_more_hurt_add_to_no_figure_that_only_follows() -> None:
    hurt = casualty("a", 60, 3, None, outcome=Outcome.INJURED, step=Step.INCREMENT)
    later = casualty("a", 400, 3, 3, outcome=Outcome.INJURED)
    injured = rule(tally_of(casualty("a", 10, 8, 8), hurt, later), "airwars_range").injured
    assert injured == Bounds(low=3, high=3)


def test_a_coalition_without_its_name_is_the_one_that_is_named_beside_it() -> None:
    result = tally_of(
        casualty("a", 10, 9, 9),
        blame("a", 60, "the Lowland Coalition", speaker="residents"),
        blame("b", 60, "coalition", speaker="a doctor"),
        position("b", 90, Stated.UNDER_REVIEW, body="The coalition"),
    )
    assert [one.party for one in result.blamed] == ["Lowland Coalition"]
    assert [one.body for one in result.positions] == ["Lowland Coalition"]


def test_an_army_its_spokesman_and_its_full_name_are_one_party() -> None:
    result = tally_of(
        casualty("a", 10, 9, 9),
        blame("a", 60, "the Lowland army", speaker="traders"),
        blame("b", 60, "army", speaker="residents"),
        position("c", 60, Stated.RESPONSIBILITY_DENIED, body="The Lowland army's spokesman"),
    )
    assert [one.party for one in result.blamed] == ["Lowland army"]
    assert [one.body for one in result.positions] == ["Lowland army"]
    assert result.grade_suggested is not Grade.CONTESTED


def test_two_coalitions_named_side_by_side_stay_two() -> None:
    result = tally_of(
        casualty("a", 10, 9, 9),
        blame("a", 60, "the Lowland Coalition", speaker="residents"),
        blame("b", 60, "the US-led coalition", speaker="a doctor"),
        blame("c", 60, "the coalition", speaker="a nurse"),
    )
    assert {one.party for one in result.blamed} == {"Lowland Coalition", "US-led coalition"}


def test_a_withdrawn_figure_is_no_longer_current() -> None:
    documents = [head("a", OLD, "River Post"), head("b", NEW, "River Post")]
    withdrawn = casualty("b", 10, 12, 12, modality=Modality.DENIED)
    result = tally_of(casualty("a", 10, 12, 12), withdrawn, casualty("c", 10, 7, 7), documents=documents)
    assert killed(result) == (7, 7)


def test_a_rejected_claim_does_not_count() -> None:
    result = tally_of(
        casualty("a", 10, 9, 9), casualty("b", 10, 90, 90), judgements=[judged(1, Decision.REJECT, "b:10")]
    )
    assert killed(result) == (9, 9)
    assert why_out(result, "b:10") == "rejected by a reviewer"
    assert result.origins == 1


def test_the_injured_have_a_range_of_their_own() -> None:
    hurt = Outcome.INJURED
    result = tally_of(casualty("a", 10, 34, 34, outcome=hurt), casualty("b", 10, 40, 40, outcome=hurt))
    bounds = rule(result, "airwars_range")
    assert (bounds.killed, bounds.injured) == (None, Bounds(low=34, high=40))


def test_a_number_that_nobody_gives_is_none_and_not_0() -> None:
    result = tally_of(casualty("a", 10, None, None, vague="many", outcome=Outcome.MISSING))
    assert killed(result) is None
    assert rule(result, "airwars_range").injured is None


def test_the_best_figure_is_that_of_most_origins_and_the_lower_on_a_tie() -> None:
    three = [casualty("a", 10, 9, 9), casualty("b", 10, 12, 12), casualty("c", 10, 12, 12)]
    assert rule(tally_of(*three), "ged_best").best == 12
    assert rule(tally_of(*three[:2]), "ged_best").best == 9


def test_the_best_figure_is_0_where_every_claim_says_that_nobody_died() -> None:
    nobody = casualty("a", 10, 0, 0)
    assert (rule(tally_of(nobody), "ged_best").low, rule(tally_of(nobody), "ged_best").high) == (0, 0)
    assert rule(tally_of(nobody, casualty("b", 10, 0, 0, who=Who.CIVILIAN)), "ged_best").best is None
    assert rule(tally_of(nobody, casualty("b", 10, 3, 3)), "ged_best").best == 3


def test_the_dead_among_fighters_are_shown_to_their_highest_figure() -> None:
    best = rule(tally_of(casualty("a", 10, 7, 15, who=Who.COMBATANT)), "ged_best")
    assert (best.best, best.low, best.high) == (7, 7, 15)


def test_all_the_dead_of_one_speaker_are_added_for_the_lowest_figure_of_any_status() -> None:
    result = tally_of(
        casualty("a", 10, 20, 20, who=Who.CIVILIAN), casualty("a", 300, 2, 2, who=Who.COMBATANT),
    )  # fmt: skip
    assert rule(result, "acled_min").killed == Bounds(low=22, high=22)
    assert killed(result) == (20, 20)


# ---- voices


def test_an_example_of_four_origins() -> None:
    group_name = "the Delta Watch"
    documents = [
        head("v1", OLD, "River Post"), head("v2", NEW, "River Post"), head("wire", OLD, "Coast Wire"),
        head("post", OLD, "Harbour Lens", SourceKind.LOCAL),
    ]  # fmt: skip
    claims = [
        casualty("v1", 10, 12, 12, speaker="residents"),
        casualty("v2", 10, 14, 14, speaker="residents"),
        casualty("wire", 10, 13, 13, speaker="a nurse"),
        casualty("post", 10, 15, 15),
        *(casualty(d, 300, 16, 16, speaker=group_name, voice=VoiceKind.MONITOR) for d in ("v1", "v2", "wire")),
    ]
    result = tally_of(
        *claims, documents=documents, relations=[copy("v2", "v1", RelationKind.REVISION_OF)],
        families=[family("v1", "v2")],
    )  # fmt: skip
    assert [voice.name for voice in result.voices] == ["Coast Wire", "Delta Watch", "Harbour Lens", "River Post"]
    assert result.sources == 3


def test_a_document_that_only_carries_a_statement_adds_no_voice() -> None:
    documents = [head("own", OLD, "Delta Watch for Human Rights", SourceKind.NGO), head("news", NEW, "River Post")]
    carried = casualty("news", 10, 29, 29, speaker="the Watch", voice=VoiceKind.MONITOR)
    restated = casualty("news", 300, 29, 29)
    result = tally_of(casualty("own", 10, 29, 29), carried, restated, documents=documents)
    assert [voice.name for voice in result.voices] == ["Delta Watch for Human Rights"]


def test_a_figure_in_a_quotation_of_a_body_s_own_text_is_that_body_s() -> None:
    same = Relation(
        a="paper", b="office", kind=RelationKind.SAME_STATEMENT, why="they share quoted words",
        passages=(Passage(a_start=0, a_end=80, b_start=200, b_end=280, quoted=True),),
    )  # fmt: skip
    claims = (casualty("paper", 10, 20, 20), casualty("office", 210, 20, 20), casualty("paper", 300, 26, 26))
    heads = [head("paper", None, "The Lantern"), head("office", None, "Reed Health Office")]
    assert tally_of(*claims, documents=heads, relations=[same]).origins == 2
    quoted = tally_of(*claims[:2], documents=heads, relations=[same])
    assert (quoted.sources, quoted.origins) == (2, 1)
    assert tally_of(*claims[:2], documents=heads).origins == 2


def test_a_claim_through_an_agency_belongs_to_the_agency() -> None:
    first = casualty("a", 10, 9, 9, speaker="residents", via="Coast Wire")
    second = casualty("b", 10, 9, 9, speaker="residents", via="Coast Wire")
    assert [voice.name for voice in tally_of(first, second).voices] == ["Coast Wire"]


def test_unnamed_officials_speak_through_the_outlet_that_asked_them() -> None:
    officials = casualty("a", 10, 9, 9, speaker="local officials", voice=VoiceKind.GOVERNMENT)
    assert tally_of(officials, casualty("a", 300, 12, 12, speaker="residents")).origins == 1


def test_hearsay_alone_is_a_voice_only_where_there_is_no_other() -> None:
    rumour = casualty("a", 10, 9, 9, voice=VoiceKind.HEARSAY)
    assert tally_of(rumour).origins == 1
    assert [v.documents for v in tally_of(rumour, casualty("b", 10, 9, 9)).voices] == [("b",)]


def test_a_round_up_of_others_figures_adds_no_voice() -> None:
    both = [casualty("a", 10, 27, 27), casualty("b", 10, 31, 31)]
    assert tally_of(*both, casualty("c", 10, 27, 31)).origins == 2


# ---- blame, positions, grade


def test_one_voice_stays_weak_whatever_the_strike_log_holds() -> None:
    result = tally_of(casualty("a", 10, 9, 9), strike="a strike 200 m away")
    assert result.grade_suggested is Grade.WEAK


def test_two_voices_and_an_acknowledged_strike_are_fair() -> None:
    stated = position("c", 10, Stated.STRIKE_ACKNOWLEDGED, body="Northern Army")
    result = tally_of(casualty("a", 10, 9, 9), casualty("b", 10, 9, 9), stated)
    assert (result.grade_suggested, result.grade_why) == (
        Grade.FAIR,
        "2 independent voices; Northern Army acknowledges a strike",
    )


def test_two_voices_without_any_action_near_by_get_no_grade() -> None:
    result = tally_of(casualty("a", 10, 9, 9), casualty("b", 10, 9, 9))
    assert result.grade_suggested is None


def test_parties_blamed_by_independent_voices_make_it_contested() -> None:
    army = blame("a", 300, "the rebels", speaker="the Northern Army", voice=VoiceKind.MILITARY)
    result = tally_of(casualty("a", 10, 9, 9, speaker="residents", blamed="the government"), army)
    assert result.grade_suggested is Grade.CONTESTED
    assert "government" in result.grade_why


def test_two_names_of_one_side_do_not_make_it_contested() -> None:
    result = tally_of(
        casualty("a", 10, 9, 9, blamed="the U.S.-led coalition"), casualty("b", 10, 9, 9, blamed="American warplanes")
    )
    assert result.grade_suggested is Grade.FAIR


def test_a_denied_cause_leaves_the_blame_and_a_denied_part_clears_it() -> None:
    cause = blame("a", 300, "the rebels", speaker="an officer", stance="denies airstrike")
    own = blame("b", 300, "the Northern Army", speaker="the Northern Army", stance="denies responsibility")
    result = tally_of(casualty("a", 10, 9, 9), cause, own)
    assert {(b.party, b.stance) for b in result.blamed} == {("rebels", "alleges"), ("Northern Army", "denies")}


def test_contested_victims_do_not_make_it_contested() -> None:
    army = casualty("b", 10, 9, 9, who=Who.COMBATANT, speaker="the Northern Army", voice=VoiceKind.MILITARY)
    result = tally_of(casualty("a", 10, 9, 9, blamed="the Northern Army"), casualty("c", 10, 8, 8), army)
    assert result.grade_suggested is Grade.FAIR


def test_accepted_responsibility_is_confirmed() -> None:
    stated = position("b", 10, Stated.RESPONSIBILITY_ACCEPTED, body="Northern Army", on="2030-06-01")
    result = tally_of(casualty("a", 10, 9, 9), stated)
    assert result.grade_suggested is Grade.CONFIRMED


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        (Stated.NOT_AWARE, PositionStatus.NOT_YET_ASSESSED),
        (Stated.UNDER_REVIEW, PositionStatus.OPEN_INCIDENT),
        (Stated.ASSESSMENT_OPENED, PositionStatus.OPEN_INCIDENT),
        (Stated.INVESTIGATION_OPENED, PositionStatus.OPEN_INCIDENT),
        (Stated.STRIKE_ACKNOWLEDGED, PositionStatus.OPEN_INCIDENT),
        (Stated.CREDIBLE, PositionStatus.CREDIBLE_SUBSTANTIATED),
        (Stated.RESPONSIBILITY_ACCEPTED, PositionStatus.CREDIBLE_SUBSTANTIATED),
        (Stated.NON_CREDIBLE, PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED),
        (Stated.RESPONSIBILITY_DENIED, PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED),
    ],
)
def test_every_stated_word_has_its_status(stated: Stated, status: PositionStatus) -> None:
    (found,) = tally_of(position("a", 10, stated, body="Northern Army")).positions
    assert found.status is status


def test_positions_are_in_order_of_the_day_and_take_the_day_of_publication() -> None:
    result = tally_of(
        position("a", 10, Stated.ASSESSMENT_OPENED, body="Northern Army"),
        position("b", 10, Stated.UNDER_REVIEW, body="Northern Army", on="2030-05-04"),
        documents=[head("a", NEW, "River Post")],
    )
    assert [p.on for p in result.positions] == ["2030-05-04", NEW]


def test_the_same_words_told_again_are_one_position_of_the_first_day() -> None:
    told = position("a", 10, Stated.UNDER_REVIEW, body="Northern Army", on="2030-05-04")
    again = position("b", 10, Stated.UNDER_REVIEW, body="Northern Army", on="2030-05-07")
    (found,) = tally_of(told, again).positions
    assert found.on == "2030-05-04"
    assert len(found.claims) == 2


def test_what_a_body_says_on_one_day_is_in_the_order_of_handling_and_unknown_days_come_first() -> None:
    opened = position("a", 90, Stated.ASSESSMENT_OPENED, body="Northern Army", on="2030-05-04")
    unaware = position("a", 10, Stated.NOT_AWARE, body="Northern Army", on="2030-05-04")
    denied = position("b", 10, Stated.RESPONSIBILITY_DENIED, body="Northern Army")
    result = tally_of(opened, unaware, denied)
    assert [p.stated for p in result.positions] == [
        Stated.RESPONSIBILITY_DENIED,
        Stated.NOT_AWARE,
        Stated.ASSESSMENT_OPENED,
    ]


def test_people_at_risk_are_listed_and_not_counted() -> None:
    result = tally_of(casualty("a", 10, 9, 9), exposure("a", 300, 50_000, where=None))
    assert [risk.low for risk in result.at_risk] == [50_000]
    assert killed(result) == (9, 9)


def test_each_official_body_gives_its_latest_figure() -> None:
    documents = [head("a", OLD, "River Post"), head("b", NEW, "River Post")]
    first = casualty("a", 10, 20, 20, speaker="the health ministry", voice=VoiceKind.HEALTH)
    later = casualty("b", 10, 24, 24, speaker="the health ministry", voice=VoiceKind.HEALTH)
    hurt = casualty("b", 90, 60, 60, speaker="the health ministry", voice=VoiceKind.HEALTH, outcome=Outcome.INJURED)
    (figure,) = rule(tally_of(first, later, hurt, documents=documents), "latest_official").bodies
    assert (figure.body, figure.said, figure.killed, figure.injured) == (
        "health ministry",
        NEW,
        Bounds(low=24, high=24),
        Bounds(low=60, high=60),
    )


def test_bodies_that_a_voice_counted_are_superseded_by_its_later_count_of_the_dead() -> None:
    papers = [head("a", source="Tern Wire", published=OLD), head("b", source="Tern Wire", published=NEW)]
    bodies = casualty("a", 10, 13, 13, outcome=Outcome.BODIES_RECOVERED, unit=Unit.BODIES)
    result = tally_of(bodies, casualty("b", 10, 22, 22), documents=papers)
    assert killed(result) == (22, 22)
    assert why_out(result, "a:10").startswith("superseded: the same voice gives a later figure")


def test_bodies_stand_where_the_voice_later_counts_fewer_dead() -> None:
    papers = [head("a", source="Tern Wire", published=OLD), head("b", source="Tern Wire", published=NEW)]
    bodies = casualty("a", 10, 13, 13, outcome=Outcome.BODIES_RECOVERED, unit=Unit.BODIES)
    assert killed(tally_of(bodies, casualty("b", 10, 9, 9), documents=papers)) == (9, 13)


def test_another_28_hurt_beside_the_dead_adds_to_no_other_text_of_the_voice() -> None:
    papers = [head("a", source="Varn Watch", published=OLD), head("b", source="Varn Watch", published=OLD)]
    dead = casualty("a", 10, 24, 24)
    more = casualty("a", 90, 28, 28, outcome=Outcome.INJURED, step=Step.INCREMENT)
    result = tally_of(dead, more, casualty("b", 10, 28, 28, outcome=Outcome.INJURED), documents=papers)
    assert rule(result, "airwars_range").injured == Bounds(low=28, high=28)


@pytest.mark.parametrize(
    "words", ["At least five children were killed", "five members of the Orlo family died", "five journalists died"]
)
def test_a_count_of_some_sort_of_people_is_within_a_larger_count_of_the_text(words: str) -> None:
    at = words.lower().index("five")
    some = replace(
        casualty("a", 90, 5, None if at else 5, speaker="a neighbour"),
        quote=words,
        end=90 + len(words),
        number_start=90 + at,
        number_end=94 + at,
    )
    result = tally_of(casualty("a", 10, 18, 18), some)
    assert killed(result) == (18, 18)
    assert why_out(result, "a:90").startswith("among those whom")


def test_one_organisation_named_in_two_scripts_is_one_voice() -> None:
    english = casualty("a", 10, 24, 24, speaker="the Tarra Centre for Human Rights", voice=VoiceKind.MONITOR)
    arabic = casualty("b", 10, 24, 24, speaker="مركز طرة لحقوق الإنسان", voice=VoiceKind.MONITOR)
    assert tally_of(english, arabic).origins == 1
    other = casualty("c", 10, 24, 24, speaker="شبكة طرة الإخبارية", voice=VoiceKind.MONITOR)
    assert tally_of(english, arabic, other).origins == 2


def test_a_party_under_its_letters_and_with_more_said_of_it_is_no_rival_of_itself() -> None:
    result = tally_of(
        casualty("a", 10, 9, 9, blamed="Highland Liberation Army (HLA)"),
        casualty("b", 10, 9, 9, blamed="the HLA"),
        casualty("c", 10, 9, 9, blamed="the Highland Liberation Army of Orlo Vint"),
    )
    assert [one.party for one in result.blamed] == ["Highland Liberation Army"]
    assert result.grade_suggested is not Grade.CONTESTED
