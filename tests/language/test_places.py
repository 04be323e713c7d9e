"""Look-up of places over a small gazetteer and a small atlas of the tests' own."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.language.places import (
    Gazetteer,
    GazetteerRow,
    country_code,
    demonym,
    distance_m,
    fold,
    narrowest,
    offset,
    offsets,
    within,
)
from harmtrace.language.places.phrases import Phrase, PhraseKind, derive
from harmtrace.records.measure import Place, Tier


def row(
    name: str, *names: str, at: tuple[float, float], tier: Tier, country: str, people: int = 0, **more: str
) -> GazetteerRow:
    place = Place(
        name=name,
        latitude=at[0],
        longitude=at[1],
        radius_m=tier.radius_m,
        tier=tier,
        country=country,
        admin1=more.get("admin1"),
        gazetteer=more.get("gazetteer", "list"),
    )
    return GazetteerRow(place=place, names=(name, *names), population=people or None)


class SmallAtlas:
    """An atlas over a few rows; those below 15,000 people are small places."""

    def __init__(self, rows: Iterable[GazetteerRow]) -> None:
        self.rows = sorted(rows, key=lambda one: -(one.population or 0))

    def named(self, key: str, countries: frozenset[str]) -> tuple[GazetteerRow, ...]:
        big = (one for one in self._of(key) if (one.population or 0) > 15_000 or one.place.country in countries)
        return tuple(big)

    def scattered(self, key: str) -> tuple[GazetteerRow, ...]:
        return tuple(self._of(key))

    def _of(self, key: str) -> Iterable[GazetteerRow]:
        return (one for one in self.rows if key in {fold(name) for name in one.names})


ATLAS = SmallAtlas(
    [
        row("Mosul", "Al Mawşil", "الموصل", at=(36.335, 43.119), tier=Tier.CITY, country="IRQ", people=1_600_000),
        row("Al Mawşil al Jadīdah", "الموصل الجديدة", at=(36.333, 43.106), tier=Tier.NEIGHBOURHOOD, country="IRQ"),
        row("Tripoli", "طرابلس", at=(32.887, 13.187), tier=Tier.CITY, country="LBY", people=1_100_000),
        row("Tripoli", "طرابلس", at=(34.434, 35.844), tier=Tier.CITY, country="LBN", people=229_000),
        row("Beirut", at=(33.889, 35.494), tier=Tier.CITY, country="LBN", people=1_900_000),
        row("Sinjar", at=(36.321, 41.865), tier=Tier.TOWN, country="IRQ", people=14_000),
        row("Sinjar", at=(35.6, 36.9), tier=Tier.VILLAGE, country="SYR", people=4_000),
        row("Old City", at=(31.777, 35.234), tier=Tier.TOWN, country="PSE", people=38_000),
        row("Hodeidah", "Al Ḩudaydah", "الحديدة", at=(14.798, 42.953), tier=Tier.CITY, country="YEM", people=600_000),
        row("Georgia", at=(33.0, -83.5), tier=Tier.CITY, country="USA", people=900_000),
    ]
)  # fmt: skip
USER = [
    row("Tessara", "تيسارا", "Tisarra", at=(35.00, 40.00), tier=Tier.CITY, country="SYR", admin1="Upper Bank"),
    row("al-Nahda", "حي النهضة", "النهضة", at=(35.01, 40.01), tier=Tier.NEIGHBOURHOOD, country="SYR"),
    row("Wharf Street", "شارع الميناء", at=(34.99, 40.01), tier=Tier.STREET, country="SYR", admin1="Upper Bank"),
    row("Ma'rufa", "معروفة", at=(35.2, 40.3), tier=Tier.VILLAGE, country="SYR", admin1="Upper Bank"),
    row("Sinjar", at=(35.1, 40.1), tier=Tier.VILLAGE, country="SYR", admin1="Upper Bank"),
]  # fmt: skip
BARE = Gazetteer.of([], atlas=ATLAS)
OWN = Gazetteer.of(USER, atlas=ATLAS)
MOSUL = BARE.lookup("Mosul")[0]
TESSARA = USER[0].place

KNOWN = [
    ("Mosul", "Mosul", "IRQ", Tier.CITY),
    ("MOSUL", "Mosul", "IRQ", Tier.CITY),
    ("#Mosul", "Mosul", "IRQ", Tier.CITY),
    ("Mosul's", "Mosul", "IRQ", Tier.CITY),
    ("الموصل", "Mosul", "IRQ", Tier.CITY),
    ("الموصل_الجديدة", "Al Mawşil al Jadīdah", "IRQ", Tier.NEIGHBOURHOOD),
    ("Mosul al-Jadida", "Al Mawşil al Jadīdah", "IRQ", Tier.NEIGHBOURHOOD),
    ("Mosul al-Jadidah", "Al Mawşil al Jadīdah", "IRQ", Tier.NEIGHBOURHOOD),
    ("New Mosul", "Al Mawşil al Jadīdah", "IRQ", Tier.NEIGHBOURHOOD),
    ("west Mosul", "west Mosul", "IRQ", Tier.CITY),
    ("the western part of Mosul", "western part of Mosul", "IRQ", Tier.CITY),
    ("غربي الموصل", "غربي الموصل", "IRQ", Tier.CITY),
    ("Old City of Mosul", "Old City (Mosul)", "IRQ", Tier.NEIGHBOURHOOD),
    ("Mosul's Old City", "Old City (Mosul)", "IRQ", Tier.NEIGHBOURHOOD),
    ("western Mosul’s Old City", "Old City (Mosul)", "IRQ", Tier.NEIGHBOURHOOD),
    ("Mosul, Iraq", "Mosul", "IRQ", Tier.CITY),
    ("the city of Mosul", "Mosul", "IRQ", Tier.CITY),
    ("مدينة الموصل", "Mosul", "IRQ", Tier.CITY),
    ("Mosul district", "Mosul district", "IRQ", Tier.DISTRICT),
    ("outskirts of Mosul", "outskirts of Mosul", "IRQ", Tier.SUBDISTRICT),
    ("ريف الموصل", "ريف الموصل", "IRQ", Tier.SUBDISTRICT),
    ("east of Mosul", "east of Mosul", "IRQ", Tier.DISTRICT),
    ("12 km east of Mosul", "12 km east of Mosul", "IRQ", Tier.TOWN),
    ("New Tripoli", "New Tripoli", "LBY", Tier.NEIGHBOURHOOD),
    ("Iraq", "Iraq", "IRQ", Tier.COUNTRY),
    ("العراق", "Iraq", "IRQ", Tier.COUNTRY),
    ("Georgia", "Georgia", "GEO", Tier.COUNTRY),
    ("eastern Syria", "eastern Syria", "SYR", Tier.PROVINCE),
    ("the Gaza Strip", "Gaza Strip", "PSE", Tier.PROVINCE),
    ("South Darfur", "South Darfur", "SDN", Tier.PROVINCE),
    ("Hodeidah governorate", "Hodeidah", "YEM", Tier.PROVINCE),
    ("محافظة الحديدة", "Hodeidah", "YEM", Tier.PROVINCE),
    ("Hodeidah", "Hodeidah", "YEM", Tier.CITY),
]


@pytest.mark.parametrize(("words", "name", "country", "tier"), KNOWN)
def test_a_name_is_answered_without_a_gazetteer_of_the_users(words: str, name: str, country: str, tier: Tier) -> None:
    best = BARE.lookup(words)[0]
    assert (best.name, best.country, best.tier) == (name, country, tier)


@pytest.mark.parametrize(
    "words",
    ["March", "Friday", "Colonel", "Police", "Reuters", "", "  ", "-", "Nowhere Known", "the Old City", "Obama"],
)
def test_what_is_no_known_place_is_left_unanswered(words: str) -> None:
    assert BARE.lookup(words) == ()


def test_two_countries_named_together_are_both_answered() -> None:
    assert [place.country for place in BARE.lookup("Iraq and Syria")] == ["IRQ", "SYR"]
    assert [place.country for place in BARE.lookup("العراق وسوريا")] == ["IRQ", "SYR"]
    assert [place.country for place in BARE.lookup("Iraq, Syria and Yemen")] == ["IRQ", "SYR", "YEM"]


def test_the_old_city_is_that_of_the_city_the_document_speaks_of() -> None:
    old = BARE.lookup("the Old City", near=(MOSUL,))[0]
    assert (old.name, old.within, old.latitude) == ("Old City (Mosul)", ("Mosul",), MOSUL.latitude)
    assert BARE.lookup("المدينة القديمة", near=(MOSUL,)) == (old,)
    west = BARE.lookup("west Mosul")[0]
    assert BARE.lookup("Old City", near=(west,)) == (old,)


def test_a_row_of_the_users_for_an_old_city_is_found_by_any_name_for_it() -> None:
    old = row("Old City of Tessara", "المدينة القديمة", at=(35.0, 40.01), tier=Tier.NEIGHBOURHOOD, country="SYR")
    gazetteer = Gazetteer.of([*USER, old], atlas=ATLAS)
    for words in ("Old City of Tessara", "Tessara's old town", "Old Tessara", "تيسارا القديمة"):
        assert gazetteer.lookup(words) == (old.place,)
    assert gazetteer.lookup("the Old City", near=(TESSARA,)) == (old.place,)
    assert gazetteer.lookup("the Old City", near=(MOSUL,))[0].within == ("Mosul",)


def test_small_words_around_a_name_do_not_hide_it() -> None:
    assert OWN.lookup("near Tessara")[0] == TESSARA
    assert OWN.lookup("Wharf St.")[0] == USER[2].place


def test_a_part_of_a_city_lies_on_its_side_and_within_it() -> None:
    west, east = BARE.lookup("western Mosul")[0], BARE.lookup("eastern Mosul")[0]
    assert west.longitude is not None
    assert east.longitude is not None
    assert MOSUL.longitude is not None
    assert west.longitude < MOSUL.longitude < east.longitude
    assert within(west, MOSUL)
    quarter = BARE.lookup("Mosul al-Jadida")[0]
    assert within(quarter, west)
    assert not within(quarter, east)


def test_an_arabic_side_without_the_adjective_ending_lies_beside_the_town() -> None:
    assert BARE.lookup("غرب الموصل")[0].name == "west of Mosul"


@pytest.mark.parametrize(("near", "country"), [("Lebanon", "LBN"), ("Beirut", "LBN"), ("Libya", "LBY")])
def test_places_near_by_decide_between_two_of_one_name(near: str, country: str) -> None:
    found = BARE.lookup("Tripoli", near=BARE.lookup(near))
    assert found[0].country == country
    assert {place.country for place in found} == {"LBN", "LBY"}


def test_the_country_of_a_coalition_does_not_decide() -> None:
    near = (*BARE.lookup("the United States"), *BARE.lookup("Lebanon"))
    assert BARE.lookup("Tripoli", near=near)[0].country == "LBN"


def test_the_bigger_place_comes_first_where_nothing_else_decides() -> None:
    assert [place.country for place in BARE.lookup("Tripoli")] == ["LBY", "LBN"]
    assert len(BARE.lookup("Tripoli", limit=1)) == 1


def test_the_users_rows_beat_the_atlas() -> None:
    assert OWN.lookup("Sinjar")[0] == USER[4].place


def test_a_row_of_the_users_far_from_the_document_does_not_hide_the_place_that_fits() -> None:
    assert OWN.lookup("Sinjar", near=(MOSUL,))[0].country == "IRQ"


@pytest.mark.parametrize("words", ["النهضة", "حي النهضة", "Al Nahdah", "an-Nahda", "Nahda neighbourhood", "Nahdeh"])
def test_arabic_and_latin_spellings_meet_in_a_row_of_the_users(words: str) -> None:
    assert OWN.lookup(words)[0] == USER[1].place


def test_a_spelling_with_other_vowels_finds_the_one_row_with_its_consonants() -> None:
    assert OWN.lookup("Maroufeh")[0] == USER[3].place
    assert OWN.lookup("Me'rufa")[0] == USER[3].place
    assert BARE.lookup("Me'rufa") == ()


def test_a_division_is_known_from_the_users_rows() -> None:
    for words in ("Upper Bank", "Upper Bank province"):
        found = OWN.lookup(words)[0]
        assert (found.name, found.tier, found.country) == ("Upper Bank", Tier.PROVINCE, "SYR")


def test_an_unknown_quarter_of_a_known_city_has_a_country_and_no_point() -> None:
    found = BARE.lookup("Zahra, Mosul")[0]
    assert (found.name, found.tier, found.country) == ("Zahra", Tier.NEIGHBOURHOOD, "IRQ")
    assert (found.latitude, found.within) == (None, ("Mosul",))
    arabic = BARE.lookup("حي الزهراء غربي الموصل")[0]
    assert (arabic.country, arabic.latitude, arabic.within[-1]) == ("IRQ", None, "Mosul")


def test_a_place_known_in_another_country_is_not_moved() -> None:
    found = BARE.lookup("Beirut, Iraq")
    assert [(place.name, place.country) for place in found] == [("Beirut", "LBN"), ("Iraq", "IRQ")]


def test_small_places_are_found_where_the_document_names_no_country() -> None:
    assert [place.country for place in BARE.lookup("Sinjar")] == ["IRQ", "SYR"]
    assert [place.country for place in BARE.lookup("Sinjar", near=BARE.lookup("Syria"))] == ["SYR"]
    assert BARE.lookup("Sinjar", near=BARE.lookup("Yemen")) == ()


def test_a_town_far_from_the_document_is_known_by_its_main_name_only() -> None:
    atlas = SmallAtlas([row("Mombala", "Mambala", at=(-4.0, 39.6), tier=Tier.CITY, country="KEN", people=900_000)])
    gazetteer = Gazetteer.of([], atlas=atlas)
    congo = gazetteer.lookup("DR Congo")
    assert gazetteer.lookup("Mambala", near=congo) == ()
    assert gazetteer.lookup("Mombala", near=congo)[0].country == "KEN"
    assert gazetteer.lookup("Mambala", near=gazetteer.lookup("Kenya"))[0].country == "KEN"
    assert gazetteer.lookup("Mambala")[0].country == "KEN"


def test_arabic_names_of_two_words_may_be_written_as_one() -> None:
    gazetteer = Gazetteer.of([row("Tal Qamar", "تل القمر", at=(35.0, 40.0), tier=Tier.VILLAGE, country="SYR")])
    assert gazetteer.lookup("تلقمر")[0].name == "Tal Qamar"


CONTEXT = [
    ("Ituri officials said Congolese soldiers fled.", ["COD", "COD"]),
    ("A Yemeni medic in Yemen told a British paper", ["YEM", "GBR"]),
    ("في محافظة إدلب", ["SYR"]),
    ("They met in Tessara on Monday, by the bay.", ["SYR"]),
    ("Nobody came.", []),
]


@pytest.mark.parametrize(("text", "countries"), CONTEXT)
def test_the_context_of_a_text_is_what_countries_it_speaks_of(text: str, countries: list[str]) -> None:
    assert [place.country for place in OWN.context(text, 0, len(text))] == countries


FOUND = [
    ("Shells hit al-Nahda and Tessara, in Syria.", ["al-Nahda", "Tessara", "Syria"]),
    ("TESSARA (Agency) - Shells fell", ["TESSARA"]),
    ("in Al Nahda", ["Al Nahda"]),
    ("Ma’rufa and Marufa", ["Ma’rufa", "Marufa"]),
    ("Tessaran officials, the Nigerian army and Syrians", []),
    ("Niger, not Nigeria", ["Niger", "Nigeria"]),
    ("South Sudan and Sudan", ["South Sudan", "Sudan"]),
    ("the U.S. and the US said", []),
    ("قصف حي النهضة في تيسارا", ["حي النهضة", "تيسارا"]),
    ("وتيسارا وبالنهضة وللنهضة", ["تيسارا", "النهضة", "لنهضة"]),
    ("Tessara's market", ["Tessara"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_names_are_found_as_whole_words(text: str, names: list[str]) -> None:
    found = OWN.find(text, 0, len(text))
    assert [text[mention.start : mention.end] for mention in found] == names


def test_a_mention_bears_the_name_that_look_up_knows() -> None:
    [mention] = OWN.find("للنهضة", 0, 6)
    assert (mention.start, mention.end, mention.name) == (1, 6, "النهضة")
    assert OWN.lookup(mention.name)[0] == USER[1].place


def test_only_the_stretch_asked_for_is_searched() -> None:
    text = "Tessara and Tessara and Tessara"
    assert [(one.start, one.end) for one in OWN.find(text, 8, 25)] == [(12, 19)]


@given(st.text(alphabet="TesaryNhd l-'البهضةنو.,", max_size=60))
def test_mentions_lie_in_order_and_do_not_overlap(text: str) -> None:
    last = 0
    for mention in OWN.find(text, 0, len(text)):
        assert last <= mention.start < mention.end
        assert OWN.lookup(mention.name)
        last = mention.end


@given(st.text(max_size=30))
def test_look_up_never_raises_and_answers_the_same_twice(name: str) -> None:
    assert OWN.lookup(name) == OWN.lookup(name)
    assert OWN.lookup(name, near=(MOSUL,), limit=2) == OWN.lookup(name, near=(MOSUL,), limit=2)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syria", "SYR"),
        ("the Netherlands", "NLD"),
        ("Gaza", "PSE"),
        ("West Bank", "PSE"),
        ("UK", "GBR"),
        ("U.S.", "USA"),
        ("us", None),
        ("DR Congo", "COD"),
        ("Côte d’Ivoire", "CIV"),
        ("السودان", "SDN"),
        ("جنوب السودان", "SSD"),
        ("Iraqi", None),
        ("Mosul", None),
        ("", None),
    ],
)
def test_countries_have_codes(name: str, code: str | None) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("word", "code"), [("Iraqi", "IRQ"), ("Syrians", "SYR"), ("Burkinabe", "BFA"), ("Iraq", None), ("", None)]
)
def test_demonyms_have_codes(word: str, code: str | None) -> None:
    assert demonym(word) == code


def test_distance_is_metres_on_the_ground_or_unknown() -> None:
    a = Place(name="a", latitude=0.0, longitude=0.0)
    assert distance_m(a, Place(name="b", latitude=1.0, longitude=0.0)) == pytest.approx(111_195, abs=10)
    assert distance_m(a, Place(name="c")) is None


@pytest.mark.parametrize(
    ("text", "km", "direction"),
    [
        ("12 km east of ", 12, "east"),
        ("some 5 kilometres north-west of ", 5, "north-west"),
        ("about two kilometres to the south-east of ", 2, "south-east"),
        ("10 miles (16 km) south of ", 16.09344, "south"),
        ("300 meters west of ", 0.3, "west"),
        ("على بعد 12 كم شرق ", 12, "شرق"),
        ("٥ كيلومترات شمال غرب ", 5, "شمال غرب"),
        ("على بعد 20 كيلومتراً جنوبي ", 20, "جنوبي"),
    ],
)
def test_distances_and_directions_are_read(text: str, km: float, direction: str) -> None:
    [found] = offsets(text + "X", 0, len(text) + 1)
    assert found.km == pytest.approx(km)
    assert found.direction == direction
    assert found.end == len(text)


def test_an_offset_is_as_vague_as_it_is_far() -> None:
    near, far = offset(MOSUL, 2, "east"), offset(MOSUL, 60, "south-west")
    assert near is not None
    assert far is not None
    assert (near.radius_m, near.tier) == (1_400, Tier.VILLAGE)
    assert (far.radius_m, far.tier) == (13_000, Tier.DISTRICT)
    assert distance_m(MOSUL, far) == pytest.approx(60_000, rel=0.01)
    assert offset(MOSUL, 2, "up") is None
    assert offset(Place(name="somewhere"), 2, "east") is None


def test_what_lies_within_what() -> None:
    quarter, street, village = USER[1].place, USER[2].place, USER[3].place
    syria, iraq = BARE.lookup("Syria")[0], BARE.lookup("Iraq")[0]
    division = OWN.lookup("Upper Bank")[0]
    assert within(quarter, TESSARA)
    assert within(street, TESSARA)
    assert not within(village, TESSARA)
    assert within(village, division)
    assert within(village, syria)
    assert not within(village, iraq)
    assert not within(TESSARA, quarter)
    assert not within(TESSARA, TESSARA)
    assert OWN.within(quarter, TESSARA)


def test_the_narrowest_place_comes_first_and_all_are_kept() -> None:
    syria = BARE.lookup("Syria")[0]
    quarter = USER[1].place
    assert narrowest((syria, TESSARA, quarter, TESSARA)) == (quarter, TESSARA, syria)
    lone = Place(name="lone", latitude=10.0, longitude=10.0, radius_m=1_000, tier=Tier.NEIGHBOURHOOD)
    assert narrowest((lone, TESSARA, quarter)) == (quarter, lone, TESSARA)
    assert narrowest(()) == ()


def test_the_outskirts_of_a_village_are_no_wider_than_a_town() -> None:
    village = Place(name="Ostrel", latitude=10.0, longitude=20.0, radius_m=1_500, tier=Tier.VILLAGE, country="YEM")
    found = derive(Phrase(kind=PhraseKind.RIM, base="Ostrel"), "outskirts of Ostrel", village)
    assert found is not None
    assert (found.tier, found.radius_m) == (Tier.TOWN, 3_000)
