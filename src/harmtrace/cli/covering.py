"""The command footage coverage: which recordings could see a place at a time, which could not, and why."""

import math
import re
from datetime import UTC, datetime
from pathlib import Path

import click

from harmtrace.cli.common import case_argument, json_object, json_option, progress_shown, say, show
from harmtrace.errors import UsageError
from harmtrace.pipeline.covering import Place, covered
from harmtrace.reports import coverage_shape

_AT = re.compile(r"([-+]?\d{1,2}(?:\.\d{1,12})?),([-+]?\d{1,3}(?:\.\d{1,12})?)", re.ASCII)

_YEARS = range(1900, 2201)


@click.command()
@case_argument
@click.option("--at", "at", required=True, metavar="LAT,LON", help="The place, WGS 84 degrees.")
@click.option("--radius", "radius_m", required=True, type=click.FloatRange(0, 1_000_000), metavar="M", help="Metres.")
@click.option("--from", "first", required=True, metavar="T", help="ISO 8601 with its zone (2031-05-04T18:00:00Z).")
@click.option("--to", "last", required=True, metavar="T", help="The same, at or after --from.")
@click.option(
    "--sigmas",
    type=click.FloatRange(0, 100),
    default=2.0,
    show_default=True,
    metavar="K",
    help="Standard deviations of each clock to widen by.",
)
@json_option
def coverage(case: Path, at: str, radius_m: float, first: str, last: str, sigmas: float, as_json: bool) -> None:
    """Print which recordings could see a place at a time, which could not and why, and when none could.

    Absence of footage is no sign that nothing happened. Recordings of unknown clock are gaps without times.
    """
    point = _AT.fullmatch(at.replace(" ", ""))
    if point is None or abs(float(point[1])) > 90 or abs(float(point[2])) > 180:
        raise UsageError(f"--at: expected LAT,LON in degrees (33.31,44.36), found {at!r}")
    for option, given, most in (("--radius", radius_m, "1000000 metres"), ("--sigmas", sigmas, "100")):
        if not math.isfinite(given):
            raise UsageError(f"{option}: expected a number from 0 to {most}, found {given:g}")
    start, end = _moment(first, "--from"), _moment(last, "--to")
    if end < start:
        raise UsageError(f"--to: expected a time at or after --from, found {last!r} before {first!r}")
    asked = Place(
        latitude=float(point[1]), longitude=float(point[2]), radius_m=radius_m, start=start, end=end, sigmas=sigmas
    )
    with progress_shown() as progress:
        found, feeds = covered(case, asked, progress=progress)
    if not feeds:
        say("no recording in this case: nothing is known of what was filmed")
    if as_json:
        click.echo(json_object(coverage_shape.coverage(found)))
        return
    show(coverage_shape.lines(found, {one.id: one.name for one in feeds}))


def _moment(text: str, option: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is not None and found.year not in _YEARS:
        raise UsageError(f"{option}: expected a year from {_YEARS[0]} to {_YEARS[-1]}, found {found.year}")
    if found is None or found.tzinfo is None:
        raise UsageError(f"{option}: expected a time with its zone (2031-05-04T18:00:00Z), found {text!r}")
    return found.astimezone(UTC)
