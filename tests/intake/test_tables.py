"""``documents.csv``: usable rows, and a broken row that costs itself only."""

import pytest

from harmtrace.intake.tables import read_table
from harmtrace.records.text import SourceKind

_HEAD = "file,source,source_kind,url,published,language,title\n"


def _codes(text: str) -> list[tuple[str, int | None]]:
    return [(issue.code, issue.start) for issue in read_table(text.encode(), "documents.csv").issues]


def test_a_row_describes_its_file() -> None:
    row = 'a/1.txt,The Valley Post,news,https://post.example/1,2021-03-05,en,"Shells hit, four dead"\n'
    table = read_table((_HEAD + row).encode(), "documents.csv")
    given = table.rows["a/1.txt"].given
    assert table.issues == []
    assert given.source_kind is SourceKind.NEWS
    assert (given.source, given.published, given.title) == ("The Valley Post", "2021-03-05", "Shells hit, four dead")


def test_what_a_row_leaves_out_is_unknown() -> None:
    table = read_table((_HEAD + "1.txt,,,,,,\n").encode(), "documents.csv")
    assert table.rows["1.txt"].given.published is None
    assert table.issues == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1.txt,Post,news", "table-row"),
        ("1.txt,Post,news,,2021-03-05,en,Shells, four dead", "table-row"),
        ('1.txt,"Post,news,,2021-03-05,en,Shells', "table-row"),
        ('1.txt,"Post" Valley,news,,2021-03-05,en,Shells', "table-row"),
        ("../1.txt,Post,news,,,en,Shells", "table-path"),
        ("/etc/hosts,Post,news,,,en,Shells", "table-path"),
        ("a/../../1.txt,Post,news,,,en,Shells", "table-path"),
        ("a\\1.txt,Post,news,,,en,Shells", "table-path"),
        ("C:/1.txt,Post,news,,,en,Shells", "table-path"),
        (",Post,news,,,en,Shells", "table-path"),
        ("9.txt,Other,news,,,en,Again", "table-duplicate"),
        ("1.txt,Post,blog,,,en,Shells", "source-kind-unreadable"),
        ("1.txt,Post,news,,5 March,en,Shells", "published-unreadable"),
        ("1.txt,Post,news,,2021-02-30,en,Shells", "published-unreadable"),
        ("1.txt,Post,news,,,english!,Shells", "language-unreadable"),
    ],
)
def test_a_broken_row_is_named_with_its_line_and_the_rest_goes_on(row: str, code: str) -> None:
    text = f"{_HEAD}9.txt,Post,news,,2021-03-01,en,First\n{row}\n8.txt,Post,news,,2021-03-02,en,Last\n"
    table = read_table(text.encode(), "documents.csv")
    assert [(issue.code, issue.start) for issue in table.issues] == [(code, 3)]
    assert "line 3" in table.issues[0].message
    assert {"9.txt", "8.txt"} <= set(table.rows)


def test_two_stray_quotation_marks_do_not_swallow_the_rows_between() -> None:
    good = "".join(f"{n}.txt,Post,news,,2021-03-02,en,Title\n" for n in range(5))
    text = f'{_HEAD}a.txt,"Post,news,,,en,Title\n{good}b.txt,Post",news,,,en,"Title\n'
    table = read_table(text.encode(), "documents.csv")
    assert {f"{n}.txt" for n in range(5)} <= set(table.rows)
    assert 2 in [issue.start for issue in table.issues]


def test_a_quoted_cell_may_hold_a_line_break() -> None:
    text = f'{_HEAD}1.txt,Post,news,,,en,"Shells hit\nfour dead"\n2.txt,Post,news,,,en,Last\n'
    table = read_table(text.encode(), "documents.csv")
    assert table.issues == []
    assert table.rows["1.txt"].given.title == "Shells hit\nfour dead"
    assert table.rows["2.txt"].line == 4


def test_a_table_without_a_file_column_is_not_used() -> None:
    assert _codes("name,source\n1.txt,Post\n") == [("table-header", 1)]
    assert _codes("") == [("table-header", 1)]


def test_a_column_of_another_name_is_told() -> None:
    assert _codes("file,publised\n1.txt,2021-03-05\n") == [("table-column", 1)]


def test_a_time_of_publication_gives_the_day_as_written() -> None:
    table = read_table(b"file,published\n1.txt,2021-03-05T23:30:00+03:00\n2.txt,2021-03\n", "documents.csv")
    assert [row.given.published for row in table.rows.values()] == ["2021-03-05", "2021-03"]
