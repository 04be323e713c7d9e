"""Commands on allegations: allegation, allegations, assess, rfi, dissent, checklist, amend, identify."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypedDict, Unpack

import click

from harmtrace import pipeline
from harmtrace.assessments import CHECKLISTS
from harmtrace.cli.common import (
    by_option,
    case_argument,
    json_object,
    json_option,
    progress_shown,
    show,
    why_option,
)
from harmtrace.errors import UsageError
from harmtrace.records.assessment import (
    Act,
    AllegationId,
    Amendment,
    Answer,
    Assessment,
    Check,
    Checked,
    Detail,
    Dissent,
    Identification,
    Question,
    Receipt,
    Standard,
    State,
    Step,
    Use,
)
from harmtrace.records.incident import Bounds
from harmtrace.records.position import Channel, Reason
from harmtrace.reports import assessment_tables, month_shape
from harmtrace.reports.shapes import Shape


class Signed(TypedDict):
    """What every act carries: when, by whom, why, resting on what."""

    on: date
    by: str
    why: str
    evidence: tuple[str, ...]


class Seconded(Signed):
    """An act that a second person may sign."""

    second: str | None


class Closing(Seconded):
    """What a closing says besides its reason."""

    stated: str | None
    killed: Bounds | None
    injured: Bounds | None


class Maybe(TypedDict):
    """What an act carries, where the command can also only print."""

    on: date | None
    by: str | None
    why: str
    evidence: tuple[str, ...]


class Named(TypedDict):
    """What a receipt says of its allegation."""

    number: str | None
    incident: str | None
    document: str | None
    when: str | None
    where: str | None


class Day(click.ParamType[date]):
    """A day of the calendar as ISO 8601 writes it: 2017-03-17."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or say what was expected."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"expected a day such as 2017-03-17, found {value!r}", param, ctx)


class Range(click.ParamType[Bounds]):
    """A number or a range: 5, 5-7, 5- (at least), -7 (up to)."""

    name = "low-high"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Bounds:
        """Return the bounds; an error of ours says what was expected."""
        return value if isinstance(value, Bounds) else Bounds.of(str(value))


DAY, RANGE = Day(), Range()
_allegation = click.argument("allegation", metavar="ALLEGATION")
_on = click.option("--on", required=True, metavar="DATE", type=DAY, help="The day on which it was done.")
_evidence = click.option(
    "--evidence",
    multiple=True,
    metavar="ID",
    help="What it rests on: a document, claim, incident, allegation or file of the case (a strike log), a web address.",
)
_second = click.option("--second", metavar="NAME", help="The second person who signs.")


def _choice(kind: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([one.value for one in kind])


@click.command()
@case_argument
@click.option("--body", required=True, metavar="B", help="The body that received it.")
@click.option("--channel", required=True, type=_choice(Channel), help="How it came.")
@click.option("--received", required=True, metavar="DATE", type=DAY, help="The day on which it came.")
@click.option("--incident", metavar="CODE", help="The incident that it is about.")
@click.option("--document", metavar="ID", help="The document in which it stands.")
@click.option("--number", metavar="TEXT", help="The body's own number for it.")
@click.option("--when", metavar="EDTF", help="The day that it names.")
@click.option("--where", metavar="TEXT", help="The place that it names.")
@by_option
@click.option("--why", default="as received", metavar="TEXT", help="A note, kept with it.")
@json_option
def allegation(
    case: Path, body: str, channel: str, received: date, by: str, why: str, as_json: bool, **given: Unpack[Named]
) -> None:
    """Record an allegation as a body received it; print its id."""
    way = Channel(channel)
    receipt = Receipt(
        allegation=AllegationId(""), on=received, by=by, why=why, at="", body=body.strip(), channel=way, **given
    )
    done = pipeline.receive(case, receipt)
    if as_json:
        click.echo(json_object(month_shape.assessment(done.assessment)))
        return
    click.echo(done.assessment.id)


@click.command()
@case_argument
@click.argument("ids", metavar="[ALLEGATION]...", nargs=-1)
@click.option("--body", metavar="B", help="Only those of one body.")
@click.option("--open", "only_open", is_flag=True, help="Only those that are not closed.")
@json_option
def allegations(case: Path, ids: tuple[str, ...], body: str | None, only_open: bool, as_json: bool) -> None:
    """Print the allegations of the case, or the whole handling of those named."""
    found: Sequence[Assessment] = (
        [pipeline.allegation(case, id) for id in ids] if ids else pipeline.allegations(case, body=body)
    )
    found = [one for one in found if not (only_open and one.state.closed)]
    if as_json:
        click.echo(json_object({"allegations": [month_shape.assessment(one) for one in found]}))
    elif ids:
        for one in found:
            show(assessment_tables.handling(one))
    else:
        show(assessment_tables.allegations(found))


@click.command()
@case_argument
@_allegation
@click.option("--to", "to", required=True, type=_choice(State), help="The state that it goes on to.")
@click.option("--reason", type=_choice(Reason), help="Why it is closed as non-credible.")
@click.option("--stated", metavar="TEXT", help="The body's own words for the reason, where they fit no code.")
@click.option("--killed", type=RANGE, metavar="LOW-HIGH", help="Killed, as a credible closing concedes.")
@click.option("--injured", type=RANGE, metavar="LOW-HIGH", help="Injured, likewise.")
@click.option("--standard", type=_choice(Standard), help="The standard of proof.")
@click.option("--new", "news", metavar="TEXT", help="The new information of a reopening (default: what --why says).")
@click.option("--duplicate-of", metavar="ALLEGATION", help="The allegation that a duplicate repeats.")
@_evidence
@_on
@by_option
@why_option
@_second
@json_option
def assess(
    case: Path,
    allegation: str,
    to: str,
    reason: str | None,
    standard: str | None,
    duplicate_of: str | None,
    news: str | None,
    as_json: bool,
    **given: Unpack[Closing],
) -> None:
    """Take an allegation on to another state, as the rules of the workflow allow (docs/assessments.md)."""
    state = State(to)
    if state is State.REOPENED and news is None:
        news = given["why"]
    step = Step(
        allegation=AllegationId(allegation),
        at="",
        to=state,
        reason=None if reason is None else Reason(reason),
        standard=None if standard is None else Standard(standard),
        duplicate_of=None if duplicate_of is None else AllegationId(duplicate_of),
        news=news,
        **given,
    )
    _do(case, [step], as_json=as_json)


@click.command()
@case_argument
@_allegation
@click.option("--question", metavar="TEXT", help="Send a request: what is asked.")
@click.option("--asked-of", metavar="WHO", help="Whom it asks.")
@click.option("--number", type=int, metavar="N", help="The request that is answered or weighed.")
@click.option("--answer", metavar="TEXT", help="What was answered.")
@click.option("--used/--not-used", default=None, help="Whether the answer was used in the assessment.")
@_evidence
@click.option("--on", metavar="DATE", type=DAY, help="The day on which it was asked, answered or settled.")
@click.option("--by", metavar="NAME", help="Who records it.")
@click.option("--why", default="as recorded", metavar="TEXT", help="The reason, kept with it.")
@json_option
def rfi(
    case: Path,
    allegation: str,
    question: str | None,
    asked_of: str | None,
    number: int | None,
    answer: str | None,
    used: bool | None,
    as_json: bool,
    **given: Unpack[Maybe],
) -> None:
    """Record a request for information, its answer, or whether the answer was used; without these, print them.

    A new request takes the next number; --number names the one that --answer, --used or --not-used is about.
    """
    if question is None and answer is None and used is None:
        _print_rfis(pipeline.allegation(case, allegation), as_json=as_json)
        return
    signed, id = _signed(given), AllegationId(allegation)
    if question is not None:
        if asked_of is None or answer is not None or used is not None:
            raise click.UsageError("--question: expected --asked-of with it, and neither --answer nor --used")
        _do(
            case,
            [Question(allegation=id, at="", rfi=0, question=question, asked_of=asked_of, **signed)],
            as_json=as_json,
        )
        return
    if number is None:
        raise click.UsageError("expected --number with --answer, --used or --not-used")
    given_acts: list[Act] = []
    if answer is not None:
        given_acts.append(Answer(allegation=id, at="", rfi=number, answer=answer, **signed))
    if used is not None:
        given_acts.append(Use(allegation=id, at="", rfi=number, used=used, **signed))
    _do(case, given_acts, as_json=as_json)


def _signed(given: Maybe) -> Signed:
    """Return what the act carries, all of it given."""
    if given["on"] is None or given["by"] is None:
        raise click.UsageError("expected --on and --by with what is recorded")
    return {"on": given["on"], "by": given["by"], "why": given["why"], "evidence": given["evidence"]}


def _print_rfis(found: Assessment, *, as_json: bool) -> None:
    if as_json:
        click.echo(json_object({"allegation": found.id, "rfis": month_shape.assessment(found)["rfis"]}))
        return
    show(assessment_tables.rfis(found))


@click.command()
@case_argument
@_allegation
@click.option("--against", type=int, metavar="ACT", help="The step's number (default: the latest step).")
@_evidence
@_on
@by_option
@why_option
@json_option
def dissent(case: Path, allegation: str, against: int | None, as_json: bool, **given: Unpack[Signed]) -> None:
    """Record that a person disagrees with a step, and why; it is shown beside the step for ever."""
    if against is None:
        steps = pipeline.allegation(case, allegation).steps
        if not steps:
            raise UsageError(f"{allegation} has taken no step to dissent from (rule W11)")
        against = steps[-1].id
    _do(case, [Dissent(allegation=AllegationId(allegation), at="", against=against, **given)], as_json=as_json)


@click.command()
@case_argument
@_allegation
@click.option("--item", metavar="ITEM", help="The item that was gone through.")
@click.option("--is", "checked", type=_choice(Checked), help="What became of it.")
@_evidence
@click.option("--on", metavar="DATE", type=DAY, help="The day on which it was done.")
@click.option("--by", metavar="NAME", help="Who went through it.")
@click.option("--why", default="as recorded", metavar="TEXT", help="A note, kept with it.")
@json_option
def checklist(
    case: Path, allegation: str, item: str | None, checked: str | None, as_json: bool, **given: Unpack[Maybe]
) -> None:
    """Record an item of a stage's checklist with its evidence; without one, print the checklists."""
    if item is None:
        found = pipeline.allegation(case, allegation)
        if as_json:
            shape = assessment_tables.checklists_shape(found, CHECKLISTS)
            click.echo(json_object({"allegation": found.id, "checklists": shape}))
        else:
            show(assessment_tables.checklists(found, CHECKLISTS))
        return
    if checked is None:
        raise click.UsageError("--item: expected --is with it")
    signed = _signed(given)
    check = Check(allegation=AllegationId(allegation), at="", item=item, checked=Checked(checked), **signed)
    _do(case, [check], as_json=as_json)


@click.command()
@case_argument
@_allegation
@click.option("--set", "values", multiple=True, required=True, metavar="FIELD=VALUE", help="The corrected value.")
@_evidence
@_on
@by_option
@why_option
@_second
@json_option
def amend(case: Path, allegation: str, values: tuple[str, ...], as_json: bool, **given: Unpack[Seconded]) -> None:
    """Correct what an allegation's line says, never its state; the correction is a line of its month.

    FIELD is number, channel, when, where, document, reason, stated, killed, injured or standard. What a
    credible or non-credible closing says takes a second person.
    """
    pairs = tuple(_pair(value) for value in values)
    _do(case, [Amendment(allegation=AllegationId(allegation), at="", values=pairs, **given)], as_json=as_json)


def _pair(text: str) -> tuple[Detail, str]:
    name, sign, value = text.partition("=")
    if not sign or name.strip() not in tuple(Detail):
        raise click.UsageError(f"--set: expected FIELD=VALUE with one of {', '.join(Detail)}, found {text!r}")
    return Detail(name.strip()), value.strip()


@click.command()
@case_argument
@_allegation
@click.argument("code", metavar="CODE")
@_evidence
@_on
@by_option
@why_option
@json_option
def identify(case: Path, allegation: str, code: str, as_json: bool, **given: Unpack[Signed]) -> None:
    """Record which incident an allegation is about (its CODE, or "none"); the body's closing is its position there."""
    incident = None if code == "none" else code
    act = Identification(allegation=AllegationId(allegation), at="", incident=incident, **given)
    _do(case, [act], as_json=as_json)


def _do(case: Path, given: Sequence[Act], *, as_json: bool) -> None:
    """Have acts on one allegation kept, all or none, and print the allegation after them."""
    with progress_shown() as progress:
        done = pipeline.act(case, given, progress=progress)
    if as_json:
        shape: Shape = {
            "acts_done": [month_shape.act(one) for one in done.acts],
            "changes": list(done.changes),
        }
        click.echo(json_object({**month_shape.assessment(done.assessment), **shape}))
        return
    numbers = ", ".join(str(one.id) for one in done.acts)
    click.echo(f"{done.assessment.id}: {done.assessment.state}, recorded as act {numbers}")
    show(done.changes)
