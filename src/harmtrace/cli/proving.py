"""Commands that show that a case is what was taken in: verify."""

from pathlib import Path

import click

from harmtrace import pipeline
from harmtrace.cli.common import case_argument, json_object, json_option, progress_shown, say


@click.command()
@case_argument
@json_option
def verify(case: Path, as_json: bool) -> None:
    """Check the case in DIR against its ledger, offline; name the first thing wrong and exit 1.

    Every entry follows from the one before, every row and every table of results is what the
    ledger says, every original has its hash, and nothing is there that no entry speaks of.
    """
    with progress_shown() as progress:
        found = pipeline.verify(case, progress=progress)
    for notice in found.notices:
        say(notice)
    if as_json:
        click.echo(
            json_object(
                {
                    "intact": True,
                    "entries": found.entries,
                    "originals": found.originals,
                    "root": found.root,
                    "notices": list(found.notices),
                }
            )
        )
        return
    click.echo(f"intact: {found.entries} entries, {found.originals} originals; root {found.root}")
