"""What kinds of characters a text holds, found in one pass that looks each of them up."""

import re
from collections.abc import Sequence

import numpy as np


class Signs:
    """Kinds of characters of the basic plane, each by its bit."""

    def __init__(self, kinds: Sequence[re.Pattern[str]]) -> None:
        """Take kinds as patterns of one character; the first has bit 1."""
        every = "".join(map(chr, range(0x10000)))
        self._bits = np.zeros(0x10000, dtype=np.uint8)
        for place, kind in enumerate(kinds):
            self._bits[[m.start() for m in kind.finditer(every)]] |= 1 << place

    def of(self, text: str) -> int:
        """Return the bits of all kinds of which a text holds a character.

        >>> [Signs([re.compile("[a-z]"), re.compile("[0-9]")]).of(text) for text in ("nine", "9 died", "")]
        [1, 3, 0]
        """
        codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
        return int(np.bitwise_or.reduce(self._bits.take(codes), initial=0))
