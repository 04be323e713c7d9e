"""The pages on allegations: every one is there, leads on, says what it must, and obeys nobody's markup."""

from dataclasses import replace
from datetime import date

from harmtrace import assessments
from harmtrace.assessments import CHECKLISTS
from harmtrace.records.assessment import Act, Answer, Assessment, Dissent, Question
from harmtrace.records.month import Freezing
from harmtrace.records.position import Channel
from harmtrace.reports.assessment_chart import closing_times, days_to_close, open_by_age
from harmtrace.reports.assessment_pages import FILE, Handled, assessment_pages
from harmtrace.reports.book import ReportCase
from harmtrace.reports.struck_map import Marked, struck_map
from tests.assessments.making import A1, BODY, S, path, receipt, step
from tests.reports.page_checks import Page

CODE = "XXX-20310211-001"
HOSTILE = '"><script>alert(1)</script>\u202e'
CASE = ReportCase(title="An invented case", on="2031-05-01")


def known() -> list[Assessment]:
    day = date(2031, 3, 3)
    acts: list[Act] = [
        replace(receipt("2031-02-11"), incident=CODE, document="a-wire.txt", where=HOSTILE),
        *(step(to, "2031-02-20") for to in (S.SCREENED, S.INITIAL_ASSESSMENT)),
        Question(
            allegation=A1, on=day, by="Ilda Maron", why="w", at="", rfi=1, question="Which house?", asked_of="them"
        ),
        *path(S.CLOSED_NON_CREDIBLE, "2031-03-14")[2:],
        Answer(allegation=A1, on=date(2031, 4, 1), by="Ilda Maron", why="w", at="", rfi=1, answer="The mill."),
        Dissent(allegation=A1, on=date(2031, 3, 15), by="Nera Tal", why="a crater was seen", at="", against=0),
        receipt("2031-03-02", id="A-0002", channel=Channel.SELF_REPORT),
        *path(S.CLOSED_CREDIBLE, "2031-03-20", id="A-0002"),
        receipt("2031-03-05", id="A-0003", channel=Channel.MEDIA),
    ]
    return list(assessments.fold(acts).values())


def made(found: list[Assessment]) -> dict[str, str]:
    frozen = Freezing(
        body=BODY, month="2031-02", content="", sha256="ab" * 32, by="Nera Tal", at="2031-03-02T08:00:00Z"
    )
    months = [
        (assessments.month(found, body=BODY, month=name), frozen if name == "2031-02" else None)
        for name in ("2031-02", "2031-03")
    ]
    handled = Handled(known=found, months=months, checklists=CHECKLISTS)
    spots = [
        Marked(code=CODE, latitude=-31.5, longitude=-110.2, matched=True),
        Marked(code="XXX-20310305-001", latitude=-29.1, longitude=-108.4, matched=False),
    ]
    heads = {"a-wire.txt": "document/a.html"}
    return dict(
        assessment_pages(CASE, handled, codes=frozenset({CODE}), heads=lambda id: heads.get(id, ""), spots=spots)
    )


def test_there_is_a_page_for_each_month_and_each_allegation_and_all_lead_to_one_another() -> None:
    found = made(known())
    assert {name.split("/")[0] for name in found} == {FILE, "month", "allegation"}
    assert sum(name.startswith("allegation/") for name in found) == 3
    for name, text in found.items():
        page = Page(text)
        assert page.faults == [], name
        assert len(page.ids) == len(set(page.ids)), name
        assert "<script" not in text
        assert "\u202e" not in text
        for link in page.links:
            inner = link.removeprefix("../")
            if inner.startswith(("month/", "allegation/")):
                assert inner in found
            else:
                assert inner in (FILE, "index.html", "#main", "incident/XXX-20310211-001.html", "document/a.html") or (
                    name == FILE and inner == "incident/XXX-20310305-001.html"
                )


def test_the_overview_shows_the_months_and_what_stands_out() -> None:
    text = " ".join(Page(made(known())[FILE]).words)
    for words in ("March 2031", "frozen", "dissent", "never that nobody was harmed", "1 of 2 incidents with a place"):
        assert words in text, words
    assert "1 of 1 credible, 100 %" in text


def test_an_allegation_says_what_was_done_and_what_came_late() -> None:
    text = " ".join(Page(made(known())["allegation/A-0001.html"]).words)
    for words in ("a crater was seen", "Which house?", "after the closing", "not settled", "Ilda Maron and Oren Saxe"):
        assert words in text, words
    assert text.count("open") >= 10


def test_a_case_without_allegations_says_so() -> None:
    pages = dict(
        assessment_pages(CASE, Handled(checklists=CHECKLISTS), codes=frozenset(), heads=lambda _: "", spots=())
    )
    assert list(pages) == [FILE]
    assert "No allegation has been recorded" in pages[FILE]


def test_days_to_close_count_from_the_reopening_where_there_was_one() -> None:
    acts = [
        receipt("2031-03-01"),
        *path(S.CLOSED_NON_CREDIBLE, "2031-03-11"),
        step(S.REOPENED, "2031-05-01", news="a survivor"),
        *path(S.CLOSED_CREDIBLE, "2031-05-21")[1:],
    ]
    days = days_to_close(assessments.fold(acts).values())
    assert (days[S.CLOSED_NON_CREDIBLE], days[S.CLOSED_CREDIBLE]) == ([10], [20])


def test_open_allegations_stand_by_their_age_on_the_day_asked_for() -> None:
    drawn = open_by_age(known(), on=date(2031, 4, 30), name="x")
    assert drawn.count("bar-open") == 1
    assert "31 to 90 days" in drawn
    assert open_by_age([], on=date(2031, 4, 30), name="x") == ""
    assert closing_times([], name="x") == ""


def test_the_map_keeps_a_case_over_the_date_line_whole() -> None:
    east = Marked(code="A", latitude=-17.0, longitude=179.9, matched=True)
    west = Marked(code="B", latitude=-17.1, longitude=-179.9, matched=False)
    drawn = struck_map([east, west], name="m")
    assert drawn == struck_map([east, west], name="m")
    assert drawn.count("<circle") == 2
    assert "180.00° " in drawn
    assert struck_map([], name="m") == ""
