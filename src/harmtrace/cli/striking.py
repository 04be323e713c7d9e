"""Commands on what belligerents log and say: statements, strikes, position, dismissals."""

import sys
from pathlib import Path

import click

from harmtrace import pipeline
from harmtrace.cli.common import (
    USAGE,
    by_option,
    case_argument,
    faulty,
    finish,
    json_line,
    json_object,
    json_option,
    paths_argument,
    progress_shown,
    say_issues,
    show,
)
from harmtrace.errors import CountError, UsageError
from harmtrace.records.claim import Stated
from harmtrace.records.entry import Issue
from harmtrace.records.incident import Bounds, PositionStatus
from harmtrace.records.reason import Reason
from harmtrace.reports import shapes, struck, tables


@click.command()
@paths_argument
@click.option("--jsonl", is_flag=True, help="One JSON object a line on standard output.")
def statements(paths: tuple[Path, ...], jsonl: bool) -> None:
    """Read published casualty statements into fields, each with the words that state it; no case is needed."""
    issues, documents = [], 0
    for item in pipeline.statements(paths):
        if isinstance(item, Issue):
            issues.append(item)
            continue
        documents += 1
        for at, one in enumerate(item):
            if jsonl:
                click.echo(json_line(shapes.statement(one, at)))
            else:
                show(tables.statement(one, at))
    say_issues(issues)
    if not documents:
        sys.exit(USAGE)
    finish(finding=faulty(issues))


@click.command()
@case_argument
@json_option
def strikes(case: Path, as_json: bool) -> None:
    """Print the logged strikes that may be those of the case's incidents, best first.

    Suggestions, each with its score and reasons. An incident without a line has none that fits.
    """
    shown = pipeline.incidents(case)
    if as_json:
        click.echo(json_object(struck.matches(shown.incidents)))
        return
    show(struck.match_lines(shown.incidents))


@click.command()
@case_argument
@json_option
def dismissals(case: Path, as_json: bool) -> None:
    """Print what the strike logs and the claims say of each reason that a body gave for closing a report.

    consistent, contradicted or untestable, with the rows it rests on; never a verdict on the harm.
    """
    shown = pipeline.incidents(case)
    if as_json:
        click.echo(json_object(struck.checks(shown.incidents)))
        return
    show(struck.check_lines(shown.incidents))


@click.command()
@case_argument
@click.argument("code", metavar="CODE")
@click.option("--body", required=True, metavar="B", help="The belligerent whose position it is.")
@click.option("--status", required=True, type=click.Choice([one.value for one in PositionStatus]), help="The position.")
@click.option("--stated", type=click.Choice([one.value for one in Stated]), help="The finer word, where known.")
@click.option("--reason", type=click.Choice([one.value for one in Reason]), help="Why it closed the report.")
@click.option("--earlier", metavar="CODE", help="The incident that a duplicate's earlier report is about.")
@click.option("--killed", metavar="LOW-HIGH", help="How many killed it concedes.")
@click.option("--injured", metavar="LOW-HIGH", help="How many injured it concedes.")
@click.option("--on", required=True, metavar="DATE", help="The day on which the body said it.")
@by_option
@click.option("--why", default="", metavar="TEXT", help="Where it stands, kept with the record.")
@json_option
def position(
    case: Path,
    code: str,
    body: str,
    status: str,
    stated: str | None,
    reason: str | None,
    earlier: str | None,
    killed: str | None,
    injured: str | None,
    on: str,
    by: str,
    why: str,
    as_json: bool,
) -> None:
    """Record a belligerent's position on the incident CODE; print what it changes. It is kept for ever."""
    given = pipeline.Given(
        body=body,
        status=PositionStatus(status),
        stated=None if stated is None else Stated(stated),
        reason=None if reason is None else Reason(reason),
        earlier=earlier,
        killed=_bounds(killed, "--killed"),
        injured=_bounds(injured, "--injured"),
        on=on,
        by=by,
        why=why,
    )
    with progress_shown() as progress:
        placed = pipeline.position(case, code, given, progress=progress)
    if as_json:
        click.echo(json_object({"position": struck.recorded(placed.position), "changes": placed.changes}))
        return
    click.echo(f"recorded as position {placed.position.id} on {placed.position.incident}")
    show(placed.changes or ("no figure changes",))


def _bounds(text: str | None, option: str) -> Bounds | None:
    try:
        return None if text is None else Bounds.of(text)
    except CountError as error:
        raise UsageError(f"{option}: {error}") from error
