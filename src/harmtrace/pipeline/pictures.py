"""Key frames of recordings, kept as objects of their own: small grey pictures, and hashes that find repeats."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

import numpy as np

from harmtrace.footage import duplicates as stage
from harmtrace.footage.duplicates import Prints
from harmtrace.intake import keyframes, stills
from harmtrace.intake.sandbox import Sandbox
from harmtrace.pipeline.footage import dated
from harmtrace.pipeline.progress import Progress, counted, quiet
from harmtrace.pipeline.watching import MOST_PICTURES, MOST_WINDOWS
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Feed, Window
from harmtrace.records.looking import Pair
from harmtrace.records.text import Sha256
from harmtrace.store import Case, footage, open_case
from harmtrace.store.footage import Derived

WIDTH = 160
"""Kept pictures are this wide, in pixels: enough to tell a street from a field, not to tell a face."""
TOOL = "harmtrace keyframes"
PRINTS = "prints"
_EVERY_S = 1.0


def keep(case: Case, windows: Iterable[Window], feeds: Mapping[str, Feed]) -> list[Issue]:
    """Keep key frames of the windows that are shown, where they are not kept yet; return what could not be opened.

    The caller holds the case.
    """
    spans: dict[str, list[tuple[float, float]]] = {}
    for one in list(windows)[:MOST_WINDOWS]:
        spans.setdefault(one.feed, []).append((one.media_start, one.media_end))
    issues: list[Issue] = []
    with Sandbox() as sandbox:
        for id, wanted in spans.items():
            with case.reading() as connection:
                kept = footage.derived(connection, footage.KEYFRAME, id)
                there = [float(one.parameter("media_s") or -1) for one in kept]
            for start, end in wanted:
                if not any(start <= at <= end for at in there):
                    issues += _keep(case, feeds[id], start, end, sandbox)
    return issues


def _keep(case: Case, feed: Feed, start: float, end: float, sandbox: Sandbox) -> list[Issue]:
    every = max(_EVERY_S, (end - start) / (2 * MOST_PICTURES))
    path = case.vault.path(feed.sha256)
    made, bodies, issues = list[Derived](), dict[Sha256, bytes](), list[Issue]()
    for one in keyframes.keyframes(path, name=feed.name, sandbox=sandbox, every_s=every, spans=[(start, end)]):
        if isinstance(one, Issue):
            issues.append(one)
            continue
        digest, body = footage.object_of(keyframes.jpeg(one.luma, width=WIDTH, turned=feed.rotation))
        bodies[digest] = body
        said = (("media_s", f"{one.media_s:.6f}"), ("pts", str(one.pts)), ("width", str(WIDTH)))
        made.append(
            Derived(
                id=0,
                feed=feed.id,
                kind=footage.KEYFRAME,
                sha256=digest,
                tool=TOOL,
                version=keyframes.VERSION,
                parameters=said,
            )
        )
    case.vault.put(bodies)
    with case.writing() as connection:
        footage.keep_derived(connection, made)
    return issues


def duplicates(root: Path, *, progress: Progress = quiet) -> tuple[tuple[Pair, ...], Mapping[str, Feed], list[Issue]]:
    """Return the recordings of a case that show the same pictures, and what could not be opened."""
    case = open_case(root)
    issues: list[Issue] = []
    with case.alone():
        with case.reading() as connection:
            feeds = {one.id: one for one in dated(connection) if one.kind in ("video", "photo")}
        with Sandbox() as sandbox:
            found = dict(counted(_prints(case, feeds.values(), issues, sandbox), "hashing key frames", progress))
    return stage.pairs(found), feeds, issues


def _prints(case: Case, feeds: Iterable[Feed], issues: list[Issue], sandbox: Sandbox) -> Iterator[tuple[str, Prints]]:
    """Yield the hashes of each recording, those kept before as they are."""
    with case.reading() as connection:
        kept = {
            one.feed: one
            for one in footage.derived(connection, PRINTS)
            if (one.tool, one.version) == ("PDQ", stage.VERSION)
        }
    for feed in feeds:
        if (one := kept.get(feed.id)) is not None:
            with np.load(BytesIO(case.vault.get(one.sha256)), allow_pickle=False) as held:
                yield feed.id, Prints(media_s=held["media_s"], words=held["words"])
            continue
        path = case.vault.path(feed.sha256)
        frames = list(keyframes.keyframes(path, name=feed.name, sandbox=sandbox, every_s=_EVERY_S))
        issues += [one for one in frames if isinstance(one, Issue)]
        found = stage.prints([(one.media_s, one.luma) for one in frames if not isinstance(one, Issue)])
        _keep_prints(case, feed, found)
        yield feed.id, found


def _keep_prints(case: Case, feed: Feed, found: Prints) -> None:
    out = BytesIO()
    np.savez(out, media_s=found.media_s, words=found.words)
    digest, body = footage.object_of(out.getvalue())
    case.vault.put({digest: body})
    said = (("every_s", f"{_EVERY_S:g}"), ("width", str(stills.WIDTH)))
    one = Derived(id=0, feed=feed.id, kind=PRINTS, sha256=digest, tool="PDQ", version=stage.VERSION, parameters=said)
    with case.writing() as connection:
        footage.keep_derived(connection, [one])
