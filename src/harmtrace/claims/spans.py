"""One event or a time: what a count tells of, weighed by one table where the rules alone are not sure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from harmtrace.claims.span_weights import BIAS, MARGIN, WEIGHTS
from harmtrace.language.dates import DateMention
from harmtrace.language.grammar import HarmMention, SentenceMentions
from harmtrace.language.weighing import weighed
from harmtrace.records.claim import Outcome, Scope

_NEAR = 40  # characters between a count and a time beside it
_DAY = 10  # letters of a day
_FAR_MORE, _MANY = 3, 10


@dataclass(slots=True)
class Told:
    """What the counts before were: how many of an event and of a time, the last and the most of each, and every number with its outcome."""

    last: dict[Scope, int] = field(default_factory=dict)
    most: dict[Scope, int] = field(default_factory=dict)
    times: dict[Scope, int] = field(default_factory=dict)
    numbers: set[tuple[Scope, Outcome, int | None]] = field(default_factory=set)
    at: int = -1
    paragraph: int = -1
    scope: Scope = Scope.EVENT

    def add(self, mention: HarmMention, scope: Scope, paragraph: int) -> None:
        """Note a count and what it told of."""
        value = mention.count.low or mention.count.high or 0
        self.last[scope] = value
        self.most[scope] = max(self.most.get(scope, 0), value)
        self.times[scope] = self.times.get(scope, 0) + 1
        self.numbers.add((scope, mention.outcome, mention.count.low))
        self.at, self.paragraph, self.scope = mention.at, paragraph, scope


@dataclass(slots=True, kw_only=True)
class Counted:
    """A count whose span is asked for: where it stands, what the rules say, and what is known where it stands."""

    mention: HarmMention
    paragraph: int
    ruled: Scope
    signs: Sequence[str]
    dates: Sequence[DateMention]
    known: Sequence[str]


def rows(count: Counted, m: SentenceMentions, told: Told) -> list[str]:
    """Return the rows of the table that hold of a count."""
    mention, dates = count.mention, count.dates
    ruled = "ruled a time" if count.ruled is Scope.PERIOD else "ruled an event"
    out = [ruled, *count.signs, *count.known]
    for date in dates:
        side = "within" if mention.start <= date.start < mention.end else "before" if date.start < mention.at else "behind"
        size = "" if date.edtf is None else ", long" if "/" in date.edtf or len(date.edtf) < _DAY else ", a day"
        out += (f"date {date.kind}{size}", f"date {date.kind} {side}")
        if abs(date.start - mention.at) < _NEAR:
            out.append(f"date {date.kind} near")
    beyond = [date for date in m.fresh_dates if date not in dates]
    out += [f"date {date.kind} beyond" for date in beyond]
    if not dates:
        out.append("no date beside" if beyond else "no date at all")
    number = mention.count.low if mention.count.low is not None else mention.count.high
    out += (_size(number), f"found as {mention.rule.split('/')[1]}", f"a {mention.step}", f"{mention.outcome}", f"{mention.who}")
    out += [name for name, holds in (("nounless", mention.nounless), ("others", mention.more), ("several counts", len(m.harms) > 1), ("words of a time", m.period), ("elsewhere", m.separate is not None), ("compared", m.background), ("a target", m.targets), ("a means", m.causes), ("a party", m.parties), ("a speaker", m.speeches), ("a place", m.places)) if holds]
    if told.at < 0:
        out.append("first count")
    else:
        gap = count.paragraph - told.paragraph
        stands = "same sentence" if told.at >= m.start else "same paragraph" if gap == 0 else "next paragraph" if gap == 1 else "far"
        behind = f"{'a time' if told.scope is Scope.PERIOD else 'an event'} before, {stands}"
        out += (behind, f"{ruled}, {behind}")
        if not dates:
            out.append(f"no date beside, {behind}")
        if m.places:
            out.append(f"a place, {behind}")
        out += _among(number, mention.outcome, mention.count.low, told)
    if ruled == "ruled a time":
        out += [f"{ruled}, {name}" for name in ("no date beside", "no date at all", "one event", "words of a time", "a time reported on", "an event open", "one") if name in out]
    return list(dict.fromkeys(out))


def _size(number: int | None) -> str:
    """Return the row of how many are counted."""
    if number is None:
        return "no number"
    return "nobody" if number == 0 else "one" if number == 1 else "a few" if number <= 5 else "some" if number <= 20 else "tens" if number < 100 else "hundreds" if number < 1000 else "thousands"


def _among(number: int | None, outcome: Outcome, low: int | None, told: Told) -> list[str]:
    """Return how a count stands to those before."""
    out: list[str] = []
    times, events = told.times.get(Scope.PERIOD, 0), told.times.get(Scope.EVENT, 0)
    out.append("only times before" if not events else "only events before" if not times else "both before")
    if number is not None:
        if times:
            if number <= told.last[Scope.PERIOD]:
                out.append("no more than the last of a time")
            if number > told.most[Scope.PERIOD]:
                out.append("more than any of a time")
        if events:
            if number > _FAR_MORE * told.most[Scope.EVENT] and number > _MANY:
                out.append("far more than any of an event")
            if number <= told.last[Scope.EVENT]:
                out.append("no more than the last of an event")
    out += [row for row, scope in (("an event's number again", Scope.EVENT), ("a time's number again", Scope.PERIOD)) if (scope, outcome, low) in told.numbers]
    return out


def weigh(found: Sequence[str], ruled: Scope) -> Scope:
    """Return what a count with these rows tells of; what the rules take for a time needs more to be none than the other way round."""
    odds = BIAS + weighed(found, WEIGHTS)
    return Scope.PERIOD if odds > (-MARGIN if ruled is Scope.PERIOD else 0.0) else Scope.EVENT
