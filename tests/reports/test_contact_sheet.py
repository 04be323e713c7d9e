"""A contact sheet names what it leaves out, and shows every picture's time with its error."""

from dataclasses import replace
from datetime import UTC, datetime

from harmtrace.records.footage import Basis, Clock, Coverage, Feed, Method, Window
from harmtrace.records.looking import Footage, Picture, Queued
from harmtrace.records.text import Sha256
from harmtrace.reports.contact_sheet import contact_sheet

START = datetime(2031, 5, 4, 18, 0, tzinfo=UTC)
FEED = Feed(
    id="fababababab",
    sha256=Sha256("ab" * 32),
    name='east <b> "one".ts',
    kind="video",
    duration_s=60.0,
    frames=1800,
    width=640,
    height=480,
    rate=30.0,
    codec="h264",
    clock=Clock(basis=Basis.GPS, start=START, sigma_s=0.5),
    security=(("classification", "RESTRICTED"),),
)
WINDOW = Window(
    feed=FEED.id,
    start=START,
    end=START.replace(minute=1),
    sigma_s=0.5,
    media_start=0.0,
    media_end=60.0,
    basis=Basis.GPS,
    method=Method.CORNERS,
    metres_per_pixel=0.4,
    share=1.0,
    error_m=3.0,
)
COVERAGE = Coverage(
    latitude=-31.5,
    longitude=-110.2,
    radius_m=50,
    start=START,
    end=START.replace(hour=19),
    windows=(WINDOW,),
    gaps=(),
    no_feed=(),
)
FOOTAGE = Footage(
    coverage=COVERAGE,
    feeds={FEED.id: FEED},
    queue=(Queued(window=WINDOW, score=1.0, terms=()),),
    pictures=(Picture(feed=FEED.id, media_s=4.0, pts=360_000, jpeg=b"\xff\xd8jpeg"),),
)


def test_what_a_marking_keeps_back_is_named_with_it() -> None:
    page = contact_sheet("XXX-20310504-001", replace(FOOTAGE, pictures=()), clear=False, left_out=[FEED.id])
    assert "Pictures kept back by their marking" in page
    assert "classification: RESTRICTED" in page
    assert "<img" not in page


def test_a_picture_has_its_time_error_basis_and_marking_and_names_are_escaped() -> None:
    page = contact_sheet("XXX-20310504-001", FOOTAGE, clear=True)
    assert "2031-05-04 18:00:04.0 UTC ± 0.5 s" in page
    assert "classification: RESTRICTED" in page
    assert "<b>" not in page
    assert "<script" not in page
    assert page == contact_sheet("XXX-20310504-001", FOOTAGE, clear=True)


def test_a_recording_without_a_clock_says_so() -> None:
    feed = replace(FEED, clock=Clock(basis=Basis.NONE, start=None))
    page = contact_sheet("XXX-20310504-001", replace(FOOTAGE, feeds={FEED.id: feed}), clear=False)
    assert "4.00 s into the recording, clock not known" in page
