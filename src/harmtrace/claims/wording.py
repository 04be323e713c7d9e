"""The words of a document's sentences, each tokenised once, when it is first asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from harmtrace.claims.drafts import Sentence
from harmtrace.language.tokens import Tokens, tokenise


class Wording:
    """Gives the tokens of sentences by their number."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Take a text and its sentences, in order."""
        self.text = text
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._told: dict[int, Tokens] = {}

    def at(self, position: int) -> int:
        """Return the number of the sentence in which a position stands."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def tokens(self, number: int) -> Tokens:
        """Return the tokens of a sentence."""
        found = self._told.get(number)
        if found is None:
            sentence = self.sentences[number]
            found = self._told[number] = tokenise(self.text, sentence.start, sentence.end)
        return found

    def opening(self, number: int) -> int:
        """Return the first sentence of the paragraph of a sentence."""
        while number and self.sentences[number - 1].paragraph == self.sentences[number].paragraph:
            number -= 1
        return number

    def behind(self, number: int) -> int | None:
        """Return the sentence behind one in its paragraph, None where it is the last."""
        there = number + 1 < len(self.sentences) and self.sentences[number + 1].paragraph == self.sentences[number].paragraph
        return number + 1 if there else None


def token(tokens: Tokens, position: int) -> int:
    """Return the first token that begins at a position or behind it."""
    return bisect_left(tokens.starts, position)
