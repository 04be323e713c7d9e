"""What a scanner found -> suggestions, in order of time, each with its sentence; metres where ground is known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from harmtrace.footage.scanning import sounds, wording
from harmtrace.footage.scanning.events import Chain, Event, Parting
from harmtrace.footage.scanning.scanner import Scanner
from harmtrace.records.footage import Candidate, Kind

Place = tuple[float, float]
Apart = Callable[[float, Place, Place], float | None]
"""Metres between two places of the frame at a moment of the recording, None where no footprint says."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A candidate and what its sentence needs besides.

    Attributes:
        dark: it darkened the picture; ``place``: 2 for the second event of its chain; 0 for what is in no chain.
        away: how far right and down of the chain's first event, shares of the frame, the camera's motion taken out;
            None for a first one, and where the first one cannot be followed to here.
    """

    candidate: Candidate
    dark: bool = False
    place: int = 0
    away: Place | None = None


def suggested(scanner: Scanner, feed: str) -> tuple[Suggestion, ...]:
    """Return what a finished scanner suggests; metres are not known yet."""
    found = [one for chain in scanner.chains for one in _chain(scanner, chain, feed)]
    found += [Suggestion(_parting(one, feed)) for one in scanner.partings]
    return tuple(sorted(found, key=_order))


# Of the flashes that a sound may belong to, so many are named.
_FLASHES = 3


def heard(
    onsets: Sequence[sounds.Onset],
    flashes: Sequence[Candidate],
    feed: str,
    *,
    half_frame_s: float,
    pts: Callable[[float], int],
) -> tuple[Suggestion, ...]:
    """Return sudden sounds, each with the distances that it would have if one of the flashes before made it."""
    times = [one.media_s for one in flashes if one.kind in (Kind.FLASH, Kind.LATER_FLASH)]
    found = []
    for onset in onsets:
        near = []
        for flash in sounds.belonging(onset.at_s, times)[:_FLASHES]:
            least, most = sounds.distance(onset.at_s - flash, half_frame_s=half_frame_s, air=sounds.Air())
            near.append((onset.at_s - flash, least, most, f"{flash:.2f}"))
        candidate = Candidate(
            feed=feed,
            media_s=round(onset.at_s, 4),
            pts=pts(onset.at_s),
            kind=Kind.SOUND,
            x=None,
            y=None,
            score=round(onset.above_db, 1),
            words=wording.sound(above_db=onset.above_db, near=near),
        )
        found.append(Suggestion(candidate))
    return tuple(found)


def measured(suggestions: Sequence[Suggestion], apart: Apart | None = None) -> tuple[Candidate, ...]:
    """Return the candidates, with metres where ``apart`` gives them."""
    firsts = {one.candidate.chain: one.candidate for one in suggestions if one.place == 1}
    found = []
    for one in suggestions:
        candidate, first = one.candidate, firsts.get(one.candidate.chain)
        if apart is not None and one.away is not None and first is not None and None not in (first.x, first.y):
            here = (first.x or 0.0, first.y or 0.0)
            metres = apart(first.media_s, here, (here[0] + one.away[0], here[1] + one.away[1]))
            if metres is not None:
                words = wording.later(
                    place=one.place,
                    dark=one.dark,
                    after_s=candidate.after_s or 0.0,
                    moved_px=candidate.moved_px,
                    moved_m=metres,
                )
                candidate = replace(candidate, moved_m=round(metres, 1), words=words)
        found.append(candidate)
    return tuple(found)


def _chain(scanner: Scanner, chain: Chain, feed: str) -> Iterator[Suggestion]:
    first = chain.first
    looked = min(scanner.thresholds.alert_s, max(0.0, first.until_s - first.media_s))
    words = wording.first(
        dark=first.dark, clear_s=min(first.clear_s, looked), looked_s=looked, later=len(chain.events) > 1
    )
    yield Suggestion(_candidate(scanner, chain, first, feed, words), first.dark, 1)
    for place, event in enumerate(chain.events[1:], start=2):
        followed = event.epoch == first.epoch
        cells = (event.home[1] - first.home[1], event.home[0] - first.home[0])
        block = scanner.reducer.block
        away = event.away(first.home) * block if followed else None
        after = event.media_s - first.media_s
        words = wording.later(place=place, dark=event.dark, after_s=after, moved_px=away, moved_m=None)
        candidate = replace(
            _candidate(scanner, chain, event, feed, words),
            kind=Kind.LATER_FLASH,
            after_s=round(after, 6),
            moved_px=None if away is None else round(away, 1),
        )
        shares = (cells[0] * block / scanner.reducer.width, cells[1] * block / scanner.reducer.height)
        yield Suggestion(candidate, event.dark, place, shares if followed else None)


def _candidate(scanner: Scanner, chain: Chain, event: Event, feed: str, words: str) -> Candidate:
    rows, columns = scanner.reducer.shape
    block = scanner.reducer.block
    return Candidate(
        feed=feed,
        media_s=round(event.media_s, 6),
        pts=event.pts,
        kind=Kind.FLASH,
        x=round(min(1.0, max(0.0, (event.column + 0.5) * block / scanner.reducer.width)), 4),
        y=round(min(1.0, max(0.0, (event.row + 0.5) * block / scanner.reducer.height)), 4),
        score=round(event.peak / event.sigma, 1),
        words=words,
        frame=event.frame,
        area=round(event.area / (rows * columns), 6),
        chain=chain.number,
    )


def _parting(one: Parting, feed: str) -> Candidate:
    return Candidate(
        feed=feed,
        media_s=round(one.media_s, 6),
        pts=one.pts,
        kind=one.kind,
        x=None,
        y=None,
        score=round(one.likeness, 3),
        words=wording.parting(one.kind, one.factor),
        frame=one.frame,
    )


def _order(one: Suggestion) -> tuple[float, str, float]:
    return one.candidate.media_s, one.candidate.kind, one.candidate.x or 0.0
