"""No pattern of the package takes a time that grows faster than the text it is given."""

import re
from pathlib import Path

import pytest

from tests.faults.pumping import patterns, slow_on

_PATTERNS = patterns()
_SLOW = tuple(
    line
    for line in (Path(__file__).parent / "slow_patterns.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)
_MODULES = sorted({place.split("[")[0].rpartition(".")[0] for place in _PATTERNS})


@pytest.mark.parametrize("module", _MODULES)
def test_the_patterns_of_a_module_take_time_in_proportion_to_the_text(module: str) -> None:
    slow = []
    for place, pattern in _PATTERNS.items():
        if place.split("[")[0].rpartition(".")[0] != module or place.startswith(_SLOW):
            continue
        for try_it in (pattern.search, pattern.match):
            slow += [f"{place}: {found}" for found in slow_on(pattern, try_it)]
    assert slow == []


def test_the_pumps_find_a_pattern_that_isslow_on() -> None:
    slow = re.compile(r"\w+\s*\w+!")
    assert slow_on(slow, slow.match)


def test_there_are_patterns_to_try() -> None:
    assert len(_PATTERNS) > 300
