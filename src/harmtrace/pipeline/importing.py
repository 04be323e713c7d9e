"""A body's published list taken in as its allegations: every good row, and a reason for every other."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from harmtrace.assessments import published
from harmtrace.assessments.workflow import TWO_PERSONS
from harmtrace.errors import UsageError
from harmtrace.intake import published_lists
from harmtrace.pipeline.assessing import after, hold_openings, keep
from harmtrace.pipeline.handled import every
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.records.assessment import Act, AllegationId, Assessment
from harmtrace.records.entry import Issue
from harmtrace.store import acts, open_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Whose list it is, and who vouches for the transcription.

    Attributes:
        second: who else vouches; needed where the list closes anything as credible or non-credible.
        defaults: fields of rows that do not give them (``received``, ``closed``, ``channel``).
    """

    body: str
    by: str
    second: str | None = None
    defaults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a list came to.

    Attributes:
        new: allegations received; ``moved``: earlier ones that the list took further.
        known: rows that say nothing new.
    """

    new: tuple[AllegationId, ...]
    moved: tuple[AllegationId, ...]
    known: int
    issues: tuple[Issue, ...]
    changes: tuple[str, ...] = ()


def import_allegations(root: Path, path: Path, signing: Signing, *, progress: Progress = quiet) -> Imported:
    """Take a published list in; a row that is in already is passed over, so that it is safe to repeat.

    Raises:
        UsageError: no row can be used, or a closing lacks the second person.
        MonthError: it names more allegations than an opening balance counts; nothing is kept.
    """
    case = open_case(root)
    rows, issues = _rows(path, signing)
    if any(row.outcome in TWO_PERSONS for row in rows) and signing.second is None:
        raise UsageError(f"{path}: it closes allegations as credible or non-credible: expected --second (rule W4)")
    digest = sha256(path.read_bytes()).hexdigest()
    with case.alone():
        with case.writing() as connection:
            before = every(connection)
            taken = _Taking(connection, signing, [one for one in before if one.body == signing.body])
            for row in rows:
                taken.take(row, file=path.name, digest=digest)
            hold_openings(connection, (signing.body,))
        issues += taken.issues
        if not taken.new and not taken.moved and not taken.known:
            raise UsageError(f"{path}: expected rows that can be used, found none: {_first(issues)}")
        changes = after(case, taken.kept, taken.around, progress=progress)
    return Imported(
        new=tuple(taken.new), moved=tuple(taken.moved), known=taken.known, issues=tuple(issues), changes=changes
    )


def _rows(path: Path, signing: Signing) -> tuple[list[published.Listed], list[Issue]]:
    good, issues = list[published.Listed](), list[Issue]()
    for item in published_lists.rows(path, columns=published.COLUMNS):
        if isinstance(item, Issue):
            issues.append(item)
            continue
        number, fields = item
        given = {**fields, **{name: value for name, value in signing.defaults if not fields.get(name)}}
        row, odd = published.listed(number, given, file=path.name)
        issues += odd
        if row is not None:
            good.append(row)
    return good, issues


def _key(one: Assessment) -> tuple[object, ...]:
    return published.key(one.number, one.received, one.when, one.where, one.channel)


def _first(issues: list[Issue]) -> str:
    return "; ".join(one.message for one in issues[:3]) or "the list is empty"


class _Taking:
    """Rows on their way into the case, each whole or not at all.

    Rows without a number that say the same are as many allegations as there are rows: the second of them
    is the second that the case holds, so that a list taken in again adds nothing and loses nothing.
    """

    def __init__(self, connection: Connection, signing: Signing, known: Iterable[Assessment]) -> None:
        self._connection, self._signing = connection, signing
        self._known: dict[tuple[object, ...], list[Assessment]] = {}
        for one in known:
            self._known.setdefault(_key(one), []).append(one)
        self._rows: dict[tuple[object, ...], list[int]] = {}
        self.new: list[AllegationId] = []
        self.moved: list[AllegationId] = []
        self.known = 0
        self.issues: list[Issue] = []
        self.kept: list[Act] = []
        self.around: list[Assessment] = []

    def take(self, row: published.Listed, *, file: str, digest: str) -> None:
        same = self._rows.setdefault(row.key, [])
        same.append(row.row)
        if row.number is not None and len(same) > 1:
            message = f"row {row.row}: number {row.number} stands in row {same[0]} already; the first is kept"
            self.issues.append(Issue(code="allegation-twice", message=message, document=file, start=row.row))
            return
        known = self._known.get(row.key, [])
        before = known[len(same) - 1] if len(known) >= len(same) else None
        self._keep(row, before, file=file, why=f"published list {file} (SHA-256 {digest}), row {row.row}")

    def _keep(self, row: published.Listed, before: Assessment | None, *, file: str, why: str) -> None:
        id = acts.next_allegation(self._connection) if before is None else before.id
        signing = self._signing
        given = list(
            published.acts(row, before, id=id, body=signing.body, by=signing.by, second=signing.second, why=why)
        )
        if not given:
            self.known += 1
            return
        try:
            kept, stood = keep(self._connection, given)
        except UsageError as error:
            message = f"row {row.row}: {error}"
            self.issues.append(Issue(code="allegation-refused", message=message, document=file, start=row.row))
            return
        self.kept += kept
        self.around += [one for one in (before, stood[id]) if one is not None]
        (self.new if before is None else self.moved).append(id)
