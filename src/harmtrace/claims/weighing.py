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
