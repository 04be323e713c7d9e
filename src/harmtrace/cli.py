"""The command line: each command parses, calls one function of the pipeline, prints."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

import harmtrace
from harmtrace import pipeline
from harmtrace.errors import EvidenceError, HarmtraceError
from harmtrace.intake.folders import CASE_FOLDER
from harmtrace.pipeline import trace_text
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.records.claim import Reading
from harmtrace.records.entry import Issue
from harmtrace.records.judgement import Decision
from harmtrace.reports import shapes, tables
from harmtrace.reports.summary import Summary

FINDING = 1
USAGE = 2

# Issues named on the terminal one by one; the rest are counted (all stand in the report).
_NAMED = 20

_case = click.argument("case", metavar="DIR", type=click.Path(path_type=Path))
_paths = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
_json = click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
_by = click.option("--by", required=True, metavar="NAME", help="Who decides.")
_why = click.option("--why", required=True, metavar="TEXT", help="The reason, kept with the decision.")
_config = click.option(
    "--config", type=click.Path(path_type=Path), help="Settings file in place of DIR/harmtrace.toml."
)
_gazetteer = click.option(
    "--gazetteer",
    multiple=True,
    metavar="CSV",
    type=click.Path(path_type=Path),
    help="Places to know besides GeoNames.",
)


class _Refused(click.ClickException):
    """The command cannot be carried out as given."""

    exit_code = USAGE


class _Broken(click.ClickException):
    """Stored evidence is not what was taken in."""

    exit_code = FINDING


class _Commands(click.Group):
    """Commands whose errors end in a sentence, not in a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except EvidenceError as error:
            raise _Broken(_visible(str(error))) from error
        except HarmtraceError as error:
            raise _Refused(_visible(str(error))) from error
        except BrokenPipeError:
            raise  # the reader has seen enough; click ends quietly
        except OSError as error:
            _let_go_of_output()
            place = error.filename if error.filename is not None else "output"
            raise _Refused(f"{place}: expected to read or write it, found: {error.strerror or error}") from error


def _let_go_of_output() -> None:
    """Send what cannot be written to standard output nowhere, so that it is not tried once more at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(harmtrace.__version__, prog_name="harmtrace")
def main() -> None:
    """Trace every number about civilian harm back to the words that claim it."""


@main.command()
@_paths
@click.option(
    "--case", "root", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The case's folder."
)
@_gazetteer
@click.option(
    "--strikes", multiple=True, metavar="CSV", type=click.Path(path_type=Path), help="Strike logs (not read yet)."
)
@_config
def run(
    paths: tuple[Path, ...], root: Path, gazetteer: tuple[Path, ...], strikes: tuple[Path, ...], config: Path | None
) -> None:
    """Take documents in, run every stage, print the incidents, write DIR/report/index.html.

    Safe to repeat: what is already in is not taken twice.
    """
    for log in strikes:
        _say(f"{log}: strike logs are not read yet; this run goes on without it")
    with _progress() as progress:
        ran = pipeline.run(paths, root=root, gazetteers=gazetteer, config=config, progress=progress)
    _show(tables.incidents(ran.incidents, rule=ran.rule))
    click.echo(str(ran.report))
    _say(f"documents: {ran.taking.new} taken in, {ran.taking.known} known already; {ran.read} read")
    for line in (*ran.new_rules, *ran.changes):
        _say(line)
    _say_issues((*ran.taking.issues, *ran.issues))
    _finish(finding=_faulty(ran.taking.issues))


@main.command()
@_case
def init(case: Path) -> None:
    """Make a new, empty case in DIR."""
    pipeline.init(case)
    click.echo(str(case))


@main.command()
@_case
@_paths
@_config
def add(case: Path, paths: tuple[Path, ...], config: Path | None) -> None:
    """Take documents into the case in DIR without running the stages."""
    with _progress() as progress:
        taking = pipeline.add(case, paths, config=config, progress=progress)
    click.echo(f"documents: {taking.new} taken in, {taking.known} known already")
    _say_issues(taking.issues)
    if not taking.new and not taking.known:
        sys.exit(USAGE)
    _finish(finding=_faulty(taking.issues))


@main.command()
@_paths
@_gazetteer
@click.option("--on", metavar="DATE", help="Reference day (2017-03-25) for documents that have none.")
@click.option("--all", "everything", is_flag=True, help="Also list the numbers that make no claim, with the reason.")
@click.option("--jsonl", is_flag=True, help="One JSON object a line on standard output.")
def claims(paths: tuple[Path, ...], gazetteer: tuple[Path, ...], on: str | None, everything: bool, jsonl: bool) -> None:
    """Print the claims of documents, without a case."""
    issues, documents = [], 0
    for item in pipeline.claims(paths, gazetteer=gazetteer, on=on):
        if isinstance(item, Issue):
            issues.append(item)
            continue
        documents += 1
        _print_reading(item, everything=everything, jsonl=jsonl)
    _say_issues(issues)
    if not documents:
        sys.exit(USAGE)
    _finish(finding=_faulty(issues))


def _print_reading(reading: Reading, *, everything: bool, jsonl: bool) -> None:
    lines: list[shapes.Shape] = [shapes.claim(one) for one in reading.claims]
    if everything:
        lines += [shapes.set_aside(one) for one in reading.set_aside]
    if jsonl:
        for line in lines:
            click.echo(_line(line))
        return
    _show(tables.reading(reading, everything=everything))


@main.command()
@_case
@click.argument("id", metavar="ID")
@click.option("--accept", is_flag=True, help="The claim stands.")
@click.option("--reject", is_flag=True, help="The claim takes part in nothing.")
@click.option(
    "--set", "values", multiple=True, metavar="FIELD=VALUE", help="Put another value in place; empty for none."
)
@_by
@_why
@_json
def claim(case: Path, id: str, values: tuple[str, ...], by: str, why: str, as_json: bool, **decisions: bool) -> None:
    """Record a person's decision on the claim ID; print what it changes.

    The decision is kept for ever and always wins; the machine's claim stays beside it.
    """
    decision = _one_of({**decisions, "set": bool(values)})
    fields = dict(_field(value) for value in values)
    with _progress() as progress:
        decided = pipeline.decide(case, id, decision, values=fields, by=by, why=why, progress=progress)
    _print_decided(decided, as_json=as_json)


def _one_of(decisions: Mapping[str, bool]) -> Decision:
    """Return the one decision that was given; two at once are none."""
    given = [name for name in decisions if decisions[name]]
    if len(given) != 1:
        wanted = ", ".join(f"--{name}" for name in decisions)
        found = " and ".join(f"--{name}" for name in given) or "none"
        raise click.UsageError(f"expected one of {wanted}; found {found}")
    return Decision(given[0])


def _field(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise click.UsageError(f"--set: expected FIELD=VALUE, found {text!r}")
    return name.strip(), value.strip()


@main.command()
@_case
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--same", is_flag=True, help="One event.")
@click.option("--different", is_flag=True, help="Two events.")
@click.option("--unsure", is_flag=True, help="Take an earlier decision on the two back.")
@_by
@_why
@_json
def judge(case: Path, a: str, b: str, by: str, why: str, as_json: bool, **decisions: bool) -> None:
    """Record a person's decision on two claims or two incidents, A and B; print what it changes."""
    decision = _one_of(decisions)
    with _progress() as progress:
        decided = pipeline.judge(case, a, b, decision, by=by, why=why, progress=progress)
    _print_decided(decided, as_json=as_json)


def _print_decided(decided: pipeline.Decided, *, as_json: bool) -> None:
    if as_json:
        click.echo(_object({"judgement": shapes.judgement(decided.judgement), "changes": decided.changes}))
        return
    click.echo(f"recorded as judgement {decided.judgement.id}")
    _show(decided.changes or ("no figure changes",))


@main.command()
@_case
@_json
def incidents(case: Path, as_json: bool) -> None:
    """Print the incidents of the case in DIR as last computed."""
    shown = pipeline.incidents(case)
    if not shown.finished:
        _say(f"{case}: the last run was cut short; run it again to complete this")
    if shown.waiting:
        _say(f"{case}: {shown.waiting} documents are in and not read yet; `harmtrace run` reads them")
    if as_json:
        click.echo(
            _object(
                shapes.incidents(shown.incidents, periods=shown.periods, unplaced=shown.unplaced, issues=shown.issues)
            )
        )
        return
    short = [Summary.of(one, rule=shown.rule) for one in shown.incidents]
    _show(tables.incidents(short, rule=shown.rule))
    _say_issues(shown.issues)


@main.command()
@_case
@_json
def copies(case: Path, as_json: bool) -> None:
    """Print which texts of the case are versions, copies and excerpts of which."""
    relations, families = pipeline.copies(case)
    if as_json:
        click.echo(_object(shapes.copies(relations, families)))
        return
    _show(tables.copies(relations, families))


@main.command()
@_case
@click.argument("code", metavar="CODE")
@click.option("--rule", metavar="NAME", help="The named range (default: that of the settings).")
@_json
def trace(case: Path, code: str, rule: str | None, as_json: bool) -> None:
    """Follow a figure of the incident CODE down to words and originals; exit 1 where one was altered."""
    found = pipeline.trace(case, code, rule=rule)
    if as_json:
        click.echo(_object(trace_text.shape(found)))
    else:
        _show(trace_text.lines(found))
    _finish(finding=not found.intact)


@main.command()
@_case
@click.argument("id", metavar="ID")
def text(case: Path, id: str) -> None:
    """Print the text of the document ID, whose characters all offsets count."""
    sys.stdout.buffer.write(pipeline.text(case, id).encode("utf-8"))


@main.command()
@_case
@_config
@_json
def config(case: Path, config: Path | None, as_json: bool) -> None:
    """Print each setting of the case in DIR, and where it comes from."""
    lines = pipeline.config(case, path=config).lines()
    if as_json:
        click.echo(_object({name: {"value": _plain(value), "from": origin} for name, value, origin in lines}))
        return
    for name, value, origin in lines:
        click.echo(f"{name} = {_toml(value)}  # {origin}")


# What every command shares.


def _object(shape: shapes.Json) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=1, allow_nan=False)


def _line(shape: shapes.Json) -> str:
    return json.dumps(shape, ensure_ascii=False, allow_nan=False)


def _plain(value: object) -> shapes.Json:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, str | int) else str(value)


def _toml(value: object) -> str:
    """Return a setting's value as TOML writes it; unset ones as ``""``."""
    return json.dumps(_plain(value) if value is not None else "", ensure_ascii=False)


@contextmanager
def _progress() -> Iterator[Progress]:
    """Give what shows progress on a terminal, and nothing where there is none."""
    if not sys.stderr.isatty():
        yield quiet
        return
    longest = 0

    def show(stage: str, done: int) -> None:
        nonlocal longest
        line = f"{stage} {done:,}" if done else stage
        longest = max(longest, len(line))
        click.echo(f"\r{line:<{longest}}", err=True, nl=False)

    try:
        yield show
    finally:
        if longest:
            click.echo("\r" + " " * longest + "\r", err=True, nl=False)


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(_visible(line))


def _say(line: str) -> None:
    click.echo(_visible(line), err=True)


# Documents and their ids are anyone's; a terminal would obey what they hold.
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\t"}
_CONTROLS[ord("\n")] = "\\n"


def _visible(line: str) -> str:
    r"""Return a line with its control characters (but tabs) as escapes, so that it stays one line.

    >>> _visible("a\x1b[2J\nb")
    'a\\x1b[2J\\nb'
    """
    return line.translate(_CONTROLS)


def _say_issues(issues: Sequence[Issue]) -> None:
    """Name the first issues and count the rest."""
    for one in issues[:_NAMED]:
        _say(f"{one.code}: {one.message}")
    if issues:
        kinds: dict[str, int] = {}
        for one in issues:
            kinds[one.code] = kinds.get(one.code, 0) + 1
        _say(f"issues: {len(issues)} (" + ", ".join(f"{code} {many}" for code, many in sorted(kinds.items())) + ")")


def _faulty(issues: Sequence[Issue]) -> bool:
    """Return whether files were odd; a case that lies among them is only passed over."""
    return any(one.code != CASE_FOLDER for one in issues)


def _finish(*, finding: bool) -> None:
    if finding:
        sys.exit(FINDING)
