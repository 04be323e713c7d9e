"""One file's bytes to documents: the reader for its kind, and for what lies in it."""

from collections.abc import Callable, Generator, Mapping
from datetime import date
from io import BytesIO
from typing import IO

from harmtrace.intake import archives, exports, feeds, mails, pdfs, warcs, words
from harmtrace.intake.jsons import document_of, parse, text_of_line
from harmtrace.intake.kinds import CSV, DOCX, HTML, JSON, MAIL, MHTML, PDF, RECORDS, TEXT, WACZ, WARC, XML, ZIP
from harmtrace.intake.pages import read_page
from harmtrace.intake.parts import Part, Read, made_by
from harmtrace.intake.texts import decode, decode_markup, odd_characters
from harmtrace.language.zones import mark
from harmtrace.records.entry import Issue
from harmtrace.records.text import DateCandidate, Document, ZoneKind


def open_bytes(data: bytes, media: str, part: Part) -> Read:
    """Yield the documents of one file's or part's bytes, and what is wrong with them."""
    if media in _READERS:
        return _READERS[media](data, part)
    if media == MAIL:
        return mails.read(data, part, open_one=open_bytes)
    if media == MHTML:
        return mails.read_mhtml(data, part, open_one=open_bytes)
    return open_file(BytesIO(data), media, part, size=len(data))


def open_file(file: IO[bytes], media: str, part: Part, *, size: int) -> Read:
    """Yield the documents of an archive that is read from an open file."""
    if media == WARC:
        return warcs.read(file, part, open_one=open_bytes)
    if media == WACZ:
        return warcs.read_wacz(file, part, open_one=open_bytes)
    if media == ZIP:
        return archives.read_zip(file, part, open_one=open_bytes)
    return archives.read_gzip(file, part, size=size, open_one=open_bytes)


# ---- kinds that need no library of their own


def _texts(data: bytes, part: Part) -> Read:
    text = yield from _decoded(data, part)
    if text is not None:
        yield _text(text, part)


def _decoded(data: bytes, part: Part) -> Generator[Document | Issue, None, str | None]:
    """Yield what is wrong with the letters of a file and return its text, None where it has none."""
    decoded = decode(data, part.name)
    yield from decoded.issues
    if decoded.text is None:
        return None
    if not decoded.text.strip():
        yield _empty(part)
        return None
    return decoded.text


def _text(text: str, part: Part) -> Document:
    given = part.given
    zones = mark(text, language=given.language, title=given.title)
    return Document(
        id=part.name,
        text=text,
        sha256=part.original,
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


def _pages(data: bytes, part: Part) -> Read:
    decoded = decode_markup(data, part.name)
    declared = False
    if decoded.issues:  # so it is no UTF-8
        data, declared = _declared(data)
        decoded = decode_markup(data, part.name) if declared else decoded
    if not declared:
        yield from decoded.issues
    if decoded.text is None:
        return
    document = _page(decoded.text, part)
    if not document.text.strip():
        yield _empty(part)
        return
    yield from odd_characters(document.text, part.name)
    yield document
    yield from _disagreeing(document)


def _page(markup: str, part: Part) -> Document:
    given = part.given
    page = read_page(markup, url=given.url)
    dates = page.dates
    if given.published is not None:
        dates = (DateCandidate(day=given.published, found="given"), *dates)
    best = next((candidate for candidate in dates if not candidate.found.startswith("updated")), None)
    return Document(
        id=part.name,
        text=page.text,
        sha256=part.original,
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
        author=page.author,
        derived=made_by("resiliparse", "the article of the page, by harmtrace's rules"),
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


def _json(data: bytes, part: Part) -> Read:
    text = yield from _decoded(data, part)
    if text is None:
        return
    value, issues = parse(text, part.name)
    yield from issues
    if issues:
        return
    for record in value if isinstance(value, list) else (value,):
        document, wrong = document_of(record, part.name, digest=part.original, given=part.given)
        yield from wrong
        if document is not None:
            yield document


def _records(data: bytes, part: Part) -> Read:
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            document, wrong = record_of(line, part, number)
            yield from wrong
            if document is not None:
                yield document


def record_of(line: bytes, part: Part, number: int) -> tuple[Document | None, list[Issue]]:
    """Return the document of one line of a file of records, and what is wrong with it."""
    text, issues = text_of_line(line, part.name, number)
    if text is None:
        return None, issues
    value, wrong = parse(text, part.name, number)
    if wrong:
        return None, issues + wrong
    document, odd = document_of(value, part.name, digest=part.original, line=number, given=part.given)
    return document, issues + odd


def _empty(part: Part) -> Issue:
    return Issue(code="empty", message=f"{part.where}: expected text, found none to read", document=part.name)


_READERS: Mapping[str, Callable[[bytes, Part], Read]] = {
    TEXT: _texts,
    HTML: _pages,
    JSON: _json,
    RECORDS: _records,
    PDF: pdfs.read,
    DOCX: words.read,
    XML: feeds.read,
    CSV: exports.read,
}
