"""Edge: a file that takes up room, let go of when the disk is full so that a case can still be read."""

import os
import shutil
from pathlib import Path

FILE = ".reserve"
# SQLite needs 32 KiB to open a database at all.
_LARGEST, _SMALLEST, _SHARE = 1 << 20, 3 << 14, 8


def keep(root: Path) -> None:
    """Take up room in a case's folder where there is plenty; a full disk is no fault here."""
    path = root / FILE
    if path.exists():
        return
    size = min(_LARGEST, shutil.disk_usage(root).free // _SHARE)
    if size < _SMALLEST:
        return
    try:
        with path.open("xb") as file:
            os.posix_fallocate(file.fileno(), 0, size)
    except OSError:
        path.unlink(missing_ok=True)


def needed(root: Path) -> bool:
    """Tell whether there is too little room to open a case."""
    return shutil.disk_usage(root).free < _SMALLEST


def let_go(root: Path) -> bool:
    """Free that room; tell whether there was any."""
    path = root / FILE
    try:
        path.unlink()
    except OSError:
        return False
    return True
