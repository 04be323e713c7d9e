"""Who may be second to whom, and what stretch is reviewed."""

from dataclasses import replace

import pytest

from harmtrace.errors import UsageError, WorkflowError
from harmtrace.footage.reviewing import beside, paired, span
from harmtrace.records.footage import Basis, Clock, Feed, Label, Review
from harmtrace.records.looking import held_back, marking
from harmtrace.records.text import Sha256

FIRST = Review(
    id="r1",
    feed="fa",
    sha256=Sha256("ab" * 32),
    pts_from=0,
    pts_to=1,
    media_from=4.0,
    media_to=9.0,
    label=Label.COLLAPSE,
    reviewer="Maren Rowe",
    text="The roof comes down.",
    on="2031-06-01",
)
SECOND = replace(FIRST, id="r2", second="r1", reviewer="Adi Sel", label=Label.CANNOT_TELL, agrees=False)


def test_another_person_may_be_second() -> None:
    assert beside([FIRST], "r1", feed="fa", reviewer="Adi Sel") is FIRST
    assert beside([FIRST, SECOND], "r1", feed="fa", reviewer="Third One") is FIRST


@pytest.mark.parametrize(
    "name", ["Maren Rowe", " maren  ROWE ", "Márén Rowe", "\u041c\u0430ren R\u043ewe", "\u039caren Rowe", "Maren R0we"]
)
def test_the_same_person_is_refused_however_the_name_is_written(name: str) -> None:
    with pytest.raises(WorkflowError, match="another person"):
        beside([FIRST], "r1", feed="fa", reviewer=name)


def test_a_second_reviewer_is_second_once() -> None:
    with pytest.raises(WorkflowError, match="another person"):
        beside([FIRST, SECOND], "r1", feed="fa", reviewer="adi sel")


@pytest.mark.parametrize(("id", "feed"), [("r9", "fa"), ("r1", "fb"), ("r2", "fa")])
def test_a_refusal_never_tells_what_the_first_saw(id: str, feed: str) -> None:
    with pytest.raises((UsageError, WorkflowError)) as told:
        beside([FIRST, SECOND], id, feed=feed, reviewer="Third One")
    for word in ("collapse", "cannot", "roof", "Rowe", "Sel"):
        assert word not in str(told.value)


def test_disagreement_is_kept_beside_the_first() -> None:
    (found,) = paired([FIRST, SECOND])
    assert (found.first, found.seconds, found.agrees) == (FIRST, (SECOND,), False)
    assert paired([FIRST])[0].agrees is None
    assert paired([FIRST, replace(SECOND, label=Label.COLLAPSE)])[0].agrees


def test_a_second_review_is_of_the_first_ones_stretch() -> None:
    assert span(FIRST, (None, None), 60.0) == (4.0, 9.0)
    assert span(FIRST, (5.0, 6.0), 60.0) == (5.0, 6.0)
    with pytest.raises(UsageError, match="at least in part"):
        span(FIRST, (20.0, 30.0), 60.0)


@pytest.mark.parametrize(
    "given", [(None, 3.0), (5.0, 3.0), (-1.0, 3.0), (70.0, 80.0), (float("nan"), 3.0), (50.0, 61.0)]
)
def test_a_stretch_that_is_none_is_refused(given: tuple[float | None, float | None]) -> None:
    with pytest.raises(UsageError):
        span(None, given, 60.0)


def test_a_marking_holds_pictures_back_unless_it_says_unclassified() -> None:
    feed = Feed(
        id="fa",
        sha256=Sha256("ab" * 32),
        name="a.ts",
        kind="video",
        duration_s=1.0,
        frames=1,
        width=1,
        height=1,
        rate=1.0,
        codec="h264",
        clock=Clock(basis=Basis.NONE, start=None),
    )
    assert held_back(feed) is None
    assert marking(feed) == "no marking in the file"
    free = replace(feed, security=(("classification", "UNCLASSIFIED//"), ("object country", "XKS")))
    assert held_back(free) is None
    held = replace(feed, security=(("Security Classification", "RESTRICTED"), ("caveats", "REL TO XKS")))
    assert held_back(held) == "Security Classification: RESTRICTED; caveats: REL TO XKS"
