"""Recordings of invented scenes, made for tests: containers, pictures and subtitle files."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import cast

import numpy as np

from tools.synthetic_footage.encoding import Unit
from tools.synthetic_footage.transport import MPEG4, write


def video(
    path: Path,
    *,
    frames: int = 30,
    metadata: dict[str, str] | None = None,
    codec: str = "libx264",
    pixels: str = "yuv420p",
    turn: int = 0,
    uneven: bool = False,
    options: dict[str, str] | None = None,
    sound: bool = False,
) -> Path:
    """Write a small video of a grey picture that grows brighter, 25 frames a second, and return its path."""
    import av

    with av.open(str(path), "w", options=options or {}) as out:
        out.metadata.update(metadata or {})
        stream = cast(av.VideoStream, out.add_stream(codec, rate=25))
        stream.width, stream.height, stream.pix_fmt = 64, 48, pixels
        stream.codec_context.time_base = Fraction(1, 1000)
        stream.codec_context.options = {"g": "10"}
        if turn:
            stream.set_display_rotation(turn)
        tone = out.add_stream("aac", rate=16000) if sound else None
        if tone is not None:
            silence = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
            silence.sample_rate, silence.pts = 16000, 0
            out.mux(tone.encode(silence))
        for number in range(frames):
            grey = np.full((48, 64, 3), 40 + 4 * (number % 40), np.uint8)
            grey[number % 40 : number % 40 + 6, 10:20] = 255
            frame = av.VideoFrame.from_ndarray(grey, format="rgb24").reformat(format=pixels)
            frame.pts = number * 40 + (17 * (number % 3) if uneven else 0)
            frame.time_base = Fraction(1, 1000)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
        if tone is not None:
            out.mux(tone.encode(None))
    return path


def photo(path: Path, *, taken: str | None = None, zone: str | None = None, gps: bool = False, turn: int = 1) -> Path:
    """Write a small JPEG with EXIF and return its path; its GPS says 2021-05-11 13:25:07.5 at 12.5 N 30.25 W."""
    from PIL import Image

    picture = Image.new("RGB", (32, 24), (90, 90, 90))
    exif = picture.getexif()
    exif[0x0112] = turn
    if taken is not None:
        exif[0x0132] = taken
        inner = exif.get_ifd(0x8769)
        inner[0x9003] = taken
        if zone is not None:
            inner[0x9011] = zone
    if gps:
        place = exif.get_ifd(0x8825)
        place.update(
            {1: "N", 2: (12.0, 30.0, 0.0), 3: "W", 4: (30.0, 15.0, 0.0), 7: (13.0, 25.0, 7.5), 29: "2021:05:11"}
        )
    picture.save(path, exif=exif)
    return path


BRACKETS = """1
00:00:00,000 --> 00:00:00,033
<font size="28">SrtCnt : 1, DiffTime : 33ms
2021-05-11 16:25:00.123
[iso : 100] [latitude: 12.500000] [longitude: -30.250000] [rel_alt: 40.0 abs_alt: 640.0] </font>

2
00:00:00,033 --> 00:00:00,066
<font size="28">SrtCnt : 2, DiffTime : 33ms
2021-05-11 16:25:00.156
[iso : 100] [latitude: 12.500100] [longitude: -30.250100] [rel_alt: 41.0 abs_alt: 641.0] </font>
"""


def stream(
    path: Path, packets: Sequence[bytes], *, stream_type: int = 0x06, stamped: bool = True, frames: int = 60
) -> Path:
    """Write a transport stream of a small video and one telemetry packet a frame, and return its path."""
    import av

    context = av.CodecContext.create("mpeg4", "w")
    context.width, context.height, context.pix_fmt = 64, 48, "yuv420p"
    context.time_base = Fraction(1, 30)
    context.framerate = Fraction(30)
    units = []
    for number in range(frames):
        frame = av.VideoFrame.from_ndarray(np.full((72, 64), 40 + number % 200, np.uint8), format="yuv420p")
        frame.pts = number
        units += context.encode(frame)
    units += context.encode(None)
    video = [Unit((one.pts or 0) * 3000, (one.dts or 0) * 3000, bytes(one), one.is_keyframe) for one in units]
    said = [Unit(number * 3000, number * 3000, data, True) for number, data in enumerate(packets)]
    write(path, video, said, stream_type=stream_type, video_type=MPEG4, stamped=stamped)
    return path


def heic(path: Path, exif: bytes) -> Path:
    """Write a HEIC file that holds EXIF and no picture (ISO/IEC 23008-12, annex A), and return its path."""

    def box(kind: bytes, body: bytes) -> bytes:
        return (len(body) + 8).to_bytes(4, "big") + kind + body

    entry = box(b"infe", bytes((2, 0, 0, 0, 0, 1, 0, 0)) + b"Exif\0")
    listed = box(b"iinf", bytes(4) + b"\0\1" + entry)
    size = 8 + 4 + len(listed) + (8 + 8 + 14)
    head = box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    at = len(head) + size + 8
    where = box(
        b"iloc", bytes(4) + b"\x44\0\0\1" + b"\0\1\0\0\0\1" + at.to_bytes(4, "big") + len(exif).to_bytes(4, "big")
    )
    meta = box(b"meta", bytes(4) + listed + where)
    assert len(meta) == size
    path.write_bytes(head + meta + box(b"mdat", (6).to_bytes(4, "big") + exif))
    return path
