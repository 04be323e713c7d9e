"""Track -> footprints: which ground each packet's frame showed, by the best that its telemetry gives."""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage.geodesy import EARTH_M, axes, degrees, ecef, meet, wrapped
from harmtrace.footage.rays import clipped, least_down, rays
from harmtrace.footage.track import Flags, Floats, Track
from harmtrace.records.footage import Elevation, Feed, Method

METHODS = tuple(Method)
"""Number of a method in the columns: its place here, best first."""

_LONGEST_S = 366 * 86_400.0  # No recording is longer; what states such a time is no time.
_MOST = 1e7
_UNTOUCHED = frozenset({"media_s", "stated_s", "altitude_hae", "ground_hae"})
_HIGHEST_M = 1_000_000.0
_ROWS = 8_192  # Rows worked on at a time, so that they stay in the processor's cache.


ELEVATIONS = tuple(Elevation)
"""Number of a source of the ground's elevation in the columns: its place here, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """What the telemetry does not say and is assumed instead; every figure is one standard deviation or a stated limit.

    Attributes:
        hold_s: a packet's pointing holds until the next packet, and no longer than this.
        ground_m: elevation of the ground where neither a tag nor a slant range gives it; ``ground_sigma_m`` its error.
        told_sigma_m: error of an elevation that a tag or the slant range gives (DTED level 1 is 30 m at 90 %).
        geoid_sigma_m: added where one height is above the sea and the other above the ellipsoid (EGM96: -106 to 85 m).
        angle_deg: error of the whole pointing, platform and sensor together.
        position_m: error of the sensor's position.
        untold_m: error of a frame whose sensor's position is not given.
        least_down: rays that go down less than this (a share of their length) are cut: 0.02 is 1.1 degrees.
        doubt: angles whose middle lies further from the stated frame centre than so many errors are not believed.
        near_m: how far a camera of unknown direction is taken to see, at least; twice its height where that is more.
    """

    hold_s: float = 10.0
    ground_m: float = 0.0
    ground_sigma_m: float = 300.0
    told_sigma_m: float = 20.0
    geoid_sigma_m: float = 30.0
    angle_deg: float = 0.2
    position_m: float = 10.0
    untold_m: float = 100.0
    least_down: float = 0.02
    doubt: float = 3.0
    near_m: float = 300.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Footprints:
    """Which ground a feed showed, one row a packet in order of time, every column of length n.

    Attributes:
        media_s, until_s: the seconds of the recording that the row speaks for; nothing is known between a row's end
            and the next row.
        method: number in ``METHODS``.
        latitude, longitude: middle of the footprint, degrees; NaN where none is known.
        corners: ``(n, 4, 2)`` degrees; NaN where there are none.
        reach_m: radius round the middle, where only that is known; NaN where there are corners.
        ground_m: elevation used; ``elevation``: number in ``ELEVATIONS``.
        error_m: one standard deviation of the footprint's place, a radius (docs/footage.md has the formula).
        metres_per_pixel: on the ground, mean over the frame; NaN where frame or corners are not known.
        clipped: the horizon cut it, or nothing of the frame shows ground (then it has no corners).
    """

    media_s: Floats
    until_s: Floats
    method: NDArray[np.uint8]
    latitude: Floats
    longitude: Floats
    corners: Floats
    reach_m: Floats
    ground_m: Floats
    elevation: NDArray[np.uint8]
    error_m: Floats
    metres_per_pixel: Floats
    clipped: Flags

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.media_s)

    def at(self, rows: slice | NDArray[np.int64] | Flags) -> "Footprints":
        """Return some of the rows."""
        return Footprints(**{one.name: getattr(self, one.name)[rows] for one in fields(self)})


def of_feed(feed: Feed, track: Track | None, *, assumed: Assumed | None = None) -> Footprints:
    """Return the footprints of a feed: of its track, else of the position that its file states, else none.

    A photo shows one moment, and its altitude is that of the ground it was taken on as often as not: it is not used. A
    recording of sound alone shows nothing.
    """
    held = assumed or Assumed()
    if feed.kind == "sound":
        return _empty(0)
    if feed.kind == "photo":
        held = replace(held, hold_s=0.0)
        track = None if track is None else replace(track, altitude=np.full(len(track), np.nan))
    if track is not None and len(track):
        frame = None if feed.width is None or feed.height is None else (feed.width, feed.height)
        return footprints(track, frame=frame, duration_s=feed.duration_s, assumed=held)
    if feed.latitude is None or feed.longitude is None:
        return _empty(0)
    one = _empty(1)
    one.media_s[0], one.until_s[0] = 0.0, feed.duration_s or 0.0
    one.method[0] = METHODS.index(Method.POSITION)
    one.latitude[0], one.longitude[0] = feed.latitude, feed.longitude
    one.reach_m[0], one.error_m[0] = held.near_m, held.untold_m
    return one


def footprints(
    track: Track,
    *,
    frame: tuple[int, int] | None = None,
    duration_s: float | None = None,
    assumed: Assumed | None = None,
) -> Footprints:
    """Return the footprint of every packet that has a time within the recording, in order of time.

    ``frame`` is the width and height of the picture in pixels; ``duration_s`` the length of the recording.
    """
    held = assumed or Assumed()
    latest = _LONGEST_S if duration_s is None else duration_s + held.hold_s
    known = np.flatnonzero((track.media_s >= -_LONGEST_S) & (track.media_s <= latest))
    order = known[np.argsort(track.media_s[known], kind="stable")]
    found = _empty(len(order))
    found.media_s[:] = track.media_s[order]
    found.until_s[:] = _until(found.media_s, held.hold_s, duration_s)
    whole = len(order) == len(track) and bool((np.diff(order) == 1).all())
    for start in range(0, len(order), _ROWS):
        rows: slice | NDArray[np.int64] = slice(start, start + _ROWS) if whole else order[start : start + _ROWS]
        _fill(_sane(_rows(track, rows)), found.at(slice(start, start + _ROWS)), held, frame)
    return found


def _empty(many: int) -> Footprints:
    nan = [np.full(many, np.nan) for _ in range(6)]
    return Footprints(
        media_s=np.zeros(many),
        until_s=np.zeros(many),
        method=np.full(many, METHODS.index(Method.NONE), dtype=np.uint8),
        latitude=nan[0],
        longitude=nan[1],
        corners=np.full((many, 4, 2), np.nan),
        reach_m=nan[2],
        ground_m=nan[3],
        elevation=np.full(many, ELEVATIONS.index(Elevation.ASSUMED), dtype=np.uint8),
        error_m=nan[4],
        metres_per_pixel=nan[5],
        clipped=np.zeros(many, dtype=np.bool_),
    )


def _until(media_s: Floats, hold_s: float, duration_s: float | None) -> Floats:
    """Return until when each row speaks: the next one, no longer than ``hold_s``, nor past the recording's end."""
    following = np.append(media_s[1:], np.inf)
    until = np.minimum(following, media_s + hold_s)
    found: Floats = until if duration_s is None else np.maximum(media_s, np.minimum(until, duration_s))
    return found


def _sane(track: Track) -> Track:
    """Return a track without numbers that no angle, height or distance here can have."""
    given = {one.name: getattr(track, one.name) for one in fields(track) if one.name not in _UNTOUCHED}
    with np.errstate(invalid="ignore"):
        return replace(track, **{name: np.where(np.abs(one) <= _MOST, one, np.nan) for name, one in given.items()})


def _on_earth(latitude: Floats, longitude: Floats) -> Flags:
    return (np.abs(latitude) <= 90) & (np.abs(longitude) <= 540)


def _rows(track: Track, rows: slice | NDArray[np.int64]) -> Track:
    given = {one.name: getattr(track, one.name) for one in fields(track)}
    return replace(track, **{name: column[rows] for name, column in given.items() if column is not None})


def _fill(track: Track, out: Footprints, held: Assumed, frame: tuple[int, int] | None) -> None:
    """Write the footprints of some rows into their columns, from the weakest method to the best."""
    _ground(track, out, held)
    placed = _on_earth(track.latitude, track.longitude)
    above = _above(track, out)
    _circle(out, placed, Method.POSITION, (track.latitude, track.longitude), np.fmax(held.near_m, 2 * above))
    centred = _on_earth(track.centre_latitude, track.centre_longitude)
    centre = (track.centre_latitude, track.centre_longitude)
    _circle(out, centred & (track.width > 0), Method.CENTRE_WIDTH, centre, track.width / 2)
    offset: Flags = np.asarray(_on_earth(*np.moveaxis(track.offset_corners, -1, 0)).all(axis=1))
    full: Flags = np.asarray(_on_earth(*np.moveaxis(track.corners, -1, 0)).all(axis=1))
    _angles(track, out, held, ~(offset | full))
    _corners(out, offset & ~full, Method.OFFSET_CORNERS, track.offset_corners)
    _corners(out, full, Method.CORNERS, track.corners)
    given = (offset | full) & centred
    out.latitude[given], out.longitude[given] = track.centre_latitude[given], track.centre_longitude[given]
    _errors(track, out, held, above)
    _contradicted(track, out, centred, held.doubt)
    if frame is not None:
        _resolution(out, frame)


def _ground(track: Track, out: Footprints, held: Assumed) -> None:
    out.ground_m[:] = np.where(np.isfinite(track.ground), track.ground, held.ground_m)
    told = np.isfinite(track.ground)
    above_ellipsoid = told if track.ground_hae is None else told & track.ground_hae
    source = np.where(told, ELEVATIONS.index(Elevation.TAG_25), ELEVATIONS.index(Elevation.ASSUMED))
    if track.ground_hae is not None:
        source[above_ellipsoid] = ELEVATIONS.index(Elevation.TAG_78)
    # The slant range runs along the middle ray: where only it is known, the ground lies at its end.
    down = _middle_down(track)
    end = track.altitude - track.slant * down
    slant = ~told & np.isfinite(end) & (track.slant > 0) & (down > held.least_down)
    out.ground_m[slant] = end[slant]
    source[slant] = ELEVATIONS.index(Elevation.SLANT)
    out.elevation[:] = source


def _middle_down(track: Track) -> Floats:
    """Return how far the middle ray goes down, as a share of its length; NaN where its angles are not given."""
    pitch, roll = np.radians(track.pitch), np.radians(track.roll)
    azimuth, elevation = np.radians(track.azimuth), np.radians(track.elevation)
    x, y, z = np.cos(elevation) * np.cos(azimuth), np.cos(elevation) * np.sin(azimuth), -np.sin(elevation)
    down: Floats = -np.sin(pitch) * x + np.cos(pitch) * (np.sin(roll) * y + np.cos(roll) * z)
    return down


def _above(track: Track, out: Footprints) -> Floats:
    """Return the sensor's height above the ground, metres; NaN where its altitude is not given."""
    return track.altitude - out.ground_m


def _circle(out: Footprints, rows: Flags, method: Method, middle: tuple[Floats, Floats], reach: Floats) -> None:
    out.method[rows] = METHODS.index(method)
    out.latitude[rows], out.longitude[rows] = middle[0][rows], middle[1][rows]
    out.reach_m[rows] = reach[rows]


def _corners(out: Footprints, rows: Flags, method: Method, corners: Floats) -> None:
    if not rows.any():
        return
    out.method[rows] = METHODS.index(method)
    out.reach_m[rows] = np.nan
    out.clipped[rows] = False
    out.corners[rows] = corners[rows]
    middle = degrees(ecef(corners[rows, :, 0], corners[rows, :, 1]).mean(axis=1))
    out.latitude[rows], out.longitude[rows] = middle[:, 0], middle[:, 1]


def _angles(track: Track, out: Footprints, held: Assumed, wanted: Flags) -> None:
    """Write the footprints that follow from the angles: rays through the corners of the frame meet the ground."""
    given = [track.latitude, track.longitude, track.heading, track.pitch, track.roll, track.azimuth, track.elevation]
    known = wanted & np.isfinite(np.sum([*given, track.altitude, track.h_fov, track.v_fov], axis=0))
    known &= (track.h_fov > 0) & (track.h_fov < 180) & (track.v_fov > 0) & (track.v_fov < 180)
    known &= (
        (track.altitude > out.ground_m) & (track.altitude < _HIGHEST_M) & _on_earth(track.latitude, track.longitude)
    )
    rows = np.flatnonzero(known)
    if not len(rows):
        return
    track = track if len(rows) == len(track) else _rows(track, rows)
    ground = out.ground_m[rows]
    ways, cut = clipped(rays(track), least_down(track.altitude - ground, held.least_down))
    start = ecef(track.latitude, track.longitude, track.altitude)
    turn = np.stack(axes(track.latitude, track.longitude), axis=1)
    corners = np.empty((len(rows), 5, 2))
    for at in range(5):
        met, _ = meet(start, np.einsum("ni,nij->nj", ways[:, at], turn), ground)
        corners[:, at] = degrees(met)
    out.method[rows] = METHODS.index(Method.ANGLES)
    out.reach_m[rows] = np.nan
    out.clipped[rows] = cut
    out.corners[rows] = corners[:, 1:]
    middle = corners[:, 0]
    lost = np.isnan(middle[:, 0]) & np.isfinite(corners[:, 1:]).all(axis=(1, 2))
    if lost.any():
        middle[lost] = degrees(ecef(corners[lost, 1:, 0], corners[lost, 1:, 1]).mean(axis=1))
    out.latitude[rows], out.longitude[rows] = middle[:, 0], middle[:, 1]


def _errors(track: Track, out: Footprints, held: Assumed, above: Floats) -> None:
    """Write each footprint's error: a pointing and a ground that are a little off, carried along the middle ray.

    First-order propagation of a ray that meets a level plane, slant range R, height H, sine of the depression H/R:
    across the ray R a; along the ground R a / (H/R); by the ground's elevation s / tan(depression); the sensor's own
    position p. The radius is the root of the sum of their squares.
    """
    slant = np.where(track.slant > 0, track.slant, _straight(track, out, above))
    with np.errstate(divide="ignore", invalid="ignore"):
        down = np.clip(above / slant, held.least_down, 1.0)
    angle = np.radians(held.angle_deg)
    told = out.elevation != ELEVATIONS.index(Elevation.ASSUMED)
    ground = np.where(told, held.told_sigma_m, held.ground_sigma_m)
    if track.altitude_hae is not None or track.ground_hae is not None:
        none = np.zeros(len(out), dtype=np.bool_)
        ours = none if track.altitude_hae is None else track.altitude_hae
        theirs = none if track.ground_hae is None else track.ground_hae
        ground = np.where(ours != theirs, np.hypot(ground, held.geoid_sigma_m), ground)
    across, along = slant * angle, slant * angle / down
    by_ground = ground * np.sqrt(1 - down * down) / down
    error = np.sqrt(across**2 + along**2 + by_ground**2 + held.position_m**2)
    placed = out.method != METHODS.index(Method.NONE)
    out.error_m[placed] = np.where(np.isfinite(error), error, held.untold_m)[placed]
    alone = out.method == METHODS.index(Method.POSITION)
    out.error_m[alone] = held.position_m


def _contradicted(track: Track, out: Footprints, centred: Flags, doubt: float) -> None:
    """Set aside angles that the stated frame centre contradicts: a wrong ground puts a flat look kilometres off.

    The centre and the target width stand in for them; where no width is given, the error becomes the disagreement.
    Frames that the horizon cut are left as they are, but for those that show no ground at all.
    """
    angles = out.method == METHODS.index(Method.ANGLES)
    sky = angles & np.isnan(out.corners[:, 0, 0])
    rows = np.flatnonzero(angles & centred & (sky | ~out.clipped))
    if not len(rows):
        return
    ours = ecef(out.latitude[rows], out.longitude[rows])
    off = np.linalg.norm(ours - ecef(track.centre_latitude[rows], track.centre_longitude[rows]), axis=-1)
    apart = ~(off <= doubt * out.error_m[rows])
    wide = track.width[rows] > 0
    swapped = np.zeros(len(out), dtype=np.bool_)
    swapped[rows[apart & wide]] = True
    centre = (track.centre_latitude, track.centre_longitude)
    _circle(out, swapped, Method.CENTRE_WIDTH, centre, track.width / 2)
    out.corners[swapped], out.clipped[swapped] = np.nan, False
    left = apart & ~wide & np.isfinite(off)
    out.error_m[rows[left]] = off[left]


def _straight(track: Track, out: Footprints, above: Floats) -> Floats:
    """Return the distance from the sensor to the middle of the footprint, metres; NaN where one is not known."""
    north = np.radians(out.latitude - track.latitude) * EARTH_M
    east = np.radians(wrapped(out.longitude - track.longitude)) * EARTH_M * np.cos(np.radians(track.latitude))
    found: Floats = np.sqrt(north**2 + east**2 + above**2)
    return found


def _resolution(out: Footprints, frame: tuple[int, int]) -> None:
    """Write the metres of ground that a pixel shows, mean over the frame: root of the footprint's area a pixel.

    Only where the corners are those of the whole frame: a frame that the horizon cut has no such mean.
    """
    rows = np.flatnonzero(np.isfinite(out.corners[:, 0, 0]) & ~out.clipped)
    if not len(rows) or min(frame) <= 0:
        return
    points = out.corners[rows]
    lat = np.radians(points[:, :, 0])
    lon = np.radians(wrapped(points[:, :, 1] - points[:, :1, 1]))
    x, y = lon * np.cos(lat.mean(axis=1))[:, None] * EARTH_M, lat * EARTH_M
    area = np.abs((x[:, 2] - x[:, 0]) * (y[:, 3] - y[:, 1]) - (y[:, 2] - y[:, 0]) * (x[:, 3] - x[:, 1])) / 2
    out.metres_per_pixel[rows] = np.sqrt(area / (frame[0] * frame[1]))
