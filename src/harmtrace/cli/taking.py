"""Commands that take documents into a case: run, init, add."""

import sys
from pathlib import Path

import click

from harmtrace import pipeline
from harmtrace.cli.common import (
    USAGE,
    case_argument,
    config_option,
    engine_option,
    faulty,
    finish,
    gazetteer_option,
    paths_argument,
    progress_shown,
    say,
    say_issues,
    say_opened,
    show,
)
from harmtrace.cli.keys import actor_option, key_option, passphrase, passphrase_at_hand
from harmtrace.reports import tables

strikes_option = click.option(
    "--strikes",
    multiple=True,
    metavar="CSV",
    type=click.Path(path_type=Path),
    help="Strike logs: tables, records or releases in prose.",
)


@click.command()
@paths_argument
@click.option(
    "--case", "root", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The case's folder."
)
@gazetteer_option
@strikes_option
@engine_option
@actor_option
@config_option
def run(
    paths: tuple[Path, ...],
    root: Path,
    gazetteer: tuple[Path, ...],
    strikes: tuple[Path, ...],
    engines: str | None,
    by: str | None,
    config: Path | None,
) -> None:
    """Take documents in, run every stage, print the incidents, write DIR/report/index.html.

    Safe to repeat: what is already in is not taken twice.
    """
    with progress_shown() as progress:
        ran = pipeline.run(
            paths,
            root=root,
            gazetteers=gazetteer,
            logs=strikes,
            config=config,
            engines=engines,
            by=by,
            progress=progress,
        )
    show(tables.incidents(ran.incidents, rule=ran.rule))
    click.echo(str(ran.report))
    say(f"documents: {ran.taking.new} taken in, {ran.taking.known} known already; {ran.read} read")
    if ran.taking.recorded:
        say(f"recordings: {len(ran.taking.recorded)} among them, {ran.taking.recordings} taken in")
    for line in (*ran.new_rules, *ran.changes):
        say(line)
    say_opened(ran.taking.opened)
    say_issues((*ran.taking.issues, *ran.issues))
    finish(finding=faulty(ran.taking.issues))


@click.command()
@case_argument
@key_option
def init(case: Path, key: Path | None) -> None:
    """Make a new, empty case in DIR, and the key that seals it.

    The key is kept encrypted; its passphrase is read from HARMTRACE_PASSPHRASE, or asked for.
    A key kept elsewhere (--key) cannot be taken together with the case.
    """
    pipeline.init(case)
    click.echo(str(case))
    if passphrase_at_hand():
        say(f"key that seals: {pipeline.make_key(case, key=key, passphrase=passphrase)}")
    else:
        say("no key was made, for want of a passphrase (HARMTRACE_PASSPHRASE); the first `harmtrace seal` makes one")


@click.command()
@case_argument
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--fetch",
    "urls",
    multiple=True,
    metavar="URL",
    help="Fetch this public http or https address, once, and keep the response as a WARC.",
)
@strikes_option
@actor_option
@config_option
def add(
    case: Path,
    paths: tuple[Path, ...],
    urls: tuple[str, ...],
    strikes: tuple[Path, ...],
    by: str | None,
    config: Path | None,
) -> None:
    """Take documents and strike logs into the case in DIR without running the stages.

    Nothing is fetched but what --fetch names.
    """
    if not paths and not urls and not strikes:
        raise click.UsageError("expected PATH..., --fetch URL or --strikes CSV, found none")
    with progress_shown() as progress:
        taking = pipeline.add(case, paths, urls=urls, logs=strikes, config=config, by=by, progress=progress)
    click.echo(f"documents: {taking.new} taken in, {taking.known} known already")
    if taking.recorded:
        click.echo(f"recordings: {len(taking.recorded)} among them, {taking.recordings} taken in")
    say_opened(taking.opened)
    say_issues(taking.issues)
    if paths and not taking.new and not taking.known and not taking.recorded:
        sys.exit(USAGE)
    finish(finding=faulty(taking.issues))
