"""What people find in recordings: when a moment was (an anchor), what a stretch shows (a review). Kept for ever."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from harmtrace.errors import UsageError
from harmtrace.footage import clocks, reviewing
from harmtrace.intake.keyframes import stamps
from harmtrace.intake.sandbox import Sandbox
from harmtrace.pipeline.footage import dated, fitted
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.pipeline.running import conclude_anew
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Anchor, Clock, Feed, Label, Review
from harmtrace.records.looking import Reviewed
from harmtrace.store import Case, footage, now, open_case, rows

METHODS = ("gps", "burned_in", "common_flash", "audio", "shadow", "document", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """An anchor as kept or withdrawn, the clock before and after, where times disagree, what figures changed."""

    id: int
    before: Clock
    after: Clock
    issues: tuple[Issue, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a person saw, as it is given.

    Attributes:
        start_s, end_s: seconds from the first frame; None to take those of the first review.
        point: latitude and longitude on the ground; ``second_of``: the review that this one is made beside.
    """

    label: Label
    by: str
    text: str
    start_s: float | None = None
    end_s: float | None = None
    second_of: str | None = None
    incident: str | None = None
    point: tuple[float, float] | None = None


def anchor(
    root: Path,
    feed: str,
    *,
    media_s: float,
    reference: datetime,
    sigma_s: float,
    method: str,
    by: str,
    why: str,
    progress: Progress = quiet,
) -> Anchored:
    """Keep when a moment of a recording was, fit its clock anew, and hold incidents against it.

    Raises:
        UsageError: no such recording, an empty name or reason, a time without zone, or a moment outside it.
    """
    _named(by, why)
    if reference.tzinfo is None:
        raise UsageError(f"--utc: expected a time with its zone (2031-05-04T18:00:05Z), found {reference.isoformat()}")
    _datable(reference, sigma_s)
    case = open_case(root)
    with case.alone():
        with case.writing() as connection:
            before = _feed(connection, root, feed)
            _within("--media", media_s, before)
            at = now()
            given = Anchor(
                media_s=media_s,
                reference=reference,
                sigma_s=sigma_s,
                method=method,
                by=by.strip(),
                why=why.strip(),
                on=at[:10],
            )
            kept = footage.keep_anchor(connection, before.id, given, at=at)
            after = _feed(connection, root, feed)
            issues = next(found for one, found in fitted(connection) if one.id == after.id)
        changes = conclude_anew(case, progress=progress)
    return Anchored(id=kept.id, before=before.clock, after=after.clock, issues=issues, changes=changes)


#: The largest error of a dated moment (seconds): a year. An anchor is kept for ever, and a looser one says nothing.
LONGEST_ERROR_S = 366 * 86_400.0
_YEARS = range(1950, 2101)


def withdraw(root: Path, number: int, *, by: str, why: str, progress: Progress = quiet) -> Anchored:
    """Keep that an anchor holds no longer, fit its recording's clock anew, and hold incidents against it.

    Nothing is deleted: the anchor stays in the case and its ledger, and is passed over.

    Raises:
        UsageError: no such anchor, one that was withdrawn already, or an empty name or reason.
    """
    _named(by, why)
    case = open_case(root)
    with case.alone():
        with case.writing() as connection:
            given = next((one for one in footage.anchors(connection) if one.id == number), None)
            if given is None:
                raise UsageError(f"{root}: no anchor {number} in this case; `harmtrace footage list` shows them")
            if (gone := footage.withdrawals(connection).get(number)) is not None:
                raise UsageError(f"{root}: anchor {number} was withdrawn already, by {gone.by} on {gone.at[:10]}")
            before = _feed(connection, root, given.feed)
            said = footage.Withdrawn(id=0, feed=given.feed, anchor=number, by=by.strip(), why=why.strip(), at=now())
            footage.keep_withdrawal(connection, said)
            after, issues = next(one for one in fitted(connection) if one[0].id == given.feed)
        changes = conclude_anew(case, progress=progress)
    return Anchored(id=number, before=before.clock, after=after.clock, issues=issues, changes=changes)


def _within(option: str, media_s: float, feed: Feed) -> None:
    """Refuse a moment that the recording does not have."""
    if not 0 <= media_s <= (feed.duration_s or reviewing.LONGEST_S):
        told = "" if feed.duration_s is None else f" (0 to {feed.duration_s:g} s)"
        raise UsageError(f"{option}: expected a moment within {feed.name}{told}, found {media_s:g} s")


def _sure(sigma_s: float) -> None:
    """Refuse an error that is none, or with which nothing could be reckoned."""
    if not 0 < sigma_s <= LONGEST_ERROR_S:
        raise UsageError(f"--sigma: expected seconds above zero, a year at most, found {sigma_s:g}")


def _datable(reference: datetime, sigma_s: float) -> None:
    """Refuse a moment with which no clock could be reckoned, before it is kept."""
    _sure(sigma_s)
    if reference.year not in _YEARS:
        raise UsageError(f"--utc: expected a year from {_YEARS[0]} to {_YEARS[-1]}, found {reference.year}")


def dated_by(root: Path, other: str, feed: str, *, at_s: float, sigma_s: float) -> tuple[datetime, float, str]:
    """Return when a moment of another recording was, its error with that of seeing one moment in both, and words on it.

    Raises:
        UsageError: no such recording, the same one, one whose clock is not known, or a moment outside it.
    """
    _sure(sigma_s)
    case = open_case(root)
    with case.reading() as connection:
        found, dated_one = _feed(connection, root, other), _feed(connection, root, feed)
    if found.id == dated_one.id:
        raise UsageError(f"--shown-in: expected another recording than {feed}, found the same")
    _within("--shown-at", at_s, found)
    given = clocks.shared(found.clock, at_s, 0.0, sigma_s=sigma_s, method="other", by="", why="", on="")
    if given is None:
        raise UsageError(f"--shown-in: expected a recording whose clock is known, found {found.name}, whose is not")
    return given.reference, given.sigma_s, f"shown in {found.name} ({found.id}) at {at_s:g} s, {found.clock.basis}"


def review(root: Path, feed: str, seen: Seen, *, progress: Progress = quiet) -> Review:
    """Keep what a person saw in a stretch of a recording; a second review is made without sight of the first.

    Raises:
        UsageError: no such recording, review or incident, or a stretch outside it.
        WorkflowError: the second reviewer is the first, or the review is of another recording.
    """
    _named(seen.by, seen.text)
    case = open_case(root)
    with case.alone():
        with case.reading() as connection:
            held = _feed(connection, root, feed)
            first = None
            if seen.second_of is not None:
                every = footage.reviews(connection)
                first = reviewing.beside(every, seen.second_of, feed=held.id, reviewer=seen.by)
            incident = seen.incident if seen.incident is not None or first is None else first.incident
            if incident is not None and rows.incident(connection, incident) is None:
                raise UsageError(f"{root}: no incident {incident!r} in this case; `harmtrace incidents` lists them")
        made = replace(_made(case, held, seen, first), incident=incident)
        with case.writing() as connection:
            at = now()
            kept = footage.keep_review(connection, replace(made, on=at[:10], made_at=at), at=at)
        conclude_anew(case, progress=progress)
    return kept


_UNSEEN = {"track": "a subtitle file of positions", "telemetry": "packets of telemetry alone"}


def _made(case: Case, feed: Feed, seen: Seen, first: Review | None) -> Review:
    if (what := _UNSEEN.get(feed.kind)) is not None:
        message = f"{feed.name}: expected a recording with pictures or sound to review, found {what}"
        raise UsageError(f"{message}; review the video that it belongs to")
    start, end = reviewing.span(first, (seen.start_s, seen.end_s), feed.duration_s)
    with Sandbox() as sandbox:
        path = case.vault.path(feed.sha256)
        begin, until = stamps(path, name=feed.name, moments=[start, end], sandbox=sandbox)
    return Review(
        id="",
        feed=feed.id,
        sha256=feed.sha256,
        pts_from=begin.pts,
        pts_to=until.pts,
        frame_from=begin.frame,
        frame_to=until.frame,
        media_from=start,
        media_to=end,
        at=feed.clock.at(start),
        sigma_s=None if feed.clock.start is None else feed.clock.sigma(start),
        latitude=None if seen.point is None else seen.point[0],
        longitude=None if seen.point is None else seen.point[1],
        label=seen.label,
        reviewer=seen.by.strip(),
        text=seen.text.strip(),
        on=now()[:10],
        second=None if first is None else first.id,
        agrees=None if first is None else first.label is seen.label,
    )


def reviews(root: Path) -> tuple[Sequence[Reviewed], dict[str, Feed]]:
    """Return every first review with its second ones, and the recordings by id."""
    with open_case(root).reading() as connection:
        every = footage.reviews(connection)
        return reviewing.paired(every), {one.id: one for one in dated(connection)}


def find(connection: Connection, root: Path, given: str) -> Feed:
    """Return the recording of an id, of the first digits of one (8 or more with the f), or of a file name.

    Raises:
        UsageError: none, or more than one, goes by that name.
    """
    return _feed(connection, root, given)


def _feed(connection: Connection, root: Path, given: str) -> Feed:
    every = dated(connection)
    for found in (
        [one for one in every if one.id == given],
        [one for one in every if len(given) >= 8 and one.id.startswith(given)],
        [one for one in every if one.name == given],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"{given}: {len(found)} recordings go by that name; give the id")
    raise UsageError(f"{root}: no recording {given!r} in this case; `harmtrace footage list` shows their ids")


def _named(by: str, why: str) -> None:
    if not by.strip() or not why.strip():
        raise UsageError("expected a name (--by) and words (--why, --text), found nothing")
