"""Recordings as FFmpeg opens them, and when frames are shown where the file does not say so: AVI, ASF, bare streams."""

from heapq import heappop, heappush
from typing import IO, Any

import av

# What may be opened: formats that hold recordings, from the one open file; no playlists, no addresses.
FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,mpegts,mpeg,mpegvideo,matroska,webm,avi,flv,asf,mxf,ogg,wav,mp3,aac,flac,h264,hevc"
# Their time stamps are those of decoding, whatever the demultiplexer calls them.
_DECODING = frozenset(("avi", "asf"))
_BARE = frozenset(("h264", "hevc", "mpegvideo"))
# Read at once, bytes: where sound and pictures lie far apart FFmpeg would else read 16 MiB anew for every frame.
_BLOCK = 65_536
# No recording has more frames a second that a person is to look at: a container that says so counts its clock's ticks.
_FASTEST = 240.0
# No picture is decoded before more than so many that are shown before it (ITU-T H.264 A.3.1).
_MOST = 16


def opened(file: IO[bytes]) -> Any:
    """Return a file's container; a bare stream of pictures is timed by the rate that its pictures state, else by 25.

    Raises:
        av.error.FFmpegError: it cannot be opened.
    """
    container = _open(file, {})
    rate = stated(container)
    if rate is None or abs(rate - (rate_of(container.streams.video[0]) or 0.0)) < 1e-6:
        return container
    container.close()
    return _open(file, {"framerate": f"{rate:.6f}"})


def _open(file: IO[bytes], more: dict[str, str]) -> Any:
    file.seek(0)
    options = {
        "fd": str(file.fileno()),
        "blocksize": str(_BLOCK),
        "format_whitelist": FORMATS,
        "protocol_whitelist": "fd",
        **more,
    }
    return av.open("fd:", container_options=options, metadata_errors="replace")


def bare(container: Any) -> bool:
    """Tell whether a file is a stream of pictures without a container, so that nothing in it is a time stamp."""
    return str(container.format.name) in _BARE and bool(container.streams.video)


def stated(container: Any) -> float | None:
    """Return the rate that the pictures of a bare stream state; None in a container, and where it can be none."""
    if not bare(container):
        return None
    context = container.streams.video[0].codec_context
    rate = None if context is None else context.framerate
    return float(rate) if rate and 1 <= float(rate) <= _FASTEST else None


def rate_of(stream: Any) -> float | None:
    """Return the frames a second of an opened stream of pictures, None where nothing that can be is said."""
    said = (stream.average_rate, stream.guessed_rate, stream.base_rate)
    return next((float(one) for one in said if one and 0 < float(one) <= _FASTEST), None)


def of_decoding(container: Any) -> bool:
    """Tell whether the time stamps of a container's packets are in the order of decoding, not of showing."""
    return str(container.format.name) in _DECODING


class Showing:
    """Times of showing from those of decoding: decoders give frames in order, so each has the least stamp that is left.

    Where stamps are those of showing, nothing changes.
    """

    def __init__(self) -> None:
        """Start before the first packet."""
        self._left: list[int] = []

    def sent(self, pts: int | None) -> None:
        """Note a packet that goes to the decoder."""
        if pts is not None:
            heappush(self._left, pts)

    def lost(self, pts: int | None) -> None:
        """Note a packet that could not be decoded."""
        if pts in self._left:
            self._left.remove(pts)
            self._left.sort()

    def shown(self, pts: int | None) -> int | None:
        """Return the time stamp of the next frame; ``pts``: what its packet said."""
        while len(self._left) > _MOST + 1:  # of frames that never came
            heappop(self._left)
        return heappop(self._left) if self._left else pts
