"""Join generated incidents with generated strikes, beside DuckDB: ``python -m benchmarks.strike_join [--json FILE]``.

100,000 incidents and 1,000,000 strikes crowd round 300 towns over two years. The join is held against a look at
every strike for 1,000 of the incidents; DuckDB answers the same question as a range join on a sample, and as an
equi-join on cells and days on the whole. Times are process time, the best of three.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from harmtrace.strikes.join import Column, Floats, Ints, metres, pairs, reach

INCIDENTS, STRIKES, SAMPLE, RANGE_SAMPLE = 100_000, 1_000_000, 1_000, 200
DAYS, TOWNS, SEED = 730, 300, 7


def generated(many: int, seed: int, radius_m: float) -> Column:
    """Return points round towns of very different size; every tenth lies anywhere."""
    towns = np.random.default_rng(SEED).uniform((33.0, 36.0), (37.0, 46.0), (TOWNS, 2))
    weight = 1 / np.arange(1, TOWNS + 1)
    random = np.random.default_rng(seed)
    town = random.choice(TOWNS, many, p=weight / weight.sum())
    point = towns[town] + random.normal(0, 0.04, (many, 2))
    stray = random.random(many) < 0.1
    point[stray] = random.uniform((33.0, 36.0), (37.0, 46.0), (int(stray.sum()), 2))
    day = random.integers(17_000, 17_000 + DAYS, many)
    return Column(
        first=day.astype(np.int64),
        last=day.astype(np.int64),
        latitude=point[:, 0].copy(),
        longitude=point[:, 1].copy(),
        radius_m=np.full(many, radius_m),
    )


def brute(a: Column, b: Column, rows: Ints) -> set[tuple[int, int]]:
    """Return the pairs of some incidents by a look at every strike."""
    found: set[tuple[int, int]] = set()
    for row in rows.tolist():
        near = np.flatnonzero((b.first <= a.last[row] + 1) & (b.last >= a.first[row] - 1))
        apart = metres(
            _spread(a.latitude, row, near), _spread(a.longitude, row, near), b.latitude[near], b.longitude[near]
        )
        meet = apart <= reach(_spread(a.radius_m, row, near), b.radius_m[near])
        found.update((row, int(one)) for one in near[meet])
    return found


def _spread(column: Floats, row: int, near: Ints) -> Floats:
    found: Floats = np.full(len(near), column[row])
    return found


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the least process time of some work, in seconds."""
    least = float("inf")
    for _ in range(times):
        began = time.process_time()
        work()
        least = min(least, time.process_time() - began)
    return least


RANGE_JOIN = """
SELECT count(*) FROM a JOIN b ON b.day BETWEEN a.day - 1 AND a.day + 1
AND 2 * 6371008.8 * asin(sqrt(pow(sin(radians(b.lat - a.lat) / 2), 2)
  + cos(radians(a.lat)) * cos(radians(b.lat)) * pow(sin(radians(b.lon - a.lon) / 2), 2))) <= 1000.0
"""
CELLS = """
SELECT count(*) FROM (
  SELECT a.*, a.day + d.d AS on_day, floor(a.lat / 0.01) + y.d AS row_, floor(a.lon / 0.0125) + x.d AS col
  FROM a, (VALUES (-1), (0), (1)) d(d), (VALUES (-1), (0), (1)) y(d), (VALUES (-1), (0), (1)) x(d)) p
JOIN (SELECT *, floor(lat / 0.01) AS row_, floor(lon / 0.0125) AS col FROM b) q
ON p.on_day = q.day AND p.row_ = q.row_ AND p.col = q.col
AND 2 * 6371008.8 * asin(sqrt(pow(sin(radians(q.lat - p.lat) / 2), 2)
  + cos(radians(p.lat)) * cos(radians(q.lat)) * pow(sin(radians(q.lon - p.lon) / 2), 2))) <= 1000.0
"""


def beside_duckdb(a: Column, b: Column) -> dict[str, object]:
    """Return how long DuckDB takes for the same question, and how many pairs it finds; a note where it is missing."""
    try:
        import duckdb
    except ImportError:
        return {"note": "duckdb is not installed (extra bench)"}
    con = duckdb.connect()
    con.execute("SET threads TO 2")
    held = {
        "a_all": {"day": a.first, "lat": a.latitude, "lon": a.longitude},
        "b_all": {"day": b.first, "lat": b.latitude, "lon": b.longitude},
    }
    for name, columns in held.items():
        con.register(f"{name}_held", columns)
        con.execute(f"CREATE TABLE {name} AS SELECT * FROM {name}_held")
    con.execute(f"CREATE VIEW a AS SELECT * FROM a_all LIMIT {RANGE_SAMPLE}")
    con.execute("CREATE VIEW b AS SELECT * FROM b_all")
    began = time.perf_counter()
    (few,) = con.execute(RANGE_JOIN).fetchone() or (0,)
    ranged = time.perf_counter() - began
    con.execute("CREATE OR REPLACE VIEW a AS SELECT * FROM a_all")
    began = time.perf_counter()
    (every,) = con.execute(CELLS).fetchone() or (0,)
    return {
        "range_join_s": round(ranged, 2),
        "range_join_incidents": RANGE_SAMPLE,
        "range_join_extrapolated_s": round(ranged * len(a) / RANGE_SAMPLE),
        "range_join_pairs": few,
        "cells_s": round(time.perf_counter() - began, 2),
        "cells_pairs": every,
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    a, b = generated(INCIDENTS, 1, 500.0), generated(STRIKES, 2, 100.0)
    began = time.perf_counter()
    i, j, _ = pairs(a, b)
    wall = time.perf_counter() - began
    process = best(lambda: pairs(a, b))
    rows = np.random.default_rng(3).choice(INCIDENTS, SAMPLE, replace=False).astype(np.int64)
    asked = set(rows.tolist())
    ours = {(x, y) for x, y in zip(i.tolist(), j.tolist(), strict=True) if x in asked}
    found: dict[str, object] = {
        "incidents": INCIDENTS,
        "strikes": STRIKES,
        "pairs": len(i),
        "wall_s": round(wall, 2),
        "process_s": round(process, 2),
        "same_as_brute_force": ours == brute(a, b, rows),
        "sample_pairs": len(ours),
        "duckdb": beside_duckdb(a, b),
    }
    print(json.dumps(found, indent=1))
    if given.json is not None:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0 if found["same_as_brute_force"] else 1


if __name__ == "__main__":
    sys.exit(main())
