"""Which time of a text dates a count, weighed by the table of ``dating``; texts of our own."""

import pytest

from harmtrace.claims import dating
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


@pytest.mark.parametrize(
    "text",
    [
        "A mine wounded four shepherds. One died two weeks later.",
        "A raid killed nine. The next day, a second raid killed four.",
        "قتل تسعة في غارة. وفي اليوم التالي قتل أربعة.",
    ],
)
def test_no_day_is_counted_onward_from_the_day_of_the_text(text: str) -> None:
    assert [count.when for count in _counts(text)] == [None, None]


def test_a_part_keeps_the_day_of_its_whole() -> None:
    counts = _counts(
        "Shelling killed nine people in Orla on Monday. On 4 May a raid killed 22 in Halvin. "
        "Of the nine, three were children."
    )
    assert [count.when for count in counts] == ["2021-06-07", "2021-05-04", "2021-06-07"]


def test_a_count_of_a_long_text_is_held_against_the_times_round_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    whole = dating.bearing

    def bearing(*given: object) -> list[str]:
        nonlocal asked
        asked += 1
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(dating, "bearing", bearing)
    per_count: list[float] = []
    for lines in (60, 240):
        asked = 0
        text = "".join(f"On {1 + k % 28} May a raid killed {3 + k % 5} people in Orla.\n" for k in range(lines))
        per_count.append(asked / len(_counts(text)) if _counts(text) else 0.0)
    assert 0 < per_count[1] <= per_count[0] * 1.5
