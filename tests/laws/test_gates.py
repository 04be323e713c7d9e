"""Laws of gates: a pattern that is asked only where a word it needs stands answers as it would without."""

import re
from dataclasses import fields
from functools import reduce
from operator import or_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.language.arabic import pieces
from harmtrace.language.arabic import stances as arabic
from harmtrace.language.arabic.letters import letters
from harmtrace.language.english import stances
from harmtrace.language.english.answer_words import CLASSES
from harmtrace.language.english.answers import NEEDS, answers
from harmtrace.language.english.cues import CUES
from harmtrace.language.gated import Gated
from harmtrace.language.needs import needs, plain
from harmtrace.language.sentences import split
from tests import corpus

SENTENCES = tuple(text.text[start:end] for text in corpus.load("en") for start, end in split(text.text))
GATED = {field.name: cue for field in fields(CUES) if isinstance(cue := getattr(CUES, field.name), Gated)}
PATTERNS = [pattern for table in (stances._POSITIONS, stances._BLAMES) for *_, pattern in table._rows]
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


def _masked(places: list[tuple[int, int]]) -> int:
    return reduce(or_, (bits for _, bits in places), 0)


def test_the_needs_of_english_positions_and_blame_hide_nothing_in_the_corpus() -> None:
    for sentence in SENTENCES:
        mask = _masked(stances.find(sentence))
        for table in (stances._POSITIONS, stances._BLAMES):
            plain = [(name, m.span()) for _, name, _, pattern in table._rows for m in pattern.finditer(sentence)]
            assert [(name, m.span()) for _, name, m in table.matches(sentence, mask)] == plain


ANSWERS = st.lists(
    st.sampled_from(
        sorted(
            {word for words in CLASSES.values() for word in words.split()}
            | {"Army's", "didn't", "GNA", ".", ",", "the"}
        )
    ),
    max_size=9,
)


@given(ANSWERS)
def test_what_an_answer_needs_stands_wherever_its_rule_holds(words: list[str]) -> None:
    sentence = " ".join(words)
    needed = stances._ANSWERS.rules(_masked(stances.find(sentence)))
    assert list(answers(sentence, needed)) == list(answers(sentence, range(len(NEEDS))))


def test_the_needs_of_arabic_positions_and_blame_hide_nothing_in_the_corpus() -> None:
    arabic.ready()
    ((stated, laid),) = arabic._OPENED
    patterns = (
        (stated, [p for _, _, p in arabic._POSITIONS]),
        (laid, [p for _, p in arabic._BLAMES]),
    )
    for text in corpus.load("ar"):
        for start, end in split(text.text):
            found = letters(text.text[start:end])
            held = pieces.held(found, 0, len(found.text))
            for opened, rows in patterns:
                rules = set(opened.rules(held))
                for number, pattern in enumerate(rows):
                    assert number in rules or pattern.search(found.text) is None


@given(st.sampled_from(PATTERNS), PIECES)
def test_what_a_pattern_needs_stands_wherever_it_matches(pattern: re.Pattern[str], words: list[str]) -> None:
    sentence = " ".join(words)
    match = pattern.search(sentence)
    if match is not None:
        held = f" {plain(sentence)} "
        for need in needs(pattern.pattern, pattern.flags):
            assert any(piece in held for piece in need)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bown(?:s|ed)? (?:up )?to\b", "They “own up” — owned up to it."),
        (r"\b(?:air[ -]?strikes?|raid(?=s))\b|\Bx", "Air-strikes; raids"),
        (r"(?:did|had)(?: n['’]t| not)? (?!x)(?:\w+ )?(?:fired|hit)", "They did n’t ever hit"),
        (r"[A-C]bc(?i:DEF){2}", "Abcdefdef"),
        (r"(?:a|bc|def)?ghi(?:jk)*(?:lm)+", "ghilmlm"),
        (r"(?<=of )the (?P<who>\w+)(?: \1)? (?>army|navy)s*+", "of the Royal navys"),
        (r"über\s+uns", "Über uns"),
    ],
)
def test_the_needs_of_every_kind_of_part_are_met(pattern: str, text: str) -> None:
    assert re.search(pattern, text, re.IGNORECASE) is not None or pattern.endswith("*+")
    for need in needs(pattern, re.IGNORECASE):
        assert any(piece in f" {plain(text)} " for piece in need), need
