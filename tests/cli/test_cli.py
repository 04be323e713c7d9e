"""Commands on a small case, as a person or a script would call them."""

import json
import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import harmtrace

if TYPE_CHECKING:
    from tests.cli.conftest import Call

KEYS = {
    "code",
    "when",
    "when_why",
    "where",
    "documents",
    "sources",
    "origins",
    "voices",
    "claims",
    "blamed",
    "positions",
    "grade_suggested",
    "grade_why",
    "grade",
    "at_risk",
    "ranges",
    "tally",
    "brief",
}


def _text(value: object) -> str:
    assert isinstance(value, str)
    return value


def _claims(call: "Call", documents: Path, gazetteer: Path) -> list[dict[str, object]]:
    answer = call("claims", documents, "--gazetteer", gazetteer, "--jsonl")
    return [json.loads(line) for line in answer.out.splitlines()]


def _of(call: "Call", case: Path, place: str) -> dict[str, object]:
    """Return the incident at a place."""
    found = call("incidents", case, "--json").json()["incidents"]
    return next(one for one in found if place.casefold() in json.dumps(one["where"]).casefold())


def test_the_version_is_printed(call: "Call") -> None:
    assert harmtrace.__version__ in call("--version").out


def test_a_run_prints_the_incidents_and_the_path_of_the_report(
    tmp_path: Path, documents: Path, gazetteer: Path, call: "Call"
) -> None:
    answer = call("run", documents, "--case", tmp_path / "case", "--gazetteer", gazetteer)
    assert answer.code == 0
    assert "2031-05-04" in answer.out
    assert str(tmp_path / "case" / "report" / "index.html") in answer.out
    assert (tmp_path / "case" / "report" / "index.html").is_file()


def test_the_page_of_a_document_lists_what_was_set_aside_in_it(
    tmp_path: Path, documents: Path, gazetteer: Path, call: "Call"
) -> None:
    wire = documents / "a-wire.txt"
    told = wire.read_text(encoding="utf-8").replace("12 civilians,", "12 civilians, 40 kilometres from the front,")
    wire.write_text(told, encoding="utf-8")
    call("run", documents, "--case", tmp_path / "case", "--gazetteer", gazetteer)
    pages = sorted((tmp_path / "case" / "report" / "document").glob("*.html"))
    (page,) = [text for path in pages if "40 kilometres" in (text := path.read_text(encoding="utf-8"))]
    listed = page.split("Numbers that claim no harm")[1]
    assert "set aside, each with its reason" in listed
    assert "40 kilometres</bdi></q>: counts kilometres" in listed


def test_incidents_have_the_keys_that_scripts_rely_on(case: Path, call: "Call") -> None:
    found = call("incidents", case, "--json").json()
    assert set(found) >= {"incidents", "periods", "unplaced", "uncounted", "issues"}
    assert len(found["incidents"]) == 2
    for one in found["incidents"]:
        assert set(one) >= KEYS
    ranges = found["incidents"][0]["ranges"]
    assert isinstance(ranges, dict)
    assert set(ranges) == {"airwars_range", "acled_min", "ged_best", "latest_official"}
    assert set(ranges["airwars_range"]) >= {"version", "killed", "injured", "claims", "left_out"}
    assert set(ranges["ged_best"]) >= {"version", "best", "low", "high", "civilian", "side_a", "side_b", "unknown"}


def test_the_two_texts_on_one_strike_make_one_incident(case: Path, call: "Call") -> None:
    one = _of(call, case, "Tarmouk")
    assert one["documents"] == ["a-wire.txt", "b-paper.txt"]
    assert one["code"] == "XXX-20310504-001"


def test_claim_ids_are_the_same_in_every_command(case: Path, documents: Path, gazetteer: Path, call: "Call") -> None:
    alone = {claim["id"] for claim in _claims(call, documents, gazetteer)}
    found = call("incidents", case, "--json").json()
    in_case = {id for one in found["incidents"] for id in (one["claims"] if isinstance(one["claims"], list) else [])}
    in_case |= {one["claim"] for key in ("unplaced", "periods") for one in found[key]}
    assert in_case == alone


def test_a_claim_is_the_words_that_it_quotes(documents: Path, gazetteer: Path, call: "Call") -> None:
    claims = _claims(call, documents, gazetteer)
    assert claims
    for claim in claims:
        text = (documents / _text(claim["document"])).read_text(encoding="utf-8")
        start, end = claim["start"], claim["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == claim["quote"]


def test_all_lists_the_numbers_set_aside_with_the_reason(documents: Path, call: "Call") -> None:
    (documents / "d.txt").write_text("The 300-bed clinic opened in 1982. Two people died.\n", encoding="utf-8")
    lines = [json.loads(line) for line in call("claims", documents / "d.txt", "--all", "--jsonl").out.splitlines()]
    aside = [line for line in lines if line["kind"] == "set_aside"]
    assert all(line["reason"] for line in aside)
    assert call("claims", documents / "d.txt", "--jsonl").out.count("set_aside") == 0


def test_a_second_run_takes_nothing_in_twice(case: Path, documents: Path, call: "Call") -> None:
    before = call("incidents", case, "--json").out
    answer = call("run", documents, "--case", case)
    assert answer.code == 0
    assert "0 taken in, 3 known already; 0 read" in answer.err
    assert call("incidents", case, "--json").out == before


def test_other_words_under_a_known_id_are_refused_and_both_are_named(case: Path, documents: Path, call: "Call") -> None:
    before = call("text", case, "a-wire.txt").out
    (documents / "a-wire.txt").write_text("Forty people died.\n", encoding="utf-8")
    answer = call("run", documents, "--case", case)
    assert answer.code == 1
    assert "document-duplicate" in answer.err
    assert answer.err.count("SHA-256") >= 2
    assert call("text", case, "a-wire.txt").out == before


def test_the_order_of_documents_changes_no_figure(
    tmp_path: Path, documents: Path, gazetteer: Path, call: "Call"
) -> None:
    results = []
    for number, names in enumerate((sorted(documents.iterdir()), sorted(documents.iterdir(), reverse=True))):
        root = tmp_path / str(number)
        for name in names:
            call("run", name, "--case", root, "--gazetteer", gazetteer)
        results.append(call("incidents", root, "--json").json()["incidents"])
    assert results[0] == results[1]


def test_a_trace_ends_at_the_original_and_its_hash(case: Path, call: "Call") -> None:
    code = _text(_of(call, case, "Tarmouk")["code"])
    answer = call("trace", case, code)
    assert answer.code == 0
    assert "⟦" in answer.out
    assert "hash checked: the same" in answer.out
    shape = json.loads(call("trace", case, code, "--json").out)
    assert shape["intact"] is True
    assert shape["range"]["killed"] is not None
    for step in shape["steps"]:
        assert step["marked"] == step["claim"]["quote"]
        assert Path(step["path"]).is_file()


def test_a_trace_over_an_altered_original_ends_with_1(case: Path, call: "Call") -> None:
    code = _text(_of(call, case, "Tarmouk")["code"])
    for path in (case / "vault").glob("??/*"):
        path.chmod(0o644)
        path.write_bytes(b"altered")
    answer = call("trace", case, code)
    assert answer.code == 1
    assert "NOT WHAT WAS TAKEN IN" in answer.out


def test_an_unknown_code_or_rule_is_wrong_usage(case: Path, call: "Call") -> None:
    assert call("trace", case, "XXX-20310101-001").code == 2
    answer = call("trace", case, "XXX-20310504-001", "--rule", "guess")
    assert answer.code == 2
    assert "airwars_range" in answer.err


def test_a_rejected_claim_takes_part_in_no_range_until_it_is_accepted(case: Path, call: "Call") -> None:
    market = _of(call, case, "Ostreld")
    code = _text(market["code"])
    ranges = market["ranges"]
    assert isinstance(ranges, dict)
    (id,) = ranges["acled_min"]["claims"]
    answer = call("claim", case, id, "--reject", "--by", "A. Reader", "--why", "not a count")
    assert answer.code == 0
    assert "killed 7 →" in answer.out
    assert call("claim", case, id, "--accept", "--by", "A. Reader", "--why", "it is").code == 0
    again = _of(call, case, "Ostreld")
    assert (again["code"], again["ranges"]) == (code, ranges)


def test_a_value_set_by_a_person_stands_beside_the_machines(case: Path, call: "Call") -> None:
    market = _of(call, case, "Ostreld")
    ranges = market["ranges"]
    assert isinstance(ranges, dict)
    (id,) = ranges["airwars_range"]["claims"][:1]
    killed = ("claim", case, id, "--set", "low=8", "--set", "high=8", "--by", "A. Reader", "--why", "the list")
    assert "killed 7 → 8" in call(*killed).out
    shape = json.loads(call("trace", case, market["code"], "--json").out)
    step = next(step for step in shape["steps"] if step["claim"]["id"] == id)
    assert (step["claim"]["low"], step["machine"]["low"]) == (8, 7)
    assert step["judgements"][0]["by"] == "A. Reader"


@pytest.mark.parametrize("value", ["lowest=3", "low=many", "outcome=tired", "low"])
def test_an_impossible_value_is_refused_and_not_recorded(case: Path, call: "Call", value: str) -> None:
    id = _of(call, case, "Ostreld")["claims"]
    assert isinstance(id, list)
    assert call("claim", case, id[0], "--set", value, "--by", "A", "--why", "w").code == 2
    with sqlite3.connect(case / "case.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM judgements").fetchone() == (0,)
    connection.close()


def test_two_incidents_joined_by_a_person_are_parted_with_their_old_codes(case: Path, call: "Call") -> None:
    before = {one["code"] for one in call("incidents", case, "--json").json()["incidents"]}
    a, b = sorted(map(_text, before))
    joined = call("judge", case, a, b, "--same", "--by", "A. Reader", "--why", "one event")
    assert "merged into" in joined.out
    assert len(call("incidents", case, "--json").json()["incidents"]) == 1
    assert call("trace", case, a).code == 0
    assert call("trace", case, b).code == 0
    call("judge", case, a, b, "--different", "--by", "A. Reader", "--why", "two after all")
    assert {one["code"] for one in call("incidents", case, "--json").json()["incidents"]} == before


def test_nothing_usable_ends_with_2(tmp_path: Path, call: "Call") -> None:
    assert call("run", tmp_path / "absent", "--case", tmp_path / "case").code == 2
    assert call("claims", tmp_path / "absent", "--jsonl").code == 2
    assert call("incidents", tmp_path / "absent").code == 2


def test_bad_input_beside_good_ends_with_1(tmp_path: Path, documents: Path, gazetteer: Path, call: "Call") -> None:
    (documents / "z.txt").write_bytes(b"")
    answer = call("run", documents, "--case", tmp_path / "case", "--gazetteer", gazetteer)
    assert answer.code == 1
    assert "z.txt" in answer.err
    assert "2031-05-04" in answer.out


def test_documents_added_are_waiting_until_the_next_run(tmp_path: Path, documents: Path, call: "Call") -> None:
    root = tmp_path / "case"
    assert call("init", root).code == 0
    assert call("add", root, documents).code == 0
    answer = call("incidents", root)
    assert "no incidents" in answer.out
    assert "3 documents" in answer.err
    assert "2031-05-04" in call("run", documents, "--case", root).out


def test_settings_are_shown_with_where_they_come_from(case: Path, call: "Call") -> None:
    (case / "harmtrace.toml").write_text('range_rule = "acled_min"\n', encoding="utf-8")
    shown = json.loads(call("config", case, "--json").out)
    assert shown["range_rule"] == {"value": "acled_min", "from": str(case / "harmtrace.toml")}
    assert shown["vague_table"]["from"] == "default"
    assert "acled_min" in call("incidents", case).out


def test_an_unknown_setting_is_an_error_that_names_file_and_key(case: Path, call: "Call") -> None:
    (case / "harmtrace.toml").write_text('range = "acled_min"\n', encoding="utf-8")
    for words in (("config", case), ("run", case, "--case", case)):
        answer = call(*words)
        assert answer.code == 2
        assert "harmtrace.toml: unknown key 'range'" in answer.err


def test_a_case_among_its_own_documents_is_no_evidence(documents: Path, gazetteer: Path, call: "Call") -> None:
    root = documents / "case"
    first = call("run", documents, "--case", root, "--gazetteer", gazetteer)
    second = call("run", documents, "--case", root)
    assert (first.code, second.code) == (0, 0)
    assert "3 taken in" in first.err
    assert "0 taken in, 3 known already" in second.err
    assert first.out == second.out
    assert "case-folder" in second.err


def test_a_cases_own_report_is_refused_as_evidence(case: Path, call: "Call") -> None:
    for path in (case, case / "report", case / "report" / "index.html"):
        answer = call("run", path, "--case", case)
        assert answer.code == 2
        assert "what a case holds is not taken" in answer.err


def test_a_database_that_is_none_is_named_in_a_line(tmp_path: Path, documents: Path, call: "Call") -> None:
    root = tmp_path / "case"
    root.mkdir()
    (root / "case.sqlite").write_text("garbage")
    for answer in (call("incidents", root), call("run", documents, "--case", root)):
        assert answer.code == 2
        assert f"{root / 'case.sqlite'}: expected" in answer.err
        assert "file is not a database" in answer.err


def test_a_case_that_cannot_be_made_is_named_in_a_line(documents: Path, call: "Call") -> None:
    answer = call("run", documents, "--case", "/proc/nope")
    assert answer.code == 2
    assert "/proc/nope: expected a folder that can be made" in answer.err


# A process of its own: limits and standard output are a process's.
_COMMAND = (sys.executable, "-c", "from harmtrace.cli import main; main()")


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))


def test_a_full_disk_is_named_in_a_line(tmp_path: Path, documents: Path) -> None:
    words = [*_COMMAND, "run", str(documents), "--case", str(tmp_path / "case")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, preexec_fn=_limited)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "found: " in done.stderr


def test_output_that_cannot_be_written_is_named_in_a_line(case: Path) -> None:
    words = [*_COMMAND, "incidents", str(case), "--json"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "Error: output: expected to read or write it, found: No space left on device\n"


@pytest.mark.parametrize("given", [("--accept", "--reject"), ("--accept", "--set", "low=3"), ()])
def test_two_decisions_on_a_claim_at_once_are_none(case: Path, call: "Call", given: tuple[str, ...]) -> None:
    claims = _of(call, case, "Tarmouk")["claims"]
    assert isinstance(claims, list)
    answer = call("claim", case, claims[0], *given, "--by", "A", "--why", "B")
    assert answer.code == 2
    assert "expected one of --accept, --reject, --set; found " in answer.err
    assert _judgements(case) == 0


def test_two_decisions_on_a_pair_at_once_are_none(case: Path, call: "Call") -> None:
    codes = [one["code"] for one in call("incidents", case, "--json").json()["incidents"]]
    answer = call("judge", case, *codes, "--same", "--different", "--by", "A", "--why", "B")
    assert answer.code == 2
    assert "expected one of --same, --different, --unsure; found --same and --different" in answer.err
    assert _judgements(case) == 0


def _judgements(case: Path) -> int:
    with closing(sqlite3.connect(case / "case.sqlite")) as database:
        found: int = database.execute("SELECT count(*) FROM judgements").fetchone()[0]
    return found


@pytest.mark.parametrize("day", ["garbage", "2031-02-30", ""])
def test_a_reference_day_that_is_none_is_refused(documents: Path, call: "Call", day: str) -> None:
    answer = call("claims", documents, "--on", day)
    assert answer.code == 2
    assert answer.out == ""
    assert f"--on: expected a day (2017-03-25) or another EDTF date (2017-03), found {day!r}" in answer.err


def test_a_documents_control_characters_are_shown_and_not_obeyed(tmp_path: Path, gazetteer: Path, call: "Call") -> None:
    text = "On 4 May 2031 an airstrike in Tarmouk killed 12 \x1b[2Jcivilians\x07, the \x9bmayor said."
    record = {"id": "one\ntwo\x1b[31m", "text": text, "published": "2031-05-05"}
    (tmp_path / "d.jsonl").write_text(json.dumps(record), encoding="utf-8")
    ran = call("run", tmp_path / "d.jsonl", "--case", tmp_path / "case", "--gazetteer", gazetteer)
    traced = call("trace", tmp_path / "case", "XXX-20310504-001")
    read = call("claims", tmp_path / "d.jsonl", "--gazetteer", gazetteer)
    for answer in (ran, traced, read):
        assert answer.out
        shown = answer.out + answer.err
        assert not [char for char in shown if not char.isprintable() and char != "\n"]
    assert "document: one\\ntwo\\x1b[31m (" in traced.out
    assert "\\x1b[2Jcivilians" in traced.out
    assert call("text", tmp_path / "case", record["id"]).out == text


def test_a_run_that_cannot_be_carried_out_leaves_no_case(tmp_path: Path, documents: Path, call: "Call") -> None:
    root = tmp_path / "outer" / "case"
    assert call("run", tmp_path / "nowhere", "--case", root).code == 2
    (tmp_path / "bad.csv").write_text("no,columns\n", encoding="utf-8")
    assert call("run", documents, "--case", root, "--gazetteer", tmp_path / "bad.csv").code == 2
    assert not (tmp_path / "outer").exists()


def test_a_run_that_cannot_be_carried_out_leaves_a_case_as_it_was(case: Path, tmp_path: Path, call: "Call") -> None:
    call("init", tmp_path / "empty")
    for root in (case, tmp_path / "empty"):
        assert call("run", tmp_path / "nowhere", "--case", root).code == 2
        assert (root / "case.sqlite").is_file()
        assert call("incidents", root).code == 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("low=abc", "expected low to be a whole number, or nothing, found 'abc'"),
        ("low=99999", "cannot set low=99999"),
        ("outcome=hurt", "expected outcome to be one of killed, "),
        ("when=yesterday", "expected when to be an EDTF day or interval (2017-03-17), or nothing, found 'yesterday'"),
        ("colour=red", "expected one of the fields speaker, via, voice, when, where, low, high"),
    ],
)
def test_a_value_that_cannot_be_set_is_named_with_what_is_expected(
    case: Path, documents: Path, gazetteer: Path, call: "Call", value: str, expected: str
) -> None:
    claim = next(one for one in _claims(call, documents, gazetteer) if one["kind"] == "casualty" and one["high"])
    answer = call("claim", case, claim["id"], "--set", value, "--by", "A", "--why", "B")
    assert answer.code == 2
    assert expected in answer.err
    assert _judgements(case) == 0


def test_a_file_whose_name_is_no_utf_8_goes_through_a_whole_run(call: "Call", tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    text = "On 4 May 2021 six people were killed in a strike on Ostrel."
    (folder / os.fsdecode(b"a\xff.txt")).write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text(text + " The road was closed.", encoding="utf-8")
    answer = call("run", folder, "--case", tmp_path / "case")
    assert "documents: 2 taken in" in answer.err
    assert call("verify", tmp_path / "case").code == 0


def test_an_erased_document_does_not_come_back_with_another_run(call: "Call", tmp_path: Path) -> None:
    folder, case = tmp_path / "texts", tmp_path / "case"
    folder.mkdir()
    for name, many in (("a.txt", "six"), ("b.txt", "nine")):
        (folder / name).write_text(f"On 4 May 2021 {many} people were killed in a strike on Ostrel.", encoding="utf-8")
    call("run", folder, "--case", case)
    assert call("redact", case, "b.txt", "--by", "Recorder One", "--why", "the family asked").code == 0
    answer = call("run", folder, "--case", case)
    assert answer.code == 1
    assert "redacted-original: b.txt" in answer.err
    assert "documents: 0 taken in, 1 known already" in answer.err
    assert call("verify", case).code == 0
