"""Commands on a body's published months and lists: month, import-allegations."""

from pathlib import Path

import click

from harmtrace import pipeline
from harmtrace.cli.common import (
    case_argument,
    finish,
    json_object,
    json_option,
    progress_shown,
    say,
    say_issues,
    show,
)
from harmtrace.records.month import FigureName
from harmtrace.reports import month_shape, month_tables, shapes

_OUT = click.Path(path_type=Path, dir_okay=False)


@click.command()
@case_argument
@click.argument("name", metavar="YYYY-MM")
@click.option("--body", required=True, metavar="B", help="Whose month.")
@click.option("--opening", type=click.IntRange(min=0), metavar="N", help="Carried over into this month, as published.")
@click.option(
    "--figure",
    "figures",
    multiple=True,
    metavar="NAME=N",
    help="A published figure: strikes or engagements to the month's end; reports_before, credible_before, "
    "killed_before or injured_before its first day.",
)
@click.option("--source", metavar="TEXT", help="Where --opening and --figure stand.")
@click.option("--freeze", is_flag=True, help="Freeze the month: hash it; from now on it is amended in later months.")
@click.option("--by", metavar="NAME", help="Who records the figures, or freezes the month.")
@click.option("--html", metavar="OUT", type=_OUT, help="Write the month as a page that stands alone.")
@click.option("--pdf", metavar="OUT", type=_OUT, help="Write the month as PDF (needs WeasyPrint and Pango).")
@click.option("--csv", "table", metavar="OUT", type=_OUT, help="Write the month as CSV.")
@json_option
def month(
    case: Path,
    name: str,
    body: str,
    opening: int | None,
    figures: tuple[str, ...],
    source: str | None,
    freeze: bool,
    by: str | None,
    html: Path | None,
    pdf: Path | None,
    table: Path | None,
    as_json: bool,
) -> None:
    """Print a body's month: carried over, new, reopened, closed, amended, open; it balances by construction.

    The first month takes its number carried over from --opening; later months take the month before.
    """
    published = None
    if opening is not None or figures:
        if source is None:
            raise click.UsageError("--opening and --figure: expected --source with them")
        published = pipeline.Published(
            source=source, opening=opening, figures=dict(_figure(one) for one in figures), by=by
        )
    elif source is not None:
        raise click.UsageError("--source: expected --opening or --figure with it")
    if freeze and by is None:
        raise click.UsageError("--freeze: expected --by with it")
    written = pipeline.Outputs(html=html, pdf=pdf, csv=table)
    shown = pipeline.month(case, name, body=body, published=published, freeze=by if freeze else None, outputs=written)
    if as_json:
        click.echo(json_object(month_shape.month(shown.month, frozen=shown.frozen)))
    else:
        show(month_tables.lines(shown.month, frozen=shown.frozen))
    if shown.month.left is not None and shown.month.left != shown.month.carried:
        say(
            f"{body}, {name}: the opening balance says {shown.month.carried} carried over, "
            f"the month before left {shown.month.left}; both are shown"
        )


def _figure(text: str) -> tuple[FigureName, int]:
    name, _, number = text.partition("=")
    if name.strip() not in tuple(FigureName) or not number.strip().isdecimal():
        raise click.UsageError(f"--figure: expected NAME=N with one of {', '.join(FigureName)}, found {text!r}")
    return FigureName(name.strip()), int(number)


@click.command("import-allegations")
@case_argument
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--body", required=True, metavar="B", help="Whose list it is.")
@click.option("--received", metavar="DATE", help="Day of receipt of rows that give none.")
@click.option("--closed", metavar="DATE", help="Day of the outcome of rows that give none.")
@click.option("--channel", metavar="C", help="Channel of rows that give none.")
@click.option("--by", required=True, metavar="NAME", help="Who vouches for the transcription.")
@click.option("--second", metavar="NAME", help="Who else does; needed for credible and non-credible closings.")
@json_option
def import_allegations(
    case: Path, path: Path, body: str, by: str, second: str | None, as_json: bool, **defaults: str | None
) -> None:
    """Take a body's published list in as its allegations: CSV, JSONL, or what `harmtrace statements` prints.

    Columns: number, received, closed, channel, when, where, incident, document, outcome, reason, stated, killed,
    injured. A row that is in already is passed over; exit 1 where a row could not be taken.
    """
    given = tuple((name, value) for name, value in defaults.items() if value is not None)
    signing = pipeline.Signing(body=body, by=by, second=second, defaults=given)
    with progress_shown() as progress:
        done = pipeline.import_allegations(case, path, signing, progress=progress)
    say_issues(done.issues)
    if as_json:
        click.echo(
            json_object(
                {
                    "new": list(done.new),
                    "moved": list(done.moved),
                    "known": done.known,
                    "issues": [shapes.issue(one) for one in done.issues],
                    "changes": list(done.changes),
                }
            )
        )
    else:
        click.echo(f"{len(done.new)} new, {len(done.moved)} taken further, {done.known} known already")
        show(done.changes)
    finish(finding=bool(done.issues))
