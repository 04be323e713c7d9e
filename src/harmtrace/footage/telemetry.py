"""Telemetry: what the metadata packets of a feed say, by tag, and what was malformed in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from harmtrace.footage import items
from harmtrace.footage.decoding import Columns
from harmtrace.footage.items import Floats
from harmtrace.footage.packets import Ints, Tally, find
from harmtrace.footage.security import markings, text
from harmtrace.footage.track import Track
from harmtrace.records.footage import Diagnostic

# A feed says one thing on its handling; one that says more than this many is shown in part.
_MOST_MARKINGS = 16


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Blocks:
    """Where the pieces of a metadata stream begin, as a container delivers them, and when each is due.

    Attributes:
        start: offset of each piece in the stream, ascending from 0; ``media_s``: its time stamp, in seconds from the
            feed's first frame, NaN where it has none; ``arrived_s``: the time of the pictures it was stored between.
    """

    start: Ints
    media_s: Floats
    arrived_s: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telemetry:
    """What the packets of one metadata stream say, one row each, in its order.

    Attributes:
        data: the stream as it stands; ``offset``: where each packet begins in it.
        media_s: seconds from the feed's first frame, by the packet's time stamp; NaN where it has none.
        arrived_s: the same by the place among the pictures, where the container tells; NaN elsewhere.
        sums: the checksum: 0 right, 1 wrong, 2 right over the payload alone, 3 missing.
        columns: numbers by tag of ST 0601, in its units (times in microseconds); NaN where the packet does not say.
        spans: first byte and one past it, by tag, of what is no number; -1 where the packet has none.
        others: further metadata streams of the feed that could not be joined with this one.
    """

    data: bytes
    offset: Ints
    media_s: Floats
    arrived_s: Floats
    sums: NDArray[np.uint8]
    columns: Mapping[int, Floats]
    spans: Mapping[int, Ints]
    diagnostics: tuple[Diagnostic, ...]
    others: tuple["Telemetry", ...] = ()

    def __len__(self) -> int:
        """Return the number of packets."""
        return len(self.offset)

    def column(self, tag: int) -> Floats:
        """Return the numbers of a tag; NaN throughout where no packet has it."""
        found = self.columns.get(tag)
        return np.full(len(self), np.nan) if found is None else found

    def raw(self, tag: int) -> list[bytes | None]:
        """Return the bytes of a tag that is no number, by packet."""
        if tag not in self.spans:
            return [None] * len(self)
        return [None if start < 0 else self.data[start:end] for start, end in self.spans[tag].tolist()]

    def words(self, tag: int) -> list[str | None]:
        """Return the words of a tag, by packet."""
        return [None if value is None else text(value) for value in self.raw(tag)]

    def distinct(self, tag: int) -> list[bytes]:
        """Return the different values of a tag that is no number, in the order of their first packets."""
        return list(dict.fromkeys(value for value in self.raw(tag) if value is not None))

    @property
    def security(self) -> tuple[tuple[str, str], ...]:
        """Return the markings of ST 0102 as written; several sets one after the other."""
        sets = self.distinct(items.SECURITY)[:_MOST_MARKINGS]
        return tuple(dict.fromkeys(field for one in sets for field in markings(one)))

    def track(self) -> Track:
        """Return where the feed looked."""
        return track(self)


def read(data: bytes, *, blocks: Blocks | None = None) -> Telemetry:
    """Return what the packets of one metadata stream say; never raises, whatever the bytes are.

    ``blocks``: the pieces in which a container delivered it; None for a bare stream, whose packets have no time stamps.
    """
    packets = find(data)
    columns = Columns(data, packets)
    count = len(packets)
    media, arrived = np.full(count, np.nan), np.full(count, np.nan)
    if blocks is not None and len(blocks.start):
        of = np.clip(np.searchsorted(blocks.start, packets.start, side="right") - 1, 0, None)
        media, arrived = blocks.media_s[of], blocks.arrived_s[of]
        packets.tally.add("missing_pts", packets.start[np.isnan(media)])
    return Telemetry(
        data=data,
        offset=packets.start,
        media_s=media,
        arrived_s=arrived,
        sums=columns.sums,
        columns=columns.numbers,
        spans=columns.spans,
        diagnostics=packets.tally.diagnostics(),
    )


def joined(streams: Sequence[Telemetry]) -> Telemetry | None:
    """Return the telemetry of a feed with several metadata streams; None where no stream holds a packet.

    The stream with most packets leads. What it does not say is taken from packets of the others that state the same
    time (tag 2); streams that share no times stay beside it. Either way they are counted.
    """
    filled = [stream for stream in streams if len(stream)]
    if not filled:
        return None
    if len(streams) == 1:
        return filled[0]
    lead = max(filled, key=len)
    columns, apart = dict(lead.columns), []
    for other in filled:
        if other is lead:
            continue
        if not _fill(lead, other, columns):
            apart.append(other)
    tally = Tally()
    tally.add("several_streams", [0] * (len(streams) - 1), f"{len(streams)} metadata streams")
    rest = [one for other in filled if other is not lead for one in other.diagnostics]
    lines = (*lead.diagnostics, *rest, *tally.diagnostics())
    return replace(lead, columns=columns, others=tuple(apart), diagnostics=lines)


def _fill(lead: Telemetry, other: Telemetry, columns: dict[int, Floats]) -> bool:
    """Fill what one stream does not say from packets of another of the same time; tell whether any was."""
    times, theirs = lead.column(items.TIME), other.column(items.TIME)
    order = np.argsort(theirs, kind="stable")
    at = np.clip(np.searchsorted(theirs[order], times), 0, len(theirs) - 1)
    same = theirs[order][at] == times
    if not same.any():
        return False
    source = order[at[same]]
    for tag, column in other.columns.items():
        if tag == items.CHECKSUM:
            continue
        held = columns[tag].copy() if tag in columns else np.full(len(lead), np.nan)
        own = held[same]
        held[same] = np.where(np.isnan(own), column[source], own)
        columns[tag] = held
    return True


def track(telemetry: Telemetry) -> Track:
    """Return where a feed looked, from its telemetry; the finer of two items that say the same goes first."""
    column = telemetry.column
    centre = column(23), column(24)
    full = np.stack([np.stack([column(82 + 2 * n), column(83 + 2 * n)], axis=-1) for n in range(4)], axis=1)
    offset = np.stack(
        [np.stack([centre[0] + column(26 + 2 * n), centre[1] + column(27 + 2 * n)], axis=-1) for n in range(4)], axis=1
    )
    stated = column(items.TIME) / 1e6
    return Track(
        media_s=media_seconds(telemetry),
        stated_s=stated,
        latitude=column(13),
        longitude=column(14),
        altitude=_first(column(15), column(104), column(75)),
        heading=column(5),
        pitch=_first(column(90), column(6)),
        roll=_first(column(91), column(7)),
        azimuth=column(18),
        elevation=column(19),
        turn=column(20),
        h_fov=column(16),
        v_fov=column(17),
        slant=column(21),
        width=_first(column(96), column(22)),
        centre_latitude=centre[0],
        centre_longitude=centre[1],
        ground=_first(column(25), column(78)),
        corners=full,
        offset_corners=offset,
        altitude_hae=np.isnan(column(15)),
        ground_hae=np.isnan(column(25)) & ~np.isnan(column(78)),
    )


def media_seconds(telemetry: Telemetry) -> Floats:
    """Return the media time of each packet: its time stamp, else its place among the pictures, else its stated time.

    The stated time is set against the packets that have both; where none has, the first stated time is 0.
    """
    media = np.where(np.isnan(telemetry.media_s), telemetry.arrived_s, telemetry.media_s)
    lacking = np.isnan(media)
    if not lacking.any():
        return media
    stated = telemetry.column(items.TIME) / 1e6
    both = ~lacking & ~np.isnan(stated)
    known = stated[~np.isnan(stated)]
    zero = float(np.median((stated - media)[both])) if both.any() else float(known[0]) if len(known) else 0.0
    return np.where(lacking, stated - zero, media)


def _first(*columns: Floats) -> Floats:
    """Return the first of some columns that says anything, packet by packet."""
    found = columns[0]
    for other in columns[1:]:
        found = np.where(np.isnan(found), other, found)
    return found
