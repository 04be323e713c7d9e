"""Frames of a script, as luma, and the truth of what they show."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.synthetic_footage.scripts import Burst, Nuisance, Script

Luma = NDArray[np.uint8]
Picture = NDArray[np.float32]
_SIDE = 1024
_VEIL = 168.0


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the picture's centre lies on the ground, ground pixels, and how many picture pixels one of those is."""

    x: float
    y: float
    scale: float


class Renderer:
    """Draws a script; the ground is a pattern that repeats, another one after each cut."""

    def __init__(self, script: Script) -> None:
        """Prepare grounds, noise and the places of the bursts on the ground."""
        self.script = script
        rng = np.random.default_rng(script.seed + 1_000_003)
        shots = 1 + sum(one.kind == "cut" for one in script.nuisances)
        self._grounds = [_ground(rng) for _ in range(shots)]
        size = (script.height + 48, script.width + 48)
        self._noise = [rng.standard_normal(size, dtype=np.float32) * np.float32(script.noise) for _ in range(3)]
        shake = rng.standard_normal((len(script.times), 2)) * script.jitter * 0.6
        for i in range(1, len(shake)):
            shake[i] += 0.8 * shake[i - 1]
        self._shake = shake
        self._phase = rng.uniform(0, 2 * np.pi, 2)
        self._offsets = rng.integers(0, 48, (len(script.times), 2))
        self._which = rng.integers(0, 3, len(script.times))
        first: dict[int, Burst] = {}
        for one in script.bursts:
            first.setdefault(one.chain, one)
        self._places = {one: self._placed(one, first[one.chain]) for one in script.bursts}
        self._puffs = {one: rng.normal(0, 0.35, (5, 2)) for one in script.bursts}
        self._drift = rng.uniform(-4, 4, 2)

    # ---- where the camera is

    def camera(self, t: float, shake: NDArray[np.float64] | None = None) -> Camera:
        """Return the camera at a moment."""
        script = self.script
        turn = 2 * np.pi * t / script.period
        x = script.pan * np.sin(turn + self._phase[0])
        y = 0.5 * script.pan * np.sin(0.7 * turn + self._phase[1])
        scale = 1.0
        for one in script.nuisances:
            if one.kind == "slew" and t > one.t:
                share = min(1.0, (t - one.t) / max(one.until - one.t, 1e-6))
                x += share * one.vx
                y += share * one.vy
            if one.kind == "zoom" and t > one.t:
                share = min(1.0, (t - one.t) / max(one.until - one.t, 1e-6))
                goal = one.level if scale == 1.0 else 1.0
                scale += share * (goal - scale)
        if shake is not None:
            x, y = x + shake[0], y + shake[1]
        return Camera(float(x), float(y), float(scale))

    def _placed(self, one: Burst, first: Burst) -> tuple[float, float, float]:
        """Return where a burst stands on the ground, and its size there; its chain was drawn in its first's picture."""
        camera = self.camera(first.t)
        x, y = self.to_ground(camera, one.x, one.y)
        return x, y, 1 / camera.scale

    def to_ground(self, camera: Camera, x: float, y: float) -> tuple[float, float]:
        """Return the ground pixel of a picture pixel."""
        return (
            camera.x + (x - self.script.width / 2) / camera.scale,
            camera.y + (y - self.script.height / 2) / camera.scale,
        )

    def to_picture(self, camera: Camera, x: float, y: float) -> tuple[float, float]:
        """Return the picture pixel of a ground pixel."""
        return (
            (x - camera.x) * camera.scale + self.script.width / 2,
            (y - camera.y) * camera.scale + self.script.height / 2,
        )

    def place(self, one: Burst) -> tuple[float, float]:
        """Return where a burst stands on the ground, ground pixels."""
        return self._places[one][:2]

    def frame_camera(self, index: int) -> Camera:
        """Return the camera of a frame, its shake included."""
        return self.camera(float(self.script.times[index]), self._shake[index])

    # ---- what it sees

    def shot(self, t: float) -> int:
        """Return how many cuts lie before a moment."""
        return sum(one.kind == "cut" and one.t <= t for one in self.script.nuisances)

    def frames(self) -> Iterator[tuple[float, Luma]]:
        """Yield the time and the luma of each frame."""
        for index in range(len(self.script.times)):
            yield float(self.script.times[index]), self.frame(index)

    def frame(self, index: int) -> Luma:
        """Return one frame."""
        script = self.script
        t, camera = float(script.times[index]), self.frame_camera(index)
        picture = self._sampled(self._grounds[self.shot(t)], camera)
        gain, step, inverted = 1.0, 1.0, script.dark_hot
        seen = [one for one in script.bursts if one.t <= t and self.shot(one.t) == self.shot(t)]
        for one in seen:
            self._plume(picture, one, t, camera)
        for one in seen:
            self._flash(picture, one, t, camera)
            if script.agc and t - one.t > 0.05:
                gain *= 1 - script.agc * min(1.0, one.radius / 8) * float(np.exp(-(t - one.t - 0.05) / 0.9))
        for other in script.nuisances:
            if other.t > t:
                break
            if other.kind == "gain_step":
                step = other.level if step == 1.0 else 1.0
            elif other.kind == "polarity_flip":
                inverted = not inverted
            else:
                self._nuisance(picture, other, t, camera)
        if script.haze:
            picture += (np.float32(_VEIL) - picture) * np.float32(script.haze)
        gain *= step
        if gain != 1.0:
            picture *= np.float32(gain)
        np.clip(picture, 0, 250, out=picture)
        if inverted:
            np.subtract(np.float32(255), picture, out=picture)
        row, column = self._offsets[index]
        noise = self._noise[self._which[index]]
        picture += noise[row : row + script.height, column : column + script.width]
        np.clip(picture, 0, 255, out=picture)
        return picture.astype(np.uint8)

    def _sampled(self, ground: Picture, camera: Camera) -> Picture:
        script = self.script
        rows = camera.y + (np.arange(script.height) - script.height / 2) / camera.scale
        columns = camera.x + (np.arange(script.width) - script.width / 2) / camera.scale
        top, left = np.floor(rows).astype(np.int64), np.floor(columns).astype(np.int64)
        down = (rows - top).astype(np.float32)[:, None]
        right = (columns - left).astype(np.float32)[None, :]
        upper = np.take(ground, top, axis=0, mode="wrap")
        upper += (np.take(ground, top + 1, axis=0, mode="wrap") - upper) * down
        picture: Picture = np.take(upper, left, axis=1, mode="wrap")
        picture += (np.take(upper, left + 1, axis=1, mode="wrap") - picture) * right
        return picture

    def _plume(self, picture: Picture, one: Burst, t: float, camera: Camera) -> None:
        age = t - one.t
        if age > 1.6 * one.plume_s:
            return
        x, y, size = self._places[one]
        grown = one.plume_radius * size * (0.25 + 0.75 * float(1 - np.exp(-age / 1.1)))
        level = one.plume_level
        if self.script.infrared:
            level = 120 + 90 * float(np.exp(-age / 8))
        level = level + (230 - level) * float(np.exp(-age / 0.7))
        share = 0.75 * min(1.0, age / 0.25 + 0.3) * float(np.exp(-((age / one.plume_s) ** 2)))
        for dx, dy in self._puffs[one]:
            at = (x + dx * grown + self._drift[0] * age, y + dy * grown + self._drift[1] * age - 1.5 * age)
            window = self._blob(picture, *self.to_picture(camera, *at), grown * 0.6 * camera.scale)
            if window is not None:
                part, bump = window
                part += (np.float32(level) - part) * (bump * np.float32(share * 0.6))

    def _flash(self, picture: Picture, one: Burst, t: float, camera: Camera) -> None:
        age = t - one.t
        strength = one.peak * float(np.exp(-age / one.tau))
        if strength < 1:
            return
        x, y, size = self._places[one]
        radius = one.radius * size * camera.scale * (1 + 0.6 * float(1 - np.exp(-age / 0.15)))
        window = self._blob(picture, *self.to_picture(camera, x, y), radius)
        if window is not None:
            part, bump = window
            part += bump * np.float32(strength)

    def _nuisance(self, picture: Picture, other: Nuisance, t: float, camera: Camera) -> None:
        if other.kind not in ("glint", "lamp", "flare") or t > other.until or self.shot(other.t) != self.shot(t):
            return
        age = t - other.t
        if other.kind == "flare":
            fade = min(1.0, age / 0.4, (other.until - t) / 0.4)
            window = self._blob(picture, other.x, other.y, other.radius)
        else:
            fade = 1.0 if other.kind == "glint" else min(1.0, 0.4 + age / 0.2)
            x, y = self.to_ground(self.camera(other.t), other.x, other.y)
            at = self.to_picture(camera, x + other.vx * age, y + other.vy * age)
            window = self._blob(picture, *at, other.radius * camera.scale)
        if window is not None:
            part, bump = window
            part += bump * np.float32(other.level * fade)

    def _blob(self, picture: Picture, x: float, y: float, radius: float) -> tuple[Picture, Picture] | None:
        """Return the part of the picture round a point, as a view, and a round bump of height 1 over it."""
        reach = int(3 * radius) + 2
        left, top = max(0, int(x) - reach), max(0, int(y) - reach)
        right, bottom = min(self.script.width, int(x) + reach + 1), min(self.script.height, int(y) + reach + 1)
        if left >= right or top >= bottom or radius < 0.2:
            return None
        across = np.exp(-((np.arange(left, right) - x) ** 2) / (2 * radius**2)).astype(np.float32)
        along = np.exp(-((np.arange(top, bottom) - y) ** 2) / (2 * radius**2)).astype(np.float32)
        return picture[top:bottom, left:right], along[:, None] * across[None, :]


def _ground(rng: np.random.Generator) -> Picture:
    """Return a pattern of soil, roads and roofs that repeats at its edges."""
    rows, columns = np.fft.fftfreq(_SIDE)[:, None], np.fft.rfftfreq(_SIDE)[None, :]
    waves = np.maximum(np.hypot(rows, columns), 1 / _SIDE) ** -1.4
    soil = np.fft.irfft2(np.fft.rfft2(rng.standard_normal((_SIDE, _SIDE))) * waves)
    soil = soil / soil.std() * rng.uniform(10, 20) + rng.uniform(75, 125)
    for _ in range(8):
        at, wide = int(rng.integers(_SIDE)), int(rng.integers(5, 13))
        level = float(rng.uniform(95, 160))
        if rng.random() < 0.5:
            soil[at : at + wide, :] = 0.4 * soil[at : at + wide, :] + 0.6 * level
        else:
            soil[:, at : at + wide] = 0.4 * soil[:, at : at + wide] + 0.6 * level
    for _ in range(int(rng.integers(80, 200))):
        top, left = (int(v) for v in rng.integers(0, _SIDE - 60, 2))
        high, wide = (int(v) for v in rng.integers(6, 46, 2))
        soil[top + 3 : top + high + 5, left + 3 : left + wide + 5] *= 0.6
        soil[top : top + high, left : left + wide] = rng.uniform(45, 205) + rng.normal(0, 3, (high, wide))
    found: Picture = np.clip(soil, 8, 225).astype(np.float32)
    return found
