"""Arabic numbers: digits of three kinds, number words in every gender and case, compounds, bounds, vague words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_UNITS = {1: "واحد واحدا واحده احد احدي", 2: "اثنان اثنين اتنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثنتان ثنتين تنين ثنين تنتين زوز جوج", 3: "ثلاث ثلاثه ثلاثا تلات تلاته", 4: "اربع اربعه اربعا", 5: "خمس خمسه خمسا", 6: "ست سته", 7: "سبع سبعه سبعا", 8: "ثمان ثماني ثمانيا ثمانيه تمانيه تمان", 9: "تسع تسعه تسعا", 10: "عشر عشره"}  # fmt: skip
_TENS = {20: "عشرون عشرين", 30: "ثلاثون ثلاثين تلاتين", 40: "اربعون اربعين", 50: "خمسون خمسين", 60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين تمانين", 90: "تسعون تسعين"}  # fmt: skip
_TEENS = {11: "احدعش احداعش حداعش حدعش حداشر احداشر", 12: "اثناعش اتناعش اثنعش اطنعش طنعش طناعش اتناشر اثناشر", 13: "تلتعش تلطعش ثلطعش ثلاثطعش تلاتعش تلتاشر تلاتاشر", 14: "اربعتعش اربعطعش اربعتاشر", 15: "خمستعش خمسطعش خمستاشر", 16: "ستعش سطعش ستاعش ستاشر", 17: "سبعتعش سبعطعش سبعتاشر", 18: "تمنتعش تمنطعش ثمنطعش تمانتعش تمنتاشر", 19: "تسعتعش تسعطعش تسعتاشر"}  # fmt: skip
_HUNDRED = ("ميه", "مايه", "ماءه")
_STEMS = {3: "ثلاث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}


def _number_words() -> dict[str, tuple[int, str]]:
    out: dict[str, tuple[int, str]] = {}
    for table, note in ((_UNITS, "unit"), (_TEENS, "unit"), (_TENS, "ten")):
        for value, forms in table.items():
            for form in forms.split():
                out[form] = value, note
    for hundred in ("ميه", "مايه"):
        out[hundred] = 100, "hundred"
        for value, stem in _STEMS.items():
            out[stem + hundred] = value * 100, "hundreds"
            if value == 8:
                out["ثماني" + hundred] = 800, "hundreds"
    for form in {"ميتان", "ميتين", "مايتان", "مايتين", "ميتا", "ميتي", "مايتا", "مايتي"}:
        out[form] = 200, "hundreds"
    for form in ("الف", "الاف"):
        out[form] = 1000, "scale"
    out["الفا"] = 1000, "scale"
    for form in ("الفان", "الفين", "الفي"):
        out[form] = 2000, "scaled"
    for form in ("مليون", "مليونا", "ملايين"):
        out[form] = 1_000_000, "scale"
    for form in ("مليونان", "مليونين", "مليوني"):
        out[form] = 2_000_000, "scaled"
    for form in ("مليار", "مليارا", "مليارات"):
        out[form] = 1_000_000_000, "scale"
    out["نصف"] = 0, "half"
    for form in {"عشرات", "ميات", "بضع", "بضعه", "عديد", "كثير", "كثيرون", "كثيرين", "عده", "نيف"}:
        out[form] = 0, "vague"
    return out


#: Folded word -> (value, sort): unit, ten, hundred, hundreds, scale, scaled, half, vague.
NUMBER_WORDS: Final = _number_words()

_DIGITS = re.compile(r"(\d{1,3}(?:[,.]\d{3})+|\d+)(?:\.(\d{1,2}))?")

_LONGEST = 16  # characters: a longer row of digits is the number of an account or a message, and counts nobody


def digits(token: str) -> float | None:
    """Return what written digits are worth; None where they are no plain number.

    >>> digits("1,240"), digits("1.2"), digits("14:30")
    (1240.0, 1.2, None)
    """
    match = _DIGITS.fullmatch(token) if len(token) <= _LONGEST else None
    if match is None:
        return None
    whole = re.sub(r"[,.]", "", match[1])
    return float(f"{whole}.{match[2]}") if match[2] else float(whole)


@dataclass(slots=True)
class Value:
    """A plain number read from tokens: its worth and the token after it."""

    value: int
    end: int
    words: bool


def plain(stems: Sequence[str], conjunctions: Sequence[bool], at: int, stop: int) -> Value | None:
    """Return the number that starts at a token: digits with a scale, or number words joined by "and".

    ``stems`` are folded words without clitics; ``conjunctions`` say which begin with "and".

    >>> plain(["مايه", "سبعه", "ثلاثون"], [False, True, True], 0, 3).value
    137
    >>> plain(["ميتا", "الف"], [False, False], 0, 2).value
    200000
    """
    first = stems[at]
    number = digits(first) if first[:1].isdigit() else None
    if number is not None:
        return _scaled(stems, conjunctions, number, at + 1, stop)
    total = 0
    group = 0
    smallest = 10**12
    i = at
    while i < stop:
        known = NUMBER_WORDS.get(stems[i])
        if known is None or known[1] == "vague":
            break
        value, sort = known
        joined = conjunctions[i] or (i > at and stems[i] == "واحد" and i + 1 < stop and NUMBER_WORDS.get(stems[i + 1], (0, ""))[0] >= 10)  # "and eleven"
        if i > at and joined and not _may_add(group, total, value, sort, smallest):
            break
        if i > at and not joined and not _may_join(group, value, sort):
            break
        if sort == "half":
            if i + 1 < stop and NUMBER_WORDS.get(stems[i + 1], (0, ""))[1] == "scale":
                return Value(NUMBER_WORDS[stems[i + 1]][0] // 2, i + 2, True)
            break
        if sort == "scale":
            total += (group or 1) * value
            group, smallest = 0, value
        elif sort == "scaled":
            total += value
            smallest = 1000
        elif sort == "hundred":
            group = (group % 10) * 100 if 2 < group < 10 else group + 100
            smallest = 100
        elif sort == "unit" and value == 10 and 0 < group < 10:
            group += 10
            smallest = 1
        else:
            group += value
            smallest = {"hundreds": 100, "ten": 10, "unit": 1}.get(sort, 1)
        i += 1
    if i == at:
        return None
    if i + 1 < stop and conjunctions[i] and stems[i] == "نصف" and total >= 1000 and not group:
        return Value(total + (1_000_000 if total >= 1_000_000 else 1000) // 2, i + 1, True)
    return Value(total + group, i, True)


def _scaled(stems: Sequence[str], conjunctions: Sequence[bool], number: float, i: int, stop: int) -> Value:
    """Return digits times the scale word behind them: "200 thousand"."""
    if i < stop and not conjunctions[i]:
        known = NUMBER_WORDS.get(stems[i])
        if known is not None and known[1] == "scale":
            value = round(number * known[0])
            if i + 2 < stop and conjunctions[i + 1] and (more := digits(stems[i + 1])) is not None and NUMBER_WORDS.get(stems[i + 2], (0, ""))[1] == "scale":
                return Value(value + round(more * NUMBER_WORDS[stems[i + 2]][0]), i + 3, False)
            return Value(value, i + 1, False)
    return Value(int(number), i, False)


def _may_add(group: int, total: int, value: int, sort: str, smallest: int) -> bool:
    """Tell whether "and" goes on with the same number ("a hundred and seven") or begins another."""
    if sort == "ten":
        return group % 100 < 10 and (group > 0 or total > 0)
    if sort in ("unit",):
        return smallest >= 100 and group % 100 == 0 and (group > 0 or total > 0)
    if sort in ("hundred", "hundreds"):
        return total > 0 and group == 0
    if sort in ("scale", "scaled"):
        return group > 0 or total >= 1_000_000
    return False


def _may_join(group: int, value: int, sort: str) -> bool:
    """Tell whether a word without "and" belongs to the number before it: "three hundred", "five ten" (fifteen)."""
    if sort == "unit" and value == 10:
        return 0 < group % 100 < 10
    if sort == "hundred":
        return 2 < group < 10
    return sort == "scale" and group > 0
