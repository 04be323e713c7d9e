"""A text that stops anywhere, or whose digits are odd, is read: captions and forwarded messages are such."""

import random
import re

import pytest

from tests import corpus
from tests.reading import read_text


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_text_cut_behind_a_comma_is_read(language: str) -> None:
    read = 0
    for one in corpus.load(language)[:30]:
        words = one.text.split(" ")
        for last in range(3, len(words), 9):
            read_text(" ".join(words[:last]) + "،", published="2031-05-04", language=language)
            read += 1
    assert read > 50


#: What stands where a number or a day was: raised, circled, of other scripts, absurd, on no calendar.
_ODD = [
    *("²", "①", "٣", "९", "1" * 400, "0", "½", "3²", "²-year-old"),
    *("31/31/9999", "9999-12-31", "1/1/1", "Feb 30", "1-31 حزيران"),
    *("30 رمضان 9800", "12² ساعة"),
]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("published", [None, "1001-01-01", "9998-12-31"])
def test_a_text_with_odd_digits_and_days_is_read(language: str, published: str | None) -> None:
    chance = random.Random(41)
    for one in corpus.load(language):
        text = re.sub(r"\d+", lambda found: chance.choice(_ODD) if chance.random() < 0.5 else found[0], one.text)
        words = text.split(" ")
        for _ in range(3):
            words.insert(chance.randrange(len(words)), chance.choice(_ODD))
        read_text(" ".join(words), published=published, language=language)
