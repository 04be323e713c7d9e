"""E-mail (EML) and pages saved as MHTML: the message, and each attachment as a document of its own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from harmtrace.intake.archives import Open
from harmtrace.intake.given import Given
from harmtrace.intake.kinds import HTML, MAIL, media_of, media_of_type
from harmtrace.intake.packing import plain_name, wrong_name
from harmtrace.intake.pages import read_page
from harmtrace.intake.parts import DEEPEST, Part, Read, Said, document, made_by
from harmtrace.intake.texts import odd_characters, printable

_PARTS = 1_000
_HEADERS = ("from", "subject", "date", "mime-version", "received", "message-id", "content-type", "to", "return-path")


def read(data: bytes, part: Part, *, open_one: Open) -> Read:
    """Yield the document of a message, then those of its attachments."""
    message = _parsed(data)
    if message is None or not any(name in message for name in _HEADERS):
        yield part.issue("damaged", "an e-mail", "no headers of one")
        return
    try:
        leaves = list(_leaves(message))
    except RecursionError:
        yield part.issue("archive-limit", "parts of a message nested sensibly", "parts nested too deep")
        return
    part.budget.entries -= len(leaves)
    if len(leaves) > _PARTS or part.budget.entries < 0:
        yield part.issue("archive-limit", f"at most {_PARTS:,} parts", f"{len(leaves):,}")
        return
    body, rest = _body(leaves)
    said = _said(message)
    text, why = _text(body, message)
    if text.strip():
        yield from odd_characters(text, part.name)
        made = made_by("harmtrace", f"message text from {why}")
        yield document(part, text, media=MAIL, said=replace(said, derived=made))
    elif not rest:
        yield part.issue("empty", "text", "none to read")
    yield from _attachments(rest, part, said, open_one)


def read_mhtml(data: bytes, part: Part, *, open_one: Open) -> Read:
    """Yield the page of an MHTML file: its first part of HTML, with the address it was saved from."""
    message = _parsed(data)
    leaves = [] if message is None else list(_leaves(message))
    page = next((leaf for leaf in leaves if leaf.get_content_type() == HTML), None)
    if message is None or page is None:
        yield part.issue("damaged", "a page saved as MHTML", "no part of it that is HTML")
        return
    address = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    day = _day(message)
    given = replace(part.given, url=part.given.url or address, captured=part.given.captured or day)
    yield from open_one(_bytes(page), HTML, replace(part, given=given))


def _parsed(data: bytes) -> Message | None:
    try:
        return BytesParser(policy=policy.compat32).parsebytes(data.lstrip(b"\r\n"))
    except (MessageError, ValueError, LookupError, RecursionError, TypeError, AttributeError):
        return None


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold content; an attached message is one part."""
    content = message.get_payload()
    if message.get_content_type() == MAIL or not isinstance(content, list):
        yield message
        return
    for one in content:
        if isinstance(one, Message):
            yield from _leaves(one)


def _body(leaves: list[Message]) -> tuple[Message | None, list[Message]]:
    """Return the part that is the message's text, plain before HTML, and the parts that are attachments."""
    shown = [
        one
        for one in leaves
        if one.get_content_type() != MAIL and one.get_content_disposition() != "attachment" and not one.get_filename()
    ]
    plain = next((one for one in shown if one.get_content_type() == "text/plain" and _bytes(one).strip()), None)
    body = plain or next((one for one in shown if one.get_content_type() == HTML), None)
    return body, [one for one in leaves if one not in shown]


def _text(body: Message | None, message: Message) -> tuple[str, str]:
    if body is None:
        return "", ""
    text = _decoded(body)
    if body.get_content_type() == HTML:
        page = read_page(text)
        words = page.text
        title = page.title or ""
        # A message has its headline in the subject; the one put before the page's text is the same or none.
        if title and words.startswith(title) and title == (_header(message, "Subject") or ""):
            words = words[len(title) :].lstrip("\n")
        return words, "its HTML part, read as a page"
    return text.replace("\r\n", "\n"), "its plain part"


def _said(message: Message) -> Said:
    name, address = parseaddr(_header(message, "From") or "")
    day = _day(message)
    return Said(
        published=day,
        found="eml Date" if day else "",
        source=name or address or None,
        title=_header(message, "Subject"),
    )


def _day(message: Message) -> str | None:
    """Return the day of the Date header, in the zone that it states."""
    try:
        when = parsedate_to_datetime(str(message.get("Date") or ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when.date().isoformat() if 1970 <= when.year <= 2200 else None


def _attachments(rest: list[Message], part: Part, said: Said, open_one: Open) -> Read:
    taken: set[str] = set()
    unread = 0
    for number, one in enumerate(rest, start=1):
        name = _name(one, number, taken)
        taken.add(name)
        kind = one.get_content_type()
        media = MAIL if kind == MAIL else media_of(name) or media_of_type(kind)
        if media is None:
            unread += 1
            continue
        given = Given(captured=part.given.captured, source_kind=part.given.source_kind)
        inner = part.inner(name, given)
        if inner.depth > DEEPEST:
            yield inner.issue("archive-limit", f"messages and archives nested {DEEPEST} deep", "more")
            continue
        content = _bytes(one)
        inner.budget.bytes -= len(content)
        if inner.budget.bytes < 0:
            yield inner.issue("archive-limit", "attachments in proportion", "more than all that one file may unfold to")
            return
        if not content.strip():
            yield inner.issue("empty", "text", "an attachment of 0 bytes")
            continue
        yield from open_one(content, media, inner)
    if unread:
        yield part.issue("unknown-format", "attachments that are read", f"{unread} of other kinds", done="not taken")


def _name(one: Message, number: int, taken: set[str]) -> str:
    """Return a name for an attachment that is a plain path and its own within the message."""
    try:
        given = one.get_filename() or ""
        stated = str(make_header(decode_header(given)))
    except (ValueError, LookupError, TypeError, MessageError):
        stated = ""
    name = printable(re.split(r"[/\\]", stated)[-1].strip())
    if one.get_content_type() == MAIL and not name.lower().endswith(".eml"):
        name = f"message-{number}.eml"
    if not name or wrong_name(name) is not None:
        name = f"attachment-{number}"
    name = plain_name(name)
    return f"{number}-{name}" if name in taken else name


def _bytes(one: Message) -> bytes:
    if one.get_content_type() == MAIL:
        inner = one.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            try:
                return inner[0].as_bytes(policy=policy.compat32.clone(max_line_length=None))
            except (ValueError, LookupError, MessageError, TypeError, AttributeError, RecursionError):
                return b""
    try:
        content = one.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError):
        return b""
    return content if isinstance(content, bytes) else b""


def _decoded(one: Message) -> str:
    content = _bytes(one)
    charset = one.get_content_charset() or "utf-8"
    for name in (charset, "utf-8"):
        try:
            return content.decode({"iso-8859-1": "cp1252", "us-ascii": "utf-8"}.get(name, name))
        except (LookupError, UnicodeError):
            continue
    return content.decode("utf-8", "replace")


def _header(message: Message, name: str) -> str | None:
    raw = message.get(name)
    if raw is None:
        return None
    try:
        text = str(make_header(decode_header(str(raw))))
    except (ValueError, LookupError, TypeError, MessageError):
        text = str(raw)
    return printable(" ".join(text.split())) or None
