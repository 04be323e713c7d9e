"""Incidents -> the logged strikes that may be theirs, each with an explained score; none where none fits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import numpy as np

from harmtrace.errors import PeriodError
from harmtrace.language.parties import canonical, fold, group
from harmtrace.records.measure import Period, Place
from harmtrace.records.score import Feature
from harmtrace.records.strike import Match, Strike
from harmtrace.strikes.hours import Window, windows
from harmtrace.strikes.join import Column, Ints, pairs

RULES_VERSION = "1"
LISTED = 0.0
"""Above this score a strike is suggested; at or below it, it does not fit."""
MOST = 10
"""So many matches of an incident are kept."""
SLACK_H = 24.0
"""A strike further than this from the reported days is no candidate."""
WEEK = 7
"""An incident known no closer than this many days is not matched: its day is not known."""
_STRETCH = 1.5
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known of one incident when its strike is looked for.

    Attributes:
        first, last: local days at the place, inclusive; None where the day is not known.
        place: its likeliest place.
        zone: the time zone that its days are counted in.
        spells: local hours that the claims name.
        blamed: canonical parties that claims blame; ``cleared`` those they clear.
        causes: words on what hit the place.
    """

    first: date | None
    last: date | None
    place: Place | None
    zone: tzinfo
    spells: tuple[tuple[float, float], ...] = ()
    blamed: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()

    @property
    def comparable(self) -> bool:
        """Tell whether day and place are known closely enough for a strike to fit."""
        place = self.place
        days = None if self.first is None or self.last is None else (self.last - self.first).days + 1
        return (
            days is not None
            and days <= WEEK
            and place is not None
            and place.latitude is not None
            and place.longitude is not None
            and place.radius_m is not None
        )

    @property
    def window(self) -> Window:
        """Return from when to when its days last.

        Raises:
            ValueError: the day is not known.
        """
        if self.first is None or self.last is None:
            raise ValueError("an incident without a day has no window")
        return day_window(self.first, self.last, self.zone)


def day_window(first: date, last: date, zone: tzinfo) -> Window:
    """Return the beginning of the first local day and the end of the last, in UTC."""
    begin = datetime.combine(first, time(), tzinfo=zone)
    end = datetime.combine(last + timedelta(days=1), time(), tzinfo=zone)
    return begin.astimezone(UTC), end.astimezone(UTC)


class Log:
    """Every strike of a case, ready to be asked: windows in UTC, sides, and columns for the join.

    ``zone_of`` gives the zone of a point, for rows that log a day without a clock.
    """

    def __init__(
        self,
        strikes: Iterable[Strike],
        *,
        zone: str | None = None,
        zone_of: Callable[[float, float], str | None] = lambda _latitude, _longitude: None,
    ) -> None:
        self.strikes: Sequence[Strike] = tuple(strikes)
        self._zone = zone
        self._zone_of = zone_of
        self.windows = [self._window(one) for one in self.strikes]
        self.sides = [None if one.belligerent is None else side(one.belligerent) for one in self.strikes]
        rows, held = [], []
        for at, (one, window) in enumerate(zip(self.strikes, self.windows, strict=True)):
            if window is not None and one.latitude is not None and one.longitude is not None:
                held.append(at)
                rows.append((_day(window[0]), _last_day(window), one.latitude, one.longitude, float(one.radius_m or 0)))
        self._held = np.array(held, dtype=np.int64)
        self._column = Column.of(rows)

    def zone_at(self, latitude: float | None, longitude: float | None) -> tzinfo:
        """Return the zone that local days are counted in there: the case's, the place's, else by the sun."""
        if self._zone is not None:
            return ZoneInfo(self._zone)
        if latitude is None or longitude is None:
            return UTC
        name = self._zone_of(latitude, longitude)
        return timezone(timedelta(hours=round(longitude / 15))) if name is None else ZoneInfo(name)

    def _window(self, strike: Strike) -> Window | None:
        if strike.start is not None:
            return strike.start, strike.end or strike.start
        if strike.days is None:
            return None
        try:
            days = Period.of(strike.days)
        except PeriodError:
            return None
        if days.first is None or days.last is None:
            return None
        return day_window(days.first, days.last, self.zone_at(strike.latitude, strike.longitude))

    def candidates(self, asked: Sequence[Asked]) -> Mapping[int, tuple[tuple[int, float], ...]]:
        """Return, by the number of each incident, the strikes that meet it in time and place: (number, metres)."""
        known = [(at, one) for at, one in enumerate(asked) if one.comparable]
        if not known or not len(self._column):
            return {}
        rows = []
        for _, one in known:
            place, (begin, end) = one.place, one.window
            if place is None or place.latitude is None or place.longitude is None:
                raise RuntimeError("only comparable incidents are asked")
            rows.append(
                (_day(begin), _last_day((begin, end)), place.latitude, place.longitude, float(place.radius_m or 0))
            )
        ours, theirs, apart = pairs(Column.of(rows), self._column, stretch=_STRETCH)
        found: dict[int, list[tuple[int, float]]] = {}
        for i, j, metres in zip(ours.tolist(), self._named(theirs), apart.tolist(), strict=True):
            found.setdefault(known[i][0], []).append((j, metres))
        return {at: tuple(several) for at, several in found.items()}

    def _named(self, rows: Ints) -> list[int]:
        return [int(one) for one in self._held[rows]]


def side(name: str) -> str:
    """Return the side that a belligerent as written acts with.

    >>> side("CENTCOM") == side("the U.S.-led coalition")
    True
    """
    return group(canonical(name))


def _day(stamp: datetime) -> int:
    return (stamp - _EPOCH).days


def _last_day(window: Window) -> int:
    """Return the last day that a window touches; its end, where it is midnight, belongs to the day before."""
    begin, end = window
    return max(_day(begin), _day(end - timedelta(seconds=1)) if end > begin else _day(begin))


def matches(asked: Asked, log: Log, candidates: Sequence[tuple[int, float]]) -> tuple[Match, ...]:
    """Return the strikes that fit an incident, best first; none where none does."""
    found = []
    for at, metres in candidates:
        window = log.windows[at]
        if window is None:
            continue
        hours = gap_h(asked.window, window)
        if hours <= SLACK_H:
            match = _scored(asked, log.strikes[at], window, log.sides[at], hours=hours, metres=metres)
            if match.score > LISTED:
                found.append(match)
    return tuple(sorted(found, key=_best_first)[:MOST])


def _best_first(match: Match) -> tuple[float, float, float, str]:
    return -match.score, match.hours, float(match.metres or 0), match.strike.id


def gap_h(a: Window, b: Window) -> float:
    """Return the hours between two stretches of time, 0 where they overlap."""
    gap = max((b[0] - a[1]).total_seconds(), (a[0] - b[1]).total_seconds())
    return max(0.0, gap / 3_600)


def _scored(asked: Asked, strike: Strike, window: Window, side_: str | None, *, hours: float, metres: float) -> Match:
    place = asked.place
    reach_m = max(1_000, (0 if place is None else place.radius_m or 0) + (strike.radius_m or 0))
    features = [
        _time(asked, window, hours),
        *_clock(asked, window),
        _place(metres, reach_m),
        _precision(reach_m),
        *_party(asked, strike, side_),
        *_weapon(asked, strike),
    ]
    return Match(
        strike=strike,
        hours=round(hours, 1),
        metres=round(metres),
        reach_m=reach_m,
        score=round(sum(one.weight for one in features), 2),
        features=tuple(features),
    )


def _time(asked: Asked, window: Window, hours: float) -> Feature:
    if hours > 0:
        return Feature(
            name="day", finding=f"{hours:.0f} h outside the reported days", weight=-0.3 if hours <= 6 else -1.5
        )
    days = 1 if asked.first is None or asked.last is None else (asked.last - asked.first).days + 1
    weight = 1.2 if days == 1 else 0.8 if days <= 3 else 0.2
    logged = (window[1] - window[0]).total_seconds() / 86_400
    if logged > 1.5:
        return Feature(
            name="day", finding=f"the log gives {logged:.0f} days that hold it", weight=round(weight - 0.4, 2)
        )
    told = "on the reported day" if days == 1 else f"within the {days} reported days"
    return Feature(name="day", finding=told, weight=weight)


def _clock(asked: Asked, window: Window) -> list[Feature]:
    if not asked.spells or asked.first is None or asked.last is None or window[1] - window[0] > timedelta(hours=12):
        return []
    told = windows(asked.first, asked.last, asked.spells, asked.zone)
    apart = min(gap_h(one, window) for one in told)
    finding = "at the reported hour" if apart == 0 else f"{apart:.1f} h from the reported hour"
    weight = 0.8 if apart == 0 else 0.4 if apart <= 3 else 0.0 if apart <= 6 else -0.8
    return [Feature(name="hour", finding=finding, weight=weight)]


def _place(metres: float, reach_m: int) -> Feature:
    share = metres / reach_m
    weight = 1.2 - 0.8 * share if share <= 1 else -0.8
    finding = f"{metres:,.0f} m apart; both radii reach {reach_m:,} m"
    return Feature(name="metres", finding=finding, weight=round(weight, 2))


def _precision(reach_m: int) -> Feature:
    for most, weight in ((1_500, 0.8), (4_500, 0.3), (12_000, -0.2), (30_000, -1.0)):
        if reach_m <= most:
            return Feature(name="precision", finding=f"places are known to {reach_m:,} m", weight=weight)
    return Feature(name="precision", finding=f"places are known to {reach_m:,} m only", weight=-1.6)


def _party(asked: Asked, strike: Strike, side_: str | None) -> list[Feature]:
    if side_ is None or not asked.blamed:
        return []
    blamed = {group(one) for one in asked.blamed}
    if side_ in blamed:
        return [Feature(name="party", finding=f"{strike.belligerent} is blamed", weight=0.8)]
    return [
        Feature(
            name="party", finding=f"{strike.belligerent} is not blamed; {', '.join(sorted(blamed))} is", weight=-1.2
        )
    ]


_AIR = frozenset(
    "airstrike airstrikes strike raid raids warplane warplanes jet jets bomb bombs bombed aircraft drone drones plane planes air "
    "missile missiles helicopter helicopters gbu jdam hellfire paveway munition munitions barrel غارة غارات طيران طائرة".split()
)
_GROUND = frozenset(
    "artillery shelling shelled shell shells mortar mortars rocket rockets missile missiles tank tanks howitzer himars gmlrs gun قصف مدفعي صواريخ".split()
)


def _weapon(asked: Asked, strike: Strike) -> list[Feature]:
    used, told = _kinds([strike.weapon or ""]), _kinds(asked.causes)
    if not used or not told:
        return []
    shared = bool(used & told)
    finding = f"the log says {strike.weapon}; the claims speak of {' and '.join(sorted(told))} attack"
    return [Feature(name="weapon", finding=finding, weight=0.3 if shared else -0.5)]


def _kinds(words: Iterable[str]) -> frozenset[str]:
    found = {word for phrase in words for word in fold(phrase).split()}
    kinds = set()
    if found & _AIR and not found & frozenset(("artillery",)):
        kinds.add("air")
    if found & _GROUND:
        kinds.add("ground")
    return frozenset(kinds)
