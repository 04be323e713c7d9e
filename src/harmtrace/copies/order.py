"""Which of two related texts came first: by date, credit, publisher, or their own words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from harmtrace.copies.words import fold
from harmtrace.records.text import SourceKind

_DAY = re.compile(r"^\d{4}(?:-\d{2}){0,2}")

_NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NOT_COUNTED = frozenset(
    "year years day days hour hours minute minutes month months week weeks percent km kilometres kilometers metres "
    "meters am pm pound dollars lira january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec في من the and a of".split()
)
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+|\w+")
_LATER = re.compile(
    r"\b(?:corrects?|correction|corrected|an earlier version|updat(?:es?|ed|ing)|(?:rises?|rose|risen|climb(?:s|ed)?|"
    r"rais(?:es|ed|ing)|up|revised) (?:to|from|an earlier)|earlier toll|earlier count|revised (?:down|up)|"
    r"previously reported|recasts?|adds? details?)\b|تصحيح|تحديث|ارتفعت? (?:حصيلة|عدد)|ارتفاع (?:حصيلة|عدد)|حصيلة سابقة",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:breaking|initial toll|preliminary toll|first reports?|early reports?|developing story|more (?:details )?to "
    r"follow|so far|toll (?:is|was) (?:expected|likely) to rise)\b|عاجل|حصيلة أولية|الحصيلة الأولية|حتى الآن|مرشح للارتفاع",
    re.IGNORECASE,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan كانون الثاني يناير|february feb شباط فبراير|march mar اذار مارس|april apr نيسان ابريل|may ايار مايو"
        "|june jun حزيران يونيو|july jul تموز يوليو|august aug اب اغسطس|september sept sep ايلول سبتمبر"
        "|october oct تشرين الاول اكتوبر|november nov نوفمبر|december dec ديسمبر".split("|"),
        start=1,
    )
    for name in names.split()
    if name not in {"الثاني", "الاول", "كانون", "تشرين"}
}
_DATE_LIKE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(\w+)|\b([^\W\d_]+)\.?\s+(\d{1,2})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of a text beside its words.

    Attributes:
        published: EDTF as the document has it, or None.
        source: name of the publisher, folded, or the host of its address; empty where unknown.
        name: the publisher's name as written, for looking it up in the other text.
        address: the page's address without protocol and query, or empty.
        title: folded, or empty.
        kept: the ranges of the text that may be compared.
    """

    id: str
    published: str | None
    source: str
    name: str
    kind: SourceKind | None
    address: str
    title: str
    kept: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which of two texts is later, and from what that follows.

    Attributes:
        points: above 0 the first of the two is later, below 0 the second; 0 is undecided.
        why: the reason, in words for a person.
        inferred: nobody stated it; it was read off the texts' own words.
    """

    points: int
    why: str
    inferred: bool


def days(card: Card) -> str:
    """Return the start of the day of publication as far as known, or an empty string."""
    match = _DAY.match(card.published or "")
    return match.group() if match else ""


def by_date(a: Card, b: Card) -> int:
    """Return 1 where ``a`` was published later, -1 where earlier, 0 where that is not known."""
    one, two = days(a), days(b)
    if not one or not two or one.startswith(two) or two.startswith(one):
        return 0
    return 1 if one > two else -1


def credits(taker: str, giver: Card) -> bool:
    """Return whether a text names the publisher of the other text."""
    name = " ".join(giver.name.split())
    if len(name) < 3 or not any(c.isalnum() for c in name):
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", taker, re.IGNORECASE) is not None


def by_credit(a: Card, a_text: str, b: Card, b_text: str) -> int:
    """Return 1 where only ``a`` names the other's publisher, -1 where only ``b`` does, else 0."""
    if a.source == b.source:
        return 0
    return int(credits(a_text, b)) - int(credits(b_text, a))


def by_kind(a: Card, b: Card) -> int:
    """Return 1 where only ``b`` is an agency, whose business is being reprinted; -1 the other way."""
    return int(b.kind is SourceKind.AGENCY) - int(a.kind is SourceKind.AGENCY)


def by_words(a_own: str, b_own: str, a_text: str, b_text: str) -> Order:
    """Return which text is the later version, from the words that each has for itself.

    A later version raises the running counts, speaks of earlier tolls and corrections, and names
    later days; an earlier one says "so far" and "breaking". A longer text is a weak sign.

    Args:
        a_own, b_own: the words that the other text does not have.
        a_text, b_text: the whole texts.
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
    if points == 0 and abs(len(a_text) - len(b_text)) * 20 > len(a_text) + len(b_text):
        points = 1 if len(a_text) > len(b_text) else -1
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
    tokens = [fold(t) for t in _TOKEN.findall(text)]
    counts: dict[str, set[int]] = {}
    for place, token in enumerate(tokens):
        digits = token.replace(",", "")
        value = int(digits) if digits.isdecimal() and len(digits) < 7 else _NUMBER_WORDS.get(token)
        if value is None:
            continue
        noun = next((t for t in tokens[place + 1 : place + 3] if t not in {"more", "other", "people's"}), None)
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
    days_named = set()
    for match in _DATE_LIKE.finditer(text):
        first_day, first_month, second_month, second_day = match.groups()
        month = _MONTHS.get(fold(first_month or second_month))
        day = int(first_day or second_day)
        if month is not None and 1 <= day <= 31:
            days_named.add((month, day))
    return days_named


def decide(orders: Sequence[Order]) -> Order:
    """Return the first order that decides, or one of 0 points."""
    for order in orders:
        if order.points:
            return order
    return Order(points=0, why="", inferred=True)
