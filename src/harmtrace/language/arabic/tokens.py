"""Arabic sentences to tokens: folded words with their clitics off, and what each is."""

import re
from dataclasses import dataclass
from typing import Final

from harmtrace.language.arabic.letters import Letters
from harmtrace.language.arabic.numbers import digits
from harmtrace.language.arabic.words import NUMBER, Word, read

_TOKEN = re.compile(r"[وفبلك]{0,2}(?:ال)?\d+(?:[.,:/]\d+)*%?|[^\W\d_]+|[^\w\s]")
_JOINED = re.compile(r"([وف]?)([بلك]?)(ال)?(?=\d)")
_MARKS: Final = {**dict.fromkeys(".!?;\n", "."), ",": ",", ":": ":", **dict.fromkeys("«»\"", '"'), "-": "-", "(": "(", ")": ")", "+": "+", "/": "/", "#": "#", "%": "%"}  # fmt: skip
DATE: Final = "d"


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence, as parallel lists.

    Attributes:
        kinds: one letter each: the kind of a known word, a mark, ``x`` for an unknown word, ``d`` within a date.
        stems: folded words without clitics.
        words: what is known of them.
        conjunctions, prepositions, definite: their clitics.
        starts, ends: places in the folded text, clitics included; ``cores`` without them.
    """

    letters: Letters
    kinds: list[str]
    stems: list[str]
    words: list[Word | None]
    conjunctions: list[bool]
    prepositions: list[str]
    definite: list[bool]
    starts: list[int]
    cores: list[int]
    ends: list[int]

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.kinds)

    def span(self, first: int, last: int, *, core: bool = False) -> tuple[int, int]:
        """Return where tokens ``first`` to before ``last`` stand in the original; ``core`` leaves clitics out."""
        start = self.cores[first] if core else self.starts[first]
        return self.letters.original(start, self.ends[max(last, first + 1) - 1])

    def word(self, at: int) -> Word | None:
        """Return what a token is; None outside the sentence and for unknown words."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def kind(self, at: int) -> str:
        """Return the letter of a token; a stop outside the sentence."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else "."

    def stem(self, at: int) -> str:
        """Return the stem of a token; nothing outside the sentence."""
        return self.stems[at] if 0 <= at < len(self.stems) else ""


def tokenise(found: Letters, start: int, end: int) -> Tokens:
    """Return the tokens of the folded text between two folded places."""
    out = Tokens(found, [], [], [], [], [], [], [], [], [])
    text = found.text
    for match in _TOKEN.finditer(text, start, end):
        token, at = match[0], match.start()
        last = token[-1]
        if last.isdigit() or last == "%":
            joined = _JOINED.match(token)
            lead = joined.end() if joined is not None else 0
            number = token[lead:]
            known = digits(number) is not None
            _add(out, NUMBER if known else "x", number, None, bool(lead and joined and joined[1]), joined[2] if joined else "", bool(joined and joined[3]), at, lead, match.end())
            continue
        if not last.isalpha():
            _add(out, _MARKS.get(token, "x"), token, None, False, "", False, at, 0, match.end())
            continue
        reading = read(token)
        kind = reading.word.kind if reading.word is not None else "x"
        _add(out, kind, reading.stem, reading.word, reading.conjunction, reading.preposition, reading.definite, at, reading.cut, match.end())
    return out


def _add(
    out: Tokens, kind: str, stem: str, word: Word | None, conjunction: bool, preposition: str, definite: bool, start: int, cut: int, end: int
) -> None:
    out.kinds.append(kind)
    out.stems.append(stem)
    out.words.append(word)
    out.conjunctions.append(conjunction)
    out.prepositions.append(preposition)
    out.definite.append(definite)
    out.starts.append(start)
    out.cores.append(start + cut)
    out.ends.append(end)
