"""Releases in prose, and years that a log's order gives. All is invented."""

import pytest

from harmtrace.records.strike import Strike
from harmtrace.strikes import read_line, read_report
from harmtrace.strikes.years import filled


@pytest.mark.parametrize(
    ("line", "place", "count"),
    [
        ("- Near Old Mill, four strikes engaged a bridge.", "Old Mill", 4),
        ("Near Old Mill, Syria, two airstrikes struck a depot.", "Old Mill", 2),
        ("- Near Dorra an airstrike destroyed a bunker.", "Dorra", 1),
        ("* In Dorra, 17 airstrikes struck a checkpoint.", "Dorra", 17),
        ("-- Near near Dorra*, twenty-one strikes engaged a tactical unit.", "Dorra", 21),
        ("Near Dorra and Marsil, one strike destroyed 283 vehicles.", "Dorra and Marsil", 1),
    ],
)
def test_a_line_gives_place_and_count(line: str, place: str, count: int) -> None:
    found = read_line(line)
    assert found is not None
    assert (found.place, found.count) == (place, count)


@pytest.mark.parametrize("line", ["", "Fighter aircraft took part.", "Near midnight the two strikes ended."])
def test_a_line_that_logs_nothing_is_none(line: str) -> None:
    assert read_line(line) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("For August 5th-6th 2031 the Alliance reported nothing.", "2031-08-05/2031-08-06"),
        ("From February 27th – March 2nd 2031 there were sorties.", "2031-02-27/2031-03-02"),
        ("Nothing was reported for June 1st – 31st 2031.", "2031-06-01/2031-06-30"),
        ("Wednesday 12 September – a drone struck a truck.", "XXXX-09-12"),
        ("Between 11-15 January nothing was reported.", "XXXX-01-11/XXXX-01-15"),
        (
            "In a report published on 1 February 2031: “In the course of the last week, sorties were flown.”",
            "2031-01-25/2031-02-01",
        ),
        ("In a report published on 9 May 2031 it said that on 2 May 2031 a depot was hit.", "2031-05-02"),
        ("Strikes went on throughout June 2031.", "2031-06"),
        ("Strikes went on.", None),
    ],
)
def test_a_report_gives_the_days_that_it_speaks_of(text: str, days: str | None) -> None:
    assert read_report(text)[0].days == days


def test_a_report_that_says_there_was_none_counts_none() -> None:
    assert read_report("The Front has not reported any strikes for June 2031.")[0].count == 0


def _strike(row: int, days: str | None) -> Strike:
    return Strike(id=f"S{row}", log="log.txt", row=row, days=days, unread=("year",) if days and "X" in days else ())


def test_a_day_without_a_year_gets_that_of_its_neighbours_where_the_log_runs_one_way() -> None:
    days = ["2031-11-02", "2031-12-01", "XXXX-12-30", "2032-01-04", "XXXX-01-20/XXXX-01-22", "2032-02-01", "2032-03-01"]
    found = [one.days for one in filled([_strike(row, one) for row, one in enumerate(days)])]
    assert found[2] == "2031-12-30"
    assert found[4] == "2032-01-20/2032-01-22"


def test_a_log_without_an_order_leaves_the_year_open() -> None:
    days = ["2031-11-02", "2019-12-01", "XXXX-12-30", "2032-01-04", "2014-02-01", "2031-03-01", "2012-03-01"]
    assert [one.days for one in filled([_strike(row, one) for row, one in enumerate(days)])] == days
