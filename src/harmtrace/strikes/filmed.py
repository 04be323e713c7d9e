"""Closings that rest on video, held against what the footage of the case could see of the place in its time.

Absence of footage is never absence of an event: an answer says what the recordings here could show, and no more.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from harmtrace.records.footage import Coverage, Gap, Method, Why, Window
from harmtrace.records.strike import Answer

_NAMED = 3
_MOST = 0.5  # A frame that shows less than half of where the place may be does not show the place.
_Span = tuple[datetime, datetime]
_Found = tuple[Answer, tuple[str, ...], str]


def footage_answer(footage: Coverage | None, unseen: str) -> _Found:
    """Return the answer for a reason that says that video was reviewed, the feeds it rests on, and why.

    Consistent where frames show half of the place or more throughout, each window shortened by as many standard deviations of its
    clock as the question was widened by.
    Contradicted where a feed looked elsewhere at the time, every feed here has a known clock and telemetry then, and
    none could see the place. All else is untestable, and says what is lacking: also where no recording here is of that
    time, since files may be missing or withheld.
    """
    if footage is None:
        return Answer.UNTESTABLE, (), unseen
    feeds = sorted({one.feed for one in footage.windows} | {one.feed for one in footage.gaps})
    if not feeds:
        return Answer.UNTESTABLE, (), "no footage in the case"
    span = (footage.start, footage.end)
    if footage.windows:
        return _seen(footage, span)
    if unknown := _feeds(footage, Why.NO_CLOCK):
        why = f"no feed is known to show the place {_told(span)}; the clock of {_many(unknown)} is not known"
        return Answer.UNTESTABLE, unknown, why
    if blind := _feeds(footage, Why.NO_METADATA):
        why = f"no feed is known to show the place {_told(span)}; {_many(blind)} lacks telemetry then"
        return Answer.UNTESTABLE, blind, why
    if lost := tuple(sorted({one.feed for one in footage.gaps if one.why is Why.NO_FILE and one.start is None})):
        return Answer.UNTESTABLE, lost, f"the file of {_many(lost)} is missing or withheld"
    elsewhere = tuple(sorted({one.feed for one in footage.gaps if one.why is Why.ELSEWHERE and _within(one, span)}))
    if not elsewhere:
        why = f"no recording in the case is of the time {_told(span)}: files may be missing or withheld"
        return Answer.UNTESTABLE, tuple(feeds), why
    why = (
        f"no footage in the case shows the place {_told(span)}; {_many(elsewhere)} looked elsewhere; "
        "the body may hold other footage, and what was not filmed may still have happened"
    )
    return Answer.CONTRADICTED, elsewhere, why


def _within(gap: Gap, span: _Span) -> bool:
    """Tell whether a gap lies at least in part within the time asked for, not in what its clock's error adds alone."""
    return gap.start is not None and gap.end is not None and gap.start < span[1] and gap.end > span[0]


def _seen(footage: Coverage, span: _Span) -> _Found:
    framed = [one for one in footage.windows if one.method not in (Method.POSITION, Method.NONE)]
    rows = tuple(sorted({one.feed for one in (framed or footage.windows)}))
    if not framed:
        why = f"{_many(rows)} was near the place {_told(span)}, but where it looked is not known"
        return Answer.UNTESTABLE, rows, why
    most = [one for one in framed if one.share >= _MOST]
    if most and not _left(span, [_sure(one, footage.sigmas) for one in most]):
        return Answer.CONSISTENT, rows, f"the footage in the case shows the place throughout {_told(span)}"
    left = _left(span, [(one.start, one.end) for one in framed])
    shown = (span[1] - span[0]) - sum((end - begin for begin, end in left), timedelta())
    place = f"up to {100 * max(one.share for one in framed):.0f} % of the place"
    why = f"the footage in the case shows {place} for {_long(shown)} of the time {_told(span)}, by its own clocks"
    return Answer.UNTESTABLE, rows, why


def _sure(one: Window, sigmas: float) -> _Span:
    slack = timedelta(seconds=sigmas * one.sigma_s)
    return one.start + slack, one.end - slack


def _left(span: _Span, taken: Iterable[_Span]) -> list[_Span]:
    """Return what is left of a stretch without others."""
    at, left = span[0], list[_Span]()
    for begin, end in sorted(one for one in taken if one[0] < one[1]):
        if begin > at:
            left.append((at, min(begin, span[1])))
        at = max(at, end)
        if at >= span[1]:
            break
    return [*left, (at, span[1])] if at < span[1] else left


def _feeds(footage: Coverage, why: Why) -> tuple[str, ...]:
    return tuple(sorted({one.feed for one in footage.gaps if one.why is why}))


def _many(feeds: tuple[str, ...]) -> str:
    named = ", ".join(feeds[:_NAMED])
    return named if len(feeds) <= _NAMED else f"{named} and {len(feeds) - _NAMED} more"


def _long(span: timedelta) -> str:
    minutes = span.total_seconds() / 60
    return (
        f"{span.total_seconds():.0f} s"
        if minutes < 2
        else f"{minutes:.0f} min"
        if minutes < 120
        else f"{minutes / 60:.0f} h"
    )


def _told(span: _Span) -> str:
    first, last = span
    if first.date() == last.date():
        return f"on {first:%Y-%m-%d} from {first:%H:%M} to {last:%H:%M} UTC"
    return f"from {first:%Y-%m-%d %H:%M} to {last:%Y-%m-%d %H:%M} UTC"
