"""A text that stops anywhere is read: what a caption or a forwarded message cut off must stop no reader."""

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
