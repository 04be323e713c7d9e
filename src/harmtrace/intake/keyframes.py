"""Edge: grey pictures of a recording's key frames, and the frames on show at given moments, asked of the sandbox."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from harmtrace.errors import InputError, UsageError
from harmtrace.intake.sandbox import Answer, Sandbox
from harmtrace.records.entry import Issue

VERSION = "1"
_PHOTOS = frozenset((".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"))
_MOST_SIDE = 4_096
_S_PER_MB = 1.0
_LEAST_S = 60.0


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
    path: Path, *, name: str, sandbox: Sandbox, every_s: float = 1.0, spans: Sequence[tuple[float, float]] = ()
) -> Iterator[Keyframe | Issue]:
    """Yield key frames in order, at most one in ``every_s`` seconds, and what is wrong; with ``spans``, those in them.

    ``name`` is the original file name: the vault's own says nothing of the kind.

    Raises:
        UsageError: PyAV or Pillow is not installed.
        SandboxError: the process that opens files cannot be started.
    """
    task = "picture" if Path(name).suffix.lower() in _PHOTOS else "keyframes"
    _needed("PIL" if task == "picture" else "av")
    said: dict[str, object] = {"every_s": every_s, "spans": [list(one) for one in spans]}
    seconds = _LEAST_S + _S_PER_MB * path.stat().st_size / 1e6
    head: dict[str, object] | None = None
    for answer in sandbox.ask(task, path, said, name=name, seconds=seconds):
        if isinstance(answer, Issue):
            yield answer
        elif isinstance(answer, bytes):
            if head is None:
                raise InputError(f"{path}: expected a picture's size before its bytes")
            yield _keyframe(path, head, answer)
            head = None
        else:
            head = dict(answer)


def _keyframe(path: Path, head: dict[str, object], body: bytes) -> Keyframe:
    match head:
        case {
            "media_s": int() | float() as media_s,
            "pts": int() as pts,
            "width": int() as width,
            "height": int() as height,
        }:
            if 0 < width <= _MOST_SIDE and 0 < height <= 8 * _MOST_SIDE and len(body) == width * height:
                return Keyframe(
                    media_s=float(media_s), pts=pts, luma=np.frombuffer(body, np.uint8).reshape(height, width)
                )
    raise InputError(f"{path}: expected a picture with its size, found something else")


def stamps(path: Path, *, name: str, moments: Sequence[float], sandbox: Sandbox) -> tuple[Stamp, ...]:
    """Return the frame on show at each moment (seconds from the first frame); nothing is decoded.

    Raises:
        InputError: the file has no frames with time stamps.
        UsageError: PyAV is not installed.
    """
    if Path(name).suffix.lower() in _PHOTOS:
        return tuple(Stamp(pts=0, frame=0, media_s=0.0) for _ in moments)
    _needed("av")
    found: list[Answer] = list(sandbox.ask("stamps", path, {"moments": list(moments)}, name=name))
    for answer in found:
        if isinstance(answer, Issue):
            raise InputError(answer.message)
    match found:
        case [{"stamps": list() as rows}] if len(rows) == len(moments):
            return tuple(_stamp(path, one) for one in rows)
    raise InputError(f"{path}: expected the frames on show, found something else")


def _stamp(path: Path, row: object) -> Stamp:
    match row:
        case [int() as pts, int() as frame, int() | float() as media_s]:
            return Stamp(pts=pts, frame=frame, media_s=float(media_s))
    raise InputError(f"{path}: expected a frame on show, found something else")


def jpeg(luma: NDArray[np.uint8], *, width: int, turned: int = 0) -> bytes:
    """Return a grey picture as a small JPEG file, turned by so many degrees for display.

    Raises:
        UsageError: Pillow is not installed.
    """
    image = _pillow()
    picture = image.fromarray(np.ascontiguousarray(np.rot90(luma, -(turned // 90) % 4)))
    small = picture.resize((width, max(1, round(picture.height * width / picture.width))))
    out = BytesIO()
    small.save(out, "JPEG", quality=70, optimize=True)
    return out.getvalue()


def blurred(picture: bytes, *, points: int = 12) -> bytes:
    """Return a JPEG file with nothing left of one of ours but its broad light and dark: no face, no plate, no person.

    Raises:
        UsageError: Pillow is not installed.
    """
    image = _pillow()
    with image.open(BytesIO(picture)) as clear:
        height = max(1, round(points * clear.height / clear.width))
        small = clear.convert("L").resize((points, height), image.Resampling.BOX)
        out = BytesIO()
        small.resize((clear.width, clear.height), image.Resampling.BICUBIC).save(out, "JPEG", quality=60)
    return out.getvalue()


def _pillow() -> Any:  # a package that may not be there
    _needed("PIL")
    return import_module("PIL.Image")


def _needed(package: str) -> None:
    if find_spec(package) is None:
        called = "Pillow" if package == "PIL" else "PyAV"
        raise UsageError(f"pictures need {called}, which is not installed: pip install 'harmtrace[footage]'")
