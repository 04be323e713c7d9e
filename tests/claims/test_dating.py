"""Which time of a text dates a count, weighed by the table of ``dating``; texts of our own."""

from typing import Any

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


def _offered(monkeypatch: pytest.MonkeyPatch, text: str, published: str | None = "2021-06-09") -> list[str]:
    """Return the times that are weighed for the counts of a text, but the text's own day."""
    found: list[str] = []
    whole = dating.candidates

    def noted(*given: Any) -> list[dating.Candidate]:
        among = whole(*given)
        found.extend(each.when for each in among if each.index >= 0)
        return among

    monkeypatch.setattr(dating, "candidates", noted)
    read_text(text, published=published)
    return found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The raid began at Velm on 3 March 2019. On 5 April a shell killed two weavers in Ostrel.", "2019-04-05"),
        ("NOTE, Monday 10 to Sunday 16 May 2021\nOstrel: on Tuesday a shell killed two weavers.", "2021-05-11"),
        ("Thursday 6 May 2021. Quiet.\nSat. A shell killed two weavers in Ostrel.", "2021-05-08"),
        ("Women at Ostrel on 4 June 2021, two days after a raid in which six were killed.", "2021-06-02"),
        ("Ostrel in 2020: in the second quarter of 2020 shells killed 41 weavers.", "2020-04/2020-06"),
        ("From January to May 2021 we had 40 dead; in the same months of 2020 shells killed 22.", "2020-01/2020-05"),
        ("The war began at Ostrel in March 2019. Since then 400 weavers have been killed.", "2019-03/2021-06"),
        ("Shells have killed nine weavers in Ostrel since New Year's Day.", "2021-01-01/2021-06-09"),
        ("From 1 April to date shells have killed nine weavers in Ostrel.", "2021-04-01/2021-06-09"),
        ("A raid at Velm on 2 June 2021. On the fifth, a shell killed two weavers in Ostrel.", "2021-06-05"),
        ("A doctor said that nine weavers had been killed in the previous 24 hours.", "2021-06-08/2021-06-09"),
        ("Six days on, nobody has come to Ostrel. We buried nine weavers.", "2021-06-03"),
        ("The raid on Ostrel began on Friday and went on until Sunday. It killed nine.", "2021-06-04/2021-06-06"),
        ("Ostrel, week 22. A shell killed two weavers.", "2021-05-31/2021-06-06"),
        ("07:10 Police say a shell killed two weavers during the night in Ostrel.", "2021-06-08/2021-06-09"),
    ],
)
def test_words_of_time_are_weighed_by_what_was_told_before_them(
    monkeypatch: pytest.MonkeyPatch, text: str, when: str
) -> None:
    assert when in _offered(monkeypatch, text)


@pytest.mark.parametrize(
    "text",
    [
        "A shell killed two weavers in Ostrel.",
        "Since then nobody came. A shell killed two weavers in Ostrel.",
        "In the same months shells killed two weavers in Ostrel.",
        "The 5th Brigade came to Ostrel, and two weavers were killed.",
        "In the fortnight shells killed two weavers.",
    ],
)
def test_no_day_is_made_up_where_none_was_told(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    assert not _offered(monkeypatch, text, published=None)


def test_a_count_of_months_is_of_a_time_and_one_of_a_day_is_not() -> None:
    counts = _counts(
        "From January to May 2020 our monitors recorded 48 deaths in the district. "
        "On 3 May 2020 a shell killed two weavers in Ostrel."
    )
    assert [(count.when, str(count.scope)) for count in counts] == [
        ("2020-01/2020-05", "period"),
        ("2020-05-03", "event"),
    ]
