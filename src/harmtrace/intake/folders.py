"""The files below the paths given, in a fixed order; opening only what is a plain file."""

import os
import stat
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harmtrace.intake.given import NOTHING, Given
from harmtrace.intake.kinds import MEDIA, RECORDED, media_of
from harmtrace.intake.tables import TABLE, Table, read_table
from harmtrace.intake.texts import printable
from harmtrace.records.entry import Issue

_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini", "__macosx"))
_SAVED_PARTS = ("_files", "_Files", "_fichiers", "-Dateien")
TABLE_BYTES = 50_000_000

# A notice, not a fault: a case often lies beside its evidence.
CASE_FOLDER = "case-folder"

# A folder that holds this is a case (`store` makes it): its pages and originals are no evidence.
_CASE = "case.sqlite"
_CASE_PARTS = frozenset(("report", "vault"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One file that may hold documents.

    Attributes:
        name: its path below the folder given, with ``/``; a single file's name.
        given: what the nearest ``documents.csv`` says of it.
    """

    path: Path
    name: str
    media: str
    given: Given = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """One ``documents.csv`` as read, with its bytes."""

    path: Path
    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecording:
    """One file that is a recording by its name; ``issue`` says so to whoever reads documents alone."""

    path: Path
    issue: Issue


Walked = Found | FoundTable | FoundRecording | Issue


def walk(paths: Sequence[Path]) -> Iterator[Walked]:
    """Yield every file below the paths, sorted, each file once; what cannot be used is an issue.

    Hidden files are passed over, folders of cases with a notice. Links to files are followed, links to folders are not,
    so that no loop of links can hold the walk.
    """
    seen: set[str] = set()
    for path in sorted(set(paths), key=str):
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield _unreadable(path, str(path), error)
            continue
        if (case := _case_of(path)) is not None:
            yield _no_evidence(path, str(path), case)
        elif stat.S_ISDIR(mode):
            yield from _once(_folder(path, "", ()), seen)
        else:
            yield from _once(_file(path, path.name, NOTHING), seen)


def _case_of(path: Path) -> Path | None:
    """Return the case that a path is, or whose report or vault it lies in; None for all else."""
    place = path.resolve()
    if (place / _CASE).is_file():
        return place
    for inner, folder in zip((place, *place.parents), place.parents, strict=False):
        if inner.name in _CASE_PARTS and (folder / _CASE).is_file():
            return folder
    return None


def _no_evidence(path: Path, name: str, case: Path) -> Issue:
    message = f"{path}: expected documents, found the case {case} or a part of it; what a case holds is not taken"
    return Issue(code=CASE_FOLDER, message=message, document=name)


def open_plain(path: Path, name: str) -> tuple[int, int] | Issue:
    """Return a descriptor and size of a plain file, or an issue; never waits on a pipe or device."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        return _unreadable(path, name, error)
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        return _not_plain(path, name, status.st_mode)
    return handle, status.st_size


def read_plain(path: Path, name: str, limit: int) -> bytes | Issue:
    """Return a plain file's bytes, or an issue where it is unreadable or larger than ``limit`` bytes."""
    opened = open_plain(path, name)
    if isinstance(opened, Issue):
        return opened
    handle, size = opened
    with os.fdopen(handle, "rb") as file:
        if size > limit:
            return too_large(path, name, size, limit)
        try:
            data = file.read(size + 1)
            if len(data) > size:
                data += file.read(limit + 1 - len(data))
        except OSError as error:
            return _unreadable(path, name, error)
    return data if len(data) <= limit else too_large(path, name, len(data), limit)


def too_large(path: Path, name: str, size: int, limit: int, *, line: int | None = None) -> Issue:
    """Return the issue of a file (or of one line of it) above the limit, in bytes."""
    where = f"{path}" if line is None else f"{path}: line {line}"
    message = f"{where}: expected at most {limit:,} bytes, found {size:,}; not taken"
    return Issue(code="too-large", message=message, document=name, start=line)


def _once(found: Iterator[Walked], seen: set[str]) -> Iterator[Walked]:
    for item in found:
        if not isinstance(item, Issue):
            place = os.path.abspath(item.path)
            if place in seen:
                continue
            seen.add(place)
        yield item


def _folder(folder: Path, prefix: str, above: tuple[tuple[str, Table], ...]) -> Iterator[Walked]:
    try:
        with os.scandir(folder) as entries:
            children = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, prefix.rstrip("/") or str(folder), error)
        return
    names = {child.name for child in children}
    if _CASE in names:
        yield _no_evidence(folder, prefix.rstrip("/") or str(folder), folder)
        return
    tables = above
    if TABLE in names:
        name = prefix + TABLE
        data = read_plain(folder / TABLE, name, TABLE_BYTES)
        if isinstance(data, Issue):
            yield data
        else:
            table = read_table(data, name)
            yield FoundTable(path=folder / TABLE, name=name, data=data)
            yield from table.issues
            yield from _missing(table, folder, name)
            tables = ((prefix, table), *above)
    for child in children:
        if not passed_over(child.name, names):
            yield from _child(child, folder / child.name, prefix + child.name, tables)


def _child(entry: os.DirEntry[str], path: Path, name: str, tables: tuple[tuple[str, Table], ...]) -> Iterator[Walked]:
    if entry.is_dir(follow_symlinks=False):
        yield from _folder(path, name + "/", tables)
    elif entry.is_symlink() and path.is_dir():
        message = f"{path}: expected a file or folder, found a link to a folder; links to folders are not followed"
        yield Issue(code="linked-folder", message=message, document=name)
    else:
        yield from _file(path, name, given_by(name, tables))


def _file(path: Path, name: str, given: Given) -> Iterator[Found | FoundRecording | Issue]:
    ending = path.suffix.lower()
    media = media_of(path.name)
    if media is not None:
        yield Found(path=path, name=printable(name), media=media, given=given)
        return
    known = " ".join(MEDIA)
    message = f"{path}: expected one of {known}, found {ending or 'no ending'}; not taken"
    issue = Issue(code="unknown-format", message=message, document=name)
    yield FoundRecording(path=path, issue=issue) if ending in RECORDED else issue


def passed_over(name: str, beside: Container[str]) -> bool:
    """Tell whether a name is hidden, a system's, a table's, or a part of the page saved beside it."""
    if name.startswith((".", "~$")) or name == TABLE or name.lower() in _SYSTEM_FILES:
        return True
    for ending in _SAVED_PARTS:
        if name.endswith(ending):
            stem = name[: -len(ending)]
            return f"{stem}.html" in beside or f"{stem}.htm" in beside
    return False


def given_by(name: str, tables: Sequence[tuple[str, Table]]) -> Given:
    """Return what the nearest of some tables, each with the folder it stands in, says of a file."""
    for prefix, table in tables:
        row = table.rows.get(name[len(prefix) :])
        if row is not None:
            return row.given
    return NOTHING


def _missing(table: Table, folder: Path, name: str) -> Iterator[Issue]:
    for row in table.rows.values():
        if not os.path.lexists(folder / row.file):
            message = f"{name}: line {row.line}: expected the file {row.file}, found none of that name; row not used"
            yield Issue(code="table-file-missing", message=message, document=name, start=row.line)


def _unreadable(path: Path, name: str, error: OSError) -> Issue:
    what = "a link to nothing" if path.is_symlink() and not path.exists() else error.strerror or type(error).__name__
    return Issue(code="unreadable", message=f"{path}: expected a readable file, found: {what}", document=name)


def _not_plain(path: Path, name: str, mode: int) -> Issue:
    kinds = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
    what = next((kind for test, kind in kinds if test(mode)), "a device")
    return Issue(code="unreadable", message=f"{path}: expected a plain file, found {what}; not taken", document=name)
