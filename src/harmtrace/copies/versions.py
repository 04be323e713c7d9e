"""Which of two versions of one text is later, by the words that only one of them has."""

import re

from harmtrace.copies.order import Order
from harmtrace.copies.words import fold

_UP_TO_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {word: n for n, word in enumerate(_UP_TO_TWENTY.split())} | {
    word: 10 * n for n, word in enumerate(_TENS.split(), start=3)
}
_MEASURES = """year years day days hour hours minute minutes month months week weeks percent km kilometres kilometers
    metres meters am pm pound dollars lira january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec في من the and a of"""
_NOT_COUNTED = frozenset(_MEASURES.split())
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+|\w+")
_LATER = re.compile(
    r"\b(?:corrects?|correction|corrected|an earlier version|updat(?:es?|ed|ing)|(?:rises?|rose|risen|climb(?:s|ed)?|"
    r"rais(?:es|ed|ing)|up|revised) (?:to|from|an earlier)|earlier toll|earlier count|revised (?:down|up)|"
    r"previously reported|recasts?|adds? details?)\b"
    r"|تصحيح|تحديث|ارتفعت? (?:حصيلة|عدد)|ارتفاع (?:حصيلة|عدد)|حصيلة سابقة",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:breaking|initial toll|preliminary toll|first reports?|early reports?|developing story|more (?:details )?to "
    r"follow|so far|toll (?:is|was) (?:expected|likely) to rise)\b"
    r"|عاجل|حصيلة أولية|الحصيلة الأولية|حتى الآن|مرشح للارتفاع",
    re.IGNORECASE,
)
# The two months that share a first word in Arabic (كانون, تشرين) are left out.
_MONTH_NAMES = (
    "january jan يناير|february feb شباط فبراير|march mar اذار مارس|april apr نيسان ابريل|may ايار مايو|"
    "june jun حزيران يونيو|july jul تموز يوليو|august aug اب اغسطس|september sept sep ايلول سبتمبر|"
    "october oct اكتوبر|november nov نوفمبر|december dec ديسمبر"
)
_MONTHS = {name: n for n, names in enumerate(_MONTH_NAMES.split("|"), start=1) for name in names.split()}
_DIGIT = re.compile(r"\d")
_DATE_LIKE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(\w+)|\b([^\W\d_]+)\.?\s+(\d{1,2})\b")


def by_words(a_own: str, b_own: str, a_length: int, b_length: int) -> Order:
    """Return which text is the later version, from the words that each has for itself.

    A later version raises the running counts, speaks of earlier tolls and corrections, and names
    later days; an earlier one says "so far" and "breaking". A longer text is a weak sign.

    Args:
        a_own: the words of the first text that the second does not have.
        b_own: the words of the second that the first does not have.
        a_length: characters of the first text.
        b_length: characters of the second.
    """
    points, reasons = 0, []
    for score, reason in (
        _grown_counts(a_own, b_own),
        _cues(a_own, b_own, _LATER, 3),
        _cues(b_own, a_own, _EARLIER, 1),
        _later_days(a_own, b_own),
    ):
        points += score
        if reason:
            reasons.append(reason)
    if points == 0 and abs(a_length - b_length) * 20 > a_length + b_length:
        points = 1 if a_length > b_length else -1
        reasons.append("it is the longer text")
    return Order(points=points, why="; ".join(reasons), inferred=True)


def _grown_counts(a: str, b: str) -> tuple[int, str]:
    """Return 2 or -2 where the same counted thing has a larger number in one of the texts."""
    in_a, in_b = _counts(a), _counts(b)
    score, shown = 0, []
    for noun in sorted(in_a.keys() & in_b.keys()):
        one, two = max(in_a[noun]), max(in_b[noun])
        if one == two or max(one, two) > 20 * max(min(one, two), 1):
            continue
        score += 1 if one > two else -1
        shown.append(f"{max(one, two)} {noun} after {min(one, two)}")
    if score == 0:
        return 0, ""
    return (2 if score > 0 else -2), "a count grew: " + ", ".join(shown)


def _counts(text: str) -> dict[str, set[int]]:
    """Return the numbers of a text by the word that they count.

    >>> _counts("pulled 83 bodies, twelve more wounded")
    {'bodies': {83}, 'wounded': {12}}
    """
    tokens = _TOKEN.findall(text.lower())
    counts: dict[str, set[int]] = {}
    for place, token in enumerate(tokens):
        value = _NUMBER_WORDS.get(token)
        if value is None and token[0].isdecimal():
            digits = token.replace(",", "")
            value = int(digits) if digits.isdecimal() and len(digits) < 7 else None
        if value is None:
            continue
        noun = next((fold(t) for t in tokens[place + 1 : place + 3] if t not in {"more", "other"}), None)
        if noun is None or noun in _NOT_COUNTED or noun[:1].isdecimal() or noun in _NUMBER_WORDS:
            continue
        counts.setdefault(noun, set()).add(value)
    return counts


def _cues(a: str, b: str, pattern: re.Pattern[str], weight: int) -> tuple[int, str]:
    """Return ``weight`` where only ``a`` has such words, ``-weight`` where only ``b`` has them."""
    one, two = pattern.search(a), pattern.search(b)
    if (one is None) == (two is None):
        return 0, ""
    match = one or two
    words = " ".join(match.group().split()) if match is not None else ""
    return (weight if one is not None else -weight), f"only one of them says “{words}”"


def _later_days(a: str, b: str) -> tuple[int, str]:
    """Return 2 or -2 where one text names a later day of the same month or the next."""
    in_a, in_b = _named_days(a), _named_days(b)
    if not in_a or not in_b or max(in_a) == max(in_b) or abs(max(in_a)[0] - max(in_b)[0]) > 1:
        return 0, ""
    (month, day), (other_month, other_day) = max(max(in_a), max(in_b)), min(max(in_a), max(in_b))
    why = f"it names a later day ({day}.{month}. after {other_day}.{other_month}.)"
    return (2 if max(in_a) > max(in_b) else -2), why


def _named_days(text: str) -> set[tuple[int, int]]:
    """Return (month, day) of the days that a text names."""
    days_named: set[tuple[int, int]] = set()
    if _DIGIT.search(text) is None:
        return days_named
    for match in _DATE_LIKE.finditer(text):
        first_day, first_month, second_month, second_day = match.groups()
        month = _MONTHS.get(fold(first_month or second_month))
        day = int(first_day or second_day)
        if month is not None and 1 <= day <= 31:
            days_named.add((month, day))
    return days_named
