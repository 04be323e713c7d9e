"""What stands between a count and its verb: "Nine people, says the mayor, were killed", "a cook, who …, died"."""

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
    if tags.count(",") + tags.count("(") < 2:
        return {}
    words = tokens.words
    out: dict[int, int] = {}
    if "w" in tags and not _RELATIVES.isdisjoint(words):
        _relative(words, out)
    if "s" not in tags and "S" not in tags:
        return out
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


def _relative(words: list[str], out: dict[int, int]) -> None:
    """Add the clauses that tell more of a noun and count nobody: ", whose house stood by the bridge,"."""
    for first in range(1, len(words) - 4):
        if words[first] != "," or not (words[first + 1] in ("who", "whose") or (words[first + 1] in _SHARES and words[first + 2 : first + 4] == ["of", "whom"])):
            continue
        last = next((k for k in range(first + 3, min(len(words) - 1, first + 20)) if words[k] in (",", ";", ".", ":")), None)
        if last is None or words[last] != ",":
            continue
        inside = words[first + 1 : last]
        if any((word[0].isdigit() and len(word) < 4) or word in NUMBER_WORDS or word in QUOTES for word in inside):
            continue
        if words[last + 1] in BE or LEX.get(words[last + 1], "-") in "akdi":
            out[first] = last + 1


_RELATIVES = frozenset(("who", "whose", "whom"))
_SHARES = frozenset("most many some several all both none".split())


def _plain(inside: list[str]) -> bool:
    """Tell whether words say who speaks and count nobody."""
    if inside[0] in ("and", "but", "while", "as", "which", "who") and inside[0] != "as":
        return False
    return not any(word[0].isdigit() or word in NUMBER_WORDS or word in QUOTES or word in (";", ":", ".", "that") for word in inside)
