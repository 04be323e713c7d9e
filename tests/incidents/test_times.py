"""Times made comparable, where a year or an end is unknown."""

import pytest

from harmtrace.incidents.times import extent, gap_days


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("XXXX-05-03/..", "2017-04-30", 0),
        ("XXXX-05-03/..", "2017-06-30", 0),
        ("../XXXX-05-03", "2017-04-30", 0),
        ("../XXXX-05-03", "2017-05-05", 0),
        ("XXXX-12-31", "2017-01-02", 2),
        ("XXXX-02-29", "2017-03-01", 0),
    ],
)
def test_the_nearest_year_is_meant_and_an_open_end_may_reach_any_year(a: str, b: str, days: int) -> None:
    one, other = extent(a), extent(b)
    assert one is not None
    assert other is not None
    assert gap_days(one, other) == gap_days(other, one) == days


def test_a_day_without_its_year_is_laid_beside_the_ends_of_the_calendar() -> None:
    floating = extent("XXXX-12-31")
    for day in ("9999-12-31", "0001-01-01"):
        one = extent(day)
        assert one is not None
        assert floating is not None
        assert gap_days(one, floating) >= 0
