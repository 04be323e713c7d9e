"""A text on which the rules fail is said to be unread, in words that give nothing of it away."""

import pytest

from harmtrace import intake
from harmtrace.claims import NOT_READ, attempt
from harmtrace.language.places import Gazetteer, PlaceMention
from harmtrace.records.text import Document
from tests.reading import gazetteer


class _Broken(Gazetteer):
    """A gazetteer that fails on whatever it is asked."""

    def __init__(self) -> None:
        pass

    def find(self, text: str, start: int, end: int) -> tuple[PlaceMention, ...]:
        raise KeyError(text)


def _document() -> Document:
    (document,), _ = intake.extract(b"Nine people were killed in Ostrel on 4 May 2031, a nurse said.", "text.txt")
    return document


def test_a_failure_of_the_rules_is_an_issue_of_the_document() -> None:
    reading = attempt(_document(), gazetteer=_Broken())
    (issue,) = reading.issues
    assert reading.claims == ()
    assert (issue.code, issue.document) == (NOT_READ, _document().id)


def test_the_issue_says_where_in_the_program_and_nothing_of_the_text() -> None:
    message = attempt(_document(), gazetteer=_Broken()).issues[0].message
    assert "KeyError" in message
    assert "test_attempt.py line" in message
    assert "Ostrel" not in message


def test_a_text_that_is_read_has_no_such_issue() -> None:
    reading = attempt(_document(), gazetteer=gazetteer())
    assert [claim.quote for claim in reading.claims] == ["Nine people were killed"]
    assert not reading.issues


@pytest.mark.parametrize(
    "text",
    [
        "Two sisters, 8 and ², were killed.",
        "A ²-year-old was killed.",
        "مقتل " + "9" * 400 + " شخصا",
        "قتل ثلاثة بين 12 و31 حزيران 2021",
        "قتل اثنان في 3 رمضان 9900",
    ],
)
def test_odd_numbers_and_days_are_read_without_failing(text: str) -> None:
    (document,), _ = intake.extract(text.encode(), "text.txt")
    assert NOT_READ not in {one.code for one in attempt(document, gazetteer=gazetteer()).issues}
