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
        raise UsageError(f"--second-of: no review {id} in this case")
    if first.feed != feed:
        raise WorkflowError(f"--second-of: review {id} is of {first.feed}, not of {feed}")
    if first.second is not None:
        raise WorkflowError(f"--second-of: review {id} is a second one itself; name the first, {first.second}")
    held = {folded(one.reviewer) for one in every if id in (one.id, one.second)}
    if folded(reviewer) in held:
        raise WorkflowError(f"--second-of: a second reviewer is another person than those who reviewed {id} before")
    return first


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
    if length is not None and start > length:
        raise UsageError(f"--from: expected a moment within the recording's {length:g} s, found {start:g}")
    if first is not None and (end < first.media_from or start > first.media_to):
        raise UsageError("--from, --to: a second review looks at the stretch of the first one, at least in part")
    return start, end if length is None else min(end, length)


def waiting(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Return first reviews that nobody was second to, in order."""
    return tuple(one.first for one in paired(reviews) if not one.seconds)
