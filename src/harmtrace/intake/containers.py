"""Containers of video and sound, demultiplexed without decoding; read in the process that opens files.

Answers, in this order: blocks of metadata packets (an object, then bytes), subtitles as one block of text, the facts.
"""

import json
import math
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

import av
import numpy as np

from harmtrace.intake.parts import Part
from harmtrace.intake.stamping import bare, opened, rate_of, stated
from harmtrace.records.entry import Issue

_BLOCK_BYTES = 4_000_000
_LATE_S, _LATE_FRAMES = 0.5, 5
_BACK_S = 1.0
_UNEVEN, _MOST_UNEVEN = 0.2, 0.02
_LONGEST_WORD, _MOST_WORDS = 500, 200
_SHOWN = 10


@dataclass(slots=True)
class _Stream:
    """What was seen of one stream while it was read."""

    index: int
    kind: str
    base: float
    sizes: list[int] = field(default_factory=list)
    pts: list[float] = field(default_factory=list)
    arrived: list[float] = field(default_factory=list)
    data: list[bytes] = field(default_factory=list)
    held: int = 0
    packets: int = 0
    bytes: int = 0
    corrupt: int = 0
    corrupt_s: list[float] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def probe(
    file: IO[bytes], part: Part, parameters: Mapping[str, object]
) -> Iterator[Mapping[str, object] | bytes | Issue]:
    """Yield the metadata packets, subtitles and facts of a recording, and what is wrong with it."""
    try:
        container = opened(file)
    except (av.error.FFmpegError, ValueError, OSError) as error:
        yield part.issue(
            "feed-damaged", "a recording that can be opened", words_of(error), done="nothing is read of it"
        )
        return
    with container:
        seen = {
            stream.index: _Stream(stream.index, stream.type, float(stream.time_base or 0))
            for stream in container.streams
        }
        main = _main(container)
        facts = _facts(container, main)
        turn: dict[str, object] = {}
        yield from _packets(container, seen, main, part, turn)
    texts = [stream for stream in seen.values() if stream.kind == "subtitle" and stream.text]
    if texts:
        yield {"what": "subtitles"}
        yield "\n".join(texts[0].text).encode("utf-8", "replace")
    yield {"what": "facts", **facts, **turn, **_measured(seen, main)}


def _main(container: Any) -> int | None:
    """Return the index of the stream of pictures: the largest that is no cover picture."""
    pictures = [
        stream
        for stream in container.streams.video
        if not stream.disposition & av.stream.Disposition.attached_pic  # a cover, drawn beside sound
    ]
    if not pictures:
        return None
    best = max(pictures, key=lambda one: (_pixels(one), -one.index))
    return int(best.index)


def _pixels(stream: Any) -> int:
    """Return how many pixels a frame has; 0 where the codec is one that nobody here knows."""
    context = stream.codec_context
    return 0 if context is None else (context.width or 0) * (context.height or 0)


def _packets(
    container: Any, seen: dict[int, _Stream], main: int | None, part: Part, turn: dict[str, object]
) -> Iterator[Mapping[str, object] | bytes | Issue]:
    """Read all packets; yield what is metadata as it gathers."""
    shown = decoded = math.nan
    backs: list[float] = []
    try:
        for packet in container.demux():
            stream = seen.get(packet.stream_index)
            if stream is None or not packet.size:
                continue
            stream.packets += 1
            stream.bytes += packet.size
            at = math.nan if packet.pts is None else packet.pts * stream.base
            if packet.pts is None and packet.dts is not None and stream.kind == "video":
                at = packet.dts * stream.base  # AVI has no time stamps of showing
            if packet.is_corrupt:
                stream.corrupt += 1
                if len(stream.corrupt_s) < _SHOWN:
                    stream.corrupt_s.append(at)
            if stream.index == main:
                stream.pts.append(at)
                due = math.nan if packet.dts is None else packet.dts * stream.base
                if due < decoded - _BACK_S:
                    backs.append(decoded)
                decoded = decoded if math.isnan(due) else due
                shown = at if math.isnan(shown) or at > shown else shown
                if packet.is_keyframe and "decodes" not in turn:
                    turn.update(_first_picture(packet))
            elif stream.kind == "subtitle":
                stream.text.append(_cue(packet, at, stream.base))
            elif stream.kind not in ("video", "audio"):
                stream.sizes.append(packet.size)
                stream.pts.append(at)
                stream.arrived.append(shown)
                stream.data.append(bytes(packet))
                stream.held += packet.size
                if stream.held >= _BLOCK_BYTES:
                    yield from _block(stream)
    except (av.error.FFmpegError, ValueError, OSError) as error:
        yield part.issue(
            "feed-damaged", "a recording that can be read to its end", words_of(error), done="what comes before is read"
        )
    except IndexError:
        # PyAV 18 ends so at the end of a file in which streams appeared on the way; their packets it drops.
        expected, found = "the streams that its first tables declare", "more of them further on"
        yield part.issue("feed-corrupt", expected, found, done="those are not read, all others are")
    turn |= {"backs": len(backs), "back": backs[0] if backs else None}
    for stream in seen.values():
        if stream.sizes:
            yield from _block(stream)


def _block(stream: _Stream) -> Iterator[Mapping[str, object] | bytes]:
    yield {"what": "packets", "stream": stream.index, "count": len(stream.sizes)}
    count = len(stream.sizes)
    yield (
        np.array(stream.sizes, dtype="<i8").tobytes()
        + np.array(stream.pts[-count:], dtype="<f8").tobytes()
        + np.array(stream.arrived, dtype="<f8").tobytes()
        + b"".join(stream.data)
    )
    stream.sizes, stream.arrived, stream.data, stream.held, stream.pts = [], [], [], 0, []


def _first_picture(packet: Any) -> dict[str, object]:
    """Decode one key picture: how it is turned, its pixels, and whether it can be decoded at all."""
    if packet.stream.codec_context is None:
        return {"decodes": False, "why": "a codec that is not known"}
    try:
        frames = [*packet.decode(), *packet.stream.codec_context.decode(None)]
    except (av.error.FFmpegError, ValueError) as error:
        return {"decodes": False, "why": words_of(error)}
    if not frames:
        return {"decodes": False, "why": "no picture"}
    # Counter-clockwise as FFmpeg has it; ours says by how many degrees to turn the picture clockwise.
    return {"decodes": True, "turn": -int(frames[0].rotation) % 360, "pixels": frames[0].format.name}


def _cue(packet: Any, at: float, base: float) -> str:
    """Return a subtitle as a cue of an SRT file; QuickTime text has two bytes of length before it."""
    data = bytes(packet)
    if len(data) >= 2 and int.from_bytes(data[:2], "big") == len(data) - 2:
        data = data[2:]
    start = 0.0 if math.isnan(at) else max(at, 0.0)
    hours, rest = divmod(start, 3600)
    minutes, seconds = divmod(rest, 60)
    text = data[:4000].decode("utf-8", "replace")
    return f"{int(hours):02d}:{int(minutes):02d}:{seconds:06.3f} -->\n{text}\n"


def _facts(container: Any, main: int | None) -> dict[str, object]:
    facts: dict[str, object] = {
        "format": container.format.name,
        "duration": None if container.duration is None else container.duration / av.time_base,
        "metadata": _said(container.metadata),
        "kinds": [stream.type for stream in container.streams],
    }
    if main is None:
        return facts
    stream = container.streams[main]
    context = stream.codec_context
    said = _said(stream.metadata)
    if context is not None:
        facts |= {"codec": context.name, "width": context.width or None, "height": context.height or None}
        facts |= {"pixels": context.pix_fmt}
    return facts | {
        "main": main,
        "rate": rate_of(stream),
        "bare": bare(container),
        "stated": stated(container),
        "frames": stream.frames or None,
        "length": None if stream.duration is None else float(stream.duration * stream.time_base),
        "stream": said,
    }


def _said(metadata: Mapping[str, str]) -> dict[str, str]:
    return {str(k)[:_LONGEST_WORD]: str(v)[:_LONGEST_WORD] for k, v in list(metadata.items())[:_MOST_WORDS]}


def _measured(seen: dict[int, _Stream], main: int | None) -> dict[str, object]:
    """Return what the packets of the pictures tell: how many, when, how evenly, and where they are missing."""
    found: dict[str, object] = {
        "corrupt": [[s.index, s.kind, s.corrupt, s.corrupt_s] for s in seen.values() if s.corrupt],
        "streams": [[s.index, s.kind, s.packets, s.bytes] for s in seen.values()],
    }
    if main is None:
        return found
    stamped = sorted(at for at in seen[main].pts if not math.isnan(at))
    found["counted"] = seen[main].packets
    found["unstamped"] = seen[main].packets - len(stamped)
    if not stamped:
        return found
    found["first"] = stamped[0]
    if len(stamped) < 2:
        return found
    steps = np.diff(np.array(stamped))
    steps = steps[steps > 0]
    if not len(steps):
        return found
    step = statistics.median(steps.tolist())
    late = steps > max(_LATE_S, _LATE_FRAMES * step)
    even = steps[~late]
    uneven = float((np.abs(even - step) > _UNEVEN * step).mean()) if len(even) else 0.0
    ends = np.cumsum(np.append(0.0, steps))[:-1][late]
    found |= {
        "last": stamped[-1] + step,
        "step": step,
        "variable": uneven > _MOST_UNEVEN,
        "gaps": [[float(at), float(length)] for at, length in zip(ends[:_SHOWN], steps[late][:_SHOWN], strict=True)],
        "gap_count": int(late.sum()),
    }
    return found


def words_of(error: Exception) -> str:
    """Return what an error says, without the name that the file has in here."""
    said = getattr(error, "strerror", None) or type(error).__name__
    return json.dumps(str(said))[1:-1][:200]
