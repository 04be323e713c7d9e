"""A scan as it is done in the process that opens files: pictures, then sound; answers are objects.

Answers, in this order: ``progress`` now and then, ``suggestion`` each, ``watched`` each, at last ``done``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import IO, Any

import av
import numpy as np

from harmtrace.errors import InputError
from harmtrace.footage.scanning import Scanner, Sparse, Suggestion, suggested
from harmtrace.footage.scanning.sounds import RATE, Listener, Onset
from harmtrace.footage.scanning.suggesting import heard
from harmtrace.intake.luma import Decoded, Video
from harmtrace.intake.parts import Part
from harmtrace.intake.stamping import opened
from harmtrace.records.entry import Issue

_PROGRESS_S = 30.0
# Of what the keyframes point at, so much is looked at frame by frame before and after.
BEFORE_S, AFTER_S = 2.0, 12.0
Answers = Iterator[Mapping[str, object] | bytes | Issue]


def scan(file: IO[bytes], part: Part, parameters: Mapping[str, object]) -> Answers:
    """Yield what a recording suggests; ``spans``: seconds to look at frame by frame, ``quick``: keyframes say which."""
    spans, keys = parameters.get("spans"), 0
    wanted = [(float(a), float(b)) for a, b in spans] if isinstance(spans, list) else None
    try:
        if parameters.get("quick"):
            found = _keys(Video(file))
            wanted, keys = (None if found.spans is None else _joined([*(wanted or ()), *found.spans])), found.frames
            yield {"what": "keyframes", "until_s": found.until_s, "spans": [list(one) for one in wanted or ()]}
        video = Video(file)
    except InputError as error:
        yield Issue(code="feed-no-picture", message=f"{part.where}: {error}; not scanned", document=part.name)
        return
    video.decoded.frames = keys
    scanner = Scanner(video.height, video.width, rate=video.rate)
    try:
        yield from pictures(video, scanner, wanted)
    finally:
        video.close()
    yield from _wrong(video.decoded, part)
    suggests = suggested(scanner, part.name)
    if not parameters.get("silent"):
        onsets = tuple(sounds(file))
        flashes = [one.candidate for one in suggests]
        suggests += heard(onsets, flashes, part.name, half_frame_s=0.5 / video.rate, pts=video.pts)
    for one in sorted(suggests, key=lambda one: one.candidate.media_s):
        yield {"what": "suggestion", **_told(one)}
    rows, columns = scanner.reducer.shape
    for stretch in scanner.seen.watched(scanner.thresholds.first_cells / (rows * columns)):
        yield {"what": "watched", **asdict(stretch)}
    yield {
        "what": "done",
        "frames": video.decoded.frames,
        "parameters": [list(one) for one in scanner.thresholds.lines()],
    }


@dataclass(frozen=True, slots=True)
class _Keys:
    """What keyframes came to; spans None where nothing can be sought by time, so that all must be looked at."""

    frames: int
    until_s: float
    spans: tuple[tuple[float, float], ...] | None


def _keys(video: Video) -> _Keys:
    sparse = Sparse(video.height, video.width)
    for frame in video.keyframes():
        if frame.luma.shape == (video.height, video.width):
            sparse.add(frame)
    video.close()
    spans = None if video.untimed else sparse.spans(before_s=BEFORE_S, after_s=AFTER_S)
    return _Keys(video.decoded.frames, sparse.until_s, spans)


def pictures(video: Video, scanner: Scanner, wanted: list[tuple[float, float]] | None = None) -> Answers:
    """Look at the frames of some spans, of all where none are given; yield how far it is."""
    told = 0.0
    for start, end in wanted if wanted is not None else [(None, None)]:
        scanner.skip()
        for frame in video.all(every=scanner.every) if start is None or end is None else video.within(start, end):
            if video.parted:
                scanner.part()
            scanner.add(frame)
            if frame.media_s - told > _PROGRESS_S:
                told = frame.media_s
                yield {"what": "progress", "media_s": told}
    scanner.finish()
    for event in scanner.doubts:
        assert event.doubt is not None
        scanner.date(event, video.within(event.doubt.since.media_s, event.doubt.found.media_s))


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return spans in order, those that touch as one."""
    found: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _wrong(decoded: Decoded, part: Part) -> Iterator[Issue]:
    if decoded.broken:
        at = "" if decoded.first_broken_s is None else f", the first at {decoded.first_broken_s:.2f} s"
        found = f"{decoded.broken:,} packets that cannot be{at}"
        yield part.issue("feed-corrupt", "packets that can be decoded", found, done="the others are scanned")
    elif decoded.marked:
        found = f"{decoded.marked:,} that the decoder marks as damaged"
        yield part.issue("feed-corrupt", "whole frames", found, done="scanned as they are")
    if decoded.resized_s is not None:
        found = f"another size from {decoded.resized_s:.2f} s on"
        yield part.issue("feed-damaged", "frames of one size", found, done="what comes before is scanned")
    if not decoded.frames:
        yield part.issue("feed-undecodable", "frames that can be decoded", "none", done="nothing is suggested")


def sounds(file: IO[bytes]) -> Iterator[Onset]:
    """Yield sudden low sounds, in seconds from the first frame of the pictures."""
    try:
        with opened(file) as container:
            if not container.streams.audio:
                return
            stream: Any = container.streams.audio[0]
            video: Any = container.streams.video[0] if container.streams.video else stream
            listener = Listener()
            starts: list[float] = []
            resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
            for packet in container.demux(stream):
                listened, start = _heard(packet, resampler)
                starts += [start] if start is not None and not starts else []
                listener.add(listened)
            first = 0.0 if video.start_time is None else float(video.start_time * video.time_base)
            shift = (starts[0] if starts else 0.0) - first
    except (av.error.FFmpegError, IndexError, ValueError, OSError):
        return
    for onset in listener.onsets():
        yield Onset(onset.at_s + shift, onset.above_db)


def _heard(packet: Any, resampler: Any) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], float | None]:
    """Return a packet's samples, and the time of its first; none of a packet that cannot be decoded."""
    blocks, start = [], None
    try:
        for frame in packet.decode():
            if start is None and frame.time is not None:
                start = float(frame.time)
            blocks += [one.to_ndarray()[0].astype(np.float64) for one in resampler.resample(frame)]
    except av.error.FFmpegError:
        return np.empty(0), None
    return (np.concatenate(blocks) if blocks else np.empty(0)), start


def _told(one: Suggestion) -> dict[str, object]:
    return {**asdict(one.candidate), "dark": one.dark, "place": one.place, "away": one.away}
