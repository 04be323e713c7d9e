"""Read real telemetry, beside klvdata and stanag4609: ``python -m benchmarks.footage_telemetry FOLDER [--mutants N]``.

FOLDER holds recordings of others (``*.klv``, ``*.bin``, ``*.ts``, ``*.jpg``). Values are held against stanag4609 on
every packet that it accepts (tolerant: ``FieldDecodingMode.PRESERVE``), speed against klvdata on what that accepts, in
one run, as process time, the best of five. Then packets of the same files are changed at random and read.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from harmtrace.footage.items import ITEMS, TIME, Form
from harmtrace.footage.packets import KEY, LOST, find
from harmtrace.footage.telemetry import Telemetry, read
from harmtrace.intake.recordings import probe
from harmtrace.intake.sandbox import Sandbox
from tools.misb import mutated

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_RUNS, _PACKETS = 5, 6000


def seconds(work: Callable[[], object]) -> float:
    """Return the process time of some work, the best of five runs."""
    best = float("inf")
    for _ in range(_RUNS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def telemetries(folder: Path) -> Iterator[tuple[str, Telemetry]]:
    """Yield the telemetry of every recording in a folder, as ``probe`` reads it."""
    with Sandbox() as sandbox:
        for path in sorted(folder.iterdir()):
            made = probe(path, sandbox=sandbox)
            feed = made.feed
            if feed is None:
                continue
            print(f"\n{path.name}: {feed.kind}, {feed.codec or '-'}, {feed.duration_s or 0:.2f} s; {feed.clock.basis}")
            print(f"  start {feed.clock.start} ± {feed.clock.sigma(0):.1f} s; {len(made.issues)} issues")
            for note in feed.notes:
                print(f"  note: {note}")
            if made.telemetry is not None:
                _describe(made.telemetry)
                yield path.name, made.telemetry


def _describe(telemetry: Telemetry) -> None:
    time_us, track = telemetry.column(TIME), telemetry.track()
    right = int((telemetry.sums == 0).sum())
    print(f"  {len(telemetry)} packets, {right} checksums right")
    for row in (0, -1):
        at = _EPOCH + timedelta(microseconds=int(time_us[row]))
        print(f"  {'first' if row == 0 else 'last'}: {at}, {track.latitude[row]:.4f}, {track.longitude[row]:.4f}")
    for one in telemetry.diagnostics:
        print(
            f"  {one.kind} {one.detail or ''}: {one.count}, the first at byte {one.offsets[0] if one.offsets else '-'}"
        )


def packets_of(telemetry: Telemetry) -> list[bytes]:
    """Return the packets of a stream one by one, with the first bytes of the key where a demultiplexer lost them."""
    found = find(telemetry.data)
    return [
        (KEY[:LOST] if cut else b"") + telemetry.data[start:end]
        for start, end, cut in zip(found.start.tolist(), found.end.tolist(), found.cut.tolist(), strict=True)
    ]


def agreement(name: str, telemetry: Telemetry) -> dict[str, int | str]:
    """Return how many packets stanag4609 accepts, and how many of their values are the same here."""
    from stanag4609 import FieldDecodingMode
    from stanag4609.errors import Stanag4609Error
    from stanag4609.st0601 import SpecialValue, decode_uas_local_set

    accepted = same = other = 0
    refused = ""
    for row, packet in enumerate(packets_of(telemetry)):
        try:
            theirs = decode_uas_local_set(
                packet,
                field_decoding=FieldDecodingMode.PRESERVE,
                verify_checksum=bool(telemetry.sums[row] == 0),
                require_version=False,
            )
        except (Stanag4609Error, OverflowError) as error:
            refused = str(error)
            continue
        accepted += 1
        for one in theirs.fields:
            tag = one.definition.tag
            item = ITEMS[tag]
            if item.form in (Form.RAW, Form.WORDS):
                start, end = telemetry.spans[tag][row].tolist()
                equal = telemetry.data[start:end] == one.raw
            elif isinstance(one.value, SpecialValue):
                equal = bool(np.isnan(telemetry.column(tag)[row]))
            elif isinstance(one.value, datetime):
                equal = _EPOCH + timedelta(microseconds=int(telemetry.column(tag)[row])) == one.value
            else:
                equal = telemetry.column(tag)[row] == float(one.value)
            same, other = same + equal, other + (not equal)
    print(f"  {name}: {accepted} of {len(telemetry)} packets accepted, {same:,} values equal, {other} differ {refused}")
    return {"packets": len(telemetry), "accepted": accepted, "equal": same, "differ": other, "refused": refused}


def speed(name: str, data: bytes, count: int) -> dict[str, float | str]:
    """Return packets a second here and in klvdata, over one stream repeated."""
    times = max(1, _PACKETS // count)
    many, packets = data * times, count * times
    ours = packets / seconds(lambda: read(many))
    found: dict[str, float | str] = {"packets": packets, "harmtrace": round(ours)}
    if find_spec("klvdata") is None:
        print(f"  {name}: {ours:,.0f} packets/s; klvdata is not installed")
        return found
    from klvdata.streamparser import StreamParser

    try:
        theirs = packets / seconds(lambda: sum(1 for _ in StreamParser(many)))
    except Exception as error:  # noqa: BLE001 - whatever it does not accept
        found["klvdata"] = f"{type(error).__name__}: {error}"
        print(f"  {name}: {ours:,.0f} packets/s; klvdata ends with {found['klvdata']}")
        return found
    found |= {"klvdata": round(theirs), "ratio": round(ours / theirs, 1)}
    print(f"  {name}: {ours:,.0f} packets/s, klvdata {theirs:,.0f}: {ours / theirs:.1f} times")
    return found


def spoilt(packets: list[bytes], count: int) -> dict[str, int]:
    """Return how often each class was counted over changed packets; an exception would end the run."""
    began, classes = time.process_time(), dict[str, int]()
    keys = 0
    for seed in range(0, count, 1000):
        part = mutated(packets, min(1000, count - seed), seed=seed)
        for packet in part:
            for one in read(packet).diagnostics:
                classes[one.kind] = classes.get(one.kind, 0) + one.count
        whole = b"".join(part)
        telemetry = read(whole)
        telemetry.track()
        assert len(telemetry) == whole.count(KEY[LOST:]), "a packet was lost"
        keys += len(telemetry)
    spent = time.process_time() - began
    print(f"\n{count:,} changed packets: no exception, {keys:,} keys found, {spent:.0f} s of processor")
    for kind in sorted(classes):
        print(f"  {kind}: {classes[kind]:,}")
    return classes


def main() -> None:
    """Measure, print, and write the figures where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    if not given.folder.is_dir():
        sys.exit(f"{given.folder}: expected a folder of recordings, found none")
    found = dict(telemetries(given.folder))
    figures: dict[str, object] = {}
    print("\nvalues beside stanag4609")
    if find_spec("stanag4609") is None:
        print("  stanag4609 is not installed")
    else:
        figures["agreement"] = {name: agreement(name, one) for name, one in found.items()}
    print("\nspeed beside klvdata (process time, best of five)")
    figures["speed"] = {name: speed(name, one.data, len(one)) for name, one in found.items()}
    packets = [packet for one in found.values() for packet in packets_of(one)[:40]]
    figures["classes"] = spoilt(packets, given.mutants)
    if given.json is not None:
        given.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
