"""Accounts that tell of an event without a number: they join, and neither found nor change anything."""

from dataclasses import replace

from harmtrace.incidents import Grouping, group
from harmtrace.records.claim import Reading
from harmtrace.records.text import Likeness
from tests.incidents.making import CITY, FAR_CITY, HARBOUR, account, casualty, heads, one, reading


def told(document: str, when: str | None, *places: object, posted: str | None = None) -> Reading:
    made = reading(document, [account(document, when=when, places=places, causes=("airstrike",))], [])  # type: ignore[arg-type]
    return replace(made, reference=posted)


def like(a: str, b: str, cosine: float, *, rarest: int = 2, of: int = 400) -> Likeness:
    return Likeness(a=a, b=b, words=4, rarest=rarest, of=of, cosine=cosine)


def solve(*readings: Reading, alike: tuple[Likeness, ...] = ()) -> Grouping:
    return group(heads(*(r.document for r in readings)), readings, alike=alike)


def test_an_account_without_a_number_joins_the_incident_of_its_day_and_place() -> None:
    result = solve(one("a", 20, "2030-05-04", [HARBOUR]), told("b", "2030-05-04", HARBOUR))
    (incident,) = result.incidents
    assert (incident.documents, incident.told) == (("a", "b"), ("b",))


def test_an_account_without_a_number_founds_nothing() -> None:
    assert solve(told("a", "2030-05-04", HARBOUR), told("b", "2030-05-04", HARBOUR)).incidents == ()


def test_an_account_without_a_number_sets_neither_time_nor_place() -> None:
    alone = solve(one("a", 20, None, [HARBOUR]), one("c", 20, None, [HARBOUR])).incidents[0]
    (joined,) = solve(
        one("a", 20, None, [HARBOUR]), one("c", 20, None, [HARBOUR]), told("b", "2030-05-04", HARBOUR),
        alike=(like("a", "b", 0.3), like("b", "c", 0.3)),
    ).incidents  # fmt: skip
    assert joined.told == ("b",)
    assert (joined.when, joined.hypotheses, joined.claims) == (alone.when, alone.hypotheses, alone.claims)


def test_one_that_was_posted_that_day_joins_and_the_event_keeps_an_unknown_day() -> None:
    post = replace(one("b", 7, None, [HARBOUR]), reference="2030-05-04")
    (incident,) = solve(one("a", 7, "2030-05-04", [HARBOUR]), post).incidents
    (pairing,) = incident.pairings
    assert "one was posted on the day or the next" in {f.finding for f in pairing.features}
    late = replace(post, reference="2030-09-04")
    assert len(solve(one("a", 7, "2030-05-04", [HARBOUR]), late).incidents) == 2


def test_a_post_from_before_the_day_is_about_another_event() -> None:
    post = replace(one("b", 20, None, [HARBOUR]), reference="2030-05-01")
    assert len(solve(one("a", 20, "2030-05-04", [HARBOUR]), post).incidents) == 2


def test_rare_words_draw_accounts_without_a_day_together_and_say_so() -> None:
    readings = one("a", 7, None, [CITY, HARBOUR]), one("b", 7, None, [HARBOUR])
    (incident,) = solve(*readings, alike=(like("a", "b", 0.2),)).incidents
    (feature,) = [f for f in incident.pairings[0].features if f.name == "rare words"]
    assert feature.weight > 0
    assert feature.finding == "4 words that at most a few of 400 texts have (one in 2)"


def test_among_a_few_texts_no_word_is_known_to_be_rare() -> None:
    readings = one("a", 7, None, [CITY]), one("b", 9, None, [CITY])
    assert len(solve(*readings, alike=(like("a", "b", 0.2, rarest=2, of=5),)).incidents) == 2


def test_rare_words_do_not_overrule_two_places() -> None:
    readings = one("a", 7, "2030-05-04", [CITY]), one("b", 7, "2030-05-04", [FAR_CITY])
    assert len(solve(*readings, alike=(like("a", "b", 0.9),)).incidents) == 2


def test_an_account_whose_claims_a_person_moved_is_no_telling() -> None:
    made = reading("a", [account("a", 0, places=(HARBOUR,))], [casualty("a", 10, 3, 3)])
    assert solve(made).incidents[0].told == ()


def test_documents_that_count_nobody_make_an_event_of_their_own_and_no_incident() -> None:
    result = solve(told("a", "2030-05-04", HARBOUR), told("b", "2030-05-04", HARBOUR), told("c", "2030-05-09", HARBOUR))
    (event,) = result.uncounted
    assert (event.when, event.documents) == ("2030-05-04", ("a", "b"))
    assert event.why
    assert result.incidents == ()


def test_one_document_alone_makes_no_event_without_a_number() -> None:
    assert solve(told("a", "2030-05-04", HARBOUR)).uncounted == ()
