"""Values as Python prints them (``{'url': 'https://…', 'when': datetime.datetime(2021, 5, 3)}``), read safely."""

import ast
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TypeAlias

from harmtrace.errors import InputError

Literal: TypeAlias = "str | int | float | bool | bytes | list[Literal] | dict[str, Literal] | None"

_CHARACTERS = 2_000_000
_NESTED = 60
_DEEPEST = 40
_NODES = 200_000


class LiteralError(InputError):
    """Says why a printed value is not read."""


def parse(text: str) -> Literal:
    """Return what a printed value says: only literals, and dates as ISO 8601 text. Nothing of it is ever run.

    Raises:
        LiteralError: it is too long, nested too deep, or holds anything but literals and dates.

    >>> parse("{'url': 'https://a.example', 'when': datetime.datetime(2021, 5, 3, 12, 0)}")
    {'url': 'https://a.example', 'when': '2021-05-03T12:00:00'}
    >>> parse("__import__('os').getcwd()")
    Traceback (most recent call last):
    ...
    harmtrace.intake.literals.LiteralError: a call of something that is no date
    """
    if len(text) > _CHARACTERS:
        raise LiteralError(f"more than {_CHARACTERS:,} characters")
    if _nesting(text) > _NESTED:
        raise LiteralError(f"brackets nested more than {_NESTED} deep")
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise LiteralError("no value as Python prints it") from error
    return _Reader().value(tree.body, 0)


def _nesting(text: str) -> int:
    """Return how deep brackets and signs could nest: counted without regard to quotes, so never too low."""
    depth = deepest = run = 0
    for char in text:
        if char in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in ")]}":
            depth = max(0, depth - 1)
        run = run + 1 if char in "-+~" else 0
        deepest = max(deepest, run)
    return deepest


class _Reader:
    def __init__(self) -> None:
        self._left = _NODES

    def value(self, node: ast.expr, depth: int) -> Literal:
        self._left -= 1
        if depth > _DEEPEST or self._left < 0:
            raise LiteralError("more than a record holds")
        match node:
            case ast.Constant(value=value) if value is None or isinstance(value, str | int | float | bool | bytes):
                return value
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return -number
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                return [self.value(item, depth + 1) for item in items]
            case ast.Dict(keys=keys, values=values):
                return self._mapping(keys, values, depth)
            case ast.Call():
                return _moment(node)
        raise LiteralError("something that is no literal")

    def _mapping(self, keys: list[ast.expr | None], values: list[ast.expr], depth: int) -> dict[str, Literal]:
        found: dict[str, Literal] = {}
        for key, value in zip(keys, values, strict=True):
            name = None if key is None else self.value(key, depth + 1)
            if not isinstance(name, str | int | float | bool | None) or key is None:
                raise LiteralError("a key that is no word")
            found[str(name)] = self.value(value, depth + 1)
        return found


def _moment(call: ast.Call) -> str:
    """Return the ISO 8601 text of ``datetime.datetime(…)`` or ``datetime.date(…)``."""
    name = ast.unparse(call.func) if isinstance(call.func, ast.Name | ast.Attribute) else ""
    if name.rpartition(".")[2] not in ("datetime", "date") or len(call.args) > 7:
        raise LiteralError("a call of something that is no date")
    numbers = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and type(arg.value) is int]
    if len(numbers) != len(call.args) or len(numbers) < 3:
        raise LiteralError("a date of something that is no number")
    zone = next((_zone(keyword.value) for keyword in call.keywords if keyword.arg == "tzinfo"), None)
    year, month, day, *clock = numbers
    hour, minute, second, micro = (*clock, 0, 0, 0, 0)[:4]
    try:
        if name.rpartition(".")[2] == "date":
            return date(year, month, day).isoformat()
        return datetime(year, month, day, hour, minute, second, micro, tzinfo=zone).isoformat()
    except (ValueError, OverflowError, TypeError) as error:
        raise LiteralError("a date that is none") from error


def _zone(node: ast.expr) -> timezone | None:
    words = ast.unparse(node)
    if words.endswith("utc") or words.endswith("tzutc()") or "UTC" in words:
        return UTC
    match node:
        case ast.Call(
            args=[ast.Call(keywords=[ast.keyword(arg="seconds", value=ast.Constant(value=int() as seconds))])]
        ):
            return timezone(timedelta(seconds=seconds)) if abs(seconds) < 86_400 else None
    return None
