"""What rules cannot do without, as bits found in one pass over a text: a rule asks the mask of a sentence, not its words.

A rule states its needs (`needs.py` derives them from a pattern); every need is one bit. One pass over the plain text finds all pieces;
a sentence's mask joins the bits of those in it, and a rule is tried only where the mask holds a bit of each of its needs.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import ahocorasick

from harmtrace.language.automata import automaton
from harmtrace.language.needs import Need, plain


class Gates:
    """The needs of many rules.

    >>> gates = Gates(first=0)
    >>> gates.bits([frozenset((" hit by ",))])
    (1,)
    >>> gates.find("It was hit, by error, or HIT BY a truck.")
    [(30, 1)]
    """

    def __init__(self, *, first: int) -> None:
        """Take the first place of a bit that is free."""
        self._next = 1 << first
        self._bits: dict[Need, int] = {}
        self._automaton: ahocorasick.Automaton | None = None

    def bits(self, needs: Iterable[Need]) -> tuple[int, ...]:
        """Return the bit of each need, a new one where it has none."""
        out: list[int] = []
        for need in needs:
            if need not in self._bits:
                self._bits[need] = self._next
                self._next <<= 1
                self._automaton = None
            out.append(self._bits[need])
        return tuple(out)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return a place inside each piece that stands in a text, and the bits of the needs that it meets, in order of their ends."""
        if self._automaton is None:
            self._automaton = self._made()
        # The edges of the text are blanks. The last but one character of a piece lies in its words, whatever blanks are round them.
        return [(end - 2, bits) for end, bits in self._automaton.iter(f" {plain(text)} ")]

    def _made(self) -> "ahocorasick.Automaton":
        meanings: dict[str, int] = {}
        for need, bit in self._bits.items():
            for piece in need:
                meanings[piece] = meanings.get(piece, 0) | bit
        return automaton(meanings.items())


class Opened:
    """Which of many rules a mask opens: those of which it holds every need."""

    __slots__ = ("_always", "_by", "_first")

    def __init__(self, rules: Sequence[tuple[int, ...]]) -> None:
        """Take the bits that each rule needs, the rarest first; one without needs is always open."""
        self._always: Final = [number for number, needed in enumerate(rules) if not needed]
        self._by: Final[dict[int, list[tuple[int, tuple[int, ...]]]]] = {}
        for number, (first, *rest) in ((number, needed) for number, needed in enumerate(rules) if needed):
            self._by.setdefault(first, []).append((number, tuple(rest)))
        self._first = 0
        for bit in self._by:
            self._first |= bit

    def rules(self, mask: int) -> list[int]:
        """Return the numbers of the rules that a mask opens, in order."""
        found = list(self._always)
        left = mask & self._first
        while left:
            bit = left & -left
            left ^= bit
            for number, rest in self._by[bit]:
                for need in rest:
                    if not mask & need:
                        break
                else:
                    found.append(number)
        found.sort()
        return found
