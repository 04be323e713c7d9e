"""Verdict: whether light that rose goes on as a flash does, or as a glint, a lamp or a lens flare does."""

from harmtrace.footage.scanning.curves import Curve
from harmtrace.footage.scanning.settings import Thresholds

# A light of so few cells that stays as bright as this share of itself for a second, and grows no further than so many
# times, is a lamp, or an edge that the encoder drew late; none rises by more than the last.
_LAMP_CELLS, _LAMP_STAYS, _LAMP_GROWS, _LAMP_RISE = 12.0, 0.7, 1.6, 70.0
# A light that goes on rising as this share of its first step, over so many seconds, fades in.
_FADING_IN = 1.8


def is_flash(curve: Curve | None, *, later: bool, thresholds: Thresholds) -> bool:
    """Return whether a curve is that of a flash; None (the place was not seen again) is not."""
    if curve is None:
        return False
    rise = curve.highest(0, 0.1)
    after = curve.middle(0.2, 0.42)
    if after is None:
        after = curve.middle(0.12, 0.6)
    if rise is None or after is None or rise <= 0:
        return False
    if after < max(thresholds.stays * rise, thresholds.stays_least):
        return False  # a glint
    return later or not (_lamp(curve, rise) or _fades_in(curve, rise))


def _lamp(curve: Curve, rise: float) -> bool:
    early, grown = curve.widest(0, 0.3) or 0.0, curve.widest(0.5, 1.0) or 0.0
    late = curve.middle(0.6, 1.0)
    highest = max(rise, curve.highest(0, 0.4) or 0)
    steady = late is not None and late >= _LAMP_STAYS * highest
    return steady and rise <= _LAMP_RISE and early <= _LAMP_CELLS and grown <= max(_LAMP_GROWS * early, early + 2)


def _fades_in(curve: Curve, rise: float) -> bool:
    first = float(curve.peaks[0])
    highest = curve.highest(0.25, 0.6)
    return highest is not None and highest >= _FADING_IN * max(first, rise * 0.5) and rise < 40
