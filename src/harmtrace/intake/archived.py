"""What Bellingcat's auto-archiver writes of a page (status, metadata, media), as a record of ours."""

from collections.abc import Mapping
from datetime import UTC, datetime

from harmtrace.errors import InputError
from harmtrace.intake import literals
from harmtrace.intake.given import day_of

# Keys of its records, in CSV cells and in JSON.
KEYS = frozenset(("status", "metadata"))


class RecordError(InputError):
    """Says what a record of it should hold and does not."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(found)
        self.expected = expected


def of_cells(status: str, metadata: str, *, prefix: str, number: int) -> dict[str, object]:
    """Return the record of a row as its CSV database writes it: dictionaries as Python prints them.

    Raises:
        RecordError: the cell cannot be read safely.
    """
    try:
        value = literals.parse(metadata) if metadata.strip() else {}
    except literals.LiteralError as error:
        raise RecordError("metadata as Python prints a dictionary", str(error)) from error
    if not isinstance(value, dict):
        raise RecordError("metadata as Python prints a dictionary", type(value).__name__)
    return of_metadata(value, prefix=prefix, number=number)


def of_metadata(metadata: Mapping[str, object], *, prefix: str, number: int) -> dict[str, object]:
    """Return the record of one archived page."""
    return record(
        prefix,
        number,
        url=_word(metadata, "url"),
        title=_word(metadata, "title"),
        body=_word(metadata, "content") or _word(metadata, "text"),
        moment=_word(metadata, "timestamp"),
        captured=_word(metadata, "_processed_at"),
    )


def record(
    prefix: str, number: int, *, url: str, title: str, body: str, moment: str, captured: str
) -> dict[str, object]:
    """Return our record of a page; its id is the page's address below the file's name, else the row's number."""
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}".strip()
    return {
        "id": f"{prefix}/{url or f'row-{number}'}",
        "text": text,
        "url": url,
        "title": title,
        "published": _day(moment),
        "captured": _time(captured),
    }


def _word(metadata: Mapping[str, object], key: str) -> str:
    value = metadata.get(key)
    return value.strip() if isinstance(value, str) else "" if value is None else str(value)


def _day(moment: str) -> str:
    """Return the day of a moment as it is written, or of seconds since 1970 (UTC)."""
    try:
        seconds = float(moment)
    except ValueError:
        return day_of(moment.strip()) or ""
    if not 0 < seconds < 4e9:
        return ""
    return datetime.fromtimestamp(seconds, tz=UTC).date().isoformat()


def _time(moment: str) -> str:
    try:
        return datetime.fromisoformat(moment.strip()).isoformat()
    except ValueError:
        return ""
