"""Where sentences end."""

import pytest

from harmtrace.language.sentences import LONGEST, split


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ten died. Two were hurt.", ["Ten died.", "Two were hurt."]),
        ("Gen. Ostrel spoke. He left.", ["Gen. Ostrel spoke.", "He left."]),
        ("The U.S. Army said so. It left.", ["The U.S. Army said so.", "It left."]),
        ("It began at 5 p.m. Ten died.", ["It began at 5 p.m.", "Ten died."]),
        ("No. 12 Dock St. was hit.", ["No. 12 Dock St. was hit."]),
        ("“We left.” They said no.", ["“We left.”", "They said no."]),
        ("Some 1.2 million fled.", ["Some 1.2 million fled."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("1. Ten died. 2. Two died.", ["1. Ten died.", "2. Two died."]),
        ("What? nobody knows.", ["What? nobody knows."]),
        ("  ", []),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, pieces: list[str]) -> None:
    assert [text[a:b] for a, b in split(text)] == pieces


def test_a_wall_of_words_is_read_in_pieces() -> None:
    text = "word " * 2_000
    pieces = split(text)
    assert max(b - a for a, b in pieces) <= LONGEST
    assert "".join(text[a:b] for a, b in pieces).split() == text.split()
