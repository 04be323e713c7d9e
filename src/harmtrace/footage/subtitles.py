"""Positions in the subtitle files of small drones (DJI): where the drone was, frame by frame, in every dialect seen."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from harmtrace.footage.track import Track

_CUE = re.compile(r"(\d{1,3}):(\d\d):(\d\d)[,.](\d{1,3})\s*-->")
_MARKUP = re.compile(r"<[^<>]{0,100}>")
_NUMBER = r"(-?\d{1,7}(?:\.\d{1,12})?)"
_FIELD = re.compile(rf"\b([a-z_]{{1,20}}) ?: ?{_NUMBER}", re.IGNORECASE)
# GPS(39.9,116.3,69.8) · GPS(36.6,-6.1,0.0M) · GPS (-58.85, -34.23, 15)
_PLACE = re.compile(rf"\bGPS( ?)\( ?{_NUMBER} ?, ?{_NUMBER} ?(?:, ?{_NUMBER} ?([Mm]?) ?)?\)")
_HOME = re.compile(r"\bHOME ?\(")
_BAROMETER = re.compile(rf"\bBAROMETER ?[:(] ?{_NUMBER}")
_COMPACT = re.compile(r"\bF/[\d.]+, SS ")
_GIMBAL = re.compile(rf"\bG\.PRY \({_NUMBER}°?, ?{_NUMBER}°?, ?{_NUMBER}°?\)")
_TIME = re.compile(r"\b(\d{4})[-./](\d\d)[-./](\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,3}))?")
_LONGEST_CUE = 4_000
# Lenses of these drones lie between 20 and 170 mm: 240 is 24.0.
_TENTHS_FROM, _ZOOM_ONE = 200.0, 10_000.0
_FILM_MM, _SHAPE = 36.0, 9 / 16


@dataclass(frozen=True, slots=True)
class _Row:
    """One cue: media seconds, and what it says; NaN where it does not."""

    media_s: float
    latitude: float = math.nan
    longitude: float = math.nan
    altitude: float = math.nan
    heading: float = math.nan
    elevation: float = math.nan
    ground: float = math.nan
    focal_mm: float = math.nan
    time: str | None = None
    dialect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Subtitles:
    """What a subtitle file says of a flight.

    Attributes:
        dialect: ``brackets``, ``gps``, ``gps_unit``, ``longitude_first`` or ``none``, the commonest of its cues.
        cues: how many; ``placed``: how many with a position.
        times: (media seconds, words) of the first and last wall time; the device's own, without a zone.
        track: the field of view is that of 16:9 video at the stated focal length; the ground is where it took off.
        swapped: latitude and longitude stand in an order that the dialect does not name: to be checked by a person.
    """

    dialect: str
    cues: int
    placed: int
    times: tuple[tuple[float, str], ...]
    swapped: bool
    track: Track | None


def read(text: str) -> Subtitles:
    """Return what a subtitle file says; never raises, whatever the text is.

    >>> found = read("00:00:00,000 --> 00:00:00,033 [latitude: 12.5] [longitude: -30.25] [rel_alt: 1 abs_alt: 80]")
    >>> found.dialect, found.placed, float(found.track.latitude[0])
    ('brackets', 1, 12.5)
    """
    marks = list(_CUE.finditer(text))
    rows = []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        hours, minutes, seconds, thousandths = (int(part) for part in mark.groups())
        media = hours * 3600 + minutes * 60 + seconds + thousandths / 10 ** len(mark.group(4))
        rows.append(_row(media, _MARKUP.sub(" ", text[mark.end() : min(end, mark.end() + _LONGEST_CUE)])))
    placed = [row for row in rows if not math.isnan(row.latitude)]
    dialects = [row.dialect for row in placed]
    dialect = max(dict.fromkeys(dialects), key=dialects.count) if dialects else "none"
    times = [(row.media_s, row.time) for row in rows if row.time is not None]
    return Subtitles(
        dialect=dialect,
        cues=len(rows),
        placed=len(placed),
        times=(times[0], times[-1]) if len(times) > 1 else tuple(times),
        swapped=dialect not in ("none", "brackets"),
        track=_track(placed) if placed else None,
    )


def _row(media: float, words: str) -> _Row:
    time = _TIME.search(words)
    stated = None if time is None else "{}-{}-{}T{}:{}:{}.{:0<3}".format(*time.groups(default="0"))
    read_by: tuple[Callable[[float, str, str | None], _Row | None], ...] = (_brackets, _parentheses)
    for one in read_by:
        found = one(media, words, stated)
        if found is not None and _on_earth(found):
            return found
    return _Row(media, time=stated)


def _on_earth(row: _Row) -> bool:
    """Tell whether a position can be one; nought by nought is what is written before there is a fix."""
    return abs(row.latitude) <= 90 and abs(row.longitude) <= 180 and (row.latitude, row.longitude) != (0, 0)


def _brackets(media: float, words: str, time: str | None) -> _Row | None:
    """Read ``[latitude: 12.5] [longitude: -30.2] [rel_alt: 1.0 abs_alt: 80.0]`` and its kin, misspelt ones included."""
    said = {name.lower(): float(value) for name, value in _FIELD.findall(words)}
    longitude = said.get("longitude", said.get("longtitude"))
    if "latitude" not in said or longitude is None:
        return None
    return _Row(
        media,
        said["latitude"],
        longitude,
        said.get("abs_alt", said.get("altitude", math.nan)),
        said.get("gb_yaw", math.nan) % 360,
        said.get("gb_pitch", math.nan),
        said.get("abs_alt", math.nan) - said.get("rel_alt", math.nan),
        _focal(said),
        time,
        "brackets",
    )


def _focal(said: dict[str, float]) -> float:
    """Return the focal length after zooming, as on 35 mm film; some write it in tenths, and zoom in 1/10,000."""
    focal, zoom = said.get("focal_len", math.nan), said.get("dzoom_ratio", 1.0)
    focal = focal / 10 if focal >= _TENTHS_FROM else focal
    zoom = zoom / _ZOOM_ONE if zoom >= _ZOOM_ONE else zoom
    return focal * zoom if focal > 0 and zoom >= 1 else math.nan


def _parentheses(media: float, words: str, time: str | None) -> _Row | None:
    """Read ``GPS(lat,lon,alt)``, or ``GPS (lon, lat, satellites)`` of the older ones, which name no order."""
    place = _PLACE.search(words)
    if place is None:
        return None
    spaced, one, two, third, unit = place.groups()
    first, second = float(one), float(two)
    home = _HOME.search(words)
    older = bool(spaced) or _COMPACT.search(words) is not None or (home is not None and home.start() < place.start())
    if older or abs(first) > 90:
        gimbal = _GIMBAL.search(words)
        heading, pitch = (math.nan, math.nan) if gimbal is None else (float(gimbal[3]) % 360, float(gimbal[1]))
        return _Row(media, second, first, math.nan, heading, pitch, time=time, dialect="longitude_first")
    altitude = math.nan if third is None or unit or _BAROMETER.search(words) is None else float(third)
    return _Row(media, first, second, altitude, time=time, dialect="gps_unit" if unit else "gps")


def _track(rows: list[_Row]) -> Track:
    columns = {
        name: np.array([getattr(row, name) for row in rows], dtype=np.float64)
        for name in ("media_s", "latitude", "longitude", "altitude", "heading", "elevation", "ground", "focal_mm")
    }
    none = np.full(len(rows), np.nan)
    corners = np.full((len(rows), 4, 2), np.nan)
    half = _FILM_MM / 2 / columns["focal_mm"]
    steered = ~np.isnan(columns["elevation"])
    # The gimbal's angles are those of the earth: the platform is taken to be level under it.
    level = np.where(steered, 0.0, np.nan)
    return Track(
        media_s=columns["media_s"],
        stated_s=none,
        latitude=columns["latitude"],
        longitude=columns["longitude"],
        altitude=columns["altitude"],
        heading=columns["heading"],
        pitch=level,
        roll=level,
        azimuth=level,
        elevation=columns["elevation"],
        turn=level,
        h_fov=np.degrees(2 * np.arctan(half)),
        v_fov=np.degrees(2 * np.arctan(half * _SHAPE)),
        slant=none,
        width=none,
        centre_latitude=none,
        centre_longitude=none,
        ground=columns["ground"],
        corners=corners,
        offset_corners=corners,
    )
