"""Claims of one incident -> ranges by named, versioned rules."""

from harmtrace.tallies.blame import in_time
from harmtrace.tallies.ranges import VERSIONS
from harmtrace.tallies.tally import blamed, tally
from harmtrace.tallies.ties import Ties

__all__ = ["VERSIONS", "Ties", "blamed", "in_time", "tally"]
