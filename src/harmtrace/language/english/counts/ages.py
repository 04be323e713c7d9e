"""Ages, which count nobody: "aged 4, 7 and 12", "a woman of 70", "two sisters, 8 and 11"."""

from harmtrace.language.english.numbers import Number, exact
from harmtrace.language.english.words import NOUNS, SINGULARS
from harmtrace.language.tokens import Tokens

AGE_BEFORE = frozenset("aged age ages".split())
_OLDEST = 110  # years


def ages_before(words: list[str], i: int) -> bool:
    """Tell whether a list of ages runs up to token ``i``: "aged 4, 7 and 12"."""
    for k in range(i - 1, max(-1, i - 8), -1):
        if words[k] in AGE_BEFORE:
            return True
        if words[k] not in (",", "and") and not words[k][0].isdigit() and exact(words, k) is None:
            return False
    return False


def is_age(tokens: Tokens, i: int, number: Number) -> bool:
    """Tell whether a bare number is an age: "Rami (24)", "Abu Yaser, 52,", "a woman of 70", "a boy of nine"."""
    words, raw = tokens.words, tokens.raw
    if not number.plain or number.low is None or number.low > _OLDEST or i == 0:
        return False
    before = words[i - 1]
    after = words[number.end] if number.end < len(words) else "."
    if before == "of" and i >= 2 and words[i - 2] in SINGULARS and after not in ("people", "them"):
        return True
    if words[i][0].isdigit() and before in (",", "and") and after in (",", ".", ";", "and") and stated_age(words, i):
        return True
    if before == "(" and after == ")" and i >= 2 and raw[i - 2][:1].isupper():
        return True
    return before == "," and after in (",", ".", ";", ")") and i >= 2 and raw[i - 2][:1].isupper() and words[i][0].isdigit()


def stated_age(words: list[str], i: int) -> bool:
    """Tell "two sisters, 8 and 11, were", "a girl, 12, has": people just told of, and their ages between commas."""
    k = i - 1
    while k > 0 and (words[k] in (",", "and") or words[k][0].isdigit()):
        k -= 1
    if words[k] not in NOUNS or "," not in words[k + 1 : i]:
        return False
    end = i + 1
    while end < len(words) and (words[end] == "and" or words[end][0].isdigit()):
        end += 1
    if end == i + 1 and k == i - 2 and words[k] not in SINGULARS and words[end : end + 1] != [","]:
        return False  # "the police, 5; unknown men, 3"
    return end < len(words) and words[end] in (",", ".", ";")


def is_years(word: str) -> bool:
    """Tell a plain number of years; "²" is a digit to Python and no number."""
    return len(word) <= 3 and word.isdecimal() and int(word) <= _OLDEST


def is_young(word: str) -> bool:
    """Tell "9-year-old" from "30-year-old"."""
    years = word.split("-")[0]
    return len(years) <= 3 and years.isdecimal() and int(years) < 18
