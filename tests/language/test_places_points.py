"""Coordinates in words: what is read, how precise it is, and what is no point on Earth."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.language.places import coordinates, distance_m
from harmtrace.language.places.points import mgrs
from harmtrace.records.measure import Place, Tier

READ = [
    ("at 36.33 N, 43.11 E that night", "36.33 N, 43.11 E", 36.33, 43.11),
    ("at 36.33N 43.11E", "36.33N 43.11E", 36.33, 43.11),
    ("fell at 36.3312° N, 43.1187° E.", "36.3312° N, 43.1187° E", 36.3312, 43.1187),
    ("position 33.9 S, 18.4 E", "33.9 S, 18.4 E", -33.9, 18.4),
    ("near N 15.3531 E 44.2078", "N 15.3531 E 44.2078", 15.3531, 44.2078),
    ("(34.0522, -118.2437)", "34.0522, -118.2437", 34.0522, -118.2437),
    ("36°20'06\"N 43°07'08\"E", "36°20'06\"N 43°07'08\"E", 36.335, 43.118889),
    ("36° 20.1′ N, 43° 7.5′ E", "36° 20.1′ N, 43° 7.5′ E", 36.335, 43.125),
    ("عند 36.33 شمالاً 43.11 شرقاً", "36.33 شمالاً 43.11 شرقاً", 36.33, 43.11),
    ("عند ٣٦٫٣٣ شمالا و٤٣٫١١ شرقا", "٣٦٫٣٣ شمالا و٤٣٫١١ شرقا", 36.33, 43.11),
]


@pytest.mark.parametrize(("text", "words", "latitude", "longitude"), READ)
def test_degrees_are_read_with_their_words(text: str, words: str, latitude: float, longitude: float) -> None:
    [(start, end, place)] = coordinates(text, 0, len(text))
    assert text[start:end] == words
    assert place.latitude == pytest.approx(latitude, abs=1e-6)
    assert place.longitude == pytest.approx(longitude, abs=1e-6)


NOTHING = [
    "killed 12, wounded 43",
    "between 36.5 and 43.1 per cent",
    "36.33, 43.11",
    "version 1.234, 5.678.9",
    "at 96.33 N, 43.11 E",
    "at 36.33 N, 243.11 E",
    "36°72'06\"N 43°07'08\"E",
    "at 38S LF 306 22",
    "the 61S LF 306 227",
    "at 38C LF 306 227",
    "38S AF 306 227",
    "0.000, 0.000",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_no_point_is_left_out(text: str) -> None:
    assert coordinates(text, 0, len(text)) == ()


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "36.3312, 43.1187 and 15.3531, 44.2078"
    assert [place.latitude for _, _, place in coordinates(text, 17, len(text))] == [15.3531]
    assert [place.latitude for _, _, place in coordinates(text, 0, len(text))] == [36.3312, 15.3531]


@pytest.mark.parametrize(
    ("text", "radius_m", "tier"),
    [
        ("36.3 N, 43.1 E", 7_200, Tier.CITY),
        ("36.33 N, 43.11 E", 720, Tier.NEIGHBOURHOOD),
        ("36.331 N, 43.119 E", 72, Tier.WITHIN_100M),
        ("36.33124, 43.11871", 10, Tier.EXACT),
        ("38S LF 30 22", 708, Tier.NEIGHBOURHOOD),
        ("38S LF 306 227", 71, Tier.WITHIN_100M),
        ("38SLF3060022700", 10, Tier.EXACT),
    ],
)
def test_the_radius_follows_from_the_digits_written(text: str, radius_m: int, tier: Tier) -> None:
    [(_, _, place)] = coordinates(text, 0, len(text))
    assert place.radius_m == pytest.approx(radius_m, rel=0.02)
    assert place.tier is tier


def test_the_point_of_a_grid_square_is_its_middle() -> None:
    [(_, _, coarse)] = coordinates("38S LF 306 227", 0, 14)
    [(_, _, fine)] = coordinates("38S LF 30650 22750", 0, 18)
    apart = distance_m(coarse, fine)
    assert apart is not None
    assert apart < 1


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("15TWG0000049776", 42.0, -93.0),  # the central meridian of zone 15, from the mgrs package's page
        ("31NEA0000000000", 0.0, 3.0),  # equator and central meridian, by definition of the grid
        ("18SUJ2348306479", 38.889468, -77.035240),  # a monument surveyed by the National Geodetic Survey, 1999
    ],
)
def test_published_grid_references_come_out_right(text: str, latitude: float, longitude: float) -> None:
    [(_, _, place)] = coordinates(text, 0, len(text))
    apart = distance_m(place, Place(name="published", latitude=latitude, longitude=longitude))
    assert apart is not None
    assert apart < 5


def _forward(latitude: float, longitude: float, zone: int) -> tuple[float, float]:
    """Return UTM easting and northing by Snyder's series (USGS Professional Paper 1395, pages 61 to 63)."""
    a, flattening = 6_378_137.0, 1 / 298.257223563
    e2 = flattening * (2 - flattening)
    second = e2 / (1 - e2)
    phi = math.radians(latitude)
    n = a / math.sqrt(1 - e2 * math.sin(phi) ** 2)
    t, c = math.tan(phi) ** 2, second * math.cos(phi) ** 2
    aa = math.radians(longitude - (zone * 6 - 183)) * math.cos(phi)
    m = a * (
        (1 - e2 / 4 - 3 * e2**2 / 64 - 5 * e2**3 / 256) * phi
        - (3 * e2 / 8 + 3 * e2**2 / 32 + 45 * e2**3 / 1024) * math.sin(2 * phi)
        + (15 * e2**2 / 256 + 45 * e2**3 / 1024) * math.sin(4 * phi)
        - 35 * e2**3 / 3072 * math.sin(6 * phi)
    )
    east = n * (aa + (1 - t + c) * aa**3 / 6 + (5 - 18 * t + t**2 + 72 * c - 58 * second) * aa**5 / 120)
    north = m + n * math.tan(phi) * (
        aa**2 / 2
        + (5 - t + 9 * c + 4 * c**2) * aa**4 / 24
        + (61 - 58 * t + t**2 + 600 * c - 330 * second) * aa**6 / 720
    )
    return 0.9996 * east + 500_000, 0.9996 * north + (10_000_000 if latitude < 0 else 0)


def _square(zone: int, easting: float, northing: float) -> str:
    columns = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")[(zone - 1) % 3]
    rows = "ABCDEFGHJKLMNPQRSTUV" if zone % 2 else "FGHJKLMNPQRSTUVABCDE"
    return columns[int(easting // 100_000) - 1] + rows[int(northing // 100_000) % 20]


@given(st.integers(1, 60), st.floats(-79.9, 83.9), st.floats(-2.9, 2.9))
def test_grid_to_degrees_undoes_degrees_to_grid(zone: int, latitude: float, off: float) -> None:
    longitude = zone * 6 - 183 + off
    easting, northing = _forward(latitude, longitude, zone)
    band = "CDEFGHJKLMNPQRSTUVWX"[min(19, int((latitude + 80) // 8))]
    found = mgrs(zone, band, _square(zone, easting, northing), easting % 100_000, northing % 100_000)
    assert found is not None
    there = Place(name="found", latitude=found[0], longitude=found[1])
    apart = distance_m(there, Place(name="meant", latitude=latitude, longitude=longitude))
    assert apart is not None
    assert apart < 0.05


@given(st.text(alphabet="0123456789 .,°'\"NSEWLF-شق", max_size=40))
def test_reading_never_raises_and_spans_hold_what_was_read(text: str) -> None:
    for start, end, place in coordinates(text, 0, len(text)):
        assert text[start:end].strip() == place.name
        assert abs(place.latitude or 0) <= 90
        assert abs(place.longitude or 0) <= 180
