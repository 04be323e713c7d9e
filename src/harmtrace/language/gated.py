"""A pattern that is asked only where a word it cannot do without stands."""

import re
import sys
from typing import Final

from harmtrace.language.late import late


class Gated:
    r"""A pattern without regard to case, and pieces of which one stands in whatever it finds.

    Looking for a few pieces costs a tenth of what a pattern of many alternatives does, and most sentences hold none.

    >>> Gated(r"\bat (?:first|once)\b", "at first", "at once").search("They came later.") is None
    True
    """

    __slots__ = ("_gates", "pattern")

    def __init__(self, pattern: str, *gates: str) -> None:
        """Take a pattern and its gates, which are lower case."""
        self._gates: Final = gates
        self.pattern: Final = late(pattern, re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what the pattern finds first in ``text[start:end]``, None where it finds nothing."""
        low = text[start:end].lower()
        for gate in self._gates:
            if gate in low:
                return self.pattern.search(text, start, end)
        return None
