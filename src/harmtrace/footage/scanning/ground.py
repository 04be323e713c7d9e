"""Ground: how far apart two places of one frame lie, in metres, through the footprint's corners."""

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.footprints import Footprints
from harmtrace.footage.geodesy import EARTH_M

Floats = NDArray[np.float64]
_FRAME = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def metres_apart(
    footprints: Footprints, media_s: float, one: tuple[float, float], other: tuple[float, float]
) -> float | None:
    """Return the distance on the ground of two places of the frame (0 to 1 from the upper left) at a moment.

    None where no footprint with whole corners holds at that moment.
    """
    row = int(np.searchsorted(footprints.media_s, media_s + 1e-6, side="right")) - 1
    if row < 0 or media_s > footprints.until_s[row] or footprints.clipped[row]:
        return None
    corners = footprints.corners[row]
    if not np.isfinite(corners).all():
        return None
    middle = corners.mean(axis=0)
    turn = np.radians(corners - middle)
    flat = np.stack((turn[:, 1] * np.cos(np.radians(middle[0])), turn[:, 0]), axis=1) * EARTH_M
    mapped = _mapped(flat, np.array((one, other)))
    return None if mapped is None else float(np.hypot(*(mapped[0] - mapped[1])))


def _mapped(corners: Floats, places: Floats) -> Floats | None:
    """Return places of the unit square on the ground, by the projection that takes its corners to those given."""
    rows: list[tuple[float, ...]] = []
    for (x, y), (east, north) in zip(_FRAME, corners, strict=True):
        rows.append((x, y, 1, 0, 0, 0, -east * x, -east * y))
        rows.append((0, 0, 0, x, y, 1, -north * x, -north * y))
    try:
        told = np.append(np.linalg.solve(np.array(rows), corners.ravel()), 1.0).reshape(3, 3)
    except np.linalg.LinAlgError:
        return None
    found = np.column_stack((places, np.ones(len(places)))) @ told.T
    if (np.abs(found[:, 2]) < 1e-9).any():
        return None
    flat: Floats = found[:, :2] / found[:, 2:]
    return flat
