"""Measures recall@k of the review queue on invented windows with known truth, beside two plain orders.

    .venv/bin/python -m benchmarks.footage_triage [--cases N] [--windows N] [--seed N]

Each case has one event, somewhere in the ten minutes asked for, and a number of windows about it. What is truly
relevant (the true time of the window holds the event, and at least half of the place was in the frame) is known to the
generator alone; the queue sees clocks that are off by their own error, and scans that miss flashes and suggest others.
"""

import argparse
import random
from datetime import UTC, datetime, timedelta

from harmtrace.footage.triage import Asked, queue, recall_at
from harmtrace.records.footage import Basis, Candidate, Clock, Kind, Method, Window

START = datetime(2031, 5, 4, 18, 0, tzinfo=UTC)
_CLOCKS = ((Basis.GPS, 0.5), (Basis.UTC_DECLARED, 5.0), (Basis.MISP_OR_POSIX_UNKNOWN, 27.0), (Basis.FILENAME, 3_600.0))
_AT = (5, 10, 20)


def case(chance: random.Random, many: int) -> tuple[list[Window], dict[str, list[Candidate]], set[str]]:
    """Return windows, suggestions by feed, and the feeds that are truly relevant."""
    windows, found, relevant = [], {}, set()
    for number in range(many):
        feed, length = f"f{number}", chance.uniform(20, 600)
        start = chance.gauss(0, 900) - length / 2
        basis, sigma = chance.choice(_CLOCKS)
        off, share = chance.gauss(0, sigma), chance.random()
        hit = start <= 0 <= start + length and share >= 0.5
        if hit:
            relevant.add(feed)
        moments = [-start] * (start <= 0 <= start + length and chance.random() < 0.9)
        moments += [chance.uniform(0, length)] * (chance.random() < 0.05)
        found[feed] = [
            Candidate(feed=feed, media_s=at, pts=0, kind=Kind.FLASH, x=None, y=None, score=9, words="")
            for at in moments
        ]
        begin = START + timedelta(seconds=start + off)
        windows.append(
            Window(
                feed=feed,
                start=begin,
                end=begin + timedelta(seconds=length),
                sigma_s=sigma,
                media_start=0.0,
                media_end=length,
                basis=basis,
                method=chance.choice((Method.CORNERS, Method.ANGLES, Method.CENTRE_WIDTH)),
                metres_per_pixel=chance.uniform(0.1, 4),
                share=share,
                error_m=5.0,
            )
        )
    return windows, found, relevant


def main() -> None:
    """Print the mean recall at 5, 10 and 20 of each order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--windows", type=int, default=120)
    parser.add_argument("--seed", type=int, default=2031)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    told: dict[str, list[list[float]]] = {}
    for _ in range(given.cases):
        begin = START - timedelta(minutes=chance.uniform(0, 10))
        asked, near = Asked(start=begin, end=begin + timedelta(minutes=10)), begin + timedelta(minutes=5)
        windows, found, relevant = case(chance, given.windows)
        clocks = {one.feed: Clock(basis=one.basis, start=one.start, sigma_s=one.sigma_s) for one in windows}
        middle = {one.feed: abs((one.start + (one.end - one.start) / 2 - near).total_seconds()) for one in windows}
        orders = {
            "queue": [one.window.feed for one in queue(windows, asked, clocks=clocks, candidates=found)],
            "queue before a scan": [one.window.feed for one in queue(windows, asked, clocks=clocks, candidates={})],
            "nearest by stated time": sorted(middle, key=middle.__getitem__),
            "any order": chance.sample(sorted(middle), len(middle)),
        }
        for name, order in orders.items():
            shares = [recall_at(order, relevant, k) for k in _AT]
            if None not in shares:
                told.setdefault(name, []).append([share or 0.0 for share in shares])
    for name, rows in told.items():
        means = [sum(column) / len(column) for column in zip(*rows, strict=True)]
        print(f"{name:<24}" + "  ".join(f"recall@{k} {mean:.2f}" for k, mean in zip(_AT, means, strict=True)))


if __name__ == "__main__":
    main()
