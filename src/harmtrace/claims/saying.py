"""What a passage's own words say, for the grounder: its numbers, its words of harm, its negations."""

from dataclasses import dataclass

from harmtrace.language.arabic.counts.reading import counted as arabic_counted
from harmtrace.language.arabic.dates.reading import find as arabic_dates
from harmtrace.language.arabic.letters import letters
from harmtrace.language.arabic.tokens import tokenise as arabic_tokens
from harmtrace.language.dates import Reference, find
from harmtrace.language.english.chunks import chunk
from harmtrace.language.grammar import HARM
from harmtrace.language.languages import ALL
from harmtrace.language.packs import Language
from harmtrace.language.tokens import Tokens, tokenise
from harmtrace.records.claim import VoiceKind
from harmtrace.records.measure import Count

_DAYLESS = Reference(day=None, why="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A number as the number grammar reads it in a text: its words, its bounds, what it counts."""

    start: int
    end: int
    count: Count


def language(text: str, start: int, end: int) -> Language | None:
    """Return the language whose script most of a passage is in; None where there is no grammar for it."""
    shares = [(len(one.letter.findall(text, start, end)), one) for one in ALL]
    most, best = max(shares, key=lambda share: share[0])
    others = sum(text[at].isalpha() for at in range(start, end)) - sum(share for share, _ in shares)
    return best if most and most >= others else None


def has_grammar(text: str, start: int, end: int) -> bool:
    """Tell whether there is a number grammar for the script of a passage."""
    found = language(text, start, end)
    return found is not None and found.tag in ("en", "ar")


def numbers(text: str, start: int, end: int) -> tuple[Said, ...]:
    """Return the numbers of a sentence, singular nouns that count among them; days and ages are none.

    >>> text = "At least 40 people were killed on 3 May."
    >>> [(one.count.low, one.count.high, text[one.start:one.end]) for one in numbers(text, 0, len(text))]
    [(40, None, 'At least 40')]
    """
    found = language(text, start, end)
    if found is None:
        return ()
    return _arabic(text, start, end) if found.tag == "ar" else _english(text, start, end)


def _english(text: str, start: int, end: int) -> tuple[Said, ...]:
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


def _arabic(text: str, start: int, end: int) -> tuple[Said, ...]:
    found = letters(text)
    first, last = found.folded(start), found.folded(end)
    tokens = arabic_tokens(found, first, last)
    dates = [(one.start, one.end) for one in arabic_dates(found, first, last, _DAYLESS)]
    said = []
    for counted in arabic_counted(tokens).values():
        # Bounds stand before the number; a bare noun that counts is its own number.
        a, b = tokens.span(min(counted.start, counted.number), max(counted.number_end, counted.number + 1), core=True)
        if any(first < b and a < last for first, last in dates):
            continue
        count = Count(low=counted.low, high=counted.high, vague=counted.vague, approx=counted.approx)
        said.append(Said(start=a, end=b, count=count))
    return tuple(said)


def has_harm(text: str, start: int, end: int) -> bool:
    """Tell whether a passage holds any word of harm that the reader knows."""
    found = language(text, start, end)
    passage = f" {text[start:end]} "
    return found is not None and any(bits & HARM for _, bits in found.grammar.triggers(passage))


def voice(name: str) -> VoiceKind:
    """Return what sort of voice a speaker is, from the words that name it."""
    found = language(name, 0, len(name))
    return VoiceKind.PEOPLE if found is None else found.grammar.voice(name)


#: Words that take a statement back, wherever they stand in its sentence.
_DENIALS = frozenset(
    "denied denies deny denying denial refuted refutes refute rejected rejects dismissed dismisses untrue false baseless unfounded "
    "نفى نفت نفي نفوا ينفي تنفي نافيا نافية كذب كذبت تكذيب دحض دحضت فند فندت".split()
)
#: Words that turn the words beside them round.
_NEGATIONS = frozenset("no not never none nobody neither nor without cannot لا لم لن ليس ليست بدون دون بلا".split())
_BREAKS = frozenset(";:.!?؛؟")
_PAUSES = frozenset(",—–()،")
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
        any(_negates(tokens, k, spans) or _bare(tokens.words[k]) in _DENIALS for k in inside)
        or _beside(tokens, range(inside[0] - 1, -1, -1), _NEAR_BEFORE, spans)
        or _beside(tokens, range(inside[-1] + 1, len(tokens)), _NEAR_AFTER, spans)
    )


def _beside(tokens: Tokens, places: range, near: int, spans: list[tuple[int, int]]) -> bool:
    close = True
    for steps, k in enumerate(places, start=1):
        word = tokens.words[k]
        if word in _BREAKS:
            return False
        if _bare(word) in _DENIALS:
            return True
        close = close and word not in _PAUSES and steps <= near
        if close and _negates(tokens, k, spans):
            return True
    return False


def _negates(tokens: Tokens, k: int, spans: list[tuple[int, int]]) -> bool:
    word = _bare(tokens.words[k])
    if word not in _NEGATIONS and not word.endswith("n't"):
        return False
    return not any(a <= tokens.starts[k] < b for a, b in spans)


def _bare(word: str) -> str:
    """Return a word without the "and" or "so" that Arabic writes before it."""
    return word[1:] if word[:1] in "وف" and word[1:] in _DENIALS | _NEGATIONS else word
