"""Soft hyphens are part of no word, and offsets still count them."""

from hypothesis import given
from hypothesis import strategies as st

from harmtrace.claims import hidden
from harmtrace.records.claim import Casualty
from harmtrace.records.text import Document, Sha256, Zone, ZoneKind
from tests.reading import read_text

PLAIN = (
    "A raid on Ostrel on Sunday killed twenty-three civilians. Nine others were wounded, the mayor of Saltmarket said."
)


def _without_marks(text: str) -> list[tuple[object, ...]]:
    claims = read_text(text, published="2021-05-04").claims
    return [
        (c.quote.replace(hidden.SOFT_HYPHEN, ""), c.speaker, c.where, c.when, c.count)
        for c in claims
        if isinstance(c, Casualty)
    ]


@given(st.sets(st.integers(min_value=1, max_value=len(PLAIN) - 1), max_size=12))
def test_a_text_says_the_same_wherever_its_words_may_be_broken(places: set[int]) -> None:
    marked = "".join((hidden.SOFT_HYPHEN if k in places else "") + letter for k, letter in enumerate(PLAIN))
    assert _without_marks(marked) == _without_marks(PLAIN)
    for claim in read_text(marked, published="2021-05-04").claims:
        assert marked[claim.start : claim.end] == claim.quote
        assert isinstance(claim, Casualty)
        assert claim.start <= claim.number_start < claim.number_end <= len(marked)


def test_zones_move_with_their_words() -> None:
    text = "Sha\u00adre\nShells killed two peo\u00adple."
    zone = Zone(start=0, end=6, kind=ZoneKind.MENU, why="a word of menus")
    document = Document(id="a", text=text, sha256=Sha256("0" * 64), zones=(zone,))
    (moved,) = hidden.without(document).zones
    assert hidden.without(document).text[moved.start : moved.end] == "Share"
