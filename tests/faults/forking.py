"""A process that runs commands of harmtrace in forks of itself, and kills them on time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Forker:
    """Runs commands, and kills them after some seconds."""

    process: "subprocess.Popen[str]"
    out: Path

    def run(self, *words: object, after: float | None = None) -> tuple[bool, int, float, str]:
        """Return whether the command was killed, its status, its seconds, and what it printed."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        asked = {"words": [str(word) for word in words], "after": after, "out": str(self.out)}
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        said = json.loads(self.process.stdout.readline())
        return said["killed"], said["status"], said["seconds"], self.out.read_text(errors="replace")


@contextmanager
def forked(out: Path, *, through: Sequence[str] = ()) -> Iterator[Forker]:
    """Give such a process; what its commands print goes to a file. ``through``: words of a program that runs it."""
    threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    environment = {**os.environ, "HARMTRACE_PASSPHRASE": "four quiet words", **threads}
    call = [*through, sys.executable, "-W", "ignore", str(Path(__file__).with_name("forker.py"))]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as process:
        yield Forker(process=process, out=out)
        assert process.stdin is not None
        process.stdin.close()
