"""What a table or a record says about a document beside its text, checked field by field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from harmtrace.intake.texts import printable
from harmtrace.records.entry import Issue
from harmtrace.records.text import SourceKind

FIELDS = ("language", "published", "source", "source_kind", "url", "title", "captured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Metadata that came with a document. None where nothing usable was given."""

    language: str | None = None
    published: str | None = None
    source: str | None = None
    source_kind: SourceKind | None = None
    url: str | None = None
    title: str | None = None
    captured: str | None = None


NOTHING = Given()

_KINDS = {kind.value: kind for kind in SourceKind}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ]\d\d:\d\d.*)?")


def day_of(value: str) -> str | None:
    """Return the day (or month) that an ISO text states, as written there; None where it states none.

    The time of day is cut off and the day kept in the text's own zone. A day in words with its year is read too.

    >>> day_of("2017-08-03T23:30:00+01:00"), day_of("2017-08"), day_of("2017-02-30"), day_of("8 يونيو 2025")
    ('2017-08-03', '2017-08', None, '2025-06-08')
    """
    match = _DAY.fullmatch(value.strip())
    if match is None:
        # Imported here: it takes a tenth of a second, and the process that opens files seldom needs it.
        from harmtrace.language.dates import worded

        return worded(value)
    year, month, day = match.groups()
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return f"{year}-{month}-{day}" if day else f"{year}-{month}"


def check(values: Mapping[str, object], *, document: str, where: str, line: int | None) -> tuple[Given, list[Issue]]:
    """Return the usable metadata of one row or record, and an issue for each value that is not.

    ``where`` names the file and line in messages; ``line`` becomes ``Issue.start``.
    """
    issues: list[Issue] = []
    found: dict[str, str] = {}
    for field in FIELDS:
        value = values.get(field)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            issues.append(
                Issue(
                    code=f"{field.replace('_', '-')}-unreadable",
                    message=f"{where}: {field} should be text, found {type(value).__name__}; left unknown",
                    document=document,
                    start=line,
                )
            )
            continue
        if value := printable(value.strip()):
            found[field] = value
    days = "a day (2017-03-17, 17 March 2017) or month (2017-03)"
    published = _checked(found, "published", days, issues, (document, where, line))
    language = _checked(found, "language", "a language tag (en, ar, en-GB)", issues, (document, where, line))
    captured = _checked(found, "captured", "an ISO 8601 day or time", issues, (document, where, line))
    kind = _checked(found, "source_kind", f"one of {', '.join(_KINDS)}", issues, (document, where, line))
    return Given(
        language=language,
        published=published,
        source=found.get("source"),
        source_kind=None if kind is None else _KINDS[kind],
        url=found.get("url"),
        title=found.get("title"),
        captured=captured,
    ), issues


def _checked(
    found: Mapping[str, str], field: str, wanted: str, issues: list[Issue], place: tuple[str, str, int | None]
) -> str | None:
    value = found.get(field)
    if value is None:
        return None
    good = _read(field, value)
    if good is None:
        document, where, line = place
        issues.append(
            Issue(
                code=f"{field.replace('_', '-')}-unreadable",
                message=f"{where}: {field} should be {wanted}, found {value[:60]!r}; left unknown",
                document=document,
                start=line,
            )
        )
    return good


def _read(field: str, value: str) -> str | None:
    if field == "published":
        return day_of(value)
    if field == "language":
        return value.replace("_", "-") if _LANGUAGE.fullmatch(value) else None
    if field == "captured":
        return value if _is_time(value) else None
    return value.lower() if value.lower() in _KINDS else None


def _is_time(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
