"""Strike logs, positions, dismissal checks and statements, as a person or a script would call them. All is invented."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Call

LOG = """strike_id,belligerent,start,end,latitude,longitude,radius_m,weapon
S1,Northern Alliance,2031-05-04T18:00:00Z,2031-05-04T18:05:00Z,-31.501,-110.201,100,guided bomb
S2,Northern Alliance,2031-05-06T18:00:00Z,,-29.4,-108.4,100,guided bomb
S3,Northern Alliance,never,,-29.1,-108.4,100,guided bomb
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.csv"
    path.write_text(LOG, encoding="utf-8")
    return path


def _codes(call: "Call", case: Path) -> dict[str, str]:
    found = call("incidents", case, "--json").json()["incidents"]
    return {"tarmouk" if "Tarmouk" in json.dumps(one["where"]) else "ostreld": str(one["code"]) for one in found}


@pytest.fixture
def struck(call: "Call", case: Path, documents: Path, log: Path) -> Path:
    answer = call("run", documents, "--case", case, "--strikes", log)
    assert answer.code == 1, answer.err
    assert "strike-time: log.csv, row 4" in answer.err
    return case


def test_a_run_takes_a_log_in_and_suggests_the_strike_that_fits(call: "Call", struck: Path) -> None:
    found = call("strikes", struck, "--json").json()["matches"]
    assert [(one["incident"], one["strike"]) for one in found] == [(_codes(call, struck)["tarmouk"], "S1")]
    assert found[0]["metres"] == pytest.approx(146, abs=5)
    assert found[0]["hours"] == 0
    assert "on the reported day" in str(found[0]["why"])
    assert "no logged strike fits" in call("strikes", struck).out


def test_the_log_is_kept_as_an_original_and_holds_for_later_runs(call: "Call", struck: Path, documents: Path) -> None:
    assert call("run", documents, "--case", struck).code == 0
    assert len(call("strikes", struck, "--json").json()["matches"]) == 1
    assert call("verify", struck).code == 0


def test_a_person_sets_a_suggested_strike_aside_and_takes_that_back(call: "Call", struck: Path) -> None:
    code = _codes(call, struck)["tarmouk"]
    named = ("--by", "Recorder One", "--why", "its crew was elsewhere")
    assert call("judge", struck, code, "S1", "--different", *named).code == 0
    assert call("strikes", struck, "--json").json()["matches"] == []
    page = (struck / "report" / "incident" / f"{code}.html").read_text(encoding="utf-8")
    assert "set aside by Recorder One" in page
    assert call("judge", struck, "S1", code, "--same", *named).code == 0
    (match,) = call("strikes", struck, "--json").json()["matches"]
    assert str(match["decided"]).startswith("taken for this incident's by Recorder One")
    assert call("judge", struck, code, "S1", "--unsure", *named).code == 0
    (match,) = call("strikes", struck, "--json").json()["matches"]
    assert match["decided"] is None
    assert call("verify", struck).code == 0


def test_a_strike_that_was_not_suggested_cannot_be_judged(call: "Call", struck: Path) -> None:
    answer = call("judge", struck, _codes(call, struck)["tarmouk"], "S2", "--same", "--by", "A", "--why", "B")
    assert answer.code == 2
    assert "a strike that `harmtrace strikes` lists" in answer.err


def test_a_log_can_be_added_before_the_stages_run(call: "Call", case: Path, documents: Path, log: Path) -> None:
    assert call("add", case, "--strikes", log).code == 1
    assert call("strikes", case, "--json").json()["matches"] == []
    assert call("run", documents, "--case", case).code == 0
    assert len(call("strikes", case, "--json").json()["matches"]) == 1
    assert call("add", case).code == 2


def test_a_file_that_is_no_log_is_refused_and_nothing_changes(call: "Call", tmp_path: Path, documents: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    answer = call("run", documents, "--case", tmp_path / "new", "--strikes", path)
    assert answer.code == 2
    assert "other.csv, header: expected start or date" in answer.err
    assert not (tmp_path / "new").exists()


def test_a_position_by_hand_stands_in_the_history_and_is_held_against_the_log(call: "Call", struck: Path) -> None:
    code = _codes(call, struck)["tarmouk"]
    options = ("--body", "Northern Alliance", "--on", "2031-06-01", "--by", "R. Vale")
    denied = ("--status", "non_credible_unsubstantiated", "--reason", "NO_STRIKE_AREA_DAY")
    answer = call("position", struck, code, *options, *denied)
    assert (answer.code, "recorded as position 1" in answer.out) == (0, True)
    (check,) = call("dismissals", struck, "--json").json()["checks"]
    assert (check["answer"], check["rows"], check["on"]) == ("contradicted", ["S1"], "2031-06-01")
    (one,) = [held for held in call("incidents", struck, "--json").json()["incidents"] if held["code"] == code]
    (said,) = json.loads(json.dumps(one["positions"]))
    assert (said["basis"], said["by"], said["reason"]) == ("recorded", "R. Vale", "NO_STRIKE_AREA_DAY")
    (side,) = json.loads(json.dumps(one["assessments"]))
    assert "contradicted" in " ".join(side["differs"])
    assert call("verify", struck).code == 0
    page = (struck / "report" / "incident" / f"{code}.html").read_text(encoding="utf-8")
    assert "Both assessments, side by side" in page
    assert "Logged strikes that may be this one" in page


def test_a_conceded_number_confirms_and_a_later_position_supersedes(call: "Call", struck: Path) -> None:
    code = _codes(call, struck)["ostreld"]
    first = ("--status", "open_incident", "--on", "2031-05-20")
    second = ("--status", "credible_substantiated", "--killed", "5-6", "--on", "2031-07-01")
    for options in (second, first):
        assert call("position", struck, code, "--body", "Northern Alliance", *options, "--by", "R. Vale").code == 0
    (one,) = [held for held in call("incidents", struck, "--json").json()["incidents"] if held["code"] == code]
    assert one["grade_suggested"] == "Confirmed"
    (side,) = json.loads(json.dumps(one["assessments"]))
    assert (side["status"], side["killed"], len(side["history"])) == ("credible_substantiated", [5, 6], 2)
    assert side["differs"] == ["killed: claims 7; conceded 5–6", "injured: claims 23; conceded no number"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--status", "open_incident", "--on", "soon"), "--on: expected a day"),
        (("--status", "open_incident", "--on", "2031-05-20", "--reason", "NO_STRIKE_AREA_DAY"), "--reason"),
        (("--status", "open_incident", "--on", "2031-05-20", "--killed", "3"), "--killed, --injured"),
        (("--status", "credible_substantiated", "--on", "2031-05-20", "--killed", "9-3"), "--killed"),
        (("--status", "open_incident", "--on", "2031-05-20", "--earlier", "XXX-1"), "--earlier"),
    ],
)
def test_a_position_that_cannot_be_is_refused(call: "Call", case: Path, options: tuple[str, ...], message: str) -> None:
    code = _codes(call, case)["tarmouk"]
    answer = call("position", case, code, "--body", "Northern Alliance", *options, "--by", "R. Vale")
    assert answer.code == 2
    assert message in answer.err


def test_a_position_on_no_incident_is_refused(call: "Call", case: Path) -> None:
    options = ("--body", "B", "--status", "open_incident", "--on", "2031-05-20", "--by", "R. Vale")
    answer = call("position", case, "XXX-19990101-001", *options)
    assert answer.code == 2
    assert "no incident 'XXX-19990101-001'" in answer.err


def test_statements_are_read_without_a_case(call: "Call", tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_text(
        "March 4, 2031, near Dorra, Iraq, via self-report: it was assessed that one civilian was killed.\n"
        "March 6, 2031, near Marsil, Iraq, via media report. No strikes were conducted on that day in the area.\n",
        encoding="utf-8",
    )
    lines = [json.loads(line) for line in call("statements", path, "--jsonl").out.splitlines()]
    assert [line["id"] for line in lines] == ["release.txt", "release.txt#2"]
    assert lines[0]["fields"]["killed"] == [1, 1]
    assert "reason: NO_STRIKE_AREA_DAY" in call("statements", path).out


def test_a_statement_of_an_official_body_becomes_a_position_on_the_incident_that_it_speaks_of(
    call: "Call", tmp_path: Path, documents: Path, gazetteer: Path
) -> None:
    (documents / "release.txt").write_text(
        "May 4, 2031, near Tarmouk, via media report. After a review of all available records it was assessed that no "
        "strikes were conducted on that day in the area.\n"
        "May 8, 2031, near Nowhere, via media report. No strikes were conducted on that day in the area.\n",
        encoding="utf-8",
    )
    (documents / "documents.csv").write_text(
        "file,source,source_kind,published\nrelease.txt,Northern Alliance,official_military,2031-06-01\n",
        encoding="utf-8",
    )
    root = tmp_path / "stated"
    call("run", documents, "--case", root, "--gazetteer", gazetteer)
    held = call("incidents", root, "--json").json()["incidents"]
    said = [one for incident in held for one in json.loads(json.dumps(incident["positions"])) if one["reason"]]
    assert [(one["body"], one["status"], one["reason"], one["on"]) for one in said] == [
        ("Northern Alliance", "non_credible_unsubstantiated", "NO_STRIKE_AREA_DAY", "2031-06-01")
    ]
    (check,) = call("dismissals", root, "--json").json()["checks"]
    assert (check["answer"], check["body"]) == ("untestable", "Northern Alliance")
