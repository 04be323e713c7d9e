"""Canonical JSON (RFC 8785): one value, one sequence of bytes."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from harmtrace.errors import LedgerError

_LARGEST = 2**53 - 1
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)


def canonical(value: object) -> bytes:
    r"""Return a JSON value as the one sequence of bytes that RFC 8785 gives it.

    Raises:
        LedgerError: a number that is not exact in I-JSON, half a character, or no JSON value at all.

    >>> canonical({"b": [1.0, 1e21, "\x1f"], "a": None})
    b'{"a":null,"b":[1,1e+21,"\\u001f"]}'
    """
    try:
        # The standard encoder differs from the RFC in floats and in the order of keys beyond ASCII only.
        return (_ENCODER.encode(value) if _simple(value) else _slowly(value)).encode()
    except UnicodeEncodeError as error:
        raise LedgerError("canonical JSON: expected whole characters, found half a surrogate pair") from error


def flat(names: Sequence[str]) -> Callable[[Sequence[object]], bytes]:
    r"""Return what writes objects of these names as ``canonical`` does, from their values in the same order.

    What is None is left out, and bytes are written as hex: so are rows of a table, by the million.

    >>> flat(["n", "id"])([7, "a"]), flat(["n", "id"])([None, b"\xff"])
    (b'{"id":"a","n":7}', b'{"id":"ff"}')
    """
    if not all(name.isascii() for name in names):
        raise LedgerError("canonical JSON: expected names in ASCII")
    places = [(f"{_ENCODER.encode(name)}:", place) for place, name in sorted(enumerate(names), key=lambda one: one[1])]

    def write(values: Sequence[object]) -> bytes:
        parts = []
        for name, place in places:
            value = values[place]
            if value is None:
                continue
            kind = type(value)
            if kind is str:
                parts.append(name + _ENCODER.encode(value))
            elif kind is bytes:
                parts.append(f'{name}"{value.hex()}"')  # type: ignore[attr-defined]
            else:
                parts.append(name + canonical(value).decode())
        try:
            return f"{{{','.join(parts)}}}".encode()
        except UnicodeEncodeError as error:
            raise LedgerError("canonical JSON: expected whole characters, found half a surrogate pair") from error

    return write


def canonical_object(members: Mapping[str, bytes]) -> bytes:
    """Return the object with these members, each given as canonical JSON already.

    >>> canonical_object({"b": b"1", "a": b"[]"})
    b'{"a":[],"b":1}'
    """
    if len(members) > 1:
        names = (
            sorted(members)
            if "".join(members).isascii()
            else sorted(members, key=lambda name: name.encode("utf-16-be"))
        )
    else:
        names = list(members)
    return b"{%b}" % b",".join([b"%b:%b" % (canonical_name(name), members[name]) for name in names])


@lru_cache(maxsize=1_024)
def canonical_name(name: str) -> bytes:
    """Return a word that is written again and again (a field, a kind) as canonical JSON."""
    return canonical(name)


def parsed(body: bytes) -> object:
    """Return the value that canonical bytes stand for.

    Raises:
        LedgerError: they are no JSON, or another form of it.
    """
    try:
        value = json.loads(body.decode())
    except (ValueError, RecursionError) as error:
        raise LedgerError("canonical JSON: expected one JSON value in UTF-8, found something else") from error
    if canonical(value) != body:
        raise LedgerError("canonical JSON: found JSON in another form")
    return value


def _simple(value: object) -> bool:
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is int:
        return -_LARGEST <= value <= _LARGEST  # type: ignore[operator]
    if kind is dict:
        return all(
            type(key) is str and key.isascii() and _simple(one)
            for key, one in value.items()  # type: ignore[attr-defined]
        )
    return kind is list and all(map(_simple, value))  # type: ignore[call-overload]


def _slowly(value: object) -> str:
    match value:
        case None | bool() | str():
            return _ENCODER.encode(value)
        case int():
            if abs(value) <= _LARGEST:
                return str(int(value))
            if value.bit_length() > 1_023 or _number(float(value)) != str(value):
                raise LedgerError("canonical JSON: found a whole number that not every reader keeps exact")
            return _number(float(value))
        case float():
            return _number(value)
        case list() | tuple():
            return "[" + ",".join(map(_slowly, value)) + "]"
        case dict():
            if not all(isinstance(key, str) for key in value):
                raise LedgerError("canonical JSON: expected names that are text")
            ordered = sorted(value.items(), key=lambda item: item[0].encode("utf-16-be"))
            return "{" + ",".join(f"{_ENCODER.encode(key)}:{_slowly(one)}" for key, one in ordered) + "}"
        case _:
            raise LedgerError(f"canonical JSON: {type(value).__name__} is no JSON value")


def _number(value: float) -> str:
    """Return a number as ECMAScript writes it (ECMA-262, Number::toString)."""
    if not math.isfinite(value):
        raise LedgerError("canonical JSON: expected a finite number")
    if value == 0:
        return "0"
    _, places, exponent = Decimal(repr(abs(value))).normalize().as_tuple()
    digits, point = "".join(map(str, places)), len(places) + int(exponent)
    if len(digits) <= point <= 21:
        shown = digits + "0" * (point - len(digits))
    elif 0 < point <= 21:
        shown = f"{digits[:point]}.{digits[point:]}"
    elif -6 < point <= 0:
        shown = "0." + "0" * -point + digits
    else:
        mantissa = digits if len(digits) == 1 else f"{digits[0]}.{digits[1:]}"
        shown = f"{mantissa}e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return f"-{shown}" if value < 0 else shown
