"""Commands on what belligerents log and say: statements, strikes, position, dismissals."""

import sys
from pathlib import Path

import click

from harmtrace import pipeline
from harmtrace.cli.common import USAGE, faulty, finish, json_line, paths_argument, say_issues, show
from harmtrace.records.entry import Issue
from harmtrace.reports import shapes, tables


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
