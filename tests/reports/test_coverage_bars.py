"""The bars of footage: every feed, every gap with its reason, and no claim that nothing happened."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

from harmtrace.records.footage import Basis, Coverage, Gap, Method, Why, Window
from harmtrace.reports.coverage_bars import bars

START = datetime(2031, 5, 3, 12, tzinfo=UTC)
END = START + timedelta(minutes=10)
WINDOW = Window(
    feed="f1", start=START, end=START + timedelta(minutes=3), sigma_s=5.0, media_start=0, media_end=180,
    basis=Basis.UTC_DECLARED, method=Method.ANGLES, metres_per_pixel=0.4321, share=0.5, error_m=28.1,
)  # fmt: skip
COVERAGE = Coverage(
    latitude=10.0, longitude=20.0, radius_m=50, start=START, end=END, windows=(WINDOW,),
    gaps=(
        Gap(feed="f1", start=WINDOW.end, end=END, why=Why.ELSEWHERE),
        Gap(feed="f2", start=None, end=None, why=Why.NO_CLOCK),
        Gap(feed="f3", start=START, end=END, why=Why.NO_FILE),
    ),
    no_feed=((WINDOW.end + timedelta(seconds=10), END),),
)  # fmt: skip
NAMES = {"f1": "<flight> 1.ts", "f2": "فيديو 12.mp4", "f3": "other.ts"}


def drawing(found: str) -> ElementTree.Element:
    return ElementTree.fromstring(found[found.index("<svg") : found.index("</svg>") + 6])


def test_each_feed_with_a_recording_of_the_time_has_a_bar_and_the_others_are_counted() -> None:
    found = bars(COVERAGE, NAMES)
    labels = [one.text or "" for one in drawing(found).iter("text") if one.get("class") == "row"]
    assert labels == ["<flight> 1.ts", "\u2068فيديو\u2069 12.mp4", "no feed"]
    assert "1 feed has no recording of this time." in found


def test_the_lighter_bar_reaches_two_standard_deviations_beyond_the_dark_one() -> None:
    rects = {one.get("class"): one for one in drawing(bars(COVERAGE, NAMES)).iter("rect")}
    dark, light = rects["seen"], rects["maybe"]
    second = float(dark.get("width") or 0) / 180
    assert abs(float(dark.get("x") or 0) - float(light.get("x") or 0) - 10 * second) < 0.2
    assert "unseen" in rects


def test_words_say_when_no_feed_saw_the_place_and_that_this_is_no_sign_of_nothing() -> None:
    found = bars(COVERAGE, NAMES)
    assert "No feed of known clock could see the place (UTC): 2031-05-03 12:03:10 to 12:10:00." in found
    assert "no sign that nothing happened" in found
    assert "1 feed of unknown clock may have seen it" in found


def test_the_tables_name_clock_method_resolution_share_and_the_reason_of_gaps() -> None:
    found = bars(COVERAGE, NAMES)
    for words in ("utc declared, ± 5 s", "angles of platform and sensor", "0.43 m", "50 %", "28 m", "looked elsewhere"):
        assert words in found
    assert "&lt;flight&gt; 1.ts" in found
    assert "<flight>" not in found
    assert "<script" not in found


def test_a_case_with_many_feeds_draws_the_first_and_says_how_many_are_not_drawn() -> None:
    many = tuple(replace(WINDOW, feed=f"g{number:03}") for number in range(90))
    found = bars(replace(COVERAGE, windows=many, gaps=(), no_feed=()), {})
    assert "50 more feeds are not drawn" in found
    assert "some feed may have seen the place" in found


def test_a_question_of_a_moment_and_one_of_a_year_can_be_drawn() -> None:
    for end in (START, START + timedelta(days=366)):
        found = bars(replace(COVERAGE, end=end, windows=(replace(WINDOW, end=START),)), NAMES)
        assert len(list(drawing(found).iter("line"))) < 40


def test_a_short_recording_in_a_long_day_is_drawn_larger_too() -> None:
    long = replace(COVERAGE, end=START + timedelta(hours=24), gaps=COVERAGE.gaps[1:], no_feed=())
    found = bars(long, NAMES)
    assert found.count("<svg") == 2
    assert "The same, larger: 2031-05-03 11:59" in found
    ids = [part.split('"')[0] for part in found.split('id="')[1:]]
    assert len(ids) == len(set(ids))


def test_the_same_coverage_gives_the_same_bytes() -> None:
    assert bars(COVERAGE, NAMES) == bars(COVERAGE, NAMES)
