"""Strike logs -> strikes; incidents -> the strikes that may be theirs; dismissals held against both."""

from harmtrace.strikes.dismissals import Incoming, check
from harmtrace.strikes.join import Column, pairs
from harmtrace.strikes.logs import Context, Fault, read_row, settle
from harmtrace.strikes.matching import LISTED, RULES_VERSION, Asked, Log, matches
from harmtrace.strikes.releases import read_line, read_report

__all__ = [
    "LISTED",
    "RULES_VERSION",
    "Asked",
    "Column",
    "Context",
    "Fault",
    "Incoming",
    "Log",
    "check",
    "matches",
    "pairs",
    "read_line",
    "read_report",
    "read_row",
    "settle",
]
