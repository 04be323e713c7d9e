"""English number phrases and the bounds they give."""

import pytest

from harmtrace.language.english.numbers import Number, parse


def _first(text: str) -> Number | None:
    words = text.split()
    for i in range(len(words)):
        found = parse(words, i)
        if found is not None:
            return found
    return None


@pytest.mark.parametrize(
    ("words", "low", "high", "approx", "vague"),
    [
        ("137 people", 137, 137, False, None),
        ("1,240 people", 1240, 1240, False, None),
        ("twenty-two corpses", 22, 22, False, None),
        ("one hundred and four wounded", 104, 104, False, None),
        ("two thousand three hundred", 2300, 2300, False, None),
        ("a hundred and sixty dead", 160, 160, False, None),
        ("half a million people", 500_000, 500_000, False, None),
        ("1.2 million people", 1_200_000, 1_200_000, False, None),
        ("two dozen men", 24, 24, False, None),
        ("half a dozen men", 6, 6, False, None),
        ("at least 40 bodies", 40, None, False, None),
        ("no fewer than 12 people", 12, None, False, None),
        ("not under eighty", 80, None, False, None),
        ("more than a hundred people", 101, None, False, None),
        ("over 80 people", 81, None, False, None),
        ("up to nine men", None, 9, False, None),
        ("as many as 100 civilians", None, 100, False, None),
        ("fewer than ten of them", None, 9, False, None),
        ("nearly 200 people", None, 200, True, None),
        ("about a hundred families", 100, 100, True, None),
        ("some 700 civilians", 700, 700, True, None),
        ("maybe twenty", 20, 20, True, None),
        ("50+ people", 50, None, False, None),
        ("40 or more people", 40, None, False, None),
        ("20 or so people", 20, 20, True, None),
        ("thirty-odd people", 30, None, True, None),
        ("between eight and 11 people", 8, 11, False, None),
        ("15 - 20 people", 15, 20, False, None),
        ("90 to 110 people", 90, 110, False, None),
        ("seven or eight fighters", 7, 8, False, None),
        ("8 , maybe 9 children", 8, 9, False, None),
        ("dozens of people", 24, None, False, "dozens"),
        ("scores of people", 40, None, False, "scores"),
        ("hundreds of people", 200, None, False, "hundreds"),
        ("several people", 3, None, False, "several"),
        ("a handful of people", 3, None, False, "a handful"),
        ("a couple of ushers", 2, 2, False, "a couple"),
        ("many people", None, None, False, "many"),
        ("at least some civilians", 1, None, False, "at least some"),
    ],
)
def test_words_give_their_bounds(
    words: str, low: int | None, high: int | None, approx: bool, vague: str | None
) -> None:
    found = _first(words)
    assert found is not None
    assert (found.low, found.high, found.approx, found.vague) == (low, high, approx, vague)


@pytest.mark.parametrize("words", ["as many people", "how many people", "the people", "in total", "a man"])
def test_other_words_are_no_numbers(words: str) -> None:
    assert _first(words) is None


@pytest.mark.parametrize("words", ["we lost a few", "there were a couple", "a large number", "an"])
def test_a_vague_number_may_be_the_last_words_of_a_sentence(words: str) -> None:
    tokens = words.split()
    for at in range(len(tokens)):
        parse(tokens, at)
