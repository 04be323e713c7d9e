"""Edge: a recording's file in, its feed, telemetry and track out; every fault named, whatever the file holds."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from harmtrace.errors import UsageError
from harmtrace.footage import readings, subtitles
from harmtrace.footage.clocks import fit
from harmtrace.footage.packets import KEY, LOST
from harmtrace.footage.readings import Read
from harmtrace.footage.stated import Place
from harmtrace.footage.telemetry import Blocks, Telemetry, joined, read
from harmtrace.footage.track import Track
from harmtrace.intake.folders import open_plain, read_plain
from harmtrace.intake.sandbox import Answer, Sandbox
from harmtrace.intake.streams import streams
from harmtrace.intake.texts import decode, printable
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Basis, Clock, Diagnostic, Feed
from harmtrace.records.text import Sha256

VIDEO, TELEMETRY, PHOTO, TRACK, SOUND = "video", "telemetry", "photo", "track", "sound"
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
_TS_BYTES = 188
_PHOTO_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"avif")
_DEEP = re.compile(r"p(?:0?10|12|14|16)(?:le|be)$|p01[0-6]")


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
class _File:
    path: Path
    name: str
    sha256: Sha256
    size: int
    head: bytes
    zone: ZoneInfo | None

    def issue(self, code: str, expected: str, found: str, done: str) -> Issue:
        message = f"{printable(str(self.path))}: expected {expected}, found {found}; {done}"
        return Issue(code=code, message=message, document=printable(self.name))


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
    kind = _by_content(found.head, found.size) or ending
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


def _opened(path: Path, name: str, zone: ZoneInfo | None) -> _File | Issue:
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
    return _File(path, name, Sha256(digest.hexdigest()), size, head, zone)


def _by_content(head: bytes, size: int) -> str | None:
    """Return the kind that a file's first bytes show; None where they show none."""
    if head[4:8] == b"ftyp":
        return PHOTO if head[8:12] in _PHOTO_BRANDS else VIDEO
    if head[:3] == b"\xff\xd8\xff" or head[:8] == b"\x89PNG\r\n\x1a\n" or head[:4] in (b"II*\0", b"MM\0*"):
        return PHOTO
    if head[:4] == b"RIFF":
        return PHOTO if head[8:12] == b"WEBP" else VIDEO
    if any(head[start : start + 1] == b"G" and _synced(head, start, step) for start, step in ((0, 188), (4, 192))):
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


def _synced(head: bytes, start: int, step: int) -> bool:
    places = range(start, min(len(head), start + 5 * step), step)
    return len(places) > 1 and all(head[at] == 0x47 for at in places)


def _read(file: _File, kind: str, sandbox: Sandbox | None) -> Recording:
    if kind == TELEMETRY:
        return _bare(file)
    if kind == TRACK:
        return _subtitles(file)
    if sandbox is not None:
        return _photo(file, sandbox) if kind == PHOTO else _container(file, sandbox)
    with Sandbox() as own:
        return _photo(file, own) if kind == PHOTO else _container(file, own)


def _needed(package: str, what: str) -> None:
    if find_spec(package) is None:
        raise UsageError(f"{what} needs {package}, which is not installed: pip install 'harmtrace[footage]'")


# ---- telemetry and subtitles: read here


def _bare(file: _File) -> Recording:
    """Return the recording of a file of packets alone."""
    data = read_plain(file.path, file.name, _PLAIN_BYTES)
    if isinstance(data, Issue):
        return Recording(feed=_feed(file, TELEMETRY), telemetry=None, track=None, issues=(data,))
    telemetry = read(data)
    if not len(telemetry):
        issue = file.issue("feed-no-packets", "packets of MISB ST 0601", "none", "kept, it says nothing")
        return Recording(
            feed=_feed(file, TELEMETRY, diagnostics=telemetry.diagnostics), telemetry=None, track=None, issues=(issue,)
        )
    track = telemetry.track()
    span = track.media_s[~np.isnan(track.media_s)]
    duration = float(span.max() - span.min()) if len(span) else None
    said = [readings.of_telemetry(telemetry), readings.of_name(file.name, zone=file.zone)]
    feed, issues = _clocked(_feed(file, TELEMETRY, duration_s=duration), file, said)
    return Recording(feed=_told(feed, telemetry), telemetry=telemetry, track=track, issues=issues)


def _told(feed: Feed, telemetry: Telemetry, extra: Iterable[Diagnostic] = ()) -> Feed:
    """Return a feed with what its telemetry says of itself."""
    return replace(
        feed,
        packets=len(telemetry) + sum(len(other) for other in telemetry.others),
        diagnostics=(*telemetry.diagnostics, *extra),
        security=tuple((name, printable(words)) for name, words in telemetry.security),
    )


def _subtitles(file: _File) -> Recording:
    data = read_plain(file.path, file.name, _SUBTITLE_BYTES)
    if isinstance(data, Issue):
        return Recording(feed=_feed(file, TRACK), telemetry=None, track=None, issues=(data,))
    decoded = decode(data, file.name)
    found = subtitles.read(decoded.text or "")
    said = [readings.of_wall_times(found.times, zone=file.zone), readings.of_name(file.name, zone=file.zone)]
    last = None if found.track is None else float(found.track.media_s[-1])
    feed, issues = _clocked(_feed(file, TRACK, duration_s=last), file, said)
    return Recording(
        feed=replace(feed, frames=found.cues),
        telemetry=None,
        track=found.track,
        issues=(*decoded.issues, *_odd_subtitles(file, found), *issues),
    )


def _odd_subtitles(file: _File, found: subtitles.Subtitles) -> tuple[Issue, ...]:
    if not found.cues:
        return (file.issue("feed-damaged", "subtitles", "no cue with a time", "kept, it says nothing"),)
    if found.track is None:
        return (file.issue("feed-no-place", "positions in the subtitles", "none", "kept without a track"),)
    if not found.swapped:
        return ()
    order = "longitude first" if found.dialect == "longitude_first" else "latitude first"
    first = f"{found.track.latitude[0]:.5f}, {found.track.longitude[0]:.5f}"
    expected, said = "positions that name latitude and longitude", f"pairs, read as {order} ({first})"
    return (file.issue("feed-place-order", expected, said, "check it against the ground"),)


# ---- containers and pictures: read in the sandbox


def _container(file: _File, sandbox: Sandbox) -> Recording:
    _needed("av", "opening video")
    blocks: dict[int, list[tuple[int, bytes]]] = {}
    facts: Mapping[str, object] = {}
    text, issues = "", list[Issue]()
    expecting: tuple[int, int] | str | None = None
    for answer in sandbox.ask("probe", file.path, name=file.name):
        if isinstance(answer, Issue):
            issues.append(answer)
        elif isinstance(answer, bytes):
            if isinstance(expecting, tuple):
                blocks.setdefault(expecting[0], []).append((expecting[1], answer))
            elif expecting == "subtitles":
                text = answer.decode("utf-8", "replace")
            expecting = None
        elif answer.get("what") == "packets":
            expecting = _whole(answer, "stream") or 0, _whole(answer, "count") or 0
        elif answer.get("what") == "subtitles":
            expecting = "subtitles"
        elif answer.get("what") == "facts":
            facts = answer
    if not facts:
        feed = _feed(file, VIDEO, notes=("could not be opened",))
        feed, more = _clocked(feed, file, [readings.of_name(file.name, zone=file.zone)])
        return Recording(feed=feed, telemetry=None, track=None, issues=(*issues, *more))
    first = _number(facts, "first")
    carried = [_stream(parts, first or 0.0) for parts in blocks.values()]
    telemetry = joined([one for one in carried if len(one)])
    return _assembled(file, facts, telemetry, subtitles.read(text) if text else None, issues)


def _stream(parts: list[tuple[int, bytes]], first: float) -> Telemetry:
    """Return the telemetry of one metadata stream from what the sandbox answered, as far as that fits together."""
    sizes, media, arrived, data = [], [], [], []
    for count, block in parts:
        head = 24 * count
        if head > len(block):
            continue
        numbers = np.frombuffer(block[:head], dtype="<f8").reshape(3, count) if count else np.zeros((3, 0))
        lengths = np.frombuffer(block[: 8 * count], dtype="<i8")
        if (lengths < 0).any() or int(lengths.sum()) != len(block) - head:
            continue
        sizes.append(lengths)
        media.append(numbers[1] - first)
        arrived.append(numbers[2] - first)
        data.append(block[head:])
    if not sizes:
        return read(b"")
    lengths = np.concatenate(sizes)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    return read(
        b"".join(data), blocks=Blocks(start=starts, media_s=np.concatenate(media), arrived_s=np.concatenate(arrived))
    )


def _assembled(
    file: _File,
    facts: Mapping[str, object],
    telemetry: Telemetry | None,
    flight: subtitles.Subtitles | None,
    issues: list[Issue],
) -> Recording:
    """Return the recording of a container that could be opened."""
    first, last = _number(facts, "first"), _number(facts, "last")
    picture = _whole(facts, "main") is not None
    duration = last - first if first is not None and last is not None else _number(facts, "duration")
    kinds = facts.get("kinds")
    sound = isinstance(kinds, list) and "audio" in kinds
    kind = VIDEO if picture else SOUND if sound and telemetry is None else TELEMETRY if telemetry is not None else VIDEO
    if not picture:
        issues.append(file.issue("feed-no-picture", "a stream of pictures", _listed(kinds), "the rest is read"))
    metadata = _texts(facts.get("stream")) | _texts(facts.get("metadata"))
    told, place = readings.of_container(
        metadata, brand=metadata.get("major_brand", ""), duration_s=duration, zone=file.zone
    )
    said = [told, readings.of_name(file.name, zone=file.zone)]
    track = None
    if telemetry is not None:
        said.insert(0, readings.of_telemetry(telemetry))
        track = telemetry.track()
    elif flight is not None and flight.track is not None:
        said.append(readings.of_wall_times(flight.times, zone=file.zone))
        issues += _odd_subtitles(file, flight)
        track = flight.track
    counted = _whole(facts, "counted")
    feed = _feed(
        file,
        kind,
        duration_s=duration,
        frames=counted,
        width=_whole(facts, "width"),
        height=_whole(facts, "height"),
        rate=_number(facts, "rate")
        if (step := _number(facts, "step")) is None
        else _mean_rate(counted, duration, step),
        codec=_text(facts, "codec"),
        pixels=_text(facts, "pixels"),
        rotation=_whole(facts, "turn") or 0,
        variable=facts.get("variable") is True,
        sound=sound,
        latitude=None if place is None else place.latitude,
        longitude=None if place is None else place.longitude,
        notes=_notes(facts, told.notes, place),
    )
    issues += _faults(file, facts)
    feed, more = _clocked(feed, file, said)
    carriers = streams(file.head) if telemetry is not None else ()
    if telemetry is not None:
        feed = _told(
            feed, telemetry, (Diagnostic(kind="stream_type", count=1, offsets=(), detail=one) for one in carriers)
        )
    return Recording(feed=feed, telemetry=telemetry, track=track, issues=(*issues, *more))


def _mean_rate(counted: int | None, duration: float | None, step: float) -> float:
    return counted / duration if counted and duration else 1 / step


def _listed(kinds: object) -> str:
    return f"streams of {', '.join(map(str, kinds))}" if isinstance(kinds, list) and kinds else "no stream"


def _notes(facts: Mapping[str, object], told: Iterable[str], place: Place | None) -> tuple[str, ...]:
    """Return what a person should know of a recording that is whole, but not plain."""
    notes = list(told)
    pixels = _text(facts, "pixels") or ""
    if _DEEP.search(pixels):
        notes.append(f"pixels of more than 8 bits ({pixels})")
    if _text(facts, "codec") == "hevc":
        notes.append("H.265: many players show it only with help")
    if turn := _whole(facts, "turn"):
        notes.append(f"stored turned: turn by {turn} degrees to see it upright")
    if facts.get("variable") is True:
        notes.append("the frames are not evenly spaced: count time stamps, not frames")
    if place is not None and place.altitude is not None:
        notes.append(f"altitude stated: {place.altitude:g} m")
    return tuple(printable(note) for note in notes)


def _faults(file: _File, facts: Mapping[str, object]) -> list[Issue]:
    """Return what is wrong with the pictures of a recording that could be opened."""
    issues = []
    counted, stated = _whole(facts, "counted"), _whole(facts, "frames")
    if counted is not None and stated is not None and counted < stated:
        issues.append(
            file.issue(
                "feed-truncated", f"{stated} frames, as it states", f"{counted}", "the frames there are are read"
            )
        )
    rest = file.size % _TS_BYTES
    if rest and _text(facts, "format") == "mpegts" and _synced(file.head, 0, _TS_BYTES):
        found = f"{rest} bytes over at {file.size - rest:,}"
        issues.append(file.issue("feed-truncated", f"packets of {_TS_BYTES} bytes", found, "what is whole is read"))
    if facts.get("decodes") is False:
        why = _text(facts, "why") or "it cannot"
        issues.append(file.issue("feed-undecodable", "a first key frame that can be decoded", why, "telemetry is read"))
    gaps = facts.get("gaps")
    if isinstance(gaps, list) and gaps:
        places = ", ".join(f"{_plain(at):.2f} s (for {_plain(length):.2f} s)" for at, length in _pairs(gaps)[:3])
        count = _whole(facts, "gap_count") or len(gaps)
        issues.append(file.issue("feed-gap", "frames throughout", f"{count} gaps, the first at {places}", "kept"))
    corrupt = facts.get("corrupt")
    for one in corrupt if isinstance(corrupt, list) else []:
        if isinstance(one, list) and len(one) == 4 and isinstance(one[2], int):
            places = ", ".join(f"{_plain(at):.2f} s" for at in (one[3] if isinstance(one[3], list) else [])[:3])
            found = f"{one[2]} damaged packets in stream {one[0]} ({one[1]}), the first at {places}"
            issues.append(file.issue("feed-corrupt", "packets that are whole", found, "they are read as they are"))
    return issues


def _photo(file: _File, sandbox: Sandbox) -> Recording:
    _needed("exifread", "opening photographs")
    issues, said = [], None
    for answer in sandbox.ask("photo", file.path, name=file.name):
        if isinstance(answer, Issue):
            issues.append(answer)
        elif not isinstance(answer, bytes):
            said = answer
    if said is None:
        said = {}
    words = _texts(said.get("words"))
    place = [value for value in _list(said.get("place")) if isinstance(value, int | float) and math.isfinite(value)]
    placed = len(place) >= 2 and abs(place[0]) <= 90 and abs(place[1]) <= 180
    told = readings.of_photo(words, zone=file.zone)
    feed = _feed(
        file,
        PHOTO,
        duration_s=0.0,
        frames=1,
        width=_whole(said, "width"),
        height=_whole(said, "height"),
        rotation=_whole(said, "turn") or 0,
        latitude=place[0] if placed else None,
        longitude=place[1] if placed else None,
        notes=told.notes,
    )
    feed, more = _clocked(feed, file, [told, readings.of_name(file.name, zone=file.zone)])
    track = _point(place, _number(said, "facing")) if placed else None
    return Recording(feed=feed, telemetry=None, track=track, issues=(*issues, *more))


def _point(place: list[float], facing: float | None) -> Track:
    """Return the track of one picture: one row, the place of the camera and which way it faced."""
    none, corners = np.full(1, np.nan), np.full((1, 4, 2), np.nan)
    values = {
        "media_s": np.zeros(1),
        "latitude": np.array([place[0]]),
        "longitude": np.array([place[1]]),
        "altitude": np.array(place[2:3]) if len(place) > 2 else none,
        "heading": none if facing is None else np.array([facing]),
    }
    names = "stated_s pitch roll azimuth elevation turn h_fov v_fov slant width centre_latitude centre_longitude ground"
    rest = dict.fromkeys(names.split(), none)
    return Track(**values, **rest, corners=corners, offset_corners=corners)


# ---- the feed


def _feed(
    file: _File,
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


def _clocked(feed: Feed, file: _File, said: list[Read]) -> tuple[Feed, tuple[Issue, ...]]:
    """Return a feed with the clock that its readings give, and what does not agree among them."""
    stated = [replace(one, raw=printable(one.raw)[:200]) for part in said for one in part.readings]
    clock, odd = fit(stated)
    notes = tuple(dict.fromkeys((*feed.notes, *(note for part in said for note in part.notes))))
    where = printable(str(file.path))
    issues = tuple(replace(one, message=f"{where}: {one.message}", document=printable(file.name)) for one in odd)
    return replace(feed, clock=clock, notes=notes), issues


# ---- what the sandbox answers is checked field by field


def _number(facts: Mapping[str, object], name: str) -> float | None:
    value = facts.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def _whole(facts: Mapping[str, object], name: str) -> int | None:
    value = facts.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 53 else None


def _text(facts: Mapping[str, object], name: str) -> str | None:
    value = facts.get(name)
    return printable(value) if isinstance(value, str) else None


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        return {}
    return {k: v for k, v in value.items() if isinstance(k, str) and isinstance(v, str)}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _pairs(value: list[object]) -> list[tuple[object, object]]:
    return [(one[0], one[1]) for one in value if isinstance(one, list) and len(one) == 2]


def _plain(value: object) -> float:
    return float(value) if isinstance(value, int | float) else math.nan


__all__ = ["ENDINGS", "Answer", "Recording", "probe"]
