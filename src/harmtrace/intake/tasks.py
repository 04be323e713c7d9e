"""Tasks that the process which opens files does on a recording, by name; each is loaded when first asked for."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import IO, cast

from harmtrace.intake.parts import Part
from harmtrace.records.entry import Issue

Item = Mapping[str, object] | bytes | Issue
"""An answer: an object that JSON can hold, a block of bytes, or an issue."""
Task = Callable[[IO[bytes], Part, Mapping[str, object]], Iterator[Item]]

# Name: module and function. The function is given the opened file, what messages call it, and the caller's parameters.
TASKS = {
    "probe": "harmtrace.intake.containers:probe",
    "photo": "harmtrace.intake.photos:probe",
    "keyframes": "harmtrace.intake.stills:keyframes",
    "picture": "harmtrace.intake.stills:photo",
    "stamps": "harmtrace.intake.stills:stamps",
    "scan": "harmtrace.intake.scanned:scan",
}


def perform(task: str, file: IO[bytes], part: Part, parameters: Mapping[str, object]) -> Iterator[Item]:
    """Yield what a task answers on a file."""
    module, _, name = TASKS[task].partition(":")
    yield from cast(Task, getattr(import_module(module), name))(file, part, parameters)
