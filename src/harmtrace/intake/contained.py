"""Containers and photographs to recordings: what the process that opens files answers, put together."""

import math
import re
from collections.abc import Iterable, Mapping
from importlib.util import find_spec

import numpy as np

from harmtrace.errors import UsageError
from harmtrace.footage import readings, subtitles
from harmtrace.footage.stated import Place
from harmtrace.footage.telemetry import Blocks, Telemetry, joined, read
from harmtrace.footage.track import Track
from harmtrace.intake.answers import items, number, pairs, plain, text, texts, whole
from harmtrace.intake.recorded import (
    PHOTO,
    SOUND,
    TELEMETRY,
    VIDEO,
    RecordedFile,
    Recording,
    clocked,
    feed_of,
    odd_subtitles,
    told,
)
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.streams import streams, synced
from harmtrace.intake.texts import printable
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Diagnostic

_TS_BYTES = 188
_DEEP = re.compile(r"p(?:0?10|12|14|16)(?:le|be)$|p01[0-6]")


def container(file: RecordedFile, sandbox: Sandbox) -> Recording:
    """Return the recording of a container of video, sound or telemetry."""
    _needed("av", "opening video")
    blocks: dict[int, list[tuple[int, bytes]]] = {}
    facts: Mapping[str, object] = {}
    words, issues = "", list[Issue]()
    expecting: tuple[int, int] | str | None = None
    for answer in sandbox.ask("probe", file.path, name=file.name):
        if isinstance(answer, Issue):
            issues.append(answer)
        elif isinstance(answer, bytes):
            if isinstance(expecting, tuple):
                blocks.setdefault(expecting[0], []).append((expecting[1], answer))
            elif expecting == "subtitles":
                words = answer.decode("utf-8", "replace")
            expecting = None
        elif answer.get("what") == "packets":
            expecting = whole(answer, "stream") or 0, whole(answer, "count") or 0
        elif answer.get("what") == "subtitles":
            expecting = "subtitles"
        elif answer.get("what") == "facts":
            facts = answer
    if not facts:
        feed = feed_of(file, VIDEO, notes=("could not be opened",))
        feed, more = clocked(feed, file, [readings.of_name(file.name, zone=file.zone)])
        return Recording(feed=feed, telemetry=None, track=None, issues=(*issues, *more))
    first = number(facts, "first")
    carried = [telemetry_of(parts, first or 0.0) for parts in blocks.values()]
    telemetry = joined([one for one in carried if len(one)])
    return _assembled(file, facts, telemetry, subtitles.read(words) if words else None, issues)


def telemetry_of(parts: list[tuple[int, bytes]], first: float) -> Telemetry:
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
    file: RecordedFile,
    facts: Mapping[str, object],
    telemetry: Telemetry | None,
    flight: subtitles.Subtitles | None,
    issues: list[Issue],
) -> Recording:
    """Return the recording of a container that could be opened."""
    first, last = number(facts, "first"), number(facts, "last")
    picture = whole(facts, "main") is not None
    duration = last - first if first is not None and last is not None else number(facts, "duration")
    if facts.get("bare") is True:
        duration = _counted_s(facts)
        issues.append(_untimed(file, facts))
    kinds = facts.get("kinds")
    sound = isinstance(kinds, list) and "audio" in kinds
    kind = VIDEO if picture else SOUND if sound and telemetry is None else TELEMETRY if telemetry is not None else VIDEO
    if not picture:
        issues.append(file.issue("feed-no-picture", "a stream of pictures", _listed(kinds), "the rest is read"))
    metadata = texts(facts.get("stream")) | texts(facts.get("metadata"))
    stated, place = readings.of_container(
        metadata, brand=metadata.get("major_brand", ""), duration_s=duration, zone=file.zone
    )
    said = [stated, readings.of_name(file.name, zone=file.zone)]
    track = None
    if telemetry is not None:
        said.insert(0, readings.of_telemetry(telemetry))
        track = telemetry.track()
    elif flight is not None and flight.track is not None:
        said.append(readings.of_wall_times(flight.times, zone=file.zone))
        issues += odd_subtitles(file, flight)
        track = flight.track
    counted = whole(facts, "counted")
    feed = feed_of(
        file,
        kind,
        duration_s=duration,
        frames=counted,
        width=whole(facts, "width"),
        height=whole(facts, "height"),
        rate=number(facts, "rate") if (step := number(facts, "step")) is None else _mean_rate(counted, duration, step),
        codec=text(facts, "codec"),
        pixels=text(facts, "pixels"),
        rotation=whole(facts, "turn") or 0,
        variable=facts.get("variable") is True,
        sound=sound,
        latitude=None if place is None else place.latitude,
        longitude=None if place is None else place.longitude,
        notes=_notes(facts, stated.notes, place),
    )
    issues += _faults(file, facts)
    feed, more = clocked(feed, file, said)
    carriers = streams(file.head) if telemetry is not None else ()
    if telemetry is not None:
        feed = told(
            feed, telemetry, (Diagnostic(kind="stream_type", count=1, offsets=(), detail=one) for one in carriers)
        )
    return Recording(feed=feed, telemetry=telemetry, track=track, issues=(*issues, *more))


def _counted_s(facts: Mapping[str, object]) -> float | None:
    """Return how long a stream without time stamps is by its frames and their rate."""
    counted, rate = whole(facts, "counted"), number(facts, "rate")
    return counted / rate if counted and rate else None


def _untimed(file: RecordedFile, facts: Mapping[str, object]) -> Issue:
    """Return that a stream of pictures without a container has no time stamps, and what its times rest on."""
    rate, said = number(facts, "rate") or 0.0, "as its pictures state"
    if number(facts, "stated") is None:
        said = "which nothing states, so that every time and delay in it may be wrong by the same factor"
    done = f"its times are counted at {rate:g} frames a second, {said}"
    return file.issue("feed-untimed", "frames with time stamps", "pictures without a container", done)


def _mean_rate(counted: int | None, duration: float | None, step: float) -> float:
    return counted / duration if counted and duration else 1 / step


def _listed(kinds: object) -> str:
    return f"streams of {', '.join(map(str, kinds))}" if isinstance(kinds, list) and kinds else "no stream"


def _notes(facts: Mapping[str, object], stated: Iterable[str], place: Place | None) -> tuple[str, ...]:
    """Return what a person should know of a recording that is whole, but not plain."""
    notes = list(stated)
    pixels = text(facts, "pixels") or ""
    if _DEEP.search(pixels):
        notes.append(f"pixels of more than 8 bits ({pixels})")
    if facts.get("bare") is True:
        basis = "as its pictures state" if number(facts, "stated") is not None else "which nothing states"
        notes.append(f"no time stamps: times are counted at {number(facts, 'rate') or 0:g} frames a second, {basis}")
    if text(facts, "codec") == "hevc":
        notes.append("H.265: many players show it only with help")
    if turn := whole(facts, "turn"):
        notes.append(f"stored turned: turn by {turn} degrees to see it upright")
    if facts.get("variable") is True:
        notes.append("the frames are not evenly spaced: count time stamps, not frames")
    if place is not None and place.altitude is not None:
        notes.append(f"altitude stated: {place.altitude:g} m")
    return tuple(printable(note) for note in notes)


def _faults(file: RecordedFile, facts: Mapping[str, object]) -> list[Issue]:
    """Return what is wrong with the pictures of a recording that could be opened."""
    issues = []
    counted, stated = whole(facts, "counted"), whole(facts, "frames")
    # AVI counts frames that it does not hold (the one before is shown again): there the length tells.
    length, last = number(facts, "length"), number(facts, "last")
    whole_length = text(facts, "format") == "avi" and None not in (length, last) and (last or 0) >= (length or 0) - 1
    if counted is not None and stated is not None and counted < stated and not whole_length:
        issues.append(
            file.issue(
                "feed-truncated", f"{stated} frames, as it states", f"{counted}", "the frames there are are read"
            )
        )
    rest = file.size % _TS_BYTES
    if rest and text(facts, "format") == "mpegts" and synced(file.head, 0, _TS_BYTES):
        found = f"{rest} bytes over at {file.size - rest:,}"
        issues.append(file.issue("feed-truncated", f"packets of {_TS_BYTES} bytes", found, "what is whole is read"))
    if facts.get("decodes") is False:
        why = text(facts, "why") or "it cannot"
        issues.append(file.issue("feed-undecodable", "a first key frame that can be decoded", why, "telemetry is read"))
    if backs := whole(facts, "backs"):
        found = f"{backs} jumps back, the first after {plain(facts.get('back')) - (number(facts, 'first') or 0):.2f} s"
        issues.append(file.issue("feed-spliced", "time stamps that grow", found, "its moments are not unique"))
    gaps = facts.get("gaps")
    if isinstance(gaps, list) and gaps:
        places = ", ".join(f"{plain(at):.2f} s (for {plain(length):.2f} s)" for at, length in pairs(gaps)[:3])
        count = whole(facts, "gap_count") or len(gaps)
        issues.append(file.issue("feed-gap", "frames throughout", f"{count} gaps, the first at {places}", "left so"))
    corrupt = facts.get("corrupt")
    for one in corrupt if isinstance(corrupt, list) else []:
        if isinstance(one, list) and len(one) == 4 and isinstance(one[2], int):
            places = ", ".join(f"{plain(at):.2f} s" for at in (one[3] if isinstance(one[3], list) else [])[:3])
            found = f"{one[2]} damaged packets in stream {one[0]} ({one[1]}), the first at {places}"
            issues.append(file.issue("feed-corrupt", "packets that are whole", found, "they are read as they are"))
    return issues


def photo(file: RecordedFile, sandbox: Sandbox) -> Recording:
    """Return the recording of a photograph."""
    _needed("exifread", "opening photographs")
    issues, said = [], None
    for answer in sandbox.ask("photo", file.path, name=file.name):
        if isinstance(answer, Issue):
            issues.append(answer)
        elif not isinstance(answer, bytes):
            said = answer
    if said is None:
        said = {}
    fields = texts(said.get("words"))
    place = [value for value in items(said.get("place")) if isinstance(value, int | float) and math.isfinite(value)]
    placed = len(place) >= 2 and abs(place[0]) <= 90 and abs(place[1]) <= 180
    stated = readings.of_photo(fields, zone=file.zone)
    feed = feed_of(
        file,
        PHOTO,
        duration_s=0.0,
        frames=1,
        width=whole(said, "width"),
        height=whole(said, "height"),
        rotation=whole(said, "turn") or 0,
        latitude=place[0] if placed else None,
        longitude=place[1] if placed else None,
        notes=stated.notes,
    )
    feed, more = clocked(feed, file, [stated, readings.of_name(file.name, zone=file.zone)])
    track = _point(place, number(said, "facing")) if placed else None
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


def _needed(package: str, what: str) -> None:
    if find_spec(package) is None:
        raise UsageError(f"{what} needs {package}, which is not installed: pip install 'harmtrace[footage]'")
