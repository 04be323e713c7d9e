"""Words read by tables of characters are the words that the pattern finds."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.copies.letters import Letters
from harmtrace.copies.words import _WORD, fold

_LETTERS = Letters()
_ODD = st.sampled_from("aBé_7½ßﬁİﷺآىـ٢\u0301\u064b\u06dd漢각𝔘 .'\n")


@settings(deadline=None)
@given(st.text(_ODD, max_size=60) | st.text(max_size=40))
def test_the_words_scanned_are_those_that_the_pattern_finds(text: str) -> None:
    starts, ends, _ = _LETTERS.scan(text)
    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == [m.span() for m in _WORD.finditer(text)]


@settings(deadline=None)
@given(st.text(_ODD, max_size=60))
def test_words_have_one_hash_where_their_folds_are_one(text: str) -> None:
    starts, ends, hashes = _LETTERS.scan(text)
    words = [fold(text[s:e]) for s, e in zip(starts.tolist(), ends.tolist(), strict=True)]
    for (word, value), (other, other_value) in combinations(zip(words, hashes.tolist(), strict=True), 2):
        assert (word == other) == (value == other_value)


def test_a_long_text_is_read_as_in_one_piece() -> None:
    text = "salt tide, " * 20_000 + "x" * 150_000 + " mud"
    starts, ends, hashes = _LETTERS.scan(text)
    assert [(m.start(), m.end()) for m in _WORD.finditer(text)] == list(
        zip(starts.tolist(), ends.tolist(), strict=True)
    )
    assert len(set(hashes.tolist())) == 4
