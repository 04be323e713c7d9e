"""Documents -> what each says: claims, accounts, numbers set aside."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import harmtrace
from harmtrace import claims as stage
from harmtrace import intake
from harmtrace.errors import PeriodError, UsageError
from harmtrace.intake import gazetteers
from harmtrace.intake.sandbox import Sandbox
from harmtrace.language.places.gazetteer import Gazetteer
from harmtrace.pipeline.progress import Progress
from harmtrace.records.claim import Reading
from harmtrace.records.entry import Issue
from harmtrace.records.measure import Period
from harmtrace.records.proposal import Difference, Proposed
from harmtrace.records.text import Document
from harmtrace.settings import Settings
from harmtrace.store import Case, rows

#: Reads a document once more after the rules: what other engines say of it, and where engines differ.
Reads: TypeAlias = Callable[[Document, Reading, Gazetteer], Iterable[Proposed | Difference]]


def claims(
    paths: Sequence[Path],
    *,
    gazetteer: Sequence[Path] = (),
    on: str | None = None,
    sandbox: Sandbox | None = None,
    beside: Reads | None = None,
) -> Iterator[Reading | Proposed | Difference | Issue]:
    """Yield what each document says, without a case, and every issue of the files.

    ``on`` is the reference day (EDTF) for documents that have none; ``sandbox`` opens the files; ``beside`` reads
    each document once more.

    Raises:
        UsageError: ``on`` is no date.
        GazetteerError: a gazetteer has no usable header.
    """
    if on is not None and not _is_date(on):
        raise UsageError(f"--on: expected a day (2017-03-25) or another EDTF date (2017-03), found {on!r}")
    places, issues = gazetteers.load(gazetteer)
    yield from issues
    for item in intake.read(paths, sandbox=sandbox):
        match item:
            case Issue():
                yield item
            case intake.Taken():
                reading = stage.attempt(item.document, gazetteer=places, on=on)
                yield reading
                yield from not_read(reading.issues)
                if beside is not None:
                    yield from beside(item.document, reading, places)


def not_read(issues: Iterable[Issue]) -> Iterator[Issue]:
    """Yield those of the issues that say that a document could not be read at all."""
    return (one for one in issues if one.code == stage.NOT_READ)


def _is_date(text: str) -> bool:
    try:
        period = Period.of(text)
    except PeriodError:
        return False
    return period.first is not None or period.last is not None or not period.year_known


def read_anew(case: Case, settings: Settings, *, progress: Progress) -> int:
    """Read every document that has no reading by the present rules; return how many."""
    with case_gazetteer(case) as (gazetteer, mark):
        inputs = inputs_of(settings, mark)
        done = 0
        progress("reading claims", 0)
        while True:
            with case.reading() as connection:
                page = rows.unread(connection, rules=stage.RULES_VERSION, inputs=inputs)
            if not page:
                return done
            readings = [stage.attempt(document, gazetteer=gazetteer, tags=settings.languages) for document in page]
            with case.writing() as connection:
                rows.keep_readings(connection, readings, rules=stage.RULES_VERSION, inputs=inputs)
            done += len(page)
            progress("reading claims", done)


@contextmanager
def case_gazetteer(case: Case) -> Iterator[tuple[Gazetteer, str]]:
    """Give the gazetteer of a case and a hash of the files that it rests on."""
    with case.reading() as connection:
        held = rows.gazetteers(connection)
    with TemporaryDirectory(prefix="harmtrace-") as folder:
        # Under their own names, which the places carry: in the vault they have none.
        paths = [Path(folder) / name for name, _ in held]
        for path, (_, digest) in zip(paths, held, strict=True):
            path.write_bytes(case.vault.get(digest))
        # What is wrong with their rows was recorded when they were taken in.
        gazetteer, _ = gazetteers.load(paths)
        yield gazetteer, sha256(repr(held).encode()).hexdigest()[:16]


def inputs_of(settings: Settings, gazetteer: str) -> str:
    """Return a hash of all that a reading follows from beside the document and the rules."""
    parts = (gazetteer, settings.languages, rows.READING_SHAPE, harmtrace.__version__)
    return sha256(repr(parts).encode()).hexdigest()[:16]
