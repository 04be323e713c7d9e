"""Measures speed and memory on one core, beside spaCy, dateparser and quantulum3 in the same run.

Writes ``benchmarks/results/speed.json`` and ``docs/speed.md``. Times are for people to read; no test asserts one.
"""

import argparse
import json
import math
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[_name] = "1"

from benchmarks import generate  # noqa: E402
from harmtrace.claims import read  # noqa: E402
from harmtrace.intake import gazetteers  # noqa: E402
from harmtrace.records.text import Document, Sha256  # noqa: E402

T = TypeVar("T")
SEED = 20210511
SIZES = (1_000, 10_000)
FULL_SIZES = (1_000, 10_000, 100_000)
PAGE = ROOT / "docs" / "speed.md"
RESULTS = ROOT / "benchmarks" / "results" / "speed.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many texts one reader took in a second of processor time, the best of its rounds."""

    what: str
    texts: int
    per_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """One whole ``harmtrace run`` in a process of its own; ``stages`` is processor time by what it told of itself."""

    documents: int
    seconds: float
    per_s: float
    cpu_s: float
    peak_mib: float
    exit_code: int
    stages: tuple[tuple[str, float], ...]


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="also the whole run on 100,000 documents")
    parser.add_argument("--no-peers", action="store_true", help="leave the other libraries out")
    parser.add_argument("--no-run", action="store_true", help="leave the whole run out")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="also read the plain texts of a folder of yours")
    arguments = parser.parse_args()
    _one_core()
    rates = list(_rates(peers=not arguments.no_peers, texts=arguments.texts))
    sizes = () if arguments.no_run else FULL_SIZES if arguments.full else SIZES
    runs = [_whole(count) for count in sizes]
    page = _page(rates, runs)
    print(page)
    result = {"machine": _machine(), "rates": [asdict(rate) for rate in rates], "runs": [asdict(run) for run in runs]}
    if runs:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(page, encoding="utf-8")
        print(f"wrote {RESULTS.relative_to(ROOT)} and {PAGE.relative_to(ROOT)}", file=sys.stderr)


def _rates(*, peers: bool, texts: Path | None = None) -> Iterable[Rate]:
    for language in generate.FILES:
        relevant = [
            _document(number, record)
            for number, record in enumerate(generate.documents(SEED, 2_000, language=language))
        ]
        irrelevant = generate.irrelevant(SEED, 4_000, language=language)
        nothing = [_document(number, {"text": text, "language": language}) for number, text in enumerate(irrelevant)]
        with tempfile.TemporaryDirectory(prefix="harmtrace-bench-") as folder:
            places, _ = gazetteers.load([generate.write_gazetteer(Path(folder), SEED, language=language)])
        reader = partial(read, gazetteer=places, on=None)
        name = "" if language == "en" else " (Arabic)"
        yield _rate(f"harmtrace, text to claims{name}", reader, relevant)
        yield _rate(f"harmtrace, irrelevant text{name}", reader, nothing)
        if language == "en":
            english = [document.text for document in relevant]
    if texts is not None:
        yield _rate("harmtrace, the texts given", reader, _given(texts))
    if peers:
        yield from _peers(english)


def _given(folder: Path) -> list[Document]:
    """Return the plain texts of a folder, again and again until there are enough of them to be timed."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        raise SystemExit(f"{folder}: no file ends in .txt")
    return [_document(number, {"text": text}) for number, text in enumerate(texts * math.ceil(100 / len(texts)))]


def _peers(texts: list[str]) -> Iterable[Rate]:
    """Yield the others' rates; each reads as many of the same texts as it gets through in decent time."""
    import spacy
    from dateparser.search import search_dates
    from quantulum3 import parser

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    yield _rate("spaCy blank('en') + sentencizer", lambda text: list(nlp(text).sents), texts[:400])
    yield _rate("quantulum3 parser.parse", parser.parse, texts[:20], rounds=2)
    yield _rate("dateparser search_dates", partial(search_dates, languages=["en"]), texts[:10], rounds=2)


def _document(number: int, record: dict[str, str]) -> Document:
    return Document(
        id=f"d{number}",
        text=record["text"],
        sha256=Sha256("0" * 64),
        language=record.get("language", "en"),
        published=record.get("published"),
        source=record.get("source"),
    )


def _rate(what: str, reader: Callable[[T], object], texts: Sequence[T], *, rounds: int = 3) -> Rate:
    for text in texts[:5]:
        reader(text)
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            reader(text)
        best = min(best, time.process_time() - start)
    rate = Rate(what=what, texts=len(texts), per_s=round(len(texts) / best, 1))
    print(f"{rate.what:34} {rate.per_s:>10,.1f} texts/s {best * 1000 / len(texts):9.3f} ms a text", file=sys.stderr)
    return rate


def _whole(count: int) -> Whole:
    with tempfile.TemporaryDirectory(prefix="harmtrace-bench-") as name:
        folder = Path(name)
        gazetteer_file = generate.write_case(folder, SEED, count)
        command = [sys.executable, "-m", "benchmarks.one_run", str(folder / "documents"), str(gazetteer_file)]
        command += [str(folder / "case"), str(folder / "stages.json")]
        start = time.perf_counter()
        with (folder / "out").open("w") as out:
            process = subprocess.Popen(command, stdout=out, stderr=out, cwd=ROOT)
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            print((folder / "out").read_text(encoding="utf-8")[-2_000:], file=sys.stderr)
        stages = json.loads((folder / "stages.json").read_text(encoding="utf-8"))
    run = Whole(
        documents=count,
        seconds=round(seconds, 2),
        per_s=round(count / seconds, 1),
        cpu_s=round(usage.ru_utime + usage.ru_stime, 2),
        peak_mib=round(usage.ru_maxrss / 1024, 1),
        exit_code=process.returncode,
        stages=tuple((name, round(spent, 2)) for name, spent in stages),
    )
    print(f"run on {count:,}: {run.seconds} s, {run.per_s} documents/s, {run.peak_mib} MiB", file=sys.stderr)
    return run


def _page(rates: list[Rate], runs: list[Whole]) -> str:
    own = rates[0].per_s
    lines = [
        "# Speed and memory",
        "",
        "Written by `make bench` (`make bench-full` for the largest case): one process on one core, generated texts",
        f"of about {generate.SIZE:,} characters with ten claims each, in English unless said, all in one run.",
        _machine(),
        "Rates are per second of processor time (a busy machine changes them little); whole runs are by the clock.",
        "",
        "| reader | texts/s | wanted | harmtrace is |",
        "| --- | --- | --- | --- |",
        *(f"| {rate.what} | {rate.per_s:,.1f} | {_wanted(rate)} | {_times(own, rate)} |" for rate in rates),
        "",
        "The others do less (sentences, dates, quantities); they stand here because one would otherwise build on them.",
    ]
    if runs:
        lines += [
            "",
            "`harmtrace run`, everything from files to report:",
            "",
            "| documents | s | processor s | documents/s | peak MiB |",
        ]
        lines += ["| --- | --- | --- | --- | --- |"]
        lines += [
            f"| {run.documents:,} | {run.seconds:,.1f} | {run.cpu_s:,.1f} | {run.per_s:,.1f} | {run.peak_mib:,.0f} |"
            for run in runs
        ]
        lines += ["", *(_growth(a, b) for a, b in pairwise(runs)), *_stages(runs[-1])]
    return "\n".join(lines) + "\n"


def _stages(run: Whole) -> list[str]:
    """Say where the time of one run went."""
    return [
        f"Where the processor time of {run.documents:,} documents goes, in milliseconds a document:",
        "",
        "| stage | ms |",
        "| --- | --- |",
        *(f"| {name} | {spent * 1000 / run.documents:.2f} |" for name, spent in run.stages),
    ]


#: What was set out to be reached, texts a second; the English reader is also wanted at 1.5 times spaCy's sentencizer.
_GOALS = {
    "harmtrace, text to claims": 1_500,
    "harmtrace, irrelevant text": 15_000,
    "harmtrace, text to claims (Arabic)": 1_200,
}


def _wanted(rate: Rate) -> str:
    goal = _GOALS.get(rate.what)
    return "" if goal is None else f"{goal:,}, {'met' if rate.per_s >= goal else 'not met'}"


def _times(own: float, rate: Rate) -> str:
    return "" if rate.what.startswith("harmtrace") else f"{own / rate.per_s:,.1f} times as fast"


def _growth(a: Whole, b: Whole) -> str:
    """Compare the measured exponent with that of n log n over the same sizes."""
    ratio = math.log(b.documents / a.documents)
    exponent = math.log(b.cpu_s / a.cpu_s) / ratio
    allowed = 1 + math.log(math.log(b.documents) / math.log(a.documents)) / ratio
    sizes = f"From {a.documents:,} to {b.documents:,}"
    return f"{sizes} its cost (processor time) grows as n^{exponent:.2f} (n log n would be n^{allowed:.2f}).\n"


def _machine() -> str:
    parts = [f"Python {platform.python_version()}"]
    for name in ("spacy", "dateparser", "quantulum3"):
        try:
            parts.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return f"{', '.join(parts)}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end."


def _one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


if __name__ == "__main__":
    main()
