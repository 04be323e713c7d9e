"""Readings: the times that a recording states of itself, each with its basis, its error and what to know of it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from harmtrace.footage import items, stated
from harmtrace.footage.clocks import (
    SIGMA_S,
    TELEMETRY_SIGMA_S,
    ZONE_GIVEN_SIGMA_S,
    leap_seconds,
    naive,
    spoken,
)
from harmtrace.footage.items import Floats
from harmtrace.footage.stated import Moment
from harmtrace.footage.telemetry import Telemetry, media_seconds
from harmtrace.records.footage import Basis, Reading

_FIRST_S, _LAST_S = 631_152_000.0, 4_102_444_800.0  # 1990 and 2100: outside, a clock was never set
_STEP_S, _FEW = 1.0, 0.05
_SHORTEST_S = 60.0
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST_ZONE_S, _LEAST_ZONE_S = 14 * 3600, -12 * 3600
_QUARTER_S = 900


@dataclass(frozen=True, slots=True)
class Read:
    """Readings, and notes for a person."""

    readings: tuple[Reading, ...] = ()
    notes: tuple[str, ...] = ()


# ---- telemetry


def of_telemetry(telemetry: Telemetry) -> Read:
    """Return the readings of tag 2 at the first and last packet (one where they lie within a minute).

    With tags 136 and 137 it is UTC; without them nobody can tell MISP time, which counts leap seconds, from POSIX time,
    which producers often write instead.
    """
    time, media = telemetry.column(items.TIME) / 1e6, media_seconds(telemetry)
    good = (time > _FIRST_S) & (time < _LAST_S) & ~np.isnan(media)
    notes = []
    if not good.any():
        never = bool((~np.isnan(time)).any())
        return Read(notes=("telemetry: tag 2 states times at which no clock was set",) if never else ())
    right = good & (telemetry.sums == 0)
    rows = np.flatnonzero(right if right.any() else good)
    rests = (time - media)[rows]
    middle = float(np.median(rests))
    scatter = np.abs(rests - middle)
    astray = scatter > _STEP_S
    few = float(astray.mean()) <= _FEW
    steps = int((np.abs(np.diff(rests)) > _STEP_S).sum())
    if steps and few:
        notes.append(
            f"telemetry: {int(astray.sum())} packets state a time far from that of the others, and are left out"
        )
    elif steps:
        notes.append(f"telemetry: its clock jumps {steps} times, by {spoken(float(scatter.max()))} at most")
    steady = rows[~astray] if steps else rows
    ends = [int(steady[0]), int(steady[-1])] if len(steady) else [int(rows[0])]
    if float(media[ends[-1]] - media[ends[0]]) < _SHORTEST_S:
        ends = ends[:1]
    wide = float(scatter.max()) if steps and not few else 0.0
    return Read(tuple(_tag_2(telemetry, row, float(media[row]), wide) for row in ends), tuple(notes))


def _tag_2(telemetry: Telemetry, row: int, media: float, wide: float) -> Reading:
    value = int(telemetry.column(items.TIME)[row])
    leaps, correction = _settled(telemetry.column(items.LEAP_SECONDS)), _settled(telemetry.column(items.CORRECTION))
    at = _EPOCH + timedelta(microseconds=value)
    if leaps is None:
        ahead = leap_seconds(at.date())
        return Reading(
            where="tag 2",
            raw=str(value),
            basis=Basis.MISP_OR_POSIX_UNKNOWN,
            media_s=media,
            at=at,
            sigma_s=math.hypot(float(ahead), wide),
            note=f"MISP time counts leap seconds, POSIX time does not: {ahead} s may lie between them; read as POSIX",
        )
    return Reading(
        where="tag 2",
        raw=str(value),
        basis=Basis.UTC_DECLARED,
        media_s=media,
        at=at + timedelta(microseconds=correction or 0, seconds=-leaps),
        sigma_s=math.hypot(TELEMETRY_SIGMA_S, wide),
        note=f"UTC by tags 136 ({leaps:.0f} s) and 137 ({(correction or 0) / 1e6:g} s)",
    )


def _settled(column: Floats) -> float | None:
    """Return the commonest value of a column; None where it has none or an impossible one."""
    known = column[~np.isnan(column)]
    if not len(known):
        return None
    values, counts = np.unique(known, return_counts=True)
    value = float(values[int(np.argmax(counts))])
    return value if abs(value) < 1e12 else None


# ---- containers


def of_container(
    metadata: Mapping[str, str], *, brand: str, duration_s: float | None, zone: ZoneInfo | None
) -> tuple[Read, stated.Place | None]:
    """Return the readings of a container's own fields, and the place that it states."""
    readings, notes = [], []
    apple = metadata.get("com.apple.quicktime.creationdate")
    if apple is not None and (read := stated.moment(apple)) is not None:
        readings.append(_local("com.apple.quicktime.creationdate", apple, read, zone))
    for name in ("creation_time", "date"):
        text = metadata.get(name)
        if text is None:
            continue
        read = stated.moment(text)
        if read is None:
            readings.append(_unset(name, text))
            continue
        readings.append(_creation(name, text, read, brand, apple is not None, duration_s, zone))
        break
    encoder = metadata.get("encoder", "")
    if encoder.startswith("Lavf"):
        notes.append(f"written by {encoder}: a copy by FFmpeg, which may have lost times and places of the original")
    place = next(
        (
            found
            for name in ("com.apple.quicktime.location.ISO6709", "location", "location-eng", "xyz")
            if name in metadata and (found := stated.place(metadata[name])) is not None
        ),
        None,
    )
    return Read(tuple(readings), tuple(notes)), place


def _creation(
    name: str,
    text: str,
    read: Moment,
    brand: str,
    apple: bool,
    duration_s: float | None,
    zone: ZoneInfo | None,
) -> Reading:
    """Return the reading of a creation time: UTC by the standard, local in the QuickTime files of some cameras.

    It may be the beginning or the end of the recording, so that its error takes the whole length in.
    """
    length = duration_s or 0.0
    may_end = "" if not length else f"; may be the end of the recording ({length:.0f} s long)"
    if brand.startswith("qt") and not apple:
        read = Moment(read.local, None)
        reading = _local(name, text, read, zone)
        note = f"UTC by the standard, but local time in the QuickTime files of some cameras{may_end}"
        return replace(reading, sigma_s=math.hypot(reading.sigma_s, length), note=note)
    at = read.at or naive(read.local)
    sigma = math.hypot(SIGMA_S[Basis.UTC_DECLARED], length)
    return Reading(
        where=name,
        raw=text,
        basis=Basis.UTC_DECLARED,
        media_s=0.0,
        at=at,
        sigma_s=sigma,
        note=f"UTC by the standard (ISO/IEC 14496-12, 8.2.2){may_end}",
    )


def _unset(where: str, raw: str) -> Reading:
    """Return the reading of a field that stands for no time: a clock that was never set, or words of another form."""
    note = "no time: a clock that was never set, or a form that is not read"
    return Reading(where=where, raw=raw, basis=Basis.NONE, media_s=0.0, at=None, sigma_s=0.0, note=note)


def _local(where: str, raw: str, read: Moment, zone: ZoneInfo | None, media_s: float = 0.0) -> Reading:
    """Return the reading of a wall time: placed by its own offset, else by the zone of the case, else nowhere."""
    if read.at is not None:
        basis = Basis.LOCAL_DECLARED_OFFSET
        return Reading(
            where=where, raw=raw, basis=basis, media_s=media_s, at=read.at, sigma_s=SIGMA_S[basis], note=read.note
        )
    at, sigma, note = _placed(read.local, zone)
    return Reading(where=where, raw=raw, basis=Basis.LOCAL_UNKNOWN, media_s=media_s, at=at, sigma_s=sigma, note=note)


def _placed(local: datetime, zone: ZoneInfo | None) -> tuple[datetime | None, float, str]:
    if zone is None:
        return None, SIGMA_S[Basis.LOCAL_UNKNOWN], "the device's own time; no zone is stated"
    at = local.replace(tzinfo=zone).astimezone(UTC)
    return at, ZONE_GIVEN_SIGMA_S, f"the device's own time; taken for {zone.key}, the time zone of the case"


# ---- names of files


def of_name(name: str, *, zone: ZoneInfo | None) -> Read:
    """Return the reading of a file's original name."""
    read = stated.named(name)
    if read is None:
        return Read()
    sigma = SIGMA_S[Basis.FILENAME]
    if read.day_only:
        note: str | None = "the name states the day alone"
        return Read(
            (
                Reading(
                    where="file name", raw=name, basis=Basis.FILENAME, media_s=0.0, at=None, sigma_s=86400.0, note=note
                ),
            )
        )
    at, note = read.at, read.note
    if at is None:
        at, sigma, note = _placed(read.local, zone)
        sigma = math.hypot(sigma, SIGMA_S[Basis.FILENAME])
    reading = Reading(where="file name", raw=name, basis=Basis.FILENAME, media_s=0.0, at=at, sigma_s=sigma, note=note)
    return Read((reading,))


# ---- subtitles


def of_wall_times(times: Sequence[tuple[float, str]], *, zone: ZoneInfo | None) -> Read:
    """Return the readings of a subtitle file's wall times, the device's own without a zone."""
    found = [(media, text, stated.moment(text)) for media, text in times]
    return Read(tuple(_local("subtitle", text, read, zone, media) for media, text, read in found if read is not None))


# ---- photographs


def of_photo(fields: Mapping[str, str], *, zone: ZoneInfo | None) -> Read:
    """Return the readings of EXIF: the camera's clock, its offset from UTC, and the time of its GPS.

    Where both are there, the note says by how much the camera's clock and GPS time differ.
    """
    readings, notes = [], []
    gps = _gps(fields)
    text = fields.get("DateTimeOriginal") or fields.get("DateTimeDigitized") or fields.get("DateTime")
    zone_text = fields.get("OffsetTimeOriginal") or fields.get("OffsetTime") or ""
    read = None if text is None else stated.moment(text + zone_text.strip())
    if gps is not None:
        basis = Basis.GPS
        raw = f"{fields['GPSDate']} {fields['GPSTimeStamp']}"
        note = "the time of the last fix, which may be older than the picture"
        readings.append(
            Reading(where="EXIF GPS time", raw=raw, basis=basis, media_s=0.0, at=gps, sigma_s=SIGMA_S[basis], note=note)
        )
    if text is not None and read is None:
        readings.append(_unset("EXIF DateTimeOriginal", text))
    elif text is not None and read is not None:
        reading = _local("EXIF DateTimeOriginal", text + zone_text, read, zone)
        if gps is not None:
            said = _difference((read.at or naive(read.local)) - gps, declared=read.at is not None)
            reading = replace(reading, note=said if reading.note is None else f"{reading.note}; {said}")
            notes.append(said)
        readings.append(reading)
    return Read(tuple(readings), tuple(notes))


def _difference(apart: timedelta, *, declared: bool) -> str:
    """Say by how much a camera's clock differs from GPS time, and what part of it a time zone can explain."""
    seconds = apart.total_seconds()
    side = "ahead of" if seconds > 0 else "behind"
    said = f"the camera's clock is {spoken(seconds)} {side} its GPS time"
    if declared or abs(seconds) < 1:
        return said
    nearest = round(min(max(seconds, _LEAST_ZONE_S), _MOST_ZONE_S) / _QUARTER_S) * _QUARTER_S
    rest = seconds - nearest
    if abs(rest) > _QUARTER_S / 2:
        return f"{said}; no time zone explains it"
    sign = "-" if nearest < 0 else "+"
    zone = f"UTC{sign}{abs(nearest) // 3600:02d}:{abs(nearest) % 3600 // 60:02d}"
    return f"{said}: {zone} and {spoken(rest)} {'ahead' if rest > 0 else 'behind'}, if that was its zone"


def _gps(fields: Mapping[str, str]) -> datetime | None:
    """Return the UTC of EXIF's GPS date and time."""
    day, clock = fields.get("GPSDate"), fields.get("GPSTimeStamp")
    if not day or not clock:
        return None
    try:
        year, month, date_ = (int(part) for part in day.replace("-", ":").split(":"))
        hours, minutes, seconds = (float(part) for part in clock.split(":"))
        if not (0 <= hours < 24 and 0 <= minutes < 60 and 0 <= seconds < 61):
            return None
        return datetime(year, month, date_, tzinfo=UTC) + timedelta(hours=hours, minutes=minutes, seconds=seconds)
    except (ValueError, OverflowError):
        return None
