"""Five published months come out line by line, each from its opening balance, allegations and decisions.

Source of the figures: the Combined Joint Task Force's published monthly civilian casualty reports (1 December
2016, 2 January 2017, 30 April 2017, 2 June 2017, 30 December 2018). The allegations themselves are made up: the
figures say how many there were, not which.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

import pytest

from harmtrace import assessments
from harmtrace.assessments.monthly import bounds_of
from harmtrace.records.assessment import Act
from harmtrace.records.month import LineKind, Month, Opening
from harmtrace.records.position import Channel
from tests.assessments.making import BODY, S, path, receipt


@dataclass(frozen=True)
class Published:
    """A month as it was published."""

    month: str
    carried: int
    new: int
    closed: int
    non_credible: int
    credible: int
    duplicate: int
    open: int


PUBLISHED = [
    Published("2016-10", 0, 18, 15, 12, 3, 0, 3),
    Published("2016-11", 7, 16, 18, 13, 5, 0, 5),
    Published("2017-03", 43, 27, 28, 17, 9, 2, 42),
    Published("2017-04", 42, 43, 47, 31, 16, 0, 38),
    Published("2018-11", 194, 15, 25, 20, 3, 2, 184),
]


def _acts(one: Published, *, named: int) -> Iterator[Act]:
    """Yield acts that make the month: ``named`` of those carried over are known one by one."""
    first, last = (day.isoformat() for day in bounds_of(one.month))
    channels = cycle(Channel)
    ids = [f"A-{number:04d}" for number in range(1, named + one.new + 1)]
    closings = (
        [S.CLOSED_NON_CREDIBLE] * one.non_credible
        + [S.CLOSED_CREDIBLE] * one.credible
        + [S.CLOSED_DUPLICATE] * one.duplicate
    )
    for number, id in enumerate(ids):
        yield receipt("2016-06-01" if number < named else first, id=id, channel=next(channels))
    for id, closing in zip(ids, closings, strict=False):
        yield from path(closing, last, id=id)


def _month(one: Published, *, named: int) -> Month:
    opening = Opening(body=BODY, month=one.month, number=one.carried, source="monthly report", at="")
    found = assessments.fold(_acts(one, named=named)).values()
    return assessments.month(found, body=BODY, month=one.month, openings=[opening])


@pytest.mark.parametrize("all_named", [True, False], ids=["all named", "some as a number only"])
@pytest.mark.parametrize("one", PUBLISHED, ids=lambda one: one.month)
def test_a_published_month_comes_out_line_by_line(one: Published, all_named: bool) -> None:
    named = one.carried if all_named else max(one.closed - one.new, 0)
    month = _month(one, named=named)
    assert (
        Published(
            month=month.month,
            carried=month.carried,
            new=month.new,
            closed=month.closed,
            non_credible=month.count(LineKind.NON_CREDIBLE),
            credible=month.count(LineKind.CREDIBLE),
            duplicate=month.count(LineKind.DUPLICATE),
            open=month.open,
        )
        == one
    )
    assert month.carried + month.new + month.reopened - month.closed == month.open
    assert month.unlisted == one.carried - named
    assert month.count(LineKind.OPEN) == one.open - month.unlisted


def test_april_2017_takes_over_what_march_left_without_an_opening_balance_of_its_own() -> None:
    march, april = PUBLISHED[2], PUBLISHED[3]
    acts = list(_acts(march, named=march.carried))
    ids = [f"A-{number:04d}" for number in range(1001, 1001 + april.new)]
    acts += [receipt("2017-04-01", id=id) for id in ids]
    opening = Opening(body=BODY, month="2017-03", number=march.carried, source="monthly report", at="")
    still_open = [id for id, one in assessments.fold(acts).items() if one.state is S.RECEIVED]
    closings = [S.CLOSED_NON_CREDIBLE] * april.non_credible + [S.CLOSED_CREDIBLE] * april.credible
    for id, closing in zip(still_open, closings, strict=False):
        acts += path(closing, "2017-04-30", id=id)
    month = assessments.month(assessments.fold(acts).values(), body=BODY, month="2017-04", openings=[opening])
    assert (month.carried, month.new, month.closed, month.open) == (42, 43, 47, 38)
    assert (month.opening, month.left) == (None, None)


def test_november_2016_opens_with_seven_though_october_left_three_and_says_so() -> None:
    october, november = PUBLISHED[0], PUBLISHED[1]
    openings = [
        Opening(body=BODY, month=one.month, number=one.carried, source="monthly report", at="")
        for one in (october, november)
    ]
    found = assessments.fold(_acts(october, named=0)).values()
    month = assessments.month(found, body=BODY, month="2016-11", openings=openings)
    assert (month.carried, month.left, month.unlisted) == (7, 3, 4)
