"""Quotation marks as real pages have them."""

import pytest

from harmtrace.copies.speech import quoted, unpunctuated

CASES = [
    ('He said "we fired" and left.', ["we fired"]),
    ("He said “we fired” and left.", ["we fired"]),
    ("وقال «أطلقنا النار» ثم مضى.", ["أطلقنا النار"]),
    ("It was ‘an error of the crew’, he said; the crew’s log is lost.", ["an error of the crew"]),
    ("We fired at boats,” he said.", ["We fired at boats,"]),
    ("“We fired.\n\n“We missed,” he said.", ["We fired.", "We missed,"]),
    ('The boat was 12" long.', []),
    ("No marks at all.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_quoted_words_are_found(text: str, wanted: list[str]) -> None:
    assert [text[s:e] for s, e in quoted(text)] == wanted


def test_lines_without_punctuation_are_no_prose_beside_lines_that_have_it() -> None:
    text = "home news sport weather\n\nThe ferry sank on Monday, the mayor said."
    assert [text[s:e] for s, e in unpunctuated(text)] == ["home news sport weather"]
    assert unpunctuated("a post without any stops at all") == ()
