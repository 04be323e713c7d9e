"""A count of people harmed in an Arabic sentence, and what governs the counts to come while it is read."""

from dataclasses import dataclass, field

from harmtrace.language.arabic.counts.records import Counted
from harmtrace.records.claim import Outcome, Step, Unit, Who


@dataclass(slots=True)
class Harm:
    """A count of people harmed; token numbers, ends exclusive."""

    counted: Counted
    start: int
    end: int
    outcome: Outcome
    step: Step = Step.TOTAL
    rule: str = "governed/1"
    who: Who = Who.UNSPECIFIED
    unit: Unit = Unit.PEOPLE
    groups: dict[str, tuple[int | None, int | None]] = field(default_factory=dict)
    denied: bool = False
    unsure: bool = False
    governor: int = -1


@dataclass(slots=True)
class Governor:
    """What governs the counts to come while a sentence is read."""

    outcome: Outcome | None = None
    at: int = -1
    noun: bool = False
    fell: bool = False
    toll: Outcome | None = None
    toll_at: int = -1
    rises: bool = False
    passed: bool = False  # "has passed" stands before the toll, and its number behind
    moved: bool = False
    moved_at: int = -9
    toll_who: Who = Who.UNSPECIFIED
    among: Harm | None = None
    last: int = -1
    agent: int = -1
    negated: bool = False
    used: int = 0
    bracket: int = -1
    of: bool = False
    mourned: bool = False
    told: Outcome | None = None  # what the sentences before counted
