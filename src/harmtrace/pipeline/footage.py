"""Recordings of a case, their clocks as people's anchors leave them."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection

from harmtrace.footage import clocks
from harmtrace.footage.track import Track
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Feed
from harmtrace.records.looking import Dating, Listed
from harmtrace.store import Case, footage


def feeds(case: Case) -> tuple[Feed, ...]:
    """Return every recording of a case in the order of taking in; where they looked is not read."""
    with case.reading() as connection:
        return dated(connection)


def listed(case: Case) -> tuple[Listed, ...]:
    """Return every recording of a case with its anchors, those withdrawn included, and what contradicts what."""
    with case.reading() as connection:
        gone, datings = footage.withdrawals(connection), dict[str, list[Dating]]()
        for one in footage.anchors(connection):
            by = gone.get(one.id)
            withdrawn = None if by is None else (by.by, by.at[:10], by.why)
            datings.setdefault(one.feed, []).append(Dating(number=one.id, anchor=one.anchor, withdrawn=withdrawn))
        return tuple(
            Listed(
                feed=feed,
                datings=tuple(datings.get(feed.id, ())),
                disagrees=tuple(issue.message for issue in issues),
            )
            for feed, issues in fitted(connection)
        )


def held(case: Case, connection: Connection) -> Iterator[tuple[Feed, Track | None]]:
    """Yield every recording of a case, with where it looked (None where nothing says so)."""
    tracks = {one.feed: one for one in footage.derived(connection, footage.TRACK)}
    for feed in dated(connection):
        track = tracks.get(feed.id)
        yield feed, None if track is None else footage.track_of(case.vault.get(track.sha256))


def dated(connection: Connection) -> tuple[Feed, ...]:
    """Return every recording of a case, its clock fitted to what its file states and to what people found."""
    return tuple(feed for feed, _ in fitted(connection))


def fitted(connection: Connection) -> Iterator[tuple[Feed, tuple[Issue, ...]]]:
    """Yield every recording of a case with its clock, and where an anchor of a person and other times disagree."""
    anchors, gone = dict[str, list[footage.Dated]](), footage.withdrawals(connection)
    for one in footage.anchors(connection):
        if one.id not in gone:
            anchors.setdefault(one.feed, []).append(one)
    for feed in footage.feeds(connection):
        if feed.id in anchors:
            clock, issues = clocks.fit(feed.clock.readings, [one.anchor for one in anchors[feed.id]])
            yield replace(feed, clock=clock), issues
        else:
            yield feed, ()
