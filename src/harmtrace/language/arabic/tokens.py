"""Arabic sentences to tokens: folded words with their clitics off, and what each is."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from harmtrace.language.arabic.letters import Letters
from harmtrace.language.arabic.numbers import digits
from harmtrace.language.arabic.words import NUMBER, Word, read

_TOKEN = re.compile(r"\d+[a-z]+|[وفبلك]{0,2}(?:ال)?\d+(?:[.,:/]\d+)*%?|[^\W\d_a-z]+|[a-z]+|[^\w\s]")
_JOINED = re.compile(r"([وف]?)([بلك]?)(ال)?(?=\d)")
_MARKS: Final = {**dict.fromkeys(".!?;\n", "."), ",": ",", ":": ":", **dict.fromkeys("«»\"", '"'), "-": "-", "(": "(", ")": ")", "+": "+", "/": "/", "#": "#", "%": "%"}  # fmt: skip
DATE: Final = "d"


#: "للبنان" is "to Lebanon", whose own letter the second lam is; the stems that are left without it.
_BEGIN_WITH_LAM: Final = frozenset("بنان يبيا ندن اهاي".split())


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
        if core and self.definite[first] and self.letters.text[start - 1 : start + 1] == "لل" and self.stems[first] not in _BEGIN_WITH_LAM:
            start += 1  # "للتحالف" is "to the coalition": the article has lost its alif
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


_Info = tuple[str, str, Word | None, bool, str, bool, int]


@lru_cache(maxsize=200_000)
def _info(token: str) -> _Info:
    """Return what a written token is: kind, stem, word, "and", preposition, article, letters before its core."""
    last = token[-1]
    if last.isdigit() or last == "%":
        joined = _JOINED.match(token)
        lead = joined.end() if joined is not None else 0
        number = token[lead:]
        kind = NUMBER if digits(number) is not None else "x"
        return kind, number, None, bool(lead and joined and joined[1]), joined[2] if joined else "", bool(joined and joined[3]), lead
    if not last.isalpha():
        return _MARKS.get(token, "x"), token, None, False, "", False, 0
    reading = read(token)
    kind = reading.word.kind if reading.word is not None else "x"
    return kind, reading.stem, reading.word, reading.conjunction, reading.preposition, reading.definite, reading.cut


def tokenise(found: Letters, start: int, end: int) -> Tokens:
    """Return the tokens of the folded text between two folded places."""
    spans = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(found.text, start, end)]
    if not spans:
        return Tokens(found, [], [], [], [], [], [], [], [], [])
    infos = [_info(token) for token, _, _ in spans]
    kinds, stems, words, conjunctions, prepositions, definite, cuts = map(list, zip(*infos, strict=True))
    starts = [a for _, a, _ in spans]
    return Tokens(
        found, kinds, stems, words, conjunctions, prepositions, definite, starts,
        [a + cut for a, cut in zip(starts, cuts, strict=True)], [b for _, _, b in spans],
    )  # fmt: skip
