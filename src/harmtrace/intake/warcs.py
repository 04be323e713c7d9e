"""WARC and WACZ: archived responses that hold HTML or text become documents, with address and time of capture."""

import json
import zipfile
from collections.abc import Collection
from dataclasses import replace
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from harmtrace.intake.archives import Open
from harmtrace.intake.kinds import HTML, TEXT, media_of_type
from harmtrace.intake.packing import DAMAGE, PackError, unpacked, wrong_name
from harmtrace.intake.parts import DEEPEST, Part, Read

_TYPES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_BLOCK = 1 << 18
_PAGES = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_UNREADABLE = (OSError, ValueError, EOFError, RuntimeError, OverflowError)


def read(file: IO[bytes], part: Part, *, open_one: Open, pages: Collection[str] | None = None) -> Read:
    """Yield the documents of a WARC's responses, in order; each has the record's own id.

    Responses that are no success, and what is neither HTML, text, PDF nor a feed, are passed over: a capture of
    one page is made of hundreds of them. ``pages``: only what was captured from these addresses.
    """
    records = taken = 0
    try:
        for record in ArchiveIterator(file, record_types=_TYPES, parse_http=True, auto_decode="all"):
            records += 1
            media = _media(record, pages)
            if media is None:
                continue
            for item in _record(record, media, part, open_one):
                taken += 1
                yield item
    except _UNREADABLE as error:
        found = str(error)[:120] or type(error).__name__
        yield part.issue("damaged", "WARC records to the end", f"after {records:,} of them: {found}", done="rest lost")
        return
    if not records:
        yield part.issue("damaged", "WARC records", "none")
    elif not taken and pages is None:
        yield part.issue("empty", "a response that holds HTML or text", f"none in {records:,} records")


def _media(record: WarcRecord, pages: Collection[str] | None) -> str | None:
    """Return the kind of a record's content; None where it is passed over."""
    if record.is_http and record.is_http_parsed:
        if record.http_headers is None or record.http_headers.status_code not in (200, 203, 206):
            return None
        stated = record.http_content_type
    else:
        stated = record.headers.get("Content-Type")
    media = None if not stated else media_of_type(stated)
    if media is None or (pages is not None and record.headers.get("WARC-Target-URI") not in pages):
        return None
    return media


def _record(record: WarcRecord, media: str, part: Part, open_one: Open) -> Read:
    headers = record.headers
    address, key = (headers.get("WARC-Target-URI") or "").strip("<>"), (record.record_id or "").strip("<>")
    if address.endswith("/robots.txt"):
        return
    where = f"{part.where}: record {key or record.stream_pos}"
    whole = replace(part, where=where, name=key or f"{part.name}/{record.stream_pos}", depth=part.depth + 1)
    if whole.depth > DEEPEST:
        yield whole.issue("archive-limit", f"archives nested {DEEPEST} deep", "more")
        return
    data, size = [], 0
    while block := record.reader.read(_BLOCK):
        size += len(block)
        part.budget.bytes -= len(block)
        if size > part.file_bytes or part.budget.bytes < 0:
            most = min(part.file_bytes, max(part.budget.bytes + size, 0))
            yield whole.issue("archive-limit", f"a response of at most {most:,} bytes", "more")
            return
        data.append(block)
    if not size:
        return
    given = replace(
        part.given,
        url=part.given.url or address or None,
        captured=part.given.captured or headers.get("WARC-Date"),
    )
    yield from open_one(_recoded(b"".join(data), media, record), media, replace(whole, given=given))


def _recoded(data: bytes, media: str, record: WarcRecord) -> bytes:
    """Return text as UTF-8 where the response's header names another encoding, which wins over the page's own."""
    charset = record.http_charset if record.is_http and record.is_http_parsed else None
    if charset is None or media not in (HTML, TEXT) or charset.lower() in ("utf-8", "utf8"):
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        try:
            return data.decode({"iso-8859-1": "cp1252"}.get(charset.lower(), charset)).encode()
        except (LookupError, UnicodeError):
            return data
    return data


def read_wacz(file: IO[bytes], part: Part, *, open_one: Open) -> Read:
    """Yield the documents of a WACZ: of the pages that it lists, else of every response."""
    try:
        with zipfile.ZipFile(file) as pack:
            names = [info for info in pack.infolist() if wrong_name(info.filename, info.external_attr >> 16) is None]
            archives = [info for info in names if info.filename.lower().endswith((".warc", ".warc.gz"))]
            if not archives:
                yield part.issue("damaged", "a WACZ with WARC files", "none in it")
                return
            pages = _pages(pack, {info.filename: info for info in names}, part)
            found = False
            for info in sorted(archives, key=lambda one: one.filename):
                inner = replace(part, where=f"{part.where}/{info.filename}", depth=part.depth + 1)
                with pack.open(info) as warc:
                    for item in read(warc, inner, open_one=open_one, pages=pages):
                        found = True
                        yield item
            if not found:
                yield part.issue("empty", "a page that holds HTML or text", "none")
    except (PackError, *DAMAGE) as error:
        yield part.issue("damaged", "a WACZ", str(error)[:120] or type(error).__name__)


def _pages(pack: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], part: Part) -> frozenset[str] | None:
    """Return the addresses of the pages that a WACZ lists; None where it lists none."""
    found: set[str] = set()
    for name in _PAGES:
        if name not in names:
            continue
        for line in unpacked(pack, names[name], part).splitlines():
            try:
                page = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(page, dict) and isinstance(page.get("url"), str):
                found.add(page["url"])
    return frozenset(found) or None
