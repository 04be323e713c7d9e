"""Answers of the process that opens files, checked field by field: what is not of its kind is not there."""

import math
from collections.abc import Mapping

from harmtrace.intake.texts import printable


def number(facts: Mapping[str, object], name: str) -> float | None:
    """Return a finite number; None where there is none."""
    value = facts.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def whole(facts: Mapping[str, object], name: str) -> int | None:
    """Return a whole number from 0; None where there is none."""
    value = facts.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 53 else None


def text(facts: Mapping[str, object], name: str) -> str | None:
    """Return words; None where there are none."""
    value = facts.get(name)
    return printable(value) if isinstance(value, str) else None


def texts(value: object) -> dict[str, str]:
    """Return the pairs of words of an object."""
    if not isinstance(value, Mapping):
        return {}
    return {k: v for k, v in value.items() if isinstance(k, str) and isinstance(v, str)}


def items(value: object) -> list[object]:
    """Return a list; empty where there is none."""
    return value if isinstance(value, list) else []


def pairs(value: list[object]) -> list[tuple[object, object]]:
    """Return the pairs of a list."""
    return [(one[0], one[1]) for one in value if isinstance(one, list) and len(one) == 2]


def plain(value: object) -> float:
    """Return a value as a number, NaN where it is none."""
    return float(value) if isinstance(value, int | float) else math.nan
