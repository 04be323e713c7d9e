"""Patterns that are compiled when first asked."""

import re

import pytest

from harmtrace.language.late import Late, late


def test_it_answers_as_the_compiled_pattern_does() -> None:
    pattern, plain = late(r"(?P<a>b+)c", re.IGNORECASE), re.compile(r"(?P<a>b+)c", re.IGNORECASE)
    assert str(pattern.search("aBBc")) == str(plain.search("aBBc"))
    assert str(pattern.match("bc", 0, 2)) == str(plain.match("bc", 0, 2))
    assert [m.span() for m in pattern.finditer("bcbc")] == [m.span() for m in plain.finditer("bcbc")]
    assert pattern.sub("x", "bc") == "x"
    assert pattern.groupindex == plain.groupindex


def test_its_words_and_flags_can_be_asked_without_compiling_it() -> None:
    broken = Late("(", re.IGNORECASE)
    assert (broken.pattern, broken.flags) == ("(", re.IGNORECASE)
    with pytest.raises(re.error):
        broken.search("x")


def test_it_has_nothing_that_a_pattern_has_not() -> None:
    with pytest.raises(AttributeError):
        _ = Late("a", 0).absent
