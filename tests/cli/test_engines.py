"""Engines beside the rules, from the command line: suggestions stay apart until a person accepts them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.proposers.server import Server, claim, raw, said, serving

if TYPE_CHECKING:
    from tests.cli.conftest import Call

TEXT = (
    "TARMOUK, 5 May 2031 (Harrow Wire) - On 4 May 2031 an airstrike hit a house in Tarmouk and killed at least "
    "12 civilians, residents said.\n\nA further six did not survive the collapse of the house, medics said. "
    "The toll among the wounded was not known.\n"
)
SAME = claim("killed at least 12 civilians", 12, None, who="civilian", speaker="residents")
MORE = claim("A further six did not survive the collapse of the house", 6, 6, speaker="medics", modality="denied")
CHANGED = claim("killed at least 12 civilians", 13, None)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "in" / "a-wire.txt"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    return file


def configured(folder: Path, server: Server) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "harmtrace.toml"
    file.write_text(f'engines = ["rules", "llm"]\n[llm]\nurl = "{server.url}"\nmodel = "m"\n', encoding="utf-8")
    return file


def killed(call: "Call", case: Path) -> list[object]:
    (incident,) = call("incidents", case, "--json").json()["incidents"]
    ranges = incident["ranges"]
    assert isinstance(ranges, dict)
    return [ranges["airwars_range"]["killed"], ranges["airwars_range"]["claims"]]


def injured(call: "Call", case: Path) -> object:
    (incident,) = call("incidents", case, "--json").json()["incidents"]
    ranges = incident["ranges"]
    assert isinstance(ranges, dict)
    return ranges["airwars_range"]["injured"]


def test_claims_prints_suggestions_after_the_claims_of_the_rules(tmp_path: Path, text: Path, call: "Call") -> None:
    with serving(said(SAME, MORE, CHANGED)) as server:
        config = configured(tmp_path / "settings", server)
        plain = call("claims", text, "--config", config, "--jsonl")
        everything = call("claims", text, "--config", config, "--all", "--jsonl")
        words = call("claims", text, "--config", config, "--all")
    lines = [json.loads(line) for line in plain.out.splitlines()]
    rules = [one for one in lines if one["engine"] == "rules"]
    suggested = [one for one in lines if one.get("suggested")]
    assert [one["id"] for one in rules if one["low"] == 12] == [suggested[0]["agrees_with"]]
    assert suggested[0]["id"] == suggested[0]["agrees_with"]
    assert suggested[0]["rules"][0] == "llm:m/prompt-1"
    assert len(lines) == len(rules) + len(suggested)
    kinds = [json.loads(line)["kind"] for line in everything.out.splitlines()]
    assert kinds.count("refused") == 1
    assert "llm refused: killed at least 12 civilians: expected 13 to … as the engine said" in words.out
    assert "llm suggests:" in words.out


def test_rules_alone_ask_nobody(tmp_path: Path, text: Path, call: "Call") -> None:
    with serving(said(SAME)) as server:
        config = configured(tmp_path / "settings", server)
        call("claims", text, "--config", config, "--engine", "rules", "--jsonl")
        assert server.asked == []


@pytest.mark.parametrize(
    ("engines", "why"),
    [("rules,llm", "expected a table [llm]"), ("llm", "expected 'rules' among the engines"), ("rules,magic", "magic")],
)
def test_an_engine_that_cannot_be_used_is_refused(
    text: Path, tmp_path: Path, call: "Call", engines: str, why: str
) -> None:
    answer = call("claims", text, "--engine", engines)
    assert (answer.code, why in answer.err) == (2, True)
    answer = call("run", text, "--case", tmp_path / "case", "--engine", engines)
    assert (answer.code, why in answer.err) == (2, True)
    assert not (tmp_path / "case" / "vault").exists()


def test_a_suggestion_enters_no_range_until_a_person_accepts_it(tmp_path: Path, text: Path, call: "Call") -> None:
    case = tmp_path / "case"
    with serving(said(SAME, claim("six did not survive", 6, 6, modality="denied"), CHANGED)) as server:
        configured(case, server)
        before = call("run", text, "--case", case)
        assert before.code == 0
        assert len(server.asked) == 1
    rules_only, setting = killed(call, case)
    index = (case / "report" / "index.html").read_text(encoding="utf-8")
    for head in ("Suggestions of other engines", "Where engines differ", "Refused proposals of other engines"):
        assert head in index
    assert "waits for a person; counts for nothing" in index
    assert "another-number" in index
    page = next((case / "report" / "incident").iterdir()).read_text(encoding="utf-8")
    assert "read so by llm too" in page
    assert call("verify", case).code == 0
    assert rules_only == [18, 18]  # 12 and the further six; nothing of what the engine says beside it
    assert isinstance(setting, list)


def test_an_accepted_suggestion_counts_is_traced_and_can_be_taken_back(
    tmp_path: Path, text: Path, call: "Call"
) -> None:
    case = tmp_path / "case"
    # An outcome that the rules do not read in these words, whatever they learn: so the suggestion is none of theirs.
    with serving(said({**SAME, "outcome": "injured"})) as server:
        config = configured(case, server)
        call("run", text, "--case", case)
        lines = call("claims", text, "--config", config, "--jsonl").out.splitlines()
    suggested = next(one for one in map(json.loads, lines) if one.get("suggested"))
    name = suggested["id"]
    assert suggested["agrees_with"] is None
    before = injured(call, case)
    assert before is None
    changed = call("claim", case, name, "--accept", "--by", "A. Reader", "--why", "the words say so")
    assert changed.code == 0
    assert injured(call, case) == [12, 12]
    code = str(call("incidents", case, "--json").json()["incidents"][0]["code"])
    assert call("trace", case, code).code == 0
    page = (case / "report" / "incident" / f"{code}.html").read_text(encoding="utf-8")
    assert "suggested by the engine llm (llm:m/prompt-1)" in page
    assert "accepted by a person" in (case / "report" / "index.html").read_text(encoding="utf-8")
    # A later run without the engine, and one in which it says something else, leave the decision standing.
    (case / "harmtrace.toml").unlink()
    call("run", text, "--case", case)
    assert injured(call, case) == [12, 12]
    with serving(said(SAME)) as server:
        file = configured(case, server)
        file.write_text(file.read_text(encoding="utf-8").replace('model = "m"', 'model = "n"'), encoding="utf-8")
        call("run", text, "--case", case)
    assert injured(call, case) == [12, 12]
    call("claim", case, name, "--reject", "--by", "A. Reader", "--why", "counted twice")
    assert injured(call, case) is None
    assert call("verify", case).code == 0


def test_answers_are_kept_in_the_case_and_failures_are_shown_and_asked_again(
    tmp_path: Path, text: Path, call: "Call"
) -> None:
    case = tmp_path / "case"
    with serving(raw(b"{}", status=401)) as server:
        configured(case, server)
        answer = call("run", text, "--case", case)
    assert "engine-failed" in answer.err
    assert "found 401" in (case / "report" / "index.html").read_text(encoding="utf-8")
    with serving(said(SAME)) as server:
        configured(case, server)
        assert "engine-failed" not in call("run", text, "--case", case).err
        call("run", text, "--case", case)
        assert len(server.asked) == 1


def test_an_engine_that_fails_again_and_again_is_not_asked_on(tmp_path: Path, call: "Call") -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(TEXT.replace("12", str(12 + number)), encoding="utf-8")
    with serving(raw(b"{}", status=401)) as server:
        configured(tmp_path / "case", server)
        answer = call("run", folder, "--case", tmp_path / "case")
        assert len(server.asked) == 5
    assert "engine-stopped" in answer.err
    assert "3 documents were not asked about" in answer.err
