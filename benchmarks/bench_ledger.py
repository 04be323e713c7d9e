"""Measures vault, ledger and verify beside plain hashlib and the bare disk in one run; writes it into docs/evidence.md.

    python -m benchmarks.bench_ledger

Processor time and, beside it, the clock, each the best of several rounds; small documents by the clock, because what
counts there is the disk. ``HARMTRACE_BENCH`` names the folder (the disk) to work in.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from harmtrace.pipeline.running import add
from harmtrace.pipeline.verifying import verify
from harmtrace.records.entry import Act, Draft, Rows
from harmtrace.records.text import Sha256
from harmtrace.store import Vault, create_case, entries, now, rows
from harmtrace.store.copying import write_all
from harmtrace.store.rows import Run, RunId

LARGE, MANY_LARGE, SMALL, BULK, ROUNDS = 32_000_000, 4, 3_000, 100_000, 4
PAGE = Path(__file__).parents[1] / "docs" / "evidence.md"
HEAD = "## Measured\n"
Cost = tuple[float, float]
"""Seconds of processor time, seconds by the clock."""


def main() -> None:
    """Measure, print, and write the table into the page."""
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
        lines = [_line("hashlib SHA-256 of the files", size, plain, plain)]
        disk = _best(lambda number: _written(folder / f"plain{number}", originals))
        lines.append(_line("the disk alone: `write` and `fsync` of the same bytes", size, disk, plain))
        put = _best(lambda number: _put(Vault(folder / f"vault{number}"), sources, digests))
        lines.append(_line("vault takes them in, hashed and durable", size, put, plain))
        got = _best(lambda _: _check(Vault(folder / "vault0"), digests))
        lines.append(_line("vault checks them", size, got, plain))
        lines.append(_line("`verify`, a case of them", size, _verified(folder, sources, digests), plain))
        rates = [_small(folder), _bulk(folder)]
    _write(lines, rates)


def _line(what: str, size: float, cost: Cost, plain: Cost) -> str:
    rates = " | ".join(f"{size / one:,.0f} | {of / one:.2f}" for one, of in zip(cost, plain, strict=True))
    print(line := f"| {what} | {rates} |")
    return line


def _write(lines: Sequence[str], rates: Sequence[str]) -> None:
    """Put the table at the end of the page, in place of the one before."""
    told = (
        f"{HEAD}\n`python -m benchmarks.bench_ledger`: {MANY_LARGE} files of {LARGE / 1e6:.0f} MB, the best of\n"
        f"{ROUNDS} rounds in one run, by processor time and by the clock, each beside hashlib's. Files are in\n"
        "the cache when they are read; the disk is a virtual machine's ([ADR 18](adr/0018-past-the-page-cache.md)).\n\n"
        "| what | MB/s, processor | of hashlib | MB/s, clock | of hashlib |\n| --- | --- | --- | --- | --- |\n"
    )
    before = PAGE.read_text(encoding="utf-8").partition(HEAD)[0].rstrip()
    PAGE.write_text(f"{before}\n\n{told}" + "\n".join(lines) + "\n\n" + "\n".join(rates) + "\n", encoding="utf-8")


def _written(folder: Path, bodies: Sequence[bytes]) -> None:
    folder.mkdir()
    for number, body in enumerate(bodies):
        with (folder / str(number)).open("xb", buffering=0) as file:
            write_all(file.fileno(), body)
            os.fsync(file.fileno())


def _best(work: Callable[[int], object]) -> Cost:
    found = []
    for number in range(ROUNDS):
        start, clock = time.process_time(), time.perf_counter()
        work(number)
        found.append((time.process_time() - start, time.perf_counter() - clock))
    return min(one for one, _ in found), min(one for _, one in found)


def _put(vault: Vault, sources: list[Path], digests: list[Sha256]) -> None:
    for path, digest in zip(sources, digests, strict=True):
        vault.put_file(digest, path)


def _check(vault: Vault, digests: list[Sha256]) -> None:
    for digest in digests:
        vault.check(digest)


def _small(folder: Path) -> str:
    """Take a folder of small documents in, as `harmtrace add` does: durable with their entries, batch by batch."""
    (folder / "in").mkdir()
    for number in range(SMALL):
        (folder / "in" / f"{number}.txt").write_text(f"On 3 May 2031 {number} people were killed in Ostrel.\n")
    create_case(folder / "small")
    start = time.perf_counter()
    add(folder / "small", [folder / "in"])
    rate = SMALL / (time.perf_counter() - start)
    print(line := f"- Small documents, durable (`add`, by the clock): {rate:,.0f} documents/s")
    return line


def _bulk(folder: Path) -> str:
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

    print(line := f"- Entries in bulk, durable: {BULK / _best(bulk)[0]:,.0f} entries/s of processor time")
    return line


def _verified(folder: Path, sources: list[Path], digests: list[Sha256]) -> Cost:
    case = create_case(folder / "case")
    run = Run(id=RunId(0), command="add", inputs=(), rules=(), settings="", started=now())
    _put(case.vault, sources, digests)
    with case.writing() as connection:
        number = rows.begin_run(connection, run)
        rows.keep_originals(connection, number, [(digest, LARGE, "x.bin") for digest in digests])
        rows.finish_run(connection, number, finished=now(), counts={}, result="")
    return _best(lambda _: verify(folder / "case"))


if __name__ == "__main__":
    main()
