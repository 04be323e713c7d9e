"""Score the rules (and engines) on gold sets beside three baselines: ``python -m benchmarks.quality [--gold FOLDER]``.

Writes the tables and the picture of ``docs/quality.md``. Without a folder the project's own gate corpus is scored.
"""

import argparse
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.quality import gold
from benchmarks.quality.measuring import measure
from benchmarks.quality.page import between, picture, tables
from harmtrace import settings
from harmtrace.intake import gazetteers
from harmtrace.pipeline.suggesting import ready
from harmtrace.proposers import Memory
from harmtrace.settings import Settings
from tests.reading import gazetteer as test_gazetteer

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "quality.md"
_PEERS = ("dateparser", "quantulum3")


def main() -> int:
    """Measure, print, and write the page and its picture unless told not to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="a folder of gold sets, one folder each")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings that name engines to score too")
    parser.add_argument("--print-only", action="store_true", help="leave docs/quality.md as it is")
    arguments = parser.parse_args()
    if arguments.gold is not None and not arguments.gold.is_dir():
        print(f"{arguments.gold}: expected a folder of gold sets, found none", file=sys.stderr)
        return 2
    held = Settings() if arguments.config is None else settings.read(Path.cwd(), config=arguments.config)
    engines = ready(held, answers=Memory())
    places = test_gazetteer() if arguments.gold is None else gazetteers.load([])[0]
    sets = [gold.own()] if arguments.gold is None else list(gold.sets(arguments.gold))
    peers = _versions()
    found = measure(sets, places, engines, peers=len(peers) == len(_PEERS))
    named = "the libraries are not installed here" if len(peers) < len(_PEERS) else ", ".join(peers)
    body = tables(found) + f"\nPython {platform.python_version()}; {named}."
    print(body)
    if not arguments.print_only:
        name = "own" if arguments.gold is None else "gold"
        PAGE.write_text(between(PAGE.read_text(encoding="utf-8"), name, body), encoding="utf-8")
        (PAGE.parent / f"quality-{name}.svg").write_text(picture(found), encoding="utf-8")
    return 0


def _versions() -> list[str]:
    found = []
    for name in _PEERS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return found


if __name__ == "__main__":
    sys.exit(main())
