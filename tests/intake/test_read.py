"""Reading paths: ids, order, records, metadata, and originals by hash."""

import json
from hashlib import sha256
from pathlib import Path

from harmtrace.intake import Original, Taken, extract, read
from harmtrace.records.entry import Issue
from harmtrace.records.text import Document, SourceKind, ZoneKind

_TEXT = "Four people were killed on Monday when shells hit the school in Qarya, the mayor said."


def _documents(*paths: Path) -> list[Document]:
    return [item.document for item in read(paths) if isinstance(item, Taken)]


def _issues(*paths: Path) -> list[Issue]:
    return [item for item in read(paths) if isinstance(item, Issue)]


def test_a_documents_id_is_its_path_below_the_folder(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "b" / "c" / "2.txt").write_text(_TEXT)
    (tmp_path / "a.txt").write_text(_TEXT)
    assert [document.id for document in _documents(tmp_path)] == ["a.txt", "b/c/2.txt"]
    assert [document.id for document in _documents(tmp_path / "b" / "c" / "2.txt")] == ["2.txt"]


def test_the_order_of_the_paths_makes_no_difference(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(_TEXT)
    assert list(read([tmp_path / "x", tmp_path / "y"])) == list(read([tmp_path / "y", tmp_path / "x"]))


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(_TEXT)
    assert len(_documents(tmp_path, tmp_path / "1.txt")) == 1


def test_an_original_comes_before_its_document_with_its_hash_and_bytes(tmp_path: Path) -> None:
    data = _TEXT.encode()
    (tmp_path / "1.txt").write_bytes(data)
    original, taken = read([tmp_path])
    assert isinstance(original, Original)
    assert isinstance(taken, Taken)
    assert original.sha256 == taken.original == taken.document.sha256 == sha256(data).hexdigest()
    assert (original.size, original.data, original.media) == (len(data), data, "text/plain")


def test_records_bring_their_own_ids_and_metadata(tmp_path: Path) -> None:
    records = [
        {"id": "r-1", "text": _TEXT, "published": "2021-03-05", "source": "Valley Post", "source_kind": "news"},
        {"id": 2, "text": _TEXT, "language": "en", "published": None, "extra": [1]},
    ]
    lines = "\r\n".join(json.dumps(record) for record in records) + "\n\n"
    (tmp_path / "documents.jsonl").write_text(lines)
    items = list(read([tmp_path]))
    assert isinstance(items[0], Original)
    assert items[0].data is None
    one, two = (item.document for item in items if isinstance(item, Taken))
    assert (one.id, one.published, one.published_why) == ("r-1", "2021-03-05", "given")
    assert one.source_kind is SourceKind.NEWS
    assert (two.id, two.language, two.published) == ("2", "en", None)
    assert one.sha256 == two.sha256 == items[0].sha256


def test_a_json_file_holds_one_record_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps({"id": "a", "text": _TEXT}))
    (tmp_path / "two.json").write_text(json.dumps([{"id": "b", "text": _TEXT}, {"id": "c", "text": _TEXT}]))
    assert [document.id for document in _documents(tmp_path)] == ["a", "b", "c"]


def test_the_table_describes_files_and_files_not_in_it_are_taken_too(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text("file,published,source\nsub/1.txt,2021-03-05,Valley Post\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "1.txt").write_text(_TEXT)
    (tmp_path / "2.txt").write_text(_TEXT)
    two, one = _documents(tmp_path)
    assert (one.id, one.published, one.source) == ("sub/1.txt", "2021-03-05", "Valley Post")
    assert (two.id, two.published, two.source) == ("2.txt", None, None)
    assert _issues(tmp_path) == []


def test_an_issue_of_a_table_in_a_folder_below_names_the_documents_own_id(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "b.txt").write_text(_TEXT)
    (tmp_path / "csv" / "documents.csv").write_text("file,published\nb.txt,someday\n")
    assert [issue.document for issue in _issues(tmp_path)] == ["csv/b.txt"]


def test_a_table_in_a_folder_below_comes_first(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "documents.csv").write_text("file,source\nsub/1.txt,Outer\n")
    (tmp_path / "sub" / "documents.csv").write_text("file,source\n1.txt,Inner\n")
    (tmp_path / "sub" / "1.txt").write_text(_TEXT)
    assert [document.source for document in _documents(tmp_path)] == ["Inner"]


def test_the_day_in_the_table_comes_before_the_pages_own(tmp_path: Path) -> None:
    markup = (
        f'<html><head><meta property="article:published_time" content="2021-03-06"></head><h1>Toll</h1><p>{_TEXT}</p>'
    )
    (tmp_path / "1.html").write_text(markup)
    (tmp_path / "documents.csv").write_text("file,published\n1.html,2021-03-05\n")
    (document,) = _documents(tmp_path)
    assert (document.published, document.published_why) == ("2021-03-05", "given")
    assert [date.found for date in document.dates] == ["given", "meta article:published_time"]


def test_the_folder_of_a_saved_pages_parts_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<h1>Toll</h1><p>{_TEXT}</p>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text(f"<p>{_TEXT}</p>")
    (tmp_path / "page_files" / "style.css").write_text("p{}")
    assert [document.id for document in _documents(tmp_path)] == ["page.html"]
    assert _issues(tmp_path) == []


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".notes.txt").write_text(_TEXT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "1.txt").write_text(_TEXT)
    assert list(read([tmp_path])) == []


def test_documents_carry_their_zones_and_title() -> None:
    text = f"Shells hit a school in Qarya\nShare 137\n{_TEXT}"
    (document,), _ = extract(text.encode(), "1.txt")
    assert document.title == "Shells hit a school in Qarya"
    assert [zone.kind for zone in document.zones] == [ZoneKind.TITLE, ZoneKind.BOILERPLATE]


def test_the_text_is_exactly_the_files_own(tmp_path: Path) -> None:
    text = "One.\r\nTwo.\rThree.\n\n  Four.  "
    (tmp_path / "1.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (document,) = _documents(tmp_path)
    assert document.text == text
