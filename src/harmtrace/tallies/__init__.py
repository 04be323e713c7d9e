"""Claims of one incident -> ranges by named, versioned rules."""

from harmtrace.tallies.ranges import VERSIONS
from harmtrace.tallies.tally import tally

__all__ = ["VERSIONS", "tally"]
