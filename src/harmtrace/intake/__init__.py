"""Edges: files and folders in, documents with marked zones out; every fault named in place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath

from harmtrace.intake.folders import MEDIA, Found, FoundTable, read_plain, walk
from harmtrace.intake.given import NOTHING, Given
from harmtrace.intake.jsons import document_of, hash_of, lines_of, parse, text_of_line
from harmtrace.intake.pages import read_page
from harmtrace.intake.texts import decode, printable
from harmtrace.language.zones import mark
from harmtrace.records.entry import Issue
from harmtrace.records.text import DateCandidate, Document, Sha256, ZoneKind

FILE_BYTES = 50_000_000
LINE_BYTES = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One original file taken in.

    Attributes:
        path: where it lies now.
        size: in bytes.
        media: media type by its ending.
        data: its bytes where they were held anyway; None for a file of records, to be read from ``path``.
    """

    path: Path
    sha256: Sha256
    size: int
    media: str
    data: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One document, and the hash of the original file that it was read from; the line where it is one of records."""

    document: Document
    original: Sha256
    line: int | None = None


Item = Taken | Original | Issue


def read(
    paths: Sequence[Path], *, file_bytes: int = FILE_BYTES, line_bytes: int = LINE_BYTES
) -> Iterator[Taken | Original | Issue]:
    """Yield the documents below some paths, each original before its documents, issues in place.

    The order is that of the sorted paths and names. One file, or one line of a file of
    records, is held at a time. Of two documents with one id the first is kept.
    """
    for item in _read(paths, file_bytes, line_bytes):
        yield _storable(item) if isinstance(item, Issue) else item


def _storable(issue: Issue) -> Issue:
    """Return an issue whose words UTF-8 can hold, whatever bytes a file's name has."""
    document = None if issue.document is None else printable(issue.document)
    return replace(issue, message=printable(issue.message), document=document)


def _read(paths: Sequence[Path], file_bytes: int, line_bytes: int) -> Iterator[Item]:
    places: dict[str, str] = {}
    for found in walk(paths):
        if isinstance(found, Issue):
            yield found
        elif isinstance(found, FoundTable):
            yield _original(found.path, found.data, "text/csv")
        else:
            items = _records(found, line_bytes) if found.media == "application/jsonl" else _file(found, file_bytes)
            yield from _first_of_each(items, str(found.path), places)


def extract(
    data: bytes, name: str, *, given: Given = NOTHING, where: str | None = None
) -> tuple[tuple[Document, ...], tuple[Issue, ...]]:
    """Return the documents of one file's bytes, and what is wrong with them. Reads by the name's ending.

    ``name`` becomes the document's id (records bring their own); ``where`` stands for the file in messages.

    >>> documents, issues = extract(b"Two people died on Monday.", "a/report.txt")
    >>> documents[0].id, documents[0].text, issues
    ('a/report.txt', 'Two people died on Monday.', ())
    """
    digest = Sha256(sha256(data).hexdigest())
    media = MEDIA.get(PurePosixPath(name).suffix.lower(), "text/plain")
    if not data:
        return (), (Issue(code="empty", message=f"{where or name}: expected text, found 0 bytes", document=name),)
    if media == "application/jsonl":
        return _all_records(data, name, digest, given)
    if media == "text/html":
        data, declared = _declared(data)
        decoded = decode(data, name)
        issues = () if declared else decoded.issues
    else:
        decoded = decode(data, name)
        issues = decoded.issues
    if decoded.text is None:
        return (), issues
    if media == "application/json":
        documents, more = _json(decoded.text, name, digest, given)
        return documents, issues + more
    document = (
        _page(decoded.text, name, digest, given) if media == "text/html" else _text(decoded.text, name, digest, given)
    )
    if not document.text.strip():
        empty = Issue(code="empty", message=f"{where or name}: expected text, found none to read", document=name)
        return (), (*issues, empty)
    return (document,), issues + _disagreeing(document)


def _text(text: str, name: str, digest: Sha256, given: Given) -> Document:
    zones = mark(text, language=given.language, title=given.title)
    return Document(
        id=name,
        text=text,
        sha256=digest,
        media="text/plain",
        language=given.language,
        published=given.published,
        published_why="" if given.published is None else "given",
        dates=() if given.published is None else (DateCandidate(day=given.published, found="given"),),
        source=given.source,
        source_kind=given.source_kind,
        url=given.url,
        title=given.title or next((text[zone.start : zone.end] for zone in zones if zone.kind is ZoneKind.TITLE), None),
        captured=given.captured,
        zones=zones,
    )


def _page(markup: str, name: str, digest: Sha256, given: Given) -> Document:
    page = read_page(markup, url=given.url)
    dates = page.dates
    if given.published is not None:
        dates = (DateCandidate(day=given.published, found="given"), *dates)
    best = next((candidate for candidate in dates if not candidate.found.startswith("updated")), None)
    return Document(
        id=name,
        text=page.text,
        sha256=digest,
        media="text/html",
        language=given.language or page.language,
        published=None if best is None else best.day,
        published_why="" if best is None else best.found,
        dates=dates,
        source=given.source or page.source,
        source_kind=given.source_kind,
        url=page.url,
        title=given.title or page.title,
        captured=given.captured,
        zones=page.zones,
    )


def _disagreeing(document: Document) -> tuple[Issue, ...]:
    """Return an issue where days of publication lie more than a day apart (zones explain one)."""
    days = {c.day: c.found for c in document.dates if len(c.day) == 10 and not c.found.startswith("updated")}
    if len(days) < 2:
        return ()
    read_days = sorted(date.fromisoformat(day) for day in days)
    if (read_days[-1] - read_days[0]).days <= 1:
        return ()
    listed = "; ".join(f"{day} ({found})" for day, found in days.items())
    message = f"{document.id}: expected one day of publication, found {listed}; {document.published} is used"
    return (Issue(code="published-disagrees", message=message, document=document.id),)


def _declared(data: bytes) -> tuple[bytes, bool]:
    """Return a page's bytes as UTF-8 where it declares another encoding and is no UTF-8 itself."""
    try:
        data.decode()
    except UnicodeDecodeError:
        head = data[:2048].decode("latin-1").lower()
        at = head.find("charset=")
        name = (
            ""
            if at < 0
            else head[at + 8 : at + 40].strip("\"' ").split('"')[0].split("'")[0].split(">")[0].strip(" /;")
        )
        name = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "iso-8859-6": "iso-8859-6"}.get(name, name)
        if name in ("", "utf-8", "utf8"):
            return data, False
        try:
            return data.decode(name).encode(), True
        except (LookupError, UnicodeError):
            return data, False
    return data, False


def _json(text: str, name: str, digest: Sha256, given: Given) -> tuple[tuple[Document, ...], tuple[Issue, ...]]:
    value, issues = parse(text, name)
    if issues:
        return (), tuple(issues)
    documents: list[Document] = []
    for record in value if isinstance(value, list) else (value,):
        document, wrong = document_of(record, name, digest=digest, given=given)
        issues.extend(wrong)
        if document is not None:
            documents.append(document)
    return tuple(documents), tuple(issues)


def _all_records(
    data: bytes, name: str, digest: Sha256, given: Given
) -> tuple[tuple[Document, ...], tuple[Issue, ...]]:
    documents: list[Document] = []
    issues: list[Issue] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            document, wrong = _record(line, name, number, digest, given)
            issues.extend(wrong)
            if document is not None:
                documents.append(document)
    return tuple(documents), tuple(issues)


def _record(line: bytes, name: str, number: int, digest: Sha256, given: Given) -> tuple[Document | None, list[Issue]]:
    text, issues = text_of_line(line, name, number)
    if text is None:
        return None, issues
    value, wrong = parse(text, name, number)
    if wrong:
        return None, issues + wrong
    document, odd = document_of(value, name, digest=digest, line=number, given=given)
    return document, issues + odd


def _file(found: Found, limit: int) -> Iterator[Item]:
    data = read_plain(found.path, found.name, limit)
    if isinstance(data, Issue):
        yield data
        return
    documents, issues = extract(data, found.name, given=found.given, where=str(found.path))
    if documents:
        original = _original(found.path, data, found.media)
        yield original
    yield from issues
    for document in documents:
        yield Taken(document=document, original=document.sha256)


def _records(found: Found, limit: int) -> Iterator[Item]:
    """Yield the documents of a file of records, which is read twice: for its hash, then line by line."""
    hashed = hash_of(found.path, found.name)
    if isinstance(hashed, Issue):
        yield hashed
        return
    digest, size = hashed
    again = sha256()
    told = False
    if size == 0:
        yield Issue(code="empty", message=f"{found.path}: expected records, found 0 bytes", document=found.name)
    for line in lines_of(found.path, found.name, limit, again.update):
        if isinstance(line, Issue):
            yield line
            continue
        document, issues = _record(line[1], found.name, line[0], digest, found.given)
        yield from issues
        if document is None:
            continue
        if not told:
            told = True
            yield Original(path=found.path, sha256=digest, size=size, media=found.media)
        yield Taken(document=document, original=digest, line=line[0])
    if again.hexdigest() != digest:
        message = f"{found.path}: expected one content, found that it changed while it was read"
        yield Issue(code="file-changed", message=message, document=found.name)


def _original(path: Path, data: bytes, media: str) -> Original:
    return Original(path=path, sha256=Sha256(sha256(data).hexdigest()), size=len(data), media=media, data=data)


def _first_of_each(items: Iterator[Item], path: str, places: dict[str, str]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Taken):
            key = item.document.id
            place = path if item.line is None else f"{path}: line {item.line}"
            if key in places:
                other = "an earlier record of the same file" if places[key] == place else places[key]
                message = f"{place}: the id {key!r} is taken by {other} already; the first is kept"
                yield Issue(code="duplicate-id", message=message, document=key, start=item.line)
                continue
            places[key] = place
        yield item
