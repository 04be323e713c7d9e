"""What an Arabic numeral is worth: one number, a range, a vague word."""

from typing import Final

from harmtrace.language.arabic.counts.bounds import NUMERALS
from harmtrace.language.arabic.numbers import NUMBER_WORDS, Value, plain
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import DEATH, INJURY, NUMBER, PERSON, STATE, VAGUE

_VAGUE: Final = {"عشرات": ("tens", 20), "ميات": ("hundreds", 200), "بضع": ("several", 3), "بضعه": ("several", 3), "عده": ("several", 3), "عديد": ("many", None), "كثير": ("many", None), "كثيرون": ("many", None), "كثيرين": ("many", None)}  # fmt: skip


def value_at(t: Tokens, i: int) -> Value | None:
    """Return the number that a token begins, None where it begins none that counts."""
    if t.kind(i) != NUMBER:
        return None
    stop = i
    while stop < t.size and t.kinds[stop] in NUMERALS:
        stop += 1
    stem = t.stems[i]
    if stem == "واحدا" and not (t.kind(i + 1) == NUMBER and t.conjunctions[i + 1]):
        return None  # "one civilian": it counts by itself only in "one and twenty"
    if stem in ("احد", "احدي") and t.stem(i + 1) not in ("عشر", "عشره") and not (t.kind(i + 1) == NUMBER and t.conjunctions[i + 1]):
        return None
    if stem in {"اثنا", "اثني", "اثنتا", "اثنتي"} and t.stem(i + 1) not in ("عشر", "عشره"):
        return None  # "during", spelt alike once the hamza is dropped
    if t.definite[i] and not stem[:1].isdigit() and NUMBER_WORDS.get(stem, (0, ""))[1] == "unit" and t.kind(i - 1) not in (DEATH, INJURY):
        return None  # "the second", Sunday, Monday: a bare definite unit counts only behind its noun
    if stem == "الاف":
        return None
    value = plain(t.stems, t.conjunctions, i, stop)
    if value is not None and value.end == i + 1 and stem == "الفا" and "ً" not in _written(t, i):
        return Value(2000, i + 1, True)
    return value


def _written(t: Tokens, i: int) -> str:
    a, b = t.letters.starts[t.starts[i]], t.letters.starts[t.ends[i]]
    return "ً" if b - a > t.ends[i] - t.starts[i] else ""


def number_range(t: Tokens, i: int, value: Value | None) -> tuple[int | None, int | None, str | None, int] | None:
    """Return "between 15 and 20", "15-20", "15 to 20", "15 or 20"; ``value`` is what stands at the token."""
    at = i + 1 if t.stem(i) == "ما" and t.stem(i + 1) == "بين" else i
    between = t.stem(at) == "بين"
    first = value_at(t, at + 1) if between else value
    if first is None:
        return None
    j = first.end
    joined = (between and j < t.size and t.conjunctions[j]) or t.kind(j) == "-" or t.stem(j) in ("او", "الي")
    if not joined:
        return None
    k = j if between and t.conjunctions[j] else j + 1
    second = value_at(t, k)
    if second is None or second.value <= first.value:
        return None
    if t.stem(j) == "الي" and not between and t.stem(i - 1) == "من" and not (t.kind(i - 2) == ":" and t.kind(second.end) in (PERSON, STATE)):
        return None  # "rose from 61 to 83"
    if not between and t.kind(j) == "-" and (t.kind(i - 1) == "-" or t.kind(second.end) == "-"):
        return None
    return first.value, second.value, None, second.end


def vague_number(t: Tokens, i: int) -> tuple[int | None, int | None, str | None, int] | None:
    """Return the bounds, the name and the end of a vague number: "tens of", "several", "a large number of"."""
    stem = t.stem(i)
    if stem in ("بضع", "بضعه") and t.stem(i + 1) in ("عشر", "عشره"):
        return 13, 19, None, i + 2
    if stem in ("بضع", "بضعه") and t.kind(i + 1) == NUMBER and t.conjunctions[i + 1]:
        tens = NUMBER_WORDS[t.stem(i + 1)][0] if t.stem(i + 1) in NUMBER_WORDS else 0
        return tens + 3, tens + 9, None, i + 2
    if t.kind(i) == VAGUE and stem in _VAGUE:
        name, low = _VAGUE[stem]
        if stem == "عده" and t.prepositions[i] == "ب" and (next_word := t.word(i + 1)) is not None and next_word.kind in (STATE, DEATH, INJURY) and next_word.value < 3:
            return None  # "he is still missing", spelt as "with several"
        if stem == "عشرات" and t.stem(i + 1) in ("الاف", "الالاف", "الف"):
            return 20_000, None, "tens of thousands", i + 2
        if stem == "ميات" and t.stem(i + 1) in ("الاف", "الالاف"):
            return 200_000, None, "hundreds of thousands", i + 2
        return low, None, name, i + 1
    if stem == "الاف" and t.kind(i) == NUMBER:
        return 2_000, None, "thousands", i + 1
    if stem in ("عدد", "عددا") and t.stem(i + 1) == "من" and not t.definite[i] and t.kind(i + 2) in (PERSON, STATE) and t.kind(i - 1) not in ("V",):
        word = t.word(i + 2)
        if word is not None and word.value == 3:
            return 3, None, "several", i + 1
    if stem == "عدد" and t.stem(i + 1) in ("كبير", "كبيرا") and t.stem(i + 2) == "من" and not t.definite[i] and t.kind(i + 3) in (PERSON, STATE):
        return None, None, "many", i + 2
    return None
