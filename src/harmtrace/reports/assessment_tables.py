"""Allegations and their handling as lines of text for a terminal."""

from collections.abc import Iterable, Iterator, Mapping

from harmtrace.records.assessment import (
    Act,
    Amendment,
    Answer,
    Assessment,
    Check,
    Dissent,
    Identification,
    Question,
    Receipt,
    State,
    Step,
    Use,
)
from harmtrace.records.incident import Bounds
from harmtrace.reports import phrase
from harmtrace.reports.shapes import Json, Shape

Checklists = Mapping[State, Mapping[str, str]]


def words(value: str) -> str:
    """Return a word of a closed vocabulary as a reader says it.

    >>> words("closed_non_credible"), words("ngo")
    ('closed non-credible', 'NGO')
    """
    return "NGO" if value == "ngo" else value.replace("non_credible", "non-credible").replace("_", " ")


def conceded(killed: Bounds | None, injured: Bounds | None) -> str:
    """Return what a credible closing concedes, in words; empty where it says nothing.

    >>> conceded(Bounds(low=5, high=5), Bounds(low=0, high=2))
    '5 killed, 0–2 injured'
    """
    said = ((killed, "killed"), (injured, "injured"))
    return ", ".join(f"{phrase.short(one.low, one.high)} {what}" for one, what in said if one is not None)


def allegations(found: Iterable[Assessment]) -> Iterator[str]:
    """Yield a line for each allegation."""
    none = True
    for one in found:
        none = False
        about = ", ".join(part for part in (one.number and f"no. {one.number}", one.where, one.when) if part)
        parts = [
            one.id,
            f"{words(one.state)} since {one.since}",
            one.body,
            f"received {one.received} ({words(one.channel)})",
            about,
            one.incident or "",
            one.reason or one.stated or conceded(one.killed, one.injured),
        ]
        yield "  ".join(part for part in parts if part)
    if none:
        yield "no allegations"


def handling(one: Assessment) -> Iterator[str]:
    """Yield the whole handling of an allegation, act by act."""
    yield from allegations([one])
    for act in one.acts:
        yield f"  {act.id:>4}  {act.on}  {says(act)}"
        evidence = f"; evidence: {', '.join(act.evidence)}" if act.evidence else ""
        second = getattr(act, "second", None)
        signed = f"{act.by} and {second}" if second else act.by
        yield f"                    {signed}: {act.why}{evidence}"


def says(act: Act) -> str:
    """Return what an act did, in a few words."""
    match act:
        case Receipt():
            return f"received by {act.body} ({words(act.channel)})"
        case Step():
            more = act.reason or act.stated or conceded(act.killed, act.injured) or act.news or act.duplicate_of or ""
            return f"{words(act.to)}{': ' + more if more else ''}"
        case Question():
            return f"request {act.rfi} to {act.asked_of}: {act.question}"
        case Answer():
            return f"request {act.rfi} answered: {act.answer}"
        case Use():
            return f"answer {act.rfi} {'used' if act.used else 'not used'}"
        case Dissent():
            return f"dissent from act {act.against}"
        case Check():
            return f"checked {act.item}: {words(act.checked)}"
        case Amendment():
            return "amended " + "; ".join(f"{detail}: {text or 'none'}" for detail, text in act.values)
        case Identification():
            return f"about {act.incident}" if act.incident else "about no incident"
    raise AssertionError(f"an act of an unknown kind: {type(act).__name__}")


def rfis(one: Assessment) -> Iterator[str]:
    """Yield a line for each request for information."""
    for rfi in one.rfis:
        answer = "no answer" if rfi.answer is None else f"answered {rfi.answered_on}: {rfi.answer}"
        used = {None: "", True: " (used)", False: " (not used)"}[rfi.used]
        yield f"{rfi.number}  {rfi.asked_on}  {rfi.asked_of}: {rfi.question} – {answer}{used}"
    if not one.rfis:
        yield "no request for information"


def checklists(one: Assessment, lists: Checklists) -> Iterator[str]:
    """Yield the checklists of the stages that an allegation has been in."""
    for stage in one.stages:
        for item, question in lists.get(stage, {}).items():
            check = one.checks.get(item)
            state = "open" if check is None else words(check.checked)
            evidence = f" [{', '.join(check.evidence)}]" if check is not None and check.evidence else ""
            yield f"{words(stage)}  {item}: {state}{evidence}  ({question})"


def checklists_shape(one: Assessment, lists: Checklists) -> list[Json]:
    """Return the same for scripts."""
    found: list[Json] = []
    for stage in one.stages:
        for item, question in lists.get(stage, {}).items():
            check = one.checks.get(item)
            line: Shape = {
                "stage": stage,
                "item": item,
                "question": question,
                "checked": None if check is None else check.checked,
                "evidence": [] if check is None else list(check.evidence),
                "by": None if check is None else check.by,
                "on": None if check is None else check.on.isoformat(),
            }
            found.append(line)
    return found
