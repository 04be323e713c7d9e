"""Runs commands of harmtrace in forked processes and kills them on time: one line of JSON in, one out.

A process of its own, because forking is only safe where no other thread runs.
"""

import io
import json
import os
import signal
import sys
import tempfile
import time
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path


def main() -> None:
    """Carry out what is asked for until the input ends."""
    from harmtrace.cli import main as command_line

    _warm_up(command_line)
    for line in sys.stdin:
        asked = json.loads(line)
        started = time.monotonic()
        child = os.fork()
        if child == 0:
            _child(command_line, asked["words"], Path(asked["out"]))
        killed, code = False, None
        if asked["after"] is not None:
            time.sleep(max(0.0, asked["after"]))
            done, status = os.waitpid(child, os.WNOHANG)
            killed = done == 0
            if killed:
                os.kill(child, signal.SIGKILL)
            else:
                code = os.waitstatus_to_exitcode(status)
        if code is None:
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(json.dumps({"killed": killed, "status": code, "seconds": time.monotonic() - started}), flush=True)  # noqa: T201


def _warm_up(command_line: object) -> None:
    """Run once, so that no fork has to load what a run loads: modules, towns, templates."""
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        place = Path(folder)
        (place / "a.txt").write_text(
            "On 3 May 2031 a shell hit a house in Ostrel and killed four people, residents said.\n"
        )
        (place / "places.csv").write_text("name,latitude,longitude,tier\nOstrel,-31.5,-110.2,town\n")
        words = ["run", str(place / "a.txt"), "--case", str(place / "case"), "--gazetteer", str(place / "places.csv")]
        with suppress(SystemExit):
            command_line(words)  # type: ignore[operator]


def _child(command_line: object, words: list[str], out: Path) -> None:
    code = 70
    try:
        number = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(number, 1)
        os.dup2(number, 2)
        try:
            command_line(words)  # type: ignore[operator]
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        sys.stdout.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
