"""Recordings, queues, repeats, suggestions -> JSON that scripts may rely on, and lines for a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from harmtrace.records.footage import Candidate, Feed, Scan, give_or_take
from harmtrace.records.looking import Dating, Footage, Listed, Pair, Queued, marking
from harmtrace.reports.footage_words import basis, moment, utc
from harmtrace.reports.shapes import Json, Shape


def feeds(every: Iterable[Listed]) -> Shape:
    """Return the object of ``footage list --json``."""
    return {
        "feeds": [
            {
                **recording(one.feed),
                "anchors": [_dating(each) for each in one.datings],
                "disputed": one.feed.clock.disputed,
                "disagrees": list(one.disagrees),
            }
            for one in every
        ]
    }


def _dating(one: Dating) -> Json:
    anchor = one.anchor
    gone = None if one.withdrawn is None else dict(zip(("by", "on", "why"), one.withdrawn, strict=True))
    return {
        "id": one.number,
        "media_s": anchor.media_s,
        "utc": _iso(anchor.reference),
        "sigma_s": anchor.sigma_s,
        "method": anchor.method,
        "by": anchor.by,
        "why": anchor.why,
        "on": anchor.on,
        "withdrawn": gone,
    }


def recording(one: Feed) -> Shape:
    """Return a recording with its clock, and every time that its file states."""
    clock = one.clock
    return {
        "id": one.id,
        "file": one.name,
        "sha256": one.sha256,
        "kind": one.kind,
        "duration_s": one.duration_s,
        "frames": one.frames,
        "width": one.width,
        "height": one.height,
        "rate": one.rate,
        "variable": one.variable,
        "rotation": one.rotation,
        "codec": one.codec,
        "sound": one.sound,
        "start": _iso(clock.start),
        "sigma_s": None if clock.start is None else clock.sigma_s,
        "drift": clock.drift,
        "basis": clock.basis.value,
        "readings": [
            {
                "where": each.where,
                "raw": each.raw,
                "basis": each.basis.value,
                "media_s": each.media_s,
                "at": _iso(each.at),
                "sigma_s": each.sigma_s,
                "note": each.note,
            }
            for each in clock.readings
        ],
        "latitude": one.latitude,
        "longitude": one.longitude,
        "packets": one.packets,
        "diagnostics": [
            {"kind": each.kind, "count": each.count, "offsets": each.offsets, "detail": each.detail}
            for each in one.diagnostics
        ],
        "security": dict(one.security),
        "notes": one.notes,
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def feed_lines(every: Sequence[Feed]) -> Iterator[str]:
    """Yield a line for each recording, and one more for each class of what is malformed in it."""
    for one in every:
        length = "length not known" if one.duration_s is None else f"{one.duration_s:.1f} s"
        yield f"{one.id}  {one.name}  {one.kind}, {length}  {moment(one.clock, 0)} ({basis(one.clock)})  {marking(one)}"
        for each in one.diagnostics:
            told = "" if each.detail is None else f" ({each.detail})"
            at = f", first at byte {', '.join(map(str, each.offsets[:3]))}" if each.offsets else ""
            yield f"  {each.kind}{told}: {each.count}{at}"
        yield from (f"  {note}" for note in one.notes)
    if not every:
        yield "no recordings"


def listed_lines(every: Sequence[Listed]) -> Iterator[str]:
    """Yield the lines of each recording, then its anchors and what contradicts what in its times."""
    for one in every:
        yield from feed_lines([one.feed])
        for each in one.datings:
            anchor = each.anchor
            held = "" if each.withdrawn is None else ", withdrawn by {} on {}: {}".format(*each.withdrawn)
            when = f"{utc(anchor.reference)} ± {give_or_take(anchor.sigma_s)}"
            by = f"({anchor.method}, {anchor.by} on {anchor.on})"
            yield f"  anchor {each.number}: {anchor.media_s:g} s was {when} {by}{held}"
        yield from (f"  {words}" for words in one.disagrees)
    if not every:
        yield "no recordings"


def queues(every: Mapping[str, Footage]) -> Shape:
    """Return the object of ``footage queue --json``: windows by incident, best first, each term of the score."""
    return {
        "queue": [
            _queued(code, at, one, footage.feeds)
            for code, footage in every.items()
            for at, one in enumerate(footage.queue, 1)
        ],
        "without": [code for code, footage in every.items() if not footage.queue],
    }


def _queued(code: str, at: int, one: Queued, held: Mapping[str, Feed]) -> Json:
    window = one.window
    return {
        "incident": code,
        "place": at,
        "score": one.score,
        "terms": {term.name: {"adds": term.adds, "found": term.found} for term in one.terms},
        "feed": window.feed,
        "file": held[window.feed].name,
        "marking": marking(held[window.feed]),
        "start": window.start.isoformat(),
        "end": window.end.isoformat(),
        "sigma_s": window.sigma_s,
        "media_start": window.media_start,
        "media_end": window.media_end,
        "basis": window.basis.value,
        "method": window.method.value,
        "metres_per_pixel": window.metres_per_pixel,
        "share": window.share,
    }


def queue_lines(every: Mapping[str, Footage]) -> Iterator[str]:
    """Yield the windows of each incident, best first, with the terms of their scores."""
    for code, footage in every.items():
        yield f"{code}: " + ("windows to look at" if footage.queue else "no recording could see the place in that time")
        for at, one in enumerate(footage.queue, 1):
            window = one.window
            clock = footage.feeds[window.feed].clock
            yield (
                f"  {at}. {window.feed}  {window.media_start:.1f}–{window.media_end:.1f} s  "
                f"{moment(clock, window.media_start)}  score {one.score:.2f}"
            )
            yield from (f"       {term.adds:+.2f} {term.name}: {term.found}" for term in one.terms)
    if not every:
        yield "no incident whose time and place could be held against recordings"


def pairs(every: Iterable[Pair], held: Mapping[str, Feed]) -> Shape:
    """Return the object of ``footage duplicates --json``."""
    return {
        "duplicates": [
            {
                "a": one.a,
                "a_file": held[one.a].name,
                "b": one.b,
                "b_file": held[one.b].name,
                "offset_s": one.offset_s,
                "pictures": one.pictures,
                "share": one.share,
                "a_from_s": one.start_s,
                "a_to_s": one.end_s,
            }
            for one in every
        ]
    }


def pair_lines(every: Sequence[Pair], held: Mapping[str, Feed]) -> Iterator[str]:
    """Yield a line for each pair of recordings that show the same pictures."""
    for one in every:
        yield (
            f"{one.a} ({held[one.a].name}) and {one.b} ({held[one.b].name}): {one.pictures} key frames alike "
            f"({one.share:.0%} of the shorter), from {one.start_s:.0f} to {one.end_s:.0f} s, "
            + ("offset not known: the view hardly changes" if one.offset_s is None else f"offset {one.offset_s:+.1f} s")
        )
    if not every:
        yield "no two recordings show the same pictures"


def candidate(one: Candidate, *, feed: Feed | None = None) -> Shape:
    """Return a suggestion of a scan (CONTRACT: ``footage scan --jsonl``); ``t`` is seconds from the first frame."""
    at = None if feed is None else feed.clock.at(one.media_s)
    return {
        "feed": one.feed,
        "t": one.media_s,
        "pts": one.pts,
        "frame": one.frame,
        "kind": one.kind.value,
        "x": one.x,
        "y": one.y,
        "area": one.area,
        "chain": one.chain,
        "after_s": one.after_s,
        "moved_px": one.moved_px,
        "moved_m": one.moved_m,
        "score": one.score,
        "words": one.words,
        "utc": _iso(at),
        "sigma_s": None if feed is None or at is None else round(feed.clock.sigma(one.media_s), 6),
    }


def scan_lines(every: Iterable[Scan]) -> Iterator[str]:
    """Yield what scans suggest, a line a moment."""
    for scan in every:
        clear = sum(one.media_to - one.media_from for one in scan.watched if one.clear)
        many, tool = len(scan.candidates), f"{scan.tool} {scan.version}"
        yield f"{scan.feed}: {many} suggested in {clear:.1f} s of clear picture ({tool})"
        for one in scan.candidates:
            yield f"  {one.media_s:.2f} s  {one.kind.value}  {one.score:.1f}  {one.words}"
