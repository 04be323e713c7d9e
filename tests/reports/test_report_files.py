import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from harmtrace.errors import UsageError
from harmtrace.store import report_files
from harmtrace.store.report_files import MARKS


def write(pages: Iterable[tuple[str, str]], folder: Path) -> int:
    return report_files.write(((path, "", partial(str, content)) for path, content in pages), folder)


def never() -> str:
    raise AssertionError("a page is made that is there already")


def test_the_folder_holds_exactly_the_pages_and_stale_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    assert write([("index.html", "one"), ("document/a.html", "ü")], folder) == 2
    assert write([("index.html", "two")], folder) == 1
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["index.html", "report"]
    assert (folder / "index.html").read_text(encoding="utf-8") == "two"


def test_a_failure_half_way_leaves_the_earlier_report_untouched(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    write([("index.html", "one")], folder)

    def broken() -> Iterator[tuple[str, str]]:
        yield "index.html", "half"
        raise UsageError("a test stops here")

    with pytest.raises(UsageError):
        write(broken(), folder)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["index.html", "report"]
    assert (folder / "index.html").read_text(encoding="utf-8") == "one"


def test_what_a_crash_left_is_put_back_or_cleaned_up(tmp_path: Path) -> None:
    (tmp_path / "report.old-x").mkdir()
    (tmp_path / "report.old-x" / "index.html").write_text("old", encoding="utf-8")
    (tmp_path / "report.tmp-y").mkdir()
    write([("index.html", "new")], tmp_path / "report")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report"]


@pytest.mark.parametrize("path", ["../out.html", "/out.html", "a/../../out.html", ""])
def test_no_page_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(UsageError):
        write([(path, "x")], tmp_path / "case" / "report")
    assert not list(tmp_path.rglob("*.html"))


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file"):
        write([], tmp_path / "report")


def test_a_page_of_the_same_mark_is_not_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    pages = [("a.html", "1", lambda: "one"), ("b/c.html", "2", lambda: "two"), ("index.html", "", lambda: "three")]
    assert report_files.write(pages, folder) == 3
    again = [("a.html", "1", never), ("b/c.html", "3", lambda: "new"), ("index.html", "", lambda: "four")]
    assert report_files.write(again, folder) == 2
    assert [(folder / name).read_text(encoding="utf-8") for name in ("a.html", "b/c.html", "index.html")] == [
        "one",
        "new",
        "four",
    ]
    assert report_files.write(again[:1], folder) == 0
    assert sorted(path.name for path in folder.rglob("*")) == [MARKS, "a.html"]


def test_a_page_that_somebody_touched_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    report_files.write([("a.html", "1", lambda: "one"), ("b.html", "2", lambda: "two")], folder)
    (folder / "a.html").write_text("mine", encoding="utf-8")
    (folder / "b.html").unlink()
    assert report_files.write([("a.html", "1", lambda: "one"), ("b.html", "2", lambda: "two")], folder) == 2
    os.utime(folder / "a.html", (1, 1))
    (folder / "b.html").write_text("zwo", encoding="utf-8")
    assert report_files.write([("a.html", "1", lambda: "one"), ("b.html", "2", lambda: "two")], folder) == 2
    assert (folder / "a.html").read_text(encoding="utf-8") == "one"
    assert (folder / "b.html").read_text(encoding="utf-8") == "two"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"a.html": 1}', '{"a.html": ["1", "x", 2]}'])
def test_marks_that_cannot_be_read_are_none(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "report"
    report_files.write([("a.html", "1", lambda: "one")], folder)
    (folder / MARKS).write_text(damage, encoding="utf-8")
    assert report_files.write([("a.html", "1", lambda: "one")], folder) == 1
