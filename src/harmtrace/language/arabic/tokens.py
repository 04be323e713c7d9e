"""Arabic sentences to tokens: folded words with their clitics off, and what each is."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, TypeVar

from harmtrace.language.arabic.letters import Letters
from harmtrace.language.arabic.numbers import digits
from harmtrace.language.arabic.words import NUMBER, Word, read

#: Letters that no digit follows, the commonest by far, stand first.
TOKEN = re.compile(r"[^\W\d_a-z]++(?!\d)|\d+[a-z]+|[وفبلك]{0,2}(?:ال)?\d+(?:[.,:/]\d+)*%?|[^\W\d_a-z]+|[a-z]+|[^\w\s]")
_JOINED = re.compile(r"([وف]?)([بلك]?)(ال)?(?=\d)")
_MARKS: Final = {**dict.fromkeys(".!?;\n", "."), ",": ",", ":": ":", **dict.fromkeys("«»\"", '"'), **dict.fromkeys("-▪◾▫|→←=", "-"), "(": "(", ")": ")", "+": "+", "/": "/", "#": "#", "%": "%"}  # fmt: skip
DATE: Final = "d"
T = TypeVar("T")


class Memo(dict[str, T]):
    """What is known of written words, found out once a form, for as many forms as are worth keeping."""

    __slots__ = ("_find",)
    LARGEST: Final = 200_000
    LONGEST: Final = 60

    def __init__(self, find: Callable[[str], T]) -> None:
        """Take what is to be asked of a form that was not met before."""
        super().__init__()
        self._find = find

    def __missing__(self, form: str) -> T:
        """Find out about a form, and keep it."""
        found = self._find(form)
        if len(form) <= self.LONGEST:
            if len(self) >= self.LARGEST:
                self.clear()
            self[form] = found
        return found


#: "للبنان" is "to Lebanon", whose own letter the second lam is; the stems that are left without it.
_BEGIN_WITH_LAM: Final = frozenset("بنان يبيا ندن اهاي".split())


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence, as parallel lists.

    Attributes:
        raw: the folded words as written.
        kinds: one letter each: the kind of a known word, a mark, ``x`` for an unknown word, ``d`` within a date.
        stems: folded words without clitics.
        words: what is known of them.
        conjunctions, prepositions, definite: their clitics.
        cuts: how many letters of each its conjunction and preposition take.
        starts, ends: places in the folded text, clitics included.
        size: how many tokens there are.
    """

    letters: Letters
    raw: tuple[str, ...]
    kinds: list[str]
    stems: tuple[str, ...]
    words: tuple[Word | None, ...]
    conjunctions: tuple[bool, ...]
    prepositions: tuple[str, ...]
    definite: tuple[bool, ...]
    cuts: tuple[int, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    size: int

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return self.size

    def span(self, first: int, last: int, *, core: bool = False) -> tuple[int, int]:
        """Return where tokens ``first`` to before ``last`` stand in the original; ``core`` leaves clitics out."""
        start = self.starts[first]
        if core:
            start += self.cuts[first]
        if core and self.definite[first] and self.letters.text[start - 1 : start + 1] == "لل" and self.stems[first] not in _BEGIN_WITH_LAM:
            start += 1  # "للتحالف" is "to the coalition": the article has lost its alif
        return self.letters.original(start, self.ends[last - 1 if last > first else first])

    def at(self, place: int) -> int:
        """Return the first token that ends behind a place of the original; as many as there are where none does."""
        return bisect_left(self.ends, self.letters.behind(place))

    def word(self, at: int) -> Word | None:
        """Return what a token is; None outside the sentence and for unknown words."""
        return self.words[at] if 0 <= at < self.size else None

    def kind(self, at: int) -> str:
        """Return the letter of a token; a stop outside the sentence."""
        return self.kinds[at] if 0 <= at < self.size else "."

    def stem(self, at: int) -> str:
        """Return the stem of a token; nothing outside the sentence."""
        return self.stems[at] if 0 <= at < self.size else ""


_Info = tuple[str, str, Word | None, bool, str, bool, int]


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


_INFOS: Final = Memo(_info)


def info(form: str) -> tuple[str, str, bool, str, bool]:
    """Return what a folded word is by itself: kind, stem, "and", preposition, article."""
    kind, stem, _, conjunction, preposition, definite, _ = _INFOS[form]
    return kind, stem, conjunction, preposition, definite


def tokenise(found: Letters, start: int, end: int) -> Tokens:
    """Return the tokens of the folded text between two folded places."""
    chunks = found.text[start:end].split(" ")
    firsts = accumulate(map(len, chunks), _behind_blank, initial=start)
    parts = [(at + a, at + b, token) for at, chunk in zip(firsts, chunks) for a, b, token in _CHUNKS[chunk]]  # noqa: B905 (one first too many)
    if not parts:
        return Tokens(found, (), [], (), (), (), (), (), (), [], [], 0)
    starts, ends, known = zip(*parts, strict=True)
    raw, kinds, stems, words, conjunctions, prepositions, definite, cuts = zip(*known, strict=True)
    return Tokens(found, raw, list(kinds), stems, words, conjunctions, prepositions, definite, cuts, starts, ends, len(parts))


def _behind_blank(at: int, size: int) -> int:
    """Return where the chunk begins that stands behind one and a blank."""
    return at + size + 1


_Token = tuple[str, str, str, Word | None, bool, str, bool, int]


def _chunk(chunk: str) -> tuple[tuple[int, int, _Token], ...]:
    """Return the tokens of what stands between two blanks, with their places in it."""
    return tuple((match.start(), match.end(), (match[0], *_INFOS[match[0]])) for match in TOKEN.finditer(chunk))


_CHUNKS: Final = Memo(_chunk)
