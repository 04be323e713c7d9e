"""Runs of footprints, kept in order of the cells of ground and the quarter hours that they fall in (ADR 0017).

A run lies in the cell of the middle of its box, on the level whose cells are at least as large as the box. So a run is
kept once, and what may overlap a place lies in the cells that are within half a cell of it, on each level.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from math import ceil, cos, floor, radians

import numpy as np
from numpy.typing import NDArray

from harmtrace.errors import FootageError
from harmtrace.footage.columns import Array
from harmtrace.footage.geodesy import EARTH_M

Ints = NDArray[np.int64]
Smalls = NDArray[np.int32]
Floats = NDArray[np.float64]

M_PER_DEGREE = EARTH_M * np.pi / 180
MICRO = 1_000_000
"""Boxes are kept in millionths of a degree, 0.11 m."""
TURN = 360 * MICRO
_SIZES_M = tuple(1_000.0 * 2**power for power in range(10))
_BUCKET_MS = 900_000
_BUCKETS = 1 << 24
_BEFORE = 1 << 22  # Buckets before 1970, so that none is negative.
_LOOSE_S = 300.0
_ALL = 0
_MOST_CELLS = 4_096
_POLAR = 89.9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Segments:
    """Runs of footprints of one feed each, columns of length n.

    Attributes:
        feed: number of the feed.
        first, many: number of its first row, and how many rows.
        start, end: milliseconds since 1970 by the feed's own clock; ``start`` rounded down, ``end`` up.
        south, north, west, width: a box round all its footprints, millionths of a degree; it runs ``width`` eastwards
            from ``west``, over the antimeridian where it must.
    """

    feed: Smalls
    first: Ints
    many: Smalls
    start: Ints
    end: Ints
    south: Smalls
    north: Smalls
    west: Smalls
    width: Smalls

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.feed)

    def at(self, rows: Ints) -> "Segments":
        """Return some of them."""
        return Segments(**{one.name: getattr(self, one.name)[rows] for one in fields(self)})

    @classmethod
    def joined(cls, parts: list["Segments"]) -> "Segments":
        """Return several as one."""
        return cls(**{one.name: np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(cls)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place and a time that are asked for.

    Attributes:
        south, north, west, width: millionths of a degree, as in ``Segments``.
        start, end: milliseconds since 1970; ``sigmas``: by how many standard deviations of a feed's clock to widen.
    """

    south: int
    north: int
    west: int
    width: int
    start: int
    end: int
    sigmas: float

    @classmethod
    def around(
        cls, latitude: float, longitude: float, radius_m: float, *, start: int, end: int, sigmas: float
    ) -> "Box":
        """Return the box round a disc."""
        up = radius_m * 1.0001 / M_PER_DEGREE
        highest = min(90.0, abs(latitude) + up)
        across = 180.0 if highest >= _POLAR else min(180.0, up / cos(radians(highest)))
        return cls(
            south=floor((latitude - up) * MICRO) - 1,
            north=ceil((latitude + up) * MICRO) + 1,
            west=floor((longitude - across) * MICRO) - 1,
            width=min(TURN, ceil(2 * across * MICRO) + 2),
            start=start,
            end=end,
            sigmas=sigmas,
        )


class Index:
    """Segments in the order of their keys, and what finds those that may meet a box.

    ``sigma_s`` is the largest standard deviation of each feed's clock.
    """

    def __init__(self, keys: Ints, segments: Segments, sigma_s: Floats) -> None:
        self._keys = keys
        self.segments = segments
        self.sigma_s = sigma_s
        narrow = sigma_s[sigma_s <= _LOOSE_S]
        self._most_s = float(narrow.max()) if len(narrow) else 0.0
        self._levels = self._held()

    @classmethod
    def of(cls, segments: Segments, sigma_s: Floats) -> "Index":
        """Return the index of segments in any order."""
        keys = _keys(segments, sigma_s)
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], segments.at(order), sigma_s)

    def columns(self) -> dict[str, Array]:
        """Return all that it holds as columns, to be kept."""
        kept: dict[str, Array] = {"keys": self._keys, "sigma_s": self.sigma_s}
        return kept | {f"segment_{one.name}": getattr(self.segments, one.name) for one in fields(Segments)}

    @classmethod
    def from_columns(cls, columns: Mapping[str, Array]) -> "Index":
        """Return the index that some columns hold.

        Raises:
            FootageError: one is missing, or they are not of one length.
        """
        names = [f"segment_{one.name}" for one in fields(Segments)]
        if missing := [name for name in ("keys", "sigma_s", *names) if name not in columns]:
            raise FootageError(f"expected an index of footage, found no column {missing[0]!r}")
        if len({len(columns[name]) for name in ("keys", *names)}) != 1:
            raise FootageError("expected an index of footage, found columns of several lengths")
        held = {one.name: columns[f"segment_{one.name}"] for one in fields(Segments)}
        return cls(columns["keys"], Segments(**held), columns["sigma_s"])  # type: ignore[arg-type]

    def find(self, box: Box) -> Ints:
        """Return the numbers of the segments whose box and widened time meet the box asked for, in order."""
        near, found = self._near(box), self.segments
        # What is far in latitude goes first, as that is asked with the fewest columns.
        near = near[(found.north[near] >= box.south) & (found.south[near] <= box.north)]
        slack = self.sigma_s[found.feed[near]] * (1_000 * box.sigmas)
        near = near[(found.end[near] + slack >= box.start) & (found.start[near] - slack <= box.end)]
        off = (found.west[near].astype(np.int64) - box.west) % TURN
        return near[(off <= box.width) | (off + found.width[near] >= TURN)]

    def _near(self, box: Box) -> Ints:
        """Return the numbers of the segments in the cells that may hold what meets the box."""
        slack = self._most_s * 1_000 * box.sigmas
        early = max(1, int((box.start - slack) // _BUCKET_MS) - 1 + _BEFORE)
        late = min(_BUCKETS - 1, int((box.end + slack) // _BUCKET_MS) + _BEFORE) + 1
        edges = list[tuple[int, int]]()
        for level, timed, loose in self._levels:
            for cell, until in _cells(level, box):
                base = cell * _BUCKETS
                if until != cell:  # Too many cells to be asked one by one: all of them, at any time.
                    edges.append((base, (until + 1) * _BUCKETS))
                    continue
                if loose:
                    edges.append((base + _ALL, base + _ALL + 1))
                if timed:
                    edges.append((base + early, base + late))
        edges.sort()
        ends = self._keys.searchsorted(np.array(edges, dtype=np.int64))
        stretches = [(low, high) for low, high in ends.tolist() if low < high] if len(edges) else []
        if not stretches:
            return np.empty(0, dtype=np.int64)
        if len(stretches) == 1:
            return np.arange(*stretches[0], dtype=np.int64)
        return np.concatenate([np.arange(low, high, dtype=np.int64) for low, high in stretches])

    def _held(self) -> list[tuple[int, bool, bool]]:
        """Return the levels that hold anything: their number, and whether segments by time, and for all times."""
        held = []
        for level in range(len(_SIZES_M) + 1):
            low, high = np.searchsorted(self._keys, [_BASES[level] * _BUCKETS, _BASES[level + 1] * _BUCKETS])
            if low == high:
                continue
            timed = loose = False
            for part in _parts(self._keys[low:high]):
                bucket = part & (_BUCKETS - 1)
                timed, loose = timed or bool(bucket.any()), loose or bool((bucket == _ALL).any())
                if timed and loose:
                    break
            held.append((level, timed, loose))
        return held


def _parts(column: Ints) -> Iterator[Ints]:
    for at in range(0, len(column), 1 << 18):
        yield column[at : at + (1 << 18)]


@cache
def _shape(level: int) -> tuple[float, int, int]:
    """Return the height of a level's cells in degrees, its rows, and the most cells that a row may have."""
    up = _SIZES_M[level] / M_PER_DEGREE
    return up, ceil(180 / up), ceil(360 / up)


def _bases() -> tuple[int, ...]:
    """Return the number of the first cell of each level; the last level is one cell for everything."""
    found = [0]
    for level in range(len(_SIZES_M)):
        _, rows, columns = _shape(level)
        found.append(found[-1] + rows * columns)
    return (*found, found[-1] + 1)


_BASES = _bases()


@lru_cache(maxsize=1 << 16)
def _columns_of(level: int, row: int) -> int:
    """Return how many cells a row has: fewer towards the poles, so that none is narrower than it is high."""
    up, _, most = _shape(level)
    highest = min(90.0, max(abs(row * up - 90), abs((row + 1) * up - 90)))
    return max(1, min(most, floor(360 * cos(radians(highest)) / up)))


def _cells(level: int, box: Box) -> Iterator[tuple[int, int]]:
    """Yield the cells of a level whose segments may meet a box, or one stretch of cells where they are too many."""
    base = _BASES[level]
    if level == len(_SIZES_M):
        yield base, base
        return
    up, rows, most = _shape(level)
    south, north = box.south / MICRO, box.north / MICRO
    first = max(0, floor((south - up / 2 + 90) / up))
    last = min(rows - 1, floor((north + up / 2 + 90) / up))
    highest = max(abs(south - up), abs(north + up))
    wide = 360.0 if highest >= _POLAR else min(360.0, box.width / MICRO + up / cos(radians(highest)))
    if (last - first + 1) * ceil(wide / up) > _MOST_CELLS:
        yield base + first * most, base + (last + 1) * most - 1
        return
    west = box.west / MICRO - (wide - box.width / MICRO) / 2 + 180
    for row in range(first, last + 1):
        columns = _columns_of(level, row)
        across = 360 / columns
        from_, to = floor(west / across), floor((west + wide) / across)
        for column in range(from_, min(to, from_ + columns - 1) + 1):
            cell = base + row * most + column % columns
            yield cell, cell


def _keys(segments: Segments, sigma_s: Floats) -> Ints:
    """Return each segment's key: the cell of the middle of its box, then the quarter hour in which it begins."""
    found = np.empty(len(segments), dtype=np.int64)
    for start in range(0, len(segments), 1 << 18):
        part = segments.at(np.arange(start, min(len(segments), start + (1 << 18))))
        found[start : start + len(part)] = _cell_of(part) * _BUCKETS + _bucket_of(part, sigma_s)
    return found


def _bucket_of(part: Segments, sigma_s: Floats) -> Ints:
    """Return the quarter hour that a segment begins in; none where its clock is loose or it lasts longer than one."""
    bucket = np.clip(part.start // _BUCKET_MS + _BEFORE, 1, _BUCKETS - 1)
    loose = (sigma_s[part.feed] > _LOOSE_S) | (part.end - part.start > _BUCKET_MS)
    found: Ints = np.where(loose, _ALL, bucket)
    return found


def _cell_of(part: Segments) -> Ints:
    south, north = part.south / MICRO, part.north / MICRO
    crossing = (south <= 0) & (north >= 0)
    lowest = np.where(crossing, 0.0, np.minimum(np.abs(south), np.abs(north)))
    wide_m = part.width / MICRO * M_PER_DEGREE * np.cos(np.radians(np.minimum(lowest, 90)))
    size = np.maximum((north - south) * M_PER_DEGREE, wide_m)
    level = np.searchsorted(np.array(_SIZES_M), size)
    middle = np.clip((south + north) / 2, -90, 90)
    east = np.mod((part.west + part.width / 2) / MICRO + 180, 360)
    found = np.full(len(part), _BASES[-2], dtype=np.int64)
    for at in np.unique(level):
        if at == len(_SIZES_M):
            continue
        up, rows, most = _shape(int(at))
        own = np.flatnonzero(level == at)
        row = np.minimum(np.floor((middle[own] + 90) / up).astype(np.int64), rows - 1)
        table = np.array([_columns_of(int(at), one) for one in range(int(row.min()), int(row.max()) + 1)])
        columns = table[row - row.min()]
        column = np.minimum(np.floor(east[own] / (360 / columns)).astype(np.int64), columns - 1)
        found[own] = _BASES[at] + row * most + column
    return found
