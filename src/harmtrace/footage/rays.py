"""A camera's angles -> the rays through the middle and corners of its frame, cut at the horizon."""

import numpy as np

from harmtrace.footage.geodesy import EARTH_M
from harmtrace.footage.track import Flags, Floats, Track

_CORNER = ((-1, -1), (1, -1), (1, 1), (-1, 1))
"""Right and down of the upper left, upper right, lower right and lower left corner."""


def rays(track: Track) -> Floats:
    """Return the rays of each frame, ``(n, 5, 3)`` north, east, down: its middle, then its corners.

    The platform turns by heading, pitch and roll, the sensor on it by azimuth, elevation and roll, each about the axes
    that the turns before left (MISB ST 0601, tags 5-7 and 18-20). A sensor that states no roll has none.
    """
    body = _turned(track.heading, track.pitch, track.roll)
    head = _turned(track.azimuth, track.elevation, np.nan_to_num(track.turn))
    both = np.einsum("nij,njk->nik", body, head)
    right = both[:, :, 1] * np.tan(np.radians(track.h_fov) / 2)[:, None]
    low = both[:, :, 2] * np.tan(np.radians(track.v_fov) / 2)[:, None]
    rays = np.repeat(both[:, None, :, 0], 5, axis=1)
    for at, (across, down) in enumerate(_CORNER, start=1):
        rays[:, at] += across * right + down * low
    return rays


def _turned(yaw: Floats, pitch: Floats, roll: Floats) -> Floats:
    """Return rotations ``(n, 3, 3)`` whose columns are forward, right and down after yaw, pitch and roll."""
    a, b, c = np.radians(yaw), np.radians(pitch), np.radians(roll)
    sa, ca, sb, cb, sc, cc = np.sin(a), np.cos(a), np.sin(b), np.cos(b), np.sin(c), np.cos(c)
    found = np.empty((len(a), 3, 3))
    found[:, 0, 0], found[:, 0, 1], found[:, 0, 2] = ca * cb, ca * sb * sc - sa * cc, ca * sb * cc + sa * sc
    found[:, 1, 0], found[:, 1, 1], found[:, 1, 2] = sa * cb, sa * sb * sc + ca * cc, sa * sb * cc - ca * sc
    found[:, 2, 0], found[:, 2, 1], found[:, 2, 2] = -sb, cb * sc, cb * cc
    return found


def least_down(above: Floats, least: float) -> Floats:
    """Return how far down a ray must go to count: the stated limit, and a little below the dip of the horizon."""
    return np.sqrt(least**2 + 2 * np.maximum(above, 0) / EARTH_M)


def clipped(every: Floats, least: Floats) -> tuple[Floats, Flags]:
    """Return the rays with those above the limit slid down the edge of the frame to it, and which frames were cut.

    A corner slides down its own side of the frame; where that side sees no ground, along the edge to its neighbour;
    where neither does, it falls together with the other end of its side. What is left is inside what the frame
    shows. A frame whose corners are all above the limit shows no ground: its rays are NaN.
    """
    length = np.sqrt(np.einsum("nij,nij->ni", every, every))
    high = ~(every[:, :, 2] > least[:, None] * length)
    cut = high.any(axis=1)
    rows = np.flatnonzero(cut)
    if not len(rows):
        return every, cut
    ours, up, limit = every[rows], high[rows, 1:], least[rows]
    corner = ours[:, 1:].copy()
    slid = corner.copy()
    beside, across = (3, 2, 1, 0), (1, 0, 3, 2)
    for at in range(4):
        down_side = up[:, at] & ~up[:, beside[at]]
        along = up[:, at] & up[:, beside[at]] & ~up[:, across[at]]
        slid[down_side, at] = _slid(corner[down_side, at], corner[down_side, beside[at]], limit[down_side])
        slid[along, at] = _slid(corner[along, at], corner[along, across[at]], limit[along])
    for at in range(4):
        alone = up[:, at] & up[:, beside[at]] & up[:, across[at]]
        slid[alone, at] = slid[alone, beside[at]]
    slid[up.all(axis=1)] = np.nan
    middle = np.where(high[rows, 0, None], np.nan, ours[:, 0])
    every[rows] = np.concatenate([middle[:, None], slid], axis=1)
    return every, cut


def _slid(high: Floats, low: Floats, limit: Floats) -> Floats:
    """Return the rays between a high and a low one that go down just by the limit; by halving, 30 times."""
    near, far = np.zeros(len(high)), np.ones(len(high))
    for _ in range(30):
        middle = (near + far) / 2
        ray = high + middle[:, None] * (low - high)
        seen = ray[:, 2] > limit * np.sqrt(np.einsum("ij,ij->i", ray, ray))
        near, far = np.where(seen, near, middle), np.where(seen, middle, far)
    found: Floats = high + far[:, None] * (low - high)
    return found
