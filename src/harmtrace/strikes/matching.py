"""Incidents -> the logged strikes that may be theirs, each with an explained score; none where none fits."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from harmtrace.errors import PeriodError
from harmtrace.language.parties import canonical, fold, group
from harmtrace.language.places import country_code
from harmtrace.language.places import fold as key
from harmtrace.records.measure import Period, Place
from harmtrace.records.score import Feature
from harmtrace.records.strike import Match, Strike
from harmtrace.strikes.hours import Window, windows
from harmtrace.strikes.join import Column, pairs
from harmtrace.strikes.years import in_year

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
_TOUCHING_H = 0.1
_NEAR_M = 40_000.0
"""Releases say "near" a town of strikes this far from it."""
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


def told_window(asked: Asked) -> Window | None:
    """Return from when to when an incident may have happened: the hours that its claims name, else its days, UTC.

    None where its day is not known within an overnight.
    """
    if asked.first is None or asked.last is None or (asked.last - asked.first).days > 1:
        return None
    told = windows(asked.first, asked.last, asked.spells, asked.zone)
    if not told:
        return asked.window
    return min(begin for begin, _ in told).astimezone(UTC), max(end for _, end in told).astimezone(UTC)


def day_window(first: date, last: date, zone: tzinfo) -> Window:
    """Return the beginning of the first local day and the end of the last, in UTC."""
    begin = datetime.combine(first, time(), tzinfo=zone)
    end = datetime.combine(last + timedelta(days=1), time(), tzinfo=zone)
    return begin.astimezone(UTC), end.astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """One strike with the time that it may have been at, and the side that made it.

    Attributes:
        window: UTC; None where the log gives no time.
        assumed: the year is not the log's: one of those that the incidents are of.
    """

    strike: Strike
    window: Window | None
    side: str | None
    assumed: bool = False


class Log:
    """Every strike of a case, ready to be asked: windows in UTC, sides, and columns for the join.

    ``zone`` is the case's time zone; ``zone_of`` gives that of a point, for rows that log a day without a clock.
    """

    def __init__(
        self,
        strikes: Iterable[Strike],
        *,
        zone: str | None = None,
        zone_of: Callable[[float, float], str | None] = lambda _latitude, _longitude: None,
    ) -> None:
        self._zone = zone
        self._zone_of = zone_of
        self.entries: Sequence[Logged] = tuple(map(self._logged, strikes))

    def zone_at(self, latitude: float | None, longitude: float | None) -> tzinfo:
        """Return the zone that local days are counted in there: the case's, the place's, else by the sun."""
        if self._zone is not None:
            return ZoneInfo(self._zone)
        if latitude is None or longitude is None:
            return UTC
        name = self._zone_of(latitude, longitude)
        return timezone(timedelta(hours=round(longitude / 15))) if name is None else ZoneInfo(name)

    def _logged(self, strike: Strike) -> Logged:
        window: Window | None = None
        if strike.start is not None:
            window = strike.start, strike.end or strike.start
        elif strike.days is not None:
            window = self._days(strike, strike.days)
        return Logged(
            strike=strike, window=window, side=None if strike.belligerent is None else side(strike.belligerent)
        )

    def _days(self, strike: Strike, edtf: str) -> Window | None:
        try:
            days = Period.of(edtf)
        except PeriodError:
            return None
        if days.first is None or days.last is None or days.last < days.first:
            return None
        return day_window(days.first, days.last, self.zone_at(strike.latitude, strike.longitude))

    def _timed(self, years: Iterable[int]) -> Iterator[Logged]:
        """Yield what has a time, and what logs days without a year once for each year that is asked for."""
        asked = sorted(set(years))
        for one in self.entries:
            if one.window is not None:
                yield one
            elif one.strike.days is not None and "XXXX" in one.strike.days:
                for year in asked:
                    window = self._days(one.strike, in_year(one.strike.days, year))
                    if window is not None:
                        yield replace(one, window=window, assumed=True)

    def candidates(self, asked: Sequence[Asked]) -> Mapping[int, tuple[tuple[Logged, float | None], ...]]:
        """Return, by the number of each incident, the strikes that meet it in time and place, with the metres.

        A strike without a point meets it in time alone; its metres are None.
        """
        known = [(at, one) for at, one in enumerate(asked) if one.comparable]
        years = {day.year for _, one in known for day in (one.first, one.last) if day is not None}
        timed = list(self._timed(years))
        held = [one for one in timed if one.strike.latitude is not None]
        found: dict[int, list[tuple[Logged, float | None]]] = {}
        if known and held:
            ours, theirs, apart = pairs(
                Column.of([_row_of(one) for _, one in known]), Column.of([_row(one) for one in held]), stretch=_STRETCH
            )
            for i, j, metres in zip(ours.tolist(), theirs.tolist(), apart.tolist(), strict=True):
                found.setdefault(known[i][0], []).append((held[j], metres))
        for at, one in self._pointless(known, timed):
            found.setdefault(at, []).append((one, None))
        return {at: tuple(several) for at, several in found.items()}

    def _pointless(self, known: Sequence[tuple[int, Asked]], timed: Sequence[Logged]) -> Iterator[tuple[int, Logged]]:
        """Yield the strikes without a point that meet an incident's days."""
        by_day: dict[int, list[Logged]] = {}
        for one in timed:
            if one.strike.latitude is None and one.window is not None:
                for day in range(_day(one.window[0]), _last_day(one.window) + 1):
                    by_day.setdefault(day, []).append(one)
        for at, asked in known if by_day else ():
            begin, end = asked.window
            near = (one for day in range(_day(begin), _last_day((begin, end)) + 1) for one in by_day.get(day, ()))
            for one in {id(held): held for held in near}.values():
                yield at, one


def _row_of(one: Asked) -> tuple[int, int, float, float, float]:
    place, window = one.place, one.window
    if place is None or place.latitude is None or place.longitude is None:
        raise RuntimeError("only comparable incidents are asked")
    return _day(window[0]), _last_day(window), place.latitude, place.longitude, float(place.radius_m or 0)


def _row(one: Logged) -> tuple[int, int, float, float, float]:
    strike, window = one.strike, one.window
    if window is None or strike.latitude is None or strike.longitude is None:
        raise RuntimeError("only strikes with a point and a time are joined")
    return _day(window[0]), _last_day(window), strike.latitude, strike.longitude, _reach_of(strike)


def _reach_of(strike: Strike) -> float:
    """Return how far from its point a strike may have been: releases use "near" widely."""
    own = float(strike.radius_m or 0)
    return max(own, _NEAR_M) if _loose(strike) else own


def _loose(strike: Strike) -> bool:
    """Tell whether the words of a release alone place a strike."""
    return strike.located == "gazetteer" and strike.words is not None


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


def matches(asked: Asked, candidates: Sequence[tuple[Logged, float | None]]) -> tuple[Match, ...]:
    """Return the strikes that fit an incident, best first; none where none does."""
    found = []
    for one, metres in candidates:
        if one.window is None:
            continue
        hours = gap_h(asked.window, one.window)
        if hours <= SLACK_H:
            match = _scored(asked, one, one.window, hours=hours, metres=metres)
            if match.score > LISTED:
                found.append(match)
    return tuple(sorted(found, key=_best_first)[:MOST])


def _best_first(match: Match) -> tuple[float, float, float, str]:
    return -match.score, match.hours, float(match.metres or 0), match.strike.id


def gap_h(a: Window, b: Window) -> float:
    """Return the hours between two stretches of time, 0 where they overlap; where one ends as the other begins, a little.

    A moment belongs to the stretch that begins with it.
    """
    gap = max((b[0] - a[1]).total_seconds(), (a[0] - b[1]).total_seconds())
    if gap == 0 and not (b[0] == b[1] == a[0]):
        return _TOUCHING_H
    return max(0.0, gap / 3_600)


def _scored(asked: Asked, one: Logged, window: Window, *, hours: float, metres: float | None) -> Match:
    strike, place = one.strike, asked.place
    reach_m = max(1_000, (0 if place is None else place.radius_m or 0) + (strike.radius_m or 0))
    features = [
        _time(asked, window, hours, dated=strike.start is None),
        *_clock(asked, window),
        *_where(asked, strike, metres, reach_m),
        *_party(asked, strike, one.side),
        *_weapon(asked, strike),
    ]
    if one.assumed:
        features.append(Feature(name="year", finding=f"the log gives no year: {strike.days}", weight=-0.6))
    elif "year" in strike.unread:
        features.append(
            Feature(name="year", finding=f"the year is that of the rows around: {strike.days}", weight=-0.1)
        )
    if strike.count == 0:
        features.append(Feature(name="count", finding="the report says that there was none", weight=-0.3))
    return Match(
        strike=strike,
        hours=round(hours, 1),
        metres=None if metres is None else round(metres),
        reach_m=reach_m,
        score=round(sum(part.weight for part in features), 2),
        features=tuple(features),
    )


def _time(asked: Asked, window: Window, hours: float, *, dated: bool) -> Feature:
    if hours > 0 and dated:
        return Feature(name="day", finding="the log names other days", weight=-1.2)
    if hours > 0:
        weight = -0.3 if hours <= 6 else -1.5
        return Feature(name="day", finding=f"{hours:.0f} h outside the reported days", weight=weight)
    days = 1 if asked.first is None or asked.last is None else (asked.last - asked.first).days + 1
    weight = 1.2 if days == 1 else 0.8 if days <= 3 else 0.2
    logged = (window[1] - window[0]).total_seconds() / 86_400
    if logged > 1.5:
        finding = f"the log gives {logged:.0f} days that hold it"
        return Feature(name="day", finding=finding, weight=round(weight - _wide(logged), 2))
    told = "on the reported day" if days == 1 else f"within the {days} reported days"
    return Feature(name="day", finding=told, weight=weight)


def _wide(days: float) -> float:
    """Return what a log that gives several days loses against one that gives the day."""
    return next((loss for most, loss in ((2.1, 0.2), (4.1, 0.4), (8.1, 0.7)) if days <= most), 0.9)


def _clock(asked: Asked, window: Window) -> list[Feature]:
    if not asked.spells or asked.first is None or asked.last is None or window[1] - window[0] > timedelta(hours=12):
        return []
    told = windows(asked.first, asked.last, asked.spells, asked.zone)
    apart = min(gap_h(one, window) for one in told)
    finding = "at the reported hour" if apart == 0 else f"{apart:.1f} h from the reported hour"
    weight = 0.8 if apart == 0 else 0.4 if apart <= 3 else 0.0 if apart <= 6 else -0.8
    return [Feature(name="hour", finding=finding, weight=weight)]


def _where(asked: Asked, strike: Strike, metres: float | None, reach_m: int) -> list[Feature]:
    named = _district(asked, strike)
    if metres is None:
        return named or [Feature(name="place", finding="the log names no place", weight=-0.4)]
    share = metres / reach_m
    weight = 1.2 - 0.8 * share if share <= 1 else -0.8
    if share > 1 and _loose(strike):
        weight = 0.2 - 1.2 * min(1.0, (metres - reach_m) / _NEAR_M)
    finding = f"{metres:,.0f} m apart; both radii reach {reach_m:,} m"
    return [Feature(name="metres", finding=finding, weight=round(weight, 2)), _precision(reach_m), *named]


def _district(asked: Asked, strike: Strike) -> list[Feature]:
    """Return whether the log's words name the place, or the district or province that it lies in."""
    place = asked.place
    if place is None or strike.located in ("coordinates", "mgrs"):
        return []
    said = _named(" ; ".join(filter(None, (strike.place, strike.words))))
    told = [match["name"] for match in _NAMES_PLACE.finditer(strike.words or "")]
    others = [name for name in told if country_code(name) is None]
    for name in (place.name, *place.within, place.admin1 or ""):
        if name and key(name) in said:
            first = bool(others) and key(others[0]) == key(name)
            finding = f"the log names {name}" + (" first" if first else "")
            return [Feature(name="district", finding=finding, weight=0.8 if first else 0.6)]
    if strike.latitude is None and others:
        return [Feature(name="district", finding="the log names other places", weight=-0.8)]
    return []


@lru_cache(maxsize=65_536)
def _named(words: str) -> frozenset[str]:
    """Return one key for each run of up to four words that begin with a capital."""
    found = set()
    for run in _RUN.finditer(words):
        parts = run[0].split()
        for start in range(len(parts)):
            for end in range(start + 1, min(start + 4, len(parts)) + 1):
                found.add(key(" ".join(parts[start:end])))
    return frozenset(found)


_RUN = re.compile(r"[A-Z‘'’][\w’‘'-]*(?:\s+(?:(?:al|az|ez|ar|as|ash|ad|an|at|el)\s+)?[A-Z‘'’][\w’‘'-]*)*")


_NAMES_PLACE = re.compile(
    r"\b(?:near|in|provinces?\s+of|governorates?\s+of|vicinity\s+of)\s+(?:the\s+)?(?P<name>[A-Z][a-z][\w-]+)(?!\s+\d)"
)


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
