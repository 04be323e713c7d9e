"""Clocks: from the times that a file states, and the moments that people dated, to UTC with an error."""

import bisect
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import numpy as np

from harmtrace.footage.items import Floats
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Anchor, Basis, Clock, Reading

# One standard deviation, in seconds, of what a basis gives. By convention, on the wide side: nobody has measured them
# over the devices of a conflict. docs/footage.md says why each is what it is.
SIGMA_S = {
    Basis.GPS: 10.0,
    Basis.UTC_DECLARED: 30.0,
    Basis.LOCAL_DECLARED_OFFSET: 30.0,
    Basis.FILENAME: 60.0,
    Basis.BURNED_IN: 2.0,
    Basis.LOCAL_UNKNOWN: 3 * 3600.0,
    Basis.MISP_OR_POSIX_UNKNOWN: 27.0,
}
TELEMETRY_SIGMA_S = 0.5
"""Of tag 2 where its leap seconds are stated."""
ZONE_GIVEN_SIGMA_S = 3600.0
"""Of a local time that is taken for the time zone that the case names."""
DRIFT_SIGMA = 1e-4
"""Of a device's rate, where nothing measures it: 100 ppm, twice what cheap quartz does."""
_LEAST_DRIFT, _MOST_DRIFT = 1e-7, 1e-3
_APART = 3.0

# Best first, where two readings are equally sure.
_RANK = (
    Basis.GPS,
    Basis.UTC_DECLARED,
    Basis.LOCAL_DECLARED_OFFSET,
    Basis.BURNED_IN,
    Basis.MISP_OR_POSIX_UNKNOWN,
    Basis.FILENAME,
    Basis.LOCAL_UNKNOWN,
)
_METHODS = {"gps": Basis.GPS, "burned_in": Basis.BURNED_IN}

# TAI - UTC from each day on (IERS Bulletin C; none has been announced since).
_LEAPS = (
    (date(1972, 1, 1), 10),
    (date(1972, 7, 1), 11),
    (date(1973, 1, 1), 12),
    (date(1974, 1, 1), 13),
    (date(1975, 1, 1), 14),
    (date(1976, 1, 1), 15),
    (date(1977, 1, 1), 16),
    (date(1978, 1, 1), 17),
    (date(1979, 1, 1), 18),
    (date(1980, 1, 1), 19),
    (date(1981, 7, 1), 20),
    (date(1982, 7, 1), 21),
    (date(1983, 7, 1), 22),
    (date(1985, 7, 1), 23),
    (date(1988, 1, 1), 24),
    (date(1990, 1, 1), 25),
    (date(1991, 1, 1), 26),
    (date(1992, 7, 1), 27),
    (date(1993, 7, 1), 28),
    (date(1994, 7, 1), 29),
    (date(1996, 1, 1), 30),
    (date(1997, 7, 1), 31),
    (date(1999, 1, 1), 32),
    (date(2006, 1, 1), 33),
    (date(2009, 1, 1), 34),
    (date(2012, 7, 1), 35),
    (date(2015, 7, 1), 36),
    (date(2017, 1, 1), 37),
)
_DAYS = [day for day, _ in _LEAPS]


def leap_seconds(day: date) -> int:
    """Return how far a count of all seconds since 1970 may be ahead of POSIX time on a day, in whole seconds.

    The MISP time of ST 0603 counts leap seconds, POSIX time does not. From its epoch (TAI - UTC was 8.000082 s) 29 lie
    between them in 2017; the leap seconds inserted since 1972 alone are 27. The larger is returned.

    >>> leap_seconds(date(2017, 3, 17)), leap_seconds(date(2012, 6, 29))
    (29, 26)
    """
    at = bisect.bisect_right(_DAYS, day) - 1
    return 0 if at < 0 else _LEAPS[at][1] - 8


def fit(readings: Sequence[Reading], anchors: Sequence[Anchor] = ()) -> tuple[Clock, tuple[Issue, ...]]:
    """Return the clock of a recording, and what does not agree.

    Anchors go before all that the file states. Without any, the surest of the readings holds; readings of the same
    field at two moments give the drift. All readings and anchors stay in the clock.
    """
    stated = _stated(tuple(readings))
    if anchors:
        clock, issues = _anchored(stated, tuple(anchors))
        return replace(clock, readings=tuple(readings), anchors=tuple(anchors)), issues
    clock = replace(stated, readings=tuple(readings))
    return clock, _disagreeing(clock)


def anchored(clock: Clock, anchor: Anchor) -> tuple[Clock, tuple[Issue, ...]]:
    """Return a clock with one more anchor, fitted anew, and what does not agree."""
    return fit(clock.readings, (*clock.anchors, anchor))


def shared(
    clock: Clock, media_s: float, other_s: float, *, sigma_s: float, method: str, by: str, why: str, on: str
) -> Anchor | None:
    """Return an anchor for another recording from a moment that both show (a flash, a bang); None without a clock.

    ``media_s`` of the recording whose clock is given is ``other_s`` of the other one, give or take ``sigma_s`` (half a
    frame of the slower one, and for a sound its way). The anchor can be no better than the clock that it comes from.
    """
    at = clock.at(media_s)
    if at is None:
        return None
    error = math.hypot(clock.sigma(media_s), sigma_s)
    return Anchor(media_s=other_s, reference=at, sigma_s=error, method=method, by=by, why=why, on=on)


def widened(clock: Clock, start: datetime, end: datetime, *, k: float = 2.0) -> tuple[datetime, datetime]:
    """Return a window of UTC with ``k`` standard deviations of the clock added at both ends.

    With errors that are normal, 2 hold in 95 of 100 cases and 3 in 99.7; ours are conventions, not measured ones.
    A clock that is not known widens by nothing: ask ``clock.start`` first.
    """
    if clock.start is None:
        return start, end
    return start - _error(clock, start, k), end + _error(clock, end, k)


def _error(clock: Clock, at: datetime, k: float) -> timedelta:
    assert clock.start is not None
    media = (at - clock.start).total_seconds() / (1 + clock.drift)
    return timedelta(seconds=k * clock.sigma(media))


# ---- from what a file states


def _stated(readings: tuple[Reading, ...]) -> Clock:
    """Return the clock of the surest reading, the better basis on a tie; ``none`` where none places the recording."""
    placed = [reading for reading in readings if reading.at is not None and reading.basis in _RANK]
    if placed:
        best = min(placed, key=lambda one: (one.sigma_s, _RANK.index(one.basis)))
        return _of_readings(best.basis, [one for one in placed if one.basis is best.basis])
    # A time that cannot be placed is still a word on what the clock would rest on.
    bases = [reading.basis for reading in readings if reading.basis is not Basis.NONE]
    return Clock(basis=bases[0] if bases else Basis.NONE, start=None)


def _of_readings(basis: Basis, readings: list[Reading]) -> Clock:
    first = min(readings, key=lambda one: one.sigma_s)
    assert first.at is not None
    drift = 0.0
    others = [
        one for one in readings if one.where == first.where and one.media_s != first.media_s and one.at is not None
    ]
    if others:
        far = max(others, key=lambda one: abs(one.media_s - first.media_s))
        assert far.at is not None
        slope = (far.at - first.at).total_seconds() / (far.media_s - first.media_s) - 1
        drift = slope if _LEAST_DRIFT <= abs(slope) <= _MOST_DRIFT else 0.0
    start = first.at - timedelta(seconds=first.media_s * (1 + drift))
    return Clock(
        basis=basis,
        start=start,
        drift=drift,
        sigma_s=first.sigma_s,
        sigma_at=first.media_s,
        drift_sigma=0.0 if others else DRIFT_SIGMA,
    )


def _disagreeing(clock: Clock) -> tuple[Issue, ...]:
    """Return an issue for each reading that lies further from the clock than both errors explain."""
    issues = []
    for reading in clock.readings:
        at = clock.at(reading.media_s)
        if at is None or reading.at is None:
            continue
        apart = (reading.at - at).total_seconds()
        allowed = _APART * math.hypot(reading.sigma_s, clock.sigma(reading.media_s))
        if abs(apart) > allowed:
            issues.append(
                _issue(
                    f"{reading.where} within {allowed:.0f} s of the clock ({clock.basis})",
                    f"{reading.raw}, which is {spoken(apart)} {'after' if apart > 0 else 'before'} it",
                )
            )
    return tuple(issues)


# ---- from what people dated


@dataclass(frozen=True, slots=True)
class _Line:
    """A line through anchors: seconds after the first one's time at the media second ``pivot``, and a drift."""

    offset: float
    drift: float
    pivot: float
    sigma: float
    drift_sigma: float
    birge: float


def _anchored(stated: Clock, anchors: tuple[Anchor, ...]) -> tuple[Clock, tuple[Issue, ...]]:
    reference = min(anchor.reference for anchor in anchors)
    media = np.array([anchor.media_s for anchor in anchors])
    true = np.array([(anchor.reference - reference).total_seconds() for anchor in anchors])
    sigma = np.array([max(anchor.sigma_s, 1e-3) for anchor in anchors])
    line, issues = _line(media, true, sigma, stated.drift)
    outliers = _outliers(line, media, true, sigma, anchors)
    # Which of them is wrong nobody knows: the sure ones weigh more, and the error must reach the others all the same.
    apart = np.abs(true - media * (1 + line.drift) - (line.offset - line.pivot * (1 + line.drift)))
    issues += outliers
    best = min(anchors, key=lambda anchor: anchor.sigma_s)
    clock = Clock(
        basis=_METHODS.get(best.method, Basis.UTC_DECLARED),
        start=reference + timedelta(seconds=line.offset - line.pivot * (1 + line.drift)),
        drift=line.drift,
        sigma_s=max(line.sigma, float(apart.max())) if issues else line.sigma,
        sigma_at=line.pivot,
        drift_sigma=line.drift_sigma,
        disputed=bool(issues),
    )
    return clock, (*issues, *_against(clock, stated))


def _line(
    media: Floats,
    true: Floats,
    sigma: Floats,
    drift: float,
) -> tuple[_Line, list[Issue]]:
    """Return the line of weighted least squares.

    A drift is fitted where the anchors determine it better than devices keep their rate anyway; else that of the file's
    own readings (or none) is kept. An impossible drift is said and not used.
    """
    weight = 1 / sigma**2
    pivot = float((weight * media).sum() / weight.sum())
    spread = float((weight * (media - pivot) ** 2).sum())
    issues: list[Issue] = []
    fitted = spread > 0 and 1 / math.sqrt(spread) < DRIFT_SIGMA
    if fitted:
        slope = float((weight * (media - pivot) * (true - media)).sum() / spread)
        if abs(slope) > _MOST_DRIFT + _APART / math.sqrt(spread):
            expected = f"anchors with a drift below {_MOST_DRIFT:.1%}"
            issues.append(_issue(expected, f"one of {slope:.2%}: the drift is not used"))
            fitted = False
        else:
            drift = slope
    offsets = true - (media - pivot) * (1 + drift)
    offset = float((weight * offsets).sum() / weight.sum())
    free = len(media) - (2 if fitted else 1)
    spare = float((weight * (offsets - offset) ** 2).sum())
    # Birge: errors that do not explain the scatter are made larger until they do, never smaller.
    birge = max(1.0, math.sqrt(spare / free)) if free > 0 else 1.0
    return (
        _Line(
            offset=offset,
            drift=drift,
            pivot=pivot,
            sigma=birge / math.sqrt(float(weight.sum())),
            drift_sigma=birge / math.sqrt(spread) if fitted else DRIFT_SIGMA,
            birge=birge,
        ),
        issues,
    )


def _outliers(
    line: _Line,
    media: Floats,
    true: Floats,
    sigma: Floats,
    anchors: tuple[Anchor, ...],
) -> list[Issue]:
    """Return an issue for each anchor that lies further from the others than its error explains."""
    issues = []
    for number, anchor in enumerate(anchors):
        rest = np.arange(len(anchors)) != number
        if not rest.any():
            continue
        weight = 1 / sigma[rest] ** 2
        offset = float((weight * (true[rest] - media[rest] * (1 + line.drift))).sum() / weight.sum())
        apart = float(true[number] - media[number] * (1 + line.drift)) - offset
        error = math.hypot(float(sigma[number]), 1 / math.sqrt(float(weight.sum())))
        error = math.hypot(error, line.drift_sigma * float(np.ptp(media)))
        if abs(apart) > _APART * error:
            named = f"the anchor at {anchor.media_s:.3f} s ({anchor.method})"
            expected = f"{named} within {_APART * error:.2f} s of the others"
            issues.append(_issue(expected, f"it {spoken(apart)} {'later' if apart > 0 else 'earlier'}"))
    return issues


def _against(clock: Clock, stated: Clock) -> tuple[Issue, ...]:
    """Return an issue where the anchors say that the file's own clock is wrong, and by how much."""
    if stated.start is None or clock.start is None:
        return ()
    at = clock.sigma_at
    own, true = stated.at(at), clock.at(at)
    assert own is not None
    assert true is not None
    apart = (own - true).total_seconds()
    error = _APART * math.hypot(clock.sigma(at), stated.sigma(at))
    if abs(apart) <= error:
        return ()
    found = f"it {spoken(apart)} {'ahead' if apart > 0 else 'behind'}; the anchors hold"
    return (_issue(f"the file's own clock ({stated.basis}) within {error:.1f} s of the anchors", found),)


def spoken(seconds: float) -> str:
    """Return a length of time in words of hours, minutes and seconds.

    >>> spoken(-79108.24), spoken(12.5)
    ('21 h 58 min 28 s', '12.5 s')
    """
    whole = abs(seconds)
    if whole < 60:
        return f"{whole:.1f} s"
    minutes, rest = divmod(round(whole), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min {rest} s" if hours else f"{minutes} min {rest} s"


def naive(moment: datetime) -> datetime:
    """Return a wall time as if it were UTC, to reckon with it."""
    return moment.replace(tzinfo=UTC)


def _issue(expected: str, found: str) -> Issue:
    return Issue(code="clock-disagrees", message=f"clock: expected {expected}, found {found}")
