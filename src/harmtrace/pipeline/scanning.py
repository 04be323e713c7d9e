"""Files -> scans, without a case: each recording probed for its clock and track, then looked through."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from harmtrace.intake import recordings, scanning
from harmtrace.intake.recorded import VIDEO
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.texts import printable
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Scan


def scan_files(
    paths: Sequence[Path], *, quick: bool = False, sandbox: Sandbox | None = None, progress: Progress = quiet
) -> Iterator[Scan | Issue]:
    """Yield the scan of each recording that can be read, and every fault of each file, in the order given.

    A feed is called by its file's name; by its path, where two files have one name.
    ``quick``: keyframes first, frame by frame only round what they point at.
    """
    if sandbox is None:
        with Sandbox() as own:
            yield from scan_files(paths, quick=quick, sandbox=own, progress=progress)
        return
    names = Counter(path.name for path in paths)
    for path in paths:
        probed = recordings.probe(path, sandbox=sandbox)
        codes = {issue.code for issue in probed.issues}
        yield from probed.issues
        if probed.feed is None or probed.feed.kind != VIDEO or (codes and probed.feed.width is None):
            if not codes - {"feed-ending"}:
                found_kind = "nothing" if probed.feed is None else f"a {probed.feed.kind}"
                message = f"{printable(str(path))}: expected moving pictures to scan, found {found_kind}; not scanned"
                yield Issue(code="feed-no-picture", message=message, document=path.name)
            continue
        found = scanning.scan(
            path,
            feed=probed.feed,
            track=probed.track,
            called=path.name if names[path.name] == 1 else str(path),
            sandbox=sandbox,
            quick=quick,
            said=lambda seconds: progress("scan", round(seconds)),
        )
        yield from (issue for issue in found.issues if issue.code not in codes)
        if found.scan is not None:
            yield found.scan
