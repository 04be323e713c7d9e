"""The sound of a script: wind, and a bang for each burst that comes as late as its range makes it."""

import numpy as np
from numpy.typing import NDArray

from tools.synthetic_footage.scripts import Script

RATE = 16_000


def bangs(script: Script) -> tuple[float, ...]:
    """Return when each burst is heard, in seconds from the first frame (331.3 m/s and 0.606 m/s a degree Celsius)."""
    delay = script.range_m / (331.3 + 0.606 * script.celsius)
    return tuple(one.t + delay for one in script.bursts if one.t + delay < script.seconds - 0.2)


def samples(script: Script) -> NDArray[np.int16]:
    """Return the sound track, one channel at 16 kHz."""
    rng = np.random.default_rng(script.seed + 2_000_003)
    wind = rng.standard_normal(int(script.seconds * RATE))
    for _ in range(2):
        wind[1:] += 0.9 * wind[:-1]  # a little darker than white
    wind *= 500 / wind.std()
    for at in bangs(script):
        start = int(at * RATE)
        size = min(int(1.5 * RATE), len(wind) - start)
        t = np.arange(size) / RATE
        low = rng.standard_normal(size)
        spectrum = np.fft.rfft(low)
        where = np.fft.rfftfreq(size, 1 / RATE)
        spectrum[(where < 15) | (where > 350)] = 0
        low = np.fft.irfft(spectrum, size)
        wind[start : start + size] += rng.uniform(5_000, 14_000) * low / low.std() * np.exp(-t / 0.25) * 0.4
    return np.clip(wind, -32_000, 32_000).astype(np.int16)
