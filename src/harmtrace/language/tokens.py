"""Text to tokens with offsets: the words that every grammar reads."""

import re
from dataclasses import dataclass
from operator import sub


def _token(letter: str, word: str, joined: str) -> re.Pattern[str]:
    """Return the pattern of one token, the commonest kind first, by what is a letter, in a word, and behind a hyphen."""
    return re.compile(
        # words, with hyphens and apostrophes inside; one letter alone, unless it opens an abbreviation
        rf"{letter}(?:{word}+(?:[-’'ʼ`]{joined}{word}*)*|(?:[-’'ʼ`]{joined}{word}*)+|(?!\.{letter}\.))"
        r"|\d(?:\d?:\d\d(?::\d\d)?"  # a clock time
        r"|\d*(?:[.,]\d+)*(?:-(?:year|month|day|week|hour|storey|story)s?(?:-olds?)?\b|(?:st|nd|rd|th)\b|\+)?)"
        rf"|(?:{letter}\.){{2,}}(?:-{letter}+)*"  # U.S., a.m., U.S.-led
        r"|\.\.\.|[^\w\s]"
    )


_TOKEN = _token(r"[^\W\d_]", r"\w", r"[^\W_]")
#: The same for text in ASCII alone, where it need not ask what is a letter.
_ASCII_TOKEN = _token("[A-Za-z]", "[A-Za-z0-9_]", "[A-Za-z0-9]")

_SEPARATOR = "\x00"


@dataclass(slots=True)
class Tokens:
    """The tokens of one stretch of text, as parallel lists.

    Attributes:
        words: lower-cased, curly apostrophes straightened.
        raw: as written.
        starts, ends: code points in the whole text, end exclusive.
    """

    words: list[str]
    raw: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.words)


def tokenise(text: str, start: int, end: int) -> Tokens:
    """Return the tokens of ``text[start:end]``, offsets counted in ``text``.

    >>> tokenise("U.S.-led jets killed 1,240.", 0, 27).words
    ['u.s.-led', 'jets', 'killed', '1,240', '.']
    """
    raw = (_ASCII_TOKEN if text[start:end].isascii() else _TOKEN).findall(text, start, end)
    at = start
    find = text.find
    ends = [at := find(piece, at) + len(piece) for piece in raw]
    starts = list(map(sub, ends, map(len, raw)))
    low = _SEPARATOR.join(raw).lower()
    if not low.isascii():
        low = low.replace("’", "'").replace("ʼ", "'")
    words = low.split(_SEPARATOR) if raw else []
    if len(words) != len(raw):  # lower-casing never changes the count, unless the text holds the separator
        words = [piece.lower() for piece in raw]
    return Tokens(words, raw, starts, ends)
