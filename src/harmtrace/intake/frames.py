"""What goes between harmtrace and the process that opens files: JSON, checked field by field as anyone's would be."""

import json
import socket
import struct
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import TypeVar

import msgspec

from harmtrace.errors import InputError
from harmtrace.intake.given import NOTHING, Given
from harmtrace.intake.texts import printable
from harmtrace.records.entry import Issue
from harmtrace.records.text import DateCandidate, Derivation, Document, Sha256, SourceKind, Zone, ZoneKind

# Above this a frame is no document that a file below its limit could hold.
FRAME_BYTES = 400_000_000
_HEAD = struct.Struct("!cI")
_WORDS = ("language", "published", "source", "url", "title", "captured", "author")
_GIVEN = tuple(one.name for one in fields(Given))
_ID_LIMIT = 10_000

_Frame = TypeVar("_Frame")

DOCUMENT, ISSUE, END, REQUEST, READY = b"d", b"i", b"e", b"r", b"k"
TASK, OBJECT, BLOCK = b"t", b"o", b"b"
BATCH, ANSWERS = b"m", b"a"


class FrameError(InputError):
    """Says what came out of the process that is no document, issue or end."""


# Of a body this large it is cheaper to send its head alone than to copy it behind its head.
_LARGE = 32_000


def send(channel: socket.socket, kind: bytes, body: bytes = b"") -> None:
    """Send one frame."""
    if len(body) > _LARGE:
        channel.sendall(_HEAD.pack(kind, len(body)))
        channel.sendall(body)
    else:
        channel.sendall(packed(kind, body))


def packed(kind: bytes, body: bytes = b"") -> bytes:
    """Return one frame as it is sent."""
    return _HEAD.pack(kind, len(body)) + body


def unpacked(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the frames that one frame holds.

    Raises:
        FrameError: what it holds is no row of frames.
    """
    at = 0
    while at < len(body):
        begins = at + _HEAD.size
        if begins > len(body):
            raise FrameError("half a frame")
        kind, size = _HEAD.unpack_from(body, at)
        at = begins + size
        if at > len(body):
            raise FrameError("a frame that is cut short")
        yield kind, body[begins:at]


def receive(channel: socket.socket, *, within: float | None = None) -> tuple[bytes, bytes]:
    """Return the kind and body of the next frame.

    ``within``: how many seconds it may take in all; as long as the channel waits for each piece, where none are given.

    Raises:
        EOFError: the other side is gone.
        TimeoutError: it said nothing for as long as the channel waits.
        FrameError: what came is no frame.
    """
    until = None if within is None else time.monotonic() + within
    kind, size = _HEAD.unpack(_exactly(channel, _HEAD.size, until))
    if size > FRAME_BYTES:
        raise FrameError(f"a frame of {size:,} bytes")
    return kind, _exactly(channel, size, until)


def _exactly(channel: socket.socket, size: int, until: float | None) -> bytes:
    if size == 0:
        return b""
    data = bytearray(size)
    view, at = memoryview(data), 0
    while at < size:
        if until is not None:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            channel.settimeout(left)
        count = channel.recv_into(view[at:], min(size - at, 1 << 20))
        if count == 0:
            raise EOFError
        at += count
    return bytes(data)


# ---- what is asked


def request(media: str, name: str, where: str, given: Given, file_bytes: int, *, size: int, data: bytes) -> bytes:
    """Return the body of a request: what is known of a file, then its bytes (none where it is passed opened)."""
    head = {**about(media, name, where, given), "limit": file_bytes, "size": size}
    return _headed(head) + data


def requested(body: bytes) -> tuple[dict[str, object], Given, bytes]:
    """Return the head of a request, what was given about the file, and its bytes."""
    (size,) = struct.unpack_from("!I", body)
    head = json.loads(body[4 : 4 + size])
    return head, _given(head["given"]), body[4 + size :]


def about(media: str, name: str, where: str, given: Given) -> dict[str, object]:
    """Return what is known of a file, as JSON holds it."""
    told = {} if given == NOTHING else {one: held for one in _GIVEN if (held := getattr(given, one)) is not None}
    return {"media": media, "name": name, "where": where, "given": told}


def _given(told: Mapping[str, object]) -> Given:
    return msgspec.convert(told, Given) if told else NOTHING


def _headed(head: Mapping[str, object]) -> bytes:
    text = json.dumps(head).encode()
    return struct.pack("!I", len(text)) + text


def batch(files: Iterable[tuple[dict[str, object], int]], file_bytes: int, data: Iterable[bytes]) -> bytes:
    """Return the body of a request for several files: what is known of each and how long it is, then their bytes."""
    head = {"files": [{**one, "size": size} for one, size in files], "limit": file_bytes}
    return b"".join((_headed(head), *data))


def batched(body: bytes) -> Iterator[tuple[dict[str, object], Given, bytes]]:
    """Yield the head of each file of a batch, what was given about it, and its bytes."""
    (size,) = struct.unpack_from("!I", body)
    head = json.loads(body[4 : 4 + size])
    at = 4 + size
    for one in head["files"]:
        yield {**one, "limit": head["limit"]}, _given(one["given"]), body[at : at + one["size"]]
        at += one["size"]


def task(name: str, parameters: Mapping[str, object], *, file: str, where: str, size: int, seconds: int) -> bytes:
    """Return the body of a task's request; the file is passed opened, beside it."""
    head = {"task": name, "parameters": dict(parameters), "name": file, "where": where, "size": size}
    return json.dumps({**head, "seconds": seconds}).encode()


# ---- what is answered


def encode(item: Document | Issue) -> tuple[bytes, bytes]:
    """Return the kind and body of the frame for a document or issue."""
    if isinstance(item, Issue):
        value: dict[str, object] = {
            "code": item.code,
            "message": printable(item.message),
            "document": None if item.document is None else printable(item.document),
            "start": item.start,
            "end": item.end,
        }
        return ISSUE, json.dumps(value).encode()
    value = {name: held for name in _WORDS if (held := getattr(item, name)) is not None}
    value |= {"id": item.id, "text": item.text, "media": item.media, "why": item.published_why}
    if item.source_kind is not None:
        value["source_kind"] = item.source_kind
    if item.dates:
        value["dates"] = [(one.day, one.found) for one in item.dates]
    if item.zones:
        value["zones"] = [(one.start, one.end, one.kind, one.why) for one in item.zones]
    if item.derived is not None:
        value["derived"] = (item.derived.tool, item.derived.version, item.derived.parameters)
    try:
        return DOCUMENT, msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a character somewhere, which UTF-8 cannot hold
        return DOCUMENT, json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


class _IssueFrame(msgspec.Struct):
    """What stands in an issue's frame; anything else is refused."""

    code: str = "damaged"
    message: str = ""
    document: str | None = None
    start: int | None = None
    end: int | None = None


class _DocumentFrame(msgspec.Struct):
    """What stands in a document's frame; anything else is refused."""

    id: str
    text: str
    media: str = ""
    why: str = ""
    language: str | None = None
    published: str | None = None
    source: str | None = None
    source_kind: SourceKind | None = None
    url: str | None = None
    title: str | None = None
    captured: str | None = None
    author: str | None = None
    dates: tuple[tuple[str, str], ...] = ()
    zones: tuple[tuple[int, int, ZoneKind, str], ...] = ()
    derived: tuple[str, str, str] | None = None


_issues = msgspec.json.Decoder(_IssueFrame)
_documents = msgspec.json.Decoder(_DocumentFrame)


def decode_object(body: bytes) -> Mapping[str, object]:
    """Return the object of a frame; whoever asked for it checks its fields.

    Raises:
        FrameError: it is none.
    """
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FrameError("a frame that is no JSON") from error
    if not isinstance(value, dict):
        raise FrameError("a frame that is no object")
    return value


def decode_issue(body: bytes) -> Issue:
    """Return the issue of a frame.

    Raises:
        FrameError: it is none.
    """
    told = _decoded(_issues, body)
    return Issue(code=told.code, message=told.message, document=told.document, start=told.start, end=told.end)


def decode_document(body: bytes, original: Sha256) -> Document:
    """Return the document of a frame; ``original`` is the hash of the file that was opened.

    Raises:
        FrameError: it is none, or says what a document cannot.
    """
    told = _decoded(_documents, body)
    if not told.id or len(told.id) > _ID_LIMIT:
        raise FrameError("a document without id or text")
    if any(not 0 <= start < end <= len(told.text) for start, end, _, _ in told.zones):
        raise FrameError("a zone outside its text")
    derived = told.derived
    return Document(
        id=told.id,
        text=told.text,
        sha256=original,
        media=told.media,
        published_why=told.why,
        dates=tuple(DateCandidate(day=day, found=found) for day, found in told.dates),
        source_kind=told.source_kind,
        zones=tuple(Zone(start=start, end=end, kind=kind, why=why) for start, end, kind, why in told.zones),
        derived=None if derived is None else Derivation(tool=derived[0], version=derived[1], parameters=derived[2]),
        language=told.language,
        published=told.published,
        source=told.source,
        url=told.url,
        title=told.title,
        captured=told.captured,
        author=told.author,
    )


def _decoded(decoder: msgspec.json.Decoder[_Frame], body: bytes) -> _Frame:
    """Return what a frame says: every field of its own type, every letter one that UTF-8 can hold."""
    try:
        return decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise FrameError("a frame that does not say what it should") from error
