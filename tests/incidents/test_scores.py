"""What the lines of a score find: days of the week, names in two scripts, a country named alone."""

from dataclasses import replace

from harmtrace.incidents.scores import forbidden, parts
from harmtrace.incidents.signals import Signal, signal
from harmtrace.records.measure import Place, Tier
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
