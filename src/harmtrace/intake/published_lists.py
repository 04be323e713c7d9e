"""A body's published list as rows of text: CSV, JSONL, or what ``harmtrace statements`` prints."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from harmtrace.errors import InputError
from harmtrace.records.entry import Issue

# What a published statement's fields are called in a list.
_OF_STATEMENTS = {
    "report_number": "number",
    "date": "when",
    "channel": "channel",
    "verdict": "outcome",
    "reason": "reason",
}
Row = tuple[int, Mapping[str, str]]


def rows(path: Path, *, columns: tuple[str, ...]) -> Iterator[Row | Issue]:
    """Yield each row with its number from 1, or what is wrong with it.

    Raises:
        InputError: the file cannot be read, or has none of the columns.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected a list in UTF-8 that can be read, found: {error}") from error
    if path.suffix.lower() in (".jsonl", ".json"):
        yield from _json_rows(text, path)
        return
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    known = [name for name in reader.fieldnames or () if name in columns]
    if not known:
        raise InputError(f"{path}: expected columns among {', '.join(columns)}, found none of them")
    try:
        for number, row in enumerate(reader, start=1):
            yield number, {name: row[name] or "" for name in known}
    except csv.Error as error:
        yield _issue(path, reader.line_num, f"line {reader.line_num}: expected CSV, found: {error}")


def _json_rows(text: str, path: Path) -> Iterator[Row | Issue]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError as error:
            yield _issue(path, number, f"line {number}: expected one JSON object, found: {error}")
            continue
        if not isinstance(found, dict):
            yield _issue(path, number, f"line {number}: expected one JSON object, found {type(found).__name__}")
            continue
        yield number, _flat(found)


def _flat(found: Mapping[str, object]) -> dict[str, str]:
    fields = found.get("fields")
    if not isinstance(fields, dict):
        return {name: _text(value) for name, value in found.items()}
    said = {ours: _text(fields.get(name)) for name, ours in _OF_STATEMENTS.items()}
    where = [_text(fields.get(name)) for name in ("place", "country")]
    said |= {name: _text(fields.get(name)) for name in ("killed", "injured")}
    given = {name: _text(found[name]) for name in ("received", "closed", "document", "incident") if name in found}
    return {**said, "where": ", ".join(part for part in where if part), **given}


def _text(value: object) -> str:
    """Return a value as a table would hold it: a pair of ends as LOW-HIGH."""
    if value is None:
        return ""
    if isinstance(value, list) and len(value) == 2:
        low, high = ("" if end is None else str(end) for end in value)
        return low if low == high else f"{low}-{high}"
    return str(value)


def _issue(path: Path, line: int, message: str) -> Issue:
    return Issue(code="allegation-field", message=message, document=path.name, start=line)
