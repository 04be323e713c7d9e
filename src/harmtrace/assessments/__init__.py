"""Acts -> assessments and months: which act may follow which, by whose decision; the balancing month."""

from harmtrace.assessments.checklists import CHECKLISTS, checklist
from harmtrace.assessments.monthly import month
from harmtrace.assessments.positions import corrected, positions
from harmtrace.assessments.workflow import FOLLOWS, apply, as_of, fold

__all__ = ["CHECKLISTS", "FOLLOWS", "apply", "as_of", "checklist", "corrected", "fold", "month", "positions"]
