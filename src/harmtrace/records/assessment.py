"""Allegation, acts and Assessment: what a body was told, what was done with it, by whom, and why."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from harmtrace.records.incident import Bounds
from harmtrace.records.position import Channel, Reason

# An allegation's id within its case: A-0001 and on, in order of recording.
AllegationId = NewType("AllegationId", str)


class State(StrEnum):
    """How far an allegation is (VOCABULARY, Assessment states)."""

    RECEIVED = "received"
    SCREENED = "screened"
    INITIAL_ASSESSMENT = "initial_assessment"
    CREDIBILITY_ASSESSMENT = "credibility_assessment"
    FORMAL_INVESTIGATION = "formal_investigation"
    CLOSED_NON_CREDIBLE = "closed_non_credible"
    CLOSED_CREDIBLE = "closed_credible"
    CLOSED_DUPLICATE = "closed_duplicate"
    CLOSED_OUT_OF_SCOPE = "closed_out_of_scope"
    REOPENED = "reopened"

    @property
    def closed(self) -> bool:
        """Tell whether nothing is to be done any more, unless new information comes."""
        return self in _CLOSED


_CLOSED = frozenset(
    {State.CLOSED_NON_CREDIBLE, State.CLOSED_CREDIBLE, State.CLOSED_DUPLICATE, State.CLOSED_OUT_OF_SCOPE}
)


class Standard(StrEnum):
    """How sure the body must have been (VOCABULARY, Standard of proof)."""

    MORE_LIKELY_THAN_NOT = "more_likely_than_not"
    REASONABLE_GROUNDS_TO_BELIEVE = "reasonable_grounds_to_believe"
    TWO_INDEPENDENT_SOURCES = "two_independent_sources"
    RECORDER_GRADE = "recorder_grade"


class Checked(StrEnum):
    """What became of one item of a checklist."""

    YES = "yes"
    NO = "no"
    NOT_POSSIBLE = "not_possible"


class Detail(StrEnum):
    """What an amendment may correct of an allegation's line; never its state, nor the day it was received."""

    NUMBER = "number"
    CHANNEL = "channel"
    WHEN = "when"
    WHERE = "where"
    DOCUMENT = "document"
    REASON = "reason"
    STATED = "stated"
    KILLED = "killed"
    INJURED = "injured"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that a named person did with an allegation. Never changed, never deleted.

    Attributes:
        id: order of recording within the case, from 1; 0 before it is recorded.
        on: the day on which it was done, in the body's own calendar.
        by, why: who did it, and the reason given.
        at: when it was recorded: UTC, ISO 8601 to the second.
        evidence: ids of documents, claims, incidents or allegations, names of files of the case, or web addresses.
    """

    id: int = 0
    allegation: AllegationId
    on: date
    by: str
    why: str
    at: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Act):
    """An allegation came to the body: the first act on it.

    Attributes:
        number: the body's own number for it, None where not known.
        incident: public code of the incident that it is about, None where not known.
        document: id of the document in which it stands, None for none.
        when, where: day (EDTF) and place that it names, None where not known.
    """

    body: str
    channel: Channel
    number: str | None = None
    incident: str | None = None
    document: str | None = None
    when: str | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Act):
    """An allegation went on to another state.

    Attributes:
        reason: of a non-credible or duplicate closing; None where the stated one fits no code.
        stated: the body's own words for the reason, None where not recorded.
        killed, injured: what a credible closing concedes; None where it does not say.
        second: who else signed it.
        news: the new information of a reopening.
        duplicate_of: the allegation that a duplicate repeats, None where not known.
    """

    to: State
    reason: Reason | None = None
    stated: str | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None
    standard: Standard | None = None
    second: str | None = None
    news: str | None = None
    duplicate_of: AllegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Act):
    """A request for information was sent; ``rfi`` numbers them within the allegation, from 1."""

    rfi: int
    question: str
    asked_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Act):
    """A request for information was answered."""

    rfi: int
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use(Act):
    """It was settled whether an answer was used in the assessment."""

    rfi: int
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent(Act):
    """A person disagreed with a step; ``against`` is that act's id, ``why`` the dissent."""

    against: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Act):
    """An item of a stage's checklist was gone through."""

    item: str
    checked: Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Act):
    """A line was corrected: each detail with the value it has from now on; empty text for none."""

    values: tuple[tuple[Detail, str], ...]
    second: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification(Act):
    """It was settled which incident an allegation is about; None takes an earlier one back."""

    incident: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rfi:
    """A request for information as it stands; None for what has not happened."""

    number: int
    question: str
    asked_of: str
    asked_on: date
    answer: str | None = None
    answered_on: date | None = None
    used: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The handling of one allegation, as its acts leave it.

    Attributes:
        state: as the latest step left it; ``since`` is that step's day.
        reason, stated, killed, injured, standard: of the latest closing, as amended since; None while it is open.
        acts: all of them, in order of recording.
    """

    id: AllegationId
    body: str
    received: date
    channel: Channel
    number: str | None
    incident: str | None
    document: str | None
    when: str | None
    where: str | None
    state: State
    since: date
    reason: Reason | None = None
    stated: str | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None
    standard: Standard | None = None
    acts: tuple[Act, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return its steps, in order."""
        return tuple(act for act in self.acts if isinstance(act, Step))

    @property
    def closing(self) -> Step | None:
        """Return the step that closed it, None while it is open."""
        return self.steps[-1] if self.state.closed else None

    @property
    def stages(self) -> tuple[State, ...]:
        """Return the states it has been in, each once, in order."""
        return tuple(dict.fromkeys((State.RECEIVED, *(step.to for step in self.steps))))

    @property
    def dissents(self) -> tuple[Dissent, ...]:
        """Return what people said against its steps."""
        return tuple(act for act in self.acts if isinstance(act, Dissent))

    @property
    def rfis(self) -> tuple[Rfi, ...]:
        """Return its requests for information, as they stand."""
        found: dict[int, Rfi] = {}
        for act in self.acts:
            match act:
                case Question():
                    found[act.rfi] = Rfi(number=act.rfi, question=act.question, asked_of=act.asked_of, asked_on=act.on)
                case Answer():
                    found[act.rfi] = replace(found[act.rfi], answer=act.answer, answered_on=act.on)
                case Use():
                    found[act.rfi] = replace(found[act.rfi], used=act.used)
        return tuple(found.values())

    @property
    def checks(self) -> dict[str, Check]:
        """Return the latest check of each item that was gone through."""
        return {act.item: act for act in self.acts if isinstance(act, Check)}

    @property
    def evidence(self) -> tuple[str, ...]:
        """Return all evidence that its acts name, each once; its document first."""
        own = () if self.document is None else (self.document,)
        return tuple(dict.fromkeys((*own, *(one for act in self.acts for one in act.evidence))))
