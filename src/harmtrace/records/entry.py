"""Issue: one problem found in the data, kept, counted and shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A problem found in the data. Names the thing, the expectation and the finding.

    Attributes:
        code: short, stable, documented (``docs/issues.md``), e.g. ``row-coordinates``.
        document: id of the document, or the path of the file, or None.
        start, end: characters in the document (or the line number as ``start`` for tables), or None.
    """

    code: str
    message: str
    document: str | None = None
    start: int | None = None
    end: int | None = None
