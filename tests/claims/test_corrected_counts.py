"""Counts that the same text corrects or sums up: invented texts, read whole."""

import pytest

from harmtrace.records.claim import Casualty, Step
from tests.reading import flat, read_text


@pytest.mark.parametrize("said", ["the correct number was four", "the true toll is four", "the actual figure was four"])
def test_a_figure_that_the_text_corrects_is_denied(said: str) -> None:
    text = f"The Post reported that eight people were killed in Ostrel on 3 May 2021. A surgeon said on Tuesday that {said}."
    claims = [flat(claim) for claim in read_text(text, published="2021-05-12").claims]
    assert [(c["low"], c["modality"]) for c in claims] == [(8, "denied"), (4, "asserted")]


def test_what_is_more_than_the_count_before_it_sums_it_up() -> None:
    text = "A man gathering wood and his two daughters were killed in Ostrel on 3 May 2021. All three were civilians."
    claims = [claim for claim in read_text(text, published="2021-05-12").claims if isinstance(claim, Casualty)]
    total = next(claim for claim in claims if claim.count.low == 3)
    assert total.step is Step.TOTAL
    assert all(claim.part_of == total.id for claim in claims if claim is not total)
