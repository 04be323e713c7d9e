"""A document read, or, where the rules fail on it, said to be unread: one text must not stop the others."""

from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb

from harmtrace.claims.reader import read
from harmtrace.language import languages
from harmtrace.language.places import Gazetteer
from harmtrace.records.claim import Reading
from harmtrace.records.entry import Issue
from harmtrace.records.text import Document

NOT_READ = "not-read"


def attempt(document: Document, *, gazetteer: Gazetteer, on: str | None = None, tags: Sequence[str] = languages.DEFAULT) -> Reading:
    """Return what one document says; where reading fails, a reading without claims and with an issue that says so.

    The issue names the error's kind and the place in the program, not its words: those may be words of the document.
    """
    try:
        return read(document, gazetteer=gazetteer, on=on, tags=tags)
    except Exception as error:  # noqa: BLE001 - whatever the fault is, the other documents are to be read
        last = extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name} line {last.lineno}"
        message = f"{document.id}: expected a text that the rules can read, found one on which they fail ({type(error).__name__}, {place}); no claim of it was read"
        issue = Issue(code=NOT_READ, message=message, document=document.id)
        return Reading(document=document.id, claims=(), accounts=(), set_aside=(), issues=(issue,), reference=None, reference_why="")
