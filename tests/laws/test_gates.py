"""Laws of gates: a pattern that is asked only where a word it needs stands answers as it would without."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from harmtrace.language.english import stances
from harmtrace.language.english.cues import CUES
from harmtrace.language.gated import Gated
from harmtrace.language.sentences import split
from tests import corpus

SENTENCES = tuple(text.text[start:end] for text in corpus.load("en") for start, end in split(text.text))
GATED = {field.name: cue for field in fields(CUES) if isinstance(cue := getattr(CUES, field.name), Gated)}
PIECES = st.lists(st.sampled_from(sorted({word for sentence in SENTENCES for word in sentence.split()})), max_size=12)


def test_there_are_gated_turns_of_phrase() -> None:
    assert GATED


def test_a_gate_hides_nothing_in_the_corpus() -> None:
    for cue in GATED.values():
        for sentence in SENTENCES:
            assert str(cue.search(sentence)) == str(cue.pattern.search(sentence))


@given(st.sampled_from(sorted(GATED)), PIECES, st.integers(0, 20), st.integers(0, 80))
def test_a_gate_hides_nothing_in_any_order_of_words(name: str, words: list[str], start: int, end: int) -> None:
    text = " ".join(words)
    assert str(GATED[name].search(text, start, end)) == str(GATED[name].pattern.search(text, start, end))


def test_the_gates_of_positions_and_blame_hide_nothing_in_the_corpus() -> None:
    for sentence in SENTENCES:
        for table in (stances._POSITIONS, stances._BLAMES):
            plain = [(name, m.span()) for _, name, _, pattern in table._rows for m in pattern.finditer(sentence)]
            assert [(name, m.span()) for _, name, m in table.matches(sentence)] == plain
