"""Strike, Match, DismissalCheck: what a belligerent logged, and how it stands to an incident."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from harmtrace.records.reason import Reason
from harmtrace.records.score import Feature


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """One logged attack, or one line that logs several.

    Attributes:
        id: as in the log, made unique within the case; ``log``, ``row``: the file and the line it stands in.
        belligerent: as written, None where the log does not say.
        start, end: UTC; None where the log gives no clock. ``end`` is at or after ``start``.
        days: EDTF day or days at the place, as the log gives them; None where it gives none that can be read.
        clock: what the times rest on: ``stated`` offset, the ``case``'s zone, the ``place``'s zone, or ``none``:
            days alone.
        place: as written.
        latitude, longitude: WGS 84; ``radius_m``: how far from there it may have been.
        located: ``coordinates``, ``mgrs``, ``gazetteer`` or ``none``.
        count: how many strikes the line logs; None where it does not say.
        weapon, target, result, requested_by, approved_by, note: as written.
        words: what a line of prose says, None for a row of a table.
        unread: the names of what could not be read; kept, with an issue for each.
    """

    id: str
    log: str
    row: int
    belligerent: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    days: str | None = None
    clock: str = "none"
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_m: int | None = None
    located: str = "none"
    count: int | None = 1
    weapon: str | None = None
    target: str | None = None
    result: str | None = None
    requested_by: str | None = None
    approved_by: str | None = None
    note: str | None = None
    words: str | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A logged strike that may be an incident's: a suggestion until a person decides.

    Attributes:
        hours: between the strike and the time that the claims give, 0 where they overlap.
        metres: between the two points; None where the log gives no point.
        reach_m: the two radii together, 1,000 at least.
        score: sum of the features' weights; above 0 speaks for a match.
        strike: the logged row, whole.
        decided: what a person decided, by whom and why; None for a suggestion.
    """

    strike: Strike
    hours: float
    metres: int | None
    reach_m: int
    score: float
    features: tuple[Feature, ...]
    decided: str | None = None


class Answer(StrEnum):
    """What a dismissal check comes to; never a verdict on the harm."""

    CONSISTENT = "consistent"
    CONTRADICTED = "contradicted"
    UNTESTABLE = "untestable"


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalCheck:
    """One closing's reason, held against what the case holds (VOCABULARY, Reason codes).

    Attributes:
        rows: ids of the strikes, claims or incidents that the answer rests on; none where it rests on their absence.
        on: the day of the closing, None where not known.
    """

    body: str
    reason: Reason
    on: str | None
    answer: Answer
    rows: tuple[str, ...]
    why: str
