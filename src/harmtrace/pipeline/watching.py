"""What the recordings of a case have to do with each incident: coverage, queue, suggestions, reviews, pictures."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from math import atan2, cos, degrees, radians

import numpy as np
from sqlalchemy import Connection

from harmtrace import settings
from harmtrace.footage import reviewing, triage
from harmtrace.footage.coverage import Ground
from harmtrace.footage.track import Track
from harmtrace.intake.keyframes import blurred
from harmtrace.pipeline.covering import ground
from harmtrace.pipeline.footage import dated
from harmtrace.pipeline.standing import Overlay
from harmtrace.pipeline.striking import asked_of
from harmtrace.records.footage import Coverage, Feed, Review, Scan, Window
from harmtrace.records.incident import Incident
from harmtrace.records.looking import Footage, Picture, Queued
from harmtrace.store import Case, footage, rows
from harmtrace.store.footage import Derived
from harmtrace.strikes.matching import Asked, told_window

# Of an incident's windows so many are shown with pictures, and of each window so many pictures.
MOST_WINDOWS, MOST_PICTURES = 12, 6
_LEAST_RADIUS_M = 50.0


def unseen(asked: Asked) -> str | None:
    """Return why an incident cannot be held against recordings; None where it can."""
    if told_window(asked) is None:
        return "the claims give no day that is known closely enough"
    if asked.place is None or asked.place.latitude is None or asked.place.longitude is None:
        return "the claims give no place with coordinates"
    return None


@dataclass(slots=True, kw_only=True)
class Watching:
    """What the recordings of a case have to do with its incidents; incidents are asked about one by one.

    Attributes:
        code_of: gives the code that an incident has now, by one that it had.
        track: gives where a feed looked, by its id; ``picture``: the bytes of a derived picture.
        state: the same while recordings, clocks and scans are the same.
    """

    feeds: Mapping[str, Feed]
    track: Callable[[str], Track | None]
    ground: Ground
    scans: Mapping[str, Scan]
    reviews: Sequence[Review]
    keyframes: Mapping[str, Sequence[Derived]]
    code_of: Callable[[str], str | None]
    picture: Callable[[Derived], bytes]
    state: str = ""
    _found: dict[str, Footage] = field(default_factory=dict)

    def look(self, code: str, asked: Asked) -> Coverage | None:
        """Return what the recordings could see of an incident; None where its time or place is not known."""
        within, place = told_window(asked), asked.place
        if within is None or place is None or place.latitude is None or place.longitude is None:
            return None
        coverage = self.ground.coverage(
            latitude=place.latitude,
            longitude=place.longitude,
            radius_m=max(_LEAST_RADIUS_M, float(place.radius_m or 0)),
            start=within[0],
            end=within[1],
        )
        self._found[code] = self._of(code, coverage)
        return coverage

    def of(self, code: str) -> Footage | None:
        """Return what the recordings have to do with an incident that was looked for."""
        return self._found.get(code)

    def _of(self, code: str, coverage: Coverage) -> Footage:
        queued = self.queue(coverage)
        mine = [one for one in self.reviews if one.incident is not None and self.code_of(one.incident) == code]
        mine += [one for one in self.reviews if one.incident is None and _inside(one, coverage.windows)]
        firsts = {one.second or one.id for one in mine}
        reviewed = [one for one in reviewing.paired(self.reviews) if one.first.id in firsts]
        pictures = tuple(self._pictures(queued))
        mark = blake2b(f"{self.state} {coverage!r} {queued!r} {reviewed!r}".encode("utf-8", "replace"), digest_size=16)
        for one in pictures:
            mark.update(one.jpeg)
        return Footage(
            coverage=coverage,
            feeds=self.feeds,
            scans=self.scans,
            reviews=tuple(reviewed),
            queue=queued,
            pictures=pictures,
            mark=mark.hexdigest(),
        )

    def queue(self, coverage: Coverage) -> tuple[Queued, ...]:
        """Return the windows of a coverage in the order to be looked at."""
        return triage.queue(
            coverage.windows,
            triage.Asked(start=coverage.start, end=coverage.end, bearing=self._bearing(coverage)),
            clocks={id: one.clock for id, one in self.feeds.items()},
            candidates={id: one.candidates for id, one in self.scans.items()},
        )

    def _bearing(self, coverage: Coverage) -> Callable[[Window], float | None]:
        """Return what gives the side from which a window sees the place: degrees from north, place to sensor."""

        def bearing(window: Window) -> float | None:
            track = self.track(window.feed)
            if track is None:
                return None
            inside = (track.media_s >= window.media_start) & (track.media_s <= window.media_end)
            north = track.latitude[inside] - coverage.latitude
            east = (track.longitude[inside] - coverage.longitude) * cos(radians(coverage.latitude))
            known = ~(np.isnan(north) | np.isnan(east))
            if not known.any():
                return None
            return degrees(atan2(float(east[known].mean()), float(north[known].mean()))) % 360

        return bearing

    def _pictures(self, queued: Sequence[Queued]) -> Iterator[Picture]:
        for one in queued[:MOST_WINDOWS]:
            for derived in chosen(self.keyframes.get(one.window.feed, ()), one.window):
                yield picture_of(derived, blurred(self.picture(derived)))


def _inside(review: Review, found: Iterable[Window]) -> bool:
    return any(
        review.feed == one.feed and review.media_from <= one.media_end and review.media_to >= one.media_start
        for one in found
    )


def chosen(keyframes: Iterable[Derived], window: Window) -> list[Derived]:
    """Return the pictures of a window that are shown: spread evenly, the first and the last among them."""
    inside = [
        one for one in keyframes if window.media_start <= float(one.parameter("media_s") or -1) <= window.media_end
    ]
    inside.sort(key=lambda one: float(one.parameter("media_s") or 0))
    if len(inside) <= MOST_PICTURES:
        return inside
    return [inside[round(at * (len(inside) - 1) / (MOST_PICTURES - 1))] for at in range(MOST_PICTURES)]


def picture_of(derived: Derived, jpeg: bytes) -> Picture:
    """Return a derived key frame as it is shown."""
    media_s, pts = derived.parameter("media_s") or "0", derived.parameter("pts") or "0"
    return Picture(feed=derived.feed or "", media_s=float(media_s), pts=int(pts), jpeg=jpeg)


def watching(case: Case, connection: Connection, *, code_of: Callable[[str], str | None]) -> Watching | None:
    """Return what asks the recordings of a case; None where it has none."""
    if not footage.any_feed(connection):
        return None
    feeds = dated(connection)
    tracks = {one.feed: one for one in footage.derived(connection, footage.TRACK)}

    @cache
    def track(feed: str) -> Track | None:
        return None if feed not in tracks else footage.track_of(case.vault.get(tracks[feed].sha256))

    keyframes: dict[str, list[Derived]] = {}
    for one in footage.derived(connection, footage.KEYFRAME):
        keyframes.setdefault(one.feed or "", []).append(one)
    scans = footage.scans(connection)
    state = blake2b(repr((feeds, scans)).encode("utf-8", "replace"), digest_size=16)
    return Watching(
        feeds={one.id: one for one in feeds},
        track=track,
        ground=ground(case),
        scans=scans,
        reviews=footage.reviews(connection),
        keyframes=keyframes,
        code_of=code_of,
        picture=lambda one: case.vault.get(one.sha256),
        state=state.hexdigest(),
    )


def looked(case: Case, connection: Connection, watch: Watching, incident: Incident) -> Footage | None:
    """Return what the recordings have to do with an incident as it was last computed."""
    held_here, overlay, mine = (
        settings.read(case.root),
        Overlay(rows.judgements(connection)),
        set(incident.grouped.claims),
    )
    readings = rows.readings_of(connection, incident.grouped.documents)
    claims = [claim for one in readings for claim in overlay.claims(one.claims) if claim.id in mine]
    watch.look(incident.code, asked_of(incident.grouped, claims, held_here))
    return watch.of(incident.code)


def bearing_on(case: Case, connection: Connection, incident: Incident) -> Footage | None:
    """Return what the recordings have to do with one incident; None where there are none, or nothing can be said."""
    watch = watching(case, connection, code_of=lambda code: rows.current_code(connection, code))
    return None if watch is None else looked(case, connection, watch, incident)
