"""Tables whose head names an outcome: each row a claim of its cell, with the row's place and day; texts of our own."""

import pytest

from harmtrace.records.claim import Casualty, Outcome, Scope, Who
from tests.reading import read_text

INTRO = "Shells killed two potters in Tollen on 1 June 2021, the council said.\n\n"


def rows(text: str) -> list[Casualty]:
    """Return the claims of the rows of the tables in a text."""
    reading = read_text(INTRO + text, published="2021-06-05")
    return [c for c in reading.claims if isinstance(c, Casualty) and c.rules == ("table/row/1",)]


def test_each_row_gives_its_cells_with_its_own_day_and_place() -> None:
    found = rows(
        "Date; Place; Event; Killed; Injured\n\n3 June 2021; Ostrel; Shells on a market; 6; 11\n\n"
        "4 June 2021; Marl Bay; Mine; at least 3; 8–9\n"
    )
    assert [(c.outcome, c.count.low, c.count.high, c.when, c.where, c.quote) for c in found] == [
        (Outcome.KILLED, 6, 6, "2021-06-03", "Ostrel", "6"),
        (Outcome.INJURED, 11, 11, "2021-06-03", "Ostrel", "11"),
        (Outcome.KILLED, 3, None, "2021-06-04", "Marl Bay", "at least 3"),
        (Outcome.INJURED, 8, 9, "2021-06-04", "Marl Bay", "8–9"),
    ]
    assert found[0].event == found[1].event != found[2].event


def test_the_words_cited_are_the_cell_s() -> None:
    text = INTRO + "Place; Date; Civilians killed\nOstrel; 3 June 2021; 14\n"
    (found,) = [c for c in read_text(text, published="2021-06-05").claims if c.rules == ("table/row/1",)]
    assert text[found.start : found.end] == "14"
    assert isinstance(found, Casualty)
    assert found.who is Who.CIVILIAN


def test_a_row_of_the_day_and_place_of_an_event_told_before_is_of_that_event() -> None:
    reading = read_text(INTRO + "Date; Place; Killed\n1 June 2021; Tollen; 2\n", published="2021-06-05")
    assert len({c.event for c in reading.claims if isinstance(c, Casualty)}) == 1


@pytest.mark.parametrize(
    "table",
    [
        "Province; Killed\nVelm province; 40\nHalvin province; 31\n",
        "Month; Killed; Injured\nApril 2021; 40; 90\nMay 2021; 31; 77\n",
    ],
)
def test_rows_of_months_and_provinces_are_totals_of_a_time_or_an_area(table: str) -> None:
    found = rows(table)
    assert found
    assert {c.scope for c in found} == {Scope.PERIOD}


def test_the_sum_of_the_rows_and_cells_without_a_number_give_no_claim() -> None:
    found = rows("Date; Place; Killed\n3 June 2021; Ostrel; 6\n4 June 2021; Marl Bay; unknown\nTotal; ; 6\n")
    assert [c.count.low for c in found] == [6]


@pytest.mark.parametrize(
    "text",
    [
        "Team; Played; Won\nOstrel; 6; 3\n",
        "He said: first; killed; then\nthree; four; five\n",
        "Place; Killed\n\nSome words stand between; and the table ended.\n\n\nOstrel; 6\n",
    ],
)
def test_what_is_no_such_table_gives_no_rows(text: str) -> None:
    assert not rows(text)
