"""Footprints of many feeds -> packed rows in one place, and the runs of them that the index keeps."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.footprints import METHODS, Footprints
from harmtrace.footage.geodesy import wrapped
from harmtrace.footage.index import M_PER_DEGREE, MICRO, TURN, Segments
from harmtrace.records.footage import Clock, Method

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

UNIT = 10_000_000
"""Corners are kept in ten-millionths of a degree, 1.1 cm."""
_BLOCK_S = 10.0
_CELL_M = 500.0
_RUN_MS = 900_000
_POLAR = 89.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Footprints of several feeds, one feed after the other, in columns that can be mapped from a file.

    Attributes:
        media_us, until_us: the microseconds of the recording that the row speaks for.
        corners: ``(n, 4, 2)`` latitude and longitude in units of ``UNIT``; of a circle, its middle four times.
        reach_m: radius of a circle; NaN where the row is a frame with corners.
        method, clipped, error_m, metres_per_pixel: as in ``Footprints``.
        ground_m, elevation: as in ``Footprints``.
        ground: the row has a footprint at all.
    """

    media_us: Ints
    until_us: Ints
    corners: NDArray[np.int32]
    reach_m: NDArray[np.float32]
    method: NDArray[np.uint8]
    clipped: NDArray[np.bool_]
    error_m: NDArray[np.float32]
    metres_per_pixel: NDArray[np.float32]
    ground_m: NDArray[np.float32]
    elevation: NDArray[np.uint8]
    ground: NDArray[np.bool_]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.media_us)

    def take(self, rows: Ints | slice) -> "Rows":
        """Return some of them."""
        return Rows(**{one.name: getattr(self, one.name)[rows] for one in fields(self)})

    @classmethod
    def joined(cls, parts: Sequence["Rows"]) -> "Rows":
        """Return several as one."""
        return cls(**{one.name: np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(cls)})


class Held(Protocol):
    """What gives packed rows by their number, from memory, a file, or as it likes."""

    def take(self, rows: Ints) -> Rows:
        """Return some of them."""


def rows(found: Footprints) -> Rows:
    """Return footprints as packed rows."""
    circle = np.isfinite(found.reach_m)
    corners = found.corners.copy()
    middle = np.stack([found.latitude, found.longitude], axis=-1)
    corners[circle] = middle[circle][:, None, :]
    ground: NDArray[np.bool_] = np.asarray(np.isfinite(corners).all(axis=(1, 2)))
    corners[~ground] = 0.0
    corners[..., 1] = wrapped(corners[..., 1])
    return Rows(
        media_us=micro(found.media_s),
        until_us=micro(found.until_s),
        corners=np.rint(np.clip(corners, -180, 180) * UNIT).astype(np.int32),
        reach_m=found.reach_m.astype(np.float32),
        method=found.method,
        clipped=found.clipped,
        error_m=found.error_m.astype(np.float32),
        metres_per_pixel=found.metres_per_pixel.astype(np.float32),
        ground_m=found.ground_m.astype(np.float32),
        elevation=found.elevation,
        ground=ground,
    )


def micro(seconds: Floats) -> Ints:
    """Return seconds as whole microseconds."""
    return np.rint(seconds * 1e6).astype(np.int64)


def nothing() -> Rows:
    """Return no rows."""
    none = np.empty(0)
    return Rows(
        media_us=none.astype(np.int64),
        until_us=none.astype(np.int64),
        corners=np.empty((0, 4, 2), dtype=np.int32),
        reach_m=none.astype(np.float32),
        method=none.astype(np.uint8),
        clipped=none.astype(np.bool_),
        error_m=none.astype(np.float32),
        metres_per_pixel=none.astype(np.float32),
        ground_m=none.astype(np.float32),
        elevation=none.astype(np.uint8),
        ground=none.astype(np.bool_),
    )


def utc_us(clock: Clock, media_us: Ints) -> Ints:
    """Return microseconds since 1970 for moments of a recording, as :meth:`Clock.at` has them.

    Raises:
        ValueError: the clock has no start.
    """
    if clock.start is None:
        raise ValueError("a recording without a clock has no UTC")
    base = round(clock.start.timestamp() * 1e6)
    return base + (np.rint(media_us * (1 + clock.drift)).astype(np.int64) if clock.drift else media_us)


def segments(held: Rows, clock: Clock, *, feed: int, first: int) -> Segments:
    """Return the runs of one feed's rows: stretches of time in which it looked at about one place.

    Rows are put together in blocks of 10 s, blocks into a run while the middle of the frame stays in one cell of 500 m
    and one quarter hour. Rows without ground are in no run. ``first`` is the number of the feed's first row.
    """
    own = np.flatnonzero(held.ground)
    if not len(own):
        return _none()
    start, until = utc_us(clock, held.media_us[own]) // 1_000, -(-utc_us(clock, held.until_us[own]) // 1_000)
    gap = np.append(True, (np.diff(own) != 1) | (held.media_us[own[1:]] > held.until_us[own[:-1]]))
    block = _starts(gap, start // round(_BLOCK_S * 1_000))
    middle = np.add.reduceat(_middle(held.corners[own]), block, axis=0) / np.diff(np.append(block, len(own)))[:, None]
    up = np.floor(middle[:, 0] * M_PER_DEGREE / _CELL_M)
    across = np.floor(middle[:, 1] * M_PER_DEGREE * np.cos(np.radians(np.round(middle[:, 0]))) / _CELL_M)
    begin = block[_starts(gap[block], up, across, start[block] // _RUN_MS)]
    many = np.diff(np.append(begin, len(own)))
    south, north, west, width = _boxes(held.corners[own], held.reach_m[own], begin, many)
    return Segments(
        feed=np.full(len(begin), feed, dtype=np.int32),
        first=own[begin] + first,
        many=many.astype(np.int32),
        start=start[begin],
        end=np.maximum.reduceat(until, begin),
        south=south,
        north=north,
        west=west,
        width=width,
    )


def _starts(first: NDArray[np.bool_], *columns: NDArray[np.generic]) -> Ints:
    """Return where a run begins: at what is marked first, and where a column changes."""
    new = first.copy()
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(new)


def _middle(corners: NDArray[np.int32]) -> Floats:
    """Return a middle of each footprint in degrees, good enough to part runs by."""
    lon = corners[:, :1, 1] / UNIT + wrapped((corners[:, :, 1] - corners[:, :1, 1].astype(np.int64)) / UNIT)
    return np.stack([corners[:, :, 0].mean(axis=1) / UNIT, lon.mean(axis=1)], axis=-1)


def _boxes(
    corners: NDArray[np.int32], reach_m: NDArray[np.float32], begin: Ints, many: Ints
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Return south, north, west and width of the box round each run, millionths of a degree.

    Edges of a frame are straight on the ground, not on a map: the box is widened by how far they may bulge.
    """
    lat = corners[:, :, 0] / UNIT
    base = np.repeat(corners[begin, 0, 1] / UNIT, many)  # Longitudes are counted from the run's first.
    lon = wrapped(corners[:, :, 1] / UNIT - base[:, None])
    reach = np.nan_to_num(reach_m.astype(np.float64)) * 1.0001 / M_PER_DEGREE
    highest = np.minimum(np.abs(lat).max(axis=1) + reach, 90)
    cos = np.maximum(np.cos(np.radians(highest)), 1e-9)
    south = np.minimum.reduceat(lat.min(axis=1) - reach, begin)
    north = np.maximum.reduceat(lat.max(axis=1) + reach, begin)
    west = np.minimum.reduceat(lon.min(axis=1) - reach / cos, begin)
    east = np.maximum.reduceat(lon.max(axis=1) + reach / cos, begin)
    size = np.hypot(north - south, (east - west) * np.maximum.reduceat(cos, begin))
    top = np.maximum.reduceat(highest, begin)
    bulge = np.radians(size) * size / 8 * np.tan(np.radians(np.minimum(top, _POLAR))) + 1e-6
    sideways = bulge / np.cos(np.radians(np.minimum(top + bulge, _POLAR)))
    south, north, west, east = south - bulge, north + bulge, west - sideways, east + sideways
    polar = (top + bulge >= _POLAR) | (east - west >= 180)
    north = np.where((top + bulge >= _POLAR) & (north > 0), 90.0, north)
    south = np.where((top + bulge >= _POLAR) & (south < 0), -90.0, south)
    width = np.where(polar, TURN, np.ceil((east - west) * MICRO) + 2)
    west = np.where(polar, -180.0, west + base[np.append(0, np.cumsum(many)[:-1])])
    return (
        np.floor(np.maximum(south, -90) * MICRO).astype(np.int32),
        np.ceil(np.minimum(north, 90) * MICRO).astype(np.int32),
        np.floor(wrapped(west) * MICRO).astype(np.int32),
        np.minimum(width, TURN).astype(np.int32),
    )


def _none() -> Segments:
    small, whole = np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int64)
    return Segments(
        feed=small, first=whole, many=small, start=whole, end=whole, south=small, north=small, west=small, width=small
    )


def spans(held: Rows) -> Ints:
    """Return the stretches of a recording for which its telemetry says anything, ``(m, 2)`` microseconds, in order."""
    said = held.method != METHODS.index(Method.NONE)
    begin, end = held.media_us[said], held.until_us[said]
    if not len(begin):
        return np.empty((0, 2), dtype=np.int64)
    new = np.flatnonzero(np.append(True, begin[1:] > end[:-1]))
    return np.stack([begin[new], np.maximum.reduceat(end, new)], axis=-1)
