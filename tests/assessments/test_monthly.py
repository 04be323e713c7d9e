"""The month: what its lines say, how an opening balance stands for lines, and what a frozen month refuses."""

from datetime import date

import pytest

from harmtrace import assessments
from harmtrace.assessments.monthly import check_frozen, openings_hold
from harmtrace.errors import MonthError, WorkflowError
from harmtrace.records.assessment import Act, Amendment, Detail, Identification
from harmtrace.records.incident import Bounds
from harmtrace.records.month import Figure, FigureName, Freezing, LineKind, Month, Opening
from tests.assessments.making import A1, BODY, S, path, receipt, step


def _month(acts: list[Act], month: str, *openings: Opening, figures: tuple[Figure, ...] = ()) -> Month:
    found = assessments.fold(acts).values()
    return assessments.month(found, body=BODY, month=month, openings=openings, figures=figures)


def opening(month: str, number: int) -> Opening:
    return Opening(body=BODY, month=month, number=number, source="its report", at="")


def figure(month: str, name: FigureName, number: int) -> Figure:
    return Figure(body=BODY, month=month, name=name, number=number, source=f"report of {month}", at="")


def amendment(on: str, *values: tuple[Detail, str]) -> Amendment:
    day = date.fromisoformat(on)
    return Amendment(allegation=A1, on=day, by="Ilda Maron", why="w", at="", values=values, second="Oren Saxe")


CREDIBLE = [receipt("2031-03-02"), *path(S.CLOSED_CREDIBLE, "2031-03-14")]


def test_an_allegation_closed_reopened_and_closed_again_in_one_month_balances() -> None:
    again = [
        step(S.REOPENED, "2031-03-20", news="a survivor"),
        *path(S.CLOSED_NON_CREDIBLE, "2031-03-28")[1:],
    ]
    month = _month([*CREDIBLE, *again], "2031-03")
    kinds = [line.line for line in month.lines]
    assert kinds == [LineKind.NEW, LineKind.REOPENED, LineKind.NON_CREDIBLE, LineKind.CREDIBLE]
    assert (month.new, month.reopened, month.closed, month.open) == (1, 1, 2, 0)
    assert month.lines[1].what == "a survivor"
    assert _month([*CREDIBLE, *again], "2031-04").carried == 0


def test_a_correction_is_a_line_of_its_own_month_and_moves_no_balance() -> None:
    acts = [*CREDIBLE, amendment("2031-05-03", (Detail.KILLED, "5"))]
    march, may = _month(acts, "2031-03"), _month(acts, "2031-05")
    assert (march.killed, march.amended) == (Bounds(low=2, high=3), 0)
    assert (may.amended, may.carried, may.open) == (1, 0, 0)
    assert may.lines[0].what == "killed: 2-3 → 5"
    assert may.cumulative.killed == Bounds(low=5, high=5)


def test_a_correction_within_the_month_shows_in_its_closing() -> None:
    month = _month([*CREDIBLE, amendment("2031-03-30", (Detail.KILLED, "5-"))], "2031-03")
    assert month.killed == Bounds(low=5, high=None)


def test_a_month_without_a_credible_closing_concedes_nothing_rather_than_zero() -> None:
    assert _month([receipt()], "2031-03").killed is None


def test_out_of_scope_counts_among_the_closings() -> None:
    month = _month([receipt(), *path(S.CLOSED_OUT_OF_SCOPE, "2031-03-14")], "2031-03")
    assert (month.closed, month.count(LineKind.OUT_OF_SCOPE), month.open) == (1, 1, 0)


def test_another_body_has_a_month_of_its_own() -> None:
    month = _month([receipt(), receipt(id="A-0002", body="Second Force")], "2031-03")
    assert [line.allegation for line in month.lines] == ["A-0001", "A-0001"]


def test_more_allegations_than_the_opening_balance_says_are_refused() -> None:
    acts: list[Act] = [receipt("2031-01-02"), receipt("2031-01-03", id="A-0002")]
    with pytest.raises(MonthError, match="expected at most 1 allegations open before"):
        _month(acts, "2031-03", opening("2031-03", 1))
    with pytest.raises(MonthError):
        openings_hold(assessments.fold(acts).values(), [opening("2031-03", 1)], BODY)
    openings_hold(assessments.fold(acts).values(), [opening("2031-03", 2)], BODY)


def test_what_is_known_as_a_number_only_stays_open_month_after_month() -> None:
    acts: list[Act] = [receipt("2031-01-02"), *path(S.CLOSED_CREDIBLE, "2031-03-14")]
    march, april = (_month(acts, name, opening("2031-03", 5)) for name in ("2031-03", "2031-04"))
    assert (march.carried, march.unlisted, march.open) == (5, 4, 4)
    assert (april.carried, april.unlisted, april.open) == (4, 4, 4)


def test_cumulative_lines_go_on_from_published_figures() -> None:
    figures = (
        figure("2031-03", FigureName.REPORTS_BEFORE, 900),
        figure("2031-03", FigureName.CREDIBLE_BEFORE, 100),
        figure("2031-03", FigureName.KILLED_BEFORE, 352),
        figure("2031-03", FigureName.ENGAGEMENTS, 45_000),
        figure("2031-03", FigureName.STRIKES, 21_000),
    )
    total = _month(CREDIBLE, "2031-03", figures=figures).cumulative
    assert (total.reports, total.credible, total.killed) == (901, 101, Bounds(low=354, high=355))
    assert (total.strikes, total.engagements, total.before) == (21_000, 45_000, "2031-03")
    assert total.reports_share == 901 / 45_000
    april = _month(CREDIBLE, "2031-04", figures=figures).cumulative
    assert (april.reports, april.engagements, april.reports_share) == (901, None, None)


def test_a_reopened_closing_no_longer_counts_as_credible() -> None:
    acts = [*CREDIBLE, step(S.REOPENED, "2031-04-02", news="a list")]
    assert _month(acts, "2031-03").cumulative.credible == 1
    april = _month(acts, "2031-04").cumulative
    assert (april.credible, april.killed) == (0, Bounds(low=0, high=0))


FROZEN = Freezing(body=BODY, month="2031-03", content="", sha256="", by="O", at="")


@pytest.mark.parametrize("act", [receipt("2031-03-31"), step(S.SCREENED, "2031-02-27"), amendment("2031-03-31")])
def test_nothing_is_dated_into_a_frozen_month_or_before(act: Act) -> None:
    with pytest.raises(WorkflowError, match=r"frozen up to 2031-03.*W14"):
        check_frozen(act, body=BODY, openings=[], freezings=[FROZEN])
    check_frozen(act, body="Second Force", openings=[], freezings=[FROZEN])


def test_one_of_those_carried_over_may_be_named_after_the_month_is_frozen() -> None:
    balance = [opening("2031-03", 5)]
    check_frozen(receipt("2031-02-27"), body=BODY, openings=balance, freezings=[FROZEN])
    check_frozen(step(S.SCREENED, "2031-02-27"), body=BODY, openings=balance, freezings=[FROZEN])
    with pytest.raises(WorkflowError, match="W14"):
        check_frozen(receipt("2031-03-01"), body=BODY, openings=balance, freezings=[FROZEN])
    with pytest.raises(WorkflowError, match="W14"):
        check_frozen(path(S.CLOSED_DUPLICATE, "2031-02-27")[-1], body=BODY, openings=balance, freezings=[FROZEN])


def test_what_moves_no_month_may_be_dated_into_a_frozen_one() -> None:
    on = date(2031, 3, 3)
    about = Identification(allegation=A1, on=on, by="Ilda Maron", why="w", at="", incident="XXX-20310301-001")
    check_frozen(about, body=BODY, openings=[], freezings=[FROZEN])


@pytest.mark.parametrize("name", ["2031-13", "2031", "march", "2031-3", "0000-01"])
def test_a_month_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(MonthError, match="expected a month such as 2017-03"):
        _month([], name)
