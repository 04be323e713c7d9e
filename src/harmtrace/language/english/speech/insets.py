"""Attributions set into a clause, which a count and its verb stand round: "Nine people, says the mayor, were killed"."""

from harmtrace.language.english.counts.words import BE
from harmtrace.language.english.speech.words import AUX, QUOTES
from harmtrace.language.english.words import LEX, NUMBER_WORDS, SAY_WORDS
from harmtrace.language.tokens import Tokens

_MARKS = frozenset((",", "-", "–", "—", "(", ")"))
#: Classes of what a clause goes on with behind an inset: a verb.
_GOES_ON = "akdiLVRXr1IKBD"
_LONGEST = 14


def insets(tokens: Tokens, tags: str) -> dict[int, int]:
    """Return the insets of a sentence by their first token, each with the token after it; ``tags`` are its classes."""
    if tags.count(",") + tags.count("(") < 2 or ("s" not in tags and "S" not in tags):
        return {}
    words = tokens.words
    out: dict[int, int] = {}
    for v in range(2, len(words) - 2):
        if words[v] not in SAY_WORDS and words[v] != "according":
            continue
        first = next((k for k in range(v - 1, max(0, v - _LONGEST), -1) if words[k] in _MARKS), 0)
        last = next((k for k in range(v + 1, min(len(words) - 1, v + _LONGEST)) if words[k] in _MARKS), 0)
        if not first or not last or first in out or not _plain(words[first + 1 : last]):
            continue
        on = last + 1
        while on < len(words) - 1 and (words[on] in QUOTES or words[on] in AUX - BE):
            on += 1
        if (words[on] in BE or LEX.get(words[on], "-") in _GOES_ON) and words[first - 1] not in ("and", "but"):
            out[first] = last + 1
    return out


def _plain(inside: list[str]) -> bool:
    """Tell whether words say who speaks and count nobody."""
    if inside[0] in ("and", "but", "while", "as", "which", "who") and inside[0] != "as":
        return False
    return not any(word[0].isdigit() or word in NUMBER_WORDS or word in QUOTES or word in (";", ":", ".", "that") for word in inside)
