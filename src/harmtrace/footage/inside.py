"""Footprints and a place -> which of them show it, and how much of it stands in the frame."""

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.geodesy import ecef, plane
from harmtrace.footage.runs import UNIT, Rows

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_WIDEST_M = 2_000_000.0
_LEAST_SHARE = 0.01


def _disc() -> Floats:
    """Return 19 points that part a disc of radius 1 evenly: its middle, a ring of 6, a ring of 12."""
    rings = [np.zeros((1, 2))]
    for many, reach in ((6, np.sqrt(4 / 19)), (12, np.sqrt(13 / 19))):
        turn = 2 * np.pi * np.arange(many) / many
        rings.append(reach * np.stack([np.cos(turn), np.sin(turn)], axis=-1))
    return np.concatenate(rings)


_DISC = _disc()


def shown(rows: Rows, latitude: float, longitude: float, radius_m: float) -> tuple[Flags, Floats]:
    """Return which rows show any part of a disc on the ground, and how much of it: a share from 0 to 1.

    A frame is the four-sided figure of its corners on the plane that touches the ground at the place; corners more than
    2,000 km away show nothing here. The share is counted on 19 points of the disc where its edge crosses a frame's.
    """
    corners = rows.corners / UNIT
    points, away = plane(latitude, longitude, ecef(corners[..., 0], corners[..., 1]))
    near = rows.ground & (away < _WIDEST_M).all(axis=1)
    circle = np.isfinite(rows.reach_m)
    share = np.zeros(len(rows))
    frames = np.flatnonzero(near & ~circle)
    if len(frames):
        share[frames] = _in_frames(points[frames], radius_m)
    circles = np.flatnonzero(near & circle)
    if len(circles):
        share[circles] = _in_circles(points[circles, 0], rows.reach_m[circles].astype(np.float64), radius_m)
    return share > 0, share


def coarser(rows: Rows, latitude: float, longitude: float) -> Floats:
    """Return how much coarser the picture is at a place than in the mean of its frame; 1 where that is not known.

    The four corners of frame and ground fix a projective map; its areas at the place and over the whole frame are
    compared (Heckbert 1989, section 2.2.3). A place beside the frame counts as its nearest edge.
    """
    corners = rows.corners / UNIT
    x, y = np.moveaxis(plane(latitude, longitude, ecef(corners[..., 0], corners[..., 1]))[0], -1, 0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        ax, ay, bx, by = x[:, 1] - x[:, 2], y[:, 1] - y[:, 2], x[:, 3] - x[:, 2], y[:, 3] - y[:, 2]
        sx, sy = x[:, 0] - x[:, 1] + x[:, 2] - x[:, 3], y[:, 0] - y[:, 1] + y[:, 2] - y[:, 3]
        whole = ax * by - bx * ay
        g, h = (sx * by - bx * sy) / whole, (ax * sy - sx * ay) / whole
        a, b = x[:, 1] * (1 + g) - x[:, 0], x[:, 3] * (1 + h) - x[:, 0]
        d, e = y[:, 1] * (1 + g) - y[:, 0], y[:, 3] * (1 + h) - y[:, 0]
        c, f = x[:, 0], y[:, 0]
        # The place is the origin of the plane: where in the frame does it stand?
        depth = a * e - b * d
        u = np.clip((b * f - c * e) / depth, 0, 1)
        v = np.clip((c * d - a * f) / depth, 0, 1)
        det = a * (e - f * h) - b * (d - f * g) + c * (d * h - e * g)
        area = np.abs((x[:, 2] - x[:, 0]) * (y[:, 3] - y[:, 1]) - (y[:, 2] - y[:, 0]) * (x[:, 3] - x[:, 1])) / 2
        found = np.sqrt(np.abs(det / (g * u + h * v + 1) ** 3) / area)
    return np.where(np.isfinite(found) & np.isnan(rows.reach_m), found, 1.0)


def _in_frames(points: Floats, radius_m: float) -> Floats:
    inside, apart = _from_edges(points, np.zeros((1, 2)))
    whole = inside[:, 0] & (apart[:, 0] >= radius_m)
    touched = inside[:, 0] | (apart[:, 0] <= radius_m)
    share: Floats = whole.astype(np.float64)
    partly = np.flatnonzero(touched & ~whole)
    if len(partly):
        within, _ = _from_edges(points[partly], _DISC * radius_m)
        share[partly] = np.maximum(within.mean(axis=1), _LEAST_SHARE)
    return share


def _from_edges(points: Floats, at: Floats) -> tuple[Flags, Floats]:
    """Return for ``(n, 4, 2)`` figures and ``(m, 2)`` points: which lie inside, and how far from the edge."""
    x, y = at[None, :, 0], at[None, :, 1]
    inside = np.zeros((len(points), len(at)), dtype=np.bool_)
    apart = np.full(inside.shape, np.inf)
    for one in range(4):
        ax, ay = points[:, one, 0, None], points[:, one, 1, None]
        bx, by = points[:, one - 1, 0, None], points[:, one - 1, 1, None]
        dx, dy = bx - ax, by - ay
        side = dx * (y - ay) - dy * (x - ax)
        inside ^= ((ay > y) != (by > y)) & ((side < 0) == (dy < 0)) & (side != 0)
        along = np.clip(((x - ax) * dx + (y - ay) * dy) / np.maximum(dx * dx + dy * dy, 1e-9), 0, 1)
        apart = np.minimum(apart, np.hypot(ax + along * dx - x, ay + along * dy - y))
    return inside, apart


def _in_circles(middle: Floats, reach: Floats, radius_m: float) -> Floats:
    apart = np.hypot(middle[:, 0], middle[:, 1])
    share = np.where(apart + radius_m <= reach, 1.0, 0.0)
    partly = np.flatnonzero((apart <= reach + radius_m) & (share == 0))
    if len(partly):
        disc = _DISC * radius_m
        off = np.hypot(middle[partly, 0, None] - disc[None, :, 0], middle[partly, 1, None] - disc[None, :, 1])
        share[partly] = np.maximum((off <= reach[partly, None]).mean(axis=1), _LEAST_SHARE)
    return share
