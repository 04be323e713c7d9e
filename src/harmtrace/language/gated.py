"""A pattern that is asked only where a word it cannot do without stands."""

import re
import sys
from collections.abc import Iterator
from typing import Final

from harmtrace.language.automata import automaton
from harmtrace.language.late import late

#: More gates than this are looked for in one pass over the letters: so many passes of one each cost more.
_FEW: Final = 20


class Gated:
    r"""A pattern without regard to case, and pieces of which one stands in whatever it finds.

    Looking for a few pieces costs a tenth of what a pattern of many alternatives does, and most sentences hold none.

    >>> Gated(r"\bat (?:first|once)\b", "at first", "at once").search("They came later.") is None
    True
    """

    __slots__ = ("_gates", "_many", "pattern")

    def __init__(self, pattern: str, *gates: str) -> None:
        """Take a pattern and its gates, which are lower case."""
        self._gates: Final = gates
        self._many: Final = automaton((gate, gate) for gate in gates) if len(gates) > _FEW else None
        self.pattern: Final = late(pattern, re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what the pattern finds first in ``text[start:end]``, None where it finds nothing."""
        return self.pattern.search(text, start, end) if self._open(text[start:end].lower()) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Return all that the pattern finds in ``text[start:end]``, in order."""
        return self.pattern.finditer(text, start, end) if self._open(text[start:end].lower()) else iter(())

    def _open(self, low: str) -> bool:
        """Tell whether a gate stands in lower-case words."""
        if self._many is not None:
            return next(self._many.iter(low), None) is not None
        for gate in self._gates:  # noqa: SIM110 - a loop: any() costs twice as much here
            if gate in low:
                return True
        return False
