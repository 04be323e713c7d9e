"""Words that deceive the eye are flagged, and the stored number is the one that is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.intake.spoofing import _ALIKE, _LETTER_BY_DIGIT, _OTHER, spoofs
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


def test_the_bytes_of_a_text_tell_of_every_character_that_is_looked_for() -> None:
    for number in range(0x80, 0x110000):
        letter = chr(number)
        if _OTHER.match(letter) or letter.isdecimal():
            assert b"\xff" in letter.encode("utf-8", "surrogatepass").translate(_ALIKE), f"U+{number:04X}"


@given(st.text("0179OolI|٣é’ .x", max_size=12))
def test_a_number_with_a_letter_in_it_is_found_by_its_bytes_as_by_its_letters(text: str) -> None:
    if any(spoof.code == "false-digit" for spoof in spoofs(text)):
        assert _LETTER_BY_DIGIT.search(text)
    alike = text.encode().translate(_ALIKE)
    if _LETTER_BY_DIGIT.search(text):
        assert b"0O" in alike or b"O00" in alike or b"\xff" in alike
