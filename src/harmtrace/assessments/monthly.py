"""Assessments -> a body's month: carried over, new, reopened, closed, amended, open; it balances by construction."""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from harmtrace.assessments.workflow import as_of, fold
from harmtrace.errors import MonthError, WorkflowError
from harmtrace.records.assessment import Act, Amendment, Assessment, Detail, Receipt, State, Step
from harmtrace.records.incident import Bounds
from harmtrace.records.month import Cumulative, Figure, FigureName, Freezing, Line, LineKind, Month, Opening
from harmtrace.records.position import Reason

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_CLOSED_AS = {
    State.CLOSED_NON_CREDIBLE: LineKind.NON_CREDIBLE,
    State.CLOSED_CREDIBLE: LineKind.CREDIBLE,
    State.CLOSED_DUPLICATE: LineKind.DUPLICATE,
    State.CLOSED_OUT_OF_SCOPE: LineKind.OUT_OF_SCOPE,
}
_ORDER = {kind: place for place, kind in enumerate(LineKind)}


def month_of(day: date) -> str:
    """Return the month of a day.

    >>> month_of(date(2017, 3, 17))
    '2017-03'
    """
    return f"{day.year:04d}-{day.month:02d}"


def bounds_of(month: str) -> tuple[date, date]:
    """Return the first and last day of a month.

    Raises:
        MonthError: the text is no month.

    >>> bounds_of("2017-02")
    (datetime.date(2017, 2, 1), datetime.date(2017, 2, 28))
    """
    if _MONTH.fullmatch(month) is None or month.startswith("0000"):
        raise MonthError(f"expected a month such as 2017-03, found {month!r}")
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def month(
    assessments: Iterable[Assessment],
    *,
    body: str,
    month: str,
    openings: Sequence[Opening] = (),
    figures: Sequence[Figure] = (),
) -> Month:
    """Return a body's month.

    The latest opening balance recorded for this month or before gives the number carried over into its own
    month; what it counts beyond the allegations that are listed stays open as a number. A later month takes
    over what the month before left. Without an opening balance counting starts at the first allegation.
    Allegations, openings and figures may be of any body and month; of one month, the latest recorded holds.

    Raises:
        MonthError: ``month`` is no month, or more allegations were open than an opening balance says.
    """
    first, last = bounds_of(month)
    ours = [one for one in assessments if one.body == body]
    opening = _opening(openings, body, month)
    unlisted = 0 if opening is None else _unlisted(ours, opening)
    before = [_Stood.at(one, first - timedelta(days=1)) for one in ours]
    after = [_Stood.at(one, last) for one in ours]
    open_before = [one for one in before if one is not None and not one.then.state.closed]
    lines = [
        *(_standing(one, LineKind.CARRIED) for one in open_before),
        *(line for one in ours for line in _happened(one, first, last)),
        *(_standing(one, LineKind.OPEN) for one in after if one is not None and not one.then.state.closed),
    ]
    lines.sort(key=lambda line: (_ORDER[line.line], line.on, line.allegation, line.act or 0))
    credible = [line for line in lines if line.line is LineKind.CREDIBLE]
    restated = opening is not None and opening.month == month
    return Month(
        month=month,
        body=body,
        carried=len(open_before) + unlisted,
        unlisted=unlisted,
        lines=tuple(lines),
        cumulative=_cumulative(ours, figures, body, month),
        opening=opening if restated else None,
        left=_left(ours, openings, body, first) if restated else None,
        killed=_sum(line.killed for line in credible) if credible else None,
        injured=_sum(line.injured for line in credible) if credible else None,
    )


@dataclass(frozen=True, slots=True)
class _Stood:
    """An allegation as it stands now, and as it stood then."""

    now: Assessment
    then: Assessment

    @classmethod
    def at(cls, assessment: Assessment, day: date) -> "_Stood | None":
        then = as_of(assessment, day)
        return None if then is None else cls(assessment, then)


def _opening(openings: Iterable[Opening], body: str, month: str) -> Opening | None:
    """Return the latest opening balance of a body up to a month; of one month, the one recorded last."""
    held = {one.month: one for one in openings if one.body == body and one.month <= month}
    return held[max(held)] if held else None


def _unlisted(ours: Iterable[Assessment], opening: Opening) -> int:
    """Return how many of those carried over are known as a number only.

    Raises:
        MonthError: more are listed than the balance says.
    """
    day_before = bounds_of(opening.month)[0] - timedelta(days=1)
    listed = sum(1 for one in ours if (then := as_of(one, day_before)) is not None and not then.state.closed)
    if listed > opening.number:
        raise MonthError(
            f"{opening.body}, {opening.month}: expected at most {opening.number} allegations open before the first "
            f"day, as the opening balance says ({opening.source}); found {listed}"
        )
    return opening.number - listed


def _left(ours: Sequence[Assessment], openings: Sequence[Opening], body: str, first: date) -> int | None:
    """Return how many the lines up to the day before left open; None where there are none."""
    day_before = first - timedelta(days=1)
    stood = [then for one in ours if (then := as_of(one, day_before)) is not None]
    earlier = _opening(openings, body, month_of(day_before))
    if earlier is None and not stood:
        return None
    return sum(1 for one in stood if not one.state.closed) + (0 if earlier is None else _unlisted(ours, earlier))


def _standing(stood: _Stood, kind: LineKind) -> Line:
    on = stood.then.received if kind is LineKind.CARRIED else stood.then.since
    return _line(stood, kind, on)


def _happened(one: Assessment, first: date, last: date) -> Iterator[Line]:
    """Yield a line for each act of the month that a month counts."""
    for place, act in enumerate(one.acts):
        if not first <= act.on <= last:
            continue
        match act:
            case Receipt():
                yield _act_line(one, act, LineKind.NEW, state=State.RECEIVED)
            case Step() if act.to is State.REOPENED:
                yield _act_line(one, act, LineKind.REOPENED, state=act.to)
            case Step() if act.to.closed:
                yield _closing_line(one, act, last)
            case Amendment():
                yield _amended_line(one, act, _before(one, place))


def _before(one: Assessment, place: int) -> Assessment:
    """Return an allegation as it stood before one of its acts."""
    return fold(one.acts[:place])[one.id]


def _amended_line(one: Assessment, act: Amendment, before: Assessment) -> Line:
    """Return the line of an amendment: each detail as it was and as it is from then on."""
    changes = "; ".join(f"{detail}: {_written(before, detail)} → {text or 'none'}" for detail, text in act.values)
    return replace(_act_line(one, act, LineKind.AMENDED, state=before.state), second=act.second, what=changes)


def _written(one: Assessment, detail: Detail) -> str:
    value: object = getattr(one, detail.value)
    if isinstance(value, Bounds):
        low, high = ("" if end is None else str(end) for end in (value.low, value.high))
        return low if low == high else f"{low}-{high}"
    return "none" if value is None else str(value)


def _closing_line(one: Assessment, act: Step, last: date) -> Line:
    """Return the line of a closing, with its numbers as they were corrected by the end of the month."""
    line = _act_line(one, act, _CLOSED_AS[act.to], state=act.to)
    then = as_of(one, last)
    if then is None or then.closing != act:
        return line
    return replace(line, reason=then.reason, stated=then.stated, killed=then.killed, injured=then.injured)


def _act_line(one: Assessment, act: Act, kind: LineKind, *, state: State) -> Line:
    line = replace(_line(_Stood(one, one), kind, act.on), state=state, by=act.by, act=act.id)
    own = () if one.document is None else (one.document,)
    line = replace(line, evidence=tuple(dict.fromkeys((*own, *act.evidence))))
    if not isinstance(act, Step):
        return line
    reason = Reason.DUPLICATE if act.to is State.CLOSED_DUPLICATE else act.reason
    said = replace(line, reason=reason, stated=act.stated, killed=act.killed, injured=act.injured)
    return replace(said, second=act.second, what=act.news or "")


def _line(stood: _Stood, kind: LineKind, on: date) -> Line:
    """Return a line that says what an allegation is about, as it is known now, and how far it was then."""
    now = stood.now
    return Line(
        allegation=now.id,
        line=kind,
        on=on,
        state=stood.then.state,
        number=now.number,
        channel=now.channel,
        when=now.when,
        where=now.where,
        incident=now.incident,
        evidence=stood.then.evidence,
    )


def _sum(several: Iterable[Bounds | None]) -> Bounds | None:
    """Return the sum of what was stated; an open end stays open. None where nothing was stated."""
    stated = [one for one in several if one is not None]
    if not stated:
        return None
    highs = [one.high for one in stated]
    return Bounds(
        low=sum(one.low or 0 for one in stated),
        high=None if None in highs else sum(high for high in highs if high is not None),
    )


def _cumulative(ours: Sequence[Assessment], figures: Iterable[Figure], body: str, month: str) -> Cumulative:
    held = {(one.name, one.month): one for one in figures if one.body == body and one.month <= month}

    def latest(name: FigureName) -> Figure | None:
        return max((one for (kind, _), one in held.items() if kind is name), key=lambda one: one.month, default=None)

    last = bounds_of(month)[1]
    bases = {name: latest(name) for name in FigureName if name.value.endswith("_before")}
    ends = [held.get((name, month)) for name in (FigureName.STRIKES, FigureName.ENGAGEMENTS)]
    used = [one for one in (*bases.values(), *ends) if one is not None]
    reports, credible = bases[FigureName.REPORTS_BEFORE], bases[FigureName.CREDIBLE_BEFORE]
    return Cumulative(
        reports=_number(reports) + sum(1 for one in ours if _from(reports) <= one.received <= last),
        credible=_number(credible) + len(_credible(ours, last)) - len(_credible(ours, _eve(credible))),
        killed=_conceded(ours, bases[FigureName.KILLED_BEFORE], last, lambda one: one.killed),
        injured=_conceded(ours, bases[FigureName.INJURED_BEFORE], last, lambda one: one.injured),
        strikes=None if ends[0] is None else ends[0].number,
        engagements=None if ends[1] is None else ends[1].number,
        before=max((one.month for one in bases.values() if one is not None), default=None),
        sources=tuple(dict.fromkeys(one.source for one in used)),
    )


def _number(base: Figure | None) -> int:
    return 0 if base is None else base.number


def _from(base: Figure | None) -> date:
    return date.min if base is None else bounds_of(base.month)[0]


def _eve(base: Figure | None) -> date:
    """Return the day before a published figure stops standing in for lines."""
    return date.min if base is None else bounds_of(base.month)[0] - timedelta(days=1)


def _credible(ours: Iterable[Assessment], day: date) -> list[Assessment]:
    """Return the allegations that stand closed as credible at the end of a day."""
    stood = (as_of(one, day) for one in ours)
    return [one for one in stood if one is not None and one.state is State.CLOSED_CREDIBLE]


def _conceded(
    ours: Sequence[Assessment], base: Figure | None, last: date, of: Callable[[Assessment], Bounds | None]
) -> Bounds:
    """Return what stands conceded: the published number, and what was added to it since or taken from it."""
    now = _sum(map(of, _credible(ours, last))) or Bounds(low=0, high=0)
    then = _sum(map(of, _credible(ours, _eve(base)))) or Bounds(low=0, high=0)
    low = _number(base) + (now.low or 0) - (then.low or 0)
    high = None if now.high is None or then.high is None else _number(base) + now.high - then.high
    return Bounds(low=max(low, 0), high=None if high is None else max(high, 0))


def check_frozen(act: Act, *, body: str, openings: Iterable[Opening], freezings: Iterable[Freezing]) -> None:
    """Refuse an act that would change what a frozen month says.

    Raises:
        WorkflowError: rule W14.
    """
    frozen = frozen_to(freezings, body)
    if frozen is None or month_of(act.on) > frozen or not isinstance(act, Receipt | Step | Amendment):
        return
    first = min((one.month for one in openings if one.body == body), default=None)
    naming = isinstance(act, Receipt) or (isinstance(act, Step) and not act.to.closed)
    if first is not None and month_of(act.on) < first and naming:
        return  # one of those that an opening balance counts; ``openings_hold`` sees to the number
    raise WorkflowError(
        f"{act.allegation}: {body} is frozen up to {frozen}, found {act.on}; record it in a later month, "
        "a correction as an amendment (rule W14)"
    )


def frozen_to(freezings: Iterable[Freezing], body: str) -> str | None:
    """Return the latest month of a body that is frozen, None where there is none."""
    return max((one.month for one in freezings if one.body == body), default=None)


def openings_hold(assessments: Iterable[Assessment], openings: Iterable[Opening], body: str) -> None:
    """Refuse more allegations open before a month than its opening balance says.

    Raises:
        MonthError: there are more.
    """
    ours = [one for one in assessments if one.body == body]
    for opening in {one.month: one for one in openings if one.body == body}.values():
        _unlisted(ours, opening)
