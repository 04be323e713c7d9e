"""The rules of the workflow, one by one, as `assessments/workflow.py` lists them."""

from datetime import date
from itertools import product

import pytest

from harmtrace.assessments import FOLLOWS, apply, as_of
from harmtrace.errors import WorkflowError
from harmtrace.records.assessment import (
    Act,
    Amendment,
    Answer,
    Check,
    Checked,
    Detail,
    Dissent,
    Identification,
    Question,
    Standard,
    State,
    Use,
)
from harmtrace.records.incident import Bounds
from harmtrace.records.position import Channel, Reason
from tests.assessments.making import A1, S, after, closing, path, receipt, step

TO_CREDIBILITY = [step(S.SCREENED), step(S.INITIAL_ASSESSMENT), step(S.CREDIBILITY_ASSESSMENT)]

# Written out again from VOCABULARY, so that the table in the source is held to it.
VOCABULARY = {
    "received": "screened",
    "screened": "closed_duplicate closed_out_of_scope initial_assessment",
    "initial_assessment": "closed_non_credible credibility_assessment closed_duplicate",
    "credibility_assessment": "closed_non_credible closed_credible formal_investigation closed_duplicate",
    "formal_investigation": "closed_non_credible closed_credible closed_duplicate",
    "closed_non_credible": "reopened",
    "closed_credible": "reopened",
    "closed_duplicate": "reopened",
    "closed_out_of_scope": "reopened",
    "reopened": "initial_assessment closed_duplicate",
}


def question(on: str = "2031-03-05", rfi: int = 1) -> Question:
    return Question(
        allegation=A1, on=date.fromisoformat(on), by="Ilda Maron", why="w", at="", rfi=rfi, question="Where?",
        asked_of="the monitor",
    )  # fmt: skip


def answer(on: str = "2031-03-08") -> Answer:
    return Answer(allegation=A1, on=date.fromisoformat(on), by="Ilda Maron", why="w", at="", rfi=1, answer="The mill.")


def use(on: str = "2031-03-09", *, used: bool = True) -> Use:
    return Use(allegation=A1, on=date.fromisoformat(on), by="Ilda Maron", why="w", at="", rfi=1, used=used)


def amendment(*values: tuple[Detail, str], on: str = "2031-05-01", second: str | None = None) -> Amendment:
    day = date.fromisoformat(on)
    return Amendment(allegation=A1, on=day, by="Ilda Maron", why="recount", at="", values=values, second=second)


def dissent(by: str, against: int, on: str = "2031-03-20") -> Dissent:
    return Dissent(allegation=A1, on=date.fromisoformat(on), by=by, why="the crater was seen", at="", against=against)


def test_states_follow_one_another_as_the_vocabulary_says() -> None:
    assert {state.value: frozenset(may) for state, may in FOLLOWS.items()} == {
        state: frozenset(map(State, may.split())) for state, may in VOCABULARY.items()
    }


@pytest.mark.parametrize(("here", "to"), list(product(State, State)), ids=lambda state: state.value)
def test_a_step_is_taken_if_and_only_if_it_may_follow(here: State, to: State) -> None:
    assessment = after(_way_to(here))
    act = closing(to, "2031-04-01") if to is not S.REOPENED else step(to, "2031-04-01", news="a new list")
    if to in FOLLOWS[here]:
        assert apply(assessment, act).state is to
    else:
        with pytest.raises(WorkflowError, match=f"A-0001 is {here}: expected .* next, found {to} .rule W2."):
            apply(assessment, act)


def _way_to(state: State) -> list[Act]:
    begin: list[Act] = [receipt()]
    open_ways: dict[State, list[Act]] = {
        S.RECEIVED: [],
        S.SCREENED: [step(S.SCREENED)],
        S.INITIAL_ASSESSMENT: [step(S.SCREENED), step(S.INITIAL_ASSESSMENT)],
        S.CREDIBILITY_ASSESSMENT: [*TO_CREDIBILITY],
        S.FORMAL_INVESTIGATION: [*TO_CREDIBILITY, step(S.FORMAL_INVESTIGATION)],
        S.REOPENED: [*path(S.CLOSED_CREDIBLE, "2031-03-04"), step(S.REOPENED, news="a survivor")],
    }
    return begin + (open_ways[state] if state in open_ways else path(state, "2031-03-04"))


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        (step(S.CLOSED_CREDIBLE, killed=Bounds(low=1, high=1)), "W4"),
        (step(S.CLOSED_CREDIBLE, killed=Bounds(low=1, high=1), second="ilda  MARON"), "W4"),
        (step(S.CLOSED_CREDIBLE, killed=Bounds(low=1, high=1), second=" "), "W4"),
        (step(S.CLOSED_NON_CREDIBLE, reason=Reason.NO_HARM_VIDEO), "W4"),
        (step(S.CLOSED_NON_CREDIBLE, reason=Reason.NO_HARM_VIDEO, second="Ｉｌｄａ Maron"), "W4"),
        (step(S.CLOSED_NON_CREDIBLE, second="Oren Saxe"), "W5"),
        (step(S.CLOSED_CREDIBLE, second="Oren Saxe"), "W6"),
        (step(S.CLOSED_CREDIBLE, second="Oren Saxe", killed=Bounds(low=1, high=1), reason=Reason.DUPLICATE), "W9"),
        (step(S.FORMAL_INVESTIGATION, killed=Bounds(low=1, high=1)), "W9"),
        (step(S.FORMAL_INVESTIGATION, "2031-03-03"), "W3"),
        (step(S.FORMAL_INVESTIGATION, by=" "), "W1"),
        (step(S.FORMAL_INVESTIGATION, why=""), "W1"),
        (receipt("2031-03-05"), "W1"),
        (answer(), "W10"),
        (question(rfi=2), "W10"),
        (dissent("Nera Tal", 99), "W11"),
        (amendment((Detail.KILLED, "3"), second="Oren Saxe"), "W13"),
        (amendment((Detail.CHANNEL, "ngo")), "W13"),
        (amendment((Detail.CHANNEL, "pigeon")), "W13"),
        (amendment(), "W13"),
    ],
)
def test_an_act_against_a_rule_is_refused_with_the_rule_named(act: Act, rule: str) -> None:
    assessment = after([receipt(), *TO_CREDIBILITY])
    with pytest.raises(WorkflowError, match=rf"\(rule {rule}\)$"):
        apply(assessment, act)


def test_nothing_begins_without_a_receipt() -> None:
    with pytest.raises(WorkflowError, match="W1"):
        apply(None, step(S.SCREENED))


def test_a_reopening_names_the_new_information_and_leads_back_to_the_initial_assessment() -> None:
    closed = after([receipt(), *path(S.CLOSED_NON_CREDIBLE, "2031-03-10")])
    with pytest.raises(WorkflowError, match="W7"):
        apply(closed, step(S.REOPENED, "2031-04-01"))
    again = apply(closed, step(S.REOPENED, "2031-04-01", news="photographs of the crater"))
    assert (again.state, again.reason, again.closing) == (S.REOPENED, None, None)
    assert apply(again, step(S.INITIAL_ASSESSMENT, "2031-04-02")).state is S.INITIAL_ASSESSMENT


def test_a_reason_that_fits_no_code_keeps_its_words() -> None:
    acts = [*path(S.CLOSED_NON_CREDIBLE, "2031-03-10")[:-1]]
    words = "only lawful targets were struck"
    closed = after([receipt(), *acts, step(S.CLOSED_NON_CREDIBLE, "2031-03-10", second="Oren Saxe", stated=words)])
    assert (closed.reason, closed.stated) == (None, words)


def test_a_duplicate_needs_no_second_person_and_is_not_of_itself() -> None:
    closed = after([receipt(), step(S.SCREENED), step(S.CLOSED_DUPLICATE)])
    assert closed.reason is Reason.DUPLICATE
    with pytest.raises(WorkflowError, match="W8"):
        after([receipt(), step(S.SCREENED), step(S.CLOSED_DUPLICATE, duplicate_of=A1)])


def test_a_request_is_asked_answered_and_weighed_in_this_order() -> None:
    begin = [receipt(), *TO_CREDIBILITY, question()]
    with pytest.raises(WorkflowError, match="W10"):
        after([*begin, use()])
    with pytest.raises(WorkflowError, match="W3"):
        after([*begin, answer("2031-03-04")])
    found = after([*begin, answer(), use(used=False), use()]).rfis
    assert [(one.number, one.answer, one.used) for one in found] == [(1, "The mill.", True)]
    with pytest.raises(WorkflowError, match="W10"):
        after([*begin, answer(), answer()])


def test_no_question_is_asked_of_a_closed_allegation_but_an_answer_may_still_come() -> None:
    acts = [receipt(), *TO_CREDIBILITY, question(), closing(S.CLOSED_CREDIBLE, "2031-03-06")]
    assert after([*acts, answer()]).rfis[0].answer == "The mill."
    with pytest.raises(WorkflowError, match="W10"):
        after([*acts, question(rfi=2)])


def test_a_dissent_is_kept_beside_the_step_and_not_by_those_who_signed_it() -> None:
    acts = [receipt(), *TO_CREDIBILITY, closing(S.CLOSED_CREDIBLE, "2031-03-14", act=7)]
    assert after([*acts, dissent("Nera Tal", 7)]).dissents[0].why == "the crater was seen"
    for signer in ("Ilda Maron", "oren saxe"):
        with pytest.raises(WorkflowError, match="W11"):
            after([*acts, dissent(signer, 7)])
    with pytest.raises(WorkflowError, match="W3"):
        after([*acts, dissent("Nera Tal", 7, "2031-03-13")])


def test_a_checklist_opens_with_its_stage() -> None:
    def check(item: str) -> Check:
        day = date(2031, 3, 9)
        return Check(allegation=A1, on=day, by="Ilda Maron", why="w", at="", item=item, checked=Checked.YES)

    screened = after([receipt(), step(S.SCREENED)])
    assert apply(screened, check("own_operation")).checks["own_operation"].checked is Checked.YES
    for item in ("video_reviewed", "no_such_item"):
        with pytest.raises(WorkflowError, match="W12"):
            apply(screened, check(item))


def test_an_amendment_corrects_numbers_with_a_second_person_and_never_the_state() -> None:
    closed = after([receipt(), *path(S.CLOSED_CREDIBLE, "2031-03-14")])
    with pytest.raises(WorkflowError, match="W4"):
        apply(closed, amendment((Detail.KILLED, "5")))
    amended = apply(closed, amendment((Detail.KILLED, "5"), (Detail.STANDARD, "more_likely_than_not"), second="O"))
    assert amended.killed == Bounds(low=5, high=5)
    assert amended.standard is Standard.MORE_LIKELY_THAN_NOT
    assert (amended.state, amended.since) == (closed.state, closed.since)
    with pytest.raises(WorkflowError, match="W6"):
        apply(closed, amendment((Detail.KILLED, ""), second="O"))
    with pytest.raises(WorkflowError, match="W9"):
        apply(closed, amendment((Detail.REASON, "NO_HARM_VIDEO"), second="O"))
    with pytest.raises(WorkflowError, match="W13"):
        apply(closed, amendment((Detail.KILLED, "many"), second="O"))


def test_an_allegation_stands_as_it_stood_on_any_day() -> None:
    acts = [receipt(), *path(S.CLOSED_CREDIBLE, "2031-03-14"), amendment((Detail.KILLED, "5"), second="O")]
    now = after(acts)
    assert as_of(now, date(2031, 3, 1)) is None
    assert (before := as_of(now, date(2031, 3, 13))) is not None
    assert before.state is S.RECEIVED
    assert (then := as_of(now, date(2031, 4, 30))) is not None
    assert then.killed == Bounds(low=2, high=3)
    assert as_of(now, date.max) == now


def test_what_an_allegation_is_about_can_be_settled_later_and_taken_back() -> None:
    def about(code: str | None) -> Identification:
        return Identification(allegation=A1, on=date(2031, 3, 2), by="Ilda Maron", why="w", at="", incident=code)

    closed = after([receipt(channel=Channel.MEDIA), *path(S.CLOSED_CREDIBLE, "2031-03-14")])
    named = apply(closed, about("XXX-20310301-001"))
    assert named.incident == "XXX-20310301-001"
    assert apply(named, about(None)).incident is None
    with pytest.raises(WorkflowError, match="W13"):
        apply(closed, about(None))
