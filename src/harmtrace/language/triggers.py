"""Words that may matter, looked for in one pass over a text, with what each may mean."""

from collections.abc import Callable, Iterable, Mapping

from harmtrace.language.automata import automaton
from harmtrace.language.grammar import EVENT, HARM
from harmtrace.language.western import placed

#: How many letters on either side of a word are looked at: no front or back of a word that tells of harm is as long.
_FAR = 24


def _always(piece: str, front: str, back: str) -> bool:
    return True


class Triggers:
    """The words of a language that may matter, by the bits of what they may mean."""

    def __init__(self, words_of: Mapping[int, Iterable[str]], told: Callable[[str, str, str], bool] = _always) -> None:
        """Take words by bit; a word under several bits has them all.

        ``told`` says whether a word of harm or strike is one with the letters that stand before and behind it in its word, up to 24
        of each: one in "s-kill" tells of nobody.
        """
        meanings: dict[str, int] = {}
        for bit, words in words_of.items():
            for word in words:
                meanings[word] = meanings.get(word, 0) | bit
        self._told = told
        self._automaton = automaton(meanings.items())
        telling = {word for word, bits in meanings.items() if bits & (HARM | EVENT)}
        self._telling = automaton([(word, word) for word in telling | {placed(word) for word in telling}])

    def opens(self, low: str) -> bool:
        """Tell whether a word of harm, strike or siege stands in a text: without one it can make no claim.

        >>> [Triggers({HARM: ["kill"]}, lambda word, front, back: not front).opens(low) for low in ("he kills", "his skill")]
        [True, False]
        """
        for last, word in self._telling.iter(low):
            first = start = last + 1 - len(word)
            far = max(0, first - _FAR)
            while start > far and word[0].isalpha() and low[start - 1].isalpha():
                start -= 1
            end = last + 1
            far = min(len(low), end + _FAR)
            while end < far and word[-1].isalpha() and low[end].isalpha():
                end += 1
            if self._told(word, low[start:first], low[last + 1 : end]):
                return True
        return False

    def find(self, low: str) -> list[tuple[int, int]]:
        """Return where words end and what they may mean, in order.

        >>> Triggers({HARM: ["kill"], EVENT: ["strike"]}).find("a strike killed nine")
        [(7, 8), (12, 1)]
        """
        return list(self._automaton.iter(low))
