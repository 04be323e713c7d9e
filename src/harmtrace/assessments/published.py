"""Rows of a body's published list -> acts: an allegation each, taken through the steps that its outcome needs."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from harmtrace.assessments.workflow import FOLLOWS, TWO_PERSONS
from harmtrace.errors import CountError
from harmtrace.records.assessment import Act, AllegationId, Assessment, Receipt, State, Step
from harmtrace.records.entry import Issue
from harmtrace.records.incident import Bounds
from harmtrace.records.position import Channel, Reason

W = TypeVar("W")

COLUMNS = (
    "number", "received", "closed", "channel", "when", "where", "incident", "document", "outcome", "reason", "stated",
    "killed", "injured",
)  # fmt: skip

# The month's words, the position's, and the states' own.
OUTCOMES: Mapping[str, State] = {
    "": State.RECEIVED,
    "not_yet_assessed": State.RECEIVED,
    "open": State.INITIAL_ASSESSMENT,
    "open_incident": State.INITIAL_ASSESSMENT,
    "credible": State.CLOSED_CREDIBLE,
    "credible_substantiated": State.CLOSED_CREDIBLE,
    "non_credible": State.CLOSED_NON_CREDIBLE,
    "non_credible_unsubstantiated": State.CLOSED_NON_CREDIBLE,
    "duplicate": State.CLOSED_DUPLICATE,
    "out_of_scope": State.CLOSED_OUT_OF_SCOPE,
    **{state.value: state for state in State if state is not State.REOPENED},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One row of a published list.

    Attributes:
        row: its number in the file, from 1.
        closed: the day of its outcome; None only where it is not closed.
    """

    row: int
    received: date
    closed: date | None
    channel: Channel
    outcome: State
    number: str | None = None
    when: str | None = None
    where: str | None = None
    incident: str | None = None
    document: str | None = None
    reason: Reason | None = None
    stated: str | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """Return what tells it from other rows of the same body: its number, else day, place and channel."""
        return key(self.number, self.received, self.when, self.where, self.channel)


def key(
    number: str | None, received: date, when: str | None, where: str | None, channel: Channel
) -> tuple[object, ...]:
    """Return what tells an allegation of a body from its others."""
    return ("number", number) if number is not None else (received, when, where, channel)


def listed(row: int, fields: Mapping[str, str], *, file: str) -> tuple[Listed | None, tuple[Issue, ...]]:
    """Return a row as read, None where it lacks what an allegation needs, with all that is odd about it."""
    reader = _Reader(row, fields, file)
    received, closed = reader.day("received"), reader.day("closed")
    channel = reader.word("channel", {one.value: one for one in Channel})
    outcome = reader.word("outcome", OUTCOMES) if reader.text("outcome") else State.RECEIVED
    reason = reader.word("reason", {one.value: one for one in Reason}) if reader.text("reason") else None
    killed, injured = reader.bounds("killed"), reader.bounds("injured")
    for name, value in (("received", received), ("channel", channel)):
        if value is None and reader.text(name) is None:
            reader.missing(name, "an allegation needs it")
    if outcome is not None and outcome.closed and closed is None and reader.text("closed") is None:
        reader.missing("closed", f"{outcome} needs its day")
    if reader.issues or received is None or channel is None or outcome is None:
        return None, tuple(reader.issues)
    stated = reader.text("stated")
    if outcome is State.CLOSED_NON_CREDIBLE and reason is None and stated is None:
        stated = "the list gives no reason"
    if outcome is State.CLOSED_CREDIBLE and killed is None and injured is None:
        reader.numbers()
        killed = Bounds(low=None, high=None)
    whole = outcome is State.CLOSED_CREDIBLE
    return Listed(
        row=row,
        received=received,
        closed=closed,
        channel=channel,
        outcome=outcome,
        number=reader.text("number"),
        when=reader.text("when"),
        where=reader.text("where"),
        incident=reader.text("incident"),
        document=reader.text("document"),
        reason=reason if outcome is State.CLOSED_NON_CREDIBLE else None,
        stated=stated if outcome.closed and not whole else None,
        killed=killed if whole else None,
        injured=injured if whole else None,
    ), tuple(reader.issues)


class _Reader:
    """The fields of one row, and what is odd about them."""

    def __init__(self, row: int, fields: Mapping[str, str], file: str) -> None:
        self._row, self._fields, self._file = row, fields, file
        self.issues: list[Issue] = []

    def text(self, name: str) -> str | None:
        return self._fields.get(name, "").strip() or None

    def day(self, name: str) -> date | None:
        if (text := self.text(name)) is None:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._odd(name, "a day such as 2017-03-17", text)
            return None

    def bounds(self, name: str) -> Bounds | None:
        if (text := self.text(name)) is None:
            return None
        try:
            return Bounds.of(text)
        except CountError:
            self._odd(name, "a number or LOW-HIGH", text)
            return None

    def word(self, name: str, words: Mapping[str, W]) -> W | None:
        if (text := self.text(name)) is None:
            return None
        if text not in words:
            self._odd(name, "one of " + ", ".join(one for one in words if one), text)
            return None
        return words[text]

    def _odd(self, name: str, expected: str, found: str) -> None:
        message = f"row {self._row}, {name}: expected {expected}, found {found!r}"
        self.issues.append(Issue(code="allegation-field", message=message, document=self._file, start=self._row))

    def missing(self, name: str, why: str) -> None:
        message = f"row {self._row}: expected {name} ({why}), found nothing"
        self.issues.append(Issue(code="allegation-missing", message=message, document=self._file, start=self._row))

    def numbers(self) -> None:
        message = f"row {self._row}: a credible closing that states neither killed nor injured"
        self.issues.append(Issue(code="allegation-numbers", message=message, document=self._file, start=self._row))


def acts(
    one: Listed, known: Assessment | None, *, id: AllegationId, body: str, by: str, second: str | None, why: str
) -> Iterator[Act]:
    """Yield the acts that a row makes: the receipt where the allegation is new, then the steps to its outcome.

    A list tells the outcome, not the way: the steps in between bear the day of the outcome. An
    allegation that is closed already is left as it is.
    """
    if known is None:
        yield Receipt(
            allegation=id,
            on=one.received,
            by=by,
            why=why,
            at="",
            body=body,
            channel=one.channel,
            number=one.number,
            incident=one.incident,
            document=one.document,
            when=one.when,
            where=one.where,
        )
    here = State.RECEIVED if known is None else known.state
    if here.closed:
        return
    on = one.closed or one.received
    if known is not None:
        on = max(on, known.since)
    for to in _way(here, one.outcome):
        last = to is one.outcome
        yield Step(
            allegation=id,
            on=on,
            by=by,
            why=why,
            at="",
            to=to,
            reason=one.reason if last else None,
            stated=one.stated if last else None,
            killed=one.killed if last else None,
            injured=one.injured if last else None,
            second=second if to in TWO_PERSONS else None,
        )


def _way(here: State, to: State) -> list[State]:
    """Return the shortest way between two states through open ones; none where there is none.

    >>> _way(State.RECEIVED, State.CLOSED_DUPLICATE)
    [<State.SCREENED: 'screened'>, <State.CLOSED_DUPLICATE: 'closed_duplicate'>]
    """
    ways = deque([[here]])
    seen = {here}
    while ways:
        way = ways.popleft()
        if way[-1] is to:
            return way[1:]
        for following in sorted(FOLLOWS[way[-1]], key=list(State).index):
            if following not in seen and (following is to or not following.closed):
                seen.add(following)
                ways.append([*way, following])
    return []
