"""Recordings of a case: what the case holds of each, with its clock as people's anchors leave it."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from harmtrace.footage.track import Track
from harmtrace.records.footage import Feed
from harmtrace.store import Case, footage


def feeds(case: Case) -> list[tuple[Feed, Track | None]]:
    """Return every recording of a case in the order of taking in, with where it looked."""
    with case.reading() as connection:
        return list(held(case, connection))


def held(case: Case, connection: Connection) -> Iterator[tuple[Feed, Track | None]]:
    """Yield every recording of a case, with where it looked (None where nothing says so)."""
    tracks = {one.feed: one for one in footage.derived(connection, footage.TRACK)}
    for feed in dated(connection):
        track = tracks.get(feed.id)
        yield feed, None if track is None else footage.track_of(case.vault.get(track.sha256))


def dated(connection: Connection) -> Sequence[Feed]:
    """Return every recording of a case, its clock fitted to what its file states and to what people found."""
    return footage.feeds(connection)
