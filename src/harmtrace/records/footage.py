"""Feed, Clock, Window, Gap, Candidate, Scan, Review: what is known of recordings, and what people saw in them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from harmtrace.records.text import Sha256


class Basis(StrEnum):
    """What a time of a recording rests on; never merged into one time without saying so."""

    GPS = "gps"
    UTC_DECLARED = "utc_declared"
    LOCAL_DECLARED_OFFSET = "local_declared_offset"
    LOCAL_UNKNOWN = "local_unknown"
    FILENAME = "filename"
    BURNED_IN = "burned_in"
    MISP_OR_POSIX_UNKNOWN = "misp_or_posix_unknown"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One time that a file states of itself, as it stands there.

    Attributes:
        where: the field it stands in (``tag 2``, ``creation_time``, ``EXIF DateTimeOriginal``, ``file name``).
        raw: the value as written.
        basis: what it rests on.
        media_s: the moment of the recording that it dates, in seconds from its first frame.
        at: UTC; None where the value cannot be placed (no zone, unreadable).
        sigma_s: one standard deviation of ``at``, in seconds.
        note: what a person should know of it ("may be the end of the recording"), else None.
    """

    where: str
    raw: str
    basis: Basis
    media_s: float
    at: datetime | None
    sigma_s: float
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A moment of a recording that a person dated by other means.

    Attributes:
        media_s: seconds from the first frame; ``reference``: the true UTC of that moment; ``sigma_s``: its error.
        method: ``gps``, ``burned_in``, ``common_flash``, ``audio``, ``shadow``, ``document`` or ``other``.
        by, why, on: who set it, from what, and the day.
    """

    media_s: float
    reference: datetime
    sigma_s: float
    method: str
    by: str
    why: str
    on: str


def give_or_take(sigma_s: float) -> str:
    """Return an error in seconds as it is shown, to three places.

    >>> give_or_take(28.97), give_or_take(0.5), give_or_take(3599.2)
    ('29 s', '0.5 s', '3,600 s')
    """
    return f"{float(f'{sigma_s:.3g}'):,g} s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """How seconds of a recording become UTC: ``start + media_s * (1 + drift)``, give or take ``sigma``.

    Attributes:
        basis: what the time rests on; ``none`` where nothing dates the recording.
        start: UTC of the first frame; None where it is not known.
        drift: seconds gained in a second of the recording.
        sigma_s: error at ``sigma_at`` (media seconds); ``drift_sigma``: error of the drift, so that the whole error is
            ``hypot(sigma_s, drift_sigma * (media_s - sigma_at))``.
        readings: every time that the file states; ``anchors``: every moment that a person dated and nobody withdrew.
            Both whole. ``disputed``: whether anchors contradict one another; the error then reaches all of them.
    """

    basis: Basis
    start: datetime | None
    drift: float = 0.0
    sigma_s: float = 0.0
    sigma_at: float = 0.0
    drift_sigma: float = 0.0
    readings: tuple[Reading, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    disputed: bool = False

    def at(self, media_s: float) -> datetime | None:
        """Return the UTC of a moment of the recording, None where the clock is not known."""
        return None if self.start is None else self.start + timedelta(seconds=media_s * (1 + self.drift))

    def sigma(self, media_s: float) -> float:
        """Return one standard deviation of :meth:`at`, in seconds."""
        return float((self.sigma_s**2 + (self.drift_sigma * (media_s - self.sigma_at)) ** 2) ** 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One class of malformed bytes: how often, and where the first of them stand.

    Attributes:
        kind: ``checksum_wrong``, ``checksum_payload_only``, ``checksum_missing``, ``wrong_length``, ``missing_pts``,
            ``unknown_tag``, ``truncated``, ``several_streams``, ``repeated_tag``, ``resynchronised`` and so on.
        count: how many.
        offsets: byte offsets of the first ten, from the start of the metadata stream.
        detail: the tag or stream, where one is meant.
    """

    kind: str
    count: int
    offsets: tuple[int, ...]
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One recording in the case.

    Attributes:
        id: ``f`` and the first 12 digits of the SHA-256: the same in every case that holds the file.
        sha256: of the original; ``name``: its original file name, which may be the only word on its date.
        kind: ``video``, ``telemetry``, ``photo``, ``track`` (a subtitle file of positions) or ``sound`` (no picture).
        duration_s: None where not known; ``frames``: None likewise.
        width, height: of a frame as stored, pixels; ``rotation``: degrees to turn it by for display.
        rate: mean frames a second; ``variable``: the frames are not evenly spaced.
        codec, pixels: as the container names them (``h264``, ``yuv420p10le``).
        sound: it has an audio stream.
        clock: how its seconds become UTC.
        latitude, longitude: where the file says it was taken, for files without telemetry; None otherwise.
        packets: telemetry packets read.
        diagnostics: what was malformed in them.
        security: ST 0102 fields as written, shown as they are (``("classification", "UNCLASSIFIED")``).
        notes: what a person should know ("written by Lavf: a remux may have lost fields").
    """

    id: str
    sha256: Sha256
    name: str
    kind: str
    duration_s: float | None
    frames: int | None
    width: int | None
    height: int | None
    rate: float | None
    codec: str | None
    clock: Clock
    pixels: str | None = None
    rotation: int = 0
    variable: bool = False
    sound: bool = False
    latitude: float | None = None
    longitude: float | None = None
    packets: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    security: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


class Method(StrEnum):
    """What a footprint rests on, best first."""

    CORNERS = "corners"
    OFFSET_CORNERS = "offset_corners"
    ANGLES = "angles"
    CENTRE_WIDTH = "centre_width"
    POSITION = "position"
    NONE = "none"


class Elevation(StrEnum):
    """Where the elevation of the ground comes from that a footprint rests on, best first."""

    TAG_25 = "tag 25"
    TAG_78 = "tag 78"
    SLANT = "slant range"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of time in which a feed could see a place.

    Attributes:
        start, end: UTC as the feed's clock gives them, not yet widened; ``sigma_s``: one standard deviation, the larger
            of both ends.
        media_start, media_end: the same in seconds of the recording.
        basis: of the clock; ``method``: the weakest footprint in the window.
        metres_per_pixel: on the ground, median over the window; None where the frame's size is not known.
        share: how much of the place stood in the frame, median over the window, 0 to 1.
        error_m: radius of the footprint's error, median.
        clipped: True where the horizon cut the footprint.
        ground_m: elevation of the ground that the footprints rest on, metres, median; None where none was needed.
        ground_from: the weakest source of that elevation in the window.
    """

    feed: str
    start: datetime
    end: datetime
    sigma_s: float
    media_start: float
    media_end: float
    basis: Basis
    method: Method
    metres_per_pixel: float | None
    share: float
    error_m: float
    clipped: bool = False
    ground_m: float | None = None
    ground_from: Elevation = Elevation.ASSUMED


class Why(StrEnum):
    """Why a feed says nothing about a place in a stretch of time."""

    ELSEWHERE = "looked elsewhere"
    NO_METADATA = "metadata missing"
    NO_FILE = "file missing or withheld"
    NO_CLOCK = "clock unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch of time for which a feed shows nothing of the place; never a sign that nothing happened.

    Attributes:
        start, end: UTC; both None for a feed whose clock is not known.
    """

    feed: str
    start: datetime | None
    end: datetime | None
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the footage of a case could see of one place in one window.

    Attributes:
        latitude, longitude, radius_m: the place asked for; ``start``, ``end``: the window asked for, UTC.
        no_feed: stretches of the window in which no feed could see the place.
        sigmas: by how many standard deviations of its clock each feed's time was widened.
    """

    latitude: float
    longitude: float
    radius_m: float
    start: datetime
    end: datetime
    windows: tuple[Window, ...]
    gaps: tuple[Gap, ...]
    no_feed: tuple[tuple[datetime, datetime], ...]
    sigmas: float = 2.0


class Kind(StrEnum):
    """What a candidate is, in words that name no cause."""

    FLASH = "flash"
    LATER_FLASH = "later_flash"
    CUT = "cut"
    GAIN_STEP = "gain_step"
    POLARITY_FLIP = "polarity_flip"
    ZOOM = "zoom"
    MANY_AT_ONCE = "many_at_once"
    SOUND = "sound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A moment that a machine suggests a person looks at; never a finding.

    Attributes:
        feed: the feed's id, or the file's name where no case holds it.
        media_s: seconds from the first frame, of the first frame that shows it; ``pts``: its presentation time stamp;
            ``frame``: its number from 0, None where frames were skipped.
        x, y: centre in the frame as stored, 0 to 1 from the upper left; None for what has no place in the frame.
        area: share of the frame.
        chain: number of the chain of events it belongs to, from 1; None for discontinuities.
        after_s: seconds since the chain's first event, None for a first one; ``moved_px``: pixels of the stored frame
            from there, with the camera's own motion taken out; ``moved_m``: on the ground, None without a footprint.
        score: how far it stands out, in standard deviations of the quiet picture.
        words: one sentence for a person.
    """

    feed: str
    media_s: float
    pts: int
    kind: Kind
    x: float | None
    y: float | None
    score: float
    words: str
    frame: int | None = None
    area: float | None = None
    chain: int | None = None
    after_s: float | None = None
    moved_px: float | None = None
    moved_m: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A stretch of a recording, and whether a flash in it would have become a candidate.

    "No second flash seen" may only be said of stretches that are clear, and is said with them.

    Attributes:
        media_from, media_to: seconds from the first frame.
        clear: the picture was there, unsaturated and steady enough.
        why: what hid the picture ("saturated", "frames missing", "cut"); None where it is clear.
        least_area: the smallest share of the frame that would have been suggested, None where not known.
    """

    media_from: float
    media_to: float
    clear: bool
    why: str | None = None
    least_area: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What a machine suggests of one recording, and what it could see; never a finding.

    Attributes:
        feed: as in ``Candidate``; ``sha256``: of the original.
        tool, version: what scanned; ``parameters``: name and value of each threshold, as text.
        candidates: in order of time; ``watched``: stretches that follow one another, in order.
    """

    feed: str
    sha256: Sha256
    tool: str
    version: str
    parameters: tuple[tuple[str, str], ...]
    candidates: tuple[Candidate, ...]
    watched: tuple[Watched, ...]


class Label(StrEnum):
    """What a reviewer may say of a stretch of footage; the list is closed."""

    STRIKE_IMPACT = "strike impact"
    LATER_EVENT = "secondary explosion"
    PEOPLE_BEFORE = "people present before"
    COLLAPSE = "collapse"
    RESCUE = "rescue"
    SMOKE = "smoke"
    NOTHING = "nothing visible"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What one person saw in one stretch of one feed; never changed, only followed by another.

    Attributes:
        id: unique in the case; ``feed``, ``sha256``: which recording.
        pts_from, pts_to: presentation time stamps; ``frame_from``, ``frame_to``: frame numbers, None where not counted.
        media_from, media_to: seconds from the first frame.
        at: UTC of the start, ``sigma_s`` its error; None where the clock is not known.
        latitude, longitude: the point on the ground, None where none is given.
        text: the reviewer's words.
        second: the review that this one was made beside, blind, as second reviewer; None for a first.
        agrees: for a second review, whether the labels are the same; both are kept.
        incident: code of the incident it bears on, else None.
        made_at: UTC of recording, ISO 8601; None in reviews that earlier versions kept, with the day alone.
    """

    id: str
    feed: str
    sha256: Sha256
    pts_from: int
    pts_to: int
    media_from: float
    media_to: float
    label: Label
    reviewer: str
    text: str
    on: str
    frame_from: int | None = None
    frame_to: int | None = None
    at: datetime | None = None
    sigma_s: float | None = None
    latitude: float | None = None
    longitude: float | None = None
    second: str | None = None
    agrees: bool | None = None
    incident: str | None = None
    made_at: str | None = None
