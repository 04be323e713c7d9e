from pathlib import Path

import pytest

from harmtrace.records.entry import Issue
from harmtrace.store import create_case, rows
from harmtrace.store.spool import Spool


def test_what_waits_on_disk_comes_back_as_it_was() -> None:
    texts = {f"d{number}": {"a": f"<b>{number}</b> ≥ 3\n", "b": "\ud800"} for number in range(200)}
    with Spool[str]() as spool:
        for name, held in texts.items():
            spool[name] = held
        assert {name: dict(spool[name]) for name in reversed(list(spool))} == texts
        assert len(spool) == 200


def test_a_name_given_again_holds_the_later_texts() -> None:
    with Spool[str]() as spool:
        spool["d"] = {"a": "old"}
        assert spool["d"] == {"a": "old"}
        spool["d"] = {"a": "new"}
        assert spool["d"] == {"a": "new"}
        del spool["d"]
        with pytest.raises(KeyError):
            spool["d"]


def test_copies_are_known_only_for_the_texts_that_they_were_found_in(tmp_path: Path) -> None:
    case = create_case(tmp_path / "case")
    odd = Issue(code="copies-unlike", message="two texts disagree")
    with case.writing() as connection:
        assert rows.copies_found(connection, "2 documents") is None
        rows.keep_copies(connection, (), (), issues=[odd], mark="2 documents")
        rows.forget_outcomes(connection)
        assert rows.copies_found(connection, "2 documents") == (odd,)
        assert rows.copies_found(connection, "3 documents") is None
        assert rows.outcomes(connection).issues == ()
