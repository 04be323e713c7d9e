"""Commands that record what people decide: claim, judge."""

from collections.abc import Mapping
from pathlib import Path

import click

from harmtrace import pipeline
from harmtrace.cli.common import (
    by_option,
    case_argument,
    json_object,
    json_option,
    progress_shown,
    show,
    why_option,
)
from harmtrace.records.judgement import Decision
from harmtrace.reports import shapes


@click.command()
@case_argument
@click.argument("id", metavar="ID")
@click.option("--accept", is_flag=True, help="The claim stands.")
@click.option("--reject", is_flag=True, help="The claim takes part in nothing.")
@click.option(
    "--set", "values", multiple=True, metavar="FIELD=VALUE", help="Put another value in place; empty for none."
)
@by_option
@why_option
@json_option
def claim(case: Path, id: str, values: tuple[str, ...], by: str, why: str, as_json: bool, **decisions: bool) -> None:
    """Record a person's decision on the claim ID; print what it changes.

    The decision is kept for ever and always wins; the machine's claim stays beside it.
    """
    decision = _one_of({**decisions, "set": bool(values)})
    fields = dict(_field(value) for value in values)
    with progress_shown() as progress:
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


@click.command()
@case_argument
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--same", is_flag=True, help="One event.")
@click.option("--different", is_flag=True, help="Two events.")
@click.option("--unsure", is_flag=True, help="Take an earlier decision on the two back.")
@by_option
@why_option
@json_option
def judge(case: Path, a: str, b: str, by: str, why: str, as_json: bool, **decisions: bool) -> None:
    """Record a person's decision on two claims, two incidents, or an incident and a strike; print what it changes.

    A strike is one that `harmtrace strikes` lists for the incident: --same takes it for the incident's,
    --different sets it aside, --unsure takes the decision back.
    """
    decision = _one_of(decisions)
    with progress_shown() as progress:
        decided = pipeline.judge(case, a, b, decision, by=by, why=why, progress=progress)
    _print_decided(decided, as_json=as_json)


def _print_decided(decided: pipeline.Decided, *, as_json: bool) -> None:
    if as_json:
        click.echo(json_object({"judgement": shapes.judgement(decided.judgement), "changes": decided.changes}))
        return
    click.echo(f"recorded as judgement {decided.judgement.id}")
    show(decided.changes or ("no figure changes",))
