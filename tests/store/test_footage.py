"""Recordings in a case: kept once, held by the ledger, carried by a backup, and gone when they are erased."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa

from harmtrace.footage.track import Track
from harmtrace.pipeline import verify
from harmtrace.records.footage import (
    Anchor,
    Basis,
    Candidate,
    Clock,
    Feed,
    Kind,
    Label,
    Reading,
    Review,
    Scan,
    Watched,
)
from harmtrace.records.text import Document, Sha256
from harmtrace.store import Case, backups, checking, create_case, footage, open_case, redacting, rows
from harmtrace.store.rows import Run, RunId

BODY = b"a recording that is none"
DIGEST, _ = footage.object_of(BODY)
CLOCK = Clock(
    basis=Basis.GPS,
    start=datetime(2031, 5, 4, 18, 0, tzinfo=UTC),
    sigma_s=0.5,
    readings=(
        Reading(
            where="tag 2",
            raw="1",
            basis=Basis.GPS,
            media_s=0.0,
            at=datetime(2031, 5, 4, 18, 0, tzinfo=UTC),
            sigma_s=0.5,
        ),
    ),
)
FEED = Feed(
    id=f"f{DIGEST[:12]}",
    sha256=DIGEST,
    name="Tarmouk east 1830.ts",
    kind="video",
    duration_s=60.0,
    frames=1800,
    width=640,
    height=480,
    rate=30.0,
    codec="h264",
    clock=CLOCK,
    security=(("classification", "UNCLASSIFIED"),),
)
REVIEW = Review(
    id="",
    feed=FEED.id,
    sha256=DIGEST,
    pts_from=0,
    pts_to=90_000,
    media_from=0.0,
    media_to=1.0,
    label=Label.SMOKE,
    reviewer="M. Rowe",
    text="A column of smoke.",
    on="2031-06-01",
)


def track(rows: int = 3) -> Track:
    one = np.arange(rows, dtype=np.float64)
    corners = np.zeros((rows, 4, 2))
    return Track(
        media_s=one,
        stated_s=one,
        latitude=one,
        longitude=one,
        altitude=one,
        heading=one,
        pitch=one,
        roll=one,
        azimuth=one,
        elevation=one,
        turn=one,
        h_fov=one,
        v_fov=one,
        slant=one,
        width=one,
        centre_latitude=one,
        centre_longitude=one,
        ground=one,
        corners=corners,
        offset_corners=corners,
    )


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Return a case with one recording, its track, an anchor, a scan and two reviews."""
    case = create_case(tmp_path / "case")
    digest, body = footage.object_of(footage.track_bytes(track()))
    case.vault.put({DIGEST: BODY, digest: body})
    run = Run(id=RunId(0), command="footage add", inputs=(), rules=(), settings="s", started="2031-06-01T00:00:00Z")
    anchor = Anchor(
        media_s=3.0,
        reference=datetime(2031, 5, 4, 18, 0, 5, tzinfo=UTC),
        sigma_s=0.1,
        method="burned_in",
        by="M. Rowe",
        why="the clock in the picture",
        on="2031-06-01",
    )
    scan = Scan(
        feed=FEED.id,
        sha256=DIGEST,
        tool="scan",
        version="1",
        parameters=(("threshold", "5"),),
        candidates=(
            Candidate(
                feed=FEED.id, media_s=2.5, pts=225_000, kind=Kind.FLASH, x=0.5, y=0.5, score=9.0, words="a flash"
            ),
        ),
        watched=(Watched(media_from=0.0, media_to=60.0, clear=True, least_area=0.001),),
    )
    with case.writing() as connection:
        number = rows.begin_run(connection, run)
        rows.keep_originals(connection, number, [(DIGEST, len(BODY), FEED.name)])
        footage.keep_feed(connection, number, FEED)
        made = footage.Derived(id=0, feed=FEED.id, kind=footage.TRACK, sha256=digest, tool="klv", version="1")
        footage.keep_derived(connection, [made])
        footage.keep_anchor(connection, FEED.id, anchor, at="2031-06-01T00:00:01Z")
        wrong = footage.keep_anchor(connection, FEED.id, replace(anchor, sigma_s=9.0), at="2031-06-01T00:00:01Z")
        gone = footage.Withdrawn(
            id=0, feed=FEED.id, anchor=wrong.id, by="A. Sel", why="smoke hid it", at="2031-06-01T00:00:01Z"
        )
        footage.keep_withdrawal(connection, gone)
        footage.keep_scan(connection, scan)
        first = footage.keep_review(connection, REVIEW, at="2031-06-01T00:00:02Z")
        second = replace(REVIEW, reviewer="A. Sel", second=first.id, label=Label.CANNOT_TELL, agrees=False)
        footage.keep_review(connection, second, at="2031-06-01T00:00:03Z")
        rows.finish_run(connection, number, finished="2031-06-01T00:00:09Z", counts={}, result="")
    return case


def test_what_is_kept_of_a_recording_comes_back_as_it_was(case: Case) -> None:
    with case.reading() as connection:
        assert footage.feeds(connection) == (FEED,)
        (made,) = footage.derived(connection, footage.TRACK)
        kept = footage.track_of(case.vault.get(made.sha256))
        assert np.array_equal(kept.corners, track().corners)
        assert np.array_equal(kept.heading, track().heading)
        assert [one.anchor.media_s for one in footage.anchors(connection)] == [3.0, 3.0]
        assert [(one.anchor, one.by) for one in footage.withdrawals(connection).values()] == [(2, "A. Sel")]
        assert footage.scans(connection)[FEED.id].candidates[0].kind is Kind.FLASH
        assert [(one.id, one.second, one.label) for one in footage.reviews(connection)] == [
            ("r1", None, Label.SMOKE),
            ("r2", "r1", Label.CANNOT_TELL),
        ]


def test_the_same_recording_is_kept_once(case: Case) -> None:
    with case.writing() as connection:
        (made,) = footage.derived(connection)
        before = checking.held(connection).head.n
        assert not footage.keep_feed(connection, RunId(1), FEED)
        footage.keep_derived(connection, [made])
        assert checking.held(connection).head.n == before


def test_a_case_with_footage_verifies_and_names_what_was_changed(case: Case) -> None:
    assert verify(case.root).originals == 1
    case.engine.dispose()
    with sqlite3.connect(case.database) as raw:
        raw.execute("DROP TRIGGER feed_reviews_no_update")
        raw.execute("UPDATE feed_reviews SET body = replace(body, 'smoke', 'rescue') WHERE id = 1")
    raw.close()
    with pytest.raises(Exception, match="feed_reviews, row 1: was changed"):
        verify(case.root)


def test_an_object_made_of_a_recording_is_held_to_its_hash(case: Case) -> None:
    with case.reading() as connection:
        (made,) = footage.derived(connection)
    path = case.vault.path(made.sha256)
    path.chmod(0o644)
    path.write_bytes(b"other")
    with pytest.raises(Exception, match=made.sha256):
        verify(case.root)


@pytest.mark.parametrize(
    "table", ["feeds", "feed_derived", "feed_anchors", "feed_withdrawals", "feed_scans", "feed_reviews"]
)
def test_no_row_of_footage_may_change_or_go(case: Case, table: str) -> None:
    for words in (f"UPDATE {table} SET body = ''", f"DELETE FROM {table}"):
        with case.writing() as connection, pytest.raises(sa.exc.IntegrityError, match="append-only"):
            connection.exec_driver_sql(words)


def test_a_backup_carries_recordings_and_what_was_made_of_them(case: Case, tmp_path: Path) -> None:
    backups.back_up(case, tmp_path / "backup")
    backups.restore(tmp_path / "backup", tmp_path / "again")
    assert verify(tmp_path / "again").originals == 1
    again = open_case(tmp_path / "again")
    with again.reading() as connection:
        for digest in (Sha256(DIGEST), *footage.objects(connection)):
            again.vault.check(digest)


def test_no_name_stands_in_an_entry_of_the_ledger(case: Case) -> None:
    with case.reading() as connection:
        bodies = b"".join(body for body, _, _ in checking.stored(connection))
    for name in (b"Rowe", b"Sel", b"Tarmouk", b"smoke"):
        assert name not in bodies


def test_an_erased_recording_is_gone_with_all_that_was_made_and_said_of_it_and_the_case_verifies(case: Case) -> None:
    with case.reading() as connection:
        (made,) = footage.derived(connection)
    with case.writing() as connection:
        redacting.feed(connection, checking.held(connection), FEED.id, by="M. Rowe", why="asked for")
    case.finish_erasing()
    assert not case.vault.path(DIGEST).exists()
    assert not case.vault.path(made.sha256).exists()
    with case.reading() as connection:
        assert footage.feeds(connection) == ()
        assert list(footage.derived(connection)) == []
        assert DIGEST in redacting.erased_originals(connection)
        assert [one.reviewer for one in footage.reviews(connection)] == ["(redacted)", "(redacted)"]
        assert footage.anchors(connection)[0].anchor.by == "(redacted)"
    found = verify(case.root)
    assert (found.originals, found.notices) == (0, ())


def test_an_original_that_a_document_needs_too_stays_when_its_recording_is_erased(case: Case) -> None:
    document = Document(id="notes.txt", text="words", sha256=DIGEST, media="text/plain", published_why="")
    with case.writing() as connection:
        rows.keep_documents(connection, RunId(1), [document])
    with case.writing() as connection:
        redacting.feed(connection, checking.held(connection), FEED.id, by="M. Rowe", why="asked for")
    case.finish_erasing()
    assert case.vault.path(DIGEST).exists()
    assert verify(case.root).originals == 1
