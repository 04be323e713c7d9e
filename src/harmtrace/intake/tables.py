"""``documents.csv``: what a table says about the files beside it, row by row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from harmtrace.intake.given import FIELDS, Given, check
from harmtrace.intake.texts import decode
from harmtrace.records.entry import Issue

TABLE = "documents.csv"
_JOINED_LINES = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One usable row: the file it speaks of, below the table's folder, and the line it stands on."""

    file: str
    line: int
    given: Given


@dataclass(slots=True)
class Table:
    """The rows of one table by file, and what was wrong with the rest."""

    rows: dict[str, Row] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


def read_table(data: bytes, name: str) -> Table:
    """Return the usable rows of a ``documents.csv``; each broken row is an issue, the rest goes on."""
    table = Table()
    decoded = decode(data, name)
    table.issues.extend(decoded.issues)
    if decoded.text is None:
        return table
    rows = rows_of(decoded.text, name, table.issues)
    _, header = next(rows, (1, []))
    columns = [column.strip().lower() for column in header]
    if "file" not in columns:
        found = ", ".join(columns)[:120] or "nothing"
        message = f"{name}: line 1: expected a header with the column 'file', found {found}; the table is not used"
        table.issues.append(Issue(code="table-header", message=message, document=name, start=1))
        return table
    unknown = [column for column in columns if column != "file" and column not in FIELDS]
    if unknown:
        message = f"{name}: line 1: expected the columns file, {', '.join(FIELDS)}; not used: {', '.join(unknown)}"
        table.issues.append(Issue(code="table-column", message=message, document=name, start=1))
    for line, row in rows:
        _take_row(table, name, line, columns, row)
    return table


def _take_row(table: Table, name: str, line: int, columns: list[str], row: list[str]) -> None:
    where = f"{name}: line {line}"
    if len(row) != len(columns):
        _issue(table, name, line, "table-row", f"expected {len(columns)} columns, found {len(row)}; row not used")
        return
    values = dict(zip(columns, row, strict=True))
    file = values["file"].strip()
    path = PurePosixPath(file)
    if not file or file.startswith(("/", "~")) or "\\" in file or ":" in path.parts[0] or ".." in path.parts:
        _issue(table, name, line, "table-path", f"expected a file below the table's folder, found {file[:80]!r}")
        return
    file = str(path)
    if file in table.rows:
        before = table.rows[file].line
        _issue(table, name, line, "table-duplicate", f"{file} is described on line {before} already; row not used")
        return
    given, issues = check(values, document=str(PurePosixPath(name).parent / file), where=where, line=line)
    table.issues.extend(issues)
    table.rows[file] = Row(file, line, given)


def _issue(table: Table, name: str, line: int, code: str, message: str) -> None:
    table.issues.append(Issue(code=code, message=f"{name}: line {line}: {message}", document=name, start=line))


def rows_of(text: str, name: str, issues: list[Issue]) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and cells; a row whose quotes never close costs that one line only."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width: int | None = None
    at = 0
    while at < len(lines):
        line = at + 1
        if not lines[at].strip():
            at += 1
            continue
        row, used, why = _row(lines, at, width)
        at += used
        if row is None:
            message = f"{name}: line {line}: expected a row of comma-separated cells, found {why}; row not used"
            issues.append(Issue(code="table-row", message=message, document=name, start=line))
        elif width is None or any(cell.strip() for cell in row):
            width = width or len(row)
            yield line, row


def _row(lines: list[str], first: int, width: int | None) -> tuple[list[str] | None, int, str]:
    """Return one row's cells, how many lines it takes, and else why it cannot be read."""
    for used in range(1, min(_JOINED_LINES, len(lines) - first) + 1):
        try:
            row = next(csv.reader(["\n".join(lines[first : first + used])], strict=True))
        except csv.Error as error:
            if "unexpected end" in str(error):
                continue
            return None, 1, str(error)
        if used > 1 and width is not None and len(row) != width:
            break
        return row, used, ""
    return None, 1, "a quotation mark that opens and does not close"
