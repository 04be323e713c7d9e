"""Measures vault, ledger and verify beside plain hashlib in the same run; prints ratios.

    python -m benchmarks.bench_ledger

Processor time, the best of several rounds; small documents by the clock, because what counts there is the disk.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from harmtrace.pipeline.running import add
from harmtrace.pipeline.verifying import verify
from harmtrace.records.entry import Act, Draft, Rows
from harmtrace.records.text import Sha256
from harmtrace.store import Vault, create_case, entries, now, rows
from harmtrace.store.rows import Run, RunId

LARGE, MANY_LARGE, SMALL, BULK, ROUNDS = 32_000_000, 4, 3_000, 100_000, 4


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="harmtrace-bench-", dir=os.environ.get("HARMTRACE_BENCH")) as name:
        folder = Path(name)
        originals = [os.urandom(LARGE) for _ in range(MANY_LARGE)]
        sources = [folder / f"{number}.bin" for number in range(MANY_LARGE)]
        for path, body in zip(sources, originals, strict=True):
            path.write_bytes(body)
        os.sync()  # what the kernel still has to write of the sources is no work of the vault
        digests = [Sha256(hashlib.sha256(body).hexdigest()) for body in originals]
        size = LARGE * MANY_LARGE / 1e6
        plain = _best(lambda _: [hashlib.file_digest(path.open("rb"), "sha256") for path in sources])
        _say("hashlib, files", size / plain, "MB/s", 1.0)
        put = _best(lambda number: _put(Vault(folder / f"vault{number}"), sources, digests))
        _say("vault takes large files in", size / put, "MB/s", plain / put)
        vault = Vault(folder / "vault0")
        got = _best(lambda _: _check(vault, digests))
        _say("vault checks them", size / got, "MB/s", plain / got)
        _small(folder)
        _bulk(folder)
        _verified(folder, sources, digests, plain)


def _best(work: Callable[[int], object]) -> float:
    found = []
    for number in range(ROUNDS):
        start = time.process_time()
        work(number)
        found.append(time.process_time() - start)
    return min(found)


def _say(what: str, rate: float, unit: str, ratio: float | None = None) -> None:
    print(f"{what:34} {rate:>12,.0f} {unit:12} {'' if ratio is None else f'{ratio:.2f} of hashlib'}")


def _put(vault: Vault, sources: list[Path], digests: list[Sha256]) -> None:
    for path, digest in zip(sources, digests, strict=True):
        vault.put_file(digest, path)


def _check(vault: Vault, digests: list[Sha256]) -> None:
    for digest in digests:
        vault.check(digest)


def _small(folder: Path) -> None:
    """Take a folder of small documents in, as `harmtrace add` does: durable with their entries, batch by batch."""
    (folder / "in").mkdir()
    for number in range(SMALL):
        (folder / "in" / f"{number}.txt").write_text(f"On 3 May 2031 {number} people were killed in Ostrel.\n")
    create_case(folder / "small")
    start = time.perf_counter()
    add(folder / "small", [folder / "in"])
    _say("small documents, durable (add)", SMALL / (time.perf_counter() - start), "documents/s")


def _bulk(folder: Path) -> None:
    drafts = [
        Draft(
            act=Act.COLLECT,
            kind="document",
            says={"run": 1},
            rows=(Rows(table="documents", first=number, last=number, root="ab" * 32),),
        )
        for number in range(BULK)
    ]

    def bulk(number: int) -> None:
        with create_case(folder / f"bulk{number}").writing() as connection:
            entries.append(connection, drafts)

    _say("entries in bulk, durable", BULK / _best(bulk), "entries/s")


def _verified(folder: Path, sources: list[Path], digests: list[Sha256], plain: float) -> None:
    case = create_case(folder / "case")
    run = Run(id=RunId(0), command="add", inputs=(), rules=(), settings="", started=now())
    _put(case.vault, sources, digests)
    with case.writing() as connection:
        number = rows.begin_run(connection, run)
        rows.keep_originals(connection, number, [(digest, LARGE, "x.bin") for digest in digests])
        rows.finish_run(connection, number, finished=now(), counts={}, result="")
    taken = _best(lambda _: verify(folder / "case"))
    _say("verify, a case of large originals", LARGE * MANY_LARGE / 1e6 / taken, "MB/s", plain / taken)


if __name__ == "__main__":
    main()
