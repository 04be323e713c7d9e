"""One clip, or the few of the demonstration, written with the truth beside it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np

from tools.synthetic_footage import encoding, telemetry, transport, truth
from tools.synthetic_footage.rendering import Renderer
from tools.synthetic_footage.scripts import Burst, Nuisance, Script, draw

TANNERY_GATE = (-22.4187, -104.6496)
STRIKE = datetime(2021, 5, 11, 16, 27, tzinfo=UTC)


def clip(folder: Path, script: Script, *, name: str | None = None) -> Path:
    """Write a script as an MP4 with its truth beside it, and return the path."""
    path = folder / (name or f"clip-{script.seed:05d}.mp4")
    renderer = Renderer(script)
    encoding.to_file(path, script, renderer.frames())
    truth.write(path.with_suffix(".json"), truth.of(renderer, path.name, lost=_lost(path, script)))
    return path


def stream(
    folder: Path,
    script: Script,
    *,
    latitude: float,
    longitude: float,
    start: datetime,
    name: str | None = None,
    stream_type: int = transport.PRIVATE,
) -> Path:
    """Write a script as a transport stream with telemetry, its truth beside it, and return the path."""
    path = folder / (name or f"feed-{script.seed:05d}.ts")
    renderer = Renderer(script)
    said = telemetry.units(renderer, latitude=latitude, longitude=longitude, start=start)
    video_type = transport.H264 if encoding.codec() == "libx264" else transport.MPEG4
    transport.write(
        path, encoding.units(script, renderer.frames()), said, stream_type=stream_type, video_type=video_type
    )
    truth.write(path.with_suffix(".json"), truth.of(renderer, path.name))
    return path


def demo(
    folder: Path,
    *,
    latitude: float = TANNERY_GATE[0],
    longitude: float = TANNERY_GATE[1],
    start: datetime = STRIKE,
) -> tuple[Path, ...]:
    """Write three small feeds about a place and return their paths; truth stands beside each.

    The first sees a flash 4 s after ``start`` and a later one 1.7 s after that, 12 m away. The second sees the
    place from a minute later, with the plume gone, and a glint. The third looks at a place three kilometres to the
    east throughout.
    """
    folder.mkdir(parents=True, exist_ok=True)
    base = Script(
        seed=41,
        seconds=14.0,
        width=320,
        height=180,
        rate=15.0,
        noise=1.5,
        crf=26,
        gop=30,
        pan=12.0,
        period=40.0,
        jitter=0.3,
    )
    base = replace(base, times=np.arange(int(base.seconds * base.rate)) / base.rate)
    first = Burst(
        t=4.0,
        x=150.0,
        y=95.0,
        radius=6.0,
        peak=120.0,
        tau=0.25,
        plume_radius=16.0,
        plume_level=150.0,
        plume_s=12.0,
        chain=1,
        primary=True,
    )
    later = replace(first, t=5.7, x=168.0, y=79.0, radius=4.5, peak=95.0, plume_radius=10.0, primary=False)
    glint = Nuisance(kind="glint", t=6.0, until=6.1, x=90.0, y=60.0, level=90.0, radius=1.5)
    scripts = (
        ("halvin-uav-1.ts", replace(base, bursts=(first, later)), 0.0, timedelta(0)),
        ("halvin-uav-2.ts", replace(base, seed=42, nuisances=(glint,)), 0.0, timedelta(seconds=60)),
        ("halvin-uav-3.ts", replace(base, seed=43, infrared=True, dark_hot=True), 0.029, timedelta(seconds=-2)),
    )
    return tuple(
        stream(folder, script, latitude=latitude, longitude=longitude + east, start=start + after, name=name)
        for name, script, east, after in scripts
    )


def seeded(folder: Path, seed: int, *, seconds: float = 90.0) -> Path:
    """Write the clip of a seed and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    return clip(folder, draw(seed, seconds=seconds))


def _lost(path: Path, script: Script) -> list[list[float]]:
    """Return the stretches without frames, as the file itself shows them."""
    if not script.dropped:
        return []
    import av

    with av.open(str(path)) as container:
        times = sorted(
            float(packet.pts * packet.time_base)
            for packet in container.demux(video=0)
            if packet.pts is not None and packet.time_base is not None
        )
    step = 3.5 / script.rate
    return [[a + 1e-6, b - 1e-6] for a, b in pairwise(times) if b - a > step]
