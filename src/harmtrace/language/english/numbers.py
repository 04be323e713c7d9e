"""English number phrases over tokens: digits, words, vague words, bounds."""

import re
from dataclasses import dataclass, replace

from harmtrace.language.english.words import MODIFIERS, NUMBER_WORDS, SCALES, VAGUE

_DIGITS = re.compile(r"\d+|\d{1,3}(?:,\d{3})+")
_AND_A_HALF = ["and", "a", "half"]
_DECIMAL = re.compile(r"\d{1,40}\.\d{1,40}")
_SMALL = {word: value for word, value in NUMBER_WORDS.items() if value < 10}
_TENS = {word: value for word, value in NUMBER_WORDS.items() if value >= 20}
STARTERS = frozenset(
    (*NUMBER_WORDS, *SCALES, *VAGUE, "a", "an", "half", "half-million", "half-dozen", "dozen", "both", "few", "couple", "handful")
)
_ARTICLE_VAGUE: dict[tuple[str, ...], tuple[int | None, int | None]] = {
    ("few",): (3, None), ("handful",): (3, None), ("couple",): (2, 2), ("pair",): (2, 2), ("trio",): (3, 3),
    ("number",): (None, None), ("score",): (20, 20), ("large", "number"): (None, None), ("good", "number"): (None, None),
}  # fmt: skip
#: The words after "a" and "an" that make a number with it.
ARTICLE_COUNTS = frozenset((*SCALES, "dozen", "half-million", "half-dozen", *(words[0] for words in _ARTICLE_VAGUE)))


@dataclass(slots=True)
class Number:
    """A number phrase: its bounds and the tokens that make it.

    Attributes:
        start, end: token indices, modifiers included, end exclusive.
        core: first token of the number itself, without modifiers.
        maybe: a word such as "perhaps" stands before it.
        plain: a bare exact number.
    """

    start: int
    end: int
    core: int
    low: int | None
    high: int | None
    vague: str | None = None
    approx: bool = False
    maybe: bool = False
    plain: bool = False


def _word_value(word: str) -> int | None:
    """Return the value of one number word below a hundred, "twenty-two" included."""
    value = NUMBER_WORDS.get(word)
    if value is None and word.endswith(("-odd", "-plus", "-some")):
        return _word_value(word.rsplit("-", 1)[0])
    if value is None and "-" in word:
        tens, _, small = word.partition("-")
        if tens in _TENS and small in _SMALL:
            return _TENS[tens] + _SMALL[small]
    return value


def _digits(word: str) -> int | None:
    if word[0].isdigit():
        bare = word.rstrip("+")
        if _DIGITS.fullmatch(bare):
            return int(bare.replace(",", "")) if len(bare) < 13 else None
    return None


def exact(words: list[str], i: int) -> tuple[int, int] | None:
    """Return the exact value that starts at token ``i`` and the token after it.

    >>> exact(["two", "hundred", "and", "six", "people"], 0)
    (206, 4)
    """
    n = len(words)
    word = words[i]
    if word == "half" and i + 2 < n and words[i + 1] in ("a", "an") and words[i + 2] in ("million", "dozen", "thousand"):
        return {"million": 500_000, "dozen": 6, "thousand": 500}[words[i + 2]], i + 3
    if word in ("half-million", "half-dozen"):
        return (500_000 if word == "half-million" else 6), i + 1
    if word in ("a", "an", "one") and i + 1 < n:
        following = words[i + 1]
        if following in SCALES or following in ("dozen", "half-million", "half-dozen"):
            if following == "dozen":
                return (18, i + 5) if words[i + 2 : i + 5] == _AND_A_HALF else (12, i + 2)
            if words[i + 2 : i + 5] == _AND_A_HALF and following in SCALES:
                return SCALES[following] * 3 // 2, i + 5
            if following.startswith("half"):
                return exact(words, i + 1)
            return _scaled(words, i + 2, SCALES[following])
        if word != "one":
            return None
    value = NUMBER_WORDS.get(word)
    if value is None and word[0].isdigit():
        if _DECIMAL.fullmatch(word):
            if i + 1 < n and (words[i + 1] in SCALES or words[i + 1] == "dozen"):
                return round(float(word) * SCALES.get(words[i + 1], 12)), i + 2
            return None
        value = _digits(word)
    if value is None:
        if "-" not in word:
            return None
        value = _word_value(word)
        if value is None:
            return None
    j = i + 1
    if j < n and words[j] == "and" and words[j : j + 3] == _AND_A_HALF and j + 3 < n and (words[j + 3] in SCALES or words[j + 3] == "dozen"):
        scale = SCALES.get(words[j + 3], 12)
        return value * scale + scale // 2, j + 4  # "two and a half thousand"
    if j < n and words[j] == "dozen":
        return (value * 12 + 6, j + 4) if words[j + 1 : j + 4] == _AND_A_HALF else (value * 12, j + 1)
    if j < n and words[j] in SCALES and not word.endswith("+"):
        return _scaled(words, j + 1, value * SCALES[words[j]])
    if j < n and value >= 20 and value % 10 == 0 and words[j] in _SMALL and not word[0].isdigit():
        return value + _SMALL[words[j]], j + 1
    return value, j


def _scaled(words: list[str], j: int, value: int) -> tuple[int, int]:
    """Return a value with what follows its scale word: "hundred and four", "thousand two hundred"."""
    n = len(words)
    while j < n and words[j] in SCALES:
        value *= SCALES[words[j]]
        j += 1
    k = j + 1 if j + 1 < n and words[j] == "and" else j
    if k < n:
        small = _word_value(words[k])
        if small is not None and small < 100:
            if k + 1 < n and words[k + 1] in ("hundred",) and value >= 1000:
                return _scaled(words, k + 2, value + small * 100)
            after = k + 1
            if small >= 20 and small % 10 == 0 and after < n and words[after] in _SMALL:
                return value + small + _SMALL[words[after]], after + 1
            return value + small, after
    return value, j


def parse(words: list[str], i: int) -> Number | None:
    """Return the number phrase whose number starts at token ``i``, modifiers before it taken in.

    >>> found = parse("at least 40 bodies".split(), 2)
    >>> (found.low, found.high, found.start, found.end)
    (40, None, 0, 3)
    """
    vague = _vague(words, i)
    if vague is not None:
        low, high, end, word = vague
        start, kind = _modifier(words, i)
        if kind == "high":
            low, high = None, None
        return Number(start, end, i, low, high, vague=word, maybe=kind == "maybe")
    found = exact(words, i)
    if found is None:
        return None
    value, end = found
    if end < len(words) and words[end] == "(":
        end = _told_twice(words, end, value)
    start, kind = _modifier(words, i)
    ranged = _range(words, start, end, value)
    if ranged is not None:
        return ranged if ranged.core else Number(ranged.start, ranged.end, i, ranged.low, ranged.high, maybe=ranged.maybe)
    end, suffix = _suffix(words, end)
    maybe = kind == "maybe"
    if words[i].endswith("+") or suffix == "low":
        kind = "low"
    elif suffix == "approx" and kind == "":
        kind = "approx"
    odd = suffix == "odd" or words[i].endswith(("-odd", "-plus", "-some"))
    bounded = _bounded(start, end, i, value, kind, odd=odd)
    return replace(bounded, maybe=True) if maybe and not bounded.maybe else bounded


def _told_twice(words: list[str], end: int, value: int) -> int:
    """Return the token after "12 (twelve)" where both are one number, else the token after the first."""
    again = exact(words, end + 1) if end + 2 < len(words) else None
    return again[1] + 1 if again is not None and again[0] == value and words[again[1] : again[1] + 1] == [")"] else end


def _bounded(start: int, end: int, core: int, value: int, kind: str, *, odd: bool) -> Number:
    """Return a number with the bounds its modifier gives."""
    if odd:
        return Number(start, end, core, value, None, approx=True)
    match kind:
        case "low":
            return Number(start, end, core, value, None)
        case "over":
            return Number(start, end, core, value + 1, None)
        case "high":
            return Number(start, end, core, None, value)
        case "under":
            return Number(start, end, core, None, max(value - 1, 0))
        case "near":
            return Number(start, end, core, None, value, approx=True)
        case "approx":
            return Number(start, end, core, value, value, approx=True)
        case "maybe":
            return Number(start, end, core, value, value, approx=True, maybe=True)
        case _:
            return Number(start, end, core, value, value, plain=True)


#: The last words of modifiers, and what may stand between a modifier and its number.
_BEFORE_NUMBERS = frozenset((*(words[-1] for words in MODIFIERS), '"', "“", "the", "a", "an"))


#: "The toll went up to 17" is 17, not seventeen at most.
_ROSE = frozenset("went gone goes going crept moved shot".split())


def _modifier(words: list[str], i: int) -> tuple[int, str]:
    """Return where the modifiers before token ``i`` begin and what they do to the number."""
    start, kind = i, ""
    if not i or words[i - 1] not in _BEFORE_NUMBERS:
        return start, kind
    at = i
    for _ in range(3):
        step = 0
        for length in (4, 3, 2, 1):
            if at - length >= 0:
                found = MODIFIERS.get(tuple(words[at - length : at]))
                if found is not None and not (length == 2 and words[at - 2] == "up" and at > 2 and words[at - 3] in _ROSE):
                    step = length
                    if kind in ("", "approx") or (kind == "maybe" and found != "approx"):
                        kind = found if not (kind == "approx" and found == "maybe") else "maybe"
                    break
        if not step:
            if at - 1 >= 0 and words[at - 1] in ('"', "“", "the", "a", "an") and at == i and at - 2 >= 0 and kind == "":
                found2 = MODIFIERS.get(tuple(words[at - 3 : at - 1]))
                if found2 is not None and words[at - 1] in ("a", "an"):
                    return at - 3, found2
            break
        at -= step
        start = at
    return start, kind


_SUFFIXES = frozenset(("or", "and", "at", "+", "-", "odd", "plus"))


def _suffix(words: list[str], end: int) -> tuple[int, str]:
    """Return the token after "or more", "or so", "+", and what it does."""
    if end >= len(words) or words[end] not in _SUFFIXES:
        return end, ""
    nxt = tuple(words[end : end + 2])
    if nxt in (("or", "more"), ("or", "above"), ("and", "counting"), ("at", "least")):
        return end + 2, "low"
    if nxt == ("or", "so"):
        return end + 2, "approx"
    if nxt in (("and", "some"),):
        return end + 2, "odd"
    if nxt[:1] == ("+",):
        return end + 1, "low"
    if nxt[:1] == ("-",) and nxt[1:] in (("odd",), ("plus",), ("some",)):
        return end + 2, "odd"
    if nxt[:1] in (("odd",), ("plus",)):
        return end + 1, "odd"
    return end, ""


_RANGE_LINKS = frozenset((",", "or", "and", "to", "-", "–", "—"))


def _range(words: list[str], start: int, end: int, low: int) -> Number | None:
    """Return "between 8 and 11", "15-20", "seven or eight", "8, maybe 9" as one number."""
    n = len(words)
    if end >= n or words[end] not in _RANGE_LINKS:
        return None
    before = words[start - 1] if start else ""
    link = words[end]
    after = end + 1
    if link == "," and after < n and words[after] in ("maybe", "perhaps", "possibly"):
        link, after = "or", after + 1
    elif link == "or" and after < n and words[after] in ("maybe", "perhaps", "possibly", "even"):
        after += 1
    opened = start
    if before in ("between", "from") and link in ("and", "to"):
        opened = start - 1
    elif link not in ("-", "–", "—", "to", "or"):
        return None
    second = exact(words, after) if after < n else None
    if second is None:
        return None
    high, stop = second
    if before == "from" and link == "to":
        return None  # a change, not a range
    if high <= low or (link in ("-", "–", "—") and high > low * 20 + 20):
        return None
    if link == "or" and high - low > max(3, low):
        return None
    return Number(opened, stop, 0, low, high)


_VAGUE_STARTS = frozenset((*VAGUE, "a", "an", "both", "few", "some"))


def _vague(words: list[str], i: int) -> tuple[int | None, int | None, int, str] | None:
    """Return bounds, token after and the word itself for a vague word at ``i``."""
    word, n = words[i], len(words)
    if word not in _VAGUE_STARTS:
        return None
    if word in VAGUE:
        if word == "many" and (words[i + 1 : i + 2] == ["as"] or (i and words[i - 1] in ("how", "so", "too", "as"))):
            return None
        if word in ("tens", "hundreds", "dozens") and i + 2 < n and words[i + 1] == "of" and words[i + 2] in ("thousands", "millions", "hundreds"):
            return VAGUE[words[i + 2]], None, i + 3, f"{word} of {words[i + 2]}"
        return VAGUE[word], None, i + 1, word
    if word in ("a", "an"):
        for length in (2, 1):
            found = _ARTICLE_VAGUE.get(tuple(words[i + 1 : i + 1 + length])) if i + length < n else None
            if found is not None and not (words[i + length] == "number" and words[i + length + 1 : i + length + 2] != ["of"]):
                return found[0], found[1], i + 1 + length, " ".join(words[i : i + 1 + length])
    if word == "both":
        return 2, 2, i + 1, "both"
    if word == "few" and i and words[i - 1] in ("the", "these", "those"):
        return None
    if word == "some" and i >= 2 and tuple(words[i - 2 : i]) == ("at", "least"):
        return 1, None, i + 1, "at least some"
    return None

