"""Reviews under their rules: what a person may record, who may be the second, and where the two disagree."""

import unicodedata
from collections.abc import Iterable, Sequence

from harmtrace.errors import UsageError, WorkflowError
from harmtrace.records.footage import Review
from harmtrace.records.looking import Reviewed


def beside(reviews: Iterable[Review], id: str, *, feed: str, reviewer: str) -> Review:
    """Return the review that a second one is made beside.

    The message of an error never tells its label.

    Raises:
        WorkflowError: it is of the same person, of another recording, or a second review itself.
        UsageError: there is none.
    """
    every = tuple(reviews)
    first = next((one for one in every if one.id == id), None)
    if first is None:
        raise UsageError(f"--second-of: no review {id!r} in this case; `harmtrace footage reviews --waiting` has them")
    if first.feed != feed:
        raise WorkflowError(f"--second-of: review {id} is of {first.feed}, not of {feed}")
    if first.second is not None:
        raise WorkflowError(f"--second-of: review {id} is a second one itself; name the first, {first.second}")
    if any(one_person(one.reviewer, reviewer) for one in every if id in (one.id, one.second)):
        raise WorkflowError(f"--second-of: a second reviewer is another person than those who reviewed {id} before")
    return first


# Letters that look like a Latin one (or like one of its digits), after the confusables of Unicode's UTS 39; letters of
# both cases, because a capital may look like another letter than its small one.
_ALIKE = str.maketrans(
    "АВСЕНІЈКМОРЅТХҮУԚԜӀавсеһнікјӏморѕтхуѵԁԛԝгпΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβγικνορτυχωηεμłŁøØđĐı|I10",
    "ABCEHIJKMOPSTXYYQWlabcehhikjlmopstxyvdqwrnABEZHIKMNOPTYXabyikvoptuxwneulLoOdDilllo",
)


def one_person(one: str, other: str) -> bool:
    """Return whether two names may be spellings of one: the same words, or words that look the same.

    >>> one_person("M. Rowe", "rowe, m."), one_person("M. Rowe", "М. R\u043ew\u0435"), one_person("M. Rowe", "A. Rowe")
    (True, True, False)
    """
    return bool(_spellings(one) & _spellings(other))


def _spellings(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKC", name)
    return {folded(plain), *(folded(each.translate(_ALIKE)) for each in (plain, plain.upper(), plain.lower()))}


def folded(name: str) -> str:
    """Return a name as two spellings of it are compared: its words, sorted, without case, marks and points.

    >>> folded("  Éva  KOS ") == folded("eva kos") == folded("Kos, Eva")
    True
    >>> folded("M.Rowe") == folded("M. Rowe") == folded("Rowe M.") == folded("M.R\u200bowe")
    True
    """
    plain = unicodedata.normalize("NFKD", name)
    letters = (one for one in plain if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")
    return " ".join(sorted("".join(one if one.isalnum() else " " for one in letters).casefold().split()))


def paired(reviews: Iterable[Review]) -> tuple[Reviewed, ...]:
    """Return first reviews in order of recording, each with its second ones."""
    every = tuple(reviews)
    seconds: dict[str, list[Review]] = {}
    for one in every:
        if one.second is not None:
            seconds.setdefault(one.second, []).append(one)
    return tuple(Reviewed(first=one, seconds=tuple(seconds.get(one.id, ()))) for one in every if one.second is None)


def span(first: Review | None, given: tuple[float | None, float | None], length: float | None) -> tuple[float, float]:
    """Return the stretch that is reviewed, in seconds from the first frame: as given, else that of the first review.

    Raises:
        UsageError: none is given, it runs backwards, or lies outside the recording.
    """
    start = given[0] if given[0] is not None or first is None else first.media_from
    end = given[1] if given[1] is not None or first is None else first.media_to
    if start is None or end is None:
        raise UsageError("--from, --to: expected the stretch that was looked at, in seconds from the first frame")
    if not 0 <= start <= end:
        raise UsageError(f"--from, --to: expected 0 or more, and an end after the start; found {start:g} to {end:g}")
    for option, moment in (("--from", start), ("--to", end)):
        if moment > (LONGEST_S if length is None else length + _LAST_S):
            told = f"the recording's {length:g} s" if length is not None else "any recording"
            raise UsageError(f"{option}: expected a moment within {told}, found {moment:g}")
    if first is not None and (end < first.media_from or start > first.media_to):
        raise UsageError("--from, --to: a second review looks at the stretch of the first one, at least in part")
    return start, end if length is None else min(end, length)


LONGEST_S = 10 * 366 * 86_400.0
"""Longer than any recording, seconds: moments beyond it are none, also where a file does not say how long it is."""
# What lengths are rounded by, and the last frame is shown for.
_LAST_S = 0.1


def waiting(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Return first reviews that nobody was second to, in order."""
    return tuple(one.first for one in paired(reviews) if not one.seconds)
