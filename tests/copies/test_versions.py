"""Signs of a later version, in words that only one of two texts has."""

import pytest

from harmtrace.copies.versions import by_words

LATER = [
    ("they had lifted 46 bodies by dusk", "they have pulled at least 31 bodies"),
    ("seventeen people died", "eleven people died"),
    ("raising an earlier toll of 9", "9 were dead"),
    ("A correction: 4 people died", "6 people died"),
    ("PORT SELLE, May 4", "PORT SELLE, May 3"),
    ("3 June", "30 May"),
    ("the toll is known", "the initial toll is not known"),
    ("ارتفاع عدد القتلى", "قتلى"),
    ("سقط 31 شهيدا", "سقط 15 شهيدا"),
    ("a text " * 40, "a text"),
]


@pytest.mark.parametrize(("later", "earlier"), LATER)
def test_the_later_version_is_told_and_both_ways_alike(later: str, earlier: str) -> None:
    forth = by_words(later, earlier, len(later), len(earlier))
    back = by_words(earlier, later, len(earlier), len(later))
    assert forth.points > 0
    assert back.points == -forth.points
    assert forth.why == back.why
    assert forth.inferred


@pytest.mark.parametrize(
    ("one", "two"), [("in 2031", "in 2030"), ("the same", "equally"), ("12 km away", "90 km away"), ("", "")]
)
def test_years_and_distances_tell_nothing(one: str, two: str) -> None:
    assert by_words(one, two, 100, 100).points == 0
