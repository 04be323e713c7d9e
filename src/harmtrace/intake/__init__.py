"""Edges: files and folders in, documents with marked zones out; every fault named in place."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from harmtrace.intake.folders import Found, FoundRecording, FoundTable, Walked, open_plain, read_plain, too_large, walk
from harmtrace.intake.given import NOTHING, Given
from harmtrace.intake.jsons import hash_of, lines_of
from harmtrace.intake.kinds import HTML, PLAIN, RECORDS, STREAMED, TEXT, WARC, media_of
from harmtrace.intake.opening import open_bytes, record_of
from harmtrace.intake.parts import FILE_BYTES, UNPACKED_BYTES, Part, Read
from harmtrace.intake.sandbox import Request, Sandbox
from harmtrace.intake.texts import printable
from harmtrace.records.entry import Issue
from harmtrace.records.text import Document, Sha256

if TYPE_CHECKING:
    from harmtrace.intake.fetching import Connector

LINE_BYTES = 10_000_000
# Pages of at most so many bytes go to the process that opens them together, so many at a time.
_SMALL_BYTES, _TOGETHER = 256_000, 16


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
    paths: Sequence[Path],
    *,
    file_bytes: int = FILE_BYTES,
    line_bytes: int = LINE_BYTES,
    sandbox: Sandbox | None = None,
    recorded: Callable[[Path], None] | None = None,
) -> Iterator[Taken | Original | Issue]:
    """Yield the documents below some paths, each original before its documents, issues in place.

    The order is that of the sorted paths and names. One file, some small pages, or one line of a file of
    records, is held at a time. Of two documents with one id the first is kept. All but
    plain text and JSON is opened in the sandbox (one of its own, where none is given).
    ``recorded`` is told the path of each recording; without it, recordings are issues.
    """
    with Sandbox() as own:
        for item in _read(paths, _Reader(sandbox or own, file_bytes, line_bytes), recorded):
            yield _storable(item) if isinstance(item, Issue) else item


def _storable(issue: Issue) -> Issue:
    """Return an issue whose words UTF-8 can hold, whatever bytes a file's name has."""
    document = None if issue.document is None else printable(issue.document)
    return replace(issue, message=printable(issue.message), document=document)


def extract(
    data: bytes, name: str, *, given: Given = NOTHING, where: str | None = None
) -> tuple[tuple[Document, ...], tuple[Issue, ...]]:
    """Return the documents of one file's bytes, and what is wrong with them. Reads by the name's ending.

    ``name`` becomes the document's id (records bring their own); ``where`` stands for the file in messages.
    The bytes are opened in this process: for what is known to be harmless, and for tests.

    >>> documents, issues = extract(b"Two people died on Monday.", "a/report.txt")
    >>> documents[0].id, documents[0].text, issues
    ('a/report.txt', 'Two people died on Monday.', ())
    """
    if not data:
        return (), (Issue(code="empty", message=f"{where or name}: expected text, found 0 bytes", document=name),)
    part = Part(name=name, where=where or name, original=Sha256(sha256(data).hexdigest()), given=given)
    items = list(open_bytes(data, media_of(name) or TEXT, part))
    return tuple(i for i in items if isinstance(i, Document)), tuple(i for i in items if isinstance(i, Issue))


def fetched(
    urls: Sequence[str], *, sandbox: Sandbox, connector: "Connector | None" = None
) -> Iterator[Taken | Original | Issue]:
    """Yield the documents of pages that a person asked for by their addresses; each original is a WARC.

    ``connector`` is what reaches the network: this machine's, where none is given.
    """
    if not urls:
        return
    # Imported here: what speaks to the network is seldom needed, and never by the process that opens files.
    from harmtrace.intake.fetching import fetch

    for url in urls:
        page = fetch(url, connector=connector)
        if isinstance(page, Issue):
            yield _storable(page)
            continue
        original = Original(path=Path(page.name), sha256=page.sha256, size=len(page.data), media=WARC, data=page.data)
        request = Request(
            media=WARC,
            name=page.name,
            where=url,
            original=page.sha256,
            given=NOTHING,
            file_bytes=FILE_BYTES,
            size=len(page.data),
            data=page.data,
        )
        for item in _with(original, sandbox.read(request)):
            yield _storable(item) if isinstance(item, Issue) else item


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads found files, within their limits: plain ones here, all others in the sandbox."""

    sandbox: Sandbox
    file_bytes: int
    line_bytes: int

    def read(self, found: Found) -> Iterator[Item]:
        if found.media == RECORDS:
            return self._records(found)
        return self._streamed(found) if found.media in STREAMED else self._file(found)

    def pages(self, found: Sequence[Found]) -> Iterator[Iterator[Item]]:
        """Yield what each of some pages gives, in their order; small ones go to the sandbox together."""
        waiting: list[tuple[Original, Request]] = []
        for one in found:
            held = self._held(one)
            small = not isinstance(held, Issue) and held.size <= _SMALL_BYTES
            if not isinstance(held, Issue) and small:
                waiting.append((held, self._request(one, held, data=held.data)))
            if waiting and (not small or len(waiting) == _TOGETHER):
                yield from self._each(waiting)
                waiting = []
            if isinstance(held, Issue):
                yield iter((held,))
            elif not small:
                yield _with(held, self.sandbox.read(self._request(one, held, data=held.data)))
        yield from self._each(waiting)

    def _each(self, waiting: Sequence[tuple[Original, Request]]) -> Iterator[Iterator[Item]]:
        answers = self.sandbox.read_each([request for _, request in waiting])
        for (original, _), items in zip(waiting, answers, strict=True):
            yield _with(original, iter(items))

    def _held(self, found: Found) -> Original | Issue:
        """Return a file with its bytes; an issue where it cannot be read or holds none."""
        data = read_plain(found.path, found.name, self.file_bytes)
        if isinstance(data, Issue):
            return data
        if not data:
            return Issue(code="empty", message=f"{found.path}: expected text, found 0 bytes", document=found.name)
        return _original(found.path, data, found.media)

    def _file(self, found: Found) -> Iterator[Item]:
        original = self._held(found)
        if isinstance(original, Issue):
            yield original
            return
        data = original.data or b""
        if found.media in PLAIN:
            part = Part(
                name=found.name,
                where=str(found.path),
                original=original.sha256,
                given=found.given,
                file_bytes=self.file_bytes,
            )
            yield from _with(original, open_bytes(data, found.media, part))
        else:
            yield from _with(original, self.sandbox.read(self._request(found, original, data=data)))

    def _request(
        self, found: Found, original: Original, *, data: bytes | None = None, handle: int | None = None
    ) -> Request:
        return Request(
            media=found.media,
            name=found.name,
            where=str(found.path),
            original=original.sha256,
            given=found.given,
            file_bytes=self.file_bytes,
            size=original.size,
            data=data,
            handle=handle,
        )

    def _streamed(self, found: Found) -> Iterator[Item]:
        """Yield the documents of an archive, which the sandbox reads from the open file."""
        hashed = hash_of(found.path, found.name)
        opened = hashed if isinstance(hashed, Issue) else open_plain(found.path, found.name)
        if isinstance(hashed, Issue) or isinstance(opened, Issue):
            yield hashed if isinstance(hashed, Issue) else opened  # type: ignore[misc]
            return
        (digest, size), (handle, _) = hashed, opened
        try:
            if size == 0:
                yield Issue(
                    code="empty", message=f"{found.path}: expected an archive, found 0 bytes", document=found.name
                )
                return
            if size > UNPACKED_BYTES and found.media != WARC:
                yield too_large(found.path, found.name, size, UNPACKED_BYTES)
                return
            before = os.fstat(handle)
            original = Original(path=found.path, sha256=digest, size=size, media=found.media)
            yield from _with(original, self.sandbox.read(self._request(found, original, handle=handle)))
            after = os.fstat(handle)
            if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or after.st_size != size:
                yield _changed(found)
        finally:
            os.close(handle)

    def _records(self, found: Found) -> Iterator[Item]:
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
        part = Part(name=found.name, where=str(found.path), original=digest, given=found.given)
        for line in lines_of(found.path, found.name, self.line_bytes, again.update):
            if isinstance(line, Issue):
                yield line
                continue
            document, issues = record_of(line[1], part, line[0])
            yield from issues
            if document is None:
                continue
            if not told:
                told = True
                yield Original(path=found.path, sha256=digest, size=size, media=found.media)
            yield Taken(document=document, original=digest, line=line[0])
        if again.hexdigest() != digest:
            yield _changed(found)


def _read(paths: Sequence[Path], reader: _Reader, recorded: Callable[[Path], None] | None) -> Iterator[Item]:
    places: dict[str, str] = {}
    for found in _runs(walk(paths)):
        if isinstance(found, Issue):
            yield found
        elif isinstance(found, list):
            for page, items in zip(found, reader.pages(found), strict=True):
                yield from _first_of_each(items, str(page.path), places)
        elif isinstance(found, FoundRecording):
            if recorded is None:
                yield found.issue
            else:
                recorded(found.path)
        elif isinstance(found, FoundTable):
            yield _original(found.path, found.data, "text/csv")
        else:
            yield from _first_of_each(reader.read(found), str(found.path), places)


def _runs(walked: Iterator[Walked]) -> Iterator[Walked | list[Found]]:
    """Yield what was found, pages that follow each other as one list of at most so many as are opened together."""
    pages: list[Found] = []
    for found in walked:
        page = isinstance(found, Found) and found.media == HTML
        if isinstance(found, Found) and page:
            pages.append(found)
        if pages and (not page or len(pages) == _TOGETHER):
            yield pages
            pages = []
        if not page:
            yield found
    if pages:
        yield pages


def _with(original: Original, items: Read) -> Iterator[Item]:
    """Yield the documents of a file, the file itself before the first of them; no file for issues alone."""
    told = False
    for item in items:
        if isinstance(item, Issue):
            yield item
            continue
        if not told:
            told = True
            yield original
        yield Taken(document=item, original=original.sha256)


def _changed(found: Found) -> Issue:
    message = f"{found.path}: expected one content, found that it changed while it was read"
    return Issue(code="file-changed", message=message, document=found.name)


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
