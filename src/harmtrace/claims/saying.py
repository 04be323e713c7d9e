"""What a passage's own words say, for the grounder: its numbers, its words of harm, its negations."""

import re
from dataclasses import dataclass
from functools import cache

from harmtrace.language.dates import Reference, find
from harmtrace.language.english.chunks import chunk
from harmtrace.language.english.grammar import English
from harmtrace.language.grammar import HARM
from harmtrace.language.tokens import Tokens, tokenise
from harmtrace.records.measure import Count

_ARABIC = re.compile(r"[\u0620-\u064a]")
_DAYLESS = Reference(day=None, why="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A number as the number grammar reads it in a text: its words, its bounds, what it counts."""

    start: int
    end: int
    count: Count


def has_grammar(text: str, start: int, end: int) -> bool:
    """Tell whether there is a number grammar for the script of a passage."""
    return _ARABIC.search(text, start, end) is None


def numbers(text: str, start: int, end: int) -> tuple[Said, ...]:
    """Return the numbers of a sentence, singular nouns that count among them; days and ages are none.

    >>> text = "At least 40 people were killed on 3 May."
    >>> [(one.count.low, one.count.high, text[one.start:one.end]) for one in numbers(text, 0, len(text))]
    [(40, None, 'At least 40')]
    """
    tokens = tokenise(text, start, end)
    dates = [(one.start, one.end) for one in find(text, start, end, _DAYLESS)]
    found = []
    for counted in chunk(tokens, {}).counts.values():
        number = counted.number
        a, b = tokens.starts[number.start], tokens.ends[max(number.end, number.start + 1) - 1]
        if counted.head == "#" or any(first < b and a < last for first, last in dates):
            continue
        count = Count(low=number.low, high=number.high, vague=number.vague, approx=number.approx)
        found.append(Said(start=a, end=b, count=count))
    return tuple(found)


def has_harm(text: str, start: int, end: int) -> bool:
    """Tell whether a passage holds any word of harm that the reader knows."""
    passage = f" {text[start:end]} "
    return any(bits & HARM for _, bits in _english().triggers(passage))


@cache
def _english() -> English:
    return English()


#: Words that take a statement back, wherever they stand in its sentence.
_DENIALS = frozenset(
    "denied denies deny denying denial refuted refutes refute rejected rejects dismissed dismisses untrue false baseless unfounded".split()
)
#: Words that turn the words beside them round.
_NEGATIONS = frozenset("no not never none nobody neither nor without cannot".split())
_BREAKS = frozenset(";:.!?")
_PAUSES = frozenset(",—–()")
_NEAR_BEFORE, _NEAR_AFTER = 5, 4


def negated(text: str, start: int, end: int, *, first: int, last: int) -> bool:
    """Tell whether a negation stands inside ``text[start:end]`` or beside it, in the sentence ``text[first:last]``.

    Inside, any negation outside a number ("no fewer than 9" is a number) counts; before and after, a word of denial
    anywhere up to a semicolon, another negation only a few words away with no comma between.

    >>> text = "The army denied on Monday that nine people had been killed."
    >>> negated(text, text.index("nine"), len(text) - 1, first=0, last=len(text))
    True
    """
    tokens = tokenise(text, first, last)
    inside = [k for k in range(len(tokens)) if tokens.starts[k] < end and tokens.ends[k] > start]
    if not inside:
        return False
    spans = [(one.start, one.end) for one in numbers(text, first, last)]
    return (
        any(_negates(tokens, k, spans) or tokens.words[k] in _DENIALS for k in inside)
        or _beside(tokens, range(inside[0] - 1, -1, -1), _NEAR_BEFORE, spans)
        or _beside(tokens, range(inside[-1] + 1, len(tokens)), _NEAR_AFTER, spans)
    )


def _beside(tokens: Tokens, places: range, near: int, spans: list[tuple[int, int]]) -> bool:
    close = True
    for steps, k in enumerate(places, start=1):
        word = tokens.words[k]
        if word in _BREAKS:
            return False
        if word in _DENIALS:
            return True
        close = close and word not in _PAUSES and steps <= near
        if close and _negates(tokens, k, spans):
            return True
    return False


def _negates(tokens: Tokens, k: int, spans: list[tuple[int, int]]) -> bool:
    word = tokens.words[k]
    if word not in _NEGATIONS and not word.endswith("n't"):
        return False
    return not any(a <= tokens.starts[k] < b for a, b in spans)
