"""What people should look at first: each term of the score, and the order that it gives."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from harmtrace.footage.triage import WEIGHTS, Asked, queue, recall_at
from harmtrace.records.footage import Anchor, Basis, Candidate, Clock, Kind, Method, Window

START = datetime(2031, 5, 4, 18, 0, tzinfo=UTC)
ASKED = Asked(start=START, end=START + timedelta(minutes=10))


def window(
    feed: str = "fa",
    first_s: float = 0.0,
    last_s: float = 600.0,
    *,
    sigma: float = 0.0,
    share: float = 1.0,
    **more: object,
) -> Window:
    held: dict[str, object] = {"basis": Basis.GPS, "method": Method.CORNERS, "metres_per_pixel": 0.4, **more}
    return Window(
        feed=feed,
        start=START + timedelta(seconds=first_s),
        end=START + timedelta(seconds=last_s),
        sigma_s=sigma,
        media_start=0.0,
        media_end=last_s - first_s,
        share=share,
        error_m=3.0,
        **held,  # type: ignore[arg-type]
    )


def terms(one: Window, asked: Asked = ASKED, **more: object) -> dict[str, float]:
    held: dict[str, object] = {"clocks": {}, "candidates": {}, **more}
    (found,) = queue([one], asked, **held)  # type: ignore[arg-type]
    assert found.score == pytest.approx(sum(term.adds for term in found.terms), abs=0.002)
    assert [term.name for term in found.terms] == list(WEIGHTS)
    assert all(0 <= term.adds <= WEIGHTS[term.name] for term in found.terms)
    return {term.name: term.adds for term in found.terms}


def test_a_window_over_the_whole_time_has_all_of_the_term() -> None:
    assert terms(window())["time"] == WEIGHTS["time"]
    assert terms(window(first_s=0, last_s=300))["time"] == pytest.approx(WEIGHTS["time"] / 2)


def test_a_clock_that_is_not_sure_takes_from_the_time_it_seems_to_hold() -> None:
    sure, unsure = (terms(window(sigma=sigma))["time"] for sigma in (1.0, 600.0))
    assert sure > 0.98 * WEIGHTS["time"]
    assert unsure < 0.6 * WEIGHTS["time"]


def test_a_window_beside_the_time_may_still_hold_it_where_its_clock_is_not_sure() -> None:
    assert terms(window(first_s=700, last_s=1300))["time"] == 0
    assert terms(window(first_s=700, last_s=1300, sigma=600.0))["time"] > 0.3


def test_detail_that_is_not_known_adds_nothing_and_fine_detail_most() -> None:
    assert terms(window(metres_per_pixel=None))["detail"] == 0
    assert terms(window(metres_per_pixel=0.1))["detail"] == WEIGHTS["detail"]
    assert terms(window(metres_per_pixel=5.0))["detail"] == 0


def test_footage_from_before_to_after_is_worth_more() -> None:
    assert terms(window(first_s=-120, last_s=720))["continuity"] == WEIGHTS["continuity"]
    assert terms(window(first_s=0, last_s=600))["continuity"] == 0


def test_suggestions_count_only_within_the_window_and_discontinuities_never() -> None:
    def at(media_s: float, kind: Kind) -> Candidate:
        return Candidate(feed="fa", media_s=media_s, pts=0, kind=kind, x=None, y=None, score=5, words="")

    found = [at(10, Kind.FLASH), at(12, Kind.LATER_FLASH), at(900, Kind.FLASH), at(20, Kind.CUT)]
    assert terms(window(), candidates={"fa": found})["candidates"] == WEIGHTS["candidates"]
    assert terms(window(), candidates={"fa": found[2:]})["candidates"] == 0


def test_an_anchor_of_a_person_makes_a_clock_trusted() -> None:
    unknown = window(basis=Basis.FILENAME)
    anchor = Anchor(media_s=0, reference=START, sigma_s=1, method="document", by="M. Rowe", why="log", on="2031-06-01")
    clock = Clock(basis=Basis.FILENAME, start=START, anchors=(anchor,))
    assert terms(unknown, clocks={"fa": clock})["trust"] > terms(unknown)["trust"]
    disputed = replace(clock, anchors=(anchor, anchor), disputed=True)
    assert terms(unknown, clocks={"fa": disputed})["trust"] < terms(unknown)["trust"]


def test_a_second_view_from_the_same_side_stands_below_one_from_another() -> None:
    sides = {"fa": 10.0, "fb": 12.0, "fc": 190.0}
    asked = Asked(start=ASKED.start, end=ASKED.end, bearing=lambda one: sides[one.feed])
    windows = [window("fa", share=1.0), window("fb", share=0.95), window("fc", share=0.9)]
    assert [one.window.feed for one in queue(windows, asked, clocks={}, candidates={})] == ["fa", "fc", "fb"]


def test_the_order_does_not_depend_on_that_of_the_windows() -> None:
    windows = [window(f"f{at}", first_s=at * 60, share=1 - at / 10) for at in range(6)]
    forward = queue(windows, ASKED, clocks={}, candidates={})
    assert queue(windows[::-1], ASKED, clocks={}, candidates={}) == forward


def test_recall_is_of_what_is_relevant() -> None:
    assert recall_at(["a", "b", "c"], {"a", "c"}, 1) == 0.5
    assert recall_at(["a", "b", "c"], {"a", "c"}, 3) == 1
    assert recall_at(["a"], [], 1) is None
