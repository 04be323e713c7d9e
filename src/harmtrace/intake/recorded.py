"""A recording's file and what is made of it: the feed, its clock, and whatever is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from harmtrace.footage.clocks import fit
from harmtrace.footage.readings import Read
from harmtrace.footage.subtitles import Subtitles
from harmtrace.footage.telemetry import Telemetry
from harmtrace.footage.track import Track
from harmtrace.intake.texts import printable
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Basis, Clock, Diagnostic, Feed
from harmtrace.records.text import Sha256

# What a sensor says of targets (ST 0601: track gate, VMTI).
_TARGETS = (43, 44, 74)
VIDEO, TELEMETRY, PHOTO, TRACK, SOUND = "video", "telemetry", "photo", "track", "sound"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Recording:
    """One file as read.

    Attributes:
        feed: None where nothing is there to take (no file, no bytes, no kind that is read); a recording that cannot be
            opened is a feed all the same.
        telemetry: ST 0601 packets, None where it has none.
        track: where it looked, from telemetry, a drone's subtitles or a photograph's GPS; None where no place is said.
        issues: what is wrong; each names file, place, expected and found.
    """

    feed: Feed | None
    telemetry: Telemetry | None
    track: Track | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class RecordedFile:
    """One file: where it lies, its original name, its hash and size, its first bytes, and the zone of the case."""

    path: Path
    name: str
    sha256: Sha256
    size: int
    head: bytes
    zone: ZoneInfo | None

    def issue(self, code: str, expected: str, found: str, done: str) -> Issue:
        """Return what is wrong with the file, and what was done about it."""
        message = f"{printable(str(self.path))}: expected {expected}, found {found}; {done}"
        return Issue(code=code, message=message, document=printable(self.name))


def feed_of(
    file: RecordedFile,
    kind: str,
    *,
    duration_s: float | None = None,
    frames: int | None = None,
    width: int | None = None,
    height: int | None = None,
    rate: float | None = None,
    codec: str | None = None,
    pixels: str | None = None,
    rotation: int = 0,
    variable: bool = False,
    sound: bool = False,
    latitude: float | None = None,
    longitude: float | None = None,
    diagnostics: tuple[Diagnostic, ...] = (),
    notes: tuple[str, ...] = (),
) -> Feed:
    """Return a feed of a file, without a clock."""
    return Feed(
        id=f"f{file.sha256[:12]}",
        sha256=file.sha256,
        name=printable(file.name),
        kind=kind,
        duration_s=duration_s,
        frames=frames,
        width=width,
        height=height,
        rate=rate,
        codec=codec,
        clock=Clock(basis=Basis.NONE, start=None),
        pixels=pixels,
        rotation=rotation,
        variable=variable,
        sound=sound,
        latitude=latitude,
        longitude=longitude,
        diagnostics=diagnostics,
        notes=notes,
    )


def clocked(feed: Feed, file: RecordedFile, said: list[Read]) -> tuple[Feed, tuple[Issue, ...]]:
    """Return a feed with the clock that its readings give, and what does not agree among them."""
    stated = [replace(one, raw=printable(one.raw)[:200]) for part in said for one in part.readings]
    clock, odd = fit(stated)
    notes = tuple(dict.fromkeys((*feed.notes, *(note for part in said for note in part.notes))))
    where = printable(str(file.path))
    issues = tuple(replace(one, message=f"{where}: {one.message}", document=printable(file.name)) for one in odd)
    return replace(feed, clock=clock, notes=notes), issues


def told(feed: Feed, telemetry: Telemetry, extra: Iterable[Diagnostic] = ()) -> Feed:
    """Return a feed with what its telemetry says of itself."""
    targets = [tag for tag in _TARGETS if telemetry.distinct(tag)]
    notes = (f"says something of targets (ST 0601 {_tags(targets)}): kept as bytes, never read",) if targets else ()
    return replace(
        feed,
        notes=(*feed.notes, *notes),
        packets=len(telemetry) + sum(len(other) for other in telemetry.others),
        diagnostics=(*telemetry.diagnostics, *extra),
        security=tuple((name, printable(words)) for name, words in telemetry.security),
    )


def _tags(tags: list[int]) -> str:
    return f"tag{'s' if len(tags) > 1 else ''} {', '.join(map(str, tags))}"


def odd_subtitles(file: RecordedFile, found: Subtitles) -> tuple[Issue, ...]:
    """Return what is odd in the subtitles of a flight."""
    if not found.cues:
        return (file.issue("feed-damaged", "subtitles", "no cue with a time", "it says nothing"),)
    if found.track is None:
        return (file.issue("feed-no-place", "positions in the subtitles", "none", "kept without a track"),)
    if not found.swapped:
        return ()
    order = "longitude first" if found.dialect == "longitude_first" else "latitude first"
    first = f"{found.track.latitude[0]:.5f}, {found.track.longitude[0]:.5f}"
    expected, said = "positions that name latitude and longitude", f"pairs, read as {order} ({first})"
    return (file.issue("feed-place-order", expected, said, "check it against the ground"),)
