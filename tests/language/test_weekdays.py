"""Days of the week in words of time."""

import pytest

from harmtrace.language.weekdays import weekday_named


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Tuesday morning", 1), ("Wed.", 2), ("THURSDAY", 3), ("Sun", 6), ("monthly", None), ("in May", None),
        ("اليوم الاثنين", 0), ("الإثنين", 0), ("الثلاثاء", 1), ("مساء الأربعاء", 2), ("يوم الخميس", 3), ("الجمعة", 4),
        ("أمس السبت", 5), ("والأحد", 6), ("الأحداث", None), ("جمعة", None),
    ],
)  # fmt: skip
def test_the_day_of_the_week_that_words_name(words: str, day: int | None) -> None:
    assert weekday_named(words) == day
