"""Backup, restore, doctor, custody sheets, redaction, recomputation."""

import gc
import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from harmtrace.cli import main
from harmtrace.pipeline import taking

PLACES = "name,latitude,longitude,tier\nOstrel,-31.5,-110.2,town\n"
TEXT = (
    "Meridian Wire, 4 May 2031\n\nOn 3 May 2031 a shell hit the ferry office in Ostrel and killed nine people, "
    "residents said. Residents blamed the northern alliance.\n"
)
OTHER = TEXT.replace("Meridian Wire", "Port Observer").replace("nine", "at least 14").replace("residents", "rescuers")


def call(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], env={"HARMTRACE_PASSPHRASE": "four quiet words"})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a case of two documents that was run and judged."""
    root = tmp_path_factory.mktemp("keeping")
    (root / "in").mkdir()
    (root / "in" / "a.txt").write_text(TEXT)
    (root / "in" / "b.txt").write_text(OTHER)
    (root / "places.csv").write_text(PLACES)
    words = ("run", root / "in", "--case", root / "case", "--gazetteer", root / "places.csv", "--by", "R. Vale")
    assert call(*words).exit_code == 0
    claim = json.loads(call("incidents", root / "case", "--json").stdout)["incidents"][0]["claims"][0]
    assert call("claim", root / "case", claim, "--accept", "--by", "M. Rowe", "--why", "seen").exit_code == 0
    return root


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    """Return a copy of that case."""
    gc.collect()  # no connection of a command before may close, and take its files along, while they are copied
    return Path(shutil.copytree(made / "case", tmp_path / "case"))


def _raw(case: Path, *statements: str) -> None:
    with closing(sqlite3.connect(case / "case.sqlite")) as raw, raw:
        for statement in statements:
            raw.execute(statement)


def test_a_backup_restored_is_the_same_case(case: Path, tmp_path: Path) -> None:
    assert call("seal", case).exit_code == 0
    assert call("backup", case, tmp_path / "backup", "--by", "R. Vale").exit_code == 0
    result = call("restore", tmp_path / "backup", tmp_path / "again")
    assert result.exit_code == 0, result.output
    assert call("incidents", tmp_path / "again", "--json").stdout == call("incidents", case, "--json").stdout
    assert (tmp_path / "again" / "seal.key").stat().st_mode & 0o077 == 0
    assert call("seal", tmp_path / "again").exit_code == 0


@pytest.mark.parametrize("kind", ["changed", "gone", "added", "cut"])
def test_a_damaged_backup_is_not_restored(case: Path, tmp_path: Path, kind: str) -> None:
    backup = tmp_path / "backup"
    assert call("backup", case, backup).exit_code == 0
    first = next(path for path in sorted((backup / "vault").rglob("*")) if path.is_file())
    match kind:
        case "changed":
            first.write_bytes(b"x" + first.read_bytes()[1:])
        case "gone":
            first.unlink()
        case "added":
            (backup / "vault" / "more").write_text("x")
        case _:
            (backup / "case.sqlite").write_bytes((backup / "case.sqlite").read_bytes()[:-4096])
    result = call("restore", backup, tmp_path / "again")
    assert result.exit_code == 1
    assert not (tmp_path / "again").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "case"]


def test_neither_backup_nor_restore_writes_over_something(case: Path, tmp_path: Path) -> None:
    assert call("backup", case, tmp_path).exit_code == 2
    assert call("backup", case, tmp_path / "backup").exit_code == 0
    assert call("restore", tmp_path / "backup", case).exit_code == 2
    assert call("restore", tmp_path, tmp_path / "x").exit_code == 2


def test_a_case_with_a_damaged_original_is_not_backed_up(case: Path, tmp_path: Path) -> None:
    first = next(path for path in sorted((case / "vault").rglob("*")) if path.is_file())
    first.chmod(0o644)
    first.write_text("x")
    assert call("backup", case, tmp_path / "backup").exit_code == 1
    assert not (tmp_path / "backup").exists()


def _bad(case: Path) -> list[str]:
    result = call("doctor", case, "--json")
    found = [check["name"] for check in json.loads(result.stdout)["checks"] if not check["fine"]]
    assert result.exit_code == bool(found)
    return found


def test_a_healthy_case_has_nothing_for_the_doctor(case: Path) -> None:
    assert _bad(case) == []


def test_the_doctor_names_each_part_that_is_not_in_order(case: Path) -> None:
    files = [path for path in sorted((case / "vault").rglob("*")) if path.is_file()]
    files[0].unlink()
    (case / "vault" / "more").write_text("x")
    (case / "seal.key").write_text("x")
    (case / "seal.key").chmod(0o644)
    _raw(case, "DROP TRIGGER documents_no_update", "UPDATE documents SET text = 'x'", "DELETE FROM leftovers")
    assert _bad(case) == ["tables", "ledger", "results", "originals", "orphans", "key"]


def test_a_custody_sheet_says_what_is_on_record_and_what_is_missing(case: Path) -> None:
    result = call("custody", case, "a.txt")
    assert result.exit_code == 0
    for words in (
        "taken in by: R. Vale (as given)",
        "UTC, system clock; entry",
        "address: missing",
        "captured: missing",
        "judge: judgement 1: accept",
        "by M. Rowe",
        "authenticity: the original has the SHA-256 of entry",
        "missing: a seal",
        "persistence: missing: no backup on record",
        "missing: source, address, time of capture",
    ):
        assert words in result.stdout, words
    digest = result.stdout.split("SHA-256: ")[1].split()[0]
    assert call("custody", case, digest[:12]).stdout == result.stdout


def test_a_custody_sheet_names_the_file_of_a_document_whose_bytes_were_in_already(case: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "c.txt").write_text(TEXT)
    assert call("add", case, tmp_path / "more").exit_code == 0
    first, second = (
        json.loads(call("custody", case, one, "--json").stdout)["facts"]["original"] for one in ("a.txt", "c.txt")
    )
    assert first.startswith("a.txt, ")
    assert second.startswith("c.txt (the same bytes as a.txt, under whose name they are kept), ")


def test_a_custody_sheet_lists_later_seals_bundles_and_backups(case: Path, tmp_path: Path) -> None:
    code = json.loads(call("incidents", case, "--json").stdout)["incidents"][0]["code"]
    assert call("bundle", case, code, tmp_path / "bundle").exit_code == 0
    assert call("backup", case, tmp_path / "backup").exit_code == 0
    sheet = json.loads(call("custody", case, "a.txt", "--json").stdout)
    whats = [one["what"] for one in sheet["later"]]
    assert f"handed out in the bundle of {code}" in whats
    assert "copied into a backup" in whats
    assert "sealed (1 seals, 0 anchored" in sheet["points"]["authenticity"]


def test_a_custody_sheet_of_a_damaged_original_is_a_finding(case: Path) -> None:
    digest = json.loads(call("custody", case, "a.txt", "--json").stdout)["facts"]["SHA-256"]
    (case / "vault" / digest[:2] / digest[2:]).unlink()
    result = call("custody", case, "a.txt")
    assert (result.exit_code, "authenticity: broken" in result.stdout) == (1, True)
    assert call("custody", case, "nothing").exit_code == 2


def test_a_redacted_document_is_gone_everywhere_and_the_ledger_still_verifies(case: Path) -> None:
    assert call("seal", case).exit_code == 0
    result = call("redact", case, "a.txt", "--by", "R. Vale", "--why", "a witness asked")
    assert result.exit_code == 0, result.output
    assert call("verify", case).exit_code == 0
    assert call("verify", case, "--recompute").exit_code == 0
    assert _bad(case) == []
    for path in case.rglob("*"):
        if path.is_file():
            body = path.read_bytes()
            assert b"Meridian" not in body, path
            assert b"a.txt" not in body, path
    assert call("redact", case, "a.txt", "--by", "R. Vale", "--why", "again").exit_code == 2


def test_a_redacted_document_is_not_taken_in_again(case: Path, made: Path) -> None:
    assert call("redact", case, "a.txt", "--by", "R. Vale", "--why", "asked for").exit_code == 0
    answer = call("run", made / "in", "--case", case)
    assert answer.exit_code == 1
    assert "redacted-original" in answer.stderr
    assert call("verify", case).exit_code == 0
    assert _bad(case) == []


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Return a folder with a case of two records of one file, which was run."""
    (tmp_path / "in").mkdir()
    two = [{"id": "r1", "text": TEXT}, {"id": "r2", "text": OTHER}]
    (tmp_path / "in" / "all.jsonl").write_text("\n".join(map(json.dumps, two)))
    assert call("run", tmp_path / "in", "--case", tmp_path / "case").exit_code == 0
    return tmp_path


def test_a_record_erased_from_a_file_that_stays_is_not_taken_in_again(shared: Path) -> None:
    case = shared / "case"
    answer = call("redact", case, "r1", "--by", "R. Vale", "--why", "asked for")
    assert (answer.exit_code, "1 other documents are read from it" in answer.stderr) == (0, True)
    again = call("run", shared / "in", "--case", case)
    assert (again.exit_code, "redacted-document" in again.stderr, "r1" in again.stderr) == (1, True, False)
    assert call("text", case, "r1").exit_code == 2
    assert b"Meridian" not in (case / "case.sqlite").read_bytes()
    assert call("verify", case).exit_code == 0
    recomputed = call("verify", case, "--recompute")
    assert recomputed.exit_code == 0, recomputed.output
    assert call("redact", case, "r2", "--by", "R. Vale", "--why", "asked for").exit_code == 0
    assert not [path for path in (case / "vault").rglob("*") if path.is_file()]
    assert call("redact", case, "redacted-1", "--by", "R. Vale", "--why", "again").exit_code == 2
    assert call("verify", case, "--recompute").exit_code == 0
    assert _bad(case) == []


def test_an_original_that_no_document_is_read_from_is_named_and_can_be_erased(shared: Path) -> None:
    case, file = shared / "case", shared / "in" / "all.jsonl"
    file.write_text(file.read_text() + "\n")  # the same records in another file
    assert call("run", shared / "in", "--case", case).exit_code == 0
    second = hashlib.sha256(file.read_bytes()).hexdigest()
    by = ("--by", "R. Vale", "--why", "asked for")
    assert f"the original {second} of the same name stays" in call("redact", case, "r1", *by).stderr
    needed = next(path for path in (case / "vault").rglob("*") if path.is_file() and path.name != second[2:])
    assert call("redact", case, needed.parent.name + needed.name, *by).exit_code == 2
    answer = call("redact", case, second, *by)
    assert answer.exit_code == 0, answer.output
    assert not (case / "vault" / second[:2] / second[2:]).exists()
    assert call("redact", case, second, *by).exit_code == 2
    assert call("verify", case, "--recompute").exit_code == 0
    assert _bad(case) == []


def test_words_erased_once_are_not_taken_in_from_another_file(shared: Path) -> None:
    case, file = shared / "case", shared / "in" / "all.jsonl"
    assert call("redact", case, "r1", "--by", "R. Vale", "--why", "asked for").exit_code == 0
    file.write_text(file.read_text() + "\n" + json.dumps({"id": "r3", "text": "Three people were hurt in Torvel."}))
    (shared / "in" / "again.txt").write_text("\n" + TEXT.upper().replace(" ", "  "))
    alone = json.dumps({"id": "r4", "text": TEXT})
    (shared / "in" / "alone.jsonl").write_text(alone)
    answer = call("run", shared / "in", "--case", case)
    assert (answer.exit_code, answer.stderr.count("redacted-words: ")) == (1, 3), answer.stderr
    assert "all.jsonl, line 1: this document's words were erased" in answer.stderr
    assert call("text", case, "r3").exit_code == 0
    assert [call("text", case, id).exit_code for id in ("r1", "r4", "again.txt")] == [2, 2, 2]
    assert b"Meridian" not in (case / "case.sqlite").read_bytes()
    kept = [path.read_bytes() for path in (case / "vault").rglob("*") if path.is_file()]
    assert alone.encode() not in kept
    assert not any(TEXT.upper().split()[0].encode() in body for body in kept)
    for arguments in (("verify", case), ("verify", case, "--recompute"), ("doctor", case)):
        checked = call(*arguments)
        assert checked.exit_code == 0, checked.output
    assert _bad(case) == []


@pytest.mark.parametrize("batch", [1, 100_000])
def test_erased_words_are_told_whatever_hides_them_and_however_files_are_batched(
    shared: Path, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, folder = shared / "case", shared / "in"
    assert call("redact", case, "r1", "--by", "R. Vale", "--why", "asked for").exit_code == 0
    monkeypatch.setattr(taking, "BATCH_BYTES", batch)
    (folder / "all.jsonl").unlink()
    hidden = TEXT.replace("ferry", "fer\u200bry").rstrip(".\n")
    given = {
        "b1.txt": "Snow fell in Torvel.",
        "c1.txt": TEXT,
        "c2.txt": TEXT,  # the same bytes
        "d.txt": hidden,
        "e.jsonl": json.dumps({"id": "r2", "text": hidden}),  # the name of a document that is held
        "f.txt": "Rain fell in Torvel.",
    }
    for name, text in given.items():
        (folder / name).write_text(text, encoding="utf-8")
    answer = call("run", folder, "--case", case)
    assert answer.exit_code == 1
    left_out = [line.split(":")[1].strip() for line in answer.stderr.splitlines() if "redacted-words: " in line]
    assert left_out == ["c1.txt", "c2.txt", "d.txt", "e.jsonl, line 1"], answer.stderr
    kept = {path.read_bytes() for path in (case / "vault").rglob("*") if path.is_file()}
    assert not kept & {text.encode() for name, text in given.items() if name[0] in "cde"}
    assert {given["b1.txt"].encode(), given["f.txt"].encode()} <= kept
    assert call("text", case, "r2").exit_code == 0
    for arguments in (("verify", case), ("doctor", case)):
        checked = call(*arguments)
        assert checked.exit_code == 0, checked.output


def test_who_holds_the_same_words_is_named(shared: Path) -> None:
    (shared / "in" / "twin.txt").write_text(TEXT)
    assert call("run", shared / "in", "--case", shared / "case").exit_code == 0
    answer = call("redact", shared / "case", "r1", "--by", "R. Vale", "--why", "asked for")
    assert "the document twin.txt holds the same words and stays" in answer.stderr


def test_who_decided_and_why_can_be_erased_and_the_decision_stands(case: Path) -> None:
    assert call("redact", case, "judgement:1", "--by", "R. Vale", "--why", "asked for").exit_code == 0
    assert call("verify", case).exit_code == 0
    assert b"Rowe" not in (case / "case.sqlite").read_bytes()
    with closing(sqlite3.connect(case / "case.sqlite")) as raw:
        body = raw.execute("SELECT body FROM judgements").fetchone()[0]
    assert json.loads(body)["decision"] == "accept"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET text = 'x' WHERE id LIKE 'redacted%'",
        "UPDATE openings SET body = x'7b7d' WHERE entry = 1",
        "DELETE FROM redactions",
    ],
)
def test_what_is_erased_without_a_redaction_is_found(case: Path, change: str) -> None:
    assert call("redact", case, "a.txt", "--by", "R. Vale", "--why", "a witness asked").exit_code == 0
    with closing(sqlite3.connect(case / "case.sqlite")) as raw, raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(change)
    assert call("verify", case).exit_code == 1


def test_results_that_were_made_otherwise_do_not_stand_up_to_recomputation(case: Path) -> None:
    assert call("verify", case, "--recompute").exit_code == 0
    # A forger with the program writes results of his own, and an entry that says they are the run's.
    from harmtrace.records.entry import Act, Draft
    from harmtrace.store import entries, open_case

    opened = open_case(case)
    with opened.writing() as connection:
        connection.exec_driver_sql("UPDATE incidents SET body = replace(body, 'Ostrel', 'Quill')")
        says = {"roots": entries.derived_roots(connection)}
        entries.append(connection, [Draft(act=Act.DERIVE, kind="run", says=dict(says))])
    assert call("verify", case).exit_code == 0
    result = call("verify", case, "--recompute")
    assert (result.exit_code, "incidents: the results come out otherwise" in result.stderr) == (1, True)


def test_results_of_other_settings_are_not_compared(case: Path) -> None:
    (case / "harmtrace.toml").write_text('vague_table = "acled"\n')
    result = call("verify", case, "--recompute")
    assert (result.exit_code, "other rules or settings" in result.stderr) == (2, True)
