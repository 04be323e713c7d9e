"""Edge: grey pictures of a recording's key frames, and the time stamps of its frames."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from harmtrace.errors import InputError, UsageError

WIDTH = 512
"""Pictures are made this wide, in pixels; smaller ones stay as they are."""
VERSION = "1"
Source = Path | IO[bytes]
_PHOTOS = frozenset((".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"))
_MOST_PIXELS = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Keyframe:
    """One key frame: seconds from the first frame, its time stamp, and its brightness as bytes, height by width."""

    media_s: float
    pts: int
    luma: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The frame on show at a moment: its time stamp, its number from 0, and its seconds from the first frame."""

    pts: int
    frame: int
    media_s: float


def keyframes(
    source: Source, *, name: str, every_s: float = 1.0, spans: Sequence[tuple[float, float]] = ()
) -> Iterator[Keyframe]:
    """Yield key frames in order, at most one in ``every_s`` seconds; with ``spans``, only those within them.

    ``name`` is the original file name: the vault's own says nothing of the kind.

    Raises:
        InputError: the file cannot be opened as pictures.
        UsageError: PyAV or Pillow is not installed.
    """
    if Path(name).suffix.lower() in _PHOTOS:
        yield _photo(source, name)
        return
    av = _needed("av")
    try:
        with av.open(_opened(source), mode="r", metadata_errors="ignore") as container:
            if not container.streams.video:
                return
            stream = container.streams.video[0]
            stream.codec_context.skip_frame = "NONKEY"
            yield from _thinned(_decoded(av, container, stream, spans), every_s)
    except (av.error.FFmpegError, ValueError) as error:
        raise InputError(f"{name}: expected pictures that can be decoded, found: {error}") from error


def _decoded(
    av: Any, container: Any, stream: Any, spans: Sequence[tuple[float, float]]
) -> Iterator[tuple[float, int, Any]]:
    """Yield (media seconds, time stamp, frame), sought span by span where spans are given."""
    base, first = stream.time_base, None if stream.start_time is None else int(stream.start_time)
    wanted: Sequence[tuple[float | None, float | None]] = spans or [(None, None)]
    for start, end in wanted:
        if start is not None and first is not None and start > 0:
            container.seek(first + int(start / base), stream=stream)
        for frame in _frames(av, container, stream):
            if frame.pts is None:
                continue
            first = frame.pts if first is None else first
            media_s = float((frame.pts - first) * base)
            if end is not None and media_s > end:
                break
            if start is None or media_s >= start:
                yield media_s, frame.pts, frame


def _frames(av: Any, container: Any, stream: Any) -> Iterator[Any]:
    """Yield frames, passing over packets that cannot be decoded."""
    for packet in container.demux(stream):
        try:
            yield from packet.decode()
        except av.error.InvalidDataError:
            continue


def _thinned(frames: Iterable[tuple[float, int, Any]], every_s: float) -> Iterator[Keyframe]:
    last: float | None = None
    for media_s, pts, frame in frames:
        if last is not None and 0 <= media_s - last < every_s:
            continue
        last = media_s
        width = min(WIDTH, frame.width)
        height = max(1, round(frame.height * width / frame.width))
        grey = frame.reformat(width=width, height=height, format="gray8").to_ndarray()
        yield Keyframe(media_s=round(media_s, 6), pts=int(pts), luma=np.asarray(grey, dtype=np.uint8))


def _photo(source: Source, name: str) -> Keyframe:
    image = _needed("PIL.Image")
    try:
        with image.open(source) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise InputError(f"{name}: expected at most {_MOST_PIXELS:,} pixels, found more")
            picture.draft("L", (WIDTH, WIDTH))
            grey = picture.convert("L")
            width = min(WIDTH, grey.width)
            grey = grey.resize((width, max(1, round(grey.height * width / grey.width))))
            return Keyframe(media_s=0.0, pts=0, luma=np.asarray(grey, dtype=np.uint8))
    except (OSError, ValueError, image.DecompressionBombError) as error:
        raise InputError(f"{name}: expected a picture, found: {error}") from error


def stamps(source: Source, *, name: str, moments: Sequence[float]) -> tuple[Stamp, ...]:
    """Return the frame on show at each moment (seconds from the first frame); nothing is decoded.

    Raises:
        InputError: the file has no frames with time stamps.
        UsageError: PyAV is not installed.
    """
    if Path(name).suffix.lower() in _PHOTOS:
        return tuple(Stamp(pts=0, frame=0, media_s=0.0) for _ in moments)
    av = _needed("av")
    try:
        with av.open(_opened(source), mode="r", metadata_errors="ignore") as container:
            streams = container.streams.video or container.streams.audio or container.streams.data
            if not streams:
                raise InputError(f"{name}: expected a stream with time stamps, found none")
            stream = streams[0]
            found = np.unique([one.pts for one in container.demux(stream) if one.pts is not None])
            base = float(stream.time_base)
    except (av.error.FFmpegError, ValueError) as error:
        raise InputError(f"{name}: expected a recording that can be opened, found: {error}") from error
    if not len(found):
        raise InputError(f"{name}: expected frames with time stamps, found none")
    seconds = (found - found[0]) * base
    at = np.maximum(np.searchsorted(seconds, np.asarray(moments) + 1e-6, side="right") - 1, 0)
    return tuple(Stamp(pts=int(found[one]), frame=int(one), media_s=round(float(seconds[one]), 6)) for one in at)


def jpeg(luma: NDArray[np.uint8], *, width: int, turned: int = 0) -> bytes:
    """Return a grey picture as a small JPEG file, turned by so many degrees for display.

    Raises:
        UsageError: Pillow is not installed.
    """
    image = _needed("PIL.Image")
    picture = image.fromarray(np.rot90(luma, -(turned // 90) % 4))
    small = picture.resize((width, max(1, round(picture.height * width / picture.width))))
    out = BytesIO()
    small.save(out, "JPEG", quality=70, optimize=True)
    return out.getvalue()


def blurred(picture: bytes, *, points: int = 12) -> bytes:
    """Return a JPEG file with nothing left of it but its broad light and dark: no face, no plate, no person.

    Raises:
        UsageError: Pillow is not installed.
    """
    image = _needed("PIL.Image")
    with image.open(BytesIO(picture)) as clear:
        height = max(1, round(points * clear.height / clear.width))
        small = clear.convert("L").resize((points, height), image.Resampling.BOX)
        out = BytesIO()
        small.resize((clear.width, clear.height), image.Resampling.BICUBIC).save(out, "JPEG", quality=60)
    return out.getvalue()


def _opened(source: Source) -> str | IO[bytes]:
    return str(source) if isinstance(source, Path) else source


def _needed(module: str) -> Any:  # packages without types
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError(
            f"opening recordings needs the extra footage (pip install 'harmtrace[footage]'): {error}"
        ) from error
