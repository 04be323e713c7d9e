"""Strike logs from files: tables, lists of records, and releases in prose; every fault named with its row."""

import codecs
import csv
import io
import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from harmtrace.errors import StrikeLogError
from harmtrace.language.parties import party
from harmtrace.records.entry import Issue
from harmtrace.records.strike import Strike
from harmtrace.strikes import Context, Fault, read_report, read_row, settle
from harmtrace.strikes.logs import COLUMNS
from harmtrace.strikes.releases import read_line

_SAME: Final = "="
"""A mapping to ``=words`` gives the same words to every row."""
_OPENING: Final = 200
"""A report names its belligerent within so many characters."""
_LOG = logging.getLogger(__name__)
_ALIASES: Final = {
    "id": "strike_id",
    "report_id": "strike_id",
    "by": "belligerent",
    "lat": "latitude",
    "lon": "longitude",
    "long": "longitude",
    "lng": "longitude",
    "text": "line",
    "words": "line",
}
"""Names of columns that need no mapping beside our own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """The cells of a row by our names, and its line in the file."""

    cells: Mapping[str, str]
    number: int


def read(
    data: bytes, name: str, *, context: Context, columns: Mapping[str, str] | None = None
) -> tuple[tuple[Strike, ...], tuple[Issue, ...]]:
    """Return the strikes of one log and everything that is wrong with it, by row.

    ``name`` tells the form by its ending: ``.jsonl`` records, ``.txt`` prose, else a table. ``columns``: our
    names of columns to the log's own. A row with faults is kept, with what could be read.

    Raises:
        StrikeLogError: nothing in the file can be a strike log.
    """
    text, faults = _text(data, name)
    given = {ours: theirs for ours, theirs in (columns or {}).items() if not theirs.startswith(_SAME)}
    same = {ours: theirs.removeprefix(_SAME) for ours, theirs in (columns or {}).items() if theirs.startswith(_SAME)}
    context = replace(context, belligerent=same.get("belligerent", context.belligerent))
    if name.endswith(".txt"):
        strikes, more = _prose(text, name, context)
    else:
        rows = _records(text, name, faults) if name.endswith((".jsonl", ".json")) else _table(text, name, given, faults)
        strikes, more = _strikes((replace(row, cells={**same, **row.cells}) for row in rows), context)
    more = _once(more, strikes)
    settled, last = settle(strikes)
    every = sorted((*faults, *more, *last), key=lambda fault: (fault.row, fault.kind))
    _LOG.debug("%d strikes, %d faults", len(settled), len(every))
    return settled, tuple(_issue(fault, name) for fault in every)


def load(path: Path) -> bytes:
    """Return the bytes of a log.

    Raises:
        StrikeLogError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise StrikeLogError(f"{path}: expected a readable strike log, found {error.strerror}") from error


def _issue(fault: Fault, name: str) -> Issue:
    message = f"{name}, row {fault.row}: expected {fault.expected}, found {fault.found}"
    return Issue(code=f"strike-{fault.kind}", message=message, document=name, start=fault.row)


def _text(data: bytes, name: str) -> tuple[str, list[Fault]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        fault = Fault(kind="encoding", row=row, expected="UTF-8", found="other bytes; read as Windows-1252")
        return data.decode("cp1252", errors="replace"), [fault]


def _table(text: str, name: str, columns: Mapping[str, str], faults: list[Fault]) -> Iterator[_Row]:
    first = next((line for line in text.splitlines() if line.strip()), None)
    if first is None:
        raise StrikeLogError(f"{name}: expected a strike log, found an empty file")
    delimiter = max(",;\t", key=first.count)
    lines = csv.reader(io.StringIO(text.replace("\0", " "), newline=""), delimiter=delimiter)
    header: list[str | None] | None = None
    begins = 1
    while True:
        try:
            cells = next(lines, None)
        except csv.Error as error:
            faults.append(
                Fault(kind="row", row=lines.line_num, expected="a row of CSV", found=f"one that csv refuses ({error})")
            )
            continue
        if cells is None:
            return
        number, begins = begins, lines.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = _header(cells, name, columns, faults, number)
            continue
        if (len(cells) != len(header) and any(cell.strip() for cell in cells[len(header) :])) or len(cells) < len(
            header
        ):
            faults.append(Fault(kind="row", row=number, expected=f"{len(header)} columns", found=str(len(cells))))
        named = zip(header, cells, strict=False)
        yield _Row(cells={ours: " ".join(cell.split()) for ours, cell in named if ours}, number=number)


def _header(
    cells: Sequence[str], name: str, columns: Mapping[str, str], faults: list[Fault], number: int
) -> list[str | None]:
    theirs = {their.strip().casefold(): ours for ours, their in columns.items()}
    header: list[str | None] = []
    for cell in cells:
        plain = cell.strip().casefold()
        ours = theirs.get(plain) or (plain if plain in COLUMNS else _ALIASES.get(plain))
        if plain and ours is None:
            known = ", ".join(COLUMNS)
            found = f"{cell.strip()!r}, which is left out"
            faults.append(Fault(kind="column", row=number, expected=f"one of {known}, or a mapping", found=found))
        header.append(None if ours in header else ours)
    given = {one for one in header if one is not None}
    if not given & {"start", "date", "line", "description"} or not given & {
        "latitude", "mgrs", "place", "location", "line",
    }:  # fmt: skip
        found = ", ".join(repr(cell.strip()) for cell in cells)[:200]
        raise StrikeLogError(
            f"{name}, header: expected start or date, and latitude and longitude, mgrs, place or location, "
            f"found {found}; other names by a mapping in harmtrace.toml, [columns.strikes]"
        )
    return header


def _records(text: str, name: str, faults: list[Fault]) -> Iterator[_Row]:
    usable = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            faults.append(
                Fault(kind="row", row=number, expected="a JSON object", found=f"a line that is none ({error.msg})")
            )
            continue
        if not isinstance(record, dict):
            faults.append(Fault(kind="row", row=number, expected="a JSON object", found=type(record).__name__))
            continue
        usable += 1
        cells = {
            _ALIASES.get(str(key), str(key)): " ".join(str(value).split())
            for key, value in record.items()
            if value is not None and _ALIASES.get(str(key), str(key)) in COLUMNS
        }
        yield _Row(cells=cells, number=number)
    if not usable:
        raise StrikeLogError(f"{name}: expected records, one JSON object a line, found none")


def _strikes(rows: Iterator[_Row], context: Context) -> tuple[list[Strike], list[Fault]]:
    strikes: list[Strike] = []
    faults: list[Fault] = []
    for row in rows:
        for cells in _told(row.cells):
            strike, found = read_row(cells, row.number, context)
            strikes.append(strike)
            faults += found
    return strikes, faults


def _told(cells: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """Yield the cells with what their prose adds; a report that logs several strikes gives several rows."""
    line = cells.get("line")
    if line is None or ((cells.get("location") or cells.get("place")) and cells.get("number")):
        yield cells
        return
    for at, one in enumerate(read_report(line)):
        added = {"place": one.place, "number": None if one.count is None else str(one.count), "date": one.days}
        own = {"target": one.target, "result": one.result, "belligerent": party(line[:_OPENING])}
        told = {name: value for name, value in {**added, **own}.items() if value is not None}
        id = {"strike_id": f"{cells['strike_id']}.{at + 1}"} if at and "strike_id" in cells else {}
        yield {**told, **cells, **id}


def _once(faults: Sequence[Fault], strikes: Sequence[Strike]) -> list[Fault]:
    """Return the faults, one for the whole log in place of one a row where no row names a belligerent."""
    if len(strikes) < 2 or any(strike.belligerent is not None for strike in strikes):
        return list(faults)
    rest = [fault for fault in faults if fault.kind != "belligerent"]
    expected = 'who made the strikes: a column, or belligerent = "=NAME" in [columns.strikes]'
    return [Fault(kind="belligerent", row=1, expected=expected, found="nobody in any row"), *rest]


def _prose(text: str, name: str, context: Context) -> tuple[list[Strike], list[Fault]]:
    """Return the strikes of a release: lines under the day that it names, or sentences with their own days."""
    strikes: list[Strike] = []
    faults: list[Fault] = []
    day: str | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        logged = [one for one in read_report(line) if one.place is not None or one.days is not None]
        for one in logged:
            day = one.days or day
            if one.place is None and read_line(line) is None:
                continue
            cells = {"place": one.place, "number": None if one.count is None else str(one.count), "date": day}
            cells |= {"target": one.target, "result": one.result, "line": line[one.start : one.end]}
            strike, found = read_row({key: value for key, value in cells.items() if value}, number, context)
            strikes.append(strike)
            faults += found
    if not strikes:
        raise StrikeLogError(f"{name}: expected lines such as 'Near PLACE, two strikes engaged ...', found none")
    return strikes, faults
