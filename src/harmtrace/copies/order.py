"""Which of two related texts came first: by date, credit, publisher, or their own words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from harmtrace.records.text import SourceKind

_DAY = re.compile(r"^\d{4}(?:-\d{2}){0,2}")


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
        by_id: for want of other signs the spelling of the ids decided.
    """

    points: int
    why: str
    inferred: bool
    by_id: bool = False


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
    """Return whether a text, in lower case, names the publisher of the other text."""
    name = " ".join(giver.name.lower().split())
    # Looking for the characters first is many times faster.
    if name not in taker or len(name) < 3 or not any(c.isalnum() for c in name):
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", taker) is not None


def by_credit(a: Card, a_text: str, b: Card, b_text: str) -> int:
    """Return 1 where only ``a`` names the other's publisher, -1 where only ``b`` does, else 0."""
    if a.source == b.source:
        return 0
    return int(credits(a_text, b)) - int(credits(b_text, a))


def by_kind(a: Card, b: Card) -> int:
    """Return 1 where only ``b`` is an agency, whose business is being reprinted; -1 the other way."""
    return int(b.kind is SourceKind.AGENCY) - int(a.kind is SourceKind.AGENCY)


def decide(orders: Sequence[Order]) -> Order:
    """Return the first order that decides, or one of 0 points."""
    for order in orders:
        if order.points:
            return order
    return Order(points=0, why="", inferred=True)
