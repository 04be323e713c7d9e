"""Entries: written with their rows or not at all, never changed after."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from harmtrace.errors import LedgerError
from harmtrace.records.entry import Act, Draft, Rows
from harmtrace.records.text import Document, Sha256
from harmtrace.store import Case, checking, create_case, entries, rows


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Return a case with two documents."""
    case = create_case(tmp_path / "case")
    run = rows.Run(
        id=rows.RunId(0), command="add", inputs=("a",), rules=(), settings="", started="2020-01-01T00:00:00Z"
    )
    with case.writing() as connection:
        number = rows.begin_run(connection, run, by="M. Rowe")
        rows.keep_originals(connection, number, [(Sha256("ab" * 32), 5, "a.txt")])
        for id in ("a", "b"):
            rows.keep_documents(connection, number, [Document(id=id, text=id * 3, sha256=Sha256("ab" * 32))])
        rows.finish_run(connection, number, finished="2020-01-01T00:00:01Z", counts={}, result="")
    return case


def _check(case: Case) -> None:
    with case.reading() as connection:
        holding = checking.held(connection)
        checking.check_rows(connection, holding)
        checking.check_results(connection, holding)


def test_every_act_has_its_entry(case: Case) -> None:
    with case.reading() as connection:
        acts = [(entry.act, entry.kind) for entry, _ in checking.acts(connection)]
        _, words = next(checking.acts(connection))
    assert acts == [
        (Act.COLLECT, "run"),
        (Act.COLLECT, "original"),
        (Act.COLLECT, "document"),
        (Act.COLLECT, "document"),
        (Act.DERIVE, "run"),
    ]
    assert words["by"] == {"name": "M. Rowe", "basis": "as given"}
    assert words["inputs"] == ["a"]
    _check(case)


def test_no_name_stands_in_an_entry_itself(case: Case) -> None:
    with case.reading() as connection:
        bodies = b"".join(body for body, _, _ in checking.stored(connection))
    assert b"Rowe" not in bodies
    assert b"ab" * 32 not in bodies


def test_an_entry_and_its_rows_are_kept_together_or_not_at_all(case: Case) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        _take_one_and_one_that_is_there(case)
    with case.reading() as connection:
        assert entries.head(connection).n == 5
    _check(case)


def _take_one_and_one_that_is_there(case: Case) -> None:
    with case.writing() as connection:
        rows.keep_originals(connection, rows.RunId(1), [(Sha256("cd" * 32), 5, "b.txt")])
        rows.keep_documents(connection, rows.RunId(1), [Document(id="a", text="x", sha256=Sha256("cd" * 32))])


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entries SET body = x'00' WHERE n = 2",
        "DELETE FROM entries WHERE n = 5",
        "INSERT INTO entries VALUES (9, x'00', x'00')",
        "UPDATE openings SET body = x'7b7d' WHERE entry = 3",
        "DELETE FROM openings",
        "UPDATE ledger_head SET n = 4",
        "DELETE FROM ledger_head",
        "INSERT OR REPLACE INTO entries VALUES (5, x'00', x'00')",
    ],
)
def test_the_database_refuses_to_change_the_ledger(case: Case, change: str) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), case.writing() as connection:
        connection.exec_driver_sql(change)
    _check(case)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE documents SET text = 'aa' WHERE seq = 1", "documents, row 1: was changed since entry 3"),
        ("DELETE FROM documents WHERE seq = 2", "documents, row 2: is gone since entry 4"),
        ("INSERT INTO documents SELECT 3, 'c', sha256, fingerprint, text, about, run FROM documents LIMIT 1", "row 3"),
        ("INSERT INTO judgements VALUES (1, '{}')", "judgements, row 1: found a row that no entry speaks of"),
        ("UPDATE runs SET result = 'x'", "runs, row 1: was changed since entry 5"),
        ("INSERT INTO leftovers VALUES (1, 'period', 'x')", "leftovers: the results are not those"),
        ("DELETE FROM entries WHERE n = 5", "entry 5: expected a ledger of 5 entries"),
        ("DELETE FROM openings WHERE entry = 2", "entry 2: expected its openings"),
        ("UPDATE openings SET body = x'7b7d' WHERE entry = 2", "entry 2: the words of 'rows' are gone"),
        ("UPDATE ledger_head SET n = 4", "expected a ledger of 4 entries"),
        ("UPDATE entries SET body = (SELECT body FROM entries WHERE n = 3) WHERE n = 2", "entry 2: expected number 2"),
    ],
)
def test_what_is_changed_past_the_guards_is_named(case: Case, change: str, found: str) -> None:
    with closing(sqlite3.connect(case.database)) as raw, raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(change)
    with pytest.raises(LedgerError, match=found):
        _check(case)


def test_an_entry_may_speak_of_many_rows_at_once(case: Case) -> None:
    with case.writing() as connection:
        draft = Draft(act=Act.CORRECT, kind="documents", rows=(Rows(table="documents", first=1, last=2),))
        assert entries.append(connection, [draft]).n == 6
        held = checking.held(connection)
    assert held.rows["documents", 1, 2][0] == 6
