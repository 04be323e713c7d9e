"""A count in an Arabic sentence: a number with its bounds and what it counts."""

from dataclasses import dataclass

from harmtrace.records.claim import Outcome, Who


@dataclass(slots=True)
class Counted:
    """A count in a sentence; token numbers, ends exclusive.

    Attributes:
        start, end: bounds and noun included.
        number: the token where the number stands; ``number_end`` the one after it.
        kind: ``P`` people, ``S`` people by what happened to them, ``Z`` families, ``X`` things, ``v`` no noun, ``u`` an unknown noun.
        single: a bare singular or dual noun, no number word.
        more: "others", "more": who they are stands before.
        part: so many of those spoken of ("three of the wounded").
        added: "another six".
    """

    start: int
    end: int
    number: int
    number_end: int
    low: int | None
    high: int | None
    kind: str
    vague: str | None = None
    approx: bool = False
    who: Who = Who.UNSPECIFIED
    group: str = ""
    outcome: Outcome | None = None
    head: int = -1
    single: bool = False
    more: bool = False
    part: bool = False
    added: bool = False
    definite: bool = False
