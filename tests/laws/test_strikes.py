"""Laws of strikes: the join finds what a look at every pair finds; any log is read without breaking."""

from contextlib import suppress

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.errors import StrikeLogError
from harmtrace.intake import strike_logs
from harmtrace.strikes import Column, Context, pairs
from harmtrace.strikes.join import metres, reach

_POINT = st.tuples(
    st.integers(0, 12),
    st.integers(0, 9),
    st.one_of(st.floats(-89.5, 89.5), st.floats(36.0, 36.2)),
    st.one_of(st.floats(-180, 180), st.floats(43.0, 43.2), st.sampled_from([179.999, -179.999, 180.0])),
    st.sampled_from([0.0, 10.0, 100.0, 1_500.0, 8_000.0, 25_000.0, 300_000.0]),
)
_COLUMN = st.lists(_POINT, max_size=12).map(lambda rows: Column.of([(a, a + b, c, d, e) for a, b, c, d, e in rows]))


@given(_COLUMN, _COLUMN, st.integers(0, 2), st.sampled_from([1.0, 1.5]))
def test_the_join_finds_exactly_the_pairs_that_meet(a: Column, b: Column, slack: int, stretch: float) -> None:
    i, j, apart = pairs(a, b, slack_days=slack, stretch=stretch)
    found = set(zip(i.tolist(), j.tolist(), strict=True))
    assert len(found) == len(i)
    assert np.all(apart >= 0)
    every = {
        (x, y)
        for x in range(len(a))
        for y in range(len(b))
        if a.first[x] - slack <= b.last[y]
        and b.first[y] <= a.last[x] + slack
        and metres(a.latitude[x : x + 1], a.longitude[x : x + 1], b.latitude[y : y + 1], b.longitude[y : y + 1])[0]
        <= stretch * reach(a.radius_m[x : x + 1], b.radius_m[y : y + 1])[0]
    }
    assert found == every


_CELL = st.sampled_from(
    [
        "",
        "S1",
        "North",
        "2031-07-11T18:37:00Z",
        "2031-07-11",
        "36.1",
        "43.2",
        "-200",
        "38SLF3312",
        "x",
        '"',
        "1e9",
        "nan",
    ]
)


@given(st.lists(st.lists(_CELL, min_size=1, max_size=9).map(",".join), max_size=12))
def test_every_row_of_any_table_is_kept(lines: list[str]) -> None:
    head = "strike_id,belligerent,start,end,latitude,longitude,mgrs,radius_m\n"
    strikes, _ = strike_logs.read((head + "\n".join(lines)).encode(), "log.csv", context=Context(log="log.csv"))
    assert len({strike.id for strike in strikes}) == len(strikes)
    if '"' not in "".join(lines):
        assert len(strikes) == sum(bool(line.replace(",", "").strip()) for line in lines)


@given(st.text(max_size=200), st.sampled_from(["log.csv", "log.txt", "log.jsonl"]))
def test_any_file_is_read_or_refused_in_words(text: str, name: str) -> None:
    with suppress(StrikeLogError):
        strikes, _ = strike_logs.read(text.encode("utf-8", "replace"), name, context=Context(log=name))
        assert all(strike.log == name for strike in strikes)
