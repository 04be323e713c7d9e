"""A claim as plain fields by name, and when two names in words are the same."""

import re
from typing import TypeAlias

Field: TypeAlias = str | int | bool | None
Fields: TypeAlias = dict[str, Field]

_SMALL_WORDS = frozenset(["the", "a", "an", "of", "in", "and", "al", "s"])


def same_words(found: str | None, wanted: str | None) -> bool:
    """Tell whether both are empty, or at least half of the wanted words are found.

    >>> same_words("the head of the civil defence", "civil defence")
    True
    >>> same_words("residents", None)
    False
    """
    wanted_words = _words(wanted)
    if not wanted_words:
        return not _words(found)
    return 2 * len(wanted_words & _words(found)) >= len(wanted_words)


def _words(text: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", (text or "").lower())) - _SMALL_WORDS
