"""Claims -> incidents: candidates, an explained score, grouping under people's judgements."""

from harmtrace.incidents.decisions import decided, rejected
from harmtrace.incidents.grouping import Grouping, Unplaced, group
from harmtrace.incidents.scores import RULE

__all__ = ["RULE", "Grouping", "Unplaced", "decided", "group", "rejected"]
