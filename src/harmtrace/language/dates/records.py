"""What is read of time: a mention of a date, and the day that a text is read from."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class DateKind(StrEnum):
    """How words of time say when."""

    POINT = "point"
    SPAN = "span"
    WINDOW = "window"
    SINCE = "since"
    RANGE = "range"
    RELATIVE = "relative"
    VAGUE = "vague"
    RATE = "rate"


class Anchor(StrEnum):
    """What the meaning of a mention rests on.

    ``explicit``: the words alone. ``reference``: the reference day. ``year elsewhere``: a full date elsewhere
    in the text gives the year. ``relative``: another mention. ``none``: nothing that gives a date.
    """

    EXPLICIT = "explicit"
    REFERENCE = "reference"
    ELSEWHERE = "year elsewhere"
    RELATIVE = "relative"
    NONE = "none"


class DateMention(NamedTuple):
    """Words of time and what they mean; a tuple because it is made by the million.

    Attributes:
        start, end: the words, in code points of the whole text, end exclusive.
        edtf: EDTF level 1; None where no date can be known from them.
        kind: how they say it.
        rule: name of the rule that read them, with notes after colons ("month-day:late").
        anchor: what the meaning rests on.
        shift_days: for RELATIVE, days from the event talked of; None where not a whole number of days.
        time_of_day: ``dawn``, ``morning``, ``afternoon``, ``evening``, ``night``, ``overnight`` or ``HH:MM``.
    """

    start: int
    end: int
    edtf: str | None
    kind: DateKind
    rule: str
    anchor: Anchor
    shift_days: int | None = None
    time_of_day: str | None = None

    @property
    def why(self) -> str:
        """Return how the date is known, for people: the rule and what it rests on."""
        return f"{self.rule} ({self.anchor.value})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The day that a text's words of time are read from.

    Attributes:
        day: EDTF day, ``XXXX-07-12`` where the year is unknown; None where no day is known.
        why: how it was found.
        year: year of a bare month and day where no full day is known; from a full date in the text.
        month: month that the text speaks in, where no full day is known; None where its dates disagree.
        weekday: Monday 0; known with the day, or stated beside a day without year.
        near: latest full date in the body, where that is what gives the year.
        years: the years of the full dates in the body.
        dateline: day that the text itself gives, even where ``published`` won.
        until: last of the days that the text says it reports on: its days of the week are those up to it.
        on: the reference day where it is a full date, else None.

    >>> Reference(day="2017-03-25", why="given").on
    datetime.date(2017, 3, 25)
    """

    day: str | None
    why: str
    year: int | None = None
    month: int | None = None
    weekday: int | None = None
    near: date | None = None
    years: tuple[int, ...] = ()
    dateline: str | None = None
    until: date | None = None
    on: date | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        on = None if self.day is None or self.day.startswith("X") else date.fromisoformat(self.day)
        object.__setattr__(self, "on", on)
