"""Luma: the frames of a recording, brightness alone, decoded by PyAV; what cannot be decoded is counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any, TypeAlias

import av
import numpy as np
from av.video.plane import VideoPlane

from harmtrace.errors import InputError
from harmtrace.footage.scanning import Frame
from harmtrace.footage.scanning.grids import Luma
from harmtrace.intake.containers import words_of
from harmtrace.intake.sparing import Sparing, on_the_way, prefix_of
from harmtrace.intake.stamping import Showing, of_decoding, opened, rate_of

# PyAV's own types are looser than what is known here of a stream of video.
_Av: TypeAlias = Any

# Smaller pictures are decoded by one thread: to hand frames from thread to thread costs more than it saves.
_THREADS_FROM = 1_000_000
# Frames between others (B), and those that no other is made from, are left as they are before the edges of blocks are
# smoothed: frames to come are built on the others, so that nothing adds up. H.264 alone: it says so of each frame.
_UNSMOOTHED = {"skip_loop_filter": "bidir"}
# Keyframes nearer than this to the last one are passed over: where every frame is one, few are enough.
_KEYS_APART_S = 0.5
# A first time stamp is looked for in so many packets.
_FEW = 50
_LEAN = frozenset(("h264",))
_PLAIN = frozenset(("yuv420p", "yuvj420p"))
# So far before a span it is sought, the nearest first; the last reaches the beginning of any file.
_BACK_S = (0.0, 3.0, 12.0, 60.0, 1e9)


@dataclass(slots=True)
class Decoded:
    """What became of a file's packets: frames given, packets without, where the first of those stood, marked frames."""

    frames: int = 0
    broken: int = 0
    first_broken_s: float | None = None
    marked: int = 0
    resized_s: float | None = None


class Video:
    """The video stream of an opened file.

    Attributes:
        untimed: keyframes without a time stamp were met.
        parted: the frame given last is damaged, follows what could not be decoded, or is the first key frame after
            such: what is new in its picture need not have been new in the world.
    """

    _container: _Av

    def __init__(self, file: IO[bytes], index: int | None = None) -> None:
        """Open a file; ``index``: of the stream, the first of pictures where none is given.

        Raises:
            InputError: it holds no pictures that can be opened.
        """
        try:
            self._container, first = _from_start(file)
        except (av.error.FFmpegError, IndexError, ValueError, OSError) as error:
            raise InputError(f"expected a recording that can be opened, found: {words_of(error)}") from error
        streams = self._container.streams
        if not streams.video:
            self.close()
            raise InputError("expected a stream of pictures, found none")
        self.stream: _Av = streams.video[0] if index is None else streams[index]
        context: _Av = self.stream.codec_context
        if context is None or not context.width or not context.height:
            self.close()
            raise InputError("expected pictures that can be decoded, found none of a known size and encoding")
        if context.name in _LEAN:
            context.options = _UNSMOOTHED
        self._showing = Showing() if of_decoding(self._container) else None
        # Which frames can be spared is told by when they are shown.
        self._lean = context.name in _LEAN and self._showing is None
        self.decoded = Decoded()
        self.width, self.height = int(context.width), int(context.height)
        self.time_base = float(self.stream.time_base or 1 / 90_000)
        self.rate = rate_of(self.stream) or 25.0
        self.untimed = self.parted = self._torn = self._lost = False
        self._decoding: Iterator[_Av] = iter(())
        self._deep, self._grey = np.empty((0, 0), np.uint16), np.empty((0, 0), np.uint8)
        start = self.stream.start_time if first is None else first
        self._start: int | None = None if start is None else int(start)

    def close(self) -> None:
        """Close the file."""
        self._container.close()

    def pts(self, media_s: float) -> int:
        """Return the time stamp of a moment."""
        return (self._start or 0) + round(media_s / self.time_base)

    def all(self, *, every: int = 1) -> Iterator[Frame]:
        """Yield every frame, in order; nothing is copied, and the decoder takes its memory back when it is let go.

        ``every``: one frame in so many will be looked at; those between may then be missing (``intake.sparing``).
        """
        context = self.stream.codec_context
        self.stream.thread_type = "AUTO" if self.width * self.height >= _THREADS_FROM else "NONE"
        if every > 1 and self._lean:
            longest = round((every + 0.5) / self.rate / self.time_base)
            yield from self._alike(self._spared(Sparing(every=every, longest=longest, prefix=prefix_of(context))))
        else:
            yield from self._alike(self._frame(one, number) for number, one in enumerate(self._decode()))

    def _spared(self, sparing: Sparing) -> Iterator[Frame]:
        for one in self._decode(sparing.packets(self._container.demux(self.stream))):
            told = sparing.told(one.pts)
            yield self._frame(one, None) if told is None else self._frame(one, told.number, told.due)

    def within(self, start_s: float, end_s: float) -> Iterator[Frame]:
        """Yield the frames of a span, sought from a keyframe before it; their numbers are not known.

        A container without an index may land after the place asked for: it is then sought from further back.
        """
        for back_s in _BACK_S:
            first = self._seek(start_s - back_s, start_s)
            if first is not None and (first.media_s <= start_s + 0.5 / self.rate or start_s <= back_s):
                yield from self._alike(self._span(first, start_s, end_s))
                return

    def _seek(self, media_s: float, wanted_s: float) -> Frame | None:
        """Return the first frame after seeking a moment; the frames after it come from the same place.

        Frames before the moment wanted may be missing where no other is made from them.
        """
        context = self.stream.codec_context
        context.flush_buffers()
        try:
            self._container.seek(self.pts(max(0.0, media_s)), stream=self.stream, backward=True)
        except av.error.FFmpegError:
            return None
        packets = self._container.demux(self.stream)
        if self._showing is not None:
            self._showing = Showing()
        if self._lean:
            packets = on_the_way(packets, to=self.pts(wanted_s), prefix=prefix_of(context))
        self._decoding = self._decode(packets)
        found = next(self._decoding, None)
        return None if found is None else self._frame(found, None)

    def _span(self, first: Frame, start_s: float, end_s: float) -> Iterator[Frame]:
        frame = first
        while frame.media_s <= end_s:
            if frame.media_s >= start_s:
                yield frame
            found = next(self._decoding, None)
            if found is None:
                return
            frame = self._frame(found, None)

    def keyframes(self) -> Iterator[Frame]:
        """Yield keyframes alone, in order, half a second or more from one another; the rest is not decoded."""
        context = self.stream.codec_context
        context.skip_frame = "NONKEY"
        if not context.is_open:
            self.stream.thread_type = "NONE"
        for one in self._decode(self._keys()):
            yield self._frame(one, None)
        context.skip_frame = "DEFAULT"

    def _keys(self) -> Iterator[_Av]:
        """Yield the packets of keyframes that lie apart, and the empty one at the end."""
        last: float | None = None
        for packet in self._container.demux(self.stream):
            ticks = packet.pts if packet.pts is not None else packet.dts
            at = None if ticks is None else float(ticks) * self.time_base
            if not packet.size:
                yield packet
            elif packet.is_keyframe and (at is None or last is None or not 0 <= at - last < _KEYS_APART_S):
                last, self.untimed = at, self.untimed or at is None
                yield packet

    def _alike(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Yield frames as long as they are of one size."""
        size = (self.height, self.width)
        for frame in frames:
            if frame.luma.shape != size:
                self.decoded.resized_s = frame.media_s
                return
            yield frame

    def _decode(self, packets: Iterator[_Av] | None = None) -> Iterator[_Av]:
        try:
            for packet in self._container.demux(self.stream) if packets is None else packets:
                if self._showing is not None and packet.size:
                    self._showing.sent(packet.pts)
                try:
                    frames = packet.decode()
                except av.error.FFmpegError:
                    self._broken(packet)
                    continue
                for frame in frames:
                    self.decoded.frames += 1
                    self._part(damaged=bool(frame.is_corrupt), key=bool(frame.key_frame))
                    if self._showing is not None:
                        frame.pts = self._showing.shown(frame.pts)
                    yield frame
        except (av.error.FFmpegError, IndexError, OSError):  # PyAV: streams that appear within the file
            self.decoded.broken += 1

    def _part(self, *, damaged: bool, key: bool) -> None:
        """Take in whether a frame is damaged, and whether it begins anew."""
        self.decoded.marked += damaged
        self.parted = damaged or self._lost or (self._torn and key)
        self._torn = damaged or (not key and (self._torn or self._lost))
        self._lost = False

    def _broken(self, packet: _Av) -> None:
        self.decoded.broken += 1
        self._lost = True
        if self._showing is not None:
            self._showing.lost(packet.pts)
        ticks = packet.pts if packet.pts is not None else packet.dts
        if self.decoded.first_broken_s is None and ticks is not None:
            self.decoded.first_broken_s = (int(ticks) - (self._start or 0)) * self.time_base

    def _frame(self, frame: _Av, number: int | None, due: bool | None = None) -> Frame:
        pts = frame.pts
        if pts is None:
            pts = (self._start or 0) + round((self.decoded.frames - 1) / self.rate / self.time_base)
        if self._start is None:
            self._start = int(pts)
        return Frame(number, int(pts), (int(pts) - self._start) * self.time_base, self._luma(frame), due)

    def _luma(self, frame: _Av) -> Luma:
        """Return the brightness of a frame, 8 bits, without a copy where it is stored so; valid until the next is."""
        name = frame.format.name
        plane: _Av = VideoPlane(frame, 0)  # ``frame.planes`` makes one for each colour
        if name in _PLAIN or (name.startswith(("yuv4", "yuvj4", "nv", "gray")) and not name.endswith(("be", "le"))):
            return np.ndarray((frame.height, frame.width), np.uint8, plane, 0, (plane.line_size, 1))
        if name.startswith(("yuv4", "gray")) and name.endswith("le"):
            deep = np.ndarray((frame.height, frame.width), "<u2", plane, 0, (plane.line_size, 2))
            if self._deep.shape != deep.shape:  # memory that is used again: to ask the system for it costs more
                self._deep, self._grey = np.empty(deep.shape, np.uint16), np.empty(deep.shape, np.uint8)
            np.right_shift(deep, np.uint16(frame.format.components[0].bits - 8), out=self._deep)
            np.copyto(self._grey, self._deep, casting="unsafe")
            return self._grey
        grey: Luma = frame.reformat(format="gray").to_ndarray()
        return grey


def _from_start(file: IO[bytes]) -> tuple[_Av, int | None]:
    """Return a file's container, and the first time stamp where it says only when decoding begins; None in all others.

    Such a one is opened anew after its first packets: after a seek the time stamps of some are others.
    """
    container = opened(file)
    if not of_decoding(container) or not container.streams.video:
        return container, None
    with container:
        packets = islice(container.demux(container.streams.video[0]), _FEW)
        first = next((int(one.pts) for one in packets if one.pts is not None), None)
    return opened(file), first
