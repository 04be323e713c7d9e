"""Unseen marks and odd spellings of numbers: read as they are meant, and offsets still count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.claims import respelt
from harmtrace.language.languages import SOFT_HYPHEN
from harmtrace.records.claim import Casualty
from harmtrace.records.text import Document, Sha256, Zone, ZoneKind
from tests.reading import read_text

PLAIN = (
    "A raid on Ostrel on Sunday killed twenty-three civilians. Nine others were wounded, the mayor of Saltmarket said."
)


def _without_marks(text: str) -> list[tuple[object, ...]]:
    claims = read_text(text, published="2021-05-04").claims
    return [
        (c.quote.replace(SOFT_HYPHEN, ""), c.speaker, c.where, c.when, c.count)
        for c in claims
        if isinstance(c, Casualty)
    ]


@given(st.sets(st.integers(min_value=1, max_value=len(PLAIN) - 1), max_size=12))
def test_a_text_says_the_same_wherever_its_words_may_be_broken(places: set[int]) -> None:
    marked = "".join((SOFT_HYPHEN if k in places else "") + letter for k, letter in enumerate(PLAIN))
    assert _without_marks(marked) == _without_marks(PLAIN)
    for claim in read_text(marked, published="2021-05-04").claims:
        assert marked[claim.start : claim.end] == claim.quote
        assert isinstance(claim, Casualty)
        assert claim.start <= claim.number_start < claim.number_end <= len(marked)


def test_zones_move_with_their_words() -> None:
    text = "Sha\u00adre\nShells killed two peo\u00adple."
    zone = Zone(start=0, end=6, kind=ZoneKind.MENU, why="a word of menus")
    document = Document(id="a", text=text, sha256=Sha256("0" * 64), zones=(zone,))
    shown = respelt.Respelt(document, respelt.edits(text)).document
    (moved,) = shown.zones
    assert shown.text[moved.start : moved.end] == "Share"


def _killed(text: str) -> list[tuple[int | None, int | None, str]]:
    claims = read_text(text, published="2021-05-04", language="ar" if "قتل" in text else "en").claims
    for one in claims:
        assert text[one.start : one.end] == one.quote
    return [(c.count.low, c.count.high, c.who.value) for c in claims if isinstance(c, Casualty)]


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        *((spelt, 1200, 1200) for spelt in ("1\u200b200", "1\u2009200", "1\u202f200", "1\u00a0200", "1 200", "1'200")),
        *((spelt, 1200, 1200) for spelt in ("1’200", "1_200", "1٬200", "1.200", "1.2k")),
        *(
            (spelt, 12, 12)
            for spelt in ("1\u200d2", "1\u20602", "12\u200b", "\ufeff12", "12¹", "12[3]", "12[3][14]", "１２", "١٢")
        ),
        *((spelt, 10, 12) for spelt in ("10‒12", "10−12", "10‐12", "10~12", "10--12", "10…12", "10/12")),
        ("1,20,000", 120000, 120000),
        ("2K", 2000, 2000),
    ],
)
def test_a_number_is_read_however_its_signs_are_set(written: str, low: int, high: int) -> None:
    assert _killed(f"A strike on Ostrel killed {written} civilians.") == [(low, high, "civilian")]
    assert _killed(f"قتلت الغارة على أوسترل {written} مدنياً.") == [(low, high, "civilian")]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        *((spelt, 18) for spelt in ("1.5 dozen", "a dozen and a half", "one and a half dozen")),
        *(("2½ dozen", 30), ("3 1/2 dozen", 42), ("two and a half thousand", 2500), ("a thousand and a half", 1500)),
        *((spelt, 12) for spelt in ("12 (twelve)", "twelve (12)")),
    ],
)
def test_a_number_in_halves_or_told_twice_is_one_number(written: str, number: int) -> None:
    assert _killed(f"A strike on Ostrel killed {written} civilians.") == [(number, number, "civilian")]


def test_a_numeral_told_again_in_words_is_one_number_in_arabic() -> None:
    assert _killed("قتلت الغارة على أوسترل 12 (اثني عشر) مدنياً.") == [(12, 12, "civilian")]


@pytest.mark.parametrize("written", ["1e3", "0x10", "10⁶", "1O", "1,20", "12½", "½", "Ⅻ", "12/10"])
def test_what_is_written_like_a_number_and_is_none_is_set_aside_with_its_reason(written: str) -> None:
    english, arabic = (
        f"A strike on Ostrel killed {written} people and 3 soldiers.",
        f"قتلت الغارة على أوسترل {written} شخص.",
    )
    for text in (english, arabic):
        reading = read_text(text, published="2021-05-04", language="ar" if "قتل" in text else "en")
        assert all(isinstance(c, Casualty) and c.count.low == 3 for c in reading.claims)
        assert written in [one.quote for one in reading.set_aside if text[one.start : one.end] == one.quote]


def test_words_glued_to_both_sides_of_a_number_are_parted() -> None:
    assert _killed("A strike on Ostrel killed12civilians.") == [(12, 12, "civilian")]


@pytest.mark.parametrize(
    "text",
    [
        "The camera rested on 38S LF 306 227 for a minute.",
        "A strike on 3/4 killed 5 people.",
        "In 2019 300 people were killed.",
        "A raid at 10.30 killed 5 people.",
    ],
)
def test_grid_references_days_and_hours_stay_as_they_are(text: str) -> None:
    assert not respelt.edits(text)
