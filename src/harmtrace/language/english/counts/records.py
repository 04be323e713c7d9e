"""What an English sentence counts: a number and the noun that it counts."""

from dataclasses import dataclass

from harmtrace.language.english.numbers import Number
from harmtrace.records.claim import Who


@dataclass(slots=True)
class Counted:
    """A count phrase: its number and the noun it counts.

    Attributes:
        start, end: tokens, end exclusive. ``number`` gives the number's own tokens.
        head: the noun, lower case; empty for a bare number.
        kind: the class character it has in the string.
        more: "others", "more", "another": what is counted is inherited from before.
        part: "of them", "of the dead": a part of another count.
        of: for a part, what it is a part of ("dead", "injured", "them").
    """

    start: int
    end: int
    number: Number
    head: str
    kind: str
    who: Who
    child: bool = False
    woman: bool = False
    man: bool = False
    more: bool = False
    part: bool = False
    of: str = ""
    article: bool = False
    explicit: bool = False
