"""Edge: the report's pages as files, put in place as a whole or not at all."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from harmtrace.errors import UsageError
from harmtrace.store.copying import write_all
from harmtrace.store.durable import settle, settle_all

Made = Callable[[], str]
Kept = Mapping[str, tuple[str, int, int]]
"""By path: the page's mark, and its file's size and time of writing in nanoseconds."""

MARKS = ".marks.json"


def write(pages: Iterable[tuple[str, str, Made]], folder: Path) -> int:
    """Return how many pages were made; the folder then holds exactly the pages given: path, mark, what makes it.

    They are built in a new folder beside it and renamed into place, so that no reader meets half
    a report; pages of an earlier run go. After a crash the earlier report, if any, is either in
    place or beside it as ``<name>.old-…``, and the next call cleans up.

    A page whose mark is that of the earlier report is not made again, unless its file was touched
    since; an empty mark is no mark. The marks lie beside the pages.

    Raises:
        UsageError: a page's path would leave the folder, or ``folder`` is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file, expected a folder for the report")
    folder.parent.mkdir(parents=True, exist_ok=True)
    _recover(folder)
    building = Path(tempfile.mkdtemp(prefix=f"{folder.name}.tmp-", dir=folder.parent))
    try:
        made = _fill(building, pages, folder)
        _swap(building, folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)  # Renamed away by now, unless something failed.
    return made


def replace(path: Path, content: bytes) -> None:
    """Put one file in place as a whole: a reader meets the earlier one or this one, never half."""
    waiting = path.with_name(f".{path.name}.tmp")
    waiting.write_bytes(content)
    waiting.replace(path)


def _fill(building: Path, pages: Iterable[tuple[str, str, Made]], before: Path) -> int:
    building.chmod(0o755)
    folders: set[str] = set()
    earlier, marks = _marks(before), dict[str, tuple[str, int, int]]()
    made = 0
    for path, mark, make in pages:
        folder, slash, name = path.rpartition("/")
        folder += slash
        if folder not in folders or name in ("", ".", ".."):
            (building / _inside(path)).parent.mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        held = earlier.get(path) if mark else None
        if held is not None and held[0] == mark and _linked(f"{before}/{path}", f"{building}/{path}", held):
            marks[path] = held
            continue
        with open(f"{building}/{path}", "wb", buffering=0) as file:
            write_all(file.fileno(), make().encode("utf-8"))
            if mark:
                found = os.fstat(file.fileno())
                marks[path] = (mark, found.st_size, found.st_mtime_ns)
        made += 1
    if marks:
        (building / MARKS).write_text(json.dumps(marks, separators=(",", ":")), encoding="utf-8")
    settle_all(building)
    return made


def _marks(folder: Path) -> Kept:
    """Return the marks of the earlier report's pages; none where they cannot be read."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        found = json.loads((folder / MARKS).read_text(encoding="utf-8"))
        return {path: (str(mark), int(size), int(at)) for path, (mark, size, at) in found.items()}
    return {}


def _linked(old: str, new: str, held: tuple[str, int, int]) -> bool:
    """Put an earlier page's file into the new report as well, if it is as it was written; tell whether it is there."""
    try:
        found = os.stat(old, follow_symlinks=False)
        if (found.st_size, found.st_mtime_ns) != held[1:]:
            return False
        os.link(old, new, follow_symlinks=False)
    except OSError:  # gone, or a file system without links
        return False
    return True


def _inside(path: str) -> PurePosixPath:
    inner = PurePosixPath(path)
    if inner.is_absolute() or not inner.parts or ".." in inner.parts:
        raise UsageError(f"a page's path is {path!r}, expected one inside the report's folder")
    return inner


def _swap(building: Path, folder: Path) -> None:
    if not folder.exists():
        building.rename(folder)
        settle([folder.parent])
        return
    old = folder.with_name(f"{folder.name}.old-{building.name.rpartition('-')[2]}")
    folder.rename(old)
    building.rename(folder)
    settle([folder.parent])
    shutil.rmtree(old)


def _recover(folder: Path) -> None:
    """Put an earlier report back that a crash left aside, and drop what was never finished."""
    for left in sorted(folder.parent.glob(f"{folder.name}.old-*")):
        if folder.exists():
            shutil.rmtree(left)
        else:
            left.rename(folder)
    for left in folder.parent.glob(f"{folder.name}.tmp-*"):
        shutil.rmtree(left)
