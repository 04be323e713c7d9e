"""One run in a process of its own, which writes down how much processor time each stage took.

Usage: ``python -m benchmarks.one_run DOCUMENTS GAZETTEER CASE STAGES.json``.
"""

import json
import sys
import time
from pathlib import Path

from harmtrace import pipeline


class _Clock:
    """Processor time by stage, as a run tells of its stages."""

    def __init__(self) -> None:
        self.spent = {"starting": time.process_time()}
        self._stage, self._since = "starting", time.process_time()

    def told(self, stage: str, _done: int) -> None:
        """Book the time since the last word on the stage that it spoke of."""
        now = time.process_time()
        self.spent[self._stage] = self.spent.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now


def main() -> None:
    """Run, and write the stages' times in the order in which they began."""
    documents, gazetteer, case, out = map(Path, sys.argv[1:])
    clock = _Clock()
    pipeline.run([documents], root=case, gazetteers=[gazetteer], progress=clock.told)
    clock.told("", 0)
    out.write_text(json.dumps(list(clock.spent.items())), encoding="utf-8")


if __name__ == "__main__":
    main()
