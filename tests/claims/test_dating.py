"""Which time of a text dates a count, weighed by the table of ``dating``; texts of our own."""

from harmtrace.claims.dating import RULE
from harmtrace.records.claim import Casualty
from tests.reading import read_text

COURT = (
    "The court sitting at Velm on Thursday sentenced a captain for the raid on Ostrel in the night of 22 to 23 May. "
    "The judges found that his men killed eleven weavers."
)


def _counts(text: str) -> list[Casualty]:
    return [c for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]


def test_the_day_of_a_sentence_in_court_is_not_that_of_the_raid() -> None:
    (found,) = _counts(COURT)
    assert (found.when, found.rules[-1]) == ("2021-05-22/2021-05-23", RULE)


def test_a_day_beside_its_count_stays() -> None:
    (found,) = _counts("A shell killed two weavers in Ostrel on Monday. The mayor spoke on Tuesday.")
    assert found.when == "2021-06-07"
    assert RULE not in found.rules
