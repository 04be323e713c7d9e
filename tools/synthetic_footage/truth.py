"""What a clip shows, as JSON: every burst with its first frame and place, every nuisance, every bang."""

import json
from pathlib import Path
from typing import TypedDict

import numpy as np

from tools.synthetic_footage import sound
from tools.synthetic_footage.rendering import Renderer
from tools.synthetic_footage.scripts import Burst
from tools.synthetic_footage.telemetry import METRES

# A burst nearer to the edge of the picture than this share of it does not count as seen.
_EDGE = 0.03


class Event(TypedDict):
    """One burst: ``t`` when it happened, ``seen_t`` the time of the first frame that shows it (None: none does)."""

    kind: str
    chain: int
    t: float
    seen_t: float | None
    frame: int | None
    x: float
    y: float
    radius_px: float
    inside_plume: bool
    after_s: float | None
    moved_px: float | None
    moved_m: float | None
    in_frame: bool


class Other(TypedDict):
    """One nuisance."""

    kind: str
    t: float
    until: float


class Truth(TypedDict):
    """One clip."""

    file: str
    seed: int
    seconds: float
    width: int
    height: int
    rate: float
    frames: int
    variable: bool
    dark_hot: bool
    lost: list[list[float]]
    events: list[Event]
    nuisances: list[Other]
    bangs: list[float]
    range_m: float | None
    celsius: float


def of(renderer: Renderer, name: str, *, lost: list[list[float]] | None = None) -> Truth:
    """Return the truth of a rendered script; ``lost``: stretches whose frames are not in the file."""
    script = renderer.script
    return Truth(
        file=name,
        seed=script.seed,
        seconds=script.seconds,
        width=script.width,
        height=script.height,
        rate=script.rate,
        frames=len(script.times),
        variable=script.variable,
        dark_hot=script.dark_hot,
        lost=lost or [],
        events=_events(renderer, lost or []),
        nuisances=[Other(kind=one.kind, t=one.t, until=one.until) for one in script.nuisances],
        bangs=list(sound.bangs(script)) if script.sound else [],
        range_m=script.range_m if script.sound else None,
        celsius=script.celsius,
    )


def _events(renderer: Renderer, lost: list[list[float]]) -> list[Event]:
    script = renderer.script
    first: dict[int, Burst] = {}
    found = []
    for one in script.bursts:
        start = first.setdefault(one.chain, one)
        frame = int(np.searchsorted(script.times, one.t - 1e-9))
        shown = frame < len(script.times)
        seen = float(script.times[frame]) if shown else None
        camera = renderer.camera(one.t)
        x, y = renderer.to_picture(camera, *renderer.place(one))
        inside = _EDGE < x / script.width < 1 - _EDGE and _EDGE < y / script.height < 1 - _EDGE
        gone = seen is None or any(low <= seen < high for low, high in lost)
        away = np.hypot(*np.subtract(renderer.place(one), renderer.place(start)))
        found.append(
            Event(
                kind="primary" if one.primary else "secondary",
                chain=one.chain,
                t=one.t,
                seen_t=seen,
                frame=frame if shown else None,
                x=x / script.width,
                y=y / script.height,
                radius_px=one.radius,
                inside_plume=one.inside,
                after_s=None if one is start else one.t - start.t,
                moved_px=None if one is start else float(away * camera.scale),
                moved_m=None if one is start else float(away * METRES),
                in_frame=bool(inside and not gone),
            )
        )
    return found


def write(path: Path, truth: Truth) -> None:
    """Write a truth as JSON."""
    path.write_text(json.dumps(truth, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> Truth:
    """Return a truth from JSON."""
    found: Truth = json.loads(path.read_text(encoding="utf-8"))
    return found
