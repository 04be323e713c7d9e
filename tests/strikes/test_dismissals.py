"""The dismissal check, line by line of its table (VOCABULARY). All is invented."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from harmtrace.records.measure import Place, Tier
from harmtrace.records.reason import Reason
from harmtrace.records.strike import Answer, Strike
from harmtrace.strikes import Asked, Incoming, Log, check

PLACE = Place(name="Halfa", latitude=36.2, longitude=43.0, radius_m=400, tier=Tier.STREET)
ASKED = Asked(first=date(2031, 7, 12), last=date(2031, 7, 12), place=PLACE, zone=ZoneInfo("Asia/Baghdad"))
CLOSING = Incoming(
    incident="IRQ-20310712-001", body="Northern Alliance", reason=Reason.NO_STRIKE_AREA_DAY, on="2031-10-05",
    asked=ASKED, origins=2,
)  # fmt: skip
STRIKE = Strike(
    id="S1", log="log.csv", row=2, belligerent="Northern Alliance", start=datetime(2031, 7, 12, 13, 34, tzinfo=UTC),
    latitude=36.202, longitude=43.0, radius_m=100,
)  # fmt: skip
ELSEWHERE = replace(STRIKE, id="S2", latitude=36.6)


def answer(closing: Incoming, *strikes: Strike) -> tuple[Answer, tuple[str, ...]]:
    found = check(closing, Log(strikes, zone="Asia/Baghdad"))
    return found.answer, found.rows


def test_a_strike_of_the_body_near_the_place_on_the_day_contradicts() -> None:
    assert answer(CLOSING, STRIKE, ELSEWHERE) == (Answer.CONTRADICTED, ("S1",))


def test_none_of_the_body_near_by_is_consistent_where_the_log_covers_the_day() -> None:
    assert answer(CLOSING, ELSEWHERE) == (Answer.CONSISTENT, ())


def test_another_belligerents_strike_does_not_count() -> None:
    other = replace(STRIKE, belligerent="Southern Front")
    assert answer(CLOSING, other, ELSEWHERE) == (Answer.CONSISTENT, ())


def test_near_is_a_kilometre_at_least() -> None:
    assert answer(CLOSING, replace(STRIKE, latitude=36.2085))[0] is Answer.CONTRADICTED
    assert answer(CLOSING, replace(STRIKE, latitude=36.2095))[0] is Answer.CONSISTENT


@pytest.mark.parametrize(
    ("hour", "day", "expected"),
    [
        (22, 11, Answer.CONTRADICTED),
        (20, 11, Answer.CONSISTENT),
        (20, 12, Answer.CONTRADICTED),
        (21, 12, Answer.CONSISTENT),
    ],
)
def test_the_local_day_decides(hour: int, day: int, expected: Answer) -> None:
    strike = replace(STRIKE, start=datetime(2031, 7, day, hour, 0, tzinfo=UTC))
    assert answer(CLOSING, strike)[0] is expected


@pytest.mark.parametrize(
    "asked",
    [
        replace(ASKED, first=None, last=None),
        replace(ASKED, first=date(2031, 7, 1), last=date(2031, 7, 31)),
        replace(ASKED, place=None),
        replace(ASKED, place=replace(PLACE, tier=Tier.DISTRICT, radius_m=25_000)),
    ],
    ids=["no day", "a month", "no place", "coarser than a city"],
)
def test_an_unknown_day_or_place_cannot_be_tested(asked: Asked) -> None:
    assert answer(replace(CLOSING, asked=asked), STRIKE)[0] is Answer.UNTESTABLE


def test_a_log_that_holds_nothing_of_the_body_within_a_week_covers_nothing() -> None:
    far = replace(ELSEWHERE, start=datetime(2031, 7, 25, 12, 0, tzinfo=UTC))
    assert answer(CLOSING)[0] is Answer.UNTESTABLE
    assert answer(CLOSING, far)[0] is Answer.UNTESTABLE
    assert answer(CLOSING, replace(far, start=datetime(2031, 7, 18, 12, 0, tzinfo=UTC)))[0] is Answer.CONSISTENT


def test_a_strike_whose_place_cannot_be_read_or_whose_days_are_wide_leaves_it_open() -> None:
    lost = replace(STRIKE, latitude=None, longitude=None)
    wide = replace(STRIKE, start=None, days="2031-07-11/2031-07-12")
    assert answer(CLOSING, lost, ELSEWHERE) == (Answer.UNTESTABLE, ("S1",))
    assert answer(CLOSING, wide, ELSEWHERE) == (Answer.UNTESTABLE, ("S1",))
    assert answer(CLOSING, replace(wide, days="2031-07-12"))[0] is Answer.CONTRADICTED


def test_a_strike_at_another_hour_does_not_correspond() -> None:
    evening = replace(CLOSING, reason=Reason.NO_STRIKE_CORRESPONDS, asked=replace(ASKED, spells=((23.0, 23.9),)))
    assert answer(evening, replace(STRIKE, start=datetime(2031, 7, 12, 15, 0, tzinfo=UTC)))[0] is Answer.CONTRADICTED
    assert answer(evening, replace(STRIKE, start=datetime(2031, 7, 12, 5, 0, tzinfo=UTC)))[0] is Answer.CONSISTENT
    without = replace(evening, asked=ASKED)
    assert answer(without, replace(STRIKE, start=datetime(2031, 7, 12, 5, 0, tzinfo=UTC)))[0] is Answer.CONTRADICTED


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([(("c1", "c2"), True, Tier.STREET)], Answer.CONTRADICTED),
        ([(("c1",), True, Tier.CITY), (("c2",), False, Tier.STREET)], Answer.CONSISTENT),
        ([(("c1",), True, None)], Answer.CONSISTENT),
        ([], Answer.CONSISTENT),
    ],
)
def test_too_little_told_is_held_against_what_one_voice_tells(
    told: list[tuple[tuple[str, ...], bool, Tier | None]], expected: Answer
) -> None:
    closing = replace(CLOSING, reason=Reason.INSUFF_INFO_TIME_PLACE, told=told)
    assert answer(closing)[0] is expected


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        (replace(CLOSING, reason=Reason.INSUFF_EVIDENCE_CREDIBILITY, origins=1), Answer.CONSISTENT),
        (replace(CLOSING, reason=Reason.INSUFF_EVIDENCE_CREDIBILITY, origins=2), Answer.UNTESTABLE),
        (replace(CLOSING, reason=Reason.INSUFF_EVIDENCE_HARM), Answer.UNTESTABLE),
        (replace(CLOSING, reason=Reason.NO_HARM_VIDEO), Answer.UNTESTABLE),
        (replace(CLOSING, reason=Reason.DUPLICATE), Answer.UNTESTABLE),
        (replace(CLOSING, reason=Reason.DUPLICATE, earlier="IRQ-20310712-001"), Answer.CONSISTENT),
        (replace(CLOSING, reason=Reason.DUPLICATE, earlier="IRQ-20310712-002"), Answer.CONTRADICTED),
        (replace(CLOSING, reason=Reason.CORRECTION), Answer.UNTESTABLE),
        (replace(CLOSING, reason=Reason.CORRECTION, corrected=True), Answer.CONSISTENT),
    ],
)
def test_the_other_reasons_follow_the_table(closing: Incoming, expected: Answer) -> None:
    assert answer(closing, STRIKE)[0] is expected
