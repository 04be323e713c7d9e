"""Points on the earth for whole columns: degrees, metres from the earth's centre, rays that meet the ground."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

A_M = 6_378_137.0
"""Semi-major axis of WGS 84."""
B_M = 6_356_752.314245
"""Semi-minor axis of WGS 84."""
_E2 = 1 - (B_M / A_M) ** 2
_EP2 = (A_M / B_M) ** 2 - 1
EARTH_M = 6_371_008.8
"""Mean radius, IUGG."""


def ecef(latitude: Floats, longitude: Floats, height: Floats | float = 0.0) -> Floats:
    """Return points as metres from the earth's centre, ``(..., 3)``."""
    lat, lon = np.radians(latitude), np.radians(longitude)
    sin = np.sin(lat)
    cos = np.cos(lat)
    normal = A_M / np.sqrt(1 - _E2 * sin * sin)
    out = np.empty((*np.shape(lat), 3))
    across = (normal + height) * cos
    out[..., 0] = across * np.cos(lon)
    out[..., 1] = across * np.sin(lon)
    out[..., 2] = (normal * (1 - _E2) + height) * sin
    return out


def degrees(points: Floats) -> Floats:
    """Return latitude and longitude of points near the ground, ``(..., 2)`` (Bowring 1976; under 1 mm below 20 km)."""
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    across = np.sqrt(x * x + y * y)
    up, out = z * A_M, across * B_M
    whole = np.sqrt(up * up + out * out)
    sin, cos = up / whole, out / whole
    found = np.empty((*np.shape(x), 2))
    found[..., 0] = np.degrees(np.arctan2(z + _EP2 * B_M * sin**3, across - _E2 * A_M * cos**3))
    found[..., 1] = np.degrees(np.arctan2(y, x))
    return found


def axes(latitude: Floats, longitude: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the unit vectors north, east and down at points, each ``(..., 3)``."""
    lat, lon = np.radians(latitude), np.radians(longitude)
    sin, cos, sin_lon, cos_lon = np.sin(lat), np.cos(lat), np.sin(lon), np.cos(lon)
    zero = np.zeros_like(sin)
    north = np.stack([-sin * cos_lon, -sin * sin_lon, cos], axis=-1)
    east = np.stack([-sin_lon, cos_lon, zero], axis=-1)
    down = np.stack([-cos * cos_lon, -cos * sin_lon, -sin], axis=-1)
    return north, east, down


def plane(latitude: float, longitude: float, points: Floats) -> tuple[Floats, Floats]:
    """Return where points of the earth lie on the plane that touches it at a place: metres east and north.

    Right to a centimetre within 10 km of the place, and to 0.1 % within 300 km. The second column is the straight
    distance from the place: points beyond the earth's curve fold back onto the plane.
    """
    lat, lon = np.array(latitude, dtype=np.float64), np.array(longitude, dtype=np.float64)
    north, east, _ = axes(lat, lon)
    off = points - ecef(lat, lon)
    return off @ np.stack([east, north], axis=-1), np.sqrt(np.einsum("...i,...i->...", off, off))


def meet(start: Floats, ways: Floats, height: Floats) -> tuple[Floats, Floats]:
    """Return where rays meet the ground at a height above the ellipsoid, and how far that is; NaN where they miss it.

    ``start`` and ``ways`` are ``(n, 3)``, ``height`` ``(n,)``; the distance is in lengths of ``ways``.
    """
    flat = np.stack([A_M + height, A_M + height, B_M + height], axis=-1)
    p, d = start / flat, ways / flat
    dd = np.einsum("ij,ij->i", d, d)
    pd = np.einsum("ij,ij->i", p, d)
    rest = np.einsum("ij,ij->i", p, p) - 1
    with np.errstate(invalid="ignore", divide="ignore"):
        root = np.sqrt(pd * pd - dd * rest)
        far = (-pd - root) / dd
        far = np.where(far > 0, far, np.nan)
    return start + far[:, None] * ways, far


def wrapped(longitude: Floats) -> Floats:
    """Return longitudes in [-180, 180).

    >>> wrapped(np.array([181.0, -180.0, 540.0])).tolist()
    [-179.0, -180.0, -180.0]
    """
    found: Floats = np.mod(longitude + 180.0, 360.0) - 180.0
    return found
