"""Verdict: whether light that rose goes on as a flash does, or as a glint, a lamp or a lens flare does."""

from harmtrace.footage.scanning.curves import Curve
from harmtrace.footage.scanning.settings import Thresholds

# A light of so few cells that stays as bright as this share of itself for a second, and grows no further than so many
# times, is a lamp, or an edge that the encoder drew late; none rises by more than the last.
_LAMP_CELLS, _LAMP_STAYS, _LAMP_GROWS, _LAMP_RISE = 12.0, 0.7, 1.6, 70.0
# A small light that changes by no more than this share of itself is a lamp, or something that came into the picture.
_STILL, _STILL_CELLS = 0.1, 30.0
# A small light that stays as bright as this share of itself, and then is down to that at once, has moved on: a lamp.
_MOVED_CELLS, _MOVED_STAYS, _MOVED_LEFT = 16.0, 0.9, 0.25
# A light that goes on rising as this share of its first step, over so many seconds, fades in.
_FADING_IN = 1.8


def is_flash(
    curve: Curve | None, *, later: bool, far: bool = False, rise: float = 255.0, thresholds: Thresholds
) -> bool:
    """Return whether a curve is that of a flash; None (the place was not seen again) is not.

    ``later``: there was a flash near by before; ``far``: but not so near that this one could lie in its plume, so that
    all that is no flash is looked for as at a first one; ``rise``: grey levels by which it was found.
    """
    if curve is None:
        return False
    highest = curve.highest(0, 0.1)
    after = curve.middle(0.2, 0.42)
    if after is None:
        after = curve.middle(0.12, 0.6)
    if highest is None or after is None or highest <= 0:
        return False
    if after < max(thresholds.stays * highest, thresholds.stays_least):
        return False  # a glint
    if later and not far:
        return True
    if later and rise < thresholds.edge * curve.contrast:
        return False  # an edge that moved, or that the encoder drew late
    return not (_lamp(curve, highest) or _still(curve) or _moved_on(curve) or (not later and _fades_in(curve, highest)))


def _lamp(curve: Curve, rise: float) -> bool:
    early, grown = curve.widest(0, 0.3) or 0.0, curve.widest(0.5, 1.0) or 0.0
    late = curve.middle(0.6, 1.0)
    highest = max(rise, curve.highest(0, 0.4) or 0)
    steady = late is not None and late >= _LAMP_STAYS * highest
    return steady and rise <= _LAMP_RISE and early <= _LAMP_CELLS and grown <= max(_LAMP_GROWS * early, early + 2)


def _still(curve: Curve) -> bool:
    early, grown = curve.widest(0, 0.3) or 0.0, curve.widest(0.5, 1.0) or 0.0
    changed, first, after = curve.spread(0.1, 1.0), curve.highest(0, 0.1), curve.middle(0.2, 1.0)
    if changed is None or first is None or after is None or first > (1 + _STILL) * after:
        return False
    return changed <= _STILL and early <= _STILL_CELLS and grown <= 1.3 * max(early, 1.0)


def _moved_on(curve: Curve) -> bool:
    highest, after, late = curve.highest(0, 0.4), curve.middle(0.2, 0.42), curve.middle(0.6, 1.0)
    if highest is None or after is None or late is None or (curve.widest(0, 0.3) or 0.0) > _MOVED_CELLS:
        return False
    return after >= _MOVED_STAYS * highest and late <= _MOVED_LEFT * highest


def _fades_in(curve: Curve, rise: float) -> bool:
    first = float(curve.peaks[0])
    highest = curve.highest(0.25, 0.6)
    return highest is not None and highest >= _FADING_IN * max(first, rise * 0.5) and rise < 40
