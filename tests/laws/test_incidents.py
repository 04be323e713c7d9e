"""Laws of grouping: order does not matter, what cannot be one is never one, people always win."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.incidents import Grouping, group
from harmtrace.incidents.scores import forbidden
from harmtrace.incidents.signals import signal
from harmtrace.records.claim import Reading
from harmtrace.records.judgement import Decision, Judgement
from tests.incidents.making import CITY, FAR_CITY, HARBOUR, MILLS, account, casualty, heads, judged, reading

_TIMES = st.sampled_from([None, "2030-05-04", "2030-05-05", "2030-05-09", "2030-05", "XXXX-05-04", "XXXX-05"])
_PLACES = st.sampled_from([(), (CITY,), (HARBOUR, CITY), (MILLS, CITY), (FAR_CITY,)])


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    found = []
    for name in draw(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=6, unique=True)):
        accounts, claims = [], []
        for event in range(draw(st.integers(1, 3))):
            separate = event > 0 and draw(st.booleans())
            accounts.append(
                account(name, event, when=draw(_TIMES), places=draw(_PLACES), causes=["airstrike"], separate=separate)
            )
            claims.append(casualty(name, 10 + 100 * event, draw(st.sampled_from([5, 20, 60])), None, event=event))
        found.append(reading(name, accounts, claims))
    return found


def solved(cases: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Grouping:
    return group(heads(*(r.document for r in cases)), cases, judgements=judgements)


@settings(deadline=None, max_examples=60)
@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(cases: list[Reading], random: Random) -> None:
    shuffled = list(cases)
    random.shuffle(shuffled)
    assert solved(cases) == solved(shuffled)


@settings(deadline=None, max_examples=60)
@given(readings())
def test_two_accounts_that_cannot_be_one_are_never_in_one_incident(cases: list[Reading]) -> None:
    accounts = {(a.document, a.event): (a, r) for r in cases for a in r.accounts}
    for incident in solved(cases).incidents:
        members = [
            signal(a, [c for c in r.claims if c.event == a.event], family=a.document)
            for a, r in (accounts[key] for key in incident.accounts)
        ]
        assert all(forbidden(x, y, {}) is None for x in members for y in members if x is not y)


@settings(deadline=None, max_examples=60)
@given(readings())
def test_every_claim_is_in_one_place_and_no_account_in_two(cases: list[Reading]) -> None:
    result = solved(cases)
    placed = [claim for incident in result.incidents for claim in incident.claims]
    assert sorted([*placed, *(u.claim for u in result.unplaced)]) == sorted(c.id for r in cases for c in r.claims)
    keys = [key for incident in result.incidents for key in incident.accounts]
    assert len(keys) == len(set(keys))


@settings(deadline=None, max_examples=60)
@given(readings(), st.data())
def test_a_judgement_always_wins(cases: list[Reading], data: st.DataObject) -> None:
    claims = sorted(c.id for r in cases for c in r.claims)
    a, b = data.draw(st.lists(st.sampled_from(claims), min_size=2, max_size=2, unique=True))
    decision = data.draw(st.sampled_from([Decision.SAME, Decision.DIFFERENT]))
    result = solved(cases, [judged(1, decision, a, b)])
    homes = {claim: n for n, incident in enumerate(result.incidents) for claim in incident.claims}
    if a in homes and b in homes:
        assert (homes[a] == homes[b]) is (decision is Decision.SAME)
