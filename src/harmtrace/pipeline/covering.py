"""A place and a time held against the recordings of a case."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from harmtrace.errors import FootageError, UsageError
from harmtrace.footage.coverage import Ground
from harmtrace.pipeline.footage import dated, held
from harmtrace.pipeline.progress import Progress, counted, quiet
from harmtrace.records.footage import Coverage, Feed
from harmtrace.store import Case, mapped, open_case

FILE = Path("footage") / "ground.bin"
"""Where the footprints of a large case are kept, below its folder."""
PACKETS = 2_000_000
"""Cases with fewer packets than this have their footprints made anew for each question, in a few seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A disc on the ground and a stretch of time that are asked for; ``sigmas``: how far clocks are doubted."""

    latitude: float
    longitude: float
    radius_m: float
    start: datetime
    end: datetime
    sigmas: float = 2.0


def covered(root: Path, place: Place, *, progress: Progress = quiet) -> tuple[Coverage, tuple[Feed, ...]]:
    """Return what the recordings of a case could see of a place in a stretch of time, and the recordings.

    Raises:
        UsageError: the place is none, or the stretch runs backwards.
    """
    case = open_case(root)
    found = ground(case, progress=progress)
    try:
        answer = found.coverage(
            latitude=place.latitude,
            longitude=place.longitude,
            radius_m=place.radius_m,
            start=place.start,
            end=place.end,
            sigmas=place.sigmas,
        )
    except (ValueError, OverflowError) as error:
        raise UsageError(f"--at, --radius, --from, --to: {error}") from error
    return answer, found.feeds


def ground(case: Case, *, packets: int = PACKETS, progress: Progress = quiet) -> Ground:
    """Return which ground the recordings of a case showed: made from the tracks in the vault, or kept from then.

    The kept file saves time in large cases and is no evidence: it is made anew where it is missing, torn or of other
    recordings, and may be deleted at any time. Nothing but its form is checked.
    """
    with case.reading() as connection:
        feeds = list(dated(connection))
    path, large = case.root / FILE, sum(one.packets for one in feeds) >= packets
    if large:
        try:
            return Ground.unpacked(mapped.read(path), feeds)
        except (OSError, FootageError):
            pass  # Made anew below.
    with case.reading() as connection:
        made = Ground.of(counted(held(case, connection), "footprints", progress))
    if large:
        _keep(made, path)
    return made


def _keep(made: Ground, path: Path) -> None:
    """Keep footprints where the folder lets us; a case that can only be read is answered all the same."""
    try:
        mapped.write(path, made.packed())
    except OSError:
        return
