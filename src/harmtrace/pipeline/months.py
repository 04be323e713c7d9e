"""A body's month: made from the acts of the case, opened by a published balance, frozen by a named person."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from harmtrace import assessments
from harmtrace.assessments import monthly
from harmtrace.errors import EvidenceError, MonthError, UsageError
from harmtrace.pipeline.handled import every
from harmtrace.records.assessment import Assessment
from harmtrace.records.month import Figure, FigureName, Freezing, Month, Opening
from harmtrace.reports import month_shape, month_tables
from harmtrace.reports.month_page import month_page
from harmtrace.store import Case, acts, now, open_case, printing, report_files
from harmtrace.store.codec import dump, load


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthShown:
    """A month as it is to be shown; ``frozen`` where it was frozen, and it is shown as it was then."""

    month: Month
    frozen: Freezing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a body published beside its lines: the number carried over, and figures by name."""

    source: str
    opening: int | None = None
    figures: Mapping[FigureName, int]
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """Files to write a month into, None for none."""

    html: Path | None = None
    pdf: Path | None = None
    csv: Path | None = None


NOTHING = Outputs()


def month(
    root: Path,
    name: str,
    *,
    body: str,
    published: Published | None = None,
    freeze: str | None = None,
    outputs: Outputs = NOTHING,
) -> MonthShown:
    """Return a body's month; record its opening balance and figures first, and freeze it, where asked to.

    A frozen month is shown as it was frozen, after it was checked against its hash and the acts.

    Args:
        root: the case's folder.
        name: the month, ``2017-03``.
        body: as its allegations name it.
        published: an opening balance or figures to record with their source.
        freeze: who freezes the month, None for nobody.
        outputs: files to write it into.

    Raises:
        UsageError: an opening balance for a frozen month, or a month frozen twice.
        MonthError: no such month, or one that cannot balance.
        EvidenceError: the frozen month is not what was frozen.
    """
    monthly.bounds_of(name)
    if outputs.pdf is not None and (lack := printing.missing()):
        raise UsageError(f"--pdf: {lack}")
    shown = _done(open_case(root), name, body, published=published, freeze=freeze)
    _write(shown, outputs)
    return shown


def _done(case: Case, name: str, body: str, *, published: Published | None, freeze: str | None) -> MonthShown:
    if published is None and freeze is None:
        with case.reading() as connection:
            return _shown(connection, name, body)
    with case.alone(), case.writing() as connection:
        if published is not None:
            _publish(connection, name, body, published)
        if freeze is not None:
            _freeze(connection, name, body, by=freeze)
        return _shown(connection, name, body)


def _write(shown: MonthShown, outputs: Outputs) -> None:
    if outputs.csv is not None:
        report_files.replace(outputs.csv, month_tables.to_csv(shown.month, frozen=shown.frozen).encode())
    if outputs.html is None and outputs.pdf is None:
        return
    page = month_page(shown.month, frozen=shown.frozen)
    if outputs.html is not None:
        report_files.replace(outputs.html, page.encode())
    if outputs.pdf is not None:
        report_files.replace(outputs.pdf, printing.to_pdf(page))


def _publish(connection: Connection, name: str, body: str, published: Published) -> None:
    if not published.source.strip():
        raise UsageError("--source: expected where the number stands, found nothing")
    frozen = monthly.frozen_to(acts.of_months(connection, Freezing), body)
    openings, figures = acts.of_months(connection, Opening), acts.of_months(connection, Figure)
    opening, source = published.opening, published.source.strip()
    known = next((one for one in reversed(openings) if (one.body, one.month) == (body, name)), None)
    if opening is not None and (known is None or (known.number, known.source) != (opening, source)):
        _expect_unfrozen(name, body, frozen)
        record = Opening(body=body, month=name, number=opening, source=source, by=published.by, at=now())
        monthly.openings_hold(every(connection), (*openings, record), body)
        acts.keep_of_month(connection, record)
    held = {(one.body, one.month, one.name): (one.number, one.source) for one in figures}
    for kind, number in published.figures.items():
        if held.get((body, name, kind)) != (number, source):
            _expect_unfrozen(name, body, frozen)
            figure = Figure(body=body, month=name, name=kind, number=number, source=source, by=published.by, at=now())
            acts.keep_of_month(connection, figure)


def _expect_unfrozen(name: str, body: str, frozen: str | None) -> None:
    if frozen is not None and name <= frozen:
        raise UsageError(f"{body} is frozen up to {frozen}: nothing can be recorded for {name} (rule W14)")


def _freeze(connection: Connection, name: str, body: str, *, by: str) -> None:
    if not by.strip():
        raise UsageError("--by: expected the name of who freezes the month, found nothing")
    earlier = _freezing(connection, name, body)
    if earlier is not None:
        raise UsageError(f"{body}, {name} was frozen by {earlier.by} at {earlier.at} already: {earlier.sha256}")
    made = _made(connection, every(connection), name, body)
    if not made.lines and not made.carried:
        raise UsageError(f"{body} has no allegation up to {name}: there is nothing to freeze")
    content, digest = dump(Month, made), month_shape.month_hash(made)
    acts.keep_of_month(
        connection, Freezing(body=body, month=name, content=content, sha256=digest, by=by.strip(), at=now())
    )


def _freezing(connection: Connection, name: str, body: str) -> Freezing | None:
    found = acts.of_months(connection, Freezing)
    return next((one for one in reversed(found) if (one.body, one.month) == (body, name)), None)


def _made(connection: Connection, known: tuple[Assessment, ...], name: str, body: str) -> Month:
    openings, figures = acts.of_months(connection, Opening), acts.of_months(connection, Figure)
    first = min((one.month for one in openings if one.body == body), default=None)
    if first is not None and name < first:
        raise MonthError(f"{body}: the first month recorded is {first}, found {name}")
    return assessments.month(known, body=body, month=name, openings=openings, figures=figures)


def _shown(connection: Connection, name: str, body: str) -> MonthShown:
    made = _made(connection, every(connection), name, body)
    frozen = _freezing(connection, name, body)
    if frozen is None:
        return MonthShown(month=made, frozen=None)
    held = load(Month, frozen.content)
    if month_shape.month_hash(held) != frozen.sha256:
        raise EvidenceError(f"{body}, {name}: the frozen month does not have the hash that it was frozen with")
    if _figures(held) != _figures(made):
        raise EvidenceError(f"{body}, {name}: the frozen month does not follow from the acts of the case any more")
    return MonthShown(month=held, frozen=frozen)


# A day typed wrong by centuries must not make thousands of pages.
_MOST = 240


def series(connection: Connection) -> list[tuple[Month, Freezing | None]]:
    """Return every month of every body from the first recorded to the last with an act; frozen ones as frozen.

    Of each body the latest 240 at most.
    """
    known, openings = every(connection), acts.of_months(connection, Opening)
    found: list[tuple[Month, Freezing | None]] = []
    for body in dict.fromkeys(one.body for one in known):
        days = [act.on for one in known if one.body == body for act in one.acts]
        first = min((one.month for one in openings if one.body == body), default=monthly.month_of(min(days)))
        for name in _names(first, monthly.month_of(max(days)))[-_MOST:]:
            frozen = _freezing(connection, name, body)
            made = _made(connection, known, name, body) if frozen is None else load(Month, frozen.content)
            found.append((made, frozen))
    return found


def _names(first: str, last: str) -> list[str]:
    numbers = range(_number(first), max(_number(first), _number(last)) + 1)
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers]


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:]) - 1


def _figures(one: Month) -> tuple[int, ...]:
    return one.carried, one.new, one.reopened, one.closed, one.amended, one.open
