"""Clocks: anchors that agree are met, more anchors never know less, the order is of no consequence."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.footage.clocks import fit, widened
from harmtrace.records.footage import Anchor

T0 = datetime(2021, 5, 11, 13, 25, tzinfo=UTC)
_MEDIA = st.floats(0, 20_000, allow_nan=False)
_SIGMA = st.floats(0.01, 30, allow_nan=False)


def _anchor(media_s: float, seconds: float, sigma_s: float) -> Anchor:
    at = T0 + timedelta(seconds=seconds)
    return Anchor(media_s=media_s, reference=at, sigma_s=sigma_s, method="other", by="A", why="law", on="2021-06-01")


@given(
    st.lists(st.tuples(_MEDIA, _SIGMA), min_size=1, max_size=8),
    st.floats(-1e6, 1e6, allow_nan=False),
    st.floats(-5e-4, 5e-4, allow_nan=False),
)
@settings(max_examples=300)
def test_anchors_of_one_true_clock_are_met_within_their_errors(
    moments: list[tuple[float, float]], offset: float, drift: float
) -> None:
    anchors = tuple(_anchor(at, offset + at * (1 + drift), sigma) for at, sigma in moments)
    clock, _ = fit((), anchors)
    for anchor in anchors:
        found = clock.at(anchor.media_s)
        assert found is not None
        apart = abs((found - anchor.reference).total_seconds())
        # A drift that the anchors cannot tell is not fitted: then it stays within what it can make of the span.
        allowed = 1e-4 if clock.drift else abs(drift) * 20_000 + 1e-4
        assert apart <= allowed


@given(
    st.lists(st.tuples(_MEDIA, st.floats(-100, 100, allow_nan=False), _SIGMA), min_size=2, max_size=8), st.integers()
)
@settings(max_examples=200)
def test_the_order_of_anchors_is_of_no_consequence(given_: list[tuple[float, float, float]], seed: int) -> None:
    anchors = [_anchor(at, at + off, sigma) for at, off, sigma in given_]
    mixed = anchors[:]
    random.Random(seed).shuffle(mixed)
    one, _ = fit((), anchors)
    other, _ = fit((), mixed)
    assert one.start is not None
    assert other.start is not None
    assert abs((one.start - other.start).total_seconds()) < 1e-3
    assert abs(one.drift - other.drift) < 1e-9
    assert abs(one.sigma_s - other.sigma_s) < 1e-6 * max(1.0, one.sigma_s)


@given(st.lists(st.tuples(_MEDIA, st.floats(-2000, 2000, allow_nan=False), _SIGMA), min_size=1, max_size=6))
@settings(max_examples=300)
def test_anchors_never_raise_and_the_error_is_never_below_what_they_allow(
    given_: list[tuple[float, float, float]],
) -> None:
    anchors = tuple(_anchor(at, at + off, sigma) for at, off, sigma in given_)
    clock, _ = fit((), anchors)
    assert clock.start is not None
    weight = sum(1 / max(anchor.sigma_s, 1e-3) ** 2 for anchor in anchors)
    assert clock.sigma(clock.sigma_at) >= weight**-0.5 * 0.999
    start, end = widened(clock, T0, T0 + timedelta(seconds=1))
    assert start <= T0 < end


@given(_MEDIA, _MEDIA, _SIGMA)
def test_a_second_anchor_that_agrees_makes_the_clock_no_worse(one: float, two: float, sigma: float) -> None:
    first, second = _anchor(one, one + 30, sigma), _anchor(two, two + 30, sigma)
    alone, _ = fit((), (first,))
    both, issues = fit((), (first, second))
    assert issues == ()
    assert both.sigma(both.sigma_at) <= alone.sigma(alone.sigma_at) + 1e-9
