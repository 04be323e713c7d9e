"""Bad input: each fault is named with file, place, expectation and finding; the rest goes on."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest

from harmtrace.intake import LINE_BYTES, Original, Taken, read
from harmtrace.records.entry import Issue

_TEXT = "Four people were killed on Monday when shells hit the school in Qarya, the mayor said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one good document first and one last."""
    (tmp_path / "0-good.txt").write_text(_TEXT)
    (tmp_path / "z-good.txt").write_text(_TEXT)
    return tmp_path


def _outcome(folder: Path, *, line_bytes: int = LINE_BYTES) -> tuple[list[str], list[Issue]]:
    items = list(read([folder], line_bytes=line_bytes))
    taken = [item.document.id for item in items if isinstance(item, Taken)]
    assert {"0-good.txt", "z-good.txt"} <= set(taken)
    return [key for key in taken if "good" not in key], [item for item in items if isinstance(item, Issue)]


def _one(folder: Path, code: str, name: str) -> Issue:
    _, issues = _outcome(folder)
    (issue,) = issues
    assert issue.code == code
    assert name in issue.message
    assert "expected" in issue.message
    assert "found" in issue.message
    return issue


def test_an_empty_file(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"")
    assert _one(folder, "empty", "a.txt").document == "a.txt"


def test_a_file_of_blanks(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b" \n\t\r\n")
    _one(folder, "empty", "a.txt")


def test_an_empty_file_of_records(folder: Path) -> None:
    (folder / "a.jsonl").write_bytes(b"")
    _one(folder, "empty", "a.jsonl")


def test_binary_content_under_a_text_ending(folder: Path) -> None:
    (folder / "a.txt").write_bytes(bytes(range(256)) * 64)
    _one(folder, "binary", "a.txt")


def test_no_original_is_given_for_what_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0" * 100)
    (tmp_path / "b.jsonl").write_text("not json\n")
    assert not any(isinstance(item, Original) for item in read([tmp_path]))


@pytest.mark.parametrize("ending", [".txt", ".html", ".json", ".jsonl"])
def test_two_hundred_megabytes_are_refused_without_being_held(folder: Path, ending: str) -> None:
    large = folder / f"a{ending}"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    issue = _one(folder, "too-large", large.name)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "200,000,000" in issue.message
    assert peak < 40_000_000


def test_a_record_above_the_limit_costs_itself_only(folder: Path) -> None:
    lines = [{"id": "a", "text": _TEXT}, {"id": "b", "text": "x" * 5000}, {"id": "c", "text": _TEXT}]
    (folder / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    taken, issues = _outcome(folder, line_bytes=2000)
    assert taken == ["a", "c"]
    assert [(issue.code, issue.start) for issue in issues] == [("too-large", 2)]


def test_a_wrong_encoding_is_taken_and_named(folder: Path) -> None:
    (folder / "a.txt").write_bytes("Vier Menschen starben in Mödling.".encode("cp1252"))
    taken, issues = _outcome(folder)
    assert taken == ["a.txt"]
    assert [issue.code for issue in issues] == ["encoding"]
    assert "byte 26 expected UTF-8, found 0xf6" in issues[0].message


def test_nul_bytes_are_taken_and_named(folder: Path) -> None:
    (folder / "a.txt").write_bytes(_TEXT.encode() + b"\0")
    taken, issues = _outcome(folder)
    assert taken == ["a.txt"]
    assert [issue.code for issue in issues] == ["nul-bytes"]


def test_mixed_newlines_are_no_fault(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"One.\r\nTwo.\rThree.\nFour.")
    assert _outcome(folder) == (["a.txt"], [])


def test_bidi_controls_are_taken_and_named(folder: Path) -> None:
    (folder / "a.txt").write_text("Toll: \u202e73\u202c dead")
    taken, issues = _outcome(folder)
    assert taken == ["a.txt"]
    assert [(issue.code, issue.start) for issue in issues] == [("bidi-controls", 6), ("reordered-number", 7)]


def test_a_folder_in_a_folder_is_walked(folder: Path) -> None:
    (folder / "a" / "b.txt").mkdir(parents=True)
    (folder / "a" / "b.txt" / "c.txt").write_text(_TEXT)
    assert _outcome(folder) == (["a/b.txt/c.txt"], [])


def test_a_link_to_nothing(folder: Path) -> None:
    (folder / "a.txt").symlink_to(folder / "nowhere.txt")
    assert "a link to nothing" in _one(folder, "unreadable", "a.txt").message


def test_a_named_pipe_does_not_hold_the_reading(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")
    assert "a named pipe" in _one(folder, "unreadable", "a.txt").message


def test_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "a.txt").write_text(_TEXT)
    (folder / "a.txt").chmod(0)
    if os.access(folder / "a.txt", os.R_OK):
        pytest.skip("this user may read every file")
    _one(folder, "unreadable", "a.txt")


def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "b").symlink_to(folder)
    assert _one(folder, "linked-folder", "b").document == "a/b"


def test_a_path_that_is_not_there(folder: Path) -> None:
    items = list(read([folder, folder / "nothing.txt"]))
    assert [item.code for item in items if isinstance(item, Issue)] == ["unreadable"]


@pytest.mark.parametrize("name", ["a.mp3", "a.xlsx", "a.jpg", "README.md", "noending"])
def test_a_format_that_is_not_read(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"anything")
    _one(folder, "unknown-format", name)


def test_a_broken_row_of_the_table(folder: Path) -> None:
    (folder / "a.txt").write_text(_TEXT)
    (folder / "documents.csv").write_text("file,source\n0-good.txt,Post\na.txt,Post,too many\nz-good.txt,Post\n")
    issue = _one(folder, "table-row", "documents.csv: line 3")
    assert issue.start == 3
    assert _outcome(folder)[0] == ["a.txt"]


def test_a_row_for_a_file_that_is_not_there(folder: Path) -> None:
    (folder / "documents.csv").write_text("file,source\n0-good.txt,Post\ngone.txt,Post\n")
    assert _one(folder, "table-file-missing", "documents.csv: line 3").start == 3


def test_a_row_that_points_out_of_the_folder(folder: Path) -> None:
    (folder / "documents.csv").write_text("file,source\n../../etc/hosts,Post\n")
    _one(folder, "table-path", "documents.csv: line 2")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"id": "b", "text": "cut', "json"),
        ("[]", "record"),
        ('{"text": "no id"}', "record-id"),
        ('{"id": "", "text": "x"}', "record-id"),
        ('{"id": "b"}', "record-text"),
        ('{"id": "b", "text": 7}', "record-text"),
        ('{"id": "b", "text": "  "}', "empty"),
        ("[" * 100_000, "json"),
    ],
)
def test_a_broken_record_is_named_with_its_line(folder: Path, line: str, code: str) -> None:
    good = json.dumps({"id": "a", "text": _TEXT}), json.dumps({"id": "c", "text": _TEXT})
    (folder / "a.jsonl").write_text(f"{good[0]}\n\n{line}\n{good[1]}\n")
    taken, issues = _outcome(folder)
    assert taken == ["a", "c"]
    assert [(issue.code, issue.start) for issue in issues] == [(code, 3)]
    assert "a.jsonl: line 3" in issues[0].message


def test_half_a_character_in_a_record_is_replaced_and_named(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"id": "a", "text": "Four \\ud83d dead."}\n')
    taken, issues = _outcome(folder)
    assert taken == ["a"]
    assert [issue.code for issue in issues] == ["surrogates"]


def test_a_file_whose_name_is_no_utf_8_is_taken_under_a_name_that_can_be_stored(folder: Path) -> None:
    (folder / os.fsdecode(b"a\xff.txt")).write_text(_TEXT)
    (folder / os.fsdecode(b"a\xff.jpg")).write_text(_TEXT)
    taken, issues = _outcome(folder)
    assert taken == ["a\ufffd.txt"]
    assert [issue.code for issue in issues] == ["unknown-format"]
    assert issues[0].message.encode()


def test_half_a_character_in_a_title_is_replaced(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"id": "a\\udc00", "text": "Four dead.", "title": "Toll \\ud83d"}\n')
    items = [item.document for item in read([folder / "a.jsonl"]) if isinstance(item, Taken)]
    assert [(document.id, document.title) for document in items] == [("a\ufffd", "Toll \ufffd")]


def test_two_documents_of_one_id_are_named_with_both_places(folder: Path) -> None:
    (folder / "a.jsonl").write_text(json.dumps({"id": "same", "text": _TEXT}))
    (folder / "b.jsonl").write_text(json.dumps({"id": "same", "text": "Another text."}))
    taken, issues = _outcome(folder)
    assert taken == ["same"]
    (issue,) = issues
    assert issue.code == "duplicate-id"
    assert str(folder / "a.jsonl") in issue.message
    assert str(folder / "b.jsonl") in issue.message


def test_two_records_of_one_id_are_named_with_both_lines(folder: Path) -> None:
    lines = [json.dumps({"id": "same", "text": text}) for text in (_TEXT, "Another text.")]
    (folder / "a.jsonl").write_text("\n".join(lines))
    _, (issue,) = _outcome(folder)
    assert issue.start == 2
    assert "a.jsonl: line 2: the id 'same' is taken by " in issue.message
    assert "a.jsonl: line 1 already" in issue.message


def test_ten_thousand_records_are_not_held_at_once(tmp_path: Path) -> None:
    line = json.dumps({"id": "@", "text": _TEXT * 20})
    with (tmp_path / "a.jsonl").open("w") as file:
        file.writelines(line.replace("@", str(number)) + "\n" for number in range(10_000))
    tracemalloc.start()
    count = sum(isinstance(item, Taken) for item in read([tmp_path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 10_000
    assert peak < 10_000_000
