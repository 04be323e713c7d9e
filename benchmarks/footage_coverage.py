"""Coverage over 700 feeds of 240 hours, beside DuckDB: ``python -m benchmarks.footage_coverage [--share 0.1]``.

Every feed looks at one spot after another, a minute each on average, in a city 24 km wide, at one packet a second: at
full size 9.9 million segments and 605 million packets. Packets are made from their segment when they are asked for, by
the same rule each time, as 605 million would take 35 GB; so reading them from a disk is not in the figures. Questions
ask for 50 m and 15 minutes. Answers of the index are held against a look at every segment, windows against a look at
every packet of the time. Times are processor time of one process a question; memory is measured in a process that only
maps the file of the index. ``--sample FILE`` adds how far footprints lie from a recording's own centre and corners.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from harmtrace.footage.columns import Array, pack, unpack
from harmtrace.footage.coverage import Ground
from harmtrace.footage.footprints import METHODS, footprints
from harmtrace.footage.geodesy import ecef
from harmtrace.footage.index import M_PER_DEGREE, MICRO, TURN, Box, Index, Ints, Segments
from harmtrace.footage.inside import shown
from harmtrace.footage.runs import UNIT, Rows
from harmtrace.footage.track import Floats, Track
from harmtrace.intake import recordings
from harmtrace.records.footage import Basis, Clock, Feed, Method
from harmtrace.records.text import Sha256
from harmtrace.store import mapped

FEEDS, HOURS, DWELL_S, SEED = 700, 240, 60.0, 11
CENTRE, HALF_KM, RADIUS_M, WINDOW_S = (36.34, 43.13), 12.0, 50.0, 900
START = datetime(2031, 5, 1, tzinfo=UTC)
QUESTIONS, CHECKED, WHOLE = 1_000, 200, 20
FRAMES = 400_000


class Made:
    """Packets that are made from their segment when asked for: a square frame that wanders a little."""

    def __init__(self, segments: Segments, spots: Floats, half_m: Floats) -> None:
        self._segments, self._spots, self._half_m = segments, spots, half_m

    def take(self, rows: Ints) -> Rows:
        """Return some packets."""
        run = np.searchsorted(self._segments.first, rows, side="right") - 1
        second = rows - self._segments.first[run]
        turn = (rows * 2_654_435_761 % 1_000) / 1_000 * 2 * np.pi
        wander = 0.1 * self._half_m[run]
        half = 0.9 * self._half_m[run] / np.sqrt(2)
        corners = np.empty((len(rows), 4, 2), dtype=np.int32)
        for at, (across, up) in enumerate(((-1, 1), (1, 1), (1, -1), (-1, -1))):
            north = (wander * np.sin(turn) + up * half) / M_PER_DEGREE
            east = (wander * np.cos(turn) + across * half) / M_PER_DEGREE / np.cos(np.radians(CENTRE[0]))
            corners[:, at, 0] = np.rint((self._spots[run, 0] + north) * UNIT)
            corners[:, at, 1] = np.rint((self._spots[run, 1] + east) * UNIT)
        media = (self._segments.start[run] - _ms(START)) * 1_000 + second * 1_000_000
        ends = (self._segments.end[run] - _ms(START)) * 1_000
        many = len(rows)
        return Rows(
            media_us=media,
            until_us=np.minimum(media + 1_000_000, ends),
            corners=corners,
            reach_m=np.full(many, np.nan, dtype=np.float32),
            method=np.full(many, METHODS.index(Method.ANGLES), dtype=np.uint8),
            clipped=np.zeros(many, dtype=np.bool_),
            error_m=np.full(many, 30, dtype=np.float32),
            metres_per_pixel=np.full(many, 0.4, dtype=np.float32),
            ground_m=np.full(many, 220, dtype=np.float32),
            elevation=np.zeros(many, dtype=np.uint8),
            ground=np.ones(many, dtype=np.bool_),
        )


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1_000)


def made(share: float) -> tuple[Segments, Made, list[Feed]]:
    """Return segments in the order of feed and time, their packets, and their feeds; ``share`` of the feeds."""
    random = np.random.default_rng(SEED)
    feeds = max(1, round(FEEDS * share))
    whole = HOURS * 3_600
    number, start, end = [], [], []
    for feed in range(feeds):
        edges = np.cumsum(np.ceil(random.exponential(DWELL_S, round(whole / DWELL_S * 1.2)) + 0.5))
        edges = np.concatenate([[0], edges[edges < whole], [whole]]).astype(np.int64)
        number.append(np.full(len(edges) - 1, feed, dtype=np.int32))
        start.append(edges[:-1])
        end.append(edges[1:])
    feed_of, begin, until = np.concatenate(number), np.concatenate(start), np.concatenate(end)
    many = len(feed_of)
    reach = HALF_KM * 1_000 / M_PER_DEGREE
    spots = np.array(CENTRE) + random.uniform(-1, 1, (many, 2)) * [reach, reach / np.cos(np.radians(CENTRE[0]))]
    half_m = random.uniform(60, 480, many)
    up = half_m / M_PER_DEGREE
    across = up / np.cos(np.radians(CENTRE[0] + 0.2))
    lasts = until - begin
    segments = Segments(
        feed=feed_of,
        first=np.concatenate([[0], np.cumsum(lasts)[:-1]]),
        many=lasts.astype(np.int32),
        start=begin * 1_000 + _ms(START),
        end=until * 1_000 + _ms(START),
        south=np.floor((spots[:, 0] - up) * MICRO).astype(np.int32),
        north=np.ceil((spots[:, 0] + up) * MICRO).astype(np.int32),
        west=np.floor((spots[:, 1] - across) * MICRO).astype(np.int32),
        width=np.ceil(2 * across * MICRO).astype(np.int32),
    )
    return segments, Made(segments, spots, half_m), [_feed(one) for one in range(feeds)]


def _feed(number: int) -> Feed:
    clock = Clock(basis=Basis.UTC_DECLARED, start=START, sigma_s=float(number % 3))
    return Feed(
        id=f"f{number:04}", sha256=Sha256("0" * 64), name=f"{number}.ts", kind="video", duration_s=HOURS * 3_600.0,
        frames=None, width=1_280, height=720, rate=30.0, codec="h264", clock=clock,
    )  # fmt: skip


def questions(many: int) -> list[tuple[float, float, datetime]]:
    """Return places in the city and moments in the ten days."""
    random = np.random.default_rng(SEED + 1)
    reach = 0.9 * HALF_KM * 1_000 / M_PER_DEGREE
    places = np.array(CENTRE) + random.uniform(-reach, reach, (many, 2))
    seconds = random.uniform(0, HOURS * 3_600 - WINDOW_S, many)
    return [
        (float(place[0]), float(place[1]), START + timedelta(seconds=round(float(at))))
        for place, at in zip(places, seconds, strict=True)
    ]


def box(question: tuple[float, float, datetime]) -> Box:
    """Return what the index is asked for a question."""
    latitude, longitude, at = question
    return Box.around(latitude, longitude, RADIUS_M, start=_ms(at), end=_ms(at) + WINDOW_S * 1_000, sigmas=2.0)


def every(segments: Segments, sigma_s: Floats, asked: Box) -> Ints:
    """Return the segments that meet a box, by a look at each."""
    slack = sigma_s[segments.feed] * 1_000 * asked.sigmas
    keep = (segments.end + slack >= asked.start) & (segments.start - slack <= asked.end)
    keep &= (segments.north >= asked.south) & (segments.south <= asked.north)
    off = np.mod(segments.west.astype(np.int64) - asked.west, TURN)
    return np.flatnonzero(keep & ((off <= asked.width) | (off + segments.width >= TURN)))


def every_packet(
    ground: Ground, segments: Segments, sigma_s: Floats, question: tuple[float, float, datetime]
) -> set[int]:
    """Return the feeds that show a place in a time, by a look at every packet of the time."""
    asked = box(question)
    slack = sigma_s[segments.feed] * 2_000
    near = np.flatnonzero((segments.end + slack >= asked.start) & (segments.start - slack <= asked.end))
    many = segments.many[near].astype(np.int64)
    rows = np.arange(many.sum()) + np.repeat(segments.first[near] - np.cumsum(many) + many, many)
    feed = np.repeat(segments.feed[near], many)
    held = ground.rows.take(rows)
    base, slack_us = _ms(START) * 1_000, (sigma_s[feed] * 2e6).astype(np.int64)
    first, last = _ms(question[2]) * 1_000 - base - slack_us, _ms(question[2]) * 1_000 - base + slack_us
    inside = np.flatnonzero((held.until_us > first) & (held.media_us < last + WINDOW_S * 1_000_000))
    seen, _ = shown(held.take(inside), question[0], question[1], RADIUS_M)
    return {int(one) for one in feed[inside[seen]]}


def percentiles(work: Callable[[int], object], many: int) -> dict[str, float]:
    """Return how long single calls take, in milliseconds of processor time: half, 99 of 100, the longest."""
    taken = np.empty(many)
    for at in range(many):
        begun = time.process_time_ns()
        work(at)
        taken[at] = (time.process_time_ns() - begun) / 1e6
    return {"p50": float(np.median(taken)), "p99": float(np.percentile(taken, 99)), "most": float(taken.max())}


def duck(index: Index, asked: list[Box], *, order: str = "cell, t0") -> dict[str, float] | None:
    """Return the times of the same questions put to DuckDB; None where it is not installed.

    The table has an index on cells, which are those of a grid of 2 km by the middle of each box; one thread answers, as
    here. ``order``: of its rows. Sorted by cell and time, its zone maps skip what cannot match.
    """
    try:
        import duckdb
    except ImportError:
        return None
    held, cell = index.segments, 2_000 / M_PER_DEGREE * MICRO
    up, across = (held.south // 2 + held.north // 2) // cell, (held.west + held.width // 2) // cell
    columns = {"cell": (up * 100_000 + across).astype(np.int64), "t0": held.start, "t1": held.end, "south": held.south}
    columns |= {"north": held.north, "west": held.west, "east": held.west + held.width}
    columns |= {"number": np.arange(len(held)), "feed": held.feed}
    base = duckdb.connect(config={"threads": 1})
    base.register("given", columns)
    base.execute(f"create table segment as select * from given order by {order}")
    base.execute("create index by_cell on segment (cell)")
    listed = (
        "select number from segment where cell in ({}) and t0 <= ? and t1 >= ? and north >= ? "
        "and south <= ? and east >= ? and west <= ?"
    )
    slack, longest = round(2_000 * index.sigma_s.max()), int((held.end - held.start).max())

    def one(at: int) -> object:
        of = asked[at]
        ups = range(int((of.south - cell / 2) // cell), int((of.north + cell / 2) // cell) + 1)
        wide = range(int((of.west - cell / 2) // cell), int((of.west + of.width + cell / 2) // cell) + 1)
        cells = ", ".join(str(row * 100_000 + column) for row in ups for column in wide)
        bounds = [of.end + slack, of.start - slack, of.south, of.north, of.west, of.west + of.width]
        early = f" and t0 >= {of.start - slack - longest}"
        return base.execute(listed.format(cells) + early, bounds).fetchall()

    for at in range(min(20, len(asked))):
        theirs = {row[0] for row in one(at)}  # type: ignore[attr-defined]
        missing = set(index.find(asked[at]).tolist()) - theirs
        if missing:
            raise RuntimeError(f"question {at}: DuckDB lacks {len(missing)} segments that the index finds")
    return percentiles(one, len(asked))


def frames_a_second() -> float:
    """Return how many footprints a second of processor time follow from angles, the best of three."""
    random = np.random.default_rng(SEED)
    given: dict[str, Floats] = {
        "media_s": np.arange(FRAMES, dtype=np.float64) / 30,
        "latitude": np.full(FRAMES, CENTRE[0]),
        "longitude": np.linspace(CENTRE[1], CENTRE[1] + 0.04, FRAMES),
        "altitude": np.full(FRAMES, 3_000.0),
        "ground": np.full(FRAMES, 250.0),
        "elevation": random.uniform(-60, -30, FRAMES),
        "azimuth": random.uniform(0, 360, FRAMES),
        "h_fov": np.full(FRAMES, 4.0),
        "v_fov": np.full(FRAMES, 3.0),
        "slant": np.full(FRAMES, 4_000.0),
    }
    for name in ("heading", "pitch", "roll", "turn"):
        given[name] = random.uniform(-5, 5, FRAMES)
    for one in fields(Track):
        if one.name not in given and not one.name.endswith("_hae"):
            shape = (FRAMES, 4, 2) if one.name.endswith("corners") else (FRAMES,)
            given[one.name] = np.full(shape, np.nan)
    track, best = Track(**given), 0.0  # type: ignore[arg-type]
    for _ in range(3):
        begun = time.process_time()
        footprints(track, frame=(1_280, 720))
        best = max(best, FRAMES / (time.process_time() - begun))
    return best


def accuracy(path: Path) -> dict[str, float]:
    """Return how far footprints from angles lie from a recording's own centre and corners, metres."""
    track = recordings.probe(path).track
    if track is None:
        raise SystemExit(f"{path}: expected telemetry, found none")
    angles = replace(track, corners=track.corners * np.nan, offset_corners=track.offset_corners * np.nan)
    found = footprints(angles)
    order = np.argsort(track.media_s, kind="stable")
    centre = _apart(found.latitude, found.longitude, track.centre_latitude[order], track.centre_longitude[order])
    own = track.offset_corners[order]
    corner = _apart(found.corners[..., 0], found.corners[..., 1], own[..., 0], own[..., 1])
    names = ("centre_p50", "centre_p95", "corner_p50", "corner_p95")
    values = [*np.nanpercentile(centre, [50, 95]), *np.nanpercentile(corner, [50, 95])]
    return {"packets": float(len(track)), **dict(zip(names, map(float, values), strict=True))}


def _apart(a_lat: Floats, a_lon: Floats, b_lat: Floats, b_lon: Floats) -> Floats:
    found: Floats = np.linalg.norm(ecef(a_lat, a_lon) - ecef(b_lat, b_lon), axis=-1)
    return found


def resident(path: Path) -> float:
    """Return the most memory that a new process holds which maps the index and answers, MiB."""
    words = [sys.executable, "-m", "benchmarks.footage_coverage", "--answer", str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return float(done.stdout) / 1024


def answer(path: Path) -> None:
    """Map an index, answer every question from it, and print the most memory that this process held, KiB."""
    columns, _ = unpack(mapped.read(path))
    index = Index.from_columns(columns)
    for one in questions(QUESTIONS):
        index.find(box(one))
    # What getrusage tells would be the parent's, before the new program began (getrusage(2) on execve).
    held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(held.split()[1])


def measured(share: float, sample: Path | None) -> dict[str, object]:
    """Return every figure."""
    segments, packets, feeds = made(share)
    sigma_s = np.array([one.clock.sigma_s for one in feeds])
    begun = time.process_time()
    index = Index.of(segments, sigma_s)
    built = time.process_time() - begun
    asked = [box(one) for one in questions(QUESTIONS)]
    spans = np.array([[0, HOURS * 3_600_000_000]] * len(feeds), dtype=np.int64)
    rest: dict[str, Array] = {"spans": spans, "span_first": np.arange(len(feeds) + 1, dtype=np.int64)}
    ground = Ground(feeds, index.columns() | rest, held=packets)
    found: dict[str, object] = {"segments": len(segments), "feeds": len(feeds), "build_s": built}
    found |= {"index_ms": percentiles(lambda at: index.find(asked[at]), QUESTIONS)}
    at_once = questions(QUESTIONS)

    def exact(number: int) -> object:
        latitude, longitude, at = at_once[number]
        first = _ms(at) * 1_000
        span = (first, first + WINDOW_S * 1_000_000)
        return ground.windows(latitude, longitude, RADIUS_M, asked=span, sigmas=2.0)

    def whole(number: int) -> object:
        latitude, longitude, at = at_once[number]
        return ground.coverage(
            latitude=latitude, longitude=longitude, radius_m=RADIUS_M, start=at, end=at + timedelta(seconds=WINDOW_S)
        )

    found |= {"windows_ms": percentiles(exact, QUESTIONS), "coverage_ms": percentiles(whole, QUESTIONS)}
    brute, hits = np.empty(CHECKED), np.empty(CHECKED)
    for number in range(CHECKED):
        begun = time.process_time()
        all_of = every(index.segments, sigma_s, asked[number])
        brute[number] = (time.process_time() - begun) * 1_000
        hits[number] = len(all_of)
        if not np.array_equal(all_of, index.find(asked[number])):
            raise RuntimeError(f"question {number}: the index answers otherwise than a look at every segment")
    for number in range(WHOLE):
        if every_packet(ground, index.segments, sigma_s, at_once[number]) != set(exact(number)):  # type: ignore[call-overload]
            raise RuntimeError(f"question {number}: windows are otherwise than by a look at every packet")
    found |= {"brute_ms": float(np.median(brute)), "hits": float(hits.mean()), "checked": CHECKED, "whole": WHOLE}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.bin"
        with path.open("wb") as file:
            file.writelines(pack(index.columns()))
        found |= {"file_mib": path.stat().st_size / 2**20, "answering_mib": resident(path)}
    found |= {"building_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    found |= {"duckdb_ms": duck(index, asked[:CHECKED]), "footprints_a_second": frames_a_second()}
    found |= {"duckdb_by_feed_ms": duck(index, asked[:CHECKED], order="feed, t0")}
    return found | ({} if sample is None else {"sample": accuracy(sample)})


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="share of the 700 feeds")
    parser.add_argument("--sample", type=Path, help="a recording that states its own centre and corners")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--answer", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.answer is not None:
        answer(given.answer)
        return
    found = measured(given.share, given.sample)
    text = json.dumps(found, indent=1)
    print(text)
    if given.json is not None:
        given.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
