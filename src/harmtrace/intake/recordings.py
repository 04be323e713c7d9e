"""Edge: a recording's file in, its feed, telemetry and track out; every fault named, whatever the file holds."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from harmtrace.footage import readings, subtitles
from harmtrace.footage.packets import KEY, LOST
from harmtrace.footage.telemetry import read
from harmtrace.intake.contained import container, photo
from harmtrace.intake.folders import open_plain, read_plain
from harmtrace.intake.recorded import (
    PHOTO,
    SOUND,
    TELEMETRY,
    TRACK,
    VIDEO,
    RecordedFile,
    Recording,
    clocked,
    feed_of,
    odd_subtitles,
    told,
)
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.streams import synced
from harmtrace.intake.texts import decode
from harmtrace.records.entry import Issue
from harmtrace.records.text import Sha256

_KINDS = {
    VIDEO: ".mp4 .m4v .mov .qt .3gp .3g2 .ts .m2ts .mts .mpg .mpeg .mkv .webm .avi .flv .wmv .asf .mxf .h264 .h265",
    TELEMETRY: ".klv .bin",
    PHOTO: ".jpg .jpeg .heic .heif .png .tif .tiff .webp",
    TRACK: ".srt",
    SOUND: ".wav .mp3 .m4a .aac .ogg .opus .flac",
}
_ENDING_KINDS = {ending: kind for kind, endings in _KINDS.items() for ending in endings.split()}
ENDINGS = frozenset(_ENDING_KINDS)
"""Endings of names, in lower case, that recordings have."""

_HEAD_BYTES = 1 << 16
_PLAIN_BYTES = 2_000_000_000
_SUBTITLE_BYTES = 200_000_000
_PHOTO_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"avif")


def probe(
    path: Path, *, sandbox: Sandbox | None = None, name: str | None = None, zone: ZoneInfo | None = None
) -> Recording:
    """Return what a recording says of itself: streams, telemetry, clock, place, and what is wrong with it.

    Containers and pictures are opened in the sandbox (one of its own, where none is given); telemetry and subtitles are
    read here, by code of the project. ``name``: the original file name, where the file lies under another; ``zone``:
    the time zone that local times are taken for.

    Raises:
        UsageError: the extra ``footage`` is needed and not installed.
        SandboxError: the process cannot be started.
    """
    called = path.name if name is None else name
    found = _opened(path, called, zone)
    if isinstance(found, Issue):
        return Recording(feed=None, telemetry=None, track=None, issues=(found,))
    ending = _ENDING_KINDS.get(Path(called).suffix.lower())
    kind = _by_content(found.head) or ending
    if kind is None:
        known = " ".join(sorted(ENDINGS))
        issue = found.issue("unknown-format", f"a recording ({known})", "bytes of no kind that is read", "not taken")
        return Recording(feed=None, telemetry=None, track=None, issues=(issue,))
    made = _read(found, kind, sandbox)
    issues = [*made.issues]
    actual = kind if made.feed is None else made.feed.kind
    if ending != actual and not (ending == VIDEO and actual in (TELEMETRY, SOUND)):
        said = Path(called).suffix or "no ending"
        issues.insert(0, found.issue("feed-ending", f"the ending of {_a(actual)}", said, "read by its content"))
    return replace(made, issues=tuple(issues))


def _a(kind: str) -> str:
    return {VIDEO: "a video", PHOTO: "a photograph", TRACK: "a subtitle file", SOUND: "a sound file"}.get(kind, kind)


def _opened(path: Path, name: str, zone: ZoneInfo | None) -> RecordedFile | Issue:
    opened = open_plain(path, name)
    if isinstance(opened, Issue):
        return opened
    digest, size, head = sha256(), 0, b""
    with open(opened[0], "rb") as file:
        try:
            while block := file.read(1 << 20):
                head = head or block[:_HEAD_BYTES]
                digest.update(block)
                size += len(block)
        except OSError as error:
            message = f"{path}: expected a readable file, found: {error.strerror or type(error).__name__}"
            return Issue(code="unreadable", message=message, document=name)
    if not size:
        return Issue(code="empty", message=f"{path}: expected a recording, found 0 bytes; not taken", document=name)
    return RecordedFile(path, name, Sha256(digest.hexdigest()), size, head, zone)


def _by_content(head: bytes) -> str | None:
    """Return the kind that a file's first bytes show; None where they show none."""
    if head[4:8] == b"ftyp":
        return PHOTO if head[8:12] in _PHOTO_BRANDS else VIDEO
    if head[:3] == b"\xff\xd8\xff" or head[:8] == b"\x89PNG\r\n\x1a\n" or head[:4] in (b"II*\0", b"MM\0*"):
        return PHOTO
    if head[:4] == b"RIFF":
        return PHOTO if head[8:12] == b"WEBP" else VIDEO
    if any(head[start : start + 1] == b"G" and synced(head, start, step) for start, step in ((0, 188), (4, 192))):
        return VIDEO
    if head[:4] in (b"\x1a\x45\xdf\xa3", b"\0\0\x01\xba", b"\0\0\x01\xb3", b"OggS", b"fLaC", b"\x30\x26\xb2\x75"):
        return VIDEO
    if head[:3] in (b"FLV", b"ID3") or head[4:8] in (b"moov", b"mdat", b"wide", b"skip", b"free"):
        return VIDEO
    if KEY[LOST:] in head:
        return TELEMETRY
    if b"-->" in head[:2000]:
        return TRACK
    return None


def _read(file: RecordedFile, kind: str, sandbox: Sandbox | None) -> Recording:
    if kind == TELEMETRY:
        return _bare(file)
    if kind == TRACK:
        return _subtitles(file)
    if sandbox is not None:
        return photo(file, sandbox) if kind == PHOTO else container(file, sandbox)
    with Sandbox() as own:
        return photo(file, own) if kind == PHOTO else container(file, own)


# ---- telemetry and subtitles: read here


def _bare(file: RecordedFile) -> Recording:
    """Return the recording of a file of packets alone."""
    data = read_plain(file.path, file.name, _PLAIN_BYTES)
    if isinstance(data, Issue):
        return Recording(feed=feed_of(file, TELEMETRY), telemetry=None, track=None, issues=(data,))
    telemetry = read(data)
    if not len(telemetry):
        issue = file.issue("feed-no-packets", "packets of MISB ST 0601", "none", "it says nothing")
        return Recording(
            feed=feed_of(file, TELEMETRY, diagnostics=telemetry.diagnostics),
            telemetry=None,
            track=None,
            issues=(issue,),
        )
    track = telemetry.track()
    span = track.media_s[~np.isnan(track.media_s)]
    duration = float(span.max() - span.min()) if len(span) else None
    said = [readings.of_telemetry(telemetry), readings.of_name(file.name, zone=file.zone)]
    feed, issues = clocked(feed_of(file, TELEMETRY, duration_s=duration), file, said)
    return Recording(feed=told(feed, telemetry), telemetry=telemetry, track=track, issues=issues)


def _subtitles(file: RecordedFile) -> Recording:
    data = read_plain(file.path, file.name, _SUBTITLE_BYTES)
    if isinstance(data, Issue):
        return Recording(feed=feed_of(file, TRACK), telemetry=None, track=None, issues=(data,))
    decoded = decode(data, file.name)
    found = subtitles.read(decoded.text or "")
    said = [readings.of_wall_times(found.times, zone=file.zone), readings.of_name(file.name, zone=file.zone)]
    last = None if found.track is None else float(found.track.media_s[-1])
    feed, issues = clocked(feed_of(file, TRACK, duration_s=last), file, said)
    return Recording(
        feed=replace(feed, frames=found.cues),
        telemetry=None,
        track=found.track,
        issues=(*decoded.issues, *odd_subtitles(file, found), *issues),
    )


__all__ = ["ENDINGS", "Recording", "probe"]
