"""What the lines of a score find: days of the week, names in two scripts, a country named alone."""

from dataclasses import replace

from harmtrace.incidents.scores import Shared, forbidden, parts
from harmtrace.incidents.signals import Signal, signal
from harmtrace.records.measure import Place, Tier
from harmtrace.records.text import Likeness
from tests.incidents.making import CITY, HARBOUR, account


def made(
    document: str,
    *,
    when: str | None = None,
    weekday: int | None = None,
    names: tuple[str, ...] = (),
    places: tuple[Place, ...] = (),
) -> Signal:
    told = replace(account(document, when=when, names=names, places=places), weekday=weekday)
    return signal(told, [], family=document)


def found(a: Signal, b: Signal, name: str) -> list[str]:
    return [part.finding for part in parts(a, b) if part.name == name]


def test_a_day_of_the_week_is_held_against_the_full_day_of_another() -> None:
    saturday = made("a", when="2030-05-04")
    assert found(saturday, made("b", weekday=5), "weekday") == ["one day of the week"]
    assert found(saturday, made("b", weekday=4), "weekday") == ["neighbouring days of the week"]
    assert found(saturday, made("b", weekday=1), "weekday") == ["days of the week apart"]


def test_a_day_without_a_year_is_told_from_another_year_by_its_day_of_the_week() -> None:
    assert found(made("a", when="2030-05-04"), made("b", when="XXXX-05-04", weekday=2), "weekday") == [
        "days of the week apart"
    ]


def test_two_full_days_need_no_day_of_the_week() -> None:
    assert found(made("a", when="2030-05-04", weekday=1), made("b", when="2030-05-04", weekday=2), "weekday") == []


def test_a_name_in_no_gazetteer_is_known_again_in_the_other_script() -> None:
    a, b = made("a", names=("Kafr Dravan",)), made("b", names=("كفردرافان",))
    assert found(a, b, "place") == ["one name spelt twice, in no gazetteer"]


def test_the_surroundings_of_a_town_are_the_town() -> None:
    a, b = made("a", names=("محيط بلدة درافان",)), made("b", names=("درافان",))
    assert found(a, b, "place") == ["same name, in no gazetteer"]


def test_a_country_named_alone_may_be_the_attackers_and_forbids_nothing() -> None:
    other = Place(name="Westmark", tier=Tier.COUNTRY, country="TUR")
    assert forbidden(made("a", places=(HARBOUR,)), made("b", places=(other,)), {}) is None
    far = replace(CITY, country="TUR", latitude=39.0, longitude=35.0)
    assert forbidden(made("a", places=(HARBOUR,)), made("b", places=(far,)), {}) == "in different places"


def test_a_day_of_another_day_of_the_week_than_its_document_names_forbids_nothing() -> None:
    sure, doubted = made("a", when="2030-05-04"), made("b", when="2030-04-02", weekday=5)  # a Tuesday, "on Saturday"
    assert forbidden(sure, made("c", when="2030-04-02", weekday=1), {}) == "days apart"
    assert forbidden(sure, doubted, {}) is None
    assert found(sure, doubted, "time") == ["days apart, one no such day of the week as its document names"]


def test_a_town_of_its_provinces_name_may_stand_for_the_province() -> None:
    town = Place(name="Idlib", latitude=35.93, longitude=36.63, tier=Tier.CITY, country="SYR", gazetteer="geonames")
    village = Place(name="Velmara", latitude=35.6, longitude=36.4, tier=Tier.VILLAGE, country="SYR")
    a, b = made("a", places=(town,)), made("b", places=(village,))
    assert forbidden(a, b, {}) is None
    assert found(a, b, "place") == ["one within the province that bears the other's name"]
    assert forbidden(made("a", places=(replace(town, name="Velgrad"),)), b, {}) == "in different places"


def test_a_shared_name_of_a_place_weighs_and_less_between_texts_of_several_events() -> None:
    like = Likeness(a="a", b="b", words=0, rarest=0, of=400, cosine=0.0, place=2)
    one, other = made("a"), made("b")
    weight = {p.name: p.weight for p in parts(one, other, Shared(like=like))}["name"]
    several = {p.name: p.weight for p in parts(one, replace(other, alone=False), Shared(like=like))}["name"]
    assert weight > several > 0


def test_texts_of_one_publisher_are_less_likely_of_one_event_and_their_rare_words_weigh_less() -> None:
    like = Likeness(a="a", b="b", words=3, rarest=2, of=400, cosine=0.2)
    ours, theirs = replace(made("a"), source="Meridian Wire"), replace(made("b"), source="Port Observer")
    own = {p.name: p.weight for p in parts(ours, replace(theirs, source="Meridian Wire"), Shared(like=like))}
    other = {p.name: p.weight for p in parts(ours, theirs, Shared(like=like))}
    assert own["publisher"] < 0
    assert "publisher" not in other
    assert own["rare words"] < other["rare words"]
