"""Laws of the workflow: however people act, no illegal state, no closing by one person, no month out of balance."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from harmtrace import assessments
from harmtrace.assessments.monthly import check_frozen, month_of, openings_hold
from harmtrace.errors import MonthError, WorkflowError
from harmtrace.records.assessment import (
    Act,
    AllegationId,
    Amendment,
    Answer,
    Assessment,
    Detail,
    Dissent,
    Question,
    Receipt,
    State,
    Step,
    Use,
)
from harmtrace.records.incident import Bounds
from harmtrace.records.month import CLOSINGS, Freezing, Month, Opening
from harmtrace.records.position import Channel, Reason

ACTS = 10_000
BODIES = ("Joint Force", "Second Force")
NAMES = ("Ilda Maron", "ilda  maron", "Oren Saxe", "Nera Tal", "")
START = date(2030, 1, 1)

# The arrows of VOCABULARY, "Assessment states", written out apart from the source.
ARROWS = {
    "received": {"screened"},
    "screened": {"closed_duplicate", "closed_out_of_scope", "initial_assessment"},
    "initial_assessment": {"closed_non_credible", "credibility_assessment", "closed_duplicate"},
    "credibility_assessment": {
        "closed_non_credible", "closed_credible", "formal_investigation", "closed_duplicate",
    },
    "formal_investigation": {"closed_non_credible", "closed_credible", "closed_duplicate"},
    "reopened": {"initial_assessment", "closed_duplicate"},
    **{f"closed_{how}": {"reopened"} for how in ("non_credible", "credible", "duplicate", "out_of_scope")},
}  # fmt: skip


class World:
    """A case in memory: acts are tried as `pipeline/assessing.py` tries them, and kept only where allowed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.stood: dict[AllegationId, Assessment] = {}
        self.acts: list[Act] = []
        self.openings: list[Opening] = []
        self.freezings: list[Freezing] = []
        self.frozen: dict[tuple[str, str], Month] = {}
        self.refused: Counter[str] = Counter()

    def take(self, act: Act) -> bool:
        before = self.stood.get(act.allegation)
        body = act.body if isinstance(act, Receipt) else "" if before is None else before.body
        try:
            check_frozen(act, body=body, openings=self.openings, freezings=self.freezings)
            after = assessments.apply(before, act)
            if any(one.body == body for one in self.openings) and act.on < START + timedelta(days=31):
                openings_hold([*self._others(act.allegation), after], self.openings, body)
        except WorkflowError as error:
            self.refused[str(error).rpartition("(rule ")[2].rstrip(")")] += 1
            return False
        except MonthError:
            self.refused["opening"] += 1
            return False
        self.stood[act.allegation] = after
        self.acts.append(act)
        return True

    def _others(self, id: AllegationId) -> list[Assessment]:
        return [one for one in self.stood.values() if one.id != id]

    def month(self, body: str, month: str) -> Month:
        return assessments.month(self.stood.values(), body=body, month=month, openings=self.openings)

    def random_act(self, number: int) -> Act:
        """Return an act that is sensible in about half of its parts, and at random in the others."""
        pick, chance = self.random.choice, self.random.random
        ids = list(self.stood)
        fresh = AllegationId(f"A-{len(ids) + 1:04d}")
        id = fresh if not ids or chance() < 0.05 else pick(ids)
        stood = self.stood.get(id)
        on = START + timedelta(days=number // 25 + self.random.randint(-60, 3))
        if stood is not None and chance() < 0.7:
            on = max(on, stood.since + timedelta(days=self.random.randint(0, 40)))
        by, why = pick(NAMES), "why" if chance() < 0.95 else ""
        base = {"id": number, "allegation": id, "by": by, "on": on, "why": why, "at": ""}
        kind = chance()
        if stood is None or kind < 0.02:
            return Receipt(**base, body=pick(BODIES), channel=pick(list(Channel)))  # type: ignore[arg-type]
        if kind < 0.75:
            return self._random_step(base, stood)
        if kind < 0.8:
            return Question(**base, rfi=self.random.randint(1, 2), question="q", asked_of="w")  # type: ignore[arg-type]
        if kind < 0.85:
            return Answer(**base, rfi=1, answer=pick(("a", "")))  # type: ignore[arg-type]
        if kind < 0.9:
            return Use(**base, rfi=1, used=pick((True, False)))  # type: ignore[arg-type]
        if kind < 0.95:
            steps = [one.id for one in stood.steps]
            return Dissent(**base, against=pick([*steps, self.random.randint(0, number)]))  # type: ignore[arg-type]
        values = ((pick(list(Detail)), pick(("", "3", "NO_HARM_VIDEO", "ngo"))),)
        return Amendment(**base, values=values, second=pick((None, *NAMES)))  # type: ignore[arg-type]

    def _random_step(self, base: dict[str, object], stood: Assessment) -> Step:
        pick, chance = self.random.choice, self.random.random
        to = pick(sorted(assessments.FOLLOWS[stood.state])) if chance() < 0.7 else pick(list(State))
        fits = chance() < 0.6
        return Step(
            **base,  # type: ignore[arg-type]
            to=to,
            second=pick((None, *NAMES)),
            reason=Reason.NO_HARM_VIDEO if to is State.CLOSED_NON_CREDIBLE and chance() < 0.8 else None,
            killed=Bounds(low=1, high=4) if (to is State.CLOSED_CREDIBLE) == fits else None,
            news="a survivor" if (to is State.REOPENED) == fits else None,
        )


def _played(seed: int) -> World:
    world = World(seed)
    for number in range(1, ACTS + 1):
        world.take(world.random_act(number))
        if number == 2_000:
            for body in BODIES:
                world.openings.append(Opening(body=body, month="2030-02", number=200, source="s", at=""))
        if number % 2_500 == 0:
            body = world.random.choice(BODIES)
            month = month_of(START + timedelta(days=number // 25 - 60))
            world.frozen[body, month] = world.month(body, month)
            world.freezings.append(Freezing(body=body, month=month, content="", sha256="", by="O", at=""))
    return world


@pytest.fixture(scope="module", params=range(5))
def world(request: pytest.FixtureRequest) -> World:
    return _played(request.param)


def test_acts_of_every_kind_were_taken_and_refused(world: World) -> None:
    taken = Counter(type(act).__name__ for act in world.acts)
    assert {"Receipt", "Step", "Question", "Answer", "Use", "Dissent", "Amendment"} <= set(taken)
    assert {"W1", "W2", "W3", "W4", "W5", "W6", "W7", "W9", "W10", "W11", "W13", "W14"} <= set(world.refused)
    assert len(world.acts) > ACTS / 10
    closed = Counter(act.to for act in world.acts if isinstance(act, Step) and act.to.closed)
    assert len(closed) == 4


def test_no_state_is_reached_but_along_an_arrow(world: World) -> None:
    here: dict[AllegationId, str] = {}
    for act in world.acts:
        if isinstance(act, Receipt):
            assert act.allegation not in here
            here[act.allegation] = "received"
        elif isinstance(act, Step):
            assert act.to.value in ARROWS[here[act.allegation]]
            here[act.allegation] = act.to.value
    assert {id: one.state.value for id, one in world.stood.items()} == here


def test_no_closing_credible_or_non_credible_lacks_a_second_person(world: World) -> None:
    decided = {State.CLOSED_CREDIBLE, State.CLOSED_NON_CREDIBLE}
    steps = [act for act in world.acts if isinstance(act, Step) and act.to in decided]
    assert steps
    for one in steps:
        assert one.second is not None
        assert one.second.split()
        assert "".join(one.second.split()).lower() != "".join(one.by.split()).lower()


def test_every_month_balances_and_takes_over_what_the_month_before_left(world: World) -> None:
    last = max(act.on for act in world.acts)
    for body in BODIES:
        left: int | None = None
        for name in _months(date(2030, 2, 1), last):
            month = world.month(body, name)
            closed = sum(month.count(kind) for kind in CLOSINGS)
            assert month.carried + month.new + month.reopened - closed == month.open
            assert left is None or month.carried == left
            left = month.open
        standing = sum(1 for one in world.stood.values() if one.body == body and not one.state.closed)
        assert left == standing + month.unlisted


def test_a_frozen_month_says_for_ever_what_it_said(world: World) -> None:
    assert world.frozen
    for (body, name), then in world.frozen.items():
        now = world.month(body, name)
        assert (now.carried, now.new, now.reopened, now.closed, now.amended, now.open) == (
            *(then.carried, then.new, then.reopened, then.closed, then.amended, then.open),
        )


def test_the_acts_that_were_kept_can_be_played_again(world: World) -> None:
    assert assessments.fold(world.acts) == world.stood


def _months(first: date, last: date) -> list[str]:
    found = []
    while first <= last:
        found.append(month_of(first))
        first = (first + timedelta(days=32)).replace(day=1)
    return found
