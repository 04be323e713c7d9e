"""``python -m tools.synthetic_footage OUT``: write clips with known truth."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from tools.synthetic_footage import HELD_OUT, TUNING, making
from tools.synthetic_footage.scripts import draw


def main() -> None:
    """Write what was asked for, and name each file."""
    parser = argparse.ArgumentParser(prog="python -m tools.synthetic_footage", description=__doc__)
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("--seed", type=int, action="append", default=[], help="a seed (again for more)")
    parser.add_argument("--set", choices=("tuning", "held-out"), help="every seed of a set")
    parser.add_argument("--seconds", type=float, default=90.0)
    parser.add_argument("--telemetry", action="store_true", help="transport streams with ST 0601 telemetry, not MP4")
    parser.add_argument("--demo", action="store_true", help="the three small feeds of the demonstration")
    parser.add_argument("--at", default=",".join(map(str, making.TANNERY_GATE)), metavar="LAT,LON")
    parser.add_argument(
        "--start", default=making.STRIKE.isoformat(), metavar="TIME", help="of the first frame, ISO 8601"
    )
    given = parser.parse_args()
    latitude, longitude = (float(part) for part in given.at.split(","))
    start = datetime.fromisoformat(given.start).astimezone(UTC)
    given.out.mkdir(parents=True, exist_ok=True)
    if given.demo:
        for path in making.demo(given.out, latitude=latitude, longitude=longitude, start=start):
            print(path)
    chosen = {None: (), "tuning": TUNING, "held-out": HELD_OUT}[given.set]
    for seed in (*given.seed, *chosen):
        if given.telemetry:
            script = draw(seed, seconds=given.seconds)
            print(making.stream(given.out, script, latitude=latitude, longitude=longitude, start=start))
        else:
            print(making.seeded(given.out, seed, seconds=given.seconds))


if __name__ == "__main__":
    main()
