"""Edge: a recording in, candidates and what could be seen out; decoded in the process that opens files."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from harmtrace.footage.footprints import Footprints, of_feed
from harmtrace.footage.scanning import VERSION, Suggestion, measured
from harmtrace.footage.scanning.ground import metres_apart
from harmtrace.footage.track import Track
from harmtrace.intake.frames import FrameError
from harmtrace.intake.jsons import hash_of
from harmtrace.intake.sandbox import Sandbox
from harmtrace.intake.texts import printable
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Candidate, Feed, Kind, Scan, Watched

__all__ = ["VERSION", "Scanned", "scan"]

TOOL = "harmtrace scan"
# So long a scan may take: a minute, and half a minute for each megabyte (four minutes of a small picture).
_SECONDS, _SECONDS_PER_MB = 60.0, 30.0
Spans = Sequence[tuple[float, float]]
Said = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """What a scan came to: None where nothing could be scanned, and what was wrong with the file."""

    scan: Scan | None
    issues: tuple[Issue, ...]


def scan(
    path: Path,
    *,
    feed: Feed | None = None,
    track: Track | None = None,
    called: str | None = None,
    sandbox: Sandbox | None = None,
    spans: Spans | None = None,
    quick: bool = False,
    said: Said | None = None,
) -> Scanned:
    """Return what a recording suggests.

    ``feed``, ``track``: where a case or a probe knows them; ``called``: the feed's name in the scan, its id (or the
    file's name) where none is given; ``spans``: seconds to look at frame by frame, all where
    none are given; ``quick``: keyframes first, and frame by frame round what they point at (and in ``spans``);
    ``said``: told now and then how many seconds were looked at.
    """
    if sandbox is None:
        with Sandbox() as own:
            return scan(path, feed=feed, track=track, called=called, sandbox=own, spans=spans, quick=quick, said=said)
    # In a case the file lies in the vault under its hash: people know it by its name.
    name, where = (path.name, str(path)) if feed is None or called is not None else (feed.name, feed.name)
    hashed = hash_of(path, name)
    if isinstance(hashed, Issue):
        return Scanned(scan=None, issues=(hashed,))
    digest, size = hashed
    if size == 0:
        message = f"{printable(where)}: expected a recording, found 0 bytes; not scanned"
        return Scanned(scan=None, issues=(Issue(code="empty", message=message, document=printable(name)),))
    parameters: dict[str, object] = {"quick": quick}
    if spans is not None:
        parameters["spans"] = [list(one) for one in spans]
    answers = _Answers(said)
    issues = []
    for item in sandbox.ask("scan", path, parameters, name=name, seconds=_SECONDS + _SECONDS_PER_MB * size / 1e6):
        if isinstance(item, Issue):
            issues.append(item)
        elif isinstance(item, Mapping):
            try:
                answers.take(item)
            except FrameError as error:
                message = f"{printable(where)}: expected answers of a scan, found {error}; not taken"
                issues.append(Issue(code="reader-ended", message=message, document=printable(name)))
    if answers.parameters is None and not answers.suggestions and not answers.watched:
        return Scanned(scan=None, issues=tuple(issues))
    footprints = None if feed is None else of_feed(feed, track)
    label = printable(called or (name if feed is None else feed.id))
    found = measured(answers.suggestions, _apart(footprints))
    return Scanned(
        scan=Scan(
            feed=label,
            sha256=digest,
            tool=TOOL,
            version=VERSION,
            parameters=answers.parameters or (),
            candidates=tuple(replace(one, feed=label) for one in found),
            watched=tuple(answers.watched),
        ),
        issues=tuple(issues),
    )


def _apart(footprints: Footprints | None) -> Callable[[float, tuple[float, float], tuple[float, float]], float | None]:
    def apart(media_s: float, one: tuple[float, float], other: tuple[float, float]) -> float | None:
        return None if footprints is None else metres_apart(footprints, media_s, one, other)

    return apart


class _Answers:
    """Gathers what the process says, checked field by field: it has read a stranger's file."""

    def __init__(self, said: Said | None) -> None:
        self._said = said
        self.suggestions: list[Suggestion] = []
        self.watched: list[Watched] = []
        self.parameters: tuple[tuple[str, str], ...] | None = None

    def take(self, item: Mapping[str, object]) -> None:
        """Take one answer.

        Raises:
            FrameError: it says what it cannot.
        """
        what = item.get("what")
        if what == "suggestion":
            self.suggestions.append(_suggestion(item))
        elif what == "watched":
            why = item.get("why")
            self.watched.append(
                Watched(
                    media_from=_number(item, "media_from"),
                    media_to=_number(item, "media_to"),
                    clear=item.get("clear") is True,
                    why=None if why is None else _word(why),
                    least_area=_maybe(item, "least_area"),
                )
            )
        elif what == "progress" and self._said is not None:
            self._said(_number(item, "media_s"))
        elif what == "done":
            told = item.get("parameters")
            pairs = told if isinstance(told, list) else []
            self.parameters = tuple((_word(one[0]), _word(one[1])) for one in pairs if len(one) == 2)


def _suggestion(item: Mapping[str, object]) -> Suggestion:
    try:
        kind = Kind(str(item.get("kind")))
    except ValueError as error:
        raise FrameError("a candidate of no kind") from error
    place, away = item.get("place"), item.get("away")
    chain, frame = item.get("chain"), item.get("frame")
    pair = tuple(_finite(one) for one in away) if isinstance(away, list) and len(away) == 2 else None
    return Suggestion(
        Candidate(
            feed="",
            media_s=_number(item, "media_s"),
            pts=round(_number(item, "pts")),
            kind=kind,
            x=_maybe(item, "x"),
            y=_maybe(item, "y"),
            score=_number(item, "score"),
            words=_word(item.get("words")),
            frame=frame if isinstance(frame, int) else None,
            area=_maybe(item, "area"),
            chain=chain if isinstance(chain, int) else None,
            after_s=_maybe(item, "after_s"),
            moved_px=_maybe(item, "moved_px"),
        ),
        dark=item.get("dark") is True,
        place=place if isinstance(place, int) else 0,
        away=None if pair is None else (pair[0], pair[1]),
    )


def _number(item: Mapping[str, object], name: str) -> float:
    return _finite(item.get(name))


def _maybe(item: Mapping[str, object], name: str) -> float | None:
    return None if item.get(name) is None else _number(item, name)


def _finite(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise FrameError("a number that is none")
    return float(value)


def _word(value: object) -> str:
    if not isinstance(value, str) or len(value) > 1_000:
        raise FrameError("a word that is none")
    return printable(value)
