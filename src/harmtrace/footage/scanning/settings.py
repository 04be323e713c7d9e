"""Thresholds of the scan: named, with units, and kept with every scan that they produced."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What decides on a candidate. Set on synthetic footage (tuning seeds) alone.

    Attributes:
        least_rate: of faster recordings every second, third … frame is looked at, so that this many a second remain;
            the frames between tell when a rise began.
        halved_from: of recordings of so many frames a second every second one is looked at, though fewer than
            ``least_rate`` remain: small pictures are decoded faster than each could be looked at.
        past_s: a rise is one above the brightest of so many seconds before, near by.
        reach: "near by", cells of the grid.
        rise_least, rise_most: grey levels a first flash must rise by; between them, what the quiet picture asks for.
        quiet_factor: how many times the quiet picture's own highest rises (98th percentile) that is.
        contrast_factor: how many times the picture's contrast (standard deviation over the grid) it is at
            least, up to ``contrast_most`` grey levels.
        later_rise: grey levels for a later flash at once where there was one before; never less than ``later_quiet``
            times the quiet picture's; it goes back to that of a first flash in the course of ``alert_s``.
        first_cells: cells that a first flash must cover at its widest; ``later_cells``: a later one.
        far: a later flash further than this from the one before, cells, lies outside its plume: it must cover
            ``far_cells``, and rise by the share ``edge`` of the contrast of its place.
        at_once, at_once_s: rises at so many places within so many seconds of one another are no flashes: the picture
            is broken, or light rose all over it.
        near: how far from a flash the lower threshold holds, cells; ``alert_s``: for how long.
        merge_s, merge: rises so near to one another in time and place (cells) are one flash.
        settle_s: so long the light is followed before a verdict.
        stays: the share of its rise that must still be there after 0.2 to 0.4 s; ``stays_least``: grey levels.
        chain_s, chain: later flashes so soon and so near (cells) belong to one chain.
        steady: cells that the picture may have moved within ``past_s``, besides the reach.
        gap_s: frames further apart are a gap.
        grown: share by which the picture must grow or shrink within half a second to be a zoom.
    """

    least_rate: float = 12.0
    halved_from: float = 15.5
    past_s: float = 0.33
    reach: int = 2
    rise_least: float = 18.0
    rise_most: float = 40.0
    quiet_factor: float = 1.5
    contrast_factor: float = 2.0
    contrast_most: float = 31.0
    later_rise: float = 12.0
    later_quiet: float = 0.8
    first_cells: int = 8
    later_cells: int = 2
    far: float = 7.0
    far_cells: int = 3
    edge: float = 0.35
    at_once: int = 5
    at_once_s: float = 0.15
    near: float = 12.0
    alert_s: float = 30.0
    merge_s: float = 0.4
    merge: float = 4.0
    settle_s: float = 1.05
    stays: float = 0.22
    stays_least: float = 6.0
    chain_s: float = 30.0
    chain: float = 24.0
    steady: float = 0.5
    gap_s: float = 0.5
    grown: float = 0.1

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return each threshold's name and value."""
        return tuple((one.name, f"{getattr(self, one.name):g}") for one in fields(self))
