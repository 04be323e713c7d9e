"""A case of every released schema is brought to the newest, and what it held is held by the ledger from there on."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

import harmtrace.store.migrations
from harmtrace.errors import LedgerError
from harmtrace.store import Case, checking, open_case, rows, schema

_SETTINGS = Config()
_SETTINGS.set_main_option("script_location", str(Path(harmtrace.store.migrations.__file__).parent))
VERSIONS = sorted(script.revision for script in ScriptDirectory.from_config(_SETTINGS).walk_revisions())
_BODY = '{"id":1,"decision":"reject","subject":"c","by":"M. Rowe","why":"w","at":"2020-01-01T00:00:00Z"}'
_ABOUT = '{"id":"","text":"","sha256":""}'
_ROWS = (
    "INSERT INTO runs VALUES (1, 'run', '[]', '[]', 's', '2020-01-01T00:00:00Z', '2020-01-01T00:00:09Z', '{}', 'r')",
    f"INSERT INTO originals VALUES ('{'ab' * 32}', 5, 'a.txt', 1)",
    f"INSERT INTO documents VALUES (1, 'a.txt', '{'ab' * 32}', x'00', 'Words.', '{_ABOUT}', 1)",
    f"INSERT INTO documents VALUES (2, 'b.txt', '{'ab' * 32}', x'01', 'Others.', '{_ABOUT}', 1)",
    f"INSERT INTO gazetteers VALUES (1, 'g.csv', '{'ab' * 32}', 1)",
    f"INSERT INTO judgements VALUES (1, '{_BODY}')",
    "INSERT INTO intake_issues VALUES (1, '{}', 1)",
    "INSERT INTO codes VALUES ('XXX-20200101-001', 1, '[]', NULL)",
    "INSERT INTO leftovers VALUES (1, 'period', 'c')",
)


def upgrade(database: Path, version: str) -> None:
    engine = sa.create_engine(f"sqlite+pysqlite:///{database}")
    with engine.begin() as connection:
        settings = Config()
        settings.set_main_option("script_location", str(Path(harmtrace.store.migrations.__file__).parent))
        settings.attributes["connection"] = connection
        command.upgrade(settings, version)
    engine.dispose()


@pytest.fixture(params=VERSIONS)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    """Return a case that was filled under the first schema and waited under another."""
    database = tmp_path / "case.sqlite"
    upgrade(database, VERSIONS[0])
    with sqlite3.connect(database) as raw:
        for statement in _ROWS:
            raw.execute(statement)
    raw.close()
    upgrade(database, request.param)
    return open_case(tmp_path)


def test_an_older_case_is_opened_with_all_that_it_held(case: Case) -> None:
    with case.reading() as connection:
        assert [one.id for one in rows.documents(connection)] == ["a.txt", "b.txt"]
        assert rows.judgements(connection)[0].by == "M. Rowe"
        assert rows.gazetteers(connection) == (("g.csv", "ab" * 32),)
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == schema.HEAD


def test_what_an_older_case_held_stands_in_the_ledger_with_its_basis(case: Case) -> None:
    with case.reading() as connection:
        holding = checking.held(connection)
        checking.check_rows(connection, holding)
        assert checking.check_results(connection, holding) is None
        bases = [str(entry.says["basis"]) for entry, _ in checking.acts(connection) if "basis" in entry.says]
        assert len(bases) == 8
        assert all(basis.startswith("recorded at migration 0002") for basis in bases)


def test_a_row_of_an_older_case_that_is_changed_after_its_migration_is_found(case: Case) -> None:
    with case.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER documents_no_update")
        connection.exec_driver_sql("UPDATE documents SET text = 'Word.' WHERE seq = 2")
    with case.reading() as connection, pytest.raises(LedgerError, match="documents, row 2: was changed since entry 3"):
        checking.check_rows(connection, checking.held(connection))
