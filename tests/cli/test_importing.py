"""A body's published list: good rows kept, every other named with its reason, nothing taken twice."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

SIGNED = ("--body", "Joint Force", "--by", "Ilda Maron", "--second", "Oren Saxe")
LIST = """number,received,closed,channel,when,where,outcome,reason,stated,killed,injured,remark
2101,2031-02-11,2031-03-14,ngo,2031-02-03,"Ostreld, mill road",credible,,,3-5,2,x
2102,2031-03-02,2031-03-20,social_media,2031-02,Tarmouk,non_credible,NO_STRIKE_AREA_DAY,,,,
2103,2031-03-05,2031-03-21,media,,Tarmouk,non_credible_unsubstantiated,,only lawful targets were struck,,,
2104,2031-03-06,2031-03-22,ngo,,,duplicate,,,,,
2105,2031-03-07,,partner,,,open,,,,,
2106,2031-03-08,2031-03-24,ngo,,,credible,,,,,
2107,soon,2031-03-24,pigeon,,,duplicate,,,,,
2108,,2031-03-24,ngo,,,duplicate,,,many,,
2109,2031-03-09,,ngo,,,non_credible,NO_HARM_VIDEO,,,,
2110,2031-03-09,2031-03-01,ngo,,,duplicate,,,,,
"""


@pytest.fixture
def empty(tmp_path: Path, call: Call) -> Path:
    root = tmp_path / "empty"
    assert call("init", root).code == 0
    return root


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_good_rows_are_kept_and_every_bad_one_is_named(call: Call, empty: Path, file: Path) -> None:
    answer = call("import-allegations", empty, file, *SIGNED, "--json")
    assert answer.code == 1
    found = json.loads(answer.out)
    assert (len(found["new"]), found["moved"], found["known"]) == (6, [], 0)
    messages = [(one["code"], one["message"]) for one in found["issues"]]
    assert [(code, message.split(":")[0]) for code, message in messages] == [
        ("allegation-numbers", "row 6"),
        ("allegation-field", "row 7, received"),
        ("allegation-field", "row 7, channel"),
        ("allegation-field", "row 8, killed"),
        ("allegation-missing", "row 8"),
        ("allegation-missing", "row 9"),
        ("allegation-refused", "row 10"),
    ]
    assert "expected a day such as 2017-03-17, found 'soon'" in messages[1][1]
    assert "(rule W3)" in messages[-1][1]
    month = json.loads(call("month", empty, "2031-03", "--body", "Joint Force", "--json").out)
    assert (month["carried"], month["new"], month["open"]) == (1, 5, 1)
    assert month["closed"] == {"non_credible": 2, "credible": 2, "duplicate": 1, "out_of_scope": 0}
    reasons = [(line["reason"], line["stated"]) for line in month["lines"] if line["line"] == "non_credible"]
    assert reasons == [("NO_STRIKE_AREA_DAY", None), (None, "only lawful targets were struck")]


def test_a_list_taken_in_again_adds_nothing_and_a_later_one_closes_what_was_open(
    call: Call, empty: Path, file: Path, tmp_path: Path
) -> None:
    call("import-allegations", empty, file, *SIGNED)
    assert call("import-allegations", empty, file, *SIGNED).out == "0 new, 0 taken further, 6 known already\n"
    later = tmp_path / "later.csv"
    later.write_text(
        "number,received,closed,channel,outcome,reason\n"
        "2105,2031-03-07,2031-04-11,partner,non_credible,INSUFF_INFO_TIME_PLACE\n"
    )
    answer = call("import-allegations", empty, later, *SIGNED)
    assert (answer.code, answer.out) == (0, "0 new, 1 taken further, 0 known already\n")
    april = json.loads(call("month", empty, "2031-04", "--body", "Joint Force", "--json").out)
    assert (april["carried"], april["closed"]["non_credible"], april["open"]) == (1, 1, 0)


def test_a_list_that_closes_needs_two_who_vouch_for_it(call: Call, empty: Path, file: Path) -> None:
    answer = call("import-allegations", empty, file, *SIGNED[:-2])
    assert (answer.code, "expected --second (rule W4)" in answer.err) == (2, True)
    same = call("import-allegations", empty, file, *SIGNED[:-1], "ilda maron")
    assert "(rule W4)" in same.err
    assert call("allegations", empty, "--json").json()["allegations"][0]["state"] == "closed_duplicate"


def test_more_rows_than_an_opening_balance_counts_are_refused_and_none_is_kept(
    call: Call, empty: Path, file: Path
) -> None:
    call("month", empty, "2031-03", "--body", "Joint Force", "--opening", 0, "--source", "its report")
    answer = call("import-allegations", empty, file, *SIGNED)
    assert (answer.code, "expected at most 0 allegations open" in answer.err) == (2, True)
    assert call("allegations", empty, "--json").json() == {"allegations": []}


def test_published_statements_become_allegations(call: Call, empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "statements"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "March 3, 2031, near Ostreld, Syria, via social media report. After a review of available information it was "
        "assessed that no Coalition strikes were conducted in the geographical area that correspond to the report of "
        "civilian casualties. 2201/TX12 37SDA0586841035\n"
    )
    read = call("statements", folder, "--jsonl")
    assert read.code == 0, read.err
    path = tmp_path / "read.jsonl"
    path.write_text(read.out)
    assert call("import-allegations", empty, path, *SIGNED).code == 2
    answer = call("import-allegations", empty, path, *SIGNED, "--received", "2031-04-01", "--closed", "2031-04-30")
    assert (answer.code, answer.out) == (0, "1 new, 0 taken further, 0 known already\n")
    found = call("allegations", empty, "--json").json()["allegations"][0]
    assert {name: found[name] for name in ("number", "channel", "when", "where", "state", "reason")} == {
        "number": "2201",
        "channel": "social_media",
        "when": "2031-03-03",
        "where": "Ostreld, Syria",
        "state": "closed_non_credible",
        "reason": "NO_STRIKE_CORRESPONDS",
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.csv", "a,b\n1,2\n"), ("x.jsonl", "[1]\n{\n"), ("x.csv", ""), ("x.csv", "number,received\n")],
)
def test_a_file_that_is_no_list_is_refused(call: Call, empty: Path, tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    answer = call("import-allegations", empty, path, *SIGNED)
    assert (answer.code, "Error: " in answer.err, "Traceback" in answer.err) == (2, True, False)


def test_rows_without_a_number_are_as_many_allegations_as_there_are_rows(
    call: Call, empty: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "number,received,closed,channel,where,outcome\n"
        ",2031-03-07,2031-03-11,ngo,Tarmouk,duplicate\n"
        ",2031-03-07,2031-03-12,ngo,Tarmouk,duplicate\n"
        "17,2031-03-07,2031-03-12,ngo,,duplicate\n"
        "17,2031-03-08,2031-03-12,ngo,,duplicate\n"
    )
    first = call("import-allegations", empty, path, *SIGNED)
    assert (first.code, first.out) == (1, "3 new, 0 taken further, 0 known already\n")
    assert "row 4: number 17 stands in row 3 already" in first.err
    assert call("import-allegations", empty, path, *SIGNED).out == "0 new, 0 taken further, 3 known already\n"
