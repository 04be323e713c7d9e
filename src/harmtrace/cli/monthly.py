"""Commands on a body's months: month."""

from pathlib import Path

import click

from harmtrace import pipeline
from harmtrace.cli.common import case_argument, json_object, json_option, say, show
from harmtrace.records.month import FigureName
from harmtrace.reports import month_shape, month_tables

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
