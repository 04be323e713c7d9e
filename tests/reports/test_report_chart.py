import re

from hypothesis import given
from hypothesis import strategies as st

from harmtrace.reports.chart import Point, chart
from tests.reports.page_checks import Page


def point(
    claim: str, low: int | None, high: int | None, *, said: str | None = "2031-05-04", by: str | None = None
) -> Point:
    return Point(claim=claim, href=f"#c-{claim}", said=said, low=low, high=high, current=by is None, superseded_by=by)


def drawn(*points: Point) -> Page:
    return Page(str(chart(points, title="Killed", name="k")))


def marked(page: Page, way: str) -> list[dict[str, str]]:
    return [found for found in page.having("line") if found.get("class") == f"open {way}"]


def test_an_exact_number_is_a_dot_without_arrow_or_bar() -> None:
    page = drawn(point("a", 12, 12))
    assert len(page.having("circle")) == 1
    assert not marked(page, "up")
    assert not marked(page, "down")
    assert not page.having("rect")


def test_at_least_is_an_arrow_upwards_from_its_number() -> None:
    (arrow,) = marked(drawn(point("a", 40, None)), "up")
    assert arrow["marker-end"] == "url(#k-open)"
    assert float(arrow["y2"]) < float(arrow["y1"])


def test_up_to_is_an_arrow_downwards_from_its_number() -> None:
    (arrow,) = marked(drawn(point("a", None, 100)), "down")
    assert arrow["marker-end"] == "url(#k-open)"
    assert float(arrow["y2"]) > float(arrow["y1"])


def test_a_range_is_a_bar_between_its_two_ends() -> None:
    page = drawn(point("a", 20, 30), point("b", 20, 20), point("c", 30, 30))
    (bar,) = page.having("rect")
    dots = sorted(float(found["cy"]) for found in page.having("circle"))
    assert float(bar["y"]) == dots[0]
    assert abs(float(bar["y"]) + float(bar["height"]) - dots[1]) < 0.11


@given(st.integers(0, 10**6), st.booleans())
def test_no_end_is_ever_drawn_that_nobody_gave(number: int, upwards: bool) -> None:
    page = drawn(point("a", number if upwards else None, None if upwards else number))
    assert not page.having("rect"), "a bar would need a second end"
    assert len(marked(page, "up")) == (1 if upwards else 0)
    assert len(marked(page, "down")) == (0 if upwards else 1)
    shown = "".join(page.words)
    assert ("≥" if upwards else "≤") in shown


def test_a_vague_word_is_hatched() -> None:
    page = Page(
        str(chart([Point(claim="a", href="#a", said=None, low=24, high=None, vague=True)], title="K", name="k"))
    )
    assert any(found.get("fill") == "url(#k-hatch)" for found in page.having("rect"))


def test_a_superseded_step_is_grey_and_leads_to_what_replaced_it() -> None:
    page = drawn(point("a", 40, 40, by="b"), point("b", 60, 60, said="2031-05-05"))
    assert len(page.having("a", **{"class": "said old"})) == 1
    (line,) = page.having("line", **{"class": "replaced"})
    ends = {(found["cx"], found["cy"]) for found in page.having("circle")}
    assert {(line["x1"], line["y1"]), (line["x2"], line["y2"])} == ends


def test_an_unknown_day_has_a_column_of_its_own_after_the_known_ones() -> None:
    source = str(chart([point("a", 5, 5, said=None), point("b", 6, 6)], title="K", name="k"))
    assert source.index(">4 May<") < source.index(">day not<")
    assert Page(source).faults == []


def test_a_number_without_bounds_is_not_drawn() -> None:
    assert str(chart([point("a", None, None)], title="K", name="k")) == ""


def test_only_a_wide_spread_makes_the_scale_logarithmic_and_says_so() -> None:
    near = str(chart([point("a", 40, 40), point("b", 137, 137)], title="K", name="k"))
    far = str(chart([point("a", 3, 3), point("b", 4000, 4000)], title="K", name="k"))
    assert "logarithmic scale" not in near
    assert "logarithmic scale" in far


@given(
    st.lists(
        st.tuples(st.integers(0, 5000), st.sampled_from(["2031-05-04", "2031-05", "XXXX-05-04", None])),
        min_size=1,
        max_size=30,
    )
)
def test_every_mark_stays_inside_the_drawing(numbers: list[tuple[int, str | None]]) -> None:
    points = [point(str(order), number, number, said=said) for order, (number, said) in enumerate(numbers)]
    source = str(chart(points, title="K", name="k"))
    size = re.search(r'viewBox="0 0 (\S+) (\S+)"', source)
    assert size is not None
    dots = Page(source).having("circle")
    assert len(dots) == len(points)
    assert all(0 < float(dot["cx"]) < float(size[1]) and 0 < float(dot["cy"]) < float(size[2]) for dot in dots)
