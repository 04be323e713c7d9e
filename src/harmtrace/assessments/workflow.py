"""Which act may follow which on an allegation, and by whose decision.

The rules; a refusal names the one that it rests on.

    W1   An allegation begins with its receipt, and is received once. Every act names who did it and why.
    W2   States follow as in ``FOLLOWS``: received → screened → closed as duplicate, closed as out of scope or
         initial assessment; initial assessment → closed non-credible or credibility assessment; credibility
         assessment → closed non-credible, closed credible or formal investigation; formal investigation →
         closed non-credible or closed credible; any open state after screening → closed as duplicate; any
         closed state → reopened → initial assessment.
    W3   No step is dated before the step that it follows, and no act before the receipt.
    W4   Closing credible or non-credible, and correcting what such a closing says, needs a second person.
         Names are compared without case, spaces and forms of letters.
    W5   A non-credible closing gives its reason: a code, or the body's own words where they fit none.
    W6   A credible closing says how many were killed or injured.
    W7   Reopening names the new information.
    W8   A duplicate repeats another allegation, not itself; it need not be named.
    W9   Reason, numbers and new information stand only with the steps that they belong to.
    W10  A request for information is sent while the allegation is open; it is answered once; only then can it
         be settled whether the answer was used. The answer may come after the closing, and is shown as late.
    W11  A dissent is against a step of the same allegation, by somebody who neither took nor seconded it.
    W12  A checklist's item belongs to a stage that the allegation is in or has been in.
    W13  An amendment corrects details of a line, never its state: that takes a reopening. It changes something.
    W14  Nothing is dated into a frozen month or before it; what is learnt later is an amendment in a later
         month. Those that an opening balance counts without naming may still be named.

(W14 is held by ``assessments/monthly.py``, which knows the months.)

The state machine has no input, no output and no clock. Sources: the states and their order, the two-person
rule and the requests for information are those of VOCABULARY, "Assessment states".
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NoReturn

from harmtrace.assessments.checklists import checklist
from harmtrace.errors import CountError, WorkflowError
from harmtrace.records.assessment import (
    Act,
    AllegationId,
    Amendment,
    Answer,
    Assessment,
    Check,
    Detail,
    Dissent,
    Identification,
    Question,
    Receipt,
    Rfi,
    Standard,
    State,
    Step,
    Use,
)
from harmtrace.records.incident import Bounds
from harmtrace.records.position import Channel, Reason

FOLLOWS: Mapping[State, frozenset[State]] = {
    State.RECEIVED: frozenset({State.SCREENED}),
    State.SCREENED: frozenset({State.CLOSED_DUPLICATE, State.CLOSED_OUT_OF_SCOPE, State.INITIAL_ASSESSMENT}),
    State.INITIAL_ASSESSMENT: frozenset(
        {State.CLOSED_NON_CREDIBLE, State.CREDIBILITY_ASSESSMENT, State.CLOSED_DUPLICATE}
    ),
    State.CREDIBILITY_ASSESSMENT: frozenset(
        {State.CLOSED_NON_CREDIBLE, State.CLOSED_CREDIBLE, State.FORMAL_INVESTIGATION, State.CLOSED_DUPLICATE}
    ),
    State.FORMAL_INVESTIGATION: frozenset({State.CLOSED_NON_CREDIBLE, State.CLOSED_CREDIBLE, State.CLOSED_DUPLICATE}),
    State.REOPENED: frozenset({State.INITIAL_ASSESSMENT, State.CLOSED_DUPLICATE}),
    State.CLOSED_NON_CREDIBLE: frozenset({State.REOPENED}),
    State.CLOSED_CREDIBLE: frozenset({State.REOPENED}),
    State.CLOSED_DUPLICATE: frozenset({State.REOPENED}),
    State.CLOSED_OUT_OF_SCOPE: frozenset({State.REOPENED}),
}
TWO_PERSONS = frozenset({State.CLOSED_NON_CREDIBLE, State.CLOSED_CREDIBLE})
# Correcting one of these changes what a body said of the harm.
_OF_A_CLOSING = frozenset({Detail.REASON, Detail.STATED, Detail.KILLED, Detail.INJURED, Detail.STANDARD})


def fold(acts: Iterable[Act]) -> dict[AllegationId, Assessment]:
    """Return every allegation as its acts leave it, in order of receipt.

    Raises:
        WorkflowError: an act that the rules forbid.
    """
    found: dict[AllegationId, Assessment] = {}
    for act in acts:
        found[act.allegation] = apply(found.get(act.allegation), act)
    return found


def as_of(assessment: Assessment, day: date) -> Assessment | None:
    """Return an allegation as it stood at the end of a day, None where it had not been received.

    Its acts were allowed when they were recorded; they are not judged again.
    """
    if assessment.received > day:
        return None
    if all(act.on <= day for act in assessment.acts):
        return assessment
    stood: Assessment | None = None
    for act in assessment.acts:
        if act.on <= day:
            stood = _after(stood, act)
    return stood


def apply(assessment: Assessment | None, act: Act) -> Assessment:
    """Return an allegation after one more act.

    Raises:
        WorkflowError: the rules forbid it; the message names the rule.
    """
    if not act.by.strip() or not act.why.strip():
        _refuse("W1", f"{act.allegation}: an act names who did it and why")
    _check(assessment, act)
    after = _after(assessment, act)
    if assessment is not None and isinstance(act, Amendment | Identification):
        _check_amended(assessment, after)
    return after


def _check(assessment: Assessment | None, act: Act) -> None:
    if isinstance(act, Receipt):
        if assessment is not None:
            _refuse("W1", f"{act.allegation} was received on {assessment.received} already")
        if not act.body.strip():
            _refuse("W1", f"{act.allegation}: a receipt names the body")
        return
    if assessment is None:
        _refuse("W1", f"{act.allegation} was never received; the first act on an allegation is its receipt")
    if act.on < assessment.received:
        _refuse("W3", f"{act.allegation} was received on {assessment.received}, found an act on {act.on}")
    match act:
        case Step():
            _check_step(assessment, act)
        case Question() | Answer() | Use():
            _check_rfi(assessment, act)
        case Dissent():
            _check_dissent(assessment, act)
        case Check():
            _check_item(assessment, act)
        case Amendment():
            _check_amendment(assessment, act)


def _after(assessment: Assessment | None, act: Act) -> Assessment:
    """Return an allegation after an act that is allowed."""
    if isinstance(act, Receipt):
        return _received(act)
    assert assessment is not None
    after = assessment
    match act:
        case Step():
            after = _stepped(assessment, act)
        case Amendment():
            for detail, text in act.values:
                after = _corrected(after, detail, text.strip())
        case Identification():
            after = replace(assessment, incident=act.incident)
    return replace(after, acts=(*assessment.acts, act))


def same_person(a: str, b: str) -> bool:
    """Return whether two names are one person's, as far as letters tell.

    >>> same_person("Ilda  Maron", "ilda maron"), same_person("Ilda Maron", "Oren Saxe")
    (True, False)
    """
    return _name(a) == _name(b)


def _name(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _refuse(rule: str, message: str) -> NoReturn:
    raise WorkflowError(f"{message} (rule {rule})")


def _received(act: Receipt) -> Assessment:
    return Assessment(
        id=act.allegation,
        body=act.body,
        received=act.on,
        channel=act.channel,
        number=act.number,
        incident=act.incident,
        document=act.document,
        when=act.when,
        where=act.where,
        state=State.RECEIVED,
        since=act.on,
        acts=(act,),
    )


def _check_step(assessment: Assessment, act: Step) -> None:
    here, to = assessment.state, act.to
    if to not in FOLLOWS[here]:
        may = ", ".join(sorted(FOLLOWS[here]))
        _refuse("W2", f"{act.allegation} is {here}: expected {may} next, found {to}")
    if act.on < assessment.since:
        _refuse("W3", f"{act.allegation} is {here} since {assessment.since}, found a step on {act.on}")
    _check_second(act.allegation, act.by, act.second, needed=to in TWO_PERSONS, what=f"{to}")
    _check_content(act)


def _stepped(assessment: Assessment, act: Step) -> Assessment:
    closing = act.to.closed
    return replace(
        assessment,
        state=act.to,
        since=act.on,
        reason=_reason(act) if closing else None,
        stated=act.stated if closing else None,
        killed=act.killed if closing else None,
        injured=act.injured if closing else None,
        standard=act.standard if closing else None,
    )


def _reason(act: Step) -> Reason | None:
    return Reason.DUPLICATE if act.to is State.CLOSED_DUPLICATE else act.reason


def _check_second(allegation: AllegationId, by: str, second: str | None, *, needed: bool, what: str) -> None:
    if second is not None and (not second.strip() or same_person(by, second)):
        _refuse("W4", f"{allegation}: {what} was signed by one person; the second must be somebody else")
    if needed and second is None:
        _refuse("W4", f"{allegation}: {what} needs a second person besides the one who decides")


def _check_content(act: Step) -> None:
    """Refuse a closing that lacks what it must say, and a step that says what belongs to another."""
    to, name = act.to, act.allegation
    if to is State.CLOSED_NON_CREDIBLE and act.reason is None and not (act.stated or "").strip():
        _refuse("W5", f"{name}: a non-credible closing gives its reason, by code or in the body's words")
    if to is State.CLOSED_CREDIBLE and act.killed is None and act.injured is None:
        _refuse("W6", f"{name}: a credible closing says how many were killed or injured")
    if to is State.REOPENED and not (act.news or "").strip():
        _refuse("W7", f"{name}: reopening names the new information")
    if act.duplicate_of == name:
        _refuse("W8", f"{name} cannot repeat itself")
    misplaced = (
        ("a reason", act.reason, to is State.CLOSED_NON_CREDIBLE or _duplicates(act)),
        ("the body's words for a reason", act.stated, to.closed and to is not State.CLOSED_CREDIBLE),
        ("killed", act.killed, to is State.CLOSED_CREDIBLE),
        ("injured", act.injured, to is State.CLOSED_CREDIBLE),
        ("new information", act.news, to is State.REOPENED),
        ("an earlier allegation", act.duplicate_of, to is State.CLOSED_DUPLICATE),
    )
    for what, value, fits in misplaced:
        if value is not None and not fits:
            _refuse("W9", f"{name}: {what} does not belong to {to}")


def _duplicates(act: Step) -> bool:
    return act.to is State.CLOSED_DUPLICATE and act.reason is Reason.DUPLICATE


def _check_rfi(assessment: Assessment, act: Question | Answer | Use) -> None:
    sent = {one.number: one for one in assessment.rfis}
    if isinstance(act, Question):
        if assessment.state.closed:
            _refuse("W10", f"{act.allegation} is {assessment.state}: questions are asked while it is open")
        if act.rfi != len(sent) + 1 or not act.question.strip() or not act.asked_of.strip():
            _refuse("W10", f"{act.allegation}: request {act.rfi} needs a question, whom it asks, and the next number")
        return
    rfi = sent.get(act.rfi)
    if rfi is None:
        _refuse("W10", f"{act.allegation} has no request for information {act.rfi}")
    if isinstance(act, Answer):
        _check_answer(rfi, act)
    elif rfi.answered_on is None:
        _refuse("W10", f"{act.allegation}: request {act.rfi} is not answered yet")
    elif act.on < rfi.answered_on:
        _refuse("W3", f"{act.allegation}: request {act.rfi} was answered on {rfi.answered_on}, found {act.on}")


def _check_answer(rfi: Rfi, act: Answer) -> None:
    if rfi.answered_on is not None:
        _refuse("W10", f"{act.allegation}: request {act.rfi} was answered on {rfi.answered_on} already")
    if not act.answer.strip():
        _refuse("W10", f"{act.allegation}: request {act.rfi} needs the answer's words")
    if act.on < rfi.asked_on:
        _refuse("W3", f"{act.allegation}: request {act.rfi} was sent on {rfi.asked_on}, found an answer on {act.on}")


def _check_dissent(assessment: Assessment, act: Dissent) -> None:
    step = next((one for one in assessment.steps if one.id == act.against), None)
    if step is None:
        _refuse("W11", f"{act.allegation} has no step {act.against} to dissent from")
    if act.on < step.on:
        _refuse("W3", f"{act.allegation}: step {act.against} was taken on {step.on}, found a dissent on {act.on}")
    if any(signed is not None and same_person(act.by, signed) for signed in (step.by, step.second)):
        _refuse("W11", f"{act.allegation}: who signed step {act.against} cannot dissent from it, but can reopen")


def _check_item(assessment: Assessment, act: Check) -> None:
    open_items = {item for stage in assessment.stages for item in checklist(stage)}
    if act.item not in open_items:
        _refuse(
            "W12",
            f"{act.allegation}: expected an item of a stage it has been in "
            f"({', '.join(sorted(open_items))}), found {act.item}",
        )


def _check_amendment(assessment: Assessment, act: Amendment) -> None:
    if not act.values:
        _refuse("W13", f"{act.allegation}: an amendment says what it corrects")
    if act.on < assessment.since:
        _refuse("W3", f"{act.allegation} is {assessment.state} since {assessment.since}, found {act.on}")
    of_closing = [detail for detail, _ in act.values if detail in _OF_A_CLOSING]
    if of_closing and not assessment.state.closed:
        _refuse("W13", f"{act.allegation} is {assessment.state}: {of_closing[0]} belongs to a closing")
    signed = bool(of_closing) and assessment.state in TWO_PERSONS
    what = f"correcting {', '.join(of_closing)}" if of_closing else "an amendment"
    _check_second(act.allegation, act.by, act.second, needed=signed, what=what)


def _check_amended(before: Assessment, after: Assessment) -> None:
    """Refuse a correction that changes nothing, or leaves a closing without what it must say."""
    name, state = after.id, after.state
    if replace(after, acts=before.acts) == before:
        _refuse("W13", f"{name}: it stands like this already")
    credible, non_credible = state is State.CLOSED_CREDIBLE, state is State.CLOSED_NON_CREDIBLE
    if not credible and (after.killed is not None or after.injured is not None):
        _refuse("W9", f"{name}: killed and injured belong to a credible closing")
    if credible and after.killed is None and after.injured is None:
        _refuse("W6", f"{name}: a credible closing says how many were killed or injured")
    if non_credible and after.reason is None and after.stated is None:
        _refuse("W5", f"{name}: a non-credible closing gives its reason, by code or in the body's words")
    if state is State.CLOSED_DUPLICATE and after.reason is not Reason.DUPLICATE:
        _refuse("W9", f"{name}: the reason of a duplicate is {Reason.DUPLICATE}")
    if not non_credible and after.reason not in (None, Reason.DUPLICATE):
        _refuse("W9", f"{name}: {after.reason} belongs to a non-credible closing")


def _corrected(assessment: Assessment, detail: Detail, text: str) -> Assessment:
    value = text or None
    try:
        match detail:
            case Detail.NUMBER:
                return replace(assessment, number=value)
            case Detail.CHANNEL:
                return replace(assessment, channel=Channel(text))
            case Detail.WHEN:
                return replace(assessment, when=value)
            case Detail.WHERE:
                return replace(assessment, where=value)
            case Detail.DOCUMENT:
                return replace(assessment, document=value)
            case Detail.REASON:
                return replace(assessment, reason=None if value is None else Reason(text))
            case Detail.STATED:
                return replace(assessment, stated=value)
            case Detail.KILLED:
                return replace(assessment, killed=None if value is None else Bounds.of(text))
            case Detail.INJURED:
                return replace(assessment, injured=None if value is None else Bounds.of(text))
            case Detail.STANDARD:
                return replace(assessment, standard=None if value is None else Standard(text))
    except (ValueError, CountError) as error:
        raise WorkflowError(f"{assessment.id}: {detail} cannot be {text!r}: {error} (rule W13)") from error
