"""Laws of tallies: only values that are claimed or worked out in sight; what is superseded changes nothing."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.records.claim import Casualty, Outcome, Step, Who
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Range, Tally
from harmtrace.tallies import tally
from tests.incidents.making import casualty, grouped

_DAYS = [None, "2030-05-04", "2030-05-05", "2030-05-06"]


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Casualty], dict[str, DocumentHead]]:
    claims, documents = [], {}
    for name in draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=5, unique=True)):
        documents[name] = DocumentHead(
            id=name, published=draw(st.sampled_from(_DAYS)), source=draw(st.sampled_from([None, "River Post", "Leaf"]))
        )
        for number in range(draw(st.integers(1, 3))):
            low = draw(st.one_of(st.none(), st.integers(0, 90)))
            high = draw(st.sampled_from([None, low])) if low is not None else draw(st.integers(0, 90))
            claims.append(
                casualty(
                    name,
                    10 + 200 * number,
                    low,
                    high,
                    outcome=draw(st.sampled_from(list(Outcome))),
                    who=draw(st.sampled_from(list(Who))),
                    step=draw(st.sampled_from([Step.TOTAL, Step.RUNNING, Step.REPLACED])),
                    speaker=draw(st.sampled_from([None, "residents"])),
                )
            )
    return claims, documents


def tally_of(claims: Sequence[Casualty], documents: dict[str, DocumentHead]) -> Tally:
    return tally(grouped(claims), {c.id: c for c in claims}, documents)


def bounds(ranges: Sequence[Range]) -> list[tuple[str, object, object, object]]:
    return [(r.rule, r.killed, r.injured, (r.best, r.low, r.high)) for r in ranges]


@settings(deadline=None, max_examples=150)
@given(cases())
def test_a_range_holds_only_numbers_that_are_claimed_or_flagged(
    case: tuple[list[Casualty], dict[str, DocumentHead]],
) -> None:
    claims, documents = case
    said = {n for c in claims for n in (c.count.low, c.count.high) if n is not None}
    for found in tally_of(claims, documents).ranges:
        if found.rule in ("airwars_range", "acled_min") and not found.notes:
            ends = {n for b in (found.killed, found.injured) if b is not None for n in (b.low, b.high) if n is not None}
            assert ends <= said


@settings(deadline=None, max_examples=150)
@given(cases())
def test_every_claim_counts_or_is_listed_with_the_reason(case: tuple[list[Casualty], dict[str, DocumentHead]]) -> None:
    claims, documents = case
    result = tally_of(claims, documents)
    airwars = result.ranges[0]
    assert all(out.why for out in airwars.left_out)
    assert sorted(line.claim for line in result.lines) == sorted(c.id for c in claims)
    assert {out.claim for out in airwars.left_out} | {line.claim for line in result.lines if line.current} == {
        c.id for c in claims
    }


@settings(deadline=None, max_examples=150)
@given(cases())
def test_without_a_superseded_claim_the_range_is_the_same(
    case: tuple[list[Casualty], dict[str, DocumentHead]],
) -> None:
    claims, documents = case
    before = tally_of(claims, documents)
    old = {line.claim for line in before.lines if line.superseded_by is not None}
    if old:
        rest = [c for c in claims if c.id not in old]
        assert bounds(tally_of(rest, documents).ranges)[:3] == bounds(before.ranges)[:3]


@settings(deadline=None, max_examples=60)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(
    case: tuple[list[Casualty], dict[str, DocumentHead]], random: Random
) -> None:
    claims, documents = case
    shuffled = list(claims)
    random.shuffle(shuffled)
    one, other = tally_of(claims, documents), tally_of(shuffled, documents)
    assert bounds(one.ranges) == bounds(other.ranges)
    assert {v.name for v in one.voices} == {v.name for v in other.voices}
