"""MISB ST 0601 packets that say where a script's camera looked: straight down, at the ground that the picture shows."""

from datetime import datetime

import numpy as np

from tools.misb import packet
from tools.synthetic_footage.encoding import CLOCK, Unit
from tools.synthetic_footage.rendering import Camera, Renderer

# Metres on the ground of one ground pixel; the sensor's height above it; the ground's above the sea.
METRES = 0.5
HEIGHT_M, GROUND_M = 1_500.0, 210.0
_AXIS, _SQUARED = 6_378_137.0, 6.694_379_990_14e-3  # WGS 84


def position(latitude: float, longitude: float, camera: Camera) -> tuple[float, float]:
    """Return latitude and longitude of a camera's ground point; ground pixel (0, 0) lies at those given."""
    return ground_position(latitude, longitude, camera.x, camera.y)


def ground_position(latitude: float, longitude: float, x: float, y: float) -> tuple[float, float]:
    """Return latitude and longitude of a ground pixel; (0, 0) lies at those given, north is up."""
    sine = np.sin(np.radians(latitude))
    across = _AXIS / np.sqrt(1 - _SQUARED * sine**2)
    along = across * (1 - _SQUARED) / (1 - _SQUARED * sine**2)
    north, east = -y * METRES, x * METRES
    return (
        latitude + float(np.degrees(north / along)),
        longitude + float(np.degrees(east / (across * np.cos(np.radians(latitude))))),
    )


def fields(
    renderer: Renderer, t: float, *, latitude: float, longitude: float, start: datetime
) -> dict[int, float | int | str | bytes]:
    """Return what one packet says, by tag, in degrees, metres and microseconds."""
    script, camera = renderer.script, renderer.camera(t)
    centre = position(latitude, longitude, camera)
    wide, high = (side * METRES / camera.scale for side in (script.width, script.height))
    found: dict[int, float | int | str | bytes] = {
        2: round((start.timestamp() + t) * 1e6),
        3: "SYNTHETIC",
        10: "INVENTED",
        11: "IR" if script.infrared else "EO",
        5: 0.0,
        6: 0.0,
        7: 0.0,
        13: centre[0],
        14: centre[1],
        15: GROUND_M + HEIGHT_M,
        16: 2 * float(np.degrees(np.arctan(wide / 2 / HEIGHT_M))),
        17: 2 * float(np.degrees(np.arctan(high / 2 / HEIGHT_M))),
        18: 0.0,
        19: -90.0,
        20: 0.0,
        21: HEIGHT_M,
        22: wide,
        23: centre[0],
        24: centre[1],
        25: GROUND_M,
        65: 13,
    }
    corners = ((0, 0), (script.width, 0), (script.width, script.height), (0, script.height))
    for number, corner in enumerate(corners):
        at = ground_position(latitude, longitude, *renderer.to_ground(camera, *corner))
        found[82 + 2 * number], found[83 + 2 * number] = at
    return found


def units(
    renderer: Renderer, *, latitude: float, longitude: float, start: datetime, every_s: float = 0.2
) -> list[Unit]:
    """Return the packets of a whole script, one every so many seconds."""
    found = []
    for t in np.arange(0, renderer.script.seconds, every_s):
        said = fields(renderer, float(t), latitude=latitude, longitude=longitude, start=start)
        ticks = round(float(t) * CLOCK)
        found.append(Unit(ticks, ticks, packet(said), True))
    return found
