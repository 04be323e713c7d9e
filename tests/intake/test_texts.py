"""Bytes to text: what is kept as written, and what is named when it is odd."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.intake.texts import decode

_LINE = "Four people died, the mayor said – «أربعة شهداء»."


@pytest.mark.parametrize("newlines", ["\n", "\r\n", "\r", "\r\n\n\r"])
def test_newlines_are_kept_as_they_are(newlines: str) -> None:
    text = f"one{newlines}two{newlines}"
    found = decode(text.encode(), "a.txt")
    assert found.text == text
    assert found.issues == ()


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + _LINE.encode(), "a.txt").text == _LINE


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_other_unicode_is_read_by_its_mark(encoding: str) -> None:
    found = decode(_LINE.encode(encoding), "a.txt")
    assert found.text == _LINE
    assert found.issues == ()


@pytest.mark.parametrize(("encoding", "said"), [("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be")])
def test_utf_16_without_a_mark_is_read_and_named(encoding: str, said: str) -> None:
    text = "Four people died on Monday, the mayor said."
    found = decode(text.encode(encoding), "a.txt")
    assert found.text == text
    assert [issue.code for issue in found.issues] == ["encoding"]
    assert said in found.issues[0].message


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        ("The café’s owner counted four dead.", "cp1252", "Windows-1252"),
        ("استشهاد أربعة مدنيين في القصف", "cp1256", "Windows-1256"),
    ],
)
def test_a_wrong_encoding_is_read_and_named_with_its_byte(text: str, encoding: str, said: str) -> None:
    data = text.encode(encoding)
    found = decode(data, "a.txt")
    assert found.text == text
    (issue,) = found.issues
    assert issue.code == "encoding"
    assert "expected UTF-8" in issue.message
    assert said in issue.message
    first = next(at for at, byte in enumerate(data) if byte > 127)
    assert f"byte {first} " in issue.message


def test_one_broken_character_does_not_cost_the_others() -> None:
    data = _LINE.encode().replace("أ".encode(), b"\xd8", 1)
    found = decode(data, "a.txt")
    assert found.text == _LINE.replace("أ", "\ufffd", 1)
    assert [issue.code for issue in found.issues] == ["encoding"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(256)) * 20, "control characters"),
        (b"\0" * 4096, "control characters"),
    ],
)
def test_binary_content_is_refused_and_named(data: bytes, said: str) -> None:
    found = decode(data, "a.txt")
    assert found.text is None
    (issue,) = found.issues
    assert issue.code == "binary"
    assert said in issue.message


def test_a_few_nul_bytes_are_kept_and_named_with_line_and_character() -> None:
    found = decode(b"Four people died.\nNine were\0hurt.", "a.txt")
    assert found.text == "Four people died.\nNine were\0hurt."
    (issue,) = found.issues
    assert (issue.code, issue.start) == ("nul-bytes", 27)
    assert "line 2" in issue.message


def test_controls_that_reorder_the_text_are_kept_and_named() -> None:
    text = "Toll: \u202e73\u202c dead"
    found = decode(text.encode(), "a.txt")
    assert found.text == text
    issue, reordered = found.issues
    assert (issue.code, issue.start) == ("bidi-controls", 6)
    assert (reordered.code, reordered.start, reordered.end) == ("reordered-number", 7, 9)
    assert "U+202E" in issue.message
    assert "2 in all" in issue.message


def test_marks_of_direction_in_arabic_are_ordinary() -> None:
    assert decode("\u200f+50 شهيد".encode(), "a.txt").issues == ()


@given(st.text())
def test_every_text_in_utf_8_comes_back_or_is_refused_with_a_reason(text: str) -> None:
    data = text.encode("utf-8")
    found = decode(data, "a.txt")
    assert found.text in (text, text.removeprefix("\ufeff")) or found.issues


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    found = decode(data, "a.txt")
    assert found.text is not None or found.issues
