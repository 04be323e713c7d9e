"""Published casualty statements -> their fields, without a case."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from harmtrace import intake
from harmtrace import statements as stage
from harmtrace.records.entry import Issue
from harmtrace.records.statement import Statement


def statements(paths: Sequence[Path]) -> Iterator[tuple[Statement, ...] | Issue]:
    """Yield the statements of each document, and every issue of the files."""
    for item in intake.read(paths):
        match item:
            case Issue():
                yield item
            case intake.Taken():
                yield stage.read(item.document.text, item.document.id)
