"""Gazetteer files: good rows are kept, each fault is named with its line, GeoNames stands behind."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.errors import GazetteerError
from harmtrace.intake import gazetteers
from harmtrace.intake.geonames import Geonames
from harmtrace.language.places import Gazetteer, fold, within
from harmtrace.language.places.gazetteer import NoAtlas
from harmtrace.records.entry import Issue
from harmtrace.records.measure import Tier

HEADER = "name,latitude,longitude,name_ar,alternates,tier,country,admin1,admin2,radius_m"
GOOD = [
    "Tessara,35.00,40.00,تيسارا,Tisarra;Al-Tessara,city,SYR,Upper Bank,Tessara,7000",
    "al-Nahda,35.01,40.01,حي النهضة,,neighbourhood,Syria,Upper Bank,Tessara,",
    "Ma'rufa,35.20,40.30,معروفة,,village,syr,Upper Bank,,",
]


def load(tmp_path: Path, *lines: str | bytes, name: str = "places.csv") -> tuple[Gazetteer, tuple[Issue, ...]]:
    path = tmp_path / name
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines) + b"\n")
    return gazetteers.load([path], atlas=NoAtlas())


def test_every_column_is_read(tmp_path: Path) -> None:
    gazetteer, issues = load(tmp_path, HEADER, *GOOD)
    assert issues == ()
    city, quarter, village = (row.place for row in gazetteer.rows)
    assert (city.name, city.latitude, city.longitude, city.radius_m, city.tier) == (
        "Tessara",
        35.0,
        40.0,
        7000,
        Tier.CITY,
    )
    assert (city.country, city.admin1, city.within, city.gazetteer) == ("SYR", "Upper Bank", (), "places.csv")
    assert (quarter.radius_m, quarter.country, quarter.within) == (1_000, "SYR", ("Tessara",))
    assert (village.country, village.within) == ("SYR", ())
    assert gazetteer.rows[0].names == ("Tessara", "تيسارا", "Tisarra", "Al-Tessara")
    assert within(quarter, city)


def test_three_columns_are_enough(tmp_path: Path) -> None:
    gazetteer, issues = load(tmp_path, "Latitude,Longitude,Name", "35.0,40.0,Tessara")
    assert issues == ()
    place = gazetteer.lookup("Tessara")[0]
    assert (place.latitude, place.tier, place.radius_m, place.country) == (35.0, None, None, None)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_byte_order_marks_and_line_endings_do_not_matter(tmp_path: Path, ending: str, mark: bytes) -> None:
    gazetteer, issues = load(tmp_path, mark + ending.join([HEADER, *GOOD]).encode())
    assert (len(gazetteer.rows), issues) == (3, ())


def test_semicolons_and_decimal_commas_are_read(tmp_path: Path) -> None:
    gazetteer, issues = load(tmp_path, "name;latitude;longitude;alternates", 'Tessara;35,5;40,25;"Tisarra;Tessera"')
    assert issues == ()
    assert gazetteer.lookup("Tessera")[0].longitude == 40.25


def test_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes("\n".join([HEADER, *GOOD]).encode("utf-16"))
    gazetteer, issues = gazetteers.load([path], atlas=NoAtlas())
    assert (len(gazetteer.rows), issues) == (3, ())


LEFT_OUT: list[tuple[str | bytes, str, str]] = [
    ("Bad,north,40.0,,,,,,,", "gazetteer-coordinates", "'north'"),
    ("Bad,,,,,,,,,", "gazetteer-coordinates", "''"),
    ("Bad,nan,40.0,,,,,,,", "gazetteer-coordinates", "nan"),
    ("Bad,inf,40.0,,,,,,,", "gazetteer-coordinates", "inf"),
    ("Bad,95.0,200.0,,,,,,,", "gazetteer-coordinates", "95.0, 200.0"),
    ("Bad,120.0,35.0,,,,,,,", "gazetteer-coordinates", "swapped"),
    ("Bad,40.0,35.0,,,,,,,", "gazetteer-coordinates", "swapped"),
    (",35.0,40.0,,,,,,,", "gazetteer-name", "none"),
    ("--,35.0,40.0,,,,,,,", "gazetteer-name", "'--'"),
    ("Bad,35.0,40.0", "gazetteer-row", "3"),
    ("Bad,35.0,40.0,,,,,,,,,", "gazetteer-row", "12"),
    ('"Bad,35.0,40.0,,,,,,,', "gazetteer-row", "csv"),
    (b"B\xe4d,35.0,40.0,,,,,,,", "gazetteer-encoding", "bytes"),
    (b"Bad\0,35.0,40.0,,,,,,,", "gazetteer-encoding", "NUL"),
]


@pytest.mark.parametrize(("line", "code", "found"), LEFT_OUT)
def test_a_bad_row_is_an_issue_and_the_others_are_kept(
    tmp_path: Path, line: str | bytes, code: str, found: str
) -> None:
    gazetteer, [issue] = load(tmp_path, HEADER, GOOD[0], line, *GOOD[1:])
    assert (issue.code, issue.document, issue.start) == (code, str(tmp_path / "places.csv"), 3)
    assert found in issue.message
    assert "places.csv, line 3: expected" in issue.message
    assert "left out" in issue.message
    assert [row.place.name for row in gazetteer.rows] == ["Tessara", "al-Nahda", "Ma'rufa"]


KEPT = [
    ("Odd,35.0,40.0,,,metropolis,,,,", "gazetteer-tier", "'metropolis'"),
    ("Odd,35.0,40.0,,,,Atlantis,,,", "gazetteer-country", "'Atlantis'"),
    ("Odd,35.0,40.0,,,,,,,wide", "gazetteer-radius", "'wide'"),
    ("Odd,35.0,40.0,,,,,,,-5", "gazetteer-radius", "'-5'"),
    ("Odd,35.0,40.0,,,,,,,nan", "gazetteer-radius", "'nan'"),
]


@pytest.mark.parametrize(("line", "code", "found"), KEPT)
def test_a_row_with_an_odd_extra_is_kept_without_it(tmp_path: Path, line: str, code: str, found: str) -> None:
    gazetteer, [issue] = load(tmp_path, HEADER, line)
    assert (issue.code, issue.start) == (code, 2)
    assert found in issue.message
    assert "left out" not in issue.message
    place = gazetteer.lookup("Odd")[0]
    assert (place.tier, place.country, place.radius_m) == (None, None, None)


def test_every_fault_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    bad = [line if isinstance(line, bytes) else line.encode() for line, _, _ in LEFT_OUT]
    gazetteer, issues = load(tmp_path, HEADER, *GOOD, *bad)
    assert [issue.start for issue in issues] == list(range(5, 5 + len(bad)))
    assert len(gazetteer.rows) == 3


def test_an_unknown_column_is_an_issue(tmp_path: Path) -> None:
    gazetteer, [issue] = load(tmp_path, "name,latitude,longitude,elevation", "Tessara,35.0,40.0,220")
    assert (issue.code, issue.start) == ("gazetteer-column", 1)
    assert len(gazetteer.rows) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"place,lat,lon\nTessara,35,40\n",
        b"Tessara,35,40\n",
        b"name,latitude\nTessara,35\n",
        b"name,latitude,longitude,name\nTessara,35,40,x\n",
        b'"name,latitude,longitude\n',
        b"PK\x03\x04\x00\x00",
    ],
)
def test_a_file_without_a_usable_header_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=r"places\.csv"):
        gazetteers.load([path], atlas=NoAtlas())


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="No such file"):
        gazetteers.load([tmp_path / "missing.csv"], atlas=NoAtlas())


def test_the_rows_of_several_files_stand_in_their_order(tmp_path: Path) -> None:
    for name, line in (("one.csv", GOOD[0]), ("two.csv", GOOD[1])):
        (tmp_path / name).write_text(f"{HEADER}\n{line}\n", encoding="utf-8")
    gazetteer, issues = gazetteers.load([tmp_path / "one.csv", tmp_path / "two.csv"], atlas=NoAtlas())
    assert issues == ()
    assert [row.place.gazetteer for row in gazetteer.rows] == ["one.csv", "two.csv"]
    assert gazetteer.rows[1].place.within == ("Tessara",)


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40), max_size=8))
def test_no_content_below_a_header_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any") / "places.csv"
    path.write_bytes("\n".join([HEADER, GOOD[0], *lines]).encode())
    gazetteer, issues = gazetteers.load([path], atlas=NoAtlas())
    assert gazetteer.rows[0].place.name == "Tessara"
    assert all(issue.start is not None and issue.start > 2 for issue in issues)


@pytest.fixture(scope="module")
def embedded() -> Gazetteer:
    return gazetteers.load([])[0]


@pytest.mark.parametrize(
    ("words", "country", "tier", "latitude", "longitude"),
    [
        ("Mosul", "IRQ", Tier.CITY, 36.34, 43.13),
        ("الموصل", "IRQ", Tier.CITY, 36.34, 43.13),
        ("Mosul al-Jadida", "IRQ", Tier.NEIGHBOURHOOD, 36.33, 43.11),
        ("west Mosul", "IRQ", Tier.CITY, 36.34, 43.09),
        ("Deir ez-Zor", "SYR", Tier.CITY, 35.34, 40.14),
        ("Khan Younis", "PSE", Tier.CITY, 31.34, 34.30),
        ("Tripoli", "LBY", Tier.CITY, 32.89, 13.19),
        ("Nyala", "SDN", Tier.CITY, 12.05, 24.88),
    ],
)
def test_geonames_places_towns_without_a_file_of_the_users(
    embedded: Gazetteer, words: str, country: str, tier: Tier, latitude: float, longitude: float
) -> None:
    place = embedded.lookup(words)[0]
    assert (place.country, place.tier) == (country, tier)
    assert place.latitude == pytest.approx(latitude, abs=0.05)
    assert place.longitude == pytest.approx(longitude, abs=0.05)


def test_geonames_knows_a_quarter_to_lie_in_its_city(embedded: Gazetteer) -> None:
    assert within(embedded.lookup("Mosul al-Jadida")[0], embedded.lookup("Mosul")[0])


def test_geonames_lists_small_places_of_the_countries_asked_for() -> None:
    atlas = Geonames()
    key = fold("Sarmin")
    assert atlas.named(key, frozenset()) == ()
    [row] = atlas.named(key, frozenset({"SYR"}))
    assert (row.place.country, row.population is not None) == ("SYR", True)
    assert atlas.scattered(key) == (row,)
    assert atlas.named(key, frozenset({"YEM", "ZZZ"})) == ()
