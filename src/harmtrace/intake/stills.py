"""Grey pictures of key frames and time stamps of frames; read in the process that opens files."""

from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any, cast

import av
import numpy as np

from harmtrace.intake.containers import words_of
from harmtrace.intake.parts import Part
from harmtrace.intake.stamping import bare, opened, rate_of
from harmtrace.records.entry import Issue

WIDTH = 512
"""Pictures are made this wide, in pixels; smaller ones stay as they are."""
_MOST_PIXELS = 100_000_000
_CODE = "recording-pictures"
Answers = Iterator[Mapping[str, object] | bytes | Issue]


def keyframes(file: IO[bytes], part: Part, parameters: Mapping[str, object]) -> Answers:
    """Yield an object (media_s, pts, width, height) and bytes for each key frame, at most one in ``every_s`` seconds.

    With ``spans`` (pairs of media seconds), only those within them.
    """
    every_s = cast(float, parameters["every_s"])
    spans = cast(Sequence[tuple[float | None, float | None]], parameters["spans"]) or [(None, None)]
    try:
        with opened(file) as container:
            if not container.streams.video:
                yield part.issue(_CODE, "pictures", "no video stream", done="none are kept")
                return
            stream = container.streams.video[0]
            if stream.codec_context is None:
                yield part.issue(
                    _CODE, "pictures that can be decoded", "a codec that is not known", done="none are kept"
                )
                return
            stream.codec_context.skip_frame = "NONKEY"
            last = None
            for media_s, frame in _decoded(container, stream, spans):
                if last is None or not 0 <= media_s - last < every_s:
                    last = media_s
                    yield from _grey(media_s, frame)
    except (av.error.FFmpegError, ValueError, OSError) as error:
        yield part.issue(_CODE, "pictures that can be decoded", words_of(error), done="the rest are not kept")


def _decoded(
    container: Any, stream: Any, spans: Sequence[tuple[float | None, float | None]]
) -> Iterator[tuple[float, Any]]:
    """Yield (media seconds, frame), sought span by span where spans are given."""
    base, first = stream.time_base, None if stream.start_time is None else int(stream.start_time)
    for start, end in spans:
        if start is not None and first is not None and start > 0:
            container.seek(first + int(start / base), stream=stream)
        for frame in _frames(container, stream):
            if frame.pts is None:
                continue
            first = int(frame.pts) if first is None else first
            media_s = float((frame.pts - first) * base)
            if end is not None and media_s > end:
                break
            if start is None or media_s >= start:
                yield media_s, frame


def _frames(container: Any, stream: Any) -> Iterator[Any]:
    """Yield frames, passing over packets that cannot be decoded."""
    for packet in _packets(container, stream):
        try:
            yield from packet.decode()
        except av.error.InvalidDataError:
            continue


def _packets(container: Any, stream: Any) -> Iterator[Any]:
    """Yield packets. PyAV 18 raises IndexError at the end of a file in which streams appear late: it is the end."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except (StopIteration, IndexError):
            return
        yield packet


def _grey(media_s: float, frame: Any) -> Iterator[Mapping[str, object] | bytes]:
    width = min(WIDTH, frame.width)
    height = max(1, round(frame.height * width / frame.width))
    grey = np.ascontiguousarray(frame.reformat(width=width, height=height, format="gray8").to_ndarray())
    yield {"media_s": round(media_s, 6), "pts": int(frame.pts), "width": width, "height": height}
    yield grey.tobytes()


def photo(file: IO[bytes], part: Part, parameters: Mapping[str, object]) -> Answers:
    """Yield the picture of a photograph as a key frame at 0 s."""
    from PIL import Image

    try:
        with Image.open(file) as picture:
            many = picture.width * picture.height
            if many > _MOST_PIXELS:
                yield part.issue(_CODE, f"at most {_MOST_PIXELS:,} pixels", f"{many:,}", done="no picture is kept")
                return
            picture.draft("L", (WIDTH, WIDTH))
            grey = picture.convert("L")
            width = min(WIDTH, grey.width)
            small = grey.resize((width, max(1, round(grey.height * width / grey.width))))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        yield part.issue(_CODE, "a picture that can be decoded", type(error).__name__, done="no picture is kept")
        return
    yield {"media_s": 0.0, "pts": 0, "width": small.width, "height": small.height}
    yield small.tobytes()


def stamps(file: IO[bytes], part: Part, parameters: Mapping[str, object]) -> Answers:
    """Yield one object: for each of ``moments`` (media seconds) the time stamp, number and time of the frame on show.

    Nothing is decoded. The frame on show is the last that is not after the moment.
    """
    moments = np.asarray(parameters["moments"], dtype=np.float64)
    try:
        with opened(file) as container:
            streams = container.streams.video or container.streams.audio or container.streams.data
            stated, base = _stated(container, streams[0]) if streams else ([], 0.0)
    except (av.error.FFmpegError, ValueError, OSError) as error:
        yield part.issue(_CODE, "a recording that can be opened", words_of(error), done="nothing is recorded")
        return
    if not stated:
        yield part.issue(_CODE, "frames with time stamps", "none", done="nothing is recorded")
        return
    found = np.unique(np.array(stated, dtype=np.int64))
    seconds = (found - found[0]) * base
    at = np.maximum(np.searchsorted(seconds, moments + 1e-6, side="right") - 1, 0)
    yield {"stamps": [[int(found[one]), int(one), round(float(seconds[one]), 6)] for one in at]}


def _stated(container: Any, stream: Any) -> tuple[list[int], float]:
    """Return the time stamps of a stream's packets and the seconds of a tick; of a bare stream they are counted."""
    base, packets = float(stream.time_base), _packets(container, stream)
    if bare(container):
        step = 1 / (rate_of(stream) or 25.0) / base
        return [round(number * step) for number, _ in enumerate(one for one in packets if one.size)], base
    return [int(one.pts) for one in packets if one.pts is not None], base
