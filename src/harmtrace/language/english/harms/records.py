"""A count of people harmed in an English sentence."""

from dataclasses import dataclass

from harmtrace.language.english.counts.records import Counted
from harmtrace.records.claim import Outcome, Step, Unit


@dataclass(slots=True)
class Harm:
    """A count tied to harm: what a rule found in one sentence.

    Attributes:
        at: index of the count in the class string; trigger: index of the word of harm.
        start, end: tokens of the words that make the claim, end exclusive.
        step: how the number stands to others of its voice.
        groups_at: indices in the class string of the counts that break this one down.
    """

    at: int
    counted: Counted
    outcome: Outcome
    trigger: int
    start: int
    end: int
    rule: str
    step: Step = Step.TOTAL
    unit: Unit = Unit.PEOPLE
    denied: bool = False
    groups_at: tuple[int, ...] = ()
