"""The command that takes recordings into a case: files, and those in folders."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from harmtrace import settings
from harmtrace.errors import UsageError
from harmtrace.intake import recordings
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.pipeline.receiving import Added, receive
from harmtrace.pipeline.running import begin, conclude_anew
from harmtrace.store import now, open_case, rows

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]{1,20}):/", re.IGNORECASE)


def add(root: Path, paths: Sequence[Path], *, by: str | None = None, progress: Progress = quiet) -> Added:
    """Take recordings into a case: files, and those in folders by their endings. A bad one is named, the rest goes on.

    Raises:
        UsageError: a path is not there, or the folders hold no recording.
    """
    held = settings.read(root)
    case = open_case(root)
    added = Added()
    found = list(_files(paths, added))
    if not found:
        raise UsageError(f"{', '.join(map(str, paths))}: expected recordings, found none")
    with case.alone():
        run = begin(case, "footage", paths, held, by=by)
        receive(case, run, found, held, added, progress=progress)
        with case.writing() as connection:
            rows.finish_run(connection, run, finished=now(), counts={"recordings": len(added.new)}, result="")
        if added.new:
            added.changes = conclude_anew(case, progress=progress)
    return added


def refuse_address(path: Path) -> None:
    """Refuse an address where a file is expected: recorded files alone are read, nothing live.

    Raises:
        UsageError: the path has the form of one (a path has lost one of its two strokes).
    """
    if (found := _ADDRESS.match(str(path))) is not None and not path.exists():
        message = f"{found[1]}: expected a recorded file, found an address; no live input is taken"
        raise UsageError(f"{message}: save the recording, and give the file")


def _files(paths: Sequence[Path], added: Added) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            for one in sorted(path.rglob("*")):
                if one.is_dir():
                    continue
                if one.suffix.lower() in recordings.ENDINGS:
                    yield one  # Links that lead nowhere and pipes too: they are named.
                else:
                    added.passed += 1
        elif path.exists() or path.is_symlink():
            yield path
        else:
            refuse_address(path)
            raise UsageError(f"{path}: expected a recording, found nothing")
