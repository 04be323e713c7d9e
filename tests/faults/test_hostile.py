"""Hostile files cost themselves alone: no crash of the program, no answer later than five seconds, the rest goes on."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from harmtrace.intake import Taken, extract, read
from harmtrace.intake.given import NOTHING
from harmtrace.intake.kinds import STREAMED, media_of
from harmtrace.intake.sandbox import Request, Sandbox
from harmtrace.records.entry import Issue
from harmtrace.records.text import Document, Sha256
from tests.faults import hostile
from tests.intake.making import ONE, TWO, page, zipped

_LATEST_S = 5.0
_MUTATIONS = int(os.environ.get("HARMTRACE_MUTATIONS", "330"))


def _answers(
    sandbox: Sandbox, folder: Path, files: Iterable[tuple[str, bytes]]
) -> Iterator[tuple[str, float, list[Document | Issue]]]:
    """Yield name, seconds and answers of each file, opened one after the other in one sandbox."""
    for name, data in files:
        media = media_of(name) or "text/plain"
        handle = None
        if media in STREAMED:
            (folder / "one").write_bytes(data)
            handle = os.open(folder / "one", os.O_RDONLY)
        request = Request(
            media=media,
            name=name,
            where=name,
            original=Sha256("0" * 64),
            given=NOTHING,
            file_bytes=50_000_000,
            size=len(data),
            data=None if handle is not None else data,
            handle=handle,
        )
        sandbox.start()  # a file is not to blame for what the one before it ended
        began = time.monotonic()
        items = list(sandbox.read(request))
        seconds = time.monotonic() - began
        if handle is not None:
            os.close(handle)
        yield name, seconds, items


def test_bombs_do_not_go_off(tmp_path: Path) -> None:
    late, silent, deaf = [], [], []
    with Sandbox(seconds=1.0) as sandbox:
        for name, seconds, items in _answers(sandbox, tmp_path, hostile.bombs()):
            if seconds > _LATEST_S:
                late.append((name, round(seconds, 1)))
            if not items:
                silent.append(name)
            if sum(len(item.text) for item in items if isinstance(item, Document)) > 60_000_000:
                deaf.append(name)
    assert (late, silent, deaf) == ([], [], [])


def test_files_with_bytes_changed_are_read_or_named(tmp_path: Path) -> None:
    late, wrong = [], []
    with Sandbox() as sandbox:
        for name, seconds, items in _answers(sandbox, tmp_path, hostile.mutated(_MUTATIONS)):
            if seconds > _LATEST_S:
                late.append((name, round(seconds, 1)))
            wrong += [
                f"{name}: {item.message}"
                for item in items
                if isinstance(item, Issue) and not ("expected" in item.message and "found" in item.message)
            ]
        assert sandbox.starts <= 1 + _MUTATIONS / 50, f"{sandbox.starts - 1} files ended the process"
    assert (late, wrong) == ([], [])


def test_there_are_sixty_names() -> None:
    assert len(set(hostile.NAMES)) >= 60


@pytest.mark.parametrize("name", hostile.NAMES, ids=lambda name: repr(name[:30]))
def test_a_name_that_leads_outside_is_refused_and_the_rest_is_taken(name: str) -> None:
    documents, issues = extract(hostile.named(name), "box.zip")
    assert [one.id for one in documents] == ["box.zip/good.txt"]
    assert [issue.code for issue in issues if issue.code != "unknown-format"] == ["archive-path"] or name in ("PRN",)


@pytest.mark.parametrize("kind", hostile.MODES)
def test_an_entry_that_is_no_file_is_refused(kind: str) -> None:
    documents, (issue,) = extract(hostile.named("link.txt", hostile.MODES[kind]), "box.zip")
    assert [one.id for one in documents] == ["box.zip/good.txt"]
    assert issue.code == "archive-path"


def test_a_second_entry_of_one_name_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = hostile.named("good.txt")
    _, (issue,) = extract(twice, "box.zip")
    assert issue.code == "archive-path"


def test_a_bomb_among_good_files_costs_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(ONE))
    (tmp_path / "b.zip").write_bytes(zipped({"bomb.txt": bytes(60_000_000), "good.txt": TWO}))
    (tmp_path / "c.html").write_text(page(TWO))
    items = list(read([tmp_path]))
    assert [item.document.id for item in items if isinstance(item, Taken)] == ["a.html", "b.zip/good.txt", "c.html"]
    (issue,) = (item for item in items if isinstance(item, Issue))
    assert issue.code == "archive-limit"
    assert "bomb.txt" in issue.message
