"""A name that one text leaves in doubt means the place that the case is about."""

from collections.abc import Sequence
from dataclasses import replace

from harmtrace.incidents import Grouping, group
from harmtrace.incidents.settling import Settling
from harmtrace.records.claim import Reading
from harmtrace.records.measure import Place, Tier
from tests.incidents.making import FAR_CITY, HARBOUR, account, heads, one, reading

HERE = Place(name="Arval", latitude=12.4, longitude=45.4, radius_m=1_500, tier=Tier.VILLAGE, country="YEM")
THERE = Place(name="Arval", latitude=31.8, longitude=35.4, radius_m=3_000, tier=Tier.TOWN, country="PSE")
NOWHERE = Place(name="Lamrin", latitude=34.5, longitude=66.2, radius_m=1_500, tier=Tier.VILLAGE, country="AFG")


def lookup(name: str, *, near: Sequence[Place] = ()) -> tuple[Place, ...]:
    """Stand in for a gazetteer that has two places called Arval."""
    countries = {place.country for place in near}
    return tuple(place for place in (HERE, THERE) if place.name == name and (not near or place.country in countries))


def case(*others: Reading) -> list[Reading]:
    return [one(f"d{number:02}", 5, f"2030-01-{number + 1:02}", [FAR_CITY]) for number in range(28)] + list(others)


def solve(readings: list[Reading]) -> Grouping:
    return group(heads(*(r.document for r in readings)), readings, lookup=lookup)


def test_a_name_without_context_is_read_in_the_country_of_the_case() -> None:
    incidents = solve(case(one("a", 7, "2030-05-04", [HERE]), one("b", 7, "2030-05-04", [THERE]))).incidents
    (joined,) = [i for i in incidents if "a" in i.documents]
    assert joined.documents == ("a", "b")
    assert [h.place.country for h in joined.hypotheses] == ["YEM"]


def test_a_document_that_names_the_country_again_keeps_its_place() -> None:
    settle = Settling.of(case(), lookup)
    assert settle is not None
    country = Place(name="Palestine", tier=Tier.COUNTRY, country="PSE")
    (kept,), doubted = settle.settled([account("b", places=(country, THERE))])
    assert kept.places == (country, THERE)
    assert doubted == frozenset()


def test_a_place_in_a_country_that_no_other_document_names_sets_nothing_apart() -> None:
    far = reading("b", [account("b", when="2030-05-04", places=(NOWHERE,), names=("Lamrin",))], [])
    twice = [replace(one, document=f"{one.document}/{copy}") for one in case() for copy in "12"]
    settle = Settling.of([*twice, far], lookup)
    assert settle is not None
    (kept,), doubted = settle.settled(far.accounts)
    assert (kept.places, doubted) == ((NOWHERE,), frozenset({"AFG"}))


def test_a_small_case_is_about_no_country_yet() -> None:
    assert Settling.of([one("a", 7, None, [HARBOUR])], lookup) is None
    assert Settling.of(case(), None) is None
