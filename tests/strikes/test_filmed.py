"""Closings that rest on video, held against what the footage of the case could see. All is invented."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from harmtrace.records.footage import Basis, Coverage, Gap, Method, Why, Window
from harmtrace.records.reason import Reason
from harmtrace.records.strike import Answer
from harmtrace.strikes import Asked, Incoming, Log, check
from harmtrace.strikes.matching import told_window

START = datetime(2031, 7, 12, 13, tzinfo=UTC)
END = START + timedelta(hours=1)
ASKED = Asked(first=date(2031, 7, 12), last=date(2031, 7, 12), place=None, zone=ZoneInfo("Asia/Baghdad"))
CLOSING = Incoming(
    incident="IRQ-20310712-001", body="Northern Alliance", reason=Reason.NO_HARM_VIDEO, on="2031-10-05",
    asked=ASKED, origins=2,
)  # fmt: skip
NOTHING = Coverage(
    latitude=36.2, longitude=43.0, radius_m=400, start=START, end=END, windows=(), gaps=(), no_feed=((START, END),)
)
WINDOW = Window(
    feed="f1", start=START, end=END, sigma_s=0.0, media_start=0, media_end=3_600, basis=Basis.GPS,
    method=Method.CORNERS, metres_per_pixel=0.5, share=1.0, error_m=20.0,
)  # fmt: skip


def gap(why: Why, feed: str = "f1") -> Gap:
    known = why is not Why.NO_CLOCK
    return Gap(feed=feed, start=START if known else None, end=END if known else None, why=why)


def answer(footage: Coverage | None, reason: Reason = Reason.NO_HARM_VIDEO) -> tuple[Answer, tuple[str, ...], str]:
    found = check(replace(CLOSING, footage=footage, reason=reason), Log(()))
    return found.answer, found.rows, found.why


def test_no_footage_in_the_case_tests_nothing() -> None:
    assert answer(None)[::2] == (Answer.UNTESTABLE, "no footage in the case")
    assert answer(NOTHING)[::2] == (Answer.UNTESTABLE, "no footage in the case")


@pytest.mark.parametrize("reason", [Reason.NO_HARM_VIDEO, Reason.INSUFF_EVIDENCE_HARM])
def test_frames_that_show_the_place_throughout_are_consistent(reason: Reason) -> None:
    assert answer(replace(NOTHING, windows=(WINDOW,), no_feed=()), reason)[:2] == (Answer.CONSISTENT, ("f1",))


def test_an_uncertain_clock_must_reach_beyond_the_time_by_twice_its_error() -> None:
    unsure = replace(WINDOW, sigma_s=10.0)
    wide = replace(unsure, start=START - timedelta(seconds=20), end=END + timedelta(seconds=20))
    assert answer(replace(NOTHING, windows=(unsure,)))[0] is Answer.UNTESTABLE
    assert answer(replace(NOTHING, windows=(wide,)))[0] is Answer.CONSISTENT


def test_two_feeds_may_show_it_throughout_together() -> None:
    first = replace(WINDOW, end=START + timedelta(minutes=31))
    second = replace(WINDOW, feed="f2", start=START + timedelta(minutes=30))
    assert answer(replace(NOTHING, windows=(first, second)))[:2] == (Answer.CONSISTENT, ("f1", "f2"))


def test_a_part_of_the_time_is_told_and_not_judged() -> None:
    found = answer(replace(NOTHING, windows=(replace(WINDOW, end=START + timedelta(minutes=15)),)))
    assert found[0] is Answer.UNTESTABLE
    assert "100 % of the place for 15 min of the time" in found[2]


def test_a_frame_that_shows_a_corner_of_where_the_place_may_be_is_not_enough() -> None:
    found = answer(replace(NOTHING, windows=(replace(WINDOW, share=0.4),), no_feed=()))
    assert found[0] is Answer.UNTESTABLE
    assert "up to 40 % of the place" in found[2]


def test_a_clock_that_is_less_sure_than_a_window_is_long_says_what_its_own_time_gives() -> None:
    short = replace(WINDOW, end=START + timedelta(seconds=14), sigma_s=29.0)
    found = answer(replace(NOTHING, windows=(short,)))
    assert found[0] is Answer.UNTESTABLE
    assert "for 14 s of the time" in found[2]


def test_feeds_that_looked_elsewhere_contradict_and_nothing_is_said_of_the_event() -> None:
    kind, rows, why = answer(replace(NOTHING, gaps=(gap(Why.ELSEWHERE),)))
    assert (kind, rows) == (Answer.CONTRADICTED, ("f1",))
    assert "may still have happened" in why
    assert answer(replace(NOTHING, gaps=(gap(Why.ELSEWHERE), gap(Why.NO_FILE, "f2"))))[0] is Answer.CONTRADICTED


def test_recordings_of_another_time_contradict_nothing() -> None:
    kind, rows, why = answer(replace(NOTHING, gaps=(gap(Why.NO_FILE),)))
    assert (kind, rows) == (Answer.UNTESTABLE, ("f1",))
    assert "files may be missing or withheld" in why
    beside = replace(gap(Why.ELSEWHERE), start=END, end=END + timedelta(seconds=20))
    assert answer(replace(NOTHING, gaps=(gap(Why.NO_FILE), beside)))[0] is Answer.UNTESTABLE


@pytest.mark.parametrize("why", [Why.NO_CLOCK, Why.NO_METADATA])
def test_a_feed_that_might_have_seen_it_leaves_the_reason_untestable(why: Why) -> None:
    found = answer(replace(NOTHING, gaps=(gap(Why.ELSEWHERE), gap(why, "f2"))))
    assert found[:2] == (Answer.UNTESTABLE, ("f2",))


def test_a_camera_near_by_of_unknown_direction_is_no_evidence_of_the_place() -> None:
    near = replace(NOTHING, windows=(replace(WINDOW, method=Method.POSITION),), no_feed=())
    assert answer(near)[0] is Answer.UNTESTABLE


def test_too_little_evidence_tells_what_the_footage_shows_beside_the_voices() -> None:
    shown = replace(NOTHING, windows=(WINDOW,), no_feed=())
    kind, _, why = answer(shown, Reason.INSUFF_EVIDENCE_CREDIBILITY)
    assert kind is Answer.UNTESTABLE
    assert why.startswith("2 independent voices")
    assert "shows the place throughout" in why


def test_the_time_of_an_incident_is_the_hours_that_claims_name_else_its_local_day() -> None:
    day = told_window(ASKED)
    assert day == (datetime(2031, 7, 11, 21, tzinfo=UTC), datetime(2031, 7, 12, 21, tzinfo=UTC))
    assert told_window(replace(ASKED, spells=((20.5, 21.5),))) == (
        datetime(2031, 7, 12, 17, 30, tzinfo=UTC),
        datetime(2031, 7, 12, 18, 30, tzinfo=UTC),
    )
    assert told_window(replace(ASKED, last=date(2031, 7, 20))) is None
