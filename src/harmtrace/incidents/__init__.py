"""Claims -> incidents: candidates, an explained score, grouping under people's judgements."""

from harmtrace.incidents.decisions import decided
from harmtrace.incidents.grouping import Grouping, group
from harmtrace.incidents.scores import RULE

__all__ = ["RULE", "Grouping", "decided", "group"]
