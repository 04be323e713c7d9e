"""Coverage, candidates -> the order in which people should look: a score as a sum of terms, each shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import erf, log2, sqrt

from harmtrace.records.footage import Basis, Candidate, Clock, Kind, Method, Window, give_or_take
from harmtrace.records.looking import Queued, Term

# What each term may add at most. Reasoned about, not learned; documented in docs/footage.md.
WEIGHTS: Mapping[str, float] = {
    "time": 3.0,  # how much of the window lies in the incident's time, its clock's error weighed in
    "place": 2.0,  # share of the place in the frame
    "detail": 1.5,  # metres a pixel on the ground
    "continuity": 1.5,  # seen before the time asked for, and on after it
    "view": 1.0,  # from another side than what stands higher in the queue
    "candidates": 1.5,  # suggestions of the scan in the window
    "trust": 1.0,  # what clock and footprint rest on
}
VERSION = "1"

_TRUST_OF_CLOCK: Mapping[Basis, float] = {
    Basis.GPS: 1.0,
    Basis.UTC_DECLARED: 0.9,
    Basis.LOCAL_DECLARED_OFFSET: 0.8,
    Basis.MISP_OR_POSIX_UNKNOWN: 0.7,
    Basis.BURNED_IN: 0.6,
    Basis.LOCAL_UNKNOWN: 0.4,
    Basis.FILENAME: 0.3,
    Basis.NONE: 0.0,
}
_TRUST_OF_FOOTPRINT: Mapping[Method, float] = {
    Method.CORNERS: 1.0,
    Method.OFFSET_CORNERS: 1.0,
    Method.ANGLES: 0.8,
    Method.CENTRE_WIDTH: 0.5,
    Method.POSITION: 0.2,
    Method.NONE: 0.0,
}
_MARGIN_S = 120.0
_FINEST, _COARSEST = 0.1, 3.2  # metres a pixel: all of the term, none of it
_SUGGESTING = frozenset((Kind.FLASH, Kind.LATER_FLASH, Kind.SOUND))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The time that is looked for, UTC; ``bearing`` gives the side from which a window sees the place, in degrees."""

    start: datetime
    end: datetime
    bearing: Callable[[Window], float | None] = lambda _: None


def queue(
    windows: Iterable[Window],
    asked: Asked,
    *,
    clocks: Mapping[str, Clock],
    candidates: Mapping[str, Sequence[Candidate]],
) -> tuple[Queued, ...]:
    """Return windows in the order to be looked at, best first; the view is held against those before.

    ``clocks`` and ``candidates`` are by feed. Of two with one score, the earlier stands first.
    """
    scored = [
        (one, (*_alone(one, asked, clocks.get(one.feed)), _candidates(one, candidates.get(one.feed, ()))))
        for one in windows
    ]
    waiting = sorted(scored, key=lambda pair: (-_sum(pair[1]), pair[0].start, pair[0].feed))
    placed: list[Queued] = []
    seen: list[float] = []
    while waiting:
        best = max(
            range(len(waiting)),
            key=lambda at: (round(_sum(waiting[at][1]) + _view(waiting[at][0], asked, seen).adds, 9), -at),
        )
        window, terms = waiting.pop(best)
        view = _view(window, asked, seen)
        if (side := asked.bearing(window)) is not None:
            seen.append(side)
        whole = tuple(sorted((*terms, view), key=lambda term: list(WEIGHTS).index(term.name)))
        placed.append(Queued(window=window, score=round(_sum(whole), 3), terms=whole))
    return tuple(placed)


def recall_at(queued: Sequence[str], relevant: Iterable[str], k: int) -> float | None:
    """Return the share of what is truly relevant that stands among the first ``k``; None where nothing is.

    >>> recall_at(["a", "b", "c"], {"b", "d"}, 2)
    0.5
    """
    wanted = set(relevant)
    return len(wanted & set(queued[:k])) / len(wanted) if wanted else None


def _sum(terms: Iterable[Term]) -> float:
    return sum(term.adds for term in terms)


def _alone(window: Window, asked: Asked, clock: Clock | None) -> tuple[Term, ...]:
    """Return the terms that look at one window alone."""
    return (
        _time(window, asked),
        _term("place", window.share, f"{window.share:.0%} of the place in the frame"),
        _detail(window),
        _continuity(window, asked),
        _trust(window, clock),
    )


def _term(name: str, share: float, found: str) -> Term:
    return Term(name=name, found=found, adds=round(WEIGHTS[name] * min(1.0, max(0.0, share)), 3))


def _time(window: Window, asked: Asked) -> Term:
    """Return the share of the time asked for that the window is likely to hold, its clock's error taken as normal."""
    start, end = (window.start - asked.start).total_seconds(), (window.end - asked.start).total_seconds()
    length = max((asked.end - asked.start).total_seconds(), 1.0)
    steps = 24
    points = [length * (at + 0.5) / steps for at in range(steps)]
    held = sum(_within(point, start, end, window.sigma_s) for point in points) / steps
    return _term("time", held, f"{held:.0%} of the time asked for, clock ± {give_or_take(window.sigma_s)}")


def _within(point: float, start: float, end: float, sigma: float) -> float:
    """Return how likely a moment lies in a stretch whose both ends are off by one normal error."""
    if sigma <= 0:
        return float(start <= point <= end)
    scale = sigma * sqrt(2)
    return max(0.0, 0.5 * (erf((point - start) / scale) - erf((point - end) / scale)))


def _detail(window: Window) -> Term:
    if window.metres_per_pixel is None or window.metres_per_pixel <= 0:
        return _term("detail", 0.0, "metres a pixel not known")
    share = log2(_COARSEST / window.metres_per_pixel) / log2(_COARSEST / _FINEST)
    return _term("detail", share, f"{window.metres_per_pixel:.2g} m a pixel")


def _continuity(window: Window, asked: Asked) -> Term:
    before = min(_MARGIN_S, max(0.0, (asked.start - window.start).total_seconds()))
    after = min(_MARGIN_S, max(0.0, (window.end - asked.end).total_seconds()))
    found = f"{before:.0f} s before and {after:.0f} s after the time asked for (at most {_MARGIN_S:.0f} s count)"
    return _term("continuity", (before + after) / (2 * _MARGIN_S), found)


def _trust(window: Window, clock: Clock | None) -> Term:
    anchored = clock is not None and bool(clock.anchors)
    disputed = clock is not None and clock.disputed
    of_clock = 0.0 if disputed else 1.0 if anchored else _TRUST_OF_CLOCK[window.basis]
    share = (of_clock + _TRUST_OF_FOOTPRINT[window.method]) / 2
    by = ", by anchors that contradict one another" if disputed else ", anchored by a person" if anchored else ""
    how = f"{window.basis.value}{by}"
    return _term("trust", share, f"clock: {how}; footprint: {window.method.value}")


def _candidates(window: Window, found: Sequence[Candidate]) -> Term:
    inside = [one for one in found if one.kind in _SUGGESTING and window.media_start <= one.media_s <= window.media_end]
    return _term("candidates", len(inside) / 2, f"{len(inside)} suggested by the scan")


def _view(window: Window, asked: Asked, seen: Sequence[float]) -> Term:
    side = asked.bearing(window)
    if side is None:
        return _term("view", 0.0, "side not known")
    apart = min((abs((side - other + 180) % 360 - 180) for other in seen), default=180.0)
    return _term("view", apart / 90, f"seen from {side:.0f}°, {apart:.0f}° from the nearest view above it")
