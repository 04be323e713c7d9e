"""Documents as JSON: one record, a list of records, or one record a line."""

import json
import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from harmtrace.intake.archived import KEYS, of_metadata
from harmtrace.intake.folders import open_plain, too_large
from harmtrace.intake.given import FIELDS, NOTHING, Given, check
from harmtrace.intake.kinds import JSON
from harmtrace.intake.texts import decode, odd_characters, printable, without_surrogates
from harmtrace.language.zones import mark
from harmtrace.records.entry import Issue
from harmtrace.records.text import DateCandidate, Document, Sha256, ZoneKind

_BLOCK = 1 << 20


def document_of(
    record: object,
    name: str,
    *,
    digest: Sha256,
    line: int | None = None,
    given: Given = NOTHING,
    media: str = JSON,
    file: str | None = None,
) -> tuple[Document | None, list[Issue]]:
    """Return the document of one record, and what is wrong with it; None where it has no id or text.

    ``name`` is the file it stands in as messages name it (``file``: its id, where that is another);
    ``given`` fills what the record itself leaves out. A record of auto-archiver is turned into ours.
    """
    file = name if file is None else file
    where = name if line is None else f"{name}: line {line}"
    if not isinstance(record, dict):
        return None, [_issue("record", f"{where}: expected an object, found {type(record).__name__}", file, line)]
    if record.keys() >= KEYS and "text" not in record and isinstance(about := record["metadata"], dict):
        record = of_metadata(about, prefix=file, number=line or 1)
    key, text = record.get("id"), record.get("text")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not isinstance(key, str) or not key.strip():
        return None, [_issue("record-id", f"{where}: expected an 'id' that is text, found {_short(key)}", file, line)]
    key = printable(key)
    if not isinstance(text, str):
        message = f"{where}: record {key[:80]!r}: expected a 'text', found {_short(text)}"
        return None, [_issue("record-text", message, file, line)]
    if not text.strip():
        return None, [_issue("empty", f"{where}: record {key[:80]!r}: expected text, found none", key, line)]
    issues: list[Issue] = []
    if not text.isascii():
        text, issues = without_surrogates(text, key, line)
    if "\0" in text or not text.isascii():
        issues.extend(odd_characters(text, key, line))
    own = NOTHING
    if any(field in record for field in FIELDS):
        own, wrong = check(record, document=key, where=where, line=line)
        issues.extend(wrong)
    return _document(key, text, digest, own, given, media), issues


def _document(key: str, text: str, digest: Sha256, own: Given, given: Given, media: str) -> Document:
    language = own.language or given.language
    published = own.published or given.published
    zones = mark(text, language=language, title=own.title)
    return Document(
        id=key,
        text=text,
        sha256=digest,
        media=media,
        language=language,
        published=published,
        published_why="" if published is None else "given",
        dates=() if published is None else (DateCandidate(day=published, found="given"),),
        source=own.source or given.source,
        source_kind=own.source_kind or given.source_kind,
        url=own.url or given.url,
        title=own.title
        or next((text[zone.start : zone.end] for zone in zones if zone.kind is ZoneKind.TITLE), given.title),
        captured=own.captured or given.captured,
        zones=zones,
    )


def parse(text: str, name: str, line: int | None = None) -> tuple[object, list[Issue]]:
    """Return the value of a JSON text, or an issue that names line and column."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        row = error.lineno if line is None else line
        message = f"{name}: line {row}: expected JSON, found: {error.msg} at column {error.colno}"
        return None, [_issue("json", message, name, row)]
    except RecursionError:
        where = name if line is None else f"{name}: line {line}"
        return None, [_issue("json", f"{where}: expected JSON, found brackets nested too deep", name, line)]
    return value, []


def lines_of(path: Path, name: str, limit: int, seen: Callable[[bytes], None]) -> Iterator[tuple[int, bytes] | Issue]:
    """Yield number and bytes of each line that is not blank, holding one line at a time.

    A line above ``limit`` bytes is an issue, and is passed over in blocks. Every byte read goes to ``seen``.
    """
    opened = open_plain(path, name)
    if isinstance(opened, Issue):
        yield opened
        return
    number = 0
    with os.fdopen(opened[0], "rb", buffering=_BLOCK) as file:
        while line := file.readline(limit + 1):
            seen(line)
            number += 1
            if len(line) > limit and not line.endswith(b"\n"):
                size = len(line)
                while (more := file.readline(_BLOCK)) and not more.endswith(b"\n"):
                    seen(more)
                    size += len(more)
                seen(more)
                yield too_large(path, name, size + len(more), limit, line=number)
            elif not line.isspace():
                yield number, line


def text_of_line(line: bytes, name: str, number: int) -> tuple[str | None, list[Issue]]:
    """Return a JSON line as text; None where it is no text at all."""
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8"), []
    except UnicodeDecodeError:
        decoded = decode(line, name, line=number)
        return decoded.text, list(decoded.issues)


def hash_of(path: Path, name: str) -> tuple[Sha256, int] | Issue:
    """Return SHA-256 and size of a file, read in blocks."""
    opened = open_plain(path, name)
    if isinstance(opened, Issue):
        return opened
    digest, size = sha256(), 0
    with os.fdopen(opened[0], "rb", buffering=0) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return Sha256(digest.hexdigest()), size


def _issue(code: str, message: str, name: str, line: int | None) -> Issue:
    return Issue(code=code, message=message, document=name, start=line)


def _short(value: object) -> str:
    return "none" if value is None else type(value).__name__ if not isinstance(value, str) else repr(value[:40])
