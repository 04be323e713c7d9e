from hypothesis import given
from hypothesis import strategies as st

from harmtrace.reports.map import Spot, drawn_map
from tests.reports.page_checks import Page


def spot(name: str, latitude: float, longitude: float, radius_m: int | None = 1_000, href: str = "") -> Spot:
    return Spot(name=name, latitude=latitude, longitude=longitude, radius_m=radius_m, href=href, other=bool(href))


def test_two_circles_of_one_radius_have_one_size_and_a_larger_one_more() -> None:
    page = Page(
        str(
            drawn_map(
                [spot("A", 35.0, 43.0), spot("B", 35.02, 43.0), spot("C", 35.01, 43.02, 2_000)], title="M", name="m"
            )
        )
    )
    a, b, c = (float(found["r"]) for found in page.having("circle", **{"class": "reach"}))
    assert a == b
    assert abs(c - 2 * a) < 0.3


def test_a_place_without_a_radius_gets_no_circle() -> None:
    page = Page(str(drawn_map([spot("A", 35.0, 43.0, None)], title="M", name="m")))
    assert not page.having("circle", **{"class": "reach"})
    assert page.having("circle", **{"class": "centre"})


def test_another_incident_near_by_is_a_square_that_leads_to_it_and_a_far_one_is_left_out() -> None:
    own, near, far = spot("A", 35.0, 43.0), spot("N", 35.005, 43.0, href="n.html"), spot("F", 36.0, 43.0, href="f.html")
    page = Page(str(drawn_map([own, near, far], title="M", name="m")))
    assert page.links == ["n.html"]
    assert len(page.having("rect", **{"class": "other"})) == 1


def test_without_coordinates_there_is_no_map() -> None:
    assert str(drawn_map([], title="M", name="m")) == ""


def test_names_are_escaped() -> None:
    source = str(drawn_map([spot('<b onload="x">', 35.0, 43.0)], title="<i>", name="m"))
    assert "<b" not in source
    assert "<i>" not in source


@given(st.floats(-89, 89), st.floats(-180, 180), st.integers(10, 25_000), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2))
def test_every_own_place_is_drawn_inside_wherever_on_earth(
    latitude: float, longitude: float, radius_m: int, north: float, east: float
) -> None:
    other = ((longitude + east) + 540) % 360 - 180
    page = Page(
        str(
            drawn_map(
                [spot("A", latitude, longitude, radius_m), spot("B", latitude + north, other)], title="M", name="m"
            )
        )
    )
    assert page.faults == []
    centres = page.having("circle", **{"class": "centre"})
    assert len(centres) == 2
    assert all(0 <= float(one["cx"]) <= 520 and 0 <= float(one["cy"]) <= 360 for one in centres)
