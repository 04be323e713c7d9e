"""Times as logs write them."""

import pytest

from harmtrace.strikes.times import moment


@pytest.mark.parametrize(
    ("words", "stamp"),
    [
        ("2031-07-11T18:37:00Z", "2031-07-11T18:37:00+00:00"),
        ("2031-07-11 21:37+03:00", "2031-07-11T18:37:00+00:00"),
        ("2031-07-11T21:37:00+0300", "2031-07-11T18:37:00+00:00"),
        ("111837ZJUL31", "2031-07-11T18:37:00+00:00"),
        ("112137C JUL 2031", "2031-07-11T18:37:00+00:00"),
        ("11 July 2031 9:37 pm +03:00", "2031-07-11T18:37:00+00:00"),
        ("07/11/2031 18:37 UTC", "2031-07-11T18:37:00+00:00"),
    ],
)
def test_a_time_with_its_zone_is_one_moment(words: str, stamp: str) -> None:
    found = moment(words)
    assert found is not None
    at = found.at(None)
    assert at is not None
    assert at.isoformat() == stamp


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("9-Aug-31", "2031-08-09"),
        ("17 July 2031", "2031-07-17"),
        ("July 17, 2031", "2031-07-17"),
        ("17/10/2031", "2031-10-17"),
    ],
)
def test_a_day_alone_has_no_clock(words: str, day: str) -> None:
    found = moment(words)
    assert found is not None
    assert (found.day.isoformat(), found.clock) == (day, None)


@pytest.mark.parametrize(
    "words", ["", "soon", "2031-13-01", "31/31/2031", "2031-07-11T25:00:00Z", "2031-07-11T10:00:00+25:00"]
)
def test_what_names_no_time_of_the_calendar_is_none(words: str) -> None:
    assert moment(words) is None
