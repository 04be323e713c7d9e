"""Accounts -> the pairs worth comparing: those that meet in time and place, or share words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from harmtrace.incidents.scores import Shared
from harmtrace.incidents.signals import Key, Signal
from harmtrace.incidents.times import Extent
from harmtrace.records.measure import Tier

_CELL_DEGREES = 0.25
_FEW_DAYS = 4
_MONTHS_DAYS = 93
_CROWD = 500
_CROWD_NEIGHBOURS = 40
_CITY = Tier.CITY.rank

Block = tuple[str | int, ...]


def pairs(signals: Sequence[Signal], shared: Mapping[tuple[Key, Key], Shared]) -> tuple[set[tuple[int, int]], set[int]]:
    """Return pairs of positions to compare (smaller first), and the positions of accounts in crowded blocks.

    A block of more than 500 accounts is not compared in full: each account meets 40 others of it, in order, and
    is named as crowded, so that a pair that was not compared says nothing there.
    """
    blocks: dict[Block, list[int]] = defaultdict(list)
    for position, one in enumerate(signals):
        for block in _joins(one):
            blocks[block].append(position)
    found: set[tuple[int, int]] = set()
    crowded: set[int] = set()
    for position, one in enumerate(signals):
        for block in _asks(one):
            others = blocks.get(block)
            if others is None:
                continue
            if len(others) > _CROWD:
                crowded.add(position)
            met = _some(others, position) if len(others) > _CROWD else others
            for other in met:
                if other != position:
                    found.add((position, other) if position < other else (other, position))
    positions = {one.key: position for position, one in enumerate(signals)}
    for a, b in shared:
        if a in positions and b in positions:
            x, y = positions[a], positions[b]
            found.add((x, y) if x < y else (y, x))
    return found, crowded


def _some(others: list[int], position: int) -> Iterator[int]:
    """Yield the neighbours of a position in a crowded block, and some evenly spread over the rest."""
    low, high = 0, len(others)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if others[middle] < position else (low, middle)
    half = _CROWD_NEIGHBOURS // 2
    yield from others[max(0, low - half) : low + half]
    yield from others[:: max(1, len(others) // half)]


def _joins(one: Signal) -> Iterable[Block]:
    """Yield the blocks in which others find this account."""
    places = list(_own_places(one))
    for time in (*_own_times(one.when), *_posted_times(one), *_doubted_times(one)):
        for place in places:
            yield (*time, *place)


def _asks(one: Signal) -> Iterable[Block]:
    """Yield the blocks in which this account looks for others."""
    places = list(_asked_places(one))
    for time in (*_asked_times(one.when), *_posted_times(one), *_doubted_times(one)):
        for place in places:
            yield (*time, *place)


_POSTED_DAYS = 3


def _posted_times(one: Signal) -> Iterator[Block]:
    """Yield the days that an account without a time of its own is likely to speak of: its post's, and those before."""
    if one.when is None and one.posted is not None:
        yield from (("day", one.posted - back) for back in range(_POSTED_DAYS + 1))


def _doubted_times(one: Signal) -> Iterator[Block]:
    """Yield the block of accounts without a time where the day of the week speaks against an account's day."""
    if one.clashes:
        yield ("always",)


def _own_times(when: Extent | None) -> Iterator[Block]:
    if when is None or when.days > _MONTHS_DAYS:
        yield ("always",)
        return
    if not when.year_known:
        kind = "calendar day" if when.days <= _FEW_DAYS else "calendar month"
        yield from _calendar(when, kind, kind == "calendar day")
        return
    if when.days <= _FEW_DAYS:
        yield from (("day", day) for day in range(when.first, when.last + 1))
        yield from _calendar(when, "known calendar day", True)
        yield from (("days of month", month) for month in _months(when))
    else:
        yield from (("month", month) for month in _months(when))
    yield from _calendar(when, "known calendar month", False)


def _asked_times(when: Extent | None) -> Iterator[Block]:
    if when is None or when.days > _MONTHS_DAYS:
        yield ("always",)
        return
    if not when.year_known:
        wide = Extent(when.first - 1, when.last + 1, False)
        if when.days <= _FEW_DAYS:
            yield from _calendar(wide, "calendar day", True)
            yield from _calendar(wide, "known calendar day", True)
        else:
            yield from _calendar(when, "known calendar month", False)
        yield from _calendar(when, "calendar month", False)
    elif when.days <= _FEW_DAYS:
        yield from (("day", day) for day in range(when.first - 1, when.last + 2))
    else:
        yield from (("days of month", month) for month in _months(when))
        yield from (("month", month) for month in _months(when))


def _months(when: Extent) -> range:
    first, last = date.fromordinal(when.first), date.fromordinal(when.last)
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)


def _calendar(when: Extent, kind: str, days: bool) -> Iterator[Block]:
    seen = set()
    for ordinal in range(when.first, when.last + 1):
        day = date.fromordinal(ordinal)
        key = day.month * 100 + day.day if days else day.month
        if key not in seen:
            seen.add(key)
            yield (kind, key)


def _own_places(one: Signal) -> Iterator[Block]:
    yield ("anywhere",)
    cells = _cells(one)
    yield from cells
    for country in sorted(one.countries):
        yield ("country, located" if cells else "country", country)
    yield from (("name", name) for name in sorted(one.place_words))
    yield from (("bones", name) for name in sorted(one.bones))


def _asked_places(one: Signal) -> Iterator[Block]:
    cells = _cells(one)
    seen = set()
    for _, north, east in cells:
        for step_north in (-1, 0, 1):
            for step_east in (-1, 0, 1):
                block: Block = ("cell", int(north) + step_north, int(east) + step_east)
                if block not in seen:
                    seen.add(block)
                    yield block
    if not cells:
        for country in sorted(one.countries):
            yield ("country", country)
            yield ("country, located", country)
    yield from (("name", name) for name in sorted(one.place_words))
    yield from (("bones", name) for name in sorted(one.bones))
    if not cells and not one.countries and not one.place_words:
        yield ("anywhere",)


def _cells(one: Signal) -> list[Block]:
    cells: dict[Block, None] = {}
    for spot in one.spots[:6]:
        if spot.rank <= _CITY:
            cells[("cell", int(spot.latitude // _CELL_DEGREES), int(spot.longitude // _CELL_DEGREES))] = None
    return list(cells)
