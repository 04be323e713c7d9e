from collections.abc import Iterator
from pathlib import Path

import pytest

from harmtrace.errors import UsageError
from harmtrace.store.report_files import write


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
