"""Commands that keep a case safe: backup, restore, doctor, custody, redact."""

from pathlib import Path

import click

from harmtrace.cli.common import (
    by_option,
    case_argument,
    finish,
    json_object,
    json_option,
    progress_shown,
    say,
    show,
    why_option,
)
from harmtrace.cli.keys import actor_option
from harmtrace.pipeline import keeping
from harmtrace.pipeline.custody import custody as sheet_of
from harmtrace.pipeline.redacting import redact as redact_item
from harmtrace.reports import shapes

_new = click.Path(path_type=Path)


@click.command()
@case_argument
@click.argument("out", metavar="OUT", type=_new)
@actor_option
def backup(case: Path, out: Path, by: str | None) -> None:
    """Copy the case in DIR to a new folder OUT, as it stands between two commits; another command may be at work."""
    many, notice = keeping.backup(case, out, by=by)
    click.echo(f"{out}: {many} files")
    if notice is not None:
        say(notice)


@click.command()
@click.argument("backup", metavar="BACKUP", type=_new)
@click.argument("case", metavar="DIR", type=_new)
def restore(backup: Path, case: Path) -> None:
    """Make a case in the new folder DIR from BACKUP, and verify it."""
    found = keeping.restore(backup, case)
    for notice in found.notices:
        say(notice)
    click.echo(f"{case}: {found.entries} entries, {found.originals} originals; root {found.root}")


@click.command()
@case_argument
@json_option
def doctor(case: Path, as_json: bool) -> None:
    """Look at all that the case in DIR is made of, and say of each part whether it is in order; exit 1 where not."""
    findings = keeping.doctor(case)
    if as_json:
        checks: list[shapes.Json] = [{"name": one.name, "fine": one.fine, "found": one.found} for one in findings]
        click.echo(json_object({"checks": checks}))
    else:
        show(f"{'ok  ' if one.fine else 'BAD '} {one.name}: {one.found}" for one in findings)
    finish(finding=not all(one.fine for one in findings))


@click.command()
@case_argument
@click.argument("item", metavar="ITEM")
@json_option
def custody(case: Path, item: str, as_json: bool) -> None:
    """Print the custody sheet of ITEM: a document's id, its original's SHA-256, or the id of one of its claims.

    Who took it in, when and by which clock, from where, every later act, and the six points of the
    Berkeley Protocol with what is missing. Exit 1 where the original is not what was taken in.
    """
    sheet = sheet_of(case, item)
    if as_json:
        later: list[shapes.Json] = [
            {"entry": one.entry, "at": one.at, "act": one.act, "what": one.what, "by": one.by} for one in sheet.later
        ]
        shape: dict[str, shapes.Json] = {"item": sheet.item, "facts": dict(sheet.facts), "later": later}
        click.echo(json_object({**shape, "points": dict(sheet.points)}))
    else:
        show(f"{name}: {value}" for name, value in sheet.facts)
        show(("", "later acts:"))
        show(
            f"  {one.at}  entry {one.entry}  {one.act}: {one.what}{one.by and f', by {one.by}'}" for one in sheet.later
        )
        show(("", "Berkeley Protocol:"))
        show(f"  {name}: {value}" for name, value in sheet.points)
    finish(finding=not sheet.intact)


@click.command()
@case_argument
@click.argument("item", metavar="ITEM")
@by_option
@why_option
def redact(case: Path, item: str, by: str, why: str) -> None:
    """Erase ITEM for good: a document (by its id), who decided and why (judgement:N), or an original (its SHA-256).

    The document's text, description and original go, with all that follows from them; the ledger keeps that they
    were, their hash, who erased them and why, and still verifies. Backups and bundles made before keep theirs. An
    original that other documents are read from stays, and is named.
    """
    with progress_shown() as progress:
        redacted = redact_item(case, item, by=by, why=why, progress=progress)
    click.echo(f"redacted: entry {redacted.entry}")
    for line in redacted.stays:
        click.echo(line, err=True)
    show(redacted.changes or ("no figure changes",))
