"""Recordings of a case -> suggestions kept beside them, those worth looking at first, and pictures of windows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harmtrace.errors import UsageError
from harmtrace.footage.scanning.scanner import NOT_LOOKED_AT
from harmtrace.intake import scanning
from harmtrace.intake.sandbox import Sandbox
from harmtrace.pipeline import pictures
from harmtrace.pipeline.desk import every
from harmtrace.pipeline.footage import held
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.pipeline.running import conclude_anew
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Scan
from harmtrace.records.looking import Footage
from harmtrace.store import footage, open_case

LONG_S = 600.0
"""Longer recordings are scanned by key frames first, and frame by frame in the windows on incidents."""
_SLACK_S = 0.5
_MARGIN_S = 10.0

Spans = Sequence[tuple[float, float]]


@dataclass(slots=True, kw_only=True)
class ScannedCase:
    """What scanning the recordings of a case came to; ``known``: recordings that this version had scanned before."""

    scans: list[Scan] = field(default_factory=list)
    known: int = 0
    issues: list[Issue] = field(default_factory=list)
    changes: tuple[str, ...] = ()


def scan_case(root: Path, *, again: bool = False, quick: bool = False, progress: Progress = quiet) -> ScannedCase:
    """Scan the recordings of a case, keep what is suggested, and key frames of the windows on its incidents.

    Those that could see an incident come first. What this version of the scan has looked at is not looked at
    again, unless ``again``. ``quick``: key frames first for short recordings too.

    Raises:
        UsageError: the case has no recording.
    """
    case = open_case(root)
    found = ScannedCase()
    with case.alone():
        with case.reading() as connection:
            looks = {feed.id: (feed, track) for feed, track in held(case, connection) if feed.kind == "video"}
            before = footage.scans(connection)
            spans = _spans(every(case, connection))
        if not looks:
            raise UsageError(f"{root}: expected recordings with pictures, found none")
        with Sandbox() as sandbox:
            for number, id in enumerate((*(one for one in spans if one in looks), *(looks.keys() - spans.keys())), 1):
                progress("scanning recordings", number)
                feed, track = looks[id]
                short = not quick and feed.duration_s is not None and feed.duration_s <= LONG_S
                wanted = spans.get(id, [])
                if not again and _looked(before.get(id), () if short else wanted):
                    found.known += 1
                    continue
                scanned = scanning.scan(
                    case.vault.path(feed.sha256),
                    feed=feed,
                    track=track,
                    sandbox=sandbox,
                    quick=not short,
                    spans=None if short else wanted,
                )
                found.issues.extend(scanned.issues)
                if scanned.scan is not None:
                    with case.writing() as connection:
                        footage.keep_scan(connection, scanned.scan)
                    found.scans.append(scanned.scan)
        with case.reading() as connection:
            after = every(case, connection)
        for one in after.values():
            found.issues.extend(pictures.keep(case, [queued.window for queued in one.queue], one.feeds))
        found.changes = conclude_anew(case, progress=progress)
    return found


def _spans(found: Mapping[str, Footage]) -> dict[str, list[tuple[float, float]]]:
    """Return the stretches of each recording that could see an incident, the best of the queues first."""
    windows = sorted((queued for one in found.values() for queued in one.queue), key=lambda one: -one.score)
    spans: dict[str, list[tuple[float, float]]] = {}
    for one in windows:
        start, end = max(0.0, one.window.media_start - _MARGIN_S), one.window.media_end + _MARGIN_S
        spans.setdefault(one.window.feed, []).append((start, end))
    return spans


def _looked(last: Scan | None, wanted: Spans) -> bool:
    """Tell whether this version of the scan has looked at a recording, frame by frame where that is wanted."""
    if last is None or last.version != scanning.VERSION:
        return False
    end = max((one.media_to for one in last.watched), default=0.0)
    for start, until in wanted:
        inside = sum(
            max(0.0, min(until, one.media_to) - max(start, one.media_from))
            for one in last.watched
            if one.clear or one.why != NOT_LOOKED_AT
        )
        if inside < min(until, end) - start - _SLACK_S:
            return False
    return True
