"""Which name of an Arabic text a count is placed at, weighed by the table of ``focus``; texts of our own."""

import pytest

from harmtrace.claims.focus import RULE
from harmtrace.records.claim import Casualty
from tests.reading import read_text

PLACED = [
    pytest.param(
        "قُصف مستشفى الأمل التخصصي بالرمان ليل الأحد. قُتلت ممرضة وأصيب تسعة. ونُقل الجرحى إلى تلة الورد.",
        ["مستشفى الأمل التخصصي", "مستشفى الأمل التخصصي"],
        id="a site struck in the sentence before, where no place was taken",
    ),
    pytest.param(
        "الرمان – سقطت قذيفة على سوق العطارين.\nوقُتل خمسة باعة وأصيب عشرة."
        "\nويقول الأهالي النازحون من قرية الزيزفون إن القصف لم يتوقف.",
        ["سوق العطارين", "سوق العطارين"],
        id="not the village that people fled from",
    ),
]


def _counts(text: str) -> list[Casualty]:
    return [c for c in read_text(text, published="2021-06-09", language="ar").claims if isinstance(c, Casualty)]


@pytest.mark.parametrize(("text", "places"), PLACED)
def test_a_count_is_at_the_name_that_outweighs_the_others(text: str, places: list[str]) -> None:
    assert [each.where for each in _counts(text)] == places


def test_the_claim_names_the_rule_that_placed_it() -> None:
    first = _counts("قُصف مستشفى الأمل التخصصي بالرمان ليل الأحد. قُتلت ممرضة وأصيب تسعة.")[0]
    assert RULE in first.rules


def test_what_is_only_said_of_a_site_is_no_name() -> None:
    (found,) = _counts("قصفت مدفعية أمس مدرسة تؤوي نازحين وبناية مجاورة. وقُتل أربعة عمال.")
    assert found.where is None
