"""Blows told after another one: which are events of their own, and which heading opens an entry of its own."""

import pytest

from harmtrace.records.claim import Casualty, Reading, Scope
from tests.reading import read_text

FIRST = "A missile hit a bakery in Tollen on Friday and killed nine people.\n"


def events(reading: Reading) -> list[int | None]:
    """Return the event of each count of one event, in order."""
    return [c.event for c in reading.claims if isinstance(c, Casualty) and c.scope is Scope.EVENT]


@pytest.mark.parametrize(
    "then",
    [
        "Earlier that day, a drone fired on a car outside the town, killing two brothers.",
        "On the same day at 08:10 a drone struck a white pick-up on the road, killing two men and wounding a boy.",
        "In the afternoon a second drone strike killed a taxi driver.",
        "At 15:40 another drone hit a taxi on the road to the coast, killing its driver.",
        "Hours later a lorry was hit by a drone and two traders were killed.",
    ],
)
def test_a_blow_at_another_hour_on_something_else_is_an_event_of_its_own(then: str) -> None:
    first, *rest = events(read_text(FIRST + then, published="2021-06-05"))
    assert rest
    assert first not in rest
    assert len(set(rest)) == 1


@pytest.mark.parametrize(
    "then",
    [
        "A second missile hit the rescuers and killed three more.",
        "That evening, doctors said that 11 people had died of the strike.",
        "Later that day a strike of the same kind was told of by the ministry, which put the dead of the bakery at 12.",
        "At 16:27 a drone had hit the bakery, and eleven were killed, a neighbour said.",
        "In the afternoon the hospital received 12 dead from the bakery.",
    ],
)
def test_a_second_blow_at_no_hour_of_its_own_and_what_is_told_later_of_the_first_stay_with_it(then: str) -> None:
    assert len(set(events(read_text(FIRST + then, published="2021-06-05")))) == 1


def test_entries_of_one_day_under_headings_of_their_own_places_are_apart() -> None:
    text = (
        "Review of June\n\n4 June: Ostrel, Tollen\n\nBetween 25 and 29 civilians were killed when a school was bombed. "
        "The figure rests on the Gazette. Gazette has withdrawn its first count of 34.\n\n"
        "4 June: Wadrun\n\nTen civilians were killed when a drone hit the lorry park."
    )
    reading = read_text(text, published="2021-07-02")
    counts = {c.count.low: c for c in reading.claims if isinstance(c, Casualty)}
    assert counts[25].event != counts[10].event
    assert (counts[10].when, counts[10].where) == ("2021-06-04", "Wadrun")
    assert all(c.where != "Gazette" for c in counts.values())


@pytest.mark.parametrize("time", ["during the week", "during that month", "during the quarter"])
def test_a_total_of_a_time_named_before_is_a_total_of_a_time(time: str) -> None:
    text = f"Our troops beat back 14 assaults by 3 June. On the Tollen axis 85 fighters were killed {time}."
    (found,) = [c for c in read_text(text, published="2021-06-05").claims if isinstance(c, Casualty)]
    assert found.scope is Scope.PERIOD
