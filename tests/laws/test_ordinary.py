"""Laws of what is passed over: texts of sport, cooking, trade, weather, travel and councils open next to nothing.

A piece that stands in ordinary words makes every text slow, and no test of single sentences shows it. So whoever
adds a piece and sees one of these fail has added one that is too common: take a longer one, or let it count only
beside another (docs/adr/0024). The bounds are counts, not times, of the day when they were set: they may fall, and
rise only with a reason.
"""

from pathlib import Path

import pytest

from harmtrace.language import languages
from harmtrace.language.arabic import stances as arabic
from harmtrace.language.english import stances as english
from harmtrace.language.grammar import COUNT, EVENT, HARM, RISK, STANCE
from harmtrace.language.sentences import split

TEXTS = {tag: (Path(__file__).parent / "ordinary" / f"{tag}.txt").read_text(encoding="utf-8") for tag in ("en", "ar")}


def _sentences(tag: str) -> list[int]:
    """Return the bits of each sentence of the ordinary texts of a language, as if its text had been opened."""
    text = TEXTS[tag] + {"en": "\nA strike killed nine.", "ar": "\nقتلت الغارة تسعة."}[tag]
    (language,) = languages.reader(text).languages
    triggers = language.grammar.triggers(text)
    out: list[int] = []
    for start, end in split(text, 0, len(TEXTS[tag])):
        bits = 0
        for at, meant in triggers:
            if start <= at < end:
                bits |= meant
        out.append(language.grammar.meaning(bits))
    return out


@pytest.mark.parametrize(("tag", "most"), [("en", 1), ("ar", 2)])
def test_ordinary_texts_are_not_opened(tag: str, most: int) -> None:
    texts = TEXTS[tag].split("\n\n")
    opened = [text.splitlines()[0] for text in texts if languages.reader(text).triggers(text)]
    assert len(texts) >= 8
    assert len(opened) <= most, opened


@pytest.mark.parametrize(("tag", "bit", "most"), [
    ("en", HARM, 2), ("en", RISK, 1), ("en", EVENT, 0), ("en", COUNT, 4), ("en", STANCE, 7),
    ("ar", HARM, 1), ("ar", RISK, 4), ("ar", EVENT, 1), ("ar", COUNT, 0), ("ar", STANCE, 32),
])  # fmt: skip
def test_few_ordinary_sentences_of_an_opened_text_are_read(tag: str, bit: int, most: int) -> None:
    found = _sentences(tag)
    assert len(found) > 70
    assert sum(bool(bits & bit) for bits in found) <= most


def test_hardly_a_frame_of_a_position_or_blame_is_tried_in_ordinary_sentences() -> None:
    tried = sum(len(english._POSITIONS.opened(bits)) + len(english._BLAMES.opened(bits)) for bits in _sentences("en"))
    assert tried <= 4
    arabic.ready()
    ((stated, laid),) = arabic._OPENED
    assert sum(len(stated.rules(bits)) + len(laid.rules(bits)) for bits in _sentences("ar")) <= 11
