"""Laws of gates: a pattern that is asked only where a word it needs stands answers as it would without."""

import ast
import re
from dataclasses import fields
from functools import reduce
from operator import or_
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.claims import read
from harmtrace.language import english, languages
from harmtrace.language.arabic import pieces
from harmtrace.language.arabic import stances as arabic
from harmtrace.language.arabic.grammar import Arabic
from harmtrace.language.arabic.letters import letters
from harmtrace.language.english import stances
from harmtrace.language.english.answer_words import CLASSES
from harmtrace.language.english.answers import NEEDS, answers
from harmtrace.language.english.cues import CUES
from harmtrace.language.english.grammar import English
from harmtrace.language.english.moments import MOMENTS
from harmtrace.language.english.triggers import TRIGGERS
from harmtrace.language.english.words import LEX
from harmtrace.language.gated import Gated
from harmtrace.language.grammar import EVENT, HARM, RISK
from harmtrace.language.needs import needs, plain
from harmtrace.language.places import Gazetteer
from harmtrace.language.sentences import split
from harmtrace.language.triggers import Triggers
from harmtrace.language.western import western
from harmtrace.records.claim import Casualty
from harmtrace.records.text import Document, Sha256
from tests import corpus

SENTENCES = tuple(text.text[start:end] for text in corpus.load("en") for start, end in split(text.text))
GATED = {field.name: cue for field in fields(CUES) if isinstance(cue := getattr(CUES, field.name), Gated)}
GATED["moments"] = MOMENTS.more
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


TIMES = st.lists(
    st.sampled_from(
        (
            "in the second quarter half Q3 of 2016, same period last year a earlier during this month. past 48 hours "
            "three days on since then New Year to date until now On the 3rd, evening night nights thirtieth at tonight "
            "week 12: Mon Tue. Weds: sat FRI – morning am Sun,"
        ).split()
    ),
    max_size=9,
)


@given(TIMES, st.integers(0, 6))
def test_the_gates_of_words_of_time_hide_none_of_them(words: list[str], start: int) -> None:
    text = " ".join(words)
    found, plain = MOMENTS.more.finditer(text, start), MOMENTS.more.pattern.finditer(text, start)
    assert [str(one) for one in found] == [str(one) for one in plain]


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


ENGLISH = English()
#: Words of the rules that hold a piece of harm or strike and tell of neither.
ORDINARY = frozenset(
    (
        "afterwards bulletin changed closes closing daddies dismissing exchanged forwards kiddies laddies ladies "
        "livestock oblast oblasts relocated stewards studied studies towards upwards"
    ).split()
)


def _told(word: str) -> bool:
    return bool(ENGLISH.triggers(f"The {word} there."))


def _words_of_rules() -> set[str]:
    """Return every word of letters that stands in a table or a pattern of the English rules."""
    found = set(LEX)
    for path in Path(english.__file__).parent.rglob("*.py"):
        if path.name != "triggers.py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and not node.value[:1].isupper():
                    found.update(re.findall(r"[a-z]{3,}", re.sub(r"\\.", "  ", node.value)))
    return {word for word in found if re.fullmatch("[a-z]+", word)}


def test_every_word_that_an_english_rule_reads_opens_its_text_if_it_holds_a_piece_of_harm() -> None:
    pieces = [piece for bit in (HARM, EVENT) for piece in TRIGGERS[bit]]
    holding = {word for word in _words_of_rules() if any(piece in f" {word} " for piece in pieces)}
    assert len(holding) > 250
    assert {word for word in holding if not _told(word)} == ORDINARY & holding
    assert {word for word in holding if not _told(word.upper())} == ORDINARY & holding


@pytest.mark.parametrize(
    "word", "Killed airstrikes UNHARMED bombardment hurt deadliest untraced footsoldiers unconscious bloodied".split()
)
def test_a_word_of_harm_opens_its_text_however_it_is_put_together(word: str) -> None:
    assert _told(word)


@pytest.mark.parametrize(
    "word",
    "Maimtel Retmaim Killein Paislain Tollend Hurterk skilled studied towards closing livestock afraid".split(),
)
def test_a_name_or_an_ordinary_word_with_a_piece_of_harm_in_it_opens_no_text(word: str) -> None:
    assert not _told(word)


@pytest.mark.parametrize("word", ["killed", "skilled", "xdeath"])
def test_no_more_letters_round_a_word_of_harm_are_looked_at_than_a_front_or_back_has(word: str) -> None:
    seen: list[int] = []

    def told(piece: str, front: str, back: str) -> bool:
        seen.append(len(front) + len(back))
        return False

    assert not Triggers({HARM: TRIGGERS[HARM]}, told).opens(word * 300)
    assert len(seen) >= 300
    assert max(seen) <= 48


WORDS = {
    "en": (
        "nine 12 people civilians children a man the army was were had been not by in and said police of , . "
        "Maimtel Retmaim Killein Slainda skilled skill studied studies towards closing closes afraid deadline "
        "retreated livestock bulletin cooperation"
    ).split(),
    "ar": (
        "تسعة 12 مدنيين أطفال رجل الجيش كان في و وقال ولم من ، . شارديم وظاركام هانزال نامصير "
        "زلزالين سالم متقدم يحيا راحة"
    ).split(),
}


@pytest.mark.parametrize("tag", sorted(WORDS))
@given(st.data())
def test_a_text_that_only_holds_pieces_of_harm_within_other_words_claims_no_harm(tag: str, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[tag]), min_size=3, max_size=14)))
    if not languages.reader(text).triggers(text):
        with patch.object(Triggers, "opens", return_value=True), patch.object(pieces, "opens", return_value=True):
            document = Document(id="d", text=text, sha256=Sha256("0" * 64), language=tag)
            assert not [one for one in read(document, gazetteer=Gazetteer.of([])).claims if isinstance(one, Casualty)]


@given(st.text(st.sampled_from("aKil ledsUR.’“”é\u00adк\u200bق\u212aİ😀"), max_size=40))
def test_a_text_in_western_letters_opens_as_it_does_in_small_letters(text: str) -> None:
    plain = western(text)
    if plain is not None:
        assert len(plain) == len(text)
        assert ENGLISH._triggers.opens(plain) == ENGLISH._triggers.opens(text.lower())


@given(st.text(st.sampled_from("ab é\u00ad’\u200b\u2066к\ud800قﻻ😀ۯ"), max_size=12))
def test_what_a_text_is_written_in_is_told_as_its_letters_tell_it(text: str) -> None:
    assert languages.unseen(text) == (re.search(f"[{languages.SOFT_HYPHEN}{languages.UNSEEN}]", text) is not None)
    found = languages.reader(text, tags=languages.TAGS)
    assert {one.tag for one in found.languages} | ({"en"} if text.isascii() else set()) == {
        one.tag for one in languages.ALL if one.letter.search(text) is not None
    } | ({"en"} if text.isascii() else set())


def _without_harm() -> list[Document]:
    """Return the gate's texts less every sentence with a word of harm or risk: strikes and answers are left."""
    out = []
    for language, grammar in (("en", English()), ("ar", Arabic())):
        for number, text in enumerate(corpus.load(language)):
            found = grammar.triggers(text.text)
            kept = [
                text.text[a:b]
                for a, b in grammar.sentences(text.text, 0, len(text.text))
                if not any(a <= at < b and bits & (HARM | RISK) for at, bits in found)
            ]
            left = "\n\n".join(kept)
            out.append(Document(id=f"{language}-{number}", text=left, sha256=Sha256("0" * 64), language=language))
    return out


def test_a_text_without_a_word_of_harm_says_the_same_read_whole_or_where_it_answers() -> None:
    """Its counts count nobody, and a sentence that states nothing tells only of what stands in it."""

    def said() -> list[tuple[object, ...]]:
        found = (read(text, gazetteer=Gazetteer(rows=())) for text in _without_harm())
        return [(one.claims, one.issues, [a for a in one.accounts if a.when or a.places or a.causes]) for one in found]

    short = said()
    with patch("harmtrace.claims.reader._Reader._hush"):
        whole = said()
    assert short == whole
    assert sum(bool(claims) for claims, _, _ in whole) > 3
    assert sum(bool(accounts) for _, _, accounts in whole) > 3
