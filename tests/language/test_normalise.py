"""Reversible normalisation: one spelling, and every character's place in the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.language.normalise import normalise

_ODD = "\u00a0\u2009\u00ad\u0640\u200b\u200e\u202e\u2067\u0301\u0327\u0654\u1112\u1161\u11ab"
_TEXTS = st.text(alphabet=st.sampled_from("ab 1.\n\r“”„«»‘’–—‑éeقتلاﷲ한" + _ODD)) | st.text()


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("“Two dead,” he said", '"Two dead," he said'),
        ("the city’s clinic", "the city's clinic"),
        ("«بيان»", '"بيان"'),
        ("12\u00a0people", "12 people"),
        ("non\u2011combatants", "non-combatants"),
        ("dead — all of them", "dead – all of them"),
        ("شهـــيد", "شهيد"),
        ("\u202e21\u202c dead", "21 dead"),
        ("cafe\u0301", "café"),
        ("ا\u0653", "آ"),
    ],
)
def test_one_spelling_stands_for_many(written: str, plain: str) -> None:
    assert normalise(written).text == plain


def test_a_range_is_found_again_as_it_was_written() -> None:
    text = "The clinic counted «شهـــيد» and\u200b two more."
    found = normalise(text)
    at = found.text.index("شهيد")
    start, end = found.original(at, at + 4)
    assert text[start:end] == "شهـــيد"


def test_newlines_stay_as_they_are() -> None:
    assert normalise("a\r\nb\u00a0c\n").text == "a\r\nb c\n"


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_ascii_is_returned_itself(text: str) -> None:
    found = normalise(text)
    assert found.text is text
    assert found.starts is None


@given(_TEXTS)
def test_the_result_is_composed_and_stays_so(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once
    assert unicodedata.is_normalized("NFC", once)


@given(_TEXTS, st.data())
def test_the_original_of_a_range_normalises_to_that_range(text: str, data: st.DataObject) -> None:
    found = normalise(text)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    first, last = found.original(start, end)
    assert 0 <= first <= last <= len(text)
    if start < end:
        back = found.normalised(first, last)
        assert back[0] <= start
        assert end <= back[1]
        assert found.text[start:end] in normalise(text[first:last]).text


@given(_TEXTS)
def test_ranges_side_by_side_keep_their_order(text: str) -> None:
    found = normalise(text)
    places = [found.original(at, at + 1) for at in range(len(found.text))]
    assert places == sorted(places)
    assert all(first < last for first, last in places)
