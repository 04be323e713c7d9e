"""Words that deceive the eye are flagged, and the stored number is the one that is read."""

import pytest

from harmtrace.intake.spoofing import spoofs
from harmtrace.intake.texts import decode
from harmtrace.records.claim import Casualty
from tests.reading import read_text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A raid killed \u202e137\u202c people.", "reordered-number"),
        ("قتل \u202e١٣٧\u202c شخصاً", "reordered-number"),
        ("A raid killed 1O7 people.", "false-digit"),
        ("The r\u0430id killed nine.", "mixed-script"),
        ("ﻗﺘﻞ ثلاثة", "presentation-forms"),
    ],
)
def test_what_deceives_the_eye_is_an_issue_that_says_where(text: str, code: str) -> None:
    found = {issue.code: issue for issue in decode(text.encode(), "a.txt").issues}
    assert code in found
    assert found[code].start is not None
    assert "a.txt" in found[code].message


@pytest.mark.parametrize(
    "text", ["F16s flew at 10:30.", "قتل 3 من عناصر PKK في 2017.", "‏قتل ثلاثة", "10l of water", "a GBU-38 and 2.5m"]
)
def test_plain_words_deceive_nobody(text: str) -> None:
    assert spoofs(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("قتل \u202e137\u202c شخصاً في دلبون.", "ar"), ("A raid killed \u202e137\u202c people.", "en")],
)
def test_the_number_that_is_read_is_the_stored_one(text: str, language: str) -> None:
    claims = read_text(text, published="2021-05-04", language=language).claims
    assert [claim.count.low for claim in claims if isinstance(claim, Casualty)] == [137]
