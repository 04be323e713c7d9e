"""What goes between harmtrace and the process that opens files: JSON, checked field by field as anyone's would be."""

import json
import socket
import struct
from collections.abc import Mapping
from dataclasses import fields

from harmtrace.errors import InputError
from harmtrace.intake.given import Given
from harmtrace.intake.texts import printable
from harmtrace.records.entry import Issue
from harmtrace.records.text import DateCandidate, Derivation, Document, Sha256, SourceKind, Zone, ZoneKind

# Above this a frame is no document that a file below its limit could hold.
FRAME_BYTES = 400_000_000
_HEAD = struct.Struct("!cI")
_WORDS = ("language", "published", "source", "url", "title", "captured", "author")
_ID_LIMIT = 10_000

DOCUMENT, ISSUE, END, REQUEST, READY = b"d", b"i", b"e", b"r", b"k"


class FrameError(InputError):
    """Says what came out of the process that is no document, issue or end."""


def send(channel: socket.socket, kind: bytes, body: bytes = b"") -> None:
    """Send one frame."""
    channel.sendall(_HEAD.pack(kind, len(body)) + body)


def receive(channel: socket.socket) -> tuple[bytes, bytes]:
    """Return the kind and body of the next frame.

    Raises:
        EOFError: the other side is gone.
        TimeoutError: it said nothing for as long as the channel waits.
        FrameError: what came is no frame.
    """
    kind, size = _HEAD.unpack(_exactly(channel, _HEAD.size))
    if size > FRAME_BYTES:
        raise FrameError(f"a frame of {size:,} bytes")
    return kind, _exactly(channel, size)


def _exactly(channel: socket.socket, size: int) -> bytes:
    if size == 0:
        return b""
    data = bytearray(size)
    view, at = memoryview(data), 0
    while at < size:
        count = channel.recv_into(view[at:], min(size - at, 1 << 20))
        if count == 0:
            raise EOFError
        at += count
    return bytes(data)


# ---- what is asked


def request(media: str, name: str, where: str, given: Given, file_bytes: int, *, size: int, data: bytes) -> bytes:
    """Return the body of a request: what is known of a file, then its bytes (none where it is passed opened)."""
    about = {one.name: getattr(given, one.name) for one in fields(given) if getattr(given, one.name) is not None}
    head = {"media": media, "name": name, "where": where, "given": about, "limit": file_bytes, "size": size}
    text = json.dumps(head).encode()
    return struct.pack("!I", len(text)) + text + data


def requested(body: bytes) -> tuple[dict[str, object], Given, bytes]:
    """Return the head of a request, what was given about the file, and its bytes."""
    (size,) = struct.unpack_from("!I", body)
    head = json.loads(body[4 : 4 + size])
    about = dict(head["given"])
    kind = about.pop("source_kind", None)
    return head, Given(**about, source_kind=None if kind is None else SourceKind(kind)), body[4 + size :]


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
    return DOCUMENT, json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def decode_issue(body: bytes) -> Issue:
    """Return the issue of a frame.

    Raises:
        FrameError: it is none.
    """
    value = _object(body)
    return Issue(
        code=_word(value, "code") or "damaged",
        message=_word(value, "message") or "",
        document=_word(value, "document"),
        start=_number(value.get("start")),
        end=_number(value.get("end")),
    )


def decode_document(body: bytes, original: Sha256) -> Document:
    """Return the document of a frame; ``original`` is the hash of the file that was opened.

    Raises:
        FrameError: it is none, or says what a document cannot.
    """
    value = _object(body)
    text, key = _word(value, "text"), _word(value, "id")
    if text is None or not key or len(key) > _ID_LIMIT:
        raise FrameError("a document without id or text")
    try:
        kind = None if value.get("source_kind") is None else SourceKind(_word(value, "source_kind") or "")
        zones = tuple(_zone(one, len(text)) for one in _list(value.get("zones")))
    except ValueError as error:
        raise FrameError("a kind that is none") from error
    return Document(
        id=key,
        text=text,
        sha256=original,
        media=_word(value, "media") or "",
        published_why=_word(value, "why") or "",
        dates=tuple(DateCandidate(day=_text(day), found=_text(found)) for day, found in _pairs(value.get("dates"))),
        source_kind=kind,
        zones=zones,
        derived=_derivation(value.get("derived")),
        language=_word(value, "language"),
        published=_word(value, "published"),
        source=_word(value, "source"),
        url=_word(value, "url"),
        title=_word(value, "title"),
        captured=_word(value, "captured"),
        author=_word(value, "author"),
    )


def _object(body: bytes) -> Mapping[str, object]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FrameError("a frame that is no JSON") from error
    if not isinstance(value, dict):
        raise FrameError("a frame that is no object")
    return value


def _word(value: Mapping[str, object], name: str) -> str | None:
    found = value.get(name)
    return None if found is None else _text(found)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise FrameError("a word that is none")
    return printable(value)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _pairs(value: object) -> list[tuple[object, object]]:
    return [(one[0], one[1]) for one in _list(value) if isinstance(one, list) and len(one) == 2]


def _zone(value: object, size: int) -> Zone:
    if not isinstance(value, list) or len(value) != 4:
        raise FrameError("a zone that is none")
    start, end = _number(value[0]), _number(value[1])
    if start is None or end is None or not 0 <= start < end <= size:
        raise FrameError("a zone outside its text")
    return Zone(start=start, end=end, kind=ZoneKind(_text(value[2])), why=_text(value[3]))


def _derivation(value: object) -> Derivation | None:
    parts = [_text(one) for one in _list(value)]
    return Derivation(tool=parts[0], version=parts[1], parameters=parts[2]) if len(parts) == 3 else None
