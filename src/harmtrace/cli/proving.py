"""Commands that show that a case is what was taken in: seal, verify."""

from pathlib import Path

import click

from harmtrace import pipeline
from harmtrace.cli.common import case_argument, finish, json_object, json_option, progress_shown, say, show
from harmtrace.cli.keys import actor_option, file_path, key_option, passphrase
from harmtrace.reports import shapes


@click.command()
@case_argument
@key_option
@actor_option
@click.option("--tsa", multiple=True, metavar="URL", help="Have it time-stamped by this authority (RFC 3161).")
@click.option("--ots", multiple=True, metavar="URL", help="Hand it to this OpenTimestamps calendar.")
def seal(case: Path, key: Path | None, by: str | None, tsa: tuple[str, ...], ots: tuple[str, ...]) -> None:
    """Sign the state of the ledger of the case in DIR and print it: eight lines to publish or to hand out.

    Whoever keeps them can show later that the case was not cut back or written anew:
    `harmtrace verify DIR --seal FILE`. The passphrase of the key is read from
    HARMTRACE_PASSPHRASE, or asked for. Nothing is sent anywhere but to the addresses given.
    """
    anchors = pipeline.Anchors(tsa=tsa, calendars=ots)
    sealed = pipeline.seal(case, passphrase=passphrase, key=key, by=by, anchors=anchors)
    click.echo(sealed.text, nl=False)
    for line in (*sealed.anchored, *sealed.failed):
        say(line)
    finish(finding=bool(sealed.failed))


@click.command()
@case_argument
@click.option("--seal", "seals", multiple=True, metavar="FILE", type=file_path, help="A seal that was kept elsewhere.")
@click.option(
    "--tsa-root", "roots", multiple=True, metavar="PEM", type=file_path, help="Certificates whose time stamps count."
)
@json_option
def verify(case: Path, seals: tuple[Path, ...], roots: tuple[Path, ...], as_json: bool) -> None:
    """Check the case in DIR against its ledger, offline; name the first thing wrong and exit 1.

    Every entry follows from the one before, every row and every table of results is what the
    ledger says, every original has its hash, every seal fits, and nothing is there that no
    entry speaks of.
    """
    with progress_shown() as progress:
        found = pipeline.verify(case, seals=seals, tsa_roots=roots, progress=progress)
    for notice in found.notices:
        say(notice)
    if as_json:
        shape: dict[str, shapes.Json] = {
            "intact": True,
            "entries": found.entries,
            "originals": found.originals,
            "root": found.root,
            "seals": list(found.seals),
            "notices": list(found.notices),
        }
        click.echo(json_object(shape))
        return
    show(found.seals)
    click.echo(f"intact: {found.entries} entries, {found.originals} originals; root {found.root}")
