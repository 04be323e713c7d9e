"""Script: everything that one synthetic clip shows, drawn from a seed before a pixel is made."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# No burst nearer than this to a discontinuity, and no two chains nearer than that: what stands closer is a matter
# of taste even for a person.
CLEAR_S = 1.2
CHAINS_APART_S = 14.0
SETTLED_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """One flash with its plume.

    Attributes:
        t: seconds from the first frame; ``x``, ``y``: in the picture at that moment, pixels from the upper left.
        radius: of the flash (one sigma), pixels; ``peak``: grey levels added at its centre; ``tau``: its decay, s.
        plume_radius: after growth, pixels; ``plume_level``: grey level it goes to; ``plume_s``: its life, s.
        chain: which chain it belongs to; ``primary``: it is the chain's first.
        inside: it stands inside the plume of an earlier one.
    """

    t: float
    x: float
    y: float
    radius: float
    peak: float
    tau: float
    plume_radius: float
    plume_level: float
    plume_s: float
    chain: int
    primary: bool
    inside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Nuisance:
    """Something that is no flash.

    Attributes:
        kind: ``glint``, ``lamp``, ``gain_step``, ``cut``, ``polarity_flip``, ``zoom``, ``slew``, ``flare``.
        x, y: in the picture at ``t``, pixels; ``vx``, ``vy``: pixels a second on the ground.
        level: grey levels, gain or zoom factor, as the kind needs it; ``radius``: pixels.
    """

    kind: str
    t: float
    until: float
    x: float = 0.0
    y: float = 0.0
    vx: float = 0.0
    vy: float = 0.0
    level: float = 0.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One clip.

    Attributes:
        variable: frames are unevenly spaced; ``dark_hot``: infrared with hot shown dark; ``agc``: share by which a
            flash turns the gain down; ``haze``: share of the light that is veil; ``noise``: sigma in grey levels.
        crf, gop: of the encoder; ``dropped``: seconds at which a group of pictures is lost.
        pan, jitter: of the camera, pixels; ``period``: of the pan, s.
        sound: there is a sound track; ``range_m``: from the microphone to every burst; 0 without sound.
    """

    seed: int
    seconds: float
    width: int
    height: int
    rate: float
    bursts: tuple[Burst, ...] = ()
    nuisances: tuple[Nuisance, ...] = ()
    variable: bool = False
    infrared: bool = False
    dark_hot: bool = False
    agc: float = 0.0
    haze: float = 0.0
    noise: float = 2.0
    crf: int = 27
    gop: int = 60
    dropped: tuple[float, ...] = ()
    pan: float = 80.0
    period: float = 60.0
    jitter: float = 0.8
    sound: bool = False
    range_m: float = 0.0
    celsius: float = 20.0
    times: Floats = field(default_factory=lambda: np.empty(0), repr=False)


def draw(seed: int, *, seconds: float = 90.0, chains: int | None = None) -> Script:
    """Return the script of a seed; the same seed always gives the same script."""
    rng = np.random.default_rng(seed)
    width, height = ((640, 360), (480, 270), (480, 360), (640, 360))[rng.integers(4)]
    infrared = bool(rng.random() < 0.4)
    script = Script(
        seed=seed,
        seconds=seconds,
        width=width,
        height=height,
        rate=float(rng.choice([10, 15, 24, 25, 25, 30, 30, 30, 50, 60])),
        variable=bool(rng.random() < 0.15),
        infrared=infrared,
        dark_hot=infrared and bool(rng.random() < 0.5),
        agc=float(rng.uniform(0.05, 0.3)) if rng.random() < 0.4 else 0.0,
        haze=float(rng.uniform(0.15, 0.5)) if rng.random() < 0.25 else 0.0,
        noise=float(rng.uniform(1.0, 4.0)),
        crf=int(rng.integers(20, 36)),
        gop=int(rng.integers(30, 121)),
        dropped=(float(rng.uniform(5, seconds - 5)),) if rng.random() < 0.2 and seconds > 12 else (),
        pan=float(rng.uniform(40, 140)),
        period=float(rng.uniform(40, 90)),
        jitter=float(rng.uniform(0.3, 1.4)),
        sound=bool(rng.random() < 0.3),
        range_m=float(rng.uniform(300, 2500)),
        celsius=float(rng.uniform(0, 38)),
    )
    script = replace(script, times=_times(rng, script))
    script = replace(script, bursts=_bursts(rng, script, chains))
    return replace(script, nuisances=_nuisances(rng, script))


def _times(rng: np.random.Generator, script: Script) -> Floats:
    """Return the time of each frame; the first is 0."""
    if not script.variable:
        return np.arange(int(script.seconds * script.rate)) / script.rate
    steps = rng.choice([1.0, 1.0, 1.0, 1.5, 2.0, 3.0], size=int(script.seconds * script.rate)) / script.rate
    times = np.concatenate(([0.0], np.cumsum(steps)))
    return times[times < script.seconds]


def _bursts(rng: np.random.Generator, script: Script, chains: int | None) -> tuple[Burst, ...]:
    many = max(1, round(script.seconds / 24)) if chains is None else chains
    room = (script.seconds - SETTLED_S - 4) / max(many, 1)
    found: list[Burst] = []
    for chain in range(1, many + 1):
        spread = max(0.5, room - CHAINS_APART_S)
        start = SETTLED_S + (chain - 1) * room + float(rng.uniform(0, spread))
        found += _chain(rng, script, chain, start)
    return tuple(sorted((one for one in found if one.t < script.seconds - 1.5), key=lambda one: one.t))


def _chain(rng: np.random.Generator, script: Script, number: int, start: float) -> list[Burst]:
    scale = script.height / 360
    x = float(rng.uniform(0.22, 0.78) * script.width)
    y = float(rng.uniform(0.25, 0.75) * script.height)
    radius = float(rng.uniform(4.5, 13)) * scale
    first = _burst(rng, number, start, x, y, radius=radius, peak=float(rng.uniform(70, 150)), primary=True)
    found, t = [first], start
    salvo = rng.random() < 0.15
    for _ in range(int(rng.choice([0, 1, 1, 2]))):
        inside = bool(rng.random() < 0.5) and not salvo
        t += float(rng.uniform(0.25, 0.6)) if salvo else float(rng.uniform(0.7, 3.5 if len(found) > 1 else 7.0))
        away = float(rng.uniform(2, 8) if inside else rng.uniform(25, 60) if salvo else rng.uniform(8, 28)) * scale
        angle = float(rng.uniform(0, 2 * np.pi))
        size = float(rng.uniform(3.0, 6.0)) * scale if inside else radius * float(rng.uniform(0.4, 1.1))
        later = _burst(
            rng,
            number,
            t,
            x + away * float(np.cos(angle)),
            y + away * float(np.sin(angle)),
            radius=max(size, 2.8 * scale),
            peak=float(rng.uniform(45, 130)),
            primary=False,
        )
        found.append(replace(later, inside=inside))
        salvo = False
    return found


def _burst(
    rng: np.random.Generator, chain: int, t: float, x: float, y: float, *, radius: float, peak: float, primary: bool
) -> Burst:
    return Burst(
        t=t,
        x=x,
        y=y,
        radius=radius,
        peak=peak,
        tau=float(rng.uniform(0.12, 0.4)),
        plume_radius=radius * float(rng.uniform(1.8, 3.5)),
        plume_level=float(rng.choice([70, 140, 175, 190])),
        plume_s=float(rng.uniform(6, 25)),
        chain=chain,
        primary=primary,
    )


def _nuisances(rng: np.random.Generator, script: Script) -> tuple[Nuisance, ...]:
    per_minute = {
        "glint": 4.0,
        "lamp": 1.0,
        "gain_step": 0.7,
        "cut": 0.5,
        "polarity_flip": 0.7 if script.infrared else 0.0,
        "zoom": 0.5,
        "slew": 0.5,
        "flare": 0.4,
    }
    found: list[Nuisance] = []
    for kind, often in per_minute.items():
        for _ in range(int(rng.poisson(often * script.seconds / 60))):
            t = float(rng.uniform(1.5, max(2.0, script.seconds - 2)))
            if _clear(t, kind, script.bursts, found):
                found.append(_nuisance(rng, script, kind, t))
    return tuple(sorted(found, key=lambda one: one.t))


_WHOLE = ("gain_step", "cut", "polarity_flip", "zoom", "slew")


def _clear(t: float, kind: str, bursts: tuple[Burst, ...], others: list[Nuisance]) -> bool:
    """Return whether a nuisance at ``t`` leaves the bursts visible: a new picture must not part a chain."""
    if kind not in _WHOLE:
        return all(abs(t - one.t) > 0.5 for one in bursts)
    spans: dict[int, tuple[float, float]] = {}
    for one in bursts:
        low, high = spans.get(one.chain, (one.t, one.t))
        spans[one.chain] = (min(low, one.t), max(high, one.t))
    apart = kind in ("cut", "zoom", "slew")
    if apart and any(low - CLEAR_S - 1 < t < high + CLEAR_S for low, high in spans.values()):
        return False
    if any(-CLEAR_S < t - one.t < CLEAR_S for one in bursts):
        return False
    return all(abs(t - other.t) > 2.0 for other in others if other.kind in _WHOLE)


def _nuisance(rng: np.random.Generator, script: Script, kind: str, t: float) -> Nuisance:
    x, y = float(rng.uniform(0.1, 0.9) * script.width), float(rng.uniform(0.1, 0.9) * script.height)
    angle = float(rng.uniform(0, 2 * np.pi))
    speed = float(rng.uniform(8, 40))
    made = Nuisance(kind=kind, t=t, until=t, x=x, y=y)
    match kind:
        case "glint":
            return replace(
                made,
                until=t + float(rng.uniform(0.03, 0.16)),
                level=float(rng.uniform(60, 150)),
                radius=float(rng.uniform(0.8, 2.5)),
            )
        case "lamp":
            return replace(
                made,
                until=t + float(rng.uniform(3, 12)),
                vx=speed * float(np.cos(angle)),
                vy=speed * float(np.sin(angle)),
                level=float(rng.uniform(50, 110)),
                radius=float(rng.uniform(1.2, 2.4)),
            )
        case "flare":
            return replace(
                made,
                until=t + float(rng.uniform(1.5, 4)),
                level=float(rng.uniform(30, 70)),
                radius=float(rng.uniform(40, 90)),
            )
        case "gain_step":
            return replace(made, level=float(rng.choice([0.7, 0.8, 1.2, 1.35])))
        case "zoom":
            return replace(made, until=t + float(rng.uniform(0.0, 0.6)), level=float(rng.choice([0.6, 0.75, 1.4, 1.8])))
        case "slew":
            return replace(
                made,
                until=t + float(rng.uniform(0.4, 1.2)),
                vx=200 * float(np.cos(angle)),
                vy=90 * float(np.sin(angle)),
            )
        case _:
            return made
