"""Which incidents and strikes meet in time and place: an equi-join on cells of ground and days, in numpy."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_EARTH_M = 6_371_008.8  # mean radius, IUGG
_M_PER_DEGREE = _EARTH_M * np.pi / 180
_CLASSES_M = (500, 2_000, 5_000, 10_000, 30_000, 100_000, 400_000, 2_000_000)
_BATCH = 50_000
_LEAST_M = 1_000.0
_MOST_DAYS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Points with a radius and a stretch of days each; days are whole numbers since 1970-01-01."""

    first: Ints
    last: Ints
    latitude: Floats
    longitude: Floats
    radius_m: Floats

    @classmethod
    def of(cls, rows: list[tuple[int, int, float, float, float]]) -> "Column":
        """Return the column of some rows: first day, last day, latitude, longitude, radius."""
        table = np.array(rows, dtype=np.float64).reshape(len(rows), 5)
        return cls(
            first=table[:, 0].astype(np.int64),
            last=table[:, 1].astype(np.int64),
            latitude=table[:, 2],
            longitude=table[:, 3],
            radius_m=table[:, 4],
        )

    def __len__(self) -> int:
        return len(self.first)

    def at(self, rows: Ints) -> "Column":
        """Return some of its rows."""
        return Column(
            first=self.first[rows],
            last=self.last[rows],
            latitude=self.latitude[rows],
            longitude=self.longitude[rows],
            radius_m=self.radius_m[rows],
        )


def metres(a_lat: Floats, a_lon: Floats, b_lat: Floats, b_lon: Floats) -> Floats:
    """Return great-circle distances between points in degrees, on a sphere."""
    south, north = np.radians(a_lat), np.radians(b_lat)
    half = np.radians(b_lon - a_lon) / 2
    h = np.sin((north - south) / 2) ** 2 + np.cos(south) * np.cos(north) * np.sin(half) ** 2
    found: Floats = 2 * _EARTH_M * np.arcsin(np.minimum(1.0, np.sqrt(h)))
    return found


def reach(a_m: Floats, b_m: Floats) -> Floats:
    """Return how far apart two points may lie and still be near: both radii, 1,000 metres at least."""
    found: Floats = np.maximum(a_m + b_m, _LEAST_M)
    return found


def pairs(a: Column, b: Column, *, slack_days: int = 1, stretch: float = 1.0) -> tuple[Ints, Ints, Floats]:
    """Return the pairs that meet, as rows of ``a``, rows of ``b``, and metres, sorted by ``a``, then ``b``.

    They meet where their days are no more than ``slack_days`` apart and their points no more than ``stretch``
    times their ``reach``. Both sides are parted by radius, so that one wide place does not widen all cells.
    """
    found = [np.empty((2, 0), dtype=np.int64)]
    far = [np.empty(0)]
    for ours, a_m in _classes(a):
        for theirs, b_m in _classes(b):
            for i, j, apart in _meeting(
                a.at(ours), b.at(theirs), max(a_m + b_m, _LEAST_M) * stretch, slack_days, stretch
            ):
                found.append(np.stack([ours[i], theirs[j]]))
                far.append(apart)
    both, apart = np.concatenate(found, axis=1), np.concatenate(far)
    order = np.lexsort((both[1], both[0]))
    return both[0][order], both[1][order], apart[order]


def _classes(column: Column) -> Iterator[tuple[Ints, float]]:
    """Yield the rows of each class of radius that there are, with its largest radius."""
    edges = np.array(_CLASSES_M, dtype=np.float64)
    kind = np.searchsorted(edges, column.radius_m)
    for one in np.unique(kind):
        rows = np.flatnonzero(kind == one)
        yield rows, float(column.radius_m[rows].max())


def _meeting(
    a: Column, b: Column, cell_m: float, slack_days: int, stretch: float
) -> Iterator[tuple[Ints, Ints, Floats]]:
    grid = _Grid(a, b, cell_m)
    held, days = _spread(b.first, b.last)
    keys = grid.key(days, grid.across(b.longitude[held]), grid.up(b.latitude[held]))
    order = np.argsort(keys, kind="stable")
    keys, held = keys[order], held[order]
    for start in range(0, len(a), _BATCH):
        part = np.arange(start, min(start + _BATCH, len(a)), dtype=np.int64)
        asked, on = _spread(a.first[part] - slack_days, a.last[part] + slack_days)
        asked = part[asked]
        across, up = grid.across(a.longitude[asked]), grid.up(a.latitude[asked])
        every = []
        for side in grid.sides:
            column = np.mod(across + side, grid.columns)
            low = np.searchsorted(keys, grid.key(on, column, up - 1), side="left")
            high = np.searchsorted(keys, grid.key(on, column, up + 1), side="right")
            every.append(_expanded(asked, low, high))
        i = np.concatenate([ours for ours, _ in every])
        j = held[np.concatenate([at for _, at in every])]
        yield _checked(a, b, i, j, slack_days, stretch)


class _Grid:
    """Cells at least ``cell_m`` wide everywhere that the points lie, numbered so that neighbours to the north follow."""

    def __init__(self, a: Column, b: Column, cell_m: float) -> None:
        highest = min(89.0, max(_highest(a.latitude), _highest(b.latitude)) + cell_m / _M_PER_DEGREE)
        self._up = cell_m / _M_PER_DEGREE
        wide = min(360.0, self._up / max(0.01, float(np.cos(np.radians(highest)))))
        self.columns = max(1, int(360.0 // wide))
        self._across = 360.0 / self.columns
        self.sides = (-1, 0, 1) if self.columns >= 3 else tuple(range(self.columns))
        self._rows = int(180.0 / self._up) + 4

    def up(self, latitude: Floats) -> Ints:
        return np.floor((latitude + 90.0) / self._up).astype(np.int64) + 1

    def across(self, longitude: Floats) -> Ints:
        return np.mod(np.floor((longitude + 180.0) / self._across).astype(np.int64), self.columns)

    def key(self, day: Ints, across: Ints, up: Ints) -> Ints:
        return ((day + 1_000_000) * self.columns + across) * self._rows + up


def _highest(latitude: Floats) -> float:
    return float(np.abs(latitude).max()) if len(latitude) else 0.0


def _spread(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Return each row as often as it has days, with the days; at most so many, from the first on."""
    many = np.clip(last - first + 1, 1, _MOST_DAYS)
    rows = np.repeat(np.arange(len(first), dtype=np.int64), many)
    begins = np.concatenate([[0], np.cumsum(many)[:-1]])
    days: Ints = np.arange(len(rows), dtype=np.int64) - np.repeat(begins, many) + first[rows]
    return rows, days


def _expanded(asked: Ints, low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Return the rows that asked, once for each place from ``low`` to ``high``, and those places."""
    many = high - low
    some = np.flatnonzero(many)
    many, low = many[some], low[some]
    begins = np.concatenate([[0], np.cumsum(many)[:-1]]) if len(many) else np.empty(0, dtype=np.int64)
    at = np.arange(int(many.sum()), dtype=np.int64) - np.repeat(begins, many) + np.repeat(low, many)
    return np.repeat(asked[some], many), at


def _checked(a: Column, b: Column, i: Ints, j: Ints, slack_days: int, stretch: float) -> tuple[Ints, Ints, Floats]:
    """Return the pairs that truly meet, each once."""
    near = np.abs(a.latitude[i] - b.latitude[j]) * _M_PER_DEGREE <= stretch * reach(a.radius_m[i], b.radius_m[j])
    i, j = i[near], j[near]
    apart = metres(a.latitude[i], a.longitude[i], b.latitude[j], b.longitude[j])
    meet = apart <= stretch * reach(a.radius_m[i], b.radius_m[j])
    meet &= (a.first[i] - slack_days <= b.last[j]) & (b.first[j] <= a.last[i] + slack_days)
    i, j, apart = i[meet], j[meet], apart[meet]
    _, once = np.unique(i * np.int64(len(b) + 1) + j, return_index=True)
    return i[once], j[once], apart[once]
