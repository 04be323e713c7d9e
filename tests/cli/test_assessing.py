"""The workflow and the month at the command line: as CONTRACT says, and refused with the rule where it forbids."""

import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from harmtrace.store import open_case
from tests.cli.conftest import Answer, Call

BODY = ("--body", "Joint Force")
ILDA = ("--by", "Ilda Maron", "--why", "as published")
OREN = ("--second", "Oren Saxe")


@pytest.fixture
def empty(tmp_path: Path, call: Call) -> Path:
    root = tmp_path / "empty"
    assert call("init", root).code == 0
    return root


def receive(call: Call, case: Path, on: str = "2031-03-02", *more: object) -> str:
    answer = call("allegation", case, *BODY, "--channel", "ngo", "--received", on, "--by", "Ilda Maron", *more)
    assert answer.code == 0, answer.err
    return answer.out.strip()


def assess(call: Call, case: Path, id: str, to: str, on: str, *more: object) -> Answer:
    return call("assess", case, id, "--to", to, "--on", on, *ILDA, *more)


def close(call: Call, case: Path, id: str, on: str = "2031-03-14", *numbers: str) -> None:
    for to in ("screened", "initial_assessment", "credibility_assessment"):
        assert assess(call, case, id, to, on).code == 0
    said = numbers or ("--killed", "3-5", "--injured", "0")
    answer = assess(call, case, id, "closed_credible", on, *said, *OREN, "--standard", "more_likely_than_not")
    assert answer.code == 0, answer.err


def test_an_allegation_goes_from_receipt_to_closing_and_stands_in_its_month(call: Call, empty: Path) -> None:
    id = receive(call, empty, "2031-03-02", "--number", "17", "--where", "Ostreld")
    assert id == "A-0001"
    close(call, empty, id)
    month = json.loads(call("month", empty, "2031-03", *BODY, "--json").out)
    assert {key: month[key] for key in ("month", "body", "carried", "new", "reopened", "amended", "open")} == {
        "month": "2031-03", "body": "Joint Force", "carried": 0, "new": 1, "reopened": 0, "amended": 0, "open": 0,
    }  # fmt: skip
    assert month["closed"] == {"non_credible": 0, "credible": 1, "duplicate": 0, "out_of_scope": 0}
    assert (month["killed"], month["injured"]) == ([3, 5], [0, 0])
    assert [(line["allegation"], line["line"], line["on"]) for line in month["lines"]] == [
        (id, "new", "2031-03-02"),
        (id, "credible", "2031-03-14"),
    ]
    assert "0 carried over + 1 new + 0 reopened − 1 closed = 0 open" in call("month", empty, "2031-03", *BODY).out


def test_a_step_that_the_rules_forbid_is_refused_with_the_rule_and_nothing_is_kept(call: Call, empty: Path) -> None:
    id = receive(call, empty)
    answer = assess(call, empty, id, "closed_credible", "2031-03-14", "--killed", "3", *OREN)
    assert answer.code == 2
    assert "A-0001 is received: expected screened next, found closed_credible (rule W2)" in answer.err
    found = call("allegations", empty, id, "--json").json()["allegations"][0]
    assert (found["state"], len(found["acts"])) == ("received", 1)  # type: ignore[arg-type]


def test_one_person_cannot_close_alone(call: Call, empty: Path) -> None:
    id = receive(call, empty)
    for to in ("screened", "initial_assessment"):
        assess(call, empty, id, to, "2031-03-03")
    reason = ("--reason", "NO_STRIKE_AREA_DAY")
    for second in ((), ("--second", "ILDA MARON")):
        answer = assess(call, empty, id, "closed_non_credible", "2031-03-14", *reason, *second)
        assert (answer.code, "(rule W4)" in answer.err) == (2, True)
    assert assess(call, empty, id, "closed_non_credible", "2031-03-14", *reason, *OREN).code == 0


def test_an_opening_balance_carries_over_and_needs_its_source(call: Call, empty: Path) -> None:
    receive(call, empty)
    assert call("month", empty, "2031-03", *BODY, "--opening", 7).code == 2
    month = json.loads(call("month", empty, "2031-03", *BODY, "--opening", 7, "--source", "its report", "--json").out)
    assert (month["carried"], month["unlisted"], month["open"]) == (7, 7, 8)
    assert month["opening"] == {"number": 7, "source": "its report", "left_by_month_before": None}
    assert json.loads(call("month", empty, "2031-04", *BODY, "--json").out)["carried"] == 8
    assert "the first month recorded is 2031-03" in call("month", empty, "2031-02", *BODY).err


def test_a_frozen_month_is_hashed_and_corrected_by_an_amendment_in_a_later_one(call: Call, empty: Path) -> None:
    id = receive(call, empty)
    close(call, empty, id)
    freeze = ("month", empty, "2031-03", *BODY, "--freeze", "--by", "Nera Tal")
    assert call(*freeze[:-2]).code == 2
    frozen = call(*freeze, "--json")
    assert frozen.code == 0, frozen.err
    assert json.loads(frozen.out)["frozen"]["by"] == "Nera Tal"
    assert "frozen by Nera Tal" in call(*freeze).err
    reopened = assess(call, empty, id, "reopened", "2031-03-30", "--new", "a survivor")
    assert (reopened.code, "W14" in reopened.err) == (2, True)
    amend = ("amend", empty, id, "--set", "killed=6", *ILDA, *OREN, "--on")
    assert call(*amend, "2031-03-30").code == 2
    assert call(*amend, "2031-04-02").code == 0
    assert call("month", empty, "2031-03", *BODY, "--json").out == frozen.out
    april = json.loads(call("month", empty, "2031-04", *BODY, "--json").out)
    assert (april["amended"], april["carried"], april["lines"][0]["what"]) == (1, 0, "killed: 3-5 → 6")


def test_a_frozen_month_that_was_altered_is_found(call: Call, empty: Path) -> None:
    close(call, empty, receive(call, empty))
    call("month", empty, "2031-03", *BODY, "--freeze", "--by", "Nera Tal")
    with open_case(empty).writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER month_records_no_update")
        connection.exec_driver_sql("UPDATE month_records SET body = replace(body, 'Ilda', 'Ildo')")
    answer = call("month", empty, "2031-03", *BODY)
    assert (answer.code, "does not have the hash" in answer.err) == (1, True)


def test_every_act_stands_in_the_ledger_and_an_altered_one_is_found(call: Call, empty: Path) -> None:
    close(call, empty, receive(call, empty))
    call("month", empty, "2031-03", *BODY, "--freeze", "--by", "Nera Tal")
    assert call("verify", empty).code == 0
    with open_case(empty).writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER acts_no_update")
        connection.exec_driver_sql("UPDATE acts SET body = replace(body, 'Oren Saxe', 'Somebody') WHERE id = 5")
    answer = call("verify", empty)
    assert (answer.code, "acts" in answer.out + answer.err) == (1, True)


@pytest.mark.parametrize("table", ["acts", "month_records"])
@pytest.mark.parametrize("change", ["UPDATE {} SET body = 'x'", "DELETE FROM {}"])
def test_acts_and_months_are_never_changed_or_deleted(call: Call, empty: Path, table: str, change: str) -> None:
    receive(call, empty)
    call("month", empty, "2031-03", *BODY, "--opening", 7, "--source", "its report")
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), open_case(empty).writing() as connection:
        connection.exec_driver_sql(change.format(table))


def test_a_request_for_information_is_followed_to_its_use(call: Call, empty: Path) -> None:
    id = receive(call, empty)
    on, by = ("--on", "2031-03-05"), ("--by", "Ilda Maron")
    assert call("rfi", empty, id, "--question", "Which house?", "--asked-of", "the monitor", *on, *by).code == 0
    assert call("rfi", empty, id, "--number", 1, "--answer", "The mill.", "--not-used", *on, *by).code == 0
    assert call("rfi", empty, id, "--json").json()["rfis"] == [
        {
            "rfi": 1,
            "question": "Which house?",
            "asked_of": "the monitor",
            "on": "2031-03-05",
            "answer": "The mill.",
            "answered": "2031-03-05",
            "used": False,
            "late": False,
        }
    ]
    assert "The mill. (not used)" in call("rfi", empty, id).out
    assert call("rfi", empty, id, "--number", 2, "--answer", "x", *on, *by).code == 2


def test_checklists_and_dissent_are_kept_with_their_evidence(call: Call, case: Path) -> None:
    id = receive(call, case, "2031-05-06", "--document", "a-wire.txt")
    close(call, case, id, "2031-05-20")
    on, by = ("--on", "2031-05-21"), ("--by", "Nera Tal")
    check = ("checklist", case, id, "--item", "open_sources", "--is", "no", *on, *by, "--evidence")
    assert call(*check, "b-paper.txt").code == 0
    assert "found none" in call(*check, "d-nothing.txt").err
    assert "open_sources: no [b-paper.txt]" in call("checklist", case, id).out
    assert call(*check, "places.csv").code == 0
    lists = call("checklist", case, id, "--json").json()["checklists"]
    assert {line["item"]: line["checked"] for line in lists}["video_reviewed"] is None
    assert call("dissent", case, id, *on, *by, "--why", "nobody went there").code == 0
    assert "(rule W11)" in call("dissent", case, id, *on, "--by", "Oren Saxe", "--why", "w").err
    assert "nobody went there" in call("allegations", case, id).out


def test_what_the_case_does_not_hold_is_not_named(call: Call, case: Path) -> None:
    base = ("allegation", case, *BODY, "--channel", "media", "--received", "2031-05-06", "--by", "Ilda Maron")
    assert "no incident XXX-19990101-001" in call(*base, "--incident", "XXX-19990101-001").err
    assert "no document 'z.txt'" in call(*base, "--document", "z.txt").err
    assert "expected a day such as 2017-03-17" in call(*base[:-4], "--received", "soon", "--by", "I").err
    assert "no allegation A-0007" in assess(call, case, "A-0007", "screened", "2031-05-07").err
    assert call("allegations", case, "--json").json() == {"allegations": []}
    id = receive(call, case, "2031-05-06")
    assess(call, case, id, "screened", "2031-05-07")
    answer = assess(call, case, id, "closed_duplicate", "2031-05-08", "--duplicate-of", "A-0009")
    assert (answer.code, "no allegation A-0009" in answer.err) == (2, True)


def test_an_allegation_can_be_told_which_incident_it_is_about(call: Call, case: Path) -> None:
    code = str(call("incidents", case, "--json").json()["incidents"][0]["code"])
    id = receive(call, case, "2031-05-06")
    on = ("--on", "2031-05-09")
    assert call("identify", case, id, code, *on, *ILDA).code == 0
    assert call("allegations", case, id, "--json").json()["allegations"][0]["incident"] == code
    month = json.loads(call("month", case, "2031-05", *BODY, "--json").out)
    assert (month["lines"][0]["incident"], month["amended"]) == (code, 0)
    assert call("identify", case, id, "none", *on, *ILDA).code == 0


def test_a_closing_is_the_position_of_that_body_on_the_incident(call: Call, case: Path) -> None:
    before = call("incidents", case, "--json").json()["incidents"][0]
    code = str(before["code"])
    id = receive(call, case, "2031-05-06", "--incident", code)
    close(call, case, id, "2031-05-20")
    after = call("incidents", case, "--json").json()["incidents"][0]
    said = [one for one in after["positions"] if one["basis"] == "assessment"]  # type: ignore[attr-defined]
    assert [(one["body"], one["status"], one["stated"], one["on"]) for one in said] == [
        ("Joint Force", "open_incident", "under_review", "2031-05-20"),
        ("Joint Force", "open_incident", "assessment_opened", "2031-05-20"),
        ("Joint Force", "credible_substantiated", "credible", "2031-05-20"),
    ]
    assert (said[-1]["reference"], said[-1]["killed"]) == (id, [3, 5])
    assert after["grade_suggested"] == "Confirmed"
    answer = assess(call, case, id, "reopened", "2031-06-01", "--new", "a survivor")
    assert answer.code == 0, answer.err
    assert code in answer.out
    after = call("incidents", case, "--json").json()["incidents"][0]
    assert after["positions"][-1]["status"] == "open_incident"  # type: ignore[index]
    assert call("verify", case).code == 0


def test_what_a_body_closed_as_unfounded_is_checked_against_the_case(call: Call, case: Path) -> None:
    code = str(call("incidents", case, "--json").json()["incidents"][0]["code"])
    id = receive(call, case, "2031-05-06", "--incident", code)
    for to in ("screened", "initial_assessment"):
        assess(call, case, id, to, "2031-05-07")
    reason = ("--reason", "INSUFF_INFO_TIME_PLACE")
    assert assess(call, case, id, "closed_non_credible", "2031-05-09", *reason, *OREN).code == 0
    checks = call("dismissals", case, "--json").json()["checks"]
    assert [(one["incident"], one["body"], one["reason"]) for one in checks] == [
        (code, "Joint Force", "INSUFF_INFO_TIME_PLACE")
    ]
