"""A month as a page, as CSV and as PDF: whole, safe, the same bytes every time."""

import csv
import io
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from harmtrace import assessments
from harmtrace.errors import UsageError
from harmtrace.records.assessment import Act, Amendment, Detail
from harmtrace.records.month import Freezing, Month, Opening
from harmtrace.reports.month_chart import month_chart
from harmtrace.reports.month_page import month_page
from harmtrace.reports.month_tables import to_csv
from harmtrace.store import printing
from tests.assessments.making import A1, BODY, S, path, receipt, step
from tests.reports.page_checks import Page

HOSTILE = '=cmd|"/C calc"!A0<script>alert(1)</script>\u202e'
FROZEN = Freezing(body=BODY, month="2031-03", content="", sha256="ab" * 32, by="Nera Tal", at="2031-04-02T08:00:00Z")


def made(where: str = "Ostreld") -> Month:
    acts: list[Act] = [
        replace(receipt("2031-02-11"), where=where, number=where, incident="XXX-20310211-001", document="a-wire.txt"),
        *path(S.CLOSED_CREDIBLE, "2031-03-14"),
        receipt("2031-03-02", id="A-0002"),
        *path(S.CLOSED_NON_CREDIBLE, "2031-03-20", id="A-0002"),
        step(S.REOPENED, "2031-03-25", id="A-0002", news=where),
        Amendment(
            allegation=A1,
            on=date(2031, 3, 28),
            by="Ilda Maron",
            why="w",
            at="",
            values=((Detail.KILLED, "6"),),
            second="Oren Saxe",
        ),
    ]
    opening = Opening(body=BODY, month="2031-03", number=5, source="its report of April", at="")
    found = assessments.fold(acts).values()
    return assessments.month(found, body=BODY, month="2031-03", openings=[opening])


def test_the_page_says_the_balance_and_every_line() -> None:
    page = Page(month_page(made(), frozen=FROZEN))
    assert page.faults == []
    text = " ".join(" ".join(page.words).split())
    assert "5 carried over + 1 new + 1 reopened − 2 closed = 5 open" in text
    for words in ("4 are known as a number only", "its report of April", "NO_STRIKE_AREA_DAY", "killed: 2-3 → 6"):
        assert words in text, words
    assert "Frozen by Nera Tal on 2 April 2031" in text
    assert "never a finding that nobody was harmed" in text
    assert page.loads == []


def test_the_same_month_gives_the_same_bytes() -> None:
    assert month_page(made(), frozen=FROZEN) == month_page(made(), frozen=FROZEN)
    assert to_csv(made(), frozen=FROZEN) == to_csv(made(), frozen=FROZEN)


def test_hostile_words_stay_words() -> None:
    page = month_page(made(HOSTILE), frozen=None)
    assert "<script" not in page
    assert "\u202e" not in page
    assert Page(page).faults == []
    rows = list(csv.reader(io.StringIO(to_csv(made(HOSTILE), frozen=None))))
    assert {cell[0] for row in rows for cell in row if cell} & set("=+-@") == set()


def test_the_table_has_a_row_for_each_total_and_each_line() -> None:
    month = made()
    rows = list(csv.DictReader(io.StringIO(to_csv(month, frozen=FROZEN))))
    totals = {row["line"]: row["count"] for row in rows if row["row"] == "total"}
    assert (totals["carried"], totals["unlisted"], totals["credible"], totals["open"]) == ("5", "4", "1", "5")
    lines = [row for row in rows if row["row"] == "line"]
    assert [row["line"] for row in lines] == [line.line.value for line in month.lines]
    credible = next(row for row in lines if row["line"] == "credible")
    assert (credible["killed_low"], credible["killed_high"], credible["incident"]) == ("6", "6", "XXX-20310211-001")
    assert credible["evidence"] == "a-wire.txt"


def test_a_month_of_nothing_has_no_drawing_and_still_a_page() -> None:
    nothing = assessments.month([], body=BODY, month="2031-03")
    assert month_chart(nothing) == ""
    assert Page(month_page(nothing, frozen=None)).faults == []


@pytest.mark.skipif(bool(printing.missing()), reason=f"no PDF: {printing.missing()}")
def test_the_pdf_holds_the_balance_and_is_the_same_bytes_every_time() -> None:
    page = month_page(made(), frozen=FROZEN)
    first = printing.to_pdf(page)
    assert first == printing.to_pdf(page)
    text = pypdfium2.PdfDocument(first)[0].get_textpage().get_text_bounded()
    assert "5 carried over" in " ".join(text.split())


def test_a_page_that_would_fetch_something_while_it_is_printed_fetches_nothing() -> None:
    if lack := printing.missing():
        with pytest.raises(UsageError, match="PDF: WeasyPrint"):
            printing.to_pdf("<p>x</p>")
        pytest.skip(f"no PDF: {lack}")
    assert printing.to_pdf('<p>x</p><img src="file:///etc/hostname" alt="">')
