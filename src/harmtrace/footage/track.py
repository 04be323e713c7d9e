"""Track: where a feed looked over time, as columns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """What the telemetry of one feed says of its pointing, one row a packet, in the order of the stream.

    Every array has the shape ``(n,)``, corners ``(n, 4, 2)``; NaN where the packet does not say
    or says "out of range".

    Attributes:
        media_s: seconds from the feed's first frame (the packet's PTS); from ``stated_s`` where it has no PTS.
        stated_s: the packet's own time (tag 2), seconds since 1970, as stated: UTC or MISP is the clock's matter.
        latitude, longitude: of the sensor, WGS 84, degrees; ``altitude``: metres.
        heading, pitch, roll: of the platform, degrees; ``azimuth``, ``elevation``, ``turn``: of the sensor,
            relative to it.
        h_fov, v_fov: degrees; ``slant``: slant range, metres; ``width``: target width, metres.
        centre_latitude, centre_longitude: frame centre, degrees; ``ground``: its elevation, metres.
        altitude_hae, ground_hae: where those metres are above the ellipsoid (tags 75, 78) and not above the sea (tags
            15, 25); None where none is.
        corners: full corners (tags 82-89), latitude and longitude, in the order of the standard: upper left, upper
            right, lower right, lower left; ``offset_corners``: the same from tags 26-33 with the centre added.
    """

    media_s: Floats
    stated_s: Floats
    latitude: Floats
    longitude: Floats
    altitude: Floats
    heading: Floats
    pitch: Floats
    roll: Floats
    azimuth: Floats
    elevation: Floats
    turn: Floats
    h_fov: Floats
    v_fov: Floats
    slant: Floats
    width: Floats
    centre_latitude: Floats
    centre_longitude: Floats
    ground: Floats
    corners: Floats
    offset_corners: Floats
    altitude_hae: Flags | None = None
    ground_hae: Flags | None = None

    def __len__(self) -> int:
        """Return the number of packets."""
        return len(self.media_s)
