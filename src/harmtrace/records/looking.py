"""Reviewed, Queued, Pair, Footage: reviews side by side, what to look at next and why, what a page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harmtrace.records.footage import Anchor, Coverage, Feed, Review, Scan, Window

# Markings of ST 0102 that hold nothing back, and the fields that may hold something.
_FREE = frozenset(("", "UNCLASSIFIED"))
_HOLDING = ("classification", "caveat", "releas", "sci", "shi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One first review with those that were made beside it, blind."""

    first: Review
    seconds: tuple[Review, ...] = ()

    @property
    def agrees(self) -> bool | None:
        """Tell whether all gave the same label; None where nobody was second."""
        return all(one.label is self.first.label for one in self.seconds) if self.seconds else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """An anchor under its number; ``withdrawn``: who withdrew it, on which day and why, None while it holds."""

    number: int
    anchor: Anchor
    withdrawn: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A recording with every anchor that people gave it, and where its times contradict one another, in sentences."""

    feed: Feed
    datings: tuple[Dating, ...] = ()
    disagrees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One part of a score: what was found, in words, and what it adds (0 to the term's weight)."""

    name: str
    found: str
    adds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A window that people should look at; ``score`` is the sum of its terms."""

    window: Window
    score: float
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two recordings that show the same pictures.

    Attributes:
        a, b: their ids; ``offset_s``: what ``a`` shows, ``b`` shows so many seconds of its own time later; None
            where the view changes so little that no offset fits better than others.
        pictures: key frames of ``a`` that ``b`` has at that offset; ``share``: of the shorter one's key frames.
        start_s, end_s: the longest stretch of ``a`` in which every key frame is among them.
    """

    a: str
    b: str
    offset_s: float | None
    pictures: int
    share: float
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A key frame as a small grey JPEG file, blurred or clear."""

    feed: str
    media_s: float
    pts: int
    jpeg: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Footage:
    """What the recordings of a case have to do with one incident.

    Attributes:
        feeds: every recording of the case, by id.
        scans: the latest scan of each recording that was scanned; ``reviews``: those that bear on the incident.
        queue: the windows in the order to be looked at; ``pictures``: blurred key frames of them, in order.
        mark: the same while all of this is the same.
    """

    coverage: Coverage
    feeds: Mapping[str, Feed] = field(default_factory=dict)
    scans: Mapping[str, Scan] = field(default_factory=dict)
    reviews: tuple[Reviewed, ...] = ()
    queue: tuple[Queued, ...] = ()
    pictures: tuple[Picture, ...] = ()
    mark: str = ""


def marking(feed: Feed) -> str:
    """Return the security marking of a recording as it is shown: as the file has it."""
    return "; ".join(f"{name}: {words}" for name, words in feed.security) or "no marking in the file"


def held_back(feed: Feed) -> str | None:
    """Return the marking that keeps a recording's pictures out of what is handed on; None where none does.

    A recording without any marking is not held back: nothing in it says who may see it.
    """
    marks = [
        (name, words)
        for name, words in feed.security
        if any(one in name.lower() for one in _HOLDING) and "declass" not in name.lower()
    ]
    holding = [f"{name}: {words}" for name, words in marks if words.strip().upper().rstrip("/") not in _FREE]
    return "; ".join(holding) or None
