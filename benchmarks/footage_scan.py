"""Flashes found and missed on synthetic footage, false ones an hour, error of the onset, and processor time.

    python -m benchmarks.footage_scan FOLDER [--set held-out] [--speed]

Renders the clips of a set of seeds into FOLDER where they are not there yet (an hour of footage takes some minutes),
scans each as `footage scan` does, and looks for PySceneDetect's content detector (extra `bench`) and for jumps of the
mean brightness in the same run. All footage is drawn by the project: the figures say nothing certain of real footage.

A candidate is the truth's where it lies within 0.35 s and 12 % of the frame's width of it; each counts once. Truth that
no frame shows (outside the picture, within missing frames) is left out. All other flashes are false. For the baselines,
which know no place, time alone decides.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import av
import numpy as np

from harmtrace.footage.scanning import Scanner, Sparse, measured, suggested
from harmtrace.footage.scanning.sounds import Onset
from harmtrace.intake.luma import Video
from harmtrace.intake.scanned import pictures, sounds
from harmtrace.records.footage import Candidate, Kind
from tools.synthetic_footage import HELD_OUT, TUNING, making, truth

NEAR_S, NEAR = 0.35, 0.12
FLASHES = (Kind.FLASH, Kind.LATER_FLASH)


def scanned(path: Path) -> tuple[Candidate, ...]:
    """Return what a scan suggests."""
    with path.open("rb") as file:
        video = Video(file)
        scanner = Scanner(video.height, video.width, rate=video.rate)
        for _ in pictures(video, scanner):
            pass
        video.close()
    return measured(suggested(scanner, path.name))


def scored(path: Path, told: truth.Truth, totals: dict[str, list[float]]) -> None:
    """Add one clip to the totals."""
    flashes = [one for one in scanned(path) if one.kind in FLASHES]
    left = set(range(len(flashes)))
    firsts: dict[int, Candidate] = {}
    for event in told["events"]:
        if not event["in_frame"] or event["seen_t"] is None:
            continue
        kind = event["kind"] + (" in plume" if event["inside_plume"] else "")
        totals.setdefault(kind, [0, 0])[1] += 1
        near = [(abs(flashes[k].media_s - event["seen_t"]), k) for k in left if _same(flashes[k], event, told)]
        if near:
            off, k = min(near)
            left.remove(k)
            totals[kind][0] += 1
            totals.setdefault("onset_frames", []).append(off * told["rate"])
            if event["kind"] == "primary":
                firsts[event["chain"]] = flashes[k]
            first, moved = firsts.get(event["chain"]), flashes[k].moved_px
            same = first is not None and first.kind is Kind.FLASH and first.chain == flashes[k].chain
            if same and moved is not None and event["moved_px"] is not None:
                totals.setdefault("moved_px error", []).append(abs(moved - event["moved_px"]))
            if event["kind"] == "secondary":
                totals.setdefault("told as later", []).append(float(flashes[k].kind is Kind.LATER_FLASH))
    totals.setdefault("false", []).append(len(left))
    totals.setdefault("seconds", []).append(told["seconds"])


def _same(one: Candidate, event: truth.Event, told: truth.Truth) -> bool:
    assert one.x is not None
    assert one.y is not None
    apart = np.hypot(one.x - event["x"], (one.y - event["y"]) * told["height"] / told["width"])
    return abs(one.media_s - (event["seen_t"] or 0.0)) <= NEAR_S and bool(apart <= NEAR)


def baseline(name: str, times: Sequence[float], told: truth.Truth, totals: dict[str, list[float]]) -> None:
    """Add what a peer suggests, by time alone."""
    left = list(times)
    for event in told["events"]:
        if event["in_frame"] and event["seen_t"] is not None:
            found = next((t for t in left if abs(t - (event["seen_t"] or 0.0)) <= NEAR_S), None)
            kind = f"{name}: {event['kind']}"
            totals.setdefault(kind, [0, 0])[1] += 1
            if found is not None:
                left.remove(found)
                totals[kind][0] += 1
    totals.setdefault(f"{name}: false", []).append(len(left))


def brightness(path: Path, jump: float) -> list[float]:
    """Return where the mean of the whole picture jumps by so many grey levels from one frame to the next."""
    found, before = [], None
    with path.open("rb") as file:
        video = Video(file)
        for frame in video.all():
            mean = float(frame.luma[::4, ::4].mean())
            if before is not None and abs(mean - before) > jump:
                found.append(frame.media_s)
            before = mean
        video.close()
    return found


def scenes(path: Path, threshold: float) -> list[float] | None:
    """Return PySceneDetect's cuts; None where it is not installed."""
    try:
        from scenedetect import ContentDetector, detect
    except ImportError:
        return None
    return [start.seconds for start, _ in detect(str(path), ContentDetector(threshold=threshold))][1:]


def heard(path: Path, told: truth.Truth, totals: dict[str, list[float]]) -> None:
    """Add the bangs heard."""
    if not told["bangs"]:
        return
    with path.open("rb") as file:
        onsets: list[Onset] = list(sounds(file))
    left = [one.at_s for one in onsets]
    for bang in told["bangs"]:
        totals.setdefault("bangs", [0, 0])[1] += 1
        near = [(abs(t - bang), t) for t in left if abs(t - bang) < 0.2]
        if near:
            off, t = min(near)
            left.remove(t)
            totals["bangs"][0] += 1
            totals.setdefault("bang_ms", []).append(off * 1000)
    totals.setdefault("bangs false", []).append(len(left))


def report(totals: dict[str, list[float]]) -> Iterator[str]:
    """Yield the figures, a line each."""
    hours = sum(totals["seconds"]) / 3600
    yield f"{len(totals['seconds'])} clips, {hours * 60:.1f} minutes"
    for kind, counts in sorted(totals.items()):
        if len(counts) == 2 and kind not in ("seconds", "false") and not kind.endswith("false"):
            yield f"{kind}: {counts[0]:.0f} of {counts[1]:.0f} ({counts[0] / max(counts[1], 1):.1%})"
        elif kind.endswith("false"):
            yield f"{kind}: {sum(counts):.0f} ({sum(counts) / hours:.1f} an hour)"
        elif kind == "told as later":
            yield f"secondaries found that are told as later events of a chain: {np.mean(counts):.1%}"
        elif kind != "seconds" and counts:
            p50, p95 = np.percentile(counts, (50, 95))
            yield f"{kind}: p50 {p50:.2f}, p95 {p95:.2f}, most {max(counts):.2f} ({len(counts)})"
    later = [totals.get(kind, [0, 0]) for kind in ("secondary", "secondary in plume")]
    yield f"secondaries in all: {sum(a[0] for a in later):.0f} of {sum(a[1] for a in later):.0f}"


def processor(works: dict[str, Callable[[], None]], *, runs: int = 6) -> dict[str, float]:
    """Return the least processor time of several runs of each, seconds; they take turns."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(runs):
        for name, work in works.items():
            start = time.process_time()
            work()
            best[name] = min(best[name], time.process_time() - start)
    return best


def speed(path: Path) -> str:
    """Return processor time of plain decoding, of a scan and of the keyframe pass over one file.

    Plain is the least that PyAV asks of its user: open, decode, drop; threads are as PyAV sets them by itself, and, for
    comparison, one frame each (``AUTO``), which costs more processor time and less of the clock.
    """

    def plain(threads: str | None = None) -> None:
        with av.open(str(path)) as container:
            if threads is not None:
                container.streams.video[0].thread_type = threads
            for _ in container.decode(video=0):
                pass

    def keyframes() -> None:
        with path.open("rb") as file:
            video = Video(file)
            sparse = Sparse(video.height, video.width)
            for frame in video.keyframes():
                sparse.add(frame)
            video.close()

    works = {
        "plain": plain,
        "auto": lambda: plain("AUTO"),
        "scan": lambda: _drop(path),
        "keyframes": keyframes,
    }
    took = processor(works)
    return (
        f"{path.name}: decode {took['plain']:.3f} s (AUTO {took['auto']:.3f} s), scan {took['scan']:.3f} s "
        f"({took['scan'] / took['plain']:.2f} times; {took['scan'] / took['auto']:.2f} times AUTO), "
        f"keyframes {took['keyframes']:.3f} s (scan is {took['scan'] / took['keyframes']:.1f} times that)"
    )


def _drop(path: Path) -> None:
    scanned(path)


def main() -> None:
    """Render what is missing, scan, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", choices=("tuning", "held-out"), default="held-out")
    parser.add_argument("--speed", nargs="*", type=Path, help="only time these files")
    parser.add_argument("--only-rendered", action="store_true", help="leave out seeds that are not in the folder yet")
    given = parser.parse_args()
    if given.speed is not None:
        for path in given.speed:
            print(speed(path))
        return
    totals: dict[str, list[float]] = {}
    for seed in HELD_OUT if given.set == "held-out" else TUNING:
        path = given.folder / f"clip-{seed:05d}.mp4"
        if not path.with_suffix(".json").exists():
            if given.only_rendered:
                continue
            making.seeded(given.folder, seed)
        told = truth.read(path.with_suffix(".json"))
        scored(path, told, totals)
        heard(path, told, totals)
        for jump in (3.0, 10.0):
            baseline(f"mean brightness > {jump:g}", brightness(path, jump), told, totals)
        for threshold in (27.0, 15.0):
            if (cuts := scenes(path, threshold)) is not None:
                baseline(f"PySceneDetect content {threshold:g}", cuts, told, totals)
    for line in report(totals):
        print(line)
    print(json.dumps({"set": given.set, "clips": len(totals["seconds"])}))


if __name__ == "__main__":
    main()
