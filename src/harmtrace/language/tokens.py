"""Text to tokens with offsets: the words that every grammar reads."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?"  # a clock time
    r"|\d+(?:[.,]\d+)*(?:-(?:year|month|day|week|hour|storey|story)s?(?:-olds?)?\b|(?:st|nd|rd|th)\b|\+)?"
    r"|(?:[^\W\d_]\.){2,}(?:-[^\W\d_]+)*"  # U.S., a.m., U.S.-led
    r"|[^\W\d_]\w*(?:[-’'ʼ`][^\W_]\w*)*"  # words, with hyphens and apostrophes inside
    r"|…|\.\.\.|[^\w\s]"
)

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
    raw = _TOKEN.findall(text, start, end)
    starts: list[int] = []
    ends: list[int] = []
    at = start
    find = text.find
    for piece in raw:
        at = find(piece, at)
        starts.append(at)
        at += len(piece)
        ends.append(at)
    words = _SEPARATOR.join(raw).lower().replace("’", "'").replace("ʼ", "'").split(_SEPARATOR) if raw else []
    if len(words) != len(raw):  # lower-casing never changes the count, unless the text holds the separator
        words = [piece.lower() for piece in raw]
    return Tokens(words, raw, starts, ends)
