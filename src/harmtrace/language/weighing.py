"""What rows of a table weigh together."""

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Table(NamedTuple):
    """The weights of rows, by how much something must outweigh what was taken, and whether what was taken is weighed at all."""

    weights: Mapping[str, float]
    margin: float
    moves: bool = True


def weighed(rows: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of rows, those without one weighing nothing; it does not hang on their order.

    >>> weighed(["close", "title", "unheard of"], {"close": 0.1, "title": 0.2})
    0.30000000000000004
    """
    return math.fsum([weights.get(row, 0.0) for row in rows])


def apart(sentences: int, paragraphs: int) -> str:
    """Return the row of how far from a count another sentence stands; below nought is before it.

    >>> apart(-1, 0), apart(-3, -1), apart(2, 0)
    ('sentence before', 'paragraph before', 'later in the paragraph')
    """
    beside = paragraphs == 0
    if abs(sentences) == 1:
        row = "sentence before" if sentences < 0 else "sentence behind"
        return row if beside else f"{row}, another paragraph"
    if sentences < 0:
        return "earlier in the paragraph" if beside else "paragraph before" if paragraphs == -1 else "long before"
    return "later in the paragraph" if beside else "long after"
