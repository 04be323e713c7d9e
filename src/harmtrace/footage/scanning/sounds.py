"""Sounds: where low sound rises at once above the seconds before, and how far off it was if a flash made it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RATE = 4_000
"""Samples a second that are looked at."""
_LOW_HZ, _HIGH_HZ = 20.0, 400.0
_STEP_S, _TRAIL_S, _REST_S = 0.005, 2.0, 0.6
_ABOVE_DB = 9.0
# The energy of a step must keep up for so many steps, else it is a click.
_STEPS_HELD = 6
_TAPS = 257
# Dry air at 0 degrees Celsius, metres a second, and a degree more (Cramer 1993 gives 331.45 and 0.607 at 20 degrees).
_SPEED_0, _SPEED_DEGREE = 331.3, 0.606


@dataclass(frozen=True, slots=True)
class Onset:
    """A sudden low sound: seconds from the first sample, and by how much it rose."""

    at_s: float
    above_db: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Air:
    """What is known of the air between a source and a microphone: degrees Celsius and wind, as bounds."""

    celsius_low: float = -10.0
    celsius_high: float = 45.0
    wind_ms: float = 10.0


class Listener:
    """Hears one sound track, block by block, in order."""

    def __init__(self) -> None:
        """Prepare the filter."""
        self._taps = _band(_LOW_HZ, _HIGH_HZ)
        self._left = np.zeros(_TAPS - 1)
        self._rest = np.empty(0)
        self._energies: list[Floats] = []

    def add(self, samples: Floats) -> None:
        """Take in samples at ``RATE``, about -1 to 1."""
        joined = np.concatenate((self._left, samples))
        if len(joined) < _TAPS:
            self._left = joined
            return
        heard = np.concatenate((self._rest, _convolved(joined, self._taps)))
        self._left = joined[-(_TAPS - 1) :]
        step = round(_STEP_S * RATE)
        whole = len(heard) // step * step
        self._energies.append((heard[:whole].reshape(-1, step) ** 2).mean(axis=1))
        self._rest = heard[whole:]

    def onsets(self) -> tuple[Onset, ...]:
        """Return the sounds that rose at once, in order."""
        energies = np.concatenate(self._energies) if self._energies else np.empty(0)
        return tuple(_onsets(energies))


def _onsets(energies: Floats) -> Iterator[Onset]:
    trail = round(_TRAIL_S / _STEP_S)
    if len(energies) <= trail // 4 + _STEPS_HELD:
        return
    floor = max(float(np.median(energies)) * 1e-3, 1e-12)
    sums = np.concatenate(([0.0], np.cumsum(energies)))
    at = np.arange(len(energies))
    low = np.maximum(0, at - trail)
    before = (sums[at] - sums[low]) / np.maximum(at - low, 1)
    high = np.minimum(len(energies), at + _STEPS_HELD)
    ahead = (sums[high] - sums[at]) / np.maximum(high - at, 1)
    above = 10 * np.log10(np.maximum(ahead, floor) / np.maximum(before, floor))
    sharp = 10 * np.log10(np.maximum(energies, floor) / np.maximum(before, floor))
    rest = -1.0
    for k in np.flatnonzero((above > _ABOVE_DB) & (sharp > _ABOVE_DB) & (at >= trail // 4)):
        t = float(k) * _STEP_S
        if t >= rest:
            # The filter rings before a bang: the onset is where a quarter of the height is reached.
            ahead_of = energies[k : k + 2 * _STEPS_HELD]
            risen = k + int((ahead_of >= ahead_of.max() / 4).argmax())
            # The filter's middle tap stands half its length after the sample that it speaks for.
            yield Onset(max(0.0, risen * _STEP_S - (_TAPS // 2) / RATE), float(above[k : k + 20].max()))
        rest = t + _REST_S


def _band(low: float, high: float) -> Floats:
    """Return a band-pass filter (windowed sinc)."""
    n = np.arange(_TAPS) - _TAPS // 2

    def sinc(edge: float) -> Floats:
        return np.asarray(2 * edge / RATE * np.sinc(2 * edge / RATE * n))

    found: Floats = (sinc(high) - sinc(low)) * np.hamming(_TAPS)
    return found


def _convolved(samples: Floats, taps: Floats) -> Floats:
    size = 1 << (len(samples) + len(taps) - 2).bit_length()
    found = np.fft.irfft(np.fft.rfft(samples, size) * np.fft.rfft(taps, size), size)
    return np.asarray(found[len(taps) - 1 : len(samples)])


def distance(after_s: float, *, half_frame_s: float, air: Air) -> tuple[float, float]:
    """Return the metres between which a source lies that was heard so long after it was seen.

    Bounds, not a sigma: the coldest air against the wind with the flash half a frame later, to the warmest with it.

    >>> low, high = distance(2.93, half_frame_s=1 / 60, air=Air(celsius_low=15, celsius_high=25, wind_ms=5))
    >>> round(low), round(high)
    (977, 1036)
    """
    slow = _SPEED_0 + _SPEED_DEGREE * air.celsius_low - air.wind_ms
    fast = _SPEED_0 + _SPEED_DEGREE * air.celsius_high + air.wind_ms
    return max(0.0, after_s - half_frame_s) * slow, (after_s + half_frame_s) * fast


def belonging(at_s: float, flashes: Sequence[float], *, longest_s: float = 12.0) -> tuple[float, ...]:
    """Return the flashes that a sound may belong to, the last first: none after it, none too long before.

    >>> belonging(12.0, [3.5, 11.75, 14.0, 5.0]), belonging(12.0, [14.0])
    ((11.75, 5.0, 3.5), ())
    """
    return tuple(sorted((flash for flash in flashes if 0 <= at_s - flash <= longest_s), reverse=True))
