"""Edge: opens strangers' files in a process without network, within limits of memory and time."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from harmtrace.errors import SandboxError
from harmtrace.intake import frames
from harmtrace.intake.folders import open_plain
from harmtrace.intake.given import Given
from harmtrace.records.entry import Issue
from harmtrace.records.text import Document, Sha256

Answer = Mapping[str, object] | bytes | Issue

MEMORY_BYTES = 1_500_000_000
# A file may take so long, and so much longer for each megabyte of it.
SECONDS = 4.0
SECONDS_PER_MB = 0.25
# An archive is read as it streams: it may take longer, but no part of it longer than a small file.
STREAMED_SECONDS_PER_MB = 1.0
MOST_SECONDS = 300.0
# A recording is read from end to end, at the speed of a slow disk.
_TASK_SECONDS_PER_MB = 0.1
_START_S = 30.0
# Of a file's time, what a batch is waited for before its files are asked for one by one.
_PATIENCE = 0.25
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/alternatives", "/opt/python")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One file to be opened: its bytes, or an open descriptor of it."""

    media: str
    name: str
    where: str
    original: Sha256
    given: Given
    file_bytes: int
    size: int
    data: bytes | None = None
    handle: int | None = None


class Sandbox:
    """A process that opens files, one after the other; started when first needed, anew after a file ended it."""

    def __init__(
        self, *, memory: int = MEMORY_BYTES, seconds: float = SECONDS, bubblewrap: str | None = "bwrap"
    ) -> None:
        """Prepare; nothing is started yet.

        ``seconds``: how long a small file may take; ``bubblewrap``: the program to confine with, None for limits alone.
        """
        self._memory, self._seconds = memory, seconds
        self._bubblewrap = None if bubblewrap is None else shutil.which(bubblewrap)
        self._why_not = "" if self._bubblewrap else "bubblewrap is not installed"
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: socket.socket | None = None
        self._filtered = False
        self.starts = 0

    @property
    def kind(self) -> str | None:
        """Say how the process is confined; None where none was needed."""
        if not self.starts:
            return None
        calls = "system calls filtered" if self._filtered else "no filter of system calls here"
        if self._bubblewrap is not None:
            return f"bubblewrap (no network, no files but the program's), limits of memory and time, {calls}"
        return f"limits of memory and time alone ({self._why_not}), {calls}"

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process, where it does not run.

        Raises:
            SandboxError: it cannot be started.
        """
        self._started()

    def close(self) -> None:
        """End the process."""
        if self._channel is not None:
            self._channel.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stderr is not None:
                self._process.stderr.close()
        self._process = self._channel = None

    def read(self, request: Request) -> Iterator[Document | Issue]:
        """Yield the documents of a file and what is wrong with it.

        A file that ends the process, or takes too long, is named as an issue; what it gave before that stays.

        Raises:
            SandboxError: the process cannot be started.
        """
        whole = False
        allowed = self._allowed(request)
        try:
            channel = self._started()
            try:
                self._ask(channel, request)
                yield from self._answers(channel, request, allowed)
                whole = True
            except TimeoutError:
                yield _issue(request, "reader-time", f"it to be read within {allowed:.0f} s", "that it takes longer")
            except frames.FrameError as error:
                yield _issue(request, "reader-ended", "documents of it", str(error))
            except (EOFError, ConnectionError, OSError):
                yield _issue(request, "reader-ended", "a file that can be read", f"that reading it {self._end()}")
        finally:
            if not whole:
                self.close()

    def read_each(self, requests: Sequence[Request]) -> Iterator[list[Document | Issue]]:
        """Yield what each of some small files gives, all of it, in their order; their bytes go over together.

        Where one of them ends the process, or takes long, those that were not answered by then are asked for one by
        one: so each costs itself alone, and is named.

        Raises:
            SandboxError: the process cannot be started.
        """
        answered = 0
        if len(requests) > 1:
            for answer in self._together(requests):
                answered += 1
                yield answer
        for request in requests[answered:]:
            yield list(self.read(request))

    def _together(self, requests: Sequence[Request]) -> list[list[Document | Issue]]:
        """Return what was answered to a batch, of all files or of the first of them."""
        whole: list[list[Document | Issue]] = []
        items: list[Document | Issue] = []
        try:
            channel = self._started()
            channel.settimeout(_START_S)
            about = ((frames.about(one.media, one.name, one.where, one.given), one.size) for one in requests)
            data = (one.data or b"" for one in requests)
            frames.send(channel, frames.BATCH, frames.batch(about, requests[0].file_bytes, data))
            while len(whole) < len(requests):
                kind, body = frames.receive(channel, within=self._seconds * _PATIENCE)
                if kind != frames.ANSWERS:
                    raise frames.FrameError("a frame of no kind")
                for kind, answer in frames.unpacked(body):
                    if kind == frames.END:
                        whole.append(items)
                        items = []
                    elif kind == frames.DOCUMENT:
                        items.append(frames.decode_document(answer, requests[len(whole)].original))
                    elif kind == frames.ISSUE:
                        items.append(frames.decode_issue(answer))
                    else:
                        raise frames.FrameError("a frame of no kind")
            if items or len(whole) > len(requests):
                raise frames.FrameError("more answers than were asked for")
        except (TimeoutError, frames.FrameError, EOFError, ConnectionError, OSError, IndexError):
            self.close()
        return whole[: len(requests)]

    def ask(
        self,
        task: str,
        path: Path,
        parameters: Mapping[str, object] | None = None,
        *,
        name: str | None = None,
        seconds: float | None = None,
    ) -> Iterator[Answer]:
        """Yield what a task of ``intake.tasks`` answers on a file: objects, blocks of bytes, issues.

        The file is passed as an open descriptor and may be larger than memory. Objects and bytes are what the process
        says: the caller checks them. A file that ends the process, or takes longer than ``seconds`` in all (by its
        size, where none are given), is named as an issue; what was answered before that stays.

        Raises:
            SandboxError: the process cannot be started.
        """
        called = path.name if name is None else name
        # In a case a file lies in the vault under its hash: messages say the name that people know.
        where = path if called == path.name else Path(called)
        opened = open_plain(path, called)
        if isinstance(opened, Issue):
            yield opened
            return
        handle, size = opened
        allowed = self._seconds + _TASK_SECONDS_PER_MB * size / 1e6 if seconds is None else seconds
        whole = False
        try:
            channel = self._started()
            try:
                channel.settimeout(_START_S)
                asked = frames.task(
                    task, parameters or {}, file=called, where=str(where), size=size, seconds=int(allowed * 2) + 1
                )
                frames.send(channel, frames.TASK, asked)
                socket.send_fds(channel, [b"f"], [handle])
                yield from self._task_answers(channel, allowed)
                whole = True
            except TimeoutError:
                yield _told(
                    where, called, "reader-time", f"it to be read within {allowed:.0f} s", "that it takes longer"
                )
            except frames.FrameError as error:
                yield _told(where, called, "reader-ended", "answers that can be read", str(error))
            except (EOFError, ConnectionError, OSError):
                yield _told(where, called, "reader-ended", "a file that can be read", f"that reading it {self._end()}")
        finally:
            os.close(handle)
            if not whole:
                self.close()

    def _task_answers(self, channel: socket.socket, allowed: float) -> Iterator[Answer]:
        until = time.monotonic() + allowed
        while True:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            channel.settimeout(left)
            kind, body = frames.receive(channel)
            before = time.monotonic()
            if kind == frames.END:
                return
            if kind == frames.OBJECT:
                yield frames.decode_object(body)
            elif kind == frames.BLOCK:
                yield body
            elif kind == frames.ISSUE:
                yield frames.decode_issue(body)
            else:
                raise frames.FrameError("a frame of no kind")
            until += time.monotonic() - before  # what the caller takes is not the file's

    def _allowed(self, request: Request) -> float:
        megabytes = request.size / 1e6
        if request.handle is not None:
            return self._seconds + STREAMED_SECONDS_PER_MB * megabytes
        return min(MOST_SECONDS, self._seconds + SECONDS_PER_MB * megabytes)

    def _ask(self, channel: socket.socket, request: Request) -> None:
        channel.settimeout(_START_S)
        body = frames.request(
            request.media,
            request.name,
            request.where,
            request.given,
            request.file_bytes,
            size=request.size,
            data=request.data or b"",
        )
        frames.send(channel, frames.REQUEST, body)
        if request.handle is not None:
            socket.send_fds(channel, [b"f"], [request.handle])

    def _answers(self, channel: socket.socket, request: Request, allowed: float) -> Iterator[Document | Issue]:
        streamed = request.handle is not None
        until = time.monotonic() + allowed
        while True:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            channel.settimeout(min(left, self._seconds) if streamed else left)
            kind, body = frames.receive(channel)
            if kind == frames.END:
                return
            before = time.monotonic()
            if kind == frames.DOCUMENT:
                yield frames.decode_document(body, request.original)
            elif kind == frames.ISSUE:
                yield frames.decode_issue(body)
            else:
                raise frames.FrameError("a frame of no kind")
            until += time.monotonic() - before  # what the caller takes is not the file's

    # ---- the process

    def _started(self) -> socket.socket:
        if self._channel is not None:
            return self._channel
        try:
            return self._start()
        except SandboxError as error:
            if self._bubblewrap is None:
                raise
            self._bubblewrap, self._why_not = None, f"bubblewrap does not work here: {error}"
            return self._start()

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [*self._confined(), *_program(), str(self._memory), str(int(self._seconds * 20) + 1)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env={"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
                cwd="/",
                close_fds=True,
            )
        ours.settimeout(_START_S)
        try:
            kind, body = frames.receive(ours)
        except (EOFError, TimeoutError, frames.FrameError, OSError) as error:
            said = self._last_words()
            ours.close()
            self.close()
            raise SandboxError(f"the process that opens files did not start: {said or type(error).__name__}") from error
        self._filtered = kind == frames.READY and b"true" in body
        self._channel = ours
        self.starts += 1
        return ours

    def _confined(self) -> list[str]:
        if self._bubblewrap is None:
            return []
        command = [self._bubblewrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
        for place in dict.fromkeys((*_SYSTEM, sys.base_prefix, sys.prefix, *_sources())):
            if Path(place).exists():
                command += ["--ro-bind", place, place]
        return [*command, "--dev", "/dev", "--remount-ro", "/", "--chdir", "/"]

    def _last_words(self) -> str:
        if self._process is None or self._process.stderr is None:
            return ""
        self._process.kill()
        return self._process.stderr.read(2_000).decode("utf-8", "replace").strip().rpartition("\n")[2][:200]

    def _end(self) -> str:
        """Say how the process ended; a program that ran it adds 128 to the signal's number."""
        if self._process is None:
            return "ended the process"
        try:
            code = self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            return "closed the channel"
        number = -code if code < 0 else code - 128 if code > 128 else 0
        return f"ended the process with signal {number}" if number else f"ended the process (exit code {code})"


def _sources() -> Sequence[str]:
    """Return the folders that this program's own modules lie in."""
    return (str(Path(__file__).resolve().parents[2]),)


def _program() -> list[str]:
    start = f"import sys; sys.path.insert(0, {_sources()[0]!r}); from harmtrace.intake.inside import main; main()"
    return [sys.executable, "-I", "-X", "utf8", "-c", start]


def _issue(request: Request, code: str, expected: str, found: str) -> Issue:
    message = f"{request.where}: expected {expected}, found {found}; not taken, the others go on"
    return Issue(code=code, message=message, document=request.name)


def _told(path: Path, name: str, code: str, expected: str, found: str) -> Issue:
    message = f"{path}: expected {expected}, found {found}; what was read before stays, the others go on"
    return Issue(code=code, message=message, document=name)
