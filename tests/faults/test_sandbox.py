"""The process that opens files: what it may not do, and that a file which ends it costs itself alone."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from harmtrace.intake import Taken, frames, read
from harmtrace.intake.given import NOTHING
from harmtrace.intake.sandbox import Request, Sandbox
from harmtrace.records.entry import Issue
from harmtrace.records.text import Sha256
from tests.intake.making import ONE, page

_WAYS = [
    pytest.param(
        "bwrap", marks=pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
    ),
    None,
]

# Run in a process that has confined itself as the one that opens files does; each must be refused.
_FORBIDDEN = {
    "network": "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
    "pair": "import socket; socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)",
    "program": "import os; os.execv('/bin/true', ['true'])",
    "signal": "import os; os.kill(os.getppid(), 0)",
    "write": "open('/tmp/harmtrace-was-here', 'w')",
    "remove": "import os; os.unlink('/tmp/harmtrace-not-there')",
    "folder": "import os; os.mkdir('/tmp/harmtrace-folder')",
    "link": "import os; os.symlink('/etc', '/tmp/harmtrace-link')",
    "rename": "import os; os.rename('/tmp/harmtrace-a', '/tmp/harmtrace-b')",
    "mode": "import os; os.chmod('/tmp', 0o777)",
    "memory": "bytearray(4_000_000_000)",
}


def _request(name: str, data: bytes, media: str = "text/html") -> Request:
    return Request(
        media=media,
        name=name,
        where=name,
        original=Sha256("0" * 64),
        given=NOTHING,
        file_bytes=50_000_000,
        size=len(data),
        data=data,
    )


@pytest.mark.parametrize("what", _FORBIDDEN)
def test_what_the_process_may_not_do_is_refused(what: str) -> None:
    code = (
        "import sys\nfrom harmtrace.intake import confines\nconfines.limit(1_500_000_000)\n"
        "if not confines.forbid_calls(): sys.exit(77)\n"
        f"try:\n    {_FORBIDDEN[what]}\nexcept (PermissionError, MemoryError):\n    sys.exit(0)\nsys.exit(1)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    if done.returncode == 77:
        pytest.skip("this system has no filter of system calls")
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("way", _WAYS)
def test_a_page_is_read_the_same_however_the_process_is_confined(way: str | None) -> None:
    with Sandbox(bubblewrap=way) as sandbox:
        (document,) = sandbox.read(_request("a.html", page(ONE).encode()))
        assert not isinstance(document, Issue)
        assert ONE in document.text
        assert sandbox.kind is not None
        assert ("bubblewrap (no network" in sandbox.kind) is (way is not None)


def test_bubblewrap_that_does_not_work_is_done_without_and_said(tmp_path: Path) -> None:
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'no namespaces here' >&2\nexit 1\n")
    broken.chmod(0o755)
    with Sandbox(bubblewrap=str(broken)) as sandbox:
        (document,) = sandbox.read(_request("a.html", page(ONE).encode()))
        assert not isinstance(document, Issue)
        assert "no namespaces here" in (sandbox.kind or "")


@pytest.mark.parametrize("way", _WAYS)
def test_a_file_that_takes_longer_than_it_may_is_named(way: str | None) -> None:
    with Sandbox(bubblewrap=way, seconds=0.0) as sandbox:
        hurried = replace(_request("slow.html", page(ONE).encode()), size=0)  # no time at all, not even for its size
        *_, issue = sandbox.read(hurried)
        assert isinstance(issue, Issue)
        assert issue.code == "reader-time"
        assert "slow.html" in issue.message


def test_a_file_that_uses_up_memory_is_named_and_the_next_is_read() -> None:
    with Sandbox(memory=420_000_000) as sandbox:
        many = b"<p>" * 3_000_000
        (issue,) = (one for one in sandbox.read(_request("big.html", many)) if isinstance(one, Issue))
        assert issue.code in ("reader-memory", "reader-ended", "reader-time")
        (document,) = sandbox.read(_request("b.html", page(ONE).encode()))
        assert not isinstance(document, Issue)


def test_a_process_that_dies_is_started_anew_and_the_file_named() -> None:
    with Sandbox(bubblewrap=None) as sandbox:
        assert len(list(sandbox.read(_request("a.html", page(ONE).encode())))) == 1
        process = sandbox._process
        assert process is not None
        process.kill()
        process.wait()
        (issue,) = sandbox.read(_request("b.html", page(ONE).encode()))
        (third,) = sandbox.read(_request("c.html", page(ONE).encode()))
        assert isinstance(issue, Issue)
        assert issue.code == "reader-ended"
        assert not isinstance(third, Issue)
        assert sandbox.starts == 2


def _bomb() -> bytes:
    """Return a small page that no memory is enough for: every paragraph opens every phrase anew."""
    return b"<p>" + "".join(f"<b id={n}>" for n in range(3_000)).encode() + b"<p>x" * 3_000


def test_a_page_that_ends_the_process_costs_itself_alone_among_those_opened_with_it(tmp_path: Path) -> None:
    for name in ("a", "b", "d", "e"):
        (tmp_path / f"{name}.html").write_text(page(f"{ONE} ({name})"))
    (tmp_path / "c.html").write_bytes(_bomb())
    with Sandbox(memory=420_000_000) as sandbox:
        items = list(read([tmp_path], sandbox=sandbox))
    assert [one.document.id for one in items if isinstance(one, Taken)] == ["a.html", "b.html", "d.html", "e.html"]
    assert all(f"({one.document.id[0]})" in one.document.text for one in items if isinstance(one, Taken))
    (issue,) = (one for one in items if isinstance(one, Issue))
    assert issue.code in ("reader-memory", "reader-ended", "reader-time")
    assert issue.document == "c.html"


def test_pages_opened_together_read_as_they_do_one_by_one() -> None:
    pages = [
        page(ONE, f"Page {n} says more.").encode("utf-8" if n % 3 else "cp1252") + b"\xe9" * (n % 2) for n in range(7)
    ]
    requests = [_request(f"{n}.html", data) for n, data in enumerate((*pages, b"<p> </p>", b"\x00" * 500))]
    with Sandbox(bubblewrap=None) as sandbox:
        together = list(sandbox.read_each(requests))
        assert together == [list(sandbox.read(one)) for one in requests]
        assert sandbox.starts == 1
    assert [one.code for one in together[-1] if isinstance(one, Issue)] == ["binary"]


@pytest.mark.parametrize("answer", [b"d", b"d\0\0\0\1", b"d\xff\xff\xff\xffx"])
def test_a_row_of_frames_that_is_cut_short_is_refused(answer: bytes) -> None:
    good = frames.packed(frames.END)
    with pytest.raises(frames.FrameError):
        list(frames.unpacked(good + answer))


def test_what_is_left_unread_of_a_file_never_comes_with_the_next() -> None:
    table = b"id,text\na,Four died.\nb,Nine died.\n"
    with Sandbox() as sandbox:
        items = sandbox.read(_request("a.csv", table, "text/csv"))
        next(items)
        items.close()  # type: ignore[attr-defined]
        (document,) = sandbox.read(_request("b.html", page(ONE).encode()))
        assert not isinstance(document, Issue)
        assert document.id == "b.html"


def test_plain_text_and_records_need_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE)
    (tmp_path / "b.jsonl").write_text('{"id": "b", "text": "Four died."}\n')
    sandbox = Sandbox()
    assert sum(isinstance(item, Taken) for item in read([tmp_path], sandbox=sandbox)) == 2
    assert sandbox.kind is None
