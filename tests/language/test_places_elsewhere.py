"""A name that is known in another country alone."""

from harmtrace.intake import gazetteers
from harmtrace.language.places import Gazetteer


def _atlas() -> Gazetteer:
    return gazetteers.load([])[0]


def test_an_arabic_name_that_a_town_of_another_country_also_bears_stays_unknown() -> None:
    atlas = _atlas()
    sanaa = atlas.lookup("صنعاء", near=())[:1]
    assert atlas.lookup("كلمار", near=sanaa) == ()
    assert [place.country for place in atlas.lookup("كلمار", near=())] == ["DZA"]


def test_a_city_of_another_country_is_known_in_arabic_all_the_same() -> None:
    atlas = _atlas()
    aleppo = atlas.lookup("حلب", near=())[:1]
    assert [place.country for place in atlas.lookup("طنجة", near=aleppo)] == ["MAR"]


def test_a_site_in_arabic_lies_at_the_place_that_it_is_named_after() -> None:
    atlas = _atlas()
    aleppo = atlas.lookup("حلب", near=())[:1]
    assert [place.name for place in atlas.lookup("سوق حلب", near=aleppo)] == [place.name for place in aleppo]
    assert atlas.lookup("سوق كلمار", near=aleppo) == ()
