"""What people set on claims, and what cannot be set."""

import pytest

from harmtrace.incidents import decided
from harmtrace.records.claim import Casualty, Claim, Outcome, Position, Scope, Stated, VoiceKind, Who
from harmtrace.records.judgement import Decision, rejected
from harmtrace.records.measure import Count
from tests.incidents.making import casualty, exposure, judged, position


def after(claim: Claim, *values: tuple[str, str]) -> Claim:
    (changed,), issues = decided([claim], [judged(1, Decision.SET, claim.id, values=values)])
    assert not issues
    return changed


def test_a_person_sets_numbers_and_words_and_the_claim_keeps_its_id_and_span() -> None:
    changed = after(casualty("a", 10, 12, 12), ("low", "9"), ("high", "null"), ("who", "civilian"), ("scope", "period"))
    assert isinstance(changed, Casualty)
    assert changed.count == Count(low=9, high=None)
    assert (changed.who, changed.scope, changed.id, changed.start) == (Who.CIVILIAN, Scope.PERIOD, "a:10", 10)


@pytest.mark.parametrize(
    ("field", "value"),
    [("speaker", "a nurse"), ("via", "Coast Wire"), ("when", "2030-05-04"), ("where", "Old Harbour"), ("blamed", "x")],
)
def test_each_field_of_words_can_be_set(field: str, value: str) -> None:
    assert getattr(after(casualty("a", 10, 1, 1), (field, value)), field) == value


def test_closed_vocabularies_are_set_by_their_words() -> None:
    changed = after(casualty("a", 10, 1, 1), ("outcome", "injured"), ("voice", "health"))
    assert isinstance(changed, Casualty)
    assert (changed.outcome, changed.voice) == (Outcome.INJURED, VoiceKind.HEALTH)
    stated = after(position("a", 10, Stated.CREDIBLE, body="x"), ("position", "under_review"))
    assert isinstance(stated, Position)
    assert stated.position is Stated.UNDER_REVIEW


@pytest.mark.parametrize(
    ("field", "value"),
    [("outcome", "hurt"), ("low", "a dozen"), ("low", "90"), ("colour", "red"), ("when", "last week")],
)
def test_what_cannot_be_set_is_an_issue_and_changes_nothing(field: str, value: str) -> None:
    claim = casualty("a", 10, 12, 12)
    changed, issues = decided([claim], [judged(1, Decision.SET, claim.id, values=[(field, value)])])
    assert changed == (claim,)
    assert [issue.code for issue in issues] == ["judgement-value"]


def test_a_later_value_holds_and_other_claims_stay() -> None:
    claims = [casualty("a", 10, 12, 12), exposure("a", 90, 500, where=None)]
    first = judged(1, Decision.SET, "a:10", values=[("low", "3")])
    second = judged(2, Decision.SET, "a:10", values=[("low", "4")])
    changed, _ = decided(claims, [second, first])
    assert isinstance(changed[0], Casualty)
    assert changed[0].count.low == 4
    assert changed[1] is claims[1]


def test_a_later_accept_takes_a_rejection_back() -> None:
    no, yes = judged(1, Decision.REJECT, "a:10"), judged(2, Decision.ACCEPT, "a:10")
    assert set(rejected([no])) == {"a:10"}
    assert not rejected([no, yes])
