"""Tracks and feeds of invented cameras, for the tests of what footage saw."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

import numpy as np

from harmtrace.footage.track import Floats, Track
from harmtrace.records.footage import Basis, Clock, Feed
from harmtrace.records.text import Sha256

NOON = datetime(2031, 5, 3, 12, tzinfo=UTC)


def track(many: int, *, every_s: float = 1.0, **columns: object) -> Track:
    """Return a track of ``many`` packets; what is not given is not in the telemetry."""
    found: dict[str, object] = {}
    for one in fields(Track):
        if one.name.endswith("_hae"):
            continue
        shape = (many, 4, 2) if one.name.endswith("corners") else (many,)
        found[one.name] = np.full(shape, np.nan)
        if one.name in columns:
            found[one.name] = np.broadcast_to(np.asarray(columns[one.name], dtype=np.float64), shape).copy()
    if "media_s" not in columns:
        found["media_s"] = np.arange(many) * every_s
    for name in ("altitude_hae", "ground_hae"):
        if name in columns:
            found[name] = np.broadcast_to(np.asarray(columns[name], dtype=np.bool_), (many,)).copy()
    return Track(**found)  # type: ignore[arg-type]


def looking_down(many: int = 1, *, every_s: float = 1.0, **columns: object) -> Track:
    """Return the track of a camera 1,000 m above level ground that looks straight down, north up, 90 degrees wide."""
    given: dict[str, object] = {
        "latitude": 10.0, "longitude": 20.0, "altitude": 1_000.0, "ground": 0.0, "heading": 0.0, "pitch": 0.0,
        "roll": 0.0, "azimuth": 0.0, "elevation": -90.0, "turn": 0.0, "h_fov": 90.0, "v_fov": 90.0,
    }  # fmt: skip
    return track(many, every_s=every_s, **(given | columns))


def square(latitude: float, longitude: float, half_m: float = 100.0) -> Floats:
    """Return the corners of a square, north up, round a point."""
    up = half_m / 111_195.0
    across = up / float(np.cos(np.radians(latitude)))
    return np.array(
        [
            [latitude + up, longitude - across],
            [latitude + up, longitude + across],
            [latitude - up, longitude + across],
            [latitude - up, longitude - across],
        ]
    )


def feed(
    name: str,
    *,
    start: datetime | None = NOON,
    duration_s: float | None = 60.0,
    sigma_s: float = 0.0,
    drift: float = 0.0,
    at: tuple[float, float] | None = None,
    kind: str = "video",
) -> Feed:
    """Return a feed of 640 by 480 pixels."""
    return Feed(
        id=name,
        sha256=Sha256("0" * 64),
        name=f"{name}.ts",
        kind=kind,
        duration_s=duration_s,
        frames=None,
        width=640,
        height=480,
        rate=30.0,
        codec="h264",
        clock=Clock(basis=Basis.GPS if start is not None else Basis.NONE, start=start, sigma_s=sigma_s, drift=drift),
        latitude=None if at is None else at[0],
        longitude=None if at is None else at[1],
    )


def after(seconds: float) -> datetime:
    """Return the moment some seconds after noon."""
    return NOON + timedelta(seconds=seconds)
