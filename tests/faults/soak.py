"""How often the long tests are repeated: a sample in every run of the tests, all of it under ``make soak``."""

import os

FULL = os.environ.get("HARMTRACE_SOAK") == "1"


def times(all_of_it: int, sample: int) -> int:
    """Return how often to do something."""
    return all_of_it if FULL else sample
