"""The time zone of a point, offline: that of the nearest town of GeoNames, in the same country where it is known."""

import json
import logging
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from harmtrace.intake.geonames import raw

_LOG = logging.getLogger(__name__)
_TOWNS: Final = "cities15000.json"
_FAR_M: Final = 1_000_000


class Zones:
    """Time zones by the nearest town above 15,000 people; read when first asked, answers remembered."""

    def __init__(self) -> None:
        self._known: dict[tuple[float, float], str | None] = {}

    def of(self, latitude: float, longitude: float) -> str | None:
        """Return the IANA zone of a point; None more than 1,000 km from any town.

        >>> Zones().of(36.34, 43.12)
        'Asia/Baghdad'
        """
        key = round(latitude, 1), round(longitude, 1)
        if key not in self._known:
            self._known[key] = self._nearest(*key)
        return self._known[key]

    def _nearest(self, latitude: float, longitude: float) -> str | None:
        points, zones = self._towns
        north = np.radians(points[:, 0] - latitude)
        east = np.radians((points[:, 1] - longitude + 180) % 360 - 180) * np.cos(np.radians(latitude))
        apart = np.hypot(north, east) * 6_371_008.8
        nearest = int(np.argmin(apart))
        return zones[nearest] if float(apart[nearest]) < _FAR_M else None

    @cached_property
    def _towns(self) -> tuple[NDArray[np.float64], list[str]]:
        towns = [one for one in json.loads(raw(_TOWNS)).values() if one.get("timezone")]
        _LOG.debug("%d towns with a time zone", len(towns))
        points = np.array([(one["latitude"], one["longitude"]) for one in towns], dtype=np.float64)
        return points, [str(one["timezone"]) for one in towns]
