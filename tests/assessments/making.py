"""Acts on invented allegations, made in few words."""

from collections.abc import Iterable
from datetime import date

from harmtrace.assessments import apply
from harmtrace.records.assessment import Act, AllegationId, Assessment, Receipt, State, Step
from harmtrace.records.incident import Bounds
from harmtrace.records.position import Channel, Reason

BODY = "Joint Force"
S = State
A1 = AllegationId("A-0001")


def receipt(on: str = "2031-03-02", *, id: str = A1, body: str = BODY, channel: Channel = Channel.NGO) -> Receipt:
    day = date.fromisoformat(on)
    return Receipt(
        allegation=AllegationId(id), on=day, by="Ilda Maron", why="as received", at="", body=body, channel=channel
    )


def step(
    to: State,
    on: str = "2031-03-04",
    *,
    id: str = A1,
    act: int = 0,
    by: str = "Ilda Maron",
    second: str | None = None,
    reason: Reason | None = None,
    killed: Bounds | None = None,
    stated: str | None = None,
    news: str | None = None,
    why: str = "as recorded",
    duplicate_of: AllegationId | None = None,
) -> Step:
    return Step(
        id=act,
        allegation=AllegationId(id),
        on=date.fromisoformat(on),
        by=by,
        why=why,
        at="",
        to=to,
        second=second,
        reason=reason,
        killed=killed,
        stated=stated,
        news=news,
        duplicate_of=duplicate_of,
    )


def closing(to: State, on: str, *, id: str = A1, act: int = 0) -> Step:
    """Return a closing that says what it must, signed by two."""
    if to is S.CLOSED_CREDIBLE:
        return step(to, on, id=id, act=act, second="Oren Saxe", killed=Bounds(low=2, high=3))
    if to is S.CLOSED_NON_CREDIBLE:
        return step(to, on, id=id, act=act, second="Oren Saxe", reason=Reason.NO_STRIKE_AREA_DAY)
    return step(to, on, id=id, act=act)


def path(to: State, on: str, *, id: str = A1) -> list[Act]:
    """Return the shortest way from receipt to a closing, all on one day."""
    way = {
        S.CLOSED_DUPLICATE: [S.SCREENED],
        S.CLOSED_OUT_OF_SCOPE: [S.SCREENED],
        S.CLOSED_NON_CREDIBLE: [S.SCREENED, S.INITIAL_ASSESSMENT],
        S.CLOSED_CREDIBLE: [S.SCREENED, S.INITIAL_ASSESSMENT, S.CREDIBILITY_ASSESSMENT],
    }[to]
    return [*(step(state, on, id=id) for state in way), closing(to, on, id=id)]


def after(acts: Iterable[Act]) -> Assessment:
    stood: Assessment | None = None
    for act in acts:
        stood = apply(stood, act)
    assert stood is not None
    return stood
