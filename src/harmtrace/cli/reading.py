"""Commands that show what was read and what follows: claims, incidents, copies, trace, text, config."""

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
    json_line,
    json_object,
    json_option,
    paths_argument,
    plain,
    say,
    say_issues,
    say_opened,
    show,
    toml,
)
from harmtrace.intake.sandbox import Sandbox
from harmtrace.pipeline import trace_text
from harmtrace.records.claim import Reading
from harmtrace.records.entry import Issue
from harmtrace.records.proposal import Difference, Proposed
from harmtrace.reports import shapes, tables
from harmtrace.reports.summary import Summary


@click.command()
@paths_argument
@gazetteer_option
@click.option("--on", metavar="DATE", help="Reference day (2017-03-25) for documents that have none.")
@engine_option
@click.option("--config", type=click.Path(path_type=Path), help="Settings file that configures the engines.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also list numbers that make no claim, refused proposals and differences between engines, with the reason.",
)
@click.option("--jsonl", is_flag=True, help="One JSON object a line on standard output.")
def claims(
    paths: tuple[Path, ...],
    gazetteer: tuple[Path, ...],
    on: str | None,
    engines: str | None,
    config: Path | None,
    everything: bool,
    jsonl: bool,
) -> None:
    """Print the claims of documents, without a case; what other engines suggest after those of the rules."""
    issues, documents = [], 0
    with Sandbox() as sandbox:
        for item in pipeline.claims(paths, gazetteer=gazetteer, on=on, engines=engines, config=config, sandbox=sandbox):
            match item:
                case Issue():
                    issues.append(item)
                case Reading():
                    documents += 1
                    _print_reading(item, everything=everything, jsonl=jsonl)
                case Proposed():
                    _print_proposed(item, everything=everything, jsonl=jsonl)
                    if item.failed:
                        issues.append(Issue(code="engine-failed", message=f"{item.document}: {item.failed}"))
                case Difference():
                    if everything:
                        _print_lines([shapes.difference(item)], (tables.difference(item),), jsonl=jsonl)
        say_opened(sandbox.kind)
    say_issues(issues)
    if not documents:
        sys.exit(USAGE)
    finish(finding=faulty(issues))


def _print_reading(reading: Reading, *, everything: bool, jsonl: bool) -> None:
    lines: list[shapes.Shape] = [shapes.claim(one) for one in reading.claims]
    if everything:
        lines += [shapes.set_aside(one) for one in reading.set_aside]
    _print_lines(lines, tables.reading(reading, everything=everything), jsonl=jsonl)


def _print_proposed(proposed: Proposed, *, everything: bool, jsonl: bool) -> None:
    lines: list[shapes.Shape] = [shapes.suggestion(one) for one in proposed.suggestions]
    if everything:
        lines += [shapes.refusal(one) for one in proposed.refusals]
    _print_lines(lines, tables.proposed(proposed, everything=everything), jsonl=jsonl)


def _print_lines(lines: list[shapes.Shape], words: tuple[str, ...], *, jsonl: bool) -> None:
    if not jsonl:
        show(words)
        return
    for line in lines:
        click.echo(json_line(line))


@click.command()
@case_argument
@json_option
def incidents(case: Path, as_json: bool) -> None:
    """Print the incidents of the case in DIR as last computed."""
    shown = pipeline.incidents(case)
    if not shown.finished:
        say(f"{case}: the last run was cut short; run it again to complete this")
    if shown.waiting:
        say(f"{case}: {shown.waiting} documents are in and not read yet; `harmtrace run` reads them")
    if as_json:
        click.echo(
            json_object(
                shapes.incidents(
                    shown.incidents,
                    periods=shown.periods,
                    unplaced=shown.unplaced,
                    uncounted=shown.uncounted,
                    issues=shown.issues,
                )
            )
        )
        return
    short = [Summary.of(one, rule=shown.rule) for one in shown.incidents]
    show(tables.incidents(short, rule=shown.rule))
    say_issues(shown.issues)


@click.command()
@case_argument
@json_option
def copies(case: Path, as_json: bool) -> None:
    """Print which texts of the case are versions, copies and excerpts of which."""
    relations, families = pipeline.copies(case)
    if as_json:
        click.echo(json_object(shapes.copies(relations, families)))
        return
    show(tables.copies(relations, families))


@click.command()
@case_argument
@click.argument("code", metavar="CODE")
@click.option("--rule", metavar="NAME", help="The named range (default: that of the settings).")
@json_option
def trace(case: Path, code: str, rule: str | None, as_json: bool) -> None:
    """Follow a figure of the incident CODE down to words and originals; exit 1 where one was altered."""
    found = pipeline.trace(case, code, rule=rule)
    if as_json:
        click.echo(json_object(trace_text.shape(found)))
    else:
        show(trace_text.lines(found))
    finish(finding=not found.intact)


@click.command()
@case_argument
@click.argument("id", metavar="ID")
def text(case: Path, id: str) -> None:
    """Print the text of the document ID, whose characters all offsets count."""
    sys.stdout.buffer.write(pipeline.text(case, id).encode("utf-8"))


@click.command()
@case_argument
@config_option
@json_option
def config(case: Path, config: Path | None, as_json: bool) -> None:
    """Print each setting of the case in DIR, and where it comes from."""
    lines = pipeline.config(case, path=config).lines()
    if as_json:
        click.echo(json_object({name: {"value": plain(value), "from": origin} for name, value, origin in lines}))
        return
    for name, value, origin in lines:
        click.echo(f"{name} = {toml(value)}  # {origin}")
