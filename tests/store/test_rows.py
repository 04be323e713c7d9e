from pathlib import Path

from harmtrace.records.entry import Issue
from harmtrace.store import create_case, rows


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
