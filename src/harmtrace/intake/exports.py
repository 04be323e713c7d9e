"""Tables of documents: our own columns, auto-archiver's, Bayanat's and Uwazi's exports, told apart by their header."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from harmtrace.intake import archived
from harmtrace.intake.given import FIELDS, day_of
from harmtrace.intake.jsons import document_of
from harmtrace.intake.kinds import CSV
from harmtrace.intake.parts import Part, Read
from harmtrace.intake.texts import decode, printable
from harmtrace.records.entry import Issue

_CELL = 10_000_000
_ROWS = 1_000_000
_TRIES = 50
_SHEET = ("archive status", "archive location", "archive date")
_UWAZI = frozenset(("title", "date added", "template"))
_BAYANAT = frozenset(("id", "title", "description", "source_link"))

Row = Mapping[str, str]
Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A kind of table: what its header must hold, and how a row of it becomes a record."""

    name: str
    fits: Callable[[Sequence[str]], bool]
    record: Callable[[Row, int, Part], Record]


def read(data: bytes, part: Part) -> Read:
    """Yield a document for each row of a table; a row that says nothing that can be read is an issue."""
    decoded = decode(data, part.name)
    yield from decoded.issues
    if decoded.text is None:
        return
    csv.field_size_limit(_CELL)
    issues: list[Issue] = []
    rows = _rows(decoded.text, part, issues)
    _, header = next(rows, (1, []))
    columns = [column.strip().lower() for column in header]
    shape = next((one for one in _SHAPES if one.fits(columns)), None)
    if shape is None:
        found = printable(", ".join(columns)[:120]) or "nothing"
        known = "; ".join(one.name for one in _SHAPES)
        yield part.issue("table-unknown", f"the columns of a known table ({known})", found, at="line 1")
        return
    taken: dict[str, int] = {}
    number = 0
    for number, (line, cells) in enumerate(rows, start=1):
        yield from issues
        issues.clear()
        if number > _ROWS:
            yield part.issue("archive-limit", f"at most {_ROWS:,} rows", "more")
            return
        yield from _row(dict(zip(columns, cells, strict=False)), number, line, part, shape, taken)
    yield from issues
    if not number:
        yield part.issue("empty", "rows below the header", "none")


def _rows(text: str, part: Part, issues: list[Issue]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line that each row starts on and its cells; a row that cannot be read costs its first line."""
    lines = text.splitlines(keepends=True)
    at = tries = 0
    while at < len(lines):
        reader = csv.reader(lines[at:], strict=True)
        before = 0
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield at + before + 1, cells
                before = reader.line_num
            return
        except csv.Error as error:
            line = at + before + 1
            message = f"{part.where}: line {line}: expected a row of cells, found: {error}; row not used"
            issues.append(Issue(code="table-row", message=message, document=part.name, start=line))
            at += before + 1
            tries += 1
        if tries >= _TRIES:
            issues.append(
                part.issue("table-row", "rows of cells", f"{tries} that cannot be read", done="rest not used")
            )
            return


def _row(row: Row, number: int, line: int, part: Part, shape: _Shape, taken: dict[str, int]) -> Read:
    try:
        record = shape.record(row, number, part)
    except archived.RecordError as error:
        yield Issue(
            code="table-cell",
            message=f"{part.where}: line {line}: expected {error.expected}, found {error}; row not used",
            document=part.name,
            start=line,
        )
        return
    key = record.get("id")
    if isinstance(key, str) and shape.name != _OWN:
        # The same page archived twice is two documents: what it said then, and later.
        taken[key] = times = taken.get(key, 0) + 1
        if times > 1:
            record["id"] = f"{key} ({times})"
    document, issues = document_of(
        record, part.where, digest=part.original, line=line, given=part.given, media=CSV, file=part.name
    )
    yield from issues
    if document is not None:
        yield document


def _own(row: Row, number: int, part: Part) -> Record:
    return {key: value for key, value in row.items() if key in ("id", "text", *FIELDS)}


def _archiver(row: Row, number: int, part: Part) -> Record:
    return archived.of_cells(row.get("status", ""), row.get("metadata", ""), prefix=part.name, number=number)


def _sheet(row: Row, number: int, part: Part) -> Record:
    """Return the record of a row of the sheet that auto-archiver fills (its default column names)."""
    url = row.get("link", "").strip() or row.get("url", "").strip()
    body = row.get("text content", "").strip()
    title = row.get("upload title", "").strip()
    return archived.record(
        part.name, number, url=url, title=title, body=body, moment=row.get("upload timestamp", ""),
        captured=row.get("archive date", ""),
    )  # fmt: skip


def _bayanat(row: Row, number: int, part: Part) -> Record:
    """Return the record of a bulletin; its id is one of its table only, so the file's name stands before it."""
    title = row.get("title", "").strip() or row.get("title_ar", "").strip()
    source = next((value for key, value in row.items() if key.startswith("sources.") and value.strip()), "")
    link = row.get("source_link", "").strip()
    return {
        "id": f"{part.name}/{row.get('id', '').strip().removesuffix('.0') or number}",
        "text": _joined(title, row.get("description", "")),
        "title": title,
        # "12-Valley Post": the row's number in another table, then its title.
        "source": source.partition("-")[2].strip() or source.strip(),
        "url": link if urlsplit(link).scheme in ("http", "https") else "",
        "published": _day(row.get("publish_date", "")),
    }


def _uwazi(row: Row, number: int, part: Part) -> Record:
    """Return the record of an entity: its title, then each property that holds words, by its label.

    A row has no id; its number in the file stands for one. Its title may be a person's name, which
    does not belong into ids.
    """
    title = row.get("title", "").strip()
    words = [
        f"{label[:1].upper()}{label[1:]}: {value.strip()}" if len(value) < _LABELLED else value.strip()
        for label, value in row.items()
        if label not in _UWAZI_OWN and value.strip()
    ]
    return {"id": f"{part.name}/row-{number}", "text": "\n\n".join((title, *words)).strip(), "title": title}


_LABELLED = 200
_UWAZI_OWN = frozenset(("title", "date added", "template", "geolocation", "documents", "attachments", "published"))


def _joined(title: str, body: str) -> str:
    body = body.strip()
    return body if not title or body.startswith(title) else f"{title}\n\n{body}" if body else title


def _day(value: str) -> str:
    return day_of(value) or ""


_OWN = "id, text and others of ours"
_SHAPES = (
    _Shape(_OWN, lambda columns: "id" in columns and "text" in columns, _own),
    _Shape(
        "auto-archiver's status, metadata, media",
        lambda columns: {"status", "metadata", "media"} <= set(columns),
        _archiver,
    ),
    _Shape(
        "a sheet of auto-archiver",
        lambda columns: ("link" in columns or "url" in columns) and any(one in columns for one in _SHEET),
        _sheet,
    ),
    _Shape("Bayanat's bulletins", lambda columns: set(columns) >= _BAYANAT, _bayanat),
    _Shape("Uwazi's entities", lambda columns: set(columns) >= _UWAZI, _uwazi),
)
