"""The process in which files are opened: reads requests, answers documents and issues, and can do nothing else."""

import gc
import json
import logging
import os
import socket
import sys
import time
import warnings
from collections.abc import Iterator, Mapping

from harmtrace.intake import confines, frames, tasks
from harmtrace.intake.given import Given
from harmtrace.intake.opening import open_bytes, open_file
from harmtrace.intake.parts import Part, Read
from harmtrace.records.entry import Issue

_PROCESSOR_S = 600
# What has been read of a batch waits no longer than this, and one file more.
_SOON_S = 0.05


def main() -> None:
    """Serve one channel, which is standard input, until the other side lets go of it."""
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    with socket.socket(fileno=os.dup(0)) as channel:
        _warm_up()
        gc.collect()
        gc.freeze()  # what the modules hold need not be walked through again
        confines.limit(memory)
        # What the readers of a format log or warn of would fill the pipe that nobody empties while this process runs.
        logging.disable(logging.CRITICAL)
        warnings.simplefilter("ignore")
        done = {"filter": confines.forbid_calls()}
        frames.send(channel, frames.READY, json.dumps(done).encode())
        try:
            while True:
                kind, body = frames.receive(channel)
                if kind == frames.TASK:
                    _perform(channel, body)
                elif kind == frames.BATCH:
                    _answer_each(channel, body, min(seconds, _PROCESSOR_S))
                else:
                    confines.limit_processor(min(seconds, _PROCESSOR_S))
                    _answer(channel, body)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _warm_up() -> None:
    """Load what is loaded at first use, while files may still be opened freely."""
    part = Part(name="a.html", where="a.html")
    for data, media in ((b"<p>Nothing happened on 3 May 2021.</p>", "text/html"), (b"\xe3\xe1", "text/plain")):
        list(open_bytes(data, media, part))
    for name in ("cp1252", "cp1256", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "latin-1", "iso8859-6"):
        b"".decode(name)


def _answer(channel: socket.socket, body: bytes) -> None:
    head, given, data = frames.requested(body)
    part, size = _part(head, given), head["size"]
    assert isinstance(size, int)
    for kind, answer in _answers(_items(channel, data, str(head["media"]), part, size), part):
        frames.send(channel, kind, answer)


def _answer_each(channel: socket.socket, body: bytes, seconds: int) -> None:
    """Answer several small files one after the other; what has been read goes out together, but soon."""
    waiting, since = list[bytes](), time.monotonic()
    for head, given, data in frames.batched(body):
        confines.limit_processor(seconds)
        part = _part(head, given)
        waiting += (frames.packed(*one) for one in _answers(open_bytes(data, str(head["media"]), part), part))
        if time.monotonic() - since > _SOON_S:
            frames.send(channel, frames.ANSWERS, b"".join(waiting))
            waiting, since = [], time.monotonic()
    if waiting:
        frames.send(channel, frames.ANSWERS, b"".join(waiting))


def _part(head: Mapping[str, object], given: Given) -> Part:
    limit = head["limit"]
    assert isinstance(limit, int)
    return Part(name=str(head["name"]), where=str(head["where"]), given=given, file_bytes=limit)


def _answers(items: Read, part: Part) -> Iterator[tuple[bytes, bytes]]:
    """Yield the frames of what a file gives, the last of which says that it is its end."""
    try:
        for item in items:
            yield frames.encode(item)
    except MemoryError:
        issue = part.issue("reader-memory", "a file that is read within the memory allowed", "one that is not")
        yield frames.encode(issue)
    except RecursionError:
        issue = part.issue("damaged", "a file nested sensibly", "parts nested too deep")
        yield frames.encode(issue)
    yield frames.END, b""


def _items(channel: socket.socket, data: bytes, media: str, part: Part, size: int) -> Read:
    if size == len(data):
        yield from open_bytes(data, media, part)
        return
    _, handles, _, _ = socket.recv_fds(channel, 1, 1)
    with os.fdopen(handles[0], "rb") as file:
        yield from open_file(file, media, part, size=size)


def _perform(channel: socket.socket, body: bytes) -> None:
    """Do one task of ``intake.tasks`` on a file that is passed opened, and send what it answers."""
    head = json.loads(body)
    confines.limit_processor(int(head["seconds"]))
    _, handles, _, _ = socket.recv_fds(channel, 1, 1)
    part = Part(name=str(head["name"]), where=str(head["where"]))
    with os.fdopen(handles[0], "rb") as file:
        try:
            for item in tasks.perform(str(head["task"]), file, part, head["parameters"]):
                if isinstance(item, Issue):
                    frames.send(channel, *frames.encode(item))
                elif isinstance(item, bytes):
                    frames.send(channel, frames.BLOCK, item)
                else:
                    frames.send(channel, frames.OBJECT, json.dumps(item).encode())
        except MemoryError:
            issue = part.issue("reader-memory", "a file that is read within the memory allowed", "one that is not")
            frames.send(channel, *frames.encode(issue))
    frames.send(channel, frames.END)
