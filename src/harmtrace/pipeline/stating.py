"""Published casualty statements -> their fields, without a case; and, in a case, positions on its incidents."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from harmtrace import intake, tallies
from harmtrace import statements as stage
from harmtrace.language.parties import canonical
from harmtrace.language.places import coordinates, distance_m
from harmtrace.records.claim import Claim, ClaimId
from harmtrace.records.entry import Issue
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import BodyPosition, PositionStatus, Tally
from harmtrace.records.measure import Period, Place
from harmtrace.records.statement import Statement
from harmtrace.records.text import SourceKind
from harmtrace.store import rows
from harmtrace.strikes import Asked


def statements(paths: Sequence[Path]) -> Iterator[tuple[Statement, ...] | Issue]:
    """Yield the statements of each document, and every issue of the files."""
    for item in intake.read(paths):
        match item:
            case Issue():
                yield item
            case intake.Taken():
                yield stage.read(item.document.text, item.document.id)


_OFFICIAL = (SourceKind.OFFICIAL_MILITARY, SourceKind.OFFICIAL_GOVERNMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One published statement of an official body, with the day on which it was published."""

    statement: Statement
    body: str
    on: str | None
    place: Place | None


def official(
    connection: Connection, heads: Iterable[DocumentHead], *, lookup: Callable[[str, str | None], Place | None]
) -> tuple[Said, ...]:
    """Return the statements with a day, a place and a verdict in the documents of official bodies."""
    found = []
    for head in heads:
        if head.source_kind not in _OFFICIAL or head.source is None:
            continue
        for one in stage.read(rows.text(connection, head.id), head.id):
            place = _place(one, lookup)
            if one.date is not None and one.verdict is not None and place is not None:
                found.append(Said(statement=one, body=canonical(head.source), on=head.published, place=place))
    return tuple(found)


def _place(one: Statement, lookup: Callable[[str, str | None], Place | None]) -> Place | None:
    """Return where a statement says that it was: its grid reference, else its place's name."""
    if one.mgrs is not None:
        points = coordinates(f" {one.mgrs} ", 0, len(one.mgrs) + 2)
        if points:
            return points[0][2]
    return None if one.place is None else lookup(one.place.split(",")[0], one.country)


def positions(
    said: Iterable[Said], asked: Sequence[Asked], codes: Sequence[str]
) -> tuple[dict[str, list[BodyPosition]], tuple[Issue, ...]]:
    """Return statements as positions by the code of the one incident that each speaks of; an issue where several fit.

    An incident fits where the days overlap and the places lie within both radii, 1,000 m at least. A statement on no
    incident of the case is no position here.
    """
    found: dict[str, list[BodyPosition]] = {}
    unsure = []
    for one in said:
        fitting = [code for code, known in zip(codes, asked, strict=True) if _fits(one, known)]
        if len(fitting) == 1:
            found.setdefault(fitting[0], []).append(_position(one))
        elif fitting:
            where = one.statement
            message = (
                f"{where.document}: a statement on {where.date} may speak of {', '.join(fitting)}; "
                "record it with `harmtrace position`"
            )
            issue = Issue(
                code="statement-ambiguous", message=message, document=where.document, start=where.start, end=where.end
            )
            unsure.append(issue)
    return found, tuple(unsure)


def _fits(one: Said, known: Asked) -> bool:
    if not known.comparable or known.first is None or known.last is None or known.place is None or one.place is None:
        return False
    days = Period.of(one.statement.date or "")
    apart = distance_m(one.place, known.place)
    if days.first is None or days.last is None or apart is None:
        return False
    near = apart <= max(1_000, (one.place.radius_m or 0) + (known.place.radius_m or 0))
    return near and days.first <= known.last and known.first <= days.last


def _position(one: Said) -> BodyPosition:
    said = one.statement
    if said.verdict is None:
        raise RuntimeError("only statements with a verdict are positions")
    return BodyPosition(
        body=one.body,
        status=said.verdict,
        stated=None,
        on=one.on,
        claims=(),
        reason=said.reason,
        killed=said.killed,
        injured=said.injured,
        basis="statement",
        reference=said.document,
    )


def reasoned(tally: Tally, claims: Mapping[ClaimId, Claim]) -> Tally:
    """Return a tally whose positions from claims carry the reason that their words fit.

    A statement whose words are read as a claim too is one position: the claim's, with what the statement adds.
    """
    said = [one for one in tally.positions if one.basis == "statement"]
    kept: list[BodyPosition] = []
    told: set[int] = set()
    for one in tally.positions:
        if one.basis != "claims":
            continue
        documents = {claims[id].document for id in one.claims if id in claims}
        same = [held for held in said if held.reference in documents and held.status is one.status]
        told.update(id(held) for held in same)
        for held in same[:1]:
            one = replace(one, reason=held.reason, killed=held.killed, injured=held.injured)
        kept.append(_reasoned(one, claims))
    rest = [one for one in tally.positions if one.basis != "claims" and id(one) not in told]
    return replace(tally, positions=tallies.in_time((*kept, *rest)))


def _reasoned(one: BodyPosition, claims: Mapping[ClaimId, Claim]) -> BodyPosition:
    if one.reason is not None or one.status is not PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED:
        return one
    found = (stage.reason(claims[id].quote) for id in one.claims if id in claims)
    return replace(one, reason=next((reason for reason in found if reason is not None), None))
