"""Frames and sound to a file: H.264 where PyAV has it, else MPEG-4 part 2."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np
from numpy.typing import NDArray

from tools.synthetic_footage import sound
from tools.synthetic_footage.rendering import Luma
from tools.synthetic_footage.scripts import Script

CLOCK = 90_000
# PyAV types what a codec gives by kind of stream; which kind is known here by the codec's name alone.
_Av: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Unit:
    """One access unit: time stamps in ticks of 90 kHz, its bytes, whether decoding may start there."""

    pts: int
    dts: int
    data: bytes
    key: bool


def codec() -> str:
    """Return the name of the encoder."""
    return "libx264" if "libx264" in av.codecs_available else "mpeg4"


def to_file(path: Path, script: Script, frames: Iterable[tuple[float, Luma]]) -> None:
    """Write a script's frames, and its sound, as the kind of file that the ending names.

    The first packets of ``script.dropped`` groups of pictures are lost, as by a bad link.
    """
    with av.open(str(path), "w") as container:
        video: _Av = container.add_stream(codec(), rate=max(1, round(script.rate)))
        _configure(video.codec_context, script)
        audio: _Av = container.add_stream("aac", rate=sound.RATE, layout="mono") if script.sound else None
        losing = _Losing(script.dropped)
        for t, luma in frames:
            for packet in video.encode(_frame(luma, t)):
                if not losing.lost(packet):
                    container.mux(packet)
        for packet in video.encode(None):
            if not losing.lost(packet):
                container.mux(packet)
        if audio is not None:
            for packet in _sounds(audio, sound.samples(script)):
                container.mux(packet)


class _Losing:
    """Says of each packet whether it is lost: the group of pictures round each of some moments, never the first."""

    def __init__(self, moments: Sequence[float]) -> None:
        self._moments = list(moments)
        self._losing = False

    def lost(self, packet: _Av) -> bool:
        t = float(packet.pts * packet.time_base) if packet.pts is not None and packet.time_base is not None else 0.0
        if packet.is_keyframe:
            self._losing = bool(self._moments) and t > self._moments[0]
            if self._losing:
                self._moments.pop(0)
        return self._losing


def units(script: Script, frames: Iterable[tuple[float, Luma]]) -> list[Unit]:
    """Return a script's frames as access units for a transport stream."""
    context: _Av = av.CodecContext.create(codec(), "w")
    context.framerate = Fraction(max(1, round(script.rate)))
    _configure(context, script)
    found: list[Unit] = []
    for t, luma in frames:
        found += [_unit(packet) for packet in context.encode(_frame(luma, t))]
    return found + [_unit(packet) for packet in context.encode(None)]


def _unit(packet: _Av) -> Unit:
    pts = int(packet.pts or 0)
    return Unit(pts, pts if packet.dts is None else int(packet.dts), bytes(packet), bool(packet.is_keyframe))


def _configure(context: _Av, script: Script) -> None:
    context.width, context.height, context.pix_fmt = script.width, script.height, "yuv420p"
    context.time_base = Fraction(1, CLOCK)
    context.gop_size = script.gop
    context.thread_count = 1
    if context.name == "libx264":
        context.options = {"preset": "veryfast", "crf": str(script.crf)}
    else:
        context.bit_rate = 2_000_000


def _frame(luma: Luma, t: float) -> av.VideoFrame:
    height, width = luma.shape
    planes = np.full((height * 3 // 2, width), 128, np.uint8)
    planes[:height] = luma
    frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
    frame.pts, frame.time_base = round(t * CLOCK), Fraction(1, CLOCK)
    return frame


def _sounds(stream: _Av, samples: NDArray[np.int16]) -> Iterator[_Av]:
    for start in range(0, len(samples), 1024):
        block = samples[start : start + 1024]
        frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = sound.RATE, start, Fraction(1, sound.RATE)
        yield from stream.encode(frame)
    yield from stream.encode(None)
