"""Words that may matter, looked for in one pass over a text, with what each may mean."""

from collections.abc import Iterable, Mapping

import ahocorasick

from harmtrace.language.grammar import EVENT, HARM


class Triggers:
    """The words of a language that may matter, by the bits of what they may mean."""

    def __init__(self, words_of: Mapping[int, Iterable[str]]) -> None:
        """Take words by bit; a word under several bits has them all."""
        meanings: dict[str, int] = {}
        for bit, words in words_of.items():
            for word in words:
                meanings[word] = meanings.get(word, 0) | bit
        self._automaton = ahocorasick.Automaton()
        for word, bits in meanings.items():
            self._automaton.add_word(word, bits)
        self._automaton.make_automaton()

    def find(self, low: str) -> list[tuple[int, int]]:
        """Return where words end and what they may mean, in order.

        Empty for a text with no word of harm, strike or siege: it can make no claim.

        >>> Triggers({HARM: ["kill"], EVENT: ["strike"]}).find("a strike killed nine")
        [(7, 8), (12, 1)]
        """
        found = list(self._automaton.iter(low))
        for _, bits in found:
            if bits & (HARM | EVENT):
                return found
        return []
