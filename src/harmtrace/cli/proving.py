"""Commands that show that a case is what was taken in: seal, verify, bundle, verifier."""

from pathlib import Path

import click

from harmtrace import pipeline
from harmtrace.cli.common import case_argument, finish, json_object, json_option, progress_shown, say, show
from harmtrace.cli.keys import actor_option, file_path, key_option, passphrase, passphrase_at_hand
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
@click.argument("case", metavar="DIR|BUNDLE", type=click.Path(path_type=Path))
@click.option("--seal", "seals", multiple=True, metavar="FILE", type=file_path, help="A seal that was kept elsewhere.")
@click.option(
    "--tsa-root", "roots", multiple=True, metavar="PEM", type=file_path, help="Certificates whose time stamps count."
)
@click.option("--recompute", is_flag=True, help="Also compute every result again from the originals, and compare.")
@json_option
def verify(case: Path, seals: tuple[Path, ...], roots: tuple[Path, ...], recompute: bool, as_json: bool) -> None:
    """Check a case against its ledger, or a bundle by itself, offline; name the first thing wrong and exit 1.

    Every entry follows from the one before, every row and every table of results is what the
    ledger says, every original has its hash, every seal fits, and nothing is there that no
    entry speaks of.
    """
    if case.is_file() or (case / "bagit.txt").is_file():
        _verify_bundle(case, seals, as_json=as_json)
        return
    with progress_shown() as progress:
        found = pipeline.verify(case, seals=seals, tsa_roots=roots, recomputed=recompute, progress=progress)
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


def _verify_bundle(path: Path, seals: tuple[Path, ...], *, as_json: bool) -> None:
    found = pipeline.checked(path, seals)
    if as_json:
        shape: dict[str, shapes.Json] = {
            "intact": True,
            "code": found.code,
            "files": found.files,
            "rows": found.rows,
            "entries": found.entries,
            "case": found.case,
            "size": found.size,
            "root": found.root,
            "sealed": found.sealed,
        }
        click.echo(json_object(shape))
        return
    click.echo(f"intact: {found.code}, {found.files} files, {found.rows} rows, {found.entries} entries")
    click.echo(f"ledger {found.case}: {found.size} entries, root {found.root}")
    show(f"seal: {one.size} entries, {one.at}, key {one.key}" for one in found.seals)
    if not found.sealed:
        say("the root is not sealed in the bundle: compare it with what was handed over apart")


@click.command()
@case_argument
@click.argument("code", metavar="CODE")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@key_option
@actor_option
@click.option("--names", is_flag=True, help="Also disclose who took the documents in and who hands them out.")
def bundle(case: Path, code: str, out: Path, key: Path | None, by: str | None, names: bool) -> None:
    """Write all that the incident CODE rests on to OUT (a new folder, or a file that ends in .zip).

    Originals, texts, claims, decisions, each with its proof under the ledger's root, a reading copy and a checker
    that needs nothing but Python. Sealed where HARMTRACE_PASSPHRASE is given; without, hand the
    root that is printed over by another way. It holds the texts as they are, names included.
    """
    at_hand = passphrase if passphrase_at_hand() else None
    found = pipeline.bundle(case, code, out, passphrase=at_hand, key=key, by=by, names=names)
    click.echo(f"{out}: {found.files} files, {found.rows} rows, {found.entries} of {found.size} entries")
    click.echo(f"ledger {found.case}: {found.size} entries, root {found.root}")
    if not found.sealed:
        say("not sealed: hand the root over by another way")


@click.command()
def verifier() -> None:
    """Print the stand-alone checker of bundles: one file that needs nothing but Python 3.11."""
    click.echo(pipeline.verifier(), nl=False)
