"""The index of runs at a tenth of the size of its benchmark, and runs of rows."""

import numpy as np
import pytest

from benchmarks.footage_coverage import box, every, made, questions
from harmtrace.errors import FootageError
from harmtrace.footage.columns import pack, unpack
from harmtrace.footage.footprints import of_feed
from harmtrace.footage.index import Index
from harmtrace.footage.runs import rows, segments
from tests.footage.looking import feed, square, track


def test_a_tenth_of_the_benchmark_answers_as_a_look_at_every_segment_does() -> None:
    held, _, feeds = made(0.1)
    sigma_s = np.array([one.clock.sigma_s for one in feeds])
    index = Index.of(held, sigma_s)
    assert len(held) > 900_000
    again = Index.from_columns(unpack(b"".join(pack(index.columns())))[0])
    hits = 0
    for asked in map(box, questions(40)):
        found = index.find(asked)
        assert np.array_equal(found, every(index.segments, sigma_s, asked))
        assert np.array_equal(found, again.find(asked))
        hits += len(found)
    assert hits > 0


def test_a_loose_clock_and_a_long_run_are_found_at_any_time() -> None:
    held, _, feeds = made(0.005)
    loose = np.full(len(feeds), 4_000.0)
    index = Index.of(held, loose)
    for asked in map(box, questions(40)):
        assert np.array_equal(index.find(asked), every(index.segments, loose, asked))


def test_runs_part_where_the_view_moves_where_packets_stop_and_at_quarter_hours() -> None:
    seen = track(2_000, corners=square(10.0, 20.0))
    seen.corners[300:600] = square(10.02, 20.0)
    seen.media_s[1_500:] += 60
    one = feed("a", duration_s=2_100.0)
    held = rows(of_feed(one, seen))
    found = segments(held, one.clock, feed=0, first=7)
    starts = ((found.start - found.start[0]) / 1_000).tolist()
    assert starts == [0.0, 300.0, 600.0, 900.0, 1_560.0, 1_800.0]
    assert found.first[0] == 7
    assert int(found.many.sum()) == 2_000
    assert (found.south < found.north).all()


def test_rows_without_ground_are_in_no_run() -> None:
    seen = track(30, corners=square(10.0, 20.0))
    seen.corners[10:20] = np.nan
    one = feed("a")
    found = segments(rows(of_feed(one, seen)), one.clock, feed=0, first=0)
    assert found.many.tolist() == [10, 10]
    assert found.first.tolist() == [0, 20]


def test_an_index_without_one_of_its_columns_is_refused() -> None:
    held, _, feeds = made(0.002)
    columns = Index.of(held, np.zeros(len(feeds))).columns()
    with pytest.raises(FootageError, match="several lengths"):
        Index.from_columns(columns | {"segment_west": columns["segment_west"][:3]})
    del columns["keys"]
    with pytest.raises(FootageError, match="keys"):
        Index.from_columns(columns)
