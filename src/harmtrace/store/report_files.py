"""Edge: the report's pages as files, put in place as a whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from harmtrace.errors import UsageError


def write(pages: Iterable[tuple[str, str]], folder: Path) -> int:
    """Return how many files were written; the folder then holds exactly these pages.

    They are built in a new folder beside it and renamed into place, so that no reader meets half
    a report; pages of an earlier run go. After a crash the earlier report, if any, is either in
    place or beside it as ``<name>.old-…``, and the next call cleans up.

    Raises:
        UsageError: a page's path would leave the folder, or ``folder`` is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file, expected a folder for the report")
    folder.parent.mkdir(parents=True, exist_ok=True)
    _recover(folder)
    building = Path(tempfile.mkdtemp(prefix=f"{folder.name}.tmp-", dir=folder.parent))
    try:
        written = _fill(building, pages)
        _swap(building, folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)  # Renamed away by now, unless something failed.
    return written


def replace(path: Path, content: bytes) -> None:
    """Put one file in place as a whole: a reader meets the earlier one or this one, never half."""
    waiting = path.with_name(f".{path.name}.tmp")
    waiting.write_bytes(content)
    waiting.replace(path)


def _fill(building: Path, pages: Iterable[tuple[str, str]]) -> int:
    building.chmod(0o755)
    made = {building}
    written = 0
    for path, content in pages:
        target = building / _inside(path)
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content.encode("utf-8"))
        written += 1
    for made_folder in made:
        _flush(made_folder)
    return written


def _inside(path: str) -> PurePosixPath:
    inner = PurePosixPath(path)
    if inner.is_absolute() or not inner.parts or ".." in inner.parts:
        raise UsageError(f"a page's path is {path!r}, expected one inside the report's folder")
    return inner


def _swap(building: Path, folder: Path) -> None:
    if not folder.exists():
        building.rename(folder)
        _flush(folder.parent)
        return
    old = folder.with_name(f"{folder.name}.old-{building.name.rpartition('-')[2]}")
    folder.rename(old)
    building.rename(folder)
    _flush(folder.parent)
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


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
