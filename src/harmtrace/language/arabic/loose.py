"""Patterns in folded Arabic letters that find words however they are spelt."""

import re
from typing import Final

from harmtrace.language.late import late

_MARKS: Final = "[\u0640\u064b-\u0652\u0670\u0621]*"
_SPELT: Final = {"ا": "[اأإآٱ]", "ي": "[يىئی]", "ه": "[هة]", "و": "[وؤ]", "ك": "[كک]"}


def loose(pattern: str) -> re.Pattern[str]:
    """Return a pattern in folded letters that finds them however they are spelt.

    >>> loose("غاره|اسرايل").search("غـارةٌ") is not None
    True
    """
    pieces = re.split(r"(\[[^\]]*\])", pattern)
    return late("".join(piece if piece.startswith("[") else _spelt(piece) for piece in pieces))


def _spelt(letters: str) -> str:
    return "".join(_SPELT.get(char, char) + _MARKS if "\u0620" < char < "\u064b" else char for char in letters)
