"""Bytes to text: encodings, binary content, control characters; nothing silently repaired."""

import codecs
import re
from dataclasses import dataclass

from harmtrace.intake.spoofing import spoofs
from harmtrace.records.entry import Issue

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b") + b"\x7f"
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (or DOCX, XLSX)"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "program"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
    (b"SQLite format 3", "SQLite"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FEW = 8
_SHARE = 0.02
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as read from bytes, with what was odd; ``text`` is None where nothing can be read."""

    text: str | None
    issues: tuple[Issue, ...]


def decode(data: bytes, name: str, *, line: int | None = None) -> Decoded:
    r"""Return the text of a file's bytes exactly as written, less a byte order mark.

    Newlines, NULs and invisible characters stay: offsets count the file's own text.
    UTF-8 is expected; UTF-16 is read where a mark or its pattern shows it; else the
    better of Windows-1252 and Windows-1256, with an issue. Binary content is refused.

    >>> decode("ﻣﺮﺣﺒﺎ\r\n".encode(), "a.txt").text
    'ﻣﺮﺣﺒﺎ\r\n'
    """
    decoded = decode_markup(data, name, line=line)
    if decoded.text is None:
        return decoded
    return Decoded(decoded.text, (*decoded.issues, *odd_characters(decoded.text, name, line)))


def decode_markup(data: bytes, name: str, *, line: int | None = None) -> Decoded:
    """Return the text of a file's bytes, with no look at characters that may deceive: of markup few are shown."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, len(mark), (name, line))
    if (kind := _binary(data)) is not None:
        if kind.startswith("utf-16"):
            message = f"{_at(name, line)}: expected UTF-8, found {kind} without a byte order mark; read as {kind}"
            issue = Issue(code="encoding", message=message, document=name, start=line)
            return Decoded(data.decode(kind, "replace"), (issue,))
        message = f"{_at(name, line)}: expected text, found {kind}; not taken"
        return Decoded(None, (Issue(code="binary", message=message, document=name, start=line),))
    try:
        return Decoded(data.decode(), ())
    except UnicodeDecodeError as error:
        text, used = _fallback(data)
        message = (
            f"{_at(name, line)}: byte {error.start} expected UTF-8, found 0x{data[error.start]:02x}; read as {used}"
        )
        return Decoded(text, (Issue(code="encoding", message=message, document=name, start=line),))


def odd_characters(text: str, name: str, line: int | None = None) -> list[Issue]:
    """Return an issue for NULs, for bidirectional controls, and for each kind of words that deceive the eye."""
    issues: list[Issue] = []
    if "\0" in text:
        issues.append(_found(text, text.index("\0"), "nul-bytes", "NUL", text.count("\0"), (name, line)))
    if not text.isascii() and (controls := [char for char in _BIDI if char in text]):
        first = min(text.index(char) for char in controls)
        what = f"the bidirectional control U+{ord(text[first]):04X}"
        times = sum(text.count(char) for char in controls)
        issues.append(_found(text, first, "bidi-controls", what, times, (name, line)))
    for spoof in spoofs(text):
        issues.append(_found(text, spoof.start, spoof.code, spoof.found, spoof.times, (name, line), spoof.end))
    return issues


def printable(text: str) -> str:
    r"""Return a name or message as UTF-8 can hold it; bytes of a name that are no UTF-8 become U+FFFD.

    >>> printable("a\udcff.txt")
    'a�.txt'
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def without_surrogates(text: str, name: str, line: int | None = None) -> tuple[str, list[Issue]]:
    """Return the text with lone surrogates (which no file can hold) as U+FFFD, and an issue if any."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        first = error.start
    else:
        return text, []
    issue = _found(text, first, "surrogates", "half a character", len(_SURROGATE.findall(text)), (name, line))
    return _SURROGATE.sub("\ufffd", text), [issue]


def _found(text: str, at: int, code: str, what: str, times: int, place: tuple[str, int | None], end: int = 0) -> Issue:
    name, line = place
    row = text.count("\n", 0, at) + 1 if line is None else line
    message = f"{_at(name, row)}: expected plain text, found {what} at character {at} ({times} in all); kept"
    return Issue(code=code, message=message, document=name, start=at, end=end or at + 1)


def _marked(data: bytes, encoding: str, skipped: int, place: tuple[str, int | None]) -> Decoded:
    name, line = place
    issues: list[Issue] = []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        message = (
            f"{_at(name, line)}: byte {error.start + skipped} is not {encoding}, which the byte order mark announces; "
            "read with U+FFFD in its place"
        )
        issues.append(Issue(code="encoding", message=message, document=name, start=line))
    return Decoded(text, tuple(issues))


def _binary(data: bytes) -> str | None:
    """Name the binary content of bytes without a byte order mark; None for text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return f"{kind} content"
    sample = data[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls <= max(_FEW, _SHARE * len(sample)) and not (controls and controls > len(sample) / 2):
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) % 2 == 0 and max(even, odd) > 0.6 * len(sample) / 2 and min(even, odd) < 0.05 * len(sample):
        return "utf-16-le" if odd > even else "utf-16-be"
    return f"{controls} control characters in the first {len(sample):,} bytes"


def _fallback(data: bytes) -> tuple[str, str]:
    """Return the likeliest reading of bytes that are not UTF-8, and what it was read as."""
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    good = sum(1 for char in lenient if char > "\x7f") - broken
    if good >= 2 * broken:
        return lenient, "UTF-8 with U+FFFD for what is broken"
    # Letters above ASCII stand in words of their own in Arabic, one by one in European texts.
    in_words = sum(map(len, re.findall(rb"[\xc0-\xff]{3,}", data)))
    if in_words > 0.5 * sum(map(len, re.findall(rb"[\x80-\xff]+", data))):
        return data.decode("cp1256", "replace"), "Windows-1256"
    return data.decode("cp1252", "replace"), "Windows-1252"


def _at(name: str, line: int | None) -> str:
    return name if line is None else f"{name}: line {line}"
