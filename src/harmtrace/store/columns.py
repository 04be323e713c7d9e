"""Records of one document as columns: each field's name once, what is at its default left out, read back many at once.

A case holds some ten claims a document, of thirty fields each, most of them at their default or the same
throughout. As columns they take half the room that they take one by one, and are read back in a fifth of the time:
a record is filled field by field, without the checks of its constructor, which it passed before it was written.
"""

import dataclasses
import json
import typing
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from itertools import repeat
from operator import attrgetter, call
from sys import intern
from typing import Any, Generic, TypeVar

from harmtrace.records.claim import Claim
from harmtrace.records.measure import Count, Place
from harmtrace.store.codec import KINDS, OFFSETS, REPEATED, Json, decoder, dump, encoder, load, small

T = TypeVar("T")
Column = Sequence[Any]  # one field of many records: of whatever type the field has

# What was read once is not read again: a case names the same few places and counts in many claims.
_KEPT = 65_536


class Table(Generic[T]):
    """How the records of one kind are written as columns; their field ``document`` is given apart."""

    def __init__(self, kind: type[T]) -> None:
        hints = typing.get_type_hints(kind)
        fields = [field for field in dataclasses.fields(typing.cast(Any, kind)) if field.name != "document"]
        self._kind = kind
        self._values = attrgetter(*(field.name for field in fields))
        self._fields = [(field.name, field.default, *_form(field.name, hints[field.name])) for field in fields]
        self._puts = [getattr(kind, field.name).__set__ for field in fields]
        self._put_document = getattr(kind, "document").__set__  # noqa: B009 - not every T has it for mypy

    def write(self, records: Sequence[T], places: dict[str, int]) -> dict[str, Json]:
        """Return records as columns by field; ``places`` are numbered as they come."""
        columns = zip(*map(self._values, records), strict=True)
        return {
            name: [*write(column, places)]
            for (name, usual, write, _), column in zip(self._fields, columns, strict=True)
            if column.count(usual) < len(column)
        }

    def read(self, columns: dict[str, Column], document: str, places: Sequence[tuple[Place, ...]]) -> Iterator[T]:
        """Yield the records that ``write`` wrote."""
        given: list[Iterable[Any]] = [
            read(columns[name], places) if name in columns else repeat(usual) for name, usual, _, read in self._fields
        ]
        new, kind, puts, put_document = object.__new__, self._kind, self._puts, self._put_document
        for values in zip(*given, strict=False):  # what is at its default has no end
            record = new(kind)
            put_document(record, document)
            deque(map(call, puts, repeat(record), values), maxlen=0)
            yield record


_Write = Callable[[Column, dict[str, int]], Iterable[Any]]
_Read = Callable[[Column, Sequence[tuple[Place, ...]]], Iterable[Any]]


def _form(name: str, hint: Any) -> tuple[_Write, _Read]:  # a type form; no narrower type exists for it
    """Return how a column of such values is written and read."""
    if hint == tuple[Place, ...]:
        return _write_places, _read_places
    if hint is Count:
        return _write_counts, _read_counts
    if hint == tuple[str, ...]:
        return _as_it_is, _read_words
    if name in REPEATED:
        return _as_it_is, _interned
    if name in OFFSETS:
        return _as_it_is, _offsets
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        members = {one.value: one for one in hint}
        return _as_it_is, lambda column, _: map(members.__getitem__, column)
    write, read = encoder(hint), decoder(hint)
    if write is read:
        return _as_it_is, _as_it_was
    return lambda column, _: map(write, column), lambda column, _: map(read, column)


def _as_it_is(column: Column, _: dict[str, int]) -> Column:
    return column


def _as_it_was(column: Column, _: Sequence[tuple[Place, ...]]) -> Column:
    return column


def _interned(column: Column, _: Sequence[tuple[Place, ...]]) -> Iterable[str | None]:
    """Return texts once each: a case says the same few words by the million."""
    return [None if one is None else intern(one) for one in column]


def _offsets(column: Column, _: Sequence[tuple[Place, ...]]) -> Iterable[int]:
    """Return numbers once each: a million claims have four offsets each."""
    return map(small, column)


def _read_words(column: Column, _: Sequence[tuple[Place, ...]]) -> Iterable[tuple[str, ...]]:
    return [_words(*words) for words in column]


@lru_cache(maxsize=_KEPT)
def _words(*words: str) -> tuple[str, ...]:
    return words


_bounds = attrgetter("low", "high", "vague", "approx")


def _write_counts(column: Column, _: dict[str, int]) -> Iterable[tuple[int | None, int | None, str | None, bool]]:
    return map(_bounds, column)


def _read_counts(column: Column, _: Sequence[tuple[Place, ...]]) -> Iterable[Count]:
    return [_count(*bounds) for bounds in column]


@lru_cache(maxsize=_KEPT)
def _count(low: int | None, high: int | None, vague: str | None, approx: bool) -> Count:
    return Count(low=low, high=high, vague=vague, approx=approx)


def _write_places(column: Column, places: dict[str, int]) -> Iterable[int]:
    # Most claims of a document share one tuple; looking into it takes longer than all else.
    known: dict[int, int] = {}
    for one in column:
        if id(one) not in known:
            known[id(one)] = places.setdefault(_written(one), len(places))
    return [known[id(one)] for one in column]


def _read_places(column: Column, places: Sequence[tuple[Place, ...]]) -> Iterable[tuple[Place, ...]]:
    return map(places.__getitem__, column)


@lru_cache(maxsize=4_096)
def _written(places: tuple[Place, ...]) -> str:
    return dump(tuple[Place, ...], places)


@lru_cache(maxsize=_KEPT)
def _placed(written: str) -> tuple[Place, ...]:
    return load(tuple[Place, ...], written)


def _table(kind: type[T]) -> Table[T]:
    return typing.cast(Table[T], _tables(typing.cast(Hashable, kind)))


@cache
def _tables(kind: Any) -> Table[Any]:
    return Table(kind)


def dump_records(kind: type[T], records: Sequence[T]) -> str:
    """Return records of one document and one kind as JSON."""
    places: dict[str, int] = {}
    columns = _table(kind).write(records, places) if records else {}
    return _json({"columns": columns, "places": [*places]})


def load_records(kind: type[T], written: str, *, document: str) -> tuple[T, ...]:
    """Return the records that ``dump_records`` wrote, or an earlier version of harmtrace one by one."""
    held = json.loads(written)
    if isinstance(held, list):
        return typing.cast(tuple[T, ...], load(tuple[kind, ...], written))  # type: ignore[valid-type]
    if not held["columns"]:
        return ()
    places = [*map(_placed, held["places"])]
    return tuple(_table(kind).read(held["columns"], document, places))


def dump_claims(claims: Sequence[Claim]) -> str:
    """Return the claims of one document as JSON; ``order`` says in which order those of the kinds stand."""
    places: dict[str, int] = {}
    by_kind: dict[type[Claim], list[Claim]] = {}
    for claim in claims:
        by_kind.setdefault(type(claim), []).append(claim)
    kinds = {tag: _table(kind).write(by_kind[kind], places) for tag, kind in KINDS.items() if kind in by_kind}
    return _json({"order": "".join([_LETTERS[type(one)] for one in claims]), "places": [*places], "kinds": kinds})


def load_claims(written: str, *, document: str) -> tuple[Claim, ...]:
    """Return the claims that ``dump_claims`` wrote, or an earlier version of harmtrace one by one."""
    held = json.loads(written)
    if isinstance(held, list):
        return load(tuple[Claim, ...], written)
    places = [*map(_placed, held["places"])]
    kinds = {tag[0]: _table(KINDS[tag]).read(columns, document, places) for tag, columns in held["kinds"].items()}
    return tuple([next(kinds[letter]) for letter in held["order"]])


# By its first letter each kind is known.
_LETTERS = {kind: tag[0] for tag, kind in KINDS.items()}


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
