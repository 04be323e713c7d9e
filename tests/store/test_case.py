"""A case on disk: its tables, its guards, its lock."""

from hashlib import sha256
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import harmtrace.store.migrations
from harmtrace.errors import InputError, UsageError
from harmtrace.records.judgement import Decision, Judgement
from harmtrace.records.text import Document, Sha256
from harmtrace.store import Case, create_case, open_case, rows, schema
from harmtrace.store.case import DATABASE


def _document(text: str = "words", **more: str) -> Document:
    return Document(id="a.txt", text=text, sha256=Sha256("ab" * 32), source=more.get("source"))


def _run() -> rows.Run:
    return rows.Run(id=rows.RunId(0), command="run", inputs=(), rules=(), settings="", started="2020-01-01T00:00:00Z")


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    case = create_case(tmp_path / "case")
    with case.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_the_newest_migration_is_the_one_the_schema_names() -> None:
    settings = Config()
    settings.set_main_option("script_location", str(Path(harmtrace.store.migrations.__file__).parent))
    assert ScriptDirectory.from_config(settings).get_current_head() == schema.HEAD


def test_a_commit_is_durable(tmp_path: Path) -> None:
    with create_case(tmp_path / "case").reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.parametrize("change", ["UPDATE judgements SET body = 'x'", "DELETE FROM judgements"])
def test_a_judgement_cannot_be_changed_or_deleted(tmp_path: Path, change: str) -> None:
    case = create_case(tmp_path / "case")
    with case.writing() as connection:
        rows.keep_judgement(
            connection,
            Judgement(id=0, decision=Decision.REJECT, subject="c", by="M", why="w", at="2020-01-01T00:00:00Z"),
        )
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), case.writing() as connection:
        connection.exec_driver_sql(change)
    with case.reading() as connection:
        assert len(rows.judgements(connection)) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET text = 'x'",
        "DELETE FROM documents",
        "INSERT OR REPLACE INTO documents SELECT seq, id, sha256, fingerprint, 'x', about, run FROM documents",
        "DELETE FROM originals",
    ],
)
def test_a_document_cannot_be_changed_or_deleted(tmp_path: Path, change: str) -> None:
    case = create_case(tmp_path / "case")
    with case.writing() as connection:
        run = rows.begin_run(connection, _run())
        rows.keep_originals(connection, run, [(Sha256("ab" * 32), 5, "a.txt")])
        rows.keep_documents(connection, run, [_document()])
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), case.writing() as connection:
        connection.exec_driver_sql(change)
    with case.reading() as connection:
        assert rows.document(connection, "a.txt") == _document()


def test_nothing_is_kept_of_a_change_that_fails(tmp_path: Path) -> None:
    case = create_case(tmp_path / "case")
    with pytest.raises(sa.exc.IntegrityError):
        _take_without_original(case)
    with case.reading() as connection:
        assert rows.runs(connection) == ()


def _take_without_original(case: Case) -> None:
    with case.writing() as connection:
        run = rows.begin_run(connection, _run())
        rows.keep_documents(connection, run, [_document()])


def test_a_fingerprint_follows_words_and_source() -> None:
    assert rows.fingerprint(_document()) == rows.fingerprint(_document())
    assert rows.fingerprint(_document()) != rows.fingerprint(_document("other"))
    assert rows.fingerprint(_document()) != rows.fingerprint(_document(source="The Halvin Post"))


def test_two_commands_do_not_change_a_case_at_once(tmp_path: Path) -> None:
    case = create_case(tmp_path / "case")
    with case.alone(), pytest.raises(UsageError, match="is changing this case"), open_case(case.root).alone():
        pass
    with case.alone():
        pass


def test_a_folder_without_a_case_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="expected a case"):
        open_case(tmp_path)


def test_a_case_is_not_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(UsageError, match=r"found letter\.txt"):
        create_case(tmp_path)


def test_a_gazetteer_of_the_same_name_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    case = create_case(tmp_path / "case")
    one, two = Sha256("ab" * 32), Sha256("cd" * 32)
    with case.writing() as connection:
        run = rows.begin_run(connection, _run())
        rows.keep_originals(connection, run, [(one, 5, "g.csv"), (two, 5, "g.csv")])
        for digest in (one, two):
            rows.keep_gazetteer(connection, run, "g.csv", digest)
        assert rows.gazetteers(connection) == (("g.csv", two),)


def test_a_database_that_was_emptied_is_named_and_no_new_one_takes_its_place(tmp_path: Path) -> None:
    case = create_case(tmp_path / "case")
    body = b"words"
    case.vault.put({Sha256(sha256(body).hexdigest()): body})
    case.engine.dispose()
    for name in (f"{DATABASE}-wal", f"{DATABASE}-shm"):
        (case.root / name).unlink(missing_ok=True)
    (case.root / DATABASE).write_bytes(b"")
    for opened in (open_case, create_case):
        with pytest.raises(InputError, match=r"case\.sqlite: expected a case's database, found 0 bytes"):
            opened(case.root)
    assert (case.root / DATABASE).stat().st_size == 0
